import { spawnSync } from "node:child_process";
import { beforeAll, describe, expect, test } from "vitest";
import { misquoted, openOffice, projectFolder } from "../support/app.ts";

const { app } = openOffice();
const { MISHU_RULEBOOK: _, ...environment } = process.env;

interface Line {
  readonly id?: unknown;
  readonly status?: string;
  readonly text?: string;
  readonly citations?: readonly { readonly article: number; readonly part?: string; readonly quote: string }[];
  readonly rulebook?: string;
  readonly edition?: string;
  readonly error?: string;
}

function run(input: string, ...args: readonly string[]) {
  return spawnSync(process.execPath, ["src/cli/ask.ts", ...args], {
    cwd: projectFolder,
    input,
    encoding: "utf8",
    env: environment,
    maxBuffer: 100_000_000,
  });
}

/** Runs the batch over lines, and reads what comes out: one JSON object each, and nothing else. */
function batch(...lines: readonly unknown[]): readonly Line[] {
  const input = lines.map((each) => (typeof each === "string" ? each : JSON.stringify(each))).join("\n");
  const { stdout, stderr, status } = run(`${input}\n`, "--batch");
  expect(status).toBe(0);
  expect(stderr).toBe("");
  expect(stdout.endsWith("\n")).toBe(true);
  const out = stdout.slice(0, -1).split("\n");
  expect(out).toHaveLength(lines.length);
  return out.map((each) => JSON.parse(each) as Line);
}

const question = "Who signs the minutes of the executive meeting?";

describe("another office system sends its questions, one JSON line each", () => {
  test("and gets one line each, in order, with all that was promised", () => {
    const answers = batch(
      { id: "a", question },
      { id: "b", lang: "zh-Hans", question: "我出差向谁请假？", as: "department-head" },
      { id: "c", question: "我要請假，找誰？" },
      { id: "d", question: "How do I fix a paper jam in the printer?" },
      { id: "e", question: "常务会议要多少人到场才有效？", as: null, lang: null },
    );
    expect(answers.map((each) => each.id)).toEqual(["a", "b", "c", "d", "e"]);
    expect(answers.map((each) => each.status)).toEqual([
      "answered",
      "answered",
      "clarify",
      "not-covered",
      "not-covered",
    ]);
    expect(answers.map((each) => each.citations?.[0]?.article)).toEqual([45, 61, 61, undefined, 42]);
    for (const { rulebook, edition, text = "", citations = [] } of answers) {
      expect({ rulebook, edition }).toEqual({ rulebook: "changzhou-2017", edition: "2017" });
      expect(text).toContain("2017");
      expect(text).not.toContain("\u001b");
      expect(misquoted(citations, app.rulebook)).toEqual([]);
    }
    expect(answers[1]?.text).toContain("向秘书长请假");
    expect(answers[2]?.text).toContain("您擔任什麼職務？");
    expect(answers[0]?.citations?.[0]?.part).toBe("1");
  });

  test("a thousand lines keep their order", () => {
    const words = [question, "谁签发？", "第四十八條", "", "🙂", "Article 99"];
    const asked = Array.from({ length: 1000 }, (_each, id) => ({ id, question: words[id % words.length] ?? "" }));
    const answers = batch(...asked);
    expect(answers.map((each) => each.id)).toEqual(asked.map((each) => each.id));
    for (const [index, answer] of answers.entries())
      expect({ ...answer, id: 0 }).toEqual({ ...answers[index % words.length], id: 0 });
  });

  test("the language that is asked for is the one that is answered in", () => {
    const [english, simplified, traditional] = batch(
      { question: "常务会议的纪要谁签发？", lang: "en" },
      { question, lang: "zh-Hans" },
      { question, lang: "zh-Hant" },
    );
    expect(english?.text).toContain("The mayor signs");
    expect(simplified?.text).toContain("由市长签发");
    expect(traditional?.text).toContain("由市長簽發");
    // the words of the source are the same for all
    expect(english?.citations).toEqual(simplified?.citations);
    expect(english?.citations).toEqual(traditional?.citations);
  });

  test("an id may be a number, or be missing", () => {
    const [numbered, none] = batch({ id: 7, question }, { question });
    expect(numbered?.id).toBe(7);
    expect(none).not.toHaveProperty("id");
    expect(none?.status).toBe("answered");
  });

  test("fields that nobody asked for are ignored", () => {
    const [answer] = batch({ id: "x", question, expect: "answer", articles: [45], note: "…" });
    expect(answer?.status).toBe("answered");
    expect(answer).not.toHaveProperty("note");
  });
});

