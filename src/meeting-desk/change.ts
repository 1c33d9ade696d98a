import type { Context } from "../command.ts";
import { InputError } from "../errors.ts";
import { comingMeetings, meetingNumber, meetingTime } from "../find-meetings.ts";
import { articlesOf } from "../leave-desk/send.ts";
import { hasBegun } from "../meetings/agenda-clock.ts";
import { confirmations } from "../meetings/confirmations.ts";
import { type Meeting, meetingCard, type PlannedMeeting, spanOf } from "../meetings/meeting.ts";
import { sameReminders, showReminders } from "../meetings/read-reminders.ts";
import { clock } from "../meetings/read-time.ts";
import { actorName } from "../office/people.ts";
import { refusal } from "../office/permissions.ts";
import { postName } from "../office/posts.ts";
import { paragraph, point, type Reply, reply } from "../reply.ts";
import { clockOf } from "../store/agenda-clock.ts";
import { addConsents, agendaOf, consentsTo, dropConsents } from "../store/agendas.ts";
import { forgetAttendance } from "../store/attendance.ts";
import { forgetReplies, meetingNumbered, rewriteMeeting, takeMeeting } from "../store/meetings.ts";
import { everybody } from "../store/people.ts";
import { dropReminders } from "../store/reminders.ts";
import type { Visit } from "../visit.ts";
import type { Wording } from "../wording/wording.ts";
import { calledTo } from "./attending.ts";
import { changeLines, sendChange } from "./change-notice.ts";
import { checkMeeting, citationsIn, findingBlocks } from "./check.ts";
import { chooseMeeting } from "./choose.ts";
import { notYet } from "./not-yet.ts";
import { unreachedBlocks } from "./notice.ts";
import { awayBlocks } from "./plan.ts";
import { type Planned, readPlanned } from "./read-planned.ts";
import { beginOf, planMeetingReminders, planReplyNudge, replanMeetingReminders, wereAsked } from "./reminder.ts";
import { comingSentence } from "./reminder-words.ts";
import { settleLeave } from "./settle-leave.ts";

/** What of a meeting may be changed, as it is typed; "" leaves it as it was, "-" takes it away. Another type is another meeting. */
export type Changes = Omit<Planned, "type">;

/** The coming meetings, each with a button that opens the form. */
export async function whichToChange(visit: Visit, context: Context): Promise<Reply> {
  const { change: words, buttons } = context.wording.meetings;
  const coming = await comingMeetings(visit);
  return chooseMeeting(coming, { ...words, button: buttons.change, command: "meeting change", form: true }, context);
}

/** A meeting as whoever plans meetings would type it; undefined: there is none, or they may not change it. */
export async function meetingAsTyped(named: string, context: Context) {
  const { visit, rulebook, language } = context;
  const number = meetingNumber(named, context);
  if (!visit || number === undefined || refusal("meeting.plan", visit.actor, rulebook.data.permissions))
    return undefined;
  const meeting = await meetingNumbered(visit.records, number);
  if (!meeting || meeting.cancelledAt) return undefined;
  const { type: _, confirmed: __, ...typed } = await asTyped(meeting, visit);
  const presider = meeting.presider === null ? "" : postName(meeting.presider, rulebook.data.posts, language);
  return { ...typed, presider };
}

async function asTyped(meeting: Meeting, { records }: Pick<Visit, "records">): Promise<Planned> {
  const { type, day, fromMinute, untilMinute, title, presider, place } = meeting;
  const people = await everybody(records);
  // a name that several have says nothing: their number does
  const invited = meeting.invited.map((id) => {
    const name = people.find((each) => each.id === id)?.name ?? id;
    return people.filter((each) => each.name === name).length > 1 ? id : name;
  });
  const time = `${clock(fromMinute)}-${clock(untilMinute)}`;
  return {
    ...{ type, day, time, title, place, confirmed: "" },
    until: meeting.untilDay ?? "",
    presider: presider ?? "",
    invited: invited.join("，"),
    department: meeting.department ?? "",
    visit: meeting.siteVisit ? "yes" : "",
    reminders: meeting.reminders ? showReminders(meeting.reminders) : "",
  };
}

