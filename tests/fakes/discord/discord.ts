import type { Faults } from "./faults.ts";
import type { GatewayLog } from "./gateway.ts";
import type { Interaction } from "./interaction.ts";
import type { Attachment, Channel, Message, RegisteredCommand, File as SentFile } from "./model.ts";
import type { Person } from "./person.ts";
import type { JournalEntry } from "./rest.ts";
import type { Application, Guild } from "./world.ts";

export interface DiscordOptions {
  readonly token?: string;
  readonly application?: Application;
  readonly guild?: Guild;
  /** A clock of the test's own: nothing then becomes late by itself, see `tick`. */
  readonly now?: () => number;
  /** Privileged intents that are switched on for the bot; none when absent. */
  readonly privilegedIntents?: readonly ("members" | "content")[];
  readonly heartbeatInterval?: number;
  /** The real limit of five messages in five seconds for each channel. */
  readonly channelBucket?: boolean;
  readonly port?: number;
}

export interface NewMember {
  readonly id: string;
  readonly username: string;
  readonly displayName?: string;
  readonly locale?: string;
  readonly roles?: readonly string[];
  /** Beyond the everyday ones; 8n for an administrator. The owner of the guild has all. */
  readonly permissions?: bigint;
  readonly dmsClosed?: boolean;
}

export interface NewChannel {
  readonly id: string;
  readonly name: string;
  /** Ids of who sees it; everybody when absent. */
  readonly members?: readonly string[];
  /** "reads": posting answers 50013; "absent": everything 50001. */
  readonly bot?: Channel["bot"];
}

/** A Discord of one guild, on a loopback port. */
export interface Discord extends Faults {
  /** For `rest.api`. */
  readonly api: string;
  readonly token: string;
  readonly application: Application;
  readonly guild: Guild;

  addMember(member: NewMember): Person;
  addChannel(channel: NewChannel): Channel;
  people(): readonly Person[];
  /** Of the guild; direct ones are with their people. */
  channels(): readonly Channel[];
  /** Changes what the bot may do in a channel. */
  setAccess(channel: Channel, bot: Channel["bot"]): void;

  /** What somebody sees in a channel: ephemeral messages only when they are theirs. */
  visible(person: Person, channel: { readonly id: string }): readonly Message[];
  directMessages(person: Person): readonly Message[];
  /** A message as it stands now; undefined when it was deleted. */
  message(id: string): Message | undefined;
  /** The next public message of the bot there that this has not given before: each is given once, in order. */
  nextMessage(where: { readonly id: string } | Person, matching?: RegExp): Promise<Message>;
  /** Waits until `look` finds something. */
  until<T>(what: string, look: () => T | undefined): Promise<T>;
  /** Calls back at every change, until what it gives is called. */
  onChange(listener: () => void): () => void;
  /** Has everything that waits looked at again, after a test has moved its clock. */
  tick(): void;
  /** Resolves when the bot is connected and known by its token. */
  connected(): Promise<void>;
  readonly attachments: readonly Attachment[];
  readonly commands: readonly RegisteredCommand[];

  /** Closes the websocket: with code 4000, or 4009 after which nothing can be resumed. */
  dropSockets(how?: { readonly resumable?: boolean }): void;
  /** Opcode 7. */
  requestReconnect(): void;
  /** Opcode 9: with false the session is gone. */
  invalidateSession(resumable?: boolean): void;
  /** Sends an interaction a second time. */
  replay(interaction: Interaction): void;
  /** REST answers 401, the gateway closes with 4004. */
  revokeToken(): void;
  /** The gateway closes with 4014 whoever identifies. */
  refuseIntents(): void;

  /** Requests over REST, in their order. */
  readonly requests: readonly JournalEntry[];
  /** What the fake has no answer for; a test asserts that it is empty. */
  readonly unexpected: readonly string[];
  readonly gatewayLog: GatewayLog;
  /** How many messages were not posted again, by their nonce. */
  readonly deduplicated: number;
  stop(): Promise<void>;
}

/** A file to give to an option or to send along. */
export const attachment = (file: SentFile): SentFile => file;
