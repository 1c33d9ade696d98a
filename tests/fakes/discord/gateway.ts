import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { type Fields, fieldsOf, isFields, numberOf, parsed, textOf } from "./json.ts";
import * as payloads from "./payloads.ts";
import type { World } from "./world.ts";

export const intents = { guilds: 1, members: 2, guildMessages: 1 << 9, directMessages: 1 << 12, content: 1 << 15 };
const privileged = intents.members | (1 << 8) | intents.content;
const knownIntents = 0b11_0001_1111_1111_1111_1111_1111_1111 & ~(0b111 << 17);

/** What the bot has sent over the gateway. */
export interface GatewayLog {
  readonly identifies: Fields[];
  readonly resumes: Fields[];
  readonly closes: number[];
  heartbeats: number;
}

const closings = {
  4001: "Unknown opcode.",
  4002: "Error while decoding payload.",
  4003: "Not authenticated.",
  4004: "Authentication failed.",
  4005: "Already authenticated.",
  4007: "Invalid seq.",
  4010: "Invalid shard.",
  4012: "Invalid API version.",
  4013: "Invalid intent(s).",
  4014: "Disallowed intent(s).",
} as const;

type Closing = keyof typeof closings | undefined;

interface Session {
  readonly id: string;
  readonly intents: number;
  readonly sent: { readonly s: number; readonly t: string; readonly d: unknown }[];
  socket?: WebSocket | undefined;
}

export interface GatewayOptions {
  readonly world: World;
  readonly heartbeatInterval: number;
  readonly enabledIntents: number;
  readonly tokenIs: (token: unknown) => boolean;
  readonly changed: () => void;
  readonly unexpected: (what: string) => void;
}

export interface Gateway {
  readonly log: GatewayLog;
  /** How many sessions are connected and ready. */
  readonly connected: number;
  refuseIntents: boolean;
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Sends an event to every session that asked for one of the intents; `d` is told what the session asked for. */
  dispatch(t: string, wanted: number, d: (sessionIntents: number) => unknown): void;
  /** Closes all connections; without `keep` their sessions cannot be resumed. */
  close(code: number, keep: boolean): void;
  send(op: number, d?: unknown): void;
  /** Opcode 9. */
  invalidate(resumable?: boolean): void;
  stop(): void;
}

