import type { Actor } from "./people.ts";

/** What somebody may do beyond asking. Asking, help and one's own settings are for everybody. */
export const actions = [
  /** See who holds which post. */
  "roster.see",
  "roster.import",
  /** Tie somebody's account to a person of the roster, or untie it. */
  "roster.link",
  "roster.entrust",
  "administrators.change",
  "settings.change",
  /** Ask for one's own leave. */
  "leave.ask",
  /** See everybody's leave with its dates, and the report; reasons are seen only by those who decide. */
  "leave.see",
  /** Set whom those ask of whom the rules say nothing. */
  "leave.route",
  "meeting.plan",
  /** See what everybody is going to be reminded of. */
  "reminders.see",
  /** Have a document, a task or an instruction followed up, in one's own department. */
  "deadline.add",
  /** See what every department has to do, and by when. */
  "deadline.see",
  /** Hand over to any department, agree to another day, circulate; and hear of what is overdue. */
  "deadline.supervise",
] as const;
export type Action = (typeof actions)[number];

/** Posts that may do something, by action: the office's own arrangement, in its rulebook folder. */
export type Permissions = Readonly<Partial<Record<Action, readonly string[]>>>;

/** Why somebody may not: who may instead. */
export interface Refusal {
  readonly action: Action;
  /** Any person of the roster may, once linked. */
  readonly anybodyLinked: boolean;
  /** Posts whose holders may, besides administrators. */
  readonly posts: readonly string[];
}

/** Decides who may do what; undefined: allowed. The only place where it is decided. */
export function refusal(
  action: Action,
  actor: Pick<Actor, "person" | "tenures" | "administrator">,
  permissions: Permissions,
): Refusal | undefined {
  const anybodyLinked = ["roster.see", "leave.ask", "deadline.add"].includes(action);
  // whoever supervises deadlines sees them
  const by: readonly Action[] = action === "deadline.see" ? [action, "deadline.supervise"] : [action];
  const posts = action === "administrators.change" ? [] : by.flatMap((each) => permissions[each] ?? []);
  const allowed =
    actor.administrator ||
    (anybodyLinked && actor.person !== undefined) ||
    actor.tenures.some(({ post }) => posts.includes(post));
  return allowed ? undefined : { action, anybodyLinked, posts };
}