/** Changes a meeting, checked as when it was planned; whoever is called to it is told what is different, their calendars too. */
export async function changeMeeting(number: number, typed: Changes, visit: Visit, context: Context): Promise<Reply> {
  const { wording, language, rulebook, calendar } = context;
  const words = wording.meetings.change;
  const name = wording.leave.number(number);
  const refused = (text: string) => reply({ tone: "refused", language, blocks: [point(text)] });
  const old = await takeMeeting(visit.records, number);
  if (!old) return refused(wording.meetings.cancel.noSuch(name));
  if (old.cancelledAt) return refused(wording.meetings.cancel.already(name));
  if (beginOf(old, visit.settings.timeZone) <= visit.now) return refused(words.begun(name, meetingTime(old, wording)));
  if (hasBegun(await clockOf(visit.records, number))) return refused(wording.meetings.clock.begun(name));
  if (cleared(typed.title)) throw new InputError(words.needsTitle, "title");
  const whole = { ...(await asTyped(old, visit)), ...given(typed) };
  const wanted = await readPlanned(whole, visit, context);
  const what = differences(old, wanted);
  if (what.length === 0) return refused(words.same(name));
  const now = confirmations.filter((each) => typed.confirmed.split(",").includes(each));
  const standing = (await consentsTo(visit.records, number)).filter(({ consent }) => !voided(what).includes(consent));
  const {
    refused: against,
    open,
    told,
  } = await checkMeeting(
    wanted,
    {
      number,
      items: await agendaOf(visit.records, number),
      confirmed: new Set([...now, ...standing.map(({ consent }) => consent)]),
      before: old.announcedAt ? "announcing" : "planning",
    },
    visit,
    context,
  );
  if (against || open.length > 0)
    return notYet("meeting change", { number: String(number), ...typed }, { refused: against, open }, context);
  const at = { ...visit, rulebook, calendar };
  const before = await calledTo(old, at);
  // when they are reminded is nothing that people are told, nor does it stand in their calendars
  const toTell = what.filter((each) => each !== "reminders");
  const tells = old.announcedAt !== null && toTell.length > 0;
  const sequence = tells ? old.sequence + 1 : old.sequence;
  const { plannedAt, announcedAt, cancelledAt } = old;
  const meeting: Meeting = { ...wanted, number, plannedAt, announcedAt, cancelledAt, sequence };
  await rewriteMeeting(visit.records, number, wanted, sequence);
  // one that is on its way is waited for: what it says is then brought up to date as well
  const toCome = tells ? await dropReminders(visit.records, meetingCard(number)) : [];
  await dropConsents(visit.records, number, voided(what));
  await addConsents(visit.records, number, now, actorName(visit.actor), visit.now);
  const moved = what.includes("when");
  if (moved) await forgetReplies(visit.records, number);
  const begin = (one: Meeting): number => beginOf(one, visit.settings.timeZone).getTime();
  const beginsThen = begin(old) === begin(meeting);
  if (!beginsThen) await forgetAttendance(visit.records, number);
  await visit.note({
    action: "meeting.change",
    subject: meetingCard(number),
    articles: articlesOf(told.flatMap(({ facts }) => facts)),
    details: { what, day: wanted.day, presider: wanted.presider },
  });
  // leave for a day or a half of one does not know of half an hour more or less
  const elsewhen = JSON.stringify(spanOf(old)) !== JSON.stringify(spanOf(meeting));
  const left = elsewhen ? await settleLeave(old, { wordsOf: wordsOfMoving(meeting), moved: true }, at) : undefined;
  const asked = beginsThen && wereAsked(toCome);
  const sent = tells ? await sendChange({ old, meeting, before, what: toTell, asked }, at) : undefined;
  if (old.announcedAt && !tells) await replanMeetingReminders(meeting, at);
  if (tells) {
    const by = actorName(visit.actor);
    await planMeetingReminders(meeting, { ...at, by, asked });
    await planReplyNudge(meeting, { ...at, by });
  }
  const leaves = [...(left?.withdrawn ?? []), ...(left?.needless ?? [])];
  return reply({
    tone: "done",
    language,
    blocks: [
      point(words.done(name)),
      { kind: "list", items: [...(await changeLines({ old, meeting, what, shown: "all" }, at, wording))] },
      ...(leaves.length > 0
        ? [paragraph(words.withdrawn(wording.roster.list(leaves.map((each) => wording.leave.number(each.number)))))]
        : []),
      paragraph(toldOf(old, sent?.told.length, wording)),
      ...(what.includes("reminders") ? [paragraph(comingSentence(meeting, at, wording.meetings))] : []),
      ...(sent === undefined ? [] : unreachedBlocks(sent, wording)),
      ...(elsewhen ? await awayBlocks(meeting, visit, context) : []),
      ...findingBlocks(told, context),
    ],
    citations: citationsIn(told),
  });
}

