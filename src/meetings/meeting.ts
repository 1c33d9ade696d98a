import type { Day } from "../dates.ts";
import type { Half, Span } from "../leave/leave.ts";
import { type Person, tenuresOn } from "../office/people.ts";
import type { Rulebook } from "../rulebook/model.ts";
import type { MeetingReminders } from "./read-reminders.ts";

/** A meeting that is planned. Minutes since midnight in the office's time zone. */
export interface Meeting {
  readonly number: number;
  /** The occasion that missing it is: executive-meeting. */
  readonly type: string;
  readonly title: string;
  readonly day: Day;
  readonly fromMinute: number;
  readonly untilMinute: number;
  readonly place: string;
  /** The last day of a meeting of several days; its times are those of the first day and of the last. */
  readonly untilDay?: Day;
  readonly siteVisit?: true;
  /** The department that holds it; left out: the government does. */
  readonly department?: string;
  /** The post that presides; null: not known yet. */
  readonly presider: string | null;
  /** Ids of people called to it besides those whom the rules name. */
  readonly invited: readonly string[];
  /** When its people are reminded; left out: as the office has it. */
  readonly reminders?: MeetingReminders;
  readonly plannedAt: Date;
  /** When people were called to it; null: only planned. */
  readonly announcedAt: Date | null;
  readonly cancelledAt: Date | null;
  /** How often what stands in calendars was changed. */
  readonly sequence: number;
}

/** A meeting as somebody plans it. */
export type PlannedMeeting = Omit<Meeting, "number" | "plannedAt" | "announcedAt" | "cancelledAt" | "sequence">;

/** What the messages about a meeting are known by: those of one meeting are brought up to date together. */
export const meetingCard = (number: number): string => `meeting:${number}`;

/** What asks people to say that they are there is known by itself: what is said of the meeting takes no button from it. */
export const hereCard = (number: number): string => `meeting-here:${number}`;

/** What shows how far the agenda is. */
export const clockCard = (number: number): string => `meeting-clock:${number}`;

/** The number of the meeting whose card this is. */
export const numberOfMeetingCard = (card: string): number => Number(card.slice("meeting:".length));

/** The posts that the rules call to meetings of a type. */
export function calledPosts(type: string, { data, facts }: Rulebook): readonly string[] {
  const attendance = data.attendance[type];
  if (!attendance) return [];
  const named = attendance.facts.flatMap((id) =>
    Object.values(facts.get(id)?.values ?? {}).flatMap((value) => ("posts" in value ? value.posts : [])),
  );
  return [...new Set([...named, ...attendance.also])];
}

/** Why somebody must attend a meeting: the post by which the rules call them, or an invitation; undefined: they need not. */
export function calledAs(
  person: Person,
  meeting: Pick<Meeting, "type" | "day" | "invited">,
  rulebook: Rulebook,
): string | "invited" | undefined {
  const called = calledPosts(meeting.type, rulebook);
  const post = tenuresOn(person, meeting.day).find((each) => called.includes(each.post))?.post;
  return post ?? (meeting.invited.includes(person.id) ? "invited" : undefined);
}

const noon = 12 * 60;

/** The half days that a meeting takes, from the first to the last. */
export function spanOf({ day, untilDay = day, fromMinute, untilMinute }: PlannedMeeting): Span {
  const fromHalf: Half = fromMinute < noon ? "am" : "pm";
  const untilHalf: Half = untilMinute > noon ? "pm" : untilDay === day ? fromHalf : "am";
  return { from: day, fromHalf, until: untilDay, untilHalf };
}
