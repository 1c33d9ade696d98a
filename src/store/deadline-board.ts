import type { Day } from "../dates.ts";
import type { Records } from "./store.ts";

/** What a department has to do, in numbers: `red` and `yellow` are among the open ones. */
export interface BoardRow {
  readonly department: string;
  readonly open: number;
  readonly red: number;
  readonly yellow: number;
}

/** The open ones by department, those with the most overdue first. `soon`: what is due by then has little time. */
export async function boardCounts({ db, organisation }: Records, today: Day, soon: Day): Promise<readonly BoardRow[]> {
  const rows = await db
    .selectFrom("deadline")
    .select(({ fn, eb }) => [
      "department",
      fn.countAll<number>().as("open"),
      fn.sum<number>(eb.case().when("due_until", "<", today).then(1).else(0).end()).as("red"),
      fn
        .sum<number>(
          eb
            .case()
            .when("due_from", "is", null)
            .then(1)
            .when(eb.and([eb("due_until", ">=", today), eb("due_from", "<=", soon)]))
            .then(1)
            .else(0)
            .end(),
        )
        .as("yellow"),
    ])
    .where("organisation", "=", organisation)
    .where("status", "=", "open")
    .groupBy("department")
    .execute();
  return rows
    .map(({ department, open, red, yellow }) => ({
      department,
      open: Number(open),
      red: Number(red),
      yellow: Number(yellow),
    }))
    .toSorted(
      (one, other) => other.red - one.red || other.yellow - one.yellow || (one.department < other.department ? -1 : 1),
    );
}
