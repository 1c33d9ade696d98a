import { type Day, dayOf, defaultZone } from "../dates.ts";
import type { Calendar } from "../reminders/office-time.ts";
import { workingDayFrom, workingDaysBetween } from "../workdays/counting.ts";
import { type Half, isGranted, type Leave } from "./leave.ts";
import { after, halfDay } from "./span.ts";

// The rules say nothing of when a return is to be reported. That it should be by the end of the first working day after
// the leave is Mishu's own convention, and is named as one wherever it is told.

type Returning = Pick<Leave, "span" | "returned">;

/**
 * The day by whose end the return should be reported: the first working day after the leave; where it ends at midday,
 * that day itself, if it is one. Undefined where that is of a year not known yet.
 */
export const expectedBack = ({ span }: Pick<Leave, "span">, calendar: Calendar): Day | undefined =>
  workingDayFrom(after(span).day, calendar);

/** When somebody was back and had said so; until then, today. */
function reportedOn({ returned }: Returning, today: Day, zone: string): Day {
  if (!returned) return today;
  const said = dayOf(returned.at, zone);
  return returned.day > said ? returned.day : said;
}

/**
 * Whether a return was reported late, or is late by now. Undefined where that depends on days of a year not known yet:
 * nobody is called late by a date that nobody can know. `zone`: the office's.
 */
export function isLate(leave: Returning, today: Day, calendar: Calendar, zone = defaultZone): boolean | undefined {
  const reported = reportedOn(leave, today, zone);
  // whatever the calendar of that year will say
  if (reported <= after(leave.span).day) return false;
  const expected = expectedBack(leave, calendar);
  return expected && expected < reported;
}

/**
 * By how many working days a return was reported late, or is late by now; 0: not late. A day off after the day on which
 * it should have been reported is late by one already. Undefined where days between are of a year not known yet.
 */
export function lateness(leave: Returning, today: Day, calendar: Calendar, zone = defaultZone): number | undefined {
  const late = isLate(leave, today, calendar, zone);
  if (!late) return late === false ? 0 : undefined;
  const expected = expectedBack(leave, calendar);
  const days = expected && workingDaysBetween(expected, reportedOn(leave, today, zone), calendar);
  return days === undefined ? undefined : Math.max(1, days);
}

/** Whether a return should have been reported by now, and was not; undefined as above. */
export function isMissing(leave: Leave, today: Day, calendar: Calendar): boolean | undefined {
  return isGranted(leave) && leave.returned === null && isLate(leave, today, calendar);
}

/** Whether somebody can report back from leave: it is granted, has begun, and nobody has reported it. */
export function canReturn(leave: Leave, today: Day, half: Half): boolean {
  const begins = halfDay(leave.span.from, leave.span.fromHalf);
  return isGranted(leave) && leave.returned === null && begins <= halfDay(today, half);
}

/** Whether somebody who is back in a half day is there earlier than the leave says. */
export function isCutShort({ span }: Pick<Leave, "span">, day: Day, half: Half): boolean {
  const expected = after(span);
  return halfDay(day, half) < halfDay(expected.day, expected.half);
}
