import type { Context } from "../command.ts";
import { type Day, minutesOf, plusDays } from "../dates.ts";
import { InputError } from "../errors.ts";
import type { Half, Leave } from "../leave/leave.ts";
import { readMark } from "../leave/read-day.ts";
import { after, halfDay } from "../leave/span.ts";
import { repeated } from "../text.ts";
import type { AtDesk } from "./at-desk.ts";
import { halfDayShown } from "./returned-line.ts";
import { halfOf } from "./roll.ts";

/** What was typed: which leave, and since when somebody is back. */
export interface ReturnGiven {
  readonly number: number | undefined;
  /** "" for now. */
  readonly day: string;
}

/** Reads "12", "第12号", "12 yesterday", and a day alone: `/leave return 12-04 pm`. */
export function readReturn(typed: string, day: string): ReturnGiven {
  const text = typed.trim();
  const [, digits, rest = ""] =
    text.match(/^(?:no\.?|nr\.?|#|第)?\s*(\d{1,9})\s*(?:号|號)?(?:[\s,，、]+(.*))?$/isu) ?? [];
  if (digits === undefined) return { number: undefined, day: text || day.trim() };
  return { number: Number(digits), day: rest.trim() || day.trim() };
}

/**
 * The first half day back at work. Now, when no day is given; on the last evening of the leave, when the office is
 * closed already, the half day after it. Of a day before, the half in which the leave says somebody is back, else its
 * morning. Throws an InputError for what cannot be read, has not come, or lies before the leave.
 */
export function backSince(
  typed: string,
  { span }: Pick<Leave, "span">,
  { now, today, settings }: Pick<AtDesk, "now" | "today" | "settings">,
  { wording }: Pick<Context, "wording">,
): { readonly day: Day; readonly half: Half } {
  const present = halfOf(now, settings.timeZone);
  if (typed === "") {
    const closed = minutesOf(now, settings.timeZone) >= (settings.officeHours.at(-1)?.until ?? 24 * 60);
    const last = today === span.until && present === span.untilHalf;
    return closed && last ? after(span) : { day: today, half: present };
  }
  const words = wording.leaveReturn;
  // of days without a year, and of Fridays, the last is meant
  const read = readMark(typed, { today, from: plusDays(today, -6) });
  if (!read) throw new InputError(words.unreadable(repeated(typed)), "day");
  const { day } = read;
  const expected = after(span);
  const usual = day === expected.day ? expected.half : day === span.from ? span.fromHalf : "am";
  const half = read.half ?? (day === today ? present : usual);
  if (halfDay(day, half) > halfDay(today, present))
    throw new InputError(words.future(halfDayShown(day, half, wording)), "day");
  if (halfDay(day, half) < halfDay(span.from, span.fromHalf))
    throw new InputError(words.tooEarly(halfDayShown(day, half, wording), wording.leave.span(span)), "day");
  return { day, half };
}
