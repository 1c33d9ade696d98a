import { onTestFinished } from "vitest";
import { commands as ownCommands } from "../../../commands/index.ts";
import { type App, createApp, openOffice, type Running } from "../../../src/app.ts";
import { type DiscordConfig, readConfig } from "../../../src/config.ts";
import type { Log } from "../../../src/log.ts";
import { createDiscord } from "../../../src/platforms/discord/index.ts";
import { registerCommands } from "../../../src/platforms/discord/register.ts";
import type { Platform } from "../../../src/platforms/platform.ts";
import { openStore, type Store } from "../../../src/store/store.ts";
import {
  type Channel,
  type Discord,
  type DiscordOptions,
  type Person,
  startDiscord,
} from "../../fakes/discord/index.ts";
import { post, submit } from "./paper.ts";

/** A Discord server with an office's bot in it; its clock stands until a test moves it. */
export interface Scene {
  readonly discord: Discord;
  readonly config: DiscordConfig;
  readonly platform: Platform;
  readonly office: Running;
  readonly store: Store;
  readonly log: Log;
  /** What was logged, in words. */
  readonly logged: string[];
  /** Owns the server. */
  readonly owner: Person;
  /** Somebody whose Discord is in Simplified Chinese, in Traditional Chinese, in English. */
  readonly li: Person;
  readonly lin: Person;
  readonly ann: Person;
  readonly hall: Channel;
  now: number;
  /** What people did that is in the audit. */
  events(): Promise<readonly string[]>;
}

export const commands = [...ownCommands, submit, post];

let made: App | undefined;

function appWith(log: Log): App {
  made ??= createApp(readConfig({}), log);
  return { ...made, commands, log };
}

/** Opens the scene without connecting the bot. */
export async function openScene(options: DiscordOptions = {}): Promise<Scene> {
  const logged: string[] = [];
  const words = (error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : String(error));
  const log: Log = {
    info: (message) => logged.push(message),
    warn: (message, { error }) => logged.push(`${message}: ${words(error)}`),
    error: (message, { error }) => logged.push(`${message}: ${words(error)}`),
  };
  const clock = { at: Date.parse("2026-11-23T01:00:00Z") };
  const now = () => new Date(clock.at);
  const discord = await startDiscord({ now: () => clock.at, ...options });
  const member = (id: string, username: string, displayName: string, locale: string) =>
    discord.addMember({ id, username, displayName, locale });
  const config = { token: discord.token, server: discord.guild.id, apiUrl: discord.api };
  const store = await openStore({ file: ":memory:" });
  const platform = createDiscord(config, log, { clock: { now, elapsed: () => 0 } });
  const scene: Scene = {
    discord,
    config,
    platform,
    store,
    log,
    logged,
    office: openOffice(appWith(log), store, [platform], { now, elapsed: () => 0 }),
    owner: member(discord.guild.ownerId, "zhou", "周市长", "zh-CN"),
    li: member("100000000000000002", "li", "李明", "zh-CN"),
    lin: member("100000000000000003", "lin", "林志豪", "zh-TW"),
    ann: member("100000000000000004", "ann", "Ann", "en-GB"),
    hall: discord.addChannel({ id: "700000000000000001", name: "hall" }),
    get now() {
      return clock.at;
    },
    set now(at) {
      clock.at = at;
    },
    events: () =>
      store.transaction(async ({ db }) =>
        (await db.selectFrom("audit").select("action").orderBy("sequence").execute()).map(({ action }) => action),
      ),
  };
  onTestFinished(async () => {
    await scene.office.stop();
    await discord.stop();
    if (discord.unexpected.length > 0) throw new Error(`Discord was asked for what it has not: ${discord.unexpected}`);
  });
  return scene;
}

/** Opens the scene, registers the commands and connects the bot. */
export async function connectedScene(options: DiscordOptions = {}): Promise<Scene> {
  const scene = await openScene(options);
  await registerCommands(scene.config, commands, scene.log);
  await scene.platform.start(scene.office.desk);
  return scene;
}
