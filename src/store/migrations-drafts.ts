import { type Kysely, sql } from "kysely";

/** Drafts of minutes that came as files, each version as it was, and which of them is the draft now. */
export async function keepDraftFiles(db: Kysely<unknown>, kind: "sqlite" | "postgres"): Promise<void> {
  await db.schema
    .createTable("draft_file")
    .addColumn("organisation", "text", (c) => c.notNull())
    .addColumn("meeting", "integer", (c) => c.notNull())
    .addColumn("version", "integer", (c) => c.notNull())
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("media_type", "text", (c) => c.notNull())
    .addColumn("size", "integer", (c) => c.notNull())
    .addColumn("sha256", "text", (c) => c.notNull())
    .addColumn("bytes", kind === "sqlite" ? "blob" : "bytea", (c) => c.notNull())
    .addColumn("brought_by", "text", (c) => c.notNull())
    .addColumn("at", kind === "sqlite" ? "integer" : "bigint", (c) => c.notNull())
    .addColumn("sent", "integer", (c) => c.notNull().defaultTo(0))
    .addPrimaryKeyConstraint("draft_file_key", ["organisation", "meeting", "version"])
    .addForeignKeyConstraint("draft_file_meeting", ["organisation", "meeting"], "meeting", ["organisation", "number"])
    .execute();
  // those that wait for an answer of whoever brought them, and are forgotten when none comes
  await db.schema
    .createIndex("draft_file_waiting")
    .on("draft_file")
    .columns(["organisation", "at"])
    .where(sql.ref("sent"), "=", 0)
    .execute();
  await db.schema.alterTable("meeting_minutes").addColumn("file", "integer").execute();
}
