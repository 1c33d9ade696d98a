import { Resvg } from "@resvg/resvg-js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BoardLine, boardPages, mostRows } from "../../src/pictures/board.ts";
import { boardFiles, dueDaysFiles } from "../../src/pictures/deadline-files.ts";
import type { Drawing } from "../../src/pictures/drawing.ts";
import { type DueDaysPicture, type DueLine, dueDaysPages } from "../../src/pictures/due-days.ts";
import { isPicture, reply } from "../../src/reply.ts";
import { languages } from "../../src/text.ts";
import { boxesIn, days, december, textsIn, wordsIn } from "./december.ts";

const lights = ["red", "yellow", "green"] as const;
const line = (department: string, red: number, yellow: number, green: number): BoardLine => ({
  department,
  red,
  yellow,
  green,
});
const board = (rows: readonly BoardLine[], language: (typeof languages)[number] = "en") =>
  boardPages({ language, today: december(1), rows });
const first = <T>([page]: readonly T[]): T => {
  if (page === undefined) throw new Error("there is no page");
  return page;
};
/** Without the signs of the legend, which are the lowest. */
const bars = ({ shapes, height }: Drawing, light: (typeof lights)[number]) =>
  boxesIn(shapes, light).filter(({ y }) => y < height - 60);

describe("the board as a picture", () => {
  it("has for each department a bar of its lights, as long as there are open ones, and the numbers in words", () => {
    const { drawing } = first(board([line("市财政局", 2, 4, 8), line("市教育局", 0, 0, 7)]));
    const wide = (light: (typeof lights)[number]) => bars(drawing, light).map(({ width }) => width + 4);
    const [red = 0] = wide("red");
    expect(Math.round((wide("yellow")[0] ?? 0) / red)).toBe(2);
    expect(Math.round((wide("green")[0] ?? 0) / red)).toBe(4);
    expect((wide("green")[1] ?? 0) / (wide("green")[0] ?? 1)).toBeCloseTo(7 / 8, 1);
    expect(textsIn(drawing)).toEqual(expect.arrayContaining(["2 overdue · 4 soon · 8 in time", "7 in time"]));
  });

  it("tells its lights apart without colour too: dark, striped, pale", () => {
    const { drawing } = first(board([line("市财政局", 1, 1, 1)]));
    const paints = lights.map((light) => bars(drawing, light)[0]?.paint);
    expect(paints.map((paint) => typeof paint)).toEqual(["string", "object", "string"]);
    expect(new Set(paints).size).toBe(3);
  });

  it("shows even one among thousands, and never runs over its edge", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(5000), fc.nat(5000), fc.nat(5000)), { minLength: 1, maxLength: 30 }),
        (counts) => {
          const rows = counts.map(([red, yellow, green], index) => line(`第${index}局`, red, yellow, green));
          for (const { drawing, rows: shown } of board(rows)) {
            expect(shown.length).toBeLessThanOrEqual(mostRows);
            for (const light of lights) {
              expect(bars(drawing, light)).toHaveLength(shown.filter((row) => row[light] > 0).length);
              for (const { x, width } of bars(drawing, light)) {
                expect(width).toBeGreaterThan(5);
                expect(x + width).toBeLessThanOrEqual(1176);
              }
            }
          }
          expect(board(rows).flatMap((page) => page.rows)).toEqual(rows);
        },
      ),
      { numRuns: 30 },
    );
  });

  it.each(languages)("says the same in words, for whoever cannot see it, in %s", (language) => {
    const [file] = boardFiles({ language, today: december(1), rows: [line("市财政局", 2, 0, 8)] });
    expect(file?.about).toContain("市财政局");
    expect(file?.about).toMatch(/2.*8/);
    expect(file && isPicture(file)).toBe(true);
    expect(reply({ tone: "answer", language, blocks: [], files: file ? [file] : [] }).files).toHaveLength(1);
  });

  it("says so when nothing is open", () => {
    expect(textsIn(first(board([])).drawing)).toContain("Nothing is open.");
  });
});

