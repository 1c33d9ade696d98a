import type { z } from "zod";
import { normalise } from "./ask/tokens.ts";
import type { AnyCommand, Choice, Takes } from "./command.ts";
import { inLanguage, type Language, type Text } from "./text.ts";
import type { Wording } from "./wording/wording.ts";

/** An option as a person sees it, read from the command's schema: what it takes, and what is to choose from. */
export interface OptionShape {
  readonly name: string;
  readonly help: Text;
  readonly kind: "line" | "choice" | "yes-no" | Takes;
  /** The values of a choice. */
  readonly values: readonly string[];
  /** What is typed is completed. */
  readonly suggests: boolean;
  /** Never without it: not when another option may do instead. */
  readonly needed: boolean;
}

/** The options that people type, those that are needed first. */
export function optionsOf(command: AnyCommand): readonly OptionShape[] {
  const shapes = Object.entries(command.options.shape)
    .filter(([name]) => !command.hidden.includes(name))
    .map(([name, schema]) => shapeOf(name, schema as z.ZodType, command));
  const first = ({ name }: OptionShape) => command.needs.includes(name);
  return [...shapes.filter(first), ...shapes.filter((shape) => !first(shape))];
}

const surelyNoValue = "\u0000 no value";

function shapeOf(name: string, schema: z.ZodType, command: AnyCommand): OptionShape {
  const [issue] = schema.safeParse(surelyNoValue).error?.issues ?? [];
  const values = issue?.code === "invalid_value" ? issue.values.map(String) : [];
  const yesNo = values.includes("true") && values.includes("false");
  const kind = command.takes[name] ?? (yesNo ? "yes-no" : values.length > 0 ? "choice" : "line");
  return {
    name,
    help: command.optionHelp[name] ?? { en: name, "zh-Hans": name, "zh-Hant": name },
    kind,
    values: yesNo ? ["true", "false"] : values,
    suggests: command.suggest[name] !== undefined,
    // where something else will do instead, it may be left out
    needed: command.needs.includes(name) && command.unless.every((each) => command.hidden.includes(each)),
  };
}

/** What is typed for a command after the slash, in a language: "roster import", 花名册 导入. */
export function commandName({ path, group, names }: AnyCommand, language: Language): string {
  if (language === "en") return path;
  return [...(group ? [group.names[language]] : []), names[language]].join(" ");
}

/** The name of an option in a language; in English it is the one that the code uses. */
export function optionName(command: AnyCommand, name: string, language: Language): string {
  return language === "en" ? name : (command.optionNames[name]?.[language] ?? name);
}

/** What a choice of an option is called. */
export function choiceLabel(command: AnyCommand, name: string, value: string, wording: Wording): string {
  if (value === "true" || value === "false") return value === "true" ? wording.yes : wording.no;
  const named = command.choiceNames[name]?.[value];
  return named ? inLanguage(named, wording.language) : value;
}

/** The choices of an option. */
export function choicesOf(command: AnyCommand, { name, values }: OptionShape, wording: Wording): readonly Choice[] {
  return values.map((value) => ({ label: choiceLabel(command, name, value, wording), value }));
}

/** Choices that were typed by their names, in any language, as the values that the schema knows. */
export function withValues(
  command: AnyCommand,
  options: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(options).map(([name, typed]) => {
      const choices = Object.entries(command.choiceNames[name] ?? {});
      const known = choices.some(([value]) => value === typed.trim());
      const named = known ? undefined : meant(typed, choices, ([, label]) => Object.values(label));
      // PostgreSQL keeps no text with this sign in it, and nobody types it
      return [name, named?.[0] ?? typed.replaceAll("\u0000", "")];
    }),
  );
}

/**
 * Which of a few was meant, by one of its names, or by a part of one that no other has: 紧急 for 特急、紧急公文. Undefined
 * where it could be several, or none.
 */
export function meant<Each>(
  typed: string,
  some: readonly Each[],
  namesOf: (each: Each) => readonly string[],
): Each | undefined {
  const wanted = normalise(typed);
  const called = (fits: (name: string) => boolean) =>
    some.filter((each) => namesOf(each).some((name) => fits(normalise(name))));
  const [exact] = called((name) => name === wanted);
  if (exact !== undefined || wanted.length < 2) return exact;
  const [part, ...others] = called((name) => name.includes(wanted));
  return others.length === 0 ? part : undefined;
}
