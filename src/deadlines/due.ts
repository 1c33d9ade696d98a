import type { Day } from "../dates.ts";
import type { Calendar } from "../workdays/calendar.ts";
import { addWorkingDays, type Due } from "../workdays/counting.ts";

/** The day by which something is due: one, or two between which it lies as long as a year's holidays are not known. */
export interface DueDay {
  readonly from: Day;
  /** The same day when it is certain. */
  readonly until: Day;
}

export const isCertain = ({ from, until }: DueDay): boolean => from === until;

/** A day that somebody set. */
export const onDay = (day: Day): DueDay => ({ from: day, until: day });

/** The last of a number of working days after the day of receipt, with every day that was counted or passed over. */
export function countDue(
  receivedOn: Day,
  days: number,
  calendar: Calendar,
  { countFirst }: { readonly countFirst: boolean },
): { readonly due: DueDay; readonly counted: Due } {
  const counted = addWorkingDays(receivedOn, days, calendar, { countFirst });
  const due = counted.kind === "certain" ? onDay(counted.due) : { from: counted.earliest, until: counted.latest };
  return { due, counted };
}
