import type { Place } from "./cite.ts";
import { parseNumeral } from "./numerals.ts";

const numeral = "\\d{1,4}|[零〇一二三四五六七八九十百两兩]{1,7}";

interface Step {
  readonly part: keyof Place;
  readonly pattern: RegExp;
}

/** Each part of a reference, in Chinese of either script and in English, each at the start of what is left. */
const steps: readonly Step[] = [
  {
    part: "article",
    pattern: new RegExp(
      `^(?:第\\s*(${numeral})\\s*[条條]|(?:art(?:icle)?s?\\.?|section|sec\\.|§|rule)\\s*(${numeral})|(${numeral})(?:[条條])?)`,
      "iu",
    ),
  },
  {
    part: "paragraph",
    pattern: new RegExp(`^(?:第\\s*(${numeral})\\s*[款段]|(?:para(?:graph)?\\.?|p)\\s*(${numeral}))`, "iu"),
  },
  {
    part: "item",
    pattern: new RegExp(
      `^(?:第?\\s*[(（]?\\s*(${numeral})\\s*[)）]?\\s*[项項]|(?:item\\s*)?[(（]\\s*(${numeral})\\s*[)）]|item\\s*(${numeral}))`,
      "iu",
    ),
  },
  {
    part: "sentence",
    pattern: new RegExp(`^(?:第\\s*(${numeral})\\s*句|(?:sentence|sent\\.?|s|\\.)\\s*(${numeral}))`, "iu"),
  },
];

/**
 * Reads a reference that is nothing but a reference: "48", "Art. 48, sentence 2", "42(3)", "第四十二条第(三)项",
 * "43 paragraph 2". Undefined for anything else.
 */
export function parsePlace(text: string): Place | undefined {
  let rest = text.normalize("NFKC").trim();
  const place: { -readonly [Part in keyof Place]?: number } = {};
  for (const { part, pattern } of steps) {
    const match = rest.match(pattern);
    const found = match?.slice(1).find((each) => each !== undefined);
    const number = found === undefined ? undefined : parseNumeral(found);
    if (!match || number === undefined) continue;
    place[part] = number;
    rest = rest.slice(match[0].length).replace(/^[\s,，、]+/u, "");
  }
  return rest === "" && place.article !== undefined ? { ...place, article: place.article } : undefined;
}

/** Articles that a list may have: one without an end is not read again from each of its numbers. */
const longestList = 99;
const chineseList = new RegExp(
  `第\\s*((?:${numeral})(?:\\s*[条條]?\\s*[、,，和与與及跟]\\s*第?\\s*(?:${numeral})){0,${longestList}})\\s*[条條](?!例)`,
  "gu",
);
const englishHead = /(?:\b(?:art(?:icle)?s?\.?|sections?|secs?\.)|§)\s*(\d{1,4})(?!\d)/giu;
/** Another article of the same list: not "Article 47, 5 speakers at most". */
const englishNext =
  /(?:\s*,\s*and|\s*,|\s+and|\s+or|\s*&)\s*(?:art(?:icle)?\.?\s*)?(\d{1,4})(?![\d.])(?!\s*-?\s*(?:working|calendar|business|minute|min|hour|day|week|month|year|people|person|speaker|member|time|option|%))/iuy;

/** The articles that a sentence names ("Articles 47, 48 and 61", "第48條和第61條"), in order, each once. */
export function articleReferences(text: string): readonly number[] {
  const found: { at: number; number: number | undefined }[] = [];
  for (const match of text.matchAll(chineseList))
    for (const each of (match[1] ?? "").matchAll(new RegExp(numeral, "gu")))
      found.push({ at: match.index + each.index, number: parseNumeral(each[0]) });
  let read = 0;
  for (const match of text.matchAll(englishHead)) {
    // read already, in the list of one before it
    if (match.index < read) continue;
    found.push({ at: match.index, number: Number(match[1]) });
    englishNext.lastIndex = match.index + match[0].length;
    for (let next = englishNext.exec(text); next; next = englishNext.exec(text)) {
      found.push({ at: next.index, number: Number(next[1]) });
      read = englishNext.lastIndex;
    }
  }
  const numbers = found.sort((a, b) => a.at - b.at).map((each) => each.number);
  return [...new Set(numbers.filter((each) => each !== undefined))];
}

/** "chapter 8", 第八章, "Chapter VIII" is not read. Undefined when the text is not a chapter. */
export function parseChapter(text: string): number | undefined {
  const match = text
    .normalize("NFKC")
    .trim()
    .match(new RegExp(`^(?:第\\s*(${numeral})\\s*章|ch(?:apter|\\.)?\\s*(${numeral}))$`, "iu"));
  const found = match?.[1] ?? match?.[2];
  return found === undefined ? undefined : parseNumeral(found);
}
