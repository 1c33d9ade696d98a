import Sqlite from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { type AuditCheck, verifyAudit } from "./audit.ts";
import type { Tables } from "./tables.ts";

/** Reads a copy of the SQLite file through, without changing it: what is damaged ("" when nothing is), and its audit. */
export async function verifyCopy(
  file: string,
  organisation = "office",
): Promise<{ readonly damage: string; readonly audit: AuditCheck }> {
  const sqlite = new Sqlite(file, { readonly: true, fileMustExist: true });
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqlite }) });
  try {
    const rows = sqlite.pragma("integrity_check") as { readonly integrity_check: string }[];
    const damage = rows.map((row) => row.integrity_check).join("; ");
    return {
      damage: damage === "ok" ? "" : damage,
      audit: await verifyAudit({ db, organisation, kind: "sqlite", unwritten: [] }),
    };
  } finally {
    await db.destroy();
  }
}
