import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalise } from "../../src/ask/tokens.ts";
import { type Place, partCode, placeName } from "../../src/rulebook/cite.ts";
import { toChinese } from "../../src/rulebook/numerals.ts";
import { articleReferences, parseChapter, parsePlace } from "../../src/rulebook/place.ts";
import { languages } from "../../src/text.ts";
import { changzhou, placesOfChangzhou } from "../support/changzhou.ts";

const number = fc.integer({ min: 1, max: 99 });
const anyPlace = fc
  .record({ article: number, paragraph: number, item: number, sentence: number }, { requiredKeys: ["article"] })
  .map((place): Place => place);

describe("a place that somebody types", () => {
  it.each<[Place, readonly string[]]>([
    [
      { article: 48 },
      [
        "48",
        "４８",
        " 48 ",
        "四十八",
        "48条",
        "四十八條",
        "第48条",
        "第４８條",
        "第 48 條",
        "第四十八条",
        "第四十八條",
        "Art. 48",
        "art 48",
        "art.48",
        "Article 48",
        "ARTICLE 48",
        "Articles 48",
        "Section 48",
        "sec. 48",
        "§ 48",
        "§48",
        "Rule 48",
      ],
    ],
    [
      { article: 48, sentence: 2 },
      [
        "48 第二句",
        "第四十八条第二句",
        "第四十八條,第二句",
        "第四十八條、第２句",
        "Art. 48, sentence 2",
        "article 48 sentence 2",
        "Section 48, sent. 2",
        "48 s2",
        "48.2",
      ],
    ],
    [
      { article: 42, item: 3 },
      [
        "42(3)",
        "42 (3)",
        "42（3）",
        "42（三）",
        "42 item 3",
        "Art. 42 item (3)",
        "Art. 42(3)",
        "第四十二条第三项",
        "第四十二条第(三)项",
        "第四十二條第（三）項",
        "第42條第3項",
      ],
    ],
    [
      { article: 43, paragraph: 2 },
      [
        "43 paragraph 2",
        "43 para. 2",
        "43 p2",
        "Art. 43, paragraph 2",
        "第四十三条第二款",
        "第四十三條第2段",
        "43第二款",
      ],
    ],
    [
      { article: 43, paragraph: 2, sentence: 1 },
      ["43 p2.1", "43 paragraph 2, sentence 1", "第四十三条第二款第一句", "43 p2 s1"],
    ],
    [{ article: 103 }, ["103", "第一百零三条", "Art. 103"]],
  ])("%j, in all these ways", (place, ways) => {
    for (const typed of ways) expect(parsePlace(typed), typed).toEqual(place);
  });

  it.each([
    "",
    "   ",
    "hearing",
    "聽證會",
    "48 2",
    "48a",
    "12345",
    "第二句",
    "第八章",
    "chapter 8",
    "part 8",
    "48 and more",
    "48 days",
    "what does 48 say",
    "第四十八条说什么",
    "《條例》",
    "(3)",
    "48 (",
  ])("“%s” is not a place and nothing else", (typed) => {
    expect(parsePlace(typed)).toBeUndefined();
  });

  it("is found again from the name of any place of the real rulebook, in any language", () => {
    const name = changzhou.rulebook.data.article;
    fc.assert(
      fc.property(fc.constantFrom(...placesOfChangzhou), fc.constantFrom(...languages), (place, language) => {
        expect(parsePlace(placeName(place, language, name))).toEqual(place);
      }),
      { numRuns: 500 },
    );
  });

  it("is found again from its name, whatever the office calls its articles", () => {
    const names = ["Art. {n}", "Article {n}", "Section {n}", "Rule {n}", "§ {n}", "第{n}條", "第{zh}条"];
    fc.assert(
      fc.property(anyPlace, fc.constantFrom(...languages), fc.constantFrom(...names), (place, language, name) => {
        expect(parsePlace(placeName(place, language, { [language]: name }))).toEqual(place);
      }),
    );
  });

  it("is found again from the article and the code of its part", () => {
    fc.assert(
      fc.property(anyPlace, (place) => {
        // an item is cited as a whole: the code has no sentence of an item
        fc.pre(place.item === undefined || place.sentence === undefined);
        const code = partCode(place) ?? "";
        expect(parsePlace(`${place.article}${/^\d/.test(code) ? "." : " "}${code}`)).toEqual(place);
      }),
    );
  });

  it("is never read into words that somebody types, and nothing breaks", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (typed) => {
        fc.pre(!/[\p{N}零〇一二三四五六七八九十百两兩]/u.test(typed.normalize("NFKC")));
        expect(parsePlace(typed)).toBeUndefined();
      }),
    );
  });
});

