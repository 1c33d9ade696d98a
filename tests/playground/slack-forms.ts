import { stateOf } from "../fakes/slack/entries.ts";
import type { Delivery, Person, Slack, View } from "../fakes/slack/index.ts";
import { type Fields, fieldLists, fieldsOf, listOf, textOf } from "../fakes/slack/json.ts";
import type { Field, Form, Option, Upload } from "./screen.ts";
import { plainOf, slackOptions } from "./slack-parts.ts";

export type Forms = ReturnType<typeof createForms>;

/** Waits until something came of it. */
type Seen = (person: Person, delivery: Delivery) => Promise<void>;

/** The modals, with what was said about them last. */
export function createForms(slack: Slack, seen: Seen) {
  const told = new Map<string, { readonly errors: Readonly<Record<string, string>>; readonly trouble: string }>();
  return {
    before(person: Person, id: string): View {
      const view = person.screen();
      if (view?.id !== id) throw new Error("this form is no longer open");
      return view;
    },
    async submit(person: Person, view: View, values: Readonly<Record<string, string | Upload>>): Promise<void> {
      const { errors = {}, trouble = "", closed, delivery } = await person.submit(view, values);
      told.set(view.id, { errors, trouble });
      if (closed && delivery) await seen(person, delivery);
    },
    draw(view: View): Form {
      const { errors = {}, trouble = "" } = told.get(view.id) ?? {};
      return {
        id: view.id,
        title: plainOf(view.content.title),
        submit: plainOf(view.content.submit),
        cancel: plainOf(view.content.close) || "Cancel",
        trouble,
        fields: fieldLists(view.content.blocks).map((block) => fieldOf(slack, view, block, errors)),
      };
    },
  };
}

function fieldOf(slack: Slack, view: View, block: Fields, errors: Readonly<Record<string, string>>): Field {
  const element = fieldsOf(block.element);
  const id = textOf(block.block_id);
  const entry = fieldsOf(fieldsOf(stateOf(view)[id])[textOf(element.action_id)]);
  const value = textOf(entry.value) || textOf(fieldsOf(entry.selected_option).value) || textOf(entry.selected_channel);
  const chosen = fieldsOf(entry.selected_option);
  const own: readonly Option[] = textOf(chosen.value) ? [{ label: plainOf(chosen.text), value }] : [];
  const common = { id, help: plainOf(block.hint), value, error: errors[id] ?? "", needed: block.optional !== true };
  const label = plainOf(block.label);
  switch (element.type) {
    case undefined:
      return { ...common, label: plainOf(block.text), kind: "note", needed: false, options: [] };
    case "plain_text_input":
      return { ...common, label, kind: element.multiline === true ? "long" : "line", options: [] };
    case "file_input":
      return { ...common, label, kind: "file", value: fileNames(entry.files), options: [] };
    case "external_select":
      return { ...common, label, kind: "search", options: own };
    case "channels_select":
    case "conversations_select": {
      const open = slack.channels().filter(({ kind }) => kind !== "direct");
      return {
        ...common,
        label,
        kind: "menu",
        options: open.map(({ id: value, name }) => ({ label: `#${name}`, value })),
      };
    }
    default:
      return { ...common, label, kind: "menu", options: slackOptions(element) };
  }
}

const fileNames = (files: unknown): string =>
  listOf(files)
    .map((each) => textOf(fieldsOf(each).name))
    .join(", ");
