import type { Day } from "../../src/dates.ts";
import { type Calendar, type OfficeTime, plainWeeks } from "../../src/reminders/office-time.ts";

const off = [
  ...["2026-09-25", "2026-09-26", "2026-09-27"],
  ...["2026-10-01", "2026-10-02", "2026-10-03", "2026-10-04", "2026-10-05", "2026-10-06", "2026-10-07"],
];
const madeUp = ["2026-09-20", "2026-10-10"];

/** The autumn of 2026: Mid-Autumn, National Day, and the two days on which they are made up for. 2027 is not known yet. */
export const autumn: Calendar = {
  dayKind(day: Day) {
    if (day >= "2027-01-01") return { kind: "unknown" };
    if (off.includes(day)) return { kind: "off" };
    return { kind: madeUp.includes(day) || plainWeeks.presumablyWorking(day) ? "working" : "off" };
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
