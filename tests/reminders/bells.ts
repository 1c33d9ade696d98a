import { createApp } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import type { Considered, PlannedReminder, Reminder, ReminderKind, Scene } from "../../src/reminders/kind.ts";
import { sweepReminders } from "../../src/reminders/sweep.ts";
import { paragraph, type Reply, reply } from "../../src/reply.ts";
import { planReminder } from "../../src/store/reminders.ts";
import type { Store } from "../../src/store/store.ts";
import { quietLog } from "../support/app.ts";
import { autumn } from "./autumn.ts";

const { rulebook } = createApp(
  readConfig({}),
  quietLog(() => {}),
);

/** An instant by the clock of an office in Shanghai: "2026-09-28 10:00". */
export const at = (time: string): Date => new Date(`${time.replace(" ", "T")}:00+08:00`);

/** A reminder that somebody is told of by the name of its subject. */
export function bell(subject: string, time: string | Date, more: Partial<PlannedReminder> = {}): PlannedReminder {
  const when = typeof time === "string" ? at(time) : time;
  const usual = { key: `bell:${subject}:0`, kind: "bell", recipient: "person:1", step: 0, details: {} };
  return { ...usual, subject, at: when, ...more };
}

/** A kind that rings: its message is the subject. What else it does a test says. */
export function ringing(
  then: (reminder: Reminder, scene: Scene) => Considered | Promise<Considered> = () => ({ did: "sent" }),
  more: Partial<ReminderKind> = {},
): ReminderKind {
  return {
    name: "bell",
    ...more,
    async consider(reminder, scene) {
      const words = `${reminder.subject}${reminder.step === 0 ? "" : ` again ${reminder.step}`}`;
      await scene.send(
        reminder.recipient,
        reply({ tone: "answer", language: scene.settings.language, blocks: [paragraph(words)] }),
        { listed: { as: "bells", line: words } },
      );
      return then(reminder, scene);
    },
  };
}

export interface Rung {
  readonly words: string;
  readonly to: string;
  readonly sent: Date;
  readonly meant: Date | undefined;
}

/** Reminders in a store, a clock that stands until it is set, and sweeps by hand. */
export function bellTower(store: Store, kinds: readonly ReminderKind[], now: string) {
  const tower = {
    store,
    now: at(now),
    kinds,
    logged: [] as { readonly reference: string; readonly error: unknown }[],
    plan: (...planned: readonly PlannedReminder[]) =>
      store.transaction(async (records) => {
        for (const each of planned) await planReminder(records, each);
      }),
    sweep: (more: { readonly closing?: () => boolean } = {}) =>
      sweepReminders({
        store,
        clock: { now: () => tower.now, elapsed: () => 0 },
        log: { info: () => {}, warn: () => {}, error: (_, details) => tower.logged.push(details) },
        rulebook,
        calendar: autumn,
        kinds: tower.kinds,
        ...more,
      }),
    /** Sets the clock and sweeps: the words that came into the outbox by it. */
    async sweepAt(time: string): Promise<readonly string[]> {
      const before = (await tower.rung()).length;
      tower.now = at(time);
      await tower.sweep();
      return (await tower.rung()).slice(before).map(({ words }) => words);
    },
    rung: (): Promise<readonly Rung[]> =>
      store.look(async ({ db }) => {
        const rows = await db.selectFrom("outbox").selectAll().orderBy("id").execute();
        return rows.map(({ recipient, reply: kept, created_at, meant_for }) => ({
          words: wordsOf(JSON.parse(kept ?? "null") as Reply),
          to: recipient,
          sent: new Date(created_at),
          meant: meant_for === null ? undefined : new Date(meant_for),
        }));
      }),
    reminders: () => store.look(({ db }) => db.selectFrom("reminder").selectAll().orderBy("due_at").execute()),
  };
  return tower;
}

export const wordsOf = ({ blocks }: Reply): string => blocks.map((each) => ("text" in each ? each.text : "")).join(" ");
