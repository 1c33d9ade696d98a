import { expect } from "vitest";
import { dayOf } from "../../src/dates.ts";
import type { Deadline } from "../../src/deadlines/deadline.ts";
import type { DeadlineStep } from "../../src/deadlines/step.ts";
import { deadlinesWhere, stepsOf } from "../../src/store/deadlines.ts";
import type { Store } from "../../src/store/store.ts";
import { wordingFor } from "../../src/wording/wording.ts";
import { onTheWay } from "../support/furnish.ts";
import { faultsOf, type KeptEvent, type KeptMessage, type KeptRecords, readRecords } from "../support/kept-records.ts";
import { type Bureau, isDone, pointIn } from "./bureau.ts";
import { channel, clerks, heads, type Matter, mayor, supervisors } from "./matters.ts";

// What must be true of an office when it is left in peace, however often it was killed.

const words = wordingFor("en").deadlines;

type Followed = Deadline & { readonly steps: readonly DeadlineStep[] };

interface Kept extends KeptRecords {
  readonly deadlines: readonly Followed[];
}

const readKept = (store: Store): Promise<Kept> =>
  store.look(async (records) => {
    const deadlines: Followed[] = [];
    for (const each of await deadlinesWhere(records, {}, 1000))
      deadlines.push({ ...each, steps: await stepsOf(records, each.number) });
    return { ...(await readRecords(records)), deadlines };
  });

const idOf = (name: string): string => name.replace(/^person:/, "");

/** Every press took effect once and is in the audit once, or was told why not; and everything came once to whom it is for. */
export async function expectEverythingFollowedUp(store: Store, bureau: Bureau, now: Date): Promise<void> {
  const kept = await readKept(store);
  expect(bureau.open()).toEqual([]);
  const leading = kept.deadlines.filter(({ parent }) => parent === null);
  expect(leading.map(({ title }) => title).sort()).toEqual(bureau.matters.map(({ title }) => title).sort());
  // what was answered as done stands in the audit, once, as done by whoever pressed; and nothing else does
  expect(doneIn(bureau).sort()).toEqual(kept.events.flatMap(pressIn).sort());
  for (const each of kept.deadlines) {
    // whoever was consulted has nothing to do any more when it is over
    const lead = kept.deadlines.find(({ number }) => number === each.parent);
    expect({ number: each.number, left: lead?.status === "done" && each.status === "open" }).toEqual({
      ...{ number: each.number, left: false },
    });
    expectCourse(each, kept);
    expectTold(each, kept, bureau);
  }
  for (const matter of bureau.matters) expectNoStrangers(matter, kept, bureau);
  expectMornings(kept, bureau);
  expectRecounts(kept, bureau);
  // every message came, under its own mark and no other
  expect(kept.messages.filter(({ id, outcome }) => outcome !== `wire: ${id}`)).toEqual([]);
  expect([...bureau.shown.keys()].sort()).toEqual(kept.messages.map(({ id }) => id).sort());
  expect(kept.reminders.filter(({ done_at, due_at }) => done_at === null && due_at <= now.getTime())).toEqual([]);
  expect(kept.reminders.filter(({ attempts }) => attempts > 0)).toEqual([]);
  expect(await onTheWay(store)).toEqual([]);
  // what somebody wrote stands with the deadline and nowhere else
  expect(await faultsOf(store)).toEqual({ faults: [], told: [] });
}

/** "finish 3 1014": what was pressed, about which of them, by whom. */
function doneIn(bureau: Bureau): string[] {
  return [...bureau.asked.values()].flatMap(({ key, from, asked }) => {
    if (!("command" in asked)) return [];
    const { command, options } = asked;
    if (!bureau.answers.get(key)?.some((told) => isDone(command, told))) return [];
    if (command === "settings") return [];
    if (command === "workdays") return [`${options.file === undefined ? "remove" : "import"} ${from}`];
    const added = bureau.matters.find(({ title }) => title === options.title);
    return [`${command.replace("deadline ", "")} ${added?.number ?? options.number} ${from}`];
  });
}

