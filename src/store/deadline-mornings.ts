import type { Day } from "../dates.ts";
import type { Deadline } from "../deadlines/deadline.ts";
import type { Morning } from "../deadlines/morning.ts";
import { deadlinesIn, inDepartments } from "./deadlines.ts";
import type { Records } from "./store.ts";

// What a morning is about is found by four questions, each of which an index answers; together in one, none would.

const parts = ["none", "due", "overdue", "woken"] as const;

/** Of whom: somebody by name; some departments; what may stand in a channel, only of some departments or without some. */
export type Of =
  | { readonly owner: string }
  | { readonly departments: readonly string[] }
  | { readonly channel: true; readonly only?: readonly string[]; readonly without?: readonly string[] };

function part({ db, organisation }: Records, which: (typeof parts)[number], { since, today, dueOn }: Morning) {
  const open = db
    .selectFrom("deadline")
    .where("organisation", "=", organisation)
    .where("status", "=", "open")
    .where((row) => row.or([row("snoozed_until", "is", null), row("snoozed_until", "<=", today)]));
  switch (which) {
    case "none":
      return open
        .where("due_from", "is", null)
        .where((row) => row.or([row("kind", "=", "document"), row("snoozed_until", ">", since)]));
    case "due":
      return open.where("due_from", "in", dueOn.length > 0 ? dueOn : [""]).where("due_until", ">=", today);
    case "overdue":
      return open.where("due_from", "<", today).where("due_until", "<", today);
    case "woken":
      return open
        .where("snoozed_until", ">", since)
        .where("snoozed_until", "<=", today)
        .where("due_until", ">=", today);
  }
}

/** Whose morning it is: by whom and in which department something is to be said, and whether any of it is overdue. */
export async function concernedIn(
  records: Records,
  morning: Morning,
): Promise<readonly { readonly owner: string | null; readonly department: string; readonly overdue: boolean }[]> {
  const found = new Map<string, { owner: string | null; department: string; overdue: boolean }>();
  for (const which of parts) {
    const rows = await part(records, which, morning)
      .select(["owner", "department"])
      .groupBy(["owner", "department"])
      .execute();
    for (const { owner, department } of rows) {
      const key = `${department}\n${owner}`;
      const overdue = which === "overdue" || (found.get(key)?.overdue ?? false);
      found.set(key, { owner, department, overdue });
    }
  }
  return [...found.values()];
}

/** What is to be said of it, the most urgent first; at most so many of each of the four. */
export async function saidIn(records: Records, morning: Morning, of: Of, most: number): Promise<readonly Deadline[]> {
  const found = new Map<number, Deadline>();
  if ("departments" in of && of.departments.length === 0) return [];
  for (const which of ["overdue", "due", "none", "woken"] as const) {
    let rows = part(records, which, morning);
    if ("owner" in of) rows = rows.where("owner", "=", of.owner);
    if ("departments" in of) rows = rows.where((row) => inDepartments(row, of.departments));
    if ("channel" in of) rows = rows.where("in_channel", "=", 1);
    if ("channel" in of && of.only) rows = rows.where("department", "in", [...of.only, ""]);
    if ("channel" in of && of.without) rows = rows.where("department", "not in", [...of.without, ""]);
    const some = await rows
      .selectAll()
      .orderBy("due_from", (order) => order.asc().nullsFirst())
      .orderBy("number")
      .limit(most)
      .execute();
    for (const each of deadlinesIn(some)) found.set(each.number, each);
  }
  return [...found.values()];
}

/**
 * What has no day and was asked about by a day is thought of again on another, not every morning. Whatever somebody has in
 * hand at this moment is left to the next morning.
 */
export async function thinkAgain({ db, organisation, kind }: Records, asked: Day, next: Day): Promise<void> {
  const rows = db
    .selectFrom("deadline")
    .select("number")
    .where("organisation", "=", organisation)
    .where("status", "=", "open")
    .where("due_from", "is", null)
    .where("kind", "!=", "document")
    .where((row) => row.or([row("snoozed_until", "is", null), row("snoozed_until", "<=", asked)]));
  await db
    .updateTable("deadline")
    .set((row) => ({ snoozed_until: next, version: row("version", "+", 1) }))
    .where("organisation", "=", organisation)
    .where("number", "in", kind === "postgres" ? rows.forUpdate().skipLocked() : rows)
    .execute();
}

/** What waits for a yes or no: another day that is asked for, another department that it is offered to. */
export async function waitingIn({ db, organisation }: Records): Promise<readonly Deadline[]> {
  const found = new Map<number, Deadline>();
  for (const column of ["asked_until", "handed_to"] as const) {
    const rows = await db
      .selectFrom("deadline")
      .selectAll()
      .where("organisation", "=", organisation)
      .where(column, "is not", null)
      .where("status", "=", "open")
      .orderBy("number")
      .limit(mostWaiting)
      .execute();
    for (const each of deadlinesIn(rows)) found.set(each.number, each);
  }
  return [...found.values()].sort((one, other) => one.number - other.number);
}

const mostWaiting = 1000;

/** How many are overdue since a day or before, by department, the most first. */
export async function overdueByDepartment(
  { db, organisation }: Records,
  until: Day,
): Promise<readonly { readonly department: string; readonly count: number }[]> {
  const rows = await db
    .selectFrom("deadline")
    .select(({ fn }) => ["department", fn.countAll<number>().as("count")])
    .where("organisation", "=", organisation)
    .where("status", "=", "open")
    .where("due_from", "<=", until)
    .where("due_until", "<=", until)
    .groupBy("department")
    .orderBy("count", "desc")
    .orderBy("department")
    .execute();
  return rows.map(({ department, count }) => ({ department, count: Number(count) }));
}

/** Who wants a message on every working morning, also when nothing is due: their ids. */
export async function everyMorning({ db, organisation }: Records): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("person")
    .select("id")
    .where("organisation", "=", organisation)
    .where("every_morning", "=", 1)
    .where("erased_at", "is", null)
    .execute();
  return rows.map(({ id }) => id).sort();
}

export async function chooseEveryMorning({ db, organisation }: Records, id: string, wanted: boolean): Promise<void> {
  await db
    .updateTable("person")
    .set({ every_morning: wanted ? 1 : 0 })
    .where("organisation", "=", organisation)
    .where("id", "=", id)
    .execute();
}
