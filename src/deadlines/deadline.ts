import type { Day } from "../dates.ts";
import type { Rulebook } from "../rulebook/model.ts";
import type { DueDay } from "./due.ts";

/**
 * What is followed up: a document handed over; a task of the annual work plan; a matter that a leader assigned; a leader's
 * written instruction; what a meeting decided; what a department is consulted about (Arts. 21, 32-34, 55 of the
 * Changzhou rules).
 */
export const deadlineKinds = ["document", "task", "matter", "instruction", "decision", "consultation"] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];

export type DeadlineStatus = "open" | "done" | "withdrawn";

/** Something that a department has to do, and by when. */
export interface Deadline {
  readonly number: number;
  readonly kind: DeadlineKind;
  readonly title: string;
  /** The document's own number (文號); "" where it has none. */
  readonly reference: string;
  /** Who handed it over, in words; "" where nobody said. */
  readonly from: string;
  /** Where the message or the document is to be found; "" where nobody said. */
  readonly link: string;
  /** The department that has to do it, as the roster calls it. */
  readonly department: string;
  /** Who does it; null: nobody is named, and the head of the department is thought of. */
  readonly owner: string | null;
  /** The leader who assigned it or wrote the instruction; null: none, or nobody of the roster. */
  readonly leader: string | null;
  /** It is an instruction of those that the office collects and supervises (Art. 34). */
  readonly collected: boolean;
  /** A value of the rulebook's categories; null: not said yet, or it is no document. */
  readonly category: string | null;
  /** The state of handling, explained before the working days of its category are given; null: not yet. */
  readonly explained: string | null;
  readonly receivedOn: Day;
  /** Whether the day of receipt was counted. */
  readonly countFirst: boolean;
  /** How many working days were counted; null: the day was set. */
  readonly days: number | null;
  /** Null: no day is set yet. */
  readonly due: DueDay | null;
  /** Minutes since midnight by which it is due on its day; null: in the course of the day. */
  readonly dueMinute: number | null;
  /** By when it was due before any extension; null: it was never extended. */
  readonly firstDue: DueDay | null;
  readonly status: DeadlineStatus;
  readonly finishedOn: Day | null;
  readonly result: string;
  /** When the result was told to the leader who wanted it done. */
  readonly reportedAt: Date | null;
  /** The department that it is offered to, and that has not accepted it yet. */
  readonly handedTo: string | null;
  /** Another day that is asked for, and by whom. */
  readonly asked: { readonly until: Day; readonly by: string } | null;
  /** By when it was due before a notice changed that, and by which count of all that was open it was. */
  readonly recounted: { readonly before: DueDay; readonly by: string } | null;
  /** Nobody is reminded before this day. */
  readonly snoozedUntil: Day | null;
  /** The number of the document about which the department is consulted. */
  readonly parent: number | null;
  /** The meeting at which it was decided. */
  readonly meeting: number | null;
  /** Whether its title may stand in the department's or the office's channel. */
  readonly inChannel: boolean;
  /** The person who had it followed up; null: nobody of the roster. */
  readonly addedBy: string | null;
  readonly addedAt: Date;
  /** Counts what changed in it: an old button knows that it is one. */
  readonly version: number;
}

/** What messages about it are known by: those of one are brought up to date together. */
export const deadlineCard = (number: number): string => `deadline:${number}`;

/** The number of the one whose card this is. */
export const numberOfDeadlineCard = (card: string): number => Number(card.slice("deadline:".length));

/** What has to be said before it can be counted, or kept an eye on; undefined: nothing. */
export function missing(
  { kind, category, explained, due }: Deadline,
  { data }: Pick<Rulebook, "data">,
): "category" | "explanation" | "day" | undefined {
  if (due !== null) return undefined;
  if (kind !== "document") return "day";
  if (category === null) return "category";
  return explained === null && data.deadlines?.explained.includes(category) ? "explanation" : "day";
}
