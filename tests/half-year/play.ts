import type { Day } from "../../src/dates.ts";
import type { Reply } from "../../src/reply.ts";
import type { Place } from "../../src/store/store.ts";
import { wordingFor } from "../../src/wording/wording.ts";
import { calendarAsOf } from "../../src/workdays/calendar.ts";
import { pointOf, readOut } from "../support/app.ts";
import type { Choose } from "../support/chooser.ts";
import { type DeadlineOffice, deadlineOffice, type Hand, hands, rosterLongAgo } from "../support/deadlines.ts";
import { owner } from "../support/office.ts";
import { notices } from "../support/workdays.ts";
import {
  askedAgain,
  countAnew,
  counted,
  type Group,
  limits,
  morning,
  type People,
  type Said,
  type Stage,
  setDay,
  type Tracked,
} from "./count.ts";
import { issued, isWorked, next, workingDaysAfter } from "./days.ts";

const people: People = {
  reached: new Set(Object.values(hands)),
  heads: { 市财政局: hands.finance, 市教育局: hands.education, 市公安局: "1018" },
  director: hands.director,
};
const channel = "channel:slack:T1:C9";

/** What came on a morning and what should have come, for one person or the channel. */
export interface Morning {
  readonly day: string;
  readonly to: string;
  readonly came: readonly string[];
  readonly expected: readonly string[];
}

/** What somebody was told of days that moved, and what a plain count moved for them. */
export interface Moved {
  readonly to: string;
  readonly came: number;
  readonly expected: number;
}

export interface Played {
  readonly mornings: readonly Morning[];
  readonly moved: readonly Moved[];
  readonly added: number;
  readonly restarts: number;
  readonly stages: ReadonlyMap<Stage, number>;
  /** Days as they stand in the end, and as a plain count has them. */
  readonly dues: readonly { readonly number: number; readonly came: string; readonly expected: string }[];
  readonly trouble: readonly unknown[];
}

export interface Plan {
  readonly from: string;
  readonly until: string;
  readonly documents: number;
  /** A working day on which the program does not run at all. */
  readonly outage: string;
  readonly choose: Choose;
}

const words = wordingFor("en").deadlines.digest;

/** Plays a half year of a department, a working day at a time: what comes in, what is done with it, what is said of it. */
export async function play({ from, until, documents, outage, choose }: Plan, place: Place): Promise<Played> {
  const asOf = (day: string) => ({ calendar: calendarAsOf(notices, day as Day) });
  let office = await deadlineOffice(place, { begin: `${from}T08:00:00+08:00`, ...asOf(from), roster: rosterLongAgo });
  await office.give("settings", { use: "deadlines", channel, "office-language": "en" }, owner);
  const trouble: unknown[] = [];
  const all: Tracked[] = [];
  const stages = new Map<Stage, number>();
  const found: Morning[] = [];
  const moved: Moved[] = [];
  let restarts = 0;
  let since: string | undefined;
  let knows = from;
  let toTell: readonly Tracked[] = [];
  const restart = async (day: string, time: string) => {
    trouble.push(...office.trouble);
    await office.close();
    const knewBefore = knows;
    knows = day;
    office = await deadlineOffice(place, { begin: `${day}T${time}:00+08:00`, ...asOf(day), again: true });
    restarts++;
    for (let minute = 0; minute < 4; minute++) await office.at(`${day}T${time.slice(0, 3)}${50 + minute}:00+08:00`);
    const notice = Object.values(issued).some((each) => each > knewBefore && each <= day);
    if (notice) toTell = countAnew(all, day);
  };
  const perDay = documents / workedIn(from, until).length;
  let wanted = 0;
  for (let day = from; day <= until; day = next(day)) {
    if (day === outage) continue;
    // the files of a notice are there a day or two after it came out; else the program is started anew now and then
    const restarted = [next(outage), next(issued.of2020), next(issued.prolonged, 2)];
    if (restarted.includes(day) || choose(17) === 0) await restart(day, "08:30");
    const begun = `${day}T08:59:00+08:00`;
    for (const minute of ["09:00", "09:01", "09:02", "09:03"]) await office.at(`${day}T${minute}:00+08:00`);
    const fresh = await messagesSince(begun, office);
    await allDelivered(office);
    const works = isWorked(day, day);
    const { said, channel: inChannel } =
      works && since !== undefined
        ? morning(all, since, day, people, stages)
        : { said: new Map<string, Said>(), channel: { groups: new Map(), office: new Map() } };
    found.push(...compared(day, fresh, said, inChannel));
    if (works && toTell.length > 0) {
      moved.push(...movedTo(toTell, fresh));
      toTell = [];
    }
    if (!works) continue;
    since = all.length > 0 ? day : undefined;
    office.setClock(`${day}T10:00:00+08:00`);
    for (wanted += perDay; wanted >= 1; wanted--) await add(day, office, all, choose);
    since ??= all.length > 0 ? day : undefined;
    const open = all.filter(({ open }) => open);
    for (let works = Math.ceil(open.length / 6); works > 0; works--) {
      const each = open[choose(open.length)];
      if (each?.open) await work(each, day, office, all, choose);
    }
    // what nobody would have done by itself: most of what is late is done within days
    for (const each of all)
      if (each.open && each.due !== undefined && each.due < day && choose(3) === 0) await finish(each, office, all);
  }
  const dues = await Promise.all(
    all.map(async ({ number, due }) => {
      const kept = await office.deadline(number);
      const came = kept.due === null ? "" : kept.due.from === kept.due.until ? kept.due.from : "not certain";
      return { number, came, expected: due ?? "" };
    }),
  );
  trouble.push(...office.trouble);
  await office.close();
  return { mornings: found, moved, added: all.length, restarts, stages, dues, trouble };
}

