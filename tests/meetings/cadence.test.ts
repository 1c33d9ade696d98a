import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, dayAt, dayNumber } from "../../src/dates.ts";
import {
  type Cadence,
  cadencesOf,
  fittingDays,
  hintsAround,
  hintsOf,
  periodOf,
  proposeDays,
  workingDays,
} from "../../src/meetings/cadence.ts";
import { checkRulebook } from "../../src/rulebook/check.ts";
import { calendarOf } from "../../src/workdays/calendar.ts";
import { changzhou } from "../support/changzhou.ts";
import { notices } from "../support/workdays.ts";

const { rulebook, usage } = changzhou;
const calendar = calendarOf(notices, { checked: true });
const cadences = cadencesOf(rulebook);
const cadenceOf = (type: string): Cadence => {
  const found = cadences.find((each) => each.type === type);
  if (!found) throw new Error(`${type} is not watched`);
  return found;
};
const plenary = cadenceOf("plenary-meeting");
const executive = cadenceOf("executive-meeting");
const mayors = cadenceOf("mayors-office-meeting");
const day = (text: string): Day => text as Day;
const hints = (cadence: Cadence, of: string) => hintsOf(periodOf(day(of), cadence), cadence, calendar);
const told = (cadence: Cadence, of: string) => hints(cadence, of).map(({ on }) => on);

describe("the meetings that are watched", () => {
  it("are those of Arts. 41 to 43, in principle, each with the words that say so", () => {
    expect(cadences.map(({ type, months, at, soft, rule }) => [type, months, at, soft, rule.article])).toEqual([
      ["plenary-meeting", 6, null, true, 41],
      ["executive-meeting", 1, "end", true, 42],
      ["mayors-office-meeting", 1, "start", true, 43],
    ]);
    expect(executive.rule.because[0].quote).toBe("市政府常務會議原則上每月底召開一次");
  });

  it("are none where a rulebook does not say how often", () => {
    const without = (meetings: typeof rulebook.data.meetings) =>
      cadencesOf({ ...rulebook, data: { ...rulebook.data, meetings } });
    expect(without(undefined)).toEqual([]);
    const { meetings } = rulebook.data;
    expect(meetings && without({ ...meetings, cadence: undefined })).toEqual([]);
  });

  it.each([
    [{ types: ["thematic-meeting"] }, /does not say by one row .* how often thematic-meeting is held/],
    [{ types: ["department-city-wide-meeting"] }, /does not say by one row .* once a month or half-year/],
    [{ types: ["garden-party"] }, /unknown value "garden-party"/],
    [{ table: "no-such-table" }, /unknown table "no-such-table"/],
    [{ meeting: "colour" }, /has no dimension "colour"/],
  ])("must be said by the rulebook: %j is refused", (change, why) => {
    const { meetings } = rulebook.data;
    if (!meetings?.cadence) throw new Error("the rulebook has them");
    const data = { ...rulebook.data, meetings: { ...meetings, cadence: { ...meetings.cadence, ...change } } };
    const findings = checkRulebook({ ...rulebook, data }, usage);
    expect(findings.map(({ message }) => message).join("\n")).toMatch(why);
  });
});

describe("the period of a day", () => {
  it("is its month, or its half of the year", () => {
    expect(periodOf(day("2026-02-14"), executive)).toEqual({ from: "2026-02-01", until: "2026-02-28" });
    expect(periodOf(day("2028-02-14"), executive).until).toBe("2028-02-29");
    expect(periodOf(day("2026-06-30"), plenary)).toEqual({ from: "2026-01-01", until: "2026-06-30" });
    expect(periodOf(day("2026-07-01"), plenary)).toEqual({ from: "2026-07-01", until: "2026-12-31" });
    expect(periodOf(day("2026-12-31"), executive, 1)).toEqual({ from: "2027-01-01", until: "2027-01-31" });
    expect(periodOf(day("2026-01-01"), plenary, -1)).toEqual({ from: "2025-07-01", until: "2025-12-31" });
  });
});

const someDay = fc.integer({ min: dayNumber(day("2025-01-01")), max: dayNumber(day("2027-12-31")) }).map(dayAt);
const someCadence = fc.constantFrom(...cadences);

