import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, plusDays } from "../../src/dates.ts";
import { calendarOf } from "../../src/workdays/calendar.ts";
import {
  addWorkingDays,
  isWorking,
  nextWorkingDay,
  workingDayFrom,
  workingDaysBetween,
} from "../../src/workdays/counting.ts";
import { loadWorkdays } from "../../src/workdays/load.ts";
import { notices, workdaysFolder } from "../support/workdays.ts";

const calendar = loadWorkdays(workdaysFolder);
const day = (text: string) => text as Day;
const someDay = fc.integer({ min: 0, max: 4300 }).map((days) => plusDays(day("2016-06-01"), days));
const someCount = fc.integer({ min: 1, max: 60 });

describe("counting working days", () => {
  it.each([
    ["2026-09-18", 10, "2026-10-09"], // over National Day, with two make-up days
    ["2025-09-24", 7, "2025-10-10"],
    ["2026-04-29", 7, "2026-05-12"],
  ])("from %s, %i of them, ends on %s", (from, count, due) => {
    expect(addWorkingDays(day(from), count, calendar)).toMatchObject({ kind: "certain", due });
  });

  it("does not count the day of receipt, unless it is told to", () => {
    expect(addWorkingDays(day("2026-11-23"), 1, calendar)).toMatchObject({ due: "2026-11-24" });
    expect(addWorkingDays(day("2026-11-23"), 1, calendar, { countFirst: true })).toMatchObject({ due: "2026-11-23" });
  });

  it("gives no plain date beyond the known years: thirty from 20 November 2026", () => {
    const due = addWorkingDays(day("2026-11-20"), 30, calendar);
    expect(due).toMatchObject({
      kind: "provisional",
      unknownFrom: "2027-01-01",
      earliest: "2027-01-02",
      latest: "2027-01-06",
    });
    expect(due).not.toHaveProperty("due");
    expect(due.proof.at(-1)).toMatchObject({ day: "2026-12-31", number: 29 });
  });

  it("proves itself: every day from the first to the last, with the working ones numbered", () => {
    fc.assert(
      fc.property(someDay, someCount, fc.boolean(), (from, count, countFirst) => {
        const due = addWorkingDays(from, count, calendar, { countFirst });
        const days = due.proof.map((each) => each.day);
        const first = countFirst ? from : plusDays(from, 1);
        expect(days).toEqual(days.map((_, index) => plusDays(first, index)));
        for (const { day: each, is, number } of due.proof) {
          expect(is).toEqual(calendar.dayKind(each));
          expect(number !== undefined).toBe(is.kind === "working");
        }
        const numbers = due.proof.flatMap(({ number }) => number ?? []);
        expect(numbers).toEqual(numbers.map((_, index) => index + 1));
        // no day of an unknown year is ever passed over
        expect(due.proof.filter(({ is }) => is.kind === "unknown")).toEqual([]);
        if (due.kind === "certain") {
          expect(numbers).toHaveLength(count);
          expect(days.at(-1)).toBe(due.due);
        } else {
          expect(calendar.dayKind(due.unknownFrom).kind).toBe("unknown");
          expect(due.unknownFrom <= due.earliest && due.earliest <= due.latest).toBe(true);
        }
      }),
    );
  });

  it("goes on where it stopped: a and then b is a and b together", () => {
    fc.assert(
      fc.property(someDay, someCount, someCount, (from, one, other) => {
        const first = addWorkingDays(from, one, calendar);
        const both = addWorkingDays(from, one + other, calendar);
        if (first.kind !== "certain") {
          expect(both.kind).toBe("provisional");
          return;
        }
        const then = addWorkingDays(first.due, other, calendar);
        expect(then.kind).toBe(both.kind);
        if (then.kind === "certain") expect(both).toMatchObject({ due: then.due });
      }),
    );
  });

  it("between two days counts what adding counts, and is not known where a year is not", () => {
    fc.assert(
      fc.property(someDay, someCount, (from, count) => {
        const due = addWorkingDays(from, count, calendar);
        if (due.kind === "certain") expect(workingDaysBetween(from, due.due, calendar)).toBe(count);
        else expect(workingDaysBetween(from, due.latest, calendar)).toBeUndefined();
      }),
    );
  });

  it("finds the next day that is worked: after National Day 2026 the 8th, and nothing that nobody knows", () => {
    expect(workingDayFrom(day("2026-10-01"), calendar)).toBe("2026-10-08");
    expect(workingDayFrom(day("2026-10-10"), calendar)).toBe("2026-10-10");
    expect(workingDayFrom(day("2027-01-02"), calendar)).toBeUndefined();
  });

  it("finds the working day after a day, also after one that is worked itself", () => {
    expect(nextWorkingDay(day("2026-10-08"), calendar)).toBe("2026-10-09");
    expect(nextWorkingDay(day("2026-09-30"), calendar)).toBe("2026-10-08");
    expect(nextWorkingDay(day("2026-12-31"), calendar)).toBeUndefined();
  });

  it("answers neither yes nor no where nobody knows whether a day is worked", () => {
    expect(isWorking(day("2026-10-10"), calendar)).toBe(true);
    expect(isWorking(day("2026-10-11"), calendar)).toBe(false);
    expect(isWorking(day("2027-01-03"), calendar)).toBeUndefined();
  });

  it.each([0, -1, 1.5, Number.NaN, 100_000])("takes no count of %d", (count) => {
    expect(() => addWorkingDays(day("2026-11-23"), count, calendar)).toThrow(RangeError);
  });
});

describe("between which days a count ends when the notice of its year is not out", () => {
  const years = calendar.years.filter((year) => year > 2017);

  it.each(years)("holds for %i, had its notice never come: one to 120 working days from its first day", (year) => {
    const without = calendarOf(notices.filter((each) => each.year !== year));
    const first = day(`${year}-01-02`);
    const missed = Array.from({ length: 120 }, (_, index) => index + 1).filter((count) => {
      const truth = addWorkingDays(first, count, calendar, { countFirst: true });
      const guess = addWorkingDays(first, count, without, { countFirst: true });
      if (truth.kind !== "certain" || guess.kind !== "provisional") throw new Error(`${year}: nothing to compare`);
      return truth.due < guess.earliest || truth.due > guess.latest;
    });
    expect(missed).toEqual([]);
  });

  it("is told within a few days for the limits of seven and ten days", () => {
    for (const [count, most] of [
      [7, 6],
      [10, 8],
    ] as const) {
      const due = addWorkingDays(day("2026-12-31"), count, calendar);
      if (due.kind !== "provisional") throw new Error("2027 is not known");
      expect(due.latest <= plusDays(due.earliest, most)).toBe(true);
    }
  });

  it("never begins with New Year's Day, which is a holiday whatever the notice says", () => {
    expect(addWorkingDays(day("2026-12-31"), 1, calendar)).toMatchObject({ earliest: "2027-01-02" });
  });

  it("is wide, and no error, where not one year is known", () => {
    expect(addWorkingDays(day("2030-01-06"), 10, calendarOf([]))).toMatchObject({
      kind: "provisional",
      unknownFrom: "2030-01-07",
      earliest: "2030-01-07",
      latest: "2030-02-04",
    });
  });

  it("goes on when the known years are shorter than the count", () => {
    const one = calendarOf(notices.filter(({ year }) => year === 2026));
    const due = addWorkingDays(day("2026-12-31"), 1000, one);
    expect(due).toMatchObject({ kind: "provisional", unknownFrom: "2027-01-01" });
    if (due.kind === "provisional")
      expect([due.earliest.slice(0, 4), due.latest.slice(0, 4)]).toEqual(["2031", "2031"]);
  });
});
