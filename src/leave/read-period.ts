import { type Day, daysFrom } from "../dates.ts";
import { readMark } from "./read-day.ts";
import { firstOf, lastOf, plusMonths, readMonth } from "./read-month.ts";
import type { Period } from "./report.ts";

/** What was typed for the days of a report, read; or what of it could not be. */
export type PeriodReading =
  | { readonly kind: "period"; readonly period: Period }
  | { readonly kind: "unreadable" | "backwards" | "long"; readonly field: "from" | "until" };

/**
 * Reads the days of a report: days, or months of which the whole is meant. Nothing typed is last month; a month alone is
 * that month, a day alone everything from it to today. At most a year and a day.
 */
export function readPeriod(from: string, until: string, today: Day): PeriodReading {
  if (from.trim() === "" && until.trim() === "") return period(plusMonths(firstOf(today), -1));
  const begin = from.trim() === "" ? undefined : (wholeMonth(from, today, 0) ?? oneDay(from, today, today));
  if (from.trim() !== "" && !begin) return { kind: "unreadable", field: "from" };
  if (until.trim() === "" && begin) {
    if (begin.month) return period(begin.day);
    return checked({ from: begin.day, until: begin.day > today ? begin.day : today });
  }
  const near = begin?.day ?? today;
  // after a day "12" is a day too, after a month it is one
  const bare = begin?.month === false && /^\s*\d{1,2}\s*$/.test(until);
  const month = bare ? undefined : wholeMonth(until, near, begin ? 11 : 0);
  const end = month ?? oneDay(until, today, near);
  if (!end) return { kind: "unreadable", field: "until" };
  // an end alone: its month up to then
  return checked({ from: begin?.day ?? firstOf(end.day), until: end.month ? lastOf(end.day) : end.day });
}

const period = (first: Day): PeriodReading => checked({ from: first, until: lastOf(first) });

function checked({ from, until }: Period): PeriodReading {
  if (until < from) return { kind: "backwards", field: "until" };
  return daysFrom(from, until) > 366 ? { kind: "long", field: "until" } : { kind: "period", period: { from, until } };
}

/** A side of the period; of a month, its first day. */
interface Side {
  readonly day: Day;
  readonly month: boolean;
}

function wholeMonth(typed: string, near: Day, ahead: number): Side | undefined {
  const day = readMonth(typed, near, ahead);
  return day && { day, month: true };
}

function oneDay(typed: string, today: Day, near: Day): Side | undefined {
  const mark = readMark(typed, { today, from: near });
  return mark && { day: mark.day, month: false };
}
