import type { Fact, Rulebook } from "../rulebook/model.ts";
import { measuredKinds } from "./kinds.ts";
import type { Outcome, Trace } from "./outcome.ts";
import type { Ranking } from "./ranking.ts";
import type { Reading } from "./reading.ts";
import { resolve } from "./resolve.ts";

/** What a question can be about. */
export type Target =
  | { readonly kind: "fact"; readonly fact: Fact; readonly article: number }
  | { readonly kind: "table"; readonly table: string; readonly article: number }
  | { readonly kind: "not-said"; readonly article: number }
  | { readonly kind: "off-topic"; readonly article: 0 };

/** Weights of what is known beside the words, and the limits of belief; from trials like those of the ranking. */
export const limits = {
  /** Score difference that makes one target e times as believable as another. */
  temperature: 0.1,
  /** The question names another article, or this one. */
  article: 0.4,
  /** A measured kind (how many, by when …) is asked that the fact's words do not answer. */
  kind: 0.08,
  /** The question names a case for which the row does not hold. */
  slot: 0.25,
  /** Words that nobody used in a sample question speak for "off topic". */
  unknown: 0.3,
  /** Belief in "the rules do not say" from which it is said. */
  silence: 0.5,
  /** Belief, among what the rules say, from which it is answered rather than offered. */
  answer: 0.5,
};

/** Belief in each target, adding up to 1: softmax of the ranking's score with what else the question tells. */
export function beliefs(reading: Reading, targets: readonly Target[], ranking: Ranking): Float64Array {
  const scores = Float64Array.from(ranking.score(reading.tokens));
  const unknown = ranking.unknown(reading.tokens);
  const measured = reading.kinds.filter((kind) => measuredKinds.has(kind));
  targets.forEach((target, index) => {
    let bonus = 0;
    if (reading.articles.length > 0 && target.article > 0)
      bonus += reading.articles.includes(target.article) ? limits.article : -limits.article;
    if (target.kind === "off-topic") bonus += limits.unknown * unknown;
    if (target.kind === "fact") {
      const { fact } = target;
      if (!fact.silent && measured.length > 0 && !measured.some((kind) => fact.answers.includes(kind)))
        bonus -= limits.kind;
      if (contradicts(fact, reading)) bonus -= limits.slot;
    }
    scores[index] = (scores[index] ?? 0) + bonus;
  });
  const best = Math.max(...scores);
  let sum = 0;
  for (let index = 0; index < scores.length; index++) {
    const belief = Math.exp(((scores[index] ?? 0) - best) / limits.temperature);
    scores[index] = belief;
    sum += belief;
  }
  return scores.map((each) => each / sum);
}

/** The question names, for a dimension of the row, only values for which the row does not hold. */
function contradicts(fact: Fact, reading: Reading): boolean {
  return Object.entries(fact.row?.when ?? {}).some(([dimension, values]) => {
    const named = reading.slots.get(dimension);
    return named !== undefined && !named.some((each) => values.includes(each));
  });
}

interface Unit {
  belief: number;
  readonly article: number;
  readonly table?: string;
  /** The most believable fact of the unit. */
  readonly fact?: Fact;
}

