import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadRulebook, readRulebook } from "../../src/rulebook/load.ts";
import {
  add,
  type Change,
  findingsAfter,
  lineOf,
  refusalOf,
  remove,
  replace,
  rewrite,
  writeRulebook,
} from "../support/small-rulebook.ts";

/** What somebody who wrote a rulebook is told: the file, words of the line that is to be mended, and what is wrong. */
interface Refusal {
  readonly file: string;
  /** Words that stand on the line; missing where the file as a whole is meant, which is told as line 1. */
  readonly at?: string;
  readonly says: string;
}

/**
 * The rulebook of the Lamp Office, so changed, is refused for this reason; what is said after it only follows from it
 * (a fact that could not be read is missed where it is named).
 */
function expectRefused(changes: readonly Change[], { file, at, says }: Refusal): void {
  const folder = writeRulebook(...changes);
  const { message, findings } = refusalOf(folder);
  const [cause, ...consequences] = findings;
  const line = at === undefined ? 1 : lineOf(folder, file, at);
  expect(cause).toEqual({ file: join(folder, file), line, message: expect.stringContaining(says) });
  expect(message).toContain(`${join(folder, file)}:${line}: ${cause?.message}`);
  for (const each of consequences) expect(each.message).toMatch(/there is no fact|article 4 is missing/);
}

describe("the rulebook of the Lamp Office", () => {
  it("loads as it stands", () => {
    const { rulebook, usage, findings } = loadRulebook(writeRulebook());
    expect(findings).toEqual([]);
    expect([...rulebook.facts.keys()]).toEqual([
      "lamp.lit",
      "lamp.broken",
      "leave.winter",
      "leave.summer",
      "leave.days",
      "in-force",
    ]);
    expect(usage.samples).toHaveLength(13);
  });

  it("loads without sample questions: they make it better, not right", () => {
    const folder = writeRulebook(remove("questions/clerks.en.md"), remove("questions/clerks.zh-Hans.md"));
    expect(loadRulebook(folder).usage.samples).toEqual([]);
  });

  it("loads when it was saved with the line ends of Windows", () => {
    const windows = (content: string) => content.replaceAll("\n", "\r\n");
    const files = ["rulebook.yaml", "rules.md", "zh-Hans.md", "vocabulary.yaml", "questions/clerks.en.md"];
    expect(findingsAfter(...files.map((file) => rewrite(file, windows)))).toEqual([]);
  });

  it("loads when an editor put its invisible mark at the beginning of each file", () => {
    const marked = (content: string) => `\uFEFF${content}`;
    const files = ["rulebook.yaml", "rules.md", "zh-Hans.md", "vocabulary.yaml", "questions/clerks.en.md"];
    expect(findingsAfter(...files.map((file) => rewrite(file, marked)))).toEqual([]);
  });
});

describe("words of the rules that are not their words", () => {
  it("a quote that is not verbatim", () => {
    expectRefused(
      [replace("rules.md", "  quote: The lamp keeper lights the lamp at dusk", "  quote: The keeper lights it")],
      {
        file: "rules.md",
        at: "quote: The keeper lights it",
        says: 'lamp.lit: the quote "The keeper lights it" is not word for word in article 1',
      },
    );
  });

  it("a quote that differs by one letter only", () => {
    expectRefused([replace("rules.md", "quote: Leave in summer is", "quote: leave in summer is")], {
      file: "rules.md",
      at: "quote: leave in summer is",
      says: 'leave.summer: the quote "leave in summer is entered in the lamp book" is not word for word in article 2',
    });
  });

  it("a quote that stands in another article", () => {
    expectRefused([replace("rules.md", "quote: These rules apply from 1 March 2021", "quote: within 2 days")], {
      file: "rules.md",
      at: "quote: within 2 days",
      says: 'in-force: the quote "within 2 days" is not word for word in article 3',
    });
  });

  it("further words that are not verbatim in the article that they are said to stand in", () => {
    expectRefused([replace("rules.md", "{article: 1, quote: The lamp", "{article: 1, quote: A lamp")], {
      file: "rules.md",
      at: "{article: 1, quote: A lamp",
      says: "is not word for word in article 1",
    });
  });

  it("a citation of an article that does not exist", () => {
    expectRefused([replace("rules.md", "{article: 1, quote", "{article: 9, quote")], {
      file: "rules.md",
      at: "{article: 9, quote",
      says: 'leave.summer: the quote "The lamp keeper lights the lamp at dusk" cites article 9, which does not exist',
    });
  });

  it("an entry of a list that is not verbatim", () => {
    expectRefused([replace("rules.md", "who: {posts: [keeper]}", "times: {list: [at dusk, at dawn]}")], {
      file: "rules.md",
      at: "- id: lamp.lit",
      says: 'lamp.lit: times: "at dawn" is not word for word in article 1',
    });
  });
});

