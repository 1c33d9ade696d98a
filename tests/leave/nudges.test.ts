import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, dayOf, minuteOf } from "../../src/dates.ts";
import type { Span } from "../../src/leave/leave.ts";
import { endOf, nextNudge, planNudge } from "../../src/leave/nudges.ts";
import { isOfficeTime } from "../../src/reminders/office-time.ts";
import { usual } from "../reminders/autumn.ts";

const span = (from: string, until: string, fromHalf: "am" | "pm" = "am", untilHalf: "am" | "pm" = "pm"): Span => ({
  from: from as Day,
  fromHalf,
  until: until as Day,
  untilHalf,
});
const at = (there: string) => new Date(`${there.replace(" ", "T")}:00+08:00`);
const shown = (instant: Date) => minuteOf(instant, usual.zone);
const first = (asked: string, leave: Span) => shown(nextNudge(0, at(asked), leave, usual));

/** The first nudges of a request that nobody decides. */
function course(asked: string, leave: Span, count: number): readonly string[] {
  const nudges: string[] = [];
  for (let last = at(asked), sent = 0; sent < count; sent++) {
    last = nextNudge(sent, last, leave, usual);
    nudges.push(shown(last));
  }
  return nudges;
}

const inNovember = span("2026-11-16", "2026-11-20");

describe("the first nudge", () => {
  it("comes a working day after the request, at the same time", () => {
    expect(first("2026-09-15 10:20", inNovember)).toBe("2026-09-16 10:20");
  });

  it("does not come on a day off, and does come on one that is made up for", () => {
    expect(first("2026-09-24 10:20", inNovember)).toBe("2026-09-28 10:20");
    expect(first("2026-09-30 16:00", inNovember)).toBe("2026-10-08 16:00");
    expect(first("2026-10-09 16:00", inNovember)).toBe("2026-10-10 16:00");
  });

  it("of what is asked at the weekend or at night counts from the morning on which people see it", () => {
    expect(first("2026-09-12 22:00", inNovember)).toBe("2026-09-15 09:00");
  });

  it("comes in the next hour of office when the leave begins before it would", () => {
    expect(first("2026-09-15 10:20", span("2026-09-16", "2026-09-17"))).toBe("2026-09-15 11:20");
    expect(first("2026-09-15 11:30", span("2026-09-15", "2026-09-17", "pm"))).toBe("2026-09-15 13:30");
    expect(first("2026-09-15 10:20", span("2026-09-16", "2026-09-17", "pm"))).toBe("2026-09-15 11:20");
  });

  it("comes while people are still at work before the first day, holidays or not; there is none for what is asked later", () => {
    const holidays = span("2026-10-03", "2026-10-06");
    expect(first("2026-09-29 17:20", holidays)).toBe("2026-09-30 09:00");
    expect(first("2026-09-30 16:00", holidays)).toBe("2026-09-30 16:30");
    expect(first("2026-09-30 17:00", holidays)).toBe("2026-09-30 17:15");
    expect(first("2026-09-30 17:20", holidays)).toBe("2026-10-08 09:00");
  });
});

describe("further nudges", () => {
  it("come after 1, 1, 2, 3, 5, 5 … working days, holidays left out, without end", () => {
    expect(course("2026-09-14 10:00", inNovember, 9).map((each) => each.slice(5, 10))).toEqual([
      ...["09-15", "09-16", "09-17", "09-20", "09-23", "10-08", "10-14", "10-21", "10-28"],
    ]);
  });

  it("the second comes an hour before people leave on the last working day before the first day, if not before that", () => {
    const seen = (asked: string, leave: Span) => course(asked, leave, 2).map((each) => each.slice(5));
    expect(seen("2026-09-29 17:20", span("2026-10-05", "2026-10-07"))).toEqual(["09-30 09:00", "09-30 16:30"]);
    expect(seen("2026-09-15 10:20", span("2026-09-16", "2026-09-17"))).toEqual(["09-15 11:20", "09-15 16:30"]);
    expect(seen("2026-09-14 10:20", span("2026-09-17", "2026-09-17"))).toEqual(["09-15 10:20", "09-16 10:20"]);
  });

  it("tell when the days are over, however long the next pause, and a week later; from then on the pause doubles", () => {
    expect(course("2026-11-02 09:00", span("2026-11-05", "2026-11-12"), 9).map((each) => each.slice(5))).toEqual([
      ...["11-03 09:00", "11-04 09:00", "11-05 09:00", "11-09 09:00", "11-12 09:00"],
      ...["11-13 09:00", "11-20 09:00", "11-27 09:00", "12-11 09:00"],
    ]);
  });

  it("are always in office hours of a working day, later than the one before, and never end", () => {
    const days = fc.integer({ min: 0, max: 120 });
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 1439 }), days, days, (day, minute, until, length) => {
        const asked = new Date(at("2026-08-01 00:00").getTime() + (day * 1440 + minute) * 60_000);
        const begin = dayOf(new Date(asked.getTime() + until * 86_400_000), usual.zone);
        const end = dayOf(new Date(asked.getTime() + (until + length) * 86_400_000), usual.zone);
        for (let last = asked, sent = 0; sent < 12; sent++) {
          const next = nextNudge(sent, last, span(begin, end), usual);
          expect(next.getTime()).toBeGreaterThan(last.getTime());
          const over = Math.max(0, last.getTime() - endOf(span(begin, end), usual.zone).getTime());
          expect(next.getTime() - last.getTime()).toBeLessThan(20 * 86_400_000 + over);
          expect(isOfficeTime(next, usual)).toBe(true);
          last = next;
        }
      }),
    );
  });
});

describe("whom a nudge goes to", () => {
  const waiting = { sent: 0, begins: false, somebodyMay: true, officeTold: false };
  it("the first: only whoever was asked; from the second on everybody who may, whoever asked, and once the office", () => {
    expect(planNudge(waiting)).toEqual({ everybody: false, requester: false, office: false });
    expect(planNudge({ ...waiting, sent: 1 })).toEqual({ everybody: true, requester: true, office: true });
    expect(planNudge({ ...waiting, sent: 5, officeTold: true })).toMatchObject({ requester: true, office: false });
  });

  it("where nobody may decide, or the leave begins before another would come, all are told at once", () => {
    for (const stuck of [{ somebodyMay: false }, { begins: true }])
      expect(planNudge({ ...waiting, ...stuck })).toEqual({ everybody: true, requester: true, office: true });
  });
});
