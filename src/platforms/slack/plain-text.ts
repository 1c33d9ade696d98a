import stringWidth from "string-width";
import type { Block, File, Reply } from "../../reply.ts";
import type { Language } from "../../text.ts";
import { cut, limits } from "./limits.ts";
import { literal, literalLine } from "./rich-text.ts";

/** The whole of a long reply, as a file. */
export function wholeReply({ title, blocks, language }: Reply): File {
  const texts = [...(title === undefined ? [] : [title]), ...blocks.map((each) => plainText(each, language))];
  return { name: "mishu.txt", content: `${texts.join("\n\n")}\n` };
}

/** Columns by the width that their characters take: a Chinese character takes two. */
export function alignedRows(rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map((cell) => literal(cell).replace(/\s+/gu, " ").trim()));
  const widths: number[] = [];
  for (const row of cells)
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, stringWidth(cell));
    });
  const line = (row: readonly string[]) =>
    row.map((cell, column) => cell + " ".repeat((widths[column] ?? 0) - stringWidth(cell))).join("  ");
  return cells.map((row) => line(row).trimEnd()).join("\n");
}

function plainText(block: Block, language: Language): string {
  switch (block.kind) {
    case "text":
    case "note":
      return block.text;
    case "list":
      return block.items.map((item) => `- ${item}`).join("\n");
    case "quote": {
      const { words, meaning } = quoted(block.source.citation.quote, block.source.reading, language);
      return [block.source.place, words, ...(meaning === undefined ? [] : [meaning])].join("\n");
    }
    case "table":
      return alignedRows(block.rows);
  }
}

/** What a notification says. It is read as Slack's own markup, so its three signs are escaped: it calls nobody. */
export function notification(reply: Reply): string {
  const { title, language } = reply;
  const words = [...(title === undefined ? [] : [title]), ...reply.blocks.map((each) => plainText(each, language))];
  const text = cut(literalLine(words.join(" ").slice(0, limits.notification * 4)), limits.notification);
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** A reader of the other Chinese script is shown the reading version; one of another language, both. */
export function quoted(source: string, reading: string | undefined, language: Language) {
  const [open, close] = language === "zh-Hant" ? ["「", "」"] : ["“", "”"];
  const script = language !== "en" && /\p{Script=Han}/u.test(source);
  const words = `${open}${reading !== undefined && script ? reading : source}${close}`;
  return { words, meaning: reading === undefined || script ? undefined : `(${reading})` };
}
