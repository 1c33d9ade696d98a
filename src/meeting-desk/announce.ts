import type { Context } from "../command.ts";
import { comingMeetings, meetingTime } from "../find-meetings.ts";
import { meetingCard } from "../meetings/meeting.ts";
import { actorName } from "../office/people.ts";
import { note, paragraph, point, type Reply, reply } from "../reply.ts";
import { announceMeeting, takeMeeting } from "../store/meetings.ts";
import type { Visit } from "../visit.ts";
import { chooseMeeting } from "./choose.ts";
import { sendNotices, unreachedBlocks } from "./notice.ts";
import { beginOf, planMeetingReminders, planReplyNudge } from "./reminder.ts";

/** The coming meetings to which nobody was called yet, each with a button that calls everybody. */
export async function whichToAnnounce(visit: Visit, context: Context): Promise<Reply> {
  const { announce: words, buttons } = context.wording.meetings;
  const coming = (await comingMeetings(visit)).filter(({ announcedAt }) => announcedAt === null);
  return chooseMeeting(coming, { ...words, button: buttons.announce, command: "meeting announce" }, context);
}

/** Calls everybody to a meeting, once, and plans that they are reminded. */
export async function announceReply(number: number, visit: Visit, context: Context): Promise<Reply> {
  const { wording, language, rulebook, calendar } = context;
  const words = wording.meetings.announce;
  const name = wording.leave.number(number);
  const refused = (text: string) => reply({ tone: "refused", language, blocks: [point(text)] });
  const meeting = await takeMeeting(visit.records, number);
  if (!meeting) return refused(wording.meetings.cancel.noSuch(name));
  if (meeting.cancelledAt) return refused(wording.meetings.cancel.already(name));
  if (beginOf(meeting, visit.settings.timeZone) <= visit.now)
    return refused(words.begun(name, meetingTime(meeting, wording)));
  if (!(await announceMeeting(visit.records, number, visit.now))) return refused(words.already(name));
  const at = { ...visit, rulebook, calendar };
  const called = await sendNotices(meeting, at);
  const { length: told } = called.told;
  await planMeetingReminders(meeting, at);
  await planReplyNudge(meeting, { ...at, by: actorName(visit.actor) });
  await visit.note({
    action: "meeting.announce",
    subject: meetingCard(number),
    details: { told, unreached: called.unreached.length },
  });
  return reply({
    tone: "done",
    language,
    blocks: [
      point(words.done(name, told)),
      ...unreachedBlocks(called, wording),
      paragraph(words.reminders),
      ...(visit.settings.channels.meetings === undefined ? [note(words.noChannel)] : []),
    ],
    buttons: [
      { label: wording.meetings.buttons.list, command: "meeting list", options: {} },
      ...(visit.settings.channels.meetings === undefined
        ? [{ label: words.settings, command: "settings", options: { use: "meetings" }, form: true } as const]
        : []),
    ],
  });
}
