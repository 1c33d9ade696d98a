import { spawnSync } from "node:child_process";
import { SolarDay } from "tyme4ts";
import { describe, expect, it } from "vitest";
import { type Day, plusDays } from "../../src/dates.ts";
import { CalendarError, calendarAsOf, calendarOf } from "../../src/workdays/calendar.ts";
import { addWorkingDays } from "../../src/workdays/counting.ts";
import { loadWorkdays } from "../../src/workdays/load.ts";
import { type Notice, noticeSchema } from "../../src/workdays/notice.ts";
import { projectFolder } from "../support/app.ts";
import { notices, workdaysFolder } from "../support/workdays.ts";

const day = (text: string) => text as Day;
const calendar = loadWorkdays(workdaysFolder);

/** Every day of the years whose notices are known. */
const known: readonly Day[] = (() => {
  const days: Day[] = [];
  for (let each = day("2017-01-01"); each <= "2026-12-31"; each = plusDays(each, 1)) days.push(each);
  return days;
})();

/** What tyme4ts says of a day; it takes years, months and days as numbers, so no time zone can come between. */
function byTyme(given: Day): boolean {
  const [year = 0, month = 0, date = 0] = given.split("-").map(Number);
  const solar = SolarDay.fromYmd(year, month, date);
  return solar.getLegalHoliday()?.isWork() ?? solar.getWeek().getIndex() % 6 !== 0;
}

// west of Greenwich it has every holiday a day early, from when it is loaded on: so it gets a process in its own zone
const workedByChineseDays: ReadonlySet<string> = (() => {
  const script = `
    import chineseDays from "chinese-days";
    import { readFileSync } from "node:fs";
    const days = JSON.parse(readFileSync(0, "utf8"));
    process.stdout.write(JSON.stringify(days.filter((each) => chineseDays.isWorkday(each))));`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: projectFolder,
    encoding: "utf8",
    env: { TZ: "Asia/Shanghai" },
    input: JSON.stringify(known),
  });
  if (!stdout) throw new Error(`chinese-days said nothing: ${stderr}`);
  return new Set<string>(JSON.parse(stdout));
})();
const byChineseDays = (given: Day): boolean => workedByChineseDays.has(given);

const isWorking = (given: Day): boolean => calendar.dayKind(given).kind === "working";

describe("the notices on working days 2017 to 2026", () => {
  it("know 3,652 days", () => {
    expect(known).toHaveLength(3652);
    expect(calendar.years).toEqual([2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]);
  });

  it.each([
    ["tyme4ts", byTyme],
    ["chinese-days", byChineseDays],
  ])("say of every day what %s says", (_, witness) => {
    expect(known.filter((each) => isWorking(each) !== witness(each))).toEqual([]);
  });

  it.each([7, 10, 30])(
    "put the end of %i working days where a count by the witnesses puts it, from every working day",
    (count) => {
      const worked = known.filter((each) => byTyme(each) && byChineseDays(each));
      const wrong = worked.flatMap((from, index) => {
        const due = addWorkingDays(from, count, calendar);
        const expected = worked[index + count];
        // what goes beyond the last known year has no certain end
        if (expected === undefined) return due.kind === "provisional" ? [] : [from];
        return due.kind === "certain" && due.due === expected ? [] : [from];
      });
      expect(wrong).toEqual([]);
    },
  );

  it("tell the holiday or the make-up day, with the notice", () => {
    expect(calendar.dayKind(day("2025-10-06"))).toEqual({
      kind: "off",
      why: "holiday",
      holiday: "国庆节、中秋节",
      notice: "国办发明电〔2024〕12号",
    });
    expect(calendar.dayKind(day("2025-10-11"))).toEqual({
      kind: "working",
      why: "make-up",
      notice: "国办发明电〔2024〕12号",
    });
    expect(calendar.dayKind(day("2018-12-31"))).toMatchObject({ why: "holiday", holiday: "元旦" });
  });

  it("say nothing of 2027, not even of its Sundays", () => {
    for (const each of ["2027-01-01", "2027-01-04", "2027-02-07"])
      expect(calendar.dayKind(day(each))).toEqual({ kind: "unknown", why: "no-notice" });
    expect(calendar.presumablyWorking(day("2027-01-04"))).toBe(true);
    expect(calendar.presumablyWorking(day("2027-02-07"))).toBe(false);
    // a Friday, and a holiday whatever the notice will say; the second day of Labour Day is one since 2025
    expect(calendar.presumablyWorking(day("2027-01-01"))).toBe(false);
    expect(calendar.presumablyWorking(day("2028-05-02"))).toBe(false);
  });
});

