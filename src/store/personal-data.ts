import { sql } from "kysely";
import { cardOf } from "../leave/leave.ts";
import { accountName, personName } from "../office/people.ts";
import type { Delivery } from "../request.ts";
import { accountsOf } from "./accounts.ts";
import { writeAudit } from "./audit.ts";
import { exportDeadlines } from "./deadline-data.ts";
import { exportLeave } from "./leave-data.ts";
import { exportMeetings } from "./meeting-data.ts";
import { personById } from "./people.ts";
import type { Records } from "./store.ts";

/** Everything that is kept about one person, as plain data; undefined when nobody has that id. */
export async function exportPerson(records: Records, id: string): Promise<Record<string, unknown> | undefined> {
  const { db, organisation } = records;
  const person = await personById(records, id);
  if (!person) return undefined;
  await writeAudit(records);
  const accounts = await accountsOf(records, id);
  const names = [personName(id), ...accounts.map(accountName)];
  const entrustments = await db
    .selectFrom("entrustment")
    .selectAll()
    .where("organisation", "=", organisation)
    .where((row) => row.or([row("by_person", "=", id), row("to_person", "=", id)]))
    .execute();
  const events = await db
    .selectFrom("audit")
    .leftJoin("audit_detail", (join) =>
      join
        .onRef("audit_detail.organisation", "=", "audit.organisation")
        .onRef("audit_detail.sequence", "=", "audit.sequence"),
    )
    .select([
      "audit.sequence",
      "audit.at",
      "audit.platform",
      "audit.actor",
      "audit.action",
      "audit.subject",
      "audit_detail.details",
    ])
    .where("audit.organisation", "=", organisation)
    .where((row) => row.or([row("actor", "in", names), row("subject", "in", names), row(about, "=", id)]))
    .orderBy("audit.sequence")
    .execute();
  const administrator = await db
    .selectFrom("administrator")
    .select("since")
    .where("organisation", "=", organisation)
    .where("who", "in", names)
    .executeTakeFirst();
  const codes = await db
    .selectFrom("link_code")
    .select(["expires_at", "used_at"])
    .where("organisation", "=", organisation)
    .where("person", "=", id)
    .execute();
  const messages = await db
    .selectFrom("outbox")
    .select(["recipient", "reply", "created_at", "delivered_at", "outcome", "card", "place", "meant_for"])
    .where("organisation", "=", organisation)
    .where("recipient", "in", names)
    .orderBy("created_at")
    .execute();
  const others = await cardsOfOthers(records, id);
  return {
    person,
    accounts,
    entrustments,
    codes,
    messages: messages.map(({ reply, place, ...message }) => ({
      ...message,
      // of other people's requests that it was sent, not their reasons: these are not this person's data
      ...(message.card !== null && others.has(message.card)
        ? { reply: null, leftOut: "about somebody else" }
        : { reply: reply === null ? null : JSON.parse(reply) }),
      place: place === null ? null : JSON.parse(place),
    })),
    unanswered: await openDeliveriesOf(records, names),
    leave: await exportLeave(records, id),
    meetings: await exportMeetings(records, id),
    deadlines: await exportDeadlines(records, id),
    administratorSince: administrator?.since ?? null,
    events: events.map(({ details, ...event }) => ({
      ...event,
      details: details === null ? null : JSON.parse(details),
    })),
  };
}

/** The cards of requests that are not somebody's own: "leave:12". */
async function cardsOfOthers({ db, organisation }: Records, id: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom("leave")
    .select("number")
    .where("organisation", "=", organisation)
    .where("person", "!=", id)
    .execute();
  return new Set(rows.map(({ number }) => cardOf(number)));
}

/** What came in from one of these accounts and is not answered yet. */
export async function openDeliveriesOf(
  { db, organisation }: Records,
  names: readonly string[],
): Promise<readonly Delivery[]> {
  const rows = await db
    .selectFrom("inbox")
    .select("delivery")
    .where("organisation", "=", organisation)
    .where("delivery", "is not", null)
    .execute();
  return rows
    .map(({ delivery }) => JSON.parse(delivery ?? "") as Delivery)
    .filter(({ from }) => names.includes(accountName(from)));
}

/** The details of events about a person: by the chain, or for events from before it told, as it stands beside them. */
export function detailsAbout({ db, organisation }: Records, id: string) {
  return db
    .selectFrom("audit_detail")
    .leftJoin("audit", (join) =>
      join
        .onRef("audit.organisation", "=", "audit_detail.organisation")
        .onRef("audit.sequence", "=", "audit_detail.sequence"),
    )
    .select("audit_detail.sequence")
    .where("audit_detail.organisation", "=", organisation)
    .where(about, "=", id)
    .orderBy("audit_detail.sequence");
}

const about = sql<string | null>`coalesce(audit.about, audit_detail.person)`;

/** The numbers of the events whose details an erasure would take away. */
export async function eventsAbout(records: Records, id: string): Promise<readonly number[]> {
  return (await detailsAbout(records, id).execute()).map(({ sequence }) => sequence);
}
