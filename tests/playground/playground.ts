import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp, openOffice } from "../../src/app.ts";
import { type Clock, systemClock } from "../../src/clock.ts";
import { readConfig } from "../../src/config.ts";
import type { Log } from "../../src/log.ts";
import { optionsOf } from "../../src/options.ts";
import { createDiscord } from "../../src/platforms/discord/index.ts";
import { registerCommands } from "../../src/platforms/discord/register.ts";
import { createSlack } from "../../src/platforms/slack/index.ts";
import { shortWords, slackManifest } from "../../src/platforms/slack/manifest.ts";
import { startPlatform } from "../../src/platforms/start.ts";
import { keepTime } from "../../src/schedule.ts";
import { addAdministrator, administrators } from "../../src/store/administrators.ts";
import { openStore } from "../../src/store/store.ts";
import { inLanguage, type Language } from "../../src/text.ts";
import { openDiscordSide } from "./discord-side.ts";
import type { Deed, Message, PlatformName, Screen, Side } from "./screen.ts";
import { openSlackSide } from "./slack-side.ts";

/** A command as it is offered while somebody types. */
export interface Offered {
  readonly line: string;
  readonly summary: string;
  readonly options: readonly { readonly name: string; readonly help: string; readonly file: boolean }[];
}

/** The real Mishu between a Slack and a Discord of its own, with the same people in both. */
export interface Playground {
  readonly sides: readonly Side[];
  side(name: string): Side;
  screen(platform: PlatformName, person: string, place: string): Screen;
  /** Does it, and waits until Mishu has nothing left to do. */
  act(platform: PlatformName, person: string, place: string, deed: Deed): Promise<void>;
  commands(platform: PlatformName, person: string): readonly Offered[];
  onChange(listener: () => void): void;
  stop(): Promise<void>;
}

export interface PlaygroundOptions {
  /** The SQLite file; missing: one that is deleted in the end. */
  readonly file?: string;
  readonly log: Log;
}

const root = "mishu";
const hour = 3600_000;

/** The language of a locale: zh-TW, zh-CN, en-US. */
const languageIn = (locale: string): Language =>
  locale === "zh-TW" ? "zh-Hant" : locale === "zh-CN" ? "zh-Hans" : "en";

export async function openPlayground({ file, log }: PlaygroundOptions): Promise<Playground> {
  const folder = file === undefined ? await mkdtemp(join(tmpdir(), "mishu-playground-")) : undefined;
  const store = await openStore({ file: file ?? join(folder ?? "", "mishu.sqlite") });
  const app = createApp(readConfig({}), log);
  // Slack's people are remembered for an hour: whoever changes their language there is an hour older at once
  let ahead = 0;
  const slackClock: Clock = { ...systemClock, now: () => new Date(systemClock.now().getTime() + ahead) };
  const manifest = slackManifest({ command: root, commands: app.commands });
  const slack = await openSlackSide(
    manifest.features.slash_commands.map(({ command }) => command),
    () => {
      ahead += hour;
    },
  );
  const discord = await openDiscordSide();
  const platforms = [createSlack(slack.config, log, { clock: slackClock }), createDiscord(discord.config, log)];
  const office = openOffice(app, store, platforms);
  const sides: readonly Side[] = [slack.side, discord.side];
  await registerCommands(discord.config, app.commands, log);
  for (const each of platforms)
    if ((await startPlatform(each, office.desk, log)) !== "started") throw new Error(`${each.name} did not start`);
  await office.tick();
  const rounds = keepTime({ everyMinute: office.tick, everyNight: office.tidy, log });
  const words = shortWords(app.commands, root);
  const echoes: { readonly where: string; readonly message: Message }[] = [];
  const changed: (() => void)[] = [];

  const side = (name: string): Side => {
    const found = sides.find((each) => each.name === name);
    if (!found)
      throw new Error(`there is no platform “${name}”; there is ${sides.map((each) => each.name).join(", ")}`);
    return found;
  };

  /** Whoever acts first as an owner becomes the administrator. Here one person owns both servers, and is it on both. */
  const ownBoth = (): Promise<void> =>
    store.transaction(async (records) => {
      const [first, second] = await administrators(records);
      const owners = sides.map(({ owner }) => owner);
      if (first === undefined || second !== undefined || !owners.includes(first)) return;
      for (const each of owners) await addAdministrator(records, each, systemClock.now());
    });

  return {
    sides,
    side,
    screen(platform, person, place) {
      const { messages, form } = side(platform).screen(person, place);
      const own = echoes.filter(({ where }) => where === `${platform} ${person} ${place}`).map((each) => each.message);
      const all = [...messages, ...own].sort((one, other) => one.at - other.at);
      return { messages: all, ...(form ? { form } : {}) };
    },
    async act(platform, person, place, deed) {
      // neither platform shows a command that was typed; whoever tries things wants to see what they did
      if (deed.kind === "say" && deed.text.startsWith("/") && !(platform === "discord" && place === "direct"))
        echoes.push({ where: `${platform} ${person} ${place}`, message: echo(deed.text, echoes.length) });
      await side(platform).act(person, place, deed);
      await office.idle();
      if (person === "owner") await ownBoth();
      for (const each of changed) each();
    },
    commands(platform, person) {
      const language = languageIn(side(platform).localeOf(person));
      return app.commands.map((command) => {
        const short = platform === "discord" || words.includes(command.path.split(" ")[0] ?? "");
        return {
          line: short ? `/${command.path}` : `/${root} ${command.path}`,
          summary: inLanguage(command.summary, language),
          options: optionsOf(command).map(({ name, help, kind }) => ({
            name,
            help: inLanguage(help, language),
            file: kind === "file",
          })),
        };
      });
    },
    onChange(listener) {
      changed.push(listener);
      for (const each of sides) each.onChange(listener);
    },
    async stop() {
      await rounds.stop();
      await office.stop();
      for (const each of sides) await each.stop();
      if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

const echo = (text: string, number: number): Message => ({
  id: `typed ${number}`,
  from: "You",
  byBot: false,
  onlyYou: true,
  at: systemClock.now().getTime(),
  edited: false,
  threaded: false,
  parts: [{ kind: "code", text }],
  files: [],
});
