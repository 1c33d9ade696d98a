import type { Day } from "../dates.ts";
import type { Deadline } from "../deadlines/deadline.ts";
import type { DueDay } from "../deadlines/due.ts";
import { deadlinesIn, inDepartments } from "./deadlines.ts";
import type { Records } from "./store.ts";

/** Open ones that were counted in the same way: from the same day on, so many working days, with the same result. */
export interface Counted {
  readonly receivedOn: Day;
  readonly days: number;
  readonly countFirst: boolean;
  readonly due: DueDay;
}

/** Every way in which an open one was counted: far fewer than there are open ones. */
export async function waysCounted({ db, organisation }: Records): Promise<readonly Counted[]> {
  const rows = await db
    .selectFrom("deadline")
    .select(["received_on", "days", "count_first", "due_from", "due_until"])
    .distinct()
    .where("organisation", "=", organisation)
    .where("status", "=", "open")
    .where("days", "is not", null)
    .execute();
  return rows.flatMap(({ received_on, days, count_first, due_from, due_until }) =>
    days === null || due_from === null || due_until === null
      ? []
      : {
          receivedOn: received_on as Day,
          days,
          countFirst: count_first === 1,
          due: { from: due_from as Day, until: due_until as Day },
        },
  );
}

/** The open ones that were counted in one way, at most so many; until the end of the transaction nobody else changes them. */
export async function countedIn(
  { db, organisation, kind }: Records,
  { receivedOn, days, countFirst, due }: Counted,
  most: number,
): Promise<readonly Deadline[]> {
  const rows = db
    .selectFrom("deadline")
    .selectAll()
    .where("organisation", "=", organisation)
    .where("status", "=", "open")
    .where("received_on", "=", receivedOn)
    .where("days", "=", days)
    .where("count_first", "=", countFirst ? 1 : 0)
    .where("due_from", "=", due.from)
    .where("due_until", "=", due.until)
    .orderBy("number")
    .limit(most);
  return deadlinesIn(await (kind === "postgres" ? rows.forUpdate() : rows).execute());
}

/** Open ones that were counted anew by a count of all: of somebody, of some departments, or all of them. */
export async function recountedBy(
  { db, organisation }: Records,
  by: string,
  of: { readonly owner?: string; readonly departments?: readonly string[] } = {},
): Promise<readonly Deadline[]> {
  let rows = db
    .selectFrom("deadline")
    .selectAll()
    .where("organisation", "=", organisation)
    .where("recounted", "=", by)
    .where("status", "=", "open");
  if (of.owner !== undefined) rows = rows.where("owner", "=", of.owner);
  if (of.departments) rows = rows.where((row) => inDepartments(row, of.departments ?? []));
  return deadlinesIn(await rows.orderBy("due_from").orderBy("number").execute());
}

/** Of whom and in which departments open ones were counted anew. */
export async function recountedOf(
  { db, organisation }: Records,
  by: string,
): Promise<readonly { readonly owner: string | null; readonly department: string }[]> {
  return db
    .selectFrom("deadline")
    .select(["owner", "department"])
    .distinct()
    .where("organisation", "=", organisation)
    .where("recounted", "=", by)
    .where("status", "=", "open")
    .execute();
}
