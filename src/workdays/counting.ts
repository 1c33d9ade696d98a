import { type Day, dayAt, dayNumber, plusDays } from "../dates.ts";
import type { Calendar, DayKind } from "./calendar.ts";
import { type Range, rangeOf } from "./provisional.ts";

/** A day that was come by while counting: the number it was given, or none because it is not worked. */
export interface Step {
  readonly day: Day;
  readonly is: DayKind;
  readonly number?: number;
}

/** Where a number of working days ends: a day, with every step to it; or, where a year is not known, between two days. */
export type Due =
  | { readonly kind: "certain"; readonly due: Day; readonly proof: readonly Step[] }
  | ({
      readonly kind: "provisional";
      /** The first day of which nobody knows whether it is worked; `proof` ends before it. */
      readonly unknownFrom: Day;
      readonly proof: readonly Step[];
    } & Range);

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
  for (let at = dayNumber(from) + (countFirst ? 0 : 1); ; at++) {
    const day = dayAt(at);
    const is = calendar.dayKind(day);
    if (is.kind === "unknown")
      return { kind: "provisional", unknownFrom: day, ...rangeOf(day, count - counted, calendar), proof };
    if (is.kind === "working") counted++;
    proof.push(is.kind === "working" ? { day, is, number: counted } : { day, is });
    if (counted === count) return { kind: "certain", due: day, proof };
  }
}

const mostCounted = 1000;

/** As much of a calendar as counting back and forth needs. */
type Kinds = { dayKind(day: Day): Pick<DayKind, "kind"> };

/** Whether a day is worked; undefined when that is not known, which is not a no. */
export function isWorking(day: Day, calendar: Kinds): boolean | undefined {
  const { kind } = calendar.dayKind(day);
  return kind === "unknown" ? undefined : kind === "working";
}

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

/** The first working day after a day; undefined when that is not known. */
export const nextWorkingDay = (day: Day, calendar: Kinds): Day | undefined =>
  workingDayFrom(plusDays(day, 1), calendar);
