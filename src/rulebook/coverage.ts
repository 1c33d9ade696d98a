import type { Rulebook, Usage } from "./model.ts";

/** How well one article can be asked about. */
export interface ArticleCoverage {
  readonly article: number;
  /** Facts, silent ones included. */
  readonly facts: number;
  /** Facts that are rows of a decision table. */
  readonly rows: number;
  readonly silent: number;
  /** Sample questions of its facts. */
  readonly questions: number;
  /** Sample questions about what the article does not say. */
  readonly notSaid: number;
  /** The fact with the fewest sample questions: it loses against its neighbours. */
  readonly thinnest?: { readonly id: string; readonly questions: number };
}

/** The coverage of every article, in order. */
export function coverage(rulebook: Rulebook, { samples }: Usage): readonly ArticleCoverage[] {
  const ofFact = new Map<string, number>();
  const notSaid = new Map<number, number>();
  for (const { target } of samples) {
    if (target === "off-topic" || "table" in target) continue;
    if ("fact" in target) ofFact.set(target.fact, (ofFact.get(target.fact) ?? 0) + 1);
    else notSaid.set(target.notSaid, (notSaid.get(target.notSaid) ?? 0) + 1);
  }
  return [...rulebook.source.articles.keys()].map((article) => {
    const facts = [...rulebook.facts.values()].filter((fact) => fact.article === article);
    const counts = facts.map(({ id }) => ({ id, questions: ofFact.get(id) ?? 0 }));
    const [thinnest] = [...counts].sort((a, b) => a.questions - b.questions);
    return {
      article,
      facts: facts.length,
      rows: facts.filter((fact) => fact.row).length,
      silent: facts.filter((fact) => fact.silent).length,
      questions: counts.reduce((sum, each) => sum + each.questions, 0),
      notSaid: notSaid.get(article) ?? 0,
      ...(thinnest ? { thinnest } : {}),
    };
  });
}
