import { sql } from "kysely";
import { createApp, openOffice } from "../../src/app.ts";
import { defaultRulebook } from "../../src/config.ts";
import { linkAccount, seeAccount } from "../../src/store/accounts.ts";
import type { Store } from "../../src/store/store.ts";
import { quietLog } from "./app.ts";
import { monday, wireAccount } from "./changzhou-process.ts";
import { sixty } from "./office.ts";

// An office's records before people work in it, and what can be asked of them while and after it was killed.

/** Sixty people in an office, each with an account called as they are; `more`: of some people a second one. */
export async function furnish(store: Store, more: readonly string[] = []): Promise<void> {
  const now = new Date(monday);
  const app = createApp(
    { rulebookFolder: defaultRulebook },
    quietLog((error) => {
      throw error;
    }),
  );
  const { desk } = openOffice(app, store, [], { now: () => now, elapsed: () => 0 });
  const owner = wireAccount("owner");
  const asked = { command: "roster import", options: { file: sixty } };
  const delivery = { key: "roster", platform: "wire", from: owner, asked, returnTo: null };
  const { tone } = await desk.answerNow(delivery, { ...owner, owner: true });
  if (tone !== "done") throw new Error("the roster was not taken");
  await store.transaction(async (records) => {
    const people = Array.from({ length: 60 }, (_, n) => `${1001 + n}`);
    for (const account of [...people, ...more]) {
      await seeAccount(records, wireAccount(account), "en", now);
      await linkAccount(records, wireAccount(account), account.slice(0, 4), now);
    }
  });
}

/** The marks of messages, and the keys of deliveries, of which the office does not know yet that they came there. */
export const onTheWay = (store: Store): Promise<readonly string[]> =>
  store.look(async ({ db }) => [
    ...(await db.selectFrom("outbox").select("id").where("delivered_at", "is", null).execute()).map(({ id }) => id),
    ...(await db.selectFrom("inbox").select("key").where("answered_at", "is", null).execute()).map(({ key }) => key),
  ]);

/** Two that wait for each other until the server ends it: nothing is lost by it, but everybody waits a second. */
export async function deadlocks({ kind, look }: Store): Promise<number> {
  if (kind === "sqlite") return 0;
  const count = sql<{ readonly count: number }>`
    select deadlocks as count from pg_stat_database where datname = current_database()`;
  return Number((await look(({ db }) => count.execute(db))).rows[0]?.count);
}
