import { botUser, channel, guild, member, user } from "../payloads.ts";
import { missingAccess, unknownChannel, unknownGuild, unknownMember } from "../refusal.ts";
import type { World } from "../world.ts";
import { ok, type Route } from "./route.ts";

/** Who the bot is, and where. */

const plain = { auth: "bot", takes: "nothing" } as const;

function inGuild(world: World, id: string): void {
  if (id !== world.guild.id) throw unknownGuild();
}

export const office = ({ intentFlags, url }: { intentFlags: number; url: () => string }): readonly Route[] => [
  { ...plain, method: "GET", path: "/gateway", auth: "none", handle: () => ok({ url: url() }) },
  {
    ...plain,
    method: "GET",
    path: "/gateway/bot",
    handle: () =>
      ok({
        url: url(),
        shards: 1,
        session_start_limit: { total: 1000, remaining: 999, reset_after: 86_400_000, max_concurrency: 1 },
      }),
  },
  {
    ...plain,
    method: "GET",
    path: "/users/@me",
    handle: ({ world }) => ok({ ...botUser(world), verified: true, mfa_enabled: false, flags: 0, email: null }),
  },
  {
    ...plain,
    method: "GET",
    path: "/applications/@me",
    handle: ({ world }) => {
      const owner = world.members.get(world.guild.ownerId);
      return ok({
        ...world.application,
        icon: null,
        description: "",
        bot_public: false,
        bot_require_code_grant: false,
        verify_key: "0".repeat(64),
        flags: intentFlags,
        bot: botUser(world),
        owner: owner ? user(owner) : { ...botUser(world), id: world.guild.ownerId, bot: false },
        team: null,
        approximate_guild_count: 1,
        interactions_endpoint_url: null,
        redirect_uris: [],
      });
    },
  },
  {
    ...plain,
    method: "GET",
    path: "/users/@me/guilds",
    query: ["limit", "before", "after", "with_counts"],
    handle: ({ world }) =>
      ok([{ ...guild(world), owner: false, permissions: "2147483647", approximate_member_count: world.members.size }]),
  },
  {
    ...plain,
    method: "GET",
    path: "/guilds/{guild_id}",
    query: ["with_counts"],
    handle: ({ world }, { param }) => {
      inGuild(world, param("guild_id"));
      return ok(guild(world));
    },
  },
  {
    ...plain,
    method: "GET",
    path: "/guilds/{guild_id}/members/{user_id}",
    handle: ({ world }, { param }) => {
      inGuild(world, param("guild_id"));
      const id = param("user_id");
      if (id !== world.application.id && !world.members.has(id)) throw unknownMember();
      return ok(member(world, id));
    },
  },
  {
    ...plain,
    method: "GET",
    path: "/channels/{channel_id}",
    handle: ({ world }, { param }) => {
      const found = world.channels.get(param("channel_id"));
      if (!found) throw unknownChannel();
      if (found.bot === "absent") throw missingAccess();
      return ok(channel(world, found));
    },
  },
];
