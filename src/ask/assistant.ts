import type { Fact, Loaded, Rulebook } from "../rulebook/model.ts";
import type { Target } from "./belief.ts";
import { decide } from "./decide.ts";
import type { Outcome, Trace } from "./outcome.ts";
import { pointsOf } from "./points.ts";
import { collectExamples, createRanking, type Example, type RankingData } from "./ranking.ts";
import { type Asker, type Reading, readQuestion } from "./reading.ts";
import { countWords, createSpelling } from "./spelling.ts";
import { createTitles } from "./titles.ts";
import { normalise } from "./tokens.ts";
import { collectWords, createVocabulary, type VocabularyWords } from "./vocabulary.ts";

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

/** What was gathered from a rulebook's vocabulary, sample questions and facts: plain data, kept between starts. */
export interface AskIndex {
  readonly words: VocabularyWords;
  readonly ranking: RankingData;
  readonly uses: ReadonlyMap<string, number>;
}

/** Gathers the index of a rulebook. The slow part of a first start: about a second for 15,000 sample questions. */
export function buildIndex({ rulebook, usage }: Loaded): AskIndex {
  const words = collectWords(usage.vocabulary);
  const vocabulary = createVocabulary(words);
  const targets = targetsOf(rulebook);
  const numbers = new Map(targets.map((target, index) => [keyOf(target), index]));
  const texts: string[] = [];
  const examples: Example[] = [];
  const add = (target: number | undefined, text: string | undefined) => {
    if (target === undefined || text === undefined) return;
    const normalised = normalise(text);
    texts.push(normalised);
    examples.push({ target, tokens: vocabulary.read(normalised).tokens });
  };
  for (const { target, text } of usage.samples)
    add(numbers.get(typeof target === "string" ? target : JSON.stringify(target)), text);
  for (const fact of rulebook.facts.values()) {
    const target = numbers.get(JSON.stringify({ fact: fact.id }));
    add(target, fact.say.en);
    // the two Chinese scripts are one when compared; one of them is enough
    add(target, fact.say["zh-Hans"] ?? fact.say["zh-Hant"]);
    add(target, fact.because[0].quote);
  }
  // an article of which nobody has written a fact yet is found by its own words
  const written = new Set([...rulebook.facts.values()].map((fact) => fact.article));
  for (const law of rulebook.texts.values())
    for (const article of law.articles.values())
      if (!written.has(article.number))
        for (const each of article.paragraphs) add(numbers.get(JSON.stringify({ notSaid: article.number })), each.text);
  const groups = targets.map((target) => target.article);
  return { words, ranking: collectExamples(examples, groups), uses: countWords(texts) };
}

/** The assistant of a rulebook with its index. */
export function createAssistant(rulebook: Rulebook, index: AskIndex): Assistant {
  const vocabulary = createVocabulary(index.words);
  const ranking = createRanking(index.ranking);
  const spelling = createSpelling(index.uses);
  const titles = createTitles(rulebook);
  const targets = targetsOf(rulebook);
  return {
    concepts: (text) => vocabulary.read(normalise(text)).mentions.map((each) => each.concept),
    ask(question, asker = {}) {
      const reading = readQuestion(question, asker, vocabulary, spelling, titles, rulebook);
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
  for (const fact of facts)
    if (fact.row?.table === table) counts.set(fact.article, (counts.get(fact.article) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** The same key as that of a sample question's target. */
function keyOf(target: Target): string {
  if (target.kind === "fact") return JSON.stringify({ fact: target.fact.id });
  if (target.kind === "table") return JSON.stringify({ table: target.table });
  return target.kind === "not-said" ? JSON.stringify({ notSaid: target.article }) : "off-topic";
}