describe("the office is told", () => {
  it("of the end of a month when its last seven working days begin, and again when the last two do", () => {
    expect(told(executive, "2026-11-10")).toEqual(["2026-11-20", "2026-11-27"]);
    // the holiday of the National Day begins on the first of October
    expect(told(executive, "2026-09-10")).toEqual(["2026-09-21", "2026-09-29"]);
  });

  it("of the start of a month seven working days before it begins, and again at the end of that month", () => {
    expect(told(mayors, "2026-12-10")).toEqual(["2026-11-20", "2026-12-30"]);
  });

  it("of half a year with two months of it left: for everybody's meeting much is prepared", () => {
    // the first of November is a Sunday; the first to the fifth of May are off
    expect(told(plenary, "2026-11-10")).toEqual(["2026-11-02", "2026-12-30"]);
    expect(told(plenary, "2026-03-10")).toEqual(["2026-05-06", "2026-06-29"]);
  });

  it("of a month whose time is left open as of its end", () => {
    expect(told({ ...executive, at: null }, "2026-11-10")).toEqual(told(executive, "2026-11-10"));
  });

  it("of a year without a notice on the days on which people are presumably at work", () => {
    expect(told(executive, "2027-01-10")).toEqual(["2027-01-21", "2027-01-28"]);
  });

  it("twice of every period, on working days, first the first time and then the last", () => {
    fc.assert(
      fc.property(someDay, someCadence, (on, cadence) => {
        const period = periodOf(on, cadence);
        const [first, last, ...others] = hintsOf(period, cadence, calendar);
        if (!first || !last) throw new Error("there are two");
        expect(others).toEqual([]);
        expect([first.last, last.last]).toEqual([false, true]);
        expect(first.on < last.on && last.on <= period.until).toBe(true);
        expect(workingDays(first.on, first.on, calendar)).toEqual([first.on]);
        expect(workingDays(last.on, period.until, calendar)).toHaveLength(2);
      }),
    );
  });

  it("of what comes after any day too: there is always a next time, and no two on one day", () => {
    fc.assert(
      fc.property(someDay, someCadence, (on, cadence) => {
        const around = hintsAround(on, cadence, calendar);
        expect(around.some((each) => each.on > on && each.period.until >= on)).toBe(true);
        expect(new Set(around.map((each) => each.on)).size).toBe(around.length);
      }),
    );
  });
});

describe("the days that are proposed", () => {
  const fitting = (cadence: Cadence, of: string, today: string) =>
    fittingDays(periodOf(day(of), cadence), cadence, day(today), calendar);
  const free = { taken: false, convenerAway: false, away: 0 };

  it("are the last working days of the month, the first of it, or such as leave time to prepare", () => {
    expect(fitting(executive, "2026-11-10", "2026-11-20")).toEqual([
      "2026-11-30",
      "2026-11-27",
      "2026-11-26",
      "2026-11-25",
      "2026-11-24",
    ]);
    expect(fitting(mayors, "2026-12-10", "2026-11-20")[0]).toBe("2026-12-01");
    expect(fitting(mayors, "2026-10-10", "2026-09-20")[0]).toBe("2026-10-08");
    expect(fitting(plenary, "2026-12-10", "2026-11-02")[0]).toBe("2026-11-17");
  });

  it("are what is left of the period where none of those is, and none at all on its last day", () => {
    expect(fitting(mayors, "2026-12-10", "2026-12-29")).toEqual(["2026-12-30", "2026-12-31"]);
    expect(fitting(plenary, "2026-12-10", "2026-12-30")).toEqual(["2026-12-31"]);
    expect(fitting(executive, "2026-11-10", "2026-11-30")).toEqual([]);
  });

  it("are at most three working days of the period that are still to come, never a holiday", () => {
    fc.assert(
      fc.property(someDay, someCadence, fc.integer({ min: -30, max: 30 }), (of, cadence, earlier) => {
        const period = periodOf(of, cadence);
        const today = dayAt(dayNumber(of) + earlier);
        const days = proposeDays(fittingDays(period, cadence, today, calendar), () => free).map((each) => each.day);
        expect(days.length).toBeLessThanOrEqual(3);
        expect(days).toEqual(days.toSorted());
        for (const each of days) {
          expect(each > today && period.from <= each && each <= period.until).toBe(true);
          expect(calendar.dayKind(each).kind).not.toBe("off");
        }
        if (days.length === 0)
          expect(workingDays(period.from, period.until, calendar).every((each) => each <= today)).toBe(true);
      }),
    );
  });

  it("are free of other meetings, with the convener, and with as many members as can be", () => {
    const days = ["2026-12-31", "2026-12-30", "2026-12-29", "2026-12-28", "2026-12-25"].map(day);
    const standing = { [days[0] ?? ""]: { taken: true }, [days[1] ?? ""]: { convenerAway: true, away: 1 } };
    const proposed = proposeDays(days, (each) => ({ ...free, away: 2, ...standing[each] }));
    expect(proposed.map((each) => each.day)).toEqual(["2026-12-25", "2026-12-28", "2026-12-29"]);
    const few = proposeDays(days.slice(0, 3), (each) => ({ ...free, ...standing[each] }));
    expect(few).toEqual([
      { ...free, day: "2026-12-29" },
      { ...free, day: "2026-12-30", convenerAway: true, away: 1 },
    ]);
    expect(proposeDays(days, () => ({ ...free, taken: true }))).toEqual([]);
  });
});
