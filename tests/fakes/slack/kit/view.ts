import { fieldLists, fieldsOf } from "../json.ts";
import { viewBlocks } from "./blocks.ts";
import { all, anything, flag, list, object, type Shape, text, typed } from "./shape.ts";
import { menuOption, optionGroup, plainText } from "./texts.ts";

const carried = { callback_id: text(1, 255), private_metadata: text(0, 3000), external_id: text(1, 255) };

const submitForInputs: Shape = (value, at, to) => {
  const { blocks, submit } = fieldsOf(value);
  if (submit === undefined && fieldLists(blocks).some(({ type }) => type === "input"))
    to.problem("missing required field: submit", at);
};

const oneFocus: Shape = (value, at, to) => {
  const focused = fieldLists(fieldsOf(value).blocks).filter(({ element }) => fieldsOf(element).focus_on_load === true);
  if (focused.length > 1) to.problem("only one element may have focus_on_load", `${at}/blocks`);
};

export const view: Shape = typed({
  modal: all(
    object(
      { type: anything, title: plainText(24), blocks: viewBlocks },
      {
        ...carried,
        submit: plainText(24),
        close: plainText(24),
        clear_on_close: flag,
        notify_on_close: flag,
        submit_disabled: flag,
      },
    ),
    submitForInputs,
    oneFocus,
  ),
  home: object({ type: anything, blocks: viewBlocks }, carried),
});

/** What the answer to a block_suggestion may be. */
export const suggestions: Shape = (value, at, to) => {
  const grouped = fieldsOf(value).option_groups !== undefined;
  const shape = grouped
    ? object({ option_groups: list(optionGroup, 0, 100) })
    : object({ options: list(menuOption, 0, 100) });
  shape(value, at, to);
};
