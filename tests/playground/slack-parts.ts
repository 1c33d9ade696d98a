import { type Fields, fieldLists, fieldsOf, isFields, listOf, textOf } from "../fakes/slack/json.ts";
import { type Names, readMrkdwn } from "../fakes/slack/mrkdwn.ts";
import type { Control, Option, Part, Span } from "./screen.ts";

/** Draws the blocks of a message of Slack. */
export const slackParts = (blocks: readonly Fields[], names: Names): readonly Part[] =>
  blocks.flatMap((each) => blockParts(each, names));

/** A text object, or text as somebody typed it. */
export function slackText(value: unknown, names: Names): readonly Span[] {
  const { type, text } = fieldsOf(value);
  return [{ text: type === "mrkdwn" ? readMrkdwn(textOf(text), names, false).text : textOf(text) }];
}

export const plainOf = (value: unknown): string => textOf(fieldsOf(value).text);

export const slackOptions = (element: Fields): readonly Option[] =>
  [
    ...fieldLists(element.options),
    ...fieldLists(element.option_groups).flatMap((each) => fieldLists(each.options)),
  ].map(({ text, value }) => ({ label: plainOf(text), value: textOf(value) }));

function blockParts(block: Fields, names: Names): readonly Part[] {
  switch (block.type) {
    case "header":
      return [{ kind: "title", spans: slackText(block.text, names) }];
    case "divider":
      return [{ kind: "rule" }];
    case "context":
      return [{ kind: "small", spans: fieldLists(block.elements).flatMap((each) => slackText(each, names)) }];
    case "actions":
      return [{ kind: "controls", controls: fieldLists(block.elements).flatMap(control) }];
    case "rich_text":
      return fieldLists(block.elements).map((each) => richPart(each, names));
    case "table":
      return [
        { kind: "table", rows: listOf(block.rows).map((row) => fieldLists(row).map((each) => cell(each, names))) },
      ];
    case "section":
      return section(block, names);
    default:
      return [{ kind: "small", spans: [{ text: `[${String(block.type)}]` }] }];
  }
}

function section(block: Fields, names: Names): readonly Part[] {
  const texts = [block.text, ...listOf(block.fields)].filter(isFields);
  return [
    ...texts.map((each): Part => ({ kind: "text", spans: slackText(each, names) })),
    ...(isFields(block.accessory) ? [{ kind: "controls" as const, controls: control(block.accessory) }] : []),
  ];
}

function control(element: Fields): readonly Control[] {
  const id = textOf(element.action_id);
  const link = textOf(element.url);
  if (element.type === "button")
    return [{ kind: "button", id, label: plainOf(element.text), ...(link ? { link } : {}) }];
  const options = slackOptions(element);
  return options.length > 0 ? [{ kind: "menu", id, label: plainOf(element.placeholder) || "…", options }] : [];
}

const cell = (each: Fields, names: Names): readonly Span[] =>
  each.type === "rich_text"
    ? fieldLists(each.elements).flatMap((part) => spansOf(part, names))
    : [{ text: textOf(each.text) }];

function richPart(part: Fields, names: Names): Part {
  const spans = () => spansOf(part, names);
  if (part.type === "rich_text_list")
    return { kind: "list", items: fieldLists(part.elements).map((each) => spansOf(each, names)) };
  if (part.type === "rich_text_quote") return { kind: "quote", spans: spans() };
  if (part.type === "rich_text_preformatted")
    return {
      kind: "code",
      text: spans()
        .map(({ text }) => text)
        .join(""),
    };
  return { kind: "text", spans: spans() };
}

const spansOf = (part: Fields, names: Names): readonly Span[] =>
  fieldLists(part.elements).map((each) => ({ ...span(each, names), ...styleOf(fieldsOf(each.style)) }));

function span(element: Fields, names: Names): Span {
  const text = textOf(element.text);
  switch (element.type) {
    case "link":
      return { text: text || textOf(element.url), link: textOf(element.url) };
    case "user":
      return { text: `@${names.user(textOf(element.user_id))}` };
    case "channel":
      return { text: `#${names.channel(textOf(element.channel_id))}` };
    case "broadcast":
      return { text: `@${textOf(element.range)}` };
    case "emoji":
      return { text: `:${textOf(element.name)}:` };
    default:
      return { text: text || textOf(element.fallback) };
  }
}

function styleOf(style: Fields): Pick<Span, "style"> {
  const found = (["bold", "italic", "strike", "code"] as const).find((each) => style[each] === true);
  return found ? { style: found } : {};
}
