import {
  type Discord,
  entriesOf,
  type Filled,
  type Interaction,
  type Modal,
  type Person,
} from "../fakes/discord/index.ts";
import { fieldsOf, textOf } from "../fakes/discord/json.ts";
import type { Field, Form, Option, Upload } from "./screen.ts";

/** A form before somebody, and what was wrong when they sent it. */
export interface Open {
  readonly interaction: Interaction;
  readonly modal: Modal;
  trouble: string;
}

/** Sends a form; what Discord's client itself refuses is told in the form, and undefined is given. */
export function sendForm(
  person: Person,
  open: Open,
  values: Readonly<Record<string, string | Upload>>,
): Interaction | undefined {
  const fields = new Map(entriesOf(open.modal).map((each) => [each.customId, each]));
  const filled: Record<string, Filled> = {};
  for (const [name, value] of Object.entries(values))
    if (fields.get(name)?.kind === "text") filled[name] = value;
    else if (value !== "") filled[name] = isChannel(open.modal, name) ? { id: String(value) } : value;
  try {
    return person.submit(open.interaction, filled);
  } catch (error) {
    open.trouble = error instanceof Error ? error.message : String(error);
    return undefined;
  }
}

const componentsOf = (modal: Modal) =>
  modal.components.map((outer) => ({ outer, inner: fieldsOf(outer.component ?? [outer.components].flat()[0]) }));

const isChannel = (modal: Modal, name: string): boolean =>
  componentsOf(modal).some(({ inner }) => inner.custom_id === name && inner.type === 8);

export function formOf(discord: Discord, { interaction, modal, trouble }: Open): Form {
  const fields = componentsOf(modal).map(({ outer, inner }): Field => {
    const label = textOf(outer.label) || textOf(inner.label);
    const entry = entriesOf(modal).find(({ customId }) => customId === inner.custom_id);
    const common = { id: textOf(inner.custom_id), label, help: textOf(outer.description), error: "" };
    if (!entry) return { ...common, label: textOf(outer.content), kind: "note", needed: false, value: "", options: [] };
    const preset = [inner.options, inner.default_values]
      .flat()
      .map(fieldsOf)
      .find((each) => each.default || each.type);
    const channels: readonly Option[] = discord.channels().map(({ id, name }) => ({ label: `#${name}`, value: id }));
    return {
      ...common,
      kind: entry.kind === "file" ? "file" : entry.kind === "select" ? "menu" : inner.style === 2 ? "long" : "line",
      needed: entry.required,
      value: entry.value || textOf(preset?.value) || textOf(preset?.id),
      options: inner.type === 8 ? channels : entry.options,
    };
  });
  return { id: interaction.id, title: modal.title, submit: "Submit", cancel: "Cancel", fields, trouble };
}
