import type { Fact } from "../rulebook/model.ts";
import { limits, nameOf, type Ranked, type Target } from "./belief.ts";

/** A decision table, or a fact outside tables, with the belief in it. */
export interface Unit {
  readonly table?: string;
  readonly fact?: Fact;
  readonly article: number;
  readonly belief: number;
}

/** What the beliefs come to, before tables are read. */
export interface Weighed {
  readonly silence: number;
  /** The most believable of what the rules leave open. */
  readonly nearest: Target | undefined;
  readonly units: readonly Unit[];
  /** All facts that say something, the most believable first, with the belief in each. */
  readonly facts: readonly { readonly fact: Fact; readonly belief: number }[];
}

/** A table has many rows and silence many places: each counts by its best, so that none wins by its size. */
export function weigh(ranked: Ranked): Weighed {
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
