import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import { keepAttendance } from "./migrations-attendance.ts";
import { keepCalendarFeeds } from "./migrations-calendar.ts";
import { completeDeadlines, findWaitingDeadlines, keepDeadlines } from "./migrations-deadlines.ts";
import { keepDraftFiles } from "./migrations-drafts.ts";
import { createLeave } from "./migrations-leave.ts";
import { announceMeetings, keepAgendas, keepMinutes, keepReplies } from "./migrations-meetings.ts";
import { keepMeetingReminders } from "./migrations-reminders.ts";

type Kind = "sqlite" | "postgres";

/** The steps of the schema, in order; each runs once, in a transaction, when Mishu starts. Never change one: add one. */
export function migrationsFor(kind: Kind): Readonly<Record<string, Migration>> {
  return {
    "001-office": { up: (db) => createOffice(db, kind) },
    "002-inbox-attempts": { up: countAttempts },
    "003-audit-about": { up: noteAbout },
    "004-leave": { up: (db) => createLeave(db, kind) },
    "005-meeting-notices": { up: (db) => announceMeetings(db, kind) },
    "006-meeting-replies": { up: (db) => keepReplies(db, kind) },
    "007-meeting-agendas": { up: (db) => keepAgendas(db, kind) },
    "008-meeting-minutes": { up: (db) => keepMinutes(db, kind) },
    "009-meeting-attendance": { up: (db) => keepAttendance(db, kind) },
    "010-calendar-feeds": { up: (db) => keepCalendarFeeds(db, kind) },
    "011-meeting-reminders": { up: keepMeetingReminders },
    "012-draft-files": { up: (db) => keepDraftFiles(db, kind) },
    "013-deadlines": { up: (db) => keepDeadlines(db, kind) },
    "014-complete-deadlines": { up: (db) => completeDeadlines(db, kind) },
    "015-waiting-deadlines": { up: findWaitingDeadlines },
  };
}

async function countAttempts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable("inbox")
    .addColumn("attempts", "integer", (c) => c.notNull().defaultTo(0))
    .execute();
}

/** Stays null in the events that are there: their hashes do not cover it. */
async function noteAbout(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("audit").addColumn("about", "text").execute();
}

