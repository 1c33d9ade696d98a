import { within } from "./check/components.ts";
import { type Fields, fieldLists, fieldsOf, numberOf, textOf } from "./json.ts";
import type { Message, Modal } from "./model.ts";

/** What a person sees and can do, read out of messages and modals. */

export interface Button {
  readonly label: string;
  readonly customId: string;
  readonly url: string;
  /** 1 blue, 2 grey, 3 green, 4 red, 5 a link. */
  readonly style: number;
  readonly disabled: boolean;
}

export interface Select {
  readonly customId: string;
  readonly placeholder: string;
  /** Empty where Discord itself offers people or channels. */
  readonly options: readonly { readonly label: string; readonly value: string; readonly description: string }[];
  readonly disabled: boolean;
}

export interface Entry {
  readonly customId: string;
  readonly label: string;
  readonly kind: "text" | "select" | "file";
  readonly required: boolean;
  readonly value: string;
  readonly options: Select["options"];
}

const all = ({ components }: Message | Modal): readonly Fields[] => components.flatMap(within);

/** All its words, from top to bottom. */
export function textOfMessage(message: Message): string {
  const ofEmbed = (embed: Fields) => [
    fieldsOf(embed.author).name,
    embed.title,
    embed.description,
    ...fieldLists(embed.fields).flatMap(({ name, value }) => [name, value]),
    fieldsOf(embed.footer).text,
  ];
  const parts = [message.content, ...message.embeds.flatMap(ofEmbed), ...all(message).map((each) => each.content)];
  return parts
    .map(textOf)
    .filter((part) => part !== "")
    .join("\n");
}

/** A button whose face is only an emoji goes by that. */
const face = (button: Fields) => textOf(button.label) || textOf(fieldsOf(button.emoji).name);

export const buttonsOf = (message: Message): readonly Button[] =>
  all(message)
    .filter(({ type }) => type === 2)
    .map((each) => ({
      label: face(each),
      customId: textOf(each.custom_id),
      url: textOf(each.url),
      style: numberOf(each.style),
      disabled: each.disabled === true,
    }));

const optionsOf = (select: Fields): Select["options"] =>
  fieldLists(select.options).map(({ label, value, description }) => ({
    label: textOf(label),
    value: textOf(value),
    description: textOf(description),
  }));

export const isSelect = ({ type }: Fields): boolean => [3, 5, 6, 7, 8].includes(numberOf(type));

export const selectsOf = (message: Message): readonly Select[] =>
  all(message)
    .filter(isSelect)
    .map((each) => ({
      customId: textOf(each.custom_id),
      placeholder: textOf(each.placeholder),
      options: optionsOf(each),
      disabled: each.disabled === true,
    }));

/** The fields of a modal, each under the label that it is shown with. */
export function entriesOf(modal: Modal): readonly Entry[] {
  const labelled = modal.components.flatMap((outer) => [
    ...fieldLists(outer.components).map((inner) => ({ inner, label: textOf(inner.label) })),
    ...(outer.component ? [{ inner: fieldsOf(outer.component), label: textOf(outer.label) }] : []),
  ]);
  return labelled.map(({ inner, label }) => ({
    customId: textOf(inner.custom_id),
    label,
    kind: inner.type === 4 ? "text" : inner.type === 19 ? "file" : "select",
    required: inner.required !== false,
    value: textOf(inner.value),
    options: optionsOf(inner),
  }));
}
