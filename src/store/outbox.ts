import { randomUUID } from "node:crypto";
import { lease } from "./inbox.ts";
import type { Records } from "./store.ts";

/** A message to send: to a person (on the platform that they used last), to one account, or to a channel. */
export interface Outgoing {
  readonly id: string;
  /** "person:17", "account:slack:T1:U1" or "channel:slack:T1:C1". */
  readonly recipient: string;
  /** JSON of a Reply. */
  readonly reply: string;
  readonly attempts: number;
}

let posted = 0;

/**
 * A mark of 24 letters and digits: Discord refuses more than 25 as that by which it knows a repeated message. In the
 * order of the marks of one process stand its messages, also those of one instant.
 */
function markAt(now: Date): string {
  const place = (posted++ % 36 ** 4).toString(36).padStart(4, "0");
  return `${now.getTime().toString(36).padStart(9, "0")}${place}${randomUUID().replaceAll("-", "")}`.slice(0, 24);
}

/** Puts a message into the outbox, in the transaction of what it tells. */
export async function postMessage(
  { db, organisation }: Records,
  { recipient, reply, now }: { readonly recipient: string; readonly reply: string; readonly now: Date },
): Promise<string> {
  const id = markAt(now);
  await db
    .insertInto("outbox")
    .values({ organisation, id, recipient, reply, created_at: now.getTime(), due_at: now.getTime(), claimed_until: 0 })
    .execute();
  return id;
}

/** Takes messages that are due, oldest first; each counts one attempt more. */
export async function takeDue(
  { db, organisation, kind }: Records,
  now: Date,
  most = 100,
): Promise<readonly Outgoing[]> {
  const due = db
    .selectFrom("outbox")
    .select("id")
    .where("organisation", "=", organisation)
    .where("delivered_at", "is", null)
    .where("due_at", "<=", now.getTime())
    .where("claimed_until", "<=", now.getTime())
    .orderBy("due_at")
    .orderBy("id")
    .limit(most);
  const rows = await db
    .updateTable("outbox")
    .set((row) => ({ claimed_until: now.getTime() + lease, attempts: row("attempts", "+", 1) }))
    .where("organisation", "=", organisation)
    .where("id", "in", kind === "postgres" ? due.forUpdate().skipLocked() : due)
    .returning(["id", "recipient", "reply", "attempts", "due_at"])
    .execute();
  return rows
    .sort((a, b) => a.due_at - b.due_at || (a.id < b.id ? -1 : 1))
    .flatMap(({ id, recipient, reply, attempts }) => (reply === null ? [] : [{ id, recipient, reply, attempts }]));
}

/** Settles a message that was delivered, or for which there is nobody to deliver it to. Its words are not kept. */
export async function settleMessage(
  { db, organisation }: Records,
  { id, attempts }: Pick<Outgoing, "id" | "attempts">,
  outcome: string,
  now: Date,
): Promise<void> {
  await db
    .updateTable("outbox")
    .set({ delivered_at: now.getTime(), reply: null, outcome })
    .where("organisation", "=", organisation)
    .where("id", "=", id)
    // whoever took it over after the lease has counted one more attempt, and settles it
    .where("attempts", "=", attempts)
    .execute();
}

const minute = 60_000;

/** When to try again after a number of attempts: 1, 2, 4 … minutes, at most 6 hours. */
export function nextAttempt(attempts: number, now: Date): number {
  return now.getTime() + Math.min(2 ** Math.min(attempts - 1, 20) * minute, 360 * minute);
}

export async function postpone(
  { db, organisation }: Records,
  { id, attempts }: Pick<Outgoing, "id" | "attempts">,
  until: number,
  outcome: string,
): Promise<void> {
  await db
    .updateTable("outbox")
    .set({ due_at: until, claimed_until: 0, outcome })
    .where("organisation", "=", organisation)
    .where("id", "=", id)
    .where("attempts", "=", attempts)
    .execute();
}

/** Messages that wait, and since when the oldest does: for the doctor. */
export async function waitingMessages({
  db,
  organisation,
}: Records): Promise<{ count: number; oldest: number | null }> {
  const row = await db
    .selectFrom("outbox")
    .select(({ fn }) => [fn.countAll<number>().as("count"), fn.min("created_at").as("oldest")])
    .where("organisation", "=", organisation)
    .where("delivered_at", "is", null)
    .executeTakeFirstOrThrow();
  return { count: Number(row.count), oldest: row.oldest };
}
