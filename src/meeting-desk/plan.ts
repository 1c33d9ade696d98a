import type { Context } from "../command.ts";
import { minutesOf } from "../dates.ts";
import { InputError } from "../errors.ts";
import { meetingTime } from "../find-meetings.ts";
import { readMark } from "../leave/read-day.ts";
import { awaySpan, covers } from "../leave/span.ts";
import { presiderNamed } from "../leave-desk/occasions.ts";
import { articlesOf } from "../leave-desk/send.ts";
import {
  calledAs,
  calledPosts,
  halvesOf,
  type Meeting,
  meetingCard,
  type PlannedMeeting,
} from "../meetings/meeting.ts";
import { readTime } from "../meetings/read-time.ts";
import { meetingTypeName, meetingTypeNamed, meetingTypes } from "../meetings/types.ts";
import { actorName } from "../office/people.ts";
import { postName, postNamed } from "../office/posts.ts";
import { optionName } from "../options.ts";
import { type Block, type Button, note, paragraph, point, type Reply, reply } from "../reply.ts";
import { leavesWhere } from "../store/leave.ts";
import { addMeeting, meetingsBetween } from "../store/meetings.ts";
import { peopleById } from "../store/people.ts";
import { repeated } from "../text.ts";
import type { Visit } from "../visit.ts";
import { type Confirmation, checkPlan, citationsIn, confirmations, findingBlocks } from "./check.ts";
import { invitedIn } from "./invited.ts";
import { meetingLines } from "./lines.ts";

/** A meeting as it was typed. */
export interface Planned {
  readonly type: string;
  readonly day: string;
  readonly time: string;
  readonly title: string;
  readonly presider: string;
  readonly place: string;
  readonly invited: string;
  /** What whoever plans it says to be so, as ids with commas: see confirmations. */
  readonly confirmed: string;
}

/** In characters. */
const longest = { title: 200, place: 200 } as const;

/** Keeps a meeting, and tells whoever plans it what to know: whom the rules call, who of them is away. */
export async function planMeeting(planned: Planned, visit: Visit, context: Context): Promise<Reply> {
  const { wording, language, rulebook } = context;
  const given = await readPlanned(planned, visit, context);
  const same = (await meetingsBetween(visit.records, given.day, given.day)).find(
    (each) => each.type === given.type && each.title === given.title && each.fromMinute === given.fromMinute,
  );
  if (same) throw new InputError(wording.meetings.plan.same(wording.leave.number(same.number)), "title");
  const confirmed = new Set(planned.confirmed.split(","));
  const { refused, open, told } = await checkPlan(given, confirmed, visit, context);
  const [first] = open;
  if (refused || first) return notYet(planned, refused ? [refused] : open, refused ? undefined : first, context);
  const meeting = await addMeeting(visit.records, given, actorName(visit.actor), visit.now);
  const { number, type, day, invited } = meeting;
  await visit.note({
    action: "meeting.plan",
    subject: meetingCard(number),
    articles: articlesOf(told.flatMap(({ facts }) => facts)),
    details: {
      type,
      day,
      invited: invited.length,
      presider: meeting.presider,
      confirmed: confirmations.filter((each) => confirmed.has(each)),
    },
  });
  const words = wording.meetings;
  const called = calledPosts(type, rulebook).map((each) => postName(each, rulebook.data.posts, language));
  const named = (await peopleById(visit.records, invited)).map(({ name }) => name);
  const away = await awayFrom(meeting, visit, context);
  return reply({
    tone: "done",
    language,
    blocks: [
      point(words.plan.done(wording.leave.number(number))),
      { kind: "list", items: meetingLines(meeting, named, context) },
      ...(called.length > 0 ? [paragraph(words.plan.called(wording.roster.list(called)))] : []),
      ...away,
      ...findingBlocks(told, context),
      note(words.plan.notAnnounced),
    ],
    citations: citationsIn(told),
    buttons: [
      {
        label: words.buttons.announce(wording.leave.number(number)),
        command: "meeting announce",
        options: { number: String(number) },
      },
      { label: words.buttons.list, command: "meeting list", options: {} },
      {
        label: words.buttons.cancel(wording.leave.number(number)),
        command: "meeting cancel",
        options: { number: String(number) },
      },
    ],
  });
}

