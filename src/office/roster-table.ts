import { parse } from "csv-parse/sync";
import { columnNamed } from "./roster-columns.ts";
import type { RosterFault, RosterProblem } from "./roster-faults.ts";

/** Rows that a roster file may have. */
export const mostRows = 5000;
/** In characters. */
const largestFile = 4_000_000;

export interface Row {
  /** The line of the file in which it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** The rows of a CSV file that are not blank, its first line included; or why it cannot be read as one. */
export function readTable(text: string): readonly Row[] | RosterProblem {
  const fault = faultOfText(text);
  if (fault) return fault;
  // Excel may write the separator into a first line of its own: it stays as a blank one, so that line numbers hold
  const lines = text
    .replace(/^\ufeff/, "")
    .replace(/\r\n?/g, "\n")
    .replace(/^sep=.(?=\n)/i, "");
  const options = {
    delimiter: separatorOf(lines),
    record_delimiter: "\n",
    info: true,
    relax_column_count: true,
    trim: true,
  };
  try {
    const rows = rowsOf(parse(lines, options));
    return rows.length > mostRows + 1 ? { kind: "too-large", limit: mostRows } : rows;
  } catch (error) {
    const { records } = error as { readonly records?: number };
    if (records === undefined) throw error;
    // the row that cannot be read begins after the last one that can
    const before = records > 0 ? (parse(lines, { ...options, to: records }) as readonly unknown[] as Parsed[]) : [];
    return { kind: "quote", at: (before.at(-1)?.info.lines ?? 0) + 1 };
  }
}

interface Parsed {
  readonly record: readonly string[];
  /** `lines`: the number of the line in which the record ends. */
  readonly info: { readonly lines: number };
}

function rowsOf(parsed: unknown): readonly Row[] {
  let line = 0;
  return (parsed as readonly Parsed[])
    .map(({ record, info }) => {
      const row = { line: line + 1, cells: record.map(clean) };
      line = info.lines;
      return row;
    })
    .filter(({ cells }) => cells.some((each) => each !== ""));
}

/** How files begin that are no CSV, in small letters: workbooks (a zip), PDF, RTF, XML, web pages. */
const otherFormats = ["pk\u0003\u0004", "%pdf", "{\\rtf", "<?xml", "<!doctype", "<html"];

function faultOfText(text: string): RosterFault | undefined {
  if (text.includes("\u0000") || otherFormats.some((each) => text.toLowerCase().startsWith(each)))
    return { kind: "not-text" };
  // Excel's plain "CSV" on a Chinese system is not UTF-8: what cannot be read arrives as this sign
  if (text.includes("\ufffd")) return { kind: "wrong-encoding" };
  if (text.length > largestFile) return { kind: "too-large", limit: mostRows };
  return clean(text) === "" ? { kind: "empty" } : undefined;
}

/** A cell as it is kept: in one line, without what is not seen. */
export function clean(cell: string): string {
  return cell
    .normalize("NFC")
    .replace(/\p{Cf}/gu, "")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();
}

/** Comma, semicolon or tab: that which parts the first line into the most columns that are known. */
function separatorOf(lines: string): string {
  const first = lines.split("\n").find((each) => each.trim() !== "") ?? "";
  const known = (separator: string) => {
    const headings = first.split(separator).map((each) => clean(each).replace(/^"(.*)"$/, "$1"));
    return headings.filter((each) => columnNamed(each)).length * 100 + Math.min(headings.length, 99);
  };
  return [",", ";", "\t"].reduce((best, each) => (known(each) > known(best) ? each : best));
}
