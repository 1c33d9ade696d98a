import { createInterface } from "node:readline";
import { createApp, openOffice } from "../../src/app.ts";
import { defaultRulebook } from "../../src/config.ts";
import { createLog } from "../../src/log.ts";
import type { Desk, Platform } from "../../src/platforms/platform.ts";
import type { Reply } from "../../src/reply.ts";
import type { Asked } from "../../src/request.ts";
import { openStore } from "../../src/store/store.ts";
import { countPoints } from "./kill-points.ts";
import type { OfficeProcess } from "./office-process.ts";

// The office of Changzhou in a process of its own, to be killed while people work in it. It reads
// deliveries as JSON lines ("{key, from, asked}") and writes what it does: {acknowledged: key}, {answered: key, reply},
// {delivered: mark, to, reply}, {updated: mark, reply}, {idle, points}. It sweeps when it starts and whenever it is asked
// whether it is idle. A line {finish: true} has it end by itself. On standard error stands what was logged.

/** What the office writes about what it does: one of the names, and what belongs to it. */
export interface Told {
  readonly acknowledged?: string;
  readonly answered?: string;
  readonly delivered?: string;
  readonly updated?: string;
  /** The account that a message goes to. */
  readonly to?: string;
  readonly reply?: Reply;
  readonly idle?: true;
  readonly points?: number;
}

/** What somebody does: the account, and what is asked. */
export interface Done {
  readonly key: string;
  readonly from: string;
  readonly asked: Asked;
}

/** When the first process is started: a Monday at nine. Each has a clock of its own that is ahead of that. */
export const monday = Date.parse("2026-11-23T09:00:00+08:00");

export const wireAccount = (id: string) => ({ platform: "wire", workspace: "W", id, name: id });

async function live({ place, ahead, killAt }: OfficeProcess): Promise<void> {
  const { pass, passed } = countPoints(killAt);
  // a pipe is written at once: what stands in it was done before the kill
  const tell = (what: Told): void => {
    pass();
    process.stdout.write(`${JSON.stringify(what)}\n`);
    pass();
  };
  let desk: Desk | undefined;
  const receiving = new Set<Promise<void>>();
  const wire: Platform = {
    name: "wire",
    async start(at) {
      desk = at;
    },
    visitor: async ({ from }) => ({ ...from, owner: false, locale: "en" }),
    async answer({ key }, reply) {
      tell({ answered: key, reply });
    },
    async deliver({ id: to }, reply, mark) {
      tell({ delivered: mark, to, reply });
      return mark;
    },
    async update({ receipt }, reply) {
      tell({ updated: receipt, reply });
    },
    async stop() {
      await Promise.all(receiving);
    },
  };
  const clock = { now: () => new Date(monday + ahead + performance.now()), elapsed: () => performance.now() };
  const store = await openStore(place);
  const office = openOffice(createApp({ rulebookFolder: defaultRulebook }, createLog()), store, [wire], clock);
  await wire.start(office.desk);
  const resumed = office.tick();
  for await (const line of createInterface({ input: process.stdin })) {
    const { key, from, asked, idle, finish } = JSON.parse(line) as Partial<Done> & {
      readonly idle?: true;
      readonly finish?: true;
    };
    if (key && from && asked) {
      const delivery = { key, platform: "wire", from: wireAccount(from), locale: "en" as const, asked, returnTo: null };
      const received = desk?.receive(delivery, async () => tell({ acknowledged: key }));
      if (received) {
        receiving.add(received);
        void received.finally(() => receiving.delete(received));
      }
    }
    if (idle) {
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
}

if (import.meta.main) await live(JSON.parse(process.argv[2] ?? "{}") as OfficeProcess);
