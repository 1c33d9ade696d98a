import timezones from "@touch4it/ical-timezones";
import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { type Day, instantOf, shownIn } from "../dates.ts";
import type { Meeting } from "./meeting.ts";

/** What stands in a calendar besides the meeting itself. */
export interface Entry {
  /** In the reader's words: who presides, where to ask for leave. */
  readonly description: string;
  /** When it is written. */
  readonly now: Date;
  /** The office's time zone, by its name: Asia/Shanghai. */
  readonly zone: string;
}

/**
 * A meeting as an iCalendar file (RFC 5545). Its UID never changes and its SEQUENCE only rises, so that a later file
 * changes the entry that is there, or takes it away when the meeting is cancelled. Its times are those of the office's
 * zone, whose rules it brings along.
 */
export function calendarEntry(meeting: Meeting, { description, now, zone }: Entry): string {
  const {
    number,
    title,
    place,
    day,
    untilDay = day,
    fromMinute,
    untilMinute,
    sequence,
    plannedAt,
    cancelledAt,
  } = meeting;
  const cancelled = cancelledAt !== null;
  const at = (on: Day, minutes: number) => shownIn(instantOf(on, minutes, zone), zone);
  const calendar = ical({
    prodId: { company: "Mishu", product: "Meetings" },
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
    timezone: { name: zone, generator: (name) => timezones.getVtimezoneComponent(name) },
  });
  calendar.createEvent({
    // the moment of planning tells apart the meetings of two offices that have the same number
    id: `meeting-${number}-${plannedAt.getTime()}@mishu`,
    sequence,
    start: at(day, fromMinute),
    end: at(untilDay, untilMinute),
    timezone: zone,
    summary: title,
    location: place === "" ? null : place,
    description,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  // the library writes all times in the zone of the event, but this one must be of UTC (3.8.7.2)
  const stamp = now.toISOString().replace(/\.\d+|[-:]/g, "");
  return calendar.toString().replace(/^DTSTAMP:\w+/m, `DTSTAMP:${stamp}`);
}
