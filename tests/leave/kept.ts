import { expect } from "vitest";
import { cardOf, isOpen, type Leave } from "../../src/leave/leave.ts";
import type { Reply } from "../../src/reply.ts";
import { leavesWhere } from "../../src/store/leave.ts";
import type { Store } from "../../src/store/store.ts";
import { onTheWay } from "../support/furnish.ts";
import { faultsOf, type KeptRecords, readRecords } from "../support/kept-records.ts";
import { numbersToDecide, type Town, type Wish } from "./town.ts";
import { heads, meetingsFrom } from "./wishes.ts";

// What must be true of an office when it is left in peace, however often it was killed.

interface Kept extends KeptRecords {
  readonly leaves: readonly Leave[];
}

export const readKept = (store: Store): Promise<Kept> =>
  store.look(async (records) => ({ ...(await readRecords(records)), leaves: await leavesWhere(records, {}) }));

const decisions = ["leave.approve", "leave.refuse"];
const statusBy: Readonly<Record<string, string>> = { "leave.approve": "approved", "leave.refuse": "refused" };

/** Everything that was asked is there once, decided once and told once, and what waits is thought of. */
export async function expectEverythingKept(store: Store, town: Town): Promise<void> {
  const kept = await readKept(store);
  expect(town.open()).toEqual([]);
  // nothing is there that nobody asked for, and nothing twice
  expect(kept.leaves.map(({ reason }) => reason).sort()).toEqual(town.wishes.map(({ secret }) => secret).sort());
  expect(kept.leaves.map(({ number }) => number).sort()).toEqual(town.wishes.map(({ number }) => number).sort());
  for (const wish of town.wishes) expectOne(wish, kept, town);
  // every message came, under its own mark and no other
  expect(kept.messages.filter(({ id, outcome }) => outcome !== `wire: ${id}`)).toEqual([]);
  expect([...town.shown.keys()].sort()).toEqual(kept.messages.map(({ id }) => id).sort());
  // nothing waits to be delivered or answered, what is private stands nowhere but with the request, the chain holds
  expect(await onTheWay(store)).toEqual([]);
  expect(await faultsOf(store)).toEqual({ faults: [], told: [] });
}

/** One request, with all that belongs to it. */
function expectOne(wish: Wish, kept: Kept, town: Town): void {
  const leave = kept.leaves.find(({ number }) => number === wish.number);
  if (!leave) throw new Error(`${wish.key} was lost`);
  const subject = cardOf(leave.number);
  const requester = `person:${wish.person}`;
  const events = kept.events.filter((each) => each.subject === subject);
  const decided = events.filter(({ action }) => decisions.includes(action));
  const nudges = events.filter(({ details }) => details.sent !== undefined);
  const returns = events.filter(({ details }) => details.return !== undefined);
  const reminders = kept.reminders.filter((each) => each.subject === subject);
  const steps = (kind: string) =>
    reminders.flatMap((each) => (each.kind === kind && each.done_at !== null ? [each.step] : [])).sort((a, b) => a - b);
  const open = reminders.filter(({ kind, done_at }) => done_at === null && kind !== "leave.substitute");
  const messages = kept.messages.filter(({ card }) => card === subject);
  const lists = kept.messages.filter(({ id }) => {
    const shown = town.shown.get(id)?.reply;
    return shown && numbersToDecide(shown).includes(leave.number);
  });
  const reported = events.filter(({ action }) => action === "leave.return");
  const backs = Array.from({ length: wish.returns }, (_, n) => town.answers.get(`back-${n}:${wish.key}`) ?? []);
  const isBack = backs.some((each) => each.length > 0);
  const answered = wish.presses.map((_, index) => town.answers.get(`press-${index}:${wish.key}`) ?? []);
  const wanted = wish.patience !== 0 && wish.cards.size >= wish.patience;
  const approved = leave.status === "approved";
  const late = leave.decidedAt !== null && leave.decidedAt.toISOString() > meetingsFrom;
  const found = {
    asked: events.filter(({ action }) => action === "leave.ask").length,
    decided: decided.map(({ action, actor }) => `${statusBy[action]} by ${actor}`),
    toldThatItIsDone: answered.filter((each) => each.some(({ tone }) => tone === "done")).length,
    open: open.map(({ kind }) => kind),
    nudged: steps("leave.decide"),
    askedToReturn: steps("leave.return"),
    substitutes: reminders.filter(({ kind }) => kind === "leave.substitute").length,
    toRequester: messages.filter(({ recipient }) => recipient === requester).length,
    toDeciders: messages.filter(({ recipient }) => recipient !== requester).length + lists.length,
    reported: reported.length,
    back: leave.returned !== null,
    toldThatTheyAreBack: backs.filter((each) => each.some(({ tone }) => tone === "done")).length,
    shown: [...new Set(messages.map(({ id }) => stateOf(town.shown.get(id)?.reply, leave)))],
  };
  expect({ wish, ...found }).toEqual({
    wish,
    asked: 1,
    decided: wanted ? [`${leave.status} by person:${leave.decidedBy}`] : [],
    toldThatItIsDone: wanted ? 1 : 0,
    open: isOpen(leave) ? ["leave.decide"] : approved && !wish.meeting && !isBack ? ["leave.return"] : [],
    nudged: [...nudges.keys()],
    askedToReturn: [...returns.keys()],
    // of meetings that are over nobody is asked who goes
    substitutes: approved && wish.meeting && heads.includes(wish.person) && !late ? 1 : 0,
    toRequester: (wanted ? 1 : 0) + returns.length,
    toDeciders: 1 + nudges.reduce((sum, { details }) => sum + (details.to as readonly string[]).length, 0),
    reported: isBack ? 1 : 0,
    back: isBack,
    toldThatTheyAreBack: isBack ? 1 : 0,
    shown: [wanted ? "decided" : "as it waits"],
  });
}

/** What a card tells about its request: it is decided as the records say, or it can be pressed as it stands. */
function stateOf(shown: Reply | undefined, leave: Leave): string {
  const words = JSON.stringify(shown?.blocks ?? []);
  const press = shown?.buttons.find(({ command }) => command === "leave approve");
  if (press) return press.options.version === String(leave.version) ? "as it waits" : "out of date";
  const told = ["was", "is"].some((each) => words.includes(`No. ${leave.number} ${each} ${leave.status}`));
  return told ? "decided" : words;
}

/** How often somebody was reminded of each request, by its number; endlessly, where nothing is left to remind of. */
export async function remindedOf(store: Store): Promise<ReadonlyMap<number, number>> {
  const { leaves, events, reminders } = await readKept(store);
  const waiting = new Set(reminders.flatMap(({ subject, done_at }) => (done_at === null ? [subject] : [])));
  const times = (subject: string) =>
    events.filter((each) => each.subject === subject && each.action === "leave.nudge").length;
  return new Map(
    leaves.map(({ number }) => [
      number,
      waiting.has(cardOf(number)) ? times(cardOf(number)) : Number.POSITIVE_INFINITY,
    ]),
  );
}
