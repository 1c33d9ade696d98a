import type { Fact, QuestionKind, Unit } from "../rulebook/model.ts";

/** What the rules have to say to a question. Every branch that speaks for the rules carries the facts it rests on. */
export type Outcome =
  /** The main fact first; further ones where the question has several points or rows. */
  | {
      readonly kind: "answered";
      readonly facts: readonly [Fact, ...Fact[]];
      /** The question took something wrong for granted: said so before the answer. */
      readonly correction?: Correction;
      /** What was taken to be meant, because it usually is. */
      readonly assumed?: { readonly dimension: string; readonly value: string };
    }
  /** Whole articles, asked for by number. */
  | { readonly kind: "articles"; readonly articles: readonly number[] }
  /** The answer depends on one more thing: its rows are the branches. */
  | { readonly kind: "asks-back"; readonly table: string; readonly dimension: string; readonly rows: readonly Fact[] }
  /** A silent fact says what the rules leave open; of a question with several points, also what they do say. */
  | { readonly kind: "silent"; readonly fact: Fact; readonly also?: Fact }
  /** The rules touch this, but none of their words answers this kind of question. */
  | { readonly kind: "touches"; readonly fact: Fact; readonly missing?: QuestionKind }
  /** Too unsure to answer: the likeliest facts, at most three. */
  | { readonly kind: "offers"; readonly facts: readonly [Fact, ...Fact[]] }
  | { readonly kind: "not-covered"; readonly reason: "off-topic" | "empty" | "greeting" | "orders-work" }
  /** Who holds a post: no rulebook says that. */
  | { readonly kind: "not-covered"; readonly reason: "holder" }
  | { readonly kind: "not-covered"; readonly reason: "no-such-article"; readonly article: number }
  /** Another government, law or rulebook is asked about. */
  | { readonly kind: "not-covered"; readonly reason: "elsewhere"; readonly named?: string };

export interface Correction {
  readonly kind: "value";
  readonly claimed: Claim;
  readonly right: Claim;
}

/** A value as a person claims it or as a fact lays it down. */
export type Claim =
  | { readonly posts: readonly string[]; readonly any: boolean }
  | { readonly bodies: readonly string[]; readonly any: boolean }
  | { readonly number: number; readonly unit: Unit }
  | { readonly times: number; readonly per: "week" | "month" | "quarter" | "half-year" | "year" };

/** How a question was decided, for `--why`. */
export interface Trace {
  readonly candidates: readonly {
    readonly name: string;
    readonly article: number;
    /** The share of belief, from 0 to 1. */
    readonly belief: number;
    /** The tokens that spoke most for it. */
    readonly because: () => readonly string[];
  }[];
  readonly steps: readonly Step[];
}

/** One step of a decision. Names are ids of the rulebook; shares are of belief, from 0 to 1. */
export type Step =
  | { readonly kind: "silence"; readonly share: number }
  | { readonly kind: "best"; readonly name: string; readonly share: number }
  | { readonly kind: "case"; readonly known: Readonly<Record<string, readonly string[]>> }
  | { readonly kind: "unsure" }
  | { readonly kind: "open"; readonly dimension: string }
  | { readonly kind: "no-row" }
  | { readonly kind: "silent"; readonly name: string }
  | { readonly kind: "told"; readonly names: readonly string[] }
  | { readonly kind: "not-covered"; readonly reason: string };
