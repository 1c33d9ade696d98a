import { type Day, plusDays, weekdayOf } from "../dates.ts";
import { firstOf, lastOf } from "../leave/read-month.ts";
import type { Calendar } from "../reminders/office-time.ts";
import type { MonthDay } from "./days.ts";

/** What days are called that are not as others of their weekday; what is not called anything is left out, or "". */
export interface Notes {
  /** A weekend that is worked. */
  readonly makeUp?: string;
  /** A weekday on which nobody works, by the notice of its year. */
  readonly holiday?: string;
}

/** Every day of the month of a day, as pictures show them. */
export function monthDays(day: Day, calendar: Calendar, notes: Notes): readonly MonthDay[] {
  const [first, last] = [firstOf(day), lastOf(firstOf(day))];
  return daysFrom(first, Number(last.slice(8)), calendar, notes);
}

/** So many days from one on, as pictures show them. */
export const daysFrom = (
  first: Day,
  count: number,
  calendar: Calendar,
  { makeUp = "", holiday = "" }: Notes,
): readonly MonthDay[] =>
  Array.from({ length: count }, (_, index) => {
    const each = plusDays(first, index);
    const { kind } = calendar.dayKind(each);
    const note = weekdayOf(each) > 5 ? (kind === "working" ? makeUp : "") : kind === "off" ? holiday : "";
    return { day: each, off: !calendar.presumablyWorking(each), ...(note === "" ? {} : { note }) };
  });
