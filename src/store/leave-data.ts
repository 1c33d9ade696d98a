import { cardOf } from "../leave/leave.ts";
import { personName } from "../office/people.ts";
import type { Records } from "./store.ts";

/** What is kept of a person's leave: their requests with what was said about them, corrections, meetings, reminders. */
export async function exportLeave({ db, organisation }: Records, id: string): Promise<Record<string, unknown>> {
  const requests = await db
    .selectFrom("leave")
    .selectAll()
    .where("organisation", "=", organisation)
    .where((row) =>
      row.or([
        row("person", "=", id),
        row("approver", "=", id),
        row("decided_by", "=", id),
        row("substitute", "=", id),
        row("returned_by", "=", id),
      ]),
    )
    .orderBy("number")
    .execute();
  // of other people's leave only what this person has to do with it: their reasons are not this person's data
  const own = requests.filter(({ person }) => person === id);
  const others = requests
    .filter(({ person }) => person !== id)
    .map(({ number, status, approver, decided_by, decided_at, substitute, returned_by }) => ({
      number,
      status,
      ...(approver === id ? { approver } : {}),
      ...(decided_by === id ? { decided_by, decided_at } : {}),
      ...(substitute === id ? { substitute } : {}),
      ...(returned_by === id ? { returned_by } : {}),
    }));
  const words = await db
    .selectFrom("leave_word")
    .innerJoin("leave", (join) =>
      join.onRef("leave.organisation", "=", "leave_word.organisation").onRef("leave.number", "=", "leave_word.leave"),
    )
    .selectAll("leave_word")
    .where("leave_word.organisation", "=", organisation)
    .where((row) => row.or([row("leave_word.person", "=", id), row("leave.person", "=", id)]))
    .orderBy("leave_word.leave")
    .orderBy("leave_word.position")
    .execute();
  const corrections = await db
    .selectFrom("leave_correction")
    .selectAll()
    .where("organisation", "=", organisation)
    .where("person", "=", id)
    .orderBy("number")
    .execute();
  const invitations = await db
    .selectFrom("meeting_invited")
    .select("meeting")
    .where("organisation", "=", organisation)
    .where("person", "=", id)
    .orderBy("meeting")
    .execute();
  const replies = await db
    .selectFrom("meeting_reply")
    .select(["meeting", "at"])
    .where("organisation", "=", organisation)
    .where("person", "=", id)
    .orderBy("meeting")
    .execute();
  const attendance = await db
    .selectFrom("meeting_attendance")
    .select(["meeting", "state", "at", "by"])
    .where("organisation", "=", organisation)
    .where("person", "=", id)
    .orderBy("meeting")
    .execute();
  const reminders = await db
    .selectFrom("reminder")
    .select(["kind", "subject", "meant_for", "done_at"])
    .where("organisation", "=", organisation)
    .where("recipient", "=", personName(id))
    .orderBy("meant_for")
    .execute();
  return {
    own,
    others,
    words,
    corrections,
    invitations: invitations.map(({ meeting }) => meeting),
    replies,
    attendance,
    reminders,
  };
}

/**
 * Takes a person's words out of their leave: why and where to, what was said about it, what they said to reports.
 * Requests that wait end; the rows stay under the person's number, so that a report of the time still adds up, and so does
 * who was at a meeting: that holds no words.
 */
export async function eraseLeave({ db, organisation }: Records, id: string): Promise<void> {
  const own = await db
    .selectFrom("leave")
    .select(["number", "status"])
    .where("organisation", "=", organisation)
    .where("person", "=", id)
    .execute();
  const numbers = own.map(({ number }) => number);
  if (numbers.length > 0) {
    await db.deleteFrom("leave_word").where("organisation", "=", organisation).where("leave", "in", numbers).execute();
    await db
      .updateTable("leave")
      .set({ place: "", reason: "", event: "", title: "", purpose: null })
      .where("organisation", "=", organisation)
      .where("person", "=", id)
      .execute();
    await db
      .updateTable("leave")
      .set((row) => ({ status: "withdrawn", version: row("version", "+", 1) }))
      .where("organisation", "=", organisation)
      .where("person", "=", id)
      .where("status", "in", ["draft", "asked", "questioned"])
      .execute();
    await db
      .deleteFrom("reminder")
      .where("organisation", "=", organisation)
      .where("subject", "in", numbers.map(cardOf))
      .where("done_at", "is", null)
      .execute();
  }
  await db
    .updateTable("leave_correction")
    .set({ words: "" })
    .where("organisation", "=", organisation)
    .where("person", "=", id)
    .execute();
  await db.deleteFrom("meeting_invited").where("organisation", "=", organisation).where("person", "=", id).execute();
  await db.deleteFrom("meeting_reply").where("organisation", "=", organisation).where("person", "=", id).execute();
  // what others wait for goes on; whom it is for is found out when its time comes
  await db
    .updateTable("reminder")
    .set({ recipient: "" })
    .where("organisation", "=", organisation)
    .where("recipient", "=", personName(id))
    .execute();
}
