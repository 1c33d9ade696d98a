import fc from "fast-check";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { erasedNotice } from "../../src/erased-notice.ts";
import { type AuditEvent, addToAudit, verifyAudit } from "../../src/store/audit.ts";
import { erasePerson } from "../../src/store/erasure.ts";
import { keepPerson } from "../../src/store/people.ts";
import type { Records, Store } from "../../src/store/store.ts";
import { databases } from "../support/databases.ts";

const all = databases();

const now = new Date("2026-11-23T09:00:00+08:00");

const event = (subject: string, given: Partial<AuditEvent> = {}): AuditEvent => ({
  at: now,
  platform: "slack",
  actor: "person:1",
  action: "setting.change",
  subject,
  ...given,
});

const add = (store: Store, ...events: readonly AuditEvent[]) =>
  store.transaction(async (records) => {
    for (const each of events) addToAudit(records, each);
  });
const check = (store: Store, head?: string) => store.look((records) => verifyAudit(records, head));
const faultsOf = async (store: Store, head?: string) =>
  (await check(store, head)).faults.map(({ sequence, kind }) => `${sequence} ${kind}`);

/** Somebody who may do everything in the database: the refusal of changes is taken away first. */
async function tamper(store: Store, work: (records: Records) => Promise<unknown>): Promise<void> {
  await store.transaction(async (records) => {
    const guards =
      records.kind === "sqlite"
        ? ["drop trigger audit_no_update", "drop trigger audit_no_delete", "drop trigger audit_no_replace"]
        : ["drop trigger audit_only_added_to on audit"];
    for (const each of guards) await sql.raw(each.replace("trigger", "trigger if exists")).execute(records.db);
    await work(records);
  });
}

const columns = [
  "at",
  "platform",
  "actor",
  "action",
  "subject",
  "articles",
  "about",
  "details_hash",
  "previous_hash",
  "hash",
] as const;
const other = { at: 1, platform: "x", actor: "x", action: "x", subject: "x", articles: '["6"]', about: "x" };

const change = (store: Store, sequence: number, column: (typeof columns)[number], value: string | number) =>
  tamper(store, ({ db }) =>
    db
      .updateTable("audit")
      .set({ [column]: value })
      .where("sequence", "=", sequence)
      .execute(),
  );
/** Takes events out, and their details with them unless they are forgotten. */
const remove = (store: Store, from: number, until = from, details: "and details" | "not details" = "and details") =>
  tamper(store, async ({ db }) => {
    await db.deleteFrom("audit").where("sequence", ">=", from).where("sequence", "<=", until).execute();
    if (details === "and details")
      await db.deleteFrom("audit_detail").where("sequence", ">=", from).where("sequence", "<=", until).execute();
  });
const swap = (store: Store, one: number, two: number) =>
  tamper(store, async ({ db }) => {
    for (const [from, to] of [
      [one, -1],
      [two, one],
      [-1, two],
    ] as const)
      await db.updateTable("audit").set({ sequence: to }).where("sequence", "=", from).execute();
  });
const dropDetails = (store: Store, sequence: number) =>
  store.transaction(({ db }) => db.deleteFrom("audit_detail").where("sequence", "=", sequence).execute());

/** Two events as Mishu wrote them before they told whom they are about. */
const earlier = {
  events: [
    {
      organisation: "office",
      sequence: 1,
      at: 1795136400000,
      platform: "slack",
      actor: "person:1",
      action: "person.add",
      subject: "person:2",
      articles: "[]",
      about: null,
      details_hash: "910f2994d5dcd285ed79aa2115fcb852a0287030bbfa3d90d02680f8f90a8817",
      previous_hash: "0".repeat(64),
      hash: "fbb80fce79fe0712537aee827f7fd541fe4707754aafde8937e38da0521d5231",
    },
    {
      organisation: "office",
      sequence: 2,
      at: 1795136400000,
      platform: "slack",
      actor: "person:1",
      action: "setting.change",
      subject: "setting:language",
      articles: "[]",
      about: null,
      details_hash: "49b1aa9e4d579e907cb0834bb771a2916ba1e65e92f5d31cb62eb2da6e078476",
      previous_hash: "fbb80fce79fe0712537aee827f7fd541fe4707754aafde8937e38da0521d5231",
      hash: "38f8f99fa5344c7927783a8929cd52f0355db9bc7bd06f5b023b757f91bfa072",
    },
  ],
  details: [
    {
      organisation: "office",
      sequence: 1,
      person: "2",
      salt: "f26852715dc09ca32ca180fd628ef3f4",
      details: '{"name":"王朝霞"}',
    },
    {
      organisation: "office",
      sequence: 2,
      person: null,
      salt: "57743ca6767c1e708acdfc937702ffc2",
      details: '{"value":"en"}',
    },
  ],
};

