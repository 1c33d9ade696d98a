import { meetingTypeName } from "../meetings/types.ts";
import type { Rulebook } from "../rulebook/model.ts";
import type { RemindersWording } from "../wording/reminders/wording.ts";
import type { Wording } from "../wording/wording.ts";
import type { PlannedReminder, ReminderKindName } from "./kind.ts";

/** What a reminder is about, in a reader's words: "leave request 12 is not decided yet". Never whose, never why. */
export function reminderLine(
  { kind, subject, details }: Pick<PlannedReminder, "kind" | "subject" | "details">,
  { reminders, language }: Pick<Wording, "reminders" | "language">,
  rulebook: Rulebook,
): string {
  const about = subject.slice(subject.indexOf(":") + 1);
  if (!isNamed(kind, reminders)) return kind;
  const given = details.days ?? details.minutes;
  const amount = typeof given === "number" ? given : undefined;
  // of a type of meetings, not of one that has a number
  return reminders.kinds[kind](kind === "meeting.cadence" ? meetingTypeName(about, rulebook, language) : about, amount);
}

const isNamed = (kind: string, { kinds }: RemindersWording): kind is ReminderKindName => Object.hasOwn(kinds, kind);
