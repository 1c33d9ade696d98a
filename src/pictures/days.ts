import type { Day } from "../dates.ts";
import { type Shape, words } from "./drawing.ts";

/** A day of the month, or of several weeks, as it is drawn. `note`: what it is called, in few characters: 元旦, 班. */
export interface MonthDay {
  readonly day: Day;
  /** Nobody works. */
  readonly off: boolean;
  readonly note?: string;
}

/** The day by which a month is known. */
export function firstDay([first]: readonly MonthDay[]): Day {
  if (!first) throw new Error("a month without days");
  return first.day;
}

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** The days of a month as columns, with what is the same in every picture of one. */
export interface Columns {
  /** Weekdays, numbers and notes above the columns. */
  readonly heads: readonly Shape[];
  /** Where the rows begin. */
  readonly bottom: number;
  /** Where a day begins or, with a half more, its afternoon: 0 is the first morning of the month. */
  at(days: number): number;
  /** What lies behind a strip of a row: days off, today, the beginning of weeks. */
  strip(y: number, height: number): readonly Shape[];
  /** Today, through all rows; nothing in another month. */
  band(bottom: number): readonly Shape[];
}

export const shades = { strip: "#f2f4f7", off: "#d9dfe6", today: "#ffe9b8", todayEdge: "#d08700" } as const;
const ink = "#1f2933";
const grey = "#6b7683";

const count = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/** How many days the second is after the first. */
export const daysBetween = (one: Day, other: Day): number => count(other) - count(one);

/** 0 for Monday: 1970-01-01 was a Thursday. */
export const weekdayOf = (day: Day): number => (((count(day) + 3) % 7) + 7) % 7;

/** `weekdays`: from Monday to Sunday, a character each. */
export function columnsOf(
  days: readonly MonthDay[],
  today: Day,
  weekdays: readonly string[],
  { x, y, width }: Place,
): Columns {
  const column = width / days.length;
  // on whole pixels, or a seam shows between neighbours
  const at = (number: number): number => x + Math.round(number * column);
  const notes = notesOf(days);
  const lines = { weekday: y + 36, number: y + 82, note: y + 126 };
  const bottom = (notes.length > 0 ? lines.note : lines.number) + 20;
  const now = days.findIndex(({ day }) => day === today);
  const box = (index: number, from: number, height: number, paint: string, is: string): Shape => ({
    kind: "box",
    x: at(index),
    y: from,
    width: at(index + 1) - at(index),
    height,
    paint,
    is,
  });
  const centred = { align: "middle", colour: ink, weight: "regular" } as const;
  return {
    at,
    bottom,
    heads: [
      ...days.flatMap(({ off }, index) => (off ? [box(index, y, 50, shades.off, "off")] : [])),
      ...(now < 0 ? [] : [box(now, y, bottom - y, shades.today, "today")]),
      ...days.map(({ day, off }, index) =>
        words(weekdays[weekdayOf(day)] ?? "", {
          ...centred,
          x: at(index + 0.5),
          y: lines.weekday,
          // as wide as the column is for a Chinese character: the only type that is smaller than the rest
          size: 34,
          room: column,
          ...(index === now ? { weight: "bold" } : off ? { colour: grey } : {}),
        }),
      ),
      ...numbered(days, now, column).map((index) =>
        words(String(Number(days[index]?.day.slice(8))), {
          ...centred,
          x: at(index + 0.5),
          y: lines.number,
          size: 40,
          weight: "bold",
        }),
      ),
      ...notes.map(({ note, from, until, room }) =>
        words(note, { ...centred, x: at((from + until) / 2), y: lines.note, size: 36, room: room * column }),
      ),
    ],
    strip: (from, height) => [
      { kind: "box", x, y: from, width, height, paint: shades.strip },
      ...days.flatMap(({ off }, index) => (off ? [box(index, from, height, shades.off, "off")] : [])),
      ...(now < 0 ? [] : [box(now, from, height, shades.today, "today")]),
      ...mondays(days).map(
        (index): Shape => ({
          kind: "line",
          from: [at(index), from],
          to: [at(index), from + height],
          colour: "#ffffff",
          thick: 4,
        }),
      ),
    ],
    band: (end) => (now < 0 ? [] : [box(now, bottom, end - bottom, shades.today, "today")]),
  };
}

const mondays = (days: readonly MonthDay[]): readonly number[] =>
  days.flatMap(({ day }, index) => (index > 0 && weekdayOf(day) === 0 ? [index] : []));

/** There is no room for a number above every day: today has one, the first, and each Monday that is not beside one. */
function numbered(days: readonly MonthDay[], now: number, column: number): readonly number[] {
  const chosen: number[] = [];
  for (const index of [...(now < 0 ? [] : [now]), 0, ...mondays(days)])
    if (chosen.every((each) => Math.abs(each - index) * column > 56)) chosen.push(index);
  return chosen;
}

interface Note {
  readonly note: string;
  readonly from: number;
  readonly until: number;
  /** In columns, centred on its days: as far as no other note begins. */
  readonly room: number;
}

/** What days are called: once for neighbours that are called the same. */
function notesOf(days: readonly MonthDay[]): readonly Note[] {
  const runs: { note: string; from: number; until: number }[] = [];
  for (const [index, { note = "" }] of days.entries()) {
    const last = runs.at(-1);
    if (note !== "" && last?.note === note && last.until === index) last.until = index + 1;
    else if (note !== "") runs.push({ note, from: index, until: index + 1 });
  }
  return runs.map((run, index) => {
    const middle = (run.from + run.until) / 2;
    const before = runs[index - 1]?.until ?? 0;
    const after = runs[index + 1]?.from ?? days.length;
    return { ...run, room: 2 * Math.min(middle - before, after - middle) };
  });
}
