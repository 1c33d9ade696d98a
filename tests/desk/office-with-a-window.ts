import { z } from "zod";
import { type App, createApp, openOffice, type Running } from "../../src/app.ts";
import { defineCommand } from "../../src/command.ts";
import { readConfig } from "../../src/config.ts";
import { InputError } from "../../src/errors.ts";
import type { Address, Platform, Standing } from "../../src/platforms/platform.ts";
import { paragraph, type Reply, reply } from "../../src/reply.ts";
import type { Asked, Delivery } from "../../src/request.ts";
import { writeSetting } from "../../src/store/settings.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import type { Language } from "../../src/text.ts";
import { quietLog } from "../support/app.ts";

/** A window through which people reach the office: it notes what it is told, and does what a test tells it. */
export interface Window extends Platform {
  readonly answers: { readonly key: string; readonly reply: Reply }[];
  readonly delivered: { readonly to: Address; readonly reply: Reply; readonly id: string }[];
  readonly updated: { readonly standing: Standing; readonly reply: Reply }[];
  /** What happens instead of an answer, of a delivery, or of a change: an error is thrown. */
  onAnswer: (delivery: Delivery) => void;
  onDeliver: (to: Address) => void;
  onUpdate: (standing: Standing) => void;
}

export function openWindow(name: string, owners: readonly string[] = []): Window {
  const window: Window = {
    name,
    answers: [],
    delivered: [],
    updated: [],
    onAnswer: () => {},
    onDeliver: () => {},
    onUpdate: () => {},
    async start() {},
    async visitor({ from, locale }) {
      return { ...from, owner: owners.includes(from.id), ...(locale && { locale }) };
    },
    async answer(delivery, given) {
      window.onAnswer(delivery);
      window.answers.push({ key: delivery.key, reply: given });
    },
    async deliver(to, given, id) {
      window.onDeliver(to);
      window.delivered.push({ to, reply: given, id });
      return "there";
    },
    async update(standing, given) {
      window.onUpdate(standing);
      window.updated.push({ standing, reply: given });
    },
    async stop() {},
  };
  return window;
}

/** A command that leaves a trace in the store, the audit and the outbox: /stamp words:… ; "torn" breaks halfway. */
export const stamp = defineCommand({
  path: "stamp",
  names: { "zh-Hans": "盖章", "zh-Hant": "蓋章" },
  summary: { en: "Stamp", "zh-Hans": "盖章", "zh-Hant": "蓋章" },
  options: z.object({ words: z.string().min(1) }),
  optionHelp: { words: { en: "Words to stamp", "zh-Hans": "盖章的字", "zh-Hant": "蓋章的字" } },
  optionNames: { words: { "zh-Hans": "字", "zh-Hant": "字" } },
  positional: "words",
  needs: ["words"],
  examples: [
    {
      line: { en: "/stamp seen", "zh-Hans": "/stamp 已阅", "zh-Hant": "/stamp 已閱" },
      explains: { en: "seen", "zh-Hans": "已阅", "zh-Hant": "已閱" },
    },
  ],
  async run({ words }, { visit, language }) {
    if (!visit) throw new Error("nobody asks");
    await writeSetting(visit.records, `stamp.${words}`, "1");
    await visit.note({ action: "stamp", subject: words });
    await visit.send("account:post:W:registry", reply({ tone: "answer", language, blocks: [paragraph(words)] }));
    if (words === "torn") throw new Error("the paper is torn");
    if (words === "smudged") throw new InputError("The stamp is smudged. Nothing was changed.", "words");
    return reply({ tone: "done", language, blocks: [paragraph(`stamped: ${words}`)] });
  },
});

let rulebook: App | undefined;

export interface Scene {
  readonly app: App;
  readonly office: Running;
  readonly store: Store;
  readonly window: Window;
  readonly trouble: unknown[];
  /** The instant by the office's clock; a test sets it. */
  now: Date;
  /** Somebody at the window asks; resolves when the office is done with it. */
  ask(key: string, asked: Asked | string, more?: { readonly by?: string; readonly locale?: Language }): Promise<void>;
}

/** An office with one window, a clock that stands still, and everything in memory. */
export async function openScene(windows: readonly Window[] = [openWindow("post")], store?: Store): Promise<Scene> {
  const kept = store ?? (await openStore({ file: ":memory:" }));
  const trouble: unknown[] = [];
  rulebook ??= createApp(
    readConfig({}),
    quietLog(() => {}),
  );
  const app: App = {
    ...rulebook,
    commands: [...rulebook.commands, stamp],
    log: quietLog((error) => trouble.push(error)),
  };
  const [window = openWindow("post")] = windows;
  const scene: Scene = {
    app,
    now: new Date("2026-11-23T01:00:00Z"),
    store: kept,
    window,
    trouble,
    office: openOffice(app, kept, windows, { now: () => scene.now, elapsed: () => 0 }),
    async ask(key, asked, { by = "u1", locale } = {}) {
      const delivery: Delivery = {
        key,
        platform: window.name,
        from: { platform: window.name, workspace: "W", id: by, name: by },
        ...(locale && { locale }),
        asked: typeof asked === "string" ? { line: asked } : asked,
        returnTo: { to: by },
      };
      await scene.office.desk.receive(delivery, async () => {});
      await scene.office.idle();
    },
  };
  return scene;
}
