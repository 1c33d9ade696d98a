import { createAlarms } from "./alarms.ts";
import type { Core } from "./core.ts";
import { createPost } from "./delivery.ts";
import { createFaults } from "./faults.ts";
import { createHttpMode } from "./http-mode.ts";
import { createHub } from "./hub.ts";
import { fieldLists } from "./json.ts";
import { auth } from "./methods/auth.ts";
import { chat } from "./methods/chat.ts";
import { conversations } from "./methods/conversations.ts";
import { files } from "./methods/files.ts";
import type { Route } from "./methods/route.ts";
import { users } from "./methods/users.ts";
import { views } from "./methods/views.ts";
import type { Rendered } from "./mrkdwn.ts";
import { createPerson } from "./people.ts";
import type { Person } from "./person.ts";
import { findChannel } from "./places.ts";
import { renderBlocks, renderMessage } from "./rendered.ts";
import { listen, paths } from "./server.ts";
import type { Slack, SlackOptions } from "./slack.ts";
import { createSocketMode } from "./socket-mode.ts";
import { createWebApi } from "./web-api.ts";
import { type Channel, createWorkspace } from "./workspace.ts";

export type { Acknowledgement, Delivery } from "./delivery.ts";
export type { FileGiven, Given } from "./entries.ts";
export type { Rendered } from "./mrkdwn.ts";
export type { Person, Suggested } from "./person.ts";
export type { RenderedMessage } from "./rendered.ts";
export type { NewChannel, NewUser, Slack, SlackOptions } from "./slack.ts";
export type { Submission } from "./submission.ts";
export type { Request } from "./web-api.ts";
export type { Channel, Message, StoredFile, View } from "./workspace.ts";

/** Everything a bot may need; take some away to see what it says then. */
export const usualScopes: readonly string[] = [
  ..."app_mentions:read commands chat:write im:write im:history im:read channels:read groups:read".split(" "),
  ..."users:read users:read.email files:read files:write team:read reactions:write".split(" "),
];

/** All methods of the Web API that are faked, as data. */
export const webApiRoutes = (ticket: () => string | undefined): readonly Route[] => [
  ...auth(ticket),
  ...chat,
  ...conversations,
  ...users,
  ...views,
  ...files,
];

export const otherPaths = paths;

export async function startSlack(options: SlackOptions = {}): Promise<Slack> {
  const { botToken = "xoxb-fake-bot", appToken = "xapp-fake-app", signingSecret = "fake-signing-secret" } = options;
  const { team = { id: "T0OFFICE", name: "Office" }, bot = { id: "B0MISHU", userId: "U0MISHU", name: "mishu" } } =
    options;
  const { appId = "A0MISHU", mode = "socket", now = Date.now, scopes = usualScopes, commands = [] } = options;
  const workspace = createWorkspace({ team, bot, appId, scopes: new Set(scopes), now });
  const hub = createHub();
  const alarms = createAlarms(now, options.now !== undefined);
  const faults = createFaults();
  const post = () => core.post;
  const newId = () => workspace.id("");
  const sockets = createSocketMode({ appId, unexpected: workspace.unexpected, newId, post, changed: hub.changed });
  const http = createHttpMode({ secret: signingSecret, requestUrl: options.requestUrl, newId, post });
  const tokens = { bot: botToken, app: appToken, revoked: new Map<string, string>() };
  const listening = await listen(
    { core: () => core, api: () => api, botToken, accept: (...upgrade) => sockets.accept(...upgrade) },
    options.port,
  );
  const core: Core = {
    workspace,
    hub,
    alarms,
    commands,
    events: new Set(options.events ?? ["app_mention", "message.im"]),
    url: (path) => `http://127.0.0.1:${listening.port}${path}`,
    post: createPost(workspace, hub, alarms, mode === "socket" ? sockets : http),
  };
  const api = createWebApi(
    core,
    webApiRoutes(() => (mode === "socket" ? sockets.ticket() : undefined)),
    faults,
    tokens,
  );
  const people: Person[] = [];
  const names = {
    user: (id: string) => workspace.users.get(id)?.name ?? id,
    channel: (id: string) => workspace.channels.get(id)?.name ?? id,
  };

  return {
    ...faults,
    apiUrl: core.url("/api/"),
    tokens: { bot: botToken, app: appToken, signingSecret },
    bot,
    team,
    addUser(given) {
      const user = {
        realName: given.name,
        email: "",
        unconfirmed: false,
        locale: "en-US",
        owner: false,
        primaryOwner: false,
        restricted: false,
        tz: "Asia/Shanghai",
        teamId: team.id,
        ...given,
        bot: false,
      };
      workspace.users.set(user.id, user);
      const person = createPerson(core, user);
      people.push(person);
      return person;
    },
    addChannel({ id, name, private: closed = false, direct = false, members = [], botIsMember = !direct }) {
      const kind = direct ? "direct" : closed ? "private" : "public";
      const channel: Channel = { id, name, kind, members: new Set([...members, ...(botIsMember ? [bot.userId] : [])]) };
      workspace.channels.set(id, channel);
      return channel;
    },
    people: () => people,
    channels: () => [...workspace.channels.values()],
    visible: (person, channel) => person.sees(findChannel(core, channel).id),
    directMessages: (person) => person.sees(person.direct),
    rendered(what) {
      if (!("hash" in what)) return renderMessage(what, names);
      const shown: Rendered = renderBlocks(fieldLists(what.content.blocks), names);
      return { ...shown, fallback: "" };
    },
    until: hub.until,
    get files() {
      return [...workspace.files.values()];
    },
    deliveries: core.post.sent,
    requests: api.requests,
    unexpected: workspace.unexpected,
    get connections() {
      return sockets.connections;
    },
    async connected(count = 1) {
      await hub.until(`${count} connections`, () => (sockets.connections >= count ? true : undefined));
    },
    tick: alarms.tick,
    redeliver: (delivery, { sameEnvelope = false } = {}) => core.post.redeliver(delivery, sameEnvelope),
    dropSockets() {
      sockets.drop();
      hub.changed();
    },
    requestDisconnect: sockets.requestDisconnect,
    revokeToken(which = "bot", error = "token_revoked") {
      tokens.revoked.set(tokens[which], error);
    },
    grant: (scope) => {
      workspace.scopes.add(scope);
    },
    revokeScope: (scope) => {
      workspace.scopes.delete(scope);
    },
    setRequestUrl(url) {
      http.requestUrl = url;
    },
    postSigned: http.postSigned,
    verifyUrl: http.verify,
    async stop() {
      alarms.stop();
      faults.stop();
      sockets.stop();
      http.stop();
      await listening.stop();
      hub.stop();
    },
  };
}
