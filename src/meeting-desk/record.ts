import type { Context } from "../command.ts";
import { personNamed } from "../find-people.ts";
import { type AttendanceState, attendanceStates, type Recorded } from "../meetings/attendance.ts";
import { type Meeting, meetingCard } from "../meetings/meeting.ts";
import { actorName } from "../office/people.ts";
import { type Button, point, type Reply, reply } from "../reply.ts";
import { addAttendance, attendanceAt, putAttendance } from "../store/attendance.ts";
import { takeMeeting } from "../store/meetings.ts";
import type { Visit } from "../visit.ts";
import { attendanceReply } from "./attendance.ts";
import { rollOf } from "./attending.ts";
import { updateHere } from "./here.ts";
import { opensLater } from "./holding.ts";

/** What those who plan meetings record: of one person, or of everybody who said that they come. */
export interface Recording {
  /** As it was typed. */
  readonly person: string;
  readonly state: AttendanceState | undefined;
  readonly everybody: boolean;
}

/** Records who is at a meeting, or corrects what is recorded, and shows how it then stands with everybody. */
export async function recordReply(
  number: number,
  { person: typed, state, everybody }: Recording,
  visit: Visit,
  context: Context,
): Promise<Reply> {
  const { wording, language } = context;
  const words = wording.meetings.attendance;
  const name = wording.leave.number(number);
  const refused = (text: string) => reply({ tone: "refused", language, blocks: [point(text)] });
  const meeting = await takeMeeting(visit.records, number);
  if (!meeting) return refused(wording.meetings.cancel.noSuch(name));
  if (meeting.cancelledAt) return refused(wording.meetings.cancel.already(name));
  const opens = opensLater(meeting, visit);
  if (opens !== undefined) return refused(words.notYet(meeting.title, opens));
  if (everybody) return recordEverybody(meeting, visit, context);
  const options = { number: String(number) };
  if (typed.trim() === "") {
    const form: Button = { label: words.record, command: "meeting attendance", options, form: true };
    return reply({ tone: "needs", language, blocks: [point(words.whose)], buttons: [form] });
  }
  const person = await personNamed(typed, "person", context);
  const roll = await rollOf(meeting, { ...visit, rulebook: context.rulebook });
  if (!roll.some((each) => each.person.id === person.id || each.substitute === person.id))
    return refused(words.notCalled(person.name, name));
  if (state === undefined)
    return reply({
      tone: "needs",
      language,
      blocks: [point(words.whichState(person.name))],
      buttons: attendanceStates.map((each) => ({
        label: words.states[each],
        command: "meeting attendance",
        options: { ...options, person: person.id, state: each },
      })),
    });
  const before = (await attendanceAt(visit.records, number)).get(person.id);
  if (before?.state === state) return refused(words.same(person.name, words.states[state]));
  const recorded: Recorded = { state, at: visit.now, by: actorName(visit.actor) };
  await putAttendance(visit.records, number, person.id, recorded);
  await keepCourse(meeting, new Map([[person.id, recorded]]), visit, context);
  return attendanceReply(number, visit, context, words.changed(person.name, words.states[state]));
}

/** One press for all who said that they come; what is recorded of somebody stays. */
async function recordEverybody(meeting: Meeting, visit: Visit, context: Context): Promise<Reply> {
  const words = context.wording.meetings.attendance;
  const recorded: Recorded = { state: "present", at: visit.now, by: actorName(visit.actor) };
  const added = new Map<string, Recorded>();
  for (const { person, state } of await rollOf(meeting, { ...visit, rulebook: context.rulebook }))
    if (state === "attending" && (await addAttendance(visit.records, meeting.number, person.id, recorded)))
      added.set(person.id, recorded);
  await keepCourse(meeting, added, visit, context);
  const said = added.size === 0 ? words.everybodyNone : words.everybodyDone(added.size);
  return attendanceReply(meeting.number, visit, context, said);
}

/** The audit, person by person, and what they were asked with. */
async function keepCourse(
  meeting: Meeting,
  recorded: ReadonlyMap<string, Recorded>,
  visit: Visit,
  { rulebook, calendar }: Context,
): Promise<void> {
  for (const [about, { state }] of recorded)
    await visit.note({
      action: "meeting.attendance",
      subject: meetingCard(meeting.number),
      details: { state, person: about },
      about,
    });
  await updateHere(meeting, recorded, { ...visit, rulebook, calendar });
}
