import type { IncomingHttpHeaders } from "node:http";
import type { Core } from "./core.ts";
import type { Faults } from "./faults.ts";
import { type Fields, isFields, parsed, textOf } from "./json.ts";
import { missingScope, type Route, readArguments, refuse } from "./methods/route.ts";

export interface Request {
  /** As they were read: numbers, flags, lists and objects, no longer text. */
  readonly arguments: Fields;
  readonly method: string;
  readonly at: number;
  /** undefined while it is under way. */
  ok: boolean | undefined;
  error: string | undefined;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface Tokens {
  readonly bot: string;
  readonly app: string;
  /** What became of a token: token_revoked, account_inactive … */
  readonly revoked: Map<string, string>;
}

export interface WebApi {
  readonly requests: readonly Request[];
  call(method: string, headers: IncomingHttpHeaders, body: Buffer): Promise<Reply>;
}

export function createWebApi(core: Core, routes: readonly Route[], faults: Faults, tokens: Tokens): WebApi {
  const { workspace } = core;
  const requests: Request[] = [];

  async function answer(route: Route, given: Given, headers: IncomingHttpHeaders): Promise<Reply> {
    const fault = await faults.next(route.method);
    if (fault?.kind === "limit")
      return { status: 429, headers: { "retry-after": String(fault.retryAfter) }, body: refuse("ratelimited") };
    if (fault?.kind === "status") return { status: fault.status, body: "" };
    if (fault) return { status: 200, body: refuse(fault.error) };
    const denied = admission(core, tokens, route, textOf(given.token) || bearer(headers));
    const problem = denied ?? given.problem ?? argumentProblem(core, route, given);
    return {
      status: 200,
      headers: {
        "x-oauth-scopes": route.token === "app" ? "connections:write" : [...workspace.scopes].join(","),
        "x-accepted-oauth-scopes": route.scopes.join(","),
      },
      body: problem ?? route.run(core, given.read),
    };
  }

  return {
    requests,
    async call(method, headers, body) {
      const route = routes.find((each) => each.method === method);
      const given = route ? await readBody(route, headers, body) : undefined;
      const request: Request = {
        method,
        arguments: given?.read ?? {},
        at: workspace.now(),
        ok: undefined,
        error: undefined,
      };
      requests.push(request);
      core.hub.changed();
      if (!route) workspace.unexpected.push(`unknown method ${method}`);
      const reply =
        route && given ? await answer(route, given, headers) : { status: 200, body: refuse("unknown_method") };
      const said = isFields(reply.body) ? reply.body : {};
      request.ok = reply.status === 200 && said.ok === true;
      request.error = request.ok ? undefined : textOf(said.error) || `http_${reply.status}`;
      core.hub.changed();
      return reply;
    },
  };
}

interface Given {
  readonly token: unknown;
  readonly read: Fields;
  readonly problems: readonly string[];
  readonly unknown: readonly string[];
  readonly teamId: unknown;
  readonly problem?: Fields;
}

const bearer = (headers: IncomingHttpHeaders): string => headers.authorization?.match(/^Bearer (\S+)$/i)?.[1] ?? "";

/** Whose token it is, and whether it may do this. */
function admission(core: Core, tokens: Tokens, route: Route, token: string): Fields | undefined {
  if (token === "") return refuse("not_authed");
  if (token !== tokens.bot && token !== tokens.app) return refuse("invalid_auth");
  const revoked = tokens.revoked.get(token);
  if (revoked !== undefined) return refuse(revoked);
  const isApp = token === tokens.app;
  if (isApp !== (route.token === "app") && route.method !== "auth.test") return refuse("not_allowed_token_type");
  const missing = isApp ? undefined : route.scopes.find((scope) => !core.workspace.scopes.has(scope));
  return missing === undefined ? undefined : missingScope(core, missing);
}

function argumentProblem({ workspace }: Core, route: Route, { problems, unknown, teamId }: Given): Fields | undefined {
  for (const name of unknown) workspace.unexpected.push(`unknown argument ${name} of ${route.method}`);
  const strange = unknown.map((name) => `invalid additional property: ${name} [json-pointer:/${name}]`);
  if (teamId !== undefined && teamId !== workspace.team.id) return refuse("team_not_found");
  return problems.length + strange.length > 0 ? refuse("invalid_arguments", [...problems, ...strange]) : undefined;
}

async function readBody(route: Route, headers: IncomingHttpHeaders, body: Buffer): Promise<Given> {
  const raw = await bodyFields(headers["content-type"] ?? "", body, route.json);
  if (typeof raw === "string")
    return { token: "", read: {}, problems: [], unknown: [], teamId: undefined, problem: refuse(raw) };
  // every method takes these two
  const { token, team_id: teamId, ...rest } = raw;
  return { ...readArguments(route, rest), token, teamId };
}

/** The arguments, or the error for a body that cannot be read. Methods that read do not see JSON at all. */
async function bodyFields(contentType: string, body: Buffer, json: boolean): Promise<Fields | string> {
  const [type = ""] = contentType.split(";");
  if (body.length === 0) return {};
  if (type === "application/x-www-form-urlencoded") return Object.fromEntries(new URLSearchParams(body.toString()));
  if (type === "multipart/form-data") {
    const form = await new Response(new Uint8Array(body), { headers: { "content-type": contentType } }).formData();
    return Object.fromEntries([...form.entries()].filter(([, value]) => typeof value === "string"));
  }
  if (type !== "application/json") return "invalid_post_type";
  const given = parsed(body.toString());
  if (!isFields(given)) return "invalid_json";
  return json ? given : {};
}
