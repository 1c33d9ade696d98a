import { z } from "zod";
import { type Day, dayAt, dayNumber, parseDay } from "../dates.ts";
import type { NoticeFault } from "./notice-fault.ts";

const day = z
  .string({ error: 'not a day; write it in quotes, as "2026-10-01"' })
  .refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && parseDay(text) !== undefined, {
    error: 'not a day; write it in quotes, as "2026-10-01"',
  })
  .transform((text) => text as Day);

const number = z.string({ error: "write the number of the notice, as 国办发明电〔2024〕12号" }).min(1);
const daysOff = z.strictObject({
  holiday: z.string({ error: "write the name of the holiday, as 春节" }).min(1),
  from: day,
  until: day,
});
const list = "write a list, each entry on a line that begins with a dash; [] when there are none";

/** A notice on the holidays of a year, as its file holds it. */
export const noticeSchema = z.strictObject({
  /** Its number, or its title. */
  notice: number,
  /** The day that it is dated; without it, nobody can tell what was known when. */
  issued: day.optional(),
  /** The number of the notice that this one changes. */
  amends: number.optional(),
  year: z.int({ error: "write the year whose holidays it arranges, as 2027" }).min(1949).max(2999),
  off: z.array(daysOff, { error: list }),
  /** Weekend days that are worked. */
  work: z.array(day, { error: list }).default([]),
  /** Of an amendment: days off and make-up days that hold no more. */
  cancels: z.array(day, { error: list }).default([]),
});
export type Notice = z.output<typeof noticeSchema>;

/** The days of a holiday, in order; at most sixty: a longer one is a slip of the pen. */
export function daysBetween(from: Day, until: Day): readonly Day[] {
  const first = dayNumber(from);
  const length = Math.min(60, Math.max(0, dayNumber(until) - first + 1));
  return Array.from({ length }, (_, index) => dayAt(first + index));
}

// 1 January 1970 was a Thursday
export const isWeekend = (given: Day): boolean => (((dayNumber(given) + 3) % 7) + 7) % 7 > 4;

/** What is wrong in a notice by itself. */
export function faultsIn({ year, issued, off, work, cancels, amends }: Notice): readonly NoticeFault[] {
  const faults: NoticeFault[] = [];
  const daysOff = new Set<Day>();
  for (const { holiday, from, until } of off) {
    const days = daysBetween(from, until);
    if (until < from) faults.push({ field: "off", kind: "backwards", holiday, from, until });
    if (days.length >= 60) faults.push({ field: "off", kind: "endless", holiday });
    for (const day of days) {
      if (daysOff.has(day)) faults.push({ field: "off", kind: "off-twice", day });
      daysOff.add(day);
    }
  }
  for (const [index, day] of work.entries()) {
    if (work.indexOf(day) < index) faults.push({ field: "work", kind: "worked-twice", day });
    if (daysOff.has(day)) faults.push({ field: "work", kind: "off-and-worked", day });
    if (!isWeekend(day)) faults.push({ field: "work", kind: "worked-anyway", day });
  }
  const far = (each: Day) => each < `${year - 1}-12-01` || each > `${year}-12-31`;
  for (const [field, days] of Object.entries({ off: [...daysOff], work, cancels }))
    for (const day of days.filter(far)) faults.push({ field, kind: "other-year", day, year });
  if (issued !== undefined && (issued < `${year - 1}` || issued > `${year}-12-31`))
    faults.push({ field: "issued", kind: "issued-otherwise", day: issued, year });
  if (cancels.length > 0 && amends === undefined) faults.push({ field: "cancels", kind: "amends-missing" });
  return faults;
}
