import { type Fields, fieldLists, fieldsOf, isFields, listOf, textOf } from "./json.ts";
import { elementsOf } from "./kit/blocks.ts";
import { withoutState } from "./kit/elements.ts";
import type { View } from "./workspace.ts";

/** What a person types, ticks or picks: a text, a value or label of an option, several of them, or files. */
export type Given = string | readonly string[] | FileGiven | readonly FileGiven[];

export interface FileGiven {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly mimetype?: string;
}

/** The field of an entry, and the one of the element that fills it from the start. */
const fields: Readonly<Record<string, readonly [entry: string, initial: string]>> = {
  plain_text_input: ["value", "initial_value"],
  number_input: ["value", "initial_value"],
  email_text_input: ["value", "initial_value"],
  url_text_input: ["value", "initial_value"],
  static_select: ["selected_option", "initial_option"],
  external_select: ["selected_option", "initial_option"],
  radio_buttons: ["selected_option", "initial_option"],
  overflow: ["selected_option", ""],
  users_select: ["selected_user", "initial_user"],
  conversations_select: ["selected_conversation", "initial_conversation"],
  channels_select: ["selected_channel", "initial_channel"],
  datepicker: ["selected_date", "initial_date"],
  timepicker: ["selected_time", "initial_time"],
  datetimepicker: ["selected_date_time", "initial_date_time"],
  multi_static_select: ["selected_options", "initial_options"],
  multi_external_select: ["selected_options", "initial_options"],
  checkboxes: ["selected_options", "initial_options"],
  multi_users_select: ["selected_users", "initial_users"],
  multi_conversations_select: ["selected_conversations", "initial_conversations"],
  multi_channels_select: ["selected_channels", "initial_channels"],
  file_input: ["files", ""],
};

const takesMany = (type: string) => /^(multi_|checkboxes|file_input)/.test(type);

export const entryField = (element: Fields): string => fields[textOf(element.type)]?.[0] ?? "value";

export const isEmpty = (element: Fields, entry: Fields): boolean => {
  const value = entry[entryField(element)];
  return value === null || value === "" || (Array.isArray(value) && value.length === 0);
};

function initialEntry(element: Fields): Fields {
  const type = textOf(element.type);
  const [field, initial] = fields[type] ?? ["value", ""];
  return { type, [field]: element[initial] ?? (takesMany(type) ? [] : null) };
}

/** The whole state of a form: what is filled in, what was there from the start, and null for what is empty. */
export function stateOf(view: View): Fields {
  return formState(fieldLists(view.content.blocks), view.entries);
}

export function formState(blocks: readonly Fields[], entries: View["entries"]): Fields {
  const values: Record<string, Fields> = {};
  for (const block of blocks) {
    const name = textOf(block.block_id);
    const usable = elementsOf(block).filter(({ type }) => !withoutState.has(textOf(type)));
    if (usable.length === 0) continue;
    values[name] = Object.fromEntries(
      usable.map((element) => {
        const action = textOf(element.action_id);
        const entry = entries.get(name)?.get(action);
        // what was filled in outlives an update as long as the element is of the same kind
        return [action, entry?.type === element.type ? entry : initialEntry(element)];
      }),
    );
  }
  return values;
}

export const optionsOf = (element: Fields): readonly Fields[] => [
  ...fieldLists(element.options),
  ...fieldLists(element.option_groups).flatMap((group) => fieldLists(group.options)),
];

/** `offered`: what the app suggested for an external menu. */
export function entryFor(element: Fields, given: string | readonly string[], offered: readonly Fields[] = []): Fields {
  const type = textOf(element.type);
  const field = entryField(element);
  const wanted = typeof given === "string" ? [given] : given;
  if (!takesMany(type) && wanted.length > 1) throw new Error(`a ${type} takes one value, not ${wanted.length}`);
  const limit = element.max_selected_items;
  if (typeof limit === "number" && wanted.length > limit) throw new Error(`no more than ${limit} may be chosen`);
  const picked = /option/.test(field)
    ? wanted.filter((each) => each !== "").map((each) => optionNamed([...optionsOf(element), ...offered], each))
    : type === "datetimepicker"
      ? wanted.map(Number)
      : wanted;
  return { type, [field]: takesMany(type) ? picked : given === "" ? null : (picked[0] ?? null) };
}

function optionNamed(options: readonly Fields[], wanted: string): Fields {
  const found =
    options.find(({ value }) => value === wanted) ?? options.find(({ text }) => fieldsOf(text).text === wanted);
  if (found) return found;
  const labels = options.map(({ text, value }) => `${textOf(fieldsOf(text).text)} (${textOf(value)})`);
  throw new Error(`“${wanted}” is not offered; there is ${labels.join(", ") || "nothing"}`);
}

export const isFileGiven = (value: unknown): value is FileGiven =>
  isFields(value) && typeof value.name === "string" && value.content !== undefined;

export const filesGiven = (given: Given): readonly FileGiven[] =>
  (Array.isArray(given) ? listOf(given) : [given]).filter(isFileGiven);

export const textsGiven = (given: Given): string | readonly string[] => {
  if (typeof given === "string") return given;
  return listOf(given).filter((each): each is string => typeof each === "string");
};

/** What Slack itself refuses before it asks the app. */
export function complaint(element: Fields, entry: Fields, optional: boolean): string | undefined {
  if (isEmpty(element, entry)) return optional ? undefined : "Please complete this required field.";
  const value = textOf(entry.value);
  const { min_length, max_length, type } = element;
  const most = typeof max_length === "number" ? max_length : 3000;
  if (value.length > most) return `This field can’t be longer than ${most} characters.`;
  if (typeof min_length === "number" && value.length < min_length)
    return `This field must be at least ${min_length} characters.`;
  if (type === "number_input") {
    const number = Number(value);
    if (!Number.isFinite(number) || (element.is_decimal_allowed !== true && !Number.isInteger(number)))
      return "Please enter a number.";
    if (typeof element.min_value === "string" && number < Number(element.min_value)) return "The number is too small.";
    if (typeof element.max_value === "string" && number > Number(element.max_value)) return "The number is too large.";
  }
  if (type === "email_text_input" && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(value)) return "Please enter an email address.";
  if (type === "url_text_input" && !/^https?:\/\/\S+$/.test(value)) return "Please enter a URL.";
  return undefined;
}
