import { isFields } from "../json.ts";
import {
  address,
  all,
  anything,
  flag,
  integer,
  list,
  type Members,
  matching,
  object,
  oneOf,
  only,
  type Shape,
  text,
} from "./shape.ts";
import { actionId, confirm, menuOption, optionGroup, overflowOption, plainText, tickOption } from "./texts.ts";

const element = (required: Members, optional: Members = {}): Shape =>
  object({ type: anything, ...required }, { action_id: actionId, ...optional });

const entry = { placeholder: plainText(150), focus_on_load: flag };
const menu = { ...entry, confirm };
const many = { max_selected_items: integer(1, 100) };
const id = text(1, 255);
const ids = list(id, 1, 100);
const date = matching(/^\d{4}-\d{2}-\d{2}$/, "must be a date of the form YYYY-MM-DD");
const time = matching(/^\d{2}:\d{2}$/, "must be a time of the form HH:mm");

const button = element(
  { text: plainText(75) },
  {
    value: text(1, 2000),
    url: address(3000),
    style: oneOf("primary", "danger"),
    confirm,
    accessibility_label: text(1, 75),
  },
);

const choices = { options: list(menuOption, 1, 100), option_groups: list(optionGroup, 1, 100) };

/** Either options or groups of them, never both and never neither. */
const hasChoices: Shape = (value, at, to) => {
  if (!isFields(value)) return;
  if (value.options === undefined && value.option_groups === undefined)
    to.problem("missing required field: options", at);
  if (value.options !== undefined && value.option_groups !== undefined)
    to.problem("only one of options and option_groups may be given", at);
};

const filter = object(
  {},
  {
    include: list(oneOf("im", "mpim", "private", "public"), 1, 4),
    exclude_external_shared_channels: flag,
    exclude_bot_users: flag,
  },
);
const minQuery = { min_query_length: integer(0, 3000) };
const conversation = { default_to_current_conversation: flag, response_url_enabled: flag, filter };
const dispatch = object({}, { trigger_actions_on: list(oneOf("on_enter_pressed", "on_character_entered"), 1, 2) });

/** An option that is chosen from the start has to be one of those offered. */
const initialIsOffered: Shape = (value, at, to) => {
  if (!isFields(value)) return;
  const groups = Array.isArray(value.option_groups) ? value.option_groups : [];
  const offered = [value, ...groups].flatMap((each) =>
    isFields(each) && Array.isArray(each.options) ? each.options : [],
  );
  const values = new Set(offered.map((each) => (isFields(each) ? each.value : undefined)));
  const initial = Array.isArray(value.initial_options) ? value.initial_options : [value.initial_option];
  for (const each of initial)
    if (isFields(each) && !values.has(each.value)) to.problem("initial option must be one of the options", at);
};

const withChoices = (shape: Shape) => all(shape, hasChoices, initialIsOffered);
const ticks = { options: list(tickOption, 1, 10) };
const ticking = { confirm, focus_on_load: flag };

export const elements = {
  button,
  overflow: element({ options: list(overflowOption, 1, 5) }, { confirm }),
  static_select: withChoices(element({}, { ...menu, ...choices, initial_option: menuOption })),
  external_select: element({}, { ...menu, ...minQuery, initial_option: menuOption }),
  users_select: element({}, { ...menu, initial_user: id }),
  conversations_select: element({}, { ...menu, ...conversation, initial_conversation: id }),
  channels_select: element({}, { ...menu, response_url_enabled: flag, initial_channel: id }),
  multi_static_select: withChoices(
    element({}, { ...menu, ...many, ...choices, initial_options: list(menuOption, 1, 100) }),
  ),
  multi_external_select: element({}, { ...menu, ...many, ...minQuery, initial_options: list(menuOption, 1, 100) }),
  multi_users_select: element({}, { ...menu, ...many, initial_users: ids }),
  multi_conversations_select: element({}, { ...menu, ...many, ...conversation, initial_conversations: ids }),
  multi_channels_select: element({}, { ...menu, ...many, initial_channels: ids }),
  checkboxes: all(element(ticks, { ...ticking, initial_options: list(tickOption, 1, 10) }), initialIsOffered),
  radio_buttons: all(element(ticks, { ...ticking, initial_option: tickOption }), initialIsOffered),
  datepicker: element({}, { ...menu, initial_date: date }),
  timepicker: element({}, { ...menu, initial_time: time, timezone: text(1, 100) }),
  datetimepicker: element({}, { ...ticking, initial_date_time: integer(1_000_000_000, 9_999_999_999) }),
  plain_text_input: element(
    {},
    {
      ...entry,
      initial_value: text(0, 3000),
      multiline: flag,
      min_length: integer(0, 3000),
      max_length: integer(1, 3000),
      dispatch_action_config: dispatch,
    },
  ),
  number_input: element(
    { is_decimal_allowed: flag },
    {
      ...entry,
      initial_value: text(1, 100),
      min_value: text(1, 100),
      max_value: text(1, 100),
      dispatch_action_config: dispatch,
    },
  ),
  email_text_input: element({}, { ...entry, initial_value: text(1, 255), dispatch_action_config: dispatch }),
  url_text_input: element({}, { ...entry, initial_value: text(1, 3000), dispatch_action_config: dispatch }),
  file_input: only(["modal"], element({}, { filetypes: list(text(1, 50), 1, 100), max_files: integer(1, 10) })),
  image: object({ type: anything, image_url: address(3000), alt_text: text(1, 2000) }),
} satisfies Members;

type Kind = keyof typeof elements;

const pick = (...kinds: readonly Kind[]): Members => Object.fromEntries(kinds.map((kind) => [kind, elements[kind]]));

const menus = ["static_select", "external_select", "users_select", "conversations_select", "channels_select"] as const;
const multiMenus = [
  "multi_static_select",
  "multi_external_select",
  "multi_users_select",
  "multi_conversations_select",
  "multi_channels_select",
] as const;
const pickers = ["checkboxes", "radio_buttons", "datepicker", "timepicker"] as const;
const typing = ["plain_text_input", "number_input", "email_text_input", "url_text_input", "file_input"] as const;

export const inActions = pick("button", "overflow", ...menus, ...pickers, "datetimepicker");
export const asAccessory = pick("button", "overflow", "image", ...menus, ...multiMenus, ...pickers);
export const inInput = pick(...menus, ...multiMenus, ...pickers, "datetimepicker", ...typing);

/** What has nothing to choose or fill in, and so no value in a form's state. */
export const withoutState: ReadonlySet<string> = new Set(["button", "overflow", "image"]);
