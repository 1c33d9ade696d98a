import { type Selectable, sql } from "kysely";
import type { Day } from "../dates.ts";
import type { Meeting, PlannedMeeting } from "../meetings/meeting.ts";
import { readReminders, showReminders } from "../meetings/read-reminders.ts";
import { nextNumber, takeTurn } from "./numbers.ts";
import type { Records } from "./store.ts";
import type { MeetingTable } from "./tables.ts";

async function withInvited(
  { db, organisation }: Records,
  rows: readonly Selectable<MeetingTable>[],
): Promise<readonly Meeting[]> {
  if (rows.length === 0) return [];
  const invited = await db
    .selectFrom("meeting_invited")
    .select(["meeting", "person"])
    .where("organisation", "=", organisation)
    .where(
      "meeting",
      "in",
      rows.map(({ number }) => number),
    )
    .orderBy("person")
    .execute();
  const byMeeting = Map.groupBy(invited, ({ meeting }) => meeting);
  return rows.map(({ reminders: kept, ...row }): Meeting => {
    const reminders = kept === null ? undefined : readReminders(kept);
    return {
      number: row.number,
      type: row.type,
      title: row.title,
      day: row.day as Day,
      fromMinute: row.from_minute,
      untilMinute: row.until_minute,
      place: row.place,
      ...(row.until_day !== null && { untilDay: row.until_day as Day }),
      ...(row.site_visit === 1 && { siteVisit: true }),
      ...(row.department !== "" && { department: row.department }),
      presider: row.presider,
      invited: (byMeeting.get(row.number) ?? []).map(({ person }) => person),
      plannedAt: new Date(row.planned_at),
      announcedAt: row.announced_at === null ? null : new Date(row.announced_at),
      cancelledAt: row.cancelled_at === null ? null : new Date(row.cancelled_at),
      sequence: row.sequence,
      ...(reminders && { reminders }),
    };
  });
}

/** Until the end of the transaction nobody else plans a meeting: two who plan the same one at once do not make two. */
export const takePlanning = (records: Records): Promise<void> => takeTurn(records, "meeting");

/** Writes a meeting down under the next number. `by`: who plans it, as the audit names them. */
export async function addMeeting(records: Records, given: PlannedMeeting, by: string, now: Date): Promise<Meeting> {
  const { db, organisation } = records;
  const number = await nextNumber(records, "meeting");
  await db
    .insertInto("meeting")
    .values({
      organisation,
      number,
      type: given.type,
      ...columnsOf(given),
      planned_by: by,
      planned_at: now.getTime(),
      cancelled_at: null,
      announced_at: null,
    })
    .execute();
  await addInvited(records, number, given.invited);
  return { ...given, number, plannedAt: now, announcedAt: null, cancelledAt: null, sequence: 0 };
}

export async function meetingNumbered(records: Records, number: number): Promise<Meeting | undefined> {
  const rows = await records.db
    .selectFrom("meeting")
    .selectAll()
    .where("organisation", "=", records.organisation)
    .where("number", "=", number)
    .execute();
  return (await withInvited(records, rows))[0];
}

/** The same, for whoever is going to change it: until the end of the transaction nobody else does. */
export async function takeMeeting(records: Records, number: number): Promise<Meeting | undefined> {
  const row = records.db
    .selectFrom("meeting")
    .selectAll()
    .where("organisation", "=", records.organisation)
    .where("number", "=", number);
  const rows = await (records.kind === "postgres" ? row.forUpdate() : row).execute();
  return (await withInvited(records, rows))[0];
}

/** Writes down how a meeting is now. `sequence`: see Meeting. */
export async function rewriteMeeting(
  records: Records,
  number: number,
  now: PlannedMeeting,
  sequence: number,
): Promise<void> {
  const { db, organisation } = records;
  await db
    .updateTable("meeting")
    .set({ ...columnsOf(now), sequence })
    .where("organisation", "=", organisation)
    .where("number", "=", number)
    .execute();
  await db
    .deleteFrom("meeting_invited")
    .where("organisation", "=", organisation)
    .where("meeting", "=", number)
    .execute();
  await addInvited(records, number, now.invited);
}

