import type { Kysely } from "kysely";

/** Meetings are announced, and every calendar entry of one follows the one before it. */
export async function announceMeetings(db: Kysely<unknown>, kind: "sqlite" | "postgres"): Promise<void> {
  const instant = kind === "sqlite" ? ("integer" as const) : ("bigint" as const);
  await db.schema.alterTable("meeting").addColumn("announced_at", instant).execute();
  await db.schema
    .alterTable("meeting")
    .addColumn("sequence", "integer", (c) => c.notNull().defaultTo(0))
    .execute();
}

/** Who said that they come to a meeting. */
export async function keepReplies(db: Kysely<unknown>, kind: "sqlite" | "postgres"): Promise<void> {
  await db.schema
    .createTable("meeting_reply")
    .addColumn("organisation", "text", (c) => c.notNull())
    .addColumn("meeting", "integer", (c) => c.notNull())
    .addColumn("person", "text", (c) => c.notNull())
    .addColumn("at", kind === "sqlite" ? "integer" : "bigint", (c) => c.notNull())
    .addPrimaryKeyConstraint("meeting_reply_key", ["organisation", "meeting", "person"])
    .addForeignKeyConstraint("meeting_reply_meeting", ["organisation", "meeting"], "meeting", [
      "organisation",
      "number",
    ])
    .addForeignKeyConstraint("meeting_reply_person", ["organisation", "person"], "person", ["organisation", "id"])
    .execute();
}
