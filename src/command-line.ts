import type { AnyCommand } from "./command.ts";

/** In characters; far longer than what is read of a question. */
const longestLine = 8000;

/** A typed line, taken apart: which command, and its options as raw strings. */
export interface CommandLine {
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
}

/**
 * Reads `/ask who signs? as:mayor --why` or `/ask question:"who signs?"`. A word `name:value` counts as an option
 * only when the command has an option of that name, so times and titles in a question stay in it; `--name` sets a
 * yes/no option, `--name value` another. Other words go to the positional option, spaces kept single. Undefined when no such command exists.
 */
export function parseCommandLine(line: string, commands: readonly AnyCommand[]): CommandLine | undefined {
  const [, name = "", rest = ""] = line.slice(0, longestLine).match(/^[/／]\s*([^\s:：]+)\s*([\s\S]*)$/u) ?? [];
  const command = commands.find((each) => each.path === name.toLowerCase() || each.aliases.includes(name));
  if (!command) return undefined;
  const names = Object.keys(command.options.shape);
  const options: Record<string, string> = {};
  const words: string[] = [];
  const parts = rest.match(/[^\s:："“]+[:：](?:"[^"]*"|“[^”]*”)|"[^"]*"(?=\s|$)|“[^”]*”(?=\s|$)|\S+/gu) ?? [];
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index] ?? "";
    const named = part.match(/^([^\s:：]+)[:：]([\s\S]*)$/u);
    const flag = part.match(/^(?:--|—)([a-z-]+)$/);
    if (named?.[1] && named[2] && names.includes(named[1])) options[named[1]] = unquote(named[2] ?? "");
    else if (flag?.[1] && names.includes(flag[1])) {
      const yesNo = !command.options.shape[flag[1]]?.safeParse("some words").success;
      options[flag[1]] = yesNo ? "true" : unquote(parts[++index] ?? "");
    } else words.push(part);
  }
  if (words.length > 0 && options[command.positional] === undefined) {
    options[command.positional] = unquote(words.join(" "));
  }
  return { command: command.path, options };
}

function unquote(text: string): string {
  return (
    text
      .match(/^(?:"([^"]*)"|“([^”]*)”)$/u)
      ?.slice(1)
      .find((each) => each !== undefined) ?? text
  );
}