/** Who was told of it: so many; or nobody, and why. */
function toldOf({ announcedAt }: Meeting, told: number | undefined, { meetings }: Wording): string {
  if (told !== undefined) return meetings.change.told(told);
  return announcedAt ? meetings.reminders.onlyThese : meetings.cancel.notAnnounced;
}

const cleared = (typed: string): boolean => /^[-－—–]$/u.test(typed.trim());

/** What was typed, with what is to be taken away as nothing. */
const given = (typed: Changes): Partial<Changes> =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) =>
      value.trim() === "" ? [] : [[name, cleared(value) ? "" : value]],
    ),
  );

/** What of a meeting can be told to be different. */
export type Difference = "title" | "when" | "place" | "presider" | "invited" | "department" | "siteVisit" | "reminders";

/** What was said of the meeting as it was, and does not hold of it as it is. */
const voided = (what: readonly Difference[]): readonly string[] => [
  ...(what.includes("presider") || what.includes("when") ? ["entrusted"] : []),
  ...(what.includes("when") ? ["day-off", "days"] : []),
  ...(what.includes("siteVisit") ? ["days"] : []),
  ...(what.includes("invited") ? ["others-leaders"] : []),
  ...(what.includes("department") ? ["plan", "others-leaders"] : []),
];

function differences(old: PlannedMeeting, now: PlannedMeeting): readonly Difference[] {
  const when = ({ day, untilDay = day, fromMinute, untilMinute }: PlannedMeeting) =>
    `${day} ${fromMinute} ${untilDay} ${untilMinute}`;
  const invited = (one: PlannedMeeting) => String([...one.invited].sort());
  const is: Readonly<Record<Difference, boolean>> = {
    title: old.title !== now.title,
    when: when(old) !== when(now),
    place: old.place !== now.place,
    presider: old.presider !== now.presider,
    invited: invited(old) !== invited(now),
    department: old.department !== now.department,
    siteVisit: old.siteVisit !== now.siteVisit,
    reminders: !sameReminders(old.reminders, now.reminders),
  };
  return (Object.keys(is) as Difference[]).filter((each) => is[each]);
}

const wordsOfMoving = (meeting: Meeting) => (wording: Wording) => {
  const { change } = wording.meetings;
  const now = meetingTime(meeting, wording);
  return {
    openRequest: (title: string, was: string, number: string) => change.openRequest(title, was, now, number),
    grantedRequest: (title: string, was: string, number: string) => change.grantedRequest(title, was, now, number),
    toApprover: (title: string, was: string, number: string, who: string) =>
      change.toApprover(title, was, now, number, who),
  };
};