describe.each(all)("the audit, on $name", (database) => {
  const five = async () => {
    const store = await database.open();
    await add(
      store,
      ...["a", "b", "c", "d", "e"].map((subject) => event(subject, { details: { value: subject }, about: "1" })),
    );
    return store;
  };

  test("holds when it is empty, and when it was only added to, by several at the same time", async () => {
    const store = await database.open();
    expect(await check(store)).toEqual({ events: 0, erased: 0, head: "0".repeat(64), faults: [] });
    await Promise.all(Array.from({ length: 40 }, (_, n) => add(store, event(`s${n}`), event(`t${n}`))));
    const { events, faults, head } = await check(store);
    expect({ events, faults }).toEqual({ events: 80, faults: [] });
    expect(head).toMatch(/^[0-9a-f]{64}$/);
  });

  test("holds over more events than are read at once", async () => {
    const store = await database.open();
    await add(store, ...Array.from({ length: 2001 }, (_, n) => event(String(n))));
    expect(await check(store)).toMatchObject({ events: 2001, faults: [] });
    await change(store, 1000, "subject", "other");
    expect(await faultsOf(store)).toEqual(["1000 changed"]);
  });

  test("has a chain of its own for each organisation", async () => {
    const place = await database.place();
    const [one, two] = [await database.open(place, "one"), await database.open(place, "two")];
    await add(one, event("a"));
    await add(two, event("a"));
    await add(one, event("b"));
    expect(await check(one)).toMatchObject({ events: 2, faults: [] });
    expect(await check(two)).toMatchObject({ events: 1, faults: [] });
    expect((await check(one)).head).not.toBe((await check(two)).head);
  });

  test.each([
    "update audit set subject = 'other'",
    "update audit set hash = hash",
    "delete from audit",
    "delete from audit where sequence = 5",
  ])("the database itself refuses: %s", async (statement) => {
    const store = await five();
    const refused = store.transaction(({ db }) => sql.raw(statement).execute(db));
    await expect(refused).rejects.toThrow("the audit is only added to");
    expect(await check(store)).toMatchObject({ events: 5, faults: [] });
  });

  test("the database itself refuses to put another event in the place of one, or to empty the table", async () => {
    const store = await five();
    const statements =
      database.kind === "sqlite"
        ? ["insert or replace into audit select * from audit where sequence = 3"]
        : ["truncate audit"];
    for (const each of statements)
      await expect(store.transaction(({ db }) => sql.raw(each).execute(db))).rejects.toThrow(
        "the audit is only added to",
      );
    expect(await check(store)).toMatchObject({ events: 5, faults: [] });
  });

  test.each(columns)("finds that the %s of an event was changed", async (column) => {
    const store = await five();
    await change(store, 3, column, column in other ? other[column as keyof typeof other] : "f".repeat(64));
    const [first] = await faultsOf(store);
    expect(first).toMatch(/^3 (changed|details-changed)$/);
  });

  test("finds a change whose own hash was made to fit again: the next event does not fit it", async () => {
    const store = await five();
    const last = await store.look(({ db }) =>
      db.selectFrom("audit").selectAll().where("sequence", "=", 5).executeTakeFirstOrThrow(),
    );
    await remove(store, 4, 5);
    await add(store, event("forged", { details: { value: "d" } }));
    await tamper(store, ({ db }) => db.insertInto("audit").values(last).execute());
    expect(await faultsOf(store)).toContain("5 changed");
  });

  test("finds that its end was cut off by somebody who forgot the details", async () => {
    const store = await five();
    await remove(store, 4, 5, "not details");
    expect(await faultsOf(store)).toEqual(["4 missing"]);
  });

  test("finds an event that was taken out, and several", async () => {
    const one = await five();
    await remove(one, 2);
    expect(await faultsOf(one)).toEqual(["2 missing", "3 changed"]);
    const first = await five();
    await remove(first, 1, 3);
    expect(await faultsOf(first)).toEqual(["1 missing", "4 changed"]);
  });

  test("finds that its end was cut off, when its head was noted", async () => {
    const store = await five();
    const { head } = await check(store);
    await remove(store, 5);
    expect(await faultsOf(store)).toEqual([]);
    expect(await faultsOf(store, head)).toEqual(["4 head-not-found"]);
    await add(store, event("forged", { details: { value: "e" } }));
    expect(await faultsOf(store, head)).toContain("5 head-not-found");
  });

  test("finds that all of it was taken away, when its head was noted", async () => {
    const store = await five();
    const { head } = await check(store);
    await remove(store, 1, 5);
    expect(await faultsOf(store, head)).toEqual(["0 head-not-found"]);
  });

  test("knows a head of earlier, and of now", async () => {
    const store = await five();
    const { head } = await check(store);
    expect(await faultsOf(store, head)).toEqual([]);
    await add(store, event("f"));
    expect(await faultsOf(store, head)).toEqual([]);
    expect(await faultsOf(store, "f".repeat(64))).toEqual(["6 head-not-found"]);
  });

  test("finds two events that were put in each other's place", async () => {
    const store = await five();
    await swap(store, 2, 3);
    expect(await faultsOf(store)).toEqual(expect.arrayContaining(["2 changed", "3 changed"]));
  });

  test("finds details that were changed, also when they are no longer readable", async () => {
    const store = await five();
    await store.transaction(({ db }) =>
      db.updateTable("audit_detail").set({ details: '{"value":"x"}' }).where("sequence", "=", 2).execute(),
    );
    expect(await faultsOf(store)).toEqual(["2 details-changed"]);
    await add(store, event("person:1", { action: "person.erase", details: { events: [] } }));
    await store.transaction(({ db }) =>
      db.updateTable("audit_detail").set({ details: "{" }).where("sequence", "=", 6).execute(),
    );
    expect(await faultsOf(store)).toEqual(["2 details-changed", "6 details-changed"]);
  });

  test("finds details that are gone without an erasure that tells of it; with one they count as erased", async () => {
    const store = await five();
    await dropDetails(store, 2);
    await dropDetails(store, 4);
    expect(await faultsOf(store)).toEqual(["2 details-missing", "4 details-missing"]);
    await add(store, event("person:1", { action: "person.erase", details: { events: [2] } }));
    expect(await faultsOf(store)).toEqual(["4 details-missing"]);
    expect((await check(store)).erased).toBe(1);
    await dropDetails(store, 6);
    expect(await faultsOf(store)).toEqual(["2 details-missing", "4 details-missing", "6 details-missing"]);
  });

  test("an erasure excuses only what was about the person, and nothing that was about nobody", async () => {
    const store = await five();
    await add(store, event("f", { details: { value: "f" } }));
    await dropDetails(store, 2);
    await dropDetails(store, 6);
    await add(store, event("person:99", { action: "person.erase", details: { events: [2, 6] } }));
    expect(await faultsOf(store)).toEqual(["2 details-missing", "6 details-missing"]);
    await add(store, event("person:1", { action: "person.erase", details: { events: [2, 6] } }));
    expect(await faultsOf(store)).toEqual(["6 details-missing"]);
  });

  test("finds that details were made somebody else's, whose erasure does not take them away", async () => {
    const store = await five();
    await store.transaction(async (records) => {
      await keepPerson(records, { id: "99", name: "李明", email: null, tenures: [], portfolio: [] });
      await records.db.updateTable("audit_detail").set({ person: "99" }).where("sequence", "=", 2).execute();
    });
    expect(await faultsOf(store)).toEqual(["2 details-changed"]);
    const erased = await store.transaction((records) => erasePerson(records, "99", now, erasedNotice));
    expect(erased?.events).toEqual([]);
    expect(await faultsOf(store)).toEqual(["2 details-changed"]);
  });

  test("holds that was begun before events told whom they are about, goes on, and may be erased from", async () => {
    const store = await database.open();
    await store.transaction(async ({ db }) => {
      await db.insertInto("audit").values(earlier.events).execute();
      await db.insertInto("audit_detail").values(earlier.details).execute();
    });
    await add(store, event("c", { about: "2" }));
    expect(await check(store)).toMatchObject({ events: 3, erased: 0, faults: [] });
    await change(store, 2, "about", "2");
    expect(await faultsOf(store)).toEqual(["2 changed", "2 details-changed"]);
    await tamper(store, ({ db }) => db.updateTable("audit").set({ about: null }).where("sequence", "=", 2).execute());
    await tamper(store, ({ db }) => db.updateTable("audit").set({ about: null }).where("sequence", "=", 3).execute());
    expect(await faultsOf(store)).toEqual(["3 changed"]);
    await change(store, 3, "about", "2");
    await store.transaction((records) =>
      keepPerson(records, { id: "2", name: "王朝霞", email: null, tenures: [], portfolio: [] }),
    );
    const erased = await store.transaction((records) => erasePerson(records, "2", now, erasedNotice));
    expect(erased?.events).toEqual([1, 3]);
    await add(store, event("person:2", { action: "person.erase", details: { events: [1, 3] } }));
    expect(await check(store)).toMatchObject({ events: 4, erased: 2, faults: [] });
  });

  test("an erasure does not excuse what goes missing after it", async () => {
    const store = await five();
    await add(store, event("person:1", { action: "person.erase", details: { events: [7] } }), event("later"));
    await dropDetails(store, 7);
    expect(await faultsOf(store)).toEqual(["7 details-missing"]);
  });
});