const workedIn = (from: string, until: string): readonly string[] => {
  const days: string[] = [];
  for (let at = from; at <= until; at = next(at)) if (isWorked(at, at)) days.push(at);
  return days;
};

interface Message {
  readonly to: string;
  readonly reply: Reply;
}

/** No chat is there to take messages: they are not tried again and again all the half year. */
const allDelivered = ({ running, now }: DeadlineOffice): Promise<unknown> =>
  running.store.transaction(({ db }) =>
    db.updateTable("outbox").set({ delivered_at: now().getTime() }).where("delivered_at", "is", null).execute(),
  );

/** What was written to people from an instant on. */
const messagesSince = (instant: string, { running }: DeadlineOffice): Promise<readonly Message[]> =>
  running.store.look(async ({ db }) => {
    const rows = await db
      .selectFrom("outbox")
      .select(["recipient", "reply"])
      .where("created_at", ">=", Date.parse(instant))
      .orderBy("created_at")
      .execute();
    return rows.map(({ recipient, reply }) => ({ to: recipient, reply: JSON.parse(reply ?? "null") as Reply }));
  });

const order = ["missing", "overdue", "today", "soon", "department"] as const satisfies readonly Group[];

/** A morning's message as lines: "soon: 4", "office: 市财政局 3"; of a list that was cut only how long it is. */
function linesOf(reply: Reply): readonly string[] {
  const found: string[] = [];
  let group = "";
  for (const block of reply.blocks) {
    if (block.kind === "text") {
      group = [...order, "office" as const].find((each) => words.groups[each] === block.text) ?? "";
    }
    if (block.kind !== "list" || group === "") continue;
    const more = Number(/^and (\d+) more$/.exec(block.items.at(-1) ?? "")?.[1] ?? 0);
    const shown = more > 0 ? block.items.slice(0, -1) : block.items;
    if (more > 0) found.push(`${group}: ${shown.length + more} of them`);
    else
      for (const item of shown)
        found.push(group === "office" ? `office: ${item}` : `${group}: ${/No\. (\d+)/.exec(item)?.[1]}`);
    group = "";
  }
  return found.toSorted();
}

const mostShown = 15;

function expectedLines({ groups, office }: Said): readonly string[] {
  const lines = [...groups].flatMap(([group, numbers]) =>
    numbers.size > mostShown
      ? [`${group}: ${numbers.size} of them`]
      : [...numbers].map((number) => `${group}: ${number}`),
  );
  const departments = [...office].map(([department, count]) => `office: ${words.byDepartment(department, count)}`);
  return [...lines, ...departments].toSorted();
}

