import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { detectLanguage, toSimplified } from "../../src/script.ts";
import { openOffice } from "../support/app.ts";

const { app } = openOffice();

describe("a question is answered in the language it was asked in", () => {
  test.each([
    ["Who signs the minutes of the executive meeting?", "en"],
    ["WHO SIGNS", "en"],
    ["谁签发常务会议的纪要？", "zh-Hans"],
    ["区长外出向谁请假", "zh-Hans"],
    ["誰簽發常務會議的紀要？", "zh-Hant"],
    ["區長外出向誰請假", "zh-Hant"],
  ])("%s is %s", (question, language) => {
    expect(detectLanguage(question)).toBe(language);
  });

  test.each([
    ["PPT 要交给谁？", "zh-Hans"],
    ["我的 deadline 是几个工作日？", "zh-Hans"],
    ["請問 office 怎麼安排會議？", "zh-Hant"],
    ["Does a 请示 need the signature of the head?", "en"],
    ["What does 常务会议 mean in the rules of this city government?", "en"],
  ])("an official who mixes the two, “%s”, is answered in %s", (question, language) => {
    expect(detectLanguage(question)).toBe(language);
  });

  test("words that are written alike in both scripts count as Simplified", () => {
    expect(detectLanguage("市政府")).toBe("zh-Hans");
    expect(detectLanguage("三天")).toBe("zh-Hans");
  });

  test("a Simplified slip leaves a Traditional question Traditional", () => {
    expect(detectLanguage("常務会議的紀要誰簽發？")).toBe("zh-Hant");
  });

  test("a colleague's name in Traditional characters leaves a Simplified question Simplified", () => {
    expect(detectLanguage("张衛国副局长下周要去省里开会，他应该向谁请假？")).toBe("zh-Hans");
  });

  test.each(["", "   ", "?!…", "12345", "🙂"])("“%s”, which is in no language, counts as English", (text) => {
    expect(detectLanguage(text)).toBe("en");
  });

  test("every sentence of the rulebook, in each of its three texts, is taken for what it is", () => {
    const mistaken = [...app.rulebook.texts].flatMap(([language, law]) =>
      [...law.articles.values()].flatMap((article) =>
        article.paragraphs
          .flatMap((each) => each.sentences)
          .filter((sentence) => detectLanguage(sentence) !== language)
          .map((sentence) => `${article.number} ${language}: ${sentence}`),
      ),
    );
    expect(mistaken).toEqual([]);
  });

  test("a Traditional sentence becomes Simplified when it is converted, and converting it again changes nothing", () => {
    const sentences = [...app.rulebook.source.articles.values()].flatMap((each) =>
      each.paragraphs.flatMap((paragraph) => paragraph.sentences),
    );
    fc.assert(
      fc.property(fc.constantFrom(...sentences), (sentence) => {
        const simplified = toSimplified(sentence);
        expect(detectLanguage(simplified)).toBe("zh-Hans");
        expect(toSimplified(simplified)).toBe(simplified);
        expect([...simplified]).toHaveLength([...sentence].length);
      }),
    );
  });

  test("whatever is typed, some language is found, and always the same", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        expect(["en", "zh-Hans", "zh-Hant"]).toContain(detectLanguage(text));
        expect(detectLanguage(text)).toBe(detectLanguage(text));
      }),
    );
  });
});
