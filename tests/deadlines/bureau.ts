import { createHash } from "node:crypto";
import { type Day, plusDays } from "../../src/dates.ts";
import type { Button, Reply } from "../../src/reply.ts";
import type { Done, Told } from "../support/changzhou-process.ts";
import { createMemory } from "../support/memory.ts";
import { clerks, type Deed, headIds, heads, type Matter, mayor, supervisors } from "./matters.ts";

// The people outside the office, over all its lives: they have things followed up, say what kind of document it is, ask for
// more time, agree, hand on, accept, finish, and remember everything that they saw. What can be done once they do twice at
// the same moment, or two of them do.

type Send = (done: Done) => void;
type Options = Readonly<Record<string, string>>;

/** What a reply says first. */
export const pointIn = ({ blocks: [first] }: Reply): string => (first?.kind === "text" ? first.text : "");

/** What follows the name of two presses that only one may win. */
export const groupOf = (key: string): string => key.replace(/#\d$/, "");

const buttonFor = (reply: Reply, command: string): Button | undefined =>
  reply.buttons.find((each) => each.command === command);

/** Whether something was done by what is answered so. */
export function isDone(command: string, told: Reply): boolean {
  if (told.tone === "refused" || told.tone === "problem") return false;
  const asksBack = told.tone === "needs" && told.buttons.some((each) => each.command === command);
  return !asksBack || pointIn(told).startsWith("Followed up");
}

/** `seed`: what somebody does about something is the same for the same seed, in whatever order they hear of it. */
export function createBureau(seed: number) {
  const matters: Matter[] = [];
  const memory = createMemory();
  const seen = new Map<string, number>();
  const won = new Set<string>();

  /** A number from 0 up to a limit. */
  const lot = (about: string, below: number): number =>
    createHash("sha256").update(`${seed} ${about}`).digest().readUInt32BE() % below;
  const nth = (what: string): number => {
    const count = (seen.get(what) ?? 0) + 1;
    seen.set(what, count);
    return count;
  };
  const numbered = (number: string | undefined): Matter | undefined =>
    matters.find((each) => each.number !== undefined && String(each.number) === number);

  /** Two presses at once; the second may be somebody else's, or another button. */
  function press(
    key: string,
    from: string,
    { command, options }: { readonly command: string; readonly options: Options },
    send: Send,
    second: { readonly from?: string; readonly command?: string } = {},
  ): void {
    send({ key: `${key}#0`, from, asked: { command, options } });
    send({ key: `${key}#1`, from: second.from ?? from, asked: { command: second.command ?? command, options } });
  }

  /** Whoever has to do it does the next thing with it. */
  function goOn(matter: Matter, send: Send): void {
    const deed = matter.course[matter.begun];
    if (deed === undefined || matter.number === undefined) return;
    matter.begun++;
    if (deed === "rest") return;
    const options = { number: String(matter.number) };
    const key = `${deed}:${matter.number}:${matter.begun}`;
    const second = heads[matter.head]?.second ?? matter.head;
    const secret = `secret-${key}`;
    const given: Readonly<Record<Exclude<Deed, "rest">, readonly [string, Options]>> = {
      category: ["category", { category: matter.category }],
      explain: ["explain", { state: secret }],
      day: ["change", { due: plusDays("2026-12-02" as Day, lot(key, 20)) }],
      progress: ["progress", { words: secret }],
      extend: ["extend", { until: plusDays("2027-01-20" as Day, 10 * matter.begun), reason: secret }],
      hand: ["hand", { to: elsewhere(matter.head, key), reason: secret }],
      finish: ["finish", { result: secret }],
    };
    const [command, more] = given[deed];
    const asked = { command: `deadline ${command}`, options: { ...options, ...more } };
    // progress can be told as often as there is some
    if (deed === "progress") send({ key: `${key}#0`, from: matter.head, asked });
    else press(key, matter.head, asked, send, { from: lot(key, 2) === 0 ? second : matter.head });
  }

  function elsewhere(head: string, about: string): string {
    const others = headIds.filter((each) => each !== head);
    return heads[others[lot(about, others.length)] ?? ""]?.department ?? "";
  }

  /** What somebody does who sees a message for the first time. */
  function see(mark: string, to: string, shown: Reply, send: Send): void {
    const point = pointIn(shown);
    const agree = buttonFor(shown, "deadline agree");
    if (agree && buttonFor(shown, "deadline refuse")) decide(mark, to, agree, send);
    const accept = buttonFor(shown, "deadline accept");
    if (accept && point.includes("offers your department")) {
      const declines = lot(point, 3) === 0;
      const other = lot(`${point} other`, 2) === 0 ? "deadline accept" : "deadline decline";
      const first = { command: declines ? "deadline decline" : "deadline accept", options: accept.options };
      press(`offer:${mark}`, to, first, send, { from: heads[to]?.second ?? to, command: other });
    }
    const [, told] =
      point.match(/^No\. (\d+) is (?:not )?extended/) ?? point.match(/does not take over No\. (\d+)/) ?? [];
    const mine = numbered(told);
    if (mine && told !== undefined && !accept) goOn(mine, send);
    if (/^Your morning/.test(point)) wake(to, shown, send);
    begin(to, shown, send);
  }

  /** What was just taken in is begun by whoever has to do it. */
  function begin(to: string, shown: Reply, send: Send): void {
    const words = JSON.stringify(shown.blocks);
    for (const each of matters)
      if (each.head === to && each.begun === 0 && words.includes(each.title)) {
        each.number ??= Number(words.match(new RegExp(`No\\. (\\d+)[^"]*${each.title}`))?.[1]);
        if (Number.isNaN(each.number)) delete each.number;
        else goOn(each, send);
      }
  }

  function decide(mark: string, to: string, { options }: Button, send: Send): void {
    const about = `${to} ${options.number} ${options.until}`;
    const first = lot(about, 3) === 0 ? "deadline refuse" : "deadline agree";
    const other = lot(`${about} other`, 2) === 0 ? "deadline agree" : "deadline refuse";
    const beside = to === mayor || to === supervisors[0] ? supervisors[1] : to;
    press(`decide:${mark}`, to, { command: first, options }, send, { from: beside, command: other });
  }

  /** A morning speaks of what was left alone. */
  function wake(to: string, shown: Reply, send: Send): void {
    const words = JSON.stringify(shown.blocks);
    for (const each of matters)
      if (each.head === to && words.includes(each.title) && each.course[each.begun - 1] === "rest")
        if (nth(`${each.title} ${each.begun}`) === each.patience) goOn(each, send);
  }

  function answered({ key, from, asked }: Done, told: Reply, send: Send): void {
    if (!("command" in asked) || !isDone(asked.command, told) || won.has(groupOf(key))) return;
    won.add(groupOf(key));
    const { command, options } = asked;
    if (command === "deadline add") {
      const matter = matters.find(({ title }) => title === options.title);
      if (!matter) return;
      matter.number = Number(pointIn(told).match(/No\. (\d+)/)?.[1]);
      if (matter.adders.includes(matter.head) && matter.begun === 0) goOn(matter, send);
      return;
    }
    const matter = numbered(options.number);
    if (!matter) return;
    if (command === "deadline accept") {
      // its head does it from now on, whoever of the department has pressed
      matter.head = headIds.find((each) => each === from || heads[each]?.second === from) ?? matter.head;
      goOn(matter, send);
    }
    const waits = ["deadline extend", "deadline hand", "deadline agree", "deadline refuse", "deadline decline"];
    if (![...waits, "deadline accept"].includes(command)) goOn(matter, send);
  }

  return {
    ...memory,
    matters,
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
    add(matter: Matter, options: Options): readonly Done[] {
      const added: Done[] = [];
      matters.push(matter);
      const asked = { command: "deadline add", options };
      const send = memory.once((done) => added.push(done));
      // without a number of its own nobody knows that it is the same
      if (options.reference === undefined) send({ key: `${matter.key}#0`, from: clerks[0], asked });
      else press(matter.key, matter.adders[0], asked, send, { from: matter.adders[1] });
      return added;
    },
    /** The administrator does something; with the notices twice at the same moment. */
    administer(key: string, command: string, options: Options): readonly Done[] {
      const done: Done[] = [];
      const send = memory.once((each) => done.push(each));
      if (command === "workdays") press(key, "owner", { command, options }, send);
      else send({ key: `${key}#0`, from: "owner", asked: { command, options } });
      return done;
    },
  };
}

export type Bureau = ReturnType<typeof createBureau>;
