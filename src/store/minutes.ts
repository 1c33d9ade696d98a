import type { MinutesOnWay, MinutesStatus, MinutesStep, Outcome } from "../meetings/minutes-course.ts";
import type { Records } from "./store.ts";

/** The minutes of a meeting. Until the end of the transaction nobody else changes them, where it is going to be done. */
export async function minutesOf(
  { db, organisation, kind }: Records,
  meeting: number,
  { take = false } = {},
): Promise<MinutesOnWay | undefined> {
  const found = db
    .selectFrom("meeting_minutes")
    .selectAll()
    .where("organisation", "=", organisation)
    .where("meeting", "=", meeting);
  const row = await (take && kind === "postgres" ? found.forUpdate() : found).executeTakeFirst();
  return (
    row && {
      meeting,
      status: row.status as MinutesStatus,
      round: row.round,
      outcome: row.outcome as Outcome,
      text: row.text,
      link: row.link,
      subjects: JSON.parse(row.subjects) as readonly string[],
      draftedBy: row.drafted_by,
      reviewer: row.reviewer,
      signer: row.signer,
      reviewFact: row.review_fact,
      signFact: row.sign_fact,
      rulebook: row.rulebook,
      published: row.published as MinutesOnWay["published"],
      file: row.file,
    }
  );
}

/**
 * Has the minutes of meetings to itself until the transaction ends, and tells of which somebody else has them. On SQLite,
 * which lets one write at a time, nobody does.
 */
export async function holdMinutes(
  { db, organisation, kind }: Records,
  meetings: readonly number[],
): Promise<readonly number[]> {
  if (kind === "sqlite" || meetings.length === 0) return [];
  const some = db
    .selectFrom("meeting_minutes")
    .select("meeting")
    .where("organisation", "=", organisation)
    .where("meeting", "in", meetings);
  const held = new Set((await some.forUpdate().skipLocked().execute()).map(({ meeting }) => meeting));
  return (await some.execute()).map(({ meeting }) => meeting).filter((meeting) => !held.has(meeting));
}

/** Writes minutes down as they are now. */
export async function putMinutes({ db, organisation }: Records, minutes: MinutesOnWay): Promise<void> {
  const { meeting, status, round, outcome, text, link, reviewer, signer, rulebook, published, file } = minutes;
  const values = {
    ...{ status, round, outcome, text, link, reviewer, signer, rulebook, published, file },
    subjects: JSON.stringify(minutes.subjects),
    drafted_by: minutes.draftedBy,
    review_fact: minutes.reviewFact,
    sign_fact: minutes.signFact,
  };
  await db
    .insertInto("meeting_minutes")
    .values({ organisation, meeting, ...values })
    .onConflict((conflict) => conflict.columns(["organisation", "meeting"]).doUpdateSet(values))
    .execute();
}

/** Adds what was done with minutes. */
export async function addMinutesStep(
  records: Records,
  { meeting, rulebook }: Pick<MinutesOnWay, "meeting" | "rulebook">,
  { step, person, at, words, fact }: MinutesStep,
): Promise<void> {
  const { db, organisation } = records;
  const position = (await minutesSteps(records, meeting)).length + 1;
  await db
    .insertInto("meeting_minutes_step")
    .values({ organisation, meeting, position, step, person, at: at.getTime(), words, fact, rulebook })
    .execute();
}

/** Everything that was done with the minutes of a meeting, in order. */
export async function minutesSteps({ db, organisation }: Records, meeting: number): Promise<readonly MinutesStep[]> {
  const rows = await db
    .selectFrom("meeting_minutes_step")
    .select(["step", "person", "at", "words", "fact"])
    .where("organisation", "=", organisation)
    .where("meeting", "=", meeting)
    .orderBy("position")
    .execute();
  return rows.map(({ at, ...row }) => ({ ...row, step: row.step as MinutesStep["step"], at: new Date(at) }));
}
