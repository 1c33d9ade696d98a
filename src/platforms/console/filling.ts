import type { Field, Form } from "../../form.ts";
import { repeated } from "../../text.ts";
import type { Wording } from "../../wording/wording.ts";
import { literal } from "./render.ts";

/** A form that is filled in line by line: a terminal's way of showing one. */
export interface Filling {
  readonly form: Form;
  /** The field that is asked now. */
  readonly at: number;
  readonly values: Readonly<Record<string, string>>;
}

export function startFilling(form: Form): Filling {
  return { form, at: 0, values: form.given };
}

/** The question for the field that is next. */
export function askField({ form, at }: Filling, { console: words, labelled }: Wording): string {
  const field = form.fields[at];
  if (!field) return "";
  const choices = field.choices.map(({ label }, index) => `  ${index + 1}. ${literal(label)}`);
  const kept = field.value === undefined ? "" : words.enterKeeps(shown(field));
  const optional = field.value === undefined && !field.needed ? words.enterSkips : "";
  return [labelled(field.label, `${field.help} ${kept}${optional}`).trimEnd(), ...choices].join("\n");
}

const shown = (field: Field): string =>
  repeated(field.choices.find(({ value }) => value === field.value)?.label ?? field.value ?? "");

/** Takes a line for the field that was asked; with the last one the options are complete and the filling is over. */
export function fill(
  { form, at, values }: Filling,
  line: string,
  { console: words }: Wording,
): { readonly filling?: Filling; readonly problem?: string; readonly options: Readonly<Record<string, string>> } {
  const field = form.fields[at];
  if (!field) return { options: values };
  const typed = line.trim() === "" ? (field.value ?? "") : line.trim();
  const chosen = field.choices[Number(typed) - 1] ?? field.choices.find(({ label }) => label === typed);
  const value = field.choices.length > 0 ? (chosen?.value ?? typed) : typed;
  const known = field.choices.length === 0 || value === "" || field.choices.some((each) => each.value === value);
  const problem = !known ? words.notAChoice(repeated(typed)) : value === "" && field.needed ? words.needed : undefined;
  if (problem !== undefined) return { filling: { form, at, values }, problem, options: values };
  const options = value === "" ? values : { ...values, [field.name]: value };
  return at + 1 < form.fields.length ? { filling: { form, at: at + 1, values: options }, options } : { options };
}
