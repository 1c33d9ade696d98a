import { randomUUID } from "node:crypto";
import type { Reply } from "../reply.ts";
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
  /** What it shows as long as it can be seen ("leave:12"): updateCard brings it up to date. */
  readonly card?: string;
  /** The id of the message whose place these words take; missing for a message of its own. */
  readonly replaces?: string;
  /** When it should be there; missing: as soon as it is written. Where it comes late, it says so. */
  readonly meantFor?: Date;
}

/** A message to put into the outbox. */
export interface Posted extends Pick<Outgoing, "recipient" | "reply" | "card" | "meantFor"> {
  readonly now: Date;
}

interface Replacing extends Pick<Outgoing, "replaces"> {
  /** Where the message stands whose place these words take, when the office forgets that message itself. */
  readonly place?: string;
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
  { recipient, reply, now, card, replaces, meantFor, place }: Posted & Replacing,
): Promise<string> {
  const id = markAt(now);
  await db
    .insertInto("outbox")
    .values({
      ...{ organisation, id, recipient, reply, claimed_until: 0 },
      created_at: now.getTime(),
      due_at: now.getTime(),
      card: card ?? null,
      replaces: replaces ?? null,
      meant_for: meantFor?.getTime() ?? null,
      place: place ?? null,
    })
    .execute();
  return id;
}

/** Takes messages out again that were put into the outbox earlier in the same transaction. */
export async function takeBackMessages({ db, organisation }: Records, ids: readonly string[]): Promise<void> {
  await db.deleteFrom("outbox").where("organisation", "=", organisation).where("id", "in", ids).execute();
}

/**
 * Brings every message of a card up to date, in the transaction of what they are to tell. `make` gives the words for a
 * recipient; undefined leaves theirs alone. What nobody has tried to deliver yet gets them at once. For what was
 * delivered, or may have been, a replacement is put into the outbox, which is no message to be noticed; of several that
 * wait for the same message only the last is kept. `keepFiles`: what waits keeps its files, which nobody has yet. Returns how many messages are to be replaced.
 */
export async function updateCard(
  records: Records,
  card: string,
  make: (recipient: string) => Promise<Reply | undefined>,
  now: Date,
  { keepFiles = false } = {},
): Promise<number> {
  let replaced = 0;
  const shown = (await rowsOf(records, card, "messages")).filter(
    ({ delivered_at, place }) => delivered_at === null || place !== null,
  );
  // looked for when whoever else was updating the card is done with it
  const waiting = (await rowsOf(records, card, "replacements")).filter(({ delivered_at }) => delivered_at === null);
  const made = new Map<string, string | undefined>();
  for (const { id, recipient, attempts, delivered_at, reply: words } of shown) {
    if (!made.has(recipient)) {
      const given = await make(recipient);
      made.set(recipient, given && JSON.stringify(given));
    }
    const reply = made.get(recipient);
    if (reply === undefined) continue;
    if (delivered_at === null) await reword(records, id, { reply: keepFiles ? withFilesOf(words, reply) : reply });
    if (delivered_at === null && attempts === 0) continue;
    const replacement = waiting.find(({ replaces }) => replaces === id);
    if (replacement) await reword(records, replacement.id, { reply, due_at: now.getTime() });
    else await postMessage(records, { recipient, reply, now, card, replaces: id });
    replaced++;
  }
  return replaced;
}

function withFilesOf(waiting: string | null, reply: string): string {
  const { files = [] } = JSON.parse(waiting ?? "{}") as Partial<Reply>;
  return JSON.stringify({ ...(JSON.parse(reply) as Reply), files });
}

/** The messages of a card, or what replaces them, oldest first; nobody else changes them until the transaction ends. */
function rowsOf({ db, organisation, kind }: Records, card: string, which: "messages" | "replacements") {
  const look = db
    .selectFrom("outbox")
    .select(["id", "recipient", "reply", "attempts", "delivered_at", "place", "replaces"])
    .where("organisation", "=", organisation)
    .where("card", "=", card)
    .where("replaces", which === "messages" ? "is" : "is not", null)
    .orderBy("id");
  return (kind === "postgres" ? look.forUpdate() : look).execute();
}

