import type { Day } from "../../src/dates.ts";
import { type OfficeTime, plainWeeks } from "../../src/reminders/office-time.ts";
import type { Calendar } from "../../src/workdays/calendar.ts";

const off = [
  ...["2026-09-25", "2026-09-26", "2026-09-27"],
  ...["2026-10-01", "2026-10-02", "2026-10-03", "2026-10-04", "2026-10-05", "2026-10-06", "2026-10-07"],
];
const madeUp = ["2026-09-20", "2026-10-10"];

/** The autumn of 2026: Mid-Autumn, National Day, and the two days on which they are made up for. 2027 is not known yet. */
export const autumn: Calendar = {
  years: [2026],
  dayKind(day: Day) {
    if (day >= "2027-01-01") return { kind: "unknown", why: "no-notice" };
    if (off.includes(day)) return { kind: "off", why: "holiday", notice: "2026", holiday: "国庆节" };
    if (madeUp.includes(day)) return { kind: "working", why: "make-up", notice: "2026" };
    return plainWeeks.presumablyWorking(day) ? { kind: "working", why: "weekday" } : { kind: "off", why: "weekend" };
  },
  presumablyWorking: plainWeeks.presumablyWorking,
};

export const usual: OfficeTime = {
  hours: [
    { from: 9 * 60, until: 12 * 60 },
    { from: 13 * 60 + 30, until: 17 * 60 + 30 },
  ],
  zone: "Asia/Shanghai",
  calendar: autumn,
};
