import type { z } from "zod";
import type { Assistant } from "./ask/assistant.ts";
import type { CommandLine } from "./command-line.ts";
import type { Reply } from "./reply.ts";
import type { Rulebook } from "./rulebook/model.ts";
import type { Language, Text } from "./text.ts";
import type { Wording } from "./wording/wording.ts";

/** What a command may use: who asks, in which language, and the office behind it. */
export interface Context {
  readonly language: Language;
  /** The language was chosen by the person or the platform; otherwise a question is answered in its own. */
  readonly languageSet: boolean;
  readonly wording: Wording;
  /** The post of whoever asks, when it is known: an id of the rulebook's posts. */
  readonly post?: string;
  readonly rulebook: Rulebook;
  readonly assistant: Assistant;
  readonly commands: readonly AnyCommand[];
  /** Reads a typed line as a command; undefined when there is no such command. */
  readLine(line: string): CommandLine | undefined;
}

/** An example is shown in the help, can be typed as it stands, and is run by the tests. */
export interface Example {
  readonly line: Text;
  readonly explains: Text;
}

/**
 * A slash command: data and one function. It knows no platform; the zod schema of its options parses them, and later
 * registers them, draws the form and writes the help. Option values arrive as strings.
 */
export interface Command<Options extends z.ZodObject> {
  /** What is typed after the slash: "ask". */
  readonly path: string;
  /** What may be typed instead, in Chinese. */
  readonly aliases: readonly string[];
  readonly summary: Text;
  readonly options: Options;
  readonly optionHelp: Readonly<Record<keyof z.output<Options> & string, Text>>;
  /** The option that takes the words that belong to no named option. */
  readonly positional: keyof z.output<Options> & string;
  readonly examples: readonly [Example, ...Example[]];
  run(options: z.output<Options>, context: Context): Reply | Promise<Reply>;
}

export type AnyCommand = Omit<Command<z.ZodObject>, "run" | "optionHelp" | "positional"> & {
  readonly positional: string;
  readonly optionHelp: Readonly<Record<string, Text>>;
  run(options: Record<string, unknown>, context: Context): Reply | Promise<Reply>;
};

/** Lets a command be written with its own option types and be kept in a list with the others. */
export function defineCommand<Options extends z.ZodObject>(command: Command<Options>): AnyCommand {
  return { ...command, run: (options, context) => command.run(options as z.output<Options>, context) };
}
