import type { Fields } from "./json.ts";

export interface User {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  readonly email: string;
  /** Whether the address was never confirmed. */
  readonly unconfirmed: boolean;
  readonly locale: string;
  readonly owner: boolean;
  readonly primaryOwner: boolean;
  /** A guest. */
  readonly restricted: boolean;
  readonly tz: string;
  readonly teamId: string;
  readonly bot: boolean;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: "public" | "private" | "direct";
  readonly members: Set<string>;
}

/** A message as it stands now: it changes when it is updated, and stays, marked, when it is deleted. */
export interface Message {
  readonly channel: string;
  readonly ts: string;
  /** Id of the user who wrote it: a person, the bot, or Slackbot for Slack's own words. */
  readonly from: string;
  /** An ephemeral message: seen by this person only. */
  readonly onlyFor?: string;
  readonly thread?: string;
  readonly files: readonly StoredFile[];
  text: string;
  blocks: readonly Fields[];
  attachments: readonly Fields[];
  metadata: Fields | undefined;
  readonly reactions: Set<string>;
  edited: boolean;
  deleted: boolean;
  /** Place of its last change in the order of all things that happened. */
  order: number;
  /** The delivery whose response_url or acknowledgement made the last change. */
  cause: string | undefined;
}

/** A modal or a home tab as the person has it before them. */
export interface View {
  readonly id: string;
  readonly user: string;
  readonly type: "modal" | "home";
  /** What the bot sent, block ids and action ids filled in. */
  content: Fields;
  hash: string;
  readonly root: string;
  readonly previous: string | undefined;
  /** What the person filled in: by block id, then by action id. */
  readonly entries: Map<string, Map<string, Fields>>;
  open: boolean;
  /** Messages of the last refused submission, by block id. */
  errors: Readonly<Record<string, string>>;
  readonly order: number;
  /** The delivery whose trigger opened it. */
  readonly cause: string | undefined;
}

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly mimetype: string;
  /** What a picture shows, in words; "" when the app did not say. */
  readonly about: string;
  readonly user: string;
  content: Uint8Array | undefined;
  readonly length: number;
  completed: boolean;
  readonly channels: string[];
  readonly created: number;
}

export interface Trigger {
  readonly user: string;
  readonly channel: string | undefined;
  readonly expires: number;
  readonly cause: string;
  /** Of an interaction in a modal: views.push puts the next one on top of it. */
  readonly view?: View;
  used: boolean;
}

export interface ResponseUrl {
  readonly user: string;
  readonly channel: string;
  readonly expires: number;
  readonly cause: string;
  /** The message whose button was pressed. */
  readonly message?: Message;
  readonly thread?: string;
  uses: number;
}

export interface Workspace {
  readonly team: { readonly id: string; readonly name: string };
  readonly bot: { readonly id: string; readonly userId: string; readonly name: string };
  readonly appId: string;
  readonly scopes: Set<string>;
  readonly users: Map<string, User>;
  readonly channels: Map<string, Channel>;
  readonly messages: Message[];
  readonly views: Map<string, View>;
  readonly files: Map<string, StoredFile>;
  readonly triggers: Map<string, Trigger>;
  readonly responseUrls: Map<string, ResponseUrl>;
  /** What no real Slack would be asked: a test holds that it is empty. */
  readonly unexpected: string[];
  now(): number;
  /** An id as Slack makes them, with its letter in front. */
  id(letter: string): string;
  /** A message's time, which is also its name: never the same twice. */
  ts(): string;
  /** The next place in the order of things that happened. */
  next(): number;
  /** The conversation between a person and the bot. */
  direct(user: string): Channel;
}

export const slackbot = "USLACKBOT";

export function createWorkspace(given: Pick<Workspace, "team" | "bot" | "appId" | "scopes" | "now">): Workspace {
  // a Slack that is started again has forgotten everything, but gives no id a second time
  let made = Math.floor(given.now() / 1000) * 1000;
  let order = 0;
  let last = 0;
  const channels = new Map<string, Channel>();
  const id = (letter: string) => {
    made += 1;
    return `${letter}0${made.toString(36).toUpperCase().padStart(9, "A")}`;
  };
  return {
    ...given,
    channels,
    users: new Map([[given.bot.userId, botUser(given)]]),
    messages: [],
    views: new Map(),
    files: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
    unexpected: [],
    id,
    ts() {
      last = Math.max(last + 1, given.now() * 1000);
      return `${Math.floor(last / 1_000_000)}.${String(last % 1_000_000).padStart(6, "0")}`;
    },
    next() {
      order += 1;
      return order;
    },
    direct(user) {
      const members = [user, given.bot.userId];
      const known = [...channels.values()].find(
        (each) => each.kind === "direct" && members.every((member) => each.members.has(member)),
      );
      if (known) return known;
      const channel: Channel = { id: id("D"), name: "directmessage", kind: "direct", members: new Set(members) };
      channels.set(channel.id, channel);
      return channel;
    },
  };
}

const botUser = ({ team, bot }: Pick<Workspace, "team" | "bot">): User => ({
  id: bot.userId,
  name: bot.name,
  realName: bot.name,
  email: "",
  unconfirmed: false,
  locale: "en-US",
  owner: false,
  primaryOwner: false,
  restricted: false,
  tz: "Asia/Shanghai",
  teamId: team.id,
  bot: true,
});

/** May this person look into the channel? Guests and private conversations only as members. */
export function canSee(workspace: Workspace, user: string, channel: Channel): boolean {
  if (channel.members.has(user)) return true;
  return channel.kind === "public" && workspace.users.get(user)?.restricted === false;
}

/** Does this person see the message? */
export function visible(workspace: Workspace, user: string, { channel, deleted, onlyFor }: Message): boolean {
  const place = workspace.channels.get(channel);
  return (
    place !== undefined && !deleted && (onlyFor === undefined || onlyFor === user) && canSee(workspace, user, place)
  );
}

export function visibleMessages(workspace: Workspace, user: string, channel: Channel): readonly Message[] {
  return workspace.messages.filter((each) => each.channel === channel.id && visible(workspace, user, each));
}
