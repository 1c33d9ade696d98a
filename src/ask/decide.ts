import type { Fact, Rulebook } from "../rulebook/model.ts";
import { measuredKinds } from "./kinds.ts";
import type { StatedNumber } from "./numbers.ts";
import type { Outcome, Step, Trace } from "./outcome.ts";
import { correctionOf } from "./premise.ts";
import type { Query, Ranking } from "./ranking.ts";
import type { Reading } from "./reading.ts";
import { type Resolution, resolve } from "./resolve.ts";

/** What a question can be about. */
export type Target =
  | { readonly kind: "fact"; readonly fact: Fact; readonly article: number }
  | { readonly kind: "table"; readonly table: string; readonly article: number }
  | { readonly kind: "not-said"; readonly article: number }
  | { readonly kind: "off-topic"; readonly article: 0 };

/** Weights of what is known beside the words, and the limits of belief; from trials like those of the ranking. */
export const limits = {
  /** Score difference that makes one target e times as believable as another. */
  temperature: 0.17,
  /** The question names this article (or, taken away, another). */
  article: 0.4,
  /** A measured kind (how many, by when …) is asked that the fact's words do not answer. */
  kind: 0.2,
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
  /** Belief, among what the rules say, from which it is answered rather than offered. */
  answer: 0.6,
  /** Belief, as a share of the main fact's, from which a neighbour of the same article is told too. */
  neighbour: 0.005,
  /** Belief in a fact for one point of a question from which it is told too. */
  point: 0.5,
  /** Belief in one row, as a share of its whole table's, from which the case is taken to be that row's. */
  row: 0.95,
  /** How much the second best of a table's rows, or of the silences, adds to the best. */
  second: 1,
  /** Belief in another article's fact, as a share of the main one's, from which a comparison tells it too. */
  compared: 0.003,
  /** Belief, as a share of the main fact's, in a neighbour that leaves open the measure which the main one lacks. */
  open: 0.2,
  /** Most facts told in one answer. */
  facts: 3,
};

