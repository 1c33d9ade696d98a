import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvOf } from "../../src/csv.ts";
import { type Day, plusDays, weekdayOf } from "../../src/dates.ts";
import type { Counts } from "../../src/leave/counts.ts";
import { type Half, isOpen, type Leave, type Status, statuses } from "../../src/leave/leave.ts";
import { readMonth, readMonthFrom } from "../../src/leave/read-month.ts";
import { readPeriod } from "../../src/leave/read-period.ts";
import { type Period, type Report, reportOn } from "../../src/leave/report.ts";
import { occasionsOf, rulingOn } from "../../src/leave/ruling.ts";
import { mayNameSubstitute } from "../../src/leave/substitute.ts";
import { headsBody } from "../../src/office/posts.ts";
import type { Correction } from "../../src/store/leave.ts";
import { changzhou } from "../support/changzhou.ts";

const day = (text: string): Day => text as Day;
const november: Period = { from: day("2026-11-01"), until: day("2026-11-30") };
const today = day("2026-12-15");

/** Monday to Friday are worked; of 2027 nobody knows yet. */
const calendar = {
  dayKind: (each: Day) => ({ kind: each >= "2027" ? "unknown" : weekdayOf(each) > 5 ? "off" : "working" }) as const,
  presumablyWorking: (each: Day) => weekdayOf(each) < 6,
};

const usual: Leave = {
  number: 1,
  trip: 1,
  person: "1014",
  post: "department-head",
  title: "市教育局局长",
  department: "市教育局",
  occasion: "going-away",
  purpose: "private",
  meeting: null,
  event: "",
  presider: null,
  span: { from: day("2026-11-10"), fromHalf: "am", until: day("2026-11-12"), untilHalf: "pm" },
  place: "",
  reason: "",
  status: "approved",
  version: 2,
  replaces: null,
  authority: "rules",
  fact: null,
  approverPost: null,
  approver: null,
  madeAt: new Date("2026-11-01T01:00:00Z"),
  askedAt: new Date("2026-11-01T01:00:00Z"),
  decidedAt: null,
  decidedBy: null,
  decidedAs: null,
  entrustment: null,
  substitute: null,
  substituteAt: null,
  returned: null,
};

const span = (from: string, until: string, fromHalf: Half = "am", untilHalf: Half = "pm"): Leave["span"] => ({
  from: day(from),
  fromHalf,
  until: day(until),
  untilHalf,
});
const back = (on: string, half: Half = "am"): NonNullable<Leave["returned"]> => ({
  day: day(on),
  half,
  at: new Date(`${on}T01:00:00Z`),
  by: "1014",
});

function report(leaves: readonly Partial<Leave>[], given: Partial<Parameters<typeof reportOn>[1]> = {}): Report {
  const all = leaves.map((each, index) => ({ ...usual, number: index + 1, ...each }));
  const rest = { today, calendar, zone: "Asia/Shanghai", trip: "going-away", cancelled: new Set<number>() };
  return reportOn(all, { period: november, ...rest, corrections: [], ...given });
}

const totalOf = (leaves: readonly Partial<Leave>[], given = {}): Counts => report(leaves, given).total;

