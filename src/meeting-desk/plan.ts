import type { Context } from "../command.ts";
import { InputError } from "../errors.ts";
import { articlesOf } from "../leave-desk/send.ts";
import { confirmations } from "../meetings/confirmations.ts";
import { calledAs, calledPosts, type Meeting, meetingCard, spanOf } from "../meetings/meeting.ts";
import { actorName } from "../office/people.ts";
import { postName } from "../office/posts.ts";
import { type Block, note, paragraph, point, type Reply, reply } from "../reply.ts";
import { addConsents } from "../store/agendas.ts";
import { addMeeting, meetingsBetween, takePlanning } from "../store/meetings.ts";
import { peopleById } from "../store/people.ts";
import type { Visit } from "../visit.ts";
import { checkMeeting, citationsIn, findingBlocks } from "./check.ts";
import { journeysIn } from "./journeys.ts";
import { meetingLines } from "./lines.ts";
import { notYet } from "./not-yet.ts";
import { type Planned, readPlanned } from "./read-planned.ts";
import { comingSentence } from "./reminder-words.ts";

/** Keeps a meeting, and tells whoever plans it what to know: whom the rules call, who of them is away. */
export async function planMeeting(planned: Planned, visit: Visit, context: Context): Promise<Reply> {
  const { wording, language, rulebook } = context;
  const given = await readPlanned(planned, visit, context);
  await takePlanning(visit.records);
  const same = (await meetingsBetween(visit.records, given.day, given.day)).find(
    (each) => each.type === given.type && each.title === given.title && each.fromMinute === given.fromMinute,
  );
  if (same) throw new InputError(wording.meetings.plan.same(wording.leave.number(same.number)), "title");
  const confirmed = new Set(planned.confirmed.split(","));
  const said = confirmations.filter((each) => confirmed.has(each));
  const { refused, open, told } = await checkMeeting(
    given,
    { items: [], confirmed, before: "planning" },
    visit,
    context,
  );
  if (refused || open.length > 0) return notYet("meeting plan", { ...planned }, { refused, open }, context);
  const meeting = await addMeeting(visit.records, given, actorName(visit.actor), visit.now);
  const { number, type, day, invited } = meeting;
  await addConsents(visit.records, number, said, actorName(visit.actor), visit.now);
  await visit.note({
    action: "meeting.plan",
    subject: meetingCard(number),
    articles: articlesOf(told.flatMap(({ facts }) => facts)),
    details: {
      type,
      day,
      invited: invited.length,
      presider: meeting.presider,
      confirmed: said,
    },
  });
  const words = wording.meetings;
  const called = calledPosts(type, rulebook).map((each) => postName(each, rulebook.data.posts, language));
  const named = (await peopleById(visit.records, invited)).map(({ name }) => name);
  const away = await awayBlocks(meeting, visit, context);
  return reply({
    tone: "done",
    language,
    blocks: [
      point(words.plan.done(wording.leave.number(number))),
      { kind: "list", items: meetingLines(meeting, named, context) },
      ...(called.length > 0 ? [paragraph(words.plan.called(wording.roster.list(called)))] : []),
      ...away,
      ...findingBlocks(told, context),
      ...(meeting.reminders
        ? [paragraph(comingSentence(meeting, { ...visit, calendar: context.calendar }, words))]
        : []),
      note(words.plan.notAnnounced),
    ],
    citations: citationsIn(told),
    buttons: [
      {
        label: words.buttons.announce(wording.leave.number(number)),
        command: "meeting announce",
        options: { number: String(number) },
      },
      {
        label: words.agenda.add,
        command: "meeting item",
        options: { number: String(number) },
        form: true,
      },
      { label: words.buttons.list, command: "meeting list", options: {} },
      {
        label: words.buttons.change(wording.leave.number(number)),
        command: "meeting change",
        options: { number: String(number) },
        form: true,
      },
      {
        label: words.buttons.cancel(wording.leave.number(number)),
        command: "meeting cancel",
        options: { number: String(number) },
      },
    ],
  });
}

/** Whoever must attend and is away then, or has asked to be: who and when, never why. */
export async function awayBlocks(
  meeting: Meeting,
  { records }: Visit,
  { wording, rulebook }: Context,
): Promise<readonly Block[]> {
  const leaves = await journeysIn(spanOf(meeting), records, rulebook);
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
