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

/** Words are kept as a tree, character by character (Han) or stem by stem (Latin), so that the longest is found. */
interface Node {
  concept?: string;
  readonly next: Map<string, Node>;
}
const node = (): Node => ({ next: new Map() });

function add(root: Node, steps: Iterable<string>, concept: string): void {
  let at = root;
  for (const step of steps) {
    let next = at.next.get(step);
    if (!next) {
      next = node();
      at.next.set(step, next);
    }
    at = next;
  }
  at.concept = concept;
}

/** The longest word of the tree that begins at a step: how many steps, and its concept. */
function longest(root: Node, stepAt: (index: number) => string | undefined, from: number) {
  let at: Node | undefined = root;
  let found: { length: number; concept: string } | undefined;
  for (let length = 1; ; length++) {
    const step = stepAt(from + length - 1);
    at = step === undefined ? undefined : at.next.get(step);
    if (!at) return found;
    if (at.concept !== undefined) found = { length, concept: at.concept };
  }
}

export interface Vocabulary {
  /** Tokens and concepts of a normalised text; of overlapping words the longest counts. */
  read(normalised: string): Terms;
}

/** Builds the reader of a rulebook's vocabulary. */
export function createVocabulary(data: VocabularyData): Vocabulary {
  const han = node();
  const latin = node();
  for (const [concept, { en, zh }] of Object.entries(data))
    for (const word of [...en, ...zh]) {
      const normalised = normalise(word);
      if (hanRuns(normalised).length > 0) add(han, normalised, concept);
      else add(latin, latinWords(normalised).map((each) => each.text), concept);
    }

  function hanMentions(text: string, runs: readonly Word[], mentions: Mention[]): void {
    for (const run of runs)
      for (let at = run.start; at < run.end; ) {
        const match = longest(han, (index) => text[index], at);
        if (match) mentions.push({ concept: match.concept, start: at, end: at + match.length });
        at += match?.length ?? 1;
      }
  }

  function latinMentions(words: readonly Word[], mentions: Mention[]): void {
    for (let at = 0; at < words.length; ) {
      const match = longest(latin, (index) => words[index]?.text, at);
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
      latinMentions(words, mentions);
      mentions.sort((a, b) => a.start - b.start);
      const all = tokens(words, runs);
      for (const each of mentions) all.push(conceptMark + each.concept);
      return { mentions, tokens: all };
    },
  };
}
