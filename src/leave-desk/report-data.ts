import type { Day } from "../dates.ts";
import { sumOf } from "../leave/counts.ts";
import { type DepartmentLine, type Period, type Report, reportOn } from "../leave/report.ts";
import { correctionsBetween, leavesWhere } from "../store/leave.ts";
import { meetingNumbered } from "../store/meetings.ts";
import { peopleById } from "../store/people.ts";
import type { AtDesk } from "./at-desk.ts";
import type { Scope } from "./report-scope.ts";

/** A report with the names of the people in it, by id. */
export interface NamedReport extends Report {
  readonly names: ReadonlyMap<string, string>;
}

/** The report on a period as far as somebody sees it, the departments and people in the order of their names and ids. */
export async function reportFor(period: Period, scope: Scope, at: AtDesk): Promise<NamedReport> {
  const { records, today, calendar, rulebook, settings } = at;
  const leaves = await leavesWhere(records, period);
  const cancelled = new Set<number>();
  for (const number of new Set(leaves.flatMap(({ meeting }) => meeting ?? [])))
    if ((await meetingNumbered(records, number))?.cancelledAt) cancelled.add(number);
  const whole = reportOn(leaves, {
    period,
    today,
    calendar,
    zone: settings.timeZone,
    trip: rulebook.data.leave?.trip ?? "",
    cancelled,
    corrections: await correctionsBetween(records, period.from, period.until),
  });
  const seen = whole.departments.filter(({ department }) => scope.all || scope.heads.includes(department));
  const departments = seen.toSorted((one, other) => compare(one.department, other.department)).map(ordered);
  const ids = departments.flatMap(({ people, corrections }) => [...people, ...corrections].map(({ person }) => person));
  const people = await peopleById(records, [...new Set(ids)]);
  return {
    period,
    departments,
    total: sumOf(departments.map(({ counts }) => counts)),
    names: new Map(people.map(({ id, name }) => [id, name])),
  };
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const ordered = (line: DepartmentLine): DepartmentLine => ({
  ...line,
  people: line.people.toSorted((one, other) => compare(one.person, other.person)),
});

/** What a report is called in the audit: "leave-report:2026-11-01/2026-11-30". */
export const reportName = ({ from, until }: Period): string => `leave-report:${from}/${until}`;

/** Whether days of a period are still to come, or it is today. */
export const isOpenPeriod = ({ until }: Period, today: Day): boolean => until >= today;
