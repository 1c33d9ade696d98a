import { normalise } from "./ask/tokens.ts";
import type { Choice, Context } from "./command.ts";
import type { Day } from "./dates.ts";
import { InputError } from "./errors.ts";
import type { Meeting } from "./meetings/meeting.ts";
import { clock } from "./meetings/read-time.ts";
import { meetingTypeName, meetingTypes } from "./meetings/types.ts";
import { refusal } from "./office/permissions.ts";
import { postName } from "./office/posts.ts";
import { meetingsBetween } from "./store/meetings.ts";
import { repeated } from "./text.ts";
import type { Visit } from "./visit.ts";
import { type Wording, wordingFor } from "./wording/wording.ts";

/** Meetings of today and later that stand, the next one first. */
export const comingMeetings = ({ records, today }: Pick<Visit, "records" | "today">): Promise<readonly Meeting[]> =>
  meetingsBetween(records, today, "9999-12-31" as Day);

/** "2026-12-02, 09:00–11:00" */
export const meetingTime = (
  { day, untilDay = day, fromMinute, untilMinute }: Pick<Meeting, "day" | "untilDay" | "fromMinute" | "untilMinute">,
  { meetings }: Wording,
): string =>
  untilDay === day
    ? meetings.time(day, clock(fromMinute), clock(untilMinute))
    : meetings.timeOfDays(day, clock(fromMinute), untilDay, clock(untilMinute));

/** The number in what was typed: "12", "No. 12"; undefined where nothing was typed. Throws an InputError for what holds none. */
export function meetingNumber(typed: string, { wording }: Pick<Context, "wording">): number | undefined {
  if (typed.trim() === "") return undefined;
  const [, digits] = typed.match(/^\D*(\d{1,9})\D*$/u) ?? [];
  if (digits === undefined) throw new InputError(wording.meetings.cancel.noNumber(repeated(typed)), "number");
  return Number(digits);
}

/** Completes the number of a coming meeting for those who plan meetings. */
export async function suggestComing(typed: string, context: Context): Promise<readonly Choice[]> {
  const { visit, rulebook } = context;
  if (!visit || refusal("meeting.plan", visit.actor, rulebook.data.permissions)) return [];
  const { number } = wordingFor(context.language).leave;
  return fitting(
    typed,
    (await comingMeetings(visit)).map((each) => ({
      label: `${number(each.number)} ${each.day} ${each.title}`,
      value: String(each.number),
    })),
  );
}

export const suggestTypes = (typed: string, { rulebook, language }: Context): readonly Choice[] =>
  fitting(
    typed,
    meetingTypes(rulebook).map((each) => ({ label: meetingTypeName(each, rulebook, language), value: each })),
  );

/** The posts of the rulebook by their names. */
export const suggestPosts = (typed: string, { rulebook, language }: Context): readonly Choice[] =>
  fitting(
    typed,
    Object.keys(rulebook.data.posts).map((id) => ({ label: postName(id, rulebook.data.posts, language), value: id })),
  );

const fitting = (typed: string, choices: readonly Choice[]): readonly Choice[] =>
  choices.filter(({ label }) => normalise(label).includes(normalise(typed)));
