import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countWords, createSpelling } from "../../src/ask/spelling.ts";
import { hanRuns, latinWords, longestQuestion, normalise, stemOf, tokens } from "../../src/ask/tokens.ts";
import { collectWords, createVocabulary } from "../../src/ask/vocabulary.ts";
import { openOffice } from "../support/app.ts";

const office = openOffice();

describe("what a clerk types is compared in one form", () => {
  test.each([
    ["WHO Signs?", "who signs?"],
    ["誰簽發會議紀要", "谁签发会议纪要"],
    ["Ｗｈｏ　ｓｉｇｎｓ？", "who signs?"],
    ["４８條", "48条"],
    ["the mayor’s office", "the mayor's office"],
    ["  who \t\n signs  ", "who signs"],
    ["常务\u200b会议", "常务会议"],
    ["who\u202e signs\u0000", "who signs"],
    ["", ""],
  ])("%j is read as %j", (typed, read) => {
    expect(normalise(typed)).toBe(read);
  });

  test("a page pasted into the question is read up to its limit", () => {
    expect(normalise("a".repeat(longestQuestion * 3))).toHaveLength(longestQuestion);
    expect(normalise("會".repeat(longestQuestion * 3))).toHaveLength(longestQuestion);
  });

  test("reading what was read already changes nothing", () => {
    const typed = fc.oneof(
      fc.string({ unit: "grapheme-ascii" }),
      fc.string({ unit: fc.constantFrom(..."請示報告会议 ，。？、A1\t\u200b’（）ｘ") }),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const read = normalise(text);
        expect(normalise(read)).toBe(read);
        expect(read).toBe(read.trim());
        expect(read).not.toMatch(/[\p{Cc}\p{Cf}]|\s\s/u);
      }),
    );
  });
});

describe("words and characters by which questions are compared", () => {
  test.each([
    ["signed", "sign"],
    ["signs", "sign"],
    ["meetings", "meet"],
    ["mayor's", "mayor"],
    ["48", "48"],
  ])("%s counts as %s", (word, stem) => {
    expect(stemOf(word)).toBe(stem);
  });

  test("secretary-general is two English words, 市政府 a run of Chinese, each with its place in the text", () => {
    const text = "secretary-general 市政府 48";
    expect(latinWords(text).map((each) => text.slice(each.start, each.end))).toEqual(["secretary", "general", "48"]);
    expect(hanRuns(text)).toEqual([{ text: "市政府", start: 18, end: 21 }]);
  });

  test("Chinese counts by characters and pairs, English by stems and pairs of them", () => {
    expect(tokens([], hanRuns("请示单"))).toEqual(["请", "请示", "示", "示单", "单"]);
    expect(tokens(latinWords("who signs minutes"), [])).toEqual(["who", "sign", "who sign", "minut", "sign minut"]);
    expect(tokens([], hanRuns("请,示"))).not.toContain("请示");
  });
});

describe("of overlapping words of the vocabulary the longest counts", () => {
  const small = createVocabulary(
    collectWords({
      tea: { en: ["tea"], zh: ["茶"] },
      teahouse: { en: ["tea house", "tea-room"], zh: ["茶馆", "茶館"] },
      keeper: { en: ["tea house keeper"], zh: ["茶馆老板"] },
    }),
  );
  const concepts = (text: string) => small.read(normalise(text)).mentions.map((each) => each.concept);

  test.each([
    ["tea", ["tea"]],
    ["the tea house", ["teahouse"]],
    ["tea-houses and teas", ["teahouse", "tea"]],
    ["tea house keepers", ["keeper"]],
    ["tea house and a keeper", ["teahouse"]],
    ["茶館", ["teahouse"]],
    ["茶館老闆", ["keeper"]],
    ["茶馆老板喝茶", ["keeper", "tea"]],
    ["steam", []],
    ["", []],
  ])("“%s” names %j", (text, named) => {
    expect(concepts(text)).toEqual(named);
  });

  test("a concept that was named counts among the tokens as well", () => {
    expect(small.read("tea house").tokens).toContain("@teahouse");
    expect(small.read("tea house").tokens).not.toContain("@tea");
  });

  test("mentions stand in the order of the text, never overlap, and lie within it", () => {
    const english = fc.array(fc.constantFrom("tea", "house", "tea house", "keeper", " ", "-", ",", "x"));
    const chinese = fc.array(fc.constantFrom("茶", "茶馆", "老板", "馆", " ", "，", "x"));
    fc.assert(
      fc.property(fc.oneof(english, chinese), (words) => {
        const text = normalise(words.join(""));
        let end = 0;
        for (const mention of small.read(text).mentions) {
          expect(mention.start).toBeGreaterThanOrEqual(end);
          expect(mention.end).toBeGreaterThan(mention.start);
          end = mention.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test("two English words with a Chinese one between them are not one name", () => {
    expect(concepts("tea茶house")).toEqual(["tea", "tea"]);
  });

  test.each([
    ["deputy secretary-general", "deputy-secretary-general", "secretary-general"],
    ["the executive vice mayor", "executive-vice-mayor", "vice-mayor"],
    ["a vice-mayor", "vice-mayor", "mayor"],
    ["the mayor's office meeting", "mayors-office-meeting", "mayor"],
    ["副秘书长", "deputy-secretary-general", "secretary-general"],
    ["常務副市長", "executive-vice-mayor", "vice-mayor"],
    ["副市长", "vice-mayor", "mayor"],
    ["市長辦公會議", "mayors-office-meeting", "mayor"],
    ["副局长", "deputy-department-head", "department-head"],
  ])("in the office's own words, “%s” is %s and not %s", (text, meant, notMeant) => {
    const named = office.app.assistant.concepts(text);
    expect(named).toContain(meant);
    expect(named).not.toContain(notMeant);
  });
});

describe("slips of the pen", () => {
  const used = "the plenary meeting, a plenary meeting, the secretary signs, a secretary signs, one hapax, sign sign";
  const { correct } = createSpelling(countWords([used]));

  test.each([
    ["plenery", "plenary"],
    ["plenray", "plenary"],
    ["plenaryy", "plenary"],
    ["seceratary", "secretary"],
    ["the plenery meating", "the plenary meeting"],
  ])("“%s” is read as “%s”", (typed, read) => {
    expect(correct(typed)).toBe(read);
  });

  test.each([
    ["xlenary", "the first letter is taken to be right"],
    ["plxnxry", "two slips are too many in a word of seven letters"],
    ["sigm", "a word of four letters is left alone"],
    ["hapay", "nobody is corrected to a word that was used once"],
    ["hapax", "a word in use is never corrected"],
    ["全體會議 12345", "Chinese and numbers have no spelling"],
  ])("“%s” stays as it is: %s", (typed) => {
    expect(correct(typed)).toBe(typed);
  });

  test("a text of words in use is never changed", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...used.split(/[ ,]+/))), (words) => {
        expect(correct(words.join(" "))).toBe(words.join(" "));
      }),
    );
  });

  test.each(["Who signs the minuts of the plenery meeting?", "Who singns the minutes of the plenary meetting?"])(
    "a clerk in a hurry, “%s”, is answered all the same",
    async (question) => {
      const reply = await office.type(question);
      expect(reply.tone).toBe("answer");
      expect(reply.citations[0]?.article).toBe(45);
    },
  );
});