const due = (number: number, from: number, by: number | undefined, light: DueLine["light"], latest = by): DueLine => ({
  number: `No. ${number}`,
  title: `第${number}件`,
  when: "…",
  from: december(from),
  due: by === undefined ? null : { from: december(by), until: december(latest ?? by) },
  light,
});
const picture = (rows: readonly DueLine[], more: Partial<DueDaysPicture> = {}): DueDaysPicture => ({
  language: "en",
  heading: "市财政局",
  today: december(1),
  days,
  rows,
  ...more,
});
/** From which day until the end of which one a bar reaches: 1 is the first of December. */
const reach = (drawing: Drawing, is: string) =>
  boxesIn(drawing.shapes, is)
    .filter(({ y }) => y < drawing.height - 60)
    .map(({ x, width }) => [inDays(x - 2) + 1, inDays(x + width + 2)]);
const inDays = (x: number): number => Math.round(((x - 24) * 31) / 1152);
const only = (rows: readonly DueLine[]) => first(dueDaysPages(picture(rows))).drawing;

describe("the days to come as a picture", () => {
  it("has a bar from the day it came to the end of the day by which it is due", () => {
    expect(reach(only([due(1, 3, 9, "green")]), "green")).toEqual([[3, 9]]);
  });

  it("begins with what came before today, and ends with what is due later", () => {
    expect(reach(only([due(1, -20, 9, "green")]), "green")).toEqual([[1, 9]]);
    const drawing = only([due(1, 3, 50, "green")]);
    expect(reach(drawing, "green")).toEqual([[3, 31]]);
    expect(textsIn(drawing)).toContain("▶");
  });

  it("shows what is overdue on today, and of what has no day nothing but that", () => {
    const drawing = only([due(1, -20, -3, "red"), due(2, -2, undefined, "yellow")]);
    expect(reach(drawing, "red")).toEqual([[1, 1]]);
    expect(reach(drawing, "yellow")).toEqual([]);
    expect(textsIn(drawing)).toContain("第2件");
  });

  it("dashes the days between which a day lies that is not certain", () => {
    const drawing = only([due(1, 1, 10, "green", 14)]);
    expect(reach(drawing, "green")).toEqual([[1, 10]]);
    expect(reach(drawing, "provisional")).toEqual([[11, 14]]);
    expect(textsIn(drawing)).toContain("day not certain");
    expect(textsIn(only([due(1, 1, 10, "green")]))).not.toContain("day not certain");
  });

  it("is on pages of about the same length, with everything on one of them", () => {
    const rows = Array.from({ length: 25 }, (_, index) => due(index + 1, 1, 5, "yellow"));
    const pages = dueDaysPages(picture(rows));
    expect(pages.map((page) => page.rows.length)).toEqual([13, 12]);
    expect(dueDaysFiles(picture(rows)).map(({ name }) => name)).toEqual([
      "due-days-2026-12-01-1.png",
      "due-days-2026-12-01-2.png",
    ]);
  });

  it("lets no words run into each other, however long they are", () => {
    const long = { ...due(123456, 1, 5, "green"), title: "关于".repeat(60), when: "12-05 to 12-09 · 12 left" };
    const ofRow = wordsIn(only([long])).filter(
      ({ y }) => y === wordsIn(only([long])).find(({ text }) => text === "No. 123456")?.y,
    );
    ofRow
      .toSorted((one, other) => one.x - other.x)
      .reduce((before, next) => {
        expect(next.x).toBeGreaterThanOrEqual(before.x + before.width);
        return next;
      });
    expect(ofRow).toHaveLength(3);
  });

  it.each(languages)("can be drawn, in %s", (language) => {
    const [file] = dueDaysFiles(picture([due(1, -20, -3, "red"), due(2, 1, 40, "green", 44)], { language }));
    expect(new Resvg(file?.svg ?? "").render().width).toBe(1200);
  });
});
