import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { promisify } from "node:util";
import Sqlite from "better-sqlite3";
import { sql } from "kysely";
import pg from "pg";
import { afterEach, describe, expect, test, vi } from "vitest";
import { migrationsFor } from "../../src/store/migrations.ts";
import { openStore, type Place, type Store } from "../../src/store/store.ts";
import { NewerSchema, storeProblem } from "../../src/store/trouble.ts";
import { projectFolder } from "../support/app.ts";
import { databases } from "../support/databases.ts";

const all = databases();
const [sqlite, postgres] = all;

vi.mock(import("../../src/store/migrations.ts"), async (original) => {
  const actual = await original();
  return { ...actual, migrationsFor: vi.fn(actual.migrationsFor) };
});
const steps = vi.mocked(migrationsFor);
const { migrationsFor: real } = await vi.importActual<typeof import("../../src/store/migrations.ts")>(
  "../../src/store/migrations.ts",
);
afterEach(() => {
  steps.mockImplementation(real);
});

const inProcess = (code: string, place: Place) =>
  promisify(execFile)(process.execPath, ["--input-type=module", "--eval", code, JSON.stringify(place)], {
    cwd: projectFolder,
  });

/** The tables, indexes, and steps that were taken, as the database itself tells them. */
async function contents({ kind, look }: Store): Promise<readonly string[]> {
  return look(async ({ db }) => {
    const { rows } = await (kind === "sqlite"
      ? sql<{ name: string }>`select name from sqlite_master where name not like 'sqlite_%'`
      : sql<{
          name: string;
        }>`select relname as name from pg_class join pg_namespace n on n.oid = relnamespace where nspname = 'public'`
    ).execute(db);
    const taken = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
    return [...rows, ...taken.rows].map(({ name }) => name).sort();
  });
}

