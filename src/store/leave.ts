import type { Insertable, Selectable } from "kysely";
import type { Day } from "../dates.ts";
import type { DecidesAs, Half, Leave, Purpose, Status } from "../leave/leave.ts";
import { nextNumber } from "./numbers.ts";
import type { Records } from "./store.ts";
import type { LeaveTable } from "./tables.ts";

const instant = (at: number | null): Date | null => (at === null ? null : new Date(at));

function leaveOf(row: Selectable<LeaveTable>): Leave {
  return {
    number: row.number,
    trip: row.trip,
    person: row.person,
    post: row.post,
    title: row.title,
    department: row.department,
    occasion: row.occasion,
    purpose: row.purpose as Purpose | null,
    meeting: row.meeting,
    event: row.event,
    presider: row.presider,
    span: {
      from: row.from_day as Day,
      fromHalf: row.from_half as Half,
      until: row.until_day as Day,
      untilHalf: row.until_half as Half,
    },
    place: row.place,
    reason: row.reason,
    status: row.status as Status,
    version: row.version,
    replaces: row.replaces,
    authority: row.authority as Leave["authority"],
    fact: row.fact,
    approverPost: row.approver_post,
    approver: row.approver,
    madeAt: new Date(row.made_at),
    askedAt: instant(row.asked_at),
    decidedAt: instant(row.decided_at),
    decidedBy: row.decided_by,
    decidedAs: row.decided_as as DecidesAs | null,
    entrustment: row.entrustment,
    substitute: row.substitute,
    substituteAt: instant(row.substitute_at),
    returned:
      row.returned_day === null || row.returned_at === null
        ? null
        : {
            day: row.returned_day as Day,
            half: row.returned_half as Half,
            at: new Date(row.returned_at),
            by: row.returned_by ?? row.person,
          },
  };
}

/** The columns of a request; of one that is changed, only those that are given. */
function rowOf(leave: Partial<Leave>): Partial<Insertable<LeaveTable>> {
  const { span, returned, madeAt, askedAt, decidedAt, decidedBy, decidedAs, approverPost, substituteAt, ...same } =
    leave;
  return {
    ...same,
    ...(span && { from_day: span.from, from_half: span.fromHalf, until_day: span.until, until_half: span.untilHalf }),
    ...(returned !== undefined && {
      returned_day: returned?.day ?? null,
      returned_half: returned?.half ?? null,
      returned_at: returned?.at.getTime() ?? null,
      returned_by: returned?.by ?? null,
    }),
    ...(madeAt && { made_at: madeAt.getTime() }),
    ...(askedAt !== undefined && { asked_at: askedAt?.getTime() ?? null }),
    ...(decidedAt !== undefined && { decided_at: decidedAt?.getTime() ?? null }),
    ...(decidedBy !== undefined && { decided_by: decidedBy }),
    ...(decidedAs !== undefined && { decided_as: decidedAs }),
    ...(approverPost !== undefined && { approver_post: approverPost }),
    ...(substituteAt !== undefined && { substitute_at: substituteAt?.getTime() ?? null }),
  };
}

/** What a request is when it is first written down. */
export type NewLeave = Pick<
  Leave,
  | "person"
  | "post"
  | "title"
  | "department"
  | "occasion"
  | "purpose"
  | "meeting"
  | "event"
  | "presider"
  | "span"
  | "place"
  | "reason"
  | "status"
  | "replaces"
> & {
  /** Missing: it begins a journey of its own. */
  readonly trip?: number;
  /** To whom a draft was shown to go. */
  readonly approver?: string | null;
  readonly approverPost?: string | null;
};

/** Writes a request down under the next number. `rulebook`: id and edition, "changzhou-2017 2017". */
export async function addLeave(records: Records, given: NewLeave, rulebook: string, now: Date): Promise<Leave> {
  const number = await nextNumber(records, "leave");
  const leave: Leave = {
    trip: number,
    approver: null,
    approverPost: null,
    ...given,
    number,
    version: 1,
    authority: "rules",
    fact: null,
    madeAt: now,
    askedAt: null,
    decidedAt: null,
    decidedBy: null,
    decidedAs: null,
    entrustment: null,
    substitute: null,
    substituteAt: null,
    returned: null,
  };
  const row = { ...rowOf(leave), organisation: records.organisation, rulebook } as Insertable<LeaveTable>;
  await records.db.insertInto("leave").values(row).execute();
  return leave;
}

/** A request by its number; on PostgreSQL nobody else changes it until the transaction ends. */
export async function leaveNumbered({ db, organisation, kind }: Records, number: number): Promise<Leave | undefined> {
  const look = db.selectFrom("leave").selectAll().where("organisation", "=", organisation).where("number", "=", number);
  const row = await (kind === "postgres" ? look.forUpdate() : look).executeTakeFirst();
  return row && leaveOf(row);
}

/**
 * Has requests to itself until the transaction ends, and tells which of them somebody else has. On SQLite, which lets one
 * write at a time, nobody does.
 */
