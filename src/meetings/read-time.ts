import { parseHours, type Span } from "../office/settings.ts";

/** Reads from when until when a meeting takes: "09:00-11:00", "9:00 to 11:00"; undefined for anything else. */
export function readTime(typed: string): Span | undefined {
  const [time, ...others] = parseHours(typed.trim()) ?? [];
  return others.length === 0 ? time : undefined;
}

/** "09:05" */
export const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
