import type { AnyCommand, Choice } from "./command.ts";
import type { CommandLine } from "./command-line.ts";
import { readKeptMark } from "./document.ts";
import { choicesOf, commandName, type OptionShape, optionName, optionsOf } from "./options.ts";
import { inLanguage } from "./text.ts";
import type { Wording } from "./wording/wording.ts";

/**
 * A form that asks for the options of a command. Platforms draw it; what is filled in comes back as a command line. A
 * platform that has less room shows the first fields: those that are needed come first.
 */
export interface Form {
  readonly command: string;
  /** The command in the reader's language: short enough for every platform's heading. */
  readonly title: string;
  /** What the command does. */
  readonly about: string;
  /** What was given already and is not asked again. */
  readonly given: Readonly<Record<string, string>>;
  readonly fields: readonly Field[];
  readonly submit: string;
  readonly cancel: string;
}

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly kind: OptionShape["kind"];
  readonly choices: readonly Choice[];
  readonly suggests: boolean;
  readonly needed: boolean;
  readonly value?: string;
}

/**
 * The form of a command when an option that it needs is missing, or when the person asks for it; else undefined.
 * `present`: what the record says that the command is to change; what was given goes before it.
 */
export function formFor(
  { command: path, options: asTyped, left }: CommandLine,
  commands: readonly AnyCommand[],
  wording: Wording,
  wanted = false,
  present?: Readonly<Record<string, string>>,
): Form | undefined {
  const command = commands.find((each) => each.path === path);
  if (!command) return undefined;
  // a title may look like an option: 关于……的批示：……; what is asked for by the form stands in it
  const lost = left !== undefined && command.needs.includes(command.positional) && !asTyped[command.positional];
  const typed = lost ? { ...asTyped, [command.positional]: left } : asTyped;
  const given = (name: string) => (typed[name] ?? "").trim() !== "";
  const missing = lost || (!command.unless.some(given) && !command.needs.every(given));
  if (!missing && !wanted) return undefined;
  const record = present && command.prefill?.by;
  const filled = Object.fromEntries(Object.entries(typed).filter(([name]) => name !== record && given(name)));
  const options: CommandLine["options"] = { ...typed, ...present, ...filled };
  // a file that the office keeps cannot be shown in a form: it goes along, and stays unless another is attached
  const attached = (name: string) => readKeptMark(command.takes[name] === "document" ? (options[name] ?? "") : "");
  const open = optionsOf(command).filter(({ name }) => name !== record);
  const fields = open.map((shape): Field => {
    const file = attached(shape.name);
    const value = file ? undefined : options[shape.name];
    const help = inLanguage(shape.help, wording.language);
    return {
      name: shape.name,
      label: optionName(command, shape.name, wording.language),
      help: file ? wording.document.attached(file.name) : help,
      kind: shape.kind,
      choices: choicesOf(command, shape, wording),
      suggests: shape.suggests,
      needed: shape.needed,
      ...(value === undefined ? {} : { value }),
    };
  });
  const asked = new Set(fields.map(({ name }) => name));
  return {
    command: path,
    title: `/${commandName(command, wording.language)}${record === undefined ? "" : ` ${options[record]}`}`,
    about: inLanguage(command.summary, wording.language),
    given: Object.fromEntries(Object.entries(options).filter(([name]) => !asked.has(name) || attached(name))),
    fields,
    submit: wording.form.submit,
    cancel: wording.form.cancel,
  };
}
