import { webApi } from "@slack/bolt";
import { wordingFor } from "../../wording/wording.ts";
import { type Hindrance, PlatformError, Unreachable } from "../platform.ts";
import { slackScopes } from "./manifest.ts";

/** What Slack calls an error; "" for one that is not Slack's. */
export function codeOf(error: unknown): string {
  if (error instanceof webApi.WebAPIPlatformError) return error.data.error;
  return "";
}

/** A token that Slack refuses, in plain words: what is wrong with it, and what to do. */
const refused: Readonly<Record<string, string>> = {
  not_authed: "is not the token that Slack gave",
  invalid_auth: "is not a token that Slack knows",
  token_revoked: "was revoked",
  token_expired: "has expired",
  account_inactive: "belongs to an app that was removed from the workspace",
  team_disabled: "belongs to a workspace that was closed",
  not_allowed_token_type: "is a token of another kind",
  org_login_required: "belongs to a workspace that is being moved to another organisation",
};

const whereToken = {
  SLACK_BOT_TOKEN: "install the app again (OAuth & Permissions) and copy the Bot User OAuth Token, which begins xoxb-",
  SLACK_APP_TOKEN:
    "make one with the scope connections:write (Basic Information, App-Level Tokens) and copy it; it begins xapp-",
} as const;

/** Why Slack does not let us in; undefined for what may come right by itself. */
export function refusedToken(code: string, setting: keyof typeof whereToken): PlatformError | undefined {
  const why = refused[code];
  if (why !== undefined)
    return new PlatformError(code, `${setting} ${why}. On your app's page, ${whereToken[setting]} into ${setting}.`);
  if (code === "missing_scope")
    return new PlatformError(code, `${setting} lacks a scope. On your app's page, ${whereToken[setting]}.`);
  if (/socket_mode|link_disabled/.test(code))
    return new PlatformError(
      code,
      "Socket Mode is turned off for the app. Turn it on (your app's page, Socket Mode), or set SLACK_MODE=http.",
    );
  return undefined;
}

/** The scopes that the app has not got, with what each is for; undefined when it has all. */
export function missingScopes(granted: readonly string[]): PlatformError | undefined {
  const missing = Object.entries(slackScopes).filter(([scope]) => !granted.includes(scope));
  if (missing.length === 0) return undefined;
  const needed = missing.map(([scope, reason]) => `${scope} (${reason})`).join(", ");
  return new PlatformError(
    "missing_scope",
    `The Slack app lacks ${needed}. On your app's page, OAuth & Permissions, add it and install the app again.`,
  );
}

/** Where a message can never arrive. */
const unreachable: Readonly<Record<string, Hindrance>> = {
  channel_not_found: "not-in-channel",
  not_in_channel: "not-in-channel",
  is_archived: "channel-gone",
  restricted_action: "may-not-write",
  restricted_action_read_only_channel: "may-not-write",
  user_not_found: "nobody-there",
  user_disabled: "account-closed",
  user_not_visible: "nobody-there",
  users_not_found: "nobody-there",
  account_inactive: "account-closed",
  cannot_dm_bot: "takes-none",
  messages_tab_disabled: "messages-off",
};

/** An error as the outbox is told of it: Unreachable when trying again is of no use. */
export function deliveryError(error: unknown): unknown {
  const code = codeOf(error);
  const why = unreachable[code];
  return why === undefined ? error : new Unreachable(`${wordingFor("en").desk.hindrances[why]} (${code})`, why);
}

/** The same when a message was to be changed: one that somebody deleted is Unreachable, too. */
export function updateError(error: unknown): unknown {
  const code = codeOf(error);
  return gone.includes(code) ? new Unreachable(`the message is gone (${code})`) : deliveryError(error);
}

const gone: readonly string[] = ["message_not_found", "cant_update_message", "edit_window_closed"];

/** Whether somebody cannot be answered where they asked, but elsewhere. */
export function isElsewhere(error: unknown): boolean {
  return (
    ["user_not_in_channel", "thread_not_found", "cannot_reply_to_message"].includes(codeOf(error)) ||
    codeOf(error) in unreachable
  );
}
