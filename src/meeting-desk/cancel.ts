import type { Context } from "../command.ts";
import { minutesOf } from "../dates.ts";
import { comingMeetings, meetingTime } from "../find-meetings.ts";
import { cardOf, isGranted, isOpen, type Leave } from "../leave/leave.ts";
import type { AtDesk } from "../leave-desk/at-desk.ts";
import { withdrawMoot } from "../leave-desk/moot.ts";
import { updateCards } from "../leave-desk/send.ts";
import { releaseSubstitute } from "../leave-desk/substitute.ts";
import { type Meeting, meetingCard } from "../meetings/meeting.ts";
import { personName } from "../office/people.ts";
import { paragraph, point, type Reply, reply } from "../reply.ts";
import { discardDraft, leaveNumbered, leavesWhere } from "../store/leave.ts";
import { cancelMeeting, meetingNumbered } from "../store/meetings.ts";
import { personById } from "../store/people.ts";
import { dropReminders } from "../store/reminders.ts";
import type { Visit } from "../visit.ts";
import { type Wording, wordingFor } from "../wording/wording.ts";
import { sendCancellations, unreachedBlocks } from "./notice.ts";

const mostButtons = 20;

/** The coming meetings, each with a button that cancels it. */
export async function whichToCancel(visit: Visit, { wording, language }: Context): Promise<Reply> {
  const words = wording.meetings;
  const coming = await comingMeetings(visit);
  if (coming.length === 0) return reply({ tone: "answer", language, blocks: [point(words.cancel.none)] });
  return reply({
    tone: "needs",
    language,
    blocks: [
      point(words.cancel.which),
      {
        kind: "list",
        items: coming.map(
          (each) => `${wording.leave.number(each.number)} · ${each.title} · ${meetingTime(each, wording)}`,
        ),
      },
    ],
    buttons: coming.slice(0, mostButtons).map(({ number }) => ({
      label: words.buttons.cancel(wording.leave.number(number)),
      command: "meeting cancel",
      options: { number: String(number) },
    })),
  });
}

/** Cancels a meeting; whoever asked for leave from it, and whoever was to decide on that, are told. */
export async function cancelReply(number: number, visit: Visit, context: Context): Promise<Reply> {
  const { wording, language, rulebook, calendar } = context;
  const words = wording.meetings.cancel;
  const name = wording.leave.number(number);
  const refused = (text: string) => reply({ tone: "refused", language, blocks: [point(text)] });
  const meeting = await meetingNumbered(visit.records, number);
  if (!meeting) return refused(words.noSuch(name));
  const when = meetingTime(meeting, wording);
  const over = meeting.day === visit.today && meeting.untilMinute <= minutesOf(visit.now, visit.settings.timeZone);
  if (!meeting.cancelledAt && (meeting.day < visit.today || over)) return refused(words.over(name, when));
  if (meeting.cancelledAt || !(await cancelMeeting(visit.records, number, visit.now)))
    return refused(words.already(name));
  await visit.note({ action: "meeting.cancel", subject: meetingCard(number), details: { day: meeting.day } });
  const at = { ...visit, rulebook, calendar };
  const cancelled = { ...meeting, cancelledAt: visit.now, sequence: meeting.sequence + 1 };
  const told = meeting.announcedAt ? await sendCancellations(cancelled, at) : undefined;
  const { withdrawn, needless } = await settleLeave(meeting, at);
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

/** Of leave from the meeting nothing is decided any more; leave that was granted stays known, but is not needed. */
async function settleLeave(
  meeting: Meeting,
  at: AtDesk,
): Promise<{ readonly withdrawn: readonly Leave[]; readonly needless: readonly Leave[] }> {
  const withdrawn: Leave[] = [];
  const needless: Leave[] = [];
  for (const { number } of await leavesWhere(at.records, { meeting: meeting.number })) {
    // somebody may just be deciding on it: it is then waited for what they do
    const leave = await leaveNumbered(at.records, number);
    if (!leave) continue;
    if (leave.status === "draft") await discardDraft(at.records, number);
    if (isOpen(leave)) {
      const done = await withdrawMoot(leave, { meeting: meeting.number }, at);
      if (!done) throw new Error(`request ${number} was changed while its meeting was cancelled`);
      withdrawn.push(done);
      await tellOpen(done, meeting, at);
    }
    if (isGranted(leave)) {
      needless.push(leave);
      await dropReminders(at.records, cardOf(number));
      await updateCards(leave, at);
      await releaseSubstitute(leave, at);
      await tell(leave.person, at, (wording) =>
        wording.meetings.cancel.grantedRequest(
          meeting.title,
          meetingTime(meeting, wording),
          wording.leave.number(number),
        ),
      );
    }
  }
  return { withdrawn, needless };
}

async function tellOpen(leave: Leave, meeting: Meeting, at: AtDesk): Promise<void> {
  const name = (await personById(at.records, leave.person))?.name ?? leave.person;
  await tell(leave.person, at, (wording) =>
    wording.meetings.cancel.openRequest(
      meeting.title,
      meetingTime(meeting, wording),
      wording.leave.number(leave.number),
    ),
  );
  if (leave.approver === null) return;
  await tell(leave.approver, at, (wording) =>
    wording.meetings.cancel.toApprover(
      meeting.title,
      meetingTime(meeting, wording),
      wording.leave.number(leave.number),
      wording.leave.person(name, leave.title),
    ),
  );
}

async function tell(person: string, at: AtDesk, words: (wording: Wording) => string): Promise<void> {
  const wording = wordingFor(await at.languageOf(person));
  const told = reply({ tone: "done", language: wording.language, blocks: [point(words(wording))] });
  await at.send(personName(person), told);
}
