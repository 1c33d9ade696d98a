import type { Fact, Rulebook } from "../rulebook/model.ts";
import { explain, limits, type Ranked, rank, type Target } from "./belief.ts";
import { answersToPoints, compared, comparedTable, neighbours, ofNumbers, openMeasure, says } from "./further.ts";
import { measuredAmong } from "./kinds.ts";
import { answersSilently, asksWho, near, tellsWho } from "./near.ts";
import type { Outcome, Step, Trace } from "./outcome.ts";
import { correctionOf } from "./premise.ts";
import type { Ranking } from "./ranking.ts";
import type { Reading } from "./reading.ts";
import { byBelief, likelyRow, readTable } from "./table.ts";
import { type Unit, type Weighed, weigh } from "./weigh.ts";

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

  const ranked = rank(reading, reading, targets, ranking, limits.negligible);
  const { silence, nearest, units, facts } = weigh(ranked);
  const trace: Trace = { steps, candidates: explain(ranked, reading, targets, ranking) };
  const done = (outcome: Outcome) => {
    steps.push(stepOf(outcome));
    return { outcome, trace };
  };

  steps.push({ kind: "silence", share: silence });
  const sideBySide = comparedTable(reading, units, rulebook);
  const unit = sideBySide ?? standing(units, reading, ranked, rulebook);
  // each point is ranked by itself: only where the outcome tells it
  const toPoints = () => answersToPoints(points, reading, targets, ranking, rulebook);
  const silent = () => silenceOf(reading, nearest, facts, ranked, targets, ranking, rulebook);
  if (!unit || silence > limits.silence) {
    const open = silent();
    // of two points one is left open, and the other is answered
    const answered = toPoints().find((fact) => !fact.silent);
    return done(open.kind === "silent" && answered ? { ...open, also: answered } : open);
  }

  // facts of one article are told together, so their belief counts together
  const passedOver = sideBySide || unit === units[0] ? 0 : (units[0]?.belief ?? 0);
  const share =
    units.filter((each) => each.article === unit.article).reduce((sum, each) => sum + each.belief, 0) /
    (1 - silence - passedOver);
  steps.push({ kind: "best", name: unit.table ?? unit.fact?.id ?? "", share });
  const doubtful = unit.table === undefined && silence > limits.doubt;
  if (share < limits.answer || doubtful) {
    const offered = offer(facts, doubtful && nearest?.kind === "fact" ? [nearest.fact] : []);
    if (offered) return done(offered);
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
    else {
      steps.push({ kind: "no-row" });
      // a row for somebody else is no answer, at most what was meant; a case read from words may have been misread
      const byPost = rulebook.data.tables[unit.table]?.dimensions.some((each) => rulebook.data.dimensions[each]?.asker);
      const offered = byPost && reading.post !== undefined ? offer(facts, []) : undefined;
      if (offered) return done(offered);
    }
  }
  const numbered = ofNumbers(reading, facts);
  if (numbered.length > 1) main = numbered;
  const [likeliest] = main;
  const open = likeliest && openMeasure(reading, likeliest, unit.belief, ranked);
  if (open) return done({ kind: "silent", fact: open });
  if (!likeliest) return done(silent());
  // "who approves an official car?": that cars are to be used frugally does not say who
  const untold = asksWho(reading) && !likeliest.row && !tellsWho(likeliest);
  const first = untold ? neighbours(likeliest, facts, unit).find(tellsWho) : likeliest;
  const [missing] = reading.kinds;
  if (!first) {
    // where something else may be meant, it is not denied
    const offered = share < limits.denial ? offer(facts, []) : undefined;
    return done(offered ?? { kind: "touches", fact: likeliest, ...(missing ? { missing } : {}) });
  }
  const told = untold ? [first, ...main] : [...main];
  for (const fact of [...compared(reading, first, facts), ...neighbours(first, facts, unit), ...toPoints()])
    if (told.length < limits.facts && !says(told, fact)) told.push(fact);
  const correction = correctionOf(reading, first, rulebook);
  return done({
    kind: "answered",
    facts: [first, ...told.slice(1)],
    ...(correction ? { correction } : {}),
    ...(assumed ? { assumed } : {}),
  });
}

