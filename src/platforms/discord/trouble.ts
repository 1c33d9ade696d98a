import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes } from "discord.js";
import { wordingFor } from "../../wording/wording.ts";
import { type Hindrance, PlatformError, Unreachable } from "../platform.ts";

/** What the bot must be allowed to do on the server, by its bit. */
export const permissionNames: Readonly<Record<number, string>> = {
  [1 << 10]: "View Channels",
  [1 << 11]: "Send Messages",
  [1 << 14]: "Embed Links",
  [1 << 15]: "Attach Files",
  [1 << 16]: "Read Message History",
  // beyond what a shift of 32 bits holds
  [2 ** 38]: "Send Messages in Threads",
};

/** All of them, for the link that invites the bot. */
export const permissions = Object.keys(permissionNames).reduce((sum, bit) => sum | BigInt(bit), 0n);

const badToken =
  "Discord does not accept DISCORD_TOKEN. On your application's page (discord.com/developers/applications) choose Bot, Reset Token, put the new token into .env as DISCORD_TOKEN and start Mishu again.";

/** Why the gateway closes for good, in plain words, by its code. */
const closings: Readonly<Record<number, string>> = {
  4004: badToken,
  4010: "Discord says that this bot is split wrongly (invalid shard). Start Mishu again.",
  4011: "Discord says that this bot is in too many servers for one connection. Make an application of your own for Mishu, put its token into DISCORD_TOKEN and start Mishu again.",
  4012: "Discord no longer speaks this version of its gateway. Update Mishu (its discord.js) and start it again.",
  4013: "Discord does not know the intents that Mishu asks for. Update Mishu (its discord.js) and start it again.",
  4014: "Discord does not allow this bot the intents that Mishu asks for: Guilds, Guild Messages and Direct Messages, none of them privileged. See that DISCORD_TOKEN belongs to an application that is not restricted, and start Mishu again.",
};

/** Why the connection ended for good; undefined when discord.js connects again by itself. */
export function closingTrouble(code: number): PlatformError | undefined {
  const words = closings[code];
  return words === undefined ? undefined : new PlatformError(String(code), words);
}

/** What is wrong when Discord refuses the token; undefined for other errors. */
export function tokenTrouble(error: unknown): PlatformError | undefined {
  const refused =
    (error instanceof DiscordAPIError && error.status === 401) ||
    (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid);
  return refused ? new PlatformError("401", badToken) : undefined;
}

export function notInServer(application: string): PlatformError {
  const invitation = `https://discord.com/oauth2/authorize?client_id=${application}&scope=bot+applications.commands&permissions=${permissions}`;
  return new PlatformError(
    "10004",
    `The bot is not in the server of DISCORD_SERVER_ID. Invite it with ${invitation} , or put the number of your server there (Developer Mode on, right-click the server, Copy Server ID), and start Mishu again.`,
  );
}

const unreachable: Readonly<Record<number, Hindrance>> = {
  10003: "channel-gone",
  10013: "nobody-there",
  50001: "may-not-see",
  50007: "takes-none",
  50013: "may-not-see",
  50033: "takes-none",
  50278: "left-server",
};

/** A message that Discord will never take to where it goes; undefined for what may pass. */
export function unreachableFor(error: unknown): Unreachable | undefined {
  if (!hasCode(error)) return undefined;
  const why = unreachable[error.code];
  return why === undefined
    ? undefined
    : new Unreachable(`${wordingFor("en").desk.hindrances[why]} (${error.code})`, why);
}

/** A message that somebody deleted, or that is not Mishu's to change; undefined for what may pass. */
export function goneFor(error: unknown): Unreachable | undefined {
  return hasCode(error, 10008, 50005) ? new Unreachable(`the message is gone (${error.code})`) : undefined;
}

/** Whether Discord refused something, with one of these codes when some are given. */
export function hasCode(error: unknown, ...codes: readonly number[]): error is DiscordAPIError & { code: number } {
  if (!(error instanceof DiscordAPIError) || typeof error.code !== "number") return false;
  return codes.length === 0 || codes.includes(error.code);
}
