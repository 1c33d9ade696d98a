import stem from "wink-porter2-stemmer";
import { toSimplified } from "../script.ts";

/** Longest question that is read; what comes after it is cut, and the answer says so. In characters. */
export const longestQuestion = 2000;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control and direction characters are just what is removed
const invisible = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** What a person typed, as it is compared: one form of each character, Simplified, lower case, nothing invisible. */
export function normalise(text: string): string {
  const visible = text.slice(0, longestQuestion * 2).normalize("NFKC").replace(invisible, "");
  return toSimplified(visible.slice(0, longestQuestion)).toLowerCase().replace(/[’‘`´]/g, "'").replace(/\s+/g, " ").trim();
}

export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const latinWord = /[a-z0-9]+(?:'[a-z]+)?(?:-[a-z0-9]+)*/g;
const hanRun = /\p{Script=Han}+/gu;
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
  for (const match of normalised.matchAll(latinWord)) {
    let start = match.index;
    for (const part of match[0].split("-")) {
      words.push({ text: stemOf(part), start, end: start + part.length });
      start += part.length + 1;
    }
  }
  return words;
}

/** The runs of Han characters of a normalised text. */
export function hanRuns(normalised: string): readonly Word[] {
  return [...normalised.matchAll(hanRun)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/**
 * The tokens by which texts are compared: single Han characters and pairs of neighbours (better on Chinese law than
 * word segmentation), stems of Latin words and pairs of them.
 */
export function tokens(normalised: string): readonly string[] {
  const found: string[] = [];
  for (const { text } of hanRuns(normalised)) {
    const characters = [...text];
    characters.forEach((character, index) => {
      found.push(character);
      const next = characters[index + 1];
      if (next !== undefined) found.push(character + next);
    });
  }
  const words = latinWords(normalised);
  words.forEach((word, index) => {
    found.push(word.text);
    const next = words[index + 1];
    if (next !== undefined) found.push(`${word.text} ${next.text}`);
  });
  return found;
}
