import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import type { Envelope, Post, Transport } from "./delivery.ts";
import { isFields, parsed } from "./json.ts";

export type DisconnectReason = "warning" | "refresh_requested" | "link_disabled";

export interface SocketMode extends Transport {
  readonly connections: number;
  /** An address that opens one connection, once. */
  ticket(): string;
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  drop(): void;
  requestDisconnect(reason: DisconnectReason): void;
  stop(): void;
}

interface Surroundings {
  readonly appId: string;
  readonly unexpected: string[];
  newId(): string;
  post(): Post;
  changed(): void;
}

const debug = { host: "applink-fake-1" };

export function createSocketMode({ appId, unexpected, newId, post, changed }: Surroundings): SocketMode {
  const server = new WebSocketServer({ noServer: true });
  const sockets = new Set<WebSocket>();
  const tickets = new Set<string>();
  const waiting: Envelope[] = [];
  let turn = 0;

  const put = (socket: WebSocket, { id, kind, payload, acceptsPayload, attempt, reason }: Envelope) => {
    const retry = kind === "events_api" ? { retry_attempt: attempt, retry_reason: reason } : {};
    post().dispatched(id);
    socket.send(
      JSON.stringify({ envelope_id: id, type: kind, payload, accepts_response_payload: acceptsPayload, ...retry }),
    );
  };

  const read = (data: string) => {
    const message = parsed(data);
    if (!isFields(message) || typeof message.envelope_id !== "string") {
      unexpected.push(`message on the socket: ${data.slice(0, 200)}`);
      return;
    }
    const strange = Object.keys(message).filter((name) => name !== "envelope_id" && name !== "payload");
    if (strange.length > 0) unexpected.push(`fields of an acknowledgement: ${strange.join(", ")}`);
    post().answered(message.envelope_id, message.payload);
  };

  const welcome = (socket: WebSocket) => {
    sockets.add(socket);
    socket.on("message", (data) => read(data.toString()));
    socket.on("close", () => {
      sockets.delete(socket);
      changed();
    });
    socket.on("error", () => socket.terminate());
    const hello = {
      type: "hello",
      num_connections: sockets.size,
      debug_info: debug,
      connection_info: { app_id: appId },
    };
    socket.send(JSON.stringify(hello));
    socket.ping("Ping from applink-fake-1");
    for (const envelope of waiting.splice(0)) put(socket, envelope);
    changed();
  };

  // a client that was pinged once closes the connection when it hears nothing more for half a minute
  const heartbeat = setInterval(() => {
    for (const socket of sockets) socket.ping("Ping from applink-fake-1");
  }, 5000).unref();

  return {
    get connections() {
      return sockets.size;
    },
    ticket() {
      const id = newId();
      tickets.add(id);
      return `/link?ticket=${id}&app_id=${appId}`;
    },
    accept(request, socket, head) {
      const ticket = new URL(request.url ?? "/", "http://slack").searchParams.get("ticket") ?? "";
      if (tickets.delete(ticket)) server.handleUpgrade(request, socket, head, welcome);
      else socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n");
    },
    send(envelope) {
      const open = [...sockets].filter((socket) => socket.readyState === socket.OPEN);
      turn += 1;
      const socket = open[turn % Math.max(open.length, 1)];
      if (socket) put(socket, envelope);
      else if (envelope.kind === "events_api") waiting.push(envelope);
      return socket !== undefined || envelope.kind === "events_api";
    },
    drop() {
      for (const socket of sockets) socket.terminate();
      sockets.clear();
    },
    requestDisconnect(reason) {
      for (const socket of sockets) socket.send(JSON.stringify({ type: "disconnect", reason, debug_info: debug }));
      // what asks to be left gets nothing more to do; a warning comes some seconds before
      if (reason !== "warning") sockets.clear();
    },
    stop() {
      clearInterval(heartbeat);
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}
