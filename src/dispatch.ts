import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Assistant } from "./ask/assistant.ts";
import type { AnyCommand, Context } from "./command.ts";
import { type CommandLine, parseCommandLine } from "./command-line.ts";
import { InputError } from "./errors.ts";
import type { Log } from "./log.ts";
import { paragraph, point, type Reply, reply } from "./reply.ts";
import type { Rulebook } from "./rulebook/model.ts";
import { detectLanguage } from "./script.ts";
import { inLanguage, type Language } from "./text.ts";
import { wordingFor } from "./wording/wording.ts";

/** What somebody asks of Mishu, wherever it came from: a typed line, or a command with its options (a button). */
export type Request = {
  /** The language chosen by the person or their platform; missing: that of what they typed. */
  readonly language?: Language;
  /** The post of whoever asks, when it is known. */
  readonly post?: string;
} & ({ readonly line: string } | CommandLine);

export interface Office {
  readonly rulebook: Rulebook;
  readonly assistant: Assistant;
  readonly commands: readonly AnyCommand[];
  readonly log: Log;
}

/** Answers one request. Never throws: what a person typed wrongly is told to them, what broke is logged with a number. */
export async function dispatch(request: Request, office: Office): Promise<Reply> {
  // "/rule 罚": the command's own name does not tell the language of who typed it
  const typed =
    "line" in request ? request.line.replace(/^\s*[/／]\s*[a-z]+/i, "") : Object.values(request.options).join(" ");
  const language = request.language ?? (/\p{L}/u.test(typed) ? detectLanguage(typed) : "en");
  const wording = wordingFor(language);
  const readLine = (line: string) => parseCommandLine(line, office.commands);
  const context: Context = {
    language,
    languageSet: request.language !== undefined,
    wording,
    ...(request.post === undefined ? {} : { post: request.post }),
    rulebook: office.rulebook,
    assistant: office.assistant,
    commands: office.commands,
    readLine,
  };
  try {
    const wanted = "line" in request ? commandOf(request.line, readLine) : request;
    const command = office.commands.find((each) => each.path === wanted.command);
    // an unknown slash command is answered by the help
    if (!command) return await run(required(office, "help"), { command: wanted.command }, context);
    return await run(command, wanted.options, context);
  } catch (error) {
    if (error instanceof InputError) return reply({ tone: "problem", language, blocks: [point(error.message)] });
    const reference = randomUUID().slice(0, 8);
    office.log.error("request failed", { reference, error });
    return reply({ tone: "problem", language, blocks: [paragraph(wording.errors.unexpected(reference))] });
  }
}

/** A line that begins with a slash is a command; anything else is a question. */
function commandOf(line: string, readLine: Context["readLine"]): CommandLine {
  const text = line.trim();
  const slash = text.match(/^[/／]\s*(\S*)/u);
  if (slash) return readLine(text) ?? { command: slash[1] ?? "", options: {} };
  return readLine(`/ask ${text}`) ?? { command: "ask", options: { question: text } };
}

function required(office: Office, path: string): AnyCommand {
  const command = office.commands.find((each) => each.path === path);
  if (!command) throw new Error(`the command ${path} is missing`);
  return command;
}

async function run(command: AnyCommand, options: Readonly<Record<string, string>>, context: Context): Promise<Reply> {
  const parsed = command.options.safeParse(options);
  if (parsed.success) return command.run(parsed.data, context);
  const [issue] = parsed.error.issues;
  const name = String(issue?.path[0] ?? command.positional);
  throw new InputError(
    context.wording.errors.option(
      name,
      problemOf(issue, command, name, context),
      inLanguage(command.examples[0].line, context.language),
    ),
  );
}

function problemOf(
  issue: z.core.$ZodIssue | undefined,
  command: AnyCommand,
  name: string,
  { language }: Context,
): string {
  const help = command.optionHelp[name];
  const choices = issue?.code === "invalid_value" ? ` (${issue.values.join(", ")})` : "";
  return `${help ? inLanguage(help, language) : ""}${choices}`;
}
