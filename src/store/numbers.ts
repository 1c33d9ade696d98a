import type { Records } from "./store.ts";

/** The next number of what is numbered in the office: 1, 2, 3 … Those who ask at the same time take turns. */
export async function nextNumber({ db, organisation }: Records, name: string): Promise<number> {
  const { value } = await db
    .insertInto("counter")
    .values({ organisation, name, value: 1 })
    .onConflict((conflict) =>
      conflict.columns(["organisation", "name"]).doUpdateSet((row) => ({ value: row("counter.value", "+", 1) })),
    )
    .returning("value")
    .executeTakeFirstOrThrow();
  return value;
}

/** Whoever has its turn is alone until the end of the transaction: what is not there yet cannot be locked itself. */
export async function takeTurn({ db, organisation }: Records, name: string): Promise<void> {
  await db
    .insertInto("counter")
    .values({ organisation, name, value: 0 })
    .onConflict((conflict) =>
      conflict.columns(["organisation", "name"]).doUpdateSet((row) => ({ value: row.ref("counter.value") })),
    )
    .execute();
}