describe("a notice that amends another", () => {
  const without = (number: string) => calendarOf(notices.filter(({ notice }) => notice !== number));

  it("of 22 March 2019 made Labour Day four days long, and two Sundays worked", () => {
    const before = without("国办发明电〔2019〕3号");
    const changed = known.filter((each) => before.dayKind(each).kind !== calendar.dayKind(each).kind);
    expect(changed).toEqual(["2019-04-28", "2019-05-02", "2019-05-03", "2019-05-05"]);
    expect(addWorkingDays(day("2019-04-29"), 2, before)).toMatchObject({ due: "2019-05-02" });
    expect(addWorkingDays(day("2019-04-29"), 2, calendar)).toMatchObject({ due: "2019-05-05" });
    // one that comes earlier
    expect(addWorkingDays(day("2019-04-26"), 3, before)).toMatchObject({ due: "2019-05-02" });
    expect(addWorkingDays(day("2019-04-26"), 3, calendar)).toMatchObject({ due: "2019-04-30" });
  });

  it("changes nothing before the day that it is dated", () => {
    const ends = (asOf: string, from: string, count: number) =>
      addWorkingDays(day(from), count, calendarAsOf(notices, day(asOf)));
    expect(ends("2019-03-21", "2019-04-29", 2)).toMatchObject({ due: "2019-05-02" });
    expect(ends("2019-03-22", "2019-04-29", 2)).toMatchObject({ due: "2019-05-05" });
    expect(ends("2020-01-25", "2020-01-20", 7)).toMatchObject({ due: "2020-02-04" });
    expect(ends("2020-01-26", "2020-01-20", 7)).toMatchObject({ due: "2020-02-06" });
  });

  it("of January 2020 prolonged the Spring Festival, and took its last make-up day back", () => {
    const before = without("国办发明电〔2020〕1号");
    const changed = known.filter((each) => before.dayKind(each).kind !== calendar.dayKind(each).kind);
    expect(changed).toEqual(["2020-01-31", "2020-02-01"]);
    expect(addWorkingDays(day("2020-01-20"), 7, before)).toMatchObject({ due: "2020-02-04" });
    expect(addWorkingDays(day("2020-01-20"), 7, calendar)).toMatchObject({ due: "2020-02-06" });
  });
});

describe("what was known on a day", () => {
  it("is what had been issued by then: the year ahead only from the day of its notice", () => {
    expect(calendarAsOf(notices, day("2016-11-30")).years).toEqual([]);
    expect(calendarAsOf(notices, day("2018-12-03")).years).toEqual([2017, 2018]);
    expect(calendarAsOf(notices, day("2018-12-04")).years).toEqual([2017, 2018, 2019]);
    expect(calendarAsOf(notices, day("2026-11-23")).years).toEqual(calendar.years);
  });

  it("can change for the last days of a year with the notice of the next one", () => {
    const before = calendarAsOf(notices, day("2018-12-03"));
    const changed = known.filter((each) => each < "2019" && before.dayKind(each).kind !== calendar.dayKind(each).kind);
    expect(changed).toEqual(["2018-12-29", "2018-12-31"]);
  });

  it("cannot be told of a notice without a date", () => {
    const undated = notices.map(({ issued: _, ...rest }) => rest).slice(0, 1);
    expect(() => calendarAsOf(undated, day("2026-11-23"))).toThrow(/: issued: write the day that it is dated$/);
  });
});

