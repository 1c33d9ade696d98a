import { within } from "./check/components.ts";
import { type BodyKind, demandMessage, flags } from "./check/message.ts";
import { problem, refuse } from "./check/shape.ts";
import type { Core } from "./core.ts";
import { intents } from "./gateway.ts";
import { type Fields, fieldLists, fieldsOf, isFields, listOf, numberOf, textOf } from "./json.ts";
import type { Attachment, Message } from "./model.ts";
import * as payloads from "./payloads.ts";
import { emptyMessage } from "./refusal.ts";
import { keepFile, type World } from "./world.ts";

/** A file of a request, under the number that it was uploaded with. */
export interface Upload {
  readonly index: number;
  readonly name: string;
  readonly content: Uint8Array;
  readonly contentType: string;
}

export interface Posting {
  readonly channel: string;
  readonly body: Fields;
  readonly files: readonly Upload[];
  readonly onlyFor?: string | undefined;
  readonly interaction?: Message["interaction"];
  readonly replyTo?: string | undefined;
}

/** Posts what the bot sends, after looking at it as strictly as Discord. */
export function post(core: Core, kind: BodyKind, posting: Posting): Message {
  const { world } = core;
  const { body, channel, onlyFor, interaction, replyTo } = posting;
  demandMessage(kind, body);
  const loading = kind === "deferral";
  const { nonce } = body;
  const message: Message = {
    kind: "message",
    id: world.id(),
    channel,
    author: world.application.id,
    ...(loading ? { ...nothing, flags: flags.loading | numberOf(body.flags) } : contentOf(world, channel, posting)),
    sent: world.now(),
    loading,
    reactions: [],
    ...(onlyFor === undefined ? {} : { onlyFor }),
    ...(interaction === undefined ? {} : { interaction }),
    ...(typeof nonce === "string" || typeof nonce === "number" ? { nonce } : {}),
    ...(replyTo === undefined ? {} : { replyTo }),
  };
  return keep(core, message);
}

const nothing = { content: "", embeds: [], components: [], attachments: [], flags: 0, mentions: [] };

/** Puts a message where it is seen, and tells the bot. */
export function keep(core: Core, message: Message): Message {
  core.world.messages.set(message.id, message);
  announce(core, "MESSAGE_CREATE", message);
  core.hub.changed();
  return message;
}

/** Changes what the body names and leaves the rest. */
export function edit(core: Core, before: Message, body: Fields, files: readonly Upload[]): Message {
  const { world } = core;
  demandMessage("edit", body, before.flags);
  const given = body.flags;
  const asked = typeof given === "number" ? given | (before.flags & ~flags.suppressEmbeds) : before.flags;
  const after: Message = {
    ...before,
    ...contentOf(world, before.channel, { body, files, replyTo: before.replyTo }, before),
    flags: asked & ~flags.loading,
    loading: false,
    ...(before.loading ? {} : { edited: world.now() }),
  };
  world.messages.set(after.id, after);
  announce(core, before.loading ? "MESSAGE_CREATE" : "MESSAGE_UPDATE", after);
  core.hub.changed();
  return after;
}

export function remove(core: Core, message: Message): void {
  core.world.messages.delete(message.id);
  announce(core, "MESSAGE_DELETE", message);
  core.hub.changed();
}

/** Ephemeral messages are not announced: the bot knows them from its own answer only. */
export function announce(core: Core, event: string, message: Message): void {
  const { world, gateway } = core;
  if (message.onlyFor !== undefined || message.loading) return;
  const dm = world.channels.get(message.channel)?.kind === "dm";
  gateway.dispatch(event, dm ? intents.directMessages : intents.guildMessages, (wanted) =>
    event === "MESSAGE_DELETE"
      ? { id: message.id, channel_id: message.channel, ...(dm ? {} : { guild_id: world.guild.id }) }
      : payloads.messageEvent(world, message, Boolean(wanted & intents.content)),
  );
}

type Content = Pick<Message, "content" | "embeds" | "components" | "attachments" | "flags" | "mentions">;

