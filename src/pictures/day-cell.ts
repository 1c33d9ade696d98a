import type { Day } from "../dates.ts";
import { type Shape, words } from "./drawing.ts";
import { inLines } from "./lines.ts";
import { drawable, type Type } from "./text.ts";

/** A meeting as the calendar shows it. */
export interface Entry {
  readonly day: Day;
  /** When it begins: 09:00. */
  readonly time: string;
  readonly title: string;
  /** Whoever is called was told. */
  readonly announced: boolean;
  /** Whoever reads the calendar must attend. */
  readonly mine: boolean;
}

/** What a day has room for. */
export interface Shown {
  readonly entries: readonly { readonly entry: Entry; readonly lines: readonly string[] }[];
  /** Those that it has no room for. */
  readonly hidden: readonly Entry[];
}

/** What must be attended is dark, bold and has a star; what nobody was told of yet has a dashed edge and is white. */
export const looks = { mine: "#1f4e8c", edge: "#2b5c9e", announced: "#dbe8f8", star: "★" } as const;

const ink = "#1f2933";
const size = 36;
const line = 41;
const box = { gap: 6, edge: 2, left: 6, right: 3, top: 4, bottom: 10 };
/** A title goes on for so many lines where there is room. */
const mostLines = 3;
/** So many Chinese characters of a title are seen, and the sign that it goes on: of fewer nobody knows what it is. */
const leastSeen = 8 + 1;
/** Of a day's meetings so many are seen at least. */
const leastMeetings = 3;

const typeOf = ({ mine }: Entry): Type => ({ size, weight: mine ? "bold" : "regular" });

/** How wide a title may be in a cell. */
const roomIn = (width: number): number => width - box.gap - box.left - box.right;

/**
 * What of a day's meetings is shown in so many lines: in more only where fewer than three would be seen. Each takes one
 * for its time, and of its title as many as it is known by. Where not all have room, those stay that the reader must
 * attend, and a line tells how many more there are.
 */
export function shownOf(entries: readonly Entry[], width: number, mostOfDay: number): Shown {
  const least = leastLines(width);
  const wanted = new Map(entries.map((each) => [each, titleLines(each, width, mostLines).length]));
  const needs = (each: Entry): number => 1 + Math.min(wanted.get(each) ?? 1, least);
  const order = mineFirst(entries);
  const needed = (count: number): number =>
    order.slice(0, count).reduce((sum, each) => sum + needs(each), count < order.length ? 1 : 0);
  let count = order.length;
  while (count > leastMeetings && needed(count) > mostOfDay) count--;
  const first = new Set(order.slice(0, count));
  const kept = entries.filter((each) => first.has(each));
  const hidden = entries.filter((each) => !first.has(each));
  const lengths = shared(
    kept.map((each) => wanted.get(each) ?? 1),
    mineFirst(kept).map((each) => kept.indexOf(each)),
    Math.max(mostOfDay, needed(count)) - kept.length - (hidden.length > 0 ? 1 : 0),
  );
  return {
    entries: kept.map((entry, index) => ({ entry, lines: titleLines(entry, width, lengths[index] ?? 1) })),
    hidden,
  };
}

/** In a narrow cell fewer characters stand in a line. */
const leastLines = (width: number): number =>
  Math.min(mostLines, Math.ceil(leastSeen / Math.max(1, Math.floor(roomIn(width) / size))));

const mineFirst = (entries: readonly Entry[]): readonly Entry[] =>
  entries.toSorted((one, other) => Number(other.mine) - Number(one.mine));

/** Nothing that is longer has room, whatever its letters are. */
const longest = 100;

/** A meeting with its title as it is set: without the spaces that official titles have around numbers. */
export function withShortTitle(entry: Entry): Entry {
  const title = drawable(entry.title).replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, "");
  return { ...entry, title: [...title].slice(0, longest).join("") };
}

/** Where a title has no room, the year is left out: it stands above the calendar. */
function titleLines(entry: Entry, width: number, most: number): readonly string[] {
  const { title, day } = entry;
  const year = `${day.slice(0, 4)}年`;
  const lines = (text: string): readonly string[] => inLines(text, roomIn(width), typeOf(entry), most);
  const whole = lines(title);
  const cut = whole.at(-1)?.endsWith("…") === true;
  return cut && title.startsWith(year) ? lines(title.slice(year.length).replace(/^度/u, "")) : whole;
}

/** Gives lines out one by one, in this order, until nobody wants another or none is left. */
function shared(wanted: readonly number[], order: readonly number[], lines: number): readonly number[] {
  const given = wanted.map(() => 0);
  let left = lines;
  for (let round = 1; round <= mostLines; round++)
    for (const index of order)
      if ((wanted[index] ?? 0) >= round && left > 0) {
        given[index] = round;
        left--;
      }
  return given;
}

const heightOfEntry = (lines: readonly string[]): number => box.top + (1 + lines.length) * line + box.bottom + box.gap;

export const heightOf = ({ entries, hidden }: Shown): number =>
  entries.reduce((height, { lines }) => height + heightOfEntry(lines), 0) + (hidden.length > 0 ? line + box.gap : 0);

/** The meetings of a day, one below the other. `y`: where the first begins. */
export function entryShapes({ entries, hidden }: Shown, x: number, y: number, width: number): readonly Shape[] {
  const shapes: Shape[] = [];
  let top = y;
  for (const { entry, lines } of entries) {
    const height = heightOfEntry(lines) - box.gap;
    shapes.push(...entryShape(entry, lines, { x: x + box.gap / 2, y: top, width: width - box.gap, height }));
    top += height + box.gap;
  }
  if (hidden.length > 0) {
    const star = hidden.some(({ mine }) => mine) ? ` ${looks.star}` : "";
    const at = { x: x + width / 2, y: top + line - 8, align: "middle", room: roomIn(width) } as const;
    shapes.push(words(`+${hidden.length}${star}`, { ...at, size, weight: "bold", colour: ink }));
  }
  return shapes;
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function entryShape(entry: Entry, lines: readonly string[], { x, y, width, height }: Area): readonly Shape[] {
  const { announced, mine, time } = entry;
  const filled = announced && mine;
  const colour = filled ? "#ffffff" : mine ? looks.mine : ink;
  const left = x + box.left;
  const base = (index: number): number => y + box.top + 36 + index * line;
  const { edge } = box;
  return [
    {
      kind: "box",
      x: x + edge,
      y: y + edge,
      width: width - 2 * edge,
      height: height - 2 * edge,
      paint: filled ? looks.mine : announced ? looks.announced : "#ffffff",
      edge: mine ? looks.mine : looks.edge,
      ...(announced ? {} : { dashed: true }),
      round: 8,
      is: `${announced ? "announced" : "planned"}${mine ? " mine" : ""}`,
    },
    words(time, { x: left, y: base(0), size, weight: "bold", colour }),
    ...(mine
      ? [words(looks.star, { x: x + width - box.left - 4, y: base(0), size: 32, weight: "bold", colour, align: "end" })]
      : []),
    ...lines.map((text, index) => words(text, { x: left, y: base(index + 1), colour, ...typeOf(entry) })),
  ];
}
