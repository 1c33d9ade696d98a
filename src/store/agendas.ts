import type { Selectable } from "kysely";
import type { AgendaItem, ItemKind } from "../meetings/agenda.ts";
import type { Records } from "./store.ts";
import type { MeetingItemTable } from "./tables.ts";

/** The items of a meeting's agenda, in their order. */
export async function agendaOf({ db, organisation }: Records, meeting: number): Promise<readonly AgendaItem[]> {
  const rows = await db
    .selectFrom("meeting_item")
    .selectAll()
    .where("organisation", "=", organisation)
    .where("meeting", "=", meeting)
    .orderBy("position")
    .execute();
  return rows.map(itemIn);
}

/** An item as it is kept. */
export const itemIn = (row: Selectable<MeetingItemTable>): AgendaItem => ({
  position: row.position,
  title: row.title,
  kind: row.kind as ItemKind,
  matter: row.matter,
  reporter: row.reporter,
  reporterWords: row.reporter_words,
  minutes: row.minutes,
  leader: row.leader,
  prepared: row.prepared === 1,
  material: row.material,
});

/** Writes an item down at its place, or instead of the one that is there. */
export async function putItem({ db, organisation }: Records, meeting: number, item: AgendaItem): Promise<void> {
  const { position, title, kind, matter, reporter, reporterWords, minutes, leader, prepared, material } = item;
  const values = {
    ...{ title, kind, matter, reporter, minutes, leader, material },
    reporter_words: reporterWords,
    prepared: prepared ? 1 : 0,
  };
  await db
    .insertInto("meeting_item")
    .values({ organisation, meeting, position, ...values })
    .onConflict((conflict) => conflict.columns(["organisation", "meeting", "position"]).doUpdateSet(values))
    .execute();
}

/** Takes an item away; those after it move up. */
export async function dropItem(records: Records, meeting: number, position: number): Promise<void> {
  const { db, organisation } = records;
  const of = db.deleteFrom("meeting_item").where("organisation", "=", organisation).where("meeting", "=", meeting);
  await of.where("position", "=", position).execute();
  const later = (await agendaOf(records, meeting)).filter((each) => each.position > position);
  // one by one from the front: no two stand in the same place at any time
  for (const each of later)
    await db
      .updateTable("meeting_item")
      .set({ position: each.position - 1 })
      .where("organisation", "=", organisation)
      .where("meeting", "=", meeting)
      .where("position", "=", each.position)
      .execute();
}

/** It was said of all matters to be discussed that they are prepared. */
export async function prepareItems({ db, organisation }: Records, meeting: number): Promise<void> {
  await db
    .updateTable("meeting_item")
    .set({ prepared: 1 })
    .where("organisation", "=", organisation)
    .where("meeting", "=", meeting)
    .where("kind", "=", "matter")
    .execute();
}

/** What somebody said to be so: see Confirmation. */
export interface Consent {
  readonly consent: string;
  /** As the audit names them. */
  readonly saidBy: string;
  readonly at: Date;
}

/** What was said to be so of a meeting, in the order in which it was said. */
export async function consentsTo({ db, organisation }: Records, meeting: number): Promise<readonly Consent[]> {
  const rows = await db
    .selectFrom("meeting_consent")
    .select(["consent", "said_by", "at"])
    .where("organisation", "=", organisation)
    .where("meeting", "=", meeting)
    .orderBy("at")
    .orderBy("consent")
    .execute();
  return rows.map((row) => ({ consent: row.consent, saidBy: row.said_by, at: new Date(row.at) }));
}

/** Keeps what is said to be so; what was said before stays as it was said. */
export async function addConsents(
  { db, organisation }: Records,
  meeting: number,
  said: readonly string[],
  by: string,
  now: Date,
): Promise<void> {
  if (said.length === 0) return;
  await db
    .insertInto("meeting_consent")
    .values(said.map((consent) => ({ organisation, meeting, consent, said_by: by, at: now.getTime() })))
    .onConflict((conflict) => conflict.columns(["organisation", "meeting", "consent"]).doNothing())
    .execute();
}

/** What was said of a meeting as it was does not hold any more. */
export async function dropConsents(
  { db, organisation }: Records,
  meeting: number,
  consents: readonly string[],
): Promise<void> {
  if (consents.length === 0) return;
  await db
    .deleteFrom("meeting_consent")
    .where("organisation", "=", organisation)
    .where("meeting", "=", meeting)
    .where("consent", "in", consents)
    .execute();
}
