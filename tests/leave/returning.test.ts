import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, plusDays } from "../../src/dates.ts";
import type { Half, Leave } from "../../src/leave/leave.ts";
import { canReturn, expectedBack, isCutShort, isLate, isMissing, lateness } from "../../src/leave/returning.ts";
import { plainWeeks } from "../../src/reminders/office-time.ts";
import { calendarOf } from "../../src/workdays/calendar.ts";
import { notices } from "../support/workdays.ts";

const calendar = calendarOf(notices);
const day = (text: string): Day => text as Day;

/** Leave of some days, granted; `back`: the half day of the return and the instant at which it was reported. */
function leave(
  from: string,
  until: string,
  { untilHalf = "pm", back }: { untilHalf?: Half; back?: readonly [string, Half, string] } = {},
): Leave {
  const returned = back && { day: day(back[0]), half: back[1], at: new Date(`${back[2]}+08:00`), by: "1014" };
  return {
    status: "approved",
    span: { from: day(from), fromHalf: "am", until: day(until), untilHalf },
    returned: returned ?? null,
  } as Leave;
}
const back = (from: string, until: string, untilHalf: Half = "pm") =>
  expectedBack(leave(from, until, { untilHalf }), calendar);

describe("the return should be reported by the end of", () => {
  it("the day after the leave, when that is a working day", () => {
    expect(back("2026-12-01", "2026-12-03")).toBe("2026-12-04");
  });

  it("Monday, when the leave ends on Friday, Saturday or Sunday", () => {
    for (const until of ["2026-12-04", "2026-12-05", "2026-12-06"])
      expect(back("2026-12-01", until)).toBe("2026-12-07");
  });

  it("that very day, when it ends at midday", () => {
    expect(back("2026-12-01", "2026-12-03", "am")).toBe("2026-12-03");
    expect(back("2026-12-01", "2026-12-05", "am")).toBe("2026-12-07");
  });

  it("the first day after National Day, and the working Saturday that makes up for it", () => {
    expect(back("2026-09-28", "2026-09-30")).toBe("2026-10-08");
    expect(back("2026-10-08", "2026-10-09")).toBe("2026-10-10");
  });

  it("the first day after the Spring Festival, and the working Saturday before it", () => {
    expect(back("2026-02-09", "2026-02-14")).toBe("2026-02-24");
    expect(back("2026-02-09", "2026-02-13")).toBe("2026-02-14");
  });

  it("no day that anybody can name, when it is of a year without a notice", () => {
    expect(back("2026-12-28", "2026-12-31")).toBeUndefined();
    expect(back("2027-03-01", "2027-03-02")).toBeUndefined();
  });
});

describe("a return is late", () => {
  const december = ["2026-12-01", "2026-12-03"] as const;
  const late = (of: Leave, today = "2026-12-20") => lateness(of, day(today), calendar);

  it("by the working days after that day, until it is reported; holidays are none", () => {
    const open = leave(...december);
    expect(["2026-12-03", "2026-12-04", "2026-12-07", "2026-12-08"].map((today) => late(open, today))).toEqual([
      0, 0, 1, 2,
    ]);
    expect(late(leave("2026-09-28", "2026-09-29"), "2026-10-08")).toBe(1);
  });

  it("by one on a day off after it", () => {
    expect(late(leave(...december), "2026-12-05")).toBe(1);
  });

  it("by when it was said, if that was later than the return itself, whatever today is", () => {
    expect(late(leave(...december, { back: ["2026-12-04", "am", "2026-12-04T17:00:00"] }))).toBe(0);
    expect(late(leave(...december, { back: ["2026-12-04", "am", "2026-12-08T09:00:00"] }))).toBe(2);
    expect(late(leave(...december, { back: ["2026-12-02", "am", "2026-12-02T09:00:00"] }))).toBe(0);
  });

  it("never by a date that nobody can know: it is then not known", () => {
    const newYear = leave("2026-12-28", "2026-12-31");
    expect([late(newYear, "2027-01-01"), isLate(newYear, day("2027-01-01"), calendar)]).toEqual([0, false]);
    expect([late(newYear, "2027-01-20"), isLate(newYear, day("2027-01-20"), calendar)]).toEqual([undefined, undefined]);
    expect(isMissing(newYear, day("2027-01-20"), calendar)).toBeUndefined();
  });

  it("for certain, but nobody knows by how much, when the year ends meanwhile", () => {
    const open = leave("2026-12-28", "2026-12-30");
    expect([isLate(open, day("2027-01-05"), calendar), late(open, "2027-01-05")]).toEqual([true, undefined]);
  });
});

