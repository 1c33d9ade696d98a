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
export const segments = (text: string): readonly string[] =>
  Array.from(segmenter.segment(text), ({ segment }) => segment);

/** In pixels. What is measured is what is drawn: characters stand beside each other as wide as the font has them. */
export function widthOf(text: string, { size, weight }: Type): number {
  const face = typeface(weight);
  let width = 0;
  for (const each of text) width += face.advance(each);
  return (width * size) / 1000;
}

/** A text that fits into a room (in pixels): cut where it must be, and seen to be. "" when not even that has room. */
export function fitted(text: string, room: number, type: Type): string {
  if (widthOf(text, type) <= room) return text;
  const parts = segments(text);
  // what is far too long is not tried: a text may be as long as people type
  let [most, width] = [0, 0];
  while (most < parts.length - 1 && width <= room) width += widthOf(parts[most++] ?? "", type);
  for (let length = most; length > 0; length--) {
    const shorter = `${parts.slice(0, length).join("").trimEnd()}…`;
    if (widthOf(shorter, type) <= room) return shorter;
  }
  return "";
}
