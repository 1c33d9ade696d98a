import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, plusDays } from "../../src/dates.ts";
import { lightOf } from "../../src/deadlines/light.ts";
import { groupOf, morningOf } from "../../src/deadlines/morning.ts";
import { runsOf } from "../../src/deadlines/proof.ts";
import {
  dueDaysReminded,
  isWorked,
  overdueFor,
  stageDay,
  stages,
  timeLeft,
  workedBefore,
} from "../../src/deadlines/stages.ts";
import { addWorkingDays } from "../../src/workdays/counting.ts";
import { loadWorkdays } from "../../src/workdays/load.ts";
import { workdaysFolder } from "../support/workdays.ts";

const calendar = loadWorkdays(workdaysFolder);
const day = (text: string) => text as Day;
const someDay = fc.integer({ min: 0, max: 3600 }).map((days) => plusDays(day("2017-01-20"), days));
const workedDay = someDay.map((each) => {
  let at = each;
  while (!isWorked(at, calendar)) at = plusDays(at, 1);
  return at;
});
const onDay = (each: Day) => ({ from: each, until: each });
const open = {
  kind: "document",
  category: "own-authority",
  explained: null,
  snoozedUntil: null,
  status: "open",
} as const;

/** The worked mornings of some days, each with the one before it. */
function mornings(from: Day, days: number): readonly (readonly [Day, Day])[] {
  const worked = Array.from({ length: days }, (_, index) => plusDays(from, index)).filter((each) =>
    isWorked(each, calendar),
  );
  return worked.slice(1).map((each, index) => [worked[index] as Day, each] as const);
}