/** The likeliest facts to choose from; behind the first, what is perhaps left open. Undefined when there is no fact. */
function offer(facts: Weighed["facts"], open: readonly Fact[]): Outcome | undefined {
  const [first, ...others] = facts.map((each) => each.fact);
  return first && { kind: "offers", facts: [first, ...[...open, ...others].slice(0, limits.facts - 1)] };
}

/**
 * The most believable unit; but not a table that is believed for a row which does not hold in this case, when another
 * unit is believed nearly as much ("the secretary-general presides, right?" is not about leave from the presider).
 */
function standing(units: readonly Unit[], reading: Reading, ranked: Ranked, rulebook: Rulebook): Unit | undefined {
  const [first, second] = units;
  if (first?.table === undefined || !second || second.belief < limits.standing * first.belief) return first;
  const { resolution } = readTable(first.table, reading, rulebook, likelyRow(first.table, ranked));
  const rows: readonly Fact[] = resolution.kind === "none" ? [] : resolution.rows;
  const held = ranked
    .filter(({ target }) =>
      target.kind === "table" ? target.table === first.table : target.kind === "fact" && rows.includes(target.fact),
    )
    .reduce((sum, each) => sum + each.share, 0);
  const all = ranked
    .filter(({ target }) => target.kind === "fact" && target.fact.row?.table === first.table)
    .reduce((sum, each) => sum + each.share, 0);
  return held < limits.held * all ? second : first;
}

/** What needs no ranking: nothing asked, another government named, articles asked for by number alone. */
function beforeRanking(reading: Reading, rulebook: Rulebook): Outcome | undefined {
  if (reading.greets) return { kind: "not-covered", reason: "greeting" };
  // emoji, punctuation, or a word or two that name nothing ("谁", "so?"): nothing that could be answered
  const named = /\p{L}/u.test(reading.normalised) && (reading.tokens.length >= 3 || reading.mentions.length > 0);
  if (!named && !reading.onlyArticles) return { kind: "not-covered", reason: "empty" };
  if (
    reading.mentions.some((each) => rulebook.data.elsewhere.includes(each.concept)) ||
    reading.otherTitle !== undefined
  )
    return { kind: "not-covered", reason: "elsewhere", ...(reading.otherTitle ? { named: reading.otherTitle } : {}) };
  if (reading.ordersWork) return { kind: "not-covered", reason: "orders-work" };
  if (reading.whoIs?.post !== undefined) return { kind: "not-covered", reason: "holder" };
  // who somebody is, by a name or a word that is nowhere in the rules
  if (reading.whoIs && reading.mentions.length === 0) return { kind: "not-covered", reason: "off-topic" };
  const missing = reading.articles.find((number) => !rulebook.source.articles.has(number));
  if (missing !== undefined) return { kind: "not-covered", reason: "no-such-article", article: missing };
  if (reading.onlyArticles || (reading.compares && reading.articles.length > 1))
    return { kind: "articles", articles: reading.articles };
  return undefined;
}

function silenceOf(
  reading: Reading,
  nearest: Target | undefined,
  facts: Weighed["facts"],
  ranked: Ranked,
  targets: readonly Target[],
  ranking: Ranking,
  rulebook: Rulebook,
): Outcome {
  const offTopic: Outcome = { kind: "not-covered", reason: "off-topic" };
  if (nearest?.kind === "fact")
    return answersSilently(nearest.fact, reading, targets, ranking, rulebook)
      ? { kind: "silent", fact: nearest.fact }
      : offTopic;
  const article = nearest?.article ?? 0;
  const touched =
    facts.find((each) => each.fact.article === article)?.fact ??
    ranked.flatMap(({ target }) => (target.kind === "fact" && target.article === article ? [target.fact] : []))[0] ??
    [...rulebook.facts.values()].find((fact) => fact.article === article);
  if (article > 0 && !touched) return { kind: "articles", articles: [article] };
  if (touched && !near(touched, reading, targets, ranking, rulebook)) return offTopic;
  const missing = measuredAmong(reading.kinds).find((kind) => !touched?.answers.includes(kind));
  if (touched) return { kind: "touches", fact: touched, ...(missing ? { missing } : {}) };
  return offTopic;
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
