import { webApi } from "@slack/bolt";
import { PlatformError, Unreachable } from "../platform.ts";
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

/** Where a message can never arrive, in plain words for an administrator. */
const unreachable: Readonly<Record<string, string>> = {
  channel_not_found: "Slack knows no such channel, or Mishu was not invited to it; type /invite @mishu there",
  not_in_channel: "Mishu is not in that channel; type /invite @mishu there",
  is_archived: "the channel is archived; choose another one with /settings",
  restricted_action: "the workspace does not let Mishu write there; its owner can allow it",
  restricted_action_read_only_channel: "only some people may write in that channel; its owner can add Mishu",
  user_not_found: "Slack knows no such person",
  user_disabled: "that person's account was closed",
  user_not_visible: "Mishu may not see that person",
  users_not_found: "Slack knows no such person",
  account_inactive: "that person's account was closed",
  cannot_dm_bot: "that account is a bot, which takes no messages",
  messages_tab_disabled: "the app takes no direct messages; turn the messages tab on (your app's page, App Home)",
};

/** An error as the outbox is told of it: Unreachable when trying again is of no use. */
export function deliveryError(error: unknown): unknown {
  const code = codeOf(error);
  const why = unreachable[code];
  return why === undefined ? error : new Unreachable(`${why} (${code})`);
}

/** Whether somebody cannot be answered where they asked, but elsewhere. */
export function isElsewhere(error: unknown): boolean {
  return (
    ["user_not_in_channel", "thread_not_found", "cannot_reply_to_message"].includes(codeOf(error)) ||
    codeOf(error) in unreachable
  );
}
