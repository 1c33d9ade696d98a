import type { Context } from "../command.ts";
import { comingMeetings, meetingTime } from "../find-meetings.ts";
import { rollStates } from "../meetings/roll.ts";
import { note, paragraph, point, type Reply, reply } from "../reply.ts";
import { meetingNumbered } from "../store/meetings.ts";
import { peopleById } from "../store/people.ts";
import type { Visit } from "../visit.ts";
import type { Wording } from "../wording/wording.ts";
import { type OnRoll, rollOf } from "./attending.ts";
import { chooseMeeting } from "./choose.ts";

const mostShown = 100;

/** The coming meetings to which people were called, each with a button that shows its roll. */
export async function whichRoll(visit: Visit, context: Context): Promise<Reply> {
  const { roll: words, buttons } = context.wording.meetings;
  const coming = (await comingMeetings(visit)).filter(({ announcedAt }) => announcedAt !== null);
  return chooseMeeting(coming, { ...words, button: buttons.roll, command: "meeting roll" }, context);
}

/** Who comes to a meeting, who has leave, who goes instead, who has said nothing; for those who plan it. Never why. */
export async function rollReply(number: number, visit: Visit, context: Context): Promise<Reply> {
  const { wording, language, rulebook } = context;
  const name = wording.leave.number(number);
  const refused = (text: string) => reply({ tone: "refused", language, blocks: [point(text)] });
  const meeting = await meetingNumbered(visit.records, number);
  if (!meeting) return refused(wording.meetings.cancel.noSuch(name));
  const roll = await rollOf(meeting, { ...visit, rulebook });
  const words = wording.meetings.roll;
  const shown = inOrder(roll).slice(0, mostShown);
  const people = await peopleById(
    visit.records,
    shown.flatMap(({ substitute }) => substitute ?? []),
  );
  const instead = new Map(people.map((each) => [each.id, each.name]));
  return reply({
    tone: "answer",
    language,
    blocks: [
      point(words.title(meeting.title, meetingTime(meeting, wording))),
      ...(meeting.cancelledAt ? [paragraph(wording.meetings.cancel.already(name))] : []),
      ...(meeting.announcedAt ? [] : [paragraph(wording.meetings.plan.notAnnounced)]),
      paragraph(rollSummary(roll, wording)),
      {
        kind: "table",
        rows: [
          [words.fields.name, words.fields.title, words.fields.as, words.fields.state],
          ...shown.map((each) => [
            each.person.name,
            each.title,
            words.as[each.as],
            each.substitute === undefined
              ? words.states[each.state]
              : words.substitute(instead.get(each.substitute) ?? each.substitute),
          ]),
        ],
      },
      ...(roll.length > shown.length ? [note(wording.meetings.list.more(shown.length, roll.length))] : []),
    ],
    buttons:
      meeting.announcedAt || meeting.cancelledAt
        ? []
        : [
            {
              label: wording.meetings.buttons.announce(name),
              command: "meeting announce",
              options: { number: String(number) },
            },
          ],
  });
}

/** Whoever has said nothing comes first: that is what whoever reads it must do something about. */
const inOrder = (roll: readonly OnRoll[]): readonly OnRoll[] =>
  roll.toSorted((one, other) => rollStates.indexOf(one.state) - rollStates.indexOf(other.state));

/** "no reply yet: 3, comes: 5" */
export function rollSummary(roll: readonly OnRoll[], { meetings, roster }: Wording): string {
  const { count, states } = meetings.roll;
  const counted = rollStates.flatMap((state) => {
    const many = roll.filter((each) => each.state === state).length;
    return many === 0 ? [] : [count(states[state], many)];
  });
  return roster.list(counted);
}
