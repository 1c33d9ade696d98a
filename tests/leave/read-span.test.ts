import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, daysFrom, plusDays, weekdayOf } from "../../src/dates.ts";
import type { Half, Span } from "../../src/leave/leave.ts";
import { lateness, limitOf } from "../../src/leave/limits.ts";
import { namesHoliday } from "../../src/leave/read-day.ts";
import { readChange, readSpan } from "../../src/leave/read-span.ts";
import { isInOrder, lengthOf } from "../../src/leave/span.ts";
import { leaveEn } from "../../src/wording/leave/en.ts";
import { leaveZhHans } from "../../src/wording/leave/zh-hans.ts";
import { leaveZhHant } from "../../src/wording/leave/zh-hant.ts";
import { leaveRequestEn } from "../../src/wording/leave-request/en.ts";
import { leaveRequestZhHans } from "../../src/wording/leave-request/zh-hans.ts";
import { leaveRequestZhHant } from "../../src/wording/leave-request/zh-hant.ts";

/** A Monday. */
const today = "2026-11-23" as Day;

/** "2026-12-01 am – 2026-12-03 pm", or what was wrong. */
function read(from: string, until = ""): string {
  const found = readSpan(from, until, today);
  if (found.kind === "unreadable") return `unreadable ${found.field}`;
  const { span } = found;
  const days = `${span.from} ${span.fromHalf} – ${span.until} ${span.untilHalf}`;
  return found.kind === "backwards" ? `backwards ${found.field}` : days;
}

const first = "2026-12-01 am – 2026-12-01 pm";
const three = "2026-12-01 am – 2026-12-03 pm";

describe("a day", () => {
  it.each([
    "2026-12-01",
    "2026/12/1",
    "2026.12.1",
    "2026年12月1日",
    "12-01",
    "12/1",
    "12.1",
    "12月1日",
    "12 月 1 号",
    "１２月１日",
    "十二月一日",
    "二〇二六年十二月一日",
    "Dec 1",
    "1 December",
    "December 1st",
    "1 Dec 2026",
    "12-01 (Tue)",
    "Tue 2026-12-01",
    "Tuesday, Dec 1",
    "12月1日（周二）",
    "12月1日星期二",
    "1日",
  ])("may be written %s", (typed) => {
    expect(read(typed)).toBe(first);
  });

  it.each([
    ["today", "2026-11-23"],
    ["今天", "2026-11-23"],
    ["tomorrow", "2026-11-24"],
    ["明天", "2026-11-24"],
    ["后天", "2026-11-25"],
    ["後天", "2026-11-25"],
    ["yesterday", "2026-11-22"],
    ["Friday", "2026-11-27"],
    ["fri", "2026-11-27"],
    ["周五", "2026-11-27"],
    ["週五", "2026-11-27"],
    ["星期五", "2026-11-27"],
    ["Monday", "2026-11-30"],
    ["本周三", "2026-11-25"],
    ["下周五", "2026-12-04"],
    ["星期天", "2026-11-29"],
    ["下个月1号", "2026-12-01"],
    ["下月1日", "2026-12-01"],
    ["本月30号", "2026-11-30"],
  ])("may be said: %s is %s", (typed, day) => {
    expect(read(typed)).toBe(`${day} am – ${day} pm`);
  });

  it.each([
    "12-01 pm",
    "12-01 p.m.",
    "12月1日下午",
    "12-01 (afternoon)",
    "2026年12月1日 下午",
    "Dec 1, afternoon",
    "12月1日下午3点",
    "12月1日下午三点半",
    "12-01 15:00",
    "12月1日14时30分",
    "Dec 1, 3 pm",
    "Dec 1 at 13:30",
    "12月1日晚上7点",
    "12月1日12:00",
  ])("may be a half: %s", (typed) => {
    expect(read(typed)).toBe("2026-12-01 pm – 2026-12-01 pm");
  });

  it.each(["12月1日上午9点", "12月1日早上八点半", "12-01 08:30", "12月1日11時", "Dec 1, 9 am"])(
    "of a time before noon is its first half: %s",
    (typed) => {
      expect(read(typed)).toBe("2026-12-01 am – 2026-12-01 am");
    },
  );

  it("of today may be said by its half", () => {
    expect(read("this afternoon")).toBe("2026-11-23 pm – 2026-11-23 pm");
    expect(read("明天上午")).toBe("2026-11-24 am – 2026-11-24 am");
  });

  it("without a year is the next such day; 29 February may be years away", () => {
    expect(read("11-23")).toBe("2026-11-23 am – 2026-11-23 pm");
    expect(read("11-22")).toBe("2027-11-22 am – 2027-11-22 pm");
    expect(read("2-29")).toBe("2028-02-29 am – 2028-02-29 pm");
  });

  it.each([
    "",
    "soon",
    "12-32",
    "02-30",
    "2026-02-29",
    "13月1日",
    "12-01 (Wed)",
    "Wed 12-01",
    "12月1日周三",
    "next friday",
    "1",
    "pm",
    "12-01 12-03",
    "12月1日3点",
    "12-01 25:00",
    "元旦",
    "国庆",
    "本月31号",
    "__proto__",
    "constructor",
    "3 days",
    "12-01 to",
    "0 days from 12-01",
  ])("is none: “%s”", (typed) => {
    expect(read(typed)).toBe("unreadable from");
  });
});

