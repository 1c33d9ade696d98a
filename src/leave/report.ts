import type { Day } from "../dates.ts";
import type { Calendar } from "../reminders/office-time.ts";
import type { Correction } from "../store/leave.ts";
import { type Counts, sumOf } from "./counts.ts";
import { isGranted, isOpen, type Leave } from "./leave.ts";
import { isLate, isMissing } from "./returning.ts";
import { awaySpan, covers, daysOf } from "./span.ts";

/** Days that a report is about, both included. */
export interface Period {
  readonly from: Day;
  readonly until: Day;
}

export interface PersonLine {
  readonly person: string;
  /** As the latest request calls the post. */
  readonly title: string;
  readonly counts: Counts;
}

export interface DepartmentLine {
  readonly department: string;
  readonly counts: Counts;
  readonly people: readonly PersonLine[];
  /** What the department says to its lines. */
  readonly corrections: readonly Correction[];
}

export interface Report {
  readonly period: Period;
  readonly departments: readonly DepartmentLine[];
  readonly total: Counts;
}

/** What a report needs to know besides the leave. */
export interface ReportCase {
  readonly period: Period;
  readonly today: Day;
  readonly calendar: Calendar;
  /** The office's time zone. */
  readonly zone: string;
  /** The occasion that is a journey; all others are absences from meetings and activities. */
  readonly trip: string;
  /** Numbers of meetings that were cancelled: nobody was absent from them. */
  readonly cancelled: ReadonlySet<number>;
  readonly corrections: readonly Correction[];
}

/**
 * Counts the leave of a period by person and department. Drafts, and leave that does not touch the period, are left out.
 * Somebody who changed departments has a line in each.
 */
export function reportOn(leaves: readonly Leave[], given: ReportCase): Report {
  const { period } = given;
  const counted = leaves.filter(
    (each) => isCounted(each) && each.span.from <= period.until && each.span.until >= period.from,
  );
  const corrections = Map.groupBy(
    given.corrections.filter(({ words }) => words !== ""),
    ({ department }) => department,
  );
  const byDepartment = Map.groupBy(counted, ({ department }) => department);
  const departments = [...new Set([...byDepartment.keys(), ...corrections.keys()])].map((department) => {
    const people = [...Map.groupBy(byDepartment.get(department) ?? [], ({ person }) => person)].map(
      ([person, own]): PersonLine => ({
        person,
        title: own.findLast(({ title }) => title !== "")?.title ?? "",
        counts: countsOf(own, given),
      }),
    );
    return {
      department,
      people,
      counts: sumOf(people.map(({ counts }) => counts)),
      corrections: corrections.get(department) ?? [],
    };
  });
  return { period, departments, total: sumOf(departments.map(({ counts }) => counts)) };
}

/** Of a request that another replaced, the other tells what came of it; one that was never sent is nobody's business. */
const isCounted = ({ status, askedAt }: Leave): boolean =>
  status === "noted" || (askedAt !== null && status !== "draft" && status !== "replaced");

function countsOf(leaves: readonly Leave[], given: ReportCase): Counts {
  const { period, today, calendar, trip, cancelled, zone } = given;
  const count = (is: (leave: Leave) => boolean): number => leaves.filter(is).length;
  const granted = leaves.filter(isGranted);
  const journeys = granted.filter(({ occasion }) => occasion === trip);
  const ended = journeys.filter(({ span }) => period.from <= span.until && span.until <= period.until);
  const missed = granted.filter(
    ({ occasion, meeting }) => occasion !== trip && !(meeting !== null && cancelled.has(meeting)),
  );
  return {
    requests: count(({ status }) => status !== "noted"),
    approved: count(({ status }) => status === "approved"),
    refused: count(({ status }) => status === "refused"),
    withdrawn: count(({ status }) => status === "withdrawn"),
    open: count(isOpen),
    noted: count(({ status }) => status === "noted"),
    ...daysAway(journeys, period, calendar),
    absences: Object.fromEntries(
      [...Map.groupBy(missed, ({ occasion }) => occasion)].map(([occasion, all]) => [occasion, all.length]),
    ),
    lateReturns: ended.filter((each) => each.returned !== null && isLate(each, today, calendar, zone)).length,
    missingReturns: ended.filter((each) => isMissing(each, today, calendar)).length,
    unknownReturns: ended.filter((each) => isLate(each, today, calendar, zone) === undefined).length,
  };
}

/** Half a day on which two journeys overlap is one half day. */
function daysAway(
  journeys: readonly Leave[],
  period: Period,
  calendar: Calendar,
): Pick<Counts, "daysAway" | "workingDaysAway"> {
  const spans = journeys.flatMap((each) => awaySpan(each) ?? []);
  const days = new Set(spans.flatMap(daysOf).filter((day) => period.from <= day && day <= period.until));
  let away = 0;
  let working: number | undefined = 0;
  for (const day of days) {
    const length = (["am", "pm"] as const).filter((half) => spans.some((span) => covers(span, day, half))).length / 2;
    const { kind } = calendar.dayKind(day);
    away += length;
    if (kind === "unknown") working = undefined;
    else if (kind === "working" && working !== undefined) working += length;
  }
  return { daysAway: away, workingDaysAway: working };
}
