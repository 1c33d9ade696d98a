import type { Core } from "../core.ts";
import { type Fields, textOf } from "../json.ts";
import { findMessage, messageJson } from "../messages.ts";
import type { Channel } from "../workspace.ts";
import { done, missingScope, page, type Route, refuse } from "./route.ts";

const prefix = { public: "channels", private: "groups", direct: "im" } as const;

const kinds: ReadonlyMap<string, Channel["kind"]> = new Map([
  ["public_channel", "public"],
  ["private_channel", "private"],
  ["im", "direct"],
]);

const scopeFor = (channel: Channel, what: "read" | "history"): string => `${prefix[channel.kind]}:${what}`;

const otherIn = ({ workspace }: Core, channel: Channel): string | undefined =>
  [...channel.members].find((each) => each !== workspace.bot.userId);

function channelJson(core: Core, channel: Channel): Fields {
  const { workspace } = core;
  const direct = channel.kind === "direct";
  return {
    id: channel.id,
    ...(direct ? { user: otherIn(core, channel) } : { name: channel.name, name_normalized: channel.name }),
    is_channel: channel.kind === "public",
    is_group: false,
    is_im: direct,
    is_mpim: false,
    is_private: channel.kind !== "public",
    is_archived: false,
    is_general: false,
    ...(direct ? {} : { is_member: channel.members.has(workspace.bot.userId) }),
    context_team_id: workspace.team.id,
    created: 1_700_000_000,
  };
}

/** The channel, if the bot may know of it and has the scope for its kind. */
function known(core: Core, given: Fields, what: "read" | "history", run: (channel: Channel) => Fields): Fields {
  const { workspace } = core;
  const channel = workspace.channels.get(textOf(given.channel));
  const member = channel?.members.has(workspace.bot.userId) ?? false;
  if (!channel || (channel.kind !== "public" && !member)) return refuse("channel_not_found");
  const scope = scopeFor(channel, what);
  if (!workspace.scopes.has(scope)) return missingScope(core, scope);
  return run(channel);
}

function open(core: Core, given: Fields): Fields {
  const { workspace } = core;
  const users = textOf(given.users).split(",").filter(Boolean);
  if (users.length === 0) return refuse("users_list_not_supplied");
  const [user = ""] = users;
  if (users.length > 1) return missingScope(core, "mpim:write");
  if (!workspace.users.has(user)) return refuse("user_not_found");
  if (user === workspace.bot.userId) return refuse("cannot_dm_bot");
  const before = workspace.channels.size;
  const channel = workspace.direct(user);
  const already = before === workspace.channels.size;
  return done({
    ...(already ? { no_op: true, already_open: true } : {}),
    channel: given.return_im === true ? channelJson(core, channel) : { id: channel.id },
  });
}

const info = (core: Core, given: Fields): Fields =>
  known(core, given, "read", (channel) =>
    done({
      channel: {
        ...channelJson(core, channel),
        ...(given.include_num_members === true ? { num_members: channel.members.size } : {}),
        ...(given.include_locale === true ? { locale: "en-US" } : {}),
      },
    }),
  );

const members = (core: Core, given: Fields): Fields =>
  known(core, given, "read", (channel) => {
    const { items, cursor } = page([...channel.members], given);
    return done({ members: items, response_metadata: { next_cursor: cursor } });
  });

function list(core: Core, given: Fields): Fields {
  const { workspace } = core;
  const wanted = new Set<Channel["kind"]>();
  for (const type of (textOf(given.types) || "public_channel").split(",")) {
    const kind = kinds.get(type);
    if (kind === undefined) return refuse("invalid_types");
    const scope = `${prefix[kind]}:read`;
    if (!workspace.scopes.has(scope)) return missingScope(core, scope);
    wanted.add(kind);
  }
  const all = [...workspace.channels.values()].filter(
    ({ kind, members: inside }) => wanted.has(kind) && (kind === "public" || inside.has(workspace.bot.userId)),
  );
  const { items, cursor } = page(all, given);
  return done({
    channels: items.map((each) => channelJson(core, each)),
    response_metadata: { next_cursor: cursor },
  });
}

const history = (core: Core, given: Fields): Fields =>
  known(core, given, "history", (channel) => {
    const { workspace } = core;
    if (!channel.members.has(workspace.bot.userId)) return refuse("not_in_channel");
    const { oldest, latest, inclusive } = given;
    const within = (ts: string) =>
      (oldest === undefined || ts > String(oldest) || (inclusive === true && ts === oldest)) &&
      (latest === undefined || ts < String(latest) || (inclusive === true && ts === latest));
    const found = workspace.messages
      .filter(
        ({ channel: id, ts, onlyFor, deleted, thread }) =>
          id === channel.id && onlyFor === undefined && !deleted && thread === undefined && within(ts),
      )
      .toReversed();
    const { items, cursor } = page(found, given);
    return done({
      messages: items.map((each) => messageJson(core, each)),
      has_more: cursor !== "",
      ...(cursor === "" ? {} : { response_metadata: { next_cursor: cursor } }),
    });
  });

function react(core: Core, given: Fields): Fields {
  const channel = core.workspace.channels.get(textOf(given.channel));
  if (!channel) return refuse("channel_not_found");
  const message = findMessage(core, channel, textOf(given.timestamp));
  if (!message || message.onlyFor !== undefined) return refuse("message_not_found");
  if (!/^[a-z0-9_+'-]+(::skin-tone-[2-6])?$/.test(textOf(given.name))) return refuse("invalid_name");
  const reactions = message.reactions;
  if (reactions.has(textOf(given.name))) return refuse("already_reacted");
  reactions.add(textOf(given.name));
  core.hub.changed();
  return done();
}

const paging = { cursor: "text", limit: "number" } as const;

export const conversations: readonly Route[] = [
  {
    method: "conversations.open",
    scopes: ["im:write"],
    json: true,
    required: {},
    optional: { users: "text", return_im: "flag", prevent_creation: "flag" },
    run: open,
  },
  {
    method: "conversations.info",
    scopes: [],
    byChannel: "read",
    json: false,
    required: { channel: "text" },
    optional: { include_locale: "flag", include_num_members: "flag" },
    run: info,
  },
  {
    method: "conversations.members",
    scopes: [],
    byChannel: "read",
    json: false,
    required: { channel: "text" },
    optional: paging,
    run: members,
  },
  {
    method: "conversations.list",
    scopes: [],
    byChannel: "read",
    json: false,
    required: {},
    optional: { ...paging, types: "text", exclude_archived: "flag" },
    run: list,
  },
  {
    method: "conversations.history",
    scopes: [],
    byChannel: "history",
    json: false,
    required: { channel: "text" },
    optional: { ...paging, oldest: "text", latest: "text", inclusive: "flag", include_all_metadata: "flag" },
    run: history,
  },
  {
    method: "reactions.add",
    scopes: ["reactions:write"],
    json: true,
    required: { channel: "text", name: "text", timestamp: "text" },
    optional: {},
    run: react,
  },
];
