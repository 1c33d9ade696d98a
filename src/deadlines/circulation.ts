import type { Day } from "../dates.ts";
import type { Calendar } from "../workdays/calendar.ts";
import { workingDaysBetween } from "../workdays/counting.ts";

// 市政府辦公室要加強對落實情況的督促檢查,適時作出通報 (Art. 21), 並在一定範圍內予以通報 (Art. 33): what each department was
// handed in a time, and what became of it.

/** So many were finished that came on one day and were finished on another: in time, late, or without a day to keep. */
export interface Finished {
  readonly department: string;
  readonly receivedOn: Day;
  readonly finishedOn: Day;
  readonly verdict: "in-time" | "late" | "no-day";
  readonly count: number;
}

export interface CountedUp {
  readonly department: string;
  readonly count: number;
}

/** What is known of a time, both days included; what is open and overdue is so now. */
export interface Numbers {
  readonly received: readonly CountedUp[];
  readonly finished: readonly Finished[];
  readonly open: readonly CountedUp[];
  readonly overdue: readonly CountedUp[];
  readonly extended: readonly CountedUp[];
}

export interface CirculationRow {
  readonly department: string;
  readonly received: number;
  readonly inTime: number;
  readonly late: number;
  readonly noDay: number;
  readonly open: number;
  readonly overdue: number;
  readonly extended: number;
  /** Working days from the day after receipt to the day it was finished; undefined: none was, or a year is not known. */
  readonly average: number | undefined;
}

/** A row for each department that has anything to do with the time, those with the most overdue and late first. */
export function circulationOf(numbers: Numbers, calendar: Calendar): readonly CirculationRow[] {
  const departments = new Set(
    Object.values(numbers).flatMap((each: readonly { readonly department: string }[]) =>
      each.map(({ department }) => department),
    ),
  );
  const of = (counted: readonly CountedUp[], department: string): number =>
    counted.find((each) => each.department === department)?.count ?? 0;
  const rows = [...departments].map((department): CirculationRow => {
    const finished = numbers.finished.filter((each) => each.department === department);
    const with_ = (verdict: Finished["verdict"]): number =>
      finished.filter((each) => each.verdict === verdict).reduce((sum, { count }) => sum + count, 0);
    return {
      department,
      received: of(numbers.received, department),
      inTime: with_("in-time"),
      late: with_("late"),
      noDay: with_("no-day"),
      open: of(numbers.open, department),
      overdue: of(numbers.overdue, department),
      extended: of(numbers.extended, department),
      average: averageOf(finished, calendar),
    };
  });
  return rows.toSorted(
    (one, other) =>
      other.overdue - one.overdue || other.late - one.late || (one.department < other.department ? -1 : 1),
  );
}

/** Nobody knows an average of which one part is not known. */
function averageOf(finished: readonly Finished[], calendar: Calendar): number | undefined {
  let days = 0;
  let count = 0;
  for (const each of finished) {
    const taken = workingDaysBetween(each.receivedOn, each.finishedOn, calendar);
    if (taken === undefined) return undefined;
    days += taken * each.count;
    count += each.count;
  }
  return count === 0 ? undefined : days / count;
}
