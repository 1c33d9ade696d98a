import type { Acknowledgement, Delivery } from "./delivery.ts";
import type { Faults } from "./faults.ts";
import type { HttpAnswer, Signed } from "./http-mode.ts";
import type { Person } from "./person.ts";
import type { RenderedMessage } from "./rendered.ts";
import type { DisconnectReason } from "./socket-mode.ts";
import type { Request } from "./web-api.ts";
import type { Channel, Message, StoredFile, View } from "./workspace.ts";

export interface SlackOptions {
  readonly botToken?: string;
  readonly appToken?: string;
  readonly signingSecret?: string;
  readonly team?: { readonly id: string; readonly name: string };
  readonly bot?: { readonly id: string; readonly userId: string; readonly name: string };
  readonly appId?: string;
  readonly mode?: "socket" | "http";
  /** HTTP mode: where the app listens. */
  readonly requestUrl?: string;
  readonly scopes?: readonly string[];
  /** Slash commands of the app, with the slash. */
  readonly commands?: readonly string[];
  /** app_mention, message.im, message.channels, message.groups, app_home_opened */
  readonly events?: readonly string[];
  /** With a clock of the test's own, nothing falls due before `tick()`. */
  readonly now?: () => number;
  readonly port?: number;
}

export interface NewUser {
  readonly id: string;
  readonly name: string;
  readonly realName?: string;
  readonly email?: string;
  /** The address was never confirmed. */
  readonly unconfirmed?: boolean;
  readonly locale?: string;
  readonly owner?: boolean;
  readonly primaryOwner?: boolean;
  /** A guest. */
  readonly restricted?: boolean;
  readonly tz?: string;
  readonly teamId?: string;
}

export interface NewChannel {
  readonly id: string;
  readonly name: string;
  readonly private?: boolean;
  /** A talk between people, without the bot. */
  readonly direct?: boolean;
  /** Ids of users. */
  readonly members?: readonly string[];
  readonly botIsMember?: boolean;
}

export interface Slack extends Omit<Faults, "next" | "stop"> {
  /** For `clientOptions.slackApiUrl`. */
  readonly apiUrl: string;
  readonly tokens: { readonly bot: string; readonly app: string; readonly signingSecret: string };
  readonly bot: { readonly id: string; readonly userId: string; readonly name: string };
  readonly team: { readonly id: string; readonly name: string };
  addUser(user: NewUser): Person;
  addChannel(channel: NewChannel): Channel;
  people(): readonly Person[];
  channels(): readonly Channel[];
  /** What the person sees in a channel, by its id or name, oldest first. */
  visible(person: Person, channel: string): readonly Message[];
  /** Their talk with the bot. */
  directMessages(person: Person): readonly Message[];
  /** As a person would read it, and whom it calls. */
  rendered(what: Message | View): RenderedMessage;
  /** Waits until something is to be seen; looked at after every change. */
  until<T>(what: string, look: () => T | undefined): Promise<T>;
  readonly files: readonly StoredFile[];
  readonly deliveries: readonly Delivery[];
  readonly requests: readonly Request[];
  /** What no real Slack would accept, in words. Tests hold that it is empty. */
  readonly unexpected: readonly string[];
  /** Open sockets; `until` can wait for them. */
  readonly connections: number;
  connected(count?: number): Promise<void>;
  /** Does what is due by the clock that was given. */
  tick(): void;
  redeliver(delivery: Delivery, how?: { readonly sameEnvelope?: boolean }): Promise<Acknowledgement>;
  dropSockets(): void;
  requestDisconnect(reason: DisconnectReason): void;
  revokeToken(which?: "bot" | "app", error?: "token_revoked" | "invalid_auth" | "account_inactive"): void;
  grant(scope: string): void;
  revokeScope(scope: string): void;
  setRequestUrl(url: string): void;
  /** HTTP mode: a request of the test's own, signed rightly or wrongly. */
  postSigned(message: Signed): Promise<HttpAnswer>;
  verifyUrl(): Promise<boolean>;
  stop(): Promise<void>;
}
