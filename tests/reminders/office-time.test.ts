import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf, instantOf, minuteOf, minutesOf } from "../../src/dates.ts";
import {
  type Calendar,
  isOfficeTime,
  nextWorkingMorning,
  type OfficeTime,
  officeMoment,
  plainWeeks,
  workingDaysBefore,
  workingDaysLater,
} from "../../src/reminders/office-time.ts";
import { autumn, usual } from "./autumn.ts";

/** What the clock of the office shows: "2026-10-08 09:00". */
const shown = (at: Date, { zone }: OfficeTime = usual) => minuteOf(at, zone);
/** An instant by the office's clock. */
const at = (time: string) => new Date(`${time.replace(" ", "T")}:00+08:00`);

describe("when people of the office may be reminded", () => {
  test.each([
    ["at work", "2026-09-28 09:00", "2026-09-28 09:00"],
    ["in the afternoon", "2026-09-28 17:29", "2026-09-28 17:29"],
    ["before they come", "2026-09-28 07:10", "2026-09-28 09:00"],
    ["when they begin to eat", "2026-09-28 12:00", "2026-09-28 13:30"],
    ["at the end of the day", "2026-09-28 17:30", "2026-09-29 09:00"],
    ["on a Friday evening", "2026-10-16 18:00", "2026-10-19 09:00"],
    ["on an ordinary Saturday", "2026-10-17 10:00", "2026-10-19 09:00"],
    ["on a Sunday on which they work for a holiday", "2026-09-20 10:00", "2026-09-20 10:00"],
    ["on a Saturday on which they work for a holiday", "2026-10-10 16:00", "2026-10-10 16:00"],
    ["the evening before National Day", "2026-09-30 19:00", "2026-10-08 09:00"],
    ["on National Day", "2026-10-01 10:00", "2026-10-08 09:00"],
    ["on a Sunday evening before it is made up for", "2026-10-09 20:00", "2026-10-10 09:00"],
    ["on a working day of a year without a notice", "2027-03-03 10:00", "2027-03-03 10:00"],
    ["on a weekend of a year without a notice", "2027-03-06 10:00", "2027-03-08 09:00"],
  ])("%s: of %s, at %s", (_, time, expected) => {
    expect(shown(officeMoment(at(time), usual))).toBe(expected);
  });

  test("an office that set no hours is reminded at any hour of a working day", () => {
    const anyHour = { ...usual, hours: [] };
    expect(shown(officeMoment(at("2026-09-28 03:00"), anyHour))).toBe("2026-09-28 03:00");
    expect(shown(officeMoment(at("2026-10-03 03:00"), anyHour))).toBe("2026-10-08 00:00");
  });

  test("a calendar that knows no working day at all is told of, not searched for ever", () => {
    const never: Calendar = { dayKind: () => ({ kind: "off" }), presumablyWorking: () => true };
    expect(() => officeMoment(at("2026-09-28 10:00"), { ...usual, calendar: never })).toThrow("no working day");
  });
});

describe("so many working days later", () => {
  test.each([
    [1, "2026-09-29 10:15", "2026-09-30 10:15"],
    [2, "2026-09-29 10:15", "2026-10-08 10:15"],
    [1, "2026-10-09 10:15", "2026-10-10 10:15"],
    // nobody saw it before the morning
    [1, "2026-10-17 23:00", "2026-10-20 09:00"],
    [1, "2026-09-28 12:30", "2026-09-29 13:30"],
    [10, "2026-09-18 11:00", "2026-10-09 11:00"],
  ])("%i after %s is %s", (days, time, expected) => {
    expect(shown(workingDaysLater(at(time), days, usual))).toBe(expected);
  });
});

describe("so many working days before", () => {
  test.each([
    [1, "2026-10-08 10:00", "2026-09-30 10:00"],
    [1, "2026-10-12 10:00", "2026-10-10 10:00"],
    [3, "2026-10-12 10:00", "2026-10-08 10:00"],
    [1, "2026-09-29 08:00", "2026-09-28 09:00"],
    [1, "2026-09-29 12:30", "2026-09-28 13:30"],
    [1, "2026-09-29 19:30", "2026-09-28 17:15"],
    [1, "2026-10-04 10:00", "2026-09-30 10:00"],
  ])("%i before %s is %s", (days, time, expected) => {
    expect(shown(workingDaysBefore(at(time), days, usual))).toBe(expected);
  });
});

test("the next working morning is never that of the same day", () => {
  expect(shown(nextWorkingMorning(at("2026-09-28 07:00"), usual))).toBe("2026-09-29 09:00");
  expect(shown(nextWorkingMorning(at("2026-09-30 10:00"), usual))).toBe("2026-10-08 09:00");
});

