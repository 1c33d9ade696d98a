import type { Day } from "../dates.ts";
import type { Language } from "../text.ts";
import { wordingFor } from "../wording/wording.ts";
import { type Entry, entryShapes, heightOf, looks, type Shown, shownOf, withShortTitle } from "./day-cell.ts";
import { firstDay, type MonthDay, shades, weekdayOf } from "./days.ts";
import { type Drawing, type Shape, words } from "./drawing.ts";
import { legend, type Sign } from "./legend.ts";
import { missing } from "./text.ts";

/** Whose meetings a calendar shows: those of everybody, or of whoever reads it. */
export type Whose = "all" | "yours";

/** The meetings of a month. */
export interface MeetingsPicture {
  readonly language: Language;
  readonly today: Day;
  /** Every day of the month, in order. */
  readonly days: readonly MonthDay[];
  /** Those that stand, in order. */
  readonly meetings: readonly Entry[];
  readonly whose: Whose;
}

/** Looked at on a telephone, a third as wide: the type is three times as large as it should be read there. */
const width = 1200;
const margin = 12;
const inner = width - 2 * margin;
/** Saturday and Sunday, as long as nobody meets on one: the other days have more room for titles then. */
const narrow = 80;
const head = 58;
/** Above the meetings of a day. */
const number = { line: 44, height: 60 };
/** A week is never lower, and has a little room below its last meeting. */
const week = { least: 130, below: 8 };
/** Weeks as a telephone shows them at once: the picture is twice as high as wide then. A full month is higher. */
const mostHeight = 2100;
/** What a day may take of it, if the others leave that much; and what it is given always, if not more (`shownOf`). */
const linesOfDay = { most: 12, least: 7 };

const ink = "#1f2933";
const grey = "#56616d";
const rule = "#b9c2cc";

export const titleOf = (picture: Pick<MeetingsPicture, "days" | "language" | "whose">): string =>
  wordingFor(picture.language).pictures.meetings.title(firstDay(picture.days), picture.whose);

/** The month as a calendar: a line for each week. */
export function meetingsDrawing(picture: MeetingsPicture): Drawing {
  const { days, meetings, language } = picture;
  const { pictures: said } = wordingFor(language);
  const shown = meetings.filter(({ day }) => days.some((each) => each.day === day)).map(withShortTitle);
  const columns = columnsOf(shown);
  const heading = words(titleOf(picture), { x: margin + 8, y: 74, size: 54, weight: "bold", colour: ink, room: inner });
  const top = 100;
  const weekdays = columns.map(({ x, width: wide }, index) => {
    const at = { x: x + wide / 2, y: top + 42, align: "middle" } as const;
    return words(said.weekdays[index] ?? "", { ...at, size: 38, weight: "regular", colour: grey });
  });
  const weeks = weeksOf(days, shown, columns);
  let y = top + head;
  const lines: Shape[] = [];
  for (const cells of weeks) {
    const height = heightOfWeek(cells);
    lines.push(...weekShapes(cells, picture, columns, y, height));
    y += height;
  }
  lines.push({ kind: "line", from: [margin, y], to: [width - margin, y], colour: rule, thick: 2 });
  if (shown.length === 0) {
    const at = { x: margin + 8, y: y + 56, size: 42, room: inner } as const;
    lines.push(words(said.meetings.none, { ...at, weight: "regular", colour: grey }));
    y += 66;
  }
  const below = legend(
    signsFor(picture, shown),
    lines.some((each) => each.kind === "words" && each.text.includes(missing)) ? said.missing : undefined,
    { x: margin + 8, y: y + 20, width: inner - 16 },
  );
  return {
    width,
    height: Math.ceil(below.bottom + margin),
    shapes: [heading, ...weekdays, ...lines, ...below.shapes].filter(
      (each) => each.kind !== "words" || each.text !== "",
    ),
  };
}

interface Column {
  readonly x: number;
  readonly width: number;
}

/** From Monday to Sunday. */
function columnsOf(meetings: readonly Entry[]): readonly Column[] {
  const wide = [0, 1, 2, 3, 4, 5, 6].map(
    (weekday) => weekday < 5 || meetings.some(({ day }) => weekdayOf(day) === weekday),
  );
  const some = wide.filter((each) => each).length;
  // on whole pixels, or a seam shows between neighbours
  const room = Math.floor((inner - narrow * (7 - some)) / some);
  const widths = wide.map((each) => (each ? room : narrow));
  const begins = (index: number): number => widths.slice(0, index).reduce((sum, each) => sum + each, margin);
  return widths.map((each, index) => ({ x: begins(index), width: each }));
}

