import { randomInt } from "node:crypto";
import { describe, expect, test } from "vitest";
import { verifyAudit } from "../../src/store/audit.ts";
import { readSettings } from "../../src/store/settings.ts";
import { openStore, type Place, type Store } from "../../src/store/store.ts";
import { databases } from "../support/databases.ts";
import { type Seen, startLife } from "../support/lives.ts";

const all = databases();
const [, postgres] = all;

// SIGKILL at a random moment, again and again: between any two statements, in the middle of one, between any two steps on
// the wire, and whenever the kill of another process happens to arrive. MISHU_SEED=… repeats a run's choices.

const kills = 50;
const requestsEach = 8;
const minutes = 60_000;

/** Numbers from 0 up to a limit, the same for the same seed (xorshift). */
function chooser(seed: number): (below: number) => number {
  let state = seed | 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** What stands in the records of each paper: how often it was stamped, its audit events, its messages. */
async function stamps(store: Store): Promise<ReadonlyMap<string, readonly [number, number]>> {
  return store.look(async (records) => {
    const events = await records.db.selectFrom("audit").select("subject").where("action", "=", "stamp").execute();
    const times = (name: string) => events.filter(({ subject }) => subject === name).length;
    const settings = [...(await readSettings(records))].filter(([name]) => name.startsWith("stamp."));
    return new Map(settings.map(([name, value]) => [name.slice(6), [Number(value), times(name)] as const]));
  });
}

const countOf = (store: Store, table: "outbox" | "audit") =>
  store.look(async ({ db }) => (await db.selectFrom(table).select("organisation").execute()).length);

/** All or nothing: a paper that is stamped has its one event, and there are as many messages as stamps. */
async function expectNothingHalfDone(store: Store): Promise<void> {
  const done = await stamps(store);
  expect([...done].filter(([, [times, events]]) => times !== 1 || events !== 1)).toEqual([]);
  expect(await countOf(store, "audit")).toBe(done.size);
  expect(await countOf(store, "outbox")).toBe(done.size);
}

const nobodySaw = (): Seen => ({ acknowledged: new Set(), answered: new Map(), delivered: new Map(), logged: [] });

describe.concurrent.each(all)("an office that is killed at any moment, on $name", (database) => {
  test(`loses nothing that it acknowledged, does nothing by half or twice, and starts again: ${kills} kills`, async () => {
    const seed = Number(process.env.MISHU_SEED) || randomInt(2 ** 31);
    const choose = chooser(seed);
    const place = await database.place();
    const seen = nobodySaw();
    let papers = 0;
    let ahead = 0;
    let killed = 0;
    // about the points of a life that nobody kills; one that takes up much has more
    let points = 800;
    const asked = new Map<string, string>();
    const ask = (key: string) => ({ key, paper: asked.get(key) });
    try {
      while (killed < kills) {
        ahead += 3 * minutes;
        const byItself = choose(2) === 0;
        const killAt = byItself ? 1 + choose(points) : null;
        const killAtLine = byItself ? 0 : 1 + choose(6 * requestsEach);
        const life = startLife({ place, ahead, killAt }, seen, (line) => line === killAtLine && life.kill());
        // a platform repeats what was not acknowledged, and now and then what was
        for (const key of asked.keys()) if (!seen.acknowledged.has(key) || choose(20) === 0) life.send(ask(key));
        for (let n = 0; n < requestsEach; n++) {
          const key = `wire:${++papers}`;
          asked.set(key, `paper-${papers}`);
          life.send(ask(key));
        }
        const passed = await life.idle();
        if (passed !== undefined) points = Math.max(points, passed);
        life.kill();
        expect(await life.gone).toBe(true);
        killed++;
        if (killed % 10 === 0) await look(place, expectNothingHalfDone);
      }
      // then it is left in peace: nothing is done for it but to start it, when even what was taken up most often and died
      // each time is due once more (four hours)
      const last = startLife({ place, ahead: ahead + 6 * 60 * minutes, killAt: null }, seen, () => {});
      for (const key of asked.keys()) if (!seen.acknowledged.has(key)) last.send(ask(key));
      last.send({ finish: true });
      expect(await last.gone).toBe(false);

      await expectEverythingDone(place, asked, seen);
    } catch (error) {
      throw new Error(`with MISHU_SEED=${seed}, after ${killed} kills: ${seen.logged.join("").slice(0, 2000)}`, {
        cause: error,
      });
    }
  }, 180_000);
});

describe.runIf(postgres)("two offices at the same time, on one PostgreSQL server", () => {
  test("share the work: each request comes to both, is done once, and one may die", async () => {
    const place = await postgres?.place();
    if (!place) throw new Error("PostgreSQL is there");
    const seen = nobodySaw();
    const asked = new Map(Array.from({ length: 60 }, (_, n) => [`wire:${n}`, `paper-${n}`]));
    const dying = startLife({ place, ahead: 0, killAt: null }, seen, (line) => line === 40 && dying.kill());
    const living = startLife({ place, ahead: 0, killAt: null }, seen, () => {});
    for (const [key, paper] of asked) for (const each of [dying, living]) each.send({ key, paper });
    expect(await dying.gone).toBe(true);
    living.send({ finish: true });
    expect(await living.gone).toBe(false);
    const last = startLife({ place, ahead: 3 * minutes, killAt: null }, seen, () => {});
    last.send({ finish: true });
    expect(await last.gone).toBe(false);
    await expectEverythingDone(place, asked, seen);
  });
});

/** Everything that was asked is acknowledged, answered, done once with its event and its message, and nobody saw a message twice. */
async function expectEverythingDone(place: Place, asked: ReadonlyMap<string, string>, seen: Seen): Promise<void> {
  expect([...asked.keys()].filter((key) => !seen.acknowledged.has(key))).toEqual([]);
  for (const [key, paper] of asked)
    expect([key, ...new Set(seen.answered.get(key))]).toEqual([key, `stamped ${paper}`]);
  await look(place, async (store) => {
    await expectNothingHalfDone(store);
    expect([...(await stamps(store)).keys()].sort()).toEqual([...asked.values()].sort());
    const { faults, events } = await store.look((records) => verifyAudit(records));
    expect({ faults, events }).toEqual({ faults: [], events: asked.size });
  });
  // a message may have gone out again, but under its own mark: a platform that knows marks shows it once
  const marks = [...asked.values()].map((paper) => [paper, seen.delivered.get(`sent ${paper}`)?.size]);
  expect(marks.filter(([, size]) => size !== 1)).toEqual([]);
  expect(seen.logged.join("")).toBe("");
}

async function look(place: Place, work: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore(place);
  try {
    await work(store);
  } finally {
    await store.close();
  }
}
