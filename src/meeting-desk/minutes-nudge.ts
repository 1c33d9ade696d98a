import { quotes } from "../ask/sources.ts";
import type { AtDesk } from "../leave-desk/at-desk.ts";
import { officeTimeOf } from "../leave-desk/decision-reminder.ts";
import { meetingCard, numberOfMeetingCard } from "../meetings/meeting.ts";
import { dueTo, type MinutesOnWay, meetingOfMinutesCard, minutesCard } from "../meetings/minutes-course.ts";
import { personName } from "../office/people.ts";
import type { PlannedReminder, ReminderKind, Scene } from "../reminders/kind.ts";
import { workingDaysLater } from "../reminders/office-time.ts";
import { type Button, isKept, note, point, reply } from "../reply.ts";
import { meetingNumbered } from "../store/meetings.ts";
import { holdMinutes, minutesOf } from "../store/minutes.ts";
import { personById } from "../store/people.ts";
import { planReminder } from "../store/reminders.ts";
import { wordingFor } from "../wording/wording.ts";
import { minutesReply, publishButtons, redraft } from "./minutes-card.ts";

// The rules set no day by which minutes are reviewed, signed or issued, nor by which decisions are made public: how often
// Mishu thinks of it is Mishu's own, and said to be.

/** Working days between one nudge and the next. */
const pace = { minutes: 1, undrafted: 2, publish: 2 } as const;
/** From the third nudge on whoever drafted the minutes is told too. */
const toldAfter = 3;

type At = Pick<AtDesk, "now" | "settings" | "calendar">;

const nextOf = ({ meeting, round }: MinutesOnWay, step: number, recipient: string, at: At): PlannedReminder => ({
  key: `${minutesNudge.name}:${meeting}:${round}:${step}`,
  kind: minutesNudge.name,
  subject: minutesCard(meeting),
  recipient,
  step,
  at: workingDaysLater(at.now, pace.minutes, officeTimeOf(at)),
  details: { round },
});

/** Whoever minutes wait for is nudged, a working day later for the first time. */
export async function planMinutesNudge(minutes: MinutesOnWay, at: AtDesk): Promise<void> {
  const due = dueTo(minutes);
  if (due !== null) await planReminder(at.records, nextOf(minutes, 0, personName(due), at));
}

export const minutesNudge: ReminderKind & { readonly name: "meeting.minutes" } = {
  name: "meeting.minutes",
  // whoever passes them on has the minutes first and then their reminders; this has a reminder first
  hold: async (cards, records) =>
    new Set((await holdMinutes(records, cards.map(meetingOfMinutesCard))).map(minutesCard)),
  async consider({ subject, step, details }, scene) {
    const number = meetingOfMinutesCard(subject);
    const minutes = await minutesOf(scene.records, number, { take: true });
    const meeting = await meetingNumbered(scene.records, number);
    const due = minutes && dueTo(minutes);
    if (!minutes || !meeting || !due) return { did: "dropped", why: "there is nothing left to do" };
    if (minutes.round !== details.round) return { did: "dropped", why: "they went on" };
    const wording = wordingFor(await scene.languageOf(due));
    const card = await minutesReply(minutes, meeting, due, scene, wording);
    const [first, ...others] = card.blocks;
    const blocks = [...(first ? [first] : []), note(wording.meetings.minutes.reminder), ...others];
    // it came with the file: not another copy of a secret each day, but a way to it
    const files = card.files.filter((each) => !isKept(each));
    const shows: Button = {
      label: wording.meetings.minutes.buttons.show,
      command: "meeting minutes",
      options: { number: String(number) },
    };
    const buttons = files.length < card.files.length ? [...card.buttons, shows] : card.buttons;
    await scene.send(personName(due), { ...card, blocks, files, buttons }, { card: minutesCard(number) });
    if (step + 1 === toldAfter && due !== minutes.draftedBy) await tellDrafter(minutes, due, meeting.title, scene);
    return { did: "sent", next: nextOf(minutes, step + 1, personName(due), scene) };
  },
};

