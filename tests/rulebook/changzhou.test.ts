import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { createAssistant } from "../../src/ask/assistant.ts";
import { resolve } from "../../src/ask/resolve.ts";
import { hanRuns, latinWords, normalise } from "../../src/ask/tokens.ts";
import { loadCompiled } from "../../src/compiled.ts";
import { readRulebook } from "../../src/rulebook/load.ts";
import type { Fact, Value } from "../../src/rulebook/model.ts";
import { toSimplified } from "../../src/script.ts";
import { languages } from "../../src/text.ts";
import { changzhou, changzhouFolder } from "../support/changzhou.ts";

const { rulebook, usage } = changzhou;
const facts = [...rulebook.facts.values()];

/** The lines of a text without the space around them and between them. */
const joined = (lines: readonly string[]) => lines.map((line) => line.trim()).join("");
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

describe("the rulebook of Changzhou", () => {
  it("loads without findings", () => {
    expect(readRulebook(changzhouFolder).findings).toEqual([]);
  });

  it("has the 64 articles in order, in 11 chapters", () => {
    expect([...rulebook.source.articles.keys()]).toEqual(Array.from({ length: 64 }, (_, index) => index + 1));
    expect(rulebook.source.chapters.map(({ articles }) => [articles[0], articles.at(-1)])).toEqual([
      [1, 4],
      [5, 10],
      [11, 16],
      [17, 21],
      [22, 28],
      [29, 31],
      [32, 39],
      [40, 48],
      [49, 55],
      [56, 61],
      [62, 64],
    ]);
  });

  it("has a reading version in each language that it is not written in", () => {
    expect([...rulebook.texts.keys()].sort()).toEqual([...languages].sort());
    expect(rulebook.source.language).toBe("zh-Hant");
  });
});

