import type { AnyCommand } from "./command.ts";

/** In characters; far longer than what is read of a question. */
const longestLine = 8000;

/** A typed line, taken apart: which command, and its options as raw strings. */
export interface CommandLine {
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
}

/**
 * Reads `/ask who signs? as:mayor --why`, `/roster who 李明` or `/ask question:"who signs?"`. A word `name:value` counts
 * as an option only when the command has an option of that name (English or Chinese), so times and titles in a question
 * stay in it; `--name` sets a yes/no option, `--name value` another. Other words go to the positional option, spaces
 * kept single. Undefined when no such command exists.
 */
export function parseCommandLine(line: string, commands: readonly AnyCommand[]): CommandLine | undefined {
  const text = line.slice(0, longestLine);
  const found = commandNamed(text, commands);
  if (!found) return undefined;
  const { command, rest } = found;
  const named = (typed: string): string | undefined =>
    Object.keys(command.options.shape).find(
      (name) => name === typed || Object.values(command.optionNames[name] ?? {}).includes(typed),
    );
  const options: Record<string, string> = {};
  const words: string[] = [];
  const parts =
    rest.match(/[^\s:："“「]+[:：](?:"[^"]*"|“[^”]*”|「[^」]*」)|(?:"[^"]*"|“[^”]*”|「[^」]*」)(?=\s|$)|\S+/gu) ?? [];
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index] ?? "";
    const [, before = "", value = ""] = part.match(/^([^\s:：]+)[:：]([\s\S]*)$/u) ?? [];
    const option = value === "" ? undefined : named(before);
    const flag = named(part.match(/^(?:--|—)(\S+)$/u)?.[1] ?? "");
    if (option) options[option] = unquote(value);
    else if (flag) {
      const yesNo = !command.options.shape[flag]?.safeParse("some words").success;
      options[flag] = yesNo ? "true" : unquote(parts[++index] ?? "");
    } else words.push(part);
  }
  if (words.length > 0 && command.positional !== "" && options[command.positional] === undefined) {
    options[command.positional] = unquote(words.join(" "));
  }
  return { command: command.path, options };
}

/** What was typed after the slash, when no command has that name. */
export function commandPath(line: string): string {
  return line.match(/^[/／]\s*(\S*)/u)?.[1] ?? "";
}

/** The command at the beginning of a line, "/roster import" before "/roster", and what follows it. */
function commandNamed(
  text: string,
  commands: readonly AnyCommand[],
): { readonly command: AnyCommand; readonly rest: string } | undefined {
  const [, first = "", afterFirst = ""] = text.match(/^[/／]\s*([^\s:：]+)\s*([\s\S]*)$/u) ?? [];
  const [, second = "", afterSecond = ""] = afterFirst.match(/^([^\s:：]+)\s*([\s\S]*)$/u) ?? [];
  const called = (typed: string, path: string, names: readonly string[]) =>
    typed.toLowerCase() === path || names.includes(typed);
  for (const command of commands) {
    const last = command.path.split(" ").at(-1) ?? "";
    const names = [...Object.values(command.names), ...command.aliases];
    if (!command.group) {
      if (called(first, last, names)) return { command, rest: afterFirst };
    } else if (called(first, command.group.path, Object.values(command.group.names)) && called(second, last, names))
      return { command, rest: afterSecond };
  }
  return undefined;
}

function unquote(text: string): string {
  return (
    text
      .match(/^(?:"([^"]*)"|“([^”]*)”|「([^」]*)」)$/u)
      ?.slice(1)
      .find((each) => each !== undefined) ?? text
  );
}
