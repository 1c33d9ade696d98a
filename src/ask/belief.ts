import type { Fact } from "../rulebook/model.ts";
import { measuredAmong, measuresAlike } from "./kinds.ts";
import type { StatedNumber } from "./numbers.ts";
import type { Trace } from "./outcome.ts";
import type { Query, Ranking } from "./ranking.ts";
import type { Reading } from "./reading.ts";

/** What a question can be about. */
export type Target =
  | { readonly kind: "fact"; readonly fact: Fact; readonly article: number }
  | { readonly kind: "table"; readonly table: string; readonly article: number }
  | { readonly kind: "not-said"; readonly article: number }
  | { readonly kind: "off-topic"; readonly article: 0 };

export function nameOf(target: Target): string {
  if (target.kind === "fact") return target.fact.id;
  if (target.kind === "table") return `table ${target.table}`;
  return target.kind === "not-said" ? `not said ${target.article}` : "off-topic";
}

/** Weights of what is known beside the words, and the limits of belief; from trials like those of the ranking. */
export const limits = {
  /** Score difference that makes one target e times as believable as another. */
  temperature: 0.17,
  /** The question names this article (or, taken away, another). */
  article: 0.4,
  /** A measured kind (how many, by when …) is asked that the fact's words do not answer. */
  kind: 0.2,
  /** The same of what the rules leave open: a silence about another measure is no answer. */
  openKind: 0.4,
  /** The question names a case for which the row does not hold. */
  slot: 0.25,
  /** The question states the number that the fact lays down. */
  number: 0.15,
  /** Words that nobody used in a sample question speak for "off topic". */
  unknown: 0.3,
  /** "Off topic" has few sample questions for all that it may be about. */
  offTopic: 0.75,
  /** "Not said here" has sample questions of many sorts under one roof, which makes it attractive. */
  notSaid: 0.1,
  /** Belief in "the rules do not say" from which it is said. */
  silence: 0.5,
  /** Belief in "the rules do not say" from which a fact is offered beside that, and not simply told. */
  doubt: 0.3,
  /** Belief, among what the rules say, from which it is answered rather than offered. */
  answer: 0.52,
  /** Belief, among what the rules say, from which it is denied that they say who does it. */
  denial: 0.9,
  /** Belief, as a share of the main fact's, from which a neighbour of the same article is told too. */
  neighbour: 0.005,
  /** The same beside the row of a table, which is an answer by itself. */
  tableNeighbour: 0.05,
  /** Belief in a fact for one point of a question from which it is told too. */
  point: 0.5,
  /** Belief that one point of a question is left open from which that is told too. */
  openPoint: 0.8,
  /** Belief in one row, as a share of its whole table's, from which the case is taken to be that row's. */
  row: 0.95,
  /** Belief in the second unit, as a share of the first's, from which it may take the place of a table … */
  standing: 0.5,
  /** … of which the rows that hold in this case have less than this share of the belief. */
  held: 0.2,
  /** How much the second best of a table's rows, or of the silences, adds to the best. */
  second: 1,
  /** Belief in another article's fact, as a share of the main one's, from which a comparison tells it too. */
  compared: 0.003,
  /** Belief, as a share of the main fact's, in a neighbour that leaves open the measure which the main one lacks. */
  open: 0.2,
  /** Share of those who ask about a fact that name a concept, from which a question with that concept comes near it. */
  near: 0.15,
  /** Belief below which a target does not matter. */
  negligible: 1e-7,
  /** Most facts told in one answer. */
  facts: 3,
};

/** Belief in each target, adding up to 1: softmax of the ranking's score with what else the question tells. */
function beliefs(query: Query, reading: Reading, targets: readonly Target[], ranking: Ranking): Float64Array {
  const { scores, unknown } = ranking.score(query);
  const measured = measuredAmong(reading.kinds);
  targets.forEach((target, index) => {
    let bonus = 0;
    if (reading.articles.length > 0 && target.article > 0)
      bonus += reading.articles.includes(target.article) ? limits.article : -limits.article;
    if (target.kind === "not-said") bonus -= limits.notSaid;
    if (target.kind === "off-topic") bonus += limits.offTopic + limits.unknown * unknown;
    if (target.kind === "fact") {
      const { fact } = target;
      const measures = fact.silent
        ? measuresAlike(measured, fact.answers)
        : measured.some((kind) => fact.answers.includes(kind));
      if (measured.length > 0 && !measures) bonus -= fact.silent ? limits.openKind : limits.kind;
      if (fact.row && contradicts(fact.row.when, reading)) bonus -= limits.slot;
      if (reading.numbers.some((stated) => lays(fact, stated))) bonus += limits.number;
    }
    scores[index] = (scores[index] ?? 0) + bonus;
  });
  const best = Math.max(...scores);
  const raised = scores.map((score) => Math.exp((score - best) / limits.temperature));
  const sum = raised.reduce((total, each) => total + each, 0);
  return raised.map((each) => each / sum);
}

/** The question states the very number that the fact lays down. */
export function lays(fact: Fact, stated: StatedNumber): boolean {
  return Object.values(fact.values).some(
    (value) => "number" in value && value.number === stated.number && value.unit === stated.unit,
  );
}

/** The question names, for a dimension of the row, only values for which the row does not hold. */
function contradicts(when: NonNullable<Fact["row"]>["when"], { slots }: Reading): boolean {
  for (const [dimension, named] of slots) {
    const values = when[dimension];
    if (values !== undefined && !named.some((each) => values.includes(each))) return true;
  }
  return false;
}

/** Targets with the belief in them, the most believable first. */
export type Ranked = readonly { readonly target: Target; readonly share: number }[];

/** Ranks the targets of a query by belief; those with less than `least` are left out. */
export function rank(query: Query, reading: Reading, targets: readonly Target[], ranking: Ranking, least = 0): Ranked {
  const belief = beliefs(query, reading, targets, ranking);
  const kept: { target: Target; share: number }[] = [];
  targets.forEach((target, index) => {
    const share = belief[index] ?? 0;
    if (share >= least) kept.push({ target, share });
  });
  return kept.sort((a, b) => b.share - a.share);
}

/** The targets believed most, with the words that spoke for each, for `--why`. */
export function explain(
  ranked: Ranked,
  reading: Reading,
  targets: readonly Target[],
  ranking: Ranking,
): Trace["candidates"] {
  return ranked.slice(0, 6).map(({ target, share }) => ({
    name: nameOf(target),
    article: target.article,
    belief: share,
    because: () => strongest(reading, ranking, targets.indexOf(target)),
  }));
}

function strongest(reading: Reading, ranking: Ranking, index: number): readonly string[] {
  return [...new Set(reading.tokens)]
    .map((token) => ({ token, weight: ranking.contribution(token, index) }))
    .filter((each) => each.weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 5)
    .map((each) => each.token);
}
