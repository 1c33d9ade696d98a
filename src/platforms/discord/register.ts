import { isDeepStrictEqual } from "node:util";
import { Routes } from "discord.js";
import type { AnyCommand } from "../../command.ts";
import type { DiscordConfig } from "../../config.ts";
import type { Log } from "../../log.ts";
import { applicationCommands, type Definition } from "./commands.ts";
import { limits } from "./limits.ts";
import { hasCode, notInServer } from "./trouble.ts";
import { openWire, type Wire } from "./wire.ts";

/** What registering would do to the commands that the server has. */
export interface Differences {
  readonly added: readonly string[];
  /** With what changes in each: "description", "option use: choices". */
  readonly changed: readonly { readonly name: string; readonly parts: readonly string[] }[];
  /** Commands that Mishu no longer has. */
  readonly removed: readonly string[];
}

export const noDifference = ({ added, changed, removed }: Differences): boolean =>
  added.length + changed.length + removed.length === 0;

/** Compares the commands with those of the server. Throws a PlatformError for what a person has to mend. */
export async function registrationDifferences(
  config: DiscordConfig,
  commands: readonly AnyCommand[],
  log: Log,
): Promise<Differences> {
  return onServer(config, log, async (wire, application) => {
    const registered = await wire.ask<readonly unknown[]>((rest) =>
      rest.get(Routes.applicationGuildCommands(application, config.server), {
        query: new URLSearchParams({ with_localizations: "true" }),
      }),
    );
    return compareCommands(applicationCommands(commands), registered);
  });
}

/** Puts the commands on the server, in place of those that it has. Throws as registrationDifferences does. */
export async function registerCommands(
  config: DiscordConfig,
  commands: readonly AnyCommand[],
  log: Log,
): Promise<void> {
  await onServer(config, log, (wire, application) =>
    wire.ask((rest) =>
      rest.put(Routes.applicationGuildCommands(application, config.server), { body: applicationCommands(commands) }),
    ),
  );
}

async function onServer<Result>(
  config: DiscordConfig,
  log: Log,
  work: (wire: Wire, application: string) => Promise<Result>,
): Promise<Result> {
  const wire = openWire(config, log);
  try {
    const { id } = await wire.ask<{ id: string }>((rest) => rest.get(Routes.currentApplication()));
    try {
      return await work(wire, id);
    } catch (error) {
      throw hasCode(error, 10004, 50001) ? notInServer(id) : error;
    }
  } finally {
    wire.close();
  }
}

/** What is different between the commands as they should be and as Discord tells them. */
export function compareCommands(wanted: readonly Definition[], registered: readonly unknown[]): Differences {
  const before = new Map(registered.map((each) => normal(each)).map((each) => [each.name, each]));
  const after = new Map(wanted.map((each) => normal(each)).map((each) => [each.name, each]));
  return {
    added: [...after.keys()].filter((name) => !before.has(name)),
    changed: [...after].flatMap(([name, command]) => {
      const old = before.get(name);
      const parts = old ? [...new Set(changedParts(old, command))] : [];
      return parts.length > 0 ? [{ name, parts }] : [];
    }),
    removed: [...before.keys()].filter((name) => !after.has(name)),
  };
}

/** A command, subcommand, option or choice, with only what Mishu says of it; what it leaves out is Discord's usual. */
interface Part {
  readonly name: string;
  readonly facets: Readonly<Record<string, unknown>>;
  readonly options: readonly Part[];
}

type Told = Readonly<Record<string, unknown>>;

function normal(told: unknown): Part {
  const given = told as Told;
  const list = (value: unknown): readonly Told[] => (Array.isArray(value) ? value : []);
  return {
    name: String(given.name),
    facets: {
      type: given.type ?? 1,
      "name in Chinese": given.name_localizations ?? {},
      description: given.description ?? "",
      "description in Chinese": given.description_localizations ?? {},
      required: given.required === true,
      suggestions: given.autocomplete === true,
      "longest text": given.max_length ?? limits.optionValue,
      "shortest text": given.min_length ?? null,
      channels: list(given.channel_types).toSorted(),
      choices: list(given.choices).map((each) => [each.name, each.name_localizations ?? {}, each.value]),
    },
    options: list(given.options).map(normal),
  };
}

function changedParts(old: Part, now: Part): readonly string[] {
  const facets = Object.keys(now.facets).filter((name) => !isDeepStrictEqual(old.facets[name], now.facets[name]));
  const names = (part: Part) => part.options.map(({ name }) => name);
  const inside = now.options.flatMap((option) => {
    const was = old.options.find(({ name }) => name === option.name);
    if (!was) return [`option ${option.name}: new`];
    return changedParts(was, option).map((part) => `option ${option.name}: ${part}`);
  });
  const gone = names(old).filter((name) => !names(now).includes(name));
  const kept = names(now).filter((name) => names(old).includes(name));
  const reordered = !isDeepStrictEqual(
    kept,
    names(old).filter((name) => kept.includes(name)),
  );
  return [
    ...facets,
    ...inside,
    ...gone.map((name) => `option ${name}: gone`),
    ...(reordered ? ["order of the options"] : []),
  ];
}
