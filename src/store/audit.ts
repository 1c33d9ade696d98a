import { createHash, randomBytes } from "node:crypto";
import { type Insertable, type Selectable, sql } from "kysely";
import { personName } from "../office/people.ts";
import type { Records } from "./store.ts";
import type { AuditDetailTable, AuditTable } from "./tables.ts";

/** Something that was done. Names are "person:17" or "account:slack:T1:U1". */
export interface AuditEvent {
  readonly at: Date;
  readonly platform: string;
  readonly actor: string;
  /** roster.import, account.link, setting.change … */
  readonly action: string;
  readonly subject: string;
  /** Articles that it rests on, as "48/2"; none where the rules do not speak of it. */
  readonly articles?: readonly string[];
  /** What may have to be erased one day: names, values, reasons. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** The id of the person whom the details are about. */
  readonly about?: string;
}

const beginning = "0".repeat(64);
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

type Row = Selectable<AuditTable>;

/**
 * The hash of an event covers the one before it, so that none can be changed, taken out or put between; and whom its
 * details are about, so that only that person's erasure excuses that they are gone. Events written before it did have
 * null there: giving them a person, or taking it from others, does not fit their hash.
 */
function hashOf(row: Omit<Row, "hash">): string {
  const { organisation, sequence, at, platform, actor, action, subject, articles, details_hash, previous_hash } = row;
  const covered = [organisation, sequence, at, platform, actor, action, subject, articles, details_hash, previous_hash];
  return sha256(JSON.stringify(row.about === null ? covered : [...covered, row.about]));
}

/**
 * Adds an event to the chain, within the transaction of what it tells. It is written when that ends: writers of one chain
 * take turns, and whoever has the turn must not wait for anything else that somebody else has.
 */
export function addToAudit({ unwritten }: Pick<Records, "unwritten">, event: AuditEvent): void {
  unwritten.push(event);
}

/** Writes what was added; whoever reads the audit in a transaction that may have added to it calls this first. */
export async function writeAudit(records: Records): Promise<void> {
  const { db, organisation, kind } = records;
  const events = records.unwritten.splice(0);
  if (events.length === 0) return;
  // SQLite lets one write at a time; on PostgreSQL writers of one organisation's chain take turns
  if (kind === "postgres") await sql`select pg_advisory_xact_lock(hashtextextended(${organisation}, 0))`.execute(db);
  const last = await db
    .selectFrom("audit")
    .select(["sequence", "hash"])
    .where("organisation", "=", organisation)
    .orderBy("sequence", "desc")
    .limit(1)
    .executeTakeFirst();
  const rows: Row[] = [];
  const details: Insertable<AuditDetailTable>[] = [];
  for (const event of events) {
    const salt = randomBytes(16).toString("hex");
    const told = JSON.stringify(event.details ?? {});
    const before = rows.at(-1) ?? last;
    const row = {
      organisation,
      sequence: (before?.sequence ?? 0) + 1,
      at: event.at.getTime(),
      platform: event.platform,
      actor: event.actor,
      action: event.action,
      subject: event.subject,
      articles: JSON.stringify(event.articles ?? []),
      about: event.about ?? "",
      details_hash: sha256(salt + told),
      previous_hash: before?.hash ?? beginning,
    };
    rows.push({ ...row, hash: hashOf(row) });
    details.push({ organisation, sequence: row.sequence, person: event.about ?? null, salt, details: told });
  }
  for (let n = 0; n < rows.length; n += mostAtOnce) {
    await db
      .insertInto("audit")
      .values(rows.slice(n, n + mostAtOnce))
      .execute();
    await db
      .insertInto("audit_detail")
      .values(details.slice(n, n + mostAtOnce))
      .execute();
  }
}

/** Databases take a limited number of values in one statement. */
const mostAtOnce = 500;

/** An event as it is shown: its details are empty when they were erased. */
export type PastEvent = Required<Pick<AuditEvent, "at" | "platform" | "actor" | "action" | "details">>;

