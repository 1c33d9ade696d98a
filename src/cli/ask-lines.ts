import { parseArgs } from "node:util";
import { z } from "zod";
import { type App, createApp } from "../app.ts";
import { wordAnswer } from "../ask/answer.ts";
import type { Answer } from "../ask/assistant.ts";
import { readConfig } from "../config.ts";
import { stderrLog } from "../log.ts";
import { plainLook, renderReply } from "../platforms/console/render.ts";
import type { Reply } from "../reply.ts";
import { isLanguage, type Language, languages, repeated } from "../text.ts";
import { wordingFor } from "../wording/wording.ts";
import { citationLine } from "./evaluate-lines.ts";
import { answerLines, lineId, readLine } from "./lines.ts";

/** One line of `npm run -s ask -- --batch`. A post that the rulebook does not know counts as not told. */
const lineSchema = z.object({
  id: lineId,
  question: z.string(),
  lang: z.enum(languages).nullish(),
  as: z.string().nullish(),
});

export interface BatchAnswer {
  readonly id?: string | number;
  readonly status: "answered" | "clarify" | "not-covered";
  readonly text: string;
  readonly citations: readonly { readonly article: number; readonly part?: string; readonly quote: string }[];
  readonly rulebook: string;
  readonly edition: string;
}

const statusOf: Readonly<Record<Reply["tone"], BatchAnswer["status"]>> = {
  answer: "answered",
  done: "answered",
  refused: "not-covered",
  needs: "clarify",
  "not-covered": "not-covered",
  problem: "not-covered",
};

/** `npm run ask -- QUESTION [--as POST] [--lang LANGUAGE] [--why]`, or `--batch` with JSON lines in and out. */
export async function runAsk(
  args: readonly string[],
  { stdin, stdout, stderr, env }: Pick<NodeJS.Process, "stdin" | "stdout" | "stderr" | "env">,
): Promise<number> {
  const given = readArguments(args);
  if ("problem" in given) {
    stderr.write(`${given.problem}\n`);
    return 2;
  }
  const { values, positionals } = given;
  const app = createApp(readConfig(env), stderrLog);
  if (!values.batch) {
    const language = languages.find((each) => each === values.lang);
    const reply = await app.handle({
      command: "ask",
      options: { question: positionals.join(" "), why: String(values.why), ...(values.as ? { as: values.as } : {}) },
      ...(language ? { language } : {}),
    });
    stdout.write(`${renderReply(reply, plainLook, wordingFor(reply.language).console.choose)}\n`);
    return 0;
  }
  return answerLines({ stdin, stdout, stderr }, (line) => answerLine(line, app));
}

function readArguments(args: readonly string[]) {
  try {
    const given = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        batch: { type: "boolean", default: false },
        why: { type: "boolean", default: false },
        as: { type: "string" },
        lang: { type: "string" },
      },
    });
    const { lang } = given.values;
    return lang === undefined || isLanguage(lang)
      ? given
      : { problem: `--lang ${repeated(lang)}: use ${languages.join(", ")}` };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** Answers one JSON line; what is wrong with it is its answer. */
export function answerLine(line: string, app: App): BatchAnswer | { id?: unknown; error: string } {
  const read = readLine(line, lineSchema, '{"id":"1","question":"Who signs the minutes?"}');
  if ("fault" in read) return read.fault;
  const { id, question, lang, as } = read.line;
  return {
    ...(id === undefined ? {} : { id }),
    ...answerQuestion(question, lang ?? undefined, as ?? undefined, app).batch,
  };
}

/** Answers one question as text and citations. A post that the rulebook does not know counts as not told. */
export function answerQuestion(
  question: string,
  language: Language | undefined,
  as: string | undefined,
  app: App,
): { readonly answer: Answer; readonly batch: BatchAnswer } {
  const { rulebook, assistant } = app;
  const post = as !== undefined && Object.hasOwn(rulebook.data.posts, as) ? as : undefined;
  const answer = assistant.ask(question, { ...(language ? { language } : {}), ...(post ? { post } : {}) });
  const wording = wordingFor(answer.reading.language);
  const reply = wordAnswer(answer, { rulebook, wording, asked: { question } });
  const batch = {
    status: statusOf[reply.tone],
    text: renderReply(reply, plainLook, wording.console.choose),
    citations: reply.citations.map(citationLine),
    rulebook: rulebook.data.id,
    edition: rulebook.data.edition,
  };
  return { answer, batch };
}