async function tellDrafter(
  { draftedBy, meeting, status }: MinutesOnWay,
  due: string,
  title: string,
  scene: Scene,
): Promise<void> {
  const wording = wordingFor(await scene.languageOf(draftedBy));
  const words = wording.meetings.minutes;
  const name = (await personById(scene.records, due))?.name ?? due;
  const told = reply({
    tone: "needs",
    language: wording.language,
    blocks: [point(words.waitsLong(title, words.waitsFor(words.statuses[status], name)))],
    buttons: [
      { label: words.buttons.another, command: "meeting minutes", options: { number: String(meeting) }, form: true },
    ],
  });
  await scene.send(personName(draftedBy), told);
}

/** Of a meeting that was held whoever called people to it is asked for minutes; how often is Mishu's own. */
const mostAsked = 3;

export const undraftedReminder = (meeting: number, recipient: string, step: number, at: At): PlannedReminder => ({
  key: `${undraftedNudge.name}:${meeting}:${step}`,
  kind: undraftedNudge.name,
  subject: meetingCard(meeting),
  recipient,
  step,
  at: workingDaysLater(at.now, step === 0 ? pace.minutes : pace.undrafted, officeTimeOf(at)),
  details: {},
});

export const undraftedNudge: ReminderKind & { readonly name: "meeting.undrafted" } = {
  name: "meeting.undrafted",
  async consider({ subject, recipient, step }, scene) {
    const number = numberOfMeetingCard(subject);
    const meeting = await meetingNumbered(scene.records, number);
    if (!meeting || meeting.cancelledAt) return { did: "dropped", why: "it did not take place" };
    if (await minutesOf(scene.records, number)) return { did: "dropped", why: "they are drafted" };
    const wording = wordingFor(await scene.languageOf(recipient.replace(/^person:/, "")));
    const words = wording.meetings.minutes;
    const asked = reply({
      tone: "needs",
      language: wording.language,
      blocks: [point(words.noneYet(meeting.title))],
      buttons: [
        redraft(number, words.buttons.draft),
        { label: words.buttons.none, command: "meeting minutes", options: { number: String(number), none: "yes" } },
      ],
    });
    await scene.send(recipient, asked);
    return step + 1 < mostAsked
      ? { did: "sent", next: undraftedReminder(number, recipient, step + 1, scene) }
      : { did: "sent" };
  },
};

/** Whoever issued minutes is asked, until they say, whether what was decided is public. */
export async function planPublishNudge(meeting: number, person: string, at: AtDesk): Promise<void> {
  await planReminder(at.records, publishReminder(meeting, person, 0, at));
}

const publishReminder = (meeting: number, person: string, step: number, at: At): PlannedReminder => ({
  key: `${publishNudge.name}:${meeting}:${step}`,
  kind: publishNudge.name,
  subject: minutesCard(meeting),
  recipient: personName(person),
  step,
  at: workingDaysLater(at.now, pace.publish, officeTimeOf(at)),
  details: { person },
});

export const publishNudge: ReminderKind & { readonly name: "meeting.publish" } = {
  name: "meeting.publish",
  async consider({ subject, step, details }, scene) {
    const number = meetingOfMinutesCard(subject);
    const minutes = await minutesOf(scene.records, number);
    const meeting = await meetingNumbered(scene.records, number);
    if (!minutes || !meeting || minutes.published !== null) return { did: "dropped", why: "it was said" };
    const person = String(details.person);
    const wording = wordingFor(await scene.languageOf(person));
    const words = wording.meetings.minutes.publish;
    const rule = scene.rulebook.facts.get(scene.rulebook.data.meetings?.minutes.publish?.rule ?? "");
    const asked = reply({
      tone: "needs",
      language: wording.language,
      blocks: [
        point(words.ask(meeting.title)),
        ...(rule ? quotes([rule], { rulebook: scene.rulebook, wording }) : []),
        note(words.pace),
      ],
      citations: rule?.because ?? [],
      buttons: publishButtons(number, wording),
    });
    await scene.send(personName(person), asked);
    return { did: "sent", next: publishReminder(number, person, step + 1, scene) };
  },
};
