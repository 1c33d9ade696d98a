import { App } from "@slack/bolt";
import { type Clock, systemClock } from "../../clock.ts";
import type { SlackConfig } from "../../config.ts";
import type { Log } from "../../log.ts";
import type { Delivery } from "../../request.ts";
import { wordingFor } from "../../wording/wording.ts";
import { type Desk, type Platform, PlatformError } from "../platform.ts";
import { type Clients, createClients, loggerOver, type RetryConfig } from "./client.ts";
import { type Connection, createConnection } from "./connection.ts";
import { fetchFile } from "./files.ts";
import { listen } from "./incoming.ts";
import { createOutgoing, type Outgoing } from "./outgoing.ts";
import { createPeople, type People } from "./people.ts";
import type { ReturnTo } from "./return-to.ts";
import { codeOf, missingScopes, refusedToken } from "./troubles.ts";
import { nameEverybody } from "./words.ts";

export interface Slack extends Platform {
  /** Where it listens in HTTP mode, once it is started. */
  port(): number | undefined;
}

export interface SlackOptions {
  readonly clock?: Clock;
  /** How Slack's client tries again what failed. */
  readonly retryConfig?: RetryConfig;
  /** Milliseconds after which a silent connection counts as lost, and before it is opened again. */
  readonly pingTimeout?: number;
}

/** What is there between a start and a stop. */
interface Open {
  readonly desk: Desk;
  readonly connection: Connection;
  readonly people: People;
  readonly outgoing: Outgoing;
}

/** Slack, by its own library: through a socket that Mishu opens, or by requests that Slack sends. One workspace. */
export function createSlack(config: SlackConfig, log: Log, options: SlackOptions = {}): Slack {
  const { apiUrl, botToken: token } = config;
  const clients = createClients(config, log, options.retryConfig);
  const web = clients.patient;
  let running: Open | undefined;
  let port: number | undefined;
  const open = (): Open => {
    if (!running) throw new Error("Slack is not connected");
    return running;
  };

  return {
    name: "slack",
    port: () => port,
    async start(desk) {
      const { team, self, bot } = await introduce(clients);
      const connection = createConnection(config, log, options);
      const people = createPeople(team, clients, options.clock ?? systemClock);
      const outgoing = createOutgoing({ web, desk, team, apiUrl, log });
      const app = new App({
        receiver: connection.receiver,
        authorize: async () => ({ botToken: token, botId: bot, botUserId: self }),
        logger: loggerOver(log),
        convoStore: false,
        clientOptions: { slackApiUrl: apiUrl },
      });
      app.error(async (error) => log.warn("not received", { platform: "slack", error: error.original ?? error }));
      listen({ app, desk, people, clients, outgoing, log, team, self, command: config.command });
      running = { desk, connection, people, outgoing };
      try {
        port = await connection.open();
      } catch (error) {
        running = undefined;
        throw error;
      }
    },
    visitor: ({ from }) => open().people.visitor(from),
    async complete(delivery: Delivery) {
      const { desk, people } = open();
      const asked = await nameEverybody(delivery.asked, desk, async (id) => (await people.find(id))?.name);
      const { files = [] } = delivery.returnTo as ReturnTo;
      if (files.length === 0) return { ...delivery, asked };
      const person = await people.find(delivery.from.id);
      const wording = wordingFor(await desk.languageOf(delivery, person?.locale));
      const { command, options: given } = desk.read(asked);
      const known = desk.commands.find(({ path }) => path === command)?.takes ?? {};
      const fetched = files.map(async ({ option, id }) => {
        const takes = known[option] === "document" ? "document" : "file";
        return [option, await fetchFile({ option, id, takes }, { web, token, apiUrl }, wording)] as const;
      });
      const options = { ...given, ...Object.fromEntries(await Promise.all(fetched)) };
      return { ...delivery, asked: { command, options } };
    },
    answer: ({ returnTo, from }, reply) => open().outgoing.answer(returnTo as ReturnTo, from.id, reply),
    deliver: (to, reply, id, isCard = false) => open().outgoing.deliver(to, reply, id, isCard),
    update: (standing, reply) => open().outgoing.update(standing, reply),
    async stop() {
      const { connection } = running ?? {};
      port = undefined;
      await connection?.close();
    },
  };
}

/** Which workspace and bot the token is of. Throws a PlatformError when Slack does not take it, or a scope is missing. */
export async function introduce({ patient }: Pick<Clients, "patient">) {
  try {
    const { team_id: team, user_id: self, bot_id: bot, team: name, response_metadata } = await patient.auth.test();
    if (!team || !self || !bot)
      throw refusedToken("not_allowed_token_type", "SLACK_BOT_TOKEN") ?? new PlatformError("no_bot", "no bot");
    const missing = response_metadata?.scopes && missingScopes(response_metadata.scopes);
    if (missing) throw missing;
    return { team, self, bot, name: name ?? team };
  } catch (error) {
    throw refusedToken(codeOf(error), "SLACK_BOT_TOKEN") ?? error;
  }
}
