import { type Day, plusDays } from "../../src/dates.ts";

// What the rules, the contract and the help say of deadlines, once more and as plainly as can be: who may do what with one,
// how it stands then, and who may read of it. It knows nothing of how Mishu does it.

export interface Someone {
  readonly id: string;
  readonly department: string;
  /** Of the General Office: they supervise, hand over to anybody, and agree to another day. */
  readonly supervises?: true;
  /** Of those who see what every department has to do. */
  readonly seesAll?: true;
  /** The last day on which they held their post. */
  readonly until?: Day;
}

/** One of them, as it should stand. Days are "2026-12-01", or two with "/" between them while it is not certain. */
export interface Expected {
  readonly number: number;
  readonly kind: "document" | "instruction" | "consultation";
  title: string;
  department: string;
  owner: string | null;
  readonly leader: string | null;
  readonly addedBy: string;
  category: string | null;
  explained: string | null;
  readonly received: Day;
  due: string | null;
  firstDue: string | null;
  /** Its day is counted by a category. */
  counted: boolean;
  status: "open" | "done" | "withdrawn";
  result: string;
  reported: boolean;
  handedTo: string | null;
  asked: { readonly until: string; readonly by: string } | null;
  readonly parent: number | null;
}

export interface Wanted {
  readonly who: Someone | undefined;
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
}

/** What should come of it: events in the audit ("extended 1"), none where nothing may happen. */
export type Outcome = readonly string[];

const workingDays: Readonly<Record<string, number | undefined>> = {
  "own-authority": 7,
  "needs-approval": 7,
  "needs-consultation": 10,
  "needs-study": 30,
  urgent: undefined,
};

/** Weekends are off; of what lies in a year whose holidays nobody knows only two days are known between which it lies. */
function workedAfter(received: Day, days: number): string {
  let day = received;
  for (let left = days; left > 0; ) {
    day = plusDays(day, 1);
    if (![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())) left--;
  }
  return day < "2027" ? day : "2027-01-02/2027-01-06";
}

const last = (due: string): string => due.split("/").at(-1) ?? due;
const first = (due: string): string => due.split("/")[0] ?? due;

/** Until it is due; what is overdue, for two working days. */
function latestPause(due: string, today: Day): string {
  if (last(due) < today) return workedAfter(today, 2);
  return first(due) < today ? last(due) : first(due);
}

export type Part = "supervises" | "works" | "offered" | "sees" | undefined;

export const holdsPost = (who: Someone | undefined, today: Day): who is Someone =>
  who !== undefined && (who.until === undefined || today <= who.until);

/** What somebody is to one of them; whoever holds no post any more is nothing to any. */
export function partOf(who: Someone | undefined, it: Expected, today: Day): Part {
  if (!holdsPost(who, today)) return undefined;
  if (who.supervises) return "supervises";
  if (it.owner === who.id || it.department === who.department) return "works";
  if (it.handedTo === who.department) return "offered";
  return who.seesAll || it.leader === who.id || it.addedBy === who.id ? "sees" : undefined;
}

const isBlank = (text: string | undefined): boolean => (text ?? "").trim() === "";

/** Does it to what is expected, and tells what should be in the audit. */
export function foresee(
  { who, command, options }: Wanted,
  all: ReadonlyMap<number, Expected>,
  today: Day,
  people: readonly Someone[],
): Outcome {
  const it = all.get(Number(options.number));
  if (!it || !who) return [];
  const part = partOf(who, it, today);
  if (!part) return [];
  const works = part === "works" || part === "supervises";
  const open = it.status === "open";
  const said = (step: string) => [`${step} ${it.number}`];
  switch (command) {
    case "progress":
      return works && open ? said("progress") : [];
    case "finish": {
      if (!works || !open) return [];
      Object.assign(it, { status: "done", result: options.result, asked: null, handedTo: null });
      if (it.kind !== "instruction") return [...said("finished"), ...overWith(it, all)];
      it.reported = true;
      return [...said("finished"), ...said("reported"), ...overWith(it, all)];
    }
    case "withdraw":
      if (!(part === "supervises" || it.addedBy === who.id) || !open || isBlank(options.reason)) return [];
      Object.assign(it, { status: "withdrawn", asked: null, handedTo: null });
      return [...said("withdrawn"), ...overWith(it, all)];
    case "reopen":
      if (!works || open || isBlank(options.reason)) return [];
      Object.assign(it, { status: "open", result: "", reported: false });
      return said("reopened");
    case "reported":
      if (!works || it.status !== "done" || it.kind !== "instruction" || it.reported) return [];
      it.reported = true;
      return said("reported");
    case "snooze": {
      const until = options.until ?? plusDays(today, 1);
      if (!works || !open || until <= today) return [];
      return it.due !== null && until > latestPause(it.due, today) ? [] : said("snooze");
    }
    case "hand":
      if (!works || !open || options.to === it.department || options.to === it.handedTo) return [];
      it.handedTo = options.to ?? null;
      return said("offered");
    case "accept":
    case "decline": {
      const { handedTo } = it;
      if (!open || handedTo === null || !(who.department === handedTo || part === "supervises")) return [];
      it.handedTo = null;
      if (command === "decline") return said("declined");
      Object.assign(it, { department: handedTo, owner: null });
      return said("accepted");
    }
    case "extend":
      return extend(it, { who, command, options }, all, today, people);
    case "agree":
    case "refuse": {
      const { asked } = it;
      if (!open || !asked || (!isBlank(options.until) && options.until !== asked.until)) return [];
      if (!(part === "supervises" || it.leader === who.id) || asked.by === who.id) return [];
      it.asked = null;
      if (command === "refuse") return said("extension-refused");
      return [...said("extended"), ...moved(it, asked.until, all)];
    }
    case "category":
      return works && open ? categorised(it, options, all) : [];
    case "explain": {
      if (!works || !open || it.category !== "needs-study" || it.explained !== null || isBlank(options.state))
        return [];
      it.explained = options.state ?? "";
      it.counted = true;
      const before = it.due;
      it.due = workedAfter(it.received, 30);
      return [...said("explained"), ...follow(it, before, all)];
    }
    case "change":
      return works && open ? changed(it, options) : [];
    default:
      return [];
  }
}

