import { Client, Events, GatewayIntentBits, Options, Partials } from "discord.js";
import { type Clock, systemClock } from "../../clock.ts";
import type { DiscordConfig } from "../../config.ts";
import type { Log } from "../../log.ts";
import type { Desk, Platform, PlatformError } from "../platform.ts";
import { answerDelivery, deliverTo, updateAt } from "./answering.ts";
import { withFiles } from "./files.ts";
import { platformName, type Reception, visitorOf } from "./incoming.ts";
import { takeInteraction } from "./interactions.ts";
import { createMembers } from "./members.ts";
import { takeMessage } from "./messages.ts";
import { closingTrouble, notInServer, tokenTrouble } from "./trouble.ts";
import { openWire } from "./wire.ts";

/** Discord as a platform: one bot in one server, whose members may also write to it directly. */
export function createDiscord(
  { token, server, apiUrl }: DiscordConfig,
  log: Log,
  { clock = systemClock }: { readonly clock?: Clock } = {},
): Platform {
  const wire = openWire({ token, apiUrl }, log);
  const members = createMembers(wire, server, clock);
  const taking = new Set<Promise<void>>();
  let client: Client | undefined;
  let desk: Desk | undefined;

  const atDesk = (): Desk => {
    if (!desk) throw new Error("Discord was not started");
    return desk;
  };
  const follow = (work: Promise<void>): void => {
    const followed = work.finally(() => taking.delete(followed));
    taking.add(followed);
  };

  return {
    name: platformName,
    async start(given) {
      desk = given;
      const reception: Reception = { desk, wire, log, members, server, apiUrl };
      const connecting = createClient(apiUrl);
      connecting.on(Events.InteractionCreate, (interaction) => follow(takeInteraction(interaction, reception)));
      connecting.on(Events.MessageCreate, (message) => follow(takeMessage(message, reception)));
      connecting.on(Events.GuildUpdate, (_, { id, ownerId }) => {
        if (id === server) members.ownedBy(ownerId);
      });
      connecting.on(Events.GuildDelete, ({ id }) => {
        if (id === server) log.warn("no longer in the server", { platform: platformName, error: removed });
      });
      client = connecting;
      const { application, guilds } = await connect(connecting, token);
      const guild = guilds.cache.get(server);
      if (!guild) {
        await connecting.destroy();
        throw notInServer(application.id);
      }
      if (guild.available) members.ownedBy(guild.ownerId);
      watch(connecting, log);
    },
    async visitor(delivery) {
      // what an earlier run left is taken up once there is a connection, not before
      atDesk();
      return visitorOf(delivery, members);
    },
    complete: (delivery) => withFiles(delivery, atDesk(), apiUrl),
    answer: (delivery, reply) => answerDelivery(wire, atDesk(), delivery, reply),
    deliver: (to, reply, id, isCard = false) => deliverTo(wire, atDesk(), server, to, reply, { id, isCard }),
    update: (standing, reply) => updateAt(wire, atDesk(), server, standing, reply),
    async stop() {
      await client?.destroy();
      await Promise.all(taking);
      wire.close();
    },
  };
}

const removed = "Somebody removed the bot from the server of DISCORD_SERVER_ID. Invite it again, see npm run doctor.";

/** Only what everybody may have: no intent of these is privileged. Little is remembered: the office has its own store. */
function createClient(apiUrl: string): Client {
  const nothing = { maxSize: 0 };
  return new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    rest: { api: apiUrl.replace(/\/+$/, "") },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: nothing,
      ReactionManager: nothing,
      PresenceManager: nothing,
      VoiceStateManager: nothing,
      GuildEmojiManager: nothing,
      GuildStickerManager: nothing,
    }),
  });
}

/** Connects until the servers are known. What a person has to mend comes as a PlatformError. */
async function connect(client: Client, token: string): Promise<Client<true>> {
  const { promise: failed, reject } = Promise.withResolvers<never>();
  let closed: PlatformError | undefined;
  const onClose = ({ code }: { readonly code: number }): void => {
    closed = closingTrouble(code);
  };
  client.on(Events.ShardDisconnect, onClose);
  // discord.js would try again for ever; whoever starts a platform does that, and is told why
  client.on(Events.ShardError, reject);
  try {
    const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
    const [, connected] = await Promise.race([Promise.all([client.login(token), ready]), failed]);
    return connected;
  } catch (error) {
    await client.destroy();
    throw closed ?? tokenTrouble(error) ?? error;
  } finally {
    client.off(Events.ShardDisconnect, onClose);
    client.off(Events.ShardError, reject);
  }
}

/** From now on discord.js connects again by itself; what it cannot mend is said in plain words. */
function watch(client: Client, log: Log): void {
  const platform = platformName;
  client.on(Events.ShardReconnecting, () => log.info("connection lost, connecting again", { platform }));
  client.on(Events.ShardResume, () => log.info("connected again", { platform }));
  client.on(Events.ShardError, (error) => log.warn("trouble with the connection", { platform, error }));
  client.on(Events.Error, (error) => log.warn("trouble with the connection", { platform, error }));
  client.on(Events.ShardDisconnect, ({ code }) => {
    const error = closingTrouble(code)?.message ?? `Discord closed the connection for good (${code}).`;
    log.warn("disconnected for good", { platform, error });
  });
}
