import { instantOf } from "../dates.ts";
import type { AtDesk } from "../leave-desk/at-desk.ts";
import { officeTimeOf } from "../leave-desk/decision-reminder.ts";
import { type Meeting, meetingCard, numberOfMeetingCard } from "../meetings/meeting.ts";
import type { ReminderKind, Scene } from "../reminders/kind.ts";
import { workingDaysBefore } from "../reminders/office-time.ts";
import { meetingNumbered } from "../store/meetings.ts";
import { planReminder } from "../store/reminders.ts";
import type { MeetingsWording } from "../wording/meetings/wording.ts";
import { attending } from "./attending.ts";
import { sendReminders } from "./notice.ts";

const hour = 3600_000;

export const beginOf = ({ day, fromMinute }: Pick<Meeting, "day" | "fromMinute">, zone: string): Date =>
  instantOf(day, fromMinute, zone);

/** Reminds those who come a working day before a meeting and an hour before, as far as that is still to come. */
export async function planMeetingReminders(meeting: Meeting, at: AtDesk): Promise<void> {
  const begins = beginOf(meeting, at.settings.timeZone);
  const times = [
    [dayBefore.name, workingDaysBefore(begins, 1, officeTimeOf(at))],
    [hourBefore.name, new Date(begins.getTime() - hour)],
  ] as const;
  for (const [step, [kind, when]] of times.entries()) {
    if (when <= at.now) continue;
    await planReminder(at.records, {
      key: `${kind}:${meeting.number}`,
      kind,
      subject: meetingCard(meeting.number),
      recipient: "",
      step,
      at: when,
      details: {},
    });
  }
}

const remind =
  (say: (words: MeetingsWording["notice"]) => string): ReminderKind["consider"] =>
  async ({ subject }, scene: Scene) => {
    const meeting = await meetingNumbered(scene.records, numberOfMeetingCard(subject));
    if (!meeting || meeting.cancelledAt) return { did: "dropped", why: "it does not take place" };
    if (beginOf(meeting, scene.settings.timeZone) <= scene.now) return { did: "dropped", why: "it has begun" };
    await sendReminders(meeting, await attending(meeting, scene), say, scene);
    return { did: "sent" };
  };

export const dayBefore: ReminderKind & { readonly name: "meeting.day-before" } = {
  name: "meeting.day-before",
  consider: remind(({ dayBefore: words }) => words),
};

/** Also where the meeting begins before office hours do. */
export const hourBefore: ReminderKind & { readonly name: "meeting.hour-before" } = {
  name: "meeting.hour-before",
  anyTime: true,
  consider: remind(({ hourBefore: words }) => words),
};
