import { type Day, parseDay, plusDays, weekdayOf } from "../dates.ts";
import type { Calendar, DayKind } from "./calendar.ts";

/** A day that was come by while counting: the number it was given, or none because it is not worked. */
export interface Step {
  readonly day: Day;
  readonly is: DayKind;
  readonly number?: number;
}

/** Where a number of working days ends: a day, with every step to it; or, where a year is not known, between two days. */
export type Due =
  | { readonly kind: "certain"; readonly due: Day; readonly proof: readonly Step[] }
  | {
      readonly kind: "provisional";
      /** The first day of which nobody knows whether it is worked; `proof` ends before it. */
      readonly unknownFrom: Day;
      readonly earliest: Day;
      readonly latest: Day;
      readonly proof: readonly Step[];
    };

/**
 * Counts working days from a day on, which is not counted itself (a convention of offices, not of the rules) unless
 * `countFirst`. A count that comes to a day of an unknown year has no certain end, only an earliest and a latest.
 */
export function addWorkingDays(
  from: Day,
  count: number,
  calendar: Calendar,
  { countFirst = false }: { readonly countFirst?: boolean } = {},
): Due {
  if (!Number.isInteger(count) || count < 1 || count > mostCounted)
    throw new RangeError(`working days are counted from 1 to ${mostCounted}, not ${count}`);
  const proof: Step[] = [];
  let counted = 0;
  for (let day = countFirst ? from : plusDays(from, 1); ; day = plusDays(day, 1)) {
    const is = calendar.dayKind(day);
    if (is.kind === "unknown") return { ...between(day, count - counted, calendar), unknownFrom: day, proof };
    if (is.kind === "working") counted++;
    proof.push(is.kind === "working" ? { day, is, number: counted } : { day, is });
    if (counted === count) return { kind: "certain", due: day, proof };
  }
}

const mostCounted = 1000;

/**
 * The earliest and the latest end of a count that begins with a day of an unknown year: as if that year were like each of
 * the known ones (by the date, or by the day of the week), and as if it had no holiday but New Year's Day, which the national regulation on holidays lays down.
 */
function between(first: Day, count: number, calendar: Calendar) {
  const like =
    (year: number | undefined, sameWeekday: boolean) =>
    (day: Day): boolean => {
      const known = calendar.dayKind(day);
      if (known.kind !== "unknown") return known.kind === "working";
      if (day.endsWith("-01-01")) return false;
      // of a leap year's day other years know nothing
      const same = year === undefined ? undefined : parseDay(`${year}${day.slice(4)}`);
      const { why } = same ? calendar.dayKind(sameWeekday ? nearestSame(same, day) : same) : known;
      return why === "make-up" || (why !== "holiday" && calendar.presumablyWorking(day));
    };
  const ends = [undefined, ...calendar.years].flatMap((year) =>
    [false, true].map((sameWeekday) => {
      const isWorking = like(year, sameWeekday);
      let day = first;
      for (let left = count; ; day = plusDays(day, 1)) if (isWorking(day) && --left === 0) return day;
    }),
  );
  const sorted = ends.sort();
  return { kind: "provisional" as const, earliest: sorted[0] ?? first, latest: sorted.at(-1) ?? first };
}

/** The day nearest to one that is of the same day of the week as another. */
function nearestSame(day: Day, other: Day): Day {
  const ahead = (weekdayOf(other) - weekdayOf(day) + 7) % 7;
  return plusDays(day, ahead > 3 ? ahead - 7 : ahead);
}

/** As much of a calendar as counting back and forth needs. */
type Kinds = { dayKind(day: Day): Pick<DayKind, "kind"> };

/** Working days after one day, up to and including another; undefined when a day between them is not known. */
export function workingDaysBetween(from: Day, until: Day, calendar: Kinds): number | undefined {
  let count = 0;
  for (let day = plusDays(from, 1); day <= until; day = plusDays(day, 1)) {
    const { kind } = calendar.dayKind(day);
    if (kind === "unknown") return undefined;
    if (kind === "working") count++;
  }
  return count;
}

/** The day itself when it is worked, else the next that is; undefined when that is not known. */
export function workingDayFrom(day: Day, calendar: Kinds): Day | undefined {
  for (let each = day; ; each = plusDays(each, 1)) {
    const { kind } = calendar.dayKind(each);
    if (kind === "unknown") return undefined;
    if (kind === "working") return each;
  }
}
