import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { placeName } from "../../src/rulebook/cite.ts";
import { relatedArticles } from "../../src/rulebook/related.ts";
import { languages } from "../../src/text.ts";
import { wordingFor } from "../../src/wording/wording.ts";
import { articlesOf, misquoted, openOffice, pointOf, readOut } from "../support/app.ts";

const office = openOffice();
const { rulebook } = office.app;
const numbers = [...rulebook.source.articles.keys()];

afterAll(() => expect(office.trouble).toEqual([]));

describe("a clerk looks up an article", () => {
  test.each([
    ["/rule 48", "en", "Art. 48", "must request leave from the secretary-general"],
    ["/rule Article 48", "en", "Art. 48", "must request leave from the secretary-general"],
    ["/rule art. 48", "en", "Art. 48", "must request leave"],
    ["/rule § 48", "en", "Art. 48", "must request leave"],
    ["/rule 第四十八条", "zh-Hans", "第四十八条", "须向市政府秘书长请假"],
    ["/条文 第48条", "zh-Hans", "第四十八条", "须向市政府秘书长请假"],
    ["/rule 第四十八條", "zh-Hant", "第四十八條", "須向市政府秘書長請假"],
    ["/規則 第４８條", "zh-Hant", "第四十八條", "須向市政府秘書長請假"],
  ])("%s (%s)", async (line, language, name, words) => {
    const reply = await office.type(line);
    expect(reply).toMatchObject({ tone: "answer", language });
    expect(pointOf(reply)).toBe(name);
    expect(readOut(reply)).toContain(words);
    expect(articlesOf(reply)).toEqual([48]);
  });

  test("every article can be shown in every language, with its own words and the edition", async () => {
    const some = fc.tuple(fc.constantFrom(...numbers), fc.constantFrom(...languages));
    await fc.assert(
      fc.asyncProperty(some, async ([number, language]) => {
        const reply = await office.type(`/rule ${number}`, { language });
        const text = readOut(reply);
        expect(pointOf(reply)).toBe(placeName({ article: number }, language, rulebook.data.article));
        for (const paragraph of rulebook.texts.get(language)?.articles.get(number)?.paragraphs ?? [])
          expect(text).toContain(paragraph.text);
        expect(text).toContain("2017");
        expect(misquoted(reply.citations, rulebook)).toEqual([]);
      }),
    );
  });

  test("an English reader sees the Chinese words that decide beside the translation", async () => {
    const reply = await office.type("/rule 63");
    expect(readOut(reply)).toContain("responsible for interpreting these Rules");
    expect(readOut(reply)).toContain(rulebook.source.articles.get(63)?.paragraphs[0]?.text);
    expect(readOut(reply)).toContain("unofficial translation");
  });

  test("a reader of Simplified sees the reading version, and is told that it is one", async () => {
    const text = readOut(await office.type("/rule 63", { language: "zh-Hans" }));
    expect(text).toContain("市政府办公室负责解释");
    expect(text).not.toContain("負責");
    expect(text).toContain("以繁体原文为准");
  });
});

describe("a part of an article", () => {
  test.each([
    ["/rule 42(3)", "Art. 42 item (3)", "provincial government and the municipal Party committee"],
    ["/rule 42 item 3", "Art. 42 item (3)", "provincial government"],
    ["/rule Art. 48, sentence 2", "Art. 48, sentence 2", "shall arrive on time"],
    ["/rule 48.2", "Art. 48, sentence 2", "shall arrive on time"],
    ["/rule 55 paragraph 2", "Art. 55, paragraph 2", "CPPCC"],
    ["/rule 第四十二条第(三)项", "第四十二条第(三)项", "省政府和市委"],
    ["/rule 第四十八條第二句", "第四十八條第二句", "準時到會"],
    ["/rule 第五十五条第二款", "第五十五条第二款", "政协"],
  ])("%s is %s", async (line, name, words) => {
    const reply = await office.type(line);
    expect(reply.tone).toBe("answer");
    expect(pointOf(reply)).toBe(name);
    expect(readOut(reply)).toContain(words);
    expect(reply.citations).toHaveLength(1);
    expect(misquoted(reply.citations, rulebook)).toEqual([]);
    // from the part to the whole
    expect(reply.buttons).toHaveLength(1);
    expect(pointOf(await office.press(reply, 1))).toBe(name.match(/^(Art\. \d+|第.+?[条條])/)?.[0]);
  });

  test("what is quoted is that part and no more", async () => {
    const [citation] = (await office.type("/rule 48.2")).citations;
    expect(citation).toMatchObject({ article: 48, sentence: 2, rulebook: "changzhou-2017", edition: "2017" });
    expect(citation?.quote.startsWith("列席會議的部門")).toBe(true);
  });
});

