import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { answerLine, type BatchAnswer } from "../../src/cli/ask-lines.ts";
import { judge } from "../../src/cli/judge.ts";
import { languages } from "../../src/text.ts";
import { misquoted, openOffice, projectFolder } from "../support/app.ts";
import { citesFirst, dueSchema, verdictOn } from "../support/judge.ts";

const { app } = openOffice();
const { rulebook } = app;

const lines = readFileSync(join(projectFolder, "tests/evaluation/shared-300.jsonl"), "utf8").trim().split("\n");
const results = lines.map((line) => {
  const due = dueSchema.parse(JSON.parse(line));
  const given = answerLine(line, app);
  if ("error" in given) throw new Error(`${due.id}: ${given.error}`);
  return { due, given, topic: String(JSON.parse(line).topic), verdict: verdictOn(due, given) };
});

const share = (part: readonly unknown[], all: readonly unknown[]) => part.length / all.length;
const withVerdict = (verdict: string, among = results) => among.filter((each) => each.verdict === verdict);
/** Named in a failure, so that it says which questions they were. */
const named = (some: typeof results) =>
  some.map(({ due, given }) => `${due.id} ${due.question} → ${given.status} ${given.citations[0]?.article ?? ""}`);

describe("three hundred questions of officials who never saw the sample questions", () => {
  test("are all there, with their ids", () => {
    expect(results).toHaveLength(300);
    for (const { due, given } of results) expect(given.id).toBe(due.id);
  });

  test("at least 95 in 100 are answered right", () => {
    expect(share(withVerdict("right"), results), `missed: ${named(withVerdict("miss"))}`).toBeGreaterThanOrEqual(0.95);
  });

  test("at most 2 in 100 are answered wrong", () => {
    expect(share(withVerdict("wrong"), results), `wrong: ${named(withVerdict("wrong"))}`).toBeLessThanOrEqual(0.02);
  });

  test.each(languages)("at least 93 in 100 of those in %s are answered right", (language) => {
    const own = results.filter(({ due }) => due.lang === language);
    expect(own).toHaveLength(100);
    expect(share(withVerdict("right", own), own)).toBeGreaterThanOrEqual(0.93);
  });

  test("the first article cited is the right one in 97 of 100 that have an answer", () => {
    const answerable = results.filter(({ due }) => due.expect === "answer");
    const first = answerable.filter(({ due, given }) => given.citations.length > 0 && citesFirst(due, given));
    expect(share(first, answerable)).toBeGreaterThanOrEqual(0.97);
  });

  test("the judge of npm run eval finds the same", () => {
    for (const { due, given, topic, verdict } of results)
      expect({ id: due.id, verdict: judge({ ...due, topic }, given) }).toEqual({ id: due.id, verdict });
  });
});

describe("what every one of these answers owes its reader", () => {
  const each = (check: (given: BatchAnswer) => boolean) => named(results.filter(({ given }) => !check(given)));

  test("every quote is verbatim in the source", () => {
    expect(results.flatMap(({ given }) => misquoted(given.citations, rulebook))).toEqual([]);
  });

  test("no article is cited that does not exist", () => {
    expect(each(({ citations }) => citations.every(({ article }) => rulebook.source.articles.has(article)))).toEqual(
      [],
    );
  });

  test("an answer, or a question back, always shows the words that it rests on", () => {
    expect(each(({ status, citations }) => status === "not-covered" || citations.length > 0)).toEqual([]);
  });

  test("the edition stands in the text and beside it", () => {
    expect(each(({ text, edition }) => text.includes(rulebook.data.edition) && edition === "2017")).toEqual([]);
    expect(each((given) => given.rulebook === rulebook.data.id)).toEqual([]);
  });

  test("the text has a readable length", () => {
    expect(each(({ text }) => text.length > 20 && text.length < 8000)).toEqual([]);
  });

  test("who is told that a question is off the topic is shown no article as a witness", () => {
    const offTopic = results.filter(({ topic, given }) => topic === "off-topic" && given.status === "not-covered");
    expect(offTopic.length).toBeGreaterThanOrEqual(12);
    expect(named(offTopic.filter(({ given }) => given.citations.length > 0))).toEqual([]);
  });

  test("asked again in another order, every question gets the same answer", () => {
    for (const line of [...lines].reverse()) {
      const again = answerLine(line, app);
      const before = results.find(({ due }) => due.id === JSON.parse(line).id);
      expect(again).toEqual(before?.given);
    }
  });
});

describe("the judge itself", () => {
  const due = dueSchema.parse({
    id: "x",
    lang: "en",
    question: "Who signs?",
    as: null,
    expect: "answer",
    articles: [45],
    also: [7],
    facts: [["the mayor", "\n市長"], ["7 working days"]],
  });
  const cited = [{ article: 45, quote: "報市長簽發" }];
  const given = { status: "answered", text: "**The Mayor** signs, within 7 working days.", citations: cited } as const;

  test.each([
    ["right", {}],
    ["wrong", { text: "The mayor signs." }],
    ["wrong", { citations: [{ article: 7, quote: "市長" }, ...cited] }],
    ["wrong", { citations: [] }],
    ["miss", { status: "not-covered" }],
    ["right", { status: "clarify" }],
    ["miss", { status: "clarify", text: "Which one?" }],
  ] as const)("where an answer is due it is %s to give %j", (verdict, change) => {
    expect(verdictOn(due, { ...given, ...change })).toBe(verdict);
  });

  test.each([
    ["right", "not-covered"],
    ["miss", "clarify"],
    ["wrong", "answered"],
  ] as const)("where the rules say nothing it is %s to say %s", (verdict, status) => {
    expect(verdictOn({ ...due, expect: "not-covered", articles: [], facts: [] }, { ...given, status })).toBe(verdict);
  });

  test.each([
    ["right", { status: "clarify", text: "" }],
    ["right", {}],
    ["wrong", { text: "The mayor signs." }],
    ["miss", { status: "not-covered" }],
  ] as const)("where it depends it is %s to give %j", (verdict, change) => {
    expect(verdictOn({ ...due, expect: "clarify" }, { ...given, ...change })).toBe(verdict);
  });
});
