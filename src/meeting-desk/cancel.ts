import type { Context } from "../command.ts";
import { minutesOf } from "../dates.ts";
import { comingMeetings, meetingTime } from "../find-meetings.ts";
import type { Leave } from "../leave/leave.ts";
import { clockCard, meetingCard } from "../meetings/meeting.ts";
import { paragraph, point, type Reply, reply } from "../reply.ts";
import { cancelMeeting, takeMeeting } from "../store/meetings.ts";
import { minutesOf as minutesOn } from "../store/minutes.ts";
import { updateCard } from "../store/outbox.ts";
import type { Visit } from "../visit.ts";
import { chooseMeeting } from "./choose.ts";
import { sendCancellations, unreachedBlocks, wordingOf } from "./notice.ts";
import { settleLeave } from "./settle-leave.ts";

/** The coming meetings, each with a button that cancels it. */
export async function whichToCancel(visit: Visit, context: Context): Promise<Reply> {
  const { cancel: words, buttons } = context.wording.meetings;
  const coming = await comingMeetings(visit);
  return chooseMeeting(coming, { ...words, button: buttons.cancel, command: "meeting cancel" }, context);
}

/** Cancels a meeting; whoever asked for leave from it, and whoever was to decide on that, are told. */
export async function cancelReply(number: number, visit: Visit, context: Context): Promise<Reply> {
  const { wording, language, rulebook, calendar } = context;
  const words = wording.meetings.cancel;
  const name = wording.leave.number(number);
  const refused = (text: string) => reply({ tone: "refused", language, blocks: [point(text)] });
  const meeting = await takeMeeting(visit.records, number);
  if (!meeting) return refused(words.noSuch(name));
  const when = meetingTime(meeting, wording);
  const lastDay = meeting.untilDay ?? meeting.day;
  const over = lastDay === visit.today && meeting.untilMinute <= minutesOf(visit.now, visit.settings.timeZone);
  if (!meeting.cancelledAt && (lastDay < visit.today || over)) return refused(words.over(name, when));
  if (!meeting.cancelledAt && (await minutesOn(visit.records, number))) return refused(words.minuted(name));
  if (meeting.cancelledAt || !(await cancelMeeting(visit.records, number, visit.now)))
    return refused(words.already(name));
  await visit.note({ action: "meeting.cancel", subject: meetingCard(number), details: { day: meeting.day } });
  const at = { ...visit, rulebook, calendar };
  const cancelled = { ...meeting, cancelledAt: visit.now, sequence: meeting.sequence + 1 };
  const told = meeting.announcedAt ? await sendCancellations(cancelled, at) : undefined;
  await updateCard(
    visit.records,
    clockCard(number),
    async (recipient) => {
      const of = await wordingOf(recipient, at);
      const text = of.meetings.notice.cancelled(meeting.title, meetingTime(meeting, of));
      return reply({ tone: "done", language: of.language, blocks: [point(text)] });
    },
    visit.now,
  );
  const { withdrawn, needless } = await settleLeave(meeting, { wordsOf: ({ meetings }) => meetings.cancel }, at);
  const named = (leaves: readonly Leave[]) =>
    wording.roster.list(leaves.map((each) => wording.leave.number(each.number)));
  return reply({
    tone: "done",
    language,
    blocks: [
      point(words.done(name, meeting.title, when)),
      ...(withdrawn.length > 0 ? [paragraph(words.withdrawn(named(withdrawn)))] : []),
      ...(needless.length > 0 ? [paragraph(words.needless(named(needless)))] : []),
      paragraph(told === undefined ? words.notAnnounced : words.told(told.told.length)),
      ...(told === undefined ? [] : unreachedBlocks(told, wording)),
    ],
  });
}
