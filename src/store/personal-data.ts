import { accountName, type Person, personName } from "../office/people.ts";
import type { Delivery } from "../request.ts";
import { accountsOf } from "./accounts.ts";
import { settleDeliveries } from "./inbox.ts";
import { personById } from "./people.ts";
import type { Records } from "./store.ts";

/** Everything that is kept about one person, as plain data; undefined when nobody has that id. */
export async function exportPerson(records: Records, id: string): Promise<Record<string, unknown> | undefined> {
  const { db, organisation } = records;
  const person = await personById(records, id);
  if (!person) return undefined;
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
    .where((row) =>
      row.or([row("actor", "in", names), row("subject", "in", names), row("audit_detail.person", "=", id)]),
    )
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
    .select(["recipient", "reply", "created_at", "delivered_at", "outcome"])
    .where("organisation", "=", organisation)
    .where("recipient", "in", names)
    .orderBy("created_at")
    .execute();
  return {
    person,
    accounts,
    entrustments,
    codes,
    messages: messages.map(({ reply, ...message }) => ({
      ...message,
      reply: reply === null ? null : JSON.parse(reply),
    })),
    unanswered: await openDeliveriesOf(records, names),
    administratorSince: administrator?.since ?? null,
    events: events.map(({ details, ...event }) => ({
      ...event,
      details: details === null ? null : JSON.parse(details),
    })),
  };
}

/** What came in from one of these accounts and is not answered yet. */
async function openDeliveriesOf({ db, organisation }: Records, names: readonly string[]): Promise<readonly Delivery[]> {
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

/** The numbers of the events whose details an erasure would take away. */
export async function eventsAbout({ db, organisation }: Records, id: string): Promise<readonly number[]> {
  const rows = await db
    .selectFrom("audit_detail")
    .select("sequence")
    .where("organisation", "=", organisation)
    .where("person", "=", id)
    .orderBy("sequence")
    .execute();
  return rows.map(({ sequence }) => sequence);
}

/**
 * Erases a person: name, mail, posts, portfolio, accounts, what waits to be answered or delivered to them, and the
 * details of audit events about them. The events themselves stay, under the numbers of the person and of the accounts;
 * the chain still holds. Entrustments stay without names; those in force end. Returns the numbers of the events whose
 * details are gone, for the event that tells of the erasure; undefined when nobody has that id.
 */
export async function erasePerson(records: Records, id: string, now: Date): Promise<readonly number[] | undefined> {
  const { db, organisation } = records;
  const person = await personById(records, id);
  if (!person) return undefined;
  const names = [personName(id), ...(await accountsOf(records, id)).map(accountName)];
  const open = await openDeliveriesOf(records, names);
  await settleDeliveries(
    records,
    open.map(({ key }) => key),
    now,
  );
  await forgetButtonsNaming(records, person);
  await db.deleteFrom("tenure").where("organisation", "=", organisation).where("person", "=", id).execute();
  await db.deleteFrom("portfolio").where("organisation", "=", organisation).where("person", "=", id).execute();
  await db.deleteFrom("link_code").where("organisation", "=", organisation).where("person", "=", id).execute();
  await db.deleteFrom("account").where("organisation", "=", organisation).where("person", "=", id).execute();
  await db.deleteFrom("administrator").where("organisation", "=", organisation).where("who", "in", names).execute();
  await db.deleteFrom("outbox").where("organisation", "=", organisation).where("recipient", "in", names).execute();
  await db
    .updateTable("entrustment")
    .set({ ended_at: now.getTime() })
    .where("organisation", "=", organisation)
    .where((row) => row.or([row("by_person", "=", id), row("to_person", "=", id)]))
    .where("ended_at", "is", null)
    .execute();
  await db
    .updateTable("person")
    .set({ name: "", email: null, erased_at: now.getTime() })
    .where("organisation", "=", organisation)
    .where("id", "=", id)
    .execute();
  const events = await eventsAbout(records, id);
  await db.deleteFrom("audit_detail").where("organisation", "=", organisation).where("person", "=", id).execute();
  return events;
}

/** Parked buttons may carry a name in their options. One that is gone is told to be stale. */
async function forgetButtonsNaming({ db, organisation }: Records, { name, email }: Person): Promise<void> {
  const words = [name, email ?? ""].filter((each) => each !== "").map((each) => JSON.stringify(each).slice(1, -1));
  const rows = await db
    .selectFrom("parked")
    .select(["name", "button"])
    .where("organisation", "=", organisation)
    .execute();
  const naming = rows.filter(({ button }) => words.some((each) => button.includes(each)));
  for (const each of naming)
    await db.deleteFrom("parked").where("organisation", "=", organisation).where("name", "=", each.name).execute();
}
