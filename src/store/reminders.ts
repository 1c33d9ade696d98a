import type { PlannedReminder, Reminder } from "../reminders/kind.ts";
import type { Records } from "./store.ts";

// When something is to be thought of. A reminder is taken, its messages are put into the outbox and it is settled in one
// transaction: nothing can come between, so none is lost and none comes twice, and no lease is needed.

/**
 * Plans a reminder, or gives one that is not done a new time; one that is done stays done. `due`: when it is looked at,
 * if not at its own time.
 */
export async function planReminder(
  { db, organisation }: Records,
  { kind, subject, recipient, step, key, at, details }: PlannedReminder,
  due = at,
): Promise<void> {
  const planned = {
    kind,
    subject,
    recipient,
    step,
    meant_for: at.getTime(),
    due_at: due.getTime(),
    attempts: 0,
    details: JSON.stringify(details),
  };
  await db
    .insertInto("reminder")
    .values({ organisation, key, ...planned })
    .onConflict((conflict) =>
      conflict.columns(["organisation", "key"]).doUpdateSet(planned).where("reminder.done_at", "is", null),
    )
    .execute();
}

/** Settles a reminder whether it is planned yet or not: it will not be done any more. False when it was done before. */
export async function settleAhead(
  { db, organisation }: Records,
  { kind, subject, recipient, step, key, at, details }: PlannedReminder,
  outcome: string,
  now: Date,
): Promise<boolean> {
  const settled = { done_at: now.getTime(), outcome };
  const planned = { kind, subject, recipient, step, meant_for: at.getTime(), due_at: at.getTime(), attempts: 0 };
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("reminder")
    .values({ organisation, key, ...planned, details: JSON.stringify(details), ...settled })
    .onConflict((conflict) =>
      conflict.columns(["organisation", "key"]).doUpdateSet(settled).where("reminder.done_at", "is", null),
    )
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** What is planned of a kind about a subject goes to somebody else from now on. */
export async function redirectReminders(
  { db, organisation }: Records,
  subject: string,
  kind: string,
  recipient: string,
): Promise<void> {
  await db
    .updateTable("reminder")
    .set({ recipient })
    .where("organisation", "=", organisation)
    .where("subject", "=", subject)
    .where("kind", "=", kind)
    .where("done_at", "is", null)
    .execute();
}

/** Takes away what is planned about a subject, of all kinds or of some; what is done stays known as done. Returns them. */
export async function dropReminders(
  { db, organisation }: Records,
  subject: string,
  kinds?: readonly string[],
): Promise<readonly Pick<Reminder, "kind" | "details">[]> {
  if (kinds?.length === 0) return [];
  let dropped = db
    .deleteFrom("reminder")
    .where("organisation", "=", organisation)
    .where("subject", "=", subject)
    .where("done_at", "is", null);
  if (kinds) dropped = dropped.where("kind", "in", kinds);
  const rows = await dropped.returning(["kind", "details"]).execute();
  return rows.map(({ kind, details }) => ({ kind, details: JSON.parse(details) as Reminder["details"] }));
}

/**
 * The first reminders of some kinds that are due by an instant, at most so many. Until the end of the transaction nobody
 * else has them: on PostgreSQL others take the next ones, SQLite has one writer at a time.
 */
export async function takeDueReminders(
  { db, organisation, kind }: Records,
  { by, kinds, most }: { readonly by: Date; readonly kinds: readonly string[]; readonly most: number },
): Promise<readonly Reminder[]> {
  if (kinds.length === 0) return [];
  const due = db
    .selectFrom("reminder")
    .select(columns)
    .where("organisation", "=", organisation)
    .where("done_at", "is", null)
    .where("due_at", "<=", by.getTime())
    .where("kind", "in", kinds)
    .orderBy("due_at")
    .orderBy("key")
    .limit(most);
  const rows = await (kind === "postgres" ? due.forUpdate().skipLocked() : due).execute();
  return rows.map(read);
}

/** It is done: "sent", or "dropped: " and why. */
export async function settleReminder(
  { db, organisation }: Records,
  { key }: Pick<Reminder, "key">,
  outcome: string,
  now: Date,
): Promise<void> {
  await db
    .updateTable("reminder")
    .set({ done_at: now.getTime(), outcome })
    .where("organisation", "=", organisation)
    .where("key", "=", key)
    .execute();
}

/** It is meant for another time. */
export async function moveReminder(
  { db, organisation }: Records,
  { key }: Pick<Reminder, "key">,
  until: Date,
): Promise<void> {
  await db
    .updateTable("reminder")
    .set({ meant_for: until.getTime(), due_at: until.getTime(), attempts: 0 })
    .where("organisation", "=", organisation)
    .where("key", "=", key)
    .execute();
}

/** It went wrong and is tried again; false when somebody else has tried it meanwhile, or it was dropped. */
export async function retryReminder(
  { db, organisation }: Records,
  { key, attempts }: Pick<Reminder, "key" | "attempts">,
  until: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("reminder")
    .set({ due_at: until.getTime(), attempts: attempts + 1 })
    .where("organisation", "=", organisation)
    .where("key", "=", key)
    .where("done_at", "is", null)
    .where("attempts", "=", attempts)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export interface ComingReminder extends Reminder {
  /** When it is looked at: its own time, or later when it went wrong before. */
  readonly due: Date;
}

/** What is coming, the next one first: for some recipients or for all, until an instant, at most so many. */
export async function comingReminders(
  { db, organisation }: Records,
  {
    recipients,
    until,
    most,
  }: { readonly recipients?: readonly string[]; readonly until?: Date; readonly most: number },
): Promise<readonly ComingReminder[]> {
  if (recipients?.length === 0) return [];
  let coming = db
    .selectFrom("reminder")
    .select(columns)
    .where("organisation", "=", organisation)
    .where("done_at", "is", null);
  if (recipients) coming = coming.where("recipient", "in", recipients);
  if (until) coming = coming.where("due_at", "<=", until.getTime());
  const rows = await coming.orderBy("due_at").orderBy("key").limit(most).execute();
  return rows.map((row) => ({ ...read(row), due: new Date(row.due_at) }));
}

/** What reminders of a kind are planned about. */
export async function plannedSubjects({ db, organisation }: Records, kind: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom("reminder")
    .select("subject")
    .where("organisation", "=", organisation)
    .where("kind", "=", kind)
    .where("done_at", "is", null)
    .execute();
  return new Set(rows.map(({ subject }) => subject));
}

/** How many reminders wait for their time, and the first of these times: for the doctor. */
export async function waitingReminders({
  db,
  organisation,
}: Records): Promise<{ readonly count: number; readonly oldest: Date | undefined }> {
  const { count, oldest } = await db
    .selectFrom("reminder")
    .select(({ fn }) => [fn.countAll<number>().as("count"), fn.min("meant_for").as("oldest")])
    .where("organisation", "=", organisation)
    .where("done_at", "is", null)
    .executeTakeFirstOrThrow();
  return { count: Number(count), oldest: oldest === null ? undefined : new Date(oldest) };
}

/** Forgets what was done before an instant. */
export async function forgetReminders({ db, organisation }: Records, before: Date): Promise<void> {
  await db
    .deleteFrom("reminder")
    .where("organisation", "=", organisation)
    .where("done_at", "<", before.getTime())
    .execute();
}

const columns = ["key", "kind", "subject", "recipient", "step", "meant_for", "due_at", "attempts", "details"] as const;

function read(row: {
  readonly key: string;
  readonly kind: string;
  readonly subject: string;
  readonly recipient: string;
  readonly step: number;
  readonly meant_for: number;
  readonly attempts: number;
  readonly details: string;
}): Reminder {
  const { key, kind, subject, recipient, step, attempts } = row;
  const details = JSON.parse(row.details) as Reminder["details"];
  return { key, kind, subject, recipient, step, at: new Date(row.meant_for), attempts, details };
}
