import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import type { World } from "./world.ts";

export interface Doors {
  readonly world: World;
  readonly rest: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  readonly gateway: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
}

export interface Listening {
  readonly port: number;
  stop(): Promise<void>;
}

/** One loopback port for the API, the gateway and the files. */
export async function listen({ world, rest, gateway }: Doors, port: number): Promise<Listening> {
  const server = createServer((request, response) => {
    if (request.method === "GET" && request.url?.startsWith("/attachments/")) download(world, request.url, response);
    else void rest(request, response);
  });
  server.on("upgrade", gateway);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function download(world: World, path: string, response: ServerResponse): void {
  const found = world.attachments.get(path.split("/")[3] ?? "");
  if (found) response.writeHead(200, { "content-type": found.contentType }).end(found.content);
  else response.writeHead(404, { "content-type": "text/plain" }).end("This content is no longer available.");
}
