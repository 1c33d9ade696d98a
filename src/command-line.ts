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
  const names = Object.keys(command.options.shape);
  const named = (typed: string): string | undefined =>
    names.find((name) => ownWords(command, name).includes(typed)) ??
    names.find((name) => otherWords(command, name).includes(typed));
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
    else if (!command.prose && isLikeAnOption.test(part) && !isOfTitle(before, command)) left.push(part);
    else if (open !== undefined) options[open] = `${options[open]} ${unquote(part)}`.trim();
    else words.push(part);
  }
  const { positional } = command;
  if (words.length > 0 && positional !== "" && options[positional] === undefined)
    options[positional] = unquote(words.join(" "));
  else if (!command.prose) left.unshift(...words);
  const [first] = command.behind;
  const behind = first === undefined ? undefined : options[positional]?.match(behindNumber)?.groups;
  if (behind && first !== undefined && options[first] === undefined) {
    options[positional] = behind.number ?? "";
    Object.assign(options, wordsBehind(behind.words ?? "", command, options));
  }
  return { command: command.path, options, ...(left.length > 0 ? { left: left.join(" ") } : {}) };
}

/** "12 it is answered", "No. 12: …", 第12号 … */
const behindNumber = /^(?<number>(?:no\.?\s*|第|#)?\d{1,9}\s*[号號]?)(?:[\s,，:：]+)(?<words>\S[\s\S]*)$/iu;

/** What is typed behind a number: to each option but the last a word that can stand alone; an English one cannot. */
function wordsBehind(
  typed: string,
  { behind: [name = "", ...others] }: Pick<AnyCommand, "behind">,
  given: CommandLine["options"],
): CommandLine["options"] {
  const [, word = "", rest = ""] =
    typed.match(/^([^\s,，]*(?:\p{Script=Han}|\d[-/.]\d)[^\s,，]*)[\s,，]+(\S[\s\S]*)$/u) ?? [];
  const [next] = others;
  if (word === "" || next === undefined || given[next] !== undefined) return { [name]: unquote(typed) };
  return { [name]: word, ...wordsBehind(rest, { behind: others }, given) };
}

/** What an option is called, in the three languages. */
const ownWords = ({ optionNames }: AnyCommand, name: string): readonly string[] => [
  name,
  ...Object.values(optionNames[name] ?? {}),
];

/** What else may be typed for it, where no other option is called so. */
const otherWords = ({ optionAliases }: AnyCommand, name: string): readonly string[] => [
  ...(optionAliases[name] ?? []),
  ...(commonly[name] ?? []),
];

/** What is typed for options that many commands have. */
const commonly: Readonly<Record<string, readonly string[]>> = {
  from: ["从", "從", "自", "开始", "開始", "since"],
  to: ["到", "至", "止", "until"],
  until: ["到", "至", "止", "截止", "结束", "結束", "to"],
  reason: ["理由", "原因", "事由", "why"],
  due: ["期限", "截止", "by"],
  number: ["号", "號", "编号", "編號", "no"],
  department: ["部门", "部門", "单位", "單位"],
};

/**
 * 年度任务：新建学校 is a title and no option, in a command that needs one: the words before the colon are too long for an
 * option, and none that the command knows is among them.
 */
const isOfTitle = (before: string, command: AnyCommand): boolean =>
  command.needs.includes(command.positional) &&
  /^\p{Script=Han}{4,}$/u.test(before) &&
  !Object.keys(command.options.shape).some(
    (name) =>
      name !== command.positional &&
      [...ownWords(command, name), ...otherWords(command, name)].some(
        (each) => each.length > 1 && before.includes(each),
      ),
  );

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

/** What was typed after the slash, when no command has that name: of a group's the word behind it too. */
export function commandPath(line: string, commands: readonly AnyCommand[]): string {
  const [, first = "", second = ""] = line.match(/^[/／]\s*(\S*)(?:\s+(\S+))?/u) ?? [];
  const known = commands.some(({ group }) => group && groupWords(group).includes(first.toLowerCase()));
  return known && second !== "" ? `${first} ${second}` : first;
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
