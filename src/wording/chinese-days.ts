import type { Day } from "../dates.ts";
import type { Span } from "../leave/leave.ts";

/** Days as Chinese sentences write them; of anything else in the text nothing is changed: 2026-12-05 -> 2026年12月5日. */
export function inChinese(text: string): string {
  return text.replace(
    /(\d{4})-(\d{2})-(\d{2})/g,
    (_, year, month, day) => `${year}年${Number(month)}月${Number(day)}日`,
  );
}

/** 2026年11月23日至12月5日: the year is said once where both days are of it. */
export function spanInChinese(from: string, until: string): string {
  const end = inChinese(until);
  return `${inChinese(from)}至${from.slice(0, 5) === until.slice(0, 5) ? end.slice(end.indexOf("年") + 1) : end}`;
}

/** 2026年12月 */
export const monthInChinese = (day: string): string => `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月`;

const halves = { am: "上午", pm: "下午" } as const;

/** 3日下午–8日: the month is said only where it is not the one that begins with `first`. */
export function shortDatesInChinese({ from, fromHalf, until, untilHalf }: Span, first: Day): string {
  const inMonth = (day: Day): boolean => day.slice(0, 7) === first.slice(0, 7);
  const here = inMonth(from) && inMonth(until);
  const short = (day: Day): string => `${here ? "" : `${Number(day.slice(5, 7))}月`}${Number(day.slice(8))}日`;
  if (from === until) return short(from) + (fromHalf === untilHalf ? halves[fromHalf] : "");
  const whole = fromHalf === "am" && untilHalf === "pm";
  if (here && whole) return `${Number(from.slice(8))}–${short(until)}`;
  return `${short(from)}${fromHalf === "pm" ? halves.pm : ""}–${short(until)}${untilHalf === "am" ? halves.am : ""}`;
}