describe("its text", () => {
  /** The text in the file, by no means of ours: what is left without blocks, title and the marks of headings. */
  const text = joined(
    readFileSync(join(changzhouFolder, "rules.md"), "utf8")
      .replace(/^```[\s\S]*?^```$/gm, "")
      .split("\n")
      .filter((line) => !/^# /.test(line))
      .map((line) => line.replace(/^#{2,3} /, "")),
  );

  it("is the office's document, word for word", () => {
    expect(text).toHaveLength(7902);
    expect(sha256(text)).toBe("064c3946095a01715f6b181396fa4f55b68e9582c5aed300afb575c3f2d7e3f0");
  });

  it("is that of the file from which it was taken", ({ skip }) => {
    const folder = fileURLToPath(new URL("../../../shared/rules-source", import.meta.url));
    const [file] = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".txt")) : [];
    if (file === undefined) return skip("the file of the office is not here (../shared/rules-source)");
    const lines = readFileSync(join(folder, file), "utf8").split(/\r?\n/);
    // before the first chapter and after the last article stands the frame of the page on which it was published
    const first = lines.findIndex((line) => line.startsWith("第一章"));
    const end = lines.findIndex((line) => line.startsWith("相關詞條"));
    expect(joined(lines.slice(first, end))).toBe(text);
  });

  it("is what the articles are read from, no more and no less", () => {
    const read = [
      ...rulebook.source.chapters.flatMap((chapter) => [
        chapter.heading,
        ...chapter.articles.flatMap((number) => {
          const article = rulebook.source.articles.get(number);
          return [article?.heading ?? "", ...(article?.paragraphs.map((paragraph) => paragraph.text) ?? [])];
        }),
      ]),
    ];
    expect(joined(read)).toBe(text);
  });
});

describe("its facts", () => {
  it("leave no article out, and each article says something", () => {
    for (const number of rulebook.source.articles.keys()) {
      const own = facts.filter((fact) => fact.article === number);
      expect(own.length, `facts of article ${number}`).toBeGreaterThan(0);
      expect(
        own.some((fact) => !fact.silent),
        `article ${number} says something`,
      ).toBe(true);
    }
  });

  it("are said in all three languages, each in its own script", () => {
    for (const { id, say } of facts) {
      for (const language of languages) expect(say[language], `${id} in ${language}`).toMatch(/\S/);
      expect(say.en, id).not.toMatch(/\p{Script=Han}/u);
      expect(toSimplified(say["zh-Hans"] ?? ""), id).toBe(say["zh-Hans"]);
      expect(say["zh-Hant"], id).toMatch(/\p{Script=Han}/u);
    }
  });

  it("rest on words that stand in the text, byte for byte", () => {
    for (const fact of facts)
      for (const { article, quote } of fact.because) {
        const words = rulebook.source.articles.get(article)?.paragraphs.map((paragraph) => paragraph.text) ?? [];
        expect(
          words.some((each) => each.includes(quote)),
          `${fact.id}: ${quote}`,
        ).toBe(true);
      }
  });

  it("begin with words of the article under which they stand", () => {
    for (const fact of facts) expect(fact.because[0].article, fact.id).toBe(fact.article);
  });

  it("are of this rulebook and edition", () => {
    for (const { rulebook: id, edition } of facts.flatMap((fact) => fact.because))
      expect([id, edition]).toEqual(["changzhou-2017", "2017"]);
  });
});

describe("whom one asks for leave", () => {
  const occasions = [
    "going-away",
    "plenary-meeting",
    "executive-meeting",
    "mayors-office-meeting",
    "thematic-meeting",
    "important-event",
  ] as const;
  const mayor = ["mayor"];
  const presiding = ["mayor", "executive-vice-mayor"];
  const sg = ["secretary-general"];
  /** The rules do not say. */
  const open = "open";

  /** Articles 6, 48, 61 and 62 as a table, in the order of the occasions. */
  const expected: Readonly<Record<string, readonly (readonly string[] | typeof open)[]>> = {
    mayor: [open, open, open, open, open, open],
    "executive-vice-mayor": [mayor, mayor, mayor, mayor, open, open],
    "vice-mayor": [mayor, presiding, presiding, presiding, open, open],
    "vice-mayor-in-charge": [mayor, presiding, presiding, presiding, open, open],
    "secretary-general": [mayor, presiding, presiding, presiding, open, open],
    "deputy-secretary-general": [open, open, open, open, open, open],
    "office-director": [sg, sg, sg, sg, open, sg],
    "department-head": [sg, sg, sg, sg, open, sg],
    "district-head": [sg, sg, sg, sg, open, sg],
    "direct-unit-head": [sg, sg, sg, sg, open, sg],
    "audit-department": [sg, sg, sg, sg, open, sg],
    "legal-department": [sg, sg, sg, sg, open, sg],
    "supervision-bureau": [sg, sg, sg, sg, open, sg],
    "deputy-department-head": [open, open, open, open, open, open],
    "office-staff": [open, open, open, open, open, open],
    "department-staff": [open, open, open, open, open, open],
  };

  /** Whom a row names; nobody where it only tells what the words do not regulate. */
  function approverOf(row: Fact): readonly string[] | typeof open {
    if (row.silent) return open;
    const { approver } = row.values;
    return approver && "posts" in approver ? approver.posts : [];
  }

  const rowsFor = (known: Readonly<Record<string, string>>) => rowsOf("leave-approver", known);

  const cells = Object.entries(expected).flatMap(([post, row]) =>
    occasions.map((occasion, index) => ({ post, occasion, approver: row[index] })),
  );

  it("covers every post of the government and every occasion of the table", () => {
    const posts = Object.keys(rulebook.data.posts).filter((post) => post !== "citizen");
    expect(Object.keys(expected).sort()).toEqual(posts.sort());
    expect(Object.keys(rulebook.data.dimensions.occasion?.values ?? {}).sort()).toEqual([...occasions].sort());
  });

  it.each(cells)("a $post, for $occasion: $approver", ({ post, occasion, approver }) => {
    const rows = rowsFor({ post, occasion });
    expect(rows.map((row) => row.id)).toHaveLength(1);
    expect(rows.map(approverOf)).toEqual([approver]);
  });

  it("is, while the executive vice mayor presides, the executive vice mayor or the mayor for the leadership", () => {
    for (const post of ["vice-mayor", "secretary-general"])
      for (const occasion of ["plenary-meeting", "executive-meeting", "mayors-office-meeting"])
        expect(rowsFor({ post, occasion, presider: "executive-vice-mayor" }).map(approverOf)).toEqual([
          ["executive-vice-mayor", "mayor"],
        ]);
  });

  it("is nobody else while the one whom the words name is away: they make no exception", () => {
    for (const post of ["executive-vice-mayor", "vice-mayor", "secretary-general"])
      for (const row of rowsFor({ post, occasion: "going-away", mayor: "away" })) {
        expect([[], ["mayor"]], row.id).toContainEqual(approverOf(row));
        expect(row.because[0].quote, row.id).toContain("副市長、秘書長向市長請假");
      }
    for (const post of ["department-head", "district-head", "direct-unit-head", "office-director"])
      for (const row of rowsFor({ post, occasion: "going-away", "secretary-general": "secretary-general-away" })) {
        expect([[], ["secretary-general"]], row.id).toContainEqual(approverOf(row));
        expect(row.because[0].quote, row.id).toContain("向市政府秘書長請假");
      }
  });

  it("is left open for a thematic meeting, whoever is away", () => {
    for (const post of Object.keys(expected))
      for (const away of [{ mayor: "away" }, { "secretary-general": "secretary-general-away" }])
        for (const row of rowsFor({ post, occasion: "thematic-meeting", ...away }))
          expect(row.silent, `${post}, ${JSON.stringify(away)}: ${row.id}`).toBe(true);
  });

  it("is for nobody themselves, whoever presides and wherever the mayor is", () => {
    const presider = "executive-vice-mayor";
    // whoever presides is not absent
    for (const { post, occasion } of cells)
      for (const more of [{}, { mayor: "away" }, ...(post === presider ? [] : [{ presider }])])
        for (const row of rowsFor({ post, occasion, ...more }))
          expect(approverOf(row), `${post}, ${occasion}, ${JSON.stringify(more)}: ${row.id}`).not.toContain(post);
  });

  it("is the mayor for an executive vice mayor who says in words to be that", () => {
    const compiled = loadCompiled(changzhouFolder);
    const assistant = createAssistant(compiled.rulebook, compiled.index);
    for (const question of [
      "I am the executive vice mayor and cannot attend the executive meeting. Who do I ask for leave?",
      "我是常务副市长，不能参加全体会议，向谁请假？",
    ]) {
      const { outcome } = assistant.ask(question);
      expect(outcome.kind === "answered" ? outcome.facts[0].id : outcome.kind, question).toBe(
        "leave.meeting.executive-vice-mayor",
      );
    }
  });

  it("is not laid down for somebody from outside", () => {
    for (const occasion of occasions)
      for (const row of rowsFor({ post: "citizen", occasion })) expect(approverOf(row)).toBe(open);
  });

  it.each([
    ["vice-mayor", "going-away", [61]],
    ["executive-vice-mayor", "going-away", [61]],
    ["department-head", "going-away", [61]],
    ["direct-unit-head", "going-away", [61, 62]],
    ["vice-mayor", "executive-meeting", [48]],
    ["department-head", "executive-meeting", [48]],
    ["audit-department", "executive-meeting", [42, 48]],
    ["department-head", "plenary-meeting", [41, 48]],
    ["direct-unit-head", "plenary-meeting", [48, 62]],
    ["department-head", "important-event", [61]],
    ["direct-unit-head", "important-event", [61, 62]],
    ["mayor", "going-away", [6]],
  ])("rests for a %s, for %s, on articles %j", (post, occasion, articles) => {
    const cited = rowsFor({ post, occasion }).flatMap((row) => row.because.map((each) => each.article));
    expect([...new Set(cited)].sort((a, b) => a - b)).toEqual(articles);
  });
});

describe("how many working days a document may take (Article 55)", () => {
  it.each([
    ["own-authority", 7],
    ["needs-approval", 7],
    ["needs-consultation", 10],
    ["needs-study", 30],
  ])("%s: at most %i", (category, number) => {
    expect(valueFor("time-limit", { category }, "limit")).toEqual({ number, unit: "working-day", bound: "max" });
  });

  it("for urgent ones: as the government sets, so that no number of ours stands there", () => {
    const rows = rowsOf("time-limit", { category: "urgent" });
    expect(rows).toHaveLength(1);
    expect(rows[0]?.silent).toBe(false);
    expect(Object.values(rows[0]?.values ?? {}).filter((value) => "number" in value)).toEqual([]);
  });

  it("for motions and proposals: the prescribed period, of which the rules do not say how long it is", () => {
    expect(rowsOf("time-limit", { category: "proposals" }).map((row) => row.silent)).toEqual([true]);
  });
});

describe("with whom a document is filed (Article 25)", () => {
  it.each([
    [
      "government-rules",
      "municipal-government",
      [
        "state-council",
        "provincial-peoples-congress-standing-committee",
        "provincial-government",
        "municipal-peoples-congress-standing-committee",
      ],
    ],
    [
      "normative-document",
      "municipal-government",
      ["provincial-government", "municipal-peoples-congress-standing-committee"],
    ],
    ["normative-document", "municipal-department", ["municipal-government"]],
    ["normative-document", "district", ["municipal-government"]],
  ])("%s of the %s", (instrument, issuer, bodies) => {
    expect(valueFor("filing", { instrument, issuer }, "recipients")).toEqual({ bodies });
  });

  it.each(["municipal-department", "district"])("the rules know no government rules of a %s", (issuer) => {
    expect(rowsOf("filing", { instrument: "government-rules", issuer }).map((row) => row.silent)).toEqual([true]);
  });
});

describe("its words and its sample questions", () => {
  const bare = (text: string) => normalise(text).replace(/[^\p{L}\p{N}]+/gu, "");

  it("have no question of the evaluation among them, or it would measure nothing", () => {
    const lines = readFileSync(fileURLToPath(new URL("../evaluation/shared-300.jsonl", import.meta.url)), "utf8");
    const evaluation = new Map(
      lines
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as { readonly id: string; readonly question: string })
        .map(({ id, question }) => [bare(question), id]),
    );
    expect(evaluation.size).toBeGreaterThan(290);
    const same = usage.samples.flatMap(({ text, file, line }) => {
      const id = evaluation.get(bare(text));
      return id === undefined ? [] : [`${id}: ${file.slice(changzhouFolder.length + 1)}:${line}: ${text}`];
    });
    expect(same).toEqual([]);
  });

  it("put no question under two headings", () => {
    const targets = new Map<string, string>();
    for (const { text, target } of usage.samples) {
      const before = targets.get(bare(text)) ?? JSON.stringify(target);
      expect(JSON.stringify(target), text).toBe(before);
      targets.set(bare(text), before);
    }
  });

  it("give every fact questions in English and in Chinese", () => {
    const asked = new Set(
      usage.samples.flatMap(({ target, language }) =>
        typeof target === "object" && "fact" in target ? [`${target.fact} ${language === "en"}`] : [],
      ),
    );
    for (const { id } of facts) expect([asked.has(`${id} true`), asked.has(`${id} false`)], id).toEqual([true, true]);
  });

  it("are each a word for one thing only", () => {
    const concepts = new Map<string, string>();
    const twice: string[] = [];
    for (const [concept, { en, zh }] of Object.entries(usage.vocabulary))
      for (const word of [...en, ...zh].map(normalise)) {
        const key =
          hanRuns(word).length > 0
            ? word
            : latinWords(word)
                .map(({ text }) => text)
                .join(" ");
        const other = concepts.get(key) ?? concept;
        if (other !== concept) twice.push(`${word}: ${other}, ${concept}`);
        concepts.set(key, other);
      }
    expect(twice).toEqual([]);
  });

  it("have words for every post, every other office and every name of a post", () => {
    const { posts, elsewhere } = rulebook.data;
    const named = Object.values(posts).flatMap((post) => post.named.flat());
    for (const concept of [...named, ...elsewhere]) expect(Object.keys(usage.vocabulary)).toContain(concept);
  });
});

function rowsOf(table: string, known: Readonly<Record<string, string>>): readonly Fact[] {
  const resolution = resolve(rulebook, table, new Map(Object.entries(known).map(([name, value]) => [name, [value]])));
  return resolution.kind === "rows" ? resolution.rows : [];
}

/** The value of the one row that holds. */
function valueFor(table: string, known: Readonly<Record<string, string>>, name: string): Value | undefined {
  const [row, ...others] = rowsOf(table, known);
  expect(others).toEqual([]);
  return row?.values[name];
}
