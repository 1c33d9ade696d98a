import { instantOf } from "../dates.ts";
import type { AtDesk } from "../leave-desk/at-desk.ts";
import { officeTimeOf } from "../leave-desk/decision-reminder.ts";
import { type Meeting, meetingCard, numberOfMeetingCard } from "../meetings/meeting.ts";
import type { ReminderKind, ReminderKindName, Scene } from "../reminders/kind.ts";
import { workingDaysBefore, workingDaysLater } from "../reminders/office-time.ts";
import { paragraph, point, type Reply, reply } from "../reply.ts";
import { meetingNumbered } from "../store/meetings.ts";
import { planReminder } from "../store/reminders.ts";
import type { MeetingsWording } from "../wording/meetings/wording.ts";
import { type Wording, wordingFor } from "../wording/wording.ts";
import { attending, type OnRoll, rollOf } from "./attending.ts";
import { sendReminders } from "./notice.ts";
import { rollSummary } from "./roll-reply.ts";

const minute = 60_000;

export const beginOf = ({ day, fromMinute }: Pick<Meeting, "day" | "fromMinute">, zone: string): Date =>
  instantOf(day, fromMinute, zone);

export const endOf = (
  { day, untilDay = day, untilMinute }: Pick<Meeting, "day" | "untilDay" | "untilMinute">,
  zone: string,
): Date => instantOf(untilDay, untilMinute, zone);

const later = (than: Date, minutes: number): Date => new Date(than.getTime() + minutes * minute);

/**
 * Reminds those who come a working day before a meeting and an hour before, as far as that is still to come; asks them to
 * say that they are there when it begins, and tells `by`, who called them, afterwards who was.
 */
export async function planMeetingReminders(meeting: Meeting, at: AtDesk & { readonly by: string }): Promise<void> {
  const begins = beginOf(meeting, at.settings.timeZone);
  const asked = later(begins, -10);
  const times: readonly (readonly [ReminderKindName, Date, recipient?: string])[] = [
    [dayBefore.name, workingDaysBefore(begins, 1, officeTimeOf(at))],
    [hourBefore.name, later(begins, -60)],
    // whoever is called only a few minutes before is asked too
    ["meeting.begins", asked <= at.now ? later(at.now, 1) : asked],
    ["meeting.over", later(endOf(meeting, at.settings.timeZone), 15), at.by],
  ];
  for (const [step, [kind, when, recipient = ""]] of times.entries()) {
    if (when <= at.now) continue;
    await planReminder(at.records, {
      key: keyOf(kind, meeting),
      kind,
      subject: meetingCard(meeting.number),
      recipient,
      step,
      at: when,
      details: {},
    });
  }
}

/** What was reminded of before the meeting was changed is reminded of again. */
const keyOf = (kind: string, { number, sequence }: Meeting): string =>
  sequence === 0 ? `${kind}:${number}` : `${kind}:${number}:${sequence}`;

/** Asks those who have not replied a working day after they were called, where that is still before the other reminders. */
export async function planReplyNudge(meeting: Meeting, at: AtDesk & { readonly by: string }): Promise<void> {
  const office = officeTimeOf(at);
  const when = workingDaysLater(at.now, 1, office);
  if (when >= workingDaysBefore(beginOf(meeting, at.settings.timeZone), 1, office)) return;
  await planReminder(at.records, {
    key: keyOf(replyNudge.name, meeting),
    kind: replyNudge.name,
    subject: meetingCard(meeting.number),
    recipient: at.by,
    step: 0,
    at: when,
    details: {},
  });
}

/** Whoever called them is told how it stands; nobody needs to ask for that. */
export const replyNudge: ReminderKind & { readonly name: "meeting.reply" } = {
  name: "meeting.reply",
  async consider({ subject, recipient }, scene) {
    const meeting = await meetingNumbered(scene.records, numberOfMeetingCard(subject));
    if (!meeting || meeting.cancelledAt) return { did: "dropped", why: "it does not take place" };
    if (beginOf(meeting, scene.settings.timeZone) <= scene.now) return { did: "dropped", why: "it has begun" };
    const roll = await rollOf(meeting, scene);
    const silent = roll.filter(({ state }) => state === "none");
    if (silent.length === 0) return { did: "dropped", why: "everybody has replied" };
    await sendReminders(meeting, silent, ({ reply }) => reply, scene, { channel: false });
    const [kind, id = ""] = recipient.split(":");
    if (kind === "person") {
      const wording = wordingFor(await scene.languageOf(id));
      await scene.send(recipient, standingReply(meeting, roll, wording));
    }
    return { did: "sent" };
  },
};

function standingReply(meeting: Meeting, roll: readonly OnRoll[], wording: Wording): Reply {
  const { meetings, leave } = wording;
  return reply({
    tone: "answer",
    language: wording.language,
    blocks: [point(meetings.roll.standing(meeting.title)), paragraph(rollSummary(roll, wording))],
    buttons: [
      {
        label: meetings.buttons.roll(leave.number(meeting.number)),
        command: "meeting roll",
        options: { number: String(meeting.number) },
      },
    ],
  });
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
