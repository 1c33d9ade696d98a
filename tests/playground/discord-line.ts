import type { Given, RegisteredCommand } from "../fakes/discord/index.ts";
import { type Fields, fieldLists, fieldsOf, numberOf, textOf } from "../fakes/discord/json.ts";
import type { Upload } from "./screen.ts";

/** A typed line as Discord's client would take it apart: the command, its options, and which is being typed. */
export interface TypedLine {
  readonly command: string;
  readonly options: Readonly<Record<string, Given>>;
  /** The last option, when the bot suggests what to type for it. */
  readonly focused?: string;
}

/** What the names in a line stand for. */
export interface Lookup {
  /** The person's locale: options go by their names in it too. */
  readonly locale: string;
  channel(name: string): { readonly id: string } | undefined;
  person(name: string): { readonly id: string } | undefined;
}

/** Words before the first `name:` are for the first option that takes words, as if the client had jumped there. */
export function readDiscordLine(
  line: string,
  commands: readonly RegisteredCommand[],
  lookup: Lookup,
  file?: Upload,
): TypedLine {
  const named = (each: Fields, name: string) =>
    [each.name, fieldsOf(each.name_localizations)[lookup.locale]].includes(name);
  const [first = "", ...words] = line.slice(1).split(/(?<=\s)(?=\S)/);
  const path = [first.trim()];
  let options = fieldLists(commands.find(({ body }) => named(body, path[0] ?? ""))?.body.options);
  while (options.some(({ type }) => numberOf(type) <= 2)) {
    const word = words.shift()?.trim() ?? "";
    path.push(word);
    options = fieldLists(options.find((each) => named(each, word))?.options);
  }
  const given: Record<string, Given> = {};
  let focused: Fields | undefined;
  for (const { name, text } of piecesOf(words.join(""), options)) {
    const option = options.find((each) => (name === undefined ? numberOf(each.type) === 3 : named(each, name)));
    if (!option)
      throw new Error(
        `/${path.join(" ")} takes no words; its options: ${options.map((each) => each.name).join(", ") || "none"}`,
      );
    given[textOf(option.name)] = valueFor(option, text, lookup, file);
    focused = option;
  }
  const upload = options.find((each) => numberOf(each.type) === 11 && !(textOf(each.name) in given));
  if (file && !upload && !Object.values(given).includes(file)) throw new Error(`/${path.join(" ")} takes no file`);
  if (file && upload) given[textOf(upload.name)] = file;
  return {
    command: path.join(" "),
    options: given,
    ...(focused?.autocomplete === true ? { focused: textOf(focused.name) } : {}),
  };
}

/** `a:b c:"d e"` as its options; a colon after any other word is only a colon. */
function piecesOf(text: string, options: readonly Fields[]) {
  const names = options.flatMap((each) => [
    textOf(each.name),
    ...Object.values(fieldsOf(each.name_localizations)).map(textOf),
  ]);
  const starts = [...text.matchAll(/(?<=^|\s)([^\s:：]+)[:：]/gu)].filter(([, name = ""]) => names.includes(name));
  const before = text.slice(0, starts[0]?.index ?? text.length).trim();
  const pieces = starts.map((match, index) => ({
    name: match[1],
    text: unquoted(text.slice(match.index + match[0].length, starts[index + 1]?.index).trim()),
  }));
  return before === "" ? pieces : [{ name: undefined, text: unquoted(before) }, ...pieces];
}

const unquoted = (text: string): string => text.match(/^["“](.*)["”]$/su)?.[1] ?? text;

function valueFor({ type, name }: Fields, text: string, lookup: Lookup, file: Upload | undefined): Given {
  const demand = <T>(found: T | undefined, what: string): T => {
    if (found === undefined) throw new Error(`Discord refuses option ${textOf(name)}: ${what}`);
    return found;
  };
  switch (numberOf(type)) {
    case 4:
    case 10:
      return Number(text);
    case 5:
      return /^(true|yes|是|1)$/iu.test(text);
    case 6:
      return demand(lookup.person(text.replace(/^@/, "")), `nobody is called ${text}`);
    case 7:
      return demand(lookup.channel(text.replace(/^#/, "")), `there is no channel ${text}`);
    case 11:
      return demand(file, "attach a file");
    default:
      return text;
  }
}
