import { type Day, plusDays } from "../dates.ts";
import type { Calendar } from "../workdays/calendar.ts";
import type { DueDay } from "./due.ts";

// When people are reminded is Mishu's own pace, and said to be: the rules set none. Days of a year whose holidays are not
// known are taken as they presumably will be, for reminding only: nothing is counted by them.

type Days = Pick<Calendar, "dayKind" | "presumablyWorking">;

/** So many working days before its last one something is reminded of; 0: on that day itself. */
export const stages = [3, 1, 0] as const;
export type Stage = (typeof stages)[number];

/** From so many working days overdue on, the head of the department hears of it, and then the office that supervises. */
export const escalation = { head: 1, office: 3 } as const;

/** Whether people are presumably at work on a day. */
export function isWorked(day: Day, calendar: Days): boolean {
  const { kind } = calendar.dayKind(day);
  return kind === "unknown" ? calendar.presumablyWorking(day) : kind === "working";
}

/** The day itself when it is worked, else the last before it that is. */
export function lastWorkedUpTo(day: Day, calendar: Days): Day {
  let at = day;
  while (!isWorked(at, calendar)) at = plusDays(at, -1);
  return at;
}

/** The worked day so many worked days before another, or after it where the number is below 0. */
export function workedBefore(day: Day, days: number, calendar: Days): Day {
  const step = days < 0 ? 1 : -1;
  let at = day;
  for (let left = Math.abs(days); left > 0; ) {
    at = plusDays(at, step);
    if (isWorked(at, calendar)) left--;
  }
  return at;
}

/** The day on which a stage of something that is due on a day comes; of what may be due earlier, as for that day. */
export const stageDay = ({ from }: DueDay, stage: Stage, calendar: Days): Day =>
  workedBefore(lastWorkedUpTo(from, calendar), stage, calendar);

/** How many worked days lie behind the day by which it was due, that of `today` included; 0: it is not overdue. */
export function overdueFor({ until }: DueDay, today: Day, calendar: Days): number {
  let count = 0;
  for (let day = plusDays(until, 1); day <= today; day = plusDays(day, 1)) if (isWorked(day, calendar)) count++;
  return count;
}

/** How many worked days are left, that of `today` and the last one included; 0: it is overdue. */
export function leftUntil({ from }: DueDay, today: Day, calendar: Days): number {
  let count = 0;
  for (let day = today; day <= from; day = plusDays(day, 1)) if (isWorked(day, calendar)) count++;
  return count;
}

/** How something stands with its day. Days are worked ones. */
export type TimeLeft =
  | { readonly kind: "overdue"; readonly days: number }
  | { readonly kind: "today" }
  /** Its day is not certain, and may have come. */
  | { readonly kind: "perhaps" }
  /** The last one is among them; `todayToo`: today is worked, and is one of them. */
  | { readonly kind: "left"; readonly days: number; readonly todayToo: boolean };

export function timeLeft(due: DueDay, today: Day, calendar: Days): TimeLeft {
  if (due.until < today) return { kind: "overdue", days: Math.max(1, overdueFor(due, today, calendar)) };
  if (due.from <= today) return { kind: due.from === due.until ? "today" : "perhaps" };
  return { kind: "left", days: leftUntil(due, today, calendar), todayToo: isWorked(today, calendar) };
}

/**
 * The days of which something is reminded this morning when it is due on them: those of which a stage has come since the
 * last morning on which people were reminded.
 */
export function dueDaysReminded(since: Day, today: Day, calendar: Days): ReadonlyMap<Day, Stage> {
  const found = new Map<Day, Stage>();
  // nothing that is due later has its first stage by now: holidays with their weekends are not longer
  const last = plusDays(workedBefore(today, -stages[0], calendar), longestBreak);
  for (let due = today; due <= last; due = plusDays(due, 1))
    for (const stage of stages) {
      const on = stageDay({ from: due, until: due }, stage, calendar);
      // of two that came since, the later is what is said
      if (on > since && on <= today) found.set(due, stage);
    }
  return found;
}

const longestBreak = 15;