/** Nothing is planned: what stands against it, with the words, and what to do about it. */
function notYet(
  planned: Planned,
  findings: Parameters<typeof findingBlocks>[0],
  first: { readonly confirm: Confirmation } | undefined,
  context: Context,
): Reply {
  const { check } = context.wording.meetings;
  const { confirmed, ...typed } = planned;
  const given = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ""));
  const confirm: readonly Button[] = first
    ? [
        {
          label: check.confirm[first.confirm],
          command: "meeting plan",
          options: {
            ...given,
            confirmed: [...confirmed.split(","), first.confirm].filter((each) => each !== "").join(","),
          },
        },
      ]
    : [];
  return reply({
    tone: first ? "needs" : "refused",
    language: context.language,
    blocks: [...findingBlocks(findings, context), paragraph(first ? check.notYet : check.nothing)],
    citations: citationsIn(findings),
    buttons: [...confirm, { label: check.change, command: "meeting plan", options: given, form: true }],
  });
}

async function readPlanned(typed: Planned, visit: Visit, context: Context): Promise<PlannedMeeting> {
  const { wording, language, rulebook, commands } = context;
  const words = wording.meetings.plan;
  const type = meetingTypeNamed(typed.type, rulebook);
  if (type === undefined) {
    const known = meetingTypes(rulebook).map((each) => meetingTypeName(each, rulebook, language));
    throw new InputError(words.noType(repeated(typed.type), known), "type");
  }
  const day = readMark(typed.day, { today: visit.today })?.day;
  if (day === undefined) throw new InputError(words.noDay(repeated(typed.day)), "day");
  const time = readTime(typed.time);
  if (!time) throw new InputError(words.noTime(repeated(typed.time)), "time");
  const minutes = { fromMinute: time.from, untilMinute: time.until };
  const over = day === visit.today && time.until <= minutesOf(visit.now, visit.settings.timeZone);
  if (day < visit.today || over)
    throw new InputError(words.past(meetingTime({ day, ...minutes }, wording)), over ? "time" : "day");
  const { posts } = rulebook.data;
  const presider = typed.presider.trim() === "" ? null : postOf(typed.presider, context);
  if (presider === undefined) {
    const known = Object.keys(posts).map((each) => postName(each, posts, language));
    throw new InputError(words.noPresider(repeated(typed.presider), known.slice(0, 6)), "presider");
  }
  const command = commands.find(({ path }) => path === "meeting plan");
  for (const name of ["title", "place"] as const)
    if (typed[name].length > longest[name])
      throw new InputError(words.tooLong(command ? optionName(command, name, language) : name, longest[name]), name);
  const invited = await invitedIn(typed.invited, day, visit, context);
  const [title, place] = [typed.title.trim(), typed.place.trim()];
  return { type, title, day, ...minutes, place, presider, invited: invited.map(({ id }) => id) };
}

const postOf = (typed: string, { rulebook }: Context): string | undefined =>
  postNamed(typed, rulebook.data.posts) ?? presiderNamed(typed, rulebook);

/** Whoever must attend and is away then, or has asked to be: who and when, never why. */
async function awayFrom(
  meeting: Meeting,
  { records }: Visit,
  { wording, rulebook }: Context,
): Promise<readonly Block[]> {
  const statuses = ["asked", "questioned", "approved", "noted"] as const;
  const days = { from: meeting.day, until: meeting.day };
  const leaves = (await leavesWhere(records, { statuses, ...days })).filter((each) => {
    const span = each.occasion === rulebook.data.leave?.trip ? awaySpan(each) : undefined;
    return span && halvesOf(meeting).some((half) => covers(span, meeting.day, half));
  });
  const people = await peopleById(records, [...new Set(leaves.map(({ person }) => person))]);
  const items = leaves.flatMap((leave) => {
    const person = people.find(({ id }) => id === leave.person);
    if (!person || calledAs(person, meeting, rulebook) === undefined) return [];
    const { span, statuses: states } = wording.leave;
    const who = wording.leave.person(person.name, leave.title);
    return [{ who, line: wording.meetings.plan.awayLine(who, span(leave.span), states[leave.status]) }];
  });
  if (items.length === 0) return [];
  const count = new Set(items.map(({ who }) => who)).size;
  return [paragraph(wording.meetings.plan.away(count)), { kind: "list", items: items.map(({ line }) => line) }];
}
