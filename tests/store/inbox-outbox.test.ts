import { describe, expect, test } from "vitest";
import {
  acceptDeliveries,
  forgetDeliveries,
  keepReply,
  lease,
  progressOf,
  settleDeliveries,
  takeAbandoned,
} from "../../src/store/inbox.ts";
import { nextAttempt, postMessage, postpone, settleMessage, takeDue, waitingMessages } from "../../src/store/outbox.ts";
import { forgetParked, parkButton, parkedButton } from "../../src/store/parked.ts";
import type { Records, Store } from "../../src/store/store.ts";
import { databases } from "../support/databases.ts";

const all = databases();

const now = new Date("2026-11-23T09:00:00+08:00");
const plus = (milliseconds: number) => new Date(now.getTime() + milliseconds);
const minute = 60_000;

const given = (key: string, at = now) => ({ key, platform: "slack", delivery: `{"key":"${key}"}`, now: at });
const accept = async (store: Store, key: string, at = now) => {
  const [fresh] = await store.transaction((records) => acceptDeliveries(records, [given(key, at)]));
  return fresh;
};
const abandoned = (store: Store, at: Date, platforms = ["slack"]) =>
  store.transaction(async (records) => (await takeAbandoned(records, platforms, at)).map(({ key }) => key));
const rowsOf = (store: Store, table: "inbox" | "outbox") =>
  store.look(({ db }) => db.selectFrom(table).selectAll().execute());

