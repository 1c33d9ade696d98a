import type { Attachment, Channel, File, Member, Message, RegisteredCommand } from "./model.ts";
import { createIds } from "./snowflake.ts";

export interface Application {
  readonly id: string;
  readonly name: string;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
}

/** All that Discord knows. */
export interface World {
  readonly application: Application;
  readonly guild: Guild;
  readonly now: () => number;
  readonly id: () => string;
  readonly members: Map<string, Member>;
  readonly channels: Map<string, Channel>;
  readonly messages: Map<string, Message>;
  readonly attachments: Map<string, Attachment>;
  commands: readonly RegisteredCommand[];
  /** How many posts met a nonce that the bot had used. */
  deduplicated: number;
  origin: string;
}

export function createWorld(parts: Pick<World, "application" | "guild" | "now">): World {
  return {
    ...parts,
    id: createIds(parts.now),
    members: new Map(),
    channels: new Map(),
    messages: new Map(),
    attachments: new Map(),
    commands: [],
    deduplicated: 0,
    origin: "",
  };
}

/** Who owns the direct channel, or undefined in the guild. */
export const recipientOf = (world: World, channel: Channel): Member | undefined =>
  [...world.members.values()].find(({ direct }) => direct.id === channel.id);

export const maySee = (person: Member, channel: Channel): boolean =>
  channel.kind === "dm" ? person.direct.id === channel.id : (channel.members?.includes(person.id) ?? true);

const everyday = 0x400n | 0x800n | 0x40n | 0x8000n | 0x10000n | 0x4000n | 0x80000000n | 0x4000000000n;
export const administrator = 0x8n;
/** To see, write (in threads too), react, attach, embed and read the history, and to use commands. */
export const everydayPermissions = everyday;

export const permissionsOf = (world: World, person: Member): bigint =>
  person.id === world.guild.ownerId ? everyday | administrator | 0x20n : everyday | person.permissions;

const types: Readonly<Record<string, string>> = {
  csv: "text/csv; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  json: "application/json; charset=utf-8",
  ics: "text/calendar; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  png: "image/png",
  pdf: "application/pdf",
};

const unknownType = "application/octet-stream";

/** Keeps a file where it can be fetched. */
export function keepFile(world: World, channel: string, file: File, description?: string): Attachment {
  const id = world.id();
  // Discord allows few characters in names of files
  const name = file.name.replaceAll(/[^\p{L}\p{N}._-]+/gu, "_");
  const given = file.contentType || unknownType;
  const ending = name.split(".").at(-1)?.toLowerCase() ?? "";
  const attachment: Attachment = {
    id,
    name,
    content: typeof file.content === "string" ? new TextEncoder().encode(file.content) : file.content,
    contentType: given === unknownType ? (types[ending] ?? unknownType) : given,
    url: `${world.origin}/attachments/${channel}/${id}/${encodeURIComponent(name)}`,
    ...(description === undefined ? {} : { description }),
    ...(name === file.name ? {} : { title: file.name.replace(/\.\w+$/u, "") }),
  };
  world.attachments.set(id, attachment);
  return attachment;
}
