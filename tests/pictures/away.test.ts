import { Resvg } from "@resvg/resvg-js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Day } from "../../src/dates.ts";
import { awayPages, mostRows, type Row } from "../../src/pictures/away.ts";
import { awayFiles } from "../../src/pictures/away-files.ts";
import { type Drawing, svgOf } from "../../src/pictures/drawing.ts";
import { drawn } from "../../src/pictures/png.ts";
import { isPicture, reply } from "../../src/reply.ts";
import { languages } from "../../src/text.ts";
import { bar, barsIn, boxesIn, december, picture, row, textsIn, wordsIn } from "./december.ts";

const only = (...given: Parameters<typeof picture>): Drawing => {
  const [page, ...more] = awayPages(picture(...given));
  if (!page || more.length > 0) throw new Error(`${more.length + 1} pages`);
  return page.drawing;
};

const people = (count: number): readonly Row[] =>
  Array.from({ length: count }, (_, index) => row(`第${index + 1}位`, bar((index % 28) + 1, (index % 28) + 3)));

describe("a bar", () => {
  it.each([
    ["of whole days", bar(3, 8), 2, 8],
    ["of one day", bar(15, 15), 14, 15],
    ["of a morning", bar(15, 15, { untilHalf: "am" }), 14, 14.5],
    ["of an afternoon", bar(15, 15, { fromHalf: "pm" }), 14.5, 15],
    ["from an afternoon to a morning", bar(3, 8, { fromHalf: "pm", untilHalf: "am" }), 2.5, 7.5],
    ["of the last day", bar(31, 31), 30, 31],
    ["that began in November", bar(-3, 2, { fromHalf: "pm" }), 0, 2],
    ["that goes on in January", bar(30, 40, { untilHalf: "am" }), 29, 31],
    ["of the whole month and more", bar(-3, 40), 0, 31],
  ])("%s has its days and no others", (_, given, from, until) => {
    for (const state of ["away", "asked", "overdue"] as const)
      expect(barsIn(only([row("李", { ...given, state })]), state)).toEqual([{ from, until }]);
  });

  it("points to where it goes on, beyond the month", () => {
    expect(textsIn(only([row("李", bar(-3, 2))]))).toContain("◀");
    expect(textsIn(only([row("李", bar(30, 40))]))).toContain("▶");
    expect(textsIn(only([row("李", bar(1, 31))])).join()).not.toMatch(/[◀▶]/);
  });

  it("of somebody who has not reported back is marked, and followed by dots until today", () => {
    const { shapes } = only([row("李", bar(3, 8, { state: "overdue" }))]);
    const dots = shapes.filter((each) => each.kind === "line" && each.dashed);
    const [late] = boxesIn(shapes, "overdue");
    const [today] = boxesIn(shapes, "today");
    expect(dots).toMatchObject([{ from: [(late?.x ?? 0) + (late?.width ?? 0), expect.anything()] }]);
    expect(dots).toMatchObject([{ to: [(today?.x ?? 0) + (today?.width ?? 0), expect.anything()] }]);
  });

  it("that is short stands upon a long one, and what is asked for upon what it would change", () => {
    const states = (rows: readonly Row[]) =>
      only(rows).shapes.flatMap((each) =>
        each.kind === "box" && /away|asked|overdue/.test(each.is ?? "") ? each.is : [],
      );
    expect(states([row("李", bar(3, 3, { state: "overdue" }), bar(1, 9, { state: "asked" }))])).toEqual([
      "asked",
      "overdue",
    ]);
    expect(states([row("李", bar(1, 9, { state: "asked" }), bar(1, 9))])).toEqual(["away", "asked"]);
  });

  it("looks different in black and white too: striped, marked or plain", () => {
    const drawing = only([row("李", bar(1, 2), bar(4, 5, { state: "asked" }), bar(7, 8, { state: "overdue" }))]);
    const paints = ["away", "asked", "overdue"].map((state) => boxesIn(drawing.shapes, state)[0]?.paint);
    expect(paints).toEqual([expect.any(String), { stripes: expect.any(String) }, expect.any(String)]);
    // one on the bar, one in the legend
    expect(textsIn(drawing).filter((text) => text === "!")).toHaveLength(2);
  });
});