async function reword(
  { db, organisation }: Records,
  id: string,
  words: { readonly reply: string; readonly due_at?: number },
): Promise<void> {
  await db
    .updateTable("outbox")
    .set(words)
    .where("organisation", "=", organisation)
    .where("id", "=", id)
    .where("delivered_at", "is", null)
    .execute();
}

/**
 * Takes messages that are due, oldest first; each counts one attempt more. A replacement is due when what it replaces is
 * settled, not before.
 */
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
    .where((row) =>
      row.or([
        row("replaces", "is", null),
        row.not(
          row.exists(
            row
              .selectFrom("outbox as original")
              .select("original.id")
              .where("original.organisation", "=", organisation)
              .whereRef("original.id", "=", "outbox.replaces")
              .where("original.delivered_at", "is", null),
          ),
        ),
      ]),
    )
    .orderBy("due_at")
    .orderBy("id")
    .limit(most);
  const rows = await db
    .updateTable("outbox")
    .set((row) => ({ claimed_until: now.getTime() + lease, attempts: row("attempts", "+", 1) }))
    .where("organisation", "=", organisation)
    .where("id", "in", kind === "postgres" ? due.forUpdate().skipLocked() : due)
    .returning(["id", "recipient", "reply", "attempts", "due_at", "card", "replaces", "meant_for"])
    .execute();
  return rows
    .sort((a, b) => a.due_at - b.due_at || (a.id < b.id ? -1 : 1))
    .flatMap(({ id, recipient, reply, attempts, card, replaces, meant_for }) =>
      reply === null
        ? []
        : [
            {
              id,
              recipient,
              reply,
              attempts,
              ...(card === null ? {} : { card }),
              ...(replaces === null ? {} : { replaces }),
              ...(meant_for === null ? {} : { meantFor: new Date(meant_for) }),
            },
          ],
    );
}

/**
 * Settles a message that was delivered, or for which there is nobody to deliver it to. Its words are not kept; of one
 * that can be brought up to date is kept where it stands (`place`, JSON; missing: it never arrived).
 */
export async function settleMessage(
  { db, organisation }: Records,
  { id, attempts, card }: Pick<Outgoing, "id" | "attempts" | "card">,
  outcome: string,
  now: Date,
  place?: string,
): Promise<void> {
  await db
    .updateTable("outbox")
    .set({ delivered_at: now.getTime(), reply: null, outcome, place: card === undefined ? null : (place ?? null) })
    .where("organisation", "=", organisation)
    .where("id", "=", id)
    // whoever took it over after the lease has counted one more attempt, and settles it
    .where("attempts", "=", attempts)
    .execute();
}

/** Settles a replacement; one that was given other words while these were on their way is due again instead. */
export async function settleReplacement(
  records: Records,
  message: Pick<Outgoing, "id" | "attempts" | "reply">,
  outcome: string,
  now: Date,
): Promise<void> {
  const { db, organisation } = records;
  const { id, attempts, reply } = message;
  const { numUpdatedRows } = await db
    .updateTable("outbox")
    .set({ delivered_at: now.getTime(), reply: null, outcome, place: null })
    .where("organisation", "=", organisation)
    .where("id", "=", id)
    .where("attempts", "=", attempts)
    .where("reply", "=", reply)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) await postpone(records, message, now.getTime(), "has other words since");
}

/**
 * Where a message stands that was delivered (JSON), by itself or by what replaces it; undefined when it never arrived, or
 * nothing is known of it.
 */
export async function placeReplaced(
  { db, organisation }: Records,
  { id, replaces }: { readonly id: string; readonly replaces: string },
): Promise<string | undefined> {
  const row = await db
    .selectFrom("outbox")
    .select("place")
    .where("organisation", "=", organisation)
    .where("id", "in", [id, replaces])
    .where("place", "is not", null)
    .executeTakeFirst();
  return row?.place ?? undefined;
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
