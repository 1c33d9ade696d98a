import { type Day, parseDay, plusDays } from "../dates.ts";
import { tidied } from "./read-day.ts";

const names = "january february march april may june july august september october november december".split(" ");

/**
 * Reads a month as its first day: 2026-12, 2026年12月, 12, 12月, December, Dec 2026; undefined for anything else. Without
 * the year it is the one that lies at most `ahead` months after that of `near`, and less than a year from it.
 */
export function readMonth(typed: string, near: Day, ahead = 6): Day | undefined {
  const text = tidied(typed).replace(/份$/u, "");
  const [, year, month] = text.match(/^(\d{4})[-/.年](\d{1,2})月?$/u) ?? [];
  if (year !== undefined) return parseDay(`${year}-${month}-1`);
  const [, name = "", named] = text.match(/^([a-z]{3,9})\.?(?:,? (\d{4}))?$/u) ?? [];
  const found = name === "" ? 0 : names.findIndex((each) => each.startsWith(name)) + 1;
  if (named !== undefined) return found === 0 ? undefined : parseDay(`${named}-${found}-1`);
  const [, only] = text.match(/^(\d{1,2})月?$/u) ?? [];
  const wanted = only === undefined ? found : Number(only);
  if (wanted < 1 || wanted > 12) return undefined;
  const later = (wanted - Number(near.slice(5, 7)) + 12) % 12;
  return plusMonths(firstOf(near), later > ahead ? later - 12 : later);
}

const beside: readonly (readonly [RegExp, number])[] = [
  [/^(?:this month|[本这当]个?月)$/u, 0],
  [/^(?:next month|下个?月)$/u, 1],
  [/^(?:last month|previous month|上个?月)$/u, -1],
];

/** Reads a month as somebody names it today: next month and 上个月 too. */
export function readMonthFrom(typed: string, today: Day): Day | undefined {
  const text = tidied(typed);
  const [, months] = beside.find(([pattern]) => pattern.test(text)) ?? [];
  return months === undefined ? readMonth(typed, today) : plusMonths(firstOf(today), months);
}

export const firstOf = (day: Day): Day => `${day.slice(0, 7)}-01` as Day;

/** The first day of the month so many months later; of an earlier one for a negative number. */
export function plusMonths(first: Day, months: number): Day {
  const [year = 0, month = 0] = first.split("-").map(Number);
  const count = year * 12 + month - 1 + months;
  return `${Math.floor(count / 12)}-${String((((count % 12) + 12) % 12) + 1).padStart(2, "0")}-01` as Day;
}

/** The last day of the month that begins with a day. */
export const lastOf = (first: Day): Day => plusDays(plusMonths(first, 1), -1);