describe("names that nobody has introduced", () => {
  it("an unknown post as a value", () => {
    expectRefused([replace("rules.md", "approver: {posts: [inspector]}", "approver: {posts: [harbour-master]}")], {
      file: "rules.md",
      at: "- id: leave.winter",
      says: 'leave.winter: approver: unknown post "harbour-master"',
    });
  });

  it("an unknown post in a case", () => {
    expectRefused([replace("rules.md", "{post: keeper, season: winter}", "{post: keper, season: winter}")], {
      file: "rules.md",
      at: "- id: leave.winter",
      says: 'leave.winter: post: unknown post "keper"',
    });
  });

  it("an unknown body", () => {
    expectRefused([replace("rules.md", "to: {bodies: [lamp-office]}", "to: {bodies: [lampoffice]}")], {
      file: "rules.md",
      at: "- id: lamp.broken",
      says: 'lamp.broken: to: unknown body "lampoffice"',
    });
  });

  it("an unknown table", () => {
    expectRefused([rewrite("rules.md", (text) => text.replace("table: leave-approver", "table: leave-aprover"))], {
      file: "rules.md",
      at: "- id: leave.winter",
      says: 'leave.winter: unknown table "leave-aprover"',
    });
  });

  it("an unknown dimension of a table", () => {
    expectRefused([replace("rules.md", "when: {season: summer}", "when: {saeson: summer}")], {
      file: "rules.md",
      at: "- id: leave.summer",
      says: 'leave.summer: the table leave-approver has no dimension "saeson"',
    });
  });

  it("an unknown value of a dimension", () => {
    expectRefused([replace("rules.md", "when: {season: summer}", "when: {season: spring}")], {
      file: "rules.md",
      at: "- id: leave.summer",
      says: 'leave.summer: season: unknown value "spring"',
    });
  });

  it("sample questions for an unknown fact, each of them named", () => {
    const folder = writeRulebook(replace("questions/clerks.en.md", "## lamp.broken", "## lamp.broke"));
    const file = "questions/clerks.en.md";
    expect(refusalOf(folder).findings).toEqual(
      ["My lamp is broken, whom do I tell?", "How soon must a broken lamp be reported?"].map((question) => ({
        file: join(folder, file),
        line: lineOf(folder, file, question),
        message: 'there is no fact "lamp.broke"',
      })),
    );
  });

  it("sample questions for an unknown table", () => {
    expectRefused([replace("questions/clerks.en.md", "## table leave-approver", "## table approver")], {
      file: "questions/clerks.en.md",
      at: "- Whom do I ask for leave?",
      says: 'there is no table "approver"',
    });
  });

  it("sample questions about what an unknown article does not say", () => {
    expectRefused([replace("questions/clerks.en.md", "## not said 1", "## not said 11")], {
      file: "questions/clerks.en.md",
      at: "- Who pays for the lamp oil?",
      says: "there is no article 11",
    });
  });

  it("a case without a table, which would otherwise decide nothing", () => {
    expectRefused([rewrite("rules.md", (text) => text.replace("  table: leave-approver\n", ""))], {
      file: "rules.md",
      at: "- id: leave.winter",
      says: "leave.winter",
    });
  });
});

describe("what is missing", () => {
  it("a language in what a fact says", () => {
    expectRefused([replace("rules.md", "    zh-Hans: 夏季请假，登记在灯务簿上。\n", "")], {
      file: "rules.md",
      at: "- id: leave.summer",
      says: "leave.summer: say has no zh-Hans",
    });
  });

  it("the kinds of question that a fact answers", () => {
    expectRefused([replace("rules.md", "  answers: [who, when]\n", "")], {
      file: "rules.md",
      at: "- id: lamp.lit",
      says: "answers",
    });
  });

  it("the text of an article", () => {
    expectRefused([replace("rules.md", "## Part B Leave", "### Section 4\n\n## Part B Leave")], {
      file: "rules.md",
      at: "### Section 4",
      says: "Section 4 has no text",
    });
  });

  it.each(["rulebook.yaml", "rules.md", "vocabulary.yaml"])("the file %s", (file) => {
    expectRefused([remove(file)], { file, says: "this file is missing or cannot be read" });
  });

  it("a reading version that is announced", () => {
    expectRefused([remove("zh-Hans.md")], { file: "zh-Hans.md", says: "this file is missing or cannot be read" });
  });

  it("the whole folder", () => {
    const folder = join(writeRulebook(), "lamp-office-2022");
    const { message } = refusalOf(folder);
    expect(message).toContain(folder);
    expect(message).toContain(`${join(folder, "rulebook.yaml")}:1: this file is missing or cannot be read`);
  });
});

