import { z } from "zod";
import { type App, createApp, type Running, openOffice as runOffice } from "../../../src/app.ts";
import { defineCommand } from "../../../src/command.ts";
import { readConfig, type SlackConfig } from "../../../src/config.ts";
import { InputError } from "../../../src/errors.ts";
import { createSlack, type Slack as SlackPlatform } from "../../../src/platforms/slack/index.ts";
import { paragraph, point, type Reply, reply } from "../../../src/reply.ts";
import { openStore, type Store } from "../../../src/store/store.ts";
import { type Delivery, type Person, type Slack, type SlackOptions, startSlack } from "../../fakes/slack/index.ts";
import { quietLog } from "../../support/app.ts";

/** What the command “memo” answers, for tests that need a certain reply; the words are those of its text. */
export const replies = new Map<string, Partial<Reply>>();

const zh = { "zh-Hans": "项", "zh-Hant": "項" };

const text = (words: string) => ({ en: words, "zh-Hans": words, "zh-Hant": words });

/** A command with an option of each kind. What it was given is its answer. */
export const memo = defineCommand({
  path: "memo",
  names: { "zh-Hans": "便条", "zh-Hant": "便條" },
  summary: text("Write a memo and put it into the tray of the registry"),
  options: z.object({
    text: z.string().max(40),
    tray: z.enum(["in", "out"]).optional(),
    urgent: z.stringbool().optional(),
    about: z.string().optional(),
    paper: z.string().optional(),
    room: z.string().optional(),
    note: z.string().optional(),
  }),
  optionHelp: {
    text: text("at most 40 characters"),
    tray: text("which tray"),
    urgent: text("today"),
    about: text("a matter"),
    paper: text("a file"),
    room: text("a channel"),
    note: text("more words"),
  },
  optionNames: { text: zh, tray: zh, urgent: zh, about: zh, paper: zh, room: zh, note: zh },
  positional: "text",
  needs: ["text"],
  hidden: ["note"],
  suggest: { about: (typed) => ["budget", "building"].filter((each) => each.startsWith(typed)).map(choice) },
  takes: { paper: "file", room: "channel" },
  examples: [{ line: text("/memo tea"), explains: text("tea") }],
  async run(given, { language, visit }) {
    if (given.text === "bad") throw new InputError("This memo is bad.", "text");
    if (given.text === "send" && visit && given.about) {
      await visit.send(given.about, reply({ tone: "answer", language, blocks: [paragraph("a memo for you")] }));
    }
    await visit?.note({ action: "memo", subject: given.text });
    const told = Object.entries(given).map(([name, value]) => `${name}=${String(value)}`);
    return reply({ tone: "done", language, blocks: [point(told.join("; "))], ...replies.get(given.text) });
  },
});

const choice = (value: string) => ({ label: `the ${value}`, value });

/** A second form, with what has no room in the first. */
export const parcel = defineCommand({
  path: "parcel",
  names: { "zh-Hans": "包裹", "zh-Hant": "包裹" },
  summary: text("Send a parcel"),
  options: z.object({ paper: z.string(), room: z.string().optional(), note: z.string().optional() }),
  optionHelp: { paper: text("a file"), room: text("a channel"), note: text("more words") },
  optionNames: { paper: zh, room: zh, note: zh },
  positional: "note",
  needs: ["paper"],
  takes: { paper: "file", room: "channel", note: "long" },
  examples: [{ line: text("/parcel"), explains: text("form") }],
  run({ paper, room, note: more }, { language }) {
    return reply({ tone: "done", language, blocks: [paragraph(`${paper}|${room}|${more}`)] });
  },
});

let rulebook: App | undefined;

export interface Scene {
  readonly slack: Slack;
  readonly platform: SlackPlatform;
  readonly office: Running;
  readonly store: Store;
  readonly trouble: unknown[];
  readonly li: Person;
  readonly wang: Person;
  /** The first words that the person reads in answer. */
  answered(delivery: Delivery): Promise<string>;
  /** Milliseconds go by, for Slack and for the office. */
  pass(ms: number): void;
  /** What the audit says was done. */
  done(): Promise<readonly string[]>;
}

export interface Wishes extends SlackOptions {
  readonly config?: (slack: Slack) => Partial<SlackConfig>;
  readonly store?: Store;
  /** Leaves the start to the test. */
  readonly stopped?: true;
}

const toStop: (() => Promise<unknown>)[] = [];

export async function stopAll(): Promise<void> {
  replies.clear();
  for (const stop of toStop.splice(0).reverse()) await stop();
}

/** An office in a workspace with Li (zh-CN), Wang (the owner, en-US), a channel “hall” and the real client of Slack. */
export async function openScene({ config, store: given, stopped, ...options }: Wishes = {}): Promise<Scene> {
  const clock = { ms: Date.UTC(2026, 10, 23, 1) };
  const { mode = "socket" } = options;
  const commands = ["mishu", "ask", "rule", "roster", "whoami", "settings", "memo", "parcel"].map((each) => `/${each}`);
  const slack = await startSlack({ commands, now: () => clock.ms, ...options, mode });
  toStop.push(() => slack.stop());
  const li = slack.addUser({ id: "U0LI", name: "li", realName: "李娜", email: "li@office.cn", locale: "zh-CN" });
  const wang = slack.addUser({ id: "U0WANG", name: "wang", realName: "Wang Wei", owner: true });
  slack.addChannel({ id: "C0HALL", name: "hall", members: [li.id, wang.id] });
  const trouble: unknown[] = [];
  const log = quietLog((error) => trouble.push(error));
  rulebook ??= createApp(
    readConfig({}),
    quietLog(() => {}),
  );
  const app: App = { ...rulebook, commands: [...rulebook.commands, memo, parcel], log };
  const store = given ?? (await openStore({ file: ":memory:" }));
  const { bot: botToken, app: appToken, signingSecret } = slack.tokens;
  const platform = createSlack(
    {
      botToken,
      connection: mode === "socket" ? { mode, appToken } : { mode, signingSecret, port: 0 },
      command: "mishu",
      apiUrl: slack.apiUrl,
      ...config?.(slack),
    },
    log,
    {
      clock: { now: () => new Date(clock.ms), elapsed: () => 0 },
      retryConfig: { retries: 2, minTimeout: 20, maxTimeout: 20, factor: 1 },
      pingTimeout: 300,
    },
  );
  const office = runOffice(app, store, [platform], { now: () => new Date(clock.ms), elapsed: () => 0 });
  if (!stopped) {
    await platform.start(office.desk);
    if (mode === "http") slack.setRequestUrl(`http://127.0.0.1:${platform.port()}/slack/events`);
  }
  toStop.push(async () => office.stop());
  return {
    slack,
    platform,
    office,
    store,
    trouble,
    li,
    wang,
    answered: async (delivery) => slack.rendered(await delivery.shown()).text,
    pass(ms) {
      clock.ms += ms;
      slack.tick();
    },
    done: () =>
      store.transaction(async ({ db }) =>
        (await db.selectFrom("audit").select(["action", "subject"]).orderBy("sequence").execute())
          .filter(({ action }) => action === "memo")
          .map(({ subject }) => subject),
      ),
  };
}