export function createGateway({ world, changed, ...options }: GatewayOptions): Gateway {
  const server = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, Session>();
  const log: GatewayLog = { identifies: [], resumes: [], closes: [], heartbeats: 0 };
  const write = (socket: WebSocket, packet: Fields) => socket.send(JSON.stringify({ s: null, t: null, ...packet }));
  const sessionOf = (socket: WebSocket) => [...sessions.values()].find((each) => each.socket === socket);

  function push(session: Session, t: string, d: unknown): void {
    const packet = { s: session.sent.length + 1, t, d };
    session.sent.push(packet);
    if (session.socket) write(session.socket, { op: 0, ...packet });
  }

  /** Gives the code that the connection is closed with, if it is. */
  function identify(socket: WebSocket, d: Fields): Closing {
    log.identifies.push(d);
    const wanted = d.intents;
    const properties = fieldsOf(d.properties);
    const [shard, shards] = Array.isArray(d.shard) ? d.shard : [0, 1];
    if (sessionOf(socket)) return 4005;
    if (!options.tokenIs(d.token)) return 4004;
    if (typeof wanted !== "number" || !Number.isInteger(wanted) || wanted < 0 || wanted & ~knownIntents) return 4013;
    if (gateway.refuseIntents || wanted & privileged & ~options.enabledIntents) return 4014;
    if (shard !== 0 || shards !== 1) return 4010;
    if (!["os", "browser", "device"].every((name) => textOf(properties[name]))) return 4002;
    const session: Session = { id: `session-${world.id()}`, intents: wanted, sent: [], socket };
    sessions.set(session.id, session);
    push(session, "READY", {
      v: 10,
      user: { ...payloads.botUser(world), verified: true, mfa_enabled: false, flags: 0, email: null },
      guilds: [{ id: world.guild.id, unavailable: true }],
      session_id: session.id,
      session_type: "normal",
      resume_gateway_url: `${world.origin.replace("http", "ws")}/gateway`,
      shard: [0, 1],
      application: { id: world.application.id, flags: 0 },
      private_channels: [],
      relationships: [],
      geo_ordered_rtc_regions: [],
      _trace: [],
    });
    if (wanted & intents.guilds)
      push(session, "GUILD_CREATE", payloads.guildEvent(world, Boolean(wanted & intents.members)));
    return undefined;
  }

  function resume(socket: WebSocket, d: Fields): Closing {
    log.resumes.push(d);
    if (!options.tokenIs(d.token)) return 4004;
    const session = sessions.get(textOf(d.session_id));
    if (!session) {
      write(socket, { op: 9, d: false });
      return undefined;
    }
    const from = numberOf(d.seq, -1);
    if (from < 0 || from > session.sent.length) return 4007;
    session.socket?.close(4000, "Resumed elsewhere.");
    session.socket = socket;
    for (const packet of session.sent.slice(from)) write(socket, { op: 0, ...packet });
    push(session, "RESUMED", { _trace: [] });
    return undefined;
  }

  function receive(socket: WebSocket, raw: string): Closing {
    const packet = raw.length <= 4096 ? parsed(raw) : undefined;
    if (!isFields(packet) || typeof packet.op !== "number") return 4002;
    const d = fieldsOf(packet.d);
    if (packet.op === 1) {
      log.heartbeats += 1;
      write(socket, { op: 11 });
      return undefined;
    }
    if (packet.op === 2) return identify(socket, d);
    if (packet.op === 6) return resume(socket, d);
    if (![3, 4, 8].includes(packet.op)) return 4001;
    if (!sessionOf(socket)) return 4003;
    // a change of presence is nobody's business here
    if (packet.op !== 3) options.unexpected(`gateway opcode ${packet.op}`);
    return undefined;
  }

  function open(socket: WebSocket, query: URLSearchParams): void {
    socket.on("error", () => {});
    socket.on("close", (code) => {
      log.closes.push(code);
      const session = sessionOf(socket);
      if (session) session.socket = undefined;
      // who says goodbye does not come back
      if (session && (code === 1000 || code === 1001)) sessions.delete(session.id);
      changed();
    });
    const json = (query.get("encoding") ?? "json") === "json" && !query.has("compress");
    const refused = query.get("v") !== "10" ? 4012 : json ? undefined : 4002;
    const close = (code: Closing) => {
      if (code !== undefined) socket.close(code, closings[code]);
    };
    if (refused !== undefined) {
      close(refused);
      return;
    }
    socket.on("message", (data, isBinary) => {
      close(isBinary ? 4002 : receive(socket, String(data)));
      changed();
    });
    write(socket, { op: 10, d: { heartbeat_interval: options.heartbeatInterval, _trace: [] } });
  }

  const gateway: Gateway = {
    log,
    refuseIntents: false,
    get connected() {
      return [...sessions.values()].filter(({ socket }) => socket !== undefined).length;
    },
    accept(request, socket, head) {
      const { pathname, searchParams } = new URL(request.url ?? "/", "ws://discord");
      if (pathname !== "/gateway" && pathname !== "/gateway/") {
        options.unexpected(`websocket ${pathname}`);
        socket.destroy();
      } else server.handleUpgrade(request, socket, head, (connection) => open(connection, searchParams));
    },
    dispatch(t, wanted, d) {
      for (const session of sessions.values())
        if (wanted === 0 || session.intents & wanted) push(session, t, d(session.intents));
    },
    close(code, keep) {
      for (const session of sessions.values()) session.socket = undefined;
      if (!keep) sessions.clear();
      for (const socket of server.clients) socket.close(code);
    },
    send(op, d = null) {
      for (const { socket } of sessions.values()) if (socket) write(socket, { op, d });
    },
    invalidate(resumable = false) {
      gateway.send(9, resumable);
      if (!resumable) sessions.clear();
    },
    stop() {
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
  return gateway;
}
