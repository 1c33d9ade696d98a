import type { Rulebook } from "./model.ts";

/**
 * The articles that are read together with one: its facts cite them, theirs cite it, or rows of the same decision
 * table stand in both. In order, at most six.
 */
export function relatedArticles({ facts }: Rulebook, article: number): readonly number[] {
  const related = new Set<number>();
  const tables = new Set<string>();
  for (const fact of facts.values()) if (fact.article === article && fact.row) tables.add(fact.row.table);
  for (const fact of facts.values()) {
    const cited = fact.because.map((each) => each.article);
    if (fact.article === article) for (const each of cited) related.add(each);
    else if (cited.includes(article) || (fact.row && tables.has(fact.row.table))) related.add(fact.article);
  }
  related.delete(article);
  return [...related].sort((a, b) => a - b).slice(0, 6);
}
