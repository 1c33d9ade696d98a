import { type Fields, fieldLists, fieldsOf, isFields } from "../json.ts";
import { asAccessory, inActions, inInput } from "./elements.ts";
import { richText, table } from "./rich-text.ts";
import {
  address,
  all,
  anything,
  flag,
  list,
  type Members,
  object,
  oneOf,
  only,
  type Shape,
  text,
  typed,
} from "./shape.ts";
import { anyText, blockId, plainText } from "./texts.ts";

const block = (required: Members, optional: Members = {}): Shape =>
  object({ type: anything, ...required }, { block_id: blockId, ...optional });

const slackFile = object({}, { id: text(1, 255), url: address(3000) });
const imageSource: Shape = (value, at, to) => {
  const { image_url, slack_file } = fieldsOf(value);
  if ((image_url === undefined) === (slack_file === undefined)) to.problem("missing required field: image_url", at);
};
const image = { image_url: address(3000), slack_file: slackFile };
const inContext = typed({
  image: all(object({ type: anything, alt_text: text(1, 2000) }, image), imageSource),
  plain_text: plainText(3000),
  mrkdwn: anyText(3000),
});

const textOrFields: Shape = (value, at, to) => {
  const { text: words, fields } = fieldsOf(value);
  if (words === undefined && fields === undefined) to.problem("missing required field: text", at);
};

/** Pictures, lists of files and the like need scopes: an app that may not read files may not ask for them. */
const fileScope: Shape = (value, at, to) => {
  const { element } = fieldsOf(value);
  if (fieldsOf(element).type === "file_input" && !to.scopes.has("files:read"))
    to.problem("file_input requires the files:read scope", `${at}/element`);
};

const characters = (value: unknown): number =>
  isFields(value)
    ? Object.entries(value).reduce(
        (sum, [name, each]) => sum + (name === "text" && typeof each === "string" ? each.length : characters(each)),
        0,
      )
    : Array.isArray(value)
      ? value.reduce<number>((sum, each) => sum + characters(each), 0)
      : 0;

const tableSize: Shape = (value, at, to) => {
  if (characters(value) > 10_000) to.problem("must be less than 10001 characters in all cells", `${at}/rows`);
};

export const kinds: Members = {
  section: all(
    block({}, { text: anyText(3000), fields: list(anyText(2000), 1, 10), accessory: typed(asAccessory), expand: flag }),
    textOrFields,
  ),
  header: block({ text: plainText(150) }),
  divider: block({}),
  context: block({ elements: list(inContext, 1, 10) }),
  actions: block({ elements: list(typed(inActions), 1, 25) }),
  image: all(block({ alt_text: text(1, 2000) }, { ...image, title: plainText(2000) }), imageSource),
  input: all(
    block(
      { label: plainText(2000), element: typed(inInput) },
      { hint: plainText(2000), optional: flag, dispatch_action: flag },
    ),
    fileScope,
  ),
  rich_text: richText,
  table: only(["message"], all(table, tableSize)),
  file: only(["message"], block({ external_id: text(1, 255), source: oneOf("remote") })),
};

/** Elements of a block that people can use. */
export const elementsOf = (each: Fields): readonly Fields[] =>
  each.type === "actions"
    ? fieldLists(each.elements)
    : [each.accessory, each.element].filter(isFields).filter(({ type }) => type !== "image");

const uniqueIds: Shape = (value, at, to) => {
  const seen = new Set<unknown>();
  for (const [index, each] of fieldLists(value).entries()) {
    const { block_id } = each;
    if (block_id !== undefined && seen.has(block_id))
      to.problem(`block_id \`${String(block_id)}\` already exists`, `${at}/${index}/block_id`);
    seen.add(block_id);
    const actions = elementsOf(each).flatMap(({ action_id }) => (action_id === undefined ? [] : [action_id]));
    for (const action of new Set(actions.filter((name, place) => actions.indexOf(name) !== place)))
      to.problem(
        `action_id \`${String(action)}\` already exists for block_id \`${String(block_id ?? index)}\``,
        `${at}/${index}`,
      );
  }
};

const oneTable: Shape = (value, at, to) => {
  if (fieldLists(value).filter(({ type }) => type === "table").length > 1) to.problem("only_one_table_allowed", at);
};

export const messageBlocks: Shape = all(list(typed(kinds), 0, 50), uniqueIds, oneTable);
export const viewBlocks: Shape = all(list(typed(kinds), 0, 100), uniqueIds);

/** All the words of a message together; Slack answers msg_blocks_too_long. */
export const tooLong = (blocks: unknown): boolean => characters(blocks) > 13_200;
