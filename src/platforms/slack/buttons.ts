import type { types } from "@slack/bolt";
import type { Button } from "../../reply.ts";
import { type Desk, packButton } from "../platform.ts";
import { cut, limits } from "./limits.ts";
import { literalLine } from "./rich-text.ts";

/** More choices than these are a menu. */
const mostButtons = 10;
const buttonsInRow = 5;
const menusInRow = 5;

/** What each button carries: the command line that it stands for, or the name under which it is parked. */
export function packButtons(buttons: readonly Button[], desk: Pick<Desk, "park">): Promise<readonly string[]> {
  const room = buttons.length > mostButtons ? limits.optionValue : limits.buttonValue;
  return Promise.all(buttons.map((each) => packButton(each, room, desk)));
}

const plain = (text: string): types.PlainTextElement => ({ type: "plain_text", text, emoji: false });

/** Up to ten buttons in rows of five, or menus of a hundred choices each. */
export function buttonBlocks(
  buttons: readonly Button[],
  values: readonly string[],
  choose: string,
): readonly types.ActionsBlock[] {
  if (buttons.length <= mostButtons) {
    const elements = buttons.map(
      ({ label }, index): types.Button => ({
        type: "button",
        action_id: `button ${index}`,
        text: plain(cut(literalLine(label), limits.buttonLabel)),
        value: values[index] ?? "",
      }),
    );
    return chunks(elements, buttonsInRow).map((each) => ({ type: "actions", elements: [...each] }));
  }
  const options = buttons.map(({ label }, index) => ({
    text: plain(cut(literalLine(label), limits.optionLabel)),
    value: values[index] ?? "",
  }));
  const menus = chunks(options, limits.menuOptions).map(
    (each, index): types.StaticSelect => ({
      type: "static_select",
      action_id: `menu ${index}`,
      placeholder: plain(cut(choose, limits.placeholder)),
      options: [...each],
    }),
  );
  return chunks(menus, menusInRow).map((each) => ({ type: "actions", elements: [...each] }));
}

function chunks<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