interface Cell {
  readonly day: MonthDay;
  readonly shown: Shown;
}

/** Days by weeks, each with as many of its meetings as let the whole be seen at once. */
function weeksOf(
  days: readonly MonthDay[],
  meetings: readonly Entry[],
  columns: readonly Column[],
): readonly (readonly Cell[])[] {
  const byDay = Map.groupBy(meetings, ({ day }) => day);
  const within = (most: number): readonly (readonly Cell[])[] => {
    const cells = days.map((day) => {
      const { width: wide = 0 } = columns[weekdayOf(day.day)] ?? {};
      return { day, shown: shownOf(byDay.get(day.day) ?? [], wide, most) };
    });
    const before = weekdayOf(firstDay(days));
    return [...Map.groupBy(cells, ({ day }) => Math.floor((days.indexOf(day) + before) / 7)).values()];
  };
  for (let most = linesOfDay.most; most > linesOfDay.least; most--) {
    const weeks = within(most);
    if (weeks.reduce((height, each) => height + heightOfWeek(each), 0) <= mostHeight) return weeks;
  }
  return within(linesOfDay.least);
}

const heightOfWeek = (cells: readonly Cell[]): number =>
  Math.max(week.least, ...cells.map(({ shown }) => number.height + heightOf(shown) + week.below));

function weekShapes(
  cells: readonly Cell[],
  { today }: MeetingsPicture,
  columns: readonly Column[],
  y: number,
  height: number,
): readonly Shape[] {
  const drawn = cells.flatMap((cell): readonly Shape[] => {
    const column = columns[weekdayOf(cell.day.day)];
    return column ? cellShapes(cell, cell.day.day === today, column, y, height) : [];
  });
  return [{ kind: "line", from: [margin, y], to: [width - margin, y], colour: rule, thick: 2 }, ...drawn];
}

function cellShapes(
  { day: { day, off, note = "" }, shown }: Cell,
  now: boolean,
  { x, width: wide }: Column,
  y: number,
  height: number,
): readonly Shape[] {
  const area = (inset: number) => ({
    ...{ kind: "box" as const, x: x + inset, y: y + inset },
    ...{ width: wide - 2 * inset, height: height - 2 * inset },
  });
  const date = words(String(Number(day.slice(8))), {
    x: x + 10,
    y: y + number.line,
    size: 40,
    weight: "bold",
    colour: ink,
  });
  // beside the date or, where that has no room, below it
  const beside = { x: x + wide - 8, y: y + number.line, align: "end", room: wide - date.width - 26 } as const;
  const below = { x: x + wide / 2, y: y + number.line + 44, align: "middle", room: wide - 2 } as const;
  return [
    ...(off ? [{ ...area(1), paint: shades.off, is: "off" }] : []),
    ...(now ? [{ ...area(3), paint: shades.today, edge: shades.todayEdge, is: "today" }] : []),
    date,
    words(note, { ...(wide > narrow ? beside : below), size: 30, weight: "regular", colour: grey }),
    ...entryShapes(shown, x, y + number.height, wide),
  ];
}

/** Only what stands in the picture is explained. */
function signsFor({ language, days, today }: MeetingsPicture, shown: readonly Entry[]): readonly Sign[] {
  const { pictures: said } = wordingFor(language);
  return [
    ...(shown.some(({ announced, mine }) => announced && !mine)
      ? [{ label: said.meetings.announced, paint: looks.announced, edge: looks.edge }]
      : []),
    ...(shown.some(({ announced }) => !announced)
      ? [{ label: said.meetings.planned, paint: "#ffffff", edge: looks.edge, dashed: true } as const]
      : []),
    ...(shown.some(({ mine }) => mine)
      ? [{ label: said.meetings.mine, paint: looks.mine, edge: looks.mine, mark: looks.star }]
      : []),
    { label: said.off, paint: shades.off },
    ...(days.some(({ day }) => day === today)
      ? [{ label: said.today, paint: shades.today, edge: shades.todayEdge }]
      : []),
  ];
}
