import fc from "fast-check";
import ICAL from "ical.js";
import nodeIcal, { type VEvent } from "node-ical";
import { describe, expect, it } from "vitest";
import { type Day, dayAt, instantOf } from "../../src/dates.ts";
import { calendarEntry } from "../../src/meetings/calendar-entry.ts";
import type { Meeting } from "../../src/meetings/meeting.ts";

// Two libraries that know nothing of each other, nor of the one that writes, read the entry.

const planned = new Date("2026-11-23T01:00:00.123Z");
const now = new Date("2026-11-24T02:03:04Z");
const zone = "Asia/Shanghai";

const meeting = (given: Partial<Meeting> = {}): Meeting => ({
  number: 12,
  type: "executive-meeting",
  title: "市政府第 58 次常务会议",
  day: "2026-12-02" as Day,
  fromMinute: 540,
  untilMinute: 660,
  place: "行政中心 1 号会议室",
  presider: "mayor",
  invited: [],
  plannedAt: planned,
  announcedAt: null,
  cancelledAt: null,
  sequence: 0,
  ...given,
});
const entry = (given: Partial<Meeting> = {}, more: { zone?: string; description?: string } = {}) =>
  calendarEntry(meeting(given), { description: "因故不能到会的，请办理请假。", now, zone, ...more });

function readByOne(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const zones = calendar.getAllSubcomponents("vtimezone").map((each) => new ICAL.Timezone(each));
  for (const each of zones) ICAL.TimezoneService.register(each);
  const [first, ...others] = calendar.getAllSubcomponents("vevent");
  if (!first || others.length > 0) throw new Error("it is one event");
  const event = new ICAL.Event(first);
  return {
    method: calendar.getFirstPropertyValue("method"),
    zones: zones.map(({ tzid }) => tzid),
    uid: event.uid,
    sequence: event.sequence,
    status: first.getFirstPropertyValue("status"),
    summary: event.summary,
    location: event.location,
    description: event.description,
    stamp: (first.getFirstPropertyValue("dtstamp") as ICAL.Time).toJSDate(),
    start: event.startDate.toJSDate(),
    end: event.endDate.toJSDate(),
  };
}

function readByAnother(text: string) {
  const parsed = nodeIcal.sync.parseICS(text);
  const events = Object.values(parsed).filter((each): each is VEvent => each?.type === "VEVENT");
  const [event, ...others] = events;
  if (!event || others.length > 0) throw new Error("it is one event");
  return {
    uid: event.uid,
    sequence: Number(event.sequence),
    status: event.status,
    summary: event.summary,
    location: event.location,
    description: event.description,
    stamp: new Date(event.dtstamp),
    start: new Date(event.start),
    end: new Date(event.end ?? 0),
  };
}

describe("a meeting in a calendar", () => {
  it("keeps its title, its place and its time in two libraries that read calendars", () => {
    const expected = {
      uid: `meeting-12-${planned.getTime()}@mishu`,
      sequence: 0,
      status: "CONFIRMED",
      summary: "市政府第 58 次常务会议",
      location: "行政中心 1 号会议室",
      description: "因故不能到会的，请办理请假。",
      stamp: now,
      start: new Date("2026-12-02T09:00:00+08:00"),
      end: new Date("2026-12-02T11:00:00+08:00"),
    };
    expect(readByOne(entry())).toEqual({ method: "PUBLISH", zones: [zone], ...expected });
    expect(readByAnother(entry())).toEqual(expected);
  });

  it("brings the rules of its time zone along, and writes its times by that zone's clocks", () => {
    expect(entry()).toMatch(/BEGIN:VTIMEZONE\r\nTZID:Asia\/Shanghai\r\n/);
    expect(entry()).toContain("DTSTART;TZID=Asia/Shanghai:20261202T090000\r\n");
    expect(entry()).toContain("DTSTAMP:20261124T020304Z\r\n");
    // RFC 5545, 3.1: lines end with CRLF and have 75 bytes at most
    const lines = entry({ title: "长".repeat(200) }).split("\r\n");
    expect(lines.every((each) => Buffer.byteLength(each) <= 75 && !each.includes("\n"))).toBe(true);
  });

  it("is the same entry under a later number when it is cancelled", () => {
    const cancelled = entry({ cancelledAt: now, sequence: 1 });
    const first = readByOne(entry());
    expect(readByOne(cancelled)).toMatchObject({ method: "CANCEL", status: "CANCELLED", uid: first.uid, sequence: 1 });
    expect(readByAnother(cancelled)).toMatchObject({ status: "CANCELLED", uid: first.uid, sequence: 1 });
  });

  it("of another office with the same number is another entry", () => {
    const other = entry({ plannedAt: new Date(planned.getTime() + 1) });
    expect(readByOne(other).uid).not.toBe(readByOne(entry()).uid);
  });

  it("says whatever somebody typed, and nothing that they typed becomes a line of its own", () => {
    const typed = fc.string({ unit: fc.constantFrom(..."a长,;:\\\"\n= ENDBIV😀'"), minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(typed, typed, (title, place) => {
        const text = entry({ title, place });
        expect(text.match(/^(BEGIN|END):/gm)).toEqual(entry().match(/^(BEGIN|END):/gm));
        expect(readByOne(text)).toMatchObject({ summary: title, location: place });
      }),
      { examples: [["x\nEND:VEVENT", "y\nATTENDEE:mailto:a@b"]] },
    );
  });

  it("keeps its instants in every zone that an office may be in, summer time included", () => {
    const zones = fc.constantFrom(
      "Asia/Shanghai",
      "Asia/Urumqi",
      "Europe/Berlin",
      "America/New_York",
      "Asia/Kathmandu",
    );
    const days = fc.integer({ min: 20_700, max: 21_400 }).map(dayAt);
    fc.assert(
      // not the hours of the night that clocks skip or repeat
      fc.property(zones, days, fc.integer({ min: 240, max: 1380 }), (place, day, fromMinute) => {
        const text = entry({ day, fromMinute, untilMinute: fromMinute + 45 }, { zone: place });
        const expected = { start: instantOf(day, fromMinute, place), end: instantOf(day, fromMinute + 45, place) };
        expect(readByOne(text)).toMatchObject(expected);
        expect(readByAnother(text)).toMatchObject(expected);
      }),
    );
  });
});
