import { sql } from "kysely";
import type { Records } from "./store.ts";

// What comes in is kept before it is acknowledged, and answered once: after a crash it is taken up again.

/** Milliseconds for which whoever takes a delivery has it to themselves; later it counts as abandoned. */
export const lease = 60_000;

/** A delivery to keep; `delivery` is JSON. */
export interface Given {
  readonly key: string;
  readonly platform: string;
  readonly delivery: string;
  readonly now: Date;
}

/** Keeps deliveries, and tells which of them are new: a key that came before, or twice, is new only the first time. */
export async function acceptDeliveries(
  { db, organisation }: Records,
  given: readonly Given[],
): Promise<readonly boolean[]> {
  const rows = await db
    .insertInto("inbox")
    .values(
      given.map(({ now, ...each }) => ({
        organisation,
        ...each,
        received_at: now.getTime(),
        claimed_until: now.getTime() + lease,
      })),
    )
    .onConflict((conflict) => conflict.columns(["organisation", "key"]).doNothing())
    .returning("key")
    .execute();
  const fresh = new Set(rows.map(({ key }) => key));
  return given.map(({ key }) => fresh.delete(key));
}

/** How far a delivery is: still to do, done (with its reply, JSON) but perhaps not answered, or answered. */
export type Progress = "open" | "settled" | { readonly reply: string };

/** Whoever asks this in a transaction has the delivery to themselves until its end: nobody does it at the same time. */
export async function progressOf({ db, organisation, kind }: Records, key: string): Promise<Progress> {
  const look = db
    .selectFrom("inbox")
    .select(["reply", "answered_at"])
    .where("organisation", "=", organisation)
    .where("key", "=", key);
  const row = await (kind === "postgres" ? look.forUpdate() : look).executeTakeFirst();
  if (!row || row.answered_at !== null) return "settled";
  return row.reply === null ? "open" : { reply: row.reply };
}

/** Keeps the reply in the transaction of the work; false when the work was done already. */
export async function keepReply({ db, organisation }: Records, key: string, reply: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("inbox")
    .set({ reply })
    .where("organisation", "=", organisation)
    .where("key", "=", key)
    .where("reply", "is", null)
    .where("answered_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** What was asked and answered is private and no longer needed: only the key stays, to know it when it comes again. */
export async function settleDeliveries(
  { db, organisation }: Records,
  keys: readonly string[],
  now: Date,
): Promise<void> {
  if (keys.length === 0) return;
  await db
    .updateTable("inbox")
    .set({ answered_at: now.getTime(), delivery: null, reply: null })
    .where("organisation", "=", organisation)
    .where("key", "in", keys)
    .execute();
}

/** A delivery that was left unanswered, and how often it was taken over, this time included. */
export interface Abandoned {
  readonly key: string;
  readonly delivery: string;
  readonly attempts: number;
}

/**
 * Takes over deliveries that were left unanswered, those that were left first first; at most 100. Each time it is longer
 * until the next: what the office breaks at must not keep it from everything else.
 */
export async function takeAbandoned(
  { db, organisation, kind }: Records,
  platforms: readonly string[],
  now: Date,
): Promise<readonly Abandoned[]> {
  if (platforms.length === 0) return [];
  const due = db
    .selectFrom("inbox")
    .select("key")
    .where("organisation", "=", organisation)
    .where("answered_at", "is", null)
    .where("claimed_until", "<=", now.getTime())
    .where("platform", "in", platforms)
    .orderBy("claimed_until")
    .limit(100);
  const rows = await db
    .updateTable("inbox")
    .set((row) => ({
      // a minute, twenty times: it may be another that the office breaks at; then 2, 4, 8 … minutes, at most 256
      claimed_until: sql<number>`cast(${now.getTime()} as bigint) + ${lease} * case
        when attempts < 20 then 1 when attempts < 28 then 1 << (attempts - 19) else 256 end`,
      attempts: row("attempts", "+", 1),
    }))
    .where("organisation", "=", organisation)
    .where("key", "in", kind === "postgres" ? due.forUpdate().skipLocked() : due)
    .returning(["key", "delivery", "attempts"])
    .execute();
  return rows.flatMap(({ key, delivery, attempts }) => (delivery === null ? [] : [{ key, delivery, attempts }]));
}

/** Forgets the keys of deliveries that no platform repeats any more. */
export async function forgetDeliveries({ db, organisation }: Records, before: Date): Promise<void> {
  await db
    .deleteFrom("inbox")
    .where("organisation", "=", organisation)
    .where("received_at", "<", before.getTime())
    .where("answered_at", "is not", null)
    .execute();
}
