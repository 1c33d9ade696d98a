import { Resvg } from "@resvg/resvg-js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plusDays } from "../../src/dates.ts";
import type { Entry } from "../../src/pictures/day-cell.ts";
import { type Drawing, svgOf } from "../../src/pictures/drawing.ts";
import { inLines } from "../../src/pictures/lines.ts";
import { type MeetingsPicture, meetingsDrawing } from "../../src/pictures/meetings.ts";
import { inWords, meetingsFile } from "../../src/pictures/meetings-files.ts";
import { monthDays } from "../../src/pictures/month-days.ts";
import { drawn } from "../../src/pictures/png.ts";
import { widthOf } from "../../src/pictures/text.ts";
import { isPicture, reply } from "../../src/reply.ts";
import { languages } from "../../src/text.ts";
import { calendarOf } from "../../src/workdays/calendar.ts";
import { day } from "../support/leave.ts";
import { notices } from "../support/workdays.ts";
import { boxesIn, days, december, textsIn, wordsIn } from "./december.ts";

/** A meeting of the office of which people were told, in December 2026. */
const at = (number: number, time: string, title: string, more: Partial<Entry> = {}): Entry => ({
  day: december(number),
  time,
  title,
  announced: true,
  mine: false,
  ...more,
});

/** The calendar of December, seen on the 16th. */
const picture = (meetings: readonly Entry[], more: Partial<MeetingsPicture> = {}): MeetingsPicture => ({
  language: "zh-Hans",
  today: december(16),
  days,
  meetings,
  whose: "all",
  ...more,
});
const drawing = (...given: Parameters<typeof picture>): Drawing => meetingsDrawing(picture(...given));

const kinds = ["announced", "planned", "announced mine", "planned mine"] as const;
const meetingsIn = ({ shapes }: Drawing) => kinds.flatMap((kind) => boxesIn(shapes, kind));
/** What stands in a box, from above. */
const inside = (of: Drawing, kind: (typeof kinds)[number]): readonly string[] => {
  const [box] = boxesIn(of.shapes, kind);
  if (!box) throw new Error(`nothing is ${kind}`);
  return textsWithin(of, box);
};
const textsWithin = (of: Drawing, box: ReturnType<typeof meetingsIn>[number]): readonly string[] =>
  wordsIn(of)
    .filter(({ x, y }) => x >= box.x && x < box.x + box.width && y > box.y && y < box.y + box.height)
    .map(({ text }) => text);
/** Where the number of a day stands: the words that are set as the numbers of days are. */
const numberOf = (of: Drawing, number: number) => {
  const found = wordsIn(of).find(({ text, type }) => text === String(number) && type.size === 40);
  if (!found) throw new Error(`the ${number}th is not there`);
  return found;
};
const busyDay = (number: number, count: number, more: Partial<Entry> = {}): readonly Entry[] =>
  Array.from({ length: count }, (_, index) => at(number, `${8 + index}:00`.padStart(5, "0"), `第${index}会`, more));

