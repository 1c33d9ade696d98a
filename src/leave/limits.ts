import { type Day, plusDays } from "../dates.ts";
import type { Half, Span } from "./leave.ts";
import { halfDay } from "./span.ts";

/** How far back, and how far ahead, leave may begin; in days. */
export const mostPast = 30;
export const mostAhead = 366;

/** Why days cannot be asked for; undefined: they can. */
export function limitOf({ from, until }: Span, today: Day): "far" | "past" | "long" | undefined {
  if (from < plusDays(today, -mostPast)) return "past";
  if (from > plusDays(today, mostAhead)) return "far";
  return until > plusDays(from, 365) ? "long" : undefined;
}

/** Whether leave lies wholly before a half day, or has begun before it: then it is asked for late. */
export function lateness(
  { from, fromHalf, until, untilHalf }: Span,
  today: Day,
  half: Half,
): "over" | "begun" | undefined {
  const now = halfDay(today, half);
  if (halfDay(until, untilHalf) < now) return "over";
  return halfDay(from, fromHalf) < now ? "begun" : undefined;
}
