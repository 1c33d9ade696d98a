import { type Language, repeated } from "../text.ts";
import { nearest } from "./nearest.ts";
import { columnNamed, columnNames, neededColumns, type RosterColumn, rosterColumns } from "./roster-columns.ts";
import type { RosterProblem } from "./roster-faults.ts";
import type { Row } from "./roster-table.ts";

/** Headings that a file may have: more are no roster, and are not gone through one by one. */
const mostColumns = 50;

/** The columns of a file: where each stands, and its heading as written. */
export type Columns = ReadonlyMap<RosterColumn, { readonly heading: string; readonly index: number }>;

/** Finds the columns in the first row, and what is wrong with the headings. */
export function readHead(
  { line, cells }: Row,
  language: Language,
): { readonly columns: Columns; readonly problems: readonly RosterProblem[] } {
  const columns = new Map<RosterColumn, { readonly heading: string; readonly index: number }>();
  if (cells.filter((each) => each !== "").length > mostColumns)
    return { columns, problems: [{ kind: "too-many-columns", limit: mostColumns, at: line }] };
  const problems: RosterProblem[] = [];
  const names = columnNames.map((each) => rosterColumns[each][language]);
  for (const [index, heading] of cells.entries()) {
    if (heading === "") continue;
    const name = repeated(heading);
    const column = columnNamed(heading);
    if (column === undefined)
      problems.push({ kind: "unknown-column", name, nearest: nearest(heading, names, 1), at: line, heading: name });
    else if (columns.has(column)) problems.push({ kind: "column-twice", name, at: line, heading: name });
    else columns.set(column, { heading: name, index });
  }
  for (const each of neededColumns)
    if (!columns.has(each)) problems.push({ kind: "missing-column", name: rosterColumns[each][language], at: line });
  return { columns, problems };
}