describe("the calendar of a month", () => {
  it.each([
    ["en", "Meetings in December 2026", "MTWTFSS"],
    ["zh-Hans", "2026年12月会议一览", "一二三四五六日"],
    ["zh-Hant", "2026年12月會議一覽", "一二三四五六日"],
  ] as const)("in %s is called %s, and has its weeks from Monday", (language, title, week) => {
    const of = drawing([at(2, "09:00", "常务会议")], { language });
    const texts = textsIn(of);
    expect(texts[0]).toBe(title);
    expect(texts.slice(1, 8).join("")).toBe(week);
    // the 1st is a Tuesday
    expect(numberOf(of, 1).x).toBe(numberOf(of, 8).x);
    expect(numberOf(of, 7).x).toBeLessThan(numberOf(of, 1).x);
    expect(numberOf(of, 7).y).toBeGreaterThan(numberOf(of, 6).y);
    for (let each = 1; each <= 31; each++) expect(numberOf(of, each).text).toBe(String(each));
  });

  it("has a meeting in its day, with the time at which it begins and its whole title", () => {
    const of = drawing([at(10, "14:30", "市长办公会议")]);
    expect(inside(of, "announced")).toEqual(["14:30", "市长办公", "会议"]);
    const [box] = boxesIn(of.shapes, "announced");
    const { x, y } = numberOf(of, 10);
    expect(box?.x).toBeLessThan(x);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeGreaterThan(x);
    expect(box?.y).toBeGreaterThan(y);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(numberOf(of, 17).y - 40);
  });

  it("leaves out what is not of the month, and says when there is nothing", () => {
    const of = drawing([at(0, "09:00", "甲"), at(32, "09:00", "乙")]);
    expect(meetingsIn(of)).toEqual([]);
    expect(textsIn(of)).toContain("本月没有会议。");
    expect(textsIn(drawing([at(1, "09:00", "甲")]))).not.toContain("本月没有会议。");
  });

  it("shades the days off, marks today where it is in the month, and gives weekends room only when people meet then", () => {
    const [quiet, saturday] = [drawing([at(2, "09:00", "甲")]), drawing([at(12, "09:00", "甲")])];
    expect(boxesIn(quiet.shapes, "off")).toHaveLength(8);
    expect(boxesIn(quiet.shapes, "today")).toHaveLength(1);
    expect(textsIn(quiet)).toContain("今天");
    const elsewhere = drawing([], { today: december(40) });
    expect(boxesIn(elsewhere.shapes, "today")).toEqual([]);
    expect(textsIn(elsewhere)).not.toContain("今天");
    const wide = (of: Drawing) => numberOf(of, 6).x - numberOf(of, 5).x;
    expect(wide(saturday)).toBeGreaterThan(2 * wide(quiet));
    expect(inside(saturday, "announced")).toEqual(["09:00", "甲"]);
  });

  it.each([
    ["en", "off", "work"],
    ["zh-Hans", "放假", "上班"],
    ["zh-Hant", "放假", "上班"],
  ] as const)(
    "in %s says which weekdays are off (%s) and which weekend is worked (%s), whole",
    (language, off, work) => {
      const month = monthDays(day("2026-10-01"), calendarOf(notices), { holiday: off, makeUp: work });
      const of = meetingsDrawing({ ...picture([], { language }), days: month, today: day("2026-11-01") });
      // 1 to 7 October, of which five are weekdays; Saturday, the 10th, makes up for them
      expect(textsIn(of).filter((text) => text === off)).toHaveLength(5);
      expect(textsIn(of).filter((text) => text === work)).toHaveLength(1);
      expect(month.filter((each) => each.off)).toHaveLength(7 + 6);
    },
  );
});

