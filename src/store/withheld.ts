import { accountName } from "../office/people.ts";
import { readOfficeSettings } from "../office/settings.ts";
import type { Reply } from "../reply.ts";
import type { Delivery } from "../request.ts";
import { isLanguage, type Language } from "../text.ts";
import { accountCalled } from "./accounts.ts";
import type { Mentions } from "./mentions.ts";
import { readSettings } from "./settings.ts";
import type { Records } from "./store.ts";

/** What is told in the place of words that named somebody who was erased. */
export interface Instead {
  /** In the place of a message, or of the answer to what was done. */
  told(language: Language): Reply;
  /** In the place of doing what was asked. */
  notDone(language: Language): Reply;
}

/**
 * Takes words that mention somebody out of what waits for others, and returns how many got something else instead:
 * nobody is left without an answer or a message that they would have got. What somebody asked and is not done yet is not
 * done, since it would only be told that nobody has that name, and repeat it. What a platform is being told at this
 * moment cannot be taken back.
 */
export async function withholdMentions(
  records: Records,
  mentioned: Mentions,
  /** Accounts of which also the name is the person's: "account:slack:T1:U17". */
  formerly: ReadonlySet<string>,
  instead: Instead,
): Promise<number> {
  const { language } = readOfficeSettings(await readSettings(records));
  const letters = await withholdMessages(records, mentioned, (reply) => instead.told(languageOf(reply) ?? language));
  const deliveries = await openDeliveries(records);
  let replies = 0;
  for (const { delivery: kept, reply } of deliveries) {
    const delivery = JSON.parse(kept) as Delivery;
    const { from, asked } = delivery;
    const theirs = formerly.has(accountName(from));
    if (!theirs && !mentioned(JSON.stringify(asked)) && !(reply !== null && mentioned(reply))) continue;
    const told =
      reply === null
        ? instead.notDone(await languageOfAsker(delivery, records, language))
        : instead.told(languageOf(reply) ?? language);
    // where the answer goes stays; the name is the platform's to tell anew
    const emptied: Delivery = { ...delivery, from: { ...from, name: from.id }, asked: { line: "" } };
    await records.db
      .updateTable("inbox")
      .set({ delivery: JSON.stringify(emptied), reply: JSON.stringify(told) })
      .where("organisation", "=", records.organisation)
      .where("key", "=", delivery.key)
      .execute();
    replies++;
  }
  return letters + replies;
}

async function withholdMessages(
  { db, organisation }: Records,
  mentioned: Mentions,
  told: (reply: string) => Reply,
): Promise<number> {
  const rows = await db
    .selectFrom("outbox")
    .select(["id", "reply"])
    .where("organisation", "=", organisation)
    .where("delivered_at", "is", null)
    .execute();
  const naming = rows.flatMap(({ id, reply }) => (reply !== null && mentioned(reply) ? [{ id, reply }] : []));
  for (const { id, reply } of naming)
    await db
      .updateTable("outbox")
      .set({ reply: JSON.stringify(told(reply)) })
      .where("organisation", "=", organisation)
      .where("id", "=", id)
      .where("delivered_at", "is", null)
      .execute();
  return naming.length;
}

/** What is not answered yet; on PostgreSQL whoever is doing it is waited for, and nobody begins. */
async function openDeliveries({ db, organisation, kind }: Records) {
  const look = db
    .selectFrom("inbox")
    .select(["delivery", "reply"])
    .where("organisation", "=", organisation)
    .where("answered_at", "is", null);
  const rows = await (kind === "postgres" ? look.forUpdate() : look).execute();
  return rows.flatMap(({ delivery, reply }) => (delivery === null ? [] : [{ delivery, reply }]));
}

/** Parked buttons may carry a name in their options. One that is gone is told to be stale. */
export async function forgetButtons({ db, organisation }: Records, mentioned: Mentions): Promise<void> {
  const rows = await db
    .selectFrom("parked")
    .select(["name", "button"])
    .where("organisation", "=", organisation)
    .execute();
  for (const { name, button } of rows)
    if (mentioned(button))
      await db.deleteFrom("parked").where("organisation", "=", organisation).where("name", "=", name).execute();
}

function languageOf(reply: string): Language | undefined {
  const { language } = JSON.parse(reply) as Partial<Reply>;
  return isLanguage(language) ? language : undefined;
}

async function languageOfAsker(delivery: Delivery, records: Records, office: Language): Promise<Language> {
  const known = await accountCalled(records, delivery.from);
  return delivery.language ?? known?.language ?? delivery.locale ?? known?.locale ?? office;
}