const columnsOf = ({
  title,
  day,
  untilDay,
  fromMinute,
  untilMinute,
  place,
  presider,
  siteVisit,
  department,
  reminders,
}: PlannedMeeting) => ({
  title,
  day,
  until_day: untilDay === undefined || untilDay === day ? null : untilDay,
  from_minute: fromMinute,
  until_minute: untilMinute,
  place,
  presider,
  site_visit: siteVisit ? 1 : 0,
  department: department ?? "",
  reminders: reminders ? showReminders(reminders) : null,
});

async function addInvited({ db, organisation }: Records, meeting: number, invited: readonly string[]): Promise<void> {
  if (invited.length === 0) return;
  await db
    .insertInto("meeting_invited")
    .values(invited.map((person) => ({ organisation, meeting, person })))
    .execute();
}

/** Meetings of these days, both included, that were not cancelled, in order. */
export async function meetingsBetween(records: Records, from: Day, until: Day): Promise<readonly Meeting[]> {
  const rows = await records.db
    .selectFrom("meeting")
    .selectAll()
    .where("organisation", "=", records.organisation)
    .where(({ fn }) => sql<boolean>`${fn.coalesce("until_day", "day")} >= ${from}`)
    .where("day", "<=", until)
    .where("cancelled_at", "is", null)
    .orderBy("day")
    .orderBy("from_minute")
    .orderBy("number")
    .execute();
  return withInvited(records, rows);
}

/** Meetings from a day on, in order; cancelled ones too. */
export async function everyMeetingSince(records: Records, from: Day): Promise<readonly Meeting[]> {
  const rows = await records.db
    .selectFrom("meeting")
    .selectAll()
    .where("organisation", "=", records.organisation)
    .where("day", ">=", from)
    .orderBy("day")
    .orderBy("from_minute")
    .orderBy("number")
    .execute();
  return withInvited(records, rows);
}

/** Whether a department holds another meeting of the type in the same year; `number`: the meeting itself. */
export async function heldThisYear(
  records: Records,
  given: Pick<PlannedMeeting, "type" | "day"> & { readonly department: string; readonly number: number | undefined },
): Promise<boolean> {
  const year = given.day.slice(0, 4);
  const all = await meetingsBetween(records, `${year}-01-01` as Day, `${year}-12-31` as Day);
  return all.some(
    ({ type, department, number }) => type === given.type && department === given.department && number !== given.number,
  );
}

/** False when there is none of that number that stands and was not announced before. */
export async function announceMeeting({ db, organisation }: Records, number: number, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("meeting")
    .set({ announced_at: now.getTime() })
    .where("organisation", "=", organisation)
    .where("number", "=", number)
    .where("announced_at", "is", null)
    .where("cancelled_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** False when there is none of that number that stands. */
export async function cancelMeeting({ db, organisation }: Records, number: number, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("meeting")
    .set(({ eb }) => ({ cancelled_at: now.getTime(), sequence: eb("sequence", "+", 1) }))
    .where("organisation", "=", organisation)
    .where("number", "=", number)
    .where("cancelled_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Keeps that somebody said that they come; false when they had said so before. */
export async function addReply(
  { db, organisation }: Records,
  meeting: number,
  person: string,
  now: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("meeting_reply")
    .values({ organisation, meeting, person, at: now.getTime() })
    .onConflict((conflict) => conflict.columns(["organisation", "meeting", "person"]).doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** What was said of coming is void: everybody is asked again. */
export async function forgetReplies({ db, organisation }: Records, meeting: number): Promise<void> {
  await db
    .deleteFrom("meeting_reply")
    .where("organisation", "=", organisation)
    .where("meeting", "=", meeting)
    .execute();
}

/** Who said that they come to a meeting. */
export async function repliesTo({ db, organisation }: Records, meeting: number): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom("meeting_reply")
    .select("person")
    .where("organisation", "=", organisation)
    .where("meeting", "=", meeting)
    .execute();
  return new Set(rows.map(({ person }) => person));
}
