import type { Choice, Context } from "./command.ts";
import type { Day } from "./dates.ts";
import { InputError } from "./errors.ts";
import { firstOf, plusMonths, readMonthFrom } from "./leave/read-month.ts";
import { repeated, type Text } from "./text.ts";
import { wordingFor } from "./wording/wording.ts";

/** What an option that takes a month is called. */
export const monthName = { "zh-Hans": "月份", "zh-Hant": "月份" } as const;

/** What may be typed for a month, without what it is when it is left out. */
export const monthExamples: Text = {
  en: "A month, such as 2026-12, 12 or “next month”",
  "zh-Hans": "月份，例如 2026-12、12月、下个月",
  "zh-Hant": "月份，例如 2026-12、12月、下個月",
};

/** The first day of the month that somebody typed into the option `month`; without any, of this one. */
export function monthAsked(typed: string, today: Day, { wording }: Context): Day {
  const first = typed.trim() === "" ? firstOf(today) : readMonthFrom(typed, today);
  if (!first) throw new InputError(wording.lists.away.noMonth(repeated(typed)), "month");
  return first;
}

/** This month, those that come, and the last ones. */
export function suggestMonths(typed: string, { visit, language }: Context): readonly Choice[] {
  if (!visit) return [];
  const first = firstOf(visit.today);
  const months = [0, 1, 2, 3, 4, 5, -1, -2, -3].map((each) => plusMonths(first, each));
  return months
    .map((each) => ({ label: wordingFor(language).lists.away.monthButton(each), value: each.slice(0, 7) }))
    .filter(({ label, value }) => `${label} ${value}`.toLowerCase().includes(typed.trim().toLowerCase()));
}
