import type { Fact, Rulebook } from "../rulebook/model.ts";
import { limits, type Ranked } from "./belief.ts";
import type { Reading } from "./reading.ts";
import { type Resolution, resolve } from "./resolve.ts";

/** The rows of a table for what is known: the words, the asker's post and, last, what is usually meant. */
export function readTable(table: string, reading: Reading, rulebook: Rulebook, likely: Fact | undefined) {
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
  const { usual = {}, unless = [] } = rulebook.data.tables[table] ?? {};
  const unusual = reading.mentions.some(({ concept }) => unless.includes(concept));
  for (const [dimension, value] of Object.entries(unusual ? {} : usual))
    if (resolution.kind === "open" && !known.has(dimension)) {
      known.set(dimension, [value]);
      assumed = { dimension, value };
      resolution = resolve(rulebook, table, known);
    }
  return { resolution, known, assumed };
}

/** The row of a table that is believed more than all its other rows together. */
export function likelyRow(table: string, ranked: Ranked): Fact | undefined {
  const shares = ranked.filter(({ target }) =>
    target.kind === "table" ? target.table === table : target.kind === "fact" && target.fact.row?.table === table,
  );
  const [best] = shares;
  const total = shares.reduce((sum, each) => sum + each.share, 0);
  return best?.target.kind === "fact" && best.share > limits.row * total ? best.target.fact : undefined;
}

export function byBelief(rows: readonly Fact[], ranked: Ranked): readonly Fact[] {
  return ranked.flatMap(({ target }) => (target.kind === "fact" && rows.includes(target.fact) ? [target.fact] : []));
}
