/** How long before a meeting its people are reminded; none at all: they are not. */
export interface MeetingReminders {
  /** Working days before, the longest first. */
  readonly days: readonly number[];
  /** Minutes before, the longest first. */
  readonly minutes: readonly number[];
}

export const usualReminders: MeetingReminders = { days: [1], minutes: [60] };

/** More would be noise. */
export const mostReminders = 5;
const mostDays = 30;
/** What comes earlier comes working days before, in office hours: hours are counted through the night. */
const mostMinutes = 12 * 60;

/**
 * Reads "2d, 1d, 30min", "1 working day, 1 hour", 提前1个工作日、半小时, and "none" or 无; undefined for anything else, and
 * for more than five.
 */
export function readReminders(typed: string): MeetingReminders | undefined {
  const line = typed.normalize("NFKC").trim().toLowerCase();
  if (/^(?:none|no|off|无|無|不提醒|不用提醒)$/u.test(line)) return { days: [], minutes: [] };
  const parts = line.split(/[,、;\n]|\band\b|[和及]/u).map(readPart);
  const read = parts.flatMap((each) => each ?? []);
  if (read.length < parts.length) return undefined;
  const of = (unit: "days" | "minutes") => [...new Set(read.flatMap((each) => each[unit] ?? []))].sort((a, b) => b - a);
  const reminders = { days: of("days"), minutes: of("minutes") };
  return reminders.days.length + reminders.minutes.length <= mostReminders ? reminders : undefined;
}

type Part = { readonly days?: number; readonly minutes?: number };

const inDays = /^(\d{1,2})(?:workingdays?|workdays?|days?|d|个?工作日|個工作日|天|日)$/u;
const inHours =
  /^(?:(\d{1,2}(?:\.5)?)(?:hours?|hrs?|h|个?小时|個?小時|个?钟头|個?鐘頭)(半)?)?(?:(\d{1,3})(?:minutes?|mins?|m|分钟?|分鐘?))?$/u;

/** "2 working days before", 会前1个工作日, 1小时30分钟, 一个半小时 */
function readPart(typed: string): Part | undefined {
  const part = inFigures(
    typed
      .replace(/\s+/gu, "")
      .replace(/^(?:提前|会前|會前|前)/u, "")
      .replace(/(?:before|earlier|前)$/u, ""),
  );
  if (part === "") return undefined;
  const [, days] = part.match(inDays) ?? [];
  if (days !== undefined) return Number(days) >= 1 && Number(days) <= mostDays ? { days: Number(days) } : undefined;
  const [whole, hours = 0, half, more = 0] = part.match(inHours) ?? [];
  if (whole === undefined) return undefined;
  const minutes = Number(hours) * 60 + (half === undefined ? 0 : 30) + Number(more);
  return minutes >= 1 && minutes <= mostMinutes ? { minutes } : undefined;
}

const figures = "一二三四五六七八九十";

/** 一个半小时, 半小时 and 两个工作日 with the numbers in figures. */
const inFigures = (part: string): string =>
  part
    .replace(/^(?:half ?an?|半[个個]?)(?=hour|小时|小時|钟头|鐘頭)/u, "0.5")
    .replace(/^an?(?=hour|workingday|day)/u, "1")
    .replace(/^([一两兩二三四五六七八九十])/u, (one) => String(/[两兩]/u.test(one) ? 2 : figures.indexOf(one) + 1))
    .replace(/^(\d+)[个個]半(?=小时|小時|钟头|鐘頭)/u, "$1.5");

/** As they are kept and may be typed: "2d, 1d, 1h, 30min"; "none". */
export function showReminders({ days, minutes }: MeetingReminders): string {
  const shown = [
    ...days.map((each) => `${each}d`),
    ...minutes.map((each) => (each % 60 === 0 ? `${each / 60}h` : `${each}min`)),
  ];
  return shown.length === 0 ? "none" : shown.join(", ");
}

export const sameReminders = (one: MeetingReminders | undefined, other: MeetingReminders | undefined): boolean =>
  (one && showReminders(one)) === (other && showReminders(other));
