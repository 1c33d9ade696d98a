import { ButtonStyle, ComponentType } from "discord.js";
import type { Button, Reply } from "../../reply.ts";
import type { Language } from "../../text.ts";
import { wordingFor } from "../../wording/wording.ts";
import { type Desk, packButton, unpackButton } from "../platform.ts";
import { cut, limits } from "./limits.ts";

/** A row of buttons, or of one menu. */
export interface Row {
  readonly type: ComponentType.ActionRow;
  readonly components: readonly (ButtonPart | MenuPart)[];
}

interface ButtonPart {
  readonly type: ComponentType.Button;
  readonly style: ButtonStyle.Primary | ButtonStyle.Secondary;
  readonly label: string;
  readonly custom_id: string;
}

interface MenuPart {
  readonly type: ComponentType.StringSelect;
  readonly custom_id: string;
  readonly placeholder: string;
  readonly options: readonly { readonly label: string; readonly value: string }[];
}

/** More choices than these are a menu. */
const mostButtons = 10;

/**
 * What each button carries: its number, by which equal ones differ (Discord refuses a message in which two are equal),
 * and the command line that it stands for.
 */
export function packButtons(buttons: readonly Button[], desk: Pick<Desk, "park">): Promise<readonly string[]> {
  return Promise.all(buttons.map((button, index) => packNumbered(button, index, desk)));
}

/** What a form carries: its command, and what is not asked in it. */
export async function packNumbered(button: Button, index: number, desk: Pick<Desk, "park">): Promise<string> {
  const number = `${index}|`;
  return number + (await packButton(button, limits.customId - number.length, desk));
}

/** Reads what a button, a choice of a menu or a form carries; undefined when it is forgotten. */
export function unpackNumbered(carried: string, desk: Pick<Desk, "parked">): ReturnType<typeof unpackButton> {
  return unpackButton(carried.slice(carried.indexOf("|") + 1), desk);
}

/** Up to ten buttons, or menus of 25 choices each. */
export function rowsOf(buttons: Reply["buttons"], ids: readonly string[], language: Language): readonly Row[] {
  const label = (text: string, length: number) => cut(text.trim() || "…", length);
  const rows: Row[] = [];
  const inRow = buttons.length <= mostButtons ? limits.buttonsInRow : limits.menuOptions;
  for (let from = 0; from < buttons.length; from += inRow) {
    const some = buttons.slice(from, from + inRow).map((button, index) => ({ button, id: ids[from + index] ?? "" }));
    rows.push({
      type: ComponentType.ActionRow,
      components:
        buttons.length <= mostButtons
          ? some.map(({ button, id }) => ({
              type: ComponentType.Button,
              style: ButtonStyle.Secondary,
              label: label(button.label, limits.buttonLabel),
              custom_id: id,
            }))
          : [
              {
                type: ComponentType.StringSelect,
                custom_id: `menu ${from}`,
                placeholder: cut(wordingFor(language).discord.choose, limits.placeholder),
                options: some.map(({ button, id }) => ({
                  label: label(button.label, limits.optionLabel),
                  value: id,
                })),
              },
            ],
    });
  }
  return rows;
}
