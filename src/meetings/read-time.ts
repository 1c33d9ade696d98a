import { parseHours, type Span } from "../office/settings.ts";

/**
 * Reads from when until when a meeting takes: "09:00-11:00", "9:00 to 11:00", 上午9点到11点, 下午2時30分至4時; undefined for
 * anything else.
 */
export function readTime(typed: string): Span | undefined {
  const [time, ...others] = parseHours(inFigures(typed.trim())) ?? [];
  return others.length === 0 ? time : undefined;
}

const inChinese =
  /^(上午|下午)?(\d{1,2})([点點时時:：])(\d{1,2}分?|半)?(?:-|–|—|~|～|至|到)+(上午|下午)?(\d{1,2})([点點时時:：])(\d{1,2}分?|半)?$/u;

/** 下午2点到4点半 as "14:00-16:30": the half of the day holds for the end too, where none is given. What is not Chinese stays. */
function inFigures(typed: string): string {
  const [, half, hour, mark, minute, endHalf = half, endHour, endMark, endMinute] =
    typed.replace(/\s+/gu, "").match(inChinese) ?? [];
  if (hour === undefined || endHour === undefined) return typed;
  // "9:" is no time
  if ([mark, endMark].some((each, index) => /[:：]/u.test(each ?? "") && !(index === 0 ? minute : endMinute)))
    return typed;
  return `${figures(half, hour, minute)}-${figures(endHalf, endHour, endMinute)}`;
}

function figures(half: string | undefined, hour: string, minute = "00"): string {
  const later = half === "下午" && Number(hour) < 12 ? 12 : 0;
  return `${Number(hour) + later}:${minute === "半" ? "30" : minute.replace("分", "").padStart(2, "0")}`;
}

/** "09:05" */
export const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
