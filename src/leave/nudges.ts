import { instantOf, plusDays } from "../dates.ts";
import { type OfficeTime, officeMoment, workingDaysLater } from "../reminders/office-time.ts";
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

/**
 * When whoever decides is nudged after `sent` nudges, the last of them (or the request itself) at `last`. Leave that
 * begins before the usual time is not left lying: the first nudge then comes in the next hour of office. That the days
 * are over and nothing was decided is told when they are; from then on it is once a week.
 */
export function nextNudge(sent: number, last: Date, span: Span, office: OfficeTime): Date {
  const over = endOf(span, office.zone);
  if (sent > 0 && last >= over) return officeMoment(new Date(last.getTime() + week), office);
  const usual = workingDaysLater(last, pauses[sent] ?? longest, office);
  if (sent === 0)
    return beginningOf(span, office.zone) < usual
      ? earlier(usual, officeMoment(new Date(last.getTime() + hour), office))
      : usual;
  return earlier(usual, officeMoment(over, office));
}

const earlier = (one: Date, other: Date): Date => (one < other ? one : other);

/** How things stand when a nudge is due. */
export interface AtNudge {
  /** How many were sent before. */
  readonly sent: number;
  /** The days of the leave are over. */
  readonly over: boolean;
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

/** The first nudge is between Mishu and the approver; from the second on the request is everybody's care. */
export function planNudge({ sent, over, somebodyMay, officeTold }: AtNudge): Nudge {
  const silent = sent > 0 || over || !somebodyMay;
  return { everybody: silent, requester: silent, office: silent && !officeTold };
}
