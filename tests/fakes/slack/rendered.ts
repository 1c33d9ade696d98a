import { type Fields, fieldLists, fieldsOf, isFields, listOf, textOf } from "./json.ts";
import { joined, literal, type Names, type Rendered, readMrkdwn } from "./mrkdwn.ts";

/** A text object: plain text is literal, mrkdwn is not. */
function words(value: unknown, names: Names): Rendered {
  const { type, text, verbatim } = fieldsOf(value);
  return type === "mrkdwn" ? readMrkdwn(textOf(text), names, verbatim !== true) : literal(textOf(text));
}

function inline(element: Fields, names: Names): Rendered {
  const { type } = element;
  const styled = Object.values(fieldsOf(element.style)).includes(true);
  const shown = (text: string, more: Partial<Rendered> = {}): Rendered => ({
    ...literal(text),
    ...(styled ? { styled: [text] } : {}),
    ...more,
  });
  if (type === "text") return shown(textOf(element.text));
  if (type === "link") return shown(textOf(element.text) || textOf(element.url), { links: [textOf(element.url)] });
  if (type === "user") return shown(`@${names.user(textOf(element.user_id))}`, { notifies: [textOf(element.user_id)] });
  if (type === "usergroup")
    return shown(`@${textOf(element.usergroup_id)}`, { notifies: [textOf(element.usergroup_id)] });
  if (type === "channel")
    return shown(`#${names.channel(textOf(element.channel_id))}`, { channels: [textOf(element.channel_id)] });
  if (type === "broadcast") return shown(`@${textOf(element.range)}`, { notifies: [`@${textOf(element.range)}`] });
  if (type === "emoji") return shown(`:${textOf(element.name)}:`);
  return shown(textOf(element.fallback) || textOf(element.value));
}

function richText(part: Fields, names: Names): Rendered {
  const elements = fieldLists(part.elements);
  if (part.type === "rich_text_list") {
    const first = typeof part.offset === "number" ? part.offset : 0;
    const indent = "  ".repeat(typeof part.indent === "number" ? part.indent : 0);
    const items = elements.map((each, index) =>
      joined(
        [literal(indent + (part.style === "ordered" ? `${first + index + 1}. ` : "• ")), richText(each, names)],
        "",
      ),
    );
    return joined(items, "\n");
  }
  const run = joined(
    elements.map((each) => inline(each, names)),
    "",
  );
  return part.type === "rich_text_quote" ? { ...run, text: run.text.replaceAll(/^/gm, "> ") } : run;
}

const richBlock = (block: Fields, names: Names) =>
  joined(
    fieldLists(block.elements).map((each) => richText(each, names)),
    "\n",
  );

function control(element: Fields, names: Names): Rendered {
  const { type } = element;
  if (type === "image") return literal(`[picture: ${textOf(element.alt_text)}]`);
  if (type === "button") {
    const { url } = element;
    return { ...literal(`[${textOf(fieldsOf(element.text).text)}]`), links: typeof url === "string" ? [url] : [] };
  }
  if (type === "checkboxes" || type === "radio_buttons") {
    const chosen = new Set(
      [element.initial_option, ...listOf(element.initial_options)].map((each) => fieldsOf(each).value),
    );
    const lines = fieldLists(element.options).map(({ text, value }) =>
      joined([literal(chosen.has(value) ? "☑ " : "☐ "), words(text, names)], ""),
    );
    return joined(lines, "\n");
  }
  const placeholder = textOf(fieldsOf(element.placeholder).text);
  const initial = textOf(fieldsOf(fieldsOf(element.initial_option).text).text) || textOf(element.initial_value);
  return literal(`[${initial || textOf(element.initial_date) || placeholder || String(type)}]`);
}

function renderBlock(block: Fields, names: Names): Rendered {
  const { type } = block;
  if (type === "divider") return literal("———");
  if (type === "header") return words(block.text, names);
  if (type === "context")
    return joined(
      fieldLists(block.elements).map((each) => (each.type === "image" ? control(each, names) : words(each, names))),
      "  ",
    );
  if (type === "actions")
    return joined(
      fieldLists(block.elements).map((each) => control(each, names)),
      " ",
    );
  if (type === "image") return literal(`[picture: ${textOf(block.alt_text)}]`);
  if (type === "rich_text") return richBlock(block, names);
  if (type === "table") {
    const cell = (each: Fields) => (each.type === "rich_text" ? richBlock(each, names) : literal(textOf(each.text)));
    const rows = listOf(block.rows).map((row) => joined(fieldLists(row).map(cell), " | "));
    return joined(rows, "\n");
  }
  if (type === "input") {
    const parts = [words(block.label, names), control(fieldsOf(block.element), names), words(block.hint, names)];
    return joined(
      parts.filter(({ text }) => text !== ""),
      "\n",
    );
  }
  const parts = [block.text, ...listOf(block.fields)].filter(isFields).map((each) => words(each, names));
  const accessory = isFields(block.accessory) ? [control(block.accessory, names)] : [];
  return joined([...parts, ...accessory], "\n");
}

export const renderBlocks = (blocks: readonly Fields[], names: Names): Rendered =>
  joined(
    blocks.map((each) => renderBlock(each, names)),
    "\n",
  );

export interface RenderedMessage extends Rendered {
  /** What the notification says, when it is not the message itself. */
  readonly fallback: string;
}

interface Shown {
  readonly text: string;
  readonly blocks: readonly Fields[];
  readonly attachments: readonly Fields[];
}

/** With blocks the text is only seen in notifications; whom it mentions is called all the same. */
export function renderMessage({ text, blocks, attachments }: Shown, names: Names): RenderedMessage {
  const top = readMrkdwn(text, names, false);
  const attached = attachments.map((each) =>
    joined([readMrkdwn(textOf(each.text), names, false), renderBlocks(fieldLists(each.blocks), names)], "\n"),
  );
  if (blocks.length === 0) return { ...joined([top, ...attached], "\n"), fallback: top.text };
  const body = joined([renderBlocks(blocks, names), ...attached], "\n");
  return {
    ...body,
    notifies: [...new Set([...body.notifies, ...top.notifies])],
    fallback: top.text,
  };
}