/** A statement of somebody who is not Mishu. */
async function directly(place: Place, statement: string): Promise<void> {
  if ("file" in place) {
    const file = new Sqlite(place.file);
    file.exec(statement);
    file.close();
    return;
  }
  const client = new pg.Client({ connectionString: place.url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

describe.each(all)("the schema, on $name", (database) => {
  test("is made at the first start, and left alone at the second", async () => {
    const place = await database.place();
    const first = await openStore(place);
    const made = await contents(first);
    await first.close();
    expect(made).toEqual(expect.arrayContaining(["person", "tenure", "inbox", "outbox", "audit", "001-office"]));
    expect(await contents(await database.open(place))).toEqual(made);
  });

  test("is made once by four processes that start at the same moment", async () => {
    const place = await database.place();
    const open = `
      const { openStore } = await import("./src/store/store.ts");
      const store = await openStore(JSON.parse(process.argv[1]));
      await store.transaction(({ db }) => db.selectFrom("person").selectAll().execute());
      await store.close();`;
    await Promise.all([1, 2, 3, 4].map(() => inProcess(open, place)));
    const store = await database.open(place);
    const taken = await store.look(({ db }) => sql`select name from kysely_migration`.execute(db));
    expect(taken.rows).toHaveLength(Object.keys(real(database.kind)).length);
  });

  test("is left as it was by a step that fails half-way", async () => {
    const place = await database.place();
    const before = await openStore(place);
    const made = await contents(before);
    await before.close();
    steps.mockImplementation((kind) => ({
      ...real(kind),
      "998-first": { up: (db) => db.schema.createTable("made_first").addColumn("a", "text").execute() },
      "999-then": {
        async up(db) {
          await db.schema.createTable("made_then").addColumn("a", "text").execute();
          throw new Error("half-way");
        },
      },
    }));
    await expect(openStore(place)).rejects.toThrow("half-way");
    steps.mockImplementation(real);
    expect(await contents(await database.open(place))).toEqual(made);
  });

  test("of a newer Mishu is not touched, and it is told which step is not known", async () => {
    const place = await database.place();
    await (await openStore(place)).close();
    await directly(place, "insert into kysely_migration values ('002-later', '2027-01-01T00:00:00.000Z')");
    const refused = await openStore(place).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(NewerSchema);
    const { what, next } = storeProblem(place, refused);
    expect(what).toContain("a newer version of Mishu has changed it (step 002-later)");
    expect(next).toContain("Start that newer version, or put back a backup");
  });

  test("carries the organisation in every table and at the head of every index", async () => {
    const store = await database.open();
    const tables = await store.look(async ({ db }) => {
      const found = await db.introspection.getTables();
      return found.map(({ name, columns }) => [name, columns[0]?.name] as const);
    });
    expect(tables.length).toBeGreaterThan(10);
    expect(tables.filter(([, first]) => first !== "organisation")).toEqual([]);
    const indexes = await store.look(({ db, kind }) =>
      (kind === "sqlite"
        ? sql<{ first: string }>`select name, (select name from pragma_index_info(m.name) where seqno = 0) as first
            from sqlite_master m where type = 'index' and tbl_name not like 'kysely%'`
        : sql<{
            first: string;
          }>`select c.relname as name, (select attname from pg_attribute a where a.attrelid = i.indrelid and a.attnum = i.indkey[0]) as first
            from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
            where nspname = 'public' and c.relname not like 'kysely%'`
      ).execute(db),
    );
    expect(indexes.rows.length).toBeGreaterThan(10);
    expect(indexes.rows.filter(({ first }) => first !== "organisation")).toEqual([]);
  });

  test("keeps two organisations apart in one place", async () => {
    const place = await database.place();
    const [one, other] = [await database.open(place, "one"), await database.open(place, "other")];
    const { writeSetting, readSettings } = await import("../../src/store/settings.ts");
    await one.transaction((records) => writeSetting(records, "time-zone", "Asia/Shanghai"));
    await other.transaction((records) => writeSetting(records, "time-zone", "Asia/Urumqi"));
    expect(await one.look(readSettings)).toEqual(new Map([["time-zone", "Asia/Shanghai"]]));
    expect(await other.look(readSettings)).toEqual(new Map([["time-zone", "Asia/Urumqi"]]));
  });
});

describe("durability", () => {
  test("of the SQLite file: every transaction is on the disk before it is acknowledged, references hold, what is erased is overwritten", async () => {
    const store = await sqlite?.open();
    const pragma = (name: string) =>
      store?.look(async ({ db }) => Object.values((await sql.raw(`pragma ${name}`).execute(db)).rows[0] as object)[0]);
    const full = 2;
    expect(await pragma("synchronous")).toBe(full);
    expect(await pragma("journal_mode")).toBe("wal");
    expect(await pragma("foreign_keys")).toBe(1);
    expect(await pragma("secure_delete")).toBe(1);
    expect(await pragma("busy_timeout")).toBe(10_000);
  });
});

describe("a place that cannot be used is told in plain words", () => {
  const trouble = async (place: Place) => {
    const error = await openStore(place).then(
      () => undefined,
      (refused: unknown) => refused,
    );
    expect(error).toBeDefined();
    return storeProblem(place, error);
  };

  test("a file that is something else", async () => {
    const place = await sqlite?.place();
    const file = place && "file" in place ? place.file : "";
    writeFileSync(file, "Minutes of the executive meeting. ".repeat(100));
    const { what, next } = await trouble({ file });
    expect(what).toContain(`${file} (MISHU_DATABASE) cannot be used: it is not a SQLite database`);
    expect(next).toContain("Set MISHU_DATABASE");
  });

  test("a folder where a file should be, and a file where a folder should be", async () => {
    const place = await sqlite?.place();
    const file = place && "file" in place ? place.file : "";
    writeFileSync(file, "");
    expect((await trouble({ file: `${file}/deeper/office.sqlite` })).what).toContain("MISHU_DATABASE");
    expect((await trouble({ file: "/" })).what).toContain("it cannot be opened");
  });

  test("a server that is not there, without its password", async () => {
    const { what, next } = await trouble({ url: "postgresql://mishu:hunter2@127.0.0.1:1/office" });
    expect(what).toBe(
      "The PostgreSQL server of DATABASE_URL cannot be used: nothing answers at its address (ECONNREFUSED).",
    );
    expect(next).toContain("DATABASE_URL");
    expect(what + next).not.toContain("hunter2");
  });

  test.runIf(postgres)("a database that the server does not have", async () => {
    const place = await postgres?.place();
    const url = place && "url" in place ? place.url.replace(/office_\w+/, "elsewhere") : "";
    expect((await trouble({ url })).what).toContain("it has no database of that name (3D000)");
  });
});
