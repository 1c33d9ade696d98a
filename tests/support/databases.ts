import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, inject, test } from "vitest";
import { openStore, type Place, type Store } from "../../src/store/store.ts";
import { createDatabase } from "./postgres.ts";

/** A kind of database that the office can be kept in. */
export interface Database {
  readonly name: "SQLite" | "PostgreSQL";
  readonly kind: Store["kind"];
  /** An empty place of its own, gone after the tests of the file. */
  place(): Promise<Place>;
  /** The office's store in a place (an empty one when none is given), closed after the tests of the file. */
  open(place?: Place, organisation?: string): Promise<Store>;
}

/**
 * Every kind that can be had here, for `describe.each(databases())("…, on $name", …)`. Where there is no PostgreSQL
 * server its half is shown as skipped.
 */
export function databases(): readonly Database[] {
  const folder = inject("postgres");
  if (folder === "") describe("on PostgreSQL", () => test.skip("no server here: install postgresql, or set PG_BIN"));
  const closing: (() => Promise<void>)[] = [];
  afterAll(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });
  const withOpen = (database: Omit<Database, "open">): Database => ({
    ...database,
    async open(place, organisation) {
      const store = await openStore(place ?? (await database.place()), organisation);
      closing.push(() => store.close());
      return store;
    },
  });
  const sqlite = withOpen({
    name: "SQLite",
    kind: "sqlite",
    async place() {
      const own = mkdtempSync(join(tmpdir(), "mishu-store-"));
      closing.push(async () => rmSync(own, { recursive: true, force: true }));
      return { file: join(own, "office.sqlite") };
    },
  });
  const postgres = withOpen({
    name: "PostgreSQL",
    kind: "postgres",
    place: async () => ({ url: await createDatabase(folder) }),
  });
  return folder === "" ? [sqlite] : [sqlite, postgres];
}
