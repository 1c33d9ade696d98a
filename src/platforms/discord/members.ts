import { type APIGuild, type APIGuildMember, Routes } from "discord.js";
import type { Clock } from "../../clock.ts";
import { hasCode } from "./trouble.ts";
import type { Wire } from "./wire.ts";

/** Who belongs to the served server. */
export interface Members {
  /** The name that a member goes by; undefined for whoever is not one. Asked of Discord at most once a minute: who has left is told no more. */
  nameOf(user: string): Promise<string | undefined>;
  /** Somebody was just seen on the server. */
  saw(user: string, name: string): void;
  /** The account that owns the server. */
  owner(): Promise<string>;
  /** What Discord tells of a change of the owner. */
  ownedBy(owner: string): void;
}

const minute = 60_000;

export function createMembers(wire: Wire, server: string, clock: Clock): Members {
  const known = new Map<string, { readonly name: string; readonly until: number }>();
  let owner: string | undefined;
  const saw = (user: string, name: string): void => {
    known.set(user, { name, until: clock.now().getTime() + minute });
  };
  return {
    saw,
    async nameOf(user) {
      const kept = known.get(user);
      if (kept && kept.until > clock.now().getTime()) return kept.name;
      known.delete(user);
      try {
        const member = await wire.ask<APIGuildMember>((rest) => rest.get(Routes.guildMember(server, user)));
        const name = member.nick ?? member.user.global_name ?? member.user.username;
        saw(user, name);
        return name;
      } catch (error) {
        if (hasCode(error, 10007, 10013)) return undefined;
        throw error;
      }
    },
    async owner() {
      owner ??= (await wire.ask<APIGuild>((rest) => rest.get(Routes.guild(server)))).owner_id;
      return owner;
    },
    ownedBy(now) {
      owner = now;
    },
  };
}
