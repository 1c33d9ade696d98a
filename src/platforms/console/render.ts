import { styleText } from "node:util";
import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";
import { quoted } from "../../plain-text.ts";
import type { Block, Reply } from "../../reply.ts";
import type { Language } from "../../text.ts";
import { invisible } from "../invisible.ts";

/** How a reply is drawn: colours only on a terminal; lines are broken at a width in columns, or never. */
export interface Look {
  readonly colour: boolean;
  /** Columns of the terminal; missing when the output is not one. */
  readonly width?: number;
}

export const plainLook: Look = { colour: false };

/** Texts of people as a terminal shows them literally: nothing in them moves the cursor, colours or turns round a line. */
export const literal = (text: string): string =>
  text.replaceAll("\r\n", "\n").replaceAll("\t", " ").replace(invisible, "");

/** Draws a reply as text: blocks, then its buttons as choices, numbered from `first`. */
export function renderReply(reply: Reply, look: Look, choose: string, first = 1): string {
  const blocks = reply.blocks.map((block) => renderBlock(block, look, reply.language));
  const buttons = reply.buttons.map((button, index) => wrap(`${index + first}. ${literal(button.label)}`, look, "  "));
  const choices = buttons.length > 0 ? [[style("dim", choose, look), ...buttons].join("\n")] : [];
  return [...blocks, ...choices].join("\n\n");
}

function renderBlock(block: Block, look: Look, language: Language): string {
  switch (block.kind) {
    case "text":
      return wrap(block.strong ? style("bold", literal(block.text), look) : literal(block.text), look, "");
    case "note":
      return wrap(style("dim", literal(block.text), look), look, "");
    case "list":
      return block.items.map((item) => wrap(literal(item), look, "  ").replace(/^ {2}/, "- ")).join("\n");
    case "quote": {
      const { place, citation, reading } = block.source;
      const { words, meaning } = quoted(citation.quote, reading, language);
      return [
        style("cyan", `  ${literal(place)}`, look),
        ...[words, meaning ?? []].flat().map((each) => wrap(literal(each), look, "  ")),
      ].join("\n");
    }
    case "table":
      return renderTable(block.rows, look);
  }
}

/** Columns aligned by the width that their characters take: a Chinese character takes two columns. */
export function renderTable(given: readonly (readonly string[])[], look: Look): string {
  const rows = given.map((row) => row.map(literal));
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, stringWidth(cell));
    });
  return rows
    .map((row) => {
      const line = row.map((cell, column) =>
        column === row.length - 1 ? cell : cell + " ".repeat((widths[column] ?? 0) - stringWidth(cell) + 2),
      );
      return wrap(line.join("").trimEnd(), look, "  ");
    })
    .join("\n");
}

/** Breaks lines at the width of the terminal, between words where it can, and indents each. */
export function wrap(text: string, { width }: Look, indent: string): string {
  const broken = width === undefined ? text : wrapAnsi(text, Math.max(20, width - indent.length), { hard: true });
  return broken.replace(/^/gm, indent);
}

function style(format: Parameters<typeof styleText>[0], text: string, { colour }: Look): string {
  return colour ? styleText(format, text, { validateStream: false }) : text;
}
