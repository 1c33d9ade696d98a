import { instantOf, plusDays } from "../dates.ts";
import { type OfficeTime, officeMoment, workingDaysBefore, workingDaysLater } from "../reminders/office-time.ts";
import type { Span } from "./leave.ts";

/** Working days before the first nudge, and between each and the next; from then on the last of them, without end. */
const pauses = [1, 1, 1, 2, 3, 5] as const;
const longest = 5;

const hour = 3600_000;
const week = 7 * 24 * hour;
const noon = 12 * 60;

/** The instant at which the first half day of a span begins. */
export const beginningOf = ({ from, fromHalf }: Span, zone: string): Date =>
  instantOf(from, fromHalf === "am" ? 0 : noon, zone);

/** The instant at which the last half day of a span is over. */
export const endOf = ({ until, untilHalf }: Span, zone: string): Date =>
  untilHalf === "am" ? instantOf(until, noon, zone) : instantOf(plusDays(until, 1), 0, zone);

const minute = 60_000;

/**
 * The last moments of office before the first day of leave at which people can still do something about it: an hour
 * before they leave, and a quarter of an hour before, for what is asked in between.
 */
function lastCalls({ from }: Span, office: OfficeTime): readonly [Date, Date] {
  const leaving = workingDaysBefore(instantOf(from, 24 * 60 - 1, office.zone), 1, office);
  return [officeMoment(new Date(leaving.getTime() - 45 * minute), office), leaving];
}

/**
 * When whoever decides is nudged after `sent` nudges, the last of them (or the request itself) at `last`. Leave that
 * begins before the usual time is not left lying: the first nudge then comes in the next hour of office, and the second,
 * of which whoever asked and the office know, while people are still at work before the first day. That the days are
 * over and nothing was decided is told when they are, a week after that, and then after twice as long each time.
 */
export function nextNudge(sent: number, last: Date, span: Span, office: OfficeTime): Date {
  const over = endOf(span, office.zone);
  if (sent > 0 && last >= over) {
    const weeks = Math.max(1, Math.floor((last.getTime() - over.getTime()) / week));
    return officeMoment(new Date(last.getTime() + weeks * week), office);
  }
  const usual = workingDaysLater(last, pauses[sent] ?? longest, office);
  const calls = lastCalls(span, office);
  if (sent === 0) {
    const call = calls.find((each) => each > last);
    if (usual < (call ?? beginningOf(span, office.zone))) return usual;
    const soon = earlier(usual, officeMoment(new Date(last.getTime() + hour), office));
    return call ? earlier(soon, call) : soon;
  }
  const [call] = calls;
  return earlier(sent === 1 && call > last ? earlier(usual, call) : usual, officeMoment(over, office));
}

/** Whether no other nudge comes before the leave begins, when `sent` came before the one of `now`. */
export const isLastBefore = (sent: number, now: Date, span: Span, office: OfficeTime): boolean =>
  nextNudge(sent + 1, now, span, office) >= beginningOf(span, office.zone);

const earlier = (one: Date, other: Date): Date => (one < other ? one : other);

/** How things stand when a nudge is due. */
export interface AtNudge {
  /** How many were sent before. */
  readonly sent: number;
  /** The leave begins before another nudge would come, has begun, or is over. */
  readonly begins: boolean;
  /** Somebody may decide as things stand. */
  readonly somebodyMay: boolean;
  /** Those who look after the office's leave know of it. */
  readonly officeTold: boolean;
}

/** Whom a nudge goes to, besides whom the request was sent to. */
export interface Nudge {
  /** All who may decide and are there: the other whom the words allow as well. */
  readonly everybody: boolean;
  /** Whoever asked: what the rules allow as the next step. */
  readonly requester: boolean;
  /** Those who look after the office's leave. */
  readonly office: boolean;
}

/**
 * The first nudge is between Mishu and the approver, unless it is the last before the leave begins; from the second on
 * the request is everybody's care.
 */
export function planNudge({ sent, begins, somebodyMay, officeTold }: AtNudge): Nudge {
  const silent = sent > 0 || begins || !somebodyMay;
  return { everybody: silent, requester: silent, office: silent && !officeTold };
}