describe("what stands twice or cannot be read", () => {
  it("an id that another fact has", () => {
    const folder = writeRulebook(replace("rules.md", "- id: leave.summer", "- id: lamp.lit"));
    const { findings } = refusalOf(folder);
    const [first, second] = [
      lineOf(folder, "rules.md", "- id: lamp.lit"),
      lineOf(folder, "rules.md", "quote: Leave in") - 1,
    ];
    expect(findings).toContainEqual({
      file: join(folder, "rules.md"),
      line: second,
      message: `the id lamp.lit stands already on line ${first}`,
    });
  });

  it("an article that stands twice", () => {
    const twice = "### Section 3\n\nThese rules may be changed.\n\n## Part B Leave";
    const folder = writeRulebook(replace("rules.md", "## Part B Leave", twice));
    expect(refusalOf(folder).findings).toContainEqual({
      file: join(folder, "rules.md"),
      line: lineOf(folder, "rules.md", "These rules apply from 1 March 2021.") - 2,
      message: "article 3 stands twice",
    });
  });

  it("a fact that is not YAML", () => {
    expectRefused([replace("rules.md", "who: {posts: [keeper]}", "who: {posts: [keeper}")], {
      file: "rules.md",
      at: "who: {posts: [keeper}",
      says: "not valid YAML",
    });
  });

  it("a fact in which a key stands twice", () => {
    expectRefused([replace("rules.md", "  answers: [who, when]", "  answers: [who]\n  answers: [when]")], {
      file: "rules.md",
      at: "answers: [when]",
      says: "not valid YAML",
    });
  });

  it.each([
    ["rulebook.yaml", "  en: Lamp Office\n", "  en: Lamp Office: of the port\n"],
    ["vocabulary.yaml", "  zh: [督察员]", "  zh: [督察员"],
  ])("%s that is not YAML", (file, good, broken) => {
    const folder = writeRulebook(replace(file, good, broken));
    const [{ line = 0, message = "" } = {}, ...others] = refusalOf(folder).findings;
    expect(message).toMatch(/^not valid YAML: /);
    // an open bracket is missed where it should have been closed, or on the line after it
    expect(line - lineOf(folder, file, broken.trim())).toBeOneOf([0, 1]);
    expect(others).toEqual([]);
  });

  it("a vocabulary in which nothing stands yet", () => {
    expect(findingsAfter(rewrite("vocabulary.yaml", () => "# still to be written\n"))).toEqual([
      expect.objectContaining({ line: 1, message: expect.stringMatching(/vocabulary|empty|the file/i) }),
    ]);
  });

  it("an unknown field of a fact", () => {
    expectRefused([replace("rules.md", "  silent: true", "  quiet: true")], {
      file: "rules.md",
      at: "quiet: true",
      says: '"quiet"',
    });
  });

  it("a kind of question that there is not", () => {
    expectRefused([replace("rules.md", "  answers: [who, when]", "  answers: [who, whose]")], {
      file: "rules.md",
      at: "answers: [who, whose]",
      says: "answers.1",
    });
  });

  it("an id with capital letters", () => {
    expectRefused([replace("rules.md", "- id: in-force", "- id: InForce")], {
      file: "rules.md",
      at: "- id: InForce",
      says: "small letters, digits, dots and hyphens",
    });
  });

  it.each([
    ["a unit that there is not", "unit: day", "unit: days", /unit|days/],
    ["a bound that there is not", "bound: max", "bound: maximum", /bound|maximum/],
    ["posts that are not given as posts", "who: {posts: [keeper]}", "who: [keeper]", /posts/],
  ])("%s, told in words that help", (_, good, wrong, says) => {
    const folder = writeRulebook(replace("rules.md", good, wrong));
    const [cause] = refusalOf(folder).findings;
    expect(cause).toMatchObject({ file: join(folder, "rules.md"), line: lineOf(folder, "rules.md", wrong) });
    expect(cause?.message).toMatch(says);
  });

  it("a block that is not closed", () => {
    const folder = writeRulebook(rewrite("rules.md", (text) => text.replace(/```\n$/, "")));
    expect(refusalOf(folder).findings).toContainEqual(
      expect.objectContaining({
        file: join(folder, "rules.md"),
        line: lineOf(folder, "rules.md", "- id: in-force"),
        message: "this block is not closed with ```",
      }),
    );
  });

  it("a block of an unknown kind", () => {
    const folder = writeRulebook(rewrite("rules.md", (text) => text.replace("```facts", "```fact")));
    expect(refusalOf(folder).findings).toContainEqual({
      file: join(folder, "rules.md"),
      line: lineOf(folder, "rules.md", "```fact"),
      message: 'unknown block "fact"; blocks of facts begin with ```facts',
    });
  });

  it("text before the first article", () => {
    expectRefused([replace("rules.md", "## Part A Lamps", "Made by the board.\n\n## Part A Lamps")], {
      file: "rules.md",
      at: "Made by the board.",
      says: "text stands before the first article",
    });
  });

  it("a heading without the number of an article", () => {
    expectRefused([replace("rules.md", "## Part B Leave", "### Last words\n\n## Part B Leave")], {
      file: "rules.md",
      at: "### Last words",
      says: "has no article number",
    });
  });
});