/** What was done with a subject ("leave:12"), in order. */
export async function eventsOf(records: Records, subject: string): Promise<readonly PastEvent[]> {
  await writeAudit(records);
  const { db, organisation } = records;
  const rows = await db
    .selectFrom("audit")
    .leftJoin("audit_detail", (join) =>
      join
        .onRef("audit_detail.organisation", "=", "audit.organisation")
        .onRef("audit_detail.sequence", "=", "audit.sequence"),
    )
    .select(["at", "platform", "actor", "action", "audit_detail.details"])
    .where("audit.organisation", "=", organisation)
    .where("audit.subject", "=", subject)
    .orderBy("audit.sequence")
    .execute();
  return rows.map(({ at, details, ...event }) => ({
    ...event,
    at: new Date(at),
    details: JSON.parse(details ?? "{}") as PastEvent["details"],
  }));
}

export interface AuditCheck {
  readonly events: number;
  /** Events whose details were erased, as a person may ask. */
  readonly erased: number;
  /** The hash of the last event: keep it elsewhere, and a chain cut short is found out. */
  readonly head: string;
  /** What is wrong, in order. */
  readonly faults: readonly AuditFault[];
}

export interface AuditFault {
  readonly sequence: number;
  readonly kind: "missing" | "changed" | "details-changed" | "details-missing" | "head-not-found";
}

const batch = 1000;

/** Goes through the whole chain. `head`: a hash noted earlier that must still be in it. */
export async function verifyAudit(records: Records, head?: string): Promise<AuditCheck> {
  await writeAudit(records);
  const { db, organisation } = records;
  const faults: AuditFault[] = [];
  /** Events whose details are gone, with the person whom they were about. */
  const gone = new Map<number, string | null>();
  let previous = beginning;
  let sequence = 0;
  let events = 0;
  let erased = 0;
  let found = head === undefined || head === beginning;
  for (;;) {
    const rows = await db
      .selectFrom("audit")
      .leftJoin("audit_detail", (join) =>
        join
          .onRef("audit_detail.organisation", "=", "audit.organisation")
          .onRef("audit_detail.sequence", "=", "audit.sequence"),
      )
      .selectAll("audit")
      .select(["audit_detail.salt", "audit_detail.details", "audit_detail.person"])
      .where("audit.organisation", "=", organisation)
      .where("audit.sequence", ">", sequence)
      .orderBy("audit.sequence")
      .limit(batch)
      .execute();
    for (const { salt, details, person, ...row } of rows) {
      if (row.sequence !== sequence + 1) faults.push({ sequence: sequence + 1, kind: "missing" });
      if (row.previous_hash !== previous || row.hash !== hashOf(row))
        faults.push({ sequence: row.sequence, kind: "changed" });
      if (details === null || salt === null) gone.set(row.sequence, row.about);
      else if (row.details_hash !== sha256(salt + details) || (row.about !== null && row.about !== (person ?? "")))
        faults.push({ sequence: row.sequence, kind: "details-changed" });
      // an erasure names the events whose details it took away; of others than the person it excuses none
      if (row.action === "person.erase" && details) {
        for (const each of erasedBy(details)) {
          const about = gone.get(each);
          const excused = about === null || (about !== undefined && personName(about) === row.subject);
          if (excused && gone.delete(each)) erased++;
        }
      }
      ({ sequence, hash: previous } = row);
      found ||= row.hash === head;
      events++;
    }
    if (rows.length < batch) break;
  }
  // whoever cut off the end may have left its details behind
  const left = await db
    .selectFrom("audit_detail")
    .select("sequence")
    .where("organisation", "=", organisation)
    .where("sequence", ">", sequence)
    .orderBy("sequence")
    .limit(1)
    .executeTakeFirst();
  if (left) faults.push({ sequence: left.sequence, kind: "missing" });
  for (const each of gone.keys()) faults.push({ sequence: each, kind: "details-missing" });
  if (!found) faults.push({ sequence, kind: "head-not-found" });
  return { events, erased, head: previous, faults };
}

/** The events that an erasure names; none when its own details were tampered with, which is a fault by itself. */
function erasedBy(details: string): readonly number[] {
  try {
    const { events } = JSON.parse(details) as { events?: readonly number[] };
    return Array.isArray(events) ? events : [];
  } catch {
    return [];
  }
}
