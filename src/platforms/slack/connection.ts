import { once } from "node:events";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { HTTPReceiver, type Logger, SocketModeReceiver, webApi } from "@slack/bolt";
import type { SlackConfig } from "../../config.ts";
import type { Log } from "../../log.ts";
import { PlatformError } from "../platform.ts";
import { loggerOver, type RetryConfig } from "./client.ts";
import { eventsPath } from "./manifest.ts";
import { codeOf, refusedToken } from "./troubles.ts";

/** The way by which things come in from Slack: bolt's receiver, opened and closed. */
export interface Connection {
  readonly receiver: SocketModeReceiver | HTTPReceiver;
  /** Throws a PlatformError when a person has to mend something. Returns the port, in HTTP mode. */
  open(): Promise<number | undefined>;
  close(): Promise<void>;
}

export interface ConnectionOptions {
  /** Milliseconds after which a silent connection counts as lost, and before it is opened again. */
  readonly pingTimeout?: number;
  readonly retryConfig?: RetryConfig;
}

export function createConnection(
  { connection, apiUrl }: SlackConfig,
  log: Log,
  options: ConnectionOptions = {},
): Connection {
  return connection.mode === "http"
    ? byHttp(connection.signingSecret, connection.port, loggerOver(log))
    : bySocket(connection.appToken, apiUrl, log, options);
}

function byHttp(signingSecret: string, port: number, logger: Logger): Connection {
  const receiver = new HTTPReceiver({
    signingSecret,
    logger,
    endpoints: eventsPath,
    customRoutes: [
      {
        path: "/health",
        method: ["GET"],
        handler: (_, response) => {
          response.writeHead(200, { "content-type": "application/json" }).end('{"ok":true}');
        },
      },
    ],
  });
  let server: Pick<Server, "on" | "closeAllConnections"> | undefined;
  const open = new Map<IncomingMessage, ServerResponse>();
  return {
    receiver,
    async open() {
      try {
        const listening = await receiver.start(port);
        server = listening;
        server.on("request", (request, response) => {
          open.set(request, response);
          response.once("close", () => open.delete(request));
        });
        return (listening.address() as AddressInfo).port;
      } catch (error) {
        const { code = "" } = error as NodeJS.ErrnoException;
        if (code === "EADDRINUSE" || code === "EACCES")
          throw new PlatformError(
            code,
            `Port ${port} is ${code === "EACCES" ? "not allowed" : "taken by another program"}. Set SLACK_PORT to another.`,
          );
        throw error;
      }
    },
    async close() {
      if (!server) return;
      const ended = receiver.stop();
      const answered: Promise<unknown>[] = [];
      // what has come in whole is still answered; what has not must not keep Mishu from stopping: Slack sends it again
      for (const [request, response] of open)
        if (request.complete) answered.push(once(response, "close"));
        else request.destroy();
      await Promise.all(answered);
      server.closeAllConnections();
      await ended;
      server = undefined;
    },
  };
}

/** Tried again for as long as it takes: at first every second, then every minute. */
const untilItWorks: RetryConfig = { forever: true, factor: 2, minTimeout: 1000, maxTimeout: 60_000, unref: true };

/**
 * Slack's own client opens the connection anew when it breaks. On some errors it gives up where nobody can hear it,
 * which would end the whole process; so every error is tried again below it, and told in plain words once.
 */
function bySocket(appToken: string, apiUrl: string, log: Log, options: ConnectionOptions): Connection {
  const logger = loggerOver(log);
  let closed = false;
  let told = "";
  const trouble = (code: string): void => {
    if (code === told) return;
    told = code;
    log.warn("not connected", { platform: "slack", error: refusedToken(code, "SLACK_APP_TOKEN")?.message ?? code });
  };
  const ask: typeof fetch = async (url, init) => {
    const response = closed ? undefined : await fetch(url, init);
    // of a connection that nobody wants any more, nothing is ever heard
    if (!response || closed) return new Promise<never>(() => {});
    const said = response.status === 200 ? ((await response.clone().json()) as { ok?: boolean; error?: string }) : {};
    if (said.ok === false) {
      trouble(said.error ?? "");
      throw new Error(said.error);
    }
    if (said.ok) told = "";
    return response;
  };
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    ...(options.pingTimeout ? { clientPingTimeout: options.pingTimeout } : {}),
    installerOptions: {
      clientOptions: { slackApiUrl: apiUrl, fetch: ask, retryConfig: { ...untilItWorks, ...options.retryConfig } },
    },
  });
  // the client leaves an attempt that fails to nobody: Node would end the process for it
  const start = receiver.client.start.bind(receiver.client);
  receiver.client.start = () =>
    start().catch((error) => {
      if (!closed) log.warn("not connected", { platform: "slack", error });
      return new Promise<never>(() => {});
    });
  return {
    receiver,
    async open() {
      await tryToken(appToken, apiUrl, logger);
      const lost = new Promise<string>((resolve) => receiver.client.once("close", () => resolve("lost")));
      const outcome = await Promise.race([receiver.start().then(() => "open"), lost]);
      if (outcome === "lost") log.warn("no connection yet, trying again", { platform: "slack", error: "web socket" });
      return undefined;
    },
    async close() {
      closed = true;
      await receiver.client.disconnect();
    },
  };
}

/** Asks for a connection that is never opened: whether the token is good shows before anything runs. */
export async function tryToken(appToken: string, slackApiUrl: string, logger: Logger): Promise<void> {
  const client = new webApi.WebClient(appToken, { slackApiUrl, logger, retryConfig: { retries: 1 }, headers: {} });
  try {
    await client.apps.connections.open({});
  } catch (error) {
    throw refusedToken(codeOf(error), "SLACK_APP_TOKEN") ?? error;
  }
}
