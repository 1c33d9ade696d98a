import {
  address,
  anything,
  flag,
  integer,
  list,
  type Members,
  object,
  oneOf,
  type Shape,
  text,
  typed,
} from "./shape.ts";
import { blockId } from "./texts.ts";

const style = object({}, { bold: flag, italic: flag, strike: flag, code: flag, underline: flag, highlight: flag });
const styled = (required: Members, optional: Members = {}) =>
  object({ type: anything, ...required }, { style, ...optional });

/** Runs of text. `text` is taken literally: only the other kinds make links, mention or notify. */
const inline = typed({
  text: styled({ text: text(1, 3000) }),
  link: styled({ url: address(3000) }, { text: text(1, 3000), unsafe: flag }),
  user: styled({ user_id: text(1, 255) }),
  usergroup: styled({ usergroup_id: text(1, 255) }),
  channel: styled({ channel_id: text(1, 255) }),
  emoji: styled({ name: text(1, 100) }, { unicode: text(1, 100), skin_tone: integer(1, 6) }),
  broadcast: styled({ range: oneOf("here", "channel", "everyone") }),
  date: styled(
    { timestamp: integer(0, 99_999_999_999), format: text(1, 500) },
    { url: address(3000), fallback: text(1, 3000) },
  ),
  color: styled({ value: text(4, 9) }),
});

const section = object({ type: anything, elements: list(inline, 0, 1000) });
const border = integer(0, 1);

const parts = typed({
  rich_text_section: section,
  rich_text_list: object(
    {
      type: anything,
      style: oneOf("bullet", "ordered"),
      elements: list(typed({ rich_text_section: section }), 1, 500),
    },
    { indent: integer(0, 8), offset: integer(0, 100_000), border },
  ),
  rich_text_quote: object({ type: anything, elements: list(inline, 0, 1000) }, { border }),
  rich_text_preformatted: object(
    { type: anything, elements: list(inline, 0, 1000) },
    { border, language: text(1, 50) },
  ),
});

export const richText: Shape = object({ type: anything, elements: list(parts, 1, 500) }, { block_id: blockId });

const cell = typed({
  raw_text: object({ type: anything, text: text(1, 3000) }),
  rich_text: object({ type: anything, elements: list(parts, 1, 500) }, { block_id: blockId }),
});

export const table: Shape = object(
  { type: anything, rows: list(list(cell, 1, 20), 1, 100) },
  {
    block_id: blockId,
    column_settings: list(object({}, { align: oneOf("left", "center", "right"), is_wrapped: flag }), 0, 20),
  },
);
