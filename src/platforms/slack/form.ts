import type { types, ViewOutput } from "@slack/bolt";
import { documentKinds } from "../../document.ts";
import type { Field, Form } from "../../form.ts";
import type { Language } from "../../text.ts";
import { type Desk, packButton, unpackButton } from "../platform.ts";
import { cut, limits } from "./limits.ts";
import type { ReturnTo } from "./return-to.ts";
import { literalLine } from "./rich-text.ts";

/** What a form carries from its opening to its sending. */
export interface Carried {
  /** Its command and the options that are not asked in it, as a button carries them. */
  readonly packed: string;
  readonly language: Language;
  readonly returnTo: ReturnTo;
}

/** Leaves room for the addresses that a form carries too. */
const packedRoom = 1500;

export async function carriedBy(
  { command, given }: Form,
  rest: Omit<Carried, "packed">,
  desk: Pick<Desk, "park">,
): Promise<string> {
  const packed = await packButton({ label: "", command, options: given }, packedRoom, desk);
  return JSON.stringify({ packed, ...rest } satisfies Carried);
}

/** The command of a form that is sent, with what it carried; undefined when that is forgotten. */
export async function readCarried(metadata: string, desk: Pick<Desk, "parked">) {
  const { packed, ...rest } = JSON.parse(metadata) as Carried;
  const button = await unpackButton(packed, desk);
  return { ...rest, button };
}

export const formCallback = "form";

const plain = (text: string, length: number): types.PlainTextElement => ({
  type: "plain_text",
  text: cut(literalLine(text), length),
  emoji: false,
});

/** Draws a form; each field's block and element are named after its option. */
export function drawForm(form: Form, carried: string, team: string): types.ModalView {
  const fields = form.fields.map((each) => drawField(each, team));
  return {
    type: "modal",
    callback_id: formCallback,
    private_metadata: carried,
    title: plain(form.title, limits.modalTitle),
    submit: plain(form.submit, limits.modalButton),
    close: plain(form.cancel, limits.modalButton),
    blocks: [{ type: "section", text: plain(form.about, limits.text) }, ...fields],
  };
}

function drawField(field: Field, team: string): types.InputBlock {
  return {
    type: "input",
    block_id: field.name,
    label: plain(field.label, limits.fieldLabel),
    ...(field.help.trim() ? { hint: plain(field.help, limits.fieldHelp) } : {}),
    optional: !field.needed,
    element: elementOf(field, team),
  };
}

function elementOf(
  { name: action_id, kind, choices, suggests, value }: Field,
  team: string,
): types.InputBlock["element"] {
  const option = (label: string, chosen: string): types.PlainTextOption => ({
    text: plain(label, limits.optionLabel),
    value: chosen,
  });
  switch (kind) {
    case "choice":
    case "yes-no": {
      const options = choices.map((each) => option(each.label, each.value));
      const initial = options.find((each) => each.value === value);
      return { type: "static_select", action_id, options, ...(initial ? { initial_option: initial } : {}) };
    }
    case "file":
      return { type: "file_input", action_id, filetypes: ["csv", "txt"], max_files: 1 };
    case "document":
      return { type: "file_input", action_id, filetypes: [...documentKinds], max_files: 1 };
    case "channel": {
      const [, channel] = value?.match(/^channel:slack:[^:]+:(\w+)$/) ?? [];
      const ours = value?.startsWith(`channel:slack:${team}:`) ? channel : undefined;
      return { type: "channels_select", action_id, ...(ours ? { initial_channel: ours } : {}) };
    }
    case "line":
    case "long":
      // what is longer than a choice may be cannot be chosen, only typed
      if (suggests && kind === "line" && (value ?? "").length <= limits.optionValue)
        return {
          type: "external_select",
          action_id,
          min_query_length: 0,
          ...(value?.trim() ? { initial_option: option(value, value) } : {}),
        };
      return {
        type: "plain_text_input",
        action_id,
        multiline: kind === "long",
        ...(value ? { initial_value: value.slice(0, limits.fieldValue) } : {}),
      };
  }
}

/** What was filled in, and the ids of uploaded files, by option. */
export function readForm(
  values: ViewOutput["state"]["values"],
  team: string,
): { readonly options: Readonly<Record<string, string>>; readonly files: NonNullable<ReturnTo["files"]> } {
  const options: Record<string, string> = {};
  const files: { option: string; id: string }[] = [];
  for (const [name, elements] of Object.entries(values)) {
    const filled = elements[name];
    const channel = filled?.selected_channel;
    const text = filled?.value ?? filled?.selected_option?.value ?? (channel && `channel:slack:${team}:${channel}`);
    if (text?.trim()) options[name] = text;
    const [file] = filled?.files ?? [];
    if (file) files.push({ option: name, id: file.id });
  }
  return { options, files };
}
