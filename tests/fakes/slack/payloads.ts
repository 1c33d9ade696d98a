import { type Core, minutes, seconds } from "./core.ts";
import type { Fields } from "./json.ts";
import { messageJson } from "./messages.ts";
import { viewJson } from "./views.ts";
import type { Channel, Message, User, View } from "./workspace.ts";

/** Apps are told to check the signature instead, but Slack still sends it. */
export const verificationToken = "fake-verification-token";

const domain = (core: Core): string => core.workspace.team.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");

const shownName = (channel: Channel): string => (channel.kind === "private" ? "privategroup" : channel.name);

export function makeTrigger(core: Core, cause: string, user: User, channel?: Channel, view?: View): string {
  const { workspace } = core;
  const id = `${workspace.id("")}.${workspace.id("")}.${cause.toLowerCase()}`;
  workspace.triggers.set(id, {
    user: user.id,
    channel: channel?.id,
    expires: workspace.now() + 3 * seconds,
    cause,
    ...(view ? { view } : {}),
    used: false,
  });
  return id;
}

function makeResponseUrl(core: Core, path: string, cause: string, user: User, channel: Channel, message?: Message) {
  const { workspace } = core;
  const route = `/${path}/${workspace.team.id}/${workspace.id("")}/${cause}`;
  workspace.responseUrls.set(route, {
    user: user.id,
    channel: channel.id,
    expires: workspace.now() + 30 * minutes,
    cause,
    ...(message ? { message } : {}),
    ...(message?.thread === undefined ? {} : { thread: message.thread }),
    uses: 0,
  });
  return core.url(route);
}

export const slashCommand = (
  core: Core,
  cause: string,
  user: User,
  channel: Channel,
  command: string,
  text: string,
) => ({
  token: verificationToken,
  team_id: core.workspace.team.id,
  team_domain: domain(core),
  channel_id: channel.id,
  channel_name: shownName(channel),
  user_id: user.id,
  user_name: user.name,
  command,
  text,
  api_app_id: core.workspace.appId,
  is_enterprise_install: "false",
  response_url: makeResponseUrl(core, "commands", cause, user, channel),
  trigger_id: makeTrigger(core, cause, user, channel),
});

const interaction = (core: Core, type: string, user: User): Fields => ({
  type,
  team: { id: core.workspace.team.id, domain: domain(core) },
  user: { id: user.id, username: user.name, name: user.name, team_id: user.teamId },
  api_app_id: core.workspace.appId,
  token: verificationToken,
  enterprise: null,
  is_enterprise_install: false,
});

/** Where an element is: a message (perhaps one that only the person sees) or a view. */
const containerOf = (core: Core, place: Message | View): Fields => {
  if ("hash" in place) return { container: { type: "view", view_id: place.id }, view: viewJson(core, place) };
  const channel = core.workspace.channels.get(place.channel);
  const container = {
    type: "message",
    message_ts: place.ts,
    channel_id: place.channel,
    is_ephemeral: place.onlyFor !== undefined,
    ...(place.thread === undefined ? {} : { thread_ts: place.thread }),
  };
  return {
    container,
    channel: { id: place.channel, name: channel ? shownName(channel) : "" },
    // the app is not given back what only the person sees
    ...(place.onlyFor === undefined ? { message: messageJson(core, place) } : {}),
  };
};

export function blockActions(
  core: Core,
  cause: string,
  user: User,
  place: Message | View,
  action: Fields,
  state: Fields,
) {
  const channel = "hash" in place ? undefined : core.workspace.channels.get(place.channel);
  const view = "hash" in place ? place : undefined;
  const message = "hash" in place ? undefined : place;
  return {
    ...interaction(core, "block_actions", user),
    ...containerOf(core, place),
    trigger_id: makeTrigger(core, cause, user, channel, view),
    ...(message && channel ? { response_url: makeResponseUrl(core, "actions", cause, user, channel, message) } : {}),
    ...(message ? { state: { values: state } } : {}),
    actions: [{ ...action, action_ts: core.workspace.ts() }],
  };
}

export const blockSuggestion = (
  core: Core,
  user: User,
  place: Message | View,
  element: Fields,
  blockId: string,
  value: string,
) => ({
  ...interaction(core, "block_suggestion", user),
  ...containerOf(core, place),
  action_id: element.action_id,
  block_id: blockId,
  value,
});

export const viewSubmission = (core: Core, cause: string, user: User, view: View) => ({
  ...interaction(core, "view_submission", user),
  trigger_id: makeTrigger(core, cause, user, undefined, view),
  view: viewJson(core, view),
  response_urls: [],
});

export const viewClosed = (core: Core, user: User, view: View, isCleared: boolean) => ({
  ...interaction(core, "view_closed", user),
  view: viewJson(core, view),
  is_cleared: isCleared,
});

export const shortcut = (core: Core, cause: string, user: User, callbackId: string) => ({
  ...interaction(core, "shortcut", user),
  callback_id: callbackId,
  action_ts: core.workspace.ts(),
  trigger_id: makeTrigger(core, cause, user),
});

/** The menu of a message: the message as it stands, and where. */
export function messageAction(core: Core, cause: string, user: User, message: Message, callbackId: string) {
  const channel = core.workspace.channels.get(message.channel);
  if (!channel) throw new Error(`there is no channel ${message.channel}`);
  return {
    ...interaction(core, "message_action", user),
    callback_id: callbackId,
    action_ts: core.workspace.ts(),
    trigger_id: makeTrigger(core, cause, user, channel),
    response_url: makeResponseUrl(core, "app-actions", cause, user, channel),
    message_ts: message.ts,
    channel: { id: channel.id, name: shownName(channel) },
    message: messageJson(core, message),
  };
}

export const eventCallback = ({ workspace }: Core, event: Fields): Fields => ({
  token: verificationToken,
  team_id: workspace.team.id,
  context_team_id: workspace.team.id,
  context_enterprise_id: null,
  api_app_id: workspace.appId,
  event,
  type: "event_callback",
  event_id: workspace.id("Ev"),
  event_time: Math.floor(workspace.now() / 1000),
  authorizations: [
    {
      enterprise_id: null,
      team_id: workspace.team.id,
      user_id: workspace.bot.userId,
      is_bot: true,
      is_enterprise_install: false,
    },
  ],
  is_ext_shared_channel: false,
  event_context: `4-${workspace.id("e")}`,
});
