import type { Context } from "../command.ts";
import { meetingTime } from "../find-meetings.ts";
import { calledAs, meetingCard } from "../meetings/meeting.ts";
import { standingOnRoll } from "../meetings/roll.ts";
import { personName } from "../office/people.ts";
import { type Button, paragraph, point, type Reply, reply } from "../reply.ts";
import { addReply, takeMeeting } from "../store/meetings.ts";
import { updateCard } from "../store/outbox.ts";
import type { Visit } from "../visit.ts";
import { rollGiven } from "./attending.ts";
import { leaveButton, noticeTo } from "./notice.ts";
import { beginOf } from "./reminder.ts";

/** Somebody who is called says that they come. Who is called is found out now, whatever a message showed. */
export async function attendReply(number: number, visit: Visit, context: Context): Promise<Reply> {
  const { wording, language, rulebook, calendar } = context;
  const words = wording.meetings.attend;
  const name = wording.leave.number(number);
  const refused = (text: string, buttons: readonly Button[] = []) =>
    reply({ tone: "refused", language, blocks: [point(text)], buttons });
  const { person } = visit.actor;
  if (!person) return refused(wording.leave.rosterOnly);
  // whoever is just changing it is waited for: they come when it is then
  const meeting = await takeMeeting(visit.records, number);
  const as = meeting && calledAs(person, meeting, rulebook);
  // of a meeting to which they are not called nobody learns that there is one
  if (!meeting || as === undefined || (!meeting.announcedAt && !meeting.cancelledAt))
    return refused(words.notCalled(name));
  if (meeting.cancelledAt) return refused(wording.meetings.cancel.already(name));
  const when = meetingTime(meeting, wording);
  if (beginOf(meeting, visit.settings.timeZone) <= visit.now) return refused(words.begun(meeting.title, when));
  const { state } = standingOnRoll(person.id, await rollGiven(meeting, { ...visit, rulebook }));
  const mine: Button = { label: wording.decisions.buttons.mine, command: "leave mine", options: {} };
  if (state === "leave" || state === "substitute") return refused(words.onLeave(meeting.title), [mine]);
  if (state === "asked") return refused(words.leaveAsked(meeting.title), [mine]);
  if (state === "away") return refused(words.away(meeting.title), [mine]);
  if (!(await addReply(visit.records, number, person.id, visit.now)))
    return refused(words.already(meeting.title, when));
  await visit.note({ action: "meeting.attend", subject: meetingCard(number), about: person.id });
  const at = { ...visit, rulebook, calendar };
  const own = personName(person.id);
  const called = { person, as: as === "invited" ? "invited" : "member" } as const;
  await updateCard(
    visit.records,
    meetingCard(number),
    async (recipient) => (recipient === own ? noticeTo(called, meeting, true, at) : undefined),
    visit.now,
    // the entry for their calendar may still be on its way
    { keepFiles: true },
  );
  return reply({
    tone: "done",
    language,
    blocks: [point(words.done(meeting.title, when)), paragraph(words.next)],
    buttons: leaveButton(meeting, wording, rulebook),
  });
}
