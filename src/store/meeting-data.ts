import type { Records } from "./store.ts";

/** What is kept of a person in agendas and minutes; invitations and replies are told with their leave. */
export async function exportMeetings({ db, organisation }: Records, id: string): Promise<Record<string, unknown>> {
  const items = await db
    .selectFrom("meeting_item")
    .select(["meeting", "position", "title"])
    .where("organisation", "=", organisation)
    .where((row) => row.or([row("reporter", "=", id), row("leader", "=", id)]))
    .orderBy("meeting")
    .orderBy("position")
    .execute();
  const minutes = await db
    .selectFrom("meeting_minutes_step")
    .select(["meeting", "step", "at", "words", "fact"])
    .where("organisation", "=", organisation)
    .where("person", "=", id)
    .orderBy("meeting")
    .orderBy("position")
    .execute();
  // of files that they brought, that they did: what is in them is the office's, as the words of minutes are
  const files = await db
    .selectFrom("draft_file")
    .select(["meeting", "version", "name", "media_type", "size", "sha256", "at"])
    .where("organisation", "=", organisation)
    .where("brought_by", "=", id)
    .orderBy("meeting")
    .orderBy("version")
    .execute();
  const feed = await db
    .selectFrom("calendar_feed")
    .select(["created_at", "fetched_on"])
    .where("organisation", "=", organisation)
    .where("person", "=", id)
    .executeTakeFirst();
  return { items, minutes, files, calendarLink: feed ?? null };
}

/**
 * Takes a person out of agendas, and their remarks out of minutes. That they reviewed or signed stays under their number:
 * it is what the office issued them by. The same holds for the files that they brought, which are the office's; what they
 * called them may be about them, and what never went on is only theirs.
 */
export async function eraseMeetings({ db, organisation }: Records, id: string): Promise<void> {
  await db
    .deleteFrom("draft_file")
    .where("organisation", "=", organisation)
    .where("brought_by", "=", id)
    .where("sent", "=", 0)
    .execute();
  const brought = await db
    .selectFrom("draft_file")
    .select(["meeting", "version", "name"])
    .where("organisation", "=", organisation)
    .where("brought_by", "=", id)
    .execute();
  for (const { meeting, version, name } of brought)
    await db
      .updateTable("draft_file")
      .set({ name: `minutes-${meeting}${name.match(/\.\w+$/u)?.[0] ?? ""}` })
      .where("organisation", "=", organisation)
      .where("meeting", "=", meeting)
      .where("version", "=", version)
      .execute();
  for (const role of ["reporter", "leader"] as const)
    await db
      .updateTable("meeting_item")
      .set({ [role]: null })
      .where("organisation", "=", organisation)
      .where(role, "=", id)
      .execute();
  await db.deleteFrom("calendar_feed").where("organisation", "=", organisation).where("person", "=", id).execute();
  await db
    .updateTable("meeting_minutes_step")
    .set({ words: "" })
    .where("organisation", "=", organisation)
    .where("person", "=", id)
    .execute();
}
