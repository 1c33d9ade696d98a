import { textOfMessage } from "./appearance.ts";
import type { Core } from "./core.ts";
import type { Discord, DiscordOptions } from "./discord.ts";
import type { Exchange } from "./exchange.ts";
import { createFaults } from "./faults.ts";
import { createGateway, intents } from "./gateway.ts";
import { createHub } from "./hub.ts";
import type { Channel, Member } from "./model.ts";
import * as payloads from "./payloads.ts";
import { createPerson, type Person } from "./person.ts";
import { createRest, findRoute } from "./rest.ts";
import { routesFor } from "./routes/index.ts";
import { listen } from "./server.ts";
import { createWorld } from "./world.ts";

export { type Button, buttonsOf, type Entry, entriesOf, type Select, selectsOf, textOfMessage } from "./appearance.ts";
export { attachment, type Discord, type DiscordOptions, type NewChannel, type NewMember } from "./discord.ts";
export type { State } from "./exchange.ts";
export type { Failure, Limit, RoutePattern } from "./faults.ts";
export type { GatewayLog } from "./gateway.ts";
export type { Given } from "./given.ts";
export type { Interaction } from "./interaction.ts";
export type { Attachment, Channel, Choice, File, Message, Modal, RegisteredCommand } from "./model.ts";
export type { Person, Speech, Where } from "./person.ts";
export type { JournalEntry } from "./rest.ts";
export { routes } from "./routes/index.ts";
export type { Filled } from "./submission.ts";
export type { Application, Guild } from "./world.ts";

export async function startDiscord(options: DiscordOptions = {}): Promise<Discord> {
  const { application = { id: "900000000000000001", name: "mishu" }, now = Date.now } = options;
  const { guild = { id: "800000000000000001", name: "Office", ownerId: "100000000000000001" } } = options;
  const {
    token = "OTAw.fake.token",
    privilegedIntents = [],
    heartbeatInterval = 41_250,
    channelBucket = false,
  } = options;
  const world = createWorld({ application, guild, now });
  const hub = createHub();
  const timers = new Set<NodeJS.Timeout>();
  const unexpectedThings: string[] = [];
  const unexpected = (what: string) => void unexpectedThings.push(what);
  let revoked = false;
  const tokenIs = (given: unknown) => !revoked && given === token;
  const enabledIntents = privilegedIntents.reduce((bits, each) => bits | intents[each], 0);
  const intentFlags = privilegedIntents.reduce((bits, each) => bits | (each === "members" ? 1 << 15 : 1 << 19), 0);
  const gateway = createGateway({
    world,
    heartbeatInterval,
    enabledIntents,
    tokenIs,
    changed: hub.changed,
    unexpected,
  });
  const exchanges = new Map<string, Exchange>();
  const core: Core = {
    world,
    hub,
    gateway,
    exchanges,
    lookAgainIn(ms) {
      if (options.now) return;
      const timer = setTimeout(() => {
        timers.delete(timer);
        hub.changed();
      }, ms).unref();
      timers.add(timer);
    },
  };
  const routes = routesFor({ intentFlags, url: () => `${world.origin.replace("http", "ws")}/gateway` });
  const faults = createFaults((pattern) => {
    const [method = "", path = ""] = pattern.split(" ");
    return findRoute(routes, method, path) !== undefined;
  });
  const rest = createRest({ core, routes, faults, tokenIs, unexpected, channelBucket });
  const serve: typeof rest.serve = (request, response) =>
    rest.serve(request, response).catch((error: unknown) => {
      unexpected(`the fake itself failed: ${error instanceof Error ? error.stack : error}`);
      response.destroy();
    });
  const server = await listen({ world, rest: serve, gateway: gateway.accept }, options.port ?? 0);
  world.origin = `http://127.0.0.1:${server.port}`;
  const people: Person[] = [];
  const given = new Set<string>();

  const discord: Discord = {
    limit: faults.limit,
    fail: faults.fail,
    hold: faults.hold,
    api: `${world.origin}/api`,
    token,
    application,
    guild,
    addMember({
      id,
      username,
      displayName = username,
      locale = "en-US",
      roles = [],
      permissions = 0n,
      dmsClosed = false,
    }) {
      const direct: Channel = { id: world.id(), name: username, kind: "dm", bot: "posts" };
      const joined = world.now();
      const member: Member = { id, username, displayName, locale, roles, permissions, direct, joined, dmsClosed };
      world.members.set(id, member);
      world.channels.set(direct.id, direct);
      const person = createPerson(core, member);
      people.push(person);
      gateway.dispatch("GUILD_MEMBER_ADD", intents.members, () => ({
        ...payloads.member(world, id),
        guild_id: guild.id,
      }));
      return person;
    },
    addChannel({ id, name, members, bot = "posts" }) {
      const channel: Channel = { id, name, kind: "text", bot, ...(members ? { members } : {}) };
      world.channels.set(id, channel);
      if (bot !== "absent") gateway.dispatch("CHANNEL_CREATE", intents.guilds, () => payloads.channel(world, channel));
      return channel;
    },
    people: () => people,
    channels: () => [...world.channels.values()].filter(({ kind }) => kind === "text"),
    setAccess(channel, bot) {
      channel.bot = bot;
      gateway.dispatch("CHANNEL_UPDATE", intents.guilds, () => payloads.channel(world, channel));
    },
    visible: (person, channel) => person.sees(channel),
    directMessages: (person) => person.sees(person.direct),
    message: (id) => world.messages.get(id),
    nextMessage(where, matching) {
      const { id } = "direct" in where ? where.direct : where;
      return hub.until(`a message in ${id}`, () => {
        const found = [...world.messages.values()].find(
          (each) =>
            each.channel === id &&
            each.author === application.id &&
            each.onlyFor === undefined &&
            !each.loading &&
            !given.has(each.id) &&
            (matching?.test(textOfMessage(each)) ?? true),
        );
        if (found) given.add(found.id);
        return found;
      });
    },
    until: hub.until,
    onChange: hub.listen,
    tick: hub.changed,
    async connected() {
      await hub.until("the bot's connection", () => gateway.connected > 0 || undefined);
    },
    get attachments() {
      return [...world.attachments.values()];
    },
    get commands() {
      return world.commands;
    },
    dropSockets({ resumable = true } = {}) {
      gateway.close(resumable ? 4000 : 4009, resumable);
      hub.changed();
    },
    requestReconnect: () => gateway.send(7),
    invalidateSession: gateway.invalidate,
    replay({ payload }) {
      gateway.dispatch("INTERACTION_CREATE", 0, () => payload);
    },
    revokeToken() {
      revoked = true;
      gateway.close(4004, false);
    },
    refuseIntents() {
      gateway.refuseIntents = true;
    },
    requests: rest.requests,
    unexpected: unexpectedThings,
    gatewayLog: gateway.log,
    get deduplicated() {
      return world.deduplicated;
    },
    async stop() {
      for (const timer of timers) clearTimeout(timer);
      faults.stop();
      gateway.stop();
      await server.stop();
      hub.stop();
    },
  };
  return discord;
}