describe("a place that there is not", () => {
  test.each([
    ["/rule 65", "There is no Art. 65."],
    ["/rule 0", "There is no Art. 0."],
    ["/rule 第九十九条", "没有第九十九条。"],
    ["/rule 42(9)", "There is no Art. 42 item (9)."],
    ["/rule 48 sentence 7", "There is no Art. 48, sentence 7."],
    ["/rule 第四十八條第三款", "沒有第四十八條第三款。"],
  ])("%s is told, with what there is", async (line, words) => {
    const reply = await office.type(line);
    expect(reply.tone).toBe("problem");
    expect(pointOf(reply)).toContain(words);
    expect(pointOf(reply)).toMatch(/^[^;；]*(from 1 to 64|全文共64条|全文共64條)/);
    expect(pointOf(reply).match(/for example|例如/g)).toHaveLength(1);
    expect(reply.citations).toEqual([]);
  });

  test("when the article exists, it is one press away", async () => {
    const reply = await office.type("/rule 42(9)");
    expect(reply.buttons.map((each) => each.label)).toEqual(["Art. 42"]);
    expect((await office.press(reply, 1)).tone).toBe("answer");
  });

  test.each(["/rule chapter 99", "/rule 第十九章"])("%s: that there is no such chapter is said", async (line) => {
    const reply = await office.type(line);
    expect(pointOf(reply)).toMatch(/99|十九/);
  });
});

describe("a chapter, and the contents", () => {
  test.each([
    ["/rule chapter 8", "Chapter 8: Meeting System", ["Art. 40", "Art. 48"]],
    ["/rule 第八章", "第八章", ["第四十条", "第四十八条"]],
    ["/rule 第11章", "第十一章", ["第六十二条", "第六十四条"]],
  ])("%s shows all its articles", async (line, heading, articles) => {
    const reply = await office.type(line);
    const text = readOut(reply);
    expect(reply.tone).toBe("answer");
    expect(pointOf(reply)).toContain(heading);
    for (const each of articles) expect(text).toContain(each);
    expect(text.length).toBeLessThan(20_000);
  });

  test.each(languages)(
    "without a place: the contents, what is in force, and who interprets, in %s",
    async (language) => {
      const reply = await office.type("/rule", { language });
      const text = readOut(reply);
      for (const chapter of rulebook.texts.get(language)?.chapters ?? []) expect(text).toContain(chapter.heading);
      expect(text).toContain("40–48");
      expect(text).toContain(wordingFor(language).rule.inForce);
      expect(articlesOf(reply)).toEqual(expect.arrayContaining([62, 63, 64]));
      expect(misquoted(reply.citations, rulebook)).toEqual([]);
    },
  );
});

