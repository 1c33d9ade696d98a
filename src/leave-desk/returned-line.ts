import { type Day, minuteOf } from "../dates.ts";
import type { Half, Leave } from "../leave/leave.ts";
import { isLate, lateness } from "../leave/returning.ts";
import type { Wording } from "../wording/wording.ts";
import type { AtDesk } from "./at-desk.ts";

/** "2026-12-04 (morning)" */
export const halfDayShown = (day: Day, half: Half, { leave }: Wording): string =>
  leave.span({ from: day, fromHalf: half, until: day, untilHalf: half });

/** "2 working days late"; "" for what is not late, or not known to be. */
export function lateLine(
  leave: Leave,
  { today, calendar, settings }: Pick<AtDesk, "today" | "calendar" | "settings">,
  { leaveReturn }: Wording,
): string {
  const late = isLate(leave, today, calendar, settings.timeZone);
  return late ? leaveReturn.byDays(lateness(leave, today, calendar, settings.timeZone)) : "";
}

/** Since when somebody is back, when that was reported, and how late; "" as long as it is not. */
export function returnedLine(
  leave: Leave,
  at: Pick<AtDesk, "today" | "calendar" | "settings">,
  wording: Wording,
): string {
  if (!leave.returned) return "";
  const { day, half, at: said } = leave.returned;
  const when = halfDayShown(day, half, wording);
  return wording.leaveReturn.reported(when, minuteOf(said, at.settings.timeZone), lateLine(leave, at, wording));
}