/** Nobody waits any more for those who were consulted. */
function overWith(it: Expected, all: ReadonlyMap<number, Expected>): Outcome {
  return [...all.values()].flatMap((each) => {
    if (each.parent !== it.number || each.status !== "open") return [];
    Object.assign(each, { status: "withdrawn", asked: null, handedTo: null });
    return [`withdrawn ${each.number}`];
  });
}

function extend(
  it: Expected,
  { who, options: { until = "", reason, agreed } }: Wanted,
  all: ReadonlyMap<number, Expected>,
  today: Day,
  people: readonly Someone[],
): Outcome {
  const part = partOf(who, it, today);
  if (!who) return [];
  if (!(part === "works" || part === "supervises") || it.status !== "open" || it.due === null) return [];
  if (until <= last(it.due) || until <= today || isBlank(reason)) return [];
  if (!isBlank(agreed)) {
    // nobody extends their own: whoever supervises writes down who of those who may has agreed
    const by = people.find(({ id }) => id === agreed);
    const may = by && ["supervises", "sees"].includes(partOf(by, it, today) ?? "");
    if (part !== "supervises" || !may || agreed === who.id || agreed === it.asked?.by) return [];
    it.asked = null;
    return [`extended ${it.number}`, ...moved(it, until, all)];
  }
  if (it.asked?.until === until) return [];
  it.asked = { until, by: who.id };
  return [`extension-asked ${it.number}`];
}

/** Another day holds; the first one stays to be seen. */
function moved(it: Expected, until: string, all: ReadonlyMap<number, Expected>): Outcome {
  const before = it.due;
  it.firstDue ??= before;
  it.due = until;
  it.counted = false;
  return follow(it, before, all);
}

/** Departments that are consulted have the lead department's day, as long as theirs was not set otherwise. */
function follow(it: Expected, before: string | null, all: ReadonlyMap<number, Expected>): Outcome {
  return [...all.values()].flatMap((each) => {
    if (each.parent !== it.number || each.status !== "open" || each.due !== before || it.due === null) return [];
    each.due = it.due;
    return [`set ${each.number}`];
  });
}

function categorised(
  it: Expected,
  { category = "", reason }: Readonly<Record<string, string>>,
  all: ReadonlyMap<number, Expected>,
): Outcome {
  if (it.kind !== "document" || isBlank(category) || category === it.category) return [];
  if (it.category !== null && isBlank(reason)) return [];
  const before = it.due;
  if (it.category !== null) it.firstDue ??= before;
  const days = category === "needs-study" && it.explained === null ? undefined : workingDays[category];
  Object.assign(it, {
    category,
    asked: null,
    counted: days !== undefined,
    due: days === undefined ? null : workedAfter(it.received, days),
  });
  return [`category ${it.number}`, ...follow(it, before, all)];
}

function changed(it: Expected, { owner, title, due }: Readonly<Record<string, string>>): Outcome {
  if (!isBlank(due)) {
    const sooner = it.kind === "consultation" && it.due !== null && (due ?? "") < first(it.due);
    if (it.counted || (it.due !== null && !sooner) || (it.kind === "document" && it.category === null)) return [];
    if ((due ?? "") < it.received) return [];
  }
  const other = {
    ...(!isBlank(owner) && owner !== it.owner && { owner }),
    ...(!isBlank(title) && title !== it.title && { title }),
    ...(!isBlank(due) && { due }),
  };
  // what is so already is not changed
  if (Object.keys(other).length === 0) return [];
  Object.assign(it, other);
  return [`set ${it.number}`];
}
