import { type AnyCommand, groupWords } from "./command.ts";

/** In characters; far longer than what is read of a question. */
const longestLine = 8000;

/** A typed line, taken apart: which command, and its options as raw strings. */
export interface CommandLine {
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
  /** Words that belong to no option: whoever typed them meant something by them. */
  readonly left?: string;
}

/**
 * Reads `/roster who 李明`, `/roster admin person:Wang Wei` or `/ask question:"who signs?" --why`. An option goes by its
 * English or Chinese name; its value goes on until the next option, unless it is quoted or is one of a few words. In a
 * question only the first word is the value, and what is no option stays in it, so that times and titles do. `--name`
 * sets a yes/no option, `--name value` another. Other words go to the positional option, spaces kept single. Undefined
 * when no such command exists.
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
  const left: string[] = [];
  /** The option whose value goes on. */
  let open: string | undefined;
  const begin = (option: string, value: string): void => {
    options[option] = unquote(value);
    open = command.prose || unquote(value) !== value || isOneOfFew(command, option) ? undefined : option;
  };
  const parts = partsOf(rest);
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index] ?? "";
    const [, before = "", value = ""] = part.match(/^([^\s:：]+)[:：]([\s\S]*)$/u) ?? [];
    const option = value === "" && command.prose ? undefined : named(before);
    const flag = named(part.match(/^(?:--|—)(\S+)$/u)?.[1] ?? "");
    if (option) begin(option, value);
    else if (flag && isYesNo(command, flag)) begin(flag, "true");
    else if (flag) begin(flag, parts[++index] ?? "");
    else if (!command.prose && isLikeAnOption.test(part)) left.push(part);
    else if (open !== undefined) options[open] = `${options[open]} ${unquote(part)}`.trim();
    else words.push(part);
  }
  const { positional } = command;
  if (words.length > 0 && positional !== "" && options[positional] === undefined)
    options[positional] = unquote(words.join(" "));
  else if (!command.prose) left.unshift(...words);
  const behind = command.behind === "" ? undefined : options[positional]?.match(behindNumber)?.groups;
  if (behind && options[command.behind] === undefined) {
    options[positional] = behind.number ?? "";
    options[command.behind] = unquote(behind.words ?? "");
  }
  return { command: command.path, options, ...(left.length > 0 ? { left: left.join(" ") } : {}) };
}

/** "12 it is answered", "No. 12: …", 第12号 … */
const behindNumber = /^(?<number>(?:no\.?\s*|第|#)?\d{1,9}\s*[号號]?)(?:[\s,，:：]+)(?<words>\S[\s\S]*)$/iu;

/** "timezone:Asia/Tokyo"; but no address of a page, and no hour of a day. */
const isLikeAnOption = /^\p{L}[\p{L}-]*[:：](?!\/\/|$)/u;

/**
 * Words, quoted texts, and names with their values. Within quotation marks none is opened anew: a mark that nobody
 * closed is looked for as far as the next one, not each time to the end of the line.
 */
function partsOf(text: string): readonly string[] {
  return (
    text.match(/[^\s:："“「]+[:：](?:"[^"]*"|“[^“”]*”|「[^「」]*」)|(?:"[^"]*"|“[^“”]*”|「[^「」]*」)(?=\s|$)|\S+/gu) ??
    []
  );
}

/** Whether an option is only set or not. */
export const isYesNo = ({ options }: AnyCommand, name: string): boolean =>
  options.shape[name]?.safeParse("true").success === true && !options.shape[name].safeParse("some words").success;

/** A yes/no, or one of a list: no value of several words. */
const isOneOfFew = ({ options }: AnyCommand, name: string): boolean =>
  options.shape[name]?.safeParse("some words").error?.issues[0]?.code === "invalid_value";

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
    } else if (called(first, command.group.path, groupWords(command.group)) && called(second, last, names))
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
