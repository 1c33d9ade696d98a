import { personName } from "../office/people.ts";
import { chooseEveryMorning } from "./deadline-mornings.ts";
import type { Records } from "./store.ts";

/** What is kept of a person in what is followed up: what they have to do, had followed up or assigned, and what they did. */
export async function exportDeadlines({ db, organisation }: Records, id: string): Promise<Record<string, unknown>> {
  const concerned = await db
    .selectFrom("deadline")
    .select(["number", "kind", "title", "department", "owner", "leader", "added_by", "status", "due_from", "due_until"])
    .where("organisation", "=", organisation)
    .where((row) =>
      row.or([row("owner", "=", id), row("leader", "=", id), row("added_by", "=", id), row("asked_by", "=", id)]),
    )
    .orderBy("number")
    .execute();
  const steps = await db
    .selectFrom("deadline_step")
    .select(["deadline", "step", "at", "words", "details"])
    .where("organisation", "=", organisation)
    .where("by", "=", personName(id))
    .orderBy("deadline")
    .orderBy("position")
    .execute();
  const person = await db
    .selectFrom("person")
    .select("every_morning")
    .where("organisation", "=", organisation)
    .where("id", "=", id)
    .executeTakeFirst();
  return { concerned, steps, everyMorning: person?.every_morning === 1 };
}

/**
 * Takes a person out of what is still to be done: their department's head is reminded in their place. That they assigned
 * it, had it followed up or did something with it stays under their number; their words about it do not.
 */
export async function eraseDeadlines(records: Records, id: string): Promise<void> {
  await chooseEveryMorning(records, id, false);
  const { db, organisation } = records;
  await db
    .updateTable("deadline")
    .set({ owner: null })
    .where("organisation", "=", organisation)
    .where("owner", "=", id)
    .execute();
  await db
    .updateTable("deadline_step")
    .set({ words: "" })
    .where("organisation", "=", organisation)
    .where("by", "=", personName(id))
    .execute();
}
