import { expect } from "vitest";
import { meetingTime } from "../../src/find-meetings.ts";
import type { Reply } from "../../src/reply.ts";
import type { Store } from "../../src/store/store.ts";
import { wordingFor } from "../../src/wording/wording.ts";
import { onTheWay } from "../support/furnish.ts";
import { faultsOf, type KeptEvent, type KeptMessage } from "../support/kept-records.ts";
import { organisers } from "./gatherings.ts";
import { groupOf, type Hall } from "./hall.ts";
import { type Kept, type KeptMeeting, readKept } from "./kept.ts";

// What must be true of an office when it is left in peace, however often it was killed.

const wording = wordingFor("en");
const pointIn = ({ blocks: [first] }: Reply): string => (first?.kind === "text" ? first.text : "");
const idOf = (name: string): string => name.replace(/^person:/, "");

/** Every press took effect once and is in the audit once, or was told why not; and everything came to whom it is for. */
export async function expectEverythingHeld(store: Store, hall: Hall, now: Date): Promise<void> {
  const kept = await readKept(store, hall.gatherings);
  expect(hall.open()).toEqual([]);
  expect([...kept.titles].sort()).toEqual(hall.gatherings.map(({ title }) => title).sort());
  // what was answered as done stands in the audit, once, as done by whoever pressed; and nothing else does
  expect(doneIn(hall).sort()).toEqual(kept.events.flatMap(pressIn).sort());
  expect(wonTwice(hall)).toEqual([]);
  for (const each of kept.meetings) {
    expectCourse(each, hall);
    expectNotices(each, kept, hall);
    expectMinutes(each, kept);
    expectReminders(each, kept, hall);
  }
  // every message came, under its own mark and no other
  expect(kept.messages.filter(({ id, outcome }) => outcome !== `wire: ${id}`)).toEqual([]);
  expect([...hall.shown.keys()].sort()).toEqual(kept.messages.map(({ id }) => id).sort());
  expect(kept.reminders.filter(({ done_at, due_at }) => done_at === null && due_at <= now.getTime())).toEqual([]);
  expect(kept.reminders.filter(({ attempts }) => attempts > 0)).toEqual([]);
  expect(await onTheWay(store)).toEqual([]);
  expect(await faultsOf(store)).toEqual({ faults: [], told: [] });
}

const isDone = ({ tone }: Reply): boolean => tone === "done";

/** "attend 3 1002": what was pressed, about which meeting, by whom. */
function doneIn(hall: Hall): string[] {
  return [...hall.asked.values()].flatMap(({ key, from, asked }) => {
    if (!("command" in asked) || !asked.command.startsWith("meeting ")) return [];
    if (!hall.answers.get(key)?.some(isDone)) return [];
    const planned = hall.gatherings.find(({ title }) => title === asked.options.title);
    return [`${asked.command.slice("meeting ".length)} ${planned?.number ?? asked.options.number} ${from}`];
  });
}

const steps: Readonly<Record<string, string>> = {
  drafted: "minutes",
  reviewed: "pass",
  signed: "pass",
  returned: "return",
  issued: "issue",
};

function pressIn({ action, actor, subject, person, details }: KeptEvent): readonly string[] {
  const [of, what = ""] = action.split(".");
  if (of !== "meeting" || what === "cadence") return [];
  const verb = what === "minutes" ? steps[String(details.step)] : what === "attendance" ? "here" : what;
  if ((what === "attend" || what === "attendance") && person !== idOf(actor)) return [`${action} of somebody else`];
  return [`${verb} ${subject.slice("meeting:".length)} ${idOf(actor)}`];
}