export async function holdLeaves(
  { db, organisation, kind }: Records,
  numbers: readonly number[],
): Promise<readonly number[]> {
  if (kind === "sqlite" || numbers.length === 0) return [];
  const some = db
    .selectFrom("leave")
    .select("number")
    .where("organisation", "=", organisation)
    .where("number", "in", numbers);
  const held = new Set((await some.forUpdate().skipLocked().execute()).map(({ number }) => number));
  return (await some.execute()).map(({ number }) => number).filter((number) => !held.has(number));
}

/**
 * Changes a request as it was read; it is then one version further. False when it is not any more as it was read:
 * somebody else was quicker.
 */
export async function changeLeave(
  { db, organisation }: Records,
  { number, version }: Pick<Leave, "number" | "version">,
  changes: Partial<Leave>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("leave")
    .set({ ...rowOf(changes), version: version + 1 })
    .where("organisation", "=", organisation)
    .where("number", "=", number)
    .where("version", "=", version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Which requests are looked for; what is not given does not matter. */
export interface LeaveQuery {
  readonly person?: string;
  readonly statuses?: readonly Status[];
  /** Leave that touches these days, both included. */
  readonly from?: Day;
  readonly until?: Day;
  readonly trip?: number;
  readonly meeting?: number;
  readonly department?: string;
}

/** Requests in the order of their first days, then their numbers. */
export async function leavesWhere({ db, organisation }: Records, query: LeaveQuery): Promise<readonly Leave[]> {
  let look = db.selectFrom("leave").selectAll().where("organisation", "=", organisation);
  if (query.person !== undefined) look = look.where("person", "=", query.person);
  if (query.statuses) look = look.where("status", "in", query.statuses);
  if (query.from !== undefined) look = look.where("until_day", ">=", query.from);
  if (query.until !== undefined) look = look.where("from_day", "<=", query.until);
  if (query.trip !== undefined) look = look.where("trip", "=", query.trip);
  if (query.meeting !== undefined) look = look.where("meeting", "=", query.meeting);
  if (query.department !== undefined) look = look.where("department", "=", query.department);
  const rows = await look.orderBy("from_day").orderBy("number").execute();
  return rows.map(leaveOf);
}

/** Takes away a draft that whoever made it does not want. */
export async function discardDraft({ db, organisation }: Records, number: number): Promise<void> {
  await db
    .deleteFrom("leave")
    .where("organisation", "=", organisation)
    .where("number", "=", number)
    .where("status", "=", "draft")
    .execute();
}

/** Takes away drafts that nobody sent. */
export async function forgetDrafts({ db, organisation }: Records, before: Date): Promise<void> {
  await db
    .deleteFrom("leave")
    .where("organisation", "=", organisation)
    .where("status", "=", "draft")
    .where("made_at", "<", before.getTime())
    .execute();
}

/** Something said about a request; for those who may see its reason. */
export interface LeaveWord {
  readonly at: Date;
  readonly person: string;
  readonly kind: "question" | "answer" | "refusal" | "note";
  readonly words: string;
}

export async function addLeaveWord({ db, organisation }: Records, leave: number, word: LeaveWord): Promise<void> {
  const { last } = await db
    .selectFrom("leave_word")
    .select(({ fn }) => fn.max("position").as("last"))
    .where("organisation", "=", organisation)
    .where("leave", "=", leave)
    .executeTakeFirstOrThrow();
  const { at, person, kind, words } = word;
  await db
    .insertInto("leave_word")
    .values({ organisation, leave, position: (last ?? 0) + 1, at: at.getTime(), person, kind, words })
    .execute();
}

export async function leaveWords({ db, organisation }: Records, leave: number): Promise<readonly LeaveWord[]> {
  const rows = await db
    .selectFrom("leave_word")
    .selectAll()
    .where("organisation", "=", organisation)
    .where("leave", "=", leave)
    .orderBy("position")
    .execute();
  return rows.map(({ at, person, kind, words }) => ({
    at: new Date(at),
    person,
    kind: kind as LeaveWord["kind"],
    words,
  }));
}

/** What a department says to its lines of a report. */
export interface Correction {
  readonly number: number;
  readonly department: string;
  readonly from: Day;
  readonly until: Day;
  readonly leave: number | null;
  readonly person: string;
  readonly words: string;
  readonly at: Date;
}

export async function addCorrection(records: Records, given: Omit<Correction, "number">): Promise<Correction> {
  const number = await nextNumber(records, "leave-correction");
  const { department, from, until, leave, person, words, at } = given;
  await records.db
    .insertInto("leave_correction")
    .values({
      organisation: records.organisation,
      number,
      department,
      from_day: from,
      until_day: until,
      leave,
      person,
      words,
      at: at.getTime(),
    })
    .execute();
  return { ...given, number };
}

/** Corrections to reports whose days touch these, in the order in which they came. */
export async function correctionsBetween(
  { db, organisation }: Records,
  from: Day,
  until: Day,
): Promise<readonly Correction[]> {
  const rows = await db
    .selectFrom("leave_correction")
    .selectAll()
    .where("organisation", "=", organisation)
    .where("until_day", ">=", from)
    .where("from_day", "<=", until)
    .orderBy("number")
    .execute();
  return rows.map(({ from_day, until_day, at, number, department, leave, person, words }) => ({
    number,
    department,
    leave,
    person,
    words,
    from: from_day as Day,
    until: until_day as Day,
    at: new Date(at),
  }));
}