describe("the month", () => {
  it.each([
    ["en", "TWTFSSM", "Away in December 2026"],
    ["zh-Hans", "二三四五六日一", "2026年12月外出一览"],
    ["zh-Hant", "二三四五六日一", "2026年12月外出一覽"],
  ] as const)("has its weekdays and its name in %s", (language, week, title) => {
    const texts = textsIn(only(people(1), { language }));
    expect(texts[0]).toBe(title);
    expect(
      texts
        .filter((text) => [...text].length === 1)
        .slice(0, 7)
        .join(""),
    ).toBe(week);
  });

  it("says the first day, every Monday and today in numbers that do not touch", () => {
    const numbers = (today: Day) =>
      wordsIn(only(people(1), { today }))
        .filter(({ text }) => /^\d+$/.test(text))
        .sort((one, other) => one.x - other.x);
    expect(numbers(december(16)).map(({ text }) => text)).toEqual(["1", "7", "14", "16", "21", "28"]);
    expect(numbers(december(15)).map(({ text }) => text)).toEqual(["1", "7", "15", "21", "28"]);
    expect(numbers(december(2)).map(({ text }) => text)).toEqual(["2", "7", "14", "21", "28"]);
    for (let day = 1; day <= 31; day++)
      numbers(december(day)).reduce((before, next) => {
        expect(next.x).toBeGreaterThan(before.x + before.width + 6);
        return next;
      });
  });

  it("shades the days off behind every row, and marks today only when it is in the month", () => {
    const [here, elsewhere] = [only(people(2)), only(people(2), { today: december(40) })];
    // the heads and two rows
    expect(boxesIn(here.shapes, "off")).toHaveLength(3 * 8);
    expect(boxesIn(here.shapes, "today").length).toBeGreaterThan(0);
    expect(boxesIn(elsewhere.shapes, "today")).toEqual([]);
    expect(textsIn(here)).toContain("今天");
    expect(textsIn(elsewhere)).not.toContain("今天");
  });

  it("calls holidays by their names, once for days that follow each other", () => {
    const days = picture([]).days.map((each, index) =>
      index < 3 ? { ...each, off: true, note: "元旦" } : index === 4 ? { ...each, note: "班" } : each,
    );
    const drawing = only(people(1), { days });
    expect(textsIn(drawing).filter((text) => /元旦|班/.test(text))).toEqual(["元旦", "班"]);
    const [first, second] = wordsIn(drawing).filter(({ text }) => /元旦|班/.test(text));
    expect(second?.x).toBeGreaterThan((first?.x ?? 0) + (first?.width ?? 0));
  });
});