describe("a notice that cannot be right", () => {
  const notice = (given: object): Notice =>
    noticeSchema.parse({
      notice: "一号",
      year: 2030,
      off: [{ holiday: "元旦", from: "2030-01-01", until: "2030-01-01" }],
      ...given,
    });
  const refused = (...given: readonly Notice[]): readonly string[] => {
    try {
      calendarOf(given);
    } catch (error) {
      if (error instanceof CalendarError) return error.lines;
    }
    return [];
  };

  it.each<[string, readonly Notice[], string]>([
    [
      "a make-up day that is off",
      [notice({ work: ["2030-01-01"] })],
      "一号: work: 2030-01-01 is also a day off: it can be only one of them",
    ],
    [
      "a make-up day that is a Monday",
      [notice({ work: ["2030-01-07"] })],
      "一号: work: 2030-01-07 is no Saturday or Sunday, so it is worked anyway: mend the date, or leave it out",
    ],
    [
      "a holiday that ends before it begins",
      [notice({ off: [{ holiday: "春节", from: "2030-02-09", until: "2030-02-03" }] })],
      "一号: off: 春节 ends on 2030-02-03, before it begins on 2030-02-09: mend one of them",
    ],
    [
      "a day in two holidays",
      [
        notice({
          off: [
            { holiday: "甲", from: "2030-02-03", until: "2030-02-09" },
            { holiday: "乙", from: "2030-02-09", until: "2030-02-10" },
          ],
        }),
      ],
      "一号: off: 2030-02-09 stands in two holidays: leave it in one",
    ],
    [
      "a day of another year",
      [notice({ work: ["2031-02-01"] })],
      "一号: work: 2031-02-01 is not of 2030, nor of the December before: it belongs to another notice",
    ],
    [
      "two notices for a year",
      [notice({}), notice({ notice: "二号" })],
      "二号: year: 2030 is arranged by 一号 already: write amends if this one changes it",
    ],
    [
      "an amendment of nothing",
      [notice({}), notice({ notice: "二号", amends: "三号", off: [] })],
      "二号: amends: there is no notice 三号 for 2030: write the number of the one it changes",
    ],
    [
      "an amendment that makes a make-up day off without cancelling it",
      [
        notice({ work: ["2030-01-05"] }),
        notice({ notice: "二号", amends: "一号", off: [{ holiday: "元旦", from: "2030-01-05", until: "2030-01-05" }] }),
      ],
      "二号: off: 2030-01-05 is worked by 一号: add it to cancels if that holds no more",
    ],
    [
      "days cancelled by one that amends nothing",
      [notice({ cancels: ["2030-01-05"] })],
      "一号: cancels: only a notice that amends another cancels days: write which, as amends",
    ],
    [
      "a cancelled day of which nothing was said",
      [notice({}), notice({ notice: "二号", amends: "一号", off: [], cancels: ["2030-01-05"] })],
      "二号: cancels: no notice says anything of 2030-01-05: leave it out",
    ],
    [
      "a holiday of sixty days",
      [notice({ off: [{ holiday: "春节", from: "2030-02-03", until: "2030-05-03" }] })],
      "一号: off: 春节 is sixty days long or longer: look at the years of its days",
    ],
    [
      "a make-up day written twice",
      [notice({ work: ["2030-01-05", "2030-01-05"] })],
      "一号: work: 2030-01-05 stands there twice: leave it out once",
    ],
    [
      "a number that another notice has",
      [notice({}), notice({ year: 2031, off: [] })],
      "一号: notice: 一号 is the number in 一号 too: write its own",
    ],
    [
      "a day that the notice of the year before has off already",
      [
        notice({ off: [{ holiday: "元旦", from: "2030-12-31", until: "2030-12-31" }] }),
        notice({ notice: "二号", year: 2031, off: [{ holiday: "元旦", from: "2030-12-31", until: "2031-01-01" }] }),
      ],
      "二号: off: 2030-12-31 stands in 一号 already: leave it to one of them",
    ],
    [
      "a day off that the notice of the year before has worked",
      [
        notice({ work: ["2030-12-28"] }),
        notice({ notice: "二号", year: 2031, off: [{ holiday: "元旦", from: "2030-12-28", until: "2030-12-28" }] }),
      ],
      "二号: off: 2030-12-28 is worked by 一号: one of the two is wrong",
    ],
    [
      "a date of issue of another time",
      [notice({ issued: "2019-11-21" })],
      "一号: issued: 2019-11-21 is neither in 2030 nor in the year before: mend it, or the year",
    ],
  ])("is refused: %s", (_, given, fault) => {
    expect(refused(...given)).toContain(fault);
  });

  it("may be amended twice: the later one has the last word, wherever the files stand", () => {
    const first = notice({ work: ["2030-01-05"] });
    const off = { holiday: "元旦", from: "2030-01-05", until: "2030-01-05" };
    const second = notice({
      notice: "二号",
      issued: "2030-01-02",
      amends: "一号",
      off: [off],
      cancels: ["2030-01-05"],
    });
    const third = notice({
      notice: "三号",
      issued: "2030-01-03",
      amends: "一号",
      off: [],
      cancels: ["2030-01-05"],
      work: ["2030-01-05"],
    });
    expect(calendarOf([third, second, first]).dayKind(day("2030-01-05"))).toMatchObject({ notice: "三号" });
  });

  it.each(["2030-02-30", "1.1.2030", "2030-1-1"])("has no day “%s”", (written) => {
    expect(
      noticeSchema.safeParse({ notice: "一号", year: 2030, off: [], work: [written] }).error?.issues[0],
    ).toMatchObject({
      path: ["work", 0],
      message: expect.stringMatching(/not a day; write it in quotes/),
    });
  });
});
