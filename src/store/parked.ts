import { createHash } from "node:crypto";
import type { Records } from "./store.ts";

/** Keeps a button (JSON) under a name of 22 characters made from its content: the same button has the same name. */
export async function parkButton({ db, organisation }: Records, button: string, now: Date): Promise<string> {
  const name = createHash("sha256").update(button).digest("base64url").slice(0, 22);
  await db
    .insertInto("parked")
    .values({ organisation, name, button, parked_at: now.getTime() })
    .onConflict((conflict) => conflict.columns(["organisation", "name"]).doUpdateSet({ parked_at: now.getTime() }))
    .execute();
  return name;
}

export async function parkedButton({ db, organisation }: Records, name: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("parked")
    .select("button")
    .where("organisation", "=", organisation)
    .where("name", "=", name)
    .executeTakeFirst();
  return row?.button;
}

export async function forgetParked({ db, organisation }: Records, before: Date): Promise<void> {
  await db
    .deleteFrom("parked")
    .where("organisation", "=", organisation)
    .where("parked_at", "<", before.getTime())
    .execute();
}
