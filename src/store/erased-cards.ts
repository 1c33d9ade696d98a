import { cardOf } from "../leave/leave.ts";
import { nextOf, runningOf } from "../meetings/agenda-clock.ts";
import { clockCard } from "../meetings/meeting.ts";
import { personName } from "../office/people.ts";
import { readOfficeSettings } from "../office/settings.ts";
import { languageOfRecipient } from "./accounts.ts";
import { clockOf } from "./agenda-clock.ts";
import { postMessage, updateCard } from "./outbox.ts";
import { readSettings } from "./settings.ts";
import type { Records } from "./store.ts";
import type { Instead } from "./withheld.ts";

/**
 * Puts a notice, with nothing to press, in the place of every card that was delivered: of the requests of somebody who
 * is erased and of agendas that they present, wherever they stand, and of every card that stands before them. Called while their accounts and requests are
 * known; the running office does the replacing. Returns how many cards.
 */
export async function replaceCards(
  records: Records,
  id: string,
  /** Their recipients: "person:17", "account:slack:T1:U17". */
  names: readonly string[],
  now: Date,
  instead: Instead,
): Promise<number> {
  const { db, organisation } = records;
  const { language } = readOfficeSettings(await readSettings(records));
  const notice = async (recipient: string) => instead.told(await languageOfRecipient(records, recipient, language));
  const own = await db
    .selectFrom("outbox")
    .select(["id", "place"])
    .where("organisation", "=", organisation)
    .where("recipient", "in", names)
    .where("place", "is not", null)
    .orderBy("id")
    .execute();
  const reply = JSON.stringify(await notice(personName(id)));
  await db.deleteFrom("outbox").where("organisation", "=", organisation).where("recipient", "in", names).execute();
  // the rows that knew where these stand are gone: what replaces them knows it until it is done
  for (const { id: replaces, place } of own)
    if (place !== null) await postMessage(records, { recipient: personName(id), reply, now, replaces, place });

  let replaced = own.length;
  const requests = await db
    .selectFrom("leave")
    .select("number")
    .where("organisation", "=", organisation)
    .where("person", "=", id)
    .orderBy("number")
    .execute();
  for (const { number } of requests) {
    replaced += await updateCard(records, cardOf(number), notice, now);
    await leaveAlone(records, cardOf(number));
  }
  // the next step of the agenda puts its card there again, without the name
  for (const meeting of await clocksNaming(records, id))
    replaced += await updateCard(records, clockCard(meeting), notice, now);
  return replaced;
}

/** The meetings of which the card of the agenda shows that somebody presents the item that is dealt with, or the next. */
async function clocksNaming(records: Records, id: string): Promise<readonly number[]> {
  const rows = await records.db
    .selectFrom("meeting_item")
    .innerJoin("meeting", (join) =>
      join
        .onRef("meeting.organisation", "=", "meeting_item.organisation")
        .onRef("meeting.number", "=", "meeting_item.meeting"),
    )
    .select("meeting_item.meeting")
    .distinct()
    .where("meeting_item.organisation", "=", records.organisation)
    .where("reporter", "=", id)
    .where("cancelled_at", "is", null)
    .orderBy("meeting_item.meeting")
    .execute();
  const naming: number[] = [];
  for (const { meeting } of rows) {
    const items = await clockOf(records, meeting);
    if ([runningOf(items), nextOf(items)].some((item) => item?.reporter === id)) naming.push(meeting);
  }
  return naming;
}

/** What becomes of the request later does not put words in the place of the notice again. */
async function leaveAlone({ db, organisation }: Records, card: string): Promise<void> {
  await db
    .updateTable("outbox")
    .set({ card: null })
    .where("organisation", "=", organisation)
    .where("card", "=", card)
    .where("place", "is not", null)
    .execute();
}
