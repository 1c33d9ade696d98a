import { randomInt } from "node:crypto";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { planReminder } from "../../src/store/reminders.ts";
import { writeSetting } from "../../src/store/settings.ts";
import type { Place, Store } from "../../src/store/store.ts";
import { type Database, databases } from "../support/databases.ts";
import { type Life, type Seen, startLife } from "../support/lives.ts";
import { bell } from "./bells.ts";

const all = databases();
const [, postgres] = all;

// SIGKILL at a random moment while what is due is done. MISHU_SEED=… repeats a run's choices.

const kills = 30;
const minutes = 60_000;
const program = fileURLToPath(new URL("./ringing-process.ts", import.meta.url));

const nobodySaw = (): Seen => ({ acknowledged: new Set(), answered: new Map(), delivered: new Map(), logged: [] });

/** Numbers from 1 up to a limit, the same for the same seed. */
function chooser(seed: number): (limit: number) => number {
  let state = seed | 1;
  return (limit) => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    return (((state ^ (state >>> 13)) >>> 0) % limit) + 1;
  };
}

/** Hangs bells, each due some minutes from now, in an office that is at work at all hours. */
async function hangBells(database: Database, place: Place, due: readonly number[]): Promise<Store> {
  const store = await database.open(place);
  const now = Date.now();
  await store.transaction(async (records) => {
    await writeSetting(records, "office-hours", "00:00-24:00");
    for (const [number, minute] of due.entries())
      await planReminder(
        records,
        bell(`${number}`, new Date(now + minute * minutes), { recipient: `account:wire:W:${number % 5}` }),
      );
  });
  return store;
}

const start = (
  place: Place,
  ahead: number,
  seen: Seen,
  killAt: number | null = null,
  onLine = (_: number) => {},
): Life => startLife({ place, ahead, killAt }, seen, onLine, program);

/** Starts it in peace, again and again some minutes later, until nothing waits. */
async function ringOut(store: Store, place: Place, ahead: number, seen: Seen): Promise<void> {
  const waiting = () =>
    store.look(({ db }) => db.selectFrom("reminder").select("key").where("done_at", "is", null).execute());
  for (let round = 1; round === 1 || (round <= 15 && (await waiting()).length > 0); round++) {
    const life = start(place, ahead + round * 4 * minutes, seen);
    life.send({ finish: true });
    expect(await life.gone).toBe(false);
  }
  expect(await waiting()).toEqual([]);
}

/** Every bell has rung three times, each time once: in the reminders, the audit, the outbox, and to those who hear it. */
async function expectEachOnce(store: Store, bells: number, seen: Seen): Promise<void> {
  const expected = Array.from({ length: bells }, (_, number) => [0, 1, 2].map((step) => `${number} ${step}`))
    .flat()
    .sort();
  const [reminders, events, messages] = await store.look(async ({ db }) => [
    await db.selectFrom("reminder").select(["subject", "step", "outcome"]).execute(),
    await db.selectFrom("audit").select("subject").where("action", "=", "bell.ring").execute(),
    await db.selectFrom("outbox").select(["id", "delivered_at"]).execute(),
  ]);
  expect(reminders.map(({ subject, step }) => `${subject} ${step}`).sort()).toEqual(expected);
  expect(new Set(reminders.map(({ outcome }) => outcome))).toEqual(new Set(["sent"]));
  expect(events.map(({ subject }) => subject).sort()).toEqual(expected);
  expect(messages.filter(({ delivered_at }) => delivered_at !== null)).toHaveLength(expected.length);
  expect(messages).toHaveLength(expected.length);
  // a message may have gone out again, but under its own mark: a platform that knows marks shows it once
  expect([...seen.delivered.keys()].sort()).toEqual(expected);
  expect([...seen.delivered].filter(([, marks]) => marks.size !== 1)).toEqual([]);
  const lines = seen.logged
    .join("")
    .split("\n")
    .filter((line) => line !== "");
  expect(lines.filter((line) => !line.includes("the rope is stiff"))).toEqual([]);
}

describe.concurrent.each(all)("an office that is killed while it reminds, on $name", (database) => {
  test(`forgets nobody and reminds nobody twice: ${kills} kills`, async () => {
    const seed = Number(process.env.MISHU_SEED) || randomInt(2 ** 31);
    const choose = chooser(seed);
    const place = await database.place();
    const bells = Array.from({ length: 60 }, (_, number) => 1 + number * 1.4);
    const store = await hangBells(database, place, bells);
    const seen = nobodySaw();
    let ahead = 0;
    let killed = 0;
    // about the points of a life that nobody kills
    let points = 150;
    try {
      for (; killed < kills; killed++) {
        ahead += 3 * minutes;
        const byItself = choose(3) > 1;
        const atLine = byItself ? 0 : choose(8);
        const life = start(
          place,
          ahead,
          seen,
          byItself ? choose(points) : null,
          (line) => line === atLine && life.kill(),
        );
        const passed = await life.idle();
        if (passed !== undefined) points = Math.max(points, passed);
        life.kill();
        expect(await life.gone).toBe(true);
      }
      await ringOut(store, place, ahead, seen);
      await expectEachOnce(store, bells.length, seen);
    } catch (error) {
      throw new Error(`with MISHU_SEED=${seed}, after ${killed} kills: ${seen.logged.join("").slice(0, 2000)}`, {
        cause: error,
      });
    }
  }, 180_000);
});

describe.runIf(postgres)("two offices at the same time, on one PostgreSQL server", () => {
  test("share the reminders: each comes once, and one office may die", async () => {
    if (!postgres) throw new Error("PostgreSQL is there");
    const place = await postgres.place();
    const bells = Array.from({ length: 150 }, () => 1);
    const store = await hangBells(postgres, place, bells);
    const seen = nobodySaw();
    const dying = start(place, 2 * minutes, seen, null, (line) => line === 30 && dying.kill());
    const living = start(place, 2 * minutes, seen);
    expect(await dying.gone).toBe(true);
    living.send({ finish: true });
    expect(await living.gone).toBe(false);
    await ringOut(store, place, 2 * minutes, seen);
    await expectEachOnce(store, bells.length, seen);
  }, 120_000);
});
