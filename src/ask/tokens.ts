import stem from "wink-porter2-stemmer";
import { toSimplified } from "../script.ts";

/** Longest question that is read, in characters; what comes after is cut, and the answer says so. */
export const longestQuestion = 2000;

/** Control, direction and other format characters: nothing that is seen. */
const invisible = /[\p{Cc}\p{Cf}\u2060-\u206f\ufff9-\ufffb]/gu;
/** Plain ASCII needs none of the conversions. */
const plainAscii = /^[ -~]*$/;

/** What a person typed, as it is compared: one form of each character, Simplified, lower case, nothing invisible. */
export function normalise(text: string): string {
  const read = text.slice(0, longestQuestion * 2);
  const visible = plainAscii.test(read)
    ? read
    : toSimplified(read.normalize("NFKC").replace(/\s+/g, " ").replace(invisible, ""));
  return visible
    .slice(0, longestQuestion)
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/g, " ")
    .trim();
}

/** A Latin word by its stem, or a run of Han characters; offsets into the normalised text. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const latinWord = /[a-z0-9]+(?:'[a-z]+)?/g;
// the blocks of Han characters in everyday use; rarer ones (beyond U+FFFF) are nowhere in a rulebook's words
const hanRun = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+/g;
const stems = new Map<string, string>();

/** The stem of an English word: "signed" -> "sign"; numbers stay. */
export function stemOf(word: string): string {
  let found = stems.get(word);
  if (found === undefined) {
    found = stem(word.replace(/'s?$/, ""));
    stems.set(word, found);
  }
  return found;
}

/** The Latin words of a normalised text, stemmed; a hyphen separates ("secretary-general" is two words). */
export function latinWords(normalised: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of normalised.matchAll(latinWord))
    words.push({ text: stemOf(match[0]), start: match.index, end: match.index + match[0].length });
  return words;
}

/** The runs of Han characters of a normalised text. */
export function hanRuns(normalised: string): readonly Word[] {
  const runs: Word[] = [];
  for (const match of normalised.matchAll(hanRun))
    runs.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  return runs;
}

/**
 * The tokens by which texts are compared: single Han characters and pairs of neighbours (better on Chinese law than
 * word segmentation), stems of Latin words and pairs of them.
 */
export function tokens(latin: readonly Word[], han: readonly Word[]): string[] {
  const found: string[] = [];
  for (const { text } of han)
    for (let index = 0; index < text.length; index++) {
      found.push(text.charAt(index));
      if (index + 1 < text.length) found.push(text.slice(index, index + 2));
    }
  let previous: string | undefined;
  for (const { text } of latin) {
    found.push(text);
    if (previous !== undefined) found.push(`${previous} ${text}`);
    previous = text;
  }
  return found;
}
