import type { ClockItem } from "../meetings/agenda-clock.ts";
import { itemIn } from "./agendas.ts";
import type { Records } from "./store.ts";

const instant = (at: number | null): Date | null => (at === null ? null : new Date(at));

/** The items of a meeting's agenda in their order, with when each was begun and ended. */
export async function clockOf({ db, organisation }: Records, meeting: number): Promise<readonly ClockItem[]> {
  const rows = await db
    .selectFrom("meeting_item")
    .selectAll()
    .where("organisation", "=", organisation)
    .where("meeting", "=", meeting)
    .orderBy("position")
    .execute();
  return rows.map((row) => ({ ...itemIn(row), begunAt: instant(row.begun_at), endedAt: instant(row.ended_at) }));
}

/** Writes down when an item began and ended. */
export async function timeItem(
  { db, organisation }: Records,
  meeting: number,
  { position, begunAt, endedAt }: Pick<ClockItem, "position" | "begunAt" | "endedAt">,
): Promise<void> {
  await db
    .updateTable("meeting_item")
    .set({ begun_at: begunAt?.getTime() ?? null, ended_at: endedAt?.getTime() ?? null })
    .where("organisation", "=", organisation)
    .where("meeting", "=", meeting)
    .where("position", "=", position)
    .execute();
}
