import { type Fields, fieldLists, fieldsOf, numberOf, textOf } from "../json.ts";
import { componentsTogether, customId, place, selects, textDisplay } from "./components.ts";
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
  text,
  truth,
  whole,
} from "./shape.ts";

const input: Shape = also(
  record(
    { type: oneOf(4), custom_id: customId, style: oneOf(1, 2) },
    {
      ...place,
      label: maybe(text({ min: 1, max: 45 })),
      value: maybe(text({ max: 4000 })),
      placeholder: maybe(text({ max: 100 })),
      required: maybe(truth),
      min_length: maybe(whole({ min: 0, max: 4000 })),
      max_length: maybe(whole({ min: 1, max: 4000 })),
    },
  ),
  (value, path) => {
    const { length } = textOf(value.value);
    const [min, max] = [numberOf(value.min_length), numberOf(value.max_length, 4000)];
    if (min > max) return problem([...path, "min_length"], "TEXT_INPUT_MIN_LENGTH", "More than max_length.");
    if (length > 0 && (length < min || length > max))
      return problem([...path, "value"], "TEXT_INPUT_VALUE_LENGTH", `Must be between ${min} and ${max} in length.`);
    return [];
  },
);

const upload = record(
  { type: oneOf(19), custom_id: customId },
  {
    ...place,
    min_values: maybe(whole({ min: 0, max: 10 })),
    max_values: maybe(whole({ min: 1, max: 10 })),
    required: maybe(truth),
  },
);

/** In a row the input carries its label; under a Label component the Label does. */
const row: Shape = also(
  record(
    {
      type: oneOf(1),
      components: list(
        byType(() => ({ 4: input })),
        { min: 1, max: 1 },
      ),
    },
    place,
  ),
  (value, path) =>
    fieldLists(value.components).flatMap((each, at) =>
      each.label ? [] : problem([...path, "components", at, "label"], "BASE_TYPE_REQUIRED", "This field is required"),
    ),
);

const label: Shape = also(
  record(
    {
      type: oneOf(18),
      label: text({ min: 1, max: 45 }),
      component: byType(() => ({ 4: input, ...selects, 19: upload })),
    },
    { ...place, description: maybe(text({ min: 1, max: 100 })) },
  ),
  (value, path) => {
    const inside = fieldsOf(value.component);
    return [
      ...forbidden(inside, "label", [...path, "component"], "The Label carries it."),
      ...(inside.disabled === true
        ? problem([...path, "component", "disabled"], "COMPONENT_DISABLED", "Not in a modal.")
        : []),
      ...(inside.type !== 4 && inside.required !== false && inside.min_values === 0
        ? problem([...path, "component", "min_values"], "COMPONENT_MIN_VALUES", "A required one needs at least 1.")
        : []),
    ];
  },
);

function forbidden(value: Fields, name: string, path: Path, why: string): readonly Problem[] {
  return value[name] === undefined || value[name] === null ? [] : problem([...path, name], "COMPONENT_INVALID", why);
}

export const modal: Shape = also(
  record({
    custom_id: customId,
    title: text({ min: 1, max: 45 }),
    components: list(
      byType(() => ({ 1: row, 10: textDisplay, 18: label })),
      { min: 1, max: 5 },
    ),
  }),
  (value, path) => componentsTogether(value.components, [...path, "components"]),
);
