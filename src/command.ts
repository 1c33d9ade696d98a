import type { z } from "zod";
import type { Assistant } from "./ask/assistant.ts";
import type { CommandLine } from "./command-line.ts";
import type { SaidMessage } from "./deadlines/from-message.ts";
import type { Action } from "./office/permissions.ts";
import type { Reply } from "./reply.ts";
import type { Rulebook } from "./rulebook/model.ts";
import type { Language, Text } from "./text.ts";
import type { Visit } from "./visit.ts";
import type { Wording } from "./wording/wording.ts";
import type { Calendar } from "./workdays/calendar.ts";

/** What a command may use: in which language, with which rulebook and, when somebody of the office asks, their visit. */
export interface Context {
  readonly language: Language;
  /** The language was chosen by the person; otherwise a question is answered in its own. */
  readonly languageSet: boolean;
  readonly wording: Wording;
  /** The post of whoever asks, when it is known: an id of the rulebook's posts. */
  readonly post?: string;
  readonly rulebook: Rulebook;
  readonly assistant: Assistant;
  readonly commands: readonly AnyCommand[];
  /** Which days are working days. */
  readonly calendar: Calendar;
  /** The address by which calendars reach the office; missing: they do not. */
  readonly publicUrl?: string;
  /** Reads a typed line as a command; undefined when there is no such command. */
  readLine(line: string): CommandLine | undefined;
  /** Who asks and what the office keeps; missing when nobody in particular asks (`npm run ask`). */
  readonly visit?: Visit;
}

/** An example is shown in the help, can be typed as it stands, and is run by the tests. */
export interface Example {
  readonly line: Text;
  readonly explains: Text;
}

/** A name in Chinese, beside the English one that the code uses. */
export type ChineseName = Readonly<Record<"zh-Hans" | "zh-Hant", string>>;

/** Commands under one word: /roster import, /roster show. */
export interface Group {
  readonly path: string;
  readonly names: ChineseName;
  /** What else may be typed for it: a chat may keep its name for itself. */
  readonly aliases?: readonly string[];
  readonly summary: Text;
}

/** Every word that may be typed for a group. */
export const groupWords = ({ path, names, aliases = [] }: Group): readonly string[] => [
  ...new Set([path, ...Object.values(names), ...aliases]),
];

/** Something to choose while an option is typed. */
export interface Choice {
  readonly label: string;
  readonly value: string;
}

type OptionOf<Options extends z.ZodObject> = keyof z.output<Options> & string;

/**
 * What an option takes, when it is not a line of text: a text file (its content arrives), a document (a file that goes on
 * as it came: see packDocument), a long text, a channel.
 */
export type Takes = "file" | "document" | "long" | "channel";

/** Whether an option takes a file, of either kind: a platform fetches it. */
export const takesFile = ({ takes }: Pick<AnyCommand, "takes">, name: string): boolean =>
  takes[name] === "file" || takes[name] === "document";

/**
 * A slash command: data and one function. It knows no platform; the zod schema of its options parses them, registers
 * them, draws the form and writes the help. Option values arrive as strings.
 */
