import type { Fields } from "./json.ts";

/** A person of the guild, as the fake keeps them. */
export interface Member {
  readonly id: string;
  readonly username: string;
  displayName: string;
  locale: string;
  readonly roles: readonly string[];
  readonly permissions: bigint;
  /** The channel of direct messages with the bot. */
  readonly direct: Channel;
  readonly joined: number;
  dmsClosed: boolean;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: "text" | "dm";
  /** Who sees it; everybody when absent. */
  readonly members?: readonly string[];
  /** What the bot may do there. */
  bot: "posts" | "reads" | "absent";
}

export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly content: Uint8Array;
  readonly contentType: string;
  readonly description?: string;
  /** What it was called, without its ending, where its name could not stay as it was. */
  readonly title?: string;
  readonly url: string;
}

/** One state of a message: an edit makes a new one under the same id. */
export interface Message {
  readonly kind: "message";
  readonly id: string;
  readonly channel: string;
  /** The id of a person, or of the bot. */
  readonly author: string;
  readonly content: string;
  readonly embeds: readonly Fields[];
  readonly components: readonly Fields[];
  readonly attachments: readonly Attachment[];
  readonly flags: number;
  readonly sent: number;
  readonly edited?: number;
  readonly nonce?: string | number;
  readonly replyTo?: string;
  /** Who is notified. */
  readonly mentions: readonly string[];
  /** The one person who sees it: it is ephemeral. */
  readonly onlyFor?: string;
  /** "… is thinking": a deferral, without content so far. */
  readonly loading: boolean;
  /** The interaction that it answers. */
  readonly interaction?: { readonly id: string; readonly type: number; readonly person: string };
  readonly reactions: readonly { readonly emoji: string; readonly by: readonly string[] }[];
}

export interface Modal {
  readonly kind: "modal";
  readonly customId: string;
  readonly title: string;
  readonly components: readonly Fields[];
}

export interface Choice {
  readonly name: string;
  readonly value: string | number;
}

/** A command as it was registered, with what Discord adds. */
export interface RegisteredCommand {
  readonly id: string;
  readonly version: string;
  readonly guild: string | undefined;
  readonly body: Fields;
}

/** A file that a person or the bot sends. */
export interface File {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly contentType?: string;
}