describe("a chapter that somebody types", () => {
  it.each([
    "第八章",
    "第8章",
    "第８章",
    "第 八 章",
    "chapter 8",
    "Chapter 8",
    "CHAPTER 8",
    "ch. 8",
    "ch 8",
    " 第八章 ",
  ])("“%s” is chapter 8", (typed) => {
    expect(parseChapter(typed)).toBe(8);
  });

  it("is read for every number that chapters have", () => {
    fc.assert(
      fc.property(number, (chapter) => {
        expect(parseChapter(`第${toChinese(chapter)}章`)).toBe(chapter);
        expect(parseChapter(`chapter ${chapter}`)).toBe(chapter);
      }),
    );
  });

  it.each(["", "8", "章", "第八條", "chapter", "Chapter VIII", "第八章 會議制度", "what is in chapter 8"])(
    "“%s” is no chapter",
    (typed) => {
      expect(parseChapter(typed)).toBeUndefined();
    },
  );
});

describe("the articles that a question names", () => {
  it.each<[string, readonly number[]]>([
    ["What does Article 47 say?", [47]],
    ["what does art. 47 say about meetings", [47]],
    ["Section 4: who holds the key?", [4]],
    ["§ 12", [12]],
    ["Is that Article 47 or 48?", [47, 48]],
    ["Compare articles 47 and 61", [47, 61]],
    ["Art. 5 and Art. 6", [5, 6]],
    ["arts. 5 & 6", [5, 6]],
    ["第四十八条怎么说？", [48]],
    ["第48條和第61條", [48, 61]],
    ["第四十八、六十一条", [48, 61]],
    ["第四十七条、第四十八条和第六十一条", [47, 48, 61]],
    ["第 48 条", [48]],
    ["第一百零三条", [103]],
    ["Article 47, Article 47 and Article 12", [47, 12]],
  ])("%s", (question, articles) => {
    expect(articleReferences(normalise(question))).toEqual(articles);
  });

  it.each<[string, readonly number[]]>([
    ["Articles 47, 48 and 61", [47, 48, 61]],
    ["第四十七、四十八、六十一條", [47, 48, 61]],
    ["Compare sections 3 and 4", [3, 4]],
  ])("all of them: %s", (question, articles) => {
    expect(articleReferences(normalise(question))).toEqual(articles);
  });

  it("are read in full-width digits as they are typed", () => {
    expect(articleReferences(normalise("第４８條"))).toEqual([48]);
  });

  it.each([
    "How many days do I have?",
    "within 30 minutes",
    "《信访工作条例》怎么规定？",
    "依据第五条例",
    "三条意见",
    "part 5 of the plan",
    "a smart 5-year plan",
    "chapter 8",
    "第八章",
  ])("none in “%s”", (question) => {
    expect(articleReferences(normalise(question))).toEqual([]);
  });

  it.each<[string, number]>([
    ["Under Article 55, 7 days is the limit, right?", 55],
    ["Article 47 and 90 minutes", 47],
    ["Under Article 55, 10 working days is the limit, right?", 55],
    ["Article 47, 5 speakers at most?", 47],
    ["By Article 47, 120 minutes are enough?", 47],
  ])("are not taken from a number of something else: %s", (question, article) => {
    expect(articleReferences(normalise(question))).toEqual([article]);
  });

  it("are found in the name of any article, in any language, within a question", () => {
    const name = changzhou.rulebook.data.article;
    fc.assert(
      fc.property(number, fc.constantFrom(...languages), (article, language) => {
        const question = `${placeName({ article }, language, name)} ?`;
        expect(articleReferences(normalise(question))).toEqual([article]);
      }),
    );
  });

  it("are never more than the numbers that stand there", () => {
    const piece = fc.constantFrom(
      "Article ",
      "第",
      "條",
      "条",
      "、",
      " and ",
      "48",
      "四十八",
      "7 days",
      " ",
      "，",
      "条例",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const found = articleReferences(normalise(pieces.join("")));
        expect(new Set(found).size).toBe(found.length);
        for (const article of found) expect(article).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