async function createOffice(db: Kysely<unknown>, kind: Kind): Promise<void> {
  const instant = kind === "sqlite" ? ("integer" as const) : ("bigint" as const);
  const table = (name: string) => db.schema.createTable(name).addColumn("organisation", "text", (c) => c.notNull());

  await table("person")
    .addColumn("id", "text", (c) => c.notNull())
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("email", "text")
    .addColumn("erased_at", instant)
    .addPrimaryKeyConstraint("person_key", ["organisation", "id"])
    .execute();
  await db.schema.createIndex("person_email").unique().on("person").columns(["organisation", "email"]).execute();

  await table("tenure")
    .addColumn("id", "text", (c) => c.notNull())
    .addColumn("person", "text", (c) => c.notNull())
    .addColumn("post", "text", (c) => c.notNull())
    .addColumn("title", "text", (c) => c.notNull())
    .addColumn("department", "text", (c) => c.notNull())
    .addColumn("from_day", "text")
    .addColumn("until_day", "text")
    .addColumn("position", "integer", (c) => c.notNull())
    .addPrimaryKeyConstraint("tenure_key", ["organisation", "id"])
    .addForeignKeyConstraint("tenure_person", ["organisation", "person"], "person", ["organisation", "id"])
    .execute();
  await db.schema.createIndex("tenure_of_person").on("tenure").columns(["organisation", "person"]).execute();
  await db.schema.createIndex("tenure_of_post").on("tenure").columns(["organisation", "post"]).execute();

  await table("portfolio")
    .addColumn("person", "text", (c) => c.notNull())
    .addColumn("matter", "text", (c) => c.notNull())
    .addColumn("position", "integer", (c) => c.notNull())
    .addPrimaryKeyConstraint("portfolio_key", ["organisation", "person", "matter"])
    .addForeignKeyConstraint("portfolio_person", ["organisation", "person"], "person", ["organisation", "id"])
    .execute();

  await table("entrustment")
    .addColumn("id", "text", (c) => c.notNull())
    .addColumn("post", "text", (c) => c.notNull())
    .addColumn("by_person", "text", (c) => c.notNull())
    .addColumn("to_person", "text", (c) => c.notNull())
    .addColumn("occasion", "text", (c) => c.notNull())
    .addColumn("from_day", "text", (c) => c.notNull())
    .addColumn("until_day", "text", (c) => c.notNull())
    .addColumn("recorded_at", instant, (c) => c.notNull())
    .addColumn("ended_at", instant)
    .addPrimaryKeyConstraint("entrustment_key", ["organisation", "id"])
    .addForeignKeyConstraint("entrustment_by", ["organisation", "by_person"], "person", ["organisation", "id"])
    .addForeignKeyConstraint("entrustment_to", ["organisation", "to_person"], "person", ["organisation", "id"])
    .execute();

  await table("account")
    .addColumn("platform", "text", (c) => c.notNull())
    .addColumn("workspace", "text", (c) => c.notNull())
    .addColumn("id", "text", (c) => c.notNull())
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("person", "text")
    .addColumn("locale", "text")
    .addColumn("language", "text")
    .addColumn("seen_at", instant, (c) => c.notNull())
    .addColumn("linked_at", instant)
    .addColumn("wrong_codes", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("wrong_codes_since", instant)
    .addPrimaryKeyConstraint("account_key", ["organisation", "platform", "workspace", "id"])
    .addForeignKeyConstraint("account_person", ["organisation", "person"], "person", ["organisation", "id"])
    .execute();
  await db.schema.createIndex("account_of_person").on("account").columns(["organisation", "person"]).execute();

  await table("administrator")
    .addColumn("who", "text", (c) => c.notNull())
    .addColumn("since", instant, (c) => c.notNull())
    .addPrimaryKeyConstraint("administrator_key", ["organisation", "who"])
    .execute();

  await table("link_code")
    .addColumn("hash", "text", (c) => c.notNull())
    .addColumn("person", "text", (c) => c.notNull())
    .addColumn("expires_at", instant, (c) => c.notNull())
    .addColumn("used_at", instant)
    .addPrimaryKeyConstraint("link_code_key", ["organisation", "hash"])
    .addForeignKeyConstraint("link_code_person", ["organisation", "person"], "person", ["organisation", "id"])
    .execute();

  await table("setting")
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("value", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("setting_key", ["organisation", "name"])
    .execute();

  await table("inbox")
    .addColumn("key", "text", (c) => c.notNull())
    .addColumn("platform", "text", (c) => c.notNull())
    .addColumn("delivery", "text")
    .addColumn("reply", "text")
    .addColumn("received_at", instant, (c) => c.notNull())
    .addColumn("claimed_until", instant, (c) => c.notNull())
    .addColumn("answered_at", instant)
    .addPrimaryKeyConstraint("inbox_key", ["organisation", "key"])
    .execute();
  await db.schema
    .createIndex("inbox_open")
    .on("inbox")
    .columns(["organisation", "claimed_until"])
    .where(sql.ref("answered_at"), "is", null)
    .execute();
  await db.schema.createIndex("inbox_received").on("inbox").columns(["organisation", "received_at"]).execute();

  await table("outbox")
    .addColumn("id", "text", (c) => c.notNull())
    .addColumn("recipient", "text", (c) => c.notNull())
    .addColumn("reply", "text")
    .addColumn("created_at", instant, (c) => c.notNull())
    .addColumn("due_at", instant, (c) => c.notNull())
    .addColumn("claimed_until", instant, (c) => c.notNull())
    .addColumn("attempts", "integer", (c) => c.notNull().defaultTo(0))
    .addColumn("delivered_at", instant)
    .addColumn("outcome", "text")
    .addPrimaryKeyConstraint("outbox_key", ["organisation", "id"])
    .execute();
  await db.schema
    .createIndex("outbox_open")
    .on("outbox")
    .columns(["organisation", "due_at"])
    .where(sql.ref("delivered_at"), "is", null)
    .execute();

  await table("parked")
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("button", "text", (c) => c.notNull())
    .addColumn("parked_at", instant, (c) => c.notNull())
    .addPrimaryKeyConstraint("parked_key", ["organisation", "name"])
    .execute();

  await table("audit")
    .addColumn("sequence", "integer", (c) => c.notNull())
    .addColumn("at", instant, (c) => c.notNull())
    .addColumn("platform", "text", (c) => c.notNull())
    .addColumn("actor", "text", (c) => c.notNull())
    .addColumn("action", "text", (c) => c.notNull())
    .addColumn("subject", "text", (c) => c.notNull())
    .addColumn("articles", "text", (c) => c.notNull())
    .addColumn("details_hash", "text", (c) => c.notNull())
    .addColumn("previous_hash", "text", (c) => c.notNull())
    .addColumn("hash", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("audit_key", ["organisation", "sequence"])
    .execute();
  await table("audit_detail")
    .addColumn("sequence", "integer", (c) => c.notNull())
    .addColumn("person", "text")
    .addColumn("salt", "text", (c) => c.notNull())
    .addColumn("details", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("audit_detail_key", ["organisation", "sequence"])
    .execute();
  await db.schema.createIndex("audit_detail_person").on("audit_detail").columns(["organisation", "person"]).execute();
  await refuseChangesOfAudit(db, kind);
}

/** The database itself refuses to change or remove an audit event. */
async function refuseChangesOfAudit(db: Kysely<unknown>, kind: Kind): Promise<void> {
  const words = "'the audit is only added to'";
  const statements =
    kind === "sqlite"
      ? [
          ...["update", "delete"].map(
            (change) =>
              `create trigger audit_no_${change} before ${change} on audit begin select raise(abort, ${words}); end`,
          ),
          // "insert or replace" takes the old row away without asking the trigger of deletions
          `create trigger audit_no_replace before insert on audit
             when exists (select 1 from audit where organisation = new.organisation and sequence = new.sequence)
             begin select raise(abort, ${words}); end`,
        ]
      : [
          `create function audit_only_added_to() returns trigger language plpgsql as $$ begin raise exception ${words}; end $$`,
          "create trigger audit_only_added_to before update or delete on audit for each row execute function audit_only_added_to()",
          "create trigger audit_not_emptied before truncate on audit for each statement execute function audit_only_added_to()",
        ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
