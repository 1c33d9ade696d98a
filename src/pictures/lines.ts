import { fitted, segments, type Type, widthOf } from "./text.ts";

/**
 * A text in lines of at most a width (in pixels), at most so many; what has no room is cut, and seen to be. Chinese words
 * stay whole where that takes no more lines than to break them.
 */
export function inLines(text: string, room: number, type: Type, most: number): readonly string[] {
  const loose = broken(together(text.match(wordOrCharacter) ?? []), room, type, most);
  const whole = broken(together(Array.from(words.segment(text), ({ segment }) => segment)), room, type, most);
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

/** One line more than `most` tells that there are too many: how many there would be nobody needs to know. */
function broken(parts: readonly string[], room: number, type: Type, most: number): readonly Line[] {
  const fits = (text: string): boolean => widthOf(text.trim(), type) <= room;
  const lines: Line[] = [];
  let line = "";
  for (const part of parts) {
    if (lines.length > most) return lines;
    if (fits(line + part)) {
      line += part;
      continue;
    }
    if (line !== "") lines.push({ shown: line.trim(), source: line });
    line = part;
    while (!fits(line) && lines.length <= most) {
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
  // at least one character goes on a line, or there would be no end
  let most = 1;
  while (most < parts.length - 1 && fits(upTo(most + 1))) most++;
  for (let count = most; count > 2; count--)
    if (betweenLetters.test(parts.slice(count - 2, count + 2).join("")) && fits(`${upTo(count)}-`))
      return { shown: `${upTo(count)}-`, source: upTo(count) };
  return { shown: upTo(most).trim(), source: upTo(most) };
}

const betweenLetters = /^\p{Script=Latin}{4}$/u;
