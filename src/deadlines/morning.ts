import { type Day, plusDays } from "../dates.ts";
import type { Calendar } from "../workdays/calendar.ts";
import type { Deadline } from "./deadline.ts";
import { onDay } from "./due.ts";
import { dueDaysReminded, escalation, overdueFor, workedBefore } from "./stages.ts";

type Days = Pick<Calendar, "dayKind" | "presumablyWorking">;

/** What is looked for on a morning: since when nobody was reminded, and what is due on which days. */
export interface Morning {
  readonly since: Day;
  readonly today: Day;
  /** What is due on one of these is reminded of. */
  readonly dueOn: readonly Day[];
  /** What was due by this day or before is overdue for so long that the office that supervises hears of it. */
  readonly officeHears: Day;
}

export function morningOf(since: Day, today: Day, calendar: Days): Morning {
  let officeHears = workedBefore(today, escalation.office - 1, calendar);
  // the last day behind which as many worked days lie
  while (overdueFor(onDay(officeHears), today, calendar) < escalation.office) officeHears = plusDays(officeHears, -1);
  return { since, today, dueOn: [...dueDaysReminded(since, today, calendar).keys()], officeHears };
}

/** In which part of a person's morning card it stands; undefined: nowhere this morning. */
export type Group = "missing" | "overdue" | "today" | "soon";

export function groupOf(
  deadline: Pick<Deadline, "kind" | "category" | "explained" | "due" | "snoozedUntil" | "status">,
  { since, today, dueOn }: Morning,
): Group | undefined {
  const { due, kind, snoozedUntil } = deadline;
  if (deadline.status !== "open" || (snoozedUntil !== null && snoozedUntil > today)) return undefined;
  // what was left alone until today is thought of again, however much time it has
  const woken = snoozedUntil !== null && snoozedUntil > since;
  // a document can be counted as soon as somebody says what it is; of anything else the rules set no day
  if (due === null) return kind === "document" || woken ? "missing" : undefined;
  if (due.until < today) return "overdue";
  if (!woken && !dueOn.includes(due.from)) return undefined;
  return due.from <= today ? "today" : "soon";
}

/** Worked days after which something without a day is thought of again. */
export const looksAgain = 5;

/**
 * Until when nobody is asked about something that was taken in, taken over or taken up again: where the rules set no day
 * for it and none was agreed, it is thought of a week later; of everything else at once (null).
 */
export const nextAsked = ({ kind, due }: Pick<Deadline, "kind" | "due">, today: Day, calendar: Days): Day | null =>
  kind === "document" || due !== null ? null : workedBefore(today, -looksAgain, calendar);

/** Nothing is put off beyond the day by which it is due, unless it was overdue when somebody put it off. */
export const awake = <Some extends Pick<Deadline, "due" | "snoozedUntil">>(deadline: Some, today: Day): Some =>
  deadline.due !== null &&
  deadline.due.from >= today &&
  deadline.snoozedUntil !== null &&
  deadline.snoozedUntil > deadline.due.from
    ? { ...deadline, snoozedUntil: null }
    : deadline;