describe("people", () => {
  it("are all there once, in their order, on pages of about the same length", () => {
    for (const count of [1, mostRows, mostRows + 1, 40, 60]) {
      const pages = awayPages(picture(people(count)));
      const lengths = pages.map(({ rows }) => rows.length);
      expect(Math.max(...lengths)).toBeLessThanOrEqual(mostRows);
      expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1);
      const names = pages.flatMap(({ drawing }) => textsIn(drawing).filter((text) => /^第\d+位$/.test(text)));
      expect(names).toEqual(people(count).map(({ name }) => name));
    }
    expect(awayPages(picture(people(40))).map(({ drawing }) => textsIn(drawing)[1])).toEqual(["1/3", "2/3", "3/3"]);
  });

  it("who are not away in the month are not in it; when nobody is, it says so", () => {
    const texts = textsIn(only([row("李明", bar(3, 4)), row("王芳", bar(33, 35)), row("张伟", bar(-9, 0))]));
    expect(texts.filter((text) => ["李明", "王芳", "张伟"].includes(text))).toEqual(["李明"]);
    expect(textsIn(only([row("王芳", bar(33, 35))]))).toContain("本月无人外出。");
  });

  it("have their dates beside their names, as many as have room; the others are counted", () => {
    const some = only([row("李明", bar(1, 2), bar(4, 4, { fromHalf: "pm" }))]);
    expect(textsIn(some)).toContain("1–2日、4日下午");
    const many = only([row("李明", ...[1, 5, 9, 13, 17, 21, 25].map((day) => bar(day, day + 2, { fromHalf: "pm" })))]);
    expect(textsIn(many).find((text) => /\+\d$/.test(text))).toMatch(/^1日下午–3日、5日下午–7日 \+5$/);
    expect(barsIn(many, "away")).toHaveLength(7);
  });

  it("with long names and titles keep what has room, and are seen to be cut; nothing runs into anything else", () => {
    const long = "买买提·吐尔逊·阿不都热西提江·买买提·吐尔逊·阿不都热西提江";
    const title = "市人民政府办公室一级调研员、督查室主任、党组成员";
    const drawing = only([{ name: long, title, bars: [bar(3, 4, { fromHalf: "pm", untilHalf: "am" })] }]);
    const [name, as, dates] = ["买买提", "市", "3日下午–4日上午"].map((begin) =>
      wordsIn(drawing).find(({ text }) => text.startsWith(begin)),
    );
    expect(name?.text).toMatch(/^买买提·吐尔逊·.+…$/);
    expect(as?.text ?? "…").toMatch(/…$/);
    expect((name?.x ?? 0) + (name?.width ?? 0)).toBeLessThan(as?.x ?? 9999);
    expect((as?.x ?? 0) + (as?.width ?? 0)).toBeLessThan(dates?.x ?? 0);
  });

  it("with rare characters are written with them; one that there is no type for is seen to be missing", () => {
    expect(textsIn(only([row("㼆𬭚䶮", bar(3, 4))]))).toContain("㼆𬭚䶮");
    const missing = only([row("𠮷田 👨‍👩‍👧 ก̃", bar(3, 4))]);
    expect(textsIn(missing)).toContain("〓田 〓〓〓 〓");
    expect(textsIn(missing)).toContain("〓代表无法显示的字。");
    expect(textsIn(only([row("李明", bar(3, 4))])).join()).not.toContain("〓");
  });
});