describe("meetings at a glance", () => {
  const all = kinds.map((kind, index) =>
    at(8 + index, "09:00", [..."甲乙丙丁"][index] ?? "", {
      announced: kind.startsWith("announced"),
      mine: kind.endsWith("mine"),
    }),
  );

  it("are told apart without colour: what is only planned has a dashed edge, what one must attend a star and bold type", () => {
    const of = drawing(all, { language: "en" });
    const [announced, planned, mine, minePlanned] = meetingsIn(of);
    expect([announced, planned, mine, minePlanned].map((each) => each?.dashed)).toEqual([
      ...[undefined, true, undefined, true],
    ]);
    expect(kinds.map((kind) => inside(of, kind).includes("★"))).toEqual([false, false, true, true]);
    const bold = wordsIn(of).filter(
      ({ text, type }) => ["甲", "乙", "丙", "丁"].includes(text) && type.weight === "bold",
    );
    expect(bold.map(({ text }) => text)).toEqual(["丙", "丁"]);
    expect(new Set([announced, planned, mine].map((each) => each?.paint)).size).toBe(3);
  });

  it("are explained below, each kind that is there and no other", () => {
    const legend = (meetings: readonly Entry[]) =>
      textsIn(drawing(meetings)).filter((text) => ["已发通知", "未发通知", "应当参加"].includes(text));
    expect(legend(all)).toEqual(["已发通知", "未发通知", "应当参加"]);
    expect(legend(all.slice(0, 1))).toEqual(["已发通知"]);
    expect(legend(all.slice(3))).toEqual(["未发通知", "应当参加"]);
    expect(legend([])).toEqual([]);
  });

  it("are all there on a day of five when the month is quiet, one below the other", () => {
    const of = drawing(busyDay(9, 5));
    const boxes = meetingsIn(of);
    expect(boxes).toHaveLength(5);
    boxes.reduce((before, next) => {
      expect(next.y).toBeGreaterThan(before.y + before.height);
      return next;
    });
    expect(textsIn(of).join()).not.toContain("+");
  });

  it("of a busy month are three a day at least, those first that one must attend; a number tells how many more", () => {
    const month = days.flatMap((_, index) => [
      ...busyDay(index + 1, 4),
      at(index + 1, "19:00", "我的", { mine: true }),
    ]);
    const of = drawing(month);
    expect(meetingsIn(of)).toHaveLength(31 * 3);
    expect(boxesIn(of.shapes, "announced mine")).toHaveLength(31);
    expect(textsIn(of).filter((text) => text === "+2")).toHaveLength(31);
    expect(of.height).toBeLessThan(2.2 * of.width);
  });

  it("that one must attend and that have no room are not kept quiet", () => {
    const of = drawing(days.flatMap((_, index) => busyDay(index + 1, 5, { mine: true })));
    expect(textsIn(of).filter((text) => text === "+2 ★")).toHaveLength(31);
  });
});

describe("titles", () => {
  const long = {
    "zh-Hans": ["市政府第 58 次常务会议", "专题研究城市更新和老旧小区改造工作的会议", "2026年度安全生产电视电话会议"],
    "zh-Hant": ["市政府第 58 次常務會議", "專題研究城市更新和老舊小區改造工作的會議", "2026年度安全生產電視電話會議"],
    en: ["市政府第 58 次常务会议", "Renewal of the old housing estates in the city", "Work safety teleconference"],
  } as const;
  const weekends = [5, 6, 12, 13, 19, 20, 26, 27];
  /** Five long ones on every working day, and one on some days of a weekend. */
  const full = (language: keyof typeof long, alsoOn: readonly number[]) =>
    days.flatMap((_, index) => {
      const count = weekends.includes(index + 1) ? Number(alsoOn.includes(index + 1)) : 5;
      return Array.from({ length: count }, (_, each) =>
        at(index + 1, `${10 + each}:00`, long[language][(index + each) % 3] ?? "", {
          announced: each % 3 > 0,
          mine: each % 2 > 0,
        }),
      );
    });

  it.each(
    languages.flatMap((language) => [
      { language, also: "on working days alone", alsoOn: [] },
      { language, also: "on a Saturday too", alsoOn: [12] },
      { language, also: "on Saturdays and Sundays too", alsoOn: [12, 13] },
    ]),
  )("of a full month show by what they are known, in $language: eight characters at least, $also", (given) => {
    const of = drawing(full(given.language, given.alsoOn), { language: given.language });
    const boxes = meetingsIn(of);
    expect(boxes).toHaveLength(3 * 23 + given.alsoOn.length);
    for (const box of boxes) {
      const title = textsWithin(of, box)
        .filter((text) => text !== "★")
        .slice(1)
        .join("");
      const whole = long[given.language].some((each) => each.replaceAll(" ", "") === title.replaceAll(" ", ""));
      if (!whole) expect([...title.replace(/[ …-]/g, "")].length, title).toBeGreaterThanOrEqual(8);
    }
    expect(of.height).toBeLessThan((given.alsoOn.length > 0 ? 3.1 : 2.6) * of.width);
  });

  it("of the usual meetings are whole in a full month", () => {
    for (const mine of [false, true]) {
      const of = drawing(full("zh-Hans", []).map((each) => ({ ...each, title: "市政府第 58 次常务会议", mine })));
      expect(textsIn(of).filter((text) => text === "次常务会议")).toHaveLength(3 * 23);
    }
  });

  it("are cut where they have no room, and seen to be", () => {
    const of = drawing([at(9, "09:00", "专题研究城市更新和老旧小区改造工作的会议")]);
    const [, ...lines] = inside(of, "announced");
    expect(lines).toHaveLength(3);
    expect(lines.join("")).toMatch(/^专题研究城市更新和老旧.*…$/);
  });

  it("have their numbers set close, and leave out the year of the calendar before they are cut", () => {
    const shown = (title: string) =>
      inside(drawing([at(9, "09:00", title)]), "announced")
        .slice(1)
        .join("");
    expect(shown("市政府第 58 次常务会议")).toBe("市政府第58次常务会议");
    expect(shown("2026年工作会议")).toBe("2026年工作会议");
    expect(shown("2026年度全市安全生产电视电话会议")).toBe("全市安全生产电视电话会议");
    expect(shown("2025年度全市安全生产电视电话会议")).toMatch(/^2025年度.*…$/);
  });

  it("with characters that there is no type for show that something is missing", () => {
    const of = drawing([at(9, "09:00", "𠮷田座谈会")]);
    expect(inside(of, "announced").join("")).toContain("〓田座谈会");
    expect(textsIn(of)).toContain("〓代表无法显示的字。");
  });
});

