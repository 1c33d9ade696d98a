import type { Core } from "./core.ts";
import { type Fields, fieldLists, fieldsOf, textOf } from "./json.ts";
import { elementsOf } from "./kit/blocks.ts";
import type { Channel, Message, View } from "./workspace.ts";

/** An element that people can use, and the block that it stands in. */
export interface Used {
  readonly block: Fields;
  readonly element: Fields;
}

export const contentOf = (place: Message | View): readonly Fields[] =>
  "hash" in place
    ? fieldLists(place.content.blocks)
    : [...place.blocks, ...place.attachments.flatMap(({ blocks }) => fieldLists(blocks))];

export const usableIn = (place: Message | View): readonly Used[] =>
  contentOf(place).flatMap((block) => elementsOf(block).map((element) => ({ block, element })));

export const label = (element: Fields): string => textOf(fieldsOf(element.text).text);

export function findChannel({ workspace }: Core, named: string): Channel {
  const name = named.replace(/^#/, "");
  const found = workspace.channels.get(named) ?? [...workspace.channels.values()].find((each) => each.name === name);
  if (!found) throw new Error(`there is no channel ${named}`);
  return found;
}
