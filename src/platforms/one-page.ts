import { type Block, note, type Reply } from "../reply.ts";
import { wordingFor } from "../wording/wording.ts";

/** How much is left of each text, in characters, and of each list, in items; at last quotes go, then all but the point. */
const steps = [
  { text: 300, items: 30, quotes: true },
  { text: 100, items: 15, quotes: true },
  { text: 100, items: 15, quotes: false },
  { text: 100, items: 5, quotes: false, blocks: 1 },
] as const;

/** The most buttons, and files, that every platform shows in one message. */
const mostButtons = 25;
const mostFiles = 10;

/**
 * A reply that is drawn as one message, as `isOne` tells: shortened, which it says, where it is too long. A message of
 * several could not be brought up to date: its later pages would keep words, and buttons, that no longer hold.
 */
export function onePage(reply: Reply, isOne: (reply: Reply) => boolean): Reply {
  if (isOne(reply)) return reply;
  const { onePage: said } = wordingFor(reply.language).desk;
  const shorter = steps.map(({ text, items, quotes, ...most }) => {
    const kept = reply.blocks
      .filter(({ kind }) => quotes || kind !== "quote")
      .slice(0, "blocks" in most ? 1 : undefined);
    const blocks = [...kept.map((each) => shortened(each, text, items)), note(said)];
    const title = reply.title === undefined ? {} : { title: beginning(reply.title, text) };
    return {
      ...reply,
      ...title,
      blocks,
      buttons: reply.buttons.slice(0, mostButtons),
      files: reply.files.slice(0, mostFiles),
    };
  });
  return shorter.find(isOne) ?? shorter.at(-1) ?? reply;
}

/** Quotes are verbatim: they are shown whole or not at all. */
function shortened(block: Block, text: number, items: number): Block {
  switch (block.kind) {
    case "text":
    case "note":
      return { ...block, text: beginning(block.text, text) };
    case "list":
      return { ...block, items: block.items.slice(0, items).map((each) => beginning(each, text)) };
    case "table":
      return { ...block, rows: block.rows.slice(0, items).map((row) => row.map((each) => beginning(each, text))) };
    case "quote":
      return block;
  }
}

function beginning(text: string, length: number): string {
  const characters = [...text];
  return characters.length > length ? `${characters.slice(0, length).join("").trimEnd()}…` : text;
}
