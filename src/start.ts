import { existsSync } from "node:fs";
import { userInfo } from "node:os";
import { createApp, openOffice, type Running } from "./app.ts";
import { systemClock } from "./clock.ts";
import { type Config, ConfigError, readConfig } from "./config.ts";
import { type Log, stderrLog } from "./log.ts";
import type { Platform } from "./platforms/platform.ts";
import { RulebookError } from "./rulebook/load.ts";
import { openStore } from "./store/store.ts";
import { storeProblem } from "./store/trouble.ts";
import { CalendarError } from "./workdays/calendar.ts";

/** Reads the settings, opens the office and runs it on its platforms; exit status 1 when it cannot start. */
export async function start(): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  try {
    const config = readConfig(process.env);
    await run(config, stderrLog);
  } catch (error) {
    if (!(error instanceof RulebookError || error instanceof ConfigError || error instanceof CalendarError))
      throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

async function run(config: Config, log: Log): Promise<void> {
  // the file is opened while the rulebook is read
  const opening = openStore(config.database);
  opening.catch(() => {});
  const app = createApp(config, log);
  const platforms = await chats(config, log);
  const store = await opening.catch((error: unknown) => {
    const { what, next } = storeProblem(config.database, error);
    throw new ConfigError([`${what} ${next}`]);
  });
  const { createTerminal, runTerminal } = await import("./platforms/console/index.ts");
  const terminal = config.terminal ? createTerminal({ input: process.stdin, output: process.stdout }) : undefined;
  const office = openOffice(app, store, [...platforms, ...(terminal ? [terminal] : [])], systemClock);
  const feeds =
    config.http &&
    (await import("./calendar-feed/server.ts")).startFeeds(config.http, { ...app, store, clock: systemClock });
  feeds?.catch((error) => log.error("calendars are not served", { reference: "calendar", error }));
  const rounds = makeRounds(office, platforms, log);
  const stop = async (): Promise<void> => {
    await (await rounds).stop();
    await (await feeds?.catch(() => undefined))?.stop();
    await office.stop();
  };
  // whoever sits at the terminal alone is answered while the first round is made
  if (platforms.length > 0) await rounds;
  if (terminal) {
    const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG;
    const user = userInfo().username;
    await runTerminal(terminal, app, office.desk, { user, ...(locale ? { locale } : {}) });
    return stop();
  }
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop());
}

/** The chats of the settings; their libraries are loaded only where they are used. */
async function chats(config: Config, log: Log): Promise<readonly Platform[]> {
  const platforms: Platform[] = [];
  if (config.slack) platforms.push((await import("./platforms/slack/index.ts")).createSlack(config.slack, log));
  if (config.discord) platforms.push((await import("./platforms/discord/index.ts")).createDiscord(config.discord, log));
  return platforms;
}

/** Starts the chats, each on its own, and does every minute what is due; a chat that does not start is tried again. */
async function makeRounds(
  office: Running,
  platforms: readonly Platform[],
  log: Log,
): Promise<{ stop(): Promise<void> }> {
  const { keepTime } = await import("./schedule.ts");
  const { startPlatform } = await import("./platforms/start.ts");
  const waiting = new Set(platforms);
  const startAll = async (): Promise<void> => {
    await Promise.all(
      [...waiting].map(async (each) => {
        if ((await startPlatform(each, office.desk, log)) !== "later") waiting.delete(each);
      }),
    );
  };
  const everyMinute = async (): Promise<void> => {
    await startAll();
    await office.tick();
  };
  await everyMinute().catch((error) => log.error("round failed", { reference: "minute", error }));
  return keepTime({ everyMinute, everyNight: () => office.tidy(), log });
}
