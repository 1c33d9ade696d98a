import { TZDate } from "@date-fns/tz/date";
import { tz } from "@date-fns/tz/tz";
// each function by its own path: the whole library takes two seconds to load
import { addDays } from "date-fns/addDays";
import { differenceInCalendarDays } from "date-fns/differenceInCalendarDays";
import { getISODay } from "date-fns/getISODay";
import { isValid } from "date-fns/isValid";
import { lightFormat } from "date-fns/lightFormat";
import { parseISO } from "date-fns/parseISO";

/** A day in the office's time zone, as 2026-11-22. An instant is a Date. */
export type Day = string & { readonly day: "YYYY-MM-DD" };

/** The time zone of the office until it sets another. */
export const defaultZone = "Asia/Shanghai";

const showDay = (date: Date): Day => lightFormat(date, "yyyy-MM-dd") as Day;

// days begin on the quarter of an hour everywhere: every request asks for the same one
const quarter = 15 * 60_000;
let last: { readonly zone: string; readonly quarter: number; readonly day: Day } | undefined;

/** The day that an instant belongs to in a time zone. */
export function dayOf(instant: Date, zone: string): Day {
  const at = Math.floor(instant.getTime() / quarter);
  if (last?.zone !== zone || last.quarter !== at) last = { zone, quarter: at, day: showDay(new TZDate(instant, zone)) };
  return last.day;
}

/** "2026-11-22 09:05" in a time zone. */
export function minuteOf(instant: Date, zone: string): string {
  return lightFormat(new TZDate(instant, zone), "yyyy-MM-dd HH:mm");
}

/** Minutes since midnight by the clocks of a time zone: 545 at 09:05. */
export function minutesOf(instant: Date, zone: string): number {
  const there = new TZDate(instant, zone);
  return there.getHours() * 60 + there.getMinutes();
}

/** The instant at which the clocks of a time zone show a time (minutes since midnight); one that they skip is moved on. */
export function instantOf(day: Day, minutes: number, zone: string): Date {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return new Date(new TZDate(year, month - 1, date, 0, minutes, zone).getTime());
}

/** An instant that shows the clocks of a time zone to whoever reads its hours and minutes. */
export const shownIn = (instant: Date, zone: string): Date => new TZDate(instant, zone);

/** Reads 2026-11-22, 2026/11/22, 2026.11.22 and 2026年11月22日; undefined for anything else, and for days that do not exist. */
export function parseDay(typed: string): Day | undefined {
  const [, year, separator, month, last, day, end] =
    typed.trim().match(/^(19\d\d|2[01]\d\d)([-/.年])(\d{1,2})([-/.月])(\d{1,2})(日?)$/u) ?? [];
  const inChinese = separator === "年" && last === "月" && end === "日";
  if (!year || !month || !day || !(inChinese || (separator === last && end === ""))) return undefined;
  const read = parseISO(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  return isValid(read) ? showDay(read) : undefined;
}

export function plusDays(day: Day, days: number): Day {
  return showDay(addDays(parseISO(day), days));
}

const dayLength = 24 * 60 * 60_000;

/** Days since 1 January 1970: for going through many of them, where the library would take most of the time. */
export const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / dayLength;

/** The day that a number stands for. */
export const dayAt = (number: number): Day => new Date(number * dayLength).toISOString().slice(0, 10) as Day;

/** 1 for Monday … 7 for Sunday. */
export const weekdayOf = (day: Day): number => getISODay(parseISO(day));

/** The Monday of the week of a day: weeks begin with it. */
export const mondayOf = (day: Day): Day => plusDays(day, 1 - weekdayOf(day));

/** Days from one day to another: negative where the other lies before. */
export const daysFrom = (one: Day, other: Day): number => differenceInCalendarDays(parseISO(other), parseISO(one));

/** A day within a span; a missing end is open. Both ends belong to it. */
export function within(day: Day, from: string | null, until: string | null): boolean {
  return (from === null || from <= day) && (until === null || day <= until);
}

export function isTimeZone(name: string): boolean {
  try {
    return name.includes("/") && isValid(tz(name)(0));
  } catch {
    return false;
  }
}