/** Decides what the rules have to say to a question, and keeps the reasons. */
export function decide(
  reading: Reading,
  targets: readonly Target[],
  ranking: Ranking,
  rulebook: Rulebook,
): { outcome: Outcome; trace: Trace } {
  const steps: string[] = [];
  const belief = beliefs(reading, targets, ranking);
  const order = [...belief.keys()].sort((a, b) => (belief[b] ?? 0) - (belief[a] ?? 0));
  const trace: Trace = {
    steps,
    candidates: order.slice(0, 8).map((index) => ({
      name: nameOf(targets[index]),
      article: targets[index]?.article ?? 0,
      belief: belief[index] ?? 0,
      because: strongest(reading, ranking, index),
    })),
  };
  const done = (outcome: Outcome, step: string) => {
    steps.push(step);
    return { outcome, trace };
  };

  let silence = 0;
  let nearest: Target | undefined;
  const units = new Map<string, Unit>();
  for (const index of order) {
    const target = targets[index];
    const share = belief[index] ?? 0;
    if (!target) continue;
    const table = target.kind === "table" ? target.table : target.kind === "fact" ? target.fact.row?.table : undefined;
    if (table === undefined && (target.kind !== "fact" || target.fact.silent)) {
      silence += share;
      nearest ??= target;
      continue;
    }
    const name = table ?? nameOf(target);
    const unit = units.get(name);
    if (unit) unit.belief += share;
    else
      units.set(name, {
        belief: share,
        article: target.article,
        ...(table === undefined ? {} : { table }),
        ...(target.kind === "fact" ? { fact: target.fact } : {}),
      });
  }
  const ranked = [...units.values()].sort((a, b) => b.belief - a.belief);
  const rowOrder = (fact: Fact) => order.findIndex((index) => {
    const target = targets[index];
    return target?.kind === "fact" && target.fact.id === fact.id;
  });
  const firstFacts = (): Fact[] =>
    order
      .map((index) => targets[index])
      .flatMap((target) => (target?.kind === "fact" && !target.fact.silent ? [target.fact] : []))
      .slice(0, 3);

  steps.push(`belief that the rules do not say it: ${percent(silence)}`);
  const [unit] = ranked;
  if (!unit || silence > limits.silence) {
    if (!nearest || nearest.kind === "off-topic") return done({ kind: "not-covered", reason: "off-topic" }, "off topic");
    if (nearest.kind === "fact") return done({ kind: "silent", fact: nearest.fact }, `silent: ${nearest.fact.id}`);
    const touched = order
      .map((index) => targets[index])
      .find((target) => target?.kind === "fact" && target.article === nearest?.article);
    if (touched?.kind === "fact") return done({ kind: "touches", fact: touched.fact }, `touches article ${nearest.article}`);
    return done({ kind: "not-covered", reason: "off-topic" }, "nothing near");
  }
  const share = unit.belief / (1 - silence);
  steps.push(`best of what they say: ${unit.table ? `table ${unit.table}` : unit.fact?.id} ${percent(share)}`);
  if (share < limits.answer) {
    const [first, ...others] = firstFacts();
    if (first) return done({ kind: "offers", facts: [first, ...others] }, "too unsure: offers");
  }
  if (unit.table !== undefined) {
    const known = new Map(reading.slots);
    const post = reading.post;
    for (const [name, dimension] of Object.entries(rulebook.data.dimensions))
      if (dimension.asker && post !== undefined) known.set(name, [post]);
    const resolution = resolve(rulebook, unit.table, known);
    steps.push(`table ${unit.table}: ${[...known].map(([name, values]) => `${name} = ${values.join("/")}`).join(", ") || "no case named"}`);
    if (resolution.kind === "open")
      return done({ kind: "asks-back", table: unit.table, dimension: resolution.dimension, rows: resolution.rows }, `${resolution.dimension} is open`);
    if (resolution.kind === "rows") {
      const rows = [...resolution.rows].sort((a, b) => rowOrder(a) - rowOrder(b));
      const [row] = rows;
      if (row?.silent) return done({ kind: "silent", fact: row }, `silent row: ${row.id}`);
      const said = rows.filter((each) => !each.silent).slice(0, 3);
      const [first, ...others] = said;
      if (first) return done({ kind: "answered", facts: [first, ...others] }, `rows: ${said.map((each) => each.id).join(", ")}`);
    }
    steps.push("no row holds for this case");
  }
  const fact = unit.fact ?? firstFacts()[0];
  if (!fact) return done({ kind: "not-covered", reason: "off-topic" }, "nothing near");
  return done(fact.silent ? { kind: "silent", fact } : { kind: "answered", facts: [fact] }, `fact: ${fact.id}`);
}

const percent = (share: number) => `${Math.round(share * 100)} %`;

function nameOf(target: Target | undefined): string {
  if (!target) return "";
  if (target.kind === "fact") return target.fact.id;
  if (target.kind === "table") return `table ${target.table}`;
  return target.kind === "not-said" ? `not said ${target.article}` : "off-topic";
}

function strongest(reading: Reading, ranking: Ranking, index: number): readonly string[] {
  return [...new Set(reading.tokens)]
    .map((token) => ({ token, weight: ranking.contribution(token, index) }))
    .filter((each) => each.weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 5)
    .map((each) => each.token);
}
