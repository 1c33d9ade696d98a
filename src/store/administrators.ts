import type { Records } from "./store.ts";

/** "person:17" or "account:slack:T1:U1", the first one first. */
export async function administrators({ db, organisation }: Records): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("administrator")
    .select("who")
    .where("organisation", "=", organisation)
    .orderBy("since")
    .execute();
  return rows.map(({ who }) => who);
}

export async function addAdministrator({ db, organisation }: Records, who: string, now: Date): Promise<void> {
  await db
    .insertInto("administrator")
    .values({ organisation, who, since: now.getTime() })
    .onConflict((conflict) => conflict.columns(["organisation", "who"]).doNothing())
    .execute();
}

export async function removeAdministrator({ db, organisation }: Records, who: string): Promise<void> {
  await db.deleteFrom("administrator").where("organisation", "=", organisation).where("who", "=", who).execute();
}
