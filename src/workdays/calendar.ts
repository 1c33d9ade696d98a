import { createHash } from "node:crypto";
import type { Day } from "../dates.ts";
import { daysBetween, faultsIn, isWeekend, type Notice } from "./notice.ts";
import { faultInEnglish, type NoticeFault } from "./notice-fault.ts";

/** Whether a day is worked, and why. "unknown": there is no notice for its year yet. */
export type DayKind =
  | { readonly kind: "working"; readonly why: "weekday" }
  | { readonly kind: "working"; readonly why: "make-up"; readonly notice: string }
  | { readonly kind: "off"; readonly why: "weekend" }
  | { readonly kind: "off"; readonly why: "holiday"; readonly notice: string; readonly holiday: string }
  | { readonly kind: "unknown"; readonly why: "no-notice" };

/** What a notice makes of a day. */
type Special = Extract<DayKind, { readonly notice: string }>;

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
const fixedHolidays: readonly string[] = ["01-01", "05-01", "05-02", "10-01", "10-02", "10-03"];

const weekday: DayKind = { kind: "working", why: "weekday" };
const weekend: DayKind = { kind: "off", why: "weekend" };
const unknown: DayKind = { kind: "unknown", why: "no-notice" };

/** What cannot be right in the notices taken together. */
export class CalendarError extends Error {
  /** Each fault in a line, with the file or the notice in which it is. */
  readonly lines: readonly string[];
  /** Those that are of the notices themselves. */
  readonly faults: readonly NoticeFault[];

  constructor(lines: readonly string[], faults: readonly NoticeFault[] = []) {
    super(["The notices on working days cannot be used:", ...lines.map((each) => `  ${each}`)].join("\n"));
    this.name = "CalendarError";
    this.lines = lines;
    this.faults = faults;
  }
}

/**
 * Makes the calendar of some notices; those that amend others may stand anywhere. Throws a CalendarError that lists what
 * is wrong: two notices for a year, an amendment of a notice that is not there, a day that is both. `nameOf`: what a
 * notice is called there, such as its file.
 */
export function calendarOf(
  notices: readonly Notice[],
  { checked = false, nameOf = ({ notice }: Notice) => notice } = {},
): Calendar {
  const faults: { readonly notice: Notice; readonly what: NoticeFault }[] = [];
  const fault = (notice: Notice, what: NoticeFault) => faults.push({ notice, what });
  if (!checked) for (const notice of notices) for (const each of faultsIn(notice)) fault(notice, each);

  const numbers = new Map<string, Notice>();
  for (const each of notices) {
    const other = numbers.get(each.notice);
    if (other) fault(each, { field: "notice", kind: "number-taken", notice: each.notice, other: nameOf(other) });
    else numbers.set(each.notice, each);
  }
  const years = new Map<number, Notice>();
  for (const each of notices.filter(({ amends }) => amends === undefined)) {
    const other = years.get(each.year);
    if (other) fault(each, { field: "year", kind: "year-taken", year: each.year, other: other.notice });
    else years.set(each.year, each);
  }

  const special = new Map<Day, Special>();
  const set = (notice: Notice, field: "off" | "work", day: Day, what: Special) => {
    const before = special.get(day);
    const [other = "", amends] = [before?.notice, notice.amends !== undefined];
    if (before && before.kind !== what.kind)
      fault(notice, { field, kind: "against", day, off: before.kind === "off", other, amends });
    else if (before && !amends) fault(notice, { field, kind: "there-already", day, other });
    special.set(day, what);
  };
  // what amends comes after what it amends, and a later amendment after an earlier one
  const amendments = notices
    .filter(({ amends }) => amends !== undefined)
    .sort((one, other) => (one.issued ?? "").localeCompare(other.issued ?? ""));
  for (const notice of [...years.values(), ...amendments]) {
    if (notice.amends !== undefined && years.get(notice.year)?.notice !== notice.amends)
      fault(notice, { field: "amends", kind: "nothing-amended", amends: notice.amends, year: notice.year });
    for (const day of notice.cancels)
      if (!special.delete(day)) fault(notice, { field: "cancels", kind: "nothing-cancelled", day });
    for (const { holiday, from, until } of notice.off)
      for (const day of daysBetween(from, until))
        set(notice, "off", day, { kind: "off", why: "holiday", notice: notice.notice, holiday });
    for (const day of notice.work) set(notice, "work", day, { kind: "working", why: "make-up", notice: notice.notice });
  }
  if (faults.length > 0)
    throw new CalendarError(
      faults.map(({ notice, what }) => `${nameOf(notice)}: ${faultInEnglish(what)}`),
      faults.map(({ what }) => what),
    );

  const dayKind = (day: Day): DayKind => {
    const known = special.get(day);
    if (known) return known;
    if (!years.has(Number(day.slice(0, 4)))) return unknown;
    return isWeekend(day) ? weekend : weekday;
  };
  const calendar: Calendar = {
    years: [...years.keys()].sort((a, b) => a - b),
    dayKind,
    presumablyWorking(day) {
      const { kind } = dayKind(day);
      return kind === "unknown" ? !isWeekend(day) && !fixedHolidays.includes(day.slice(5)) : kind === "working";
    },
  };
  madeOf.set(calendar, notices);
  return calendar;
}

/** The notices of which a calendar was made. */
const madeOf = new WeakMap<Calendar, readonly Notice[]>();

export const noticesOf = (calendar: Calendar): readonly Notice[] => madeOf.get(calendar) ?? [];

/** The same as long as a calendar is made of the same notices, in whatever order. */
export function fingerprintOf(calendar: Calendar): string {
  const inOrder = [...noticesOf(calendar)].sort((one, other) => (one.notice < other.notice ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(inOrder)).digest("hex").slice(0, 16);
}

const withMore = new WeakMap<Calendar, Map<string, Calendar>>();

/**
 * A calendar with further notices, such as those that an office has taken in by itself; made once for the same ones. A
 * notice that it has already is not added, nor one that cannot be right beside the others: the files go first.
 */
export function withNotices(calendar: Calendar, more: readonly Notice[]): Calendar {
  const base = madeOf.get(calendar);
  if (more.length === 0 || !base) return calendar;
  const made = withMore.get(calendar) ?? new Map<string, Calendar>();
  withMore.set(calendar, made);
  const key = JSON.stringify(more);
  const known = made.get(key);
  if (known) return known;
  // what amends another comes after it
  const inOrder = [...more].sort((one, other) => Number(one.amends !== undefined) - Number(other.amends !== undefined));
  let now = calendar;
  for (const each of inOrder) {
    if (noticesOf(now).some(({ notice }) => notice === each.notice)) continue;
    try {
      now = calendarOf([...noticesOf(now), each], { checked: true });
    } catch (error) {
      if (!(error instanceof CalendarError)) throw error;
    }
  }
  made.set(key, now);
  return now;
}

/**
 * The calendar as it was known on a day: of the notices issued by then, that day included. Throws a CalendarError that
 * names the notices of which nobody knows when they were issued.
 */
export function calendarAsOf(notices: readonly Notice[], day: Day): Calendar {
  const undated = notices.filter(({ issued }) => issued === undefined);
  if (undated.length > 0)
    throw new CalendarError(undated.map(({ notice }) => `${notice}: issued: write the day that it is dated`));
  return calendarOf(
    notices.filter(({ issued }) => issued !== undefined && issued <= day),
    { checked: true },
  );
}
