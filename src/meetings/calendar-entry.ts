import timezones from "@touch4it/ical-timezones";
import ical, { type ICalCalendar, ICalCalendarMethod, ICalEventStatus } from "ical-generator";
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
  const method = meeting.cancelledAt === null ? ICalCalendarMethod.PUBLISH : ICalCalendarMethod.CANCEL;
  const calendar = emptyCalendar(zone);
  calendar.method(method);
  addMeeting(calendar, meeting, description, zone);
  return stamped(calendar, now);
}

/** Somebody's meetings as a calendar that is fetched again and again; what was cancelled stays in it as cancelled. */
export function calendarOf(
  meetings: readonly Meeting[],
  { name, description, now, zone }: Entry & { readonly name: string },
): string {
  const calendar = emptyCalendar(zone);
  calendar.name(name);
  calendar.ttl(fetchedEvery);
  for (const each of meetings) addMeeting(calendar, each, description, zone);
  return stamped(calendar, now);
}

/** In seconds: how often calendars are asked to fetch it. */
const fetchedEvery = 3600;

const emptyCalendar = (zone: string): ICalCalendar =>
  ical({
    prodId: { company: "Mishu", product: "Meetings" },
    timezone: { name: zone, generator: (name) => timezones.getVtimezoneComponent(name) },
  });

function addMeeting(calendar: ICalCalendar, meeting: Meeting, description: string, zone: string): void {
  const { number, title, place, day, untilDay = day, fromMinute, untilMinute, sequence, plannedAt } = meeting;
  const at = (on: Day, minutes: number) => shownIn(instantOf(on, minutes, zone), zone);
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
    status: meeting.cancelledAt === null ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
  });
}

/** The library writes all times in the zone of the event, but these must be of UTC (3.8.7.2). */
function stamped(calendar: ICalCalendar, now: Date): string {
  const stamp = now.toISOString().replace(/\.\d+|[-:]/g, "");
  return calendar.toString().replace(/^DTSTAMP:\w+/gm, `DTSTAMP:${stamp}`);
}