describe("facts that are easily lost", () => {
  const firstBlock = /```facts\n([\s\S]*?)```/;

  it("are read when the whole list is indented", () => {
    const folder = writeRulebook(
      rewrite("rules.md", (text) =>
        text.replace(firstBlock, (_, facts: string) => `\`\`\`facts\n${facts.replace(/^(?=.)/gm, "  ")}\`\`\``),
      ),
    );
    expect(readRulebook(folder).findings).toEqual([]);
    expect(readRulebook(folder).rulebook?.facts.has("lamp.broken")).toBe(true);
  });

  it("are read below a comment", () => {
    const commented = rewrite("rules.md", (text) => text.replace("```facts\n", "```facts\n# who does what\n"));
    expect(findingsAfter(commented)).toEqual([]);
  });

  it("are missed aloud in a reading version, where nobody looks for them", () => {
    const block = "```facts\n- id: lost\n```\n\n## 第二章 请假";
    expect(findingsAfter(replace("zh-Hans.md", "## 第二章 请假", block))).not.toEqual([]);
  });
});

describe("what stands in rulebook.yaml", () => {
  const cases: readonly { readonly what: string; readonly change: readonly [string, string]; says: string }[] = [
    {
      what: "a table with a dimension that is not described",
      change: ["    dimensions: [post, season]", "    dimensions: [post, season, weather]"],
      says: 'tables.leave-approver.dimensions: unknown dimension "weather"',
    },
    {
      what: "a broader post that does not exist",
      change: ["  keeper: { name:", "  keeper: { kind: clerk, name:"],
      says: 'posts.keeper.kind: unknown post "clerk"',
    },
    {
      what: "a first fact that does not exist",
      change: ["  inForce: in-force", "  inForce: in-effect"],
      says: 'there is no fact "in-effect"',
    },
    {
      what: "a post without its name in one language",
      change: ["  inspector: { name: { en: inspector, zh-Hans: 督察员 } }", "  inspector: { name: { en: inspector } }"],
      says: "posts.inspector.name: there is no zh-Hans",
    },
    {
      what: "a dimension whose question lacks one language",
      change: [
        "    ask: { en: Is it winter or summer?, zh-Hans: 是冬季还是夏季？ }",
        "    ask: { en: Winter or summer? }",
      ],
      says: "dimensions.season.ask: there is no zh-Hans",
    },
    {
      what: "an unknown field",
      change: ['edition: "2021"', "author: a clerk\nedition: '2021'"],
      says: '"author"',
    },
    {
      what: "a language that Mishu does not speak",
      change: ["  language: en", "  language: fr"],
      says: "source.language",
    },
    {
      what: "an edition that is not in quotes",
      change: ['edition: "2021"', "edition: 2021"],
      says: "edition",
    },
  ];

  it.each(cases)("is refused for $what", ({ change, says }) => {
    const folder = writeRulebook(replace("rulebook.yaml", ...change));
    const [cause] = refusalOf(folder).findings;
    expect(cause).toMatchObject({ file: join(folder, "rulebook.yaml"), message: expect.stringContaining(says) });
  });

  it.each(cases)("is refused for $what on the very line", ({ change }) => {
    const folder = writeRulebook(replace("rulebook.yaml", ...change));
    const [wrong = ""] = change[1].split("\n");
    expect(refusalOf(folder).findings[0]?.line).toBe(lineOf(folder, "rulebook.yaml", wrong));
  });

  it.each([
    ["a broader post that is the post itself", "keeper: { name:", "keeper: { kind: keeper, name:"],
    [
      "broader posts that lead back to where they began",
      "  keeper: { name: { en: lamp keeper, zh-Hans: 灯务员 } }\n  inspector: {",
      "  keeper: { kind: inspector, name: { en: lamp keeper, zh-Hans: 灯务员 } }\n  inspector: { kind: keeper,",
    ],
    [
      "what is usually meant by a dimension that there is not",
      "dimensions: [post, season]",
      "dimensions: [post, season]\n    usual: { saeson: winter }",
    ],
    [
      "what is usually meant by a value that there is not",
      "dimensions: [post, season]",
      "dimensions: [post, season]\n    usual: { season: spring }",
    ],
    [
      "words against what is usual that the vocabulary does not have",
      "dimensions: [post, season]",
      "dimensions: [post, season]\n    usual: { season: winter }\n    unless: [lantern-parade]",
    ],
    ["another office that the vocabulary has no words for", "posts:", "elsewhere: [other-office]\nposts:"],
    [
      "a post that is named by concepts which the vocabulary does not have",
      "keeper: { name:",
      "keeper: { named: [[head, lamps]], name:",
    ],
  ])("is refused for %s", (_, good, wrong) => {
    expect(findingsAfter(rewrite("rulebook.yaml", (text) => text.replace(good, wrong)))).not.toEqual([]);
  });
});