describe("whatever people are called", () => {
  const name = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 60 }),
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.constantFrom("<script>alert(1)</script>", '"/><text>&amp;', "李\u202e明\n\u0000", "𠮷".repeat(50), ""),
  );
  const day = fc.integer({ min: -40, max: 70 });
  const bars = fc.array(
    fc.record({
      from: day,
      length: fc.integer({ min: 0, max: 60 }),
      state: fc.constantFrom("away" as const, "asked" as const, "overdue" as const),
      fromHalf: fc.constantFrom("am" as const, "pm" as const),
    }),
    { maxLength: 6 },
  );
  const rows = fc.array(fc.record({ name, title: name, bars }), { maxLength: 20 });

  it("everything lies within the picture, and the SVG can be drawn and holds nobody's text", () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(...languages), day, (given, language, today) => {
        const drawn = given.map((each) => ({
          ...each,
          bars: each.bars.map(({ from, length, ...more }) => bar(from, from + length, more)),
        }));
        for (const { drawing } of awayPages(picture(drawn, { language, today: december(today) }))) {
          for (const { x, y, width, type } of wordsIn(drawing)) {
            expect(x).toBeGreaterThanOrEqual(0);
            expect(x + width).toBeLessThanOrEqual(drawing.width);
            expect(y - type.size).toBeGreaterThanOrEqual(0);
            expect(y + type.size * 0.3).toBeLessThanOrEqual(drawing.height);
          }
          for (const shape of drawing.shapes.filter((each) => each.kind === "box")) {
            expect(shape.width).toBeGreaterThan(0);
            expect(shape.x).toBeGreaterThanOrEqual(0);
            expect(shape.x + shape.width).toBeLessThanOrEqual(drawing.width);
            expect(shape.y + shape.height).toBeLessThanOrEqual(drawing.height);
          }
          const svg = svgOf(drawing);
          expect(svg.replace(/<[^<>]*>/g, "")).toBe("");
          expect(svg).not.toMatch(/<text|<script|&|NaN|undefined/);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("words take the room that was measured for them", () => {
    for (const text of ["沈静澜 常务副市长", "WWW Wijxy 1/2", "〓…·–、!"]) {
      const [shown] = wordsIn(only([row(text, bar(3, 4))])).filter((each) => each.text === text);
      const alone = { width: 1200, height: 200, shapes: shown ? [{ ...shown, y: 100 }] : [] };
      const box = new Resvg(svgOf(alone).replace(/<rect[^>]*fill="#ffffff"\/>/, "")).getBBox();
      const { x = 0, width = 0 } = shown ?? {};
      expect(box?.x).toBeGreaterThanOrEqual(x);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(x + width);
      expect(box?.width).toBeGreaterThan(width * 0.85);
    }
  });
});

it("can be read on a telephone, a third as wide: names, dates and legend at 13 pixels, weekdays at 11", () => {
  for (const language of languages)
    for (const { text, type } of wordsIn(only(people(mostRows), { language })))
      expect(type.size / 3, text).toBeGreaterThanOrEqual([...text].length === 1 ? 9 : 13);
});

describe("the files of a reply", () => {
  it("are named after the month, one for a page, with what they show in words, whole names included", async () => {
    const rows = [row("𠮷田", bar(3, 8, { state: "overdue" }), bar(20, 21)), ...people(mostRows)];
    const files = awayFiles(picture(rows, { language: "zh-Hant" }));
    expect(files.map(({ name }) => name)).toEqual(["away-2026-12-1.png", "away-2026-12-2.png"]);
    expect(files[0]?.about).toMatch(/^2026年12月外出一覽\n𠮷田（副市长）：3–8日（到期未銷假）、20–21日\n第1位/);
    const lines = files.flatMap(({ about }) => about.split("\n").slice(1));
    expect(lines).toHaveLength(mostRows + 1);
  });

  it("are PNG of the size of the drawing, and each shows what it should", async () => {
    const [one, two] = await Promise.all(
      [[row("李明", bar(3, 8))], [row("李明", bar(10, 12))]].map(async (rows) => {
        const { files } = await drawn(
          reply({ tone: "answer", language: "en", blocks: [], files: awayFiles(picture(rows)) }),
        );
        return files.filter(isPicture);
      }),
    );
    const png = Buffer.from(one?.[0]?.png ?? "", "base64");
    expect(png.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
    const { width, height } = only([row("李明", bar(3, 8))]);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([width, height]);
    expect(one?.[0]?.png).not.toBe(two?.[0]?.png);
    expect(png.length).toBeLessThan(300_000);
  });

  it("have the bar where the days are, in its colour, and ink where the name is", () => {
    const drawing = only([row("李明", bar(3, 8))]);
    const { pixels, width } = new Resvg(svgOf(drawing)).render();
    const colourAt = (x: number, y: number) =>
      `#${pixels
        .subarray(4 * (Math.round(y) * width + Math.round(x)))
        .subarray(0, 3)
        .toString("hex")}`;
    const [box] = boxesIn(drawing.shapes, "away");
    const { x = 0, y = 0, width: wide = 0, height: high = 0, paint } = box ?? {};
    for (const part of [0.1, 0.5, 0.9]) expect(colourAt(x + wide * part, y + high / 2)).toBe(paint);
    expect(colourAt(x - 6, y + high / 2)).not.toBe(paint);
    expect(colourAt(x + wide + 6, y + high / 2)).not.toBe(paint);
    const [name] = wordsIn(drawing).filter(({ text }) => text === "李明");
    const across = Array.from({ length: Math.floor(name?.width ?? 0) }, (_, at) =>
      colourAt((name?.x ?? 0) + at, (name?.y ?? 0) - 14),
    );
    expect(across).toContain(name?.colour);
    expect(across).toContain("#ffffff");
  });
});
