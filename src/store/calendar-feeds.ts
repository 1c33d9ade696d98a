import { createHash, randomBytes } from "node:crypto";
import type { Day } from "../dates.ts";
import type { Records } from "./store.ts";

/** What is known of somebody's link; the link itself only whoever has it knows. */
export interface CalendarFeed {
  readonly person: string;
  readonly createdAt: Date;
  readonly fetchedOn: Day | null;
}

const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/** Makes a secret of 192 bits, which is told once; the one before it no longer holds. */
export async function makeFeed({ db, organisation }: Records, person: string, now: Date): Promise<string> {
  const secret = randomBytes(24).toString("base64url");
  const values = { secret_hash: hashOf(secret), created_at: now.getTime(), fetched_on: null };
  await db
    .insertInto("calendar_feed")
    .values({ organisation, person, ...values })
    .onConflict((conflict) => conflict.columns(["organisation", "person"]).doUpdateSet(values))
    .execute();
  return secret;
}

/** False when there was none. */
export async function dropFeed({ db, organisation }: Records, person: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("calendar_feed")
    .where("organisation", "=", organisation)
    .where("person", "=", person)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export const feedOf = (records: Records, person: string): Promise<CalendarFeed | undefined> =>
  feedWhere(records, "person", person);

export const feedBySecret = (records: Records, secret: string): Promise<CalendarFeed | undefined> =>
  feedWhere(records, "secret_hash", hashOf(secret));

async function feedWhere(
  { db, organisation }: Records,
  column: "person" | "secret_hash",
  value: string,
): Promise<CalendarFeed | undefined> {
  const row = await db
    .selectFrom("calendar_feed")
    .select(["person", "created_at", "fetched_on"])
    .where("organisation", "=", organisation)
    .where(column, "=", value)
    .executeTakeFirst();
  return row && { person: row.person, createdAt: new Date(row.created_at), fetchedOn: row.fetched_on as Day | null };
}

export async function noteFetched({ db, organisation }: Records, person: string, on: Day): Promise<void> {
  await db
    .updateTable("calendar_feed")
    .set({ fetched_on: on })
    .where("organisation", "=", organisation)
    .where("person", "=", person)
    .execute();
}
