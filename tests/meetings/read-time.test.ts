import { describe, expect, it } from "vitest";
import { clock, readTime } from "../../src/meetings/read-time.ts";

const read = (typed: string) => {
  const time = readTime(typed);
  return time && `${clock(time.from)}-${clock(time.until)}`;
};

describe("the time of a meeting", () => {
  it.each([
    ["09:00-11:00", "09:00-11:00"],
    ["9:00 to 11:30", "09:00-11:30"],
    ["9:00—11:00", "09:00-11:00"],
    ["9点到11点", "09:00-11:00"],
    ["9时至11时30分", "09:00-11:30"],
    ["上午 9:00 — 11:00", "09:00-11:00"],
    ["下午2点到4点半", "14:00-16:30"],
    ["下午2:30-4:05", "14:30-16:05"],
    ["上午10點半至下午1時", "10:30-13:00"],
    ["上午9点到12点", "09:00-12:00"],
    ["下午12点到2点", "12:00-14:00"],
    ["14时——16时", "14:00-16:00"],
  ])("%j is %s", (typed, time) => {
    expect(read(typed)).toBe(time);
  });

  it.each([
    "",
    "9点",
    "11点到9点",
    "下午4点到2点",
    "25:00-26:00",
    "9:-11:",
    "9点60分到11点",
    "上午11点到1点",
    "09:00-10:00, 11:00-12:00",
  ])("%j is none", (typed) => {
    expect(read(typed)).toBeUndefined();
  });
});