/** Of two presses at the same moment at most one does something; who comes, or is there, is asked again after a move. */
const wonTwice = (hall: Hall): readonly string[] => {
  const paired = [...hall.asked.keys()].filter((key) => /#\d$/.test(key) && !/^(attend|here):/.test(key));
  const won = paired.filter((key) => hall.answers.get(key)?.some(isDone));
  return won.map(groupOf).filter((each, n, all) => all.indexOf(each) !== n);
};

const timeOf = (meeting: KeptMeeting["meeting"], hall: Hall, changed: boolean): string => {
  const first = hall.gatherings.find(({ number }) => number === meeting.number)?.change?.time !== undefined;
  return meetingTime(first && !changed ? { ...meeting, fromMinute: 9 * 60 } : meeting, wording);
};

/** Replies and attendance are what the audit tells, one event after the other; nobody was told another time than held then. */
function expectCourse({ meeting, replies, attendance, events, gathering }: KeptMeeting, hall: Hall): void {
  const coming = new Set<string>();
  const here = new Set<string>();
  const told: string[] = [];
  let changed = false;
  for (const { action, person, details } of events) {
    if (person && (action === "meeting.attend" ? coming : here).has(person)) told.push(`${person} twice`);
    if (action === "meeting.attend" && person) {
      coming.add(person);
      told.push(`${person} ${wording.meetings.attend.done(meeting.title, timeOf(meeting, hall, changed))}`);
    }
    if (action === "meeting.attendance" && person) here.add(person);
    if (action !== "meeting.change") continue;
    changed = true;
    if (!(details.what as readonly string[]).includes("when")) continue;
    coming.clear();
    here.clear();
  }
  const count = (action: string) => events.filter((each) => each.action === action).length;
  expect({ gathering, plans: count("meeting.plan"), replies: [...replies].sort() }).toEqual({
    gathering,
    plans: 1,
    replies: [...coming].sort(),
  });
  const heard = [...hall.asked.values()].flatMap(({ key, from, asked }) => {
    const done = hall.answers.get(key)?.find(isDone);
    const attends = "command" in asked && asked.command === "meeting attend";
    return done && attends && asked.options.number === String(meeting.number) ? [`${from} ${pointIn(done)}`] : [];
  });
  expect(heard.sort()).toEqual(told.sort());
  expect([...attendance.keys()].sort()).toEqual([...here].sort());
  expect({ announced: meeting.announcedAt !== null, cancelled: meeting.cancelledAt !== null }).toEqual({
    announced: count("meeting.announce") === 1,
    cancelled: count("meeting.cancel") === 1,
  });
}

/** What a message is, by the words with which it came. */
function kindOf(reply: Reply): string {
  const { notice, change } = wording.meetings;
  const point = pointIn(reply);
  if ([notice.called, notice.invited, notice.presides].includes(point)) return "told";
  if (point === change.notice) return "told";
  if (point === notice.reply) return "meeting.reply";
  if (point === notice.dayBefore(1)) return "meeting.day-before";
  if (point === notice.hourBefore(60)) return "meeting.hour-before";
  if (/^The meeting begins at/.test(point)) return "meeting.begins";
  return /is cancelled\.$|^You are no longer called to/.test(point) ? "gone" : point;
}

/** "CONFIRMED 1": what a message brings to a calendar. */
const entriesIn = ({ files }: Reply): readonly string[] =>
  files.flatMap((each) => {
    const text = "content" in each ? String(each.content) : "";
    const [, status] = text.match(/^STATUS:(\w+)/m) ?? [];
    return status ? [`${status} ${text.match(/^SEQUENCE:(\d+)/m)?.[1]}`] : [];
  });

const isAbout = ({ id, card }: KeptMessage, { meeting, gathering }: KeptMeeting, hall: Hall): boolean =>
  card === `meeting:${meeting.number}` ||
  card === `meeting-here:${meeting.number}` ||
  JSON.stringify(hall.shown.get(id)?.first.blocks).includes(gathering.title);

/** Whether it was changed after people were called to it. */
function isChanged({ events }: KeptMeeting): boolean {
  const actions = events.map(({ action }) => action);
  const announced = actions.indexOf("meeting.announce");
  return announced >= 0 && actions.lastIndexOf("meeting.change") > announced;
}

/** For which sequences somebody who was ever called has a notice: whom else it calls is nobody else's business. */
function noticesOf(person: string, kept: KeptMeeting): readonly number[] {
  const { before, called, gathering } = kept;
  if (!before.includes(person)) return [1];
  const told = isChanged(kept) && called.includes(person) && gathering.change?.invited === undefined;
  return told ? [0, 1] : [0];
}

/** Whoever is called has one notice for each time that it stood in calendars otherwise, and nobody else has any. */
function expectNotices(kept: KeptMeeting, { messages }: Kept, hall: Hall): void {
  const { meeting, gathering, before, called, leaves, events } = kept;
  const changed = isChanged(kept);
  const mine = messages.filter((each) => isAbout(each, kept, hall));
  const substitutes = leaves.flatMap(({ substitute }) => substitute ?? []);
  const deciders = leaves.flatMap(({ approver, decidedBy }) => [approver ?? "", decidedBy ?? ""]);
  const onPaper = events.flatMap(({ details: { to } }) => (typeof to === "string" ? [to] : []));
  const everCalled = meeting.announcedAt ? [...new Set([...before, ...(changed ? called : [])])] : [];
  const known = new Set([...everCalled, ...substitutes, ...deciders, ...onPaper, ...organisers]);
  expect({ gathering, strangers: mine.filter(({ recipient }) => !known.has(idOf(recipient))) }).toEqual({
    gathering,
    strangers: [],
  });
  for (const person of everCalled) {
    const own = mine.filter(({ recipient }) => recipient === `person:${person}`);
    const firsts = own.flatMap(({ id }) => hall.shown.get(id)?.first ?? []);
    const stays = called.includes(person) || !changed;
    const sequences = noticesOf(person, kept);
    const out = !stays || meeting.cancelledAt !== null;
    const expected = sequences.map((each) => `CONFIRMED ${each}`);
    const last = `CANCELLED ${meeting.cancelledAt && stays ? meeting.sequence : 1}`;
    const entries = firsts.flatMap(entriesIn);
    const gone = firsts.filter((each) => kindOf(each) === "gone").length;
    expect({
      ...{ gathering, person },
      // a notice that waited while the meeting was changed tells at once how it is, and leaves the entry to the next
      entries: entries.filter((each, n) => entries.indexOf(each) !== n || ![...expected, last].includes(each)),
      last: entries.includes(out ? last : (expected.at(-1) ?? "")),
      gone: gone > 0,
    }).toEqual({ ...{ gathering, person }, entries: [], last: true, gone: out });
    for (const { id } of own.filter(({ card }) => card?.startsWith("meeting"))) expectCard(id, { ...kept, out }, hall);
  }
}

/** What somebody has before them tells how it is now. */
function expectCard(id: string, { gathering, meeting, out }: KeptMeeting & { readonly out: boolean }, hall: Hall) {
  const shown = hall.shown.get(id)?.reply;
  const words = JSON.stringify(shown?.blocks);
  const over = /You are recorded for|is over\. It is not recorded/.test(words);
  const told = out
    ? kindOf(shown ?? { ...({} as Reply), blocks: [] }) === "gone" && shown?.buttons.length === 0
    : over || words.includes(meetingTime(meeting, wording));
  expect({ gathering, words: told ? "as it is now" : words }).toEqual({ gathering, words: "as it is now" });
}

/** Minutes went from one to the next, each step once, each by whoever pressed. */
function expectMinutes({ gathering, minutes, steps: kept, events, meeting }: KeptMeeting, all: Kept): void {
  const inAudit = events.flatMap(({ action, actor, details }) => {
    if (action === "meeting.publish") return [`${details.outcome} ${idOf(actor)}`];
    return action === "meeting.minutes" ? [`${details.step} ${idOf(actor)}`] : [];
  });
  expect({ gathering, steps: kept.map(({ step, person }) => `${step} ${person}`) }).toEqual({
    gathering,
    steps: inAudit,
  });
  const way = kept.map(({ step }) => step).join(" ");
  expect(way).toMatch(/^((drafted( reviewed)? returned ?)*(drafted( reviewed( signed( issued( published)?)?)?)?)?)?$/);
  // each by whom the step before had named, no other
  const moved = events.filter(({ action }) => action === "meeting.minutes");
  for (const [n, { actor, details }] of moved.entries())
    if (details.step !== "drafted" && details.step !== "issued") expect(idOf(actor)).toBe(moved[n - 1]?.details.to);
  expect(["signed", "issued"].includes(minutes?.status ?? "")).toBe(
    way.lastIndexOf("signed") > way.lastIndexOf("drafted"),
  );
  // whoever minutes wait for is told once for each step, and once for each nudge
  const card = all.messages.filter((each) => each.card === `minutes:${meeting.number}`);
  const nudges = all.reminders.filter((each) => each.kind === "meeting.minutes" && isSent(each, meeting.number));
  const moves = kept.filter(({ step }) => !["issued", "published", "withheld"].includes(step));
  expect({ gathering, told: card.length }).toEqual({ gathering, told: moves.length + nudges.length });
}

const isSent = ({ subject, outcome }: Kept["reminders"][number], number: number): boolean =>
  outcome === "sent" && /^(meeting|minutes):\d+$/.test(subject) && subject.endsWith(`:${number}`);

/** Of each reminder that came everybody has one message, and whoever certainly comes has it. */
function expectReminders(kept: KeptMeeting, { reminders, messages }: Kept, hall: Hall): void {
  const { gathering, meeting, before, called, leaves } = kept;
  const mine = messages.filter((each) => isAbout(each, kept, hall));
  const sent = (kind: string) => reminders.filter((each) => each.kind === kind && isSent(each, meeting.number)).length;
  const had = (person: string, is: (reply: Reply) => boolean) =>
    mine.filter(({ id, recipient }) => {
      const shown = hall.shown.get(id);
      return recipient === `person:${person}` && shown && is(shown.first);
    }).length;
  const rows = (person: string, card: string) =>
    mine.filter((each) => each.card === `${card}:${meeting.number}` && each.recipient === `person:${person}`).length;
  const certain = before.filter((each) => called.includes(each) && !leaves.some(({ person }) => person === each));
  // what waits while somebody replies, or the meeting changes, comes with other words: they are counted, not read
  const early = sent("meeting.day-before") + sent("meeting.hour-before");
  for (const person of meeting.announcedAt && meeting.cancelledAt === null ? certain : []) {
    const nudges = rows(person, "meeting") - noticesOf(person, kept).length - early;
    const counted = { asked: rows(person, "meeting-here"), nudges: nudges >= 0 && nudges <= sent("meeting.reply") };
    expect({ gathering, person, ...counted }).toEqual({
      gathering,
      person,
      asked: sent("meeting.begins"),
      nudges: true,
    });
  }
  for (const person of new Set([...before, ...called]))
    for (const kind of ["meeting.reply", "meeting.day-before", "meeting.hour-before", "meeting.begins"])
      expect(had(person, (reply) => kindOf(reply) === kind)).toBeLessThanOrEqual(sent(kind));
  const { attendance, minutes } = wording.meetings;
  for (const [kind, point] of [
    ["meeting.over", attendance.summary(meeting.title)],
    ["meeting.undrafted", minutes.noneYet(meeting.title)],
    ["meeting.publish", minutes.publish.ask(meeting.title)],
  ] as const) {
    const times = organisers.reduce((sum, each) => sum + had(each, (reply) => pointIn(reply) === point), 0);
    expect({ gathering, kind, times }).toEqual({ gathering, kind, times: sent(kind) });
  }
}
