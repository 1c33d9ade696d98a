import type { Day } from "../dates.ts";
import type { Entrustment, EntrustmentOccasion } from "../office/people.ts";
import type { Records } from "./store.ts";

/** Entrustments that are in force on a day or later and were not ended, the earliest first. */
export async function entrustmentsFrom({ db, organisation }: Records, day: Day): Promise<readonly Entrustment[]> {
  const rows = await db
    .selectFrom("entrustment")
    .innerJoin("person as giver", (join) =>
      join.onRef("giver.organisation", "=", "entrustment.organisation").onRef("giver.id", "=", "entrustment.by_person"),
    )
    .innerJoin("person as taker", (join) =>
      join.onRef("taker.organisation", "=", "entrustment.organisation").onRef("taker.id", "=", "entrustment.to_person"),
    )
    .select([
      "entrustment.id",
      "entrustment.post",
      "entrustment.occasion",
      "entrustment.from_day",
      "entrustment.until_day",
      "entrustment.recorded_by",
      "giver.id as by_id",
      "giver.name as by_name",
      "taker.id as to_id",
      "taker.name as to_name",
    ])
    .where("entrustment.organisation", "=", organisation)
    .where("entrustment.ended_at", "is", null)
    .where("entrustment.until_day", ">=", day)
    .orderBy("entrustment.from_day")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    post: row.post,
    by: { id: row.by_id, name: row.by_name },
    to: { id: row.to_id, name: row.to_name },
    occasion: row.occasion as EntrustmentOccasion,
    from: row.from_day,
    until: row.until_day,
    ...(row.recorded_by === null ? {} : { recordedBy: row.recorded_by }),
  }));
}

/** An entrustment by its id, also one that is over; undefined when it is not known any more. */
export async function entrustmentCalled(
  { db, organisation }: Records,
  id: string,
): Promise<Omit<Entrustment, "occasion"> | undefined> {
  const row = await db
    .selectFrom("entrustment")
    .innerJoin("person as giver", (join) =>
      join.onRef("giver.organisation", "=", "entrustment.organisation").onRef("giver.id", "=", "entrustment.by_person"),
    )
    .innerJoin("person as taker", (join) =>
      join.onRef("taker.organisation", "=", "entrustment.organisation").onRef("taker.id", "=", "entrustment.to_person"),
    )
    .select(["post", "from_day", "until_day"])
    .select(["giver.id as by_id", "giver.name as by_name", "taker.id as to_id", "taker.name as to_name"])
    .where("entrustment.organisation", "=", organisation)
    .where("entrustment.id", "=", id)
    .executeTakeFirst();
  return (
    row && {
      id,
      post: row.post,
      by: { id: row.by_id, name: row.by_name },
      to: { id: row.to_id, name: row.to_name },
      from: row.from_day,
      until: row.until_day,
    }
  );
}

export async function keepEntrustment(
  { db, organisation }: Records,
  { id, post, by, to, occasion, from, until, recordedBy }: Entrustment,
  now: Date,
): Promise<void> {
  await db
    .insertInto("entrustment")
    .values({
      organisation,
      id,
      post,
      by_person: by.id,
      to_person: to.id,
      occasion,
      from_day: from,
      until_day: until,
      recorded_at: now.getTime(),
      recorded_by: recordedBy ?? null,
      ended_at: null,
    })
    .execute();
}

/** Ends an entrustment before its day; false when there is none of that id in force. */
export async function endEntrustment({ db, organisation }: Records, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("entrustment")
    .set({ ended_at: now.getTime() })
    .where("organisation", "=", organisation)
    .where("id", "=", id)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
