import type { Context } from "../command.ts";
import { csvOf } from "../csv.ts";
import { minuteOf } from "../dates.ts";
import { meetingTime } from "../find-meetings.ts";
import type { AtDesk } from "../leave-desk/at-desk.ts";
import { type Attended, attendanceOf, attendedStates } from "../meetings/attendance.ts";
import type { Meeting } from "../meetings/meeting.ts";
import { type Button, note, paragraph, point, type Reply, reply, type TextFile } from "../reply.ts";
import { attendanceAt } from "../store/attendance.ts";
import { meetingNumbered } from "../store/meetings.ts";
import { peopleById } from "../store/people.ts";
import type { Visit } from "../visit.ts";
import type { Wording } from "../wording/wording.ts";
import { type OnRoll, rollOf } from "./attending.ts";
import { chooseMeeting } from "./choose.ts";
import { stateWords } from "./here.ts";
import { heldLately, opensLater } from "./holding.ts";
import { endOf } from "./reminder.ts";

const mostShown = 100;
/** Meetings of so many days can be chosen; of earlier ones the number is known. */
const daysBack = 21;

/** A called person: how it stood with them before, and whether they were there. */
export interface AtMeeting extends Omit<OnRoll, "state">, Attended {
  /** They had said that they come, and have no leave. */
  readonly comes: boolean;
}

/** Everybody who is called, with whether they are there. */
export async function attendedOf(
  meeting: Meeting,
  at: Pick<AtDesk, "records" | "rulebook" | "now" | "settings">,
): Promise<readonly AtMeeting[]> {
  const recorded = await attendanceAt(at.records, meeting.number);
  const over = endOf(meeting, at.settings.timeZone) <= at.now;
  return (await rollOf(meeting, at)).map(({ person, title, as, ...standing }) => ({
    person,
    title,
    as,
    comes: standing.state === "attending",
    ...attendanceOf(person.id, standing, { recorded, over }),
  }));
}

/** The meetings that are held or were held lately, each with a button that shows who was there. */
export async function whichAttendance(visit: Visit, context: Context): Promise<Reply> {
  const { attendance: words } = context.wording.meetings;
  const held = await heldLately(visit, daysBack);
  return chooseMeeting(held, { ...words, command: "meeting attendance" }, context);
}

/** Who is at a meeting, or was, for those who plan meetings. Never why somebody is not. `said`: what was just recorded. */
export async function attendanceReply(number: number, visit: Visit, context: Context, said?: string): Promise<Reply> {
  const { wording, language, rulebook } = context;
  const words = wording.meetings.attendance;
  const name = wording.leave.number(number);
  const refused = (text: string) => reply({ tone: "refused", language, blocks: [point(text)] });
  const meeting = await meetingNumbered(visit.records, number);
  if (!meeting) return refused(wording.meetings.cancel.noSuch(name));
  if (meeting.cancelledAt) return refused(wording.meetings.cancel.already(name));
  const attended = await attendedOf(meeting, { ...visit, rulebook });
  const all = attended.toSorted(
    (one, other) => attendedStates.indexOf(one.state) - attendedStates.indexOf(other.state),
  );
  const names = await namesIn(all, visit);
  const { roll } = wording.meetings;
  const shown = all.slice(0, mostShown);
  const opens = opensLater(meeting, visit);
  return reply({
    tone: said === undefined ? "answer" : "done",
    language,
    blocks: [
      point(said ?? words.title(meeting.title, meetingTime(meeting, wording))),
      paragraph(attendanceSummary(all, wording)),
      ...(meeting.announcedAt ? [] : [paragraph(wording.meetings.plan.notAnnounced)]),
      ...(opens === undefined ? [] : [paragraph(words.notYet(meeting.title, opens))]),
      {
        kind: "table",
        rows: [
          [roll.fields.name, roll.fields.title, roll.fields.as, words.fields.state],
          ...shown.map((each) => [
            each.person.name,
            each.title,
            roll.as[each.as],
            attendedWords(each, meeting, names, visit, wording),
          ]),
        ],
      },
      ...(all.length > shown.length ? [note(wording.meetings.list.more(shown.length, all.length))] : []),
      note(words.file),
    ],
    buttons: opens === undefined ? recording(meeting, all, wording) : [],
    files: [fileOf(meeting, all, names, visit, wording)],
  });
}

function recording(
  { number }: Meeting,
  all: readonly AtMeeting[],
  { meetings: { attendance } }: Wording,
): readonly Button[] {
  const command = "meeting attendance";
  const options = { number: String(number) };
  return [
    ...(all.some(({ comes, recorded }) => comes && !recorded)
      ? [{ label: attendance.everybody, command, options: { ...options, everybody: "yes" } }]
      : []),
    { label: attendance.record, command, options, form: true },
  ];
}

/** The names of those who went instead and of those who recorded somebody. */
async function namesIn(all: readonly AtMeeting[], { records }: Visit): Promise<ReadonlyMap<string, string>> {
  const ids = all.flatMap(({ substitute, recorded }) => [
    ...(substitute === undefined ? [] : [substitute]),
    ...(recorded ? [recorded.by.replace(/^person:/, "")] : []),
  ]);
  return new Map((await peopleById(records, [...new Set(ids)])).map(({ id, name }) => [id, name]));
}

function attendedWords(
  { person, state, recorded, substitute, instead }: AtMeeting,
  meeting: Meeting,
  names: ReadonlyMap<string, string>,
  { settings }: Visit,
  wording: Wording,
): string {
  const { attendance } = wording.meetings;
  if (substitute !== undefined)
    return attendance.instead(names.get(substitute) ?? substitute, attendance.states[instead ?? "present"]);
  return recorded ? stateWords(person.id, meeting, recorded, settings.timeZone, wording) : attendance.states[state];
}

/** "not recorded: 3, present: 5" */
export function attendanceSummary(all: readonly AtMeeting[], { meetings, roster }: Wording): string {
  const { count, states } = meetings.attendance;
  const counted = attendedStates.flatMap((state) => {
    const many = all.filter((each) => each.state === state).length;
    return many === 0 ? [] : [count(states[state], many)];
  });
  return roster.list(counted);
}

function fileOf(
  meeting: Meeting,
  all: readonly AtMeeting[],
  names: ReadonlyMap<string, string>,
  visit: Visit,
  wording: Wording,
): TextFile {
  const { roll, attendance } = wording.meetings;
  const { fields } = attendance;
  const rows = all.map((each) => {
    const { person, title, as, recorded, substitute } = each;
    const by = recorded?.by.replace(/^person:/, "") ?? "";
    return [
      person.id,
      person.name,
      title,
      roll.as[as],
      attendedWords(each, meeting, names, visit, wording),
      substitute === undefined ? "" : (names.get(substitute) ?? substitute),
      recorded ? minuteOf(recorded.at, visit.settings.timeZone) : "",
      names.get(by) ?? by,
    ];
  });
  const heading = [
    fields.person,
    roll.fields.name,
    roll.fields.title,
    roll.fields.as,
    fields.state,
    fields.substitute,
    fields.at,
    fields.by,
  ];
  return { name: `attendance-${meeting.day}-${meeting.number}.csv`, content: csvOf([heading, ...rows]) };
}

export const attendanceButton = ({ number }: Meeting, { meetings, leave }: Wording): Button => ({
  label: meetings.attendance.button(leave.number(number)),
  command: "meeting attendance",
  options: { number: String(number) },
});
