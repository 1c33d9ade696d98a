import type { Day } from "../dates.ts";
import type { CountedUp, Finished, Numbers } from "../deadlines/circulation.ts";
import type { Records } from "./store.ts";

/** What was received and finished in a time, both days included, and what is open and overdue now; of one department or all. */
export async function numbersBetween(
  { db, organisation }: Records,
  { from, until, today, since, before, department }: Between,
): Promise<Numbers> {
  const rows = () => {
    const all = db.selectFrom("deadline").where("deadline.organisation", "=", organisation);
    return department === undefined ? all : all.where("deadline.department", "=", department);
  };
  const received = await rows()
    .select(({ fn }) => ["department", fn.countAll<number>().as("count")])
    .where("received_on", ">=", from)
    .where("received_on", "<=", until)
    .where("status", "!=", "withdrawn")
    .groupBy("department")
    .execute();
  const finished = await rows()
    .select(({ fn, eb }) => [
      "department",
      "received_on",
      "finished_on",
      eb
        .case()
        .when("due_until", "is", null)
        .then("no-day")
        .when("finished_on", "<=", eb.ref("due_until"))
        .then("in-time")
        .else("late")
        .end()
        .as("verdict"),
      fn.countAll<number>().as("count"),
    ])
    .where("finished_on", ">=", from)
    .where("finished_on", "<=", until)
    .where("status", "=", "done")
    .groupBy(["department", "received_on", "finished_on", "verdict"])
    .execute();
  const open = await rows()
    .select(({ fn }) => ["department", fn.countAll<number>().as("count")])
    .where("status", "=", "open")
    .groupBy("department")
    .execute();
  const overdue = await rows()
    .select(({ fn }) => ["department", fn.countAll<number>().as("count")])
    .where("status", "=", "open")
    .where("due_from", "<", today)
    .where("due_until", "<", today)
    .groupBy("department")
    .execute();
  const extended = await rows()
    .innerJoin("deadline_step", (join) =>
      join
        .onRef("deadline_step.organisation", "=", "deadline.organisation")
        .onRef("deadline_step.deadline", "=", "deadline.number"),
    )
    .select(({ fn }) => ["department", fn.count<number>("deadline.number").distinct().as("count")])
    .where("deadline_step.organisation", "=", organisation)
    .where("step", "=", "extended")
    .where("deadline_step.at", ">=", since.getTime())
    .where("deadline_step.at", "<", before.getTime())
    .groupBy("department")
    .execute();
  return {
    received: received.map(numbered),
    finished: finished.flatMap(({ received_on, finished_on, verdict, ...each }) =>
      finished_on === null
        ? []
        : {
            ...numbered(each),
            receivedOn: received_on as Day,
            finishedOn: finished_on as Day,
            verdict: verdict as Finished["verdict"],
          },
    ),
    open: open.map(numbered),
    overdue: overdue.map(numbered),
    extended: extended.map(numbered),
  };
}

export interface Between {
  readonly from: Day;
  readonly until: Day;
  readonly today: Day;
  /** The instants at which the first day begins and the last one is over. */
  readonly since: Date;
  readonly before: Date;
  readonly department?: string;
}

const numbered = ({
  department,
  count,
}: {
  readonly department: string;
  readonly count: number | string;
}): CountedUp => ({
  department,
  count: Number(count),
});
