import { typeface, type Weight } from "./typeface.ts";

/** How words are set: the size is that of the type, in pixels. */
export interface Type {
  readonly size: number;
  readonly weight: Weight;
}

/** What printers set for a character that they have no type for. It stands in the picture instead of an empty box. */
export const missing = "〓";

/**
 * Text of people as it can be drawn: in one line, without characters that have no shape (controls, marks of direction,
 * variants), with 〓 for each that the font does not have.
 */
export function drawable(text: string): string {
  const plain = text
    .normalize("NFC")
    .replace(/[\p{Variation_Selector}\p{Cf}]/gu, "")
    .replace(/[\p{Cc}\p{Z}\s]+/gu, " ")
    .trim();
  // a letter with marks that has no form of its own is one character that the font does not have, not several
  return segments(plain)
    .map((each) => ([...each].length === 1 && typeface("regular").has(each) ? each : missing))
    .join("");
}

const segmenter = new Intl.Segmenter("zh", { granularity: "grapheme" });
const segments = (text: string): readonly string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);

/** In pixels. What is measured is what is drawn: characters stand beside each other as wide as the font has them. */
export function widthOf(text: string, { size, weight }: Type): number {
  const face = typeface(weight);
  let width = 0;
  for (const each of text) width += face.advance(each);
  return (width * size) / 1000;
}

/** What stays together on a line: words and numbers with the marks that may not begin or end one, or one character. */
const unit = /[（(《「『“‘〔【]*(?:[\p{Script=Latin}\p{M}\d'’.,:/%-]+|.)[）)》」』”’〕】、，。；：！？…·,;!?]*/gu;

/** A text in lines of at most a width (in pixels), at most so many; what has no room is cut, and seen to be. */
export function inLines(text: string, room: number, type: Type, most: number): readonly string[] {
  const lines: string[] = [];
  let rest = text.trim();
  while (lines.length < most - 1 && widthOf(rest, type) > room) {
    const { line, length } = firstLine(rest, room, type);
    lines.push(line);
    rest = rest.slice(length).trimStart();
  }
  return rest === "" ? lines : [...lines, fitted(rest, room, type)];
}

/** What has room on a line, and how much of the text that is: a word longer than any line is broken. */
function firstLine(text: string, room: number, type: Type): { readonly line: string; readonly length: number } {
  let length = 0;
  for (const next of text.match(unit) ?? []) {
    if (widthOf(text.slice(0, length + next.length).trimEnd(), type) > room) break;
    length += next.length;
  }
  if (length > 0) return { line: text.slice(0, length).trimEnd(), length };
  const parts = segments(text);
  for (let count = parts.length - 1; count > 0; count--) {
    const begin = parts.slice(0, count).join("");
    const line = insideWord.test(parts.slice(count - 1, count + 1).join("")) ? `${begin}-` : begin;
    if (widthOf(line, type) <= room) return { line, length: begin.length };
  }
  return { line: "", length: text.length };
}

const insideWord = /^\p{Script=Latin}\p{Script=Latin}/u;

/** A text that fits into a room (in pixels): cut where it must be, and seen to be. "" when not even that has room. */
export function fitted(text: string, room: number, type: Type): string {
  if (widthOf(text, type) <= room) return text;
  const parts = segments(text);
  for (let length = parts.length - 1; length > 0; length--) {
    const shorter = `${parts.slice(0, length).join("").trimEnd()}…`;
    if (widthOf(shorter, type) <= room) return shorter;
  }
  return "";
}
