import type { Context } from "../command.ts";
import { comingMeetings, meetingTime } from "../find-meetings.ts";
import { firstOf, plusMonths } from "../leave/read-month.ts";
import { calledAs, type Meeting } from "../meetings/meeting.ts";
import { clock } from "../meetings/read-time.ts";
import { meetingTypeName } from "../meetings/types.ts";
import { refusal } from "../office/permissions.ts";
import { postName } from "../office/posts.ts";
import { meetingsFile } from "../pictures/meetings-files.ts";
import { monthDays } from "../pictures/month-days.ts";
import { type Block, type Button, note, point, type Reply, reply } from "../reply.ts";
import { meetingsBetween } from "../store/meetings.ts";
import type { Visit } from "../visit.ts";
import type { MeetingsWording } from "../wording/meetings/wording.ts";
import type { Period } from "./period.ts";

const mostShown = 30;
const mostButtons = 5;

/** Which meetings somebody asks for. `mine`: of those that they may see only those that they must attend. */
export interface Asked {
  readonly period: Period;
  readonly mine: boolean;
}

/** All that are to come. */
export const coming: Asked = { period: { kind: "coming" }, mine: false };

/** The meetings that somebody must attend; to those who plan meetings or look after leave, all of them. */
export async function meetingsReply({ period, mine }: Asked, visit: Visit, context: Context): Promise<Reply> {
  const { wording, language, rulebook, calendar } = context;
  const { permissions } = rulebook.data;
  const { today, records, actor } = visit;
  const words = wording.meetings;
  const { person } = actor;
  const asOf = (meeting: Meeting) => (person ? calledAs(person, meeting, rulebook) : undefined);
  const isMine = (meeting: Meeting) => asOf(meeting) !== undefined;
  const plans = refusal("meeting.plan", actor, permissions) === undefined;
  const seesAll = plans || refusal("leave.see", actor, permissions) === undefined;
  const all = seesAll && !mine;
  if (!all && !person)
    return reply({
      tone: "refused",
      language,
      blocks: [point(wording.leave.rosterOnly)],
      buttons: [{ label: "/whoami", command: "whoami", options: {} }],
    });
  const found =
    period.kind === "coming" ? await comingMeetings(visit) : await meetingsBetween(records, period.from, period.until);
  const meetings = found.filter((each) => all || isMine(each));
  const shown = meetings.slice(0, mostShown);
  const buttons: readonly Button[] = [
    ...shown
      .filter((each) => each.day >= today && isMine(each))
      .slice(0, mostButtons)
      .map(({ number }) => ({
        label: words.buttons.leave(wording.leave.number(number)),
        command: "leave request",
        options: { meeting: String(number) },
        form: true as const,
      })),
    ...(plans ? [{ label: words.buttons.plan, command: "meeting plan", options: {}, form: true as const }] : []),
    ...otherLists({ period, mine }, seesAll && person !== undefined, visit, words),
  ];
  const headings = headingsOf(period, words);
  if (shown.length === 0)
    return reply({ tone: "answer", language, blocks: [point(all ? headings.none : headings.noneForYou)], buttons });
  const { fields, list } = words;
  const mark = (meeting: Meeting) => {
    const as = asOf(meeting);
    return as === undefined ? "" : as === "invited" ? list.invited : list.called;
  };
  const row = (each: Meeting): readonly string[] => [
    wording.leave.number(each.number),
    meetingTime(each, wording),
    each.title,
    meetingTypeName(each.type, rulebook, language),
    each.place,
    each.presider === null ? "" : postName(each.presider, rulebook.data.posts, language),
    // what the calendar shows is said in words too
    ...(period.kind === "coming" ? [] : [each.announcedAt === null ? list.notAnnounced : ""]),
    mark(each),
  ];
  const table: Block = {
    kind: "table",
    rows: [
      [
        ...[fields.number, fields.when, fields.title, fields.type, fields.place, fields.presider],
        ...(period.kind === "coming" ? [] : [list.state]),
        fields.you,
      ],
      ...shown.map(row),
    ],
  };
  return reply({
    tone: "answer",
    language,
    blocks: [
      point(all ? headings.all : headings.yours),
      table,
      ...(meetings.length > mostShown ? [note(list.more(mostShown))] : []),
    ],
    buttons,
    files:
      period.kind === "month"
        ? [
            meetingsFile({
              language,
              today,
              days: monthDays(period.from, calendar, wording.pictures.meetings.notes),
              meetings: meetings.map((each) => ({
                day: each.day,
                time: clock(each.fromMinute),
                title: each.title,
                announced: each.announcedAt !== null,
                mine: isMine(each),
              })),
              whose: all ? "all" : "yours",
            }),
          ]
        : [],
  });
}

type Headings = Readonly<Record<"all" | "yours" | "none" | "noneForYou", string>>;

function headingsOf(period: Period, { list }: MeetingsWording): Headings {
  if (period.kind === "coming") return list;
  const { from, until } = period;
  const { all, yours, none, noneForYou } = list[period.kind];
  return {
    all: all(from, until),
    yours: yours(from, until),
    none: none(from, until),
    noneForYou: noneForYou(from, until),
  };
}

/** What else one may look at from here: the months beside, this week, what is to come, one's own. */
function otherLists(
  { period, mine }: Asked,
  mayChoose: boolean,
  { today }: Visit,
  { list, buttons }: MeetingsWording,
): readonly Button[] {
  const button = (label: string, options: Button["options"], only = mine): Button => ({
    label,
    command: "meeting list",
    options: { ...options, ...(only ? { mine: "mine" } : {}) },
  });
  const month = period.kind === "month" ? period.from : undefined;
  const months = month ? [plusMonths(month, -1), plusMonths(month, 1)] : [firstOf(today)];
  const here: Button["options"] =
    period.kind === "coming" ? {} : month ? { month: month.slice(0, 7) } : { period: period.kind };
  return [
    ...months.map((first) => button(list.buttons.month(first), { month: first.slice(0, 7) })),
    ...(period.kind === "week" ? [] : [button(list.buttons.week, { period: "week" })]),
    ...(period.kind === "coming" ? [] : [button(buttons.list, {})]),
    ...(mayChoose ? [button(mine ? list.buttons.everybody : list.buttons.mine, here, !mine)] : []),
  ];
}
