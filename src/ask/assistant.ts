import type { Fact, Rulebook } from "../rulebook/model.ts";
import { decide, type Target } from "./decide.ts";
import type { Outcome, Trace } from "./outcome.ts";
import { pointsOf } from "./points.ts";
import { createRanking, type Example } from "./ranking.ts";
import { type Asker, type Reading, readQuestion } from "./reading.ts";
import { createSpelling } from "./spelling.ts";
import { normalise } from "./tokens.ts";
import { createVocabulary } from "./vocabulary.ts";

export interface Answer {
  readonly outcome: Outcome;
  readonly reading: Reading;
  readonly trace: Trace;
}

/** Answers questions from one rulebook: deterministic, offline, the same answer to the same words. */
export interface Assistant {
  ask(question: string, asker?: Asker): Answer;
  /** The concepts of the vocabulary that a text names, in its order. */
  concepts(text: string): readonly string[];
}

/** Builds the assistant of a rulebook: its vocabulary, and the ranking over its sample questions and facts. */
export function createAssistant(rulebook: Rulebook): Assistant {
  const vocabulary = createVocabulary(rulebook.vocabulary);
  const targets = targetsOf(rulebook);
  const numbers = new Map(targets.map((target, index) => [keyOf(target), index]));
  const texts: string[] = [];
  const read = (text: string) => {
    const normalised = normalise(text);
    texts.push(normalised);
    return vocabulary.read(normalised).tokens;
  };
  const examples: Example[] = [];
  for (const sample of rulebook.samples) {
    const target = numbers.get(typeof sample.target === "string" ? sample.target : JSON.stringify(sample.target));
    if (target !== undefined) examples.push({ target, tokens: read(sample.text) });
  }
  for (const fact of rulebook.facts.values()) {
    const target = numbers.get(JSON.stringify({ fact: fact.id }));
    if (target === undefined) continue;
    // the two Chinese scripts are one when compared; one of them is enough
    const chinese = fact.say["zh-Hans"] ?? fact.say["zh-Hant"];
    for (const text of [fact.say.en, chinese, fact.because[0].quote])
      if (text !== undefined) examples.push({ target, tokens: read(text) });
  }
  const ranking = createRanking(
    examples,
    targets.map((target) => target.article),
  );
  const spelling = createSpelling(texts);
  return {
    concepts: (text) => vocabulary.read(normalise(text)).mentions.map((each) => each.concept),
    ask(question, asker = {}) {
      const reading = readQuestion(question, asker, vocabulary, spelling, rulebook);
      const points = pointsOf(reading.normalised).map((each) => vocabulary.read(each).tokens);
      return { reading, ...decide(reading, points, targets, ranking, rulebook) };
    },
  };
}

function targetsOf({ facts, data, source }: Rulebook): readonly Target[] {
  const all = [...facts.values()];
  return [
    ...all.map((fact): Target => ({ kind: "fact", fact, article: fact.article })),
    ...Object.keys(data.tables).map((table): Target => ({ kind: "table", table, article: articleOf(table, all) })),
    ...[...source.articles.keys()].map((article): Target => ({ kind: "not-said", article })),
    { kind: "off-topic", article: 0 },
  ];
}

/** The article in which most rows of a table stand. */
function articleOf(table: string, facts: readonly Fact[]): number {
  const counts = new Map<number, number>();
  for (const fact of facts) if (fact.row?.table === table) counts.set(fact.article, (counts.get(fact.article) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** The same key as that of a sample question's target. */
function keyOf(target: Target): string {
  if (target.kind === "fact") return JSON.stringify({ fact: target.fact.id });
  if (target.kind === "table") return JSON.stringify({ table: target.table });
  return target.kind === "not-said" ? JSON.stringify({ notSaid: target.article }) : "off-topic";
}
