import "../quick-start.ts";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import lunr from "lunr";
import MiniSearch from "minisearch";
import { createApp } from "../app.ts";
import { hanRuns, latinWords, normalise, tokens } from "../ask/tokens.ts";
import { systemClock } from "../clock.ts";
import { readConfig } from "../config.ts";
import { stderrLog } from "../log.ts";
import { plainLook, renderTable } from "../platforms/console/render.ts";
import { loadRulebook } from "../rulebook/load.ts";
import { evaluationSchema } from "./judge.ts";

// npm run bench: time for each question, start to first answer, memory; and, on the same texts and questions, two
// search libraries beside the ranking. Figures of one machine at one time: compare within a run.
const config = readConfig(process.env);
const questions = readFileSync("tests/evaluation/shared-300.jsonl", "utf8")
  .split("\n")
  .filter((line) => line.trim() !== "")
  .map((line) => evaluationSchema.parse(JSON.parse(line)));
const show = (rows: readonly (readonly string[])[]) => process.stdout.write(`${renderTable(rows, plainLook)}\n\n`);
const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

function quantiles(times: readonly number[]): { p50: number; p99: number } {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}

function timed<T>(work: () => T): { value: T; time: number } {
  const start = systemClock.elapsed();
  const value = work();
  return { value, time: systemClock.elapsed() - start };
}

/** Starts the real program: time from the start of the process to its first answer, then its memory after all answers. */
async function measureProcess(): Promise<{ first: number; memory: string }> {
  const start = systemClock.elapsed();
  const child = spawn(
    process.execPath,
    ["--max-semi-space-size=2", fileURLToPath(new URL("ask.ts", import.meta.url)), "--batch"],
    {
      stdio: ["pipe", "pipe", "inherit"],
    },
  );
  const lines = createInterface({ input: child.stdout });
  const [head, ...rest] = questions.map((each) => `${JSON.stringify(each)}\n`);
  child.stdin.write(head ?? "");
  await once(lines, "line");
  const first = systemClock.elapsed() - start;
  let answered = 1;
  const all = new Promise<void>((resolve) => {
    lines.on("line", () => {
      answered++;
      if (answered === questions.length) resolve();
    });
  });
  child.stdin.write(rest.join(""));
  await all;
  const memory = peakMemory(child.pid);
  child.stdin.end();
  await once(child, "exit");
  return { first, memory };
}

function peakMemory(pid: number | undefined): string {
  try {
    const kilobytes = readFileSync(`/proc/${pid}/status`, "utf8").match(/VmHWM:\s+(\d+)/)?.[1];
    return kilobytes ? `${Math.round(Number(kilobytes) / 1024)} MB` : "unknown";
  } catch {
    return "unknown (no /proc here)";
  }
}

const app = createApp(config, stderrLog);
const ask = () =>
  questions.map((each) =>
    timed(() => app.assistant.ask(each.question, { language: each.lang, ...(each.as ? { post: each.as } : {}) })),
  );
ask(); // warm
const rounds = [ask(), ask(), ask()];
const { p50, p99 } = quantiles(rounds.flat().map((each) => each.time));
const starts = [await measureProcess(), await measureProcess(), await measureProcess()];
const firsts = starts.map((each) => each.first).sort((a, b) => a - b);
show([
  ["one question, warm", `p50 ${ms(p50)}`, `p99 ${ms(p99)}`, `${3 * questions.length} questions`],
  [
    "process start to first answer",
    `median ${ms(firsts[1] ?? 0)}`,
    `worst ${ms(firsts[2] ?? 0)}`,
    "3 starts, compiled rulebook",
  ],
  ["peak memory of that process", starts.at(-1)?.memory ?? "", "", `after ${questions.length} questions`],
]);

// --- the same texts and questions in search libraries, with the same tokens
const { rulebook, usage } = loadRulebook(config.rulebookFolder);
const tokensOf = (text: string) => {
  const normalised = normalise(text);
  return tokens(latinWords(normalised), hanRuns(normalised)).map((token) => token.replaceAll(" ", "_"));
};
const documents = [
  ...usage.samples.flatMap(({ target, text }) =>
    typeof target === "object" && "fact" in target
      ? [{ article: rulebook.facts.get(target.fact)?.article ?? 0, text }]
      : [],
  ),
  ...[...rulebook.facts.values()].flatMap(({ article, say, because }) =>
    [say.en, say["zh-Hans"], because[0].quote].flatMap((text) => (text === undefined ? [] : [{ article, text }])),
  ),
].map((each, id) => ({ id, ...each }));
const answerable = questions.filter((each) => each.expect === "answer");

function compare(name: string, build: () => (question: string) => readonly number[]): readonly string[] {
  const { value: search, time: building } = timed(build);
  answerable.slice(0, 50).forEach((each) => void search(each.question));
  const found = answerable.map((each) => ({ each, ...timed(() => [...new Set(search(each.question))]) }));
  const share = (depth: number) =>
    found.filter(({ each, value }) => value.slice(0, depth).some((article) => each.articles.includes(article))).length /
    found.length;
  const times = quantiles(found.map((each) => each.time));
  return [
    name,
    `${(100 * share(1)).toFixed(1)} %`,
    `${(100 * share(3)).toFixed(1)} %`,
    ms(times.p50),
    ms(times.p99),
    ms(building),
  ];
}

const byId = new Map(documents.map((each) => [each.id, each.article]));
show([
  ["right article found", "first", "first three", "p50", "p99", "building"],
  compare("Mishu", () => {
    return (question) => app.assistant.ask(question).trace.candidates.map((each) => each.article);
  }),
  compare("MiniSearch", () => {
    const search = new MiniSearch({ fields: ["text"], tokenize: tokensOf, processTerm: (term) => term });
    search.addAll(documents);
    return (question) =>
      search
        .search(question)
        .slice(0, 30)
        .map((each) => byId.get(each.id) ?? 0);
  }),
  compare("lunr", () => {
    const index = lunr(function () {
      this.pipeline.reset();
      this.searchPipeline.reset();
      this.field("text");
      for (const each of documents) this.add({ id: String(each.id), text: tokensOf(each.text) });
    });
    return (question) =>
      index
        .query((query) => {
          for (const token of new Set(tokensOf(question))) query.term(token, {});
        })
        .slice(0, 30)
        .map((each) => byId.get(Number(each.ref)) ?? 0);
  }),
]);
