import { instantOf } from "../dates.ts";
import { comingMeetings } from "../find-meetings.ts";
import type { AtDesk } from "../leave-desk/at-desk.ts";
import { officeTimeOf } from "../leave-desk/decision-reminder.ts";
import { type Meeting, meetingCard, numberOfMeetingCard } from "../meetings/meeting.ts";
import type { Reminder, ReminderKind, ReminderKindName, Scene } from "../reminders/kind.ts";
import { workingDaysBefore, workingDaysLater } from "../reminders/office-time.ts";
import { paragraph, point, type Reply, reply } from "../reply.ts";
import { meetingNumbered } from "../store/meetings.ts";
import { dropReminders, planReminder } from "../store/reminders.ts";
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

/** A reminder of a meeting, and when it comes. */
interface Timed {
  readonly kind: typeof dayBefore.name | typeof hourBefore.name;
  /** Working days or minutes before. */
  readonly before: number;
  readonly when: Date;
}

/** What reminds the people of a meeting, of what is set for it or for the office, and is still to come; the first first. */
export function remindersToCome(meeting: Meeting, at: Pick<AtDesk, "settings" | "calendar" | "now">): readonly Timed[] {
  const begins = beginOf(meeting, at.settings.timeZone);
  const { days, minutes } = remindersFor(meeting, at);
  const timed: readonly Timed[] = [
    ...days.map((before) => ({
      kind: dayBefore.name,
      before,
      when: workingDaysBefore(begins, before, officeTimeOf(at)),
    })),
    ...minutes.map((before) => ({
      kind: hourBefore.name,
      before,
      when: later(begins, -before),
    })),
  ];
  return timed.filter(({ when }) => when > at.now).toSorted((one, other) => one.when.getTime() - other.when.getTime());
}

export const remindersFor = (meeting: Pick<Meeting, "reminders">, { settings }: Pick<AtDesk, "settings">) =>
  meeting.reminders ?? settings.meetingReminders;

/**
 * Reminds those who come before a meeting, as often as is set and still to come; asks them to say that they are there
 * when it begins, and tells `by`, who called them, afterwards who was. `asked`: those who were called before were asked
 * already.
 */
export async function planMeetingReminders(
  meeting: Meeting,
  { asked = false, ...at }: AtDesk & { readonly by: string; readonly asked?: boolean },
): Promise<void> {
  await planBefore(meeting, at);
  const { timeZone } = at.settings;
  const when = later(beginOf(meeting, timeZone), -10);
  const about = { subject: meetingCard(meeting.number), step: 0 };
  await planReminder(at.records, {
    ...about,
    key: keyOf("meeting.begins", meeting),
    kind: "meeting.begins" satisfies ReminderKindName,
    recipient: "",
    // whoever is called only a few minutes before is asked too
    at: when <= at.now ? later(at.now, 1) : when,
    details: { asked },
  });
  await planReminder(at.records, {
    ...about,
    key: keyOf("meeting.over", meeting),
    kind: "meeting.over" satisfies ReminderKindName,
    recipient: at.by,
    at: later(endOf(meeting, timeZone), 15),
    details: {},
  });
}

/** Whether people were asked already to say that they are there, by the reminders of the meeting that were still to come. */
export const wereAsked = (toCome: readonly Pick<Reminder, "kind" | "details">[]): boolean =>
  toCome
    .filter(({ kind }) => kind === ("meeting.begins" satisfies ReminderKindName))
    .every(({ details }) => details.asked === true);

async function planBefore(meeting: Meeting, at: AtDesk): Promise<void> {
  for (const [step, { kind, before, when }] of remindersToCome(meeting, at).entries()) {
    const usual = kind === dayBefore.name ? before === 1 : before === 60;
    await planReminder(at.records, {
      key: usual ? keyOf(kind, meeting) : `${keyOf(kind, meeting)}:${before}-before`,
      kind,
      subject: meetingCard(meeting.number),
      recipient: "",
      step,
      at: when,
      details: kind === dayBefore.name ? { days: before } : { minutes: before },
    });
  }
}

/** What reminds before a meeting, in the place of what was planned; what was reminded of already is not reminded of again. */
export async function replanMeetingReminders(meeting: Meeting, at: AtDesk): Promise<void> {
  await dropReminders(at.records, meetingCard(meeting.number), [dayBefore.name, hourBefore.name]);
  await planBefore(meeting, at);
}

/** The office has other hours or reminders than before: so have the meetings to which people are called. */
export async function replanAllReminders(at: AtDesk): Promise<void> {
  for (const meeting of await comingMeetings(at)) if (meeting.announcedAt) await replanMeetingReminders(meeting, at);
}

/** What was reminded of before the meeting was changed is reminded of again. */
const keyOf = (kind: string, { number, sequence }: Meeting): string =>
  sequence === 0 ? `${kind}:${number}` : `${kind}:${number}:${sequence}`;

/** Asks those who have not replied a working day after they were called, where that is still a working day before it. */
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
  (say: (words: MeetingsWording["notice"], details: Reminder["details"]) => string): ReminderKind["consider"] =>
  async ({ subject, details }, scene: Scene) => {
    const meeting = await meetingNumbered(scene.records, numberOfMeetingCard(subject));
    if (!meeting || meeting.cancelledAt) return { did: "dropped", why: "it does not take place" };
    if (beginOf(meeting, scene.settings.timeZone) <= scene.now) return { did: "dropped", why: "it has begun" };
    await sendReminders(meeting, await attending(meeting, scene), (words) => say(words, details), scene);
    return { did: "sent" };
  };

/** Working days before a meeting; one that was planned when there was only one has no number. */
export const dayBefore: ReminderKind & { readonly name: "meeting.day-before" } = {
  name: "meeting.day-before",
  consider: remind((words, { days }) => words.dayBefore(Number(days ?? 1))),
};

/** Also where the meeting begins before office hours do. */
export const hourBefore: ReminderKind & { readonly name: "meeting.hour-before" } = {
  name: "meeting.hour-before",
  anyTime: true,
  consider: remind((words, { minutes }) => words.hourBefore(Number(minutes ?? 60))),
};