describe.each(all)("on $name", (database) => {
  describe("the inbox", () => {
    test("takes a delivery once, however often and at however many doors it comes", async () => {
      const store = await database.open();
      const taken = await Promise.all([1, 2, 3, 4].map(() => accept(store, "a")));
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await accept(store, "a")).toBe(false);
      await store.transaction((records) => settleDeliveries(records, ["a"], now));
      expect(await accept(store, "a")).toBe(false);
    });

    test("takes several at once; of one that comes twice among them only the first is new", async () => {
      const store = await database.open();
      await accept(store, "b");
      const fresh = store.transaction((records) =>
        acceptDeliveries(
          records,
          ["a", "b", "c", "a"].map((key) => given(key)),
        ),
      );
      expect(await fresh).toEqual([true, false, true, false]);
      await store.transaction((records) => settleDeliveries(records, [], now));
      await store.transaction((records) => settleDeliveries(records, ["a", "c"], now));
      expect(await abandoned(store, plus(lease))).toEqual(["b"]);
    });

    test("keeps one reply, and knows how far a delivery is", async () => {
      const store = await database.open();
      const progress = () => store.transaction((records) => progressOf(records, "a"));
      expect(await progress()).toBe("settled");
      await accept(store, "a");
      expect(await progress()).toBe("open");
      const keep = (reply: string) => store.transaction((records) => keepReply(records, "a", reply));
      expect(await Promise.all([keep("1"), keep("2")])).toEqual(expect.arrayContaining([true, false]));
      expect(await keep("3")).toBe(false);
      expect(["1", "2"].map((reply) => ({ reply }))).toContainEqual(await progress());
      await store.transaction((records) => settleDeliveries(records, ["a"], now));
      expect(await progress()).toBe("settled");
      expect(await keep("4")).toBe(false);
    });

    test("gives out a delivery again when its lease is over, never before, and never one that is answered", async () => {
      const store = await database.open();
      await accept(store, "a");
      await accept(store, "b", plus(1));
      await accept(store, "answered");
      await store.transaction((records) => settleDeliveries(records, ["answered"], now));
      expect(await abandoned(store, plus(lease - 1))).toEqual([]);
      expect(await abandoned(store, plus(lease))).toEqual(["a"]);
      expect(await abandoned(store, plus(lease + 1))).toEqual(["b"]);
      expect(await abandoned(store, plus(2 * lease - 1))).toEqual([]);
      expect((await abandoned(store, plus(2 * lease + 1))).sort()).toEqual(["a", "b"]);
    });

    test("gives out only what is for a platform that runs", async () => {
      const store = await database.open();
      await accept(store, "a");
      expect(await abandoned(store, plus(lease), [])).toEqual([]);
      expect(await abandoned(store, plus(lease), ["discord"])).toEqual([]);
      expect(await abandoned(store, plus(lease), ["discord", "slack"])).toEqual(["a"]);
    });

    test("gives each abandoned delivery to one taker only", async () => {
      const place = await database.place();
      const takers = [
        await database.open(place),
        ...(database.kind === "postgres" ? [await database.open(place)] : []),
      ];
      const [store] = takers;
      if (!store) throw new Error("a store is open");
      for (let n = 0; n < 60; n++) await accept(store, `k${n}`);
      const taken = await Promise.all([...takers, ...takers, ...takers].map((each) => abandoned(each, plus(lease))));
      expect(taken.flat()).toHaveLength(60);
      expect(new Set(taken.flat()).size).toBe(60);
    });

    test("keeps of what is settled the key alone, and forgets it in time; what is open it never forgets", async () => {
      const store = await database.open();
      await accept(store, "a");
      await accept(store, "open");
      await store.transaction((records) => keepReply(records, "a", "private words"));
      await store.transaction((records) => settleDeliveries(records, ["a"], plus(minute)));
      const [settled] = (await rowsOf(store, "inbox")).filter((row) => "key" in row && row.key === "a");
      expect(settled).toMatchObject({ key: "a", delivery: null, reply: null, answered_at: now.getTime() + minute });
      await store.transaction((records) => forgetDeliveries(records, now));
      expect(await rowsOf(store, "inbox")).toHaveLength(2);
      await store.transaction((records) => forgetDeliveries(records, plus(1)));
      expect((await rowsOf(store, "inbox")).map((row) => "key" in row && row.key)).toEqual(["open"]);
    });
  });

  describe("the outbox", () => {
    const post = (records: Records, reply: string, at = now) =>
      postMessage(records, { recipient: "person:1", reply, now: at });
    const due = (store: Store, at: Date, most?: number) => store.transaction((records) => takeDue(records, at, most));

    test("gives out what is due, the oldest first and those of one moment in the order in which they were written", async () => {
      const store = await database.open();
      const written = Array.from({ length: 30 }, (_, n) => String(n));
      await store.transaction(async (records) => {
        await post(records, "later", plus(minute));
        for (const each of written) await post(records, each);
        await post(records, "earlier", plus(-minute));
      });
      const taken = await due(store, now);
      expect(taken.map(({ reply }) => reply)).toEqual(["earlier", ...written]);
      expect(new Set(taken.map(({ id }) => id.length))).toEqual(new Set([24]));
      expect(taken.every(({ attempts }) => attempts === 1)).toBe(true);
    });

    test("gives each message to one taker, for as long as the lease", async () => {
      const place = await database.place();
      const takers = [
        await database.open(place),
        ...(database.kind === "postgres" ? [await database.open(place)] : []),
      ];
      const [store] = takers;
      if (!store) throw new Error("a store is open");
      await store.transaction(async (records) => {
        for (let n = 0; n < 90; n++) await post(records, String(n));
      });
      const taken = await Promise.all([...takers, ...takers, ...takers].map((each) => due(each, now)));
      expect(taken.flat()).toHaveLength(90);
      expect(new Set(taken.flat().map(({ id }) => id)).size).toBe(90);
      expect(await due(store, plus(lease - 1))).toEqual([]);
      expect(await due(store, plus(lease))).toHaveLength(90);
    });

    test("is not settled nor put off by whoever was overtaken", async () => {
      const store = await database.open();
      await store.transaction((records) => post(records, "words"));
      const [slow] = await due(store, now);
      const [quick] = await due(store, plus(lease));
      if (!slow || !quick) throw new Error("each has it once");
      expect([slow.attempts, quick.attempts]).toEqual([1, 2]);
      await store.transaction((records) => settleMessage(records, slow, "slow", now));
      await store.transaction((records) => postpone(records, slow, now.getTime() + 9 * minute, "slow"));
      expect(await rowsOf(store, "outbox")).toMatchObject([{ reply: "words", delivered_at: null, outcome: null }]);
      await store.transaction((records) => settleMessage(records, quick, "slack: 1", plus(lease)));
      expect(await rowsOf(store, "outbox")).toMatchObject([
        { reply: null, delivered_at: now.getTime() + lease, outcome: "slack: 1" },
      ]);
      expect(await due(store, plus(100 * lease))).toEqual([]);
    });

    test("tries again after 1, 2, 4 … minutes, at most 6 hours apart, and never gives up", async () => {
      const store = await database.open();
      await store.transaction((records) => post(records, "words"));
      const waits: number[] = [];
      let at = now;
      for (let time = 0; time < 40; time++) {
        const [message] = await due(store, at);
        if (!message) throw new Error(`given up after ${time} times`);
        const next = nextAttempt(message.attempts, at);
        await store.transaction((records) => postpone(records, message, next, "no network"));
        expect(await due(store, new Date(next - 1))).toEqual([]);
        waits.push((next - at.getTime()) / minute);
        at = new Date(next);
      }
      expect(waits.slice(0, 11)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360]);
      expect(new Set(waits.slice(10))).toEqual(new Set([360]));
    });

    test("tells how much waits, and since when", async () => {
      const store = await database.open();
      expect(await store.look(waitingMessages)).toEqual({ count: 0, oldest: null });
      await store.transaction(async (records) => {
        await post(records, "a", plus(minute));
        await post(records, "b");
      });
      expect(await store.look(waitingMessages)).toEqual({ count: 2, oldest: now.getTime() });
    });
  });

  describe("parked buttons", () => {
    test("have the same name when they are the same, and are forgotten a while after they were last shown", async () => {
      const store = await database.open();
      const park = (button: string, at: Date) => store.transaction((records) => parkButton(records, button, at));
      const name = await park('{"command":"ask"}', now);
      expect(name).toHaveLength(22);
      expect(await park('{"command":"rule"}', now)).not.toBe(name);
      expect(await park('{"command":"ask"}', plus(minute))).toBe(name);
      await store.transaction((records) => forgetParked(records, plus(minute)));
      expect(await store.look((records) => parkedButton(records, name))).toBe('{"command":"ask"}');
      await store.transaction((records) => forgetParked(records, plus(minute + 1)));
      expect(await store.look((records) => parkedButton(records, name))).toBeUndefined();
    });
  });
});
