import type { Core } from "../core.ts";
import { type Fields, textOf } from "../json.ts";
import type { User } from "../workspace.ts";
import { done, page, type Route, refuse } from "./route.ts";

function userJson({ workspace }: Core, user: User, locale: boolean): Fields {
  const mayReadEmail = workspace.scopes.has("users:read.email");
  return {
    id: user.id,
    team_id: user.teamId,
    name: user.name,
    deleted: false,
    real_name: user.realName,
    tz: user.tz,
    profile: {
      real_name: user.realName,
      real_name_normalized: user.realName,
      display_name: user.bot ? "" : user.name,
      display_name_normalized: user.bot ? "" : user.name,
      ...(mayReadEmail && user.email !== "" ? { email: user.email } : {}),
      team: user.teamId,
      ...(user.bot ? { bot_id: workspace.bot.id, api_app_id: workspace.appId } : {}),
    },
    is_admin: user.owner,
    is_owner: user.owner,
    is_primary_owner: user.primaryOwner,
    is_restricted: user.restricted,
    is_ultra_restricted: false,
    is_bot: user.bot,
    is_app_user: false,
    ...(user.bot ? {} : { is_email_confirmed: !user.unconfirmed }),
    updated: 1_700_000_000,
    ...(locale ? { locale: user.locale } : {}),
  };
}

const withLocale = (given: Fields) => given.include_locale === true;

function info(core: Core, given: Fields): Fields {
  const user = core.workspace.users.get(textOf(given.user));
  return user ? done({ user: userJson(core, user, withLocale(given)) }) : refuse("user_not_found");
}

function lookup(core: Core, given: Fields): Fields {
  const email = textOf(given.email).toLowerCase();
  const user = [...core.workspace.users.values()].find((each) => email !== "" && each.email.toLowerCase() === email);
  return user ? done({ user: userJson(core, user, false) }) : refuse("users_not_found");
}

function list(core: Core, given: Fields): Fields {
  const { items, cursor } = page([...core.workspace.users.values()], given);
  return done({
    members: items.map((each) => userJson(core, each, withLocale(given))),
    cache_ts: Math.floor(core.workspace.now() / 1000),
    response_metadata: { next_cursor: cursor },
  });
}

function bot({ workspace }: Core, given: Fields): Fields {
  const { id, userId, name } = workspace.bot;
  if (given.bot !== undefined && given.bot !== id) return refuse("bot_not_found");
  return done({ bot: { id, deleted: false, name, updated: 1_700_000_000, app_id: workspace.appId, user_id: userId } });
}

function team({ workspace }: Core, given: Fields): Fields {
  if (given.team !== undefined && given.team !== workspace.team.id) return refuse("team_not_found");
  return done({ team: { ...workspace.team, domain: "fake", email_domain: "", icon: { image_default: true } } });
}

export const users: readonly Route[] = [
  {
    method: "users.info",
    scopes: ["users:read"],
    json: false,
    required: { user: "text" },
    optional: { include_locale: "flag" },
    run: info,
  },
  {
    method: "users.lookupByEmail",
    scopes: ["users:read.email"],
    json: false,
    required: { email: "text" },
    optional: {},
    run: lookup,
  },
  {
    method: "users.list",
    scopes: ["users:read"],
    json: false,
    required: {},
    optional: { cursor: "text", limit: "number", include_locale: "flag" },
    run: list,
  },
  { method: "bots.info", scopes: ["users:read"], json: false, required: {}, optional: { bot: "text" }, run: bot },
  { method: "team.info", scopes: ["team:read"], json: false, required: {}, optional: { team: "text" }, run: team },
];
