import { describe, expect, it } from "vitest";
import { locate, type Place, partCode, placeName, wordsAt } from "../../src/rulebook/cite.ts";
import { type Article, parseLawText } from "../../src/rulebook/law-text.ts";
import { languages } from "../../src/text.ts";
import { changzhou, placesOfChangzhou } from "../support/changzhou.ts";

const text = `# 規則

### 一、

本規則由辦公室負責解釋。

### 二、

會議由市長召集。會議的任務是:

(一)傳達指示;

(二)部署工作。檢查落實。

會議每月召開一次。遇有急事,隨時召開。

### 三、

市長審批下列公文:

(一)任免;

副市長審批下列公文:

(一)協調;

(二)調研。

### 四、

市長簽發。副市長審核。市長可以委託。
`;
const { law } = parseLawText(text, "rules.md", "zh-Hant");

function article(number: number): Article {
  const found = law.articles.get(number);
  if (!found) throw new Error(`there is no article ${number}`);
  return found;
}

describe("where words stand", () => {
  it.each<[string, number, string, Place | undefined]>([
    ["the only sentence of an article is the article", 1, "由辦公室負責解釋", { article: 1 }],
    ["one of several sentences is named", 4, "副市長審核", { article: 4, sentence: 2 }],
    ["words over two sentences are the article's", 4, "市長簽發。副市長審核", { article: 4 }],
    ["a sentence of one of several paragraphs", 2, "遇有急事,隨時召開", { article: 2, paragraph: 2, sentence: 2 }],
    ["words over two sentences are the paragraph's", 2, "一次。遇有急事", { article: 2, paragraph: 2 }],
    [
      "an item is named without its paragraph where no other list has its number",
      2,
      "傳達指示",
      { article: 2, item: 1 },
    ],
    ["an item is named as a whole", 2, "檢查落實", { article: 2, item: 2 }],
    [
      "an item that could be of another list is named with its paragraph",
      3,
      "協調",
      { article: 3, paragraph: 2, item: 1 },
    ],
    ["an item whose number only one list has is not", 3, "調研", { article: 3, item: 2 }],
    ["words that stand twice are where they first stand", 4, "市長", { article: 4, sentence: 1 }],
    ["words of another article are nowhere", 1, "傳達指示", undefined],
    ["words over two paragraphs are nowhere", 2, "傳達指示;(二)部署", undefined],
    ["other words for the same are nowhere", 1, "由办公室负责解释", undefined],
  ])("%s", (_, number, quote, place) => {
    expect(locate(article(number), quote)).toEqual(place);
  });
});

describe("the words at a place", () => {
  it.each<[string, Place, string | undefined]>([
    ["an article, its paragraphs line by line", { article: 1 }, "本規則由辦公室負責解釋。"],
    [
      "an article with a list",
      { article: 3 },
      article(3)
        .paragraphs.map((each) => each.text)
        .join("\n"),
    ],
    ["a sentence", { article: 4, sentence: 3 }, "市長可以委託。"],
    ["a paragraph with its list", { article: 3, paragraph: 2 }, "副市長審批下列公文:\n(一)協調;\n(二)調研。"],
    ["a sentence of a paragraph", { article: 2, paragraph: 2, sentence: 1 }, "會議每月召開一次。"],
    ["an item", { article: 2, item: 2 }, "(二)部署工作。檢查落實。"],
    ["an item of a paragraph", { article: 3, paragraph: 2, item: 1 }, "(一)協調;"],
    ["no such article", { article: 5 }, undefined],
    ["no such paragraph", { article: 1, paragraph: 2 }, undefined],
    ["no such item", { article: 4, item: 1 }, undefined],
    ["no such sentence", { article: 4, sentence: 4 }, undefined],
  ])("%s", (_, place, words) => {
    expect(wordsAt(law, place)).toBe(words);
  });

  it("include the words of every citation of the real rulebook", () => {
    for (const fact of changzhou.rulebook.facts.values())
      for (const { quote, rulebook: _, edition: __, ...place } of fact.because)
        expect(wordsAt(changzhou.rulebook.source, place), fact.id).toContain(quote);
  });

  it("are there in every language for every place of the real rulebook", () => {
    for (const place of placesOfChangzhou)
      for (const language of languages) {
        const words = changzhou.rulebook.texts.get(language);
        expect(words && wordsAt(words, place), JSON.stringify(place)).toMatch(/\S/);
      }
  });
});

describe("the name of a place", () => {
  const name = changzhou.rulebook.data.article;

  it.each<[Place, string, string, string]>([
    [{ article: 48 }, "Art. 48", "第四十八条", "第四十八條"],
    [{ article: 48, sentence: 2 }, "Art. 48, sentence 2", "第四十八条第二句", "第四十八條第二句"],
    [{ article: 42, item: 3 }, "Art. 42 item (3)", "第四十二条第(三)项", "第四十二條第(三)項"],
    [{ article: 43, paragraph: 2 }, "Art. 43, paragraph 2", "第四十三条第二款", "第四十三條第二款"],
    [
      { article: 43, paragraph: 2, sentence: 1 },
      "Art. 43, paragraph 2, sentence 1",
      "第四十三条第二款第一句",
      "第四十三條第二款第一句",
    ],
    [
      { article: 10, paragraph: 2, item: 11 },
      "Art. 10, paragraph 2 item (11)",
      "第十条第二款第(十一)项",
      "第十條第二款第(十一)項",
    ],
  ])("%j", (place, en, hans, hant) => {
    expect(placeName(place, "en", name)).toBe(en);
    expect(placeName(place, "zh-Hans", name)).toBe(hans);
    expect(placeName(place, "zh-Hant", name)).toBe(hant);
  });

  it("uses the office's own word for an article", () => {
    expect(placeName({ article: 4, sentence: 2 }, "en", { en: "Section {n}" })).toBe("Section 4, sentence 2");
    expect(placeName({ article: 4 }, "zh-Hant", { en: "Rule {n}", "zh-Hant": "規則{n}" })).toBe("規則4");
  });

  it("falls back to a language in which the office has a word for it", () => {
    expect(placeName({ article: 4 }, "zh-Hans", { en: "Section {n}" })).toBe("Section 4");
    expect(placeName({ article: 12 }, "en", { "zh-Hant": "第{zh}條" })).toBe("第十二條");
  });

  it("tells every place of the real rulebook from every other, in every language", () => {
    const places = new Set(placesOfChangzhou.map((place) => JSON.stringify(place)));
    for (const language of languages)
      expect(new Set(placesOfChangzhou.map((place) => placeName(place, language, name))).size).toBe(places.size);
  });
});

describe("the code of a part, for machines", () => {
  it.each<[Place, string | undefined]>([
    [{ article: 48 }, undefined],
    [{ article: 48, sentence: 2 }, "2"],
    [{ article: 42, item: 3 }, "(3)"],
    [{ article: 43, paragraph: 2 }, "p2"],
    [{ article: 43, paragraph: 2, sentence: 1 }, "p2.1"],
    [{ article: 43, paragraph: 2, item: 1 }, "p2(1)"],
  ])("%j is %s", (place, code) => {
    expect(partCode(place)).toBe(code);
  });

  it("tells the parts of an article of the real rulebook apart", () => {
    const codes = placesOfChangzhou.map((place) => `${place.article} ${partCode(place)}`);
    expect(new Set(codes).size).toBe(new Set(placesOfChangzhou.map((place) => JSON.stringify(place))).size);
  });
});
