import { createRequire } from "node:module";
import type { pino } from "pino";

/** Where trouble is written: one JSON line each. Never questions, names or reasons of people, never tokens. */
export interface Log {
  info(message: string, details?: { readonly platform?: string }): void;
  warn(message: string, details: { readonly platform: string; readonly error: unknown }): void;
  error(message: string, details: { readonly reference: string; readonly error: unknown }): void;
}

/** What looks like a token of Slack or Discord, or the password of a database address. */
const secrets =
  /\b(?:xox[a-z]|xapp|xwfp)-[\w-]+|\b[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}|(?<=:\/\/[^\s:/]*:)[^\s@]+(?=@)/g;

/** An error as it may be logged: where it happened and its words, without what it carries from a request. */
function told(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return text.replace(secrets, "[secret]").slice(0, 4000);
}

// loaded with the first line that is written: most starts write none
const require = createRequire(import.meta.url);

/** Writes to a stream, standard error by default. */
export function createLog(stream: { write(line: string): unknown } = process.stderr): Log {
  let opened: pino.Logger | undefined;
  const logger = (): pino.Logger => {
    if (opened) return opened;
    const library = require("pino") as typeof import("pino");
    opened = library.pino(
      { base: null, timestamp: library.stdTimeFunctions.isoTime },
      stream as pino.DestinationStream,
    );
    return opened;
  };
  return {
    info: (message, details = {}) => logger().info(details, message),
    warn: (message, { platform, error }) => logger().warn({ platform, problem: told(error) }, message),
    error: (message, { reference, error }) => logger().error({ reference, problem: told(error) }, message),
  };
}

export const stderrLog: Log = createLog();
