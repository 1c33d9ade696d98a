import { quotes } from "../ask/sources.ts";
import type { Context } from "../command.ts";
import { dayOf } from "../dates.ts";
import { confirmations } from "../meetings/confirmations.ts";
import { presidingOf } from "../meetings/convening.ts";
import { calledPosts, type Meeting } from "../meetings/meeting.ts";
import { postName } from "../office/posts.ts";
import { type Block, type Button, paragraph, point, type Reply, reply } from "../reply.ts";
import { agendaOf, consentsTo } from "../store/agendas.ts";
import { attendanceAt } from "../store/attendance.ts";
import { meetingNumbered } from "../store/meetings.ts";
import { minutesOf } from "../store/minutes.ts";
import { peopleById } from "../store/people.ts";
import type { Visit } from "../visit.ts";
import type { Wording } from "../wording/wording.ts";
import { agendaBlocks } from "./agenda.ts";
import { attendanceButton } from "./attendance.ts";
import { type OnRoll, rollOf } from "./attending.ts";
import { clockButtons, openClock } from "./clock.ts";
import { stateWords } from "./here.ts";
import { isPast, opensLater } from "./holding.ts";
import { meetingLines } from "./lines.ts";
import { attendButton, leaveButton } from "./notice.ts";
import { beginOf } from "./reminder.ts";
import { comingSentence } from "./reminder-words.ts";
import { rollSummary } from "./roll-reply.ts";
import { maySee, notSeen, whichSeen } from "./seeing.ts";

/** The coming meetings that whoever asks may see, each with a button that shows it. */
export function whichToShow(visit: Visit, context: Context): Promise<Reply> {
  const { show, buttons } = context.wording.meetings;
  return whichSeen({ ...show, button: buttons.show, command: "meeting show" }, visit, context);
}

/** A meeting with what is known of it: how it stands, by which words whoever presides does, who comes. */
export async function showReply(number: number, visit: Visit, context: Context): Promise<Reply> {
  const { wording, language, rulebook } = context;
  const words = wording.meetings;
  const meeting = await meetingNumbered(visit.records, number);
  const sees = meeting && maySee(meeting, visit, context);
  if (!meeting || sees === undefined) return notSeen(number, context);
  const all = sees === "all";
  const invited = all ? (await peopleById(visit.records, meeting.invited)).map(({ name }) => name) : [];
  const called = all
    ? calledPosts(meeting.type, rulebook).map((each) => postName(each, rulebook.data.posts, language))
    : [];
  const roll = await rollOf(meeting, { ...visit, rulebook });
  const own = roll.find(({ person }) => person.id === visit.actor.person?.id);
  const items = await agendaOf(visit.records, number);
  const minutes = await minutesOf(visit.records, number);
  const { blocks, citations } = presiding(meeting, context);
  return reply({
    tone: "answer",
    language,
    blocks: [
      point(words.show.meeting(wording.leave.number(number))),
      { kind: "list", items: meetingLines(meeting, invited, context) },
      paragraph(state(meeting, visit, context)),
      ...(all && isToCome(meeting, visit)
        ? [paragraph(comingSentence(meeting, { ...visit, calendar: context.calendar }, words))]
        : []),
      ...(called.length > 0 ? [paragraph(words.plan.called(wording.roster.list(called)))] : []),
      ...(all && meeting.announcedAt && !meeting.cancelledAt ? [paragraph(rollSummary(roll, wording))] : []),
      ...(own && !meeting.cancelledAt ? [paragraph(words.show.you(await ownState(own, meeting, visit, wording)))] : []),
      ...(all ? await consentLines(number, visit, context) : []),
      ...blocks,
      ...(all && minutes
        ? [
            paragraph(
              wording.labelled(
                words.minutes.which.button(wording.leave.number(number)),
                words.minutes.statuses[minutes.status],
              ),
            ),
          ]
        : []),
      ...(items.length > 0 ? [paragraph(words.buttons.agenda(wording.leave.number(number)))] : []),
      ...(items.length > 0 ? await agendaBlocks(items, visit.records, wording) : []),
    ],
    citations,
    buttons: meeting.cancelledAt
      ? []
      : [
          ...(all ? await holding(meeting, visit, context) : []),
          ...buttonsFor(meeting, all, own?.as === "presider" ? undefined : own?.state, visit, context),
        ],
  });
}

