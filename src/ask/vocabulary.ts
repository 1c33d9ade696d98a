import type { VocabularyData } from "../rulebook/model.ts";
import { hanRuns, latinWords, normalise, tokens, type Word } from "./tokens.ts";

/** A concept that a text names, and where: offsets into the normalised text. */
export interface Mention {
  readonly concept: string;
  readonly start: number;
  readonly end: number;
}

/** A text taken apart for comparison. */
export interface Terms {
  readonly mentions: readonly Mention[];
  /** Tokens, and for each concept named `@concept`. */
  readonly tokens: readonly string[];
}

/** Tokens that stand for a concept of the vocabulary begin with this. */
export const conceptMark = "@";

/**
 * The words of a vocabulary and all their beginnings: word -> its concept, beginning of a word -> "". Han words letter
 * by letter, Latin words stem by stem with spaces. Plain data, kept between starts.
 */
export interface VocabularyWords {
  readonly han: ReadonlyMap<string, string>;
  readonly latin: ReadonlyMap<string, string>;
}

export function collectWords(data: VocabularyData): VocabularyWords {
  const han = new Map<string, string>();
  const latin = new Map<string, string>();
  const add = (words: Map<string, string>, steps: readonly string[], between: string, concept: string) => {
    let beginning = "";
    steps.forEach((step, index) => {
      beginning += index === 0 ? step : between + step;
      if (index === steps.length - 1) words.set(beginning, concept);
      else if (!words.has(beginning)) words.set(beginning, "");
    });
  };
  for (const [concept, { en, zh }] of Object.entries(data))
    for (const word of [...en, ...zh]) {
      const normalised = normalise(word);
      if (hanRuns(normalised).length > 0) add(han, normalised.split(""), "", concept);
      else
        add(
          latin,
          latinWords(normalised).map((each) => each.text),
          " ",
          concept,
        );
    }
  return { han, latin };
}

/** The longest word that begins at a step: how many steps, and its concept. */
function longest(
  words: ReadonlyMap<string, string>,
  stepAt: (index: number) => string | undefined,
  between: string,
  from: number,
): { readonly length: number; readonly concept: string } | undefined {
  let beginning = "";
  let found: { length: number; concept: string } | undefined;
  for (let length = 1; ; length++) {
    const step = stepAt(from + length - 1);
    if (step === undefined) return found;
    beginning += length === 1 ? step : between + step;
    const concept = words.get(beginning);
    if (concept === undefined) return found;
    if (concept !== "") found = { length, concept };
  }
}

export interface Vocabulary {
  /** Tokens and concepts of a normalised text; of overlapping words the longest counts. */
  read(normalised: string): Terms;
}

/** The reader of a rulebook's vocabulary. */
export function createVocabulary({ han, latin }: VocabularyWords): Vocabulary {
  function hanMentions(text: string, runs: readonly Word[], mentions: Mention[]): void {
    for (const run of runs)
      for (let at = run.start; at < run.end; ) {
        const match = longest(han, (index) => text[index], "", at);
        if (match) mentions.push({ concept: match.concept, start: at, end: at + match.length });
        at += match?.length ?? 1;
      }
  }

  function latinMentions(text: string, words: readonly Word[], mentions: Mention[]): void {
    /** Words with Chinese or a full stop between them are no phrase. */
    const joined = (index: number, from: number) =>
      index === from || /^[ '/-]*$/.test(text.slice(words[index - 1]?.end, words[index]?.start));
    for (let at = 0; at < words.length; ) {
      const from = at;
      const match = longest(latin, (index) => (joined(index, from) ? words[index]?.text : undefined), " ", from);
      const first = words[at];
      const last = words[at + (match?.length ?? 1) - 1];
      if (match && first && last) mentions.push({ concept: match.concept, start: first.start, end: last.end });
      at += match?.length ?? 1;
    }
  }

  return {
    read(text) {
      const words = latinWords(text);
      const runs = hanRuns(text);
      const mentions: Mention[] = [];
      hanMentions(text, runs, mentions);
      latinMentions(text, words, mentions);
      mentions.sort((a, b) => a.start - b.start);
      const all = tokens(words, runs);
      for (const each of mentions) all.push(conceptMark + each.concept);
      return { mentions, tokens: all };
    },
  };
}
