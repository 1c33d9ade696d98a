import { REST } from "discord.js";
import type { DiscordConfig } from "../../config.ts";
import type { Log } from "../../log.ts";
import { tokenTrouble } from "./trouble.ts";

/** Discord over HTTP. It works before the bot is connected and after it was: answers outlive a connection. */
export interface Wire {
  readonly rest: REST;
  /** Asks Discord; a token that is refused is logged in plain words, once. */
  ask<Answer>(work: (rest: REST) => Promise<unknown>): Promise<Answer>;
  /** The same for answers to interactions, which Discord does not count among the fifty requests a second of a bot. */
  answer(work: (rest: REST) => Promise<unknown>): Promise<void>;
  close(): void;
}

export function openWire({ token, apiUrl }: Pick<DiscordConfig, "token" | "apiUrl">, log: Log): Wire {
  const rest = new REST({ api: apiUrl.replace(/\/+$/, "") }).setToken(token);
  const answers = new REST({ api: apiUrl.replace(/\/+$/, ""), globalRequestsPerSecond: 10_000 });
  let told = false;
  return {
    rest,
    answer: async (work) => void (await work(answers)),
    async ask<Answer>(work: (rest: REST) => Promise<unknown>) {
      try {
        const answer = await work(rest);
        told = false;
        return answer as Answer;
      } catch (error) {
        const trouble = tokenTrouble(error);
        if (!trouble) throw error;
        if (!told) log.warn("the token is refused", { platform: "discord", error: trouble.message });
        told = true;
        throw trouble;
      }
    },
    close() {
      for (const each of [rest, answers]) {
        each.clearHashSweeper();
        each.clearHandlerSweeper();
      }
    },
  };
}
