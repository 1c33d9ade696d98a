import { quotes } from "../ask/sources.ts";
import type { Leave } from "../leave/leave.ts";
import { canReturn, expectedBack, isLate } from "../leave/returning.ts";
import { awaySpan, halfDay } from "../leave/span.ts";
import { personName } from "../office/people.ts";
import { type Block, type Button, note, paragraph, point, reply } from "../reply.ts";
import type { Citation } from "../rulebook/cite.ts";
import { discardDraft, leavesWhere } from "../store/leave.ts";
import { personById } from "../store/people.ts";
import { inLanguage } from "../text.ts";
import { type Wording, wordingFor } from "../wording/wording.ts";
import { announceChange } from "./announce-change.ts";
import type { Asker } from "./asker.ts";
import type { AtDesk } from "./at-desk.ts";
import { withdrawMoot } from "./moot.ts";
import { halfDayShown, lateLine } from "./returned-line.ts";
import { halfOf } from "./roll.ts";
import { titleOf } from "./why.ts";

/** Leave of somebody from which a return can be reported now, the first to begin first. */
export async function returnable(
  person: string,
  { records, today, now, settings, rulebook }: AtDesk,
): Promise<readonly Leave[]> {
  const half = halfOf(now, settings.timeZone);
  const granted = await leavesWhere(records, { person, statuses: ["approved", "noted"], until: today });
  return granted.filter((each) => each.occasion === rulebook.data.leave?.trip && canReturn(each, today, half));
}

/** That leave ended earlier is told to whoever granted it, and where it was announced; returns whom it was told. */
export async function tellWhoGranted(leave: Leave, { at, person }: Asker): Promise<string | undefined> {
  if (leave.status !== "approved" || !leave.returned) return undefined;
  const span = awaySpan(leave);
  await announceChange({ ...leave, span: span ?? leave.span }, span ? "shorter" : "withdrawn", at);
  const granted = leave.decidedBy ?? leave.approver;
  if (granted === null || granted === person.id) return undefined;
  const one = await personById(at.records, granted);
  if (!one) return undefined;
  const wording = wordingFor(await at.languageOf(one.id));
  const who = await personById(at.records, leave.person);
  const words = wording.leaveReturn.cutShortOf(
    wording.leave.person(who?.name ?? leave.person, leave.title),
    wording.leave.number(leave.number),
    halfDayShown(leave.returned.day, leave.returned.half, wording),
    wording.leave.span(leave.span),
  );
  await at.send(personName(one.id), reply({ tone: "done", language: wording.language, blocks: [point(words)] }));
  return one.name;
}

/** Whoever was reported for knows of it, and by whom. */
export async function tellPerson(leave: Leave, { at, person }: Asker): Promise<void> {
  if (!leave.returned) return;
  const wording = wordingFor(await at.languageOf(leave.person));
  const words = wording.leaveReturn.forYou(
    wording.leave.person(person.name, titleOf(person, at.today)),
    wording.leave.number(leave.number),
    halfDayShown(leave.returned.day, leave.returned.half, wording),
  );
  await at.send(personName(leave.person), reply({ tone: "done", language: wording.language, blocks: [point(words)] }));
}

/** How late it is, and by which convention; what the rules do say, and that it is not that. */
export function lateBlocks(
  leave: Leave,
  { at, context }: Asker,
): { readonly blocks: readonly Block[]; readonly citations: readonly Citation[] } {
  const { wording, rulebook, language } = context;
  const words = wording.leaveReturn;
  const late = isLate(leave, at.today, at.calendar, at.settings.timeZone);
  if (late === undefined) return { blocks: [paragraph(words.lateUnknown)], citations: [] };
  const expected = expectedBack(leave, at.calendar);
  if (!late || expected === undefined) return { blocks: [], citations: [] };
  const fact = rulebook.facts.get(rulebook.data.leave?.reportingBack ?? "");
  return {
    blocks: [
      paragraph(words.late(expected, lateLine(leave, at, wording))),
      note(words.convention),
      ...(fact ? [paragraph(inLanguage(fact.say, language)), ...quotes([fact], { rulebook, wording })] : []),
    ],
    citations: fact?.because ?? [],
  };
}

/** A change of leave from which somebody is back needs no decision. */
export async function dropChanges(leave: Leave, { at, context: { wording } }: Asker): Promise<readonly Block[]> {
  const own = await leavesWhere(at.records, { person: leave.person, statuses: ["draft", "asked", "questioned"] });
  const blocks: Block[] = [];
  for (const each of own.filter(({ replaces }) => replaces === leave.number)) {
    if (each.status === "draft") await discardDraft(at.records, each.number);
    else if (await withdrawMoot(each, { back: leave.number }, at))
      blocks.push(paragraph(wording.leaveRequest.withdraw.changeToo(wording.leave.number(each.number))));
  }
  return blocks;
}

/** What is left to do: other leave that is over, leave from meetings that come after the return. */
export async function restOf(
  leave: Leave,
  asker: Asker,
): Promise<{ readonly blocks: readonly Block[]; readonly buttons: readonly Button[] }> {
  const { at, context } = asker;
  const { wording } = context;
  const words = wording.leaveReturn;
  const others = await returnable(leave.person, at);
  const back = leave.returned ? halfDay(leave.returned.day, leave.returned.half) : "";
  const trip = await leavesWhere(at.records, { trip: leave.trip, statuses: ["asked", "questioned", "approved"] });
  const meetings = trip.filter(
    ({ number, occasion, span }) =>
      number !== leave.number &&
      occasion !== leave.occasion &&
      halfDay(span.from, span.fromHalf) >= back &&
      span.from >= at.today,
  );
  const names = (leaves: readonly Leave[]) => listed(leaves, wording);
  const own = leave.person === asker.person.id;
  return {
    blocks: [
      ...(meetings.length > 0 ? [paragraph(words.meetingsAfter(names(meetings)))] : []),
      ...(own && others.length > 0 ? [paragraph(words.others(names(others)))] : []),
    ],
    buttons: [
      ...(own && meetings.length > 0
        ? [
            {
              label: wording.leaveRequest.buttons.withdraw(names(meetings)),
              command: "leave withdraw",
              options: { number: meetings.map(({ number }) => number).join(",") },
            },
          ]
        : []),
      ...(own ? others.map((each) => backButton(each, wording)) : []),
    ],
  };
}

const listed = (leaves: readonly Leave[], wording: Wording): string =>
  wording.roster.list(leaves.map(({ number }) => wording.leave.number(number)));

/** Reports back from one of several leaves. */
export const backButton = ({ number, span }: Leave, { leave, leaveReturn }: Wording): Button => ({
  label: leaveReturn.buttons.back(leave.number(number), leave.span(span)),
  command: "leave return",
  options: { number: String(number) },
});
