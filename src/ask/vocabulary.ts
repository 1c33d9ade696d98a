import type { VocabularyData } from "../rulebook/model.ts";
import { hanRuns, latinWords, normalise } from "./tokens.ts";

/** A concept that a text names, and where: offsets into the normalised text. */
export interface Mention {
  readonly concept: string;
  readonly start: number;
  readonly end: number;
}

export interface Vocabulary {
  /** The concepts that a normalised text names; of overlapping words the longest counts. */
  mentions(normalised: string): readonly Mention[];
}

/** Builds the reader of a rulebook's vocabulary. */
export function createVocabulary(data: VocabularyData): Vocabulary {
  const han = new Map<string, string>();
  const latin = new Map<string, string>();
  let longestHan = 0;
  let longestLatin = 0;
  for (const [concept, { en, zh }] of Object.entries(data))
    for (const word of [...en, ...zh]) {
      const normalised = normalise(word);
      if (hanRuns(normalised).length > 0) {
        han.set(normalised, concept);
        longestHan = Math.max(longestHan, normalised.length);
      } else {
        const stems = latinWords(normalised).map((each) => each.text);
        latin.set(stems.join(" "), concept);
        longestLatin = Math.max(longestLatin, stems.length);
      }
    }

  function hanMentions(text: string): Mention[] {
    const found: Mention[] = [];
    for (const run of hanRuns(text)) {
      let at = run.start;
      while (at < run.end) {
        let length = Math.min(longestHan, text.length - at);
        while (length > 0 && !han.has(text.slice(at, at + length))) length--;
        const concept = han.get(text.slice(at, at + length));
        if (concept === undefined) at++;
        else {
          found.push({ concept, start: at, end: at + length });
          at += length;
        }
      }
    }
    return found;
  }

  function latinMentions(text: string): Mention[] {
    const found: Mention[] = [];
    const words = latinWords(text);
    let at = 0;
    while (at < words.length) {
      let length = Math.min(longestLatin, words.length - at);
      const phrase = () => words.slice(at, at + length).map((each) => each.text).join(" ");
      while (length > 0 && !latin.has(phrase())) length--;
      const concept = length > 0 ? latin.get(phrase()) : undefined;
      const first = words[at];
      const last = words[at + length - 1];
      if (concept === undefined || !first || !last) at++;
      else {
        found.push({ concept, start: first.start, end: last.end });
        at += length;
      }
    }
    return found;
  }

  return {
    mentions: (text) => [...hanMentions(text), ...latinMentions(text)].sort((a, b) => a.start - b.start),
  };
}
