import { type Day, dayAt, dayNumber } from "../dates.ts";
import type { Calendar } from "./calendar.ts";

/** Where a count can end that comes to days of a year without a notice. */
export interface Range {
  readonly earliest: Day;
  readonly latest: Day;
}

const week = 7;

/**
 * Between which days a number of working days ends, beginning with a day of an unknown year. Nobody can know for certain;
 * this is what the known years bear out: in none of them did as many working days take less time or more, from any day
 * within a week of the same date; and then a day either way, since a year may go beyond all others, as 2018 and 2024
 * did. New Year's Day is off by the national regulation on holidays.
 */
export function rangeOf(first: Day, count: number, calendar: Calendar): Range {
  const start = dayNumber(first) + (first.endsWith("-01-01") ? 1 : 0);
  const inYear = start - dayNumber(`${dayAt(start).slice(0, 4)}-01-01` as Day);
  const known = knownDays(calendar);
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (const year of calendar.years) {
    const same = dayNumber(`${year}-01-01` as Day) + inYear;
    for (let from = same - week; from <= same + week; from++) {
      const length = known.lengthOf(from, count);
      if (length === undefined) continue;
      least = Math.min(least, length);
      most = Math.max(most, length);
    }
  }
  if (most === 0) {
    // no year is known to go by: weeks of five days, and two weeks either way
    const plain = Math.ceil((count * week) / 5);
    [least, most] = [plain - 2 * week, plain + 2 * week];
  }
  return { earliest: dayAt(start + Math.max(1, least - 1) - 1), latest: dayAt(start + most) };
}

interface KnownDays {
  /** How many days a number of working days takes, from a day on; undefined where the known days do not begin so early. */
  lengthOf(from: number, count: number): number | undefined;
}

const kept = new WeakMap<Calendar, KnownDays>();

/** The known days as a row of numbers, made once for a calendar: hundreds of counts go through it for one answer. */
function knownDays(calendar: Calendar): KnownDays {
  const before = kept.get(calendar);
  if (before) return before;
  const first = dayNumber(`${calendar.years[0] ?? 1970}-01-01` as Day);
  const length = calendar.years.length === 0 ? 0 : dayNumber(`${calendar.years.at(-1)}-12-31` as Day) - first + 1;
  const kinds = Array.from({ length }, (_, index) => calendar.dayKind(dayAt(first + index)).kind);
  const made: KnownDays = {
    lengthOf(from, count) {
      let at = from - first;
      for (let days = 1, left = count; ; days++, at++) {
        // behind the known days it goes on as it did a year before, on the same day of the week
        while (at >= 0 && (kinds[at] ?? "unknown") === "unknown") at -= 52 * week;
        if (at < 0) return undefined;
        if (kinds[at] === "working" && --left === 0) return days;
      }
    },
  };
  kept.set(calendar, made);
  return made;
}
