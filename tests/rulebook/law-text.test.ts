import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseLawText, splitSentences } from "../../src/rulebook/law-text.ts";
import type { Language } from "../../src/text.ts";

const read = (lines: readonly string[], language: Language = "zh-Hant") =>
  parseLawText(lines.join("\n"), "rules.md", language);

/** A short rulebook as an office writes it. */
const document = [
  "# 某市人民政府工作規則",
  "",
  "## 第一章 總 則",
  "",
  "### 一、",
  "",
  "為了辦好事,制定本規則。",
  "",
  "## 第二章 會議制度",
  "",
  "### 二、",
  "",
  "全體會議由市長召集。會議的主要任務是:",
  "",
  "(一)傳達重要指示;",
  "",
  "(二)部署重要工作。",
  "",
  "全體會議原則上每半年召開一次。",
  "",
  "```facts",
  "- id: plenary.how-often",
  "  quote: 每半年召開一次",
  "```",
  "",
  "### 三、",
  "",
  "本規則自發布之日起施行。",
];

describe("the text of a rulebook", () => {
  const { law, findings } = read(document);

  it("has its title, its chapters and the articles of each", () => {
    expect(findings).toEqual([]);
    expect(law.title).toBe("某市人民政府工作規則");
    expect(law.chapters).toEqual([
      { number: 1, heading: "第一章 總 則", articles: [1] },
      { number: 2, heading: "第二章 會議制度", articles: [2, 3] },
    ]);
  });

  it("knows for each article its heading, its chapter and its line", () => {
    expect(
      [...law.articles.values()].map(({ number, heading, chapter, line }) => [number, heading, chapter, line]),
    ).toEqual([
      [1, "一、", 1, 5],
      [2, "二、", 2, 11],
      [3, "三、", 2, 26],
    ]);
  });

  it("counts paragraphs without the items that stand under them", () => {
    expect(law.articles.get(2)?.paragraphs.map(({ paragraph, item, line }) => [paragraph, item, line])).toEqual([
      [1, undefined, 13],
      [1, 1, 15],
      [1, 2, 17],
      [2, undefined, 19],
    ]);
  });

  it("keeps each paragraph whole and knows its sentences", () => {
    const [first] = law.articles.get(2)?.paragraphs ?? [];
    expect(first?.text).toBe("全體會議由市長召集。會議的主要任務是:");
    expect(first?.sentences).toEqual(["全體會議由市長召集。", "會議的主要任務是:"]);
  });

  it("keeps blocks apart, each with its article and its first line", () => {
    expect(law.blocks).toEqual([
      { article: 2, kind: "facts", line: 22, text: "- id: plenary.how-often\n  quote: 每半年召開一次" },
    ]);
  });

  it("is the same when it was saved with the line ends of Windows", () => {
    expect(parseLawText(document.join("\r\n"), "rules.md", "zh-Hant")).toEqual({ law, findings });
  });

  it("is the same when an editor put its invisible mark at the beginning", () => {
    expect(parseLawText(`\uFEFF${document.join("\n")}`, "rules.md", "zh-Hant")).toEqual({ law, findings });
  });
});

describe("headings", () => {
  it.each([
    ["### 四十八、", 48],
    ["### 第四十八條", 48],
    ["### 第48条 请假", 48],
    ["### Section 48", 48],
    ["### Section 48. Leave", 48],
    ["### Art. 48", 48],
    ["### § 48", 48],
    ["### 一百零三、", 103],
    ["###   48   ", 48],
  ])("“%s” begins article %i", (heading, number) => {
    expect([...read([heading, "文。"]).law.articles.keys()]).toEqual([number]);
  });

  it("need no chapter above them", () => {
    const { law, findings } = read(["### 1", "Text."], "en");
    expect(findings).toEqual([]);
    expect(law.articles.get(1)?.chapter).toBe(0);
  });

  it("number chapters by their order, whatever they are called", () => {
    const { law } = read(["## Part A", "### 1", "One.", "## Part B", "### 2", "Two."], "en");
    expect(law.chapters.map((each) => [each.number, each.heading])).toEqual([
      [1, "Part A"],
      [2, "Part B"],
    ]);
    expect(law.articles.get(2)?.chapter).toBe(2);
  });

  it("need not be in order: the numbers are those of the office", () => {
    expect([...read(["### 2", "二。", "### 1", "一。"]).law.articles.keys()]).toEqual([2, 1]);
  });
});

describe("items", () => {
  it.each([
    ["(一)傳達;", 1],
    ["（十二）部署。", 12],
    ["(3) plans the year;", 3],
  ])("“%s” is item %i", (text, item) => {
    expect(read(["### 1", text]).law.articles.get(1)?.paragraphs[0]).toMatchObject({ item, text });
  });

  it.each(["(會議)不算。", "一、傳達", "(100) is no item"])("“%s” is a paragraph of its own", (text) => {
    expect(read(["### 1", text]).law.articles.get(1)?.paragraphs[0]).not.toHaveProperty("item");
  });
});