describe("reading versions out of step", () => {
  it("an article with a sentence more", () => {
    expectRefused([replace("zh-Hans.md", "灯务员在黄昏时点灯。", "灯务员点灯。时间是黄昏。")], {
      file: "zh-Hans.md",
      at: "### 第一条",
      says: 'article 1 is not divided like the source (item:sentences of each paragraph: "-:3", the source has "-:2"',
    });
  });

  it("an article with a paragraph more", () => {
    expectRefused([replace("zh-Hans.md", "督察员提出。夏季", "督察员提出。\n\n夏季")], {
      file: "zh-Hans.md",
      at: "### 第二条",
      says: "article 2 is not divided like the source",
    });
  });

  it("an article missing", () => {
    expectRefused([replace("zh-Hans.md", "### 第三条\n\n本规则自2021年3月1日起施行。\n", "")], {
      file: "zh-Hans.md",
      says: "article 3 is missing",
    });
  });

  it("an article that the source does not have", () => {
    expectRefused([rewrite("zh-Hans.md", (text) => `${text}\n### 第四条\n\n本规则可以修改。\n`)], {
      file: "zh-Hans.md",
      at: "### 第四条",
      says: "the source has no article 4",
    });
  });
});

describe("files of sample questions", () => {
  it.each(["clerks.md", "clerks.fr.md", "clerks.en.txt"])("the name %s", (name) => {
    const file = join("questions", name);
    expectRefused([add(file, "## in-force\n\n- Since when?\n")], {
      file,
      says: "name this file NAME.LANGUAGE.md, e.g. clerks.zh-Hans.md",
    });
  });

  it("are not spoiled by a hidden file that a computer puts into every folder", () => {
    expect(findingsAfter(add(join("questions", ".DS_Store"), "\0\0\0\u0001Bud1"))).toEqual([]);
  });

  it("a question before the first heading", () => {
    expectRefused([rewrite("questions/clerks.en.md", (text) => `- Who are you?\n${text}`)], {
      file: "questions/clerks.en.md",
      at: "- Who are you?",
      says: "a question stands before the first ## heading",
    });
  });

  it.each([
    ["a heading without the space after its marks", "## leave.days", "##leave.days"],
    ["a heading with a mark too many", "## leave.days", "### leave.days"],
    ["a question without the space after its dash", "- How many days", "-How many days"],
    ["a question with a star", "- How many days", "* How many days"],
  ])("%s, which would otherwise be passed over in silence", (_, good, wrong) => {
    expectRefused([replace("questions/clerks.en.md", good, wrong)], {
      file: "questions/clerks.en.md",
      at: wrong,
      says: "",
    });
  });
});

describe("several things wrong at once", () => {
  it("are all told, one on each line", () => {
    const folder = writeRulebook(
      replace("rules.md", "to: {bodies: [lamp-office]}", "to: {bodies: [lampoffice]}"),
      replace("rules.md", "quote: Leave in summer is", "quote: Leave in spring is"),
      replace("questions/clerks.en.md", "## not said 1", "## not said 7"),
    );
    const { message, findings } = refusalOf(folder);
    expect(findings).toHaveLength(3 + 1);
    expect(message.split("\n")).toHaveLength(1 + findings.length);
    for (const each of findings) expect(message).toContain(`${each.file}:${each.line}: ${each.message}`);
  });
});
