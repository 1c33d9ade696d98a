import { demand, problem, record, refuse, snowflake } from "../check/shape.ts";
import type { Core } from "../core.ts";
import { type Fields, fieldsOf, textOf } from "../json.ts";
import { edit, post, remove } from "../messages.ts";
import type { Channel, Message } from "../model.ts";
import * as payloads from "../payloads.ts";
import {
  directMessagesClosed,
  invalidRecipient,
  missingAccess,
  missingPermissions,
  notTheAuthor,
  onDirectChannel,
  unknownChannel,
  unknownEmoji,
  unknownMessage,
} from "../refusal.ts";
import { recipientOf, type World } from "../world.ts";
import { type Answer, type Call, done, object, ok, type Route } from "./route.ts";

/** Messages that the bot posts on its own. */

const one = "/channels/{channel_id}/messages/{message_id}";
const own = `${one}/reactions/{emoji_name}/@me`;
const silent = { auth: "bot", takes: "nothing" } as const;

export const channels: readonly Route[] = [
  { method: "POST", path: "/users/@me/channels", auth: "bot", takes: "json", handle: openDirect },
  {
    ...silent,
    method: "GET",
    path: "/channels/{channel_id}/messages",
    query: ["limit", "before", "after", "around"],
    handle: recent,
  },
  { method: "POST", path: "/channels/{channel_id}/messages", auth: "bot", takes: "form", handle: create },
  { ...silent, method: "GET", path: one, handle: read },
  { method: "PATCH", path: one, auth: "bot", takes: "form", handle: change },
  { ...silent, method: "DELETE", path: one, handle: erase },
  { ...silent, method: "POST", path: "/channels/{channel_id}/typing", handle: typing },
  { ...silent, method: "PUT", path: own, handle: react },
  { ...silent, method: "DELETE", path: own, handle: unreact },
];

function openDirect({ world }: Core, { body }: Call): Answer {
  demand(record({ recipient_id: snowflake }), body);
  const person = world.members.get(textOf(fieldsOf(body).recipient_id));
  if (!person) throw invalidRecipient();
  return ok(payloads.channel(world, person.direct));
}

function place(world: World, { param }: Call): Channel {
  const found = world.channels.get(param("channel_id"));
  if (!found) throw unknownChannel();
  if (found.bot === "absent") throw missingAccess();
  return found;
}

function toPostIn(world: World, call: Call): Channel {
  const found = place(world, call);
  if (recipientOf(world, found)?.dmsClosed) throw directMessagesClosed();
  if (found.bot === "reads") throw missingPermissions();
  return found;
}

/** Ephemeral messages do not exist for a bot that comes this way. */
function find(world: World, call: Call): Message {
  const { id } = place(world, call);
  const message = world.messages.get(call.param("message_id"));
  if (!message || message.channel !== id || message.onlyFor !== undefined) throw unknownMessage();
  return message;
}

/** The bot over REST reads only what its intents let it read; that is asked for at the gateway, so here: no. */
const told = (world: World, message: Message): Answer => ok(payloads.message(world, message, false));

function recent({ world }: Core, call: Call): Answer {
  const { id } = place(world, call);
  const limit = Number(call.query.get("limit") ?? 50);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100)
    refuse(problem(["limit"], "NUMBER_TYPE_MAX", "Value should be between 1 and 100."));
  const [before, after] = [call.query.get("before"), call.query.get("after")];
  const found = [...world.messages.values()]
    .filter((each) => each.channel === id && each.onlyFor === undefined)
    .filter((each) => before === null || BigInt(each.id) < BigInt(before))
    .filter((each) => after === null || BigInt(each.id) > BigInt(after))
    .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? 1 : -1))
    .slice(0, limit);
  return ok(found.map((each) => payloads.message(world, each, false)));
}

const nonceLife = 5 * 60_000;

function create(core: Core, call: Call): Answer {
  const { world } = core;
  const channel = toPostIn(world, call);
  const body = object(call.body);
  const again = body.enforce_nonce === true ? withNonce(world, body.nonce) : undefined;
  if (again) {
    world.deduplicated += 1;
    return told(world, again);
  }
  const replyTo = repliedTo(world, channel, body);
  return told(world, post(core, "channel", { channel: channel.id, body, files: call.files, replyTo }));
}

function withNonce(world: World, nonce: unknown): Message | undefined {
  if (nonce === undefined || nonce === null) return undefined;
  return [...world.messages.values()].find(
    (each) =>
      each.author === world.application.id &&
      String(each.nonce) === String(nonce) &&
      world.now() - each.sent < nonceLife,
  );
}

function repliedTo(world: World, { id }: Channel, body: Fields): string | undefined {
  const reference = fieldsOf(body.message_reference);
  const wanted = textOf(reference.message_id);
  if (wanted === "") return undefined;
  const found = world.messages.get(wanted);
  if (found?.channel === id && found.onlyFor === undefined) return wanted;
  if (reference.fail_if_not_exists !== false)
    refuse(problem(["message_reference"], "REPLIES_UNKNOWN_MESSAGE", "Unknown message"));
  return undefined;
}

function read({ world }: Core, call: Call): Answer {
  return told(world, find(world, call));
}

function change(core: Core, call: Call): Answer {
  const message = find(core.world, call);
  if (message.author !== core.world.application.id) throw notTheAuthor();
  return told(core.world, edit(core, message, object(call.body), call.files));
}

function erase(core: Core, call: Call): Answer {
  const message = find(core.world, call);
  const foreign = message.author !== core.world.application.id;
  if (foreign) throw place(core.world, call).kind === "dm" ? onDirectChannel() : missingPermissions();
  remove(core, message);
  return done;
}

function typing({ world }: Core, call: Call): Answer {
  toPostIn(world, call);
  return done;
}

/** A single emoji, or name:id of one of the guild's own. */
function emoji({ param }: Call): string {
  const name = param("emoji_name");
  if (/^\w{2,32}:\d+$/.test(name) || /^[\p{RGI_Emoji}]$/v.test(name)) return name;
  throw unknownEmoji();
}

function react(core: Core, call: Call): Answer {
  setReaction(core, call, (by, bot) => [...new Set([...by, bot])]);
  return done;
}

function unreact(core: Core, call: Call): Answer {
  setReaction(core, call, (by, bot) => by.filter((each) => each !== bot));
  return done;
}

function setReaction(core: Core, call: Call, change: (by: readonly string[], bot: string) => readonly string[]): void {
  const { world } = core;
  const message = find(world, call);
  const name = emoji(call);
  const before = message.reactions.find((each) => each.emoji === name) ?? { emoji: name, by: [] };
  const after = { emoji: name, by: change(before.by, world.application.id) };
  const reactions = [...message.reactions.filter((each) => each.emoji !== name), after];
  world.messages.set(message.id, { ...message, reactions: reactions.filter(({ by }) => by.length > 0) });
  core.hub.changed();
}
