import type { ExpressionBuilder, Selectable } from "kysely";
import type { Day } from "../dates.ts";
import type { Deadline, DeadlineKind, DeadlineStatus } from "../deadlines/deadline.ts";
import type { DueDay } from "../deadlines/due.ts";
import type { DeadlineStep } from "../deadlines/step.ts";
import { nextNumber } from "./numbers.ts";
import type { Records } from "./store.ts";
import type { DeadlineTable, Tables } from "./tables.ts";

/** As somebody has it followed up. */
export type NewDeadline = Omit<Deadline, "number" | "version">;

/** Writes it down under the next number. */
export async function addDeadline(records: Records, given: NewDeadline): Promise<Deadline> {
  const { db, organisation } = records;
  const deadline = { ...given, number: await nextNumber(records, "deadline"), version: 1 };
  await db
    .insertInto("deadline")
    .values({ organisation, number: deadline.number, ...columnsOf(deadline) })
    .execute();
  return deadline;
}

export async function deadlineNumbered(records: Records, number: number): Promise<Deadline | undefined> {
  const { db, organisation } = records;
  const row = await db
    .selectFrom("deadline")
    .selectAll()
    .where("organisation", "=", organisation)
    .where("number", "=", number)
    .executeTakeFirst();
  return row && read(row);
}

/** The same, for whoever is going to change it: until the end of the transaction nobody else does. */
export async function takeDeadline(records: Records, number: number): Promise<Deadline | undefined> {
  const { db, organisation, kind } = records;
  const found = db
    .selectFrom("deadline")
    .selectAll()
    .where("organisation", "=", organisation)
    .where("number", "=", number);
  const row = await (kind === "postgres" ? found.forUpdate() : found).executeTakeFirst();
  return row && read(row);
}

/** The open ones about which departments are consulted for another; until the end of the transaction nobody else changes them. */
export async function takeConsulted({ db, organisation, kind }: Records, parent: number): Promise<readonly Deadline[]> {
  const found = db
    .selectFrom("deadline")
    .selectAll()
    .where("organisation", "=", organisation)
    .where("parent", "=", parent)
    .where("status", "=", "open")
    .orderBy("number");
  return deadlinesIn(await (kind === "postgres" ? found.forUpdate() : found).execute());
}

/**
 * Writes down how it is now, under its next version. It has been taken before: what somebody else has done with it since
 * it was read would be lost.
 */
export async function rewriteDeadline({ db, organisation }: Records, deadline: Deadline): Promise<Deadline> {
  const now = { ...deadline, version: deadline.version + 1 };
  await db
    .updateTable("deadline")
    .set(columnsOf(now))
    .where("organisation", "=", organisation)
    .where("number", "=", now.number)
    .execute();
  return now;
}

/** One department by its name: an index has its rows in the order that is wanted. */
export function inDepartments(row: ExpressionBuilder<Tables, "deadline">, departments: readonly string[]) {
  const [department, ...others] = departments;
  return department !== undefined && others.length === 0
    ? row("department", "=", department)
    : row("department", "in", [...departments, ""]);
}

/** Which of them: all that is given must hold. */
export interface Which {
  readonly status?: DeadlineStatus;
  /** Those of a person: theirs by name. */
  readonly owner?: string;
  readonly departments?: readonly string[];
  /** Only those for which nobody is named. */
  readonly unowned?: true;
  /** Those whose earliest day is one of these … */
  readonly dueOn?: readonly Day[];
  /** … or whose latest day lies before this one. */
  readonly overdueBy?: Day;
  /** Only what is due at a time of day. */
  readonly timed?: true;
  readonly parent?: number;
  readonly leader?: string;
  readonly reference?: string;
  readonly title?: string;
  readonly receivedOn?: Day;
  /** None that is no longer followed up. */
  readonly followed?: true;
}

function those({ db, organisation }: Records, which: Which) {
  let found = db.selectFrom("deadline").where("organisation", "=", organisation);
  if (which.status !== undefined) found = found.where("status", "=", which.status);
  if (which.owner !== undefined) found = found.where("owner", "=", which.owner);
  if (which.leader !== undefined) found = found.where("leader", "=", which.leader);
  const { departments } = which;
  if (departments) found = found.where((row) => inDepartments(row, departments));
  if (which.unowned) found = found.where("owner", "is", null);
  if (which.reference !== undefined) found = found.where("reference", "=", which.reference);
  if (which.title !== undefined) found = found.where("title", "=", which.title);
  if (which.receivedOn !== undefined) found = found.where("received_on", "=", which.receivedOn);
  if (which.timed) found = found.where("due_minute", "is not", null);
  if (which.followed) found = found.where("status", "!=", "withdrawn");
  if (which.parent !== undefined) found = found.where("parent", "=", which.parent);
  const { dueOn, overdueBy } = which;
  if (dueOn || overdueBy !== undefined)
    found = found.where((row) =>
      row.or([
        ...(dueOn && dueOn.length > 0 ? [row("due_from", "in", dueOn)] : []),
        // what is overdue was due earlier too: the index is by that day
        ...(overdueBy === undefined
          ? []
          : [row.and([row("due_from", "<", overdueBy), row("due_until", "<", overdueBy)])]),
      ]),
    );
  return found;
}

