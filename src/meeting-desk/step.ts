import type { Context } from "../command.ts";
import { meetingTime } from "../find-meetings.ts";
import { lastStep, type Step, stepOn, stepsOf } from "../meetings/agenda-clock.ts";
import { meetingCard } from "../meetings/meeting.ts";
import { actorName } from "../office/people.ts";
import { point, type Reply, reply } from "../reply.ts";
import { timeItem } from "../store/agenda-clock.ts";
import { takeMeeting } from "../store/meetings.ts";
import type { Visit } from "../visit.ts";
import { chooseMeeting } from "./choose.ts";
import { type Clock, clockBlocks, clockButtons, openClock, planItemReminders, showClock } from "./clock.ts";
import { heldLately, isPast, opensLater } from "./holding.ts";

export type Direction = "next" | "back";

/** The meetings of today that are held or about to begin, each with a button. */
export async function whichClock(direction: Direction, visit: Visit, context: Context): Promise<Reply> {
  const { clock } = context.wording.meetings;
  return chooseMeeting(await heldLately(visit), { ...clock, command: `meeting ${direction}` }, context);
}

/**
 * The agenda of a meeting goes a step on, or back. `expected`: how many steps were made when the button was shown, "" for
 * a typed line: of two who press at once one moves it, and the other sees how it stands.
 */
export async function stepReply(
  number: number,
  { direction, expected }: { readonly direction: Direction; readonly expected: string },
  visit: Visit,
  context: Context,
): Promise<Reply> {
  const { wording, language, rulebook, calendar } = context;
  const words = wording.meetings.clock;
  const name = wording.leave.number(number);
  const refused = (text: string) => reply({ tone: "refused", language, blocks: [point(text)] });
  const meeting = await takeMeeting(visit.records, number);
  if (!meeting) return refused(wording.meetings.cancel.noSuch(name));
  if (meeting.cancelledAt) return refused(wording.meetings.cancel.already(name));
  const opens = opensLater(meeting, visit);
  if (opens !== undefined) return refused(words.notYet(meeting.title, opens));
  if (isPast(meeting, visit.today)) return refused(words.past(meeting.title, meetingTime(meeting, wording)));
  const clock = await openClock(meeting, visit);
  const { items } = clock;
  if (items.length === 0) {
    const options = { number: String(number) };
    const add = { label: wording.meetings.agenda.add, command: "meeting item", options, form: true } as const;
    return reply({ tone: "needs", language, blocks: [point(words.empty(name))], buttons: [add] });
  }
  if (expected !== "" && expected !== String(stepsOf(items))) return standing(clock, words.moved, visit, context);
  const step = direction === "next" ? stepOn(items) : lastStep(items);
  if (!step) return standing(clock, direction === "next" ? words.nothingMore : words.nothingBack, visit, context);
  await keepStep(number, direction, step, visit);
  const at = { ...visit, rulebook, calendar };
  const by = actorName(visit.actor);
  const now = await openClock(meeting, visit);
  await planItemReminders(now, by, at);
  await showClock(now, at, by);
  return reply({
    tone: "done",
    language,
    blocks: clockBlocks(now, wording, visit),
    buttons: clockButtons(now, wording),
  });
}

async function keepStep(
  number: number,
  direction: Direction,
  { ends, begins }: Step,
  { records, now, note }: Visit,
): Promise<void> {
  const on = direction === "next";
  if (ends) await timeItem(records, number, { ...ends, endedAt: on ? now : null });
  if (begins) await timeItem(records, number, { ...begins, begunAt: on ? now : null, endedAt: null });
  await note({
    action: "meeting.clock",
    subject: meetingCard(number),
    details: { what: direction, ended: ends?.position ?? null, begun: begins?.position ?? null },
  });
}

/** How it stands, where nothing was changed. */
const standing = (clock: Clock, why: string, visit: Visit, { wording, language }: Context): Reply =>
  reply({
    tone: "answer",
    language,
    blocks: [point(why), ...clockBlocks(clock, wording, visit)],
    buttons: clockButtons(clock, wording),
  });
