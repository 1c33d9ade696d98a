import { type Day, plusDays } from "../dates.ts";
import type { Half, Leave, Span } from "./leave.ts";

/** Half days in order: "2026-12-01 am" < "2026-12-01 pm" < "2026-12-02 am". */
export const halfDay = (day: Day, half: Half): string => `${day} ${half}`;

const beginning = ({ from, fromHalf }: Span): string => halfDay(from, fromHalf);
const end = ({ until, untilHalf }: Span): string => halfDay(until, untilHalf);

/** A span ends after it begins, or in the same half day. */
export const isInOrder = (span: Span): boolean => beginning(span) <= end(span);

export const overlaps = (one: Span, other: Span): boolean =>
  beginning(one) <= end(other) && beginning(other) <= end(one);

export const covers = (span: Span, day: Day, half: Half): boolean =>
  beginning(span) <= halfDay(day, half) && halfDay(day, half) <= end(span);

/** Whether a day, or a half of it, belongs to a span. */
export const touches = ({ from, until }: Span, day: Day): boolean => from <= day && day <= until;

/** The half day after a span: when somebody is expected back. */
export function after({ until, untilHalf }: Span): { readonly day: Day; readonly half: Half } {
  return untilHalf === "am" ? { day: until, half: "pm" } : { day: plusDays(until, 1), half: "am" };
}

/** The half day before another: where leave ends when somebody is back in that one. */
export function before(day: Day, half: Half): { readonly day: Day; readonly half: Half } {
  return half === "pm" ? { day, half: "am" } : { day: plusDays(day, -1), half: "pm" };
}

/** The days of a span, in order. At most a year of them. */
export function daysOf({ from, until }: Span): readonly Day[] {
  const days: Day[] = [];
  for (let day = from; day <= until && days.length < 366; day = plusDays(day, 1)) days.push(day);
  return days;
}

/** Calendar days, halves counted: 2.5. */
export function lengthOf(span: Span): number {
  const { fromHalf, untilHalf } = span;
  return daysOf(span).length - (fromHalf === "pm" ? 0.5 : 0) - (untilHalf === "am" ? 0.5 : 0);
}

/** The part of leave before its return; undefined where somebody was back before it began. */
export function awaySpan({ span, returned }: Pick<Leave, "span" | "returned">): Span | undefined {
  if (!returned) return span;
  const { day, half } = before(returned.day, returned.half);
  if (halfDay(day, half) >= end(span)) return span;
  const cut = { ...span, until: day, untilHalf: half };
  return isInOrder(cut) ? cut : undefined;
}
