import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";
import { cast, locales, sampleRoster } from "./cast.ts";
import type { Playground } from "./playground.ts";
import type { Deed, Upload } from "./screen.ts";

/** What the page is made of, as it is sent. */
const pages = new Map(
  [
    ["/", "page.html", "text/html"],
    ["/page.css", "page.css", "text/css"],
    ...["page", "draw", "form", "composer", "steps"].map((name) => [
      `/${name}.js`,
      `page/${name}.js`,
      "text/javascript",
    ]),
  ].map(([path = "", file = "", type = ""]) => [path, { type, content: readFileSync(new URL(file, import.meta.url)) }]),
);

const where = z.object({
  platform: z.enum(["slack", "discord"]),
  person: z.string(),
  place: z.enum(["direct", "channel"]),
});
/** A file: the sample roster, or bytes as base64. */
const upload = z.union([
  z.object({ sample: z.literal(true) }),
  z.object({ name: z.string().min(1).max(200), base64: z.base64() }),
]);
const deed = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("say"), text: z.string().max(8000), file: upload.optional() }),
  z.object({ kind: z.literal("press"), message: z.string(), control: z.string() }),
  z.object({ kind: z.literal("choose"), message: z.string(), control: z.string(), value: z.string() }),
  z.object({
    kind: z.literal("submit"),
    form: z.string(),
    values: z.record(z.string(), z.union([z.string(), upload])),
  }),
  z.object({ kind: z.literal("close"), form: z.string() }),
]);
const doing = where.extend({ deed });
const speaking = where.extend({ locale: z.enum(locales.map(({ id }) => id)) });

const fileOf = (given: z.output<typeof upload>): Upload =>
  "sample" in given ? sampleRoster : { name: given.name, content: Buffer.from(given.base64, "base64") };

function deedOf(given: z.output<typeof deed>): Deed {
  if (given.kind === "say") {
    const { kind, text, file } = given;
    return file ? { kind, text, file: fileOf(file) } : { kind, text };
  }
  if (given.kind !== "submit") return given;
  const values = Object.entries(given.values).map(([name, value]) => [
    name,
    typeof value === "string" ? value : fileOf(value),
  ]);
  return { ...given, values: Object.fromEntries(values) };
}

export interface Web {
  /** http://127.0.0.1:4700 */
  readonly address: string;
  stop(): Promise<void>;
}

/** Serves the page, on this machine only. */
export async function serve(playground: Playground, port: number): Promise<Web> {
  const listeners = new Set<ServerResponse>();
  let told = true;
  playground.onChange(() => {
    if (!told) return;
    told = false;
    // many things change at once: one line for all of them
    setImmediate(() => {
      told = true;
      for (const each of listeners) each.write("data: changed\n\n");
    });
  });
  const server = createServer((request, response) => {
    answer(playground, listeners, request, response).catch((error: unknown) => {
      const problem =
        error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : "";
      if (response.headersSent) response.destroy();
      else json(response, { problem }, 422);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  playground: Playground,
  listeners: Set<ServerResponse>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // no other site may use this one through somebody's browser
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? "")) return json(response, {}, 403);
  response.setHeader("content-security-policy", "default-src 'self'; frame-ancestors 'none'");
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("cache-control", "no-store");
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://playground");
  const query = Object.fromEntries(searchParams);
  const page = pages.get(pathname);
  if (request.method === "GET" && page)
    return void response.writeHead(200, { "content-type": `${page.type}; charset=utf-8` }).end(page.content);
  switch (`${request.method} ${pathname}`) {
    case "GET /favicon.ico":
      return void response.writeHead(204).end();
    case "GET /api/office":
      return json(response, {
        platforms: playground.sides.map(({ name, places }) => ({ name, places })),
        people: cast,
        locales,
        sample: sampleRoster.name,
      });
    case "GET /api/screen": {
      const { platform, person, place } = where.parse(query);
      const screen = playground.screen(platform, person, place);
      return json(response, { ...screen, locale: playground.side(platform).localeOf(person) });
    }
    case "GET /api/commands": {
      const { platform, person } = where.parse(query);
      return json(response, playground.commands(platform, person));
    }
    case "GET /api/suggest": {
      const { platform, person, place, typed, field } = where
        .extend({ typed: z.string(), field: z.string().optional() })
        .parse(query);
      return json(response, await playground.side(platform).suggest(person, place, typed, field));
    }
    case "GET /api/journal": {
      const side = playground.side(where.shape.platform.parse(query.platform));
      return json(response, { requests: side.journal().slice(-200), unexpected: side.unexpected() });
    }
    case "GET /api/file": {
      const file = playground.side(query.platform ?? "").file(query.id ?? "");
      return file ? sendFile(response, file) : json(response, { problem: "there is no such file" }, 404);
    }
    case "GET /api/changes":
      response.writeHead(200, { "content-type": "text/event-stream" }).write("data: changed\n\n");
      listeners.add(response);
      return void response.on("close", () => listeners.delete(response));
    case "POST /api/do": {
      const { platform, person, place, deed: given } = doing.parse(await bodyOf(request));
      await playground.act(platform, person, place, deedOf(given));
      return json(response, {});
    }
    case "POST /api/locale": {
      const { platform, person, locale } = speaking.parse(await bodyOf(request));
      playground.side(platform).setLocale(person, locale);
      return json(response, {});
    }
    default:
      return json(response, { problem: "there is no such page" }, 404);
  }
}

function json(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8" }).end(JSON.stringify(body));
}

function sendFile(response: ServerResponse, file: Upload): void {
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`;
  // always saved, never shown: whatever is in it does nothing here. The page may draw what is a picture by its bytes
  const type = isPng(file) ? "image/png" : "application/octet-stream";
  response.writeHead(200, { "content-type": type, "content-disposition": disposition });
  response.end(file.content);
}

const isPng = ({ content }: Upload): boolean =>
  typeof content !== "string" && Buffer.from(content.subarray(0, 8)).toString("latin1") === "\x89PNG\r\n\x1a\n";

const mostBytes = 16_000_000;

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  if (request.headers["content-type"]?.split(";")[0] !== "application/json") throw new Error("only JSON is taken");
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > mostBytes) throw new Error("that is too much");
    parts.push(part);
  }
  return JSON.parse(Buffer.concat(parts).toString());
}