describe("lines of a text", () => {
  const type = { size: 36, weight: "regular" } as const;
  const lines = (text: string, characters: number, most = 9) => inLines(text, characters * 36, type, most);

  it("keep Chinese words whole where that costs no line", () => {
    expect(lines("政府全体会议", 5)).toEqual(["政府全体", "会议"]);
    expect(lines("全市安全生产工作", 4)).toEqual(["全市安全", "生产工作"]);
  });

  it("neither begin with a mark that closes nor end with one that opens", () => {
    expect(lines("关于印发《工作规则》的会议", 5).join("|")).not.toMatch(/\|[》，。）]|[《（]\|/u);
    expect(lines("一二三四五，六", 5)[1]).not.toMatch(/^，/u);
  });

  it("break a word of other languages only when it is longer than a line, between letters and with a hyphen", () => {
    expect(lines("Budget for schools", 5)).toEqual(["Budget for", "schools"]);
    expect(lines("Implementation: next", 5)).toEqual(["Impleme-", "ntation:", "next"]);
  });

  it("lose nothing unless they are cut, and are never wider than their room", () => {
    const text = fc.string({ unit: fc.constantFrom(..."市政府第会议58 AWi-《》（），。…Implementation") });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 12 }), fc.integer({ min: 1, max: 4 }), (given, room, most) => {
        const whole = lines(given, room, Number.POSITIVE_INFINITY);
        const bare = (shown: string) => shown.replace(/[\s-]/gu, "");
        expect(bare(whole.join(""))).toBe(bare(given));
        const cut = lines(given, room, most);
        expect(cut.length).toBeLessThanOrEqual(most);
        for (const each of [...whole, ...cut]) expect(widthOf(each, type)).toBeLessThanOrEqual(room * 36);
      }),
    );
  });
});

