import { type Fields, fieldLists, fieldsOf, listOf, numberOf, textOf } from "../json.ts";
import {
  also,
  decimal,
  list,
  maybe,
  oneOf,
  type Path,
  type Problem,
  problem,
  record,
  type Shape,
  snowflake,
  text,
  truth,
  whole,
} from "./shape.ts";

export const locales: readonly string[] = [
  ..."ar bg cs da de el en-GB en-US es-419 es-ES fi fr he hi hr hu id it ja ko lt nl no pl pt-BR ro ru sv-SE".split(
    " ",
  ),
  ..."th tr uk vi zh-CN zh-TW".split(" "),
];

const namePattern = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** Of a slash command or option: no upper case where a lower case exists. */
const name: Shape = (value, path) => {
  const found = text({ min: 1, max: 32, pattern: namePattern })(value, path);
  if (found.length > 0 || textOf(value) === textOf(value).toLowerCase()) return found;
  return problem(path, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
};
const description = text({ min: 1, max: 100 });

const localised = (shape: Shape): Shape =>
  maybe((value, path) =>
    Object.entries(fieldsOf(value)).flatMap(([locale, each]) =>
      locales.includes(locale)
        ? maybe(shape)(each, [...path, locale])
        : problem([...path, locale], "BASE_TYPE_CHOICES", `Value must be one of {${locales.join(", ")}}.`),
    ),
  );

const named = { name, description };
const inOtherLanguages = { name_localizations: localised(name), description_localizations: localised(description) };

const choice = (value: Shape) =>
  record({ name: text({ min: 1, max: 100 }), value }, { name_localizations: localised(text({ min: 1, max: 100 })) });

/** `value` 1–100 for texts, as the documentation says; the OpenAPI description lets 6000 through. */
export const choices: Readonly<Record<number, Shape>> = {
  3: choice(text({ min: 1, max: 100 })),
  4: choice(whole()),
  10: choice(decimal()),
};

const common = { ...inOtherLanguages, required: maybe(truth) };
const chosen = (type: number) => ({
  autocomplete: maybe(truth),
  choices: maybe(list(choices[type] ?? truth, { max: 25 })),
});
const plain = (type: number, more: Readonly<Record<string, Shape>> = {}) =>
  record({ type: oneOf(type), ...named }, { ...common, ...more });
const between = (shape: (bounds: { min: number; max: number }) => Shape) => {
  const bound = shape({ min: -(2 ** 53), max: 2 ** 53 });
  return { min_value: maybe(bound), max_value: maybe(bound) };
};

const values: Readonly<Record<number, Shape>> = {
  3: plain(3, {
    ...chosen(3),
    min_length: maybe(whole({ min: 0, max: 6000 })),
    max_length: maybe(whole({ min: 1, max: 6000 })),
  }),
  4: plain(4, { ...chosen(4), ...between(whole) }),
  5: plain(5),
  6: plain(6),
  7: plain(7, { channel_types: maybe(list(whole())) }),
  8: plain(8),
  9: plain(9),
  10: plain(10, { ...chosen(10), ...between(decimal) }),
  11: plain(11),
};

const options = (inside: (type: unknown) => Shape | undefined): Shape =>
  maybe((value, path) => {
    const found = list(
      (each, at) => {
        const { type } = fieldsOf(each);
        return (
          inside(type)?.(each, at) ??
          problem([...at, "type"], "UNION_TYPE_CHOICES", `Type ${JSON.stringify(type)} does not go here.`)
        );
      },
      { max: 25 },
    )(value, path);
    return found.length > 0 ? found : togetherOk(fieldLists(value), path);
  });

const valueOption = (type: unknown) => (typeof type === "number" ? values[type] : undefined);
const subcommand = record({ type: oneOf(1), ...named }, { ...common, options: options(valueOption) });
const onlySubcommands = options((type) => (type === 1 ? subcommand : undefined));
const group = record({ type: oneOf(2), ...named }, { ...common, options: onlySubcommands });

/** Names once only, the required first, and subcommands not beside plain options. */
function togetherOk(all: readonly Fields[], path: Path): readonly Problem[] {
  const names = all.map((each) => textOf(each.name));
  const optionalFrom = all.findIndex((each) => each.required !== true);
  return [
    ...names.flatMap((each, at) =>
      names.indexOf(each) < at
        ? problem([...path, at], "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists")
        : [],
    ),
    ...all.flatMap((each, at) =>
      each.required === true && optionalFrom >= 0 && at > optionalFrom
        ? problem(
            [...path, at],
            "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
            "Required options must be placed before non-required options",
          )
        : [],
    ),
    ...(new Set(all.map(({ type }) => numberOf(type) <= 2)).size > 1
      ? problem(path, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-command and option types are mutually exclusive")
      : []),
    ...all.flatMap((each, at) => ownRules(each, [...path, at])),
  ];
}

function ownRules(option: Fields, path: Path): readonly Problem[] {
  const given = fieldLists(option.choices);
  const twice = (key: string) => new Set(given.map((each) => each[key])).size < given.length;
  if (option.autocomplete === true && given.length > 0)
    return problem(path, "APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE", "Not choices and autocomplete together.");
  if (twice("name") || twice("value"))
    return problem([...path, "choices"], "APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_EXISTS", "Choice already exists");
  for (const [low, high] of [
    ["min_value", "max_value"],
    ["min_length", "max_length"],
  ] as const)
    if (numberOf(option[low], Number.NEGATIVE_INFINITY) > numberOf(option[high], Number.POSITIVE_INFINITY))
      return problem([...path, low], "APPLICATION_COMMAND_OPTIONS_MIN_MAX", `More than ${high}.`);
  if (option.type === 2 && fieldLists(option.options).length === 0)
    return problem([...path, "options"], "BASE_TYPE_REQUIRED", "A group needs a subcommand.");
  return [];
}

const everywhere = {
  name_localizations: localised(name),
  type: maybe(oneOf(1, 2, 3)),
  default_member_permissions: maybe(text({ pattern: /^\d+$/ })),
  dm_permission: maybe(truth),
  default_permission: maybe(truth),
  contexts: maybe(list(oneOf(0, 1, 2), { min: 1 })),
  integration_types: maybe(list(oneOf(0, 1), { min: 1 })),
  nsfw: maybe(truth),
  id: maybe(snowflake),
};

const slash = also(
  record(
    { name, description },
    {
      ...everywhere,
      description_localizations: localised(description),
      options: options((type) => (type === 1 ? subcommand : type === 2 ? group : valueOption(type))),
    },
  ),
  (value, path) => {
    const size = sizeOf(value);
    return size > 8000
      ? problem(path, "APPLICATION_COMMAND_TOO_LARGE", `Command exceeds maximum size (8000): ${size}`)
      : [];
  },
);

const contextName = text({ min: 1, max: 32 });
const fromMenu = record(
  { name: contextName, type: oneOf(2, 3) },
  { ...everywhere, name_localizations: localised(contextName), description: maybe(oneOf("")) },
);

export const command: Shape = (value, path) =>
  ([2, 3].includes(numberOf(fieldsOf(value).type)) ? fromMenu : slash)(value, path);

/** Names, descriptions and values, each in its longest language. */
function sizeOf(part: Fields): number {
  const longest = (own: unknown, others: unknown) =>
    Math.max(...[own, ...Object.values(fieldsOf(others))].map((each) => textOf(each).length));
  return (
    longest(part.name, part.name_localizations) +
    longest(part.description, part.description_localizations) +
    textOf(part.value).length +
    [...fieldLists(part.options), ...fieldLists(part.choices)].reduce((sum, each) => sum + sizeOf(each), 0)
  );
}

/** All commands that are put at once: a name once for each type, and no more than Discord takes. */
export function commandsTogether(all: readonly unknown[]): readonly Problem[] {
  const keys = all.map((each) => `${numberOf(fieldsOf(each).type, 1)} ${textOf(fieldsOf(each).name)}`);
  const twice = keys.flatMap((each, at) =>
    keys.indexOf(each) < at
      ? problem([at], "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique")
      : [],
  );
  const count = listOf(all).filter((each) => numberOf(fieldsOf(each).type, 1) === 1).length;
  return count > 100 ? problem([], "BASE_TYPE_MAX_LENGTH", "Must be 100 or fewer in length.") : twice;
}
