import type { Context } from "../command.ts";
import type { Day } from "../dates.ts";
import { comingMeetings, meetingTime } from "../find-meetings.ts";
import { firstOf, plusMonths } from "../leave/read-month.ts";
import { calledAs, type Meeting } from "../meetings/meeting.ts";
import { clock } from "../meetings/read-time.ts";
import { meetingTypeName } from "../meetings/types.ts";
import { refusal } from "../office/permissions.ts";
import { postName } from "../office/posts.ts";
import type { Whose } from "../pictures/meetings.ts";
import { meetingsFile } from "../pictures/meetings-files.ts";
import { monthDays } from "../pictures/month-days.ts";
import { type Block, type Button, note, type Picture, point, type Reply, reply } from "../reply.ts";
import { meetingsBetween } from "../store/meetings.ts";
import type { Visit } from "../visit.ts";
import type { MeetingsWording } from "../wording/meetings/wording.ts";
import type { Wording } from "../wording/wording.ts";
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
export async function meetingsReply(asked: Asked, visit: Visit, context: Context): Promise<Reply> {
  const { wording, language, rulebook } = context;
  const { today, actor } = visit;
  const words = wording.meetings;
  const { person } = actor;
  const plans = refusal("meeting.plan", actor, rulebook.data.permissions) === undefined;
  const seesAll = plans || refusal("leave.see", actor, rulebook.data.permissions) === undefined;
  const all = seesAll && !asked.mine;
  if (!all && !person)
    return reply({
      tone: "refused",
      language,
      blocks: [point(wording.leave.rosterOnly)],
      buttons: [{ label: "/whoami", command: "whoami", options: {} }],
    });
  const found = (await meetingsOf(asked.period, visit)).map((meeting): Found => {
    const as = person && calledAs(person, meeting, rulebook);
    return as === undefined ? { meeting } : { meeting, as };
  });
  const meetings = all ? found : found.filter(({ as }) => as !== undefined);
  const shown = listed(meetings, today);
  const headings = headingsOf(asked.period, words);
  const empty = all ? headings.none : headings.noneForYou;
  return reply({
    tone: "answer",
    language,
    blocks:
      shown.length === 0
        ? [point(empty)]
        : [
            point(all ? headings.all : headings.yours),
            tableOf(shown, asked.period, context),
            ...(meetings.length > shown.length ? [note(words.list.more(shown.length, meetings.length))] : []),
          ],
    buttons: [
      ...leaveButtons(shown, today, wording),
      ...(plans ? [{ label: words.buttons.plan, command: "meeting plan", options: {}, form: true } as const] : []),
      ...otherLists(asked, seesAll && person !== undefined, today, words),
    ],
    files:
      asked.period.kind === "month" && shown.length > 0
        ? [calendarOf(meetings, asked.period.from, all ? "all" : "yours", today, context)]
        : [],
  });
}

/** `as`: why whoever asks must attend it; missing where they need not. */
interface Found {
  readonly meeting: Meeting;
  readonly as?: string;
}

const meetingsOf = (period: Period, visit: Visit): Promise<readonly Meeting[]> =>
  period.kind === "coming" ? comingMeetings(visit) : meetingsBetween(visit.records, period.from, period.until);

/** As many as can be listed: where there are more, rather those of today and later. */
function listed(found: readonly Found[], today: Day): readonly Found[] {
  const ahead = found.findIndex(({ meeting }) => meeting.day >= today);
  const first = Math.max(0, Math.min(ahead, found.length - mostShown));
  return found.slice(first, first + mostShown);
}

function tableOf(shown: readonly Found[], { kind }: Period, { wording, rulebook, language }: Context): Block {
  const { fields, list } = wording.meetings;
  // what a calendar shows is said in words too
  const state = (said: string): readonly string[] => (kind === "coming" ? [] : [said]);
  return {
    kind: "table",
    rows: [
      [fields.number, fields.when, fields.title, fields.type, fields.place, fields.presider].concat(
        state(list.state),
        fields.you,
      ),
      ...shown.map(({ meeting, as }) => [
        wording.leave.number(meeting.number),
        meetingTime(meeting, wording),
        meeting.title,
        meetingTypeName(meeting.type, rulebook, language),
        meeting.place,
        meeting.presider === null ? "" : postName(meeting.presider, rulebook.data.posts, language),
        ...state(meeting.announcedAt === null ? list.notAnnounced : ""),
        as === undefined ? "" : as === "invited" ? list.invited : list.called,
      ]),
    ],
  };
}

const leaveButtons = (shown: readonly Found[], today: Day, { meetings, leave }: Wording): readonly Button[] =>
  shown
    .filter(({ meeting, as }) => as !== undefined && meeting.day >= today)
    .slice(0, mostButtons)
    .map(({ meeting: { number } }) => ({
      label: meetings.buttons.leave(leave.number(number)),
      command: "leave request",
      options: { meeting: String(number) },
      form: true,
    }));

const calendarOf = (
  found: readonly Found[],
  first: Day,
  whose: Whose,
  today: Day,
  { language, calendar, wording }: Context,
): Picture =>
  meetingsFile({
    language,
    today,
    whose,
    days: monthDays(first, calendar, wording.pictures.meetings.notes),
    meetings: found.map(({ meeting: { day, fromMinute, title, announcedAt }, as }) => ({
      day,
      time: clock(fromMinute),
      title,
      announced: announcedAt !== null,
      mine: as !== undefined,
    })),
  });

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
  today: Day,
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
