import { parse } from "csv-parse/sync";
import { largestFile } from "./text-file.ts";

/** Why a file cannot be read as a table. */
export type TableFault =
  | { readonly kind: "empty" }
  | { readonly kind: "not-text" }
  | { readonly kind: "wrong-encoding" }
  | { readonly kind: "too-large"; readonly megabytes: number }
  | { readonly kind: "too-many-rows"; readonly limit: number }
  | { readonly kind: "quote"; readonly at: number };

/** In characters. A longer cell is refused, whatever its column. */
export const longestCell = 2000;

export interface Row {
  /** The line of the file in which it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** What is known of a table before it is read. */
export interface TableKind {
  /** Whether a heading is one of its columns'. */
  readonly isHeading: (heading: string) => boolean;
  /** Rows that it may have below its headings, blank ones not counted. */
  readonly mostRows: number;
}

/** The rows of a CSV file that are not blank, its first line included; or why it cannot be read as one. */
export function readTable(text: string, { isHeading, mostRows }: TableKind): readonly Row[] | TableFault {
  const fault = faultOfText(text);
  if (fault) return fault;
  // Excel may write the separator into a first line of its own: it stays as a blank one, so that line numbers hold
  const lines = text
    .replace(/^\ufeff/, "")
    .replace(/\r\n?/g, "\n")
    .replace(/^sep=.(?=\n)/i, "")
    .split("\n");
  const separator = separatorOf(lines, isHeading);
  const records = recordsOf(lines, separator, mostRows + 1);
  if (records.length > mostRows + 1) return { kind: "too-many-rows", limit: mostRows };
  try {
    const parsed: readonly (readonly string[])[] = parse(records.map((each) => each.text).join("\n"), {
      delimiter: separator,
      record_delimiter: "\n",
      relax_column_count: true,
      trim: true,
    });
    return parsed
      .map((cells, index) => ({ line: records[index]?.line ?? 0, cells: cells.map(clean) }))
      .filter(({ cells }) => cells.some((each) => each !== ""));
  } catch (error) {
    // how many records were read before the one that cannot be
    const { records: read } = error as { readonly records?: number };
    const at = read === undefined ? undefined : records[read]?.line;
    if (at === undefined) throw error;
    return { kind: "quote", at };
  }
}

/**
 * The lines that belong to one row, with the number of the first: a row goes on while a quotation mark is open. Blank
 * lines, of which a whole sheet has a million, go no further than this; reading stops at the first row too many.
 */
function recordsOf(
  lines: readonly string[],
  separator: string,
  most: number,
): readonly { line: number; text: string }[] {
  const visible = new RegExp(`[^\\s\\p{Cc}\\p{Cf}${separator}]`, "u");
  const isBlank = (line: string) =>
    line === "" || !visible.test(line.includes('"') ? line.replace(/(?<!")""(?!")/g, "") : line);
  const records: { line: number; text: string }[] = [];
  let begun: { readonly line: number; readonly lines: string[] } | undefined;
  for (const [index, line] of lines.entries()) {
    if (!begun && isBlank(line)) continue;
    begun ??= { line: index + 1, lines: [] };
    begun.lines.push(line);
    const open = begun.lines.length > 1 !== isOdd(line);
    if (open && index < lines.length - 1) continue;
    records.push({ line: begun.line, text: begun.lines.join("\n") });
    if (records.length > most) break;
    begun = undefined;
  }
  return records;
}

/** Whether a line opens a quotation mark without closing it, or the other way about. */
const isOdd = (line: string): boolean => line.includes('"') && (line.split('"').length - 1) % 2 === 1;

/** How files begin that are no CSV, in small letters: workbooks (a zip), PDF, RTF, XML, web pages. */
const otherFormats = ["pk\u0003\u0004", "%pdf", "{\\rtf", "<?xml", "<!doctype", "<html"];

function faultOfText(text: string): TableFault | undefined {
  const beginning = text.slice(0, 20).toLowerCase();
  if (text.includes("\u0000") || otherFormats.some((each) => beginning.startsWith(each))) return { kind: "not-text" };
  // Excel's plain "CSV" on a Chinese system is not UTF-8: what cannot be read arrives as this sign
  if (text.includes("\ufffd")) return { kind: "wrong-encoding" };
  // a character has at least one byte
  if (text.length > largestFile) return { kind: "too-large", megabytes: largestFile / 1_000_000 };
  return /[^\s\p{Cc}\p{Cf}]/u.test(text) ? undefined : { kind: "empty" };
}

/** Anything but signs that take up a place, or not even that, and show nothing: no name is made of those alone. */
const shown = /[^\p{Default_Ignorable_Code_Point}\s\u2800\u{1d159}]/u;

/** A cell as it is kept: in one line, without what is not seen; "" when nothing of it is. */
export function clean(cell: string): string {
  if (cell === "") return "";
  const seen = cell
    .replace(/\p{Cf}/gu, "")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();
  if (!shown.test(seen)) return "";
  // one that is too long anyway: to put a million accents in order takes an hour
  return seen.length > longestCell ? seen : seen.normalize("NFC");
}

/** Comma, semicolon or tab: that which parts the first line into the most columns that are known. */
function separatorOf(lines: readonly string[], isHeading: TableKind["isHeading"]): string {
  const first = lines.find((each) => /[^\s,;]/.test(each)) ?? "";
  const known = (separator: string) => {
    const headings = first.split(separator, 99).map((each) => clean(each).replace(/^"(.*)"$/, "$1"));
    return headings.filter(isHeading).length * 100 + headings.length;
  };
  return [",", ";", "\t"].reduce((best, each) => (known(each) > known(best) ? each : best));
}
