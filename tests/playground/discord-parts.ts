import { type Fields, fieldLists, fieldsOf, textOf } from "../fakes/discord/json.ts";
import type { Control, Part, Span } from "./screen.ts";

/** What the ids in a text are called. */
export interface Names {
  user(id: string): string;
  channel(id: string): string;
}

/** Draws the embeds of a message of Discord. */
export const embedParts = (embed: Fields, names: Names): readonly Part[] => [
  ...(embed.title ? [{ kind: "title" as const, spans: inline(textOf(embed.title), names) }] : []),
  ...markdownParts(textOf(embed.description), names),
  ...fieldLists(embed.fields).flatMap(({ name, value }): readonly Part[] => [
    { kind: "text", spans: [{ text: textOf(name), style: "bold" }] },
    ...markdownParts(textOf(value), names),
  ]),
];

/** Draws the rows of buttons and menus. */
export const componentParts = (components: readonly Fields[]): readonly Part[] =>
  components.map((row) => ({ kind: "controls", controls: fieldLists(row.components).flatMap(control) }));

function control(each: Fields): readonly Control[] {
  const id = textOf(each.custom_id);
  const link = textOf(each.url);
  if (each.type === 2)
    return [
      { kind: "button", id, label: textOf(each.label) || textOf(fieldsOf(each.emoji).name), ...(link ? { link } : {}) },
    ];
  const options = fieldLists(each.options).map(({ label, value }) => ({ label: textOf(label), value: textOf(value) }));
  return options.length > 0 ? [{ kind: "menu", id, label: textOf(each.placeholder) || "…", options }] : [];
}

type Line = { readonly kind: Part["kind"]; readonly text: string };

function lineOf(line: string): Line {
  const [, mark = "", rest = ""] = line.match(/^(-# |#{1,3} |>{1,3} ?|[-*] | {2,})(.*)$/) ?? [];
  if (mark === "-# ") return { kind: "small", text: rest };
  if (mark.startsWith("#")) return { kind: "title", text: rest };
  if (mark.startsWith(">")) return { kind: "quote", text: rest };
  if (mark === "- " || mark === "* ") return { kind: "list", text: rest };
  return { kind: "text", text: line.trim() };
}

/** Discord's Markdown, as far as a message of Mishu uses it. */
export function markdownParts(source: string, names: Names): readonly Part[] {
  const pieces = source.split(/```(?:\w*\n)?([\s\S]*?)```/);
  return pieces.flatMap((piece, index): readonly Part[] =>
    index % 2 === 1 ? [{ kind: "code", text: piece.replace(/\n$/, "") }] : paragraphs(piece, names),
  );
}

function paragraphs(source: string, names: Names): readonly Part[] {
  const parts: Part[] = [];
  let begun: Line[] = [];
  const close = (): void => {
    const [first] = begun;
    if (first) parts.push(partOf(first.kind, begun, names));
    begun = [];
  };
  for (const raw of source.split("\n")) {
    const line = lineOf(raw);
    if (line.text === "" && line.kind === "text") close();
    else {
      // a line that is set in goes on with the item above it
      const goesOn = begun[0]?.kind === "list" && line.kind === "text" && raw.startsWith("  ");
      if (begun[0] && begun[0].kind !== line.kind && !goesOn) close();
      begun.push(goesOn ? { kind: "text", text: line.text } : line);
    }
  }
  close();
  return parts;
}

function partOf(kind: Part["kind"], lines: readonly Line[], names: Names): Part {
  if (kind === "list") {
    const items: string[] = [];
    for (const { kind: own, text } of lines)
      if (own === "list") items.push(text);
      else items.push(`${items.pop() ?? ""}\n${text}`);
    return { kind, items: items.map((each) => inline(each, names)) };
  }
  const spans = inline(lines.map(({ text }) => text).join("\n"), names);
  return kind === "title" || kind === "small" || kind === "quote" ? { kind, spans } : { kind: "text", spans };
}

const marks =
  /\\([\s\S])|`([^`]+)`|\*\*((?:\\[\s\S]|[^\\*])+)\*\*|__((?:\\[\s\S]|[^\\_])+)__|~~((?:\\[\s\S]|[^\\~])+)~~|\*((?:\\[\s\S]|[^\\*])+)\*|(?<![\p{L}\p{N}])_((?:\\[\s\S]|[^\\_])+)_(?![\p{L}\p{N}])|\[([^\]\n]+)\]\((https?:[^)\s]+)\)|<@!?(\d+)>|<#(\d+)>|<?(https?:\/\/[^\s<>]+)>?/gu;

const unescaped = (text: string): string => text.replaceAll(/\\([\s\S])/g, "$1");

function inline(source: string, names: Names): readonly Span[] {
  const spans: Span[] = [];
  let plain = "";
  const add = (span: Span): void => {
    if (plain) spans.push({ text: plain });
    plain = "";
    spans.push(span);
  };
  let end = 0;
  for (const match of source.matchAll(marks)) {
    const [whole, literal, code, bold, under, strike, italic, slanted, label, target, user, channel, address] = match;
    plain += source.slice(end, match.index);
    end = match.index + whole.length;
    const slope = italic ?? slanted;
    if (literal !== undefined) plain += literal;
    else if (code !== undefined) add({ text: code, style: "code" });
    else if (bold !== undefined) add({ text: unescaped(bold), style: "bold" });
    else if (under !== undefined) plain += unescaped(under);
    else if (strike !== undefined) add({ text: unescaped(strike), style: "strike" });
    else if (slope !== undefined) add({ text: unescaped(slope), style: "italic" });
    else if (label !== undefined && target !== undefined) add({ text: unescaped(label), link: target });
    else if (user !== undefined) plain += `@${names.user(user)}`;
    else if (channel !== undefined) plain += `#${names.channel(channel)}`;
    else if (address !== undefined) add({ text: address, link: address });
  }
  plain += source.slice(end);
  return plain ? [...spans, { text: plain }] : spans;
}
