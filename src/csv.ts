/**
 * A table as a file for Excel: UTF-8 with the mark by which Excel knows it. A cell that Excel would take for a formula
 * gets an apostrophe in front: whoever wrote it does not compute in the reader's Excel.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((cells) => cells.map((each) => quoted(harmless(each))).join(",")).join("\r\n")}\r\n`;
}

const harmless = (cell: string): string => (/^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/.test(cell) ? `'${cell}` : cell);

const quoted = (cell: string): string => (/[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