describe("when people are reminded", () => {
  it("is three worked days before the last one, one before, and on it: over National Day too", () => {
    const days = stages.map((stage) => stageDay(onDay(day("2026-10-09")), stage, calendar));
    expect(days).toEqual(["2026-09-29", "2026-10-08", "2026-10-09"]);
  });

  it("of what was set for a Saturday is on the Friday before: people are not reminded on days off", () => {
    expect(stageDay(onDay(day("2026-11-28")), 0, calendar)).toBe("2026-11-27");
  });

  it("comes once for each stage, whatever the day it is due on, on mornings that are worked", () => {
    fc.assert(
      fc.property(someDay, (due) => {
        const start = plusDays(due, -45);
        const told = mornings(start, 46).filter(([since, today]) => dueDaysReminded(since, today, calendar).has(due));
        const expected = [...new Set(stages.map((stage) => stageDay(onDay(due), stage, calendar)))].toSorted();
        expect(told.map(([, today]) => today)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it("is made up for when mornings were missed: what came meanwhile is said on the next one", () => {
    fc.assert(
      fc.property(workedDay, fc.integer({ min: 1, max: 12 }), (today, missed) => {
        const since = plusDays(today, -missed);
        const reminded = dueDaysReminded(since, today, calendar);
        for (let due = today; due < plusDays(today, 20); due = plusDays(due, 1)) {
          const came = stages.some((stage) => {
            const on = stageDay(onDay(due), stage, calendar);
            return on > since && on <= today;
          });
          expect(reminded.has(due)).toBe(came);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("is every worked morning while it is overdue, and after three of them the office hears of it", () => {
    const due = onDay(day("2026-11-20"));
    const told = mornings(day("2026-11-19"), 12).map(([since, today]) => {
      const morning = morningOf(since, today, calendar);
      const office = due.until <= morning.officeHears;
      return [today, groupOf({ ...open, due }, morning), overdueFor(due, today, calendar), office];
    });
    expect(told).toEqual([
      ["2026-11-20", "today", 0, false],
      ["2026-11-23", "overdue", 1, false],
      ["2026-11-24", "overdue", 2, false],
      ["2026-11-25", "overdue", 3, true],
      ["2026-11-26", "overdue", 4, true],
      ["2026-11-27", "overdue", 5, true],
      ["2026-11-30", "overdue", 6, true],
    ]);
  });

  it("hears the office of a day exactly when three worked mornings lie behind it", () => {
    fc.assert(
      fc.property(workedDay, fc.integer({ min: 0, max: 25 }), (today, before) => {
        const due = plusDays(today, -before);
        const { officeHears } = morningOf(plusDays(today, -1), today, calendar);
        expect(due <= officeHears).toBe(overdueFor(onDay(due), today, calendar) >= 3);
      }),
      { numRuns: 100 },
    );
  });

  it("waits while somebody has put it off, and comes on the day until which they did", () => {
    const due = onDay(day("2026-12-04"));
    const said = mornings(day("2026-11-26"), 8).map(([since, today]) =>
      groupOf({ ...open, due, snoozedUntil: day("2026-12-02") }, morningOf(since, today, calendar)),
    );
    // three before it is 1 December, on which nobody is told; on 2 December somebody is
    expect(said).toEqual([undefined, undefined, undefined, "soon", "soon"]);
  });
});

describe("the lights", () => {
  it("are green, yellow from three worked days before the last one, red when it is over", () => {
    const due = onDay(day("2026-12-04"));
    const lights = ["2026-11-30", "2026-12-01", "2026-12-04", "2026-12-05"].map((each) =>
      lightOf({ status: "open", due }, day(each), calendar),
    );
    expect(lights).toEqual(["green", "yellow", "yellow", "red"]);
  });

  it("turn yellow on the morning of the first reminder, whatever the day", () => {
    fc.assert(
      fc.property(workedDay, fc.integer({ min: 0, max: 20 }), (today, days) => {
        const due = onDay(plusDays(today, days));
        expect(lightOf({ status: "open", due }, today, calendar) === "yellow").toBe(
          stageDay(due, stages[0], calendar) <= today,
        );
      }),
    );
  });

  it("are red no earlier than the latest day of what is not certain", () => {
    const due = { from: day("2026-12-04"), until: day("2026-12-08") };
    expect(lightOf({ status: "open", due }, day("2026-12-07"), calendar)).toBe("yellow");
    expect(lightOf({ status: "open", due }, day("2026-12-09"), calendar)).toBe("red");
  });
});

describe("how much time is left", () => {
  const left = (due: string, today: string, until = due) =>
    timeLeft({ from: day(due), until: day(until) }, day(today), calendar);

  it.each([
    // 4 December 2026 is a Friday
    ["2026-12-04", "2026-12-04", { kind: "today" }],
    ["2026-12-04", "2026-12-03", { kind: "left", days: 2, todayToo: true }],
    ["2026-12-07", "2026-12-04", { kind: "left", days: 2, todayToo: true }],
    ["2026-12-07", "2026-12-05", { kind: "left", days: 1, todayToo: false }],
    ["2026-12-06", "2026-12-04", { kind: "left", days: 1, todayToo: true }],
    ["2026-12-06", "2026-12-05", { kind: "left", days: 0, todayToo: false }],
    ["2026-12-04", "2026-12-05", { kind: "overdue", days: 1 }],
    ["2026-12-04", "2026-12-08", { kind: "overdue", days: 2 }],
  ] as const)("until %s, seen on %s", (due, today, expected) => {
    expect(left(due, today)).toEqual(expected);
  });

  it("is not said to be today's on any other day, nor to be over while it may not be", () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -30, max: 30 }), fc.integer({ min: 0, max: 6 }), (due, off, more) => {
        const [today, until] = [plusDays(due, off), plusDays(due, more)];
        const { kind } = left(due, today, until);
        expect(kind === "today").toBe(today === due && more === 0);
        expect(kind === "overdue").toBe(today > until);
        expect(kind === "perhaps").toBe(more > 0 && due <= today && today <= until);
      }),
    );
  });
});

describe("the proof of a count", () => {
  it("leaves out no day, and numbers every working one, however they are put together", () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 40 }), (from, count) => {
        const { proof } = addWorkingDays(from, count, calendar);
        const runs = runsOf(proof);
        expect(runs[0]?.from).toBe(proof[0]?.day);
        expect(runs.at(-1)?.until).toBe(proof.at(-1)?.day);
        for (const [index, run] of runs.entries())
          if (index > 0) expect(run.from).toBe(plusDays(runs[index - 1]?.until as Day, 1));
        const numbered = runs.flatMap(({ numbers }) =>
          numbers ? Array.from({ length: numbers[1] - numbers[0] + 1 }, (_, index) => numbers[0] + index) : [],
        );
        expect(numbered).toEqual(proof.flatMap(({ number }) => number ?? []));
      }),
    );
  });

  it("goes back and forth by worked days alike", () => {
    fc.assert(
      fc.property(workedDay, fc.integer({ min: 0, max: 20 }), (from, days) => {
        expect(workedBefore(workedBefore(from, days, calendar), -days, calendar)).toBe(from);
      }),
    );
  });
});
