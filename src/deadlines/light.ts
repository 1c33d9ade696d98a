import type { Day } from "../dates.ts";
import type { Calendar } from "../workdays/calendar.ts";
import type { Deadline } from "./deadline.ts";
import { leftUntil, stages } from "./stages.ts";

/** Green: there is time. Yellow: three working days or fewer are left, or a day is missing. Red: overdue. */
export const lights = ["red", "yellow", "green", "done"] as const;
export type Light = (typeof lights)[number];

export function lightOf(
  { status, due }: Pick<Deadline, "status" | "due">,
  today: Day,
  calendar: Pick<Calendar, "dayKind" | "presumablyWorking">,
): Light {
  if (status !== "open") return "done";
  if (due === null) return "yellow";
  if (due.until < today) return "red";
  // today and the last day are both counted here: three before it, four are left
  return leftUntil(due, today, calendar) <= stages[0] + 1 ? "yellow" : "green";
}
