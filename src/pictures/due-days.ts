import type { Day } from "../dates.ts";
import type { DueDay } from "../deadlines/due.ts";
import type { Language } from "../text.ts";
import { wordingFor } from "../wording/wording.ts";
import { type Columns, columnsOf, daysBetween, type MonthDay, shades } from "./days.ts";
import { type Drawing, type Shape, words } from "./drawing.ts";
import { legend } from "./legend.ts";
import { lightPaints, type Shown } from "./lights.ts";
import { missing } from "./text.ts";

/** Something that is open: a bar from the day it came to the day by which it is due. */
export interface DueLine {
  /** "No. 12". */
  readonly number: string;
  readonly title: string;
  /** Its day in words, and how it stands. */
  readonly when: string;
  readonly from: Day;
  /** Null: no day is set. */
  readonly due: DueDay | null;
  readonly light: Shown;
}

/** What somebody or a department has to do in the days to come, the most urgent first. */
export interface DueDaysPicture {
  readonly language: Language;
  readonly heading: string;
  readonly today: Day;
  /** From today on. */
  readonly days: readonly MonthDay[];
  readonly rows: readonly DueLine[];
}

const width = 1200;
const margin = 24;
const inner = width - 2 * margin;
const rowHeight = 108;
const strip = { top: 62, height: 40 };
const barHeight = 30;
export const mostRows = 14;

const ink = "#1f2933";
const grey = "#56616d";

export interface DueDaysPage {
  readonly rows: readonly DueLine[];
  readonly drawing: Drawing;
}

/** On as many pages as it takes, each with about as many rows as the others. */
export function dueDaysPages(picture: DueDaysPicture): readonly DueDaysPage[] {
  const { rows } = picture;
  const count = Math.max(1, Math.ceil(rows.length / mostRows));
  const begin = (index: number): number => Math.ceil((rows.length * index) / count);
  return Array.from({ length: count }, (_, index) => {
    const some = rows.slice(begin(index), begin(index + 1));
    return { rows: some, drawing: drawPage({ ...picture, rows: some }, count === 1 ? "" : `${index + 1}/${count}`) };
  });
}

function drawPage(picture: DueDaysPicture, page: string): Drawing {
  const { days, today, rows, language, heading } = picture;
  const wording = wordingFor(language);
  const { pictures: said } = wording.deadlineLists;
  const regular = { size: 42, weight: "regular", colour: grey } as const;
  const pageNumber = words(page, { ...regular, x: width - margin, y: 74, align: "end" });
  const title = words(heading, {
    ...{ x: margin, y: 74, size: 54, weight: "bold", colour: ink },
    room: inner - (page === "" ? 0 : pageNumber.width + 30),
  });
  const columns = columnsOf(days, today, wording.pictures.weekdays, { x: margin, y: 106, width: inner });
  const top = columns.bottom;
  const lines =
    rows.length === 0
      ? [words(said.nothing, { ...regular, x: width / 2, y: top + 68, align: "middle", room: inner })]
      : rows.flatMap((row, index) => rowShapes(row, days, columns, top + index * rowHeight));
  const bottom = top + Math.max(1, rows.length) * rowHeight;
  const uncertain = rows.some(({ due }) => due !== null && due.from !== due.until);
  const below = legend(
    [
      ...(["red", "yellow", "green"] as const).map((light) => ({ label: said.lights[light], ...lightPaints[light] })),
      ...(uncertain
        ? [{ label: said.provisional, paint: "#ffffff", edge: lightPaints.green.edge, dashed: true } as const]
        : []),
      { label: wording.pictures.off, paint: shades.off },
      { label: wording.pictures.today, paint: shades.today, edge: shades.todayEdge },
    ],
    lines.some((each) => each.kind === "words" && each.text.includes(missing)) ? wording.pictures.missing : undefined,
    { x: margin, y: bottom + 20, width: inner },
  );
  return {
    width,
    height: Math.ceil(below.bottom + margin),
    shapes: [title, pageNumber, ...columns.band(bottom), ...columns.heads, ...lines, ...below.shapes].filter(
      (each) => each.kind !== "words" || each.text !== "",
    ),
  };
}

function rowShapes(row: DueLine, days: readonly MonthDay[], columns: Columns, top: number): readonly Shape[] {
  const y = top + 48;
  const when = words(row.when, {
    ...{ x: width - margin, y, size: 38, weight: "regular", colour: ink, align: "end" },
    room: inner * 0.55,
  });
  const room = inner - when.width - 28;
  const number = words(row.number, { x: margin, y, size: 38, weight: "regular", colour: grey, room });
  const beside = number.width + 16;
  const title = words(row.title, {
    ...{ x: margin + beside, y, size: 42, weight: "bold", colour: ink },
    room: room - beside,
  });
  return [
    { kind: "line", from: [margin, top], to: [width - margin, top], colour: "#d5dae0", thick: 2 },
    ...columns.strip(top + strip.top, strip.height),
    number,
    title,
    when,
    ...barShapes(row, days, columns, top + strip.top + 5),
  ];
}

/** The bar ends with its last day; what lies between the earliest and the latest day of what is not certain is dashed. */
function barShapes(
  { from, due, light }: DueLine,
  days: readonly MonthDay[],
  columns: Columns,
  y: number,
): readonly Shape[] {
  const first = days[0]?.day;
  if (due === null || first === undefined) return [];
  const place = (day: Day): number => Math.min(days.length, Math.max(0, daysBetween(first, day)));
  const { paint, edge } = lightPaints[light];
  // what is overdue has no day in the picture any more: it stands on today
  const end = Math.max(1, place(due.from) + (due.from < (days.at(-1)?.day ?? due.from) ? 1 : 0));
  const start = Math.min(place(from), end - 1);
  const box = (begin: number, until: number, more: Partial<Extract<Shape, { kind: "box" }>>): Shape => ({
    ...{ kind: "box", x: columns.at(begin) + 2, y: y + 2, width: columns.at(until) - columns.at(begin) - 4 },
    ...{ height: barHeight - 4, paint, edge, is: light },
    ...more,
  });
  const latest = Math.min(days.length, place(due.until) + 1);
  const beyond = due.until > (days.at(-1)?.day ?? due.until);
  return [
    box(start, end, {}),
    ...(latest > end ? [box(end, latest, { paint: "#ffffff", dashed: true, is: "provisional" })] : []),
    ...(beyond
      ? [
          words("▶", {
            x: columns.at(days.length) - 16,
            y: y + 25,
            size: 28,
            weight: "bold",
            colour: ink,
            align: "middle",
          }),
        ]
      : []),
  ];
}
