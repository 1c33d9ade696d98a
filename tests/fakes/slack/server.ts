import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Core } from "./core.ts";
import { answerResponseUrl } from "./responses.ts";
import type { Reply, WebApi } from "./web-api.ts";

/** The ways in besides the methods of the Web API. Also data: coverage.md is held equal to it. */
export const paths = [
  { path: "POST /api/{method}" },
  { path: "POST /commands/{…}" },
  { path: "POST /actions/{…}" },
  { path: "POST /app-actions/{…}" },
  { path: "POST /upload/v1/{file}" },
  { path: "PUT /upload/v1/{file}" },
  { path: "GET /files-pri/{team}-{file}/{…}" },
  { path: "WebSocket /link" },
] as const;

export interface Doors {
  readonly core: () => Core;
  readonly api: () => WebApi;
  readonly botToken: string;
  readonly accept: (request: IncomingMessage, ...rest: UpgradeRest) => void;
}

type UpgradeRest = [socket: import("node:stream").Duplex, head: Buffer];

export interface Listening {
  readonly server: Server;
  readonly port: number;
  stop(): Promise<void>;
}

export async function listen(doors: Doors, port = 0): Promise<Listening> {
  const server = createServer((request, response) => {
    serve(doors, request).then(
      (reply) => write(response, reply),
      (error: unknown) => {
        doors
          .core()
          .workspace.unexpected.push(`the fake itself failed: ${error instanceof Error ? error.stack : error}`);
        write(response, { status: 500, body: String(error) });
      },
    );
  });
  server.on("upgrade", (request, socket, head) => doors.accept(request, socket, head));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    server,
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function write(response: ServerResponse, { status, headers = {}, body }: Reply): void {
  if (body instanceof Uint8Array) response.writeHead(status, headers).end(body);
  else if (typeof body === "string") response.writeHead(status, { "content-type": "text/plain", ...headers }).end(body);
  else
    response
      .writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers })
      .end(JSON.stringify(body));
}

async function serve(doors: Doors, request: IncomingMessage): Promise<Reply> {
  const core = doors.core();
  const path = new URL(request.url ?? "/", "http://slack").pathname;
  const body = await bodyOf(request);
  const contentType = request.headers["content-type"] ?? "";
  const [, first = "", ...rest] = path.split("/");
  if (request.method === "POST" && first === "api") return doors.api().call(rest.join("/"), request.headers, body);
  if (request.method === "POST" && ["commands", "actions", "app-actions"].includes(first))
    return answerResponseUrl(core, path, contentType, body.toString());
  if (first === "upload" && (request.method === "POST" || request.method === "PUT"))
    return upload(core, rest.at(-1) ?? "", contentType, body);
  if (request.method === "GET" && first === "files-pri")
    return download(core, rest[0] ?? "", request.headers.authorization === `Bearer ${doors.botToken}`);
  core.workspace.unexpected.push(`${request.method} ${path}`);
  return { status: 404, body: "not found" };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

/** The bytes as they are, or as the one file of a form. */
async function upload(core: Core, id: string, contentType: string, body: Buffer): Promise<Reply> {
  const file = core.workspace.files.get(id);
  if (!file || file.content) return { status: 404, body: "unknown upload URL" };
  const bytes = contentType.startsWith("multipart/form-data")
    ? await formFile(contentType, body)
    : new Uint8Array(body);
  if (bytes?.length !== file.length) {
    core.workspace.unexpected.push(`upload of ${bytes?.length} bytes where ${file.length} were announced`);
    return { status: 400, body: "length mismatch" };
  }
  file.content = bytes;
  core.hub.changed();
  return { status: 200, body: `OK - ${bytes.length}` };
}

async function formFile(contentType: string, body: Buffer): Promise<Uint8Array | undefined> {
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": contentType } }).formData();
  const [blob] = [...form.values()].filter((value) => value instanceof Blob);
  return blob ? new Uint8Array(await blob.arrayBuffer()) : undefined;
}

/** Without the token Slack sends everybody to its login page, with a cheerful 200. */
function download({ workspace }: Core, named: string, allowed: boolean): Reply {
  const file = workspace.files.get(named.split("-").at(-1) ?? "");
  if (!allowed || !workspace.scopes.has("files:read"))
    return {
      status: 200,
      headers: { "content-type": "text/html" },
      body: "<!DOCTYPE html><title>Sign in to Slack</title>",
    };
  if (!file?.content || !file.completed) return { status: 404, body: "file_not_found" };
  return { status: 200, headers: { "content-type": file.mimetype }, body: file.content };
}
