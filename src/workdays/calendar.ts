import type { Day } from "../dates.ts";
import { daysBetween, faultsIn, isWeekend, type Notice, type Special } from "./notice.ts";

/** Whether a day is worked, and why. "unknown": there is no notice for its year yet. */
export type DayKind =
  | { readonly kind: "working"; readonly why: "weekday" }
  | { readonly kind: "working"; readonly why: "make-up"; readonly notice: string }
  | { readonly kind: "off"; readonly why: "weekend" }
  | { readonly kind: "off"; readonly why: "holiday"; readonly notice: string; readonly holiday: string }
  | { readonly kind: "unknown"; readonly why: "no-notice" };

/** The working days of the years whose notices are known. */
export interface Calendar {
  /** Years with a notice, in order. */
  readonly years: readonly number[];
  dayKind(day: Day): DayKind;
  /**
   * Whether people are likely to be at work: for reminding them on days of which nobody knows yet. Never for counting.
   */
  presumablyWorking(day: Day): boolean;
}

/** Holidays by the national regulation whatever the notice of their year will say; the others follow the lunar calendar. */
const fixedHolidays: readonly string[] = ["01-01", "05-01", "10-01", "10-02", "10-03"];

/** What cannot be right in the notices taken together. */
export class CalendarError extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(["The notices on working days cannot be used:", ...faults.map((each) => `  ${each}`)].join("\n"));
    this.name = "CalendarError";
    this.faults = faults;
  }
}

/**
 * Makes the calendar of some notices; those that amend others may stand anywhere. Throws a CalendarError that lists what
 * is wrong: two notices for a year, an amendment of a notice that is not there, a day that is both.
 */
export function calendarOf(notices: readonly Notice[], { checked = false } = {}): Calendar {
  const faults = checked ? [] : notices.flatMap((each) => faultsIn(each).map((fault) => `${each.notice}: ${fault}`));
  const first = notices.filter(({ amends }) => amends === undefined);
  const amendments = notices.filter(({ amends }) => amends !== undefined);
  const years = new Map<number, Notice>();
  for (const each of first) {
    const other = years.get(each.year);
    if (other)
      faults.push(`${each.notice}: ${other.notice} is there for ${each.year} already; one of them must amend it`);
    years.set(each.year, each);
  }
  const special = new Map<Day, Special>();
  const set = (day: Day, what: Special, may: boolean) => {
    const before = special.get(day);
    if (before && before.kind !== what.kind && !may)
      faults.push(`${what.notice}: ${day} is ${what.kind === "off" ? "off" : "worked"}, but not by ${before.notice}`);
    special.set(day, what);
  };
  for (const notice of [...first, ...amendments]) {
    const amended = notice.amends === undefined ? undefined : first.find((each) => each.notice === notice.amends);
    if (notice.amends !== undefined && amended?.year !== notice.year)
      faults.push(`${notice.notice}: amends ${notice.amends}, which is not there for ${notice.year}`);
    for (const day of notice.cancels) {
      if (!special.delete(day)) faults.push(`${notice.notice}: cancels ${day}, of which no notice says anything`);
    }
    for (const { holiday, from, until } of notice.off)
      for (const day of daysBetween(from, until)) set(day, { kind: "off", notice: notice.notice, holiday }, false);
    for (const day of notice.work) set(day, { kind: "working", notice: notice.notice }, false);
  }
  if (faults.length > 0) throw new CalendarError(faults);

  const dayKind = (day: Day): DayKind => {
    const known = special.get(day);
    if (known?.kind === "off")
      return { kind: "off", why: "holiday", notice: known.notice, holiday: known.holiday ?? "" };
    if (known) return { kind: "working", why: "make-up", notice: known.notice };
    if (!years.has(Number(day.slice(0, 4)))) return { kind: "unknown", why: "no-notice" };
    return isWeekend(day) ? { kind: "off", why: "weekend" } : { kind: "working", why: "weekday" };
  };
  return {
    years: [...years.keys()].sort((a, b) => a - b),
    dayKind,
    presumablyWorking(day) {
      const { kind } = dayKind(day);
      return kind === "unknown" ? !isWeekend(day) && !fixedHolidays.includes(day.slice(5)) : kind === "working";
    },
  };
}
