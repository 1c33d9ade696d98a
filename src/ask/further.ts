import type { Fact, Rulebook } from "../rulebook/model.ts";
import { lays, limits, type Ranked, rank, type Target } from "./belief.ts";
import { measuredAmong } from "./kinds.ts";
import type { Ranking } from "./ranking.ts";
import type { Reading } from "./reading.ts";
import { likelyRow, readTable } from "./table.ts";
import { type Unit, type Weighed, weigh } from "./weigh.ts";

// Beside the main fact of an answer: what else the question asks for, or what shows that it is not answered.

/** For several numbers of one unit ("7, 10 and 30 working days"), the facts that lay them down, in the text's order. */
export function ofNumbers(reading: Reading, facts: Weighed["facts"]): readonly Fact[] {
  if (new Set(reading.numbers.map((each) => each.number)).size < 2) return [];
  const found = reading.numbers.map((stated) => facts.filter(({ fact }) => lays(fact, stated)).slice(0, 2));
  if (found.some((each) => each.length === 0)) return [];
  return [...new Set(found.flat().map((each) => each.fact))].sort((a, b) => a.line - b.line).slice(0, 4);
}

/** A measure is asked that the fact's words do not give, and a neighbour says that the rules leave it open. */
export function openMeasure(reading: Reading, main: Fact, belief: number, ranked: Ranked): Fact | undefined {
  const measured = measuredAmong(reading.kinds);
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
export function comparedTable(reading: Reading, units: Weighed["units"], { data }: Rulebook): Unit | undefined {
  if (!reading.compares) return undefined;
  const doubled = [...reading.slots].filter(([, values]) => values.length > 1).map(([name]) => name);
  return units.slice(0, 4).find(({ table }) => {
    const dimensions = table === undefined ? [] : (data.tables[table]?.dimensions ?? []);
    return dimensions.some((each) => doubled.includes(each)) && dimensions.every((each) => reading.slots.has(each));
  });
}

/** Facts of the same article that the question may mean as well. */
export function neighbours(main: Fact, facts: Weighed["facts"], { belief, table }: Unit): readonly Fact[] {
  const least = table === undefined ? limits.neighbour : limits.tableNeighbour;
  return facts
    .filter(
      (each) => each.fact.article === main.article && each.fact.row === undefined && each.belief >= least * belief,
    )
    .map((each) => each.fact);
}

/** For a comparison, the best fact of another article. */
export function compared(reading: Reading, main: Fact, facts: Weighed["facts"]): readonly Fact[] {
  if (!reading.compares) return [];
  const own = facts.find((each) => each.fact === main)?.belief ?? 0;
  const other = facts.find((each) => each.fact.article !== main.article && each.belief >= limits.compared * own);
  return other ? [other.fact] : [];
}

/** Belief too small to matter for one point of a question. */
const negligible = 0.001;

/** For a question of several points, what answers each of them by itself. */
export function answersToPoints(
  points: readonly (readonly string[])[],
  reading: Reading,
  targets: readonly Target[],
  ranking: Ranking,
  rulebook: Rulebook,
): readonly Fact[] {
  return points.flatMap((tokens) => {
    const ranked = rank({ tokens, focus: new Set(tokens) }, { ...reading, kinds: [] }, targets, ranking, negligible);
    const { silence, units, nearest } = weigh(ranked);
    const [unit] = units;
    // one point answered and another left open: both are told
    if (silence > limits.openPoint && nearest?.kind === "fact") return [nearest.fact];
    if (!unit || silence > limits.silence || unit.belief < limits.point) return [];
    if (unit.table === undefined) return unit.fact ? [unit.fact] : [];
    const { resolution } = readTable(unit.table, reading, rulebook, likelyRow(unit.table, ranked));
    return resolution.kind === "rows" ? resolution.rows.filter((each) => !each.silent).slice(0, 1) : [];
  });
}

/** Whether facts already told show the words on which another rests. */
export function says(told: readonly Fact[], other: Fact): boolean {
  const { article, quote } = other.because[0];
  return told.some(({ because }) => because.some((each) => each.article === article && each.quote.includes(quote)));
}
