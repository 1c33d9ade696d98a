import type { Kysely } from "kysely";

/** By which secret somebody's calendar fetches their meetings; only its hash is kept. */
export async function keepCalendarFeeds(db: Kysely<unknown>, kind: "sqlite" | "postgres"): Promise<void> {
  await db.schema
    .createTable("calendar_feed")
    .addColumn("organisation", "text", (c) => c.notNull())
    .addColumn("person", "text", (c) => c.notNull())
    .addColumn("secret_hash", "text", (c) => c.notNull())
    .addColumn("created_at", kind === "sqlite" ? "integer" : "bigint", (c) => c.notNull())
    .addColumn("fetched_on", "text")
    .addPrimaryKeyConstraint("calendar_feed_key", ["organisation", "person"])
    .addUniqueConstraint("calendar_feed_secret", ["organisation", "secret_hash"])
    .addForeignKeyConstraint("calendar_feed_person", ["organisation", "person"], "person", ["organisation", "id"])
    .execute();
}
