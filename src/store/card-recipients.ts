import type { Records } from "./store.ts";

/** Everybody to whom a card was sent, whether or not it has arrived yet: "person:17". */
export async function cardRecipients({ db, organisation }: Records, card: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom("outbox")
    .select("recipient")
    .distinct()
    .where("organisation", "=", organisation)
    .where("card", "=", card)
    .execute();
  return new Set(rows.map(({ recipient }) => recipient));
}
