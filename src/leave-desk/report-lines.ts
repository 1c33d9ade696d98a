import { minuteOf } from "../dates.ts";
import type { Counts } from "../leave/counts.ts";
import type { DepartmentLine } from "../leave/report.ts";
import { occasionsOf } from "../leave/ruling.ts";
import type { Block } from "../reply.ts";
import type { Wording } from "../wording/wording.ts";
import type { AtDesk } from "./at-desk.ts";
import { occasionName } from "./card.ts";
import type { NamedReport } from "./report-data.ts";

/** Departments, each a line that is understood by itself: a telephone shows no columns. */
export function departmentTable(report: NamedReport, at: AtDesk, wording: Wording): Block {
  const words = wording.lists.report;
  const rows = report.departments.map(({ department, counts }) => [
    department || words.noDepartment,
    ...cells(counts, at, wording),
  ]);
  const total = report.departments.length > 1 ? [[words.total, ...cells(report.total, at, wording)]] : [];
  return { kind: "table", rows: [heading(words.department, wording), ...rows, ...total] };
}

/** The people of a department. */
export function peopleTable({ people }: DepartmentLine, report: NamedReport, at: AtDesk, wording: Wording): Block {
  return {
    kind: "table",
    rows: [
      heading(wording.lists.report.person, wording),
      ...people.map(({ person, title, counts }) => [
        wording.leave.person(report.names.get(person) ?? person, title),
        ...cells(counts, at, wording),
      ]),
    ],
  };
}

function heading(first: string, { lists: { report } }: Wording): readonly string[] {
  return [first, report.requests, report.decisions, report.away, report.absences, report.returns];
}

/** What is not there is not told: nought stands nowhere. */
function cells(counts: Counts, at: AtDesk, wording: Wording): readonly string[] {
  const words = wording.lists.report;
  const told = (each: (count: number) => string, count: number): readonly string[] => (count > 0 ? [each(count)] : []);
  const list = (parts: readonly string[]): string => parts.join(" · ");
  const absences = occasionsOf(at.rulebook).flatMap((occasion) =>
    told((count) => words.absent(occasionName(occasion, at, wording), count), counts.absences[occasion] ?? 0),
  );
  return [
    list(told(words.counted, counts.requests)),
    list([
      ...told(words.approved, counts.approved),
      ...told(words.refused, counts.refused),
      ...told(words.withdrawn, counts.withdrawn),
      ...told(words.open, counts.open),
      ...told(words.noted, counts.noted),
    ]),
    counts.daysAway > 0 ? daysWords(counts, wording) : "",
    list(absences),
    list([
      ...told(words.late, counts.lateReturns),
      ...told(words.missing, counts.missingReturns),
      ...told(words.lateUnknown, counts.unknownReturns),
    ]),
  ];
}

function daysWords({ daysAway, workingDaysAway }: Counts, wording: Wording): string {
  const days = wording.leave.days(daysAway);
  return workingDaysAway === undefined
    ? wording.lists.report.workingUnknown(days)
    : wording.leaveRequest.workingDays(days, workingDaysAway);
}

/** What a department says to its lines, with who said it and when. */
export function correctionLines(
  line: DepartmentLine,
  report: NamedReport,
  at: AtDesk,
  wording: Wording,
): readonly string[] {
  return line.corrections.map(({ words, person, at: when, leave }) =>
    wording.lists.report.correction(
      words,
      report.names.get(person) ?? person,
      minuteOf(when, at.settings.timeZone),
      leave === null ? undefined : wording.leave.number(leave),
    ),
  );
}
