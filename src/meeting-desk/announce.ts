import type { Context } from "../command.ts";
import { comingMeetings, meetingTime } from "../find-meetings.ts";
import { articlesOf } from "../leave-desk/send.ts";
import { confirmations } from "../meetings/confirmations.ts";
import { meetingCard } from "../meetings/meeting.ts";
import { actorName } from "../office/people.ts";
import { note, paragraph, point, type Reply, reply } from "../reply.ts";
import { addConsents, agendaOf, consentsTo, prepareItems } from "../store/agendas.ts";
import { announceMeeting, takeMeeting } from "../store/meetings.ts";
import type { Visit } from "../visit.ts";
import { checkMeeting, citationsIn, findingBlocks } from "./check.ts";
import { chooseMeeting } from "./choose.ts";
import { notYet } from "./not-yet.ts";
import { sendNotices, unreachedBlocks } from "./notice.ts";
import { beginOf, planMeetingReminders, planReplyNudge, remindersFor } from "./reminder.ts";
import { howLongBefore } from "./reminder-words.ts";

/** The coming meetings to which nobody was called yet, each with a button that calls everybody. */
export async function whichToAnnounce(visit: Visit, context: Context): Promise<Reply> {
  const { announce: words, buttons } = context.wording.meetings;
  const coming = (await comingMeetings(visit)).filter(({ announcedAt }) => announcedAt === null);
  return chooseMeeting(coming, { ...words, button: buttons.announce, command: "meeting announce" }, context);
}

/** Checks a meeting once more, then calls everybody to it, once, and plans that they are reminded. `typed`: see confirmations. */
export async function announceReply(number: number, typed: string, visit: Visit, context: Context): Promise<Reply> {
  const { wording, language, rulebook, calendar } = context;
  const words = wording.meetings.announce;
  const name = wording.leave.number(number);
  const refused = (text: string) => reply({ tone: "refused", language, blocks: [point(text)] });
  const meeting = await takeMeeting(visit.records, number);
  if (!meeting) return refused(wording.meetings.cancel.noSuch(name));
  if (meeting.cancelledAt) return refused(wording.meetings.cancel.already(name));
  if (beginOf(meeting, visit.settings.timeZone) <= visit.now)
    return refused(words.begun(name, meetingTime(meeting, wording)));
  if (meeting.announcedAt) return refused(words.already(name));
  const now = confirmations.filter((each) => typed.split(",").includes(each));
  const recorded = (await consentsTo(visit.records, number)).map(({ consent }) => consent);
  const items = await agendaOf(visit.records, number);
  const confirmed = new Set([...now, ...recorded]);
  const {
    refused: against,
    open,
    told: remarks,
  } = await checkMeeting(meeting, { number, items, confirmed, before: "announcing" }, visit, context);
  if (against || open.length > 0)
    return notYet(
      "meeting announce",
      { number: String(number), confirmed: typed },
      { refused: against, open },
      context,
    );
  if (!(await announceMeeting(visit.records, number, visit.now))) return refused(words.already(name));
  await addConsents(visit.records, number, now, actorName(visit.actor), visit.now);
  if (now.includes("prepared")) await prepareItems(visit.records, number);
  const at = { ...visit, rulebook, calendar };
  const called = await sendNotices(meeting, at);
  const { length: told } = called.told;
  const by = actorName(visit.actor);
  await planMeetingReminders(meeting, { ...at, by });
  await planReplyNudge(meeting, { ...at, by });
  await visit.note({
    action: "meeting.announce",
    subject: meetingCard(number),
    articles: articlesOf(remarks.flatMap(({ facts }) => facts)),
    details: { told, unreached: called.unreached.length, confirmed: now },
  });
  return reply({
    tone: "done",
    language,
    blocks: [
      point(words.done(name, told)),
      ...unreachedBlocks(called, wording),
      paragraph(words.reminders(howLongBefore(remindersFor(meeting, visit), wording.meetings))),
      ...findingBlocks(remarks, context),
      ...(visit.settings.channels.meetings === undefined ? [note(words.noChannel)] : []),
    ],
    citations: citationsIn(remarks),
    buttons: [
      { label: wording.meetings.buttons.list, command: "meeting list", options: {} },
      ...(visit.settings.channels.meetings === undefined
        ? [{ label: words.settings, command: "settings", options: { use: "meetings" }, form: true } as const]
        : []),
    ],
  });
}
