import { type Day, plusDays } from "../dates.ts";
import type { Calendar } from "../workdays/calendar.ts";
import type { Deadline } from "./deadline.ts";
import { stages, workedBefore } from "./stages.ts";

/** Green: there is time. Yellow: three working days or fewer are left, or a day is missing. Red: overdue. */
export const lights = ["red", "yellow", "green", "done"] as const;
export type Light = (typeof lights)[number];

/** The last day of which the light is yellow when something is due on it: the third working day, with its days of rest. */
export const yellowUntil = (today: Day, calendar: Pick<Calendar, "dayKind" | "presumablyWorking">): Day =>
  plusDays(workedBefore(today, -(stages[0] + 1), calendar), -1);

export function lightOf(
  { status, due }: Pick<Deadline, "status" | "due">,
  today: Day,
  calendar: Pick<Calendar, "dayKind" | "presumablyWorking">,
): Light {
  if (status !== "open") return "done";
  if (due === null) return "yellow";
  if (due.until < today) return "red";
  return due.from <= yellowUntil(today, calendar) ? "yellow" : "green";
}
