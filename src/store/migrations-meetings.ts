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

/**
 * What else is known of a meeting: whose it is, until when, a visit on site, the items of its agenda, and consents
 * that somebody said were given.
 */
export async function keepAgendas(db: Kysely<unknown>, kind: "sqlite" | "postgres"): Promise<void> {
  const instant = kind === "sqlite" ? ("integer" as const) : ("bigint" as const);
  const meeting = () => db.schema.alterTable("meeting");
  await meeting()
    .addColumn("department", "text", (c) => c.notNull().defaultTo(""))
    .execute();
  await meeting().addColumn("until_day", "text").execute();
  await meeting()
    .addColumn("site_visit", "integer", (c) => c.notNull().defaultTo(0))
    .execute();
  await db.schema
    .createTable("meeting_item")
    .addColumn("organisation", "text", (c) => c.notNull())
    .addColumn("meeting", "integer", (c) => c.notNull())
    .addColumn("position", "integer", (c) => c.notNull())
    .addColumn("title", "text", (c) => c.notNull())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("matter", "text")
    .addColumn("reporter", "text")
    .addColumn("reporter_words", "text", (c) => c.notNull().defaultTo(""))
    .addColumn("minutes", "integer")
    .addColumn("leader", "text")
    .addColumn("prepared", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("material", "text", (c) => c.notNull().defaultTo(""))
    .addColumn("begun_at", instant)
    .addColumn("ended_at", instant)
    .addPrimaryKeyConstraint("meeting_item_key", ["organisation", "meeting", "position"])
    .addForeignKeyConstraint("meeting_item_meeting", ["organisation", "meeting"], "meeting", ["organisation", "number"])
    .addForeignKeyConstraint("meeting_item_reporter", ["organisation", "reporter"], "person", ["organisation", "id"])
    .addForeignKeyConstraint("meeting_item_leader", ["organisation", "leader"], "person", ["organisation", "id"])
    .execute();
  await db.schema
    .createTable("meeting_consent")
    .addColumn("organisation", "text", (c) => c.notNull())
    .addColumn("meeting", "integer", (c) => c.notNull())
    .addColumn("consent", "text", (c) => c.notNull())
    .addColumn("said_by", "text", (c) => c.notNull())
    .addColumn("at", instant, (c) => c.notNull())
    .addPrimaryKeyConstraint("meeting_consent_key", ["organisation", "meeting", "consent"])
    .addForeignKeyConstraint("meeting_consent_meeting", ["organisation", "meeting"], "meeting", [
      "organisation",
      "number",
    ])
    .execute();
}

/** Minutes on their way, and everything that was done with them. */
export async function keepMinutes(db: Kysely<unknown>, kind: "sqlite" | "postgres"): Promise<void> {
  const instant = kind === "sqlite" ? ("integer" as const) : ("bigint" as const);
  await db.schema
    .createTable("meeting_minutes")
    .addColumn("organisation", "text", (c) => c.notNull())
    .addColumn("meeting", "integer", (c) => c.notNull())
    .addColumn("status", "text", (c) => c.notNull())
    .addColumn("round", "integer", (c) => c.notNull())
    .addColumn("outcome", "text", (c) => c.notNull())
    .addColumn("text", "text", (c) => c.notNull())
    .addColumn("link", "text", (c) => c.notNull())
    .addColumn("subjects", "text", (c) => c.notNull())
    .addColumn("drafted_by", "text", (c) => c.notNull())
    .addColumn("reviewer", "text")
    .addColumn("signer", "text")
    .addColumn("review_fact", "text")
    .addColumn("sign_fact", "text")
    .addColumn("rulebook", "text", (c) => c.notNull())
    .addColumn("published", "text")
    .addPrimaryKeyConstraint("meeting_minutes_key", ["organisation", "meeting"])
    .addForeignKeyConstraint("meeting_minutes_meeting", ["organisation", "meeting"], "meeting", [
      "organisation",
      "number",
    ])
    .execute();
  await db.schema
    .createTable("meeting_minutes_step")
    .addColumn("organisation", "text", (c) => c.notNull())
    .addColumn("meeting", "integer", (c) => c.notNull())
    .addColumn("position", "integer", (c) => c.notNull())
    .addColumn("step", "text", (c) => c.notNull())
    .addColumn("person", "text", (c) => c.notNull())
    .addColumn("at", instant, (c) => c.notNull())
    .addColumn("words", "text", (c) => c.notNull())
    .addColumn("fact", "text")
    .addColumn("rulebook", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("meeting_minutes_step_key", ["organisation", "meeting", "position"])
    .addForeignKeyConstraint("meeting_minutes_step_meeting", ["organisation", "meeting"], "meeting", [
      "organisation",
      "number",
    ])
    .execute();
}
