import { fitted, segments, type Type, widthOf } from "./text.ts";

/**
 * A text in lines of at most a width (in pixels), at most so many; what has no room is cut, and seen to be. Chinese words
 * stay whole where that takes no more lines than to break them.
 */
export function inLines(text: string, room: number, type: Type, most: number): readonly string[] {
  const loose = broken(together(text.match(wordOrCharacter) ?? []), room, type);
  const whole = broken(together(Array.from(words.segment(text), ({ segment }) => segment)), room, type);
  const lines = whole.length <= loose.length ? whole : loose;
  if (lines.length <= most) return lines.map(({ shown }) => shown);
  const kept = loose.slice(0, most - 1);
  const rest = text.slice(kept.reduce((length, { source }) => length + source.length, 0)).trimStart();
  return [...kept.map(({ shown }) => shown), fitted(rest, room, type)];
}

const words = new Intl.Segmenter("zh", { granularity: "word" });
/** A word or number of other languages, or one Chinese character. */
const wordOrCharacter = /[\p{Script=Latin}\p{M}\d'’.,:/%-]+|./gu;

const opens = /[（(《「『“‘〔【]$/u;
const closes = /^[）)》」』”’〕】、，。；：！？…·.,:;!?]/u;

/** No line begins with a mark that closes something, or ends with one that opens it. */
function together(parts: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last !== undefined && (opens.test(last) || closes.test(part))) joined[joined.length - 1] = last + part;
    else joined.push(part);
  }
  return joined;
}

/** `source`: what of the text the line is; it is shown without the spaces around it. */
interface Line {
  readonly shown: string;
  readonly source: string;
}

function broken(parts: readonly string[], room: number, type: Type): readonly Line[] {
  const fits = (text: string): boolean => widthOf(text.trim(), type) <= room;
  const lines: Line[] = [];
  let line = "";
  for (const part of parts) {
    if (fits(line + part)) {
      line += part;
      continue;
    }
    if (line !== "") lines.push({ shown: line.trim(), source: line });
    line = part;
    while (!fits(line)) {
      const begin = beginningOf(line, fits);
      lines.push(begin);
      line = line.slice(begin.source.length);
    }
  }
  return line.trim() === "" ? lines : [...lines, { shown: line.trim(), source: line }];
}

/** As much as has room of a word that is too long for any line: with a hyphen, where two letters are on either side. */
function beginningOf(word: string, fits: (text: string) => boolean): Line {
  const parts = segments(word);
  const upTo = (count: number): string => parts.slice(0, count).join("");
  const counts = parts.map((_, index) => parts.length - 1 - index).filter((count) => count > 0);
  const hyphened = counts.find(
    (count) => betweenLetters.test(parts.slice(Math.max(0, count - 2), count + 2).join("")) && fits(`${upTo(count)}-`),
  );
  if (hyphened !== undefined && hyphened > 2) return { shown: `${upTo(hyphened)}-`, source: upTo(hyphened) };
  // at least one character goes on a line, or there would be no end
  const some = upTo(counts.find((count) => fits(upTo(count))) ?? 1);
  return { shown: some.trim(), source: some };
}

const betweenLetters = /^\p{Script=Latin}{4}$/u;
