import type { Fact, Rulebook } from "../rulebook/model.ts";

/** The case that a question describes: for each dimension of a table, the values named; missing when none is. */
export type Case = ReadonlyMap<string, readonly string[]>;

export type Resolution =
  /** The rows that hold for the case; several only where one question has several answers. */
  | { readonly kind: "rows"; readonly rows: readonly [Fact, ...Fact[]] }
  /** Another dimension decides; the rows that are still possible. */
  | { readonly kind: "open"; readonly dimension: string; readonly rows: readonly Fact[] }
  /** No row is about this case. */
  | { readonly kind: "none" };

/** The rows of a decision table, in the order of the text. */
export function rowsOf(rulebook: Rulebook, table: string): readonly Fact[] {
  return [...rulebook.facts.values()].filter((fact) => fact.row?.table === table);
}

/**
 * Finds the rows of a decision table that hold for a case. A row without a dimension holds for all its values; the
 * row that names more of the case wins; a row with an optional dimension holds only when the case names it.
 */
export function resolve(rulebook: Rulebook, table: string, known: Case): Resolution {
  const definition = rulebook.data.tables[table];
  if (!definition) return { kind: "none" };
  const { dimensions, optional, together } = definition;
  const matchOf = (fact: Fact): number | undefined => {
    let matched = 0;
    for (const [dimension, values] of Object.entries(fact.row?.when ?? {})) {
      const wanted = known.get(dimension);
      if (wanted === undefined) {
        if (optional.includes(dimension)) return undefined;
        continue;
      }
      const exact = wanted.some((each) => values.includes(each));
      // the row written for this very post comes before one for a broader post, whatever else that names
      // what is never asked back rules a row out, but prefers none: "the government's meetings" may be any of them
      if (exact && together.includes(dimension)) continue;
      if (exact) matched += rulebook.data.dimensions[dimension]?.asker ? 10 : 1;
      else if (wanted.some((each) => kindsOf(rulebook, each).some((kind) => values.includes(kind)))) matched += 0.9;
      else return undefined;
    }
    return matched;
  };
  const fitting = rowsOf(rulebook, table)
    .map((row) => ({ row, matched: matchOf(row) }))
    .filter((each): each is { row: Fact; matched: number } => each.matched !== undefined);
  const best = Math.max(...fitting.map((each) => each.matched));
  const rows = fitting.filter((each) => each.matched === best).map((each) => each.row);
  const [first, ...others] = rows;
  if (!first) return { kind: "none" };
  if (others.length === 0) return { kind: "rows", rows: [first] };
  const undecided = dimensions.find(
    (dimension) => !known.has(dimension) && rows.some((row) => row.row?.when[dimension]),
  );
  return undecided === undefined
    ? { kind: "rows", rows: [first, ...others] }
    : { kind: "open", dimension: undecided, rows };
}

/** The broader posts that a post also counts as: the head of the audit department is a department head. */
function kindsOf({ data }: Rulebook, value: string): readonly string[] {
  const kinds: string[] = [];
  let kind = data.posts[value]?.kind;
  while (kind !== undefined && !kinds.includes(kind)) {
    kinds.push(kind);
    kind = data.posts[kind]?.kind;
  }
  return kinds;
}