describe("a line that cannot be read gives an error, and the rest goes on", () => {
  const broken = [
    ["no JSON", "Who signs?", undefined],
    ["half of JSON", '{"id":"h","question":', undefined],
    ["null", "null", undefined],
    ["a number", "42", undefined],
    ["a list", '[{"question":"who?"}]', undefined],
    ["no question", '{"id":"n"}', "n"],
    ["a question that is no text", '{"id":"q","question":5}', "q"],
    ["a language that nobody speaks", '{"id":"l","question":"who?","lang":"fr"}', "l"],
    ["a post that is no text", '{"id":"p","question":"who?","as":5}', "p"],
  ] as const;
  let answers: readonly Line[] = [];
  beforeAll(() => {
    answers = batch(...broken.flatMap(([, line], number) => [line, { id: number, question }]));
  });

  test.each(broken.map(([name, , id], number) => ({ name, id, number })))("$name", ({ id, number }) => {
    const answer = answers[2 * number];
    expect(answer?.id).toBe(id);
    expect(answer?.error).toBeTruthy();
    expect(Object.keys(answer ?? {}).filter((key) => key !== "id")).toEqual(["error"]);
    expect(answers[2 * number + 1]).toMatchObject({ id: number, status: "answered" });
  });

  test("the error names the field", () => {
    const errorOf = (id: string) => answers.find((each) => each.id === id)?.error;
    expect(errorOf("n")).toContain("question");
    expect(errorOf("l")).toContain("lang");
    expect(errorOf("p")).toContain("as");
  });
});

describe("a post that the rulebook does not know by this id counts as not told", () => {
  const posts = ["astronaut", "", "局长", "constructor", "__proto__", "toString"];
  const asked = { question: "Whose permission do I need for a business trip?" };
  let answers: readonly Line[] = [];
  beforeAll(() => {
    answers = batch(asked, ...posts.map((as) => ({ ...asked, as })));
  });

  test.each(posts.map((post, index) => ({ post, index })))("“$post”", ({ index }) => {
    expect(answers[0]?.status).toBe("clarify");
    expect(answers[index + 1]).toEqual(answers[0]);
  });
});

describe("a question pasted from elsewhere, with another sort of line end in it, is one line and gets one", () => {
  const ends = [
    ["a line separator (U+2028)", "\u2028"],
    ["a paragraph separator (U+2029)", "\u2029"],
    ["a next-line character (U+0085)", "\u0085"],
    ["a form feed", "\f"],
  ] as const;
  let answers: readonly Line[] = [];
  beforeAll(() => {
    const lines = ends.map(([, end], id) => JSON.stringify({ id, question: `${question}${end}${question}` }));
    const { stdout } = run(`${lines.join("\n")}\n`, "--batch");
    answers = stdout
      .trim()
      .split("\n")
      .map((each) => JSON.parse(each) as Line);
  });

  test.each(ends.map(([name], id) => ({ name, id })))("$name", ({ id }) => {
    const own = answers.filter((each) => each.id === id);
    expect(own.map((each) => each.status)).toEqual(["answered"]);
  });
});

describe("odd input", () => {
  test("no line at all gives none, and is no failure", () => {
    const { stdout, stderr, status } = run("", "--batch");
    expect({ stdout, stderr, status }).toEqual({ stdout: "", stderr: "", status: 0 });
  });

  test("lines of another system's making: no last line end, carriage returns, blank lines between", () => {
    const line = JSON.stringify({ id: "x", question });
    const { stdout, status } = run(`${line}\r\n\n${line}`, "--batch");
    expect(status).toBe(0);
    expect(
      stdout
        .trim()
        .split("\n")
        .map((each) => (JSON.parse(each) as Line).status),
    ).toEqual(["answered", "answered"]);
  });

  test("a byte order mark before the first line does not spoil it", () => {
    const [answer] = batch(`\ufeff${JSON.stringify({ id: "x", question })}`);
    expect(answer?.status).toBe("answered");
  });

  test("a question of a hundred thousand characters, or of control characters, gets one line", () => {
    const answers = batch(
      { id: 1, question: "谁".repeat(100_000) },
      { id: 2, question: "\u0000\n\r\u001b[2J" },
      { id: 3, question: `${question}\n${question}` },
    );
    expect(answers.map((each) => each.id)).toEqual([1, 2, 3]);
    expect(answers[2]?.citations?.[0]?.article).toBe(45);
  });
});

describe("one question on the command line", () => {
  test("is answered as text", () => {
    const { stdout, stderr, status } = run("", question);
    expect(status).toBe(0);
    expect(stderr).toBe("");
    expect(stdout).toMatch(/^The mayor signs the minutes/);
    expect(stdout).toContain("報市長簽發");
  });

  test("with a post, a language and the reasons", () => {
    const { stdout } = run("", "我出差向谁请假？", "--as", "局长", "--lang", "zh-Hant", "--why");
    expect(stdout).toContain("向秘書長請假");
    expect(stdout).toContain("問題是怎樣理解和判斷的");
  });

  test("with an unknown post it says which there are", () => {
    const { stdout } = run("", question, "--as", "astronaut");
    expect(stdout).toContain("I do not know the post “astronaut”.");
  });

  test.each(["--lang=fr", "--nonsense"])(
    "what it does not understand it says in a line, without a stack: %s",
    (given) => {
      const { stdout, stderr, status } = run("", question, given);
      expect(stdout).toBe("");
      expect(stderr).toContain(given.split("=").at(-1));
      expect(stderr).not.toContain("    at ");
      expect(status).not.toBe(0);
    },
  );
});
