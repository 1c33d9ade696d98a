import {
  ApplicationCommandOptionType,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type CommandInteractionOption,
} from "discord.js";
import type { CommandLine } from "../../command-line.ts";
import { addressOf } from "./files.ts";
import { channelValue } from "./form.ts";

/** A command of Discord as a command line: its values as strings, a file as the address where it lies. */
export function commandLineOf(
  { commandName, options }: ChatInputCommandInteraction | AutocompleteInteraction,
  server: string,
): CommandLine {
  const path = [commandName];
  let given = options.data;
  for (let [first] = given; first && isGroup(first); [first] = given) {
    path.push(first.name);
    given = first.options ?? [];
  }
  const values = given.flatMap((each): [string, string][] => {
    const value = optionValue(each, server);
    return value === undefined ? [] : [[each.name, value]];
  });
  return { command: path.join(" "), options: Object.fromEntries(values) };
}

function isGroup({ type }: CommandInteractionOption): boolean {
  return type === ApplicationCommandOptionType.Subcommand || type === ApplicationCommandOptionType.SubcommandGroup;
}

function optionValue({ type, value, attachment }: CommandInteractionOption, server: string): string | undefined {
  if (type === ApplicationCommandOptionType.Attachment) return attachment && addressOf(attachment);
  if (value === undefined) return undefined;
  return type === ApplicationCommandOptionType.Channel ? channelValue(server, String(value)) : String(value);
}
