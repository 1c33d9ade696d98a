import { StringDecoder } from "node:string_decoder";
import { parseArgs } from "node:util";
import { z } from "zod";
import { type App, createApp } from "../app.ts";
import { wordAnswer } from "../ask/answer.ts";
import type { Answer } from "../ask/assistant.ts";
import { readConfig } from "../config.ts";
import { stderrLog } from "../log.ts";
import { plainLook, renderReply } from "../platforms/console/render.ts";
import type { Reply } from "../reply.ts";
import { type Citation, partCode } from "../rulebook/cite.ts";
import { isLanguage, type Language, languages, repeated } from "../text.ts";
import { wordingFor } from "../wording/wording.ts";

/** One line of `npm run -s ask -- --batch`. A post that the rulebook does not know counts as not told. */
const lineSchema = z.object({
  id: z.union([z.string(), z.number()]).optional(),
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
  try {
    for await (const line of linesOf(stdin))
      if (line.trim() !== "" && !stdout.write(`${JSON.stringify(answerLine(line, app))}\n`))
        await new Promise((resolve) => stdout.once("drain", resolve));
    return 0;
  } catch (error) {
    stderr.write(`the input could not be read: ${error instanceof Error ? error.message : error}\n`);
    return 1;
  }
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

/** The lines of a stream, ended by a line feed only: JSON may hold other line separators. No byte order mark. */
async function* linesOf(stream: AsyncIterable<Buffer | string>): AsyncGenerator<string> {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  let first = true;
  for await (const chunk of stream) {
    rest += typeof chunk === "string" ? chunk : decoder.write(chunk);
    if (first) rest = rest.replace(/^\ufeff/, "");
    first = false;
    const lines = rest.split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
}

/** Answers one JSON line; what is wrong with it is its answer. */
export function answerLine(line: string, app: App): BatchAnswer | { id?: unknown; error: string } {
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch {
    return { error: 'this line is not JSON; for example {"id":"1","question":"Who signs the minutes?"}' };
  }
  const parsed = lineSchema.safeParse(raw);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const id = typeof raw === "object" && raw !== null && "id" in raw ? { id: raw.id } : {};
    return { ...id, error: `${issue?.path.join(".") || "the line"}: ${issue?.message}` };
  }
  const { id, question, lang, as } = parsed.data;
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

function citationLine(citation: Citation) {
  const part = partCode(citation);
  return { article: citation.article, ...(part === undefined ? {} : { part }), quote: citation.quote };
}