export interface Command<Options extends z.ZodObject> {
  /** What is typed after the slash: "ask"; with its group's word before it, "roster import". */
  readonly path: string;
  readonly group?: Group;
  /** The Chinese name of its last word. */
  readonly names: ChineseName;
  /** What else may be typed for it. */
  readonly aliases?: readonly string[];
  readonly summary: Text;
  readonly options: Options;
  readonly optionHelp: Readonly<Record<OptionOf<Options>, Text>>;
  readonly optionNames: Readonly<Record<OptionOf<Options>, ChineseName>>;
  /** What else people type for an option. */
  readonly optionAliases?: Readonly<Partial<Record<OptionOf<Options>, readonly string[]>>>;
  /** The option that takes the words that belong to no named option. */
  readonly positional?: OptionOf<Options>;
  /**
   * The options that take what is typed behind a number in the positional one: "/deadline finish 12 it is answered". Where
   * there are several, all but the last take one word that is Chinese or a day in figures: "/deadline extend 12 12-20 研究".
   */
  readonly behind?: readonly OptionOf<Options>[];
  /** Without one of these there is nothing to do: a form asks for them. */
  readonly needs?: readonly OptionOf<Options>[];
  /** With one of these nothing else is needed. */
  readonly unless?: readonly OptionOf<Options>[];
  /** It can be started from a message of a chat: what the chat's menu calls that, and what of the message is filled in. */
  readonly fromMessage?: FromMessage;
  /** It changes what the office keeps: an example in the help opens its form, nobody runs it by looking around. */
  readonly changes?: boolean;
  readonly takes?: Readonly<Partial<Record<OptionOf<Options>, Takes>>>;
  /** Options that no person types; buttons fill them in. */
  readonly hidden?: readonly OptionOf<Options>[];
  readonly suggest?: Readonly<Partial<Record<OptionOf<Options>, Suggester>>>;
  /** What the values of a choice are called. */
  readonly choiceNames?: Readonly<Partial<Record<OptionOf<Options>, Readonly<Record<string, Text>>>>>;
  /** With what its form opens for a record that exists. */
  readonly prefill?: Prefill<OptionOf<Options>>;
  /** Its words are prose: their language is that of whoever types them. */
  readonly prose?: true;
  /** What the asker must be allowed to do; undefined: anybody may. */
  action?(options: z.output<Options>): Action | undefined;
  readonly examples: readonly [Example, ...Example[]];
  run(options: z.output<Options>, context: Context): Reply | Promise<Reply>;
}

/**
 * The form of a command that changes a record opens with what the record says now. The option that names the record is
 * not asked again: what stands in the form belongs to that one.
 */
export interface Prefill<Name extends string = string> {
  readonly by: Name;
  /** The values as they would be typed, that of `by` among them; undefined where whoever asks has no such record. */
  values(named: string, context: Context): Promise<Readonly<Partial<Record<Name, string>>> | undefined>;
}

/** How a command is started from a message: its form opens with what can be told from that. */
export interface FromMessage {
  /** Of at most 24 characters, for the menu of a message. */
  readonly name: Text;
  options(message: SaidMessage): Readonly<Record<string, string>>;
}

/** What may be typed next, from what is typed so far. At most 25 are shown. */
export type Suggester = (typed: string, context: Context) => readonly Choice[] | Promise<readonly Choice[]>;

export interface AnyCommand {
  readonly path: string;
  readonly group?: Group;
  readonly names: ChineseName;
  readonly aliases: readonly string[];
  readonly summary: Text;
  readonly options: z.ZodObject;
  readonly optionHelp: Readonly<Record<string, Text>>;
  readonly optionNames: Readonly<Record<string, ChineseName>>;
  readonly optionAliases: Readonly<Record<string, readonly string[]>>;
  /** "" when there is none. */
  readonly positional: string;
  readonly behind: readonly string[];
  readonly needs: readonly string[];
  readonly unless: readonly string[];
  readonly changes: boolean;
  readonly takes: Readonly<Record<string, Takes>>;
  readonly hidden: readonly string[];
  readonly suggest: Readonly<Record<string, Suggester>>;
  readonly choiceNames: Readonly<Record<string, Readonly<Record<string, Text>>>>;
  readonly prefill?: Prefill;
  readonly fromMessage?: FromMessage;
  readonly prose: boolean;
  action(options: Record<string, unknown>): Action | undefined;
  readonly examples: readonly [Example, ...Example[]];
  run(options: Record<string, unknown>, context: Context): Reply | Promise<Reply>;
}

/** Lets a command be written with its own option types and be kept in a list with the others. */
export function defineCommand<Options extends z.ZodObject>(command: Command<Options>): AnyCommand {
  const {
    group,
    positional = "",
    behind = [],
    optionAliases = {},
    needs = [],
    unless = [],
    changes = false,
    takes = {},
    hidden = [],
    suggest = {},
    choiceNames = {},
    aliases = [],
    prose = false,
  } = command;
  return {
    ...command,
    ...(group ? { group } : {}),
    positional,
    behind,
    optionAliases: optionAliases as AnyCommand["optionAliases"],
    aliases,
    needs,
    unless,
    changes,
    takes: takes as Readonly<Record<string, Takes>>,
    hidden,
    suggest: suggest as Readonly<Record<string, Suggester>>,
    choiceNames: choiceNames as AnyCommand["choiceNames"],
    prose,
    action: (options) => command.action?.(options as z.output<Options>),
    run: (options, context) => command.run(options as z.output<Options>, context),
  };
}
