import type { Context } from "../command.ts";
import { meetingTime } from "../find-meetings.ts";
import type { AtDesk } from "../leave-desk/at-desk.ts";
import { minutesLate, type Recorded } from "../meetings/attendance.ts";
import { hereCard, type Meeting, meetingCard } from "../meetings/meeting.ts";
import { clock } from "../meetings/read-time.ts";
import { personName } from "../office/people.ts";
import { type Button, paragraph, point, type Reply, reply } from "../reply.ts";
import { addAttendance, attendanceAt } from "../store/attendance.ts";
import { takeMeeting } from "../store/meetings.ts";
import { updateCard } from "../store/outbox.ts";
import type { Visit } from "../visit.ts";
import { type Wording, wordingFor } from "../wording/wording.ts";
import { rollOf } from "./attending.ts";
import { chooseMeeting } from "./choose.ts";
import { clockTime, heldLately, opensLater } from "./holding.ts";
import { meetingLines } from "./lines.ts";
import { beginOf, endOf } from "./reminder.ts";

/** The meetings at which whoever asks may be now, each with a button. */
export async function whichHere(visit: Visit, context: Context): Promise<Reply> {
  const { attendance } = context.wording.meetings;
  const { person } = visit.actor;
  const held: Meeting[] = [];
  for (const each of await heldLately(visit))
    if (person && endOf(each, visit.settings.timeZone) > visit.now && (await isCalled(each, person.id, visit, context)))
      held.push(each);
  const choosing = { which: attendance.whichHere, none: attendance.noneHere, button: attendance.hereAt };
  return chooseMeeting(held, { ...choosing, command: "meeting here" }, context);
}

/** Called to it, or goes instead of somebody who has leave; to one that nobody was called to, nobody is. */
async function isCalled(meeting: Meeting, id: string, { records }: Visit, { rulebook }: Context): Promise<boolean> {
  if (!meeting.announcedAt) return false;
  const roll = await rollOf(meeting, { records, rulebook });
  return roll.some(({ person, substitute }) => person.id === id || substitute === id);
}

/** Somebody says that they are there. Who is called is found out now, whatever a message showed. */
export async function hereReply(number: number, visit: Visit, context: Context): Promise<Reply> {
  const { wording, language, rulebook, calendar } = context;
  const words = wording.meetings.attendance;
  const { now, settings } = visit;
  const name = wording.leave.number(number);
  const refused = (text: string) => reply({ tone: "refused", language, blocks: [point(text)] });
  const { person } = visit.actor;
  if (!person) return refused(wording.leave.rosterOnly);
  const meeting = await takeMeeting(visit.records, number);
  // of a meeting to which they are not called nobody learns that there is one
  if (!meeting || !(await isCalled(meeting, person.id, visit, context)))
    return refused(wording.meetings.attend.notCalled(name));
  if (meeting.cancelledAt) return refused(wording.meetings.cancel.already(name));
  const known = (await attendanceAt(visit.records, number)).get(person.id);
  if (known) return knownReply(person.id, meeting, known, visit, wording);
  const opens = opensLater(meeting, visit);
  if (opens !== undefined) return refused(words.early(meeting.title, opens));
  if (endOf(meeting, settings.timeZone) <= now)
    return refused(words.over(meeting.title, meetingTime(meeting, wording)));
  const late = minutesLate(beginOf(meeting, settings.timeZone), now);
  const recorded: Recorded = { state: late > 0 ? "late" : "present", at: now, by: personName(person.id) };
  if (!(await addAttendance(visit.records, number, person.id, recorded))) {
    const first = (await attendanceAt(visit.records, number)).get(person.id) ?? recorded;
    return knownReply(person.id, meeting, first, visit, wording);
  }
  await visit.note({
    action: "meeting.attendance",
    subject: meetingCard(number),
    details: { state: recorded.state },
    about: person.id,
  });
  await updateHere(meeting, new Map([[person.id, recorded]]), { ...visit, rulebook, calendar });
  const text = late > 0 ? words.doneLate(meeting.title, late) : words.done(meeting.title);
  return reply({ tone: "done", language, blocks: [point(text)] });
}

/** Whoever says it once more, or comes later, is told what is recorded of them. */
function knownReply(
  id: string,
  meeting: Meeting,
  recorded: Recorded,
  { today, settings }: Visit,
  wording: Wording,
): Reply {
  const words = wording.meetings.attendance;
  const state = stateWords(id, meeting, recorded, settings.timeZone, wording);
  const at = clockTime(recorded.at, today, settings.timeZone);
  return reply({
    tone: "answer",
    language: wording.language,
    blocks: [point(words.recorded(meeting.title, state, at)), paragraph(words.wrong)],
  });
}

/** How late somebody was is known where they said themselves that they were there. */
export function stateWords(
  id: string,
  meeting: Meeting,
  { state, at, by }: Recorded,
  zone: string,
  { meetings: { attendance } }: Wording,
): string {
  const late = minutesLate(beginOf(meeting, zone), at);
  return state === "late" && late > 0 && by === personName(id) ? attendance.late(late) : attendance.states[state];
}

/** What asks somebody to say that they are there. */
export function hereMessage(meeting: Meeting, wording: Wording, at: Pick<AtDesk, "rulebook">): Reply {
  const { attendance } = wording.meetings;
  return reply({
    tone: "needs",
    language: wording.language,
    blocks: [
      point(attendance.begins(clock(meeting.fromMinute))),
      { kind: "list", items: meetingLines(meeting, [], { ...at, wording }) },
    ],
    buttons: [hereButton(meeting, wording)],
  });
}

export const hereButton = ({ number }: Meeting, { meetings }: Wording): Button => ({
  label: meetings.attendance.here,
  command: "meeting here",
  options: { number: String(number) },
});

/** What people were asked with shows what is recorded of them, and asks no more. `recorded`: by their ids. */
export async function updateHere(
  meeting: Meeting,
  recorded: ReadonlyMap<string, Recorded>,
  { records, languageOf, now, today, settings }: AtDesk,
): Promise<void> {
  await updateCard(
    records,
    hereCard(meeting.number),
    async (recipient) => {
      const id = recipient.replace(/^person:/, "");
      const own = recorded.get(id);
      if (!own) return undefined;
      const wording = wordingFor(await languageOf(id));
      const words = wording.meetings.attendance;
      const state = stateWords(id, meeting, own, settings.timeZone, wording);
      const text = words.recorded(meeting.title, state, clockTime(own.at, today, settings.timeZone));
      return reply({ tone: "done", language: wording.language, blocks: [point(text)] });
    },
    now,
  );
}
