import {
  type APIChannelSelectComponent,
  type APIFileUploadComponent,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APIStringSelectComponent,
  type APITextInputComponent,
  ChannelType,
  ComponentType,
  type ModalSubmitInteraction,
  SelectMenuDefaultValueType,
  TextInputStyle,
} from "discord.js";
import type { Field, Form } from "../../form.ts";
import type { Desk } from "../platform.ts";
import { packNumbered } from "./components.ts";
import { addressOf, isUpload } from "./files.ts";
import { cut, limits, wholeCharacters } from "./limits.ts";

/** Channels that messages can be posted in. */
export const textChannels = [ChannelType.GuildText, ChannelType.GuildAnnouncement] as const;

/** How a channel of Discord stands in an option. */
export const channelValue = (server: string, channel: string): string => `channel:discord:${server}:${channel}`;

/** Draws a form. What it does not ask, and a file that was given already, travel with it. */
export async function drawForm(
  form: Form,
  { desk, apiUrl }: { readonly desk: Pick<Desk, "park">; readonly apiUrl: string },
): Promise<APIModalInteractionResponseCallbackData> {
  const fields = fieldsShown(form.fields);
  const uploaded = ({ kind, value }: Field): boolean =>
    (kind === "file" || kind === "document") && value !== undefined && isUpload(value, apiUrl);
  const carried = form.fields.filter((field) => uploaded(field) || !fields.includes(field));
  const options = {
    ...form.given,
    ...Object.fromEntries(carried.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]]))),
  };
  return {
    custom_id: await packNumbered({ label: form.title, command: form.command, options }, 0, desk),
    title: cut(form.title, limits.modalTitle),
    components: fields.map((field) => labelled(field, field.needed && !uploaded(field))),
  };
}

/** The fields for which there is room, in their order: what is needed, then what was typed, which may want mending. */
function fieldsShown(fields: readonly Field[]): readonly Field[] {
  const weight = ({ needed, value }: Field): number => (needed ? 2 : 0) + (value === undefined ? 0 : 1);
  const shown = fields.toSorted((one, other) => weight(other) - weight(one)).slice(0, limits.modalFields);
  return fields.filter((field) => shown.includes(field));
}

function labelled(field: Field, required: boolean): APILabelComponent {
  const help = field.help.trim();
  return {
    type: ComponentType.Label,
    label: cut(field.label.trim() || field.name, limits.fieldLabel),
    ...(help === "" ? {} : { description: cut(help, limits.fieldHelp) }),
    component: inputFor(field, required),
  };
}

function inputFor(field: Field, required: boolean): APILabelComponent["component"] {
  const { kind, choices } = field;
  if (kind === "file" || kind === "document") return upload(field, required);
  if (kind === "channel") return channelMenu(field, required);
  const fits = choices.every(({ value }) => value.length > 0 && value.length <= limits.choiceValue);
  if (fits && choices.length > 0 && choices.length <= limits.choices) return menu(field, required);
  return input(field, required);
}

/** A menu or an upload that may be left empty says so twice: not required, and none is enough. */
const amount = (required: boolean) => ({ min_values: required ? 1 : 0, max_values: 1, required });

const upload = ({ name }: Field, required: boolean): APIFileUploadComponent => ({
  type: ComponentType.FileUpload,
  custom_id: name,
  ...amount(required),
});

function channelMenu({ name, value }: Field, required: boolean): APIChannelSelectComponent {
  const [, , , id] = value?.split(":") ?? [];
  return {
    type: ComponentType.ChannelSelect,
    custom_id: name,
    channel_types: [...textChannels],
    ...amount(required),
    ...(id === undefined || !/^\d{1,20}$/.test(id)
      ? {}
      : { default_values: [{ id, type: SelectMenuDefaultValueType.Channel }] }),
  };
}

const menu = ({ name, choices, value }: Field, required: boolean): APIStringSelectComponent => ({
  type: ComponentType.StringSelect,
  custom_id: name,
  ...amount(required),
  options: choices.map((choice) => ({
    label: cut(choice.label.trim() || choice.value, limits.optionLabel),
    value: choice.value,
    ...(choice.value === value ? { default: true } : {}),
  })),
});

function input({ name, kind, value }: Field, required: boolean): APITextInputComponent {
  const long = kind === "long" || value?.includes("\n");
  return {
    type: ComponentType.TextInput,
    custom_id: name,
    style: long ? TextInputStyle.Paragraph : TextInputStyle.Short,
    required,
    max_length: limits.fieldValue,
    ...(value ? { value: wholeCharacters(value.slice(0, limits.fieldValue)) } : {}),
  };
}

/** What was filled into a form; fields that were left empty are missing. */
export function filledIn(interaction: ModalSubmitInteraction, server: string): Readonly<Record<string, string>> {
  const filled: Record<string, string> = {};
  for (const each of interaction.components) {
    if (!("component" in each)) continue;
    const field = each.component;
    const value = filledValue(field, server);
    if (value !== undefined && value.trim() !== "") filled[field.customId] = value;
  }
  return filled;
}

type Filled = Extract<ModalSubmitInteraction["components"][number], { component: unknown }>["component"];

function filledValue(field: Filled, server: string): string | undefined {
  switch (field.type) {
    case ComponentType.TextInput:
      return field.value;
    case ComponentType.FileUpload: {
      const file = field.attachments?.first();
      return file && addressOf(file);
    }
    case ComponentType.ChannelSelect:
      return field.values[0] === undefined ? undefined : channelValue(server, field.values[0]);
    case ComponentType.StringSelect:
      return field.values[0];
    default:
      return undefined;
  }
}
