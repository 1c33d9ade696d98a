import { command as commandShape, commandsTogether } from "../check/commands.ts";
import { demand, list, problem, refuse } from "../check/shape.ts";
import type { Core } from "../core.ts";
import { type Fields, fieldsOf, textOf } from "../json.ts";
import type { RegisteredCommand } from "../model.ts";
import { command } from "../payloads.ts";
import { missingAccess, unknownCommand } from "../refusal.ts";
import type { World } from "../world.ts";
import { type Answer, type Call, done, object, ok, type Route } from "./route.ts";

type Scope = string | undefined;

/** The same routes for the commands of everywhere, and for those of one guild. */
const scopes = [
  { base: "/applications/{application_id}/commands", scopeOf: (): Scope => undefined },
  {
    base: "/applications/{application_id}/guilds/{guild_id}/commands",
    scopeOf: (call: Call): Scope => call.param("guild_id"),
  },
];

export const commands: readonly Route[] = scopes.flatMap(({ base, scopeOf }): readonly Route[] => {
  const handle = (act: (core: Core, call: Call, scope: Scope) => Answer) => (core: Core, call: Call) => {
    const scope = scopeOf(call);
    if (call.param("application_id") !== core.world.application.id) throw missingAccess();
    if (scope !== undefined && scope !== core.world.guild.id) throw missingAccess();
    return act(core, call, scope);
  };
  const one = `${base}/{command_id}`;
  return [
    { method: "GET", path: base, auth: "bot", takes: "nothing", query: ["with_localizations"], handle: handle(all) },
    { method: "PUT", path: base, auth: "bot", takes: "json", handle: handle(overwrite) },
    { method: "POST", path: base, auth: "bot", takes: "json", handle: handle(create) },
    { method: "GET", path: one, auth: "bot", takes: "nothing", handle: handle(read) },
    { method: "PATCH", path: one, auth: "bot", takes: "json", handle: handle(change) },
    { method: "DELETE", path: one, auth: "bot", takes: "nothing", handle: handle(remove) },
  ];
});

const within = (world: World, scope: Scope) => world.commands.filter(({ guild }) => guild === scope);

const key = (body: Fields) => `${body.type ?? 1} ${textOf(body.name)}`;

function all({ world }: Core, { query }: Call, scope: Scope): Answer {
  const localised = query.get("with_localizations") === "true";
  return ok(within(world, scope).map((each) => command(world, each, localised)));
}

/** A command keeps its id as long as it keeps its name. */
function stored(world: World, scope: Scope, body: Fields, id?: string): RegisteredCommand {
  const { id: _, ...rest } = body;
  const before = within(world, scope).find((each) => (id ? each.id === id : key(each.body) === key(body)));
  return { id: before?.id ?? world.id(), version: world.id(), guild: scope, body: rest };
}

function keep(core: Core, scope: Scope, own: readonly RegisteredCommand[]): void {
  refuse(commandsTogether(own.map(({ body }) => body)));
  core.world.commands = [...core.world.commands.filter(({ guild }) => guild !== scope), ...own];
  core.hub.changed();
}

function overwrite(core: Core, { body }: Call, scope: Scope): Answer {
  demand(list(commandShape), body);
  const bodies = Array.isArray(body) ? body.map(fieldsOf) : [];
  refuse(commandsTogether(bodies));
  keep(
    core,
    scope,
    bodies.map((each) => stored(core.world, scope, each)),
  );
  return ok(within(core.world, scope).map((each) => command(core.world, each)));
}

function create(core: Core, { body }: Call, scope: Scope): Answer {
  demand(commandShape, body);
  const made = stored(core.world, scope, object(body));
  const others = within(core.world, scope).filter(({ id }) => id !== made.id);
  const isNew = others.length === within(core.world, scope).length;
  keep(core, scope, [...others, made]);
  return { status: isNew ? 201 : 200, body: command(core.world, made) };
}

function find(world: World, { param }: Call, scope: Scope): RegisteredCommand {
  const found = within(world, scope).find(({ id }) => id === param("command_id"));
  if (!found) throw unknownCommand();
  return found;
}

function read({ world }: Core, call: Call, scope: Scope): Answer {
  return ok(command(world, find(world, call, scope)));
}

function change(core: Core, call: Call, scope: Scope): Answer {
  const before = find(core.world, call, scope);
  const given = object(call.body);
  if ("type" in given) refuse(problem(["type"], "UNKNOWN_FIELD", "The type of a command cannot be changed."));
  const body = { ...before.body, ...given };
  demand(commandShape, body);
  const after = stored(core.world, scope, body, before.id);
  keep(
    core,
    scope,
    within(core.world, scope).map((each) => (each.id === before.id ? after : each)),
  );
  return ok(command(core.world, after));
}

function remove(core: Core, call: Call, scope: Scope): Answer {
  const { id } = find(core.world, call, scope);
  keep(
    core,
    scope,
    within(core.world, scope).filter((each) => each.id !== id),
  );
  return done;
}