describe("a return is missing", () => {
  it("from the day after the one on which it should have been reported, until it is", () => {
    const missing = (of: Leave, today: string) => isMissing(of, day(today), calendar);
    expect(missing(leave("2026-12-01", "2026-12-03"), "2026-12-04")).toBe(false);
    expect(missing(leave("2026-12-01", "2026-12-03"), "2026-12-05")).toBe(true);
    const reported = leave("2026-12-01", "2026-12-03", { back: ["2026-12-09", "am", "2026-12-09T09:00:00"] });
    expect(missing(reported, "2026-12-10")).toBe(false);
  });

  it("not from leave that was refused, withdrawn or replaced", () => {
    for (const status of ["refused", "withdrawn", "replaced", "asked"] as const)
      expect(isMissing({ ...leave("2026-12-01", "2026-12-03"), status }, day("2026-12-20"), calendar)).toBe(false);
  });
});

describe("somebody can report back", () => {
  it("once the leave has begun, by half days, and only once", () => {
    const afternoon = { ...leave("2026-12-01", "2026-12-03") };
    const begins = { ...afternoon, span: { ...afternoon.span, fromHalf: "pm" as const } };
    expect(canReturn(begins, day("2026-12-01"), "am")).toBe(false);
    expect(canReturn(begins, day("2026-12-01"), "pm")).toBe(true);
    const reported = leave("2026-12-01", "2026-12-03", { back: ["2026-12-04", "am", "2026-12-04T09:00:00"] });
    expect(canReturn(reported, day("2026-12-04"), "pm")).toBe(false);
  });

  it("earlier than the leave says, by half a day even", () => {
    const whole = leave("2026-12-01", "2026-12-03");
    expect([isCutShort(whole, day("2026-12-03"), "pm"), isCutShort(whole, day("2026-12-04"), "am")]).toEqual([
      true,
      false,
    ]);
    const midday = leave("2026-12-01", "2026-12-03", { untilHalf: "am" });
    expect([isCutShort(midday, day("2026-12-03"), "am"), isCutShort(midday, day("2026-12-03"), "pm")]).toEqual([
      true,
      false,
    ]);
  });
});

describe("whatever the leave", () => {
  const spans = fc
    .record({
      begins: fc.integer({ min: 0, max: 3600 }),
      days: fc.integer({ min: 0, max: 40 }),
      half: fc.constantFrom<Half>("am", "pm"),
      later: fc.integer({ min: 0, max: 60 }),
    })
    .map(({ begins, days, half, later }) => {
      const from = plusDays(day("2017-01-01"), begins);
      const until = plusDays(from, days);
      return { of: leave(from, until, { untilHalf: half }), until, today: plusDays(until, later) };
    });

  it("the day is a working day after the end, and none lies between", () => {
    fc.assert(
      fc.property(spans, ({ of, until }) => {
        const expected = expectedBack(of, calendar);
        if (expected === undefined) return;
        expect(calendar.dayKind(expected).kind).toBe("working");
        const first = of.span.untilHalf === "am" ? until : plusDays(until, 1);
        expect(expected >= first).toBe(true);
        for (let each = first; each < expected; each = plusDays(each, 1))
          expect(calendar.dayKind(each).kind).toBe("off");
      }),
    );
  });

  it("lateness never shrinks while nobody reports, and is none up to that day", () => {
    fc.assert(
      fc.property(spans, ({ of, today }) => {
        const now = lateness(of, today, calendar);
        const tomorrow = lateness(of, plusDays(today, 1), calendar);
        if (now !== undefined && tomorrow !== undefined) expect(tomorrow).toBeGreaterThanOrEqual(now);
        const expected = expectedBack(of, calendar);
        if (expected !== undefined && today <= expected) expect(now).toBe(0);
        if (expected !== undefined && today > expected) expect(isMissing(of, today, calendar)).toBe(true);
      }),
    );
  });

  it("a calendar of weekdays only, which knows of no holidays, calls nobody late", () => {
    fc.assert(
      fc.property(spans, ({ of, today }) => {
        expect(isMissing(of, today, plainWeeks)).not.toBe(true);
        expect(lateness(of, today, plainWeeks) ?? 0).toBe(0);
      }),
    );
  });
});
