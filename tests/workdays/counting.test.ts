import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, plusDays } from "../../src/dates.ts";
import { addWorkingDays, workingDayFrom, workingDaysBetween } from "../../src/workdays/counting.ts";
import { loadWorkdays } from "../../src/workdays/load.ts";
import { workdaysFolder } from "../support/workdays.ts";

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
      earliest: "2027-01-03",
      latest: "2027-01-05",
    });
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

  it.each([0, -1, 1.5, Number.NaN, 100_000])("takes no count of %d", (count) => {
    expect(() => addWorkingDays(day("2026-11-23"), count, calendar)).toThrow(RangeError);
  });
});