describe("sentences", () => {
  it.each<[Language, string, readonly string[]]>([
    ["zh-Hant", "市長審批。副市長簽發。", ["市長審批。", "副市長簽發。"]],
    ["zh-Hans", "谁签发？市长签发！", ["谁签发？", "市长签发！"]],
    ["zh-Hant", "應報市長;緊急的,先辦理。", ["應報市長;緊急的,先辦理。"]],
    ["zh-Hant", "他說:“不行。”於是作罷。", ["他說:“不行。”", "於是作罷。"]],
    ["zh-Hant", "沒有句號的一行", ["沒有句號的一行"]],
    ["en", "The mayor approves. The vice mayor signs.", ["The mayor approves.", "The vice mayor signs."]],
    ["en", "Who signs? The mayor does!", ["Who signs?", "The mayor does!"]],
    ["en", "It takes 1.5 hours; no more.", ["It takes 1.5 hours; no more."]],
    ["en", "He said “No.” Then he left.", ["He said “No.”", "Then he left."]],
    [
      "en",
      "They (the heads) sign. (Deputies do not.) It ends.",
      ["They (the heads) sign.", "(Deputies do not.)", "It ends."],
    ],
  ])("in %s: %s", (language, text, sentences) => {
    expect(splitSentences(text, language)).toEqual(sentences);
  });

  it.each([
    ["Leave under Art. 48 is asked for in writing.", 1],
    ["Form No. 7 is handed in by noon. It is signed.", 2],
    ["The clerk, Mr. Smith, keeps the key.", 1],
  ])("in English do not end at an abbreviation: %s", (text, count) => {
    expect(splitSentences(text, "en")).toHaveLength(count);
  });

  it("lose no word of a Chinese paragraph", () => {
    const paragraph = fc.string({
      unit: fc.constantFrom(..."市長應當審批。！？”」）、,;(一)"),
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(paragraph, (text) => {
        // what has no word in it has no sentence either
        fc.pre(/^[^。！？]/u.test(text));
        const joined = splitSentences(text, "zh-Hant").join("");
        expect(joined.replace(/[。！？]/gu, "")).toBe(text.replace(/[。！？]/gu, ""));
      }),
    );
  });

  it("lose nothing but the space between them in English", () => {
    const word = fc.constantFrom("mayor", "signs", "leave.", "The", "“No.”", "(see", "below)", "Who?", "7");
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), (words) => {
        expect(splitSentences(words.join(" "), "en").join(" ")).toBe(words.join(" "));
      }),
    );
  });
});

describe("what is odd in a rulebook is found, with its line", () => {
  const found = (lines: readonly string[]) =>
    read(lines, "en").findings.map(({ line, message }) => `${line}: ${message}`);

  it("text before the first article", () => {
    expect(found(["# Rules", "", "Made by the board.", "### 1", "Text."])).toEqual([
      "3: text stands before the first article; only headings may",
    ]);
  });

  it("a block before the first article", () => {
    expect(found(["# Rules", "```facts", "- id: a", "```", "### 1", "Text."])).toEqual([
      "2: a block stands before the first article",
    ]);
  });

  it("a block that is not closed", () => {
    expect(found(["### 1", "Text.", "```facts", "- id: a"])).toEqual(["4: this block is not closed with ```"]);
  });

  it("a heading without a number", () => {
    expect(found(["### 1", "Text.", "### Leave", "More."])).toEqual([
      '3: the heading "### Leave" has no article number, e.g. "### Article 12"',
    ]);
  });

  it("an article that stands twice", () => {
    expect(found(["### 1", "Text.", "### 1", "More."])).toEqual(["3: article 1 stands twice"]);
  });

  it("an article without text", () => {
    expect(found(["### Section 1", "", "### Section 2", "Text."])).toEqual(["1: Section 1 has no text"]);
  });

  it.each([
    ["an article", "###Section 2"],
    ["an article, a mark too many", "#### Section 2"],
    ["a chapter", "##Part B"],
  ])("a heading of %s that is not written as one: %s", (_, heading) => {
    const { law, findings } = read(["### Section 1", "Text.", "", heading, "", "More."], "en");
    expect(findings).toContainEqual(expect.objectContaining({ line: 4 }));
    expect(law.articles.get(1)?.paragraphs.map((each) => each.text)).not.toContain(heading);
  });

  it.each([
    ["indented", "  ```facts", "  ```"],
    ["followed by a word", "```facts leave", "```"],
  ])("a block whose beginning is %s, rather than taken for words of the rules", (_, opening, closing) => {
    const { law, findings } = read(["### Section 1", "Text.", opening, "- id: a", closing], "en");
    const words = law.articles.get(1)?.paragraphs.map((each) => each.text);
    expect(words).toEqual(["Text."]);
    expect(law.blocks.length + findings.length).toBeGreaterThan(0);
  });
});

describe("any file at all", () => {
  const line = fc.oneof(
    fc.constantFrom(
      "# T",
      "## C",
      "### 1",
      "### 二、",
      "### x",
      "```facts",
      "```",
      "(一)甲;",
      "",
      "- id: a",
      "乙。丙。",
    ),
    fc.string({ maxLength: 12 }),
  );

  it("is read without an error, and every finding names one of its lines", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        for (const each of read(lines).findings) {
          expect(each.file).toBe("rules.md");
          expect(each.line).toBeGreaterThan(0);
          expect(each.line).toBeLessThanOrEqual(lines.join("\n").split(/\r?\n/).length + 1);
        }
      }),
    );
  });

  it("keeps every paragraph word for word, on the line that it says", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const written = lines.join("\n").split(/\r?\n/);
        for (const article of read(lines).law.articles.values())
          for (const each of article.paragraphs) expect(written[each.line - 1]?.trim()).toBe(each.text);
      }),
    );
  });
});
