import { fieldLists, fieldsOf, listOf, textOf } from "../json.ts";
import {
  also,
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

const link = text({ max: 2048, pattern: /^https?:\/\/\S+$/ });
const picture = text({ max: 2048, pattern: /^(https?|attachment):\/\/\S+$/ });
const media = maybe(record({}, { url: maybe(picture), height: maybe(whole()), width: maybe(whole()) }));
const instant = text({ pattern: /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/ });

const field = record(
  { name: text({ min: 1, max: 256 }), value: text({ min: 1, max: 1024 }) },
  { inline: maybe(truth) },
);

const shape = record(
  {},
  {
    type: maybe(oneOf("rich")),
    title: maybe(text({ max: 256 })),
    description: maybe(text({ max: 4096 })),
    url: maybe(link),
    color: maybe(whole({ min: 0, max: 0xffffff })),
    timestamp: maybe(instant),
    author: maybe(record({ name: text({ min: 1, max: 256 }) }, { url: maybe(link), icon_url: maybe(picture) })),
    footer: maybe(record({ text: text({ min: 1, max: 2048 }) }, { icon_url: maybe(picture) })),
    image: media,
    thumbnail: media,
    fields: maybe(list(field, { max: 25 })),
  },
);

/** An embed with nothing in it cannot be shown. */
export const embed: Shape = also(shape, (value, path) =>
  ["title", "description", "fields", "author", "footer", "image", "thumbnail"].some(
    (name) =>
      textOf(value[name]) !== "" || listOf(value[name]).length > 0 || Object.keys(fieldsOf(value[name])).length > 0,
  )
    ? []
    : problem(path, "BASE_TYPE_REQUIRED", "An embed needs something to show."),
);

/** Title, description, fields, footer and author of all embeds together. */
export function embedsTogether(embeds: unknown, path: Path): readonly Problem[] {
  const size = fieldLists(embeds).reduce((sum, each) => {
    const own = [each.title, each.description, fieldsOf(each.footer).text, fieldsOf(each.author).name];
    const inFields = fieldLists(each.fields).flatMap(({ name, value }) => [name, value]);
    return sum + [...own, ...inFields].reduce((length: number, part) => length + textOf(part).length, 0);
  }, 0);
  return size > 6000
    ? problem(path, "MAX_EMBED_SIZE_EXCEEDED", `Embed size exceeds maximum size of 6000 (${size}).`)
    : [];
}