/** In the order of their days, those without a day first; at most so many. */
export async function deadlinesWhere(records: Records, which: Which, most: number): Promise<readonly Deadline[]> {
  const rows = await those(records, which)
    .selectAll()
    .orderBy("due_from", (order) => order.asc().nullsFirst())
    .orderBy("number")
    .limit(most)
    .execute();
  return rows.map(read);
}

/** How many there are; with `most` nobody counts further than that. */
export async function countDeadlines(records: Records, which: Which, most?: number): Promise<number> {
  if (most !== undefined) return (await those(records, which).select("number").limit(most).execute()).length;
  const row = await those(records, which)
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** What was done with it, the first first. */
export async function stepsOf({ db, organisation }: Records, number: number): Promise<readonly DeadlineStep[]> {
  const rows = await db
    .selectFrom("deadline_step")
    .select(["step", "by", "at", "words", "details"])
    .where("organisation", "=", organisation)
    .where("deadline", "=", number)
    .orderBy("position")
    .execute();
  return rows.map(({ step, by, at, words, details }) => ({
    step: step as DeadlineStep["step"],
    by,
    at: new Date(at),
    words,
    details: JSON.parse(details) as DeadlineStep["details"],
  }));
}

export async function addDeadlineStep(
  { db, organisation }: Records,
  number: number,
  { step, by, at, words, details }: DeadlineStep,
): Promise<void> {
  await db
    .insertInto("deadline_step")
    .values((row) => ({
      organisation,
      deadline: number,
      position: row
        .selectFrom("deadline_step")
        .select(({ fn }) => fn.countAll<number>().as("position"))
        .where("organisation", "=", organisation)
        .where("deadline", "=", number),
      step,
      by,
      at: at.getTime(),
      words,
      details: JSON.stringify(details),
    }))
    .execute();
}

function columnsOf(given: Deadline) {
  return {
    kind: given.kind,
    title: given.title,
    reference: given.reference,
    handed_by: given.from,
    link: given.link,
    department: given.department,
    owner: given.owner,
    leader: given.leader,
    collected: given.collected ? 1 : 0,
    category: given.category,
    explained: given.explained,
    received_on: given.receivedOn,
    count_first: given.countFirst ? 1 : 0,
    days: given.days,
    due_from: given.due?.from ?? null,
    due_until: given.due?.until ?? null,
    due_minute: given.dueMinute,
    first_due_from: given.firstDue?.from ?? null,
    first_due_until: given.firstDue?.until ?? null,
    status: given.status,
    finished_on: given.finishedOn,
    result: given.result,
    reported_at: given.reportedAt?.getTime() ?? null,
    handed_to: given.handedTo,
    asked_until: given.asked?.until ?? null,
    asked_by: given.asked?.by ?? null,
    recounted: given.recounted?.by ?? null,
    recounted_from: given.recounted?.before.from ?? null,
    recounted_until: given.recounted?.before.until ?? null,
    snoozed_until: given.snoozedUntil,
    parent: given.parent,
    meeting: given.meeting,
    in_channel: given.inChannel ? 1 : 0,
    added_by: given.addedBy,
    added_at: given.addedAt.getTime(),
    version: given.version,
  };
}

const dueDay = (from: string | null, until: string | null): DueDay | null =>
  from === null || until === null ? null : { from: from as Day, until: until as Day };

/** Rows of the table, as what they are about. */
export const deadlinesIn = (rows: readonly Selectable<DeadlineTable>[]): readonly Deadline[] => rows.map(read);

function recountedIn(row: Selectable<DeadlineTable>): Deadline["recounted"] {
  const before = dueDay(row.recounted_from, row.recounted_until);
  return row.recounted === null || before === null ? null : { before, by: row.recounted };
}

function read(row: Selectable<DeadlineTable>): Deadline {
  return {
    number: row.number,
    kind: row.kind as DeadlineKind,
    title: row.title,
    reference: row.reference,
    from: row.handed_by,
    link: row.link,
    department: row.department,
    owner: row.owner,
    leader: row.leader,
    collected: row.collected === 1,
    category: row.category,
    explained: row.explained,
    receivedOn: row.received_on as Day,
    countFirst: row.count_first === 1,
    days: row.days,
    due: dueDay(row.due_from, row.due_until),
    dueMinute: row.due_minute,
    firstDue: dueDay(row.first_due_from, row.first_due_until),
    status: row.status as DeadlineStatus,
    finishedOn: row.finished_on as Day | null,
    result: row.result,
    reportedAt: row.reported_at === null ? null : new Date(row.reported_at),
    handedTo: row.handed_to,
    asked: row.asked_until === null ? null : { until: row.asked_until as Day, by: row.asked_by ?? "" },
    recounted: recountedIn(row),
    snoozedUntil: row.snoozed_until as Day | null,
    parent: row.parent,
    meeting: row.meeting,
    inChannel: row.in_channel === 1,
    addedBy: row.added_by,
    addedAt: new Date(row.added_at),
    version: row.version,
  };
}
