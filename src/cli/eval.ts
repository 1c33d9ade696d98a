import "../quick-start.ts";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { createApp } from "../app.ts";
import type { Step } from "../ask/outcome.ts";
import { readConfig } from "../config.ts";
import { stderrLog } from "../log.ts";
import { plainLook, renderTable } from "../platforms/console/render.ts";
import { answerQuestion } from "./ask-lines.ts";
import { evaluationSchema, judge, type Verdict } from "./judge.ts";

// npm run eval -- [FILE] [--wrong]: how well the questions of a file are answered.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { wrong: { type: "boolean", default: false } },
});
const file = positionals[0] ?? "tests/evaluation/shared-300.jsonl";
const app = createApp(readConfig(process.env), stderrLog);
const questions = readFileSync(file, "utf8")
  .split("\n")
  .filter((line) => line.trim() !== "")
  .map((line) => evaluationSchema.parse(JSON.parse(line)));
const results = questions.map((question) => {
  const { answer, batch } = answerQuestion(question.question, question.lang, question.as ?? undefined, app);
  return { question, answer, batch, verdict: judge(question, batch), confidence: confidenceOf(answer.trace.steps) };
});

/** Belief in what was decided, from 0 to 1: in silence, or in the best of what the rules say. */
function confidenceOf(steps: readonly Step[]): number {
  const silence = steps.find((step) => step.kind === "silence")?.share ?? 0;
  const best = steps.find((step) => step.kind === "best");
  return best ? (1 - silence) * best.share : steps.length > 1 ? silence : 1;
}

const percent = (count: number, of: number) => (of === 0 ? "–" : `${((100 * count) / of).toFixed(1)} %`);
const table = (rows: readonly (readonly string[])[]) => process.stdout.write(`${renderTable(rows, plainLook)}\n\n`);

function countBy(name: string, keyOf: (result: (typeof results)[number]) => string): void {
  const groups = Map.groupBy(results, keyOf);
  const count = (group: typeof results, verdict: Verdict) => group.filter((each) => each.verdict === verdict).length;
  table([
    [name, "n", "right", "wrong", "missed"],
    ...[...groups].map(([key, group]) => [
      key,
      String(group.length),
      ...(["right", "wrong", "miss"] as const).map((verdict) => percent(count(group, verdict), group.length)),
    ]),
  ]);
}

if (values.wrong)
  for (const { question, answer, batch, verdict } of results.filter((each) => each.verdict !== "right"))
    process.stdout.write(
      `${verdict} ${question.id} ${question.question}\n    expected ${question.expect} ${question.articles}; was ${answer.outcome.kind} ${batch.citations[0]?.article ?? ""}\n`,
    );
countBy("all", () => file);
countBy("language", ({ question }) => question.lang);
countBy("expected", ({ question }) => question.expect);
countBy("outcome", ({ answer }) => answer.outcome.kind);
countBy("topic", ({ question }) => question.topic);

const answerable = results.filter(({ question }) => question.expect === "answer");
const firstRight = answerable.filter(({ question, batch }) =>
  question.articles.includes(batch.citations[0]?.article ?? 0),
);
process.stdout.write(
  `first citation right: ${percent(firstRight.length, answerable.length)} of ${answerable.length}\n`,
);
const quotes = results.flatMap(({ batch }) => batch.citations);
const verbatim = quotes.filter(({ article, quote }) =>
  app.rulebook.source.articles.get(article)?.paragraphs.some((each) => each.text.includes(quote)),
);
process.stdout.write(`quotes verbatim: ${verbatim.length} of ${quotes.length}\n\n`);

// confusions: the article that was cited first where another was right
const confusions = Map.groupBy(
  answerable.filter((each) => !firstRight.includes(each)),
  ({ question, batch }) => `${question.articles} -> ${batch.citations[0]?.article ?? "none"}`,
);
table([
  ["right article -> cited", "times"],
  ...[...confusions]
    .sort((a, b) => b[1].length - a[1].length)
    .slice(0, 12)
    .map(([pair, group]) => [pair, String(group.length)]),
]);

// risk against coverage: if only the surest share were answered at all, how many of those would be wrong
const definite = results.filter(({ batch }) => batch.status !== "clarify").sort((a, b) => b.confidence - a.confidence);
table([
  ["answered share", "wrong among them", "surer than"],
  ...[0.5, 0.6, 0.7, 0.8, 0.9, 1].map((share) => {
    const kept = definite.slice(0, Math.round(share * definite.length));
    const wrong = kept.filter(({ verdict }) => verdict === "wrong").length;
    return [
      percent(kept.length, results.length),
      percent(wrong, kept.length),
      (kept.at(-1)?.confidence ?? 0).toFixed(2),
    ];
  }),
]);