describe("words to find", () => {
  test.each([
    ["/rule hearing", "en", "1 place with “hearing”", [19]],
    ["/rule gazette", "en", "1 place with “gazette”", [30]],
    ["/rule HEARING", "en", "1 place with “HEARING”", [19]],
    ["/rule secretary-general leave", "en", "secretary-general leave", [48, 61]],
    ["/rule 听证会", "zh-Hans", "含“听证会”的有1处", [19]],
    ["/rule 請假", "zh-Hant", "含「請假」的有2處", [48, 61]],
    ["/rule 秘书长 请假", "zh-Hans", "秘书长 请假", [48, 61]],
  ])("%s (%s)", async (line, language, words, articles) => {
    const reply = await office.type(line);
    expect(reply).toMatchObject({ tone: "answer", language });
    expect(pointOf(reply)).toContain(words);
    expect(articlesOf(reply)).toEqual(expect.arrayContaining(articles));
    expect(misquoted(reply.citations, rulebook)).toEqual([]);
    for (const each of articles) expect(reply.buttons.map((button) => button.options.place)).toContain(String(each));
  });

  test("the quote shown holds the words that were sought", async () => {
    for (const line of ["/rule 請假", "/rule 紀要", "/rule 備案"]) {
      const word = line.slice("/rule ".length);
      for (const { quote } of (await office.type(line)).citations) expect(quote).toContain(word);
    }
  });

  test("an English reader who has only the Chinese word finds it", async () => {
    const reply = await office.type("/rule 听证会", { language: "en" });
    expect(reply.language).toBe("en");
    expect(articlesOf(reply)).toEqual([19]);
    expect(readOut(reply)).toContain("Art. 19");
  });

  test("a Chinese reader who knows only the English word finds it", async () => {
    const reply = await office.type("/rule gazette", { language: "zh-Hant" });
    expect(reply.language).toBe("zh-Hant");
    expect(articlesOf(reply)).toEqual([30]);
    expect(readOut(reply)).toContain("公報");
  });

  test("a word of one character is enough to be answered in Chinese", async () => {
    expect((await office.type("/rule 罚")).language).toBe("zh-Hans");
  });

  test("where there are many, the first are shown and the others counted", async () => {
    const reply = await office.type("/rule 会议");
    expect(reply.citations).toHaveLength(8);
    expect(readOut(reply)).toMatch(/还有\d+处/);
  });

  test("where there is nothing, the words can be asked as a question", async () => {
    const reply = await office.type("/rule xyzzy");
    expect(reply.tone).toBe("not-covered");
    expect(reply.citations).toEqual([]);
    expect(pointOf(reply)).toContain("No place has “xyzzy”");
    expect(reply.buttons).toEqual([{ label: "/ask xyzzy", command: "ask", options: { question: "xyzzy" } }]);
  });
});

describe("in which language", () => {
  test.each([
    ["/rule 48 language:en", "must request leave"],
    ["/rule 48 language:zh-Hans", "须向市长"],
    ["/rule 第48条 language:zh-Hant", "須向市長"],
    ["/rule 第四十八條 language：en", "must request leave"],
  ])("%s shows it so, whatever it was asked in", async (line, words) => {
    expect(readOut(await office.type(line))).toContain(words);
  });

  test("an unknown language is told, with those that there are", async () => {
    const reply = await office.type("/rule 48 language:fr");
    expect(reply.tone).toBe("problem");
    for (const language of languages) expect(pointOf(reply)).toContain(language);
    expect(reply.citations).toEqual([]);
  });
});

describe("from article to article", () => {
  test("previous and next lead there and back", async () => {
    const reply = await office.type("/rule 48");
    const labels = reply.buttons.map((each) => each.label);
    const next = await office.press(reply, labels.indexOf("Next") + 1);
    expect(pointOf(next)).toBe("Art. 49");
    const back = await office.press(next, next.buttons.findIndex((each) => each.label === "Previous") + 1);
    expect(back).toEqual(reply);
  });

  test("the first has no previous, the last no next", async () => {
    const labelsOf = async (line: string) => (await office.type(line)).buttons.map((each) => each.label);
    expect(await labelsOf("/rule 1")).not.toContain("Previous");
    expect(await labelsOf("/rule 1")).toContain("Next");
    expect(await labelsOf("/rule 64")).not.toContain("Next");
    expect(await labelsOf("/rule 第六十四条")).toContain("上一条");
  });

  test("whoever reads about leave from meetings is pointed to leave for trips, and the other way round", async () => {
    const meetings = await office.type("/rule 48");
    expect(readOut(meetings)).toMatch(/Read together with:.*Art\. 61/);
    expect(meetings.buttons.map((each) => each.options.place)).toContain("61");
    const trips = await office.type("/rule 第六十一条");
    expect(readOut(trips)).toMatch(/请结合阅读.*第四十八条/);
  });

  test("related articles are other articles, at most six, in order, and exist", () => {
    for (const number of numbers) {
      const related = relatedArticles(rulebook, number);
      expect(related).not.toContain(number);
      expect(related.length).toBeLessThanOrEqual(6);
      expect([...related].sort((a, b) => a - b)).toEqual(related);
      for (const each of related) expect(numbers).toContain(each);
    }
  });
});

describe("the place of words that were found", () => {
  test("is the one under which they can be looked up: paragraph and sentence", async () => {
    const reply = await office.type("/rule 常態列席");
    const [citation] = reply.citations;
    expect(citation).toMatchObject({ article: 42, paragraph: 2, sentence: 3 });
    const again = await office.type("/rule 第四十二條第二款第三句");
    expect(again.citations[0]?.quote).toBe(citation?.quote);
  });
});
