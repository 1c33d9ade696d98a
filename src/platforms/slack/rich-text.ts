import type { types } from "@slack/bolt";
import { invisible } from "../invisible.ts";
import { limits, piecesOf } from "./limits.ts";

// Rich text is taken literally by Slack: nothing that stands in it calls anybody, makes a link or is bold by its signs.

export type Part = types.RichTextBlock["elements"][number];
type Section = types.RichTextSection;

export function literal(text: string): string {
  return text.replaceAll("\r\n", "\n").replaceAll("\t", " ").replace(invisible, "");
}

/** One line of it; never empty, because Slack refuses empty texts. */
export function literalLine(text: string): string {
  return literal(text).replace(/\s+/gu, " ").trim() || "…";
}

type Style = "bold" | "italic";
/** Text in a style. */
export type Run = readonly [text: string, style?: Style | undefined];

/** Runs of text in groups of at most so many characters. */
export function groupsOf(given: readonly Run[], length: number): readonly (readonly Run[])[] {
  const groups: Run[][] = [];
  let room = 0;
  for (const [text, style] of given)
    for (const piece of piecesOf(text, length)) {
      if (piece.length > room) {
        groups.push([]);
        room = length;
      }
      groups.at(-1)?.push([piece, style]);
      room -= piece.length;
    }
  return groups;
}

export const lengthOf = (given: readonly Run[]): number => given.reduce((sum, [text]) => sum + text.length, 0);

/** Runs of text as Slack takes them, each short enough. */
export function runs(given: readonly Run[]): types.RichTextText[] {
  return given.flatMap(([text, style]) =>
    piecesOf(text, limits.text).map(
      (piece): types.RichTextText => ({ type: "text", text: piece, ...(style ? { style: { [style]: true } } : {}) }),
    ),
  );
}

export const section = (given: readonly Run[]): Section => ({ type: "rich_text_section", elements: runs(given) });

export const quote = (given: readonly Run[]): Part => ({ type: "rich_text_quote", elements: runs(given) });

export const list = (items: readonly Section[]): Part => ({
  type: "rich_text_list",
  style: "bullet",
  elements: [...items],
});

export const richText = (...elements: Part[]): types.RichTextBlock => ({ type: "rich_text", elements });

/** Small print, grey: plain text is literal too. */
export const smallPrint = (text: string): types.ContextBlock => ({
  type: "context",
  elements: [{ type: "plain_text", text, emoji: false }],
});
