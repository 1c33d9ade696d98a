import type { Day } from "../dates.ts";
import type { Span } from "../leave/leave.ts";
import type { Language } from "../text.ts";
import { wordingFor } from "../wording/wording.ts";
import { barShapes, colours, isIn } from "./bar.ts";
import { type Columns, columnsOf, firstDay, type MonthDay, shades } from "./days.ts";
import { type Drawing, type Shape, words } from "./drawing.ts";
import { legend } from "./legend.ts";
import { missing } from "./text.ts";

/** Leave that is approved; that somebody asks for; that is over, without a word that they are back. */
export type State = "away" | "asked" | "overdue";

/** Part of a row. It may begin before the month and end after it. */
export interface Bar extends Span {
  readonly state: State;
}

export interface Row {
  readonly name: string;
  /** What has no room is cut: short titles are better. */
  readonly title: string;
  readonly bars: readonly Bar[];
}

/** Who is away in a month. There is no place in it for reasons: whoever sees the picture is told none. */
export interface AwayPicture {
  readonly language: Language;
  readonly today: Day;
  /** Every day of the month, in order. */
  readonly days: readonly MonthDay[];
  /** In the order in which they are drawn. Who has nothing in the month is left out. */
  readonly rows: readonly Row[];
}

/**
 * A picture is looked at on a telephone, 400 pixels wide: a third of its width. So the type is three times as large as
 * it should be read there, and name, title and dates stand above the bars, which have the whole width for the month.
 */
const width = 1200;
const margin = 24;
const inner = width - 2 * margin;
const rowHeight = 108;
const strip = { top: 62, height: 40 };
/** What one takes in at a glance, and what a telephone shows on one screen. */
export const mostRows = 14;

const ink = "#1f2933";
const grey = "#56616d";

/** A page of the picture: with whom, and how it is drawn. */
export interface Page {
  readonly rows: readonly Row[];
  readonly drawing: Drawing;
}

/** The picture, on as many pages as it takes, each with about as many rows as the others. */
export function awayPages(picture: AwayPicture): readonly Page[] {
  const all = picture.rows.filter(({ bars }) => bars.some((bar) => isIn(bar, picture.days)));
  const count = Math.max(1, Math.ceil(all.length / mostRows));
  const begin = (index: number): number => Math.ceil((all.length * index) / count);
  return Array.from({ length: count }, (_, index) => {
    const rows = all.slice(begin(index), begin(index + 1));
    return { rows, drawing: drawPage({ ...picture, rows }, count === 1 ? "" : `${index + 1}/${count}`) };
  });
}

function drawPage(picture: AwayPicture, number: string): Drawing {
  const { days, today, rows, language } = picture;
  const { pictures: said } = wordingFor(language);
  const regular = { size: 42, weight: "regular", colour: grey } as const;
  const pageNumber = words(number, { ...regular, x: width - margin, y: 74, align: "end" });
  const heading = words(titleOf(picture), {
    x: margin,
    y: 74,
    size: 54,
    weight: "bold",
    colour: ink,
    room: inner - (number === "" ? 0 : pageNumber.width + 30),
  });
  const columns = columnsOf(days, today, said.weekdays, { x: margin, y: 106, width: inner });
  const top = columns.bottom;
  const lines =
    rows.length === 0
      ? [words(said.away.nobody, { ...regular, x: width / 2, y: top + 68, align: "middle", room: inner })]
      : rows.flatMap((row, index) => rowShapes(row, picture, columns, top + index * rowHeight));
  const bottom = top + Math.max(1, rows.length) * rowHeight;
  const { states } = said.away;
  const below = legend(
    [
      { label: states.away, paint: colours.away },
      { label: states.asked, paint: { stripes: colours.asked }, edge: colours.asked },
      { label: states.overdue, paint: colours.overdue, mark: "!" },
      { label: said.off, paint: shades.off },
      ...(days.some(({ day }) => day === today)
        ? [{ label: said.today, paint: shades.today, edge: shades.todayEdge }]
        : []),
    ],
    lines.some((each) => each.kind === "words" && each.text.includes(missing)) ? said.missing : undefined,
    { x: margin, y: bottom + 20, width: inner },
  );
  return {
    width,
    height: Math.ceil(below.bottom + margin),
    shapes: [heading, pageNumber, ...columns.band(bottom), ...columns.heads, ...lines, ...below.shapes].filter(
      (each) => each.kind !== "words" || each.text !== "",
    ),
  };
}

export const titleOf = (picture: Pick<AwayPicture, "days" | "language">): string =>
  wordingFor(picture.language).pictures.away.title(firstDay(picture.days));

function rowShapes(
  { name, title, bars }: Row,
  { days, today, language }: AwayPicture,
  columns: Columns,
  top: number,
): readonly Shape[] {
  const { pictures: said } = wordingFor(language);
  const shown = bars.filter((bar) => isIn(bar, days));
  const y = top + 48;
  const right = { x: width - margin, y, size: 40, weight: "regular", colour: ink, align: "end" } as const;
  const dates = asManyAsFit(
    shown.map((bar) => said.dates(bar, firstDay(days))),
    said.several,
    (text) => words(text, right).width <= inner * mostForDates,
  );
  const when = words(dates, { ...right, room: inner * mostForDates });
  const room = inner - when.width - 28;
  const who = words(name, {
    x: margin,
    y,
    size: 42,
    weight: "bold",
    colour: ink,
    room: title === "" ? room : room * 0.8,
  });
  const beside = who.width + 18;
  const as = words(title, { x: margin + beside, y, size: 40, weight: "regular", colour: grey, room: room - beside });
  return [
    { kind: "line", from: [margin, top], to: [width - margin, top], colour: "#d5dae0", thick: 2 },
    ...columns.strip(top + strip.top, strip.height),
    who,
    as,
    when,
    ...barShapes(shown, days, today, columns, top + strip.top + 5),
  ];
}

/** Of a row's width. */
const mostForDates = 0.6;

/** The dates of several absences, as many as have room, and how many more there are: the bars show them all. */
function asManyAsFit(
  dates: readonly string[],
  several: (dates: readonly string[]) => string,
  fits: (text: string) => boolean,
): string {
  const shorter = dates.map((_, index) => {
    const shown = several(dates.slice(0, dates.length - index));
    return index === 0 ? shown : `${shown} +${index}`;
  });
  return shorter.find(fits) ?? shorter.at(-1) ?? "";
}