describe("what is counted", () => {
  it("is each request once, by what became of it; drafts are nobody's business", () => {
    const total = totalOf(statuses.map((status) => ({ status })));
    expect(total).toMatchObject({ requests: 5, approved: 1, refused: 1, withdrawn: 1, open: 2, noted: 1 });
  });

  it("of a request that was changed is only what it became", () => {
    expect(totalOf([{ status: "replaced" }, { replaces: 1 }])).toMatchObject({ requests: 1, approved: 1, daysAway: 3 });
  });

  it("is no request that was taken away before it was sent", () => {
    expect(totalOf([{ status: "withdrawn", askedAt: null }]).requests).toBe(0);
  });

  it("are days away in the period only, halves counted, and the working days among them", () => {
    const over = totalOf([{ span: span("2026-10-28", "2026-11-03", "am", "am") }]);
    // the 1st is a Sunday; of the 3rd only the morning
    expect(over).toMatchObject({ requests: 1, daysAway: 2.5, workingDaysAway: 1.5 });
    expect(totalOf([{ span: span("2026-10-28", "2026-12-03") }])).toMatchObject({ daysAway: 30, workingDaysAway: 21 });
  });

  it("are no days of leave that is not granted, nor of absences from meetings", () => {
    for (const status of ["asked", "questioned", "refused", "withdrawn"] as const)
      expect(totalOf([{ status }]).daysAway).toBe(0);
    expect(totalOf([{ occasion: "executive-meeting" }])).toMatchObject({
      daysAway: 0,
      absences: { "executive-meeting": 1 },
    });
  });

  it("is half a day once, though two journeys share it, and no day after somebody was back", () => {
    const twice = [{ span: span("2026-11-10", "2026-11-11", "am", "am") }, { span: span("2026-11-11", "2026-11-12") }];
    expect(totalOf(twice).daysAway).toBe(3);
    expect(totalOf([{ returned: back("2026-11-11", "pm") }]).daysAway).toBe(1.5);
    expect(totalOf([{ returned: back("2026-11-10") }]).daysAway).toBe(0);
  });

  it("is no absence from a meeting that was cancelled", () => {
    const missed = { occasion: "executive-meeting", meeting: 7 };
    expect(totalOf([missed], { cancelled: new Set([7]) }).absences).toEqual({});
    expect(totalOf([missed], { cancelled: new Set([8]) }).absences).toEqual({ "executive-meeting": 1 });
  });

  it("is a return that was late or is missing, in the period in which the leave ends and in no other", () => {
    expect(totalOf([{ returned: back("2026-11-13") }])).toMatchObject({ lateReturns: 0, missingReturns: 0 });
    expect(totalOf([{ returned: back("2026-11-17") }])).toMatchObject({ lateReturns: 1, missingReturns: 0 });
    expect(totalOf([{}])).toMatchObject({ lateReturns: 0, missingReturns: 1 });
    const intoDecember = { span: span("2026-11-28", "2026-12-02") };
    expect(totalOf([intoDecember]).missingReturns).toBe(0);
    const december = { from: day("2026-12-01"), until: day("2026-12-31") };
    expect(totalOf([intoDecember], { period: december }).missingReturns).toBe(1);
  });

  it("is nobody's missing return as long as the day on which it is due is not over", () => {
    expect(totalOf([{}], { today: day("2026-11-13") }).missingReturns).toBe(0);
    expect(totalOf([{}], { today: day("2026-11-16") }).missingReturns).toBe(1);
  });

  it("says nothing of working days in a year of which nobody knows yet, in the sum as well", () => {
    const january = { from: day("2027-01-01"), until: day("2027-01-31") };
    const all = report([{ span: span("2027-01-04", "2027-01-05") }, { person: "1015" }], { period: january });
    expect(all.total).toMatchObject({ daysAway: 2, workingDaysAway: undefined });
  });

  it("stands by department and person; whoever changed departments has a line in each", () => {
    const { departments } = report([{}, { department: "市财政局", title: "市财政局局长" }, { person: "1053" }]);
    expect(
      departments.map(({ department, people }) => [department, people.map(({ person, title }) => [person, title])]),
    ).toEqual([
      [
        "市教育局",
        [
          ["1014", "市教育局局长"],
          ["1053", "市教育局局长"],
        ],
      ],
      ["市财政局", [["1014", "市财政局局长"]]],
    ]);
  });

  it("is what a department says as well, though it has no lines; not what was erased", () => {
    const said = (words: string): Correction => ({
      number: 1,
      department: "市审计局",
      ...november,
      leave: null,
      person: "1039",
      words,
      at: new Date("2026-12-01T01:00:00Z"),
    });
    const { departments } = report([], { corrections: [said("并无缺席")] });
    expect(departments.map(({ department, counts }) => [department, counts.requests])).toEqual([["市审计局", 0]]);
    expect(report([], { corrections: [said("")] }).departments).toEqual([]);
  });
});

