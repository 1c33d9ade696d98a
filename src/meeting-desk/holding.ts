import { type Day, dayOf, minuteOf, plusDays } from "../dates.ts";
import type { Meeting } from "../meetings/meeting.ts";
import { meetingsBetween } from "../store/meetings.ts";
import type { Visit } from "../visit.ts";
import { beginOf } from "./reminder.ts";

/** So long before its beginning a meeting can be opened: people say that they are there, the agenda can begin. */
const before = 15 * 60_000;

export const opensAt = (meeting: Pick<Meeting, "day" | "fromMinute">, zone: string): Date =>
  new Date(beginOf(meeting, zone).getTime() - before);

/** Its last day is over. */
export const isPast = ({ day, untilDay = day }: Pick<Meeting, "day" | "untilDay">, today: Day): boolean =>
  untilDay < today;

/** "09:05", with the day where that is not today. */
export function clockTime(instant: Date, today: Day, zone: string): string {
  const shown = minuteOf(instant, zone);
  return dayOf(instant, zone) === today ? shown.slice(-5) : shown;
}

/** When it can be opened, as whoever asks reads it; undefined: it can be now. */
export function opensLater(meeting: Meeting, { now, today, settings }: Visit): string | undefined {
  const opens = opensAt(meeting, settings.timeZone);
  return now < opens ? clockTime(opens, today, settings.timeZone) : undefined;
}

/** Meetings that are held, are about to begin, or were held in the last so many days; the latest first. */
export async function heldLately({ records, today, now, settings }: Visit, days = 0): Promise<readonly Meeting[]> {
  const all = await meetingsBetween(records, plusDays(today, -days), today);
  return all.filter((each) => opensAt(each, settings.timeZone) <= now).toReversed();
}
