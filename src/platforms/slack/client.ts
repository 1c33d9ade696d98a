import { type Logger, LogLevel, webApi } from "@slack/bolt";
import type { SlackConfig } from "../../config.ts";
import type { Log } from "../../log.ts";

type Options = NonNullable<ConstructorParameters<typeof webApi.WebClient>[1]>;
export type RetryConfig = NonNullable<Options["retryConfig"]>;

/** Slack's client asked for what may take its time, and for what has to be done within three seconds. */
export interface Clients {
  readonly patient: webApi.WebClient;
  readonly hurried: webApi.WebClient;
}

/** Milliseconds; timers that keep nobody from stopping. */
const usualRetries: RetryConfig = { retries: 4, factor: 2, minTimeout: 500, maxTimeout: 8000, unref: true };

/** Milliseconds for one call within the three seconds that Slack gives. */
const hurry = 1500;

export function createClients(config: SlackConfig, log: Log, retryConfig = usualRetries): Clients {
  const { botToken, apiUrl: slackApiUrl } = config;
  const logger = loggerOver(log);
  return {
    patient: new webApi.WebClient(botToken, { slackApiUrl, logger, retryConfig: { ...retryConfig }, headers: {} }),
    hurried: new webApi.WebClient(botToken, {
      slackApiUrl,
      logger,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      timeout: hurry,
      headers: {},
    }),
  };
}

/** Warnings of Slack's libraries go to our log; the rest, in which payloads stand, goes nowhere. */
export function loggerOver(log: Log): Logger {
  const told = (...words: readonly unknown[]): void =>
    log.warn("Slack's client", { platform: "slack", error: words.map(String).join(" ") });
  return {
    debug() {},
    info() {},
    warn: told,
    error: told,
    setLevel() {},
    getLevel: () => LogLevel.WARN,
    setName() {},
  };
}
