import { createHash } from "node:crypto";
import type { Button, Reply } from "../../src/reply.ts";
import type { Done, Told } from "../support/changzhou-process.ts";
import { createMemory } from "../support/memory.ts";
import { deputies, type Gathering, otherOf } from "./gatherings.ts";

// The people outside the office, over all its lives: they plan meetings, call people to them, reply, come, draft, review,
// sign and issue, and remember everything that they saw. Whatever they press they press twice, or two of them do.

type Send = (done: Done) => void;
type Options = Readonly<Record<string, string>>;

/** The commands of what is pressed here, and what follows the name of a group of presses that only one may win. */
export const groupOf = (key: string): string => key.replace(/#\d$/, "");

const buttonsFor = (reply: Reply, command: string): readonly Button[] =>
  reply.buttons.filter((each) => each.command === command);
const buttonFor = (reply: Reply, command: string): Button | undefined => buttonsFor(reply, command)[0];

/** How often minutes were returned so far, as they tell. */
const returnsIn = ({ blocks }: Reply): number =>
  blocks.flatMap((each) => (each.kind === "list" ? each.items : [])).filter((line) => line.includes("returned by"))
    .length;

/** `seed`: what somebody does about something is the same for the same seed, in whatever order they hear of it. */
export function createHall(seed: number) {
  const gatherings: Gathering[] = [];
  const memory = createMemory();
  const seen = new Map<string, number>();

  /** A number from 0 up to a limit. */
  const lot = (about: string, below: number): number =>
    createHash("sha256").update(`${seed} ${about}`).digest().readUInt32BE() % below;
  const nth = (what: string): number => {
    const count = (seen.get(what) ?? 0) + 1;
    seen.set(what, count);
    return count;
  };

  /** Two presses at once; the second may be somebody else's, or another button. */
  function press(
    key: string,
    from: string,
    { command, options }: { readonly command: string; readonly options: Options },
    send: Send,
    second: { readonly from?: string; readonly command?: string; readonly options?: Options } = {},
  ): void {
    const asked = { command, options };
    send({ key: `${key}#0`, from, asked });
    const other = { command: second.command ?? command, options: second.options ?? options };
    send({ key: `${key}#1`, from: second.from ?? from, asked: other });
  }

  const about = (reply: Reply): Gathering | undefined => {
    const words = JSON.stringify(reply.blocks);
    return gatherings.find(({ title }) => words.includes(title));
  };

  /** What whoever planned it does when so many know of it. */
  function follow(gathering: Gathering, send: Send): void {
    const { number, organiser, change, fate, after, title } = gathering;
    if (number === undefined || nth(title) !== after) return;
    const options = { number: String(number) };
    const second = { from: otherOf(organiser) };
    if (change)
      press(`change:${number}`, organiser, { command: "meeting change", options: { ...options, ...change } }, send);
    if (fate === "cancelled")
      press(`cancel:${number}`, organiser, { command: "meeting cancel", options }, send, second);
  }

  /** Whoever is asked whether they come says so, asks for leave, or does nothing. */
  function reply(mark: string, to: string, button: Button, send: Send): void {
    const { number = "" } = button.options;
    const does = lot(`reply ${number} ${to}`, 8);
    if (does < 5) press(`attend:${mark}`, to, button, send);
    if (does === 5) {
      const options = { meeting: number, reason: `secret-${to}`, place: `secret-${to}` };
      send({ key: `leave:${number}:${to}`, from: to, asked: { command: "leave request", options } });
    }
  }

  /** Whoever reviews or signs passes minutes on, or gives them back; on the first message about it, or the first nudge. */
  function judge(to: string, shown: Reply, button: Button, send: Send): void {
    const { number, round } = button.options;
    const turn = `${number}:${round}`;
    if (nth(`pass ${turn}`) !== 1 + Math.floor(lot(`patience ${turn}`, 4) / 3)) return;
    const back = { command: "meeting return", options: { ...button.options, remarks: "Please put it right." } };
    const choice = returnsIn(shown) > 1 ? 3 : lot(`pass ${turn}`, 5);
    if (choice === 0) press(`pass:${turn}`, to, back, send, { command: button.command, options: button.options });
    else press(`pass:${turn}`, to, button, send, choice === 1 ? back : {});
  }

  function draft(to: string, shown: Reply, { options: { number = "" } }: Button, send: Send): void {
    const returned = returnsIn(shown);
    if (returned === 0 && nth(`draft ${number}`) === 1 && lot(`drafts ${number}`, 3) === 0) return;
    const text = `What the meeting decided, ${returned}.`;
    const asked = { command: "meeting minutes", options: { number, text } };
    send({ key: `draft:${number}:${returned}`, from: to, asked });
  }

  function publish(to: string, shown: Reply, turn: number, send: Send): void {
    const button = buttonFor(shown, "meeting publish");
    const number = button?.options.number;
    if (button && turn >= lot(`publish ${number}`, 2)) press(`publish:${number}`, to, button, send);
  }

  function see(mark: string, to: string, shown: Reply, send: Send): void {
    const gathering = about(shown);
    if (gathering) follow(gathering, send);
    const attend = buttonFor(shown, "meeting attend");
    if (attend) reply(mark, to, attend, send);
    const here = buttonFor(shown, "meeting here");
    if (here && lot(`here ${here.options.number} ${to}`, 4) > 0) press(`here:${mark}`, to, here, send);
    const pass = buttonFor(shown, "meeting pass");
    if (pass) judge(to, shown, pass, send);
    const form = buttonsFor(shown, "meeting minutes").find((each) => each.form);
    if (form) draft(to, shown, form, send);
    const issue = buttonFor(shown, "meeting issue");
    if (issue) press(`issue:${mark}`, to, issue, send);
    publish(to, shown, 1, send);
    const approve = buttonFor(shown, "leave approve");
    if (approve?.options.version) {
      const refuse = { command: "leave refuse", options: { ...approve.options, reason: `secret-${to}` } };
      const decides = lot(`leave ${approve.options.number}`, 4) === 0 ? refuse : approve;
      press(`decide:${mark}`, to, decides, send);
    }
    const instead = buttonFor(shown, "leave substitute");
    const deputy = deputies[to];
    if (instead && deputy)
      press(
        `substitute:${mark}`,
        to,
        { command: "leave substitute", options: { ...instead.options, person: deputy } },
        send,
      );
  }

  function answered({ key, from, asked }: Done, told: Reply, send: Send): void {
    if (!("command" in asked)) return;
    const { command, options } = asked;
    const gathering = gatherings.find(({ title }) => title === options.title);
    const announce = command === "meeting plan" ? buttonFor(told, "meeting announce") : undefined;
    if (gathering && announce && told.tone === "done") {
      gathering.number = Number(announce.options.number);
      const second = { from: otherOf(gathering.organiser) };
      if (gathering.fate === "dropped")
        press(`drop:${gathering.number}`, from, { ...announce, command: "meeting cancel" }, send, second);
      else if (gathering.fate !== "unannounced") press(`announce:${gathering.number}`, from, announce, send, second);
    }
    // what the rules want to be confirmed, or to be chosen, is
    const choices = buttonsFor(told, command).filter((each) => told.tone === "needs" && !each.form);
    const choice = choices[lot(`choice ${options.number} ${JSON.stringify(choices)}`, choices.length || 1)];
    if (choice && command !== "leave request") press(`${groupOf(key)}+`, from, choice, send);
    const preview = buttonsFor(told, "leave request").find((each) => each.options.send !== undefined);
    if (preview) press(`send:${key}`, from, preview, send);
    if (command === "meeting issue") publish(from, told, 0, send);
  }

  return {
    ...memory,
    gatherings,
    /** What the platform tells them; they do at once what they want to do about it. */
    hear(told: Told, deliver: Send): void {
      const known = told.delivered !== undefined && memory.shown.has(told.delivered);
      memory.take(told);
      const { answered: key, delivered, to, reply: words } = told;
      if (!words) return;
      const send = memory.once(deliver);
      if (delivered && to && !known) see(delivered, to, words, send);
      const done = memory.asked.get(key ?? "");
      if (done) answered(done, words, send);
    },
    /** Both of those who plan meetings plan it, at the same moment. */
    plan(gathering: Gathering, options: Options): readonly Done[] {
      const planned: Done[] = [];
      gatherings.push(gathering);
      const send = memory.once((done) => planned.push(done));
      const { key, fate, organiser } = gathering;
      const asked = { command: "meeting plan", options };
      // what was cancelled may be planned anew: there the second press, when it comes late, is no mistake
      if (fate === "dropped" || fate === "cancelled") send({ key: `${key}#0`, from: organiser, asked });
      else press(key, organiser, asked, send, { from: otherOf(organiser) });
      return planned;
    },
  };
}

export type Hall = ReturnType<typeof createHall>;