const verbs: Readonly<Record<string, string>> = {
  added: "add",
  explained: "explain",
  set: "change",
  "extension-asked": "extend",
  extended: "agree",
  "extension-refused": "refuse",
  offered: "hand",
  accepted: "accept",
  declined: "decline",
  finished: "finish",
};

function pressIn({ action, actor, subject, details }: KeptEvent): readonly string[] {
  const [of, what = ""] = action.split(".");
  if (of === "workdays") return [`${what} owner`];
  // what is done with one because of another, or by nobody's press, is looked at with its course
  const followed =
    what === "withdrawn" ||
    details.kind === "consultation" ||
    (what === "set" && details.person === undefined && followsLead(details));
  if (of !== "deadline" || followed || what === "recounted" || what === "reported") return [];
  return [`${verbs[what] ?? what} ${subject.slice("deadline:".length)} ${idOf(actor)}`];
}

/** The day of a department that is consulted was set anew with the lead department's: it had one before, or has one by rule. */
const followsLead = ({ before }: KeptEvent["details"]): boolean => before !== null;

/** What was done with it is in its history and in the audit, each once and in the same order, and leads to how it stands. */
function expectCourse({ steps, ...deadline }: Followed, { events }: Kept): void {
  const own = events.filter(({ subject }) => subject === `deadline:${deadline.number}`);
  const acts = own.map(({ action, actor }) => `${action.replace("deadline.", "")} ${idOf(actor)}`);
  const { title } = deadline;
  expect({
    title,
    steps: steps.map(({ step, by }) => `${step === "added" ? "add" : step} ${idOf(by) || "mishu"}`),
  }).toEqual({
    title,
    steps: acts,
  });
  // each change of the day begins where the one before it ended: there is one history, without gaps and repetitions
  let due: Deadline["due"] = null;
  for (const { step, details } of steps) {
    const { before, after } = details;
    if (after === undefined || step === "extension-asked" || step === "extension-refused") continue;
    if (step !== "added") expect({ title, step, before: before ?? null }).toEqual({ title, step, before: due });
    if (step === "recounted" || step === "extended")
      expect({ title, step, after }).not.toEqual({ title, step, after: before });
    due = after;
  }
  const names = steps.map(({ step }) => step);
  const last = (...some: readonly DeadlineStep["step"][]) => names.findLast((each) => some.includes(each));
  const moves = steps.filter(({ step }) => step === "accepted");
  const first = steps[0]?.details.department;
  expect({
    ...{ title, due: deadline.due, status: deadline.status, department: deadline.department },
    ...{ asked: deadline.asked !== null, offered: deadline.handedTo !== null },
  }).toEqual({
    ...{ title, due },
    status: names.includes("finished") ? "done" : names.includes("withdrawn") ? "withdrawn" : "open",
    department: moves.at(-1)?.details.department ?? first,
    asked: last("extension-asked", "extended", "extension-refused", "finished", "withdrawn") === "extension-asked",
    offered: last("offered", "accepted", "declined", "finished", "withdrawn") === "offered",
  });
  // of what only one may do, nobody did it twice
  for (const once of ["finished", "explained", "category", "reported"] as const)
    expect({ title, once, times: names.filter((each) => each === once).length <= 1 }).toEqual({
      title,
      once,
      times: true,
    });
  const versions = own.flatMap(({ details }) => (typeof details.version === "number" ? [details.version] : []));
  expect(versions).toEqual([...new Set(versions)].sort((one, other) => one - other));
}

/** Messages to somebody whose first words are these. */
const saying = (bureau: Bureau, point: string, to?: string) =>
  [...bureau.shown.values()].filter((each) => pointIn(each.first) === point && (to === undefined || each.to === to))
    .length;

