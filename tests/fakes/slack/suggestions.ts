import { type Fields, fieldLists, fieldsOf, textOf } from "./json.ts";
import type { Suggested } from "./person.ts";
import { label } from "./places.ts";

export const offeredIn = (payload: Fields): readonly Fields[] => [
  ...fieldLists(payload.options),
  ...fieldLists(payload.option_groups).flatMap((group) => fieldLists(group.options)),
];

export const suggestedIn = (payload: Fields): readonly Suggested[] => {
  const name = (option: Fields, group?: string): Suggested => ({
    label: label(option),
    value: textOf(option.value),
    ...(group === undefined ? {} : { group }),
  });
  const groups = fieldLists(payload.option_groups);
  return [
    ...fieldLists(payload.options).map((each) => name(each)),
    ...groups.flatMap((group) =>
      fieldLists(group.options).map((each) => name(each, textOf(fieldsOf(group.label).text))),
    ),
  ];
};
