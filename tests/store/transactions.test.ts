import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { sql } from "kysely";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { addToAudit, verifyAudit } from "../../src/store/audit.ts";
import { postMessage } from "../../src/store/outbox.ts";
import { readSettings, writeSetting } from "../../src/store/settings.ts";
import type { Records, Store } from "../../src/store/store.ts";
import { isPassing } from "../../src/store/trouble.ts";
import { projectFolder } from "../support/app.ts";
import { databases } from "../support/databases.ts";

const all = databases();
const [sqlite, postgres] = all;

const now = new Date("2026-11-23T09:00:00+08:00");

async function everything(records: Records, name: string): Promise<void> {
  await writeSetting(records, name, "set");
  addToAudit(records, { at: now, platform: "slack", actor: "person:1", action: "a", subject: name });
  await postMessage(records, { recipient: "person:1", reply: "{}", now });
}

const countAll = (store: Store) =>
  store.look(async (records) => ({
    settings: (await readSettings(records)).size,
    events: (await verifyAudit(records)).events,
    messages: (await records.db.selectFrom("outbox").select("id").execute()).length,
  }));

const inProcess = (code: string, ...given: readonly unknown[]) =>
  promisify(execFile)(
    process.execPath,
    ["--input-type=module", "--eval", code, ...given.map((each) => JSON.stringify(each))],
    { cwd: projectFolder },
  );

/** Somebody who waits until the other is there, so that both are in the middle of their transactions. */
function meeting(): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let there = 0;
  return () => {
    if (++there >= 2) resolve();
    return promise;
  };
}

describe.each(all)("a transaction, on $name", (database) => {
  test("keeps all of it", async () => {
    const store = await database.open();
    await store.transaction((records) => everything(records, "one"));
    expect(await countAll(store)).toEqual({ settings: 1, events: 1, messages: 1 });
  });

  test("that breaks at its end leaves nothing", async () => {
    const store = await database.open();
    const broken = store.transaction(async (records) => {
      await everything(records, "one");
      throw new Error("broken");
    });
    await expect(broken).rejects.toThrow("broken");
    expect(await countAll(store)).toEqual({ settings: 0, events: 0, messages: 0 });
  });

  test("in which the database refused something leaves nothing, even when the refusal was overlooked", async () => {
    const store = await database.open();
    const overlooked = store.transaction(async (records) => {
      await everything(records, "one");
      await sql`insert into setting values ('office', 'no-value', null)`.execute(records.db).catch(() => {});
      throw new Error("noticed later");
    });
    await expect(overlooked).rejects.toThrow();
    expect(await countAll(store)).toEqual({ settings: 0, events: 0, messages: 0 });
  });

  test("of one process waits for that of another: of a hundred additions none is lost", async () => {
    const place = await database.place();
    const store = await database.open(place);
    const add = `
      const [place, process_] = process.argv.slice(1).map((each) => JSON.parse(each));
      const { openStore } = await import("./src/store/store.ts");
      const { readSettings, writeSetting } = await import("./src/store/settings.ts");
      const { addToAudit } = await import("./src/store/audit.ts");
      const store = await openStore(place);
      const at = new Date(0);
      await Promise.all(Array.from({ length: 50 }, (_, n) => store.transaction(async (records) => {
        await writeSetting(records, process_ + "-" + n, "set");
        addToAudit(records, { at, platform: "slack", actor: process_, action: "a", subject: String(n) });
      })));
      await store.close();`;
    await Promise.all(["one", "other"].map((name) => inProcess(add, place, name)));
    expect(await countAll(store)).toEqual({ settings: 100, events: 100, messages: 0 });
    expect((await store.look((records) => verifyAudit(records))).faults).toEqual([]);
  });

  test("that only looks sees one moment, and keeps nobody from writing", async () => {
    const place = await database.place();
    const [reader, writer] = [await database.open(place), await database.open(place)];
    await writer.transaction((records) => everything(records, "before"));
    const seen = await reader.look(async (records) => {
      const first = await readSettings(records);
      await writer.transaction((each) => everything(each, "meanwhile"));
      return [first.size, (await readSettings(records)).size];
    });
    expect(seen).toEqual([1, 1]);
    expect(await countAll(reader)).toEqual({ settings: 2, events: 2, messages: 2 });
  });

  test("that only looks cannot write where the database can tell", async () => {
    const store = await database.open();
    if (store.kind === "sqlite") return;
    await expect(store.look((records) => writeSetting(records, "a", "b"))).rejects.toThrow("read-only");
  });
});

describe("on SQLite", () => {
  test("a transaction asks for its turn when it begins: two that read first and write then both succeed", async () => {
    if (!sqlite) throw new Error("SQLite is always there");
    const place = await sqlite.place();
    const stores = [await sqlite.open(place), await sqlite.open(place)];
    const raise = async (records: Records) => {
      const before = Number((await readSettings(records)).get("count") ?? 0);
      await writeSetting(records, "count", String(before + 1));
    };
    for (let round = 0; round < 50; round++) for (const store of stores) await store.transaction(raise);
    expect(await stores[0]?.look(readSettings)).toEqual(new Map([["count", "100"]]));
  });

  test("a file that another program keeps locked is a trouble that passes, not a fault of what was asked", async () => {
    expect(isPassing(Object.assign(new Error("database is locked"), { code: "SQLITE_BUSY" }))).toBe(true);
    expect(isPassing(Object.assign(new Error("UNIQUE"), { code: "SQLITE_CONSTRAINT_UNIQUE" }))).toBe(false);
    expect(isPassing(new Error("anything"))).toBe(false);
  });
});

describe.runIf(postgres)("on PostgreSQL", () => {
  const open = async () => {
    const place = await postgres?.place();
    const store = await postgres?.open(place);
    if (!store || !place || !("url" in place)) throw new Error("PostgreSQL is there");
    return { store, url: place.url };
  };

  test("two transactions that stand in each other's way are both done: the one that was undone is run again", async () => {
    const { store } = await open();
    await store.transaction(async (records) => {
      for (const name of ["a", "b"]) await writeSetting(records, name, "0");
    });
    const bothInTheMiddle = meeting();
    let tries = 0;
    const inOrder = (names: readonly [string, string]) =>
      store.transaction(async (records) => {
        tries++;
        await writeSetting(records, names[0], names.join());
        await bothInTheMiddle();
        await writeSetting(records, names[1], names.join());
      });
    await Promise.all([inOrder(["a", "b"]), inOrder(["b", "a"])]);
    expect(tries).toBe(3);
    const [a, b] = (await store.look(readSettings)).values();
    expect(a).toBe(b);
  });

  test("a connection that breaks in the middle undoes its transaction, is told as passing, and stops nobody", async () => {
    const { store, url } = await open();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const error = await store
      .transaction(async (records) => {
        await everything(records, "one");
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(records.db);
        await client.query("select pg_terminate_backend($1, 5000)", [rows[0]?.pid]);
        // what was asked in between is not lost on a process that has ended
        await client.query("select 1");
        await writeSetting(records, "two", "set");
      })
      .catch((broken: unknown) => broken);
    await client.end();
    expect(isPassing(error)).toBe(true);
    expect(await countAll(store)).toEqual({ settings: 0, events: 0, messages: 0 });
  });

  test("whoever stops in the middle does not keep the others from the audit for ever", async () => {
    const { store } = await open();
    const limits = await store.look(
      async ({ db }) =>
        (
          await sql<{ limit: string }>`select current_setting('idle_in_transaction_session_timeout') as limit`.execute(
            db,
          )
        ).rows[0]?.limit,
    );
    expect(limits).toBe("30s");
  });
});
