import { createInterface } from "node:readline";
import { z } from "zod";
import { createApp, openOffice } from "../../src/app.ts";
import { defineCommand } from "../../src/command.ts";
import { createLog } from "../../src/log.ts";
import type { Desk, Platform } from "../../src/platforms/platform.ts";
import { paragraph, type Reply, reply } from "../../src/reply.ts";
import { readSettings, writeSetting } from "../../src/store/settings.ts";
import { openStore, type Place } from "../../src/store/store.ts";
import { countPoints } from "./kill-points.ts";

// An office in a process of its own, to be killed. It reads deliveries as JSON lines ("{key, name}") and writes what it
// does: {ready}, {acknowledged: key}, {answered: key, words}, {delivered: id, words}, {idle, points}. A line {finish: true} has it end by
// itself. On standard error stands what was logged.

export interface OfficeProcess {
  readonly place: Place;
  readonly rulebook: string;
  /** Milliseconds by which its clock is ahead: what the process before it left is abandoned then. */
  readonly ahead: number;
  /** It kills itself at this point, counted from its start: before and after each statement, and each step on the wire. */
  readonly killAt: number | null;
}

const { place, rulebook, ahead, killAt } = JSON.parse(process.argv[2] ?? "{}") as OfficeProcess;

const { pass: point, passed } = countPoints(killAt);

// a pipe is written at once: what stands in it was done before the kill
const tell = (what: Readonly<Record<string, unknown>>): void => {
  point();
  process.stdout.write(`${JSON.stringify(what)}\n`);
  point();
};
const wordsOf = ({ blocks }: Reply): string => blocks.map((each) => ("text" in each ? each.text : "")).join(" ");

/** Counts how often it is done, so that what is done twice shows. */
const stamp = defineCommand({
  path: "stamp",
  names: { "zh-Hans": "盖章", "zh-Hant": "蓋章" },
  summary: { en: "Stamp a paper", "zh-Hans": "给文件盖章", "zh-Hant": "給文件蓋章" },
  options: z.object({ paper: z.string() }),
  optionHelp: { paper: { en: "Its name", "zh-Hans": "名称", "zh-Hant": "名稱" } },
  optionNames: { paper: { "zh-Hans": "文件", "zh-Hant": "文件" } },
  examples: [
    {
      line: { en: "/stamp paper:one", "zh-Hans": "/stamp paper:one", "zh-Hant": "/stamp paper:one" },
      explains: { en: "one", "zh-Hans": "一", "zh-Hant": "一" },
    },
  ],
  async run({ paper }, { visit, language }) {
    if (!visit) throw new Error("somebody stamps");
    const name = `stamp.${paper}`;
    const before = Number((await readSettings(visit.records)).get(name) ?? 0);
    await writeSetting(visit.records, name, String(before + 1));
    await visit.note({ action: "stamp", subject: name, details: { paper } });
    await visit.send(
      "account:wire:W:registry",
      reply({ tone: "done", language, blocks: [paragraph(`sent ${paper}`)] }),
    );
    return reply({ tone: "done", language, blocks: [paragraph(`stamped ${paper}`)] });
  },
});

let desk: Desk | undefined;
const wire: Platform = {
  name: "wire",
  async start(at) {
    desk = at;
  },
  visitor: async ({ from }) => ({ ...from, owner: false }),
  async answer({ key }, answered) {
    tell({ answered: key, words: wordsOf(answered) });
  },
  async deliver(_, content, id) {
    tell({ delivered: id, words: wordsOf(content) });
    return id;
  },
  async update({ receipt }, content) {
    tell({ updated: receipt, words: wordsOf(content) });
  },
  async stop() {},
};

const clock = { now: () => new Date(Date.now() + ahead), elapsed: () => performance.now() };
const store = await openStore(place);
const app = createApp({ rulebookFolder: rulebook }, createLog());
const office = openOffice({ ...app, commands: [stamp] }, store, [wire], clock);
await wire.start(office.desk);
tell({ ready: true });
const resumed = office.tick();
const receiving = new Set<Promise<void>>();

for await (const line of createInterface({ input: process.stdin })) {
  const { key, paper, idle, finish } = JSON.parse(line) as {
    readonly key?: string;
    readonly paper?: string;
    readonly idle?: true;
    readonly finish?: true;
  };
  if (key && paper) {
    const delivery = {
      key,
      platform: "wire",
      from: { platform: "wire", workspace: "W", id: "clerk", name: "Clerk" },
      asked: { command: "stamp", options: { paper } },
      returnTo: null,
    };
    const received = desk?.receive(delivery, async () => tell({ acknowledged: key }));
    if (received) {
      receiving.add(received);
      void received.finally(() => receiving.delete(received));
    }
  }
  if (idle || finish) {
    await resumed;
    await Promise.all(receiving);
    await office.tick();
    await office.idle();
    tell({ idle: true, points: passed() });
  }
  if (finish) break;
}
process.stdin.destroy();
await office.stop();
