import type { Context } from "../command.ts";
import { type Day, mondayOf, plusDays } from "../dates.ts";
import { monthAsked } from "../find-month.ts";
import { tidied } from "../leave/read-day.ts";
import { lastOf } from "../leave/read-month.ts";

/** Of which meetings somebody wants to know: of all that are to come, of this week, of a month. */
export type Period =
  | { readonly kind: "coming" }
  | { readonly kind: "week" | "month"; readonly from: Day; readonly until: Day };

/** A month that is named is meant, whatever the period; where somebody may type one, they may type "this week" too. */
export function periodAsked(
  { period, month }: { readonly period?: "week" | "month" | undefined; readonly month: string },
  today: Day,
  context: Context,
): Period {
  const typed = tidied(month);
  if (typed === "" ? period === "week" : isThisWeek.test(typed)) {
    const monday = mondayOf(today);
    return { kind: "week", from: monday, until: plusDays(monday, 6) };
  }
  if (typed === "" && period === undefined) return { kind: "coming" };
  const first = monthAsked(month, today, context);
  return { kind: "month", from: first, until: lastOf(first) };
}

const isThisWeek = /^(?:this )?week$|^[本这]个?(?:周|星期)$/u;
