import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOptionChoice,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from "discord.js";
import type { AnyCommand, ChineseName } from "../../command.ts";
import { choiceLabel, type OptionShape, optionsOf } from "../../options.ts";
import type { Text } from "../../text.ts";
import { wordingFor } from "../../wording/wording.ts";
import { textChannels } from "./form.ts";
import { cut, limits } from "./limits.ts";
import { chineseLocales } from "./locale.ts";

export type Slash = RESTPostAPIChatInputApplicationCommandsJSONBody;
export type Definition = Slash | RESTPostAPIContextMenuApplicationCommandsJSONBody;

/**
 * The commands as Discord knows them, named in English and in both Chinese scripts. They are commands of one server:
 * Discord does not show those in direct messages, where plain text does. No option is required: whoever leaves out
 * what is needed gets the form.
 */
export function applicationCommands(commands: readonly AnyCommand[]): readonly Definition[] {
  const single = commands.filter(({ group }) => !group);
  const groups = [...new Map(commands.flatMap(({ group }) => (group ? [[group.path, group]] : []))).values()];
  return [
    ...single.map((command) => definition(command.path, command, optionsFor(command))),
    ...groups.map((group) => {
      const members = commands.filter((each) => each.group?.path === group.path);
      return definition(group.path, group, members.map(subcommand));
    }),
    ...commands.flatMap(({ fromMessage }) => (fromMessage ? [messageMenu(fromMessage.name)] : [])),
  ];
}

/** An entry in the menu of a message: it has a name, and nothing else. */
const messageMenu = ({ en, ...chinese }: Text): Definition => ({
  type: ApplicationCommandType.Message,
  name: en,
  name_localizations: inChinese(chinese),
});

type Named = { readonly names: ChineseName; readonly summary: Text };

const definition = (name: string, named: Named, options: NonNullable<Slash["options"]>): Slash => ({
  type: ApplicationCommandType.ChatInput,
  ...heading(name, named.names, named.summary),
  ...(options.length > 0 ? { options } : {}),
});

function subcommand(command: AnyCommand): APIApplicationCommandSubcommandOption {
  const options = optionsFor(command);
  return {
    type: ApplicationCommandOptionType.Subcommand,
    ...heading(command.path.split(" ").at(-1) ?? "", command.names, command.summary),
    ...(options.length > 0 ? { options } : {}),
  };
}

function heading(name: string, names: ChineseName | undefined, text: Text) {
  return {
    name,
    ...(names ? { name_localizations: inChinese(names) } : {}),
    description: cut(text.en, limits.description),
    description_localizations: inChinese({
      "zh-Hans": cut(text["zh-Hans"], limits.description),
      "zh-Hant": cut(text["zh-Hant"], limits.description),
    }),
  };
}

const inChinese = (text: ChineseName) => ({
  [chineseLocales["zh-Hans"]]: text["zh-Hans"],
  [chineseLocales["zh-Hant"]]: text["zh-Hant"],
});

const optionsFor = (command: AnyCommand): APIApplicationCommandBasicOption[] =>
  optionsOf(command)
    .slice(0, limits.commandOptions)
    .map((shape) => option(command, shape));

function option(command: AnyCommand, shape: OptionShape): APIApplicationCommandBasicOption {
  const named = heading(shape.name, command.optionNames[shape.name], shape.help);
  const choices = shape.values.length <= limits.choices ? shape.values : [];
  switch (shape.kind) {
    case "yes-no":
      return { type: ApplicationCommandOptionType.Boolean, ...named };
    case "file":
    case "document":
      return { type: ApplicationCommandOptionType.Attachment, ...named };
    case "channel":
      return { type: ApplicationCommandOptionType.Channel, channel_types: [...textChannels], ...named };
    default: {
      const text = { type: ApplicationCommandOptionType.String as const, ...named };
      if (choices.length > 0) return { ...text, choices: choices.map((value) => choice(command, shape.name, value)) };
      const { optionValue: max_length } = limits;
      return shape.suggests ? { ...text, max_length, autocomplete: true } : { ...text, max_length };
    }
  }
}

function choice(command: AnyCommand, name: string, value: string): APIApplicationCommandOptionChoice<string> {
  const label = (language: keyof Text) =>
    cut(choiceLabel(command, name, value, wordingFor(language)), limits.choiceName);
  return {
    name: label("en"),
    name_localizations: inChinese({ "zh-Hans": label("zh-Hans"), "zh-Hant": label("zh-Hant") }),
    value,
  };
}
