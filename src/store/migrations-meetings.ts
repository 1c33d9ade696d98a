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
