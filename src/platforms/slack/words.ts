import { groupWords } from "../../command.ts";
import type { Asked } from "../../request.ts";
import type { Desk } from "../platform.ts";

/** A person as Slack writes them into what somebody typed. */
const somebody = /<@([UW][A-Z0-9]+)(?:\|([^>]*))?>/g;

/**
 * What a person typed, from what Slack made of it: channels as the office names them, addresses as they were typed, and
 * its three signs as they are. People stay as Slack writes them: their names are looked up later (nameEverybody).
 */
export function typedText(text: string, team: string): string {
  return text
    .replace(/<#([CGD][A-Z0-9]+)(?:\|[^>]*)?>/g, `channel:slack:${team}:$1`)
    .replace(/<!(?:subteam\^[A-Z0-9]+\|)?@?([^>|^]+)(?:\|[^>]*)?>/g, "@$1")
    .replace(/<((?:https?:|mailto:)[^>|]+)(?:\|([^>]*))?>/g, (_, address: string, label?: string) => label || address)
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replaceAll(/[‘’]/g, "'")
    .replace(/([:：])[“”„‟"]([^“”„‟"]*)[“”„‟"]/g, '$1"$2"')
    .trim();
}

type Reader = Pick<Desk, "read" | "commands">;

/**
 * Puts the names of people in the place of what Slack writes for them. What is asked is read before: people choose their
 * names themselves, and a name must not become a command or an option.
 */
export async function nameEverybody(
  asked: Asked,
  desk: Pick<Desk, "read">,
  nameOf: (id: string) => Promise<string | undefined>,
): Promise<Asked> {
  if ("line" in asked && !asked.line.includes("<@")) return asked;
  const called = new Map<string, string>();
  const bare = (text: string): string =>
    text.replace(somebody, (_, id: string, label?: string) => {
      if (label) called.set(id, label);
      return `<@${id}>`;
    });
  const { options, ...read } = desk.read("line" in asked ? { line: bare(asked.line) } : asked);
  const named = async (text: string): Promise<string> => {
    const ids = [...bare(text).matchAll(somebody)].map(([, id = ""]) => id);
    const names = await Promise.all(ids.map(async (id) => (await nameOf(id)) ?? called.get(id) ?? id));
    return bare(text).replace(somebody, () => names.shift() ?? "");
  };
  const values = Object.entries(options).map(async ([name, value]) => [name, await named(value)] as const);
  return { ...("line" in asked ? {} : asked), ...read, options: Object.fromEntries(await Promise.all(values)) };
}

/**
 * What was typed after the word that reaches everything, or said to Mishu: a command without its slash, when its first
 * word is one; else a question. A sentence with a question mark is a question, whatever its first word.
 */
export function freeLine(text: string, desk: Reader): string {
  if (text === "") return "/help";
  if (/^[/／]/u.test(text)) return text;
  const first = text.split(/\s/, 1)[0]?.toLowerCase() ?? "";
  const { command } = desk.read({ line: `/${text}` });
  const found = desk.commands.find(
    ({ path, group }) => path === command || (group && groupWords(group).includes(first)),
  );
  const asks = /[?？]$/u.test(text) && !found?.prose;
  return found && !asks ? `/${text}` : text;
}

/** Takes the wish for a form out of a command: the word "form" alone after it, or --form anywhere. */
export function withoutFormWish(line: string, desk: Reader): { readonly line: string; readonly wanted: boolean } {
  if (!/^[/／]/u.test(line)) return { line, wanted: false };
  const rest = line.replace(/\s(?:--|—)(?:form|表单|表單)(?=\s|$)/iu, "");
  if (rest !== line) return { line: rest, wanted: true };
  const last = line.search(/\s(?:form|表单|表單)$/iu);
  if (last < 0) return { line, wanted: false };
  const before = line.slice(0, last).trimEnd();
  const { command, options } = desk.read({ line: before });
  const alone = desk.commands.some(({ path }) => path === command) && Object.keys(options).length === 0;
  return alone ? { line: before, wanted: true } : { line, wanted: false };
}
