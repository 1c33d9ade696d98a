import { type Day, dayOf, defaultZone } from "../dates.ts";
import type { Calendar } from "../reminders/office-time.ts";
import { isGranted, type Leave, type Span } from "./leave.ts";
import { after, halfDay } from "./span.ts";

// The rules say nothing of when a return is to be reported. That it should be by the end of the first working day after
// the leave is Mishu's own convention, and is named as one wherever it is told.

/**
 * The day by whose end the return should be reported: the first working day after the leave; where it ends at midday,
 * that day itself, if it is one. Undefined where that is of a year not known yet.
 */
export const expectedBack = ({ span }: Pick<Leave, "span">, calendar: Calendar): Day | undefined =>
  nextWorking(after(span).day, calendar);

/**
 * By how many working days a return was reported late, or is by now: 0 is on time. What counts is the later of being
 * back and saying so. Undefined where it depends on days of a year not known yet.
 */
export function lateness(
  leave: Pick<Leave, "span" | "returned">,
  today: Day,
  calendar: Calendar,
  zone = defaultZone,
): number | undefined {
  const { span, returned } = leave;
  const reported = returned ? latest(returned.day, dayOf(returned.at, zone)) : today;
  // whatever the calendar of its year will say, that is not late
  if (reported <= after(span).day) return 0;
  const expected = expectedBack(leave, calendar);
  if (expected === undefined) return undefined;
  let late = 0;
  for (let day = expected; day < reported; late++) {
    const next = nextWorking(after(wholeDay(day)).day, calendar);
    if (next === undefined) return undefined;
    if (next > reported) break;
    day = next;
  }
  return late;
}