function contentOf(
  world: World,
  channel: string,
  { body, files, replyTo }: Pick<Posting, "body" | "files" | "replyTo">,
  before?: Message,
): Content {
  const attachments = attachmentsOf(world, channel, body, files, before?.attachments ?? []);
  const linked = (value: unknown, path: readonly string[]) => fieldLists(withLinks(value, attachments, path));
  const given = <T>(name: string, make: () => T, kept: T | undefined, none: T): T =>
    body[name] === undefined ? (kept ?? none) : make();
  const content: Content = {
    content: given("content", () => textOf(body.content), before?.content, ""),
    embeds: given("embeds", () => linked(body.embeds, ["embeds"]).map(asShown), before?.embeds, []),
    components: given("components", () => numbered(linked(body.components, ["components"])), before?.components, []),
    attachments,
    flags: numberOf(body.flags),
    mentions: before?.mentions ?? [],
  };
  const shows = [content.content.trim(), ...content.embeds, ...content.components, ...attachments];
  if (!shows.some(Boolean)) throw emptyMessage();
  return before && body.content === undefined
    ? content
    : { ...content, mentions: notified(world, content, body, replyTo) };
}

const asShown = (embed: Fields): Fields => ({ type: "rich", ...embed });

function attachmentsOf(
  world: World,
  channel: string,
  body: Fields,
  files: readonly Upload[],
  before: readonly Attachment[],
): readonly Attachment[] {
  const named = fieldLists(body.attachments).map((each) => ({ ...each, id: String(each.id) }) as Fields);
  const entry = (id: string) => named.find((each) => each.id === id);
  const known = new Set([...before.map(({ id }) => id), ...files.map(({ index }) => String(index))]);
  refuse(
    named.flatMap(({ id }, at) =>
      known.has(textOf(id))
        ? []
        : problem(["attachments", at, "id"], "ATTACHMENT_NOT_FOUND", `Neither a file of this request nor kept: ${id}`),
    ),
  );
  refuse(
    named.flatMap(({ description }, at) =>
      textOf(description).length > 1024
        ? problem(["attachments", at, "description"], "BASE_TYPE_MAX_LENGTH", "Must be 1024 or fewer in length.")
        : [],
    ),
  );
  const kept = body.attachments === undefined ? before : before.filter(({ id }) => entry(id));
  const added = files.map((file) => {
    const { filename, description } = entry(String(file.index)) ?? {};
    const name = typeof filename === "string" ? filename : file.name;
    return keepFile(world, channel, { ...file, name }, typeof description === "string" ? description : undefined);
  });
  if (kept.length + added.length > 10)
    refuse(problem(["attachments"], "BASE_TYPE_MAX_LENGTH", "Must be 10 or fewer in length."));
  return [...kept, ...added];
}

/** `attachment://name` becomes the address of the file. */
function withLinks(value: unknown, attachments: readonly Attachment[], path: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((each) => withLinks(each, attachments, path));
  if (isFields(value))
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, withLinks(each, attachments, [...path, name])]),
    );
  if (typeof value !== "string" || !/^attachment:\/\/\S+$/.test(value) || !/url$/.test(path.at(-1) ?? "")) return value;
  const found = attachments.find(({ name }) => name === value.slice("attachment://".length));
  if (!found) refuse(problem(path, "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND", `No such file: ${value}`));
  return found?.url;
}

/** Every component gets a number of its own, as Discord does where the bot gives none. */
function numbered(components: readonly Fields[]): readonly Fields[] {
  const taken = new Set(components.flatMap(within).map(({ id }) => id));
  let last = 0;
  const next = () => {
    do last += 1;
    while (taken.has(last));
    return last;
  };
  const number = (component: Fields): Fields => ({
    ...component,
    id: numberOf(component.id) || next(),
    ...(component.components ? { components: fieldLists(component.components).map(number) } : {}),
    ...(component.accessory ? { accessory: number(fieldsOf(component.accessory)) } : {}),
    ...(component.component ? { component: number(fieldsOf(component.component)) } : {}),
  });
  return components.map(number);
}

export { numbered as withNumbers };

/** Whose ids stand in the text, as far as the bot lets them be notified. */
function notified(world: World, { content, components }: Content, body: Fields, replyTo?: string): readonly string[] {
  const texts = components.flatMap(within).map((each) => textOf(each.content));
  const named = [...[content, ...texts].join(" ").matchAll(/<@!?(\d+)>/g)].map((match) => match[1] ?? "");
  const allowed = isFields(body.allowed_mentions) ? body.allowed_mentions : undefined;
  const all = allowed === undefined || listOf(allowed.parse).includes("users");
  const may = (id: string) => world.members.has(id) && (all || listOf(allowed?.users).includes(id));
  const author = replyTo === undefined ? undefined : world.messages.get(replyTo)?.author;
  const replied = author !== undefined && allowed?.replied_user !== false && world.members.has(author) ? [author] : [];
  return [...new Set([...named.filter(may), ...replied])];
}
