import type { Kysely } from "kysely";

/** Who was at a meeting, came late, was on leave, was substituted or stayed away; and who says so. */
export async function keepAttendance(db: Kysely<unknown>, kind: "sqlite" | "postgres"): Promise<void> {
  await db.schema
    .createTable("meeting_attendance")
    .addColumn("organisation", "text", (c) => c.notNull())
    .addColumn("meeting", "integer", (c) => c.notNull())
    .addColumn("person", "text", (c) => c.notNull())
    .addColumn("state", "text", (c) => c.notNull())
    .addColumn("at", kind === "sqlite" ? "integer" : "bigint", (c) => c.notNull())
    .addColumn("by", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("meeting_attendance_key", ["organisation", "meeting", "person"])
    .addForeignKeyConstraint("meeting_attendance_meeting", ["organisation", "meeting"], "meeting", [
      "organisation",
      "number",
    ])
    .addForeignKeyConstraint("meeting_attendance_person", ["organisation", "person"], "person", ["organisation", "id"])
    .execute();
}