function compared(
  day: string,
  fresh: readonly Message[],
  said: ReadonlyMap<string, Said>,
  inChannel: Said,
): readonly Morning[] {
  const title = words.title(day);
  const ofChannel = words.channel(day);
  const came = fresh.filter(({ reply }) => [title, ofChannel].includes(pointOf(reply)));
  const expected = new Map<string, readonly string[]>(
    [...said].map(([person, each]) => [`person:${person}`, expectedLines(each)] as const),
  );
  if (inChannel.groups.size > 0) expected.set(channel, expectedLines(inChannel));
  const names = new Set<string>([...expected.keys(), ...came.map(({ to }) => to)]);
  return [...names].map((to) => ({
    day,
    to,
    // two messages to one person on a morning would show as two
    came: came
      .filter((each) => each.to === to)
      .flatMap(({ reply }, index) => [...(index > 0 ? ["again"] : []), ...linesOf(reply)]),
    expected: expected.get(to) ?? [],
  }));
}

function movedTo(moved: readonly Tracked[], fresh: readonly Message[]): readonly Moved[] {
  const counts = new Map<string, number>();
  const bump = (person: string) => counts.set(person, (counts.get(person) ?? 0) + 1);
  for (const { owner, department } of moved) {
    const head = people.heads[department] ?? "";
    const whose = owner !== undefined && people.reached.has(owner) ? owner : head;
    if (people.reached.has(whose)) bump(whose);
    if (whose !== people.director) bump(people.director);
  }
  const told = new Map<string, number>();
  for (const { to, reply } of fresh) {
    const text = readOut(reply);
    if (!/counted anew/.test(text)) continue;
    const lines = text.split("\n").filter((line) => /No\. \d+ .*→|No\. \d+ .*->/.test(line)).length;
    const more = [...text.matchAll(/and (\d+) more/g)].reduce((sum, [, count]) => sum + Number(count), 0);
    told.set(to.slice("person:".length), (told.get(to.slice("person:".length)) ?? 0) + lines + more);
  }
  return [...new Set([...counts.keys(), ...[...told.keys()].filter((each) => people.reached.has(each))])].map((to) => ({
    to,
    came: told.get(to) ?? 0,
    expected: counts.get(to) ?? 0,
  }));
}

const departments = ["市财政局", "市财政局", "市财政局", "市财政局", "市教育局", "市公安局"] as const;
const owners: Readonly<Record<string, readonly (string | undefined)[]>> = {
  市财政局: [undefined, hands.staff, hands.staff, hands.deputy],
  市教育局: [undefined, "1059"],
  市公安局: [undefined],
};

/** Something comes in: a document of some category, or of none yet; urgent; a task with a day or without. */
async function add(today: string, office: DeadlineOffice, all: Tracked[], choose: Choose): Promise<void> {
  const department = departments[choose(departments.length)] ?? "市财政局";
  const some = owners[department] ?? [];
  const owner = some[choose(some.length)];
  const received = next(today, -choose(4));
  const kinds = ["own-authority", "needs-consultation", "needs-approval", "needs-study", "", "urgent", "task"];
  const what = kinds[choose(kinds.length)] ?? "";
  const kind = what === "task" ? ("task" as const) : ("document" as const);
  const set = what === "urgent" || (what === "task" && choose(2) === 0) ? next(today, 1 + choose(25)) : undefined;
  const consults = kind === "document" && department === "市财政局" && choose(8) === 0;
  const reply = await office.give(
    "deadline add",
    {
      title: `第${all.length + 1}件`,
      department,
      received,
      kind,
      ...(kind === "document" && what !== "" && { category: what }),
      ...(set !== undefined && { due: set }),
      ...(owner !== undefined && { owner }),
      ...(consults && { consulted: "市教育局" }),
    },
    office.visitorOf("clerk"),
  );
  const number = numberIn(reply);
  const each: Tracked = {
    ...{ number, kind, category: kind === "document" ? what : "", received, department, owner },
    ...{ days: undefined, due: set, snoozed: undefined, open: true, explained: false, lead: undefined },
  };
  each.days = what === "needs-study" ? undefined : limits[what];
  each.due ??= counted(each, today);
  each.snoozed = askedAgain(each, today);
  all.push(each);
  if (consults) {
    const consulted = { kind: "consultation", category: "", department: "市教育局", lead: each } as const;
    const theirs = { ...each, ...consulted, number: number + 1, days: undefined, owner: undefined };
    all.push({ ...theirs, snoozed: askedAgain(theirs, today) });
  }
}

