import { createHmac } from "node:crypto";
import { request } from "node:http";
import type { Envelope, Post, Transport } from "./delivery.ts";
import { parsed } from "./json.ts";

export interface Signed {
  readonly body: string;
  readonly contentType: string;
  readonly secret?: string;
  /** Seconds since 1970. */
  readonly timestamp?: number;
  readonly signature?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

export interface HttpMode extends Transport {
  requestUrl: string | undefined;
  postSigned(message: Signed): Promise<HttpAnswer>;
  /** What Slack does when somebody types the address into the app's settings. */
  verify(): Promise<boolean>;
  stop(): void;
}

interface Surroundings {
  readonly secret: string;
  readonly requestUrl: string | undefined;
  newId(): string;
  post(): Post;
}

const form = "application/x-www-form-urlencoded";

export function createHttpMode({ secret, requestUrl, newId, post }: Surroundings): HttpMode {
  const underWay = new Map<string, AbortController>();
  const sign = ({ body, contentType, headers, ...given }: Signed, signal?: AbortSignal) => {
    // the app compares with the real time, whatever clock the test keeps for deadlines
    const timestamp = given.timestamp ?? Math.floor(Date.now() / 1000);
    const hash = createHmac("sha256", given.secret ?? secret)
      .update(`v0:${timestamp}:${body}`)
      .digest("hex");
    const all = {
      "Content-Type": contentType,
      "X-Slack-Request-Timestamp": String(timestamp),
      "X-Slack-Signature": given.signature ?? `v0=${hash}`,
      "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
      ...headers,
    };
    return send(mode.requestUrl ?? "", body, all, signal);
  };
  const mode: HttpMode = {
    requestUrl,
    send(envelope) {
      if (mode.requestUrl === undefined) return false;
      post().dispatched(envelope.id);
      const connection = new AbortController();
      underWay.set(envelope.id, connection);
      sign(bodyOf(envelope), connection.signal).then(
        ({ status, body }) => {
          if (status < 200 || status > 299) post().refused(envelope.id, "http_service_error");
          else post().answered(envelope.id, answerOf(envelope, body));
        },
        () => post().refused(envelope.id, "dispatch_failed"),
      );
      return true;
    },
    postSigned: (message) => sign(message),
    giveUp: (envelope) => underWay.get(envelope)?.abort(),
    stop() {
      for (const connection of underWay.values()) connection.abort();
    },
    async verify() {
      const challenge = newId();
      const body = JSON.stringify({ token: "fake-verification-token", challenge, type: "url_verification" });
      const answer = await mode.postSigned({ body, contentType: "application/json" });
      const given = parsed(answer.body);
      const said = typeof given === "object" && given !== null && "challenge" in given ? given.challenge : answer.body;
      return answer.status === 200 && said === challenge;
    },
  };
  return mode;
}

/** An empty body is an answer without payload; text is a message, as Slack takes it for commands. */
function answerOf({ acceptsPayload }: Envelope, body: string): unknown {
  if (body === "" || !acceptsPayload) return body === "" ? undefined : (parsed(body) ?? body);
  const json = parsed(body);
  return json !== null && typeof json === "object" ? json : { text: body };
}

function bodyOf({ kind, payload, attempt, reason }: Envelope): Signed {
  if (kind === "events_api") {
    const retry = {
      "X-Slack-Retry-Num": String(attempt),
      "X-Slack-Retry-Reason": reason === "timeout" ? "http_timeout" : reason,
    };
    return {
      body: JSON.stringify(payload),
      contentType: "application/json",
      ...(attempt > 0 ? { headers: retry } : {}),
    };
  }
  if (kind === "interactive")
    return { body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), contentType: form };
  const fields = Object.entries(payload).map(([name, value]): [string, string] => [name, String(value)]);
  return { body: new URLSearchParams(fields).toString(), contentType: form };
}

const send = (url: string, body: string, headers: Readonly<Record<string, string>>, signal?: AbortSignal) =>
  new Promise<HttpAnswer>((resolve, reject) => {
    // no connection is kept: a test's server must be able to close
    const outgoing = request(
      url,
      { method: "POST", agent: false, headers, ...(signal ? { signal } : {}) },
      (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("error", reject);
        response.on("end", () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString() }));
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body);
  });