/** Belief in each target, adding up to 1: softmax of the ranking's score with what else the question tells. */
export function beliefs(query: Query, reading: Reading, targets: readonly Target[], ranking: Ranking): Float64Array {
  const scores = ranking.score(query);
  const unknown = ranking.unknown(query);
  const measured = reading.kinds.filter((kind) => measuredKinds.has(kind));
  targets.forEach((target, index) => {
    let bonus = 0;
    if (reading.articles.length > 0 && target.article > 0)
      bonus += reading.articles.includes(target.article) ? limits.article : -limits.article;
    if (target.kind === "not-said") bonus -= limits.notSaid;
    if (target.kind === "off-topic") bonus += limits.offTopic + limits.unknown * unknown;
    if (target.kind === "fact") {
      const { fact } = target;
      if (!fact.silent && measured.length > 0 && !measured.some((kind) => fact.answers.includes(kind)))
        bonus -= limits.kind;
      if (contradicts(fact, reading)) bonus -= limits.slot;
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
function lays(fact: Fact, stated: StatedNumber): boolean {
  return Object.values(fact.values).some(
    (value) => "number" in value && value.number === stated.number && value.unit === stated.unit,
  );
}

/** The question names, for a dimension of the row, only values for which the row does not hold. */
function contradicts(fact: Fact, reading: Reading): boolean {
  return Object.entries(fact.row?.when ?? {}).some(([dimension, values]) => {
    const named = reading.slots.get(dimension);
    return named !== undefined && !named.some((each) => values.includes(each));
  });
}

/** A decision table, or a fact outside tables, with the belief in it. */
interface Unit {
  readonly table?: string;
  readonly fact?: Fact;
  readonly article: number;
  readonly belief: number;
}

/** What the beliefs come to, before tables are read. */
interface Weighed {
  readonly silence: number;
  /** The most believable of what the rules leave open. */
  readonly nearest: Target | undefined;
  readonly units: readonly Unit[];
  /** All facts that say something, the most believable first, with the belief in each. */
  readonly facts: readonly { readonly fact: Fact; readonly belief: number }[];
}

/** A table has many rows and silence many places: each counts by its best, so that none wins by its size. */
function weigh(ranked: Ranked): Weighed {
  const silent: number[] = [];
  let nearest: Target | undefined;
  const units = new Map<string, { table?: string; fact?: Fact; article: number; shares: number[] }>();
  const facts: { fact: Fact; belief: number }[] = [];
  for (const { target, share } of ranked) {
    if (target.kind === "fact" && !target.fact.silent) facts.push({ fact: target.fact, belief: share });
    const table = target.kind === "table" ? target.table : target.kind === "fact" ? target.fact.row?.table : undefined;
    if (table === undefined && (target.kind !== "fact" || target.fact.silent)) {
      silent.push(share);
      nearest ??= target;
      continue;
    }
    const name = table ?? nameOf(target);
    const unit = units.get(name) ?? { ...(table === undefined ? {} : { table }), article: target.article, shares: [] };
    if (target.kind === "fact") unit.fact ??= target.fact;
    unit.shares.push(share);
    units.set(name, unit);
  }
  const best = (shares: readonly number[]) => (shares[0] ?? 0) + limits.second * (shares[1] ?? 0);
  const silence = best(silent);
  const weighed = [...units.values()].map(({ shares, ...unit }) => ({ ...unit, belief: best(shares) }));
  const total = silence + weighed.reduce((sum, unit) => sum + unit.belief, 0);
  return {
    silence: silence / total,
    nearest,
    units: weighed.map((unit) => ({ ...unit, belief: unit.belief / total })).sort((a, b) => b.belief - a.belief),
    facts,
  };
}

/** Targets with the belief in them, the most believable first. */
type Ranked = readonly { readonly target: Target; readonly share: number }[];

function ordered(belief: Float64Array, targets: readonly Target[]): Ranked {
  return targets.map((target, index) => ({ target, share: belief[index] ?? 0 })).sort((a, b) => b.share - a.share);
}

/** Decides what the rules have to say to a question, and keeps the reasons. */
export function decide(
  reading: Reading,
  points: readonly (readonly string[])[],
  targets: readonly Target[],
  ranking: Ranking,
  rulebook: Rulebook,
): { outcome: Outcome; trace: Trace } {
  const steps: Step[] = [];
  const early = beforeRanking(reading, rulebook);
  if (early) return { outcome: early, trace: { candidates: [], steps: [stepOf(early)] } };

  const ranked = ordered(beliefs(reading, reading, targets, ranking), targets);
  const { silence, nearest, units, facts } = weigh(ranked);
  const trace: Trace = { steps, candidates: explain(ranked, reading, targets, ranking) };
  const done = (outcome: Outcome) => {
    steps.push(stepOf(outcome));
    return { outcome, trace };
  };

  steps.push({ kind: "silence", share: silence });
  const unit = comparedTable(reading, units, rulebook) ?? units[0];
  if (!unit || silence > limits.silence) return done(silenceOf(reading, nearest, facts, ranked));

  // facts of one article are told together, so their belief counts together
  const share =
    units.filter((each) => each.article === unit.article).reduce((sum, each) => sum + each.belief, 0) / (1 - silence);
  steps.push({ kind: "best", name: unit.table ?? unit.fact?.id ?? "", share });
  if (share < limits.answer) {
    const [first, ...others] = facts.slice(0, limits.facts).map((each) => each.fact);
    if (first) return done({ kind: "offers", facts: [first, ...others] });
  }
  let main: readonly Fact[] = unit.fact && !unit.fact.silent ? [unit.fact] : [];
  let assumed: { dimension: string; value: string } | undefined;
  if (unit.table !== undefined) {
    const read = readTable(unit.table, reading, rulebook, likelyRow(unit.table, ranked));
    assumed = read.assumed;
    const { resolution } = read;
    steps.push({ kind: "case", known: Object.fromEntries(read.known) });
    const rows = resolution.kind === "none" ? [] : byBelief(resolution.rows, ranked);
    const [row] = rows;
    if (row && rows.every((each) => each.silent)) return done({ kind: "silent", fact: row });
    if (resolution.kind === "open")
      return done({ kind: "asks-back", table: unit.table, dimension: resolution.dimension, rows: resolution.rows });
    if (rows.length > 0) main = rows.filter((each) => !each.silent).slice(0, limits.facts);
    else steps.push({ kind: "no-row" });
  }
  const numbered = ofNumbers(reading, facts);
  if (numbered.length > 1) main = numbered;
  const [first, ...others] = main;
  const open = first && openMeasure(reading, first, unit.belief, ranked);
  if (open) return done({ kind: "silent", fact: open });
  if (!first) return done(silenceOf(reading, nearest, facts, ranked));
  const told = [first, ...others];
  for (const fact of [
    ...compared(reading, first, facts),
    ...neighbours(first, facts, unit.belief),
    ...answersToPoints(points, reading, targets, ranking, rulebook),
  ])
    if (told.length < limits.facts && !told.some((each) => each.id === fact.id || says(each, fact))) told.push(fact);
  const correction = correctionOf(reading, first, rulebook);
  return done({
    kind: "answered",
    facts: [first, ...told.slice(1)],
    ...(correction ? { correction } : {}),
    ...(assumed ? { assumed } : {}),
  });
}

/** For several numbers of one unit ("7, 10 and 30 working days"), the facts that lay them down, in the text's order. */
function ofNumbers(reading: Reading, facts: Weighed["facts"]): readonly Fact[] {
  if (new Set(reading.numbers.map((each) => each.number)).size < 2) return [];
  const found = reading.numbers.map((stated) => facts.filter(({ fact }) => lays(fact, stated)).slice(0, 2));
  if (found.some((each) => each.length === 0)) return [];
  return [...new Set(found.flat().map((each) => each.fact))].sort((a, b) => a.line - b.line).slice(0, 4);
}

/** A measure is asked that the fact's words do not give, and a neighbour says that the rules leave it open. */
function openMeasure(reading: Reading, main: Fact, belief: number, ranked: Ranked): Fact | undefined {
  const measured = reading.kinds.filter((kind) => measuredKinds.has(kind));
  if (measured.length === 0 || measured.some((kind) => main.answers.includes(kind))) return undefined;
  const open = ranked.find(
    ({ target, share }) =>
      target.kind === "fact" &&
      target.fact.silent &&
      target.article === main.article &&
      measured.some((kind) => target.fact.answers.includes(kind)) &&
      share >= limits.open * belief,
  );
  return open?.target.kind === "fact" ? open.target.fact : undefined;
}

/** For a comparison of two cases, the table that they are cases of and that nothing else leaves open. */
function comparedTable(reading: Reading, units: Weighed["units"], { data }: Rulebook): Unit | undefined {
  if (!reading.compares) return undefined;
  const doubled = [...reading.slots].filter(([, values]) => values.length > 1).map(([name]) => name);
  return units.slice(0, 4).find(({ table }) => {
    const dimensions = table === undefined ? [] : (data.tables[table]?.dimensions ?? []);
    return dimensions.some((each) => doubled.includes(each)) && dimensions.every((each) => reading.slots.has(each));
  });
}

/** What needs no ranking: nothing asked, another government named, articles asked for by number alone. */
function beforeRanking(reading: Reading, rulebook: Rulebook): Outcome | undefined {
  if (!/[\p{L}\p{N}]/u.test(reading.normalised)) return { kind: "not-covered", reason: "empty" };
  if (
    reading.mentions.some((each) => rulebook.data.elsewhere.includes(each.concept)) ||
    reading.otherTitle !== undefined
  )
    return { kind: "not-covered", reason: "elsewhere", ...(reading.otherTitle ? { named: reading.otherTitle } : {}) };
  if (reading.greets) return { kind: "not-covered", reason: "greeting" };
  if (reading.ordersWork) return { kind: "not-covered", reason: "orders-work" };
  const missing = reading.articles.find((number) => !rulebook.source.articles.has(number));
  if (missing !== undefined) return { kind: "not-covered", reason: "no-such-article", article: missing };
  if (reading.onlyArticles || (reading.compares && reading.articles.length > 1))
    return { kind: "articles", articles: reading.articles };
  return undefined;
}

function silenceOf(reading: Reading, nearest: Target | undefined, facts: Weighed["facts"], ranked: Ranked): Outcome {
  if (nearest?.kind === "fact") return { kind: "silent", fact: nearest.fact };
  const article = nearest?.article ?? 0;
  const touched =
    facts.find((each) => each.fact.article === article)?.fact ??
    ranked.flatMap(({ target }) => (target.kind === "fact" && target.article === article ? [target.fact] : []))[0];
  const missing = reading.kinds.find((kind) => measuredKinds.has(kind) && !touched?.answers.includes(kind));
  if (touched) return { kind: "touches", fact: touched, ...(missing ? { missing } : {}) };
  return { kind: "not-covered", reason: "off-topic" };
}

/** The rows of a table for what is known: the words, the asker's post and, last, what is usually meant. */
function readTable(table: string, reading: Reading, rulebook: Rulebook, likely: Fact | undefined) {
  const known = new Map(reading.slots);
  for (const [name, dimension] of Object.entries(rulebook.data.dimensions))
    if (dimension.asker && reading.post !== undefined) known.set(name, [reading.post]);
  // words that no vocabulary lists may still tell the case: the row whose sample questions are most like the question
  const when = Object.entries(likely?.row?.when ?? {});
  if (
    when.every(
      ([dimension, values]) =>
        known.get(dimension)?.some((each) => values.includes(each)) ?? !rulebook.data.dimensions[dimension]?.asker,
    )
  )
    for (const [dimension, values] of when) if (!known.has(dimension)) known.set(dimension, values);
  let resolution: Resolution = resolve(rulebook, table, known);
  let assumed: { dimension: string; value: string } | undefined;
  for (const [dimension, value] of Object.entries(rulebook.data.tables[table]?.usual ?? {}))
    if (resolution.kind === "open" && !known.has(dimension)) {
      known.set(dimension, [value]);
      assumed = { dimension, value };
      resolution = resolve(rulebook, table, known);
    }
  return { resolution, known, assumed };
}

/** The row of a table that is believed more than all its other rows together. */
function likelyRow(table: string, ranked: Ranked): Fact | undefined {
  const shares = ranked.filter(({ target }) =>
    target.kind === "table" ? target.table === table : target.kind === "fact" && target.fact.row?.table === table,
  );
  const [best] = shares;
  const total = shares.reduce((sum, each) => sum + each.share, 0);
  return best?.target.kind === "fact" && best.share > limits.row * total ? best.target.fact : undefined;
}

function byBelief(rows: readonly Fact[], ranked: Ranked): readonly Fact[] {
  return ranked.flatMap(({ target }) => (target.kind === "fact" && rows.includes(target.fact) ? [target.fact] : []));
}

/** Facts of the same article that the question may mean as well. */
function neighbours(main: Fact, facts: Weighed["facts"], belief: number): readonly Fact[] {
  return facts
    .filter(
      (each) =>
        each.fact.article === main.article && each.fact.row === undefined && each.belief >= limits.neighbour * belief,
    )
    .map((each) => each.fact);
}

/** For a comparison, the best fact of another article. */
function compared(reading: Reading, main: Fact, facts: Weighed["facts"]): readonly Fact[] {
  if (!reading.compares) return [];
  const own = facts.find((each) => each.fact === main)?.belief ?? 0;
  const other = facts.find((each) => each.fact.article !== main.article && each.belief >= limits.compared * own);
  return other ? [other.fact] : [];
}

/** For a question of several points, what answers each of them by itself. */
function answersToPoints(
  points: readonly (readonly string[])[],
  reading: Reading,
  targets: readonly Target[],
  ranking: Ranking,
  rulebook: Rulebook,
): readonly Fact[] {
  return points.flatMap((tokens) => {
    const ranked = ordered(
      beliefs({ tokens, focus: new Set(tokens) }, { ...reading, kinds: [] }, targets, ranking),
      targets,
    );
    const { silence, units } = weigh(ranked);
    const [unit] = units;
    if (!unit || silence > limits.silence || unit.belief < limits.point) return [];
    if (unit.table === undefined) return unit.fact ? [unit.fact] : [];
    const { resolution } = readTable(unit.table, reading, rulebook, likelyRow(unit.table, ranked));
    return resolution.kind === "rows" ? resolution.rows.filter((each) => !each.silent).slice(0, 1) : [];
  });
}

/** Whether one fact shows all the words on which another rests, in the same answer. */
function says(one: Fact, other: Fact): boolean {
  return (
    one.because[0].quote === other.because[0].quote &&
    one.article === other.article &&
    one.row?.table === other.row?.table &&
    one.row !== undefined
  );
}

function explain(ranked: Ranked, reading: Reading, targets: readonly Target[], ranking: Ranking): Trace["candidates"] {
  const number = new Map(targets.map((target, index) => [target, index]));
  return ranked.slice(0, 6).map(({ target, share }) => ({
    name: nameOf(target),
    article: target.article,
    belief: share,
    because: () => strongest(reading, ranking, number.get(target) ?? 0),
  }));
}

function stepOf(outcome: Outcome): Step {
  switch (outcome.kind) {
    case "answered":
      return { kind: "told", names: outcome.facts.map((fact) => fact.id) };
    case "articles":
      return { kind: "told", names: outcome.articles.map(String) };
    case "asks-back":
      return { kind: "open", dimension: outcome.dimension };
    case "silent":
    case "touches":
      return { kind: "silent", name: outcome.fact.id };
    case "offers":
      return { kind: "unsure" };
    case "not-covered":
      return { kind: "not-covered", reason: outcome.reason };
  }
}

function nameOf(target: Target): string {
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