it("a holiday is known by its name, in any script, and days are not", () => {
  for (const typed of ["元旦", "国庆", "國慶長假", "春节三天", "中秋節", "Spring Festival", "National Day"])
    expect(namesHoliday(typed), typed).toBe(true);
  for (const typed of ["12月1日", "十一月三十一日", "monday", "soon"]) expect(namesHoliday(typed), typed).toBe(false);
});

describe("several days", () => {
  it.each([
    ["12-01", "12-03"],
    ["2026-12-01", "3"],
    ["12月1日", "3日"],
    ["12-01", "Thursday"],
    ["12-01", "3 days"],
    ["12-01", "3天"],
    ["12-01 to 12-03", ""],
    ["2026-12-01 2026-12-03", ""],
    ["from 12-01 until 12-03", ""],
    ["12-01 - 12-03", ""],
    ["12-01–12-03", ""],
    ["2026-12-01~2026-12-03", ""],
    ["12/1-12/3", ""],
    ["12月1日至3日", ""],
    ["12月1日到12月3日", ""],
    ["12月1日-3日", ""],
    ["12月1日（周二）至3日（周四）", ""],
    ["Dec 1-3", ""],
    ["1 to 3 December", ""],
    ["3 days from 12-01", ""],
    ["12-01 for 3 days", ""],
    ["12月1日起3天", ""],
    ["从12月1日起三天", ""],
    ["12月1日開始3天", ""],
  ])("may be written “%s” “%s”", (from, until) => {
    expect(read(from, until)).toBe(three);
  });

  it("may begin or end with a half", () => {
    expect(read("12-01 pm", "12-03 am")).toBe("2026-12-01 pm – 2026-12-03 am");
    expect(read("12月1日下午至3日")).toBe("2026-12-01 pm – 2026-12-03 pm");
    expect(read("12月1日下午至3日上午")).toBe("2026-12-01 pm – 2026-12-03 am");
    expect(read("12月1日下午3点至3日上午10点")).toBe("2026-12-01 pm – 2026-12-03 am");
    expect(read("下个月1号下午", "下个月3號")).toBe("2026-12-01 pm – 2026-12-03 pm");
    expect(read("12月1日起两天半")).toBe("2026-12-01 am – 2026-12-03 am");
    expect(read("2 days from 12-01 pm")).toBe("2026-12-01 pm – 2026-12-03 am");
    expect(read("明天起半天")).toBe("2026-11-24 am – 2026-11-24 am");
  });

  it("may go on into the next year or month", () => {
    expect(read("12-30", "01-02")).toBe("2026-12-30 am – 2027-01-02 pm");
    expect(read("12月30日至2日")).toBe("2026-12-30 am – 2027-01-02 pm");
    expect(read("1 week from 12-28")).toBe("2026-12-28 am – 2027-01-03 pm");
  });

  it("that end before they begin are not taken for a year", () => {
    expect(read("12-03", "12-01")).toBe("backwards until");
    expect(read("12-03 to 12-01")).toBe("backwards from");
    expect(read("12月5日至3日")).toBe("backwards from");
    expect(read("12-01 pm", "12-01 am")).toBe("backwards until");
  });

  it("with an end that is none are refused at the end", () => {
    expect(read("12-01", "later")).toBe("unreadable until");
    expect(read("12-01 to 12-03", "12-04")).toBe("unreadable from");
  });
});

const halves = fc.constantFrom<Half>("am", "pm");
const spans: fc.Arbitrary<Span> = fc
  .record({ begin: fc.nat(300), length: fc.nat(100), fromHalf: halves, untilHalf: halves })
  .map(({ begin, length, fromHalf, untilHalf }) => {
    const from = plusDays(today, begin);
    return { from, fromHalf, until: plusDays(from, length), untilHalf };
  })
  .filter(isInOrder);