function numberIn(reply: Reply): number {
  const [, number] = /No\. (\d+)/.exec(pointOf(reply)) ?? [];
  if (number === undefined) throw new Error(readOut(reply));
  return Number(number);
}

const handOf = (department: string): Hand =>
  department === "市教育局" ? "education" : department === "市财政局" ? "finance" : "director";

/** Gives a command and expects it to be done: what the program refuses here, the count has not thought of. */
async function give(
  command: string,
  options: Record<string, string>,
  who: Hand,
  office: DeadlineOffice,
): Promise<Reply> {
  const reply = await office.give(`deadline ${command}`, options, office.visitorOf(who));
  if (reply.tone === "refused" || reply.tone === "problem")
    throw new Error(`${command} ${JSON.stringify(options)}: ${readOut(reply)}`);
  return reply;
}

/** It is over, also for whoever was consulted about it. */
function end(each: Tracked, all: readonly Tracked[]): void {
  for (const one of all)
    if (one === each || one.lead === each) {
      one.open = false;
      one.snoozed = undefined;
    }
}

async function finish(each: Tracked, office: DeadlineOffice, all: readonly Tracked[]): Promise<void> {
  await give("finish", { number: String(each.number), result: "已办" }, handOf(each.department), office);
  end(each, all);
}

/** Somebody does something with one of them. */
async function work(
  each: Tracked,
  today: string,
  office: DeadlineOffice,
  all: readonly Tracked[],
  choose: Choose,
): Promise<void> {
  const number = String(each.number);
  const who = handOf(each.department);
  const does = choose(20);
  if (each.kind === "document" && each.category === "") {
    const category = ["own-authority", "needs-consultation", "needs-approval", "needs-study"][choose(4)] ?? "";
    await give("category", { number, category }, who, office);
    each.category = category;
    const days = category === "needs-study" ? undefined : limits[category];
    return setDay(all, each, days === undefined ? undefined : workingDaysAfter(each.received, days, today), days);
  }
  if (each.category === "needs-study" && !each.explained && each.due === undefined) {
    await give("explain", { number, state: "已赴三县调研" }, who, office);
    each.explained = true;
    return setDay(all, each, workingDaysAfter(each.received, 30, today), 30);
  }
  if (each.due === undefined) {
    if (does > 8) return;
    const due = next(today, 2 + choose(20));
    await give("change", { number, due }, who, office);
    return setDay(all, each, due);
  }
  if (does < 5) return finish(each, office, all);
  if (does < 8) return void (await give("progress", { number, words: "正在办理" }, who, office));
  if (does < 10 && each.due > today) {
    const until = next(each.due, 1 + choose(10));
    await give("extend", { number, until, reason: "情况复杂" }, who, office);
    await give("agree", { number, until }, who === "director" ? "clerk" : "director", office);
    return setDay(all, each, until);
  }
  if (does < 12) {
    const snoozed = each.due >= today ? next(each.due, -choose(3)) : next(today, 1);
    if (snoozed <= today) return;
    await give("snooze", { number, until: snoozed }, who, office);
    each.snoozed = snoozed;
    return;
  }
  if (does < 14 && each.department === "市财政局") {
    await give("hand", { number, to: "市教育局", reason: "职责所在" }, who, office);
    await give("accept", { number }, "education", office);
    each.department = "市教育局";
    each.owner = undefined;
    each.snoozed = askedAgain(each, today);
    return;
  }
  if (does === 14 && each.kind === "document" && each.category === "needs-consultation") {
    await give("category", { number, category: "own-authority", reason: "属职权范围" }, who, office);
    each.category = "own-authority";
    return setDay(all, each, workingDaysAfter(each.received, 7, today), 7);
  }
  if (does === 15) {
    await give("withdraw", { number, reason: "重复登记" }, "director", office);
    end(each, all);
  }
}
