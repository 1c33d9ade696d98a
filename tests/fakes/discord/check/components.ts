import { type Fields, fieldLists, fieldsOf, listOf, numberOf, textOf } from "../json.ts";
import {
  also,
  byType,
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

export const customId = text({ min: 1, max: 100 });
export const place = { id: maybe(whole({ min: 0, max: 2 ** 31 - 1 })) };
const link = text({ max: 512, pattern: /^(https?|discord):\/\/\S+$/ });
const emoji = record({ name: text({ min: 1, max: 32 }) }, { id: maybe(snowflake), animated: maybe(truth) });

const forbid = (value: Fields, names: readonly string[], path: Path, why: string): readonly Problem[] =>
  names
    .filter((name) => value[name] !== undefined && value[name] !== null)
    .flatMap((name) => problem([...path, name], "BUTTON_COMPONENT_INVALID", why));

const require_ = (value: Fields, name: string, path: Path): readonly Problem[] =>
  value[name] ? [] : problem([...path, name], "BASE_TYPE_REQUIRED", "This field is required");

export const button: Shape = also(
  record(
    { type: oneOf(2), style: oneOf(1, 2, 3, 4, 5, 6) },
    {
      ...place,
      custom_id: maybe(customId),
      label: maybe(text({ max: 80 })),
      emoji: maybe(emoji),
      url: maybe(link),
      sku_id: maybe(snowflake),
      disabled: maybe(truth),
    },
  ),
  (value, path) => {
    if (value.style === 6)
      return [
        ...require_(value, "sku_id", path),
        ...forbid(value, ["custom_id", "label", "url", "emoji"], path, "A premium button has none."),
      ];
    const looks =
      value.label || value.emoji
        ? []
        : problem(path, "BUTTON_COMPONENT_INVALID", "A button needs a label or an emoji.");
    if (value.style === 5)
      return [
        ...looks,
        ...require_(value, "url", path),
        ...forbid(value, ["custom_id", "sku_id"], path, "A link button has none."),
      ];
    return [
      ...looks,
      ...require_(value, "custom_id", path),
      ...forbid(value, ["url", "sku_id"], path, "Only a link button has a url, only a premium one a sku."),
    ];
  },
);

const option = record(
  { label: text({ min: 1, max: 100 }), value: text({ min: 1, max: 100 }) },
  { description: maybe(text({ max: 100 })), emoji: maybe(emoji), default: maybe(truth) },
);

const selectFields = {
  ...place,
  placeholder: maybe(text({ max: 150 })),
  min_values: maybe(whole({ min: 0, max: 25 })),
  max_values: maybe(whole({ min: 1, max: 25 })),
  disabled: maybe(truth),
  required: maybe(truth),
};

const bounds = (value: Fields, path: Path): readonly Problem[] => {
  const [min, max] = [numberOf(value.min_values, 1), numberOf(value.max_values, 1)];
  const options = fieldLists(value.options);
  if (min > max) return problem([...path, "min_values"], "SELECT_COMPONENT_MIN_VALUES", "More than max_values.");
  if (value.type !== 3) return [];
  if (max > options.length)
    return problem([...path, "max_values"], "SELECT_COMPONENT_MAX_VALUES", "More than there are options.");
  if (options.filter((each) => each.default === true).length > max)
    return problem([...path, "options"], "SELECT_COMPONENT_TOO_MANY_DEFAULT", "More defaults than max_values.");
  const seen = new Set<unknown>();
  return options.flatMap((each, at) => {
    const twice = seen.has(each.value);
    seen.add(each.value);
    const message = "The specified option value is already used";
    return twice ? problem([...path, "options", at, "value"], "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", message) : [];
  });
};

export const stringSelect: Shape = also(
  record({ type: oneOf(3), custom_id: customId, options: list(option, { min: 1, max: 25 }) }, selectFields),
  bounds,
);

const preset = record({ id: snowflake, type: oneOf("user", "role", "channel") });

/** Selects of users (5), roles (6), users and roles (7) and channels (8): Discord fills in what can be chosen. */
export const entitySelect: Shape = also(
  record(
    { type: oneOf(5, 6, 7, 8), custom_id: customId },
    { ...selectFields, default_values: maybe(list(preset, { max: 25 })), channel_types: maybe(list(whole())) },
  ),
  bounds,
);

export const selects = { 3: stringSelect, 5: entitySelect, 6: entitySelect, 7: entitySelect, 8: entitySelect };

const row: Shape = also(
  record(
    {
      type: oneOf(1),
      components: list(
        byType(() => ({ 2: button, ...selects })),
        { min: 1, max: 5 },
      ),
    },
    place,
  ),
  (value, path) => {
    const inside = fieldLists(value.components);
    const message = "A row holds buttons, or one select and nothing else.";
    return inside.length > 1 && inside.some(({ type }) => type !== 2)
      ? problem([...path, "components"], "COMPONENT_LAYOUT_WIDTH_EXCEEDED", message)
      : [];
  },
);

export const textDisplay = record({ type: oneOf(10), content: text({ min: 1, max: 4000 }) }, place);
const linked = (pattern: RegExp) => record({ url: text({ max: 2048, pattern }) });
const media = linked(/^(https?|attachment):\/\/\S+$/);
const looks = { description: maybe(text({ min: 1, max: 1024 })), spoiler: maybe(truth) };
const thumbnail = record({ type: oneOf(11), media }, { ...place, ...looks });
const gallery = record({ type: oneOf(12), items: list(record({ media }, looks), { min: 1, max: 10 }) }, place);
const file = record({ type: oneOf(13), file: linked(/^attachment:\/\/\S+$/) }, { ...place, spoiler: maybe(truth) });
const separator = record({ type: oneOf(14) }, { ...place, divider: maybe(truth), spacing: maybe(oneOf(1, 2)) });
const section = record(
  {
    type: oneOf(9),
    components: list(textDisplay, { min: 1, max: 3 }),
    accessory: byType(() => ({ 2: button, 11: thumbnail })),
  },
  place,
);
const inContainer = { 1: row, 9: section, 10: textDisplay, 12: gallery, 13: file, 14: separator };
const container = record(
  {
    type: oneOf(17),
    components: list(
      byType(() => inContainer),
      { min: 1, max: 40 },
    ),
  },
  { ...place, accent_color: maybe(whole({ min: 0, max: 0xffffff })), spoiler: maybe(truth) },
);

/** Rows only, as messages were before components v2. */
export const rows = list(
  byType(() => ({ 1: row })),
  { max: 5 },
);

/** The components of a message with the flag of components v2. */
export const layout = list(
  byType(() => ({ ...inContainer, 17: container })),
  { max: 40 },
);

/** A component and all inside it. */
export function within(component: Fields): readonly Fields[] {
  const inside = [...listOf(component.components), component.accessory, component.component].map(fieldsOf);
  return [component, ...inside.filter(({ type }) => type !== undefined).flatMap(within)];
}

/** What holds for all components of a message or modal together. */
export function componentsTogether(components: unknown, path: Path): readonly Problem[] {
  const all = fieldLists(components).flatMap(within);
  const ids = all.map((each) => textOf(each.custom_id)).filter((id) => id !== "");
  const numbers = all.map(({ id }) => id).filter((id) => typeof id === "number" && id > 0);
  const texts = all.filter(({ type }) => type === 10).reduce((sum, each) => sum + textOf(each.content).length, 0);
  if (new Set(ids).size < ids.length)
    return problem(path, "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
  if (new Set(numbers).size < numbers.length)
    return problem(path, "COMPONENT_ID_DUPLICATED", "Component id cannot be duplicated");
  if (all.length > 40) return problem(path, "COMPONENT_MAX_TOTAL", "The maximum number of components is 40.");
  if (texts > 4000) return problem(path, "COMPONENT_MAX_TEXT", "The displayable text is limited to 4000 characters.");
  return [];
}