describe("whatever meetings are called, and however many there are", () => {
  const title = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 60 }),
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.constantFrom(
      "<script>alert(1)</script>",
      '"/><text>&amp;',
      "会\u202e议\n\u0000",
      "𠮷".repeat(50),
      "",
      "W".repeat(99),
    ),
  );
  const meetings = fc.array(
    fc.record({ title, number: fc.integer({ min: -3, max: 35 }), announced: fc.boolean(), mine: fc.boolean() }),
    { maxLength: 90 },
  );

  it("everything lies within the picture and its box, and the SVG holds nobody's text", () => {
    fc.assert(
      fc.property(
        meetings,
        fc.constantFrom(...languages),
        fc.integer({ min: 1, max: 31 }),
        (given, language, today) => {
          const of = drawing(
            given.map(({ number, title: called, ...more }) => at(number, "09:00", called, more)),
            { language, today: december(today) },
          );
          for (const { x, y, width, type } of wordsIn(of)) {
            expect(x).toBeGreaterThanOrEqual(0);
            expect(x + width).toBeLessThanOrEqual(of.width);
            expect(y - type.size).toBeGreaterThanOrEqual(0);
            expect(y + type.size * 0.3).toBeLessThanOrEqual(of.height);
            const box = meetingsIn(of).find(
              (each) => each.x <= x && x < each.x + each.width && each.y <= y && y < each.y + each.height,
            );
            if (box) expect(x + width).toBeLessThanOrEqual(box.x + box.width);
          }
          for (const { x, y, width, height } of meetingsIn(of)) {
            expect(x).toBeGreaterThanOrEqual(0);
            expect(x + width).toBeLessThanOrEqual(of.width);
            expect(y + height).toBeLessThanOrEqual(of.height);
          }
          const svg = svgOf(of);
          expect(svg.replace(/<[^<>]*>/g, "")).toBe("");
          expect(svg).not.toMatch(/<text|<script|&|NaN|undefined/);
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each(languages)("in %s all can be read on a telephone, a third as wide: at 12 pixels, notes at 10", (language) => {
    const month = monthDays(day("2026-10-01"), calendarOf(notices), { holiday: "放假", makeUp: "上班" });
    const of = meetingsDrawing({
      ...picture(
        month.flatMap(({ day: on }) => busyDay(1, 5).map((each) => ({ ...each, day: on }))),
        { language },
      ),
      days: month,
      today: plusDays(day("2026-10-01"), 9),
    });
    for (const { text, type } of wordsIn(of))
      expect(type.size / 3, text).toBeGreaterThanOrEqual(/放假|上班/.test(text) ? 10 : text === "★" ? 9 : 12);
  });
});

describe("the file of a reply", () => {
  it("is named after the month, and says in words what it shows: all meetings, with their whole titles", () => {
    const given = [
      at(2, "09:00", "市政府第 58 次常务会议", { mine: true, announced: false }),
      ...busyDay(9, 7),
      at(35, "09:00", "一月的会议"),
    ];
    const { name, about } = meetingsFile(picture(given));
    expect(name).toBe("meetings-2026-12.png");
    expect(about).toMatch(
      /^2026年12月会议一览\n2日：09:00 市政府第 58 次常务会议（应当参加、未发通知）\n9日：08:00 第0会、/u,
    );
    expect(about).toContain("14:00 第6会");
    expect(about).not.toContain("一月");
    expect(inWords(picture(given, { language: "en", whose: "yours" }))).toMatch(
      /^Your meetings in December 2026\n2 Dec: 09:00 .* \(you must attend, not announced yet\)\n/,
    );
    expect(inWords(picture([], { language: "zh-Hant" }))).toBe("2026年12月會議一覽：本月沒有會議。");
  });

  it("is a PNG of the size of the drawing, with the meeting's box where its day is", async () => {
    const given = picture([at(9, "09:00", "常务会议", { mine: true })]);
    const { files } = await drawn(reply({ tone: "answer", language: "en", blocks: [], files: [meetingsFile(given)] }));
    const png = Buffer.from(files.filter(isPicture)[0]?.png ?? "", "base64");
    const { width, height, shapes } = meetingsDrawing(given);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([width, height]);
    expect(png.length).toBeLessThan(300_000);
    const { pixels } = new Resvg(svgOf(meetingsDrawing(given))).render();
    const [box] = boxesIn(shapes, "announced mine");
    const where = 4 * (Math.round((box?.y ?? 0) + 4) * width + Math.round((box?.x ?? 0) + 60));
    expect(`#${pixels.subarray(where, where + 3).toString("hex")}`).toBe(box?.paint);
  });
});
