import type { Records } from "./store.ts";

/** The office's settings as they are kept: name and value, both text. What is not set is not there. */
export async function readSettings({ db, organisation }: Records): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom("setting")
    .select(["name", "value"])
    .where("organisation", "=", organisation)
    .execute();
  return new Map(rows.map(({ name, value }) => [name, value]));
}

/** Keeps a setting; "" takes it away. */
export async function writeSetting({ db, organisation }: Records, name: string, value: string): Promise<void> {
  if (value === "") {
    await db.deleteFrom("setting").where("organisation", "=", organisation).where("name", "=", name).execute();
    return;
  }
  await db
    .insertInto("setting")
    .values({ organisation, name, value })
    .onConflict((conflict) => conflict.columns(["organisation", "name"]).doUpdateSet({ value }))
    .execute();
}
