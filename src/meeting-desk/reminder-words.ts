import { minuteOf } from "../dates.ts";
import type { AtDesk } from "../leave-desk/at-desk.ts";
import type { Meeting } from "../meetings/meeting.ts";
import type { MeetingReminders } from "../meetings/read-reminders.ts";
import type { MeetingsWording } from "../wording/meetings/wording.ts";
import { dayBefore, remindersFor, remindersToCome } from "./reminder.ts";

/** "a working day before", "an hour before": each reminder that is set. */
export const howLongBefore = (
  { days, minutes }: MeetingReminders,
  { reminders }: MeetingsWording,
): readonly string[] => [...days.map(reminders.daysBefore), ...minutes.map(reminders.minutesBefore)];

/** What is set for a meeting, for whoever plans it: of its own, or as the office has it. */
export function remindersSet(
  meeting: Pick<Meeting, "reminders">,
  at: Pick<AtDesk, "settings">,
  words: MeetingsWording,
): string {
  const set = howLongBefore(remindersFor(meeting, at), words).join("; ") || words.reminders.none;
  return meeting.reminders ? set : words.reminders.asOffice(set);
}

/** Which reminders of a meeting are still to come, and when. */
export function comingSentence(
  meeting: Meeting,
  at: Pick<AtDesk, "settings" | "calendar" | "now">,
  words: MeetingsWording,
): string {
  const { reminders } = words;
  const coming = remindersToCome(meeting, at).map(({ kind, before, when }) =>
    reminders.at(
      minuteOf(when, at.settings.timeZone),
      kind === dayBefore.name ? reminders.daysBefore(before) : reminders.minutesBefore(before),
    ),
  );
  if (coming.length === 0) return reminders.noneToCome;
  return meeting.announcedAt ? reminders.coming(coming) : reminders.onceAnnounced(coming);
}
