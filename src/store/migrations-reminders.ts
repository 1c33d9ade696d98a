import type { Kysely } from "kysely";

/** When the people of a meeting are reminded; null: as the office has it. */
export async function keepMeetingReminders(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("meeting").addColumn("reminders", "text").execute();
}
