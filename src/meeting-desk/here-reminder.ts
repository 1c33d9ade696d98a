import type { Meeting } from "../meetings/meeting.ts";
import { hereCard, numberOfMeetingCard } from "../meetings/meeting.ts";
import { personName } from "../office/people.ts";
import type { Reminder, ReminderKind, Scene } from "../reminders/kind.ts";
import { paragraph, point, reply } from "../reply.ts";
import { attendanceAt } from "../store/attendance.ts";
import { cardRecipients } from "../store/card-recipients.ts";
import { meetingNumbered } from "../store/meetings.ts";
import { updateCard } from "../store/outbox.ts";
import { wordingFor } from "../wording/wording.ts";
import { attendanceButton, attendanceSummary, attendedOf } from "./attendance.ts";
import { attending } from "./attending.ts";
import { hereMessage } from "./here.ts";
import { redraft } from "./minutes-card.ts";
import { undraftedReminder } from "./minutes-nudge.ts";
import { parted, wordingOf } from "./notice.ts";
import { endOf } from "./reminder.ts";

/** The meeting of a reminder, if it takes place. */
async function held({ subject }: Reminder, { records }: Scene): Promise<Meeting | undefined> {
  const meeting = await meetingNumbered(records, numberOfMeetingCard(subject));
  return meeting?.cancelledAt ? undefined : meeting;
}

/** Asks everybody who is to come to say that they are there; where that is late, as long as the meeting is held. */
export const begins: ReminderKind & { readonly name: "meeting.begins" } = {
  name: "meeting.begins",
  anyTime: true,
  async consider(reminder, scene) {
    const meeting = await held(reminder, scene);
    if (!meeting) return { did: "dropped", why: "it does not take place" };
    if (endOf(meeting, scene.settings.timeZone) <= scene.now) return { did: "dropped", why: "it is over" };
    const known = await attendanceAt(scene.records, meeting.number);
    const card = hereCard(meeting.number);
    // what they were asked with was brought up to date when the meeting was changed
    const asked = reminder.details.asked === true ? await cardRecipients(scene.records, card) : new Set<string>();
    const coming = (await attending(meeting, scene)).filter(
      ({ person }) => !known.has(person.id) && !asked.has(personName(person.id)),
    );
    for (const { person } of (await parted(coming, scene)).told) {
      const wording = wordingFor(await scene.languageOf(person.id));
      await scene.send(personName(person.id), hereMessage(meeting, wording, scene), { card });
    }
    return { did: "sent" };
  },
};

/** Tells whoever called people who was there, and leaves nothing to press. */
export const over: ReminderKind & { readonly name: "meeting.over" } = {
  name: "meeting.over",
  anyTime: true,
  async consider(reminder, scene) {
    const meeting = await held(reminder, scene);
    if (!meeting) return { did: "dropped", why: "it does not take place" };
    const known = await attendanceAt(scene.records, meeting.number);
    await updateCard(
      scene.records,
      hereCard(meeting.number),
      async (recipient) => {
        if (known.has(recipient.replace(/^person:/, ""))) return undefined;
        const wording = await wordingOf(recipient, scene);
        const words = wording.meetings.attendance;
        const blocks = [point(words.unrecorded(meeting.title)), paragraph(words.wrong)];
        return reply({ tone: "answer", language: wording.language, blocks });
      },
      scene.now,
    );
    const [kind, id = ""] = reminder.recipient.split(":");
    if (kind !== "person") return { did: "dropped", why: "there is nobody to tell" };
    const wording = wordingFor(await scene.languageOf(id));
    const summary = attendanceSummary(await attendedOf(meeting, scene), wording);
    await scene.send(
      reminder.recipient,
      reply({
        tone: "answer",
        language: wording.language,
        blocks: [point(wording.meetings.attendance.summary(meeting.title)), paragraph(summary)],
        buttons: [attendanceButton(meeting, wording), redraft(meeting.number, wording.meetings.minutes.buttons.draft)],
      }),
    );
    return { did: "sent", next: undraftedReminder(meeting.number, reminder.recipient, 0, scene) };
  },
};