const words = fc.string({ unit: "grapheme", maxLength: 20 }).map((each) => each.replaceAll("\0", ""));
const anyEvent: fc.Arbitrary<AuditEvent> = fc.record({
  at: fc.date({ noInvalidDate: true, min: new Date(0), max: new Date("2100-01-01") }),
  platform: fc.constantFrom("slack", "discord", "terminal"),
  actor: words,
  action: words.filter((each) => each !== "person.erase"),
  subject: words,
  articles: fc.array(fc.constantFrom("6", "48/2", "61")),
  details: fc.dictionary(words, fc.jsonValue()),
});

describe.each(all)("whatever was done, on $name", (database) => {
  test("the audit of it holds, and any one change in it is found", async () => {
    const place = await database.place();
    let organisation = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(anyEvent, { maxLength: 3 }), { minLength: 1, maxLength: 4 }),
        fc.nat(),
        fc.constantFrom(...columns, "removed", "swapped", "details", "details-removed"),
        async (transactions, place_, how) => {
          const store = await database.open(place, `office-${organisation++}`);
          try {
            for (const events of transactions) await add(store, ...events);
            const before = await check(store);
            expect(before).toMatchObject({ events: transactions.flat().length, erased: 0, faults: [] });
            if (before.events < 2) return;
            const sequence = 1 + (place_ % before.events);
            const own = `office-${organisation - 1}`;
            await tamper(store, async ({ db }) => {
              if (how === "removed")
                return db
                  .deleteFrom("audit")
                  .where("organisation", "=", own)
                  .where("sequence", "=", sequence)
                  .execute();
              if (how === "details-removed")
                return db
                  .deleteFrom("audit_detail")
                  .where("organisation", "=", own)
                  .where("sequence", "=", sequence)
                  .execute();
              if (how === "details")
                return db
                  .updateTable("audit_detail")
                  .set((row) => ({ details: sql`${row.ref("details")} || ' '` }))
                  .where("organisation", "=", own)
                  .where("sequence", "=", sequence)
                  .execute();
              if (how === "swapped") {
                const next = sequence === before.events ? 1 : sequence + 1;
                for (const [from, to] of [
                  [sequence, -1],
                  [next, sequence],
                  [-1, next],
                ] as const)
                  await db
                    .updateTable("audit")
                    .set({ sequence: to })
                    .where("organisation", "=", own)
                    .where("sequence", "=", from)
                    .execute();
                return;
              }
              return db
                .updateTable("audit")
                .set(how === "at" ? { at: -1 } : { [how]: "another" })
                .where("organisation", "=", own)
                .where("sequence", "=", sequence)
                .execute();
            });
            expect((await check(store, before.head)).faults).not.toEqual([]);
          } finally {
            await store.close();
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
