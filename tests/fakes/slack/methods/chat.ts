import type { Core } from "../core.ts";
import { type Fields, fieldLists, isFields, textOf } from "../json.ts";
import { messageProblem } from "../kit/message.ts";
import { changeMessage, deleteMessage, findMessage, messageJson, putMessage } from "../messages.ts";
import type { Channel, Message } from "../workspace.ts";
import { type Arguments, done, type Route, refuse } from "./route.ts";

const content: Arguments = { text: "text", blocks: "list", attachments: "list", metadata: "object" };
const manner: Arguments = {
  mrkdwn: "flag",
  parse: "text",
  link_names: "flag",
  unfurl_links: "flag",
  unfurl_media: "flag",
};

/** The channel by id or #name; a user's id means the talk with them. Refused like Slack does, so that nothing leaks. */
function place({ workspace }: Core, named: string, byUser: boolean): Channel | Fields {
  const { userId } = workspace.bot;
  if (byUser && workspace.users.has(named)) return named === userId ? refuse("cannot_dm_bot") : workspace.direct(named);
  const name = named.replace(/^#/, "");
  const channel =
    workspace.channels.get(named) ??
    [...workspace.channels.values()].find((each) => named.startsWith("#") && each.name === name);
  if (!channel || (channel.kind !== "public" && !channel.members.has(userId))) return refuse("channel_not_found");
  return channel;
}

const isRefusal = (value: object): value is Fields => "ok" in value;

const partsOf = (given: Fields) => ({
  text: textOf(given.text),
  blocks: fieldLists(given.blocks),
  attachments: fieldLists(given.attachments),
  ...(isFields(given.metadata) ? { metadata: given.metadata } : {}),
});

function thread(core: Core, channel: Channel, given: Fields): string | undefined | Fields {
  if (given.thread_ts === undefined) return undefined;
  const ts = textOf(given.thread_ts);
  const parent = findMessage(core, channel, ts);
  if (!parent || parent.onlyFor !== undefined) return refuse("thread_not_found");
  return parent.thread ?? ts;
}

function postMessage(core: Core, given: Fields): Fields {
  const { workspace } = core;
  const channel = place(core, textOf(given.channel), true);
  if (isRefusal(channel)) return channel;
  if (!channel.members.has(workspace.bot.userId) && !workspace.scopes.has("chat:write.public"))
    return refuse("not_in_channel");
  const problem = messageProblem(given, workspace.scopes);
  if (problem) return refuse(problem.error, problem.messages);
  const on = thread(core, channel, given);
  if (isFields(on)) return on;
  const message = putMessage(core, { ...partsOf(given), channel: channel.id, from: workspace.bot.userId, thread: on });
  return done({ channel: channel.id, ts: message.ts, message: messageJson(core, message) });
}

function postEphemeral(core: Core, given: Fields): Fields {
  const { workspace } = core;
  const channel = place(core, textOf(given.channel), false);
  if (isRefusal(channel)) return channel;
  if (!channel.members.has(workspace.bot.userId)) return refuse("not_in_channel");
  const user = textOf(given.user);
  if (!workspace.users.has(user)) return refuse("user_not_found");
  if (!channel.members.has(user)) return refuse("user_not_in_channel");
  const problem = messageProblem(given, workspace.scopes);
  if (problem) return refuse(problem.error, problem.messages);
  const on = thread(core, channel, given);
  if (isFields(on)) return on;
  const from = workspace.bot.userId;
  const message = putMessage(core, { ...partsOf(given), channel: channel.id, from, onlyFor: user, thread: on });
  return done({ message_ts: message.ts });
}

/** A message of the bot's own that everybody sees: nothing else can be changed or deleted by it. */
function own(core: Core, given: Fields, error: string): Message | Fields {
  const channel = place(core, textOf(given.channel), false);
  if (isRefusal(channel)) return channel;
  const message = findMessage(core, channel, textOf(given.ts));
  if (!message || message.onlyFor !== undefined) return refuse("message_not_found");
  return message.from === core.workspace.bot.userId ? message : refuse(error);
}

function update(core: Core, given: Fields): Fields {
  const message = own(core, given, "cant_update_message");
  if (isRefusal(message)) return message;
  const problem = messageProblem(given, core.workspace.scopes);
  if (problem) return refuse(problem.error, problem.messages);
  // what is not given stays: only an empty list takes the blocks, and their buttons, away
  const { blocks, attachments } = message;
  changeMessage(core, message, {
    ...partsOf(given),
    ...(given.text === undefined ? { text: message.text } : {}),
    ...(given.blocks === undefined ? { blocks } : {}),
    ...(given.attachments === undefined ? { attachments } : {}),
  });
  const { channel, ts, text } = message;
  return done({ channel, ts, text, message: messageJson(core, message) });
}

function remove(core: Core, given: Fields): Fields {
  const message = own(core, given, "cant_delete_message");
  if (isRefusal(message)) return message;
  deleteMessage(core, message);
  return done({ channel: message.channel, ts: message.ts });
}

function permalink(core: Core, given: Fields): Fields {
  const channel = place(core, textOf(given.channel), false);
  if (isRefusal(channel)) return channel;
  const message = findMessage(core, channel, textOf(given.message_ts));
  if (!message || message.onlyFor !== undefined) return refuse("message_not_found");
  const thread_ts = message.thread === undefined ? "" : `?thread_ts=${message.thread}&cid=${channel.id}`;
  return done({
    channel: channel.id,
    permalink: core.url(`/archives/${channel.id}/p${message.ts.replace(".", "")}${thread_ts}`),
  });
}

const writes = { scopes: ["chat:write"], json: true };

export const chat: readonly Route[] = [
  {
    ...writes,
    method: "chat.postMessage",
    required: { channel: "text" },
    optional: { ...content, ...manner, thread_ts: "text", reply_broadcast: "flag" },
    run: postMessage,
  },
  {
    ...writes,
    method: "chat.postEphemeral",
    required: { channel: "text", user: "text" },
    optional: {
      text: "text",
      blocks: "list",
      attachments: "list",
      thread_ts: "text",
      parse: "text",
      link_names: "flag",
    },
    run: postEphemeral,
  },
  {
    ...writes,
    method: "chat.update",
    required: { channel: "text", ts: "text" },
    optional: { ...content, parse: "text", link_names: "flag", reply_broadcast: "flag" },
    run: update,
  },
  { ...writes, method: "chat.delete", required: { channel: "text", ts: "text" }, optional: {}, run: remove },
  {
    method: "chat.getPermalink",
    scopes: [],
    json: false,
    required: { channel: "text", message_ts: "text" },
    optional: {},
    run: permalink,
  },
];
