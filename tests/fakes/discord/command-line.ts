import { type Filling, type Given, valueFor } from "./given.ts";
import { type Fields, fieldLists, fieldsOf, isFields, listOf, numberOf, textOf } from "./json.ts";
import type { Channel, Member, RegisteredCommand } from "./model.ts";
import { administrator, permissionsOf, type World } from "./world.ts";

/** A slash command as somebody types it. */
export interface Typed {
  readonly command: RegisteredCommand;
  /** Subcommand group and subcommand, outermost first. */
  readonly path: readonly Fields[];
  /** What the command itself, or its subcommand, takes. */
  readonly options: readonly Fields[];
}

/** The commands that the client offers somebody in a channel. */
export function offered(world: World, person: Member, channel: Channel): readonly RegisteredCommand[] {
  return world.commands.filter(({ guild, body }) => {
    if (numberOf(body.type, 1) !== 1) return false;
    if (channel.kind === "dm")
      return guild === undefined && (isList(body.contexts) ? body.contexts.includes(1) : body.dm_permission !== false);
    return (!isList(body.contexts) || body.contexts.includes(0)) && mayUse(world, person, body);
  });
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

function mayUse(world: World, person: Member, { default_member_permissions: needed }: Fields): boolean {
  const own = permissionsOf(world, person);
  if (typeof needed !== "string" || own & administrator) return true;
  return needed !== "0" && (own & BigInt(needed)) === BigInt(needed);
}

/** "roster import", in the names of the person's own language or in the first names. */
export function typed(world: World, person: Member, channel: Channel, line: string): Typed {
  const [first = "", ...rest] = line.replace(/^\//, "").trim().split(/\s+/);
  const goesBy = (body: Fields, name: string) =>
    [body.name, fieldsOf(body.name_localizations)[person.locale]].includes(name);
  const command = offered(world, person, channel).find(({ body }) => goesBy(body, first));
  if (!command) throw new Error(`Discord does not offer /${first} to ${person.username} here`);
  const path: Fields[] = [];
  let options = fieldLists(command.body.options);
  for (const name of rest) {
    const next = options.find((each) => numberOf(each.type) <= 2 && goesBy(each, name));
    if (!next) throw new Error(`Discord knows no /${line}`);
    path.push(next);
    options = fieldLists(next.options);
  }
  if (options.some(({ type }) => numberOf(type) <= 2)) throw new Error(`/${line} needs a subcommand`);
  return { command, path, options };
}

/** What is sent of the options; for autocomplete what was typed so far, unchecked. */
export function filled(
  { command, path, options }: Typed,
  given: Readonly<Record<string, Given>>,
  filling: Filling,
  focused?: string,
): Fields {
  const { locale } = filling.person;
  const named = (name: string) =>
    options.find((each) => [each.name, fieldsOf(each.name_localizations)[locale]].includes(name));
  const unknown = Object.keys(given).find((name) => !named(name));
  if (unknown !== undefined) throw new Error(`/${textOf(command.body.name)} has no option ${unknown}`);
  const values = new Map(Object.entries(given).map(([name, value]) => [named(name), value]));
  const missing = options.find((each) => each.required === true && !values.has(each));
  if (missing && focused === undefined) throw new Error(`Discord refuses: option ${missing.name} is required`);
  const sent = [...values].flatMap(([option, value]): Fields[] => {
    if (!option) return [];
    const { name, type } = option;
    if (focused === undefined) return [{ name, type, value: valueFor(option, value, filling) }];
    const raw = isFields(value) ? textOf(value.id) : value;
    return [{ name, type, value: raw, ...(named(focused) === option ? { focused: true } : {}) }];
  });
  return {
    id: command.id,
    name: textOf(command.body.name),
    type: 1,
    ...(command.guild === undefined ? {} : { guild_id: command.guild }),
    ...nested(path, sent),
  };
}

function nested(path: readonly Fields[], sent: readonly Fields[]): Fields {
  const [outer, ...inner] = path;
  if (outer) return { options: [{ name: outer.name, type: outer.type, ...nested(inner, sent) }] };
  return listOf(sent).length > 0 ? { options: sent } : {};
}
