import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { type Body, bytesOf, readBody } from "./body.ts";
import { problem, refuse } from "./check/shape.ts";
import type { Core } from "./core.ts";
import type { Failure, FaultDesk, Limit } from "./faults.ts";
import { notFound, Refusal, unauthorized } from "./refusal.ts";
import type { Answer, Route } from "./routes/route.ts";

/** One request of the bot, and how it ended; 0 while it is under way, or where the connection was cut. */
export interface JournalEntry {
  readonly method: string;
  /** As in the list of routes; empty when there is none. */
  readonly route: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  body: unknown;
  files: readonly { readonly name: string; readonly size: number; readonly content: Uint8Array }[];
  status: number;
}

export interface RestOptions {
  readonly core: Core;
  readonly routes: readonly Route[];
  readonly faults: FaultDesk;
  readonly tokenIs: (token: unknown) => boolean;
  readonly unexpected: (what: string) => void;
  /** The real limit of five messages in five seconds for each channel. */
  readonly channelBucket: boolean;
}

type Headers = Readonly<Record<string, string>>;

interface Ready extends Answer {
  readonly headers?: Headers;
}

const base = "/api/v10";

export function createRest(options: RestOptions) {
  const { core, faults } = options;
  const requests: JournalEntry[] = [];
  const posted = new Map<string, number[]>();

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://discord");
    const method = request.method ?? "GET";
    const path = url.pathname.slice(base.length);
    const found = url.pathname.startsWith(`${base}/`) ? findRoute(options.routes, method, path) : undefined;
    const entry: JournalEntry = {
      method,
      route: found?.route.path ?? "",
      path: decodeURIComponent(path),
      query: Object.fromEntries(url.searchParams),
      body: undefined,
      files: [],
      status: 0,
    };
    const body = await bodyOf(found?.route, request);
    if (!(body instanceof Refusal)) {
      entry.body = body.body;
      entry.files = body.files.map(({ name, content }) => ({ name, content, size: content.length }));
    }
    requests.push(entry);
    core.hub.changed();
    await faults.held(entry, "before");
    const answer = answerTo(entry, found, request, url.searchParams, body);
    await faults.held(entry, "after");
    entry.status = answer.status;
    if (answer.status === 0) response.destroy();
    else write(response, answer, bucket(entry.route));
    core.hub.changed();
  }

  function answerTo(
    entry: JournalEntry,
    found: Found | undefined,
    request: IncomingMessage,
    query: URLSearchParams,
    body: Body | Refusal,
  ): Ready {
    try {
      if (!found) {
        options.unexpected(`${entry.method} ${entry.path}`);
        throw notFound();
      }
      const { route, params } = found;
      demandHeaders(route, request);
      const limit = faults.limited(entry) ?? fullBucket(entry);
      if (limit) return tooMany(limit);
      const failing = faults.failing(entry);
      if (failing && !failing.done) return failure(failing);
      if (body instanceof Refusal) throw body;
      demandQuery(route, query);
      const param = (name: string): string => {
        const value = params[name];
        if (value === undefined) throw new Error(`route ${route.path} has no ${name}`);
        return value;
      };
      const answer = route.handle(core, { param, query, ...body });
      return failing ? failure(failing) : answer;
    } catch (error) {
      return refused(error);
    }
  }

  function refused(error: unknown): Ready {
    if (!(error instanceof Refusal)) {
      options.unexpected(`the fake itself failed: ${error instanceof Error ? error.stack : error}`);
      return { status: 500, body: { message: String(error), code: 0 } };
    }
    const { status, code, message, errors } = error;
    return { status, body: { message, code, ...(errors ? { errors } : {}) } };
  }

  function demandHeaders(route: Route, { headers }: IncomingMessage): void {
    if (!/^DiscordBot \(/.test(headers["user-agent"] ?? "")) throw new Refusal(403, 40333, "internal network error");
    if (route.auth === "bot" && !options.tokenIs(/^Bot (.+)$/.exec(headers.authorization ?? "")?.[1]))
      throw unauthorized();
  }

  /** Undefined while there is room. */
  function fullBucket({ method, route, path }: JournalEntry): Limit | undefined {
    if (!options.channelBucket || method !== "POST" || route !== "/channels/{channel_id}/messages") return undefined;
    const now = core.world.now();
    const recent = (posted.get(path) ?? []).filter((at) => now - at < 5000);
    const oldest = recent[0];
    if (recent.length >= 5 && oldest !== undefined) return { retryAfter: (oldest + 5000 - now) / 1000 };
    posted.set(path, [...recent, now]);
    return undefined;
  }

  return { serve, requests };
}

/** What is wrong with a body is told when it is its turn: the journal shows the request all the same. */
async function bodyOf(route: Route | undefined, request: IncomingMessage): Promise<Body | Refusal> {
  const bytes = await bytesOf(request);
  return readBody(route?.takes ?? "nothing", request.headers["content-type"] ?? "", bytes).catch((error: unknown) => {
    if (error instanceof Refusal) return error;
    throw error;
  });
}

interface Found {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

export function findRoute(routes: readonly Route[], method: string, path: string): Found | undefined {
  const given = path.split("/").map(decodeURIComponent);
  for (const route of routes) {
    const parts = route.path.split("/");
    if (route.method !== method || parts.length !== given.length) continue;
    const named = parts.map((part, at) => [/^\{(\w+)\}$/.exec(part)?.[1], part, given[at] ?? ""] as const);
    if (named.every(([name, part, value]) => (name === undefined ? part === value : value !== "")))
      return { route, params: Object.fromEntries(named.flatMap(([name, , value]) => (name ? [[name, value]] : []))) };
  }
  return undefined;
}

function demandQuery({ query: known = [] }: Route, query: URLSearchParams): void {
  const strange = [...query.keys()].filter((name) => !known.includes(name));
  refuse(strange.flatMap((name) => problem([name], "UNKNOWN_FIELD", "The fake of Discord knows no such parameter.")));
}

const failure = ({ status, code = 0, message = `${status}: failed as asked` }: Failure): Ready => ({
  status,
  body: { message, code },
});

function tooMany({ retryAfter, global = false }: Limit): Ready {
  return {
    status: 429,
    body: { message: "You are being rate limited.", retry_after: retryAfter, global },
    headers: {
      "retry-after": String(retryAfter),
      "x-ratelimit-remaining": "0",
      "x-ratelimit-reset-after": String(retryAfter),
      "x-ratelimit-scope": global ? "global" : "user",
      ...(global ? { "x-ratelimit-global": "true" } : {}),
    },
  };
}

const bucket = (route: string) => createHash("sha256").update(route).digest("hex").slice(0, 32);

function write(response: ServerResponse, { status, body, headers = {} }: Ready, bucketName: string): void {
  const all = {
    "x-ratelimit-limit": "1000",
    "x-ratelimit-remaining": "999",
    "x-ratelimit-reset-after": "1",
    "x-ratelimit-bucket": bucketName,
    via: "1.1 google",
    ...headers,
  };
  if (body === undefined) response.writeHead(status, all).end();
  else response.writeHead(status, { ...all, "content-type": "application/json" }).end(JSON.stringify(body));
}