/** What is recorded of whoever asks, else what is known of their coming. */
async function ownState(
  { person, state: comes }: OnRoll,
  meeting: Meeting,
  { records, settings }: Visit,
  wording: Wording,
): Promise<string> {
  const recorded = (await attendanceAt(records, meeting.number)).get(person.id);
  if (!recorded) return wording.meetings.roll.states[comes];
  return stateWords(person.id, meeting, recorded, settings.timeZone, wording);
}

/** What those who plan meetings do while one is held, or about to begin. */
async function holding(meeting: Meeting, visit: Visit, { wording }: Context): Promise<readonly Button[]> {
  if (opensLater(meeting, visit) !== undefined) return [];
  const clock = isPast(meeting, visit.today) ? undefined : await openClock(meeting, visit);
  return [
    attendanceButton(meeting, wording),
    ...(clock ? clockButtons(clock, wording).filter(({ command }) => command !== "meeting agenda") : []),
  ];
}

/** What was said to be so, by whom and when. */
async function consentLines(
  number: number,
  { records, settings }: Visit,
  { wording }: Context,
): Promise<readonly Block[]> {
  const { check } = wording.meetings;
  const said = await consentsTo(records, number);
  const ids = said.map(({ saidBy }) => saidBy.replace(/^person:/, ""));
  const names = new Map((await peopleById(records, ids)).map(({ id, name }) => [id, name]));
  const lines = said.flatMap(({ consent, saidBy, at }) => {
    const known = confirmations.find((each) => each === consent);
    const by = names.get(saidBy.replace(/^person:/, "")) ?? saidBy;
    return known ? [check.consent(check.consents[known], by, dayOf(at, settings.timeZone))] : [];
  });
  return lines.length > 0 ? [{ kind: "list", items: lines }] : [];
}

const isToCome = (meeting: Meeting, { settings, now }: Visit): boolean =>
  !meeting.cancelledAt && beginOf(meeting, settings.timeZone) > now;

function state({ announcedAt, cancelledAt }: Meeting, { settings }: Visit, { wording }: Context): string {
  const { show, plan } = wording.meetings;
  if (cancelledAt) return show.cancelled(dayOf(cancelledAt, settings.timeZone));
  return announcedAt ? show.announced(dayOf(announcedAt, settings.timeZone)) : plan.notAnnounced;
}

/** The words by which whoever presides may; nothing where the rules say nothing, or it is not known who will. */
function presiding({ type, presider }: Meeting, { rulebook, wording }: Context) {
  const found = presider === null ? undefined : presidingOf(type, presider, rulebook);
  const rule = found && "rule" in found ? found.rule : undefined;
  if (!rule) return { blocks: [] as readonly Block[], citations: [] };
  return { blocks: quotes([rule], { rulebook, wording }), citations: rule.because };
}

function buttonsFor(
  meeting: Meeting,
  all: boolean,
  own: string | undefined,
  visit: Visit,
  { rulebook, wording }: Context,
): readonly Button[] {
  const { buttons, minutes } = wording.meetings;
  const name = wording.leave.number(meeting.number);
  const options = { number: String(meeting.number) };
  if (beginOf(meeting, visit.settings.timeZone) <= visit.now)
    return all ? [{ label: minutes.which.button(name), command: "meeting minutes", options }] : [];
  const announced = meeting.announcedAt !== null;
  return [
    ...(announced && own === "none" ? [attendButton(meeting, wording)] : []),
    ...(announced && (own === "none" || own === "attending") ? leaveButton(meeting, wording, rulebook) : []),
    ...(all && !announced ? [{ label: buttons.announce(name), command: "meeting announce", options }] : []),
    ...(all && announced ? [{ label: buttons.roll(name), command: "meeting roll", options }] : []),
    ...(all
      ? [
          { label: buttons.agenda(name), command: "meeting agenda", options },
          { label: buttons.change(name), command: "meeting change", options, form: true } as const,
          { label: buttons.cancel(name), command: "meeting cancel", options },
        ]
      : []),
  ];
}
