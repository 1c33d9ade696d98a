import { type Kysely, sql } from "kysely";

/** What departments have to do and by when, and everything that was done with it. */
export async function keepDeadlines(db: Kysely<unknown>, kind: "sqlite" | "postgres"): Promise<void> {
  const instant = kind === "sqlite" ? ("integer" as const) : ("bigint" as const);
  await db.schema
    .createTable("deadline")
    .addColumn("organisation", "text", (c) => c.notNull())
    .addColumn("number", "integer", (c) => c.notNull())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("title", "text", (c) => c.notNull())
    .addColumn("reference", "text", (c) => c.notNull())
    .addColumn("handed_by", "text", (c) => c.notNull())
    .addColumn("link", "text", (c) => c.notNull())
    .addColumn("department", "text", (c) => c.notNull())
    .addColumn("owner", "text")
    .addColumn("leader", "text")
    .addColumn("collected", "integer", (c) => c.notNull())
    .addColumn("category", "text")
    .addColumn("explained", "text")
    .addColumn("received_on", "text", (c) => c.notNull())
    .addColumn("count_first", "integer", (c) => c.notNull())
    .addColumn("days", "integer")
    .addColumn("due_from", "text")
    .addColumn("due_until", "text")
    .addColumn("due_minute", "integer")
    .addColumn("first_due_from", "text")
    .addColumn("first_due_until", "text")
    .addColumn("status", "text", (c) => c.notNull())
    .addColumn("finished_on", "text")
    .addColumn("result", "text", (c) => c.notNull())
    .addColumn("reported_at", instant)
    .addColumn("handed_to", "text")
    .addColumn("asked_until", "text")
    .addColumn("asked_by", "text")
    .addColumn("recounted", "text")
    .addColumn("recounted_from", "text")
    .addColumn("recounted_until", "text")
    .addColumn("snoozed_until", "text")
    .addColumn("parent", "integer")
    .addColumn("meeting", "integer")
    .addColumn("in_channel", "integer", (c) => c.notNull())
    .addColumn("added_by", "text")
    .addColumn("added_at", instant, (c) => c.notNull())
    .addColumn("version", "integer", (c) => c.notNull())
    .addPrimaryKeyConstraint("deadline_key", ["organisation", "number"])
    .execute();
  // open ones by day: of everybody, of one person, of one department
  const index = (name: string, columns: readonly string[]) =>
    db.schema
      .createIndex(name)
      .on("deadline")
      .columns(["organisation", ...columns])
      .execute();
  await index("deadline_due", ["status", "due_from"]);
  await index("deadline_owner", ["owner", "status", "due_from"]);
  await index("deadline_department", ["department", "status", "due_from"]);
  await index("deadline_snoozed", ["status", "snoozed_until"]);
  await index("deadline_recounted", ["recounted", "owner", "department"]);
  await index("deadline_parent", ["parent"]);
  await index("deadline_finished", ["finished_on"]);
  await index("deadline_received", ["received_on"]);
  await db.schema
    .createTable("deadline_step")
    .addColumn("organisation", "text", (c) => c.notNull())
    .addColumn("deadline", "integer", (c) => c.notNull())
    .addColumn("position", "integer", (c) => c.notNull())
    .addColumn("step", "text", (c) => c.notNull())
    .addColumn("by", "text", (c) => c.notNull())
    .addColumn("at", instant, (c) => c.notNull())
    .addColumn("words", "text", (c) => c.notNull())
    .addColumn("details", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("deadline_step_key", ["organisation", "deadline", "position"])
    .addForeignKeyConstraint("deadline_step_deadline", ["organisation", "deadline"], "deadline", [
      "organisation",
      "number",
    ])
    .execute();
  await db.schema
    .createIndex("deadline_step_done")
    .on("deadline_step")
    .columns(["organisation", "step", "at"])
    .execute();
}

/**
 * The board counts every open one by department: from the index alone. Lists read one index in its order: those without a
 * day first, which PostgreSQL has last unless told otherwise, then by day and number.
 */
export async function completeDeadlines(db: Kysely<unknown>, kind: "sqlite" | "postgres"): Promise<void> {
  await db.schema
    .createIndex("deadline_board")
    .on("deadline")
    .columns(["organisation", "status", "department", "due_from", "due_until"])
    .execute();
  await db.schema
    .createIndex("deadline_reference")
    .on("deadline")
    .columns(["organisation", "reference"])
    .where("reference", "!=", "")
    .execute();
  await db.schema.createIndex("tenure_of_department").on("tenure").columns(["organisation", "department"]).execute();
  // whether somebody wants a message on every working morning, also when nothing is due
  await db.schema
    .alterTable("person")
    .addColumn("every_morning", "integer", (c) => c.notNull().defaultTo(0))
    .execute();
  const day = sql.raw(kind === "postgres" ? "due_from nulls first" : "due_from");
  for (const whose of ["owner", "department"]) {
    const name = `deadline_${whose}`;
    await db.schema.dropIndex(name).execute();
    await sql`create index ${sql.ref(name)} on deadline (organisation, ${sql.ref(whose)}, status, ${day}, number)`.execute(
      db,
    );
  }
}

/** What waits for somebody's yes or no is found each morning, among everything that is open. */
export async function findWaitingDeadlines(db: Kysely<unknown>): Promise<void> {
  for (const column of ["asked_until", "handed_to"])
    await db.schema
      .createIndex(`deadline_${column}`)
      .on("deadline")
      .columns(["organisation", "number"])
      .where(sql.ref(column), "is not", null)
      .execute();
}
