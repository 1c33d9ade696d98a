import type { Calendar } from "../reminders/office-time.ts";
import type { Span } from "./leave.ts";
import { daysOf, lengthOf } from "./span.ts";

/** How many days of leave are working days, halves counted; undefined where a day is of a year not known yet. */
export function workingDaysOf(span: Span, calendar: Calendar): number | undefined {
  let count = 0;
  for (const day of daysOf(span)) {
    const { kind } = calendar.dayKind(day);
    if (kind === "unknown") return undefined;
    if (kind === "working")
      count += lengthOf({
        from: day,
        fromHalf: day === span.from ? span.fromHalf : "am",
        until: day,
        untilHalf: day === span.until ? span.untilHalf : "pm",
      });
  }
  return count;
}
