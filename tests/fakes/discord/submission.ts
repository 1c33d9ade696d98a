import { isSelect } from "./appearance.ts";
import { attach, entity, type Filling, type Given, isFile } from "./given.ts";
import { type Fields, fieldLists, fieldsOf, numberOf, textOf } from "./json.ts";
import type { Modal } from "./model.ts";

/** What is filled into one field of a modal. */
export type Filled = Given | readonly Given[];

const asList = (given: Filled | undefined): readonly Given[] =>
  given === undefined ? [] : Array.isArray(given) ? given : [given as Given];

/** The components of a modal as they come back, after the checks of the client. */
export function submission(modal: Modal, given: Readonly<Record<string, Filled>>, filling: Filling): readonly Fields[] {
  const used = new Set<string>();
  const take = (field: Fields, label: unknown): Filled | undefined => {
    const name = [textOf(field.custom_id), textOf(label)].find((each) => each in given);
    if (name === undefined) return undefined;
    used.add(name);
    return given[name];
  };
  const answer = (field: Fields, label: unknown): Fields => {
    const { id, type, custom_id } = field;
    return { id, type, custom_id, ...answerOf(field, take(field, label), filling) };
  };
  const components = modal.components.map((outer): Fields => {
    const { id, type } = outer;
    if (type === 1)
      return { id, type, components: fieldLists(outer.components).map((each) => answer(each, each.label)) };
    return type === 18 ? { id, type, component: answer(fieldsOf(outer.component), outer.label) } : { id, type };
  });
  const unknown = Object.keys(given).find((name) => !used.has(name));
  if (unknown !== undefined) throw new Error(`the modal "${modal.title}" has no field ${unknown}`);
  return components;
}

function answerOf(field: Fields, given: Filled | undefined, filling: Filling): Fields {
  if (field.type === 4) return { value: typedText(field, given) };
  return { values: isSelect(field) ? picked(field, asList(given), filling) : uploaded(field, asList(given), filling) };
}

function typedText(field: Fields, given: Filled | undefined): string {
  const value = given === undefined ? textOf(field.value) : String(given);
  const refuse = (why: string) => new Error(`Discord refuses field ${field.custom_id}: ${why}`);
  if (value.trim() === "") {
    if (field.required !== false) throw refuse("This field is required");
    return value;
  }
  if (field.style === 1 && value.includes("\n")) throw refuse("it is a single line");
  if (value.length < numberOf(field.min_length)) throw refuse(`at least ${field.min_length} characters`);
  if (value.length > numberOf(field.max_length, 4000))
    throw refuse(`at most ${numberOf(field.max_length, 4000)} characters`);
  return value;
}

function demandCount(field: Fields, count: number, max: number): void {
  const needed = field.required === false ? 0 : numberOf(field.min_values, 1);
  // what is not required may be left alone, but not half filled in
  const min = count === 0 ? needed : numberOf(field.min_values, 1);
  if (count < min || count > max) throw new Error(`Discord refuses field ${field.custom_id}: ${min} to ${max} of them`);
}

/** Values of a select, by what is shown or by what is sent. */
export function picked(field: Fields, given: readonly Given[], filling: Filling): readonly string[] {
  const options = fieldLists(field.options);
  const preset = options.filter((each) => each.default === true).map(({ value }) => textOf(value));
  const values = given.map((each) => {
    if (field.type !== 3) return entity(optionType(field), textOf(fieldsOf(each).id) || String(each), filling);
    const found = options.find(({ label, value }) => value === each || label === each);
    if (!found) throw new Error(`the select ${field.custom_id} has no ${each}`);
    return textOf(found.value);
  });
  const presetIds = fieldLists(field.default_values).map(({ id }) => entity(optionType(field), textOf(id), filling));
  const chosen = given.length > 0 ? values : [...preset, ...presetIds];
  demandCount(field, chosen.length, numberOf(field.max_values, 1));
  return chosen;
}

/** Selects are numbered otherwise than options. */
const optionType = ({ type }: Fields): number => ({ 5: 6, 6: 8, 7: 9, 8: 7 })[numberOf(type) as 5 | 6 | 7 | 8];

function uploaded(field: Fields, given: readonly Given[], filling: Filling): readonly string[] {
  demandCount(field, given.length, numberOf(field.max_values, 1));
  return given.map((each) => {
    if (!isFile(each)) throw new Error(`Discord refuses field ${field.custom_id}: it takes files`);
    return attach(each, filling);
  });
}