/** Whoever is told what somebody did is told so once for each time that they did it. */
function expectTold({ steps, ...deadline }: Followed, { messages }: Kept, bureau: Bureau): void {
  const { number, title } = deadline;
  const called = words.number(number);
  const times = (step: DeadlineStep["step"]) => steps.filter((each) => each.step === step);
  const [added] = steps;
  const first = Object.entries(heads).find(([, { department }]) => department === added?.details.department)?.[0];
  const count = (step: DeadlineStep["step"], said: (each: DeadlineStep) => string, to?: string) => {
    const points = new Map<string, number>();
    for (const each of times(step)) points.set(said(each), (points.get(said(each)) ?? 0) + 1);
    return [...points].map(([point, wanted]) => ({ point, wanted, told: saying(bureau, point, to) }));
  };
  const until = ({ details }: DeadlineStep) => (details.after ? words.due(details.after) : "");
  const asker = deadline.leader ?? supervisors[0];
  const head = headOf(deadline.department);
  const extended = [...new Set(times("extended").map((each) => words.did.extended(called, until(each))))]
    .map((point) => saying(bureau, point))
    .reduce((sum, each) => sum + each, 0);
  const told = [
    {
      point: "card",
      wanted:
        (idOf(added?.by ?? "") === first ? 0 : 1) + times("withdrawn").filter(({ by }) => idOf(by) !== head).length,
      told: cardsOf(number, messages).length,
    },
    ...count("extension-asked", (each) => words.did.extensionAskedOf(called, title, until(each)), asker),
    { point: "extended", wanted: toldOfExtensions(steps), told: extended },
    ...count("extension-refused", () => words.did.extensionRefused(called)),
    ...count("accepted", ({ details }) => words.did.accepted(called, details.department ?? "")),
    ...count("declined", ({ details }) => words.did.declined(called, details.department ?? "")),
    ...(deadline.leader === null ? [] : count("finished", () => words.did.finished(called, title), deadline.leader)),
  ];
  expect(told.filter((each) => each.told !== each.wanted)).toEqual([]);
  const offers = [...bureau.shown.values()].filter(({ first: { blocks } }) =>
    JSON.stringify(blocks[0]).includes(`offers your department ${called}: `),
  );
  expect({ title, offers: offers.length }).toEqual({ title, offers: times("offered").length });
  for (const { id, recipient } of cardsOf(number, messages)) expectCard(id, idOf(recipient), deadline, bureau);
}

const headOf = (department: string | undefined) =>
  Object.entries(heads).find(([, each]) => each.department === department)?.[0];

/** Whoever asked for another day is told of it, and the head who does it, as far as they did not agree themselves. */
function toldOfExtensions(steps: readonly DeadlineStep[]): number {
  let [told, asker, department] = [0, "", steps[0]?.details.department];
  for (const { step, by, details } of steps) {
    if (step === "extension-asked") asker = idOf(by);
    if (step === "accepted") department = details.department;
    if (step === "extended")
      told += [...new Set([asker, headOf(department)])].filter((each) => each !== idOf(by)).length;
  }
  return told;
}

const cardsOf = (number: number, messages: readonly KeptMessage[]) =>
  messages.filter(({ card }) => card === `deadline:${number}`);

/** What somebody whose department has it has before them tells how it is now. */
function expectCard(id: string, person: string, deadline: Deadline, bureau: Bureau): void {
  if (heads[person]?.department !== deadline.department) return;
  const shown = JSON.stringify(bureau.shown.get(id)?.reply.blocks);
  const due = deadline.due === null ? words.noDay : words.due(deadline.due);
  const buttons = bureau.shown.get(id)?.reply.buttons.length ?? 0;
  expect({ title: deadline.title, due: shown.includes(due), open: buttons > 0 }).toEqual({
    ...{ title: deadline.title, due: true },
    open: deadline.status === "open",
  });
}

/** Nobody reads of it who has nothing to do with it. */
function expectNoStrangers({ title, adders, leader }: Matter, { deadlines }: Kept, bureau: Bureau): void {
  const departments = deadlines
    .filter((each) => each.title.includes(title))
    .flatMap(({ steps }) => steps.flatMap(({ details }) => details.department ?? []));
  const theirs = Object.entries(heads).filter(([, { department }]) => departments.includes(department));
  const known = new Set<string>([
    ...theirs.flatMap(([head, { second }]) => [head, second]),
    ...[...adders, ...clerks, ...supervisors, channel, ...(leader === undefined ? [] : [mayor])],
  ]);
  const strangers = [...bureau.shown.values()].filter(
    ({ to, reply, first }) => !known.has(to) && JSON.stringify([first, reply]).includes(title),
  );
  expect({ title, strangers }).toEqual({ title, strangers: [] });
}

