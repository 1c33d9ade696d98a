import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readReminders, sameReminders, showReminders, usualReminders } from "../../src/meetings/read-reminders.ts";

describe("how long before a meeting people are reminded", () => {
  it.each([
    ["1 working day, 1 hour", "1d, 1h"],
    ["2d, 1d, 30min", "2d, 1d, 30min"],
    ["30 min; 1d and 2 working days before", "2d, 1d, 30min"],
    ["an hour", "1h"],
    ["half an hour, a day", "1d, 30min"],
    ["1.5h", "90min"],
    ["1h30min, 15m", "90min, 15min"],
    ["1个工作日、1小时", "1d, 1h"],
    ["1個工作日、1小時", "1d, 1h"],
    ["会前一个工作日和会前一小时", "1d, 1h"],
    ["提前两个工作日，半小时", "2d, 30min"],
    ["一个半小时；１５分钟", "90min, 15min"],
    ["兩個半小時前", "150min"],
    ["2天前，1小时30分钟", "2d, 90min"],
    ["十天", "10d"],
  ])("may be written %s", (typed, kept) => {
    const read = readReminders(typed);
    expect(read && showReminders(read)).toBe(kept);
  });

  it.each(["none", "None", "无", "無", "不提醒", " no "])("may be never: %s", (typed) => {
    expect(readReminders(typed)).toEqual({ days: [], minutes: [] });
  });

  it.each([
    "",
    "soon",
    "1",
    "1d,",
    "0d",
    "0min",
    "31d",
    "13h",
    "-1d",
    "1d 1h",
    "yesterday",
    "1d, tomorrow",
    "1d, none",
    "6d, 5d, 4d, 3d, 2d, 1d",
  ])("is not guessed from %j", (typed) => {
    expect(readReminders(typed)).toBeUndefined();
  });

  it("is said once, the longest first, whatever the order in which it is typed", () => {
    const wanted = readReminders("10min, 60min, 1d, 1h, 3d");
    expect(wanted).toEqual({ days: [3, 1], minutes: [60, 10] });
    expect(sameReminders(wanted, readReminders("3d, 1d, 1h, 10min"))).toBe(true);
    expect(sameReminders(wanted, undefined)).toBe(false);
    expect(sameReminders(undefined, undefined)).toBe(true);
  });

  it("is a working day and an hour where nothing is set", () => {
    expect(readReminders("1 working day, 1 hour")).toEqual(usualReminders);
  });

  it("is read as it is kept, whatever it is", () => {
    const longestFirst = (some: readonly number[]) => [...some].sort((one, other) => other - one);
    const reminders = fc
      .record({
        days: fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 5 }).map(longestFirst),
        minutes: fc.uniqueArray(fc.integer({ min: 1, max: 720 }), { maxLength: 5 }).map(longestFirst),
      })
      .filter(({ days, minutes }) => days.length + minutes.length <= 5);
    fc.assert(
      fc.property(reminders, (each) => {
        expect(readReminders(showReminders(each))).toEqual(each);
      }),
    );
  });

  it("is at most five times, and never throws, whatever is typed", () => {
    const typed = fc
      .array(
        fc.constantFrom("1", "2", "30", "d", "h", "min", "，", ", ", "个", "半", "小时", "工作日", "无", "an ", "x"),
      )
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.oneof(typed, fc.string()), (line) => {
        const read = readReminders(line);
        if (read) expect(read.days.length + read.minutes.length).toBeLessThanOrEqual(5);
      }),
    );
  });
});