/** Some days off, some of which nobody knows; of any ten days in a row one is a working day. */
const odd: Calendar = {
  dayKind(day) {
    const number = Number(day.replaceAll("-", ""));
    if (number % 10 === 4) return { kind: "working" };
    return { kind: (["off", "unknown", "working", "off", "off"] as const)[(number * 7919) % 5] ?? "off" };
  },
  presumablyWorking: (day) => day.endsWith("1"),
};

// Greenwich and Tehran: quarters of hours; New York, Lord Howe and Santiago: clocks that are put forward and back
const zones = [
  ...["Asia/Shanghai", "Europe/London", "Asia/Tehran", "Asia/Kathmandu"],
  ...["America/New_York", "Australia/Lord_Howe", "America/Santiago", "Pacific/Auckland"],
];
const offices: fc.Arbitrary<OfficeTime> = fc.record({
  // not in the hours of the night in which clocks are changed
  hours: fc
    .uniqueArray(fc.integer({ min: 4 * 60, max: 23 * 60 }), { maxLength: 6 })
    .map((minutes) => minutes.sort((a, b) => a - b))
    .map((minutes) =>
      Array.from({ length: Math.floor(minutes.length / 2) }, (_, span) => ({
        from: minutes[2 * span] ?? 0,
        until: minutes[2 * span + 1] ?? 0,
      })),
    ),
  zone: fc.constantFrom(...zones),
  calendar: fc.constantFrom(autumn, plainWeeks, odd),
});
const instants = fc
  .integer({ min: Date.parse("2026-01-01T00:00:00Z"), max: Date.parse("2027-06-01T00:00:00Z") })
  .map((milliseconds) => new Date(milliseconds));

/** Asked in another way than the code does: is there a span of a working day around the instant? */
function atWork(instant: Date, { hours, zone, calendar }: OfficeTime): boolean {
  const day = dayOf(instant, zone);
  const { kind } = calendar.dayKind(day);
  const [, time = ""] = minuteOf(instant, zone).split(" ");
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const now = hour * 60 + minute;
  const works = kind === "working" || (kind === "unknown" && calendar.presumablyWorking(day));
  return works && (hours.length === 0 || hours.some(({ from, until }) => from <= now && now < until));
}

describe("whatever the hours, the zone and the holidays", () => {
  const forward: readonly [string, (instant: Date, office: OfficeTime) => Date][] = [
    ["the next moment at work", officeMoment],
    ["a working day later", (instant, office) => workingDaysLater(instant, 1, office)],
    ["seven working days later", (instant, office) => workingDaysLater(instant, 7, office)],
    ["the next working morning", nextWorkingMorning],
  ];

  test.each(forward)("%s: people are at work, it is not before, and what is later does not come earlier", (_, move) => {
    fc.assert(
      fc.property(offices, instants, instants, (office, one, other) => {
        const moved = move(one, office);
        expect(atWork(moved, office)).toBe(true);
        expect(moved.getTime()).toBeGreaterThanOrEqual(one.getTime());
        const [first, second] = one < other ? [one, other] : [other, one];
        expect(move(first, office).getTime()).toBeLessThanOrEqual(move(second, office).getTime());
      }),
      { numRuns: 400 },
    );
  });

  test("a working day before: people are at work, it is earlier, and what is later does not come earlier", () => {
    fc.assert(
      fc.property(offices, instants, instants, fc.integer({ min: 1, max: 5 }), (office, one, other, days) => {
        const moved = workingDaysBefore(one, days, office);
        expect(atWork(moved, office)).toBe(true);
        expect(moved.getTime()).toBeLessThan(one.getTime());
        // of two meetings on working days; one on a Saturday is told of on Friday at its own hour
        const [first, second] = (one < other ? [one, other] : [other, one]).map((each) => officeMoment(each, office));
        const [before, after] = [first, second].map((each) => workingDaysBefore(each ?? one, days, office).getTime());
        expect(before).toBeLessThanOrEqual(after ?? 0);
      }),
      { numRuns: 400 },
    );
  });

  test("there is no moment at work before the next moment at work", () => {
    fc.assert(
      fc.property(offices, instants, fc.double({ min: 0, max: 1, noNaN: true }), (office, instant, share) => {
        const moved = officeMoment(instant, office).getTime();
        const between = new Date(Math.floor(instant.getTime() + share * (moved - instant.getTime())));
        expect(atWork(between, office)).toBe(between.getTime() === moved);
        expect(isOfficeTime(between, office)).toBe(between.getTime() === moved);
      }),
      { numRuns: 400 },
    );
  });

  test("an instant is found again by its day and its minute, where the clocks do not repeat it", () => {
    fc.assert(
      fc.property(instants, fc.constantFrom("Asia/Shanghai", "Asia/Kathmandu"), (instant, zone) => {
        const found = instantOf(dayOf(instant, zone), minutesOf(instant, zone), zone);
        expect(found.getTime()).toBe(Math.floor(instant.getTime() / 60_000) * 60_000);
      }),
    );
  });
});
