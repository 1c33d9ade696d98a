import { type Kysely, sql } from "kysely";

/** Leave, the meetings that it touches, reminders, and messages that can be brought up to date after they were sent. */
export async function createLeave(db: Kysely<unknown>, kind: "sqlite" | "postgres"): Promise<void> {
  const instant = kind === "sqlite" ? ("integer" as const) : ("bigint" as const);
  const table = (name: string) => db.schema.createTable(name).addColumn("organisation", "text", (c) => c.notNull());
  const day = "text" as const;

  await table("counter")
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("value", "integer", (c) => c.notNull())
    .addPrimaryKeyConstraint("counter_key", ["organisation", "name"])
    .execute();

  await table("leave")
    .addColumn("number", "integer", (c) => c.notNull())
    .addColumn("trip", "integer", (c) => c.notNull())
    .addColumn("person", "text", (c) => c.notNull())
    .addColumn("post", "text", (c) => c.notNull())
    .addColumn("title", "text", (c) => c.notNull())
    .addColumn("department", "text", (c) => c.notNull())
    .addColumn("occasion", "text", (c) => c.notNull())
    .addColumn("purpose", "text")
    .addColumn("meeting", "integer")
    .addColumn("event", "text", (c) => c.notNull())
    .addColumn("presider", "text")
    .addColumn("from_day", day, (c) => c.notNull())
    .addColumn("from_half", "text", (c) => c.notNull())
    .addColumn("until_day", day, (c) => c.notNull())
    .addColumn("until_half", "text", (c) => c.notNull())
    .addColumn("place", "text", (c) => c.notNull())
    .addColumn("reason", "text", (c) => c.notNull())
    .addColumn("status", "text", (c) => c.notNull())
    .addColumn("version", "integer", (c) => c.notNull())
    .addColumn("replaces", "integer")
    .addColumn("authority", "text", (c) => c.notNull())
    .addColumn("fact", "text")
    .addColumn("rulebook", "text", (c) => c.notNull())
    .addColumn("approver_post", "text")
    .addColumn("approver", "text")
    .addColumn("made_at", instant, (c) => c.notNull())
    .addColumn("asked_at", instant)
    .addColumn("decided_at", instant)
    .addColumn("decided_by", "text")
    .addColumn("decided_as", "text")
    .addColumn("entrustment", "text")
    .addColumn("substitute", "text")
    .addColumn("substitute_at", instant)
    .addColumn("returned_day", day)
    .addColumn("returned_half", "text")
    .addColumn("returned_at", instant)
    .addColumn("returned_by", "text")
    .addPrimaryKeyConstraint("leave_key", ["organisation", "number"])
    .addForeignKeyConstraint("leave_person", ["organisation", "person"], "person", ["organisation", "id"])
    .execute();
  await db.schema.createIndex("leave_of_person").on("leave").columns(["organisation", "person", "from_day"]).execute();
  await db.schema.createIndex("leave_by_day").on("leave").columns(["organisation", "until_day", "from_day"]).execute();
  await db.schema
    .createIndex("leave_open")
    .on("leave")
    .columns(["organisation", "number"])
    .where(sql.ref("status"), "in", ["asked", "questioned"])
    .execute();

  await table("leave_word")
    .addColumn("leave", "integer", (c) => c.notNull())
    .addColumn("position", "integer", (c) => c.notNull())
    .addColumn("at", instant, (c) => c.notNull())
    .addColumn("person", "text", (c) => c.notNull())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("words", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("leave_word_key", ["organisation", "leave", "position"])
    .addForeignKeyConstraint("leave_word_leave", ["organisation", "leave"], "leave", ["organisation", "number"])
    .execute();

  await table("leave_correction")
    .addColumn("number", "integer", (c) => c.notNull())
    .addColumn("department", "text", (c) => c.notNull())
    .addColumn("from_day", day, (c) => c.notNull())
    .addColumn("until_day", day, (c) => c.notNull())
    .addColumn("leave", "integer")
    .addColumn("person", "text", (c) => c.notNull())
    .addColumn("words", "text", (c) => c.notNull())
    .addColumn("at", instant, (c) => c.notNull())
    .addPrimaryKeyConstraint("leave_correction_key", ["organisation", "number"])
    .execute();

  await table("meeting")
    .addColumn("number", "integer", (c) => c.notNull())
    .addColumn("type", "text", (c) => c.notNull())
    .addColumn("title", "text", (c) => c.notNull())
    .addColumn("day", day, (c) => c.notNull())
    .addColumn("from_minute", "integer", (c) => c.notNull())
    .addColumn("until_minute", "integer", (c) => c.notNull())
    .addColumn("place", "text", (c) => c.notNull())
    .addColumn("presider", "text")
    .addColumn("planned_by", "text", (c) => c.notNull())
    .addColumn("planned_at", instant, (c) => c.notNull())
    .addColumn("cancelled_at", instant)
    .addPrimaryKeyConstraint("meeting_key", ["organisation", "number"])
    .execute();
  await db.schema.createIndex("meeting_by_day").on("meeting").columns(["organisation", "day"]).execute();
  await table("meeting_invited")
    .addColumn("meeting", "integer", (c) => c.notNull())
    .addColumn("person", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("meeting_invited_key", ["organisation", "meeting", "person"])
    .addForeignKeyConstraint("meeting_invited_meeting", ["organisation", "meeting"], "meeting", [
      "organisation",
      "number",
    ])
    .addForeignKeyConstraint("meeting_invited_person", ["organisation", "person"], "person", ["organisation", "id"])
    .execute();

  await table("reminder")
    .addColumn("key", "text", (c) => c.notNull())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("subject", "text", (c) => c.notNull())
    .addColumn("recipient", "text", (c) => c.notNull())
    .addColumn("step", "integer", (c) => c.notNull())
    .addColumn("meant_for", instant, (c) => c.notNull())
    .addColumn("due_at", instant, (c) => c.notNull())
    .addColumn("attempts", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("details", "text", (c) => c.notNull())
    .addColumn("done_at", instant)
    .addColumn("outcome", "text")
    .addPrimaryKeyConstraint("reminder_key", ["organisation", "key"])
    .execute();
  await db.schema
    .createIndex("reminder_due")
    .on("reminder")
    .columns(["organisation", "due_at", "key"])
    .where(sql.ref("done_at"), "is", null)
    .execute();
  await db.schema
    .createIndex("reminder_for")
    .on("reminder")
    .columns(["organisation", "recipient", "due_at"])
    .where(sql.ref("done_at"), "is", null)
    .execute();
  await db.schema.createIndex("reminder_subject").on("reminder").columns(["organisation", "subject"]).execute();
  await db.schema
    .createIndex("reminder_done")
    .on("reminder")
    .columns(["organisation", "done_at"])
    .where(sql.ref("done_at"), "is not", null)
    .execute();

  await db.schema.alterTable("entrustment").addColumn("recorded_by", "text").execute();

  await db.schema.alterTable("outbox").addColumn("card", "text").execute();
  await db.schema.alterTable("outbox").addColumn("place", "text").execute();
  await db.schema.alterTable("outbox").addColumn("replaces", "text").execute();
  await db.schema.alterTable("outbox").addColumn("meant_for", instant).execute();
  // with the id: SQLite would else go through the whole outbox for the messages of one card in their order
  await db.schema
    .createIndex("outbox_card")
    .on("outbox")
    .columns(["organisation", "card", "id"])
    .where(sql.ref("card"), "is not", null)
    .execute();
  await db.schema.createIndex("audit_subject").on("audit").columns(["organisation", "subject"]).execute();
}
