import type { Core } from "./core.ts";
import { type Fields, fieldLists, isFields } from "./json.ts";
import { type Channel, type Message, type StoredFile, slackbot } from "./workspace.ts";

export interface Draft {
  readonly channel: string;
  readonly from: string;
  readonly onlyFor?: string | undefined;
  readonly thread?: string | undefined;
  readonly text: string;
  readonly blocks?: readonly Fields[];
  readonly attachments?: readonly Fields[];
  readonly metadata?: Fields | undefined;
  readonly files?: readonly StoredFile[];
  readonly cause?: string | undefined;
}

export function putMessage({ workspace, hub }: Core, draft: Draft): Message {
  const { channel, from, onlyFor, thread, text, blocks = [], attachments = [], files = [], metadata, cause } = draft;
  const message: Message = {
    channel,
    from,
    ts: workspace.ts(),
    ...(onlyFor === undefined ? {} : { onlyFor }),
    ...(thread === undefined ? {} : { thread }),
    text,
    blocks: completed(blocks, workspace.id),
    attachments: attachments.map((each) => ({ ...each, blocks: completed(fieldLists(each.blocks), workspace.id) })),
    metadata,
    files,
    reactions: new Set(),
    edited: false,
    deleted: false,
    order: workspace.next(),
    cause,
  };
  workspace.messages.push(message);
  hub.changed();
  return message;
}

export type Change = Pick<Draft, "text" | "blocks" | "attachments" | "metadata" | "cause">;

export function changeMessage({ workspace, hub }: Core, message: Message, change: Change): void {
  message.text = change.text;
  message.blocks = completed(change.blocks ?? [], workspace.id);
  message.attachments = change.attachments ?? [];
  if (change.metadata) message.metadata = change.metadata;
  message.edited = true;
  message.order = workspace.next();
  message.cause = change.cause;
  hub.changed();
}

export function deleteMessage({ workspace, hub }: Core, message: Message): void {
  message.deleted = true;
  message.order = workspace.next();
  hub.changed();
}

/** Slack's own words to one person. */
export const tell = (core: Core, user: string, channel: string, text: string): Message =>
  putMessage(core, { channel, from: slackbot, onlyFor: user, text });

/** Slack gives every block and every element a name if the app did not, and says what it took for granted. */
export function completed(blocks: readonly Fields[], id: (letter: string) => string): readonly Fields[] {
  const element = (value: unknown): unknown =>
    isFields(value) && value.type !== "image" && value.action_id === undefined
      ? { ...value, action_id: id("a") }
      : value;
  return blocks.map((block) => {
    const spelled: Record<string, unknown> = { block_id: id("b"), ...block };
    if (spelled.accessory !== undefined) spelled.accessory = element(spelled.accessory);
    if (spelled.element !== undefined) spelled.element = element(spelled.element);
    if (spelled.type === "actions") spelled.elements = fieldLists(spelled.elements).map(element).filter(isFields);
    const full = withDefaults(spelled);
    return isFields(full) ? full : block;
  });
}

function withDefaults(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withDefaults);
  if (!isFields(value)) return value;
  const inner = Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withDefaults(each)]));
  if (value.type === "plain_text") return { emoji: true, ...inner };
  return value.type === "mrkdwn" ? { verbatim: false, ...inner } : inner;
}

export const findMessage = ({ workspace }: Core, channel: Channel, ts: string): Message | undefined =>
  workspace.messages.find((each) => each.channel === channel.id && each.ts === ts && !each.deleted);

/** A message as the Web API and payloads give it. */
export function messageJson({ workspace }: Core, message: Message): Fields {
  const { from, ts, text, blocks, attachments, thread, files, edited, metadata } = message;
  const { bot, team, appId } = workspace;
  const byBot = from === bot.userId;
  return {
    type: "message",
    ...(byBot ? { bot_id: bot.id, app_id: appId } : {}),
    user: from,
    ts,
    text,
    team: team.id,
    ...(blocks.length > 0 ? { blocks } : {}),
    ...(attachments.length > 0 ? { attachments } : {}),
    ...(thread === undefined ? {} : { thread_ts: thread }),
    ...(files.length > 0 ? { files: files.map(({ id, name, mimetype }) => ({ id, name, mimetype })) } : {}),
    ...(edited ? { edited: { user: bot.userId, ts: `${ts.split(".")[0]}.000000` } } : {}),
    ...(metadata ? { metadata } : {}),
  };
}