const half = fc.constantFrom<Half>("am", "pm");
const someLeave = fc
  .record({
    person: fc.constantFrom("1014", "1015", "1053"),
    department: fc.constantFrom("市教育局", "市科学技术局", ""),
    occasion: fc.constantFrom("going-away", "executive-meeting", "plenary-meeting"),
    status: fc.constantFrom<Status>(...statuses),
    begins: fc.integer({ min: -20, max: 45 }),
    lasts: fc.integer({ min: 0, max: 40 }),
    fromHalf: half,
    untilHalf: half,
    sent: fc.boolean(),
    backAfter: fc.option(fc.integer({ min: 0, max: 50 })),
  })
  .map(({ person, department, occasion, status, begins, lasts, fromHalf, untilHalf, sent, backAfter }) => {
    const from = plusDays(november.from, begins);
    const ends = lasts === 0 && fromHalf === "pm" ? "pm" : untilHalf;
    return {
      person,
      department,
      occasion,
      status,
      askedAt: sent ? usual.askedAt : null,
      span: { from, fromHalf, until: plusDays(from, lasts), untilHalf: ends },
      returned: backAfter === null ? null : back(plusDays(from, backAfter)),
    };
  });
const someLeaves = fc.array(someLeave, { maxLength: 25 });

/** Every count of a line by a name of its own, so that lines can be added by somebody else than the report. */
function numbersOf({ absences, workingDaysAway, ...counts }: Counts): Map<string, number> {
  return new Map(Object.entries({ ...counts, ...absences, workingDaysAway: workingDaysAway ?? Number.NaN }));
}

function added(all: readonly Counts[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const counts of all) for (const [name, value] of numbersOf(counts)) sum[name] = (sum[name] ?? 0) + value;
  return Object.fromEntries(Object.entries(sum).filter(([, value]) => value !== 0));
}

describe("whatever leave there was", () => {
  it("the people of each department add up to it, and the departments to the total", () => {
    fc.assert(
      fc.property(someLeaves, (leaves) => {
        const { departments, total } = report(leaves);
        for (const { counts, people } of departments)
          expect(added(people.map((each) => each.counts))).toEqual(added([counts]));
        expect(added(departments.map(({ counts }) => counts))).toEqual(added([total]));
      }),
    );
  });

  it("every request has one fate, and none is lost or counted twice", () => {
    fc.assert(
      fc.property(someLeaves, (leaves) => {
        const { total } = report(leaves);
        expect(total.approved + total.refused + total.withdrawn + total.open).toBe(total.requests);
        const within = leaves.filter((each) => each.span.from <= november.until && each.span.until >= november.from);
        const sent = within.filter(({ askedAt }) => askedAt !== null);
        expect(total.open).toBe(sent.filter((each) => isOpen(each)).length);
        expect(total.refused).toBe(sent.filter(({ status }) => status === "refused").length);
        expect(total.noted).toBe(within.filter(({ status }) => status === "noted").length);
      }),
    );
  });

  it("of leave that touches the period only partly, its days inside count and no others", () => {
    fc.assert(
      fc.property(someLeave, (given) => {
        const leave = {
          ...given,
          occasion: "going-away",
          status: "approved",
          askedAt: usual.askedAt,
          returned: null,
        } as const;
        const inside = (each: Day, which: Half): boolean => {
          const at = `${each} ${which}`;
          const { from, fromHalf, until, untilHalf } = leave.span;
          return `${from} ${fromHalf}` <= at && at <= `${until} ${untilHalf}`;
        };
        let expected = 0;
        for (let each = november.from; each <= november.until; each = plusDays(each, 1))
          expected += (inside(each, "am") ? 0.5 : 0) + (inside(each, "pm") ? 0.5 : 0);
        expect(totalOf([leave]).daysAway).toBe(expected);
      }),
    );
  });

  it("the days of two halves of a period are those of the whole, and nobody is away on more days than there are", () => {
    fc.assert(
      fc.property(someLeaves, fc.integer({ min: 0, max: 28 }), (leaves, cut) => {
        const first = { from: november.from, until: plusDays(november.from, cut) };
        const rest = { from: plusDays(first.until, 1), until: november.until };
        const whole = totalOf(leaves).daysAway;
        expect(totalOf(leaves, { period: first }).daysAway + totalOf(leaves, { period: rest }).daysAway).toBe(whole);
        for (const { people } of report(leaves).departments)
          for (const { counts } of people) {
            expect(counts.daysAway).toBeLessThanOrEqual(30);
            expect(counts.workingDaysAway).toBeLessThanOrEqual(counts.daysAway);
          }
      }),
    );
  });
});

