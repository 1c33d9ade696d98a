import type { Day } from "../dates.ts";
import { calledAs, calledPosts, type Meeting } from "../meetings/meeting.ts";
import { type Person, tenuresOn } from "../office/people.ts";
import type { Rulebook } from "../rulebook/model.ts";
import type { Leave } from "./leave.ts";

/**
 * Whether the rules let somebody else go instead once this leave is granted: the same words that name the approver say
 * so (Art. 48 of the Changzhou rules: 獲準後方可安排其他負責同志參加會議).
 */
export function mayNameSubstitute(
  { fact, occasion }: Pick<Leave, "fact" | "occasion">,
  { data, facts }: Rulebook,
): boolean {
  const { leave } = data;
  const rule = facts.get(fact ?? "");
  const substitute = facts.get(leave?.substitute ?? "");
  if (!leave || !rule || !substitute || occasion === leave.trip || occasion === leave.event) return false;
  const words = substitute.because[0];
  return rule.because.some(({ article, quote }) => article === words.article && quote.includes(words.quote));
}

/** The day of the meeting: as planned, else as the request says. */
export const meetingDay = ({ span }: Pick<Leave, "span">, meeting: Meeting | undefined): Day =>
  meeting?.day ?? span.from;

/** Why somebody cannot go instead; what is only unusual is a warning. */
export type Unfit = "oneself" | "no-post" | "must-attend" | "away";

/** Looks at somebody who is to go to a meeting instead. `away`: they have leave on that day. */
export function unfitToGo(
  person: Person,
  leave: Pick<Leave, "person" | "occasion" | "span">,
  meeting: Meeting | undefined,
  { today, away }: { readonly today: Day; readonly away: boolean },
  rulebook: Rulebook,
): Unfit | undefined {
  const day = meetingDay(leave, meeting);
  const held = tenuresOn(person, day);
  if (person.id === leave.person) return "oneself";
  if (tenuresOn(person, today).length === 0 || held.length === 0) return "no-post";
  const called = calledPosts(meeting?.type ?? leave.occasion, rulebook);
  const must = meeting
    ? calledAs(person, meeting, rulebook) !== undefined
    : held.some((each) => called.includes(each.post));
  if (must) return "must-attend";
  return away ? "away" : undefined;
}

/** Whether all that somebody holds on a day are posts of staff, while the words speak of a responsible person. */
export function isStaff(person: Person, day: Day, { data: { posts } }: Rulebook): boolean {
  return tenuresOn(person, day).every(({ post }) => posts[post]?.staff === true);
}

/** Whether somebody belongs to another department than the one for which they would speak. */
export function isOfOtherDepartment(person: Person, { department }: Pick<Leave, "department">, day: Day): boolean {
  return department !== "" && !tenuresOn(person, day).some((each) => each.department === department);
}
