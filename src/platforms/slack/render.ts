import type { types } from "@slack/bolt";
import { quoted, rowInLine } from "../../plain-text.ts";
import type { Block, Reply } from "../../reply.ts";
import type { Language } from "../../text.ts";
import { wordingFor } from "../../wording/wording.ts";
import { buttonBlocks } from "./buttons.ts";
import { cut, limits, piecesOf } from "./limits.ts";
import { notification } from "./notification.ts";
import {
  groupsOf,
  lengthOf,
  list,
  literal,
  literalLine,
  quote,
  type Run,
  richText,
  section,
  smallPrint,
} from "./rich-text.ts";

/** A message as Slack takes it; `text` is what a notification says. */
export interface Page {
  readonly text: string;
  readonly blocks: readonly types.KnownBlock[];
}

/** A part of a block that stands on one page, and how long its text is. */
interface Piece {
  readonly block: types.KnownBlock;
  readonly length: number;
}

/** Below what Slack takes, so that a piece does not leave half a page empty. */
const longestPiece = 2000;
/** Room on the last page for small print and buttons. */
const reserve = { blocks: 12, text: 2500 };

/**
 * Draws a reply as one or more messages. `values`: what each button carries, in their order. `notes`: small print of
 * the platform's own, such as where the files went. Of a reply that `isLong` only the beginning is drawn.
 */
export function renderReply(
  reply: Reply,
  values: readonly string[],
  notes: readonly string[] = [],
): readonly [Page, ...Page[]] {
  const pages = paginate(reply);
  const [first = [], ...others] = pages.length > limits.messages ? pages.slice(0, 1) : pages;
  const text = notification(reply);
  const drawn = [first, ...others].map((blocks) => ({ text, blocks }));
  const ending = [
    ...notes.map((each) => smallPrint(cut(literalLine(each), 400))),
    ...buttonBlocks(reply.buttons, values, wordingFor(reply.language).slack.choose),
  ];
  const last = drawn.length - 1;
  const [page = { text, blocks: [] }, ...rest] = drawn.map((each, index) =>
    index === last ? { text, blocks: [...each.blocks, ...ending] } : each,
  );
  return [page, ...rest];
}

/** Whether a reply is longer than the messages that Slack lets it be answered with; then it goes as a file. */
export function isLong(reply: Reply): boolean {
  return paginate(reply).length > limits.messages;
}

/** Whether a reply fits into one message; its buttons always do. */
export const isOnePage = (reply: Reply): boolean => paginate(reply).length === 1;

function paginate(reply: Reply): readonly (readonly types.KnownBlock[])[] {
  const pages: types.KnownBlock[][] = [];
  let page: types.KnownBlock[] = [];
  let length = 0;
  for (const piece of [...heading(reply.title), ...reply.blocks.flatMap((each) => draw(each, reply.language))]) {
    const full =
      page.length >= limits.blocks - reserve.blocks || length + piece.length > limits.messageText - reserve.text;
    if (full && page.length > 0) {
      pages.push(page);
      page = [];
      length = 0;
    }
    page.push(piece.block);
    length += piece.length;
  }
  if (page.length > 0 || pages.length === 0) pages.push(page);
  return pages;
}

function heading(title: string | undefined): readonly Piece[] {
  if (title === undefined || literal(title).trim() === "") return [];
  const text = literalLine(title);
  if (text.length > limits.header) return pieces(text, "bold", section);
  return [{ block: { type: "header", text: { type: "plain_text", text, emoji: false } }, length: text.length }];
}

/** A text in one style, as often as it takes. */
function pieces(
  text: string,
  style: Run[1],
  drawing: (given: readonly Run[]) => Parameters<typeof richText>[number],
): readonly Piece[] {
  const whole = literal(text);
  if (whole.trim() === "") return [];
  return groupsOf([[whole, style]], longestPiece).map((each) => ({
    block: richText(drawing(each)),
    length: lengthOf(each),
  }));
}

function draw(block: Block, language: Language): readonly Piece[] {
  switch (block.kind) {
    case "text":
      return pieces(block.text, block.strong ? "bold" : undefined, section);
    case "note":
      return piecesOf(literal(block.text), longestPiece)
        .filter((part) => part.trim() !== "")
        .map((part) => ({ block: smallPrint(part), length: part.length }));
    case "list":
      return bullets(block.items.map((item) => [[literal(item)]]));
    case "quote": {
      const { place, citation, reading } = block.source;
      const { words, meaning } = quoted(citation.quote, reading, language);
      const given: readonly Run[] = [
        [literalLine(place), "bold"],
        [`\n${literal(words)}`],
        ...(meaning === undefined ? [] : [[`\n${literal(meaning)}`, "italic"] as const]),
      ];
      return groupsOf(given, longestPiece).map((each) => ({ block: richText(quote(each)), length: lengthOf(each) }));
    }
    case "table":
      return rows(block.rows);
  }
}

/** Bullets, as many in a piece as have room; an item of more than a piece goes on as further items. */
function bullets(items: readonly (readonly Run[])[]): readonly Piece[] {
  const drawn: Piece[] = [];
  let some: (readonly Run[])[] = [];
  let length = 0;
  const close = (): void => {
    if (some.length > 0) drawn.push({ block: richText(list(some.map(section))), length });
    some = [];
    length = 0;
  };
  const told = items.filter((item) => item.some(([text]) => text.trim() !== ""));
  for (const item of told.flatMap((each) => groupsOf(each, longestPiece))) {
    if (length + lengthOf(item) > longestPiece || some.length >= 100) close();
    some.push(item);
    length += lengthOf(item);
  }
  close();
  return drawn;
}

/** A table reads best as a list: a phone has no room for columns. The first row is the heading. */
function rows([head, ...others]: readonly (readonly string[])[]): readonly Piece[] {
  const cells = (row: readonly string[] = []) =>
    rowInLine(row.map((each) => literal(each).replace(/\s+/gu, " ").trim()));
  const title = cells(head)
    .filter((each) => each !== "")
    .join(" – ");
  const items = others.map((row): readonly Run[] => {
    const [name, value] = cells(row);
    if (name === "" || value === "") return [[name || value, "bold"]];
    return [[name, "bold"], [` – ${value}`]];
  });
  return [...pieces(title, "bold", section), ...bullets(items)];
}
