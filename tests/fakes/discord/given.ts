import { type Fields, fieldLists, fieldsOf, isFields, numberOf, textOf } from "./json.ts";
import type { File, Member } from "./model.ts";
import * as payloads from "./payloads.ts";
import { interactingMember } from "./payloads.ts";
import { keepFile, maySee, type World } from "./world.ts";

/** What a person may fill in: words, numbers, yes or no, a file, or another person or a channel by its id. */
export type Given = string | number | boolean | File | { readonly id: string };

/** Things that an interaction names by their ids, told in full beside it. */
export interface Resolved {
  readonly users: Record<string, unknown>;
  readonly members: Record<string, unknown>;
  readonly channels: Record<string, unknown>;
  readonly roles: Record<string, unknown>;
  readonly attachments: Record<string, unknown>;
}

export const nothingResolved = (): Resolved => ({ users: {}, members: {}, channels: {}, roles: {}, attachments: {} });

/** Only what there is: Discord sends no empty lists here. */
export function resolvedFields(resolved: Resolved): Fields {
  const filled = Object.entries(resolved).filter(([, each]) => Object.keys(each).length > 0);
  return filled.length > 0 ? { resolved: Object.fromEntries(filled) } : {};
}

export interface Filling {
  readonly world: World;
  readonly person: Member;
  readonly channel: string;
  readonly resolved: Resolved;
}

const idOf = (given: Given): string => (typeof given === "object" && "id" in given ? given.id : String(given));

export const isFile = (given: unknown): given is File =>
  isFields(given) && typeof given.name === "string" && "content" in given;

/** The value that the client sends for an option; it refuses what the option does not take. */
export function valueFor(option: Fields, given: Given, filling: Filling): string | number | boolean {
  const name = textOf(option.name);
  const refuse = (why: string) => new Error(`Discord refuses option ${name}: ${why}`);
  switch (option.type) {
    case 3:
      if (typeof given !== "string" || given === "") throw refuse("it takes words");
      return chosen(option, given, filling.person.locale) ?? within(option, given, given.length, "length", refuse);
    case 4:
    case 10: {
      const picked = chosen(option, given, filling.person.locale);
      if (picked !== undefined) return picked;
      const value = Number(given);
      if (!Number.isFinite(value) || (option.type === 4 && !Number.isInteger(value))) throw refuse("it takes a number");
      return within(option, value, value, "value", refuse);
    }
    case 5:
      if (typeof given !== "boolean") throw refuse("it takes true or false");
      return given;
    case 11:
      if (!isFile(given)) throw refuse("it takes a file");
      return attach(given, filling);
    default:
      return entity(numberOf(option.type), idOf(given), filling);
  }
}

function within<T>(option: Fields, value: T, size: number, of: string, refuse: (why: string) => Error): T {
  const max = numberOf(option[`max_${of}`], of === "length" ? 6000 : Number.POSITIVE_INFINITY);
  if (size < numberOf(option[`min_${of}`], Number.NEGATIVE_INFINITY)) throw refuse(`its ${of} is below the least`);
  if (size > max) throw refuse(`its ${of} is above ${max}`);
  return value;
}

/** A choice by its name in the person's language, or by its value; undefined when the option has none. */
function chosen(option: Fields, given: Given, locale: string): string | number | undefined {
  const choices = fieldLists(option.choices);
  if (choices.length === 0) return undefined;
  const found = choices.find((each) =>
    [each.name, fieldsOf(each.name_localizations)[locale], each.value].includes(given),
  );
  if (!found) throw new Error(`Discord refuses option ${option.name}: ${given} is not a choice`);
  return typeof found.value === "number" ? found.value : textOf(found.value);
}

export function attach(file: File, { world, channel, resolved }: Filling): string {
  const kept = keepFile(world, channel, file);
  resolved.attachments[kept.id] = payloads.attachment(kept, true);
  return kept.id;
}

/** Users (6; as a select 5), channels (7; 8), roles (8; 6), users and roles (9; 7) — numbered as options are. */
export function entity(type: number, id: string, { world, person, resolved }: Filling): string {
  const someone = world.members.get(id);
  const place = world.channels.get(id);
  if ((type === 6 || type === 9) && (someone || id === world.application.id)) {
    resolved.users[id] = payloads.userById(world, id);
    const { user: _, ...rest } = someone ? interactingMember(world, someone) : payloads.member(world, id);
    resolved.members[id] = rest;
    return id;
  }
  if (type === 7 && place?.kind === "text" && maySee(person, place)) {
    const { id: own, name, type: kind } = { name: "", ...payloads.channel(world, place) };
    resolved.channels[id] = { id: own, name, type: kind, permissions: "0" };
    return id;
  }
  if ((type === 8 || type === 9) && id === world.guild.id) {
    resolved.roles[id] = payloads.everyone(world);
    return id;
  }
  throw new Error(`Discord refuses ${id}: no such thing to choose`);
}
