import type { AttendanceState, Recorded } from "../meetings/attendance.ts";
import type { Records } from "./store.ts";

/** What is recorded of those who were called to a meeting, by their ids. */
export async function attendanceAt(
  { db, organisation }: Records,
  meeting: number,
): Promise<ReadonlyMap<string, Recorded>> {
  const rows = await db
    .selectFrom("meeting_attendance")
    .select(["person", "state", "at", "by"])
    .where("organisation", "=", organisation)
    .where("meeting", "=", meeting)
    .execute();
  return new Map(
    rows.map(({ person, state, at, by }) => [person, { state: state as AttendanceState, at: new Date(at), by }]),
  );
}

/** Records somebody of whom nothing is recorded; false where something is: that stays. */
export async function addAttendance(
  { db, organisation }: Records,
  meeting: number,
  person: string,
  { state, at, by }: Recorded,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("meeting_attendance")
    .values({ organisation, meeting, person, state, at: at.getTime(), by })
    .onConflict((conflict) => conflict.columns(["organisation", "meeting", "person"]).doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Records somebody, whatever was recorded before. */
export async function putAttendance(
  { db, organisation }: Records,
  meeting: number,
  person: string,
  { state, at, by }: Recorded,
): Promise<void> {
  const values = { state, at: at.getTime(), by };
  await db
    .insertInto("meeting_attendance")
    .values({ organisation, meeting, person, ...values })
    .onConflict((conflict) => conflict.columns(["organisation", "meeting", "person"]).doUpdateSet(values))
    .execute();
}

/** Whoever was there early was there for another time than the one that holds now. */
export async function forgetAttendance({ db, organisation }: Records, meeting: number): Promise<void> {
  await db
    .deleteFrom("meeting_attendance")
    .where("organisation", "=", organisation)
    .where("meeting", "=", meeting)
    .execute();
}
