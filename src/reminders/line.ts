import type { RemindersWording } from "../wording/reminders/wording.ts";
import type { PlannedReminder, ReminderKindName } from "./kind.ts";

/** What a reminder is about, in a reader's words: "leave request 12 is not decided yet". Never whose, never why. */
export function reminderLine(
  { kind, subject, details }: Pick<PlannedReminder, "kind" | "subject" | "details">,
  words: RemindersWording,
): string {
  const number = subject.slice(subject.indexOf(":") + 1);
  const given = details.days ?? details.minutes;
  const amount = typeof given === "number" ? given : undefined;
  return isNamed(kind, words) ? words.kinds[kind](number, amount) : kind;
}

const isNamed = (kind: string, { kinds }: RemindersWording): kind is ReminderKindName => Object.hasOwn(kinds, kind);
