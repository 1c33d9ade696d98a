import type { Context } from "../command.ts";
import { type Button, paragraph, type Reply, reply } from "../reply.ts";
import { type Checked, citationsIn, findingBlocks } from "./check.ts";

/** Nothing is kept: what stands against it, with the words, and what to do about it. `command`: with what was typed. */
export function notYet(
  command: "meeting plan" | "meeting change" | "meeting announce",
  { confirmed = "", ...typed }: Readonly<Record<string, string>>,
  { refused, open }: { readonly refused: Checked["refused"] | undefined; readonly open: Checked["open"] },
  context: Context,
): Reply {
  const { check } = context.wording.meetings;
  const did = command === "meeting plan" ? "plan" : command === "meeting change" ? "change" : "announce";
  // what is announced is changed by another command
  const change = command === "meeting announce" ? "meeting change" : command;
  const findings = refused ? [refused] : open;
  const first = refused ? undefined : open[0];
  const given = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ""));
  const confirm: readonly Button[] = first
    ? [
        {
          label: check.confirm[first.confirm](first.who ?? ""),
          command,
          options: {
            ...given,
            confirmed: [...confirmed.split(","), first.confirm].filter((each) => each !== "").join(","),
          },
        },
      ]
    : [];
  return reply({
    tone: first ? "needs" : "refused",
    language: context.language,
    blocks: [...findingBlocks(findings, context), paragraph(first ? check.notYet[did] : check.nothing)],
    citations: citationsIn(findings),
    buttons: [
      ...confirm,
      ...askButton(command, given.number, first, context),
      { label: check.change, command: change, options: given, form: true },
    ],
  });
}

/** Whoever must agree can be asked, before people are called. */
function askButton(
  command: string,
  number: string | undefined,
  first: Checked["open"][number] | undefined,
  { wording }: Context,
): readonly Button[] {
  if (command !== "meeting announce" || number === undefined || !first?.agreedBy) return [];
  const label = wording.meetings.consent.ask(first.who ?? "");
  return [{ label, command: "meeting consent", options: { number, consent: first.confirm, answer: "ask" } }];
}
