import { isWorkday } from "chinese-days";

// Days and instants as the count of the year knows them: nothing here is the office's own code, and which days people
// work is what somebody else's table of the holidays says.

/** "2026-12-02" */
export type Date8 = string;
/** "2026-12-02T09:00", in the office's time. */
export type Minute = string;

const dayMs = 24 * 3600_000;

export const plus = (day: Date8, days: number): Date8 =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

export const works = (day: Date8): boolean => isWorkday(day);

export function workingDay(day: Date8, away: number): Date8 {
  const step = Math.sign(away);
  let at = day;
  for (let left = Math.abs(away); left > 0; ) {
    at = plus(at, step);
    if (works(at)) left--;
  }
  return at;
}

export const workingDaysOf = (month: string): readonly Date8[] => {
  const days: Date8[] = [];
  for (let day = `${month}-01`; day.startsWith(month); day = plus(day, 1)) if (works(day)) days.push(day);
  return days;
};

export const at = (day: Date8, time: string): Minute => `${day}T${time}`;
export const dayIn = (minute: Minute): Date8 => minute.slice(0, 10);
export const timeIn = (minute: Minute): string => minute.slice(11);

export const minutesLater = (minute: Minute, minutes: number): Minute =>
  new Date(Date.parse(`${minute}:00Z`) + minutes * 60_000).toISOString().slice(0, 16);

export const instant = (minute: Minute): Date => new Date(`${minute}:00+08:00`);
export const minuteAt = (date: Date): Minute => new Date(date.getTime() + 8 * 3600_000).toISOString().slice(0, 16);
