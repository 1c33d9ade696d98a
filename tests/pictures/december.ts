import { type Day, plusDays } from "../../src/dates.ts";
import type { AwayPicture, Bar, Row, State } from "../../src/pictures/away.ts";
import type { Drawing, Shape, Words } from "../../src/pictures/drawing.ts";

/** Days of December 2026 by number: 0 is the last of November, 32 the first of January. */
export const december = (number: number): Day => plusDays("2026-11-30" as Day, number);

/** December 2026 begins on a Tuesday. */
export const days = Array.from({ length: 31 }, (_, index) => {
  const day = december(index + 1);
  return { day, off: [5, 6, 12, 13, 19, 20, 26, 27].includes(index + 1) };
});

export const bar = (from: number, until: number, more: Partial<Bar> = {}): Bar => ({
  from: december(from),
  fromHalf: "am",
  until: december(until),
  untilHalf: "pm",
  state: "away",
  ...more,
});

export const row = (name: string, ...bars: readonly Bar[]): Row => ({ name, title: "副市长", bars });

/** What is away in December, seen on the 16th. */
export const picture = (rows: readonly Row[], more: Partial<AwayPicture> = {}): AwayPicture => ({
  language: "zh-Hans",
  today: december(16),
  days,
  rows,
  ...more,
});

export const wordsIn = ({ shapes }: Drawing): readonly Words[] => shapes.filter((each) => each.kind === "words");
export const textsIn = (drawing: Drawing): readonly string[] => wordsIn(drawing).map(({ text }) => text);

type Box = Extract<Shape, { kind: "box" }>;

/** The bars of a state, in days of the month: 0 is the first morning, 0.5 the first afternoon. */
export function barsIn(
  { shapes }: Drawing,
  state: State,
): readonly { readonly from: number; readonly until: number }[] {
  // the edge of what is asked for lies within it
  const edge = state === "asked" ? 2 : 0;
  return boxesIn(shapes, state).map(({ x, width }) => ({
    from: inDays(x - edge),
    until: inDays(x + width + edge),
  }));
}

export const boxesIn = (shapes: readonly Shape[], is: string): readonly Box[] =>
  shapes.filter((each): each is Box => each.kind === "box" && each.is === is);

/** The columns have 1,152 pixels between them, after a margin of 24, and begin on whole ones. */
const inDays = (x: number): number => Math.round((((x - 24) * 31) / 1152) * 10) / 10;
