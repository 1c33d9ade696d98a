import type { Fact, Rulebook } from "../rulebook/model.ts";
import { inLanguage, type Language } from "../text.ts";

/** How long a document of a category may take, and the words that say so. */
export interface Limit {
  readonly category: string;
  readonly rule: Fact;
  /** In working days; undefined: somebody sets the limit of the one document, or another regulation does. */
  readonly days?: number;
  /** The state of handling is explained first (應先說明辦理情況, Art. 55 of the Changzhou rules). */
  readonly explained: boolean;
}

type Named = Pick<Rulebook, "data" | "facts">;

/** The categories that a document can have, in the rulebook's order; none where it has no limits. */
export function categoriesOf({ data }: Named): readonly string[] {
  const limits = data.deadlines?.limits;
  return limits ? Object.keys(data.dimensions[limits.category]?.values ?? {}) : [];
}

/** The limit of a category; undefined where the rulebook knows none of that name. */
export function limitOf(category: string, rulebook: Named): Limit | undefined {
  const { deadlines } = rulebook.data;
  const rule = [...rulebook.facts.values()].find(
    ({ row, silent }) =>
      !silent &&
      deadlines !== undefined &&
      row?.table === deadlines.limits.table &&
      row.when[deadlines.limits.category]?.includes(category),
  );
  if (!deadlines || !rule) return undefined;
  const { limit } = rule.values;
  return {
    category,
    rule,
    explained: deadlines.explained.includes(category),
    ...(limit && "unit" in limit && limit.unit === "working-day" && { days: limit.number }),
  };
}

export function categoryName(category: string, { data }: Pick<Rulebook, "data">, language: Language): string {
  const values = data.dimensions[data.deadlines?.limits.category ?? ""]?.values;
  return inLanguage(values?.[category]?.name ?? {}, language) || category;
}
