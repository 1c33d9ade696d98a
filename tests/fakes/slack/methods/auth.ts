import { done, type Route } from "./route.ts";

/** `apps.connections.open` needs the sockets, which the server has. */
export const auth = (ticket: () => string | undefined): readonly Route[] => [
  {
    method: "auth.test",
    scopes: [],
    json: true,
    required: {},
    optional: {},
    run: ({ workspace, url }) =>
      done({
        url: url("/"),
        team: workspace.team.name,
        user: workspace.bot.name,
        team_id: workspace.team.id,
        user_id: workspace.bot.userId,
        bot_id: workspace.bot.id,
        is_enterprise_install: false,
      }),
  },
  {
    method: "apps.connections.open",
    scopes: ["connections:write"],
    token: "app",
    json: true,
    required: {},
    optional: {},
    run({ url }) {
      const path = ticket();
      return path === undefined
        ? { ok: false, error: "socket_mode_not_enabled" }
        : done({ url: url(path).replace(/^http/, "ws") });
    },
  },
];
