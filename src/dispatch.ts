import { randomUUID } from "node:crypto";
import type { Assistant } from "./ask/assistant.ts";
import { type AnyCommand, type Context, takesFile } from "./command.ts";
import { type CommandLine, commandPath, parseCommandLine } from "./command-line.ts";
import { isPacked } from "./document.ts";
import { InputError } from "./errors.ts";
import type { Log } from "./log.ts";
import { type Action, refusal } from "./office/permissions.ts";
import { wordRefusal } from "./office/refusal.ts";
import { optionName, optionsOf, withValues } from "./options.ts";
import { readOptions } from "./read-options.ts";
import { paragraph, point, type Reply, reply } from "./reply.ts";
import type { Asked, Request } from "./request.ts";
import type { Rulebook } from "./rulebook/model.ts";
import { languageFor } from "./script.ts";
import { repeated } from "./text.ts";
import type { Visit } from "./visit.ts";
import { wordingFor } from "./wording/wording.ts";
import { type Calendar, withNotices } from "./workdays/calendar.ts";

export type { Request } from "./request.ts";

/** What answers are made of. */
export interface Office {
  readonly rulebook: Rulebook;
  readonly assistant: Assistant;
  readonly commands: readonly AnyCommand[];
  readonly calendar: Calendar;
  readonly log: Log;
  /** The address by which calendars reach it; missing: they do not. */
  readonly publicUrl?: string;
}

/** Answers one request of nobody in particular. Never throws. */
export async function dispatch(request: Request, office: Office): Promise<Reply> {
  try {
    return await answer(request, office);
  } catch (error) {
    return problem(error, request, office);
  }
}

/** Answers one request. Throws an InputError for what the person typed wrongly, and whatever breaks. */
export async function answer(request: Request, office: Office, visit?: Visit): Promise<Reply> {
  const context = contextOf(request, office, visit);
  const wanted = commandOf(request, office.commands);
  const command = office.commands.find((each) => each.path === wanted.command);
  // an unknown slash command is answered by the help
  if (!command) return run(required(office, "help"), { command: wanted.command }, context);
  if (wanted.left !== undefined) throw leftOver(wanted.left, command, context);
  return run(command, wanted.options, context);
}

/** What is told when a request could not be answered: what was typed wrongly, or a number under which it is logged. */
export function problem(error: unknown, request: Request, office: Office, visit?: Visit): Reply {
  const { language, wording } = contextOf(request, office, visit);
  if (!(error instanceof InputError)) {
    const reference = randomUUID().slice(0, 8);
    office.log.error("request failed", { reference, error });
    return reply({ tone: "problem", language, blocks: [paragraph(wording.errors.unexpected(reference))] });
  }
  const { command, options } = commandOf(request, office.commands);
  const known = office.commands.find((each) => each.path === command);
  // what was typed is not lost: the form opens with it; no button carries a file
  const light = Object.fromEntries(Object.entries(options).filter(([, value]) => !isPacked(value)));
  const again =
    known && (error.field !== undefined || known.needs.length > 0)
      ? [{ label: wording.form.correct, command, options: light, form: true as const }]
      : [];
  return reply({ tone: "problem", language, blocks: [point(error.message)], buttons: again });
}

function contextOf(request: Request, office: Office, visit: Visit | undefined): Context {
  const chosen = request.language ?? visit?.account.language ?? undefined;
  const seen = request.locale ?? visit?.account.locale ?? undefined;
  const language =
    chosen ?? languageFor(typedIn(request, office.commands, seen !== undefined), seen, visit?.settings.language);
  const post = request.post ?? visit?.actor.tenures[0]?.post;
  return {
    language,
    languageSet: chosen !== undefined || visit !== undefined,
    wording: wordingFor(language),
    ...(post === undefined ? {} : { post }),
    rulebook: office.rulebook,
    assistant: office.assistant,
    commands: office.commands,
    calendar: visit ? withNotices(office.calendar, visit.settings.notices) : office.calendar,
    ...(office.publicUrl === undefined ? {} : { publicUrl: office.publicUrl }),
    readLine: (line) => parseCommandLine(line, office.commands),
    ...(visit ? { visit } : {}),
  };
}

/** The words whose language tells that of the person: of a known language only prose does, not names and numbers. */
function typedIn(request: Request, commands: readonly AnyCommand[], known: boolean): string {
  const { command: path, options } = commandOf(request, commands);
  const command = commands.find((each) => each.path === path);
  // the command's own name in English does not tell the language of who typed it, nor does one that was mistyped
  if ("line" in request && (!command || !known)) {
    const words = request.line.replace(/^\s*[/／]\s*[a-z]+/i, "");
    return command || !known || /\p{Script=Han}/u.test(words) ? words : "";
  }
  // a file tells the language of the office, not that of whoever brings it
  const own = Object.keys(options).filter((name) => !command || !takesFile(command, name));
  if (!known) return own.map((name) => options[name]).join(" ");
  return command?.prose ? (options[command.positional] ?? "") : "";
}

/** A line that begins with a slash is a command; anything else is a question. */
export function commandOf(asked: Asked, commands: readonly AnyCommand[]): CommandLine {
  if (!("line" in asked)) return asked;
  const text = asked.line.trim();
  if (/^[/／]/u.test(text))
    return parseCommandLine(text, commands) ?? { command: commandPath(text, commands), options: {} };
  return parseCommandLine(`/ask ${text}`, commands) ?? { command: "ask", options: { question: text } };
}

function required(office: Office, path: string): AnyCommand {
  const command = office.commands.find((each) => each.path === path);
  if (!command) throw new Error(`the command ${path} is missing`);
  return command;
}

async function run(command: AnyCommand, options: Readonly<Record<string, string>>, context: Context): Promise<Reply> {
  const given = readOptions(command, options, context);
  const action = command.action(given);
  return (action && (await refused(action, context))) ?? command.run(given, context);
}

/** Why somebody may not do what they are about to fill in a form for; undefined when they may, or it is not known yet. */
export async function refusedFor(
  { command: path, options }: CommandLine,
  context: Context,
): Promise<Reply | undefined> {
  const command = context.commands.find((each) => each.path === path);
  const parsed = command?.options.safeParse(withValues(command, options));
  const action = parsed?.success ? command?.action(parsed.data) : undefined;
  return action && refused(action, context);
}

/** Who may not is told who may; the attempt is kept. */
async function refused(action: Action, context: Context): Promise<Reply | undefined> {
  const { visit, rulebook } = context;
  if (!visit) return wordRefusal(undefined, context);
  const no = refusal(action, visit.actor, rulebook.data.permissions);
  if (!no) return undefined;
  await visit.note({ action: "refused", subject: action });
  return wordRefusal(no, context);
}

/** Words that fit no option were meant: to do the rest without them could be the wrong thing. */
function leftOver(words: string, command: AnyCommand, { wording, language }: Context): InputError {
  const names = optionsOf(command).map(({ name }) => `${optionName(command, name, language)}:`);
  return new InputError(
    wording.errors.leftOver(repeated(words), `/${command.path}`, names.join(" ")),
    command.positional,
  );
}
