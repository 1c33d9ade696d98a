import { csvOf } from "../csv.ts";
import { minuteOf } from "../dates.ts";
import type { Counts } from "../leave/counts.ts";
import { occasionsOf } from "../leave/ruling.ts";
import type { TextFile } from "../reply.ts";
import { type CsvLine, csvColumns } from "../wording/leave-lists/wording.ts";
import type { Wording } from "../wording/wording.ts";
import type { AtDesk } from "./at-desk.ts";
import { occasionName } from "./card.ts";
import type { NamedReport } from "./report-data.ts";

/**
 * The report as a table for Excel: each department, then its people and what it says to its lines, at the end the total.
 * Which of them a line is stands in its first cell, so that one can be filtered and summed without the others.
 */
export function reportFile(report: NamedReport, at: AtDesk, wording: Wording): TextFile {
  const words = wording.lists.report;
  const { csv } = words;
  const occasions = occasionsOf(at.rulebook).filter((each) => each !== at.rulebook.data.leave?.trip);
  const heading = [
    ...csvColumns.map((each) => csv[each]),
    ...occasions.map((each) => occasionName(each, at, wording)),
    csv.late,
    csv.missing,
    csv.lateUnknown,
    csv.words,
  ];
  const numbers = (counts: Counts): readonly string[] => [
    ...[counts.requests, counts.approved, counts.refused, counts.withdrawn, counts.open, counts.noted].map(String),
    String(counts.daysAway),
    counts.workingDaysAway === undefined ? "" : String(counts.workingDaysAway),
    ...occasions.map((each) => String(counts.absences[each] ?? 0)),
    String(counts.lateReturns),
    String(counts.missingReturns),
    String(counts.unknownReturns),
  ];
  const nothing = numbers(report.total).map(() => "");
  const row = (
    line: CsvLine,
    who: readonly [string, string, string, string],
    counts: readonly string[],
    said = "",
  ): readonly string[] => [words.kinds[line], ...who, ...counts, said];
  const nameOf = (id: string): string => report.names.get(id) ?? "";
  const rows = report.departments.flatMap(({ department: own, counts, people, corrections }) => {
    const department = own || words.noDepartment;
    return [
      row("department", [department, "", "", ""], numbers(counts)),
      ...people.map(({ person, title, counts: each }) =>
        row("person", [department, person, nameOf(person), title], numbers(each)),
      ),
      ...corrections.map(({ person, words: said, at: when, leave }) => {
        const on = leave === null ? "" : `, ${wording.leave.number(leave)}`;
        const told = `${said} (${minuteOf(when, at.settings.timeZone)}${on})`;
        return row("correction", [department, person, nameOf(person), ""], nothing, told);
      }),
    ];
  });
  const { from, until } = report.period;
  return {
    name: `leave-${from}-${until}.csv`,
    content: csvOf([heading, ...rows, row("total", ["", "", "", ""], numbers(report.total))]),
  };
}
