import type { Core } from "./core.ts";
import type { Delivery } from "./delivery.ts";
import { fileJson } from "./files.ts";
import type { Fields } from "./json.ts";
import { putMessage } from "./messages.ts";
import { eventCallback } from "./payloads.ts";
import { type Channel, canSee, type Message, type StoredFile, type User } from "./workspace.ts";

export interface Spoken {
  readonly channel: Channel;
  readonly text: string;
  readonly thread?: string;
  readonly files?: readonly StoredFile[];
}

const tokens = /<(?:@[UW][A-Z0-9]+|#C[A-Z0-9]+|!(?:here|channel|everyone)|https?:[^<>\s]+)>/g;

/** What Slack makes of typed text: its three signs escaped, mentions and addresses in angle brackets. */
export function typed(text: string): string {
  const escaped = (part: string) =>
    part
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll(/https?:\/\/[^\s<>]+/g, "<$&>");
  let end = 0;
  let result = "";
  for (const match of text.matchAll(tokens)) {
    result += escaped(text.slice(end, match.index)) + match[0];
    end = match.index + match[0].length;
  }
  return result + escaped(text.slice(end));
}

/** Which event tells the app of a message in such a channel, and the scope that it needs. */
const messageEvents = {
  direct: ["message.im", "im:history", "im"],
  public: ["message.channels", "channels:history", "channel"],
  private: ["message.groups", "groups:history", "group"],
} as const;

/** A person writes something; the app hears of it if it is there, subscribed and allowed. */
export function speak(core: Core, user: User, { channel, text, thread, files = [] }: Spoken): Delivery {
  const { workspace } = core;
  if (!canSee(workspace, user.id, channel)) throw new Error(`${user.name} is not in ${channel.name}`);
  const words = typed(text);
  const message = putMessage(core, { channel: channel.id, from: user.id, thread, text: words, files });
  const [event, scope, kind] = messageEvents[channel.kind];
  const botThere = channel.members.has(workspace.bot.userId);
  const mentioned = channel.kind !== "direct" && words.includes(`<@${workspace.bot.userId}>`);
  const heard = (name: string, needed: string) =>
    !botThere
      ? "not_in_channel"
      : !core.events.has(name)
        ? "not_subscribed"
        : !workspace.scopes.has(needed)
          ? "missing_scope"
          : undefined;
  const tell = (content: Fields, undelivered: string | undefined) =>
    core.post.send(
      {
        id: workspace.id("A"),
        kind: "events_api",
        payload: eventCallback(core, content),
        person: user.id,
        channel: channel.id,
      },
      undelivered,
    );
  const common = contentOf(core, message);
  const asMessage = {
    ...common,
    type: "message",
    channel_type: kind,
    ...(files.length > 0 ? { subtype: "file_share" } : {}),
  };
  if (!mentioned) return tell(asMessage, heard(event, scope));
  if (heard(event, scope) === undefined) tell(asMessage, undefined);
  return tell({ ...common, type: "app_mention" }, heard("app_mention", "app_mentions:read"));
}

const contentOf = (core: Core, { channel, from, ts, text, thread, files }: Message): Fields => ({
  client_msg_id: crypto.randomUUID(),
  user: from,
  text,
  ts,
  team: core.workspace.team.id,
  blocks: [
    {
      type: "rich_text",
      block_id: core.workspace.id("b"),
      elements: [{ type: "rich_text_section", elements: [{ type: "text", text }] }],
    },
  ],
  channel,
  event_ts: ts,
  ...(thread === undefined ? {} : { thread_ts: thread, parent_user_id: parentOf(core, channel, thread) }),
  ...(files.length > 0 ? { files: files.map((file) => fileJson(core, file)) } : {}),
});

const parentOf = ({ workspace }: Core, channel: string, thread: string): string | undefined =>
  workspace.messages.find((each) => each.channel === channel && each.ts === thread)?.from;
