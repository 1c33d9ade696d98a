import { nearest } from "./office/nearest.ts";
import type { Row } from "./table-file.ts";
import { type Language, repeated, type Text } from "./text.ts";

/** The columns that a kind of table can have. */
export interface Sheet<Column extends string> {
  /** What each is called, in the order of a template. */
  readonly names: Readonly<Record<Column, Text>>;
  /** The column with a heading, in any language; undefined: there is none. */
  named(heading: string): Column | undefined;
  /** Without these nothing can be read. */
  readonly needed: readonly Column[];
}

/** What is wrong with the headings of a table. */
export type HeadFault =
  | { readonly kind: "missing-column"; readonly name: string }
  | { readonly kind: "unknown-column"; readonly name: string; readonly nearest: readonly string[] }
  | { readonly kind: "too-many-columns"; readonly limit: number }
  | { readonly kind: "column-twice"; readonly name: string };

/** A fault of the headings and the line in which they stand, and which of them it is. */
export type HeadProblem = HeadFault & { readonly at: number; readonly heading?: string };

/** Headings that a file may have: more are no such table, and are not gone through one by one. */
const mostColumns = 50;

/** The columns of a file: where each stands, and its heading as written. */
export type Columns<Column extends string> = ReadonlyMap<Column, { readonly heading: string; readonly index: number }>;

/** Finds the columns in the first row, and what is wrong with the headings. */
export function readHead<Column extends string>(
  { line, cells }: Row,
  { names, named, needed }: Sheet<Column>,
  language: Language,
): { readonly columns: Columns<Column>; readonly problems: readonly HeadProblem[] } {
  const columns = new Map<Column, { readonly heading: string; readonly index: number }>();
  if (cells.filter((each) => each !== "").length > mostColumns)
    return { columns, problems: [{ kind: "too-many-columns", limit: mostColumns, at: line }] };
  const problems: HeadProblem[] = [];
  const known = Object.values<Text>(names).map((each) => each[language]);
  for (const [index, heading] of cells.entries()) {
    if (heading === "") continue;
    const name = repeated(heading);
    const column = named(heading);
    if (column === undefined)
      problems.push({ kind: "unknown-column", name, nearest: nearest(heading, known, 1), at: line, heading: name });
    else if (columns.has(column)) problems.push({ kind: "column-twice", name, at: line, heading: name });
    else columns.set(column, { heading: name, index });
  }
  for (const each of needed)
    if (!columns.has(each)) problems.push({ kind: "missing-column", name: names[each][language], at: line });
  return { columns, problems };
}
