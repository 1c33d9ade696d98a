import { z } from "zod";
import { type Day, parseDay, plusDays, weekdayOf } from "../dates.ts";

const day = z
  .string()
  .refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && parseDay(text) !== undefined, {
    error: 'not a day; write it in quotes, as "2026-10-01"',
  })
  .transform((text) => text as Day);

/** A notice on the holidays of a year, as its file holds it. */
export const noticeSchema = z.strictObject({
  /** Its number, or its title. */
  notice: z.string().min(1),
  /** The number of the notice that this one changes. */
  amends: z.string().min(1).optional(),
  year: z.int().min(1949).max(2999),
  off: z.array(z.strictObject({ holiday: z.string().min(1), from: day, until: day })),
  /** Weekend days that are worked. */
  work: z.array(day).default([]),
  /** Of an amendment: days off and make-up days that hold no more. */
  cancels: z.array(day).default([]),
});
export type Notice = z.output<typeof noticeSchema>;

/** What a notice makes of a day. */
export interface Special {
  readonly kind: "off" | "working";
  readonly notice: string;
  /** 春节; missing for make-up days. */
  readonly holiday?: string;
}

/** The days of a holiday, in order; at most sixty: a longer one is a slip of the pen. */
export function daysBetween(from: Day, until: Day): readonly Day[] {
  const days: Day[] = [];
  for (let each = from; each <= until && days.length < 60; each = plusDays(each, 1)) days.push(each);
  return days;
}

export const isWeekend = (given: Day): boolean => weekdayOf(given) > 5;

/** What is wrong in a notice by itself: each as a sentence. */
export function faultsIn({ year, off, work, cancels, amends }: Notice): readonly string[] {
  const faults: string[] = [];
  const daysOff = new Set<Day>();
  for (const { holiday, from, until } of off) {
    if (until < from) faults.push(`off: ${holiday} ends on ${until}, before it begins on ${from}`);
    if (daysBetween(from, until).length >= 60) faults.push(`off: ${holiday} is longer than 60 days`);
    for (const each of daysBetween(from, until)) {
      if (daysOff.has(each)) faults.push(`off: ${each} stands in two holidays`);
      daysOff.add(each);
    }
  }
  for (const each of work) {
    if (daysOff.has(each)) faults.push(`work: ${each} is also a day off`);
    if (!isWeekend(each)) faults.push(`work: ${each} is no Saturday or Sunday, so it is worked anyway`);
  }
  const near = (each: Day) => each >= `${year - 1}-12-01` && each <= `${year}-12-31`;
  for (const each of [...daysOff, ...work, ...cancels])
    if (!near(each)) faults.push(`${each} is not of ${year}, nor of the December before`);
  if (cancels.length > 0 && amends === undefined)
    faults.push("cancels: only a notice that amends another cancels days");
  return faults;
}
