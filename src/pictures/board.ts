import type { Day } from "../dates.ts";
import type { Language } from "../text.ts";
import { wordingFor } from "../wording/wording.ts";
import { type Drawing, type Shape, words } from "./drawing.ts";
import { legend } from "./legend.ts";
import { lightPaints, type Shown } from "./lights.ts";
import { missing } from "./text.ts";

/** What a department has open, by its lights. */
export interface BoardLine extends Readonly<Record<Shown, number>> {
  readonly department: string;
}

/** The board: departments in the order in which they are drawn. */
export interface BoardPicture {
  readonly language: Language;
  readonly today: Day;
  readonly rows: readonly BoardLine[];
}

/** As wide as three telephones, see the picture of who is away. */
const width = 1200;
const margin = 24;
const inner = width - 2 * margin;
const rowHeight = 112;
const bar = { top: 62, height: 38 };
/** What one takes in at a glance. */
export const mostRows = 14;

const ink = "#1f2933";
const grey = "#56616d";
const order = ["red", "yellow", "green"] as const;

/** A page of the board: of which departments, and how it is drawn. */
export interface BoardPage {
  readonly rows: readonly BoardLine[];
  readonly drawing: Drawing;
}

/** The board, on as many pages as it takes, each with about as many departments as the others. */
export function boardPages(picture: BoardPicture): readonly BoardPage[] {
  const { rows } = picture;
  const count = Math.max(1, Math.ceil(rows.length / mostRows));
  const begin = (index: number): number => Math.ceil((rows.length * index) / count);
  const most = Math.max(1, ...rows.map(openOf));
  return Array.from({ length: count }, (_, index) => {
    const some = rows.slice(begin(index), begin(index + 1));
    return { rows: some, drawing: drawPage(picture, some, most, count === 1 ? "" : `${index + 1}/${count}`) };
  });
}

const openOf = (row: BoardLine): number => order.reduce((sum, light) => sum + row[light], 0);

export const boardTitle = ({ language, today }: Pick<BoardPicture, "language" | "today">): string =>
  wordingFor(language).deadlineLists.pictures.board(today);

function drawPage(picture: BoardPicture, rows: readonly BoardLine[], most: number, number: string): Drawing {
  const wording = wordingFor(picture.language);
  const { pictures: said } = wording.deadlineLists;
  const regular = { size: 42, weight: "regular", colour: grey } as const;
  const pageNumber = words(number, { ...regular, x: width - margin, y: 74, align: "end" });
  const heading = words(boardTitle(picture), {
    ...{ x: margin, y: 74, size: 54, weight: "bold", colour: ink },
    room: inner - (number === "" ? 0 : pageNumber.width + 30),
  });
  const top = 112;
  const lines =
    rows.length === 0
      ? [words(said.nothing, { ...regular, x: width / 2, y: top + 68, align: "middle", room: inner })]
      : rows.flatMap((row, index) => rowShapes(row, most, top + index * rowHeight, picture.language));
  const below = legend(
    order.map((light) => ({ label: said.lights[light], ...lightPaints[light] })),
    lines.some((each) => each.kind === "words" && each.text.includes(missing)) ? wording.pictures.missing : undefined,
    { x: margin, y: top + Math.max(1, rows.length) * rowHeight + 20, width: inner },
  );
  return {
    width,
    height: Math.ceil(below.bottom + margin),
    shapes: [heading, pageNumber, ...lines, ...below.shapes].filter(
      (each) => each.kind !== "words" || each.text !== "",
    ),
  };
}

/** A department's name and numbers, and below them a bar as long as it has open ones. */
function rowShapes(row: BoardLine, most: number, top: number, language: Language): readonly Shape[] {
  const { pictures: said } = wordingFor(language).deadlineLists;
  const y = top + 46;
  const numbers = words(countsOf(row, language).join(said.between), {
    ...{ x: width - margin, y, size: 38, weight: "regular", colour: ink, align: "end" },
    room: inner * 0.66,
  });
  const name = words(row.department, {
    ...{ x: margin, y, size: 42, weight: "bold", colour: ink },
    room: inner - numbers.width - 28,
  });
  // the shortest can be seen
  const scale = (inner - order.length * least) / most;
  let x = margin;
  const bars = order.flatMap((light): readonly Shape[] => {
    if (row[light] === 0) return [];
    const wide = Math.max(least, Math.round(row[light] * scale));
    const { paint, edge } = lightPaints[light];
    const box: Shape = {
      ...{ kind: "box", x: x + 2, y: top + bar.top + 2, width: wide - 4, height: bar.height - 4, paint, edge },
      is: light,
    };
    x += wide;
    return [box];
  });
  return [
    { kind: "line", from: [margin, top], to: [width - margin, top], colour: "#d5dae0", thick: 2 },
    name,
    numbers,
    ...bars,
  ];
}

const least = 14;

/** "2 overdue", "1 soon": only what there is. */
export const countsOf = (row: BoardLine, language: Language): readonly string[] => {
  const { count } = wordingFor(language).deadlineLists.pictures;
  return order.flatMap((light) => (row[light] === 0 ? [] : [count(row[light], light)]));
};
