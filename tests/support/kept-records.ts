import { type PastEvent, verifyAudit } from "../../src/store/audit.ts";
import type { Records, Store } from "../../src/store/store.ts";

// What the records of an office hold when it is left in peace, of whatever kind its work is.

export interface KeptEvent extends Pick<PastEvent, "action" | "actor" | "details"> {
  readonly subject: string;
  readonly person: string | null;
}

export interface KeptReminder {
  readonly key: string;
  readonly kind: string;
  readonly subject: string;
  readonly recipient: string;
  readonly step: number;
  readonly due_at: number;
  readonly done_at: number | null;
  readonly outcome: string | null;
  readonly attempts: number;
}

/** A message of its own, without what took its place. */
export interface KeptMessage {
  readonly id: string;
  readonly card: string | null;
  readonly recipient: string;
  readonly outcome: string | null;
}

export interface KeptRecords {
  readonly events: readonly KeptEvent[];
  readonly reminders: readonly KeptReminder[];
  readonly messages: readonly KeptMessage[];
}

export async function readRecords({ db }: Records): Promise<KeptRecords> {
  const rows = await db
    .selectFrom("audit")
    .innerJoin("audit_detail", "audit_detail.sequence", "audit.sequence")
    .select(["action", "actor", "subject", "person", "details"])
    .orderBy("audit.sequence")
    .execute();
  return {
    events: rows.map(({ details, ...each }) => ({ ...each, details: JSON.parse(details) as PastEvent["details"] })),
    reminders: await db
      .selectFrom("reminder")
      .select(["key", "kind", "subject", "recipient", "step", "due_at", "done_at", "outcome", "attempts"])
      .execute(),
    messages: await db
      .selectFrom("outbox")
      .select(["id", "card", "recipient", "outcome"])
      .where("replaces", "is", null)
      .execute(),
  };
}

const privateTables = ["audit_detail", "inbox", "outbox", "reminder", "setting"] as const;

/** What is wrong in the audit's chain, and where something stands that was told to somebody alone ("secret-…"). */
export const faultsOf = (store: Store) =>
  store.look(async (records) => {
    const rows: unknown[] = [];
    for (const table of privateTables) rows.push(...(await records.db.selectFrom(table).selectAll().execute()));
    const told = rows.filter((row) => JSON.stringify(row).includes("secret-"));
    return { faults: (await verifyAudit(records)).faults, told };
  });