describe("whatever span is shown or typed", () => {
  const shown = (text: string, span: Span) =>
    expect(readSpan(text, "", today), text).toMatchObject({ kind: "span", span });

  it("is read back from each language, with its days of the week too", () => {
    fc.assert(
      fc.property(spans, (span) => {
        const [one, other] = [weekdayOf(span.from), weekdayOf(span.until)];
        for (const words of [leaveEn, leaveZhHans, leaveZhHant]) shown(words.span(span), span);
        for (const words of [leaveRequestEn, leaveRequestZhHans, leaveRequestZhHant])
          shown(words.spanWithWeekdays(span, one, other), span);
      }),
    );
  });

  it("is read from two fields, with or without the year", () => {
    fc.assert(
      fc.property(spans, fc.boolean(), ({ from, fromHalf, until, untilHalf }, year) => {
        const written = (day: Day, half: Half) => `${year ? day : day.slice(5)} ${half}`;
        const found = readSpan(written(from, fromHalf), written(until, untilHalf), today);
        expect(found).toMatchObject({ kind: "span", span: { from, fromHalf, until, untilHalf } });
      }),
    );
  });

  it("lasts as many days as were counted", () => {
    fc.assert(
      fc.property(fc.nat(300), fc.integer({ min: 1, max: 120 }), halves, (begin, count, half) => {
        const day = plusDays(today, begin);
        const [exact, length] = [`${day} ${half}`, count / 2];
        for (const typed of [`${length} days from ${exact}`, `从${exact}起${length}天`]) {
          const found = readSpan(typed, "", today);
          if (found.kind !== "span") throw new Error(`${typed}: ${found.kind}`);
          expect(lengthOf(found.span)).toBe(length);
          expect(found.span).toMatchObject({ from: day, fromHalf: half });
        }
      }),
    );
  });

  it("is in order, or said not to be; nothing that is typed breaks the reading", () => {
    const piece = fc.constantFrom(
      "12-01",
      "至",
      " to ",
      "3",
      "月",
      "日",
      "pm",
      "周五",
      "起",
      "天",
      "(",
      ")",
      "-",
      "2026",
      ".",
    );
    const typed = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.array(piece).map((each) => each.join("")),
    );
    fc.assert(
      fc.property(typed, typed, (from, until) => {
        const found = readSpan(from, until, today);
        if (found.kind === "unreadable") return;
        expect(isInOrder(found.span)).toBe(found.kind === "span");
        expect(found.span.from).toMatch(/^\d{4}-\d\d-\d\d$/);
      }),
      { numRuns: 3000 },
    );
  });

  it("without a year never begins in the past", () => {
    fc.assert(
      fc.property(fc.nat(364), (ahead) => {
        const day = plusDays(today, ahead);
        const found = readSpan(day.slice(5), "", today);
        expect(found).toMatchObject({ kind: "span", span: { from: day }, withoutYear: true });
        expect(daysFrom(today, day)).toBe(ahead);
      }),
    );
  });
});

describe("the days of leave that is changed", () => {
  const span: Span = { from: "2026-12-01" as Day, fromHalf: "pm", until: "2026-12-03" as Day, untilHalf: "pm" };
  const changed = (from: string, until: string) => readChange(span, from, until, today);

  it("stay where nothing is typed", () => {
    expect(changed("", "12-05")).toMatchObject({ span: { ...span, until: "2026-12-05" } });
    expect(changed("", "12-02 am")).toMatchObject({ span: { ...span, until: "2026-12-02", untilHalf: "am" } });
    expect(changed("12-02", "")).toMatchObject({ span: { ...span, from: "2026-12-02", fromHalf: "am" } });
    expect(changed("", "3 days")).toMatchObject({ span: { ...span, until: "2026-12-04", untilHalf: "am" } });
  });

  it("may all be new", () => {
    expect(changed("12-07 to 12-08", "")).toMatchObject({ span: { from: "2026-12-07", until: "2026-12-08" } });
    expect(changed("12-07", "12-08")).toMatchObject({ span: { from: "2026-12-07", until: "2026-12-08" } });
  });

  it("must be in order", () => {
    expect(changed("12-05", "")).toMatchObject({ kind: "backwards", field: "from" });
    expect(changed("", "11-30")).toMatchObject({ kind: "backwards", field: "until" });
    expect(changed("", "nonsense")).toMatchObject({ kind: "unreadable", field: "until" });
    expect(changed("nonsense", "")).toMatchObject({ kind: "unreadable", field: "from" });
  });
});

describe("leave may be asked for", () => {
  const days = (from: string, until = from): Span => ({
    from: from as Day,
    fromHalf: "am",
    until: until as Day,
    untilHalf: "pm",
  });

  it("from thirty days back until a year ahead, for a year at most", () => {
    expect(limitOf(days("2026-10-24"), today)).toBeUndefined();
    expect(limitOf(days("2026-10-23"), today)).toBe("past");
    expect(limitOf(days("2027-11-24"), today)).toBeUndefined();
    expect(limitOf(days("2027-11-25"), today)).toBe("far");
    expect(limitOf(days("2026-12-01", "2027-12-01"), today)).toBeUndefined();
    expect(limitOf(days("2026-12-01", "2027-12-02"), today)).toBe("long");
  });

  it("late when it has begun before this half day, and after the fact when it is over", () => {
    expect(lateness(days("2026-11-23"), today, "am")).toBeUndefined();
    expect(lateness(days("2026-11-23"), today, "pm")).toBe("begun");
    expect(lateness(days("2026-11-20", "2026-11-24"), today, "am")).toBe("begun");
    expect(lateness(days("2026-11-20", "2026-11-22"), today, "am")).toBe("over");
  });
});