/** Everybody has one message of a morning at most, on the day on which it is; and of each that is sent they have it. */
function expectMornings({ reminders, messages }: Kept, bureau: Bureau): void {
  const titles = [...bureau.shown.values()].flatMap(({ to, first }) => {
    const point = pointIn(first);
    return point.startsWith("Your morning, ") || (to === channel && point.startsWith("督办提醒"))
      ? [`${point} ${to}`]
      : [];
  });
  expect(titles.filter((each, n) => titles.indexOf(each) !== n)).toEqual([]);
  const sent = reminders.filter(({ kind, outcome }) => kind === "deadline.digest" && outcome === "sent");
  expect(titles.length).toBe(sent.length);
  expect(titles.length).toBeGreaterThan(0);
  expect(messages.length).toBeGreaterThan(titles.length);
}

/** Whoever it concerns is told of a new calendar once, and of each day that it moved once. */
function expectRecounts({ deadlines, reminders }: Kept, bureau: Bureau): void {
  const told = [...bureau.shown.values()].filter(({ first }) =>
    JSON.stringify(first.blocks).includes("What was counted by them was counted anew"),
  );
  const moved = reminders.filter(({ kind, outcome }) => kind === "deadline.moved" && outcome === "sent");
  expect(told.length).toBe(moved.length);
  const recounts = deadlines.flatMap(({ steps }) => steps.filter(({ step }) => step === "recounted"));
  const times = new Set(recounts.map(({ at }) => at.getTime()));
  expect(times.size).toBeGreaterThan(0);
  for (const person of new Set(told.map(({ to }) => to))) {
    const own = told.filter(({ to }) => to === person);
    expect({ person, told: own.length <= times.size }).toEqual({ person, told: true });
    for (const { number, steps } of deadlines) {
      const lines = own.flatMap(({ first }) =>
        first.blocks
          .flatMap((each) => (each.kind === "list" ? each.items : []))
          .filter((line) => line.startsWith(`${words.number(number)} `)),
      );
      const moves = steps.filter(({ step }) => step === "recounted").length;
      expect({ person, number, told: lines.length <= moves, lines }).toEqual({ person, number, told: true, lines });
    }
  }
  // the office that supervises hears of every one, unless it was over before the message was made
  for (const { number, status, steps } of deadlines)
    if (status === "open" && !steps.some(({ step }) => step === "extended")) {
      const lines = told.filter(
        ({ to, first }) => to === supervisors[0] && JSON.stringify(first.blocks).includes(`${words.number(number)} `),
      );
      expect({ number, told: lines.length }).toEqual({
        number,
        told: steps.filter(({ step }) => step === "recounted").length,
      });
    }
}

/** On a morning after which nothing more happened, whoever has something overdue that is theirs has been told so. */
export async function expectOverdueTold(store: Store, bureau: Bureau, morning: Date): Promise<void> {
  const { deadlines } = await readKept(store);
  const day = dayOf(morning, "Asia/Shanghai");
  const overdue = deadlines.filter(({ status, due }) => status === "open" && due !== null && due.until < day);
  expect(overdue.length).toBeGreaterThan(0);
  const late = new Set(overdue.map(({ department }) => department));
  const expected = Object.entries(heads).flatMap(([head, { department }]) => (late.has(department) ? [head] : []));
  const told = expected.filter((head) => saying(bureau, words.digest.title(day), head) === 1);
  expect(told).toEqual(expected);
  expect(saying(bureau, words.digest.title(day), supervisors[0])).toBe(1);
  // in the office's language, not in anybody's own
  expect(saying(bureau, wordingFor("zh-Hans").deadlines.digest.channel(day), channel)).toBe(1);
}
