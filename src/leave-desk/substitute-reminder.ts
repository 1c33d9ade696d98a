import { instantOf } from "../dates.ts";
import { cardOf, type Leave, numberOfCard } from "../leave/leave.ts";
import { beginningOf } from "../leave/nudges.ts";
import type { Meeting } from "../meetings/meeting.ts";
import { personName } from "../office/people.ts";
import type { ReminderKind } from "../reminders/kind.ts";
import { workingDaysBefore } from "../reminders/office-time.ts";
import { paragraph } from "../reply.ts";
import { leaveNumbered } from "../store/leave.ts";
import { meetingNumbered } from "../store/meetings.ts";
import { dropReminders, planReminder } from "../store/reminders.ts";
import { wordingFor } from "../wording/wording.ts";
import type { AtDesk } from "./at-desk.ts";
import { leaveCard } from "./card.ts";
import { mayNameNow } from "./card-lines.ts";
import { officeTimeOf } from "./decision-reminder.ts";
import { holdCards } from "./hold-cards.ts";

export const substituteKind = "leave.substitute";

/** The meeting that a request is about, when it is kept here. */
export async function meetingOf(
  { meeting }: Leave,
  { records }: Pick<AtDesk, "records">,
): Promise<Meeting | undefined> {
  return meeting === null ? undefined : meetingNumbered(records, meeting);
}

/**
 * Whoever has leave from a meeting was asked when it was granted who goes instead; they are asked once more a working
 * day before the meeting, unless it was granted later than that.
 */
export async function planSubstitute(leave: Leave, at: AtDesk): Promise<void> {
  const { records, now, settings } = at;
  await dropReminders(records, cardOf(leave.number), [substituteKind]);
  const meeting = await meetingOf(leave, at);
  if (!mayNameNow(leave, meeting, at)) return;
  const begins = meeting
    ? instantOf(meeting.day, meeting.fromMinute, settings.timeZone)
    : beginningOf(leave.span, settings.timeZone);
  const when = workingDaysBefore(begins, 1, officeTimeOf(at));
  if (when <= now) return;
  await planReminder(records, {
    key: `${substituteKind}:${leave.number}:${leave.version}`,
    kind: substituteKind,
    subject: cardOf(leave.number),
    recipient: personName(leave.person),
    step: 0,
    at: when,
    details: {},
  });
}

export const substituteNudge: ReminderKind & { readonly name: "leave.substitute" } = {
  name: substituteKind,
  hold: holdCards,
  async consider({ subject }, scene) {
    const leave = await leaveNumbered(scene.records, numberOfCard(subject));
    if (!leave || !mayNameNow(leave, await meetingOf(leave, scene), scene))
      return { did: "dropped", why: "nobody is to be named any more" };
    const wording = wordingFor(await scene.languageOf(leave.person));
    const card = await leaveCard(leave, "requester", scene, wording);
    const words = paragraph(wording.decisions.substitute.nudge(wording.leave.number(leave.number)));
    const message = { ...card, blocks: [words, ...card.blocks] };
    await scene.send(personName(leave.person), message, { card: cardOf(leave.number) });
    return { did: "sent" };
  },
};