describe("the days of a report as they are typed", () => {
  const on = day("2026-11-23");
  const typed = (from: string, until = "") => {
    const read = readPeriod(from, until, on);
    return read.kind === "period" ? `${read.period.from} ${read.period.until}` : `${read.kind} ${read.field}`;
  };

  it.each([
    ["", "", "2026-10-01 2026-10-31"],
    ["2026-11", "", "2026-11-01 2026-11-30"],
    ["11", "", "2026-11-01 2026-11-30"],
    ["十月", "", "2026-10-01 2026-10-31"],
    ["12月", "", "2025-12-01 2025-12-31"],
    ["September", "", "2026-09-01 2026-09-30"],
    ["9", "10", "2026-09-01 2026-10-31"],
    ["12", "2", "2025-12-01 2026-02-28"],
    ["2026-11-03", "", "2026-11-03 2026-11-23"],
    ["11-03", "12", "2026-11-03 2026-11-12"],
    ["11月3日", "11月12日", "2026-11-03 2026-11-12"],
    ["", "2026-11-12", "2026-11-01 2026-11-12"],
    ["2026-11-12", "2026-11-03", "backwards until"],
    ["2024-01", "2026-11", "long until"],
    ["soon", "", "unreadable from"],
    ["11", "soon", "unreadable until"],
  ])("%j until %j: %s", (from, until, expected) => {
    expect(typed(from, until)).toBe(expected);
  });

  it("a month without a year is the nearest one", () => {
    const near = ["12", "1月", "5", "6", "2026年2月", "2026-12", "Dec 2027", "13", "0", "xyz"];
    expect(near.map((each) => readMonth(each, on))).toEqual([
      ...["2026-12-01", "2027-01-01", "2027-05-01", "2026-06-01", "2026-02-01", "2026-12-01", "2027-12-01"],
      ...[undefined, undefined, undefined],
    ]);
  });

  it("a month is also known by where it stands from today", () => {
    const beside = ["this month", "本月", "Next month", "下个月", "下個月", "下月", "last month", "上个月", "12"];
    expect(beside.map((each) => readMonthFrom(each, on)?.slice(0, 7))).toEqual([
      ...["2026-11", "2026-11", "2026-12", "2026-12", "2026-12", "2026-12", "2026-10", "2026-10", "2026-12"],
    ]);
    expect(["next", "下下月", "month"].map((each) => readMonthFrom(each, on))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("the file of a report", () => {
  const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

  it("has no cell that a spreadsheet computes, and says what was written all the same", () => {
    const cell = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc
        .array(
          fc.constantFrom("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\n", "\r", " ", "　", "'", '"', ",", "1"),
        )
        .map((each) => each.join("")),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
        const read: string[][] = parse(csvOf(rows), { bom: true });
        for (const [index, cells] of rows.entries())
          for (const [at, written] of cells.entries()) {
            const shown = read[index]?.[at] ?? "";
            expect(shown).not.toMatch(formula);
            expect(shown).toBe(formula.test(written) ? `'${written}` : written);
          }
      }),
    );
  });

  it.each(["=1+1", "＝1+1", "＋1", "－1", "＠SUM(A1)", "\n=1+1", "\t=1", "\r=1", " =1", "　＝1"])(
    "disarms %j",
    (cell) => {
      const [[shown] = []]: string[][] = parse(csvOf([[cell, "x"]]), { bom: true });
      expect(shown).toBe(`'${cell}`);
    },
  );
});

describe("who heads a department", () => {
  it("is, by every post of the rulebook, whoever is answered for by another when they miss a meeting", () => {
    const { rulebook } = changzhou;
    const { posts } = rulebook.data;
    const spokenFor = (post: string) =>
      occasionsOf(rulebook).some((occasion) => {
        const ruling = rulingOn({ post, occasion, away: [] }, rulebook);
        return ruling.kind === "asks" && mayNameSubstitute({ fact: ruling.rule.id, occasion }, rulebook);
      });
    const heads = Object.keys(posts).filter((each) => headsBody(each, posts));
    expect(heads).toEqual(Object.keys(posts).filter(spokenFor));
    expect(heads).toContain("department-head");
    expect(heads).toContain("office-director");
    expect(heads).not.toContain("deputy-department-head");
    expect(heads).not.toContain("vice-mayor");
  });
});
