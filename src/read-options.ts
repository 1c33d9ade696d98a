import type { z } from "zod";
import type { AnyCommand, Context } from "./command.ts";
import { isYesNo } from "./command-line.ts";
import { InputError } from "./errors.ts";
import { choiceLabel, optionName, withValues } from "./options.ts";
import { inLanguage, repeated } from "./text.ts";

type Words = Pick<Context, "wording" | "language">;

/** What was typed, as the command's schema has it. Throws an InputError that says what an option takes. */
export function readOptions(
  command: AnyCommand,
  options: Readonly<Record<string, string>>,
  context: Words,
): Readonly<Record<string, unknown>> {
  const parsed = command.options.safeParse(withValues(command, options));
  if (!parsed.success) throw optionError(parsed.error.issues[0], options, command, context);
  return parsed.data;
}

function optionError(
  issue: z.core.$ZodIssue | undefined,
  typed: Readonly<Record<string, string>>,
  command: AnyCommand,
  { wording, language }: Words,
): InputError {
  const name = String(issue?.path[0] ?? command.positional);
  const help = inLanguage(command.optionHelp[name] ?? {}, language);
  const { errors } = wording;
  const wanted =
    issue?.code === "invalid_value" && !isYesNo(command, name)
      ? errors.oneOf(
          issue.values.map((value) => ({
            value: String(value),
            label: choiceLabel(command, name, String(value), wording),
          })),
        )
      : errors.help(help);
  const words = errors.option(optionName(command, name, language), repeated(typed[name] ?? ""), wanted);
  return new InputError(words, name);
}
