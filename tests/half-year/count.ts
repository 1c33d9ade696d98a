import { before, isWorked, next, workedSince, workingDaysAfter } from "./days.ts";

// What must be said on which morning, and to whom, counted by hand as it were: three working days before, one before, on
// the day, and every morning while it is overdue, to whoever does it; of what is overdue also to the head; from the third
// working day on to the General Office (WORKFLOWS.md). It uses nothing of Mishu.

export interface Tracked {
  readonly number: number;
  readonly kind: "document" | "task" | "consultation";
  category: string;
  /** Working days that are counted from the day of receipt; undefined: the day was set, or there is none. */
  days: number | undefined;
  readonly received: string;
  department: string;
  owner: string | undefined;
  due: string | undefined;
  snoozed: string | undefined;
  open: boolean;
  explained: boolean;
  readonly lead: Tracked | undefined;
}

/** People by their number: those whom a message reaches; who heads what; the director of the General Office. */
export interface People {
  readonly reached: ReadonlySet<string>;
  readonly heads: Readonly<Record<string, string>>;
  readonly director: string;
}

export const limits: Readonly<Record<string, number>> = {
  "own-authority": 7,
  "needs-consultation": 10,
  "needs-approval": 7,
  "needs-study": 30,
};

export type Group = "missing" | "overdue" | "today" | "soon" | "department";

/** What one person must read on a morning: numbers by group, and for the General Office how many of which department. */
export interface Said {
  readonly groups: Map<Group, Set<number>>;
  readonly office: Map<string, number>;
}

/** In how many cases each of the stages was due: what the half year is made of. */
export type Stage = "three before" | "one before" | "on the day" | "overdue" | "head" | "office" | "missing" | "woken";

/** In working days. */
const week = 5;

/** A day that is missing is asked for a week later where the rules set none. */
export const askedAgain = ({ kind, due }: Pick<Tracked, "kind" | "due">, today: string): string | undefined =>
  kind === "document" || due !== undefined ? undefined : workingDaysAfter(today, week, today);

/** Counts the day of what is counted; `knownOn`: by what is known then. */
export const counted = ({ received, days }: Tracked, knownOn: string): string | undefined =>
  days === undefined ? undefined : workingDaysAfter(received, days, knownOn);

/** The morning of `today`, the last one having been that of `since`. */
export function morning(
  all: readonly Tracked[],
  since: string,
  today: string,
  people: People,
  stages: Map<Stage, number>,
) {
  const said = new Map<string, Said>();
  const of = (person: string): Said => {
    const has = said.get(person) ?? { groups: new Map(), office: new Map() };
    said.set(person, has);
    return has;
  };
  const put = (person: string, group: Group, number: number) => {
    const { groups } = of(person);
    groups.set(group, (groups.get(group) ?? new Set()).add(number));
  };
  const channel: Said = { groups: new Map(), office: new Map() };
  for (const each of all) {
    if (!each.open) continue;
    // what was asked about on the last morning, a week after that, by what is known now
    if (each.due === undefined && each.kind !== "document" && (each.snoozed ?? since) <= since)
      each.snoozed = workingDaysAfter(since, week, today);
    const { due, owner, department, number, snoozed } = each;
    const late = due !== undefined && due < today ? workedSince(due, today, today) : 0;
    if (late >= 3) {
      const { office } = of(people.director);
      office.set(department, (office.get(department) ?? 0) + 1);
      bump(stages, "office");
    }
    if (snoozed !== undefined && snoozed > today) continue;
    const group = groupOf(each, since, today, stages);
    if (group === undefined) continue;
    const head = people.heads[department];
    const reached = (id: string | undefined) => id !== undefined && people.reached.has(id);
    put(reached(owner) ? (owner as string) : reached(head) ? (head as string) : people.director, group, number);
    if (group === "overdue" && reached(owner) && reached(head) && head !== owner) {
      put(head as string, "department", number);
      bump(stages, "head");
    }
    if (group !== "missing") channel.groups.set(group, (channel.groups.get(group) ?? new Set()).add(number));
  }
  return { said, channel };
}

function groupOf(each: Tracked, since: string, today: string, stages: Map<Stage, number>): Group | undefined {
  const { due, kind, snoozed } = each;
  const woken = snoozed !== undefined && snoozed > since;
  if (due === undefined) {
    if (kind !== "document" && !woken) return undefined;
    bump(stages, "missing");
    return "missing";
  }
  if (due < today) {
    bump(stages, "overdue");
    return "overdue";
  }
  const names = { 3: "three before", 1: "one before", 0: "on the day" } as const;
  const came = ([3, 1, 0] as const).filter((stage) => {
    const on = before(due, stage, today);
    return on > since && on <= today;
  });
  const stage = came.at(-1);
  if (stage === undefined && !woken) return undefined;
  bump(stages, stage === undefined ? "woken" : names[stage]);
  return due <= today ? "today" : "soon";
}

const bump = (stages: Map<Stage, number>, stage: Stage) => stages.set(stage, (stages.get(stage) ?? 0) + 1);

/** Another notice is there: what was counted is counted anew. Tells what moved, with the day before. */
export function countAnew(all: readonly Tracked[], today: string): readonly Tracked[] {
  const moved: Tracked[] = [];
  for (const each of all) {
    const now = counted(each, today);
    if (!each.open || each.due === undefined || now === undefined || now === each.due) continue;
    const old = each.due;
    for (const one of [each, ...all.filter(({ lead, open, due }) => lead === each && open && due === old)]) {
      one.due = now;
      if (one.snoozed !== undefined && now >= today && one.snoozed > now) one.snoozed = undefined;
      moved.push(one);
    }
  }
  return moved;
}

/** A day is set, or another one: the departments that are consulted follow as long as they had the same. */
export function setDay(all: readonly Tracked[], each: Tracked, due: string | undefined, days?: number): void {
  const old = each.due;
  each.due = due;
  each.days = days;
  each.snoozed = undefined;
  if (due === undefined) return;
  for (const one of all.filter(({ lead, open }) => lead === each && open))
    if (one.due === old) {
      one.due = due;
      one.snoozed = undefined;
    }
}

export const mornings = (from: string, until: string): readonly string[] => {
  const days: string[] = [];
  for (let at = from; at <= until; at = next(at)) if (isWorked(at, at)) days.push(at);
  return days;
};
