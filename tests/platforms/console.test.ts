import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import stringWidth from "string-width";
import { afterAll, describe, expect, onTestFinished, test } from "vitest";
import { type Look, plainLook, renderReply, renderTable } from "../../src/platforms/console/render.ts";
import { createSession, languageNamed } from "../../src/platforms/console/session.ts";
import { type Block, note, paragraph, point, reply } from "../../src/reply.ts";
import type { Language } from "../../src/text.ts";
import { openOffice, projectFolder } from "../support/app.ts";

const office = openOffice();

afterAll(() => expect(office.trouble).toEqual([]));

/** One person at a terminal: what they type, and what they read. */
function sitDown(language: Language = "en", look: Look = plainLook) {
  const session = createSession(office.app, look, language);
  return {
    greeting: session.greeting(),
    type: async (line: string) => (await session.answer(line)) ?? "",
    leaves: async (line: string) => (await session.answer(line)) === undefined,
  };
}

describe("somebody sits down at the terminal", () => {
  test.each([
    ["en", "Work Rules of the Changzhou Municipal People's Government", ":quit"],
    ["zh-Hans", "常州市人民政府工作规则", ":quit 退出"],
    ["zh-Hant", "常州市人民政府工作規則", ":quit 離開"],
  ] as const)("and is greeted in the language of their machine, %s", (language, title, words) => {
    expect(sitDown(language).greeting).toContain(title);
    expect(sitDown(language).greeting).toContain(words);
  });

  test.each([
    ["zh_CN.UTF-8", "zh-Hans"],
    ["zh_TW.UTF-8", "zh-Hant"],
    ["zh-HK", "zh-Hant"],
    ["en_GB.UTF-8", "en"],
    ["zh-hant", "zh-Hant"],
    ["English", "en"],
    ["简体", "zh-Hans"],
    ["繁體", "zh-Hant"],
    ["繁体中文", "zh-Hant"],
    ["中文", "zh-Hans"],
    ["de_DE.UTF-8", undefined],
    ["C", undefined],
    ["", undefined],
  ])("a machine that says “%s” speaks %s", (locale, language) => {
    expect(languageNamed(locale)).toBe(language);
  });

  test("asks, and is answered in the language of the question, however the last one was asked", async () => {
    const { type } = sitDown("en");
    expect(await type("Who signs the minutes of the plenary meeting?")).toContain("The mayor signs");
    expect(await type("全体会议的纪要谁签发？")).toContain("由市长签发");
    expect(await type("全體會議的紀要誰簽發？")).toContain("由市長簽發");
    expect(await type("Who signs the minutes of the plenary meeting?")).toContain("The mayor signs");
  });

  test("leaves with :quit, in any of its forms", async () => {
    for (const line of [":quit", ":q", ":exit", "：quit", "  :quit  ", "quit", "exit", "退出", "再見"])
      expect(await sitDown().leaves(line)).toBe(true);
    expect(await sitDown().leaves("quit?")).toBe(false);
  });
});

describe("numbered choices", () => {
  test("the number of a choice takes it", async () => {
    const { type } = sitDown();
    const asked = await type("会议纪要谁签发？");
    expect(asked).toContain("输入数字选择：");
    expect(asked).toMatch(/^ {2}2\. 市政府常务会议$/m);
    expect(await type("2")).toMatch(/^全体会议和常务会议的纪要由市长签发/);
  });

  test("a number that was not offered is told, and the choices stay", async () => {
    const { type } = sitDown();
    await type("会议纪要谁签发？");
    expect(await type("9")).toBe("现在没有第9项可选。");
    expect(await type("0")).toBe("现在没有第0项可选。");
    expect(await type(" 2 ")).toMatch(/^全体会议和常务会议的纪要/);
  });

  test("a setting in between leaves the choices as they are", async () => {
    const { type } = sitDown();
    await type("会议纪要谁签发？");
    await type(":as 局长");
    expect(await type("2")).toMatch(/^全体会议和常务会议的纪要/);
  });

  test("before anything was offered, a number is that of an article", async () => {
    expect(await sitDown().type("5")).toMatch(/^Art\. 5\n/);
    expect(await sitDown().type("99")).toContain("There is no Art. 99.");
  });

  test("whose terminal speaks Chinese is shown the article in Chinese", async () => {
    expect(await sitDown("zh-Hant").type("/rule 48")).toMatch(/^第四十八條\n/);
    expect(await sitDown("zh-Hant").type("48")).toMatch(/^第四十八條\n/);
  });

  test("a choice answers in the language that was read last", async () => {
    const { type } = sitDown("en");
    await type("第四十八條");
    await type("/rule 第四十八條");
    expect(await type("1")).toMatch(/^第.+條/);
  });

  test("an article leads to the next, by number", async () => {
    const { type } = sitDown();
    const shown = await type("/rule 48");
    const next = shown.match(/^ {2}(\d+)\. Next$/m)?.[1] ?? "";
    expect(await type(next)).toMatch(/^Art\. 49/);
  });
});

describe(":as", () => {
  test("a bureau chief says once who she is, and is answered at once from then on", async () => {
    const { type } = sitDown();
    expect(await type("我要请假，找谁？")).toContain("您担任什么职务？");
    expect(await type(":as 局长")).toBe("您的职务：市政府部门主要负责人。");
    expect(await type("我要请假，找谁？")).toMatch(/^.*向秘书长请假/);
    expect(await type("Whose permission do I need for a business trip?")).toContain("from the secretary-general");
  });

  test("takes an id, or words in any language", async () => {
    const { type } = sitDown();
    expect(await type(":as department-head")).toBe("You ask as: head of a municipal department.");
    expect(await type(":as Vice Mayor")).toBe("You ask as: vice mayor.");
    expect(await type("：as 副市長")).toBe("您的職務：副市長。");
  });

  test("by itself forgets the post", async () => {
    const { type } = sitDown();
    await type(":as department-head");
    expect(await type(":as")).toBe("Your post is not known now.");
    expect(await type("Whose permission do I need for a business trip?")).toContain("Which post do you hold?");
  });

  test.each(["astronaut", "constructor", "__proto__"])(
    "“%s” is no post: those that there are, are listed",
    async (post) => {
      const { type } = sitDown();
      const told = await type(`:as ${post}`);
      expect(told).toContain(`I do not know the post “${post}”.`);
      expect(told).toContain("head of a municipal department");
      expect(told).not.toContain("department-head");
    },
  );

  test("an unknown post leaves the known one as it is", async () => {
    const { type } = sitDown();
    await type(":as department-head");
    await type(":as astronaut");
    expect(await type("Whose permission do I need for a business trip?")).toContain("from the secretary-general");
  });
});

describe(":lang", () => {
  test("keeps to one language, whatever is asked in", async () => {
    const { type } = sitDown();
    expect(await type(":lang zh-Hant")).toBe("現在用繁體中文回答。");
    expect(await type("Who signs the minutes of the plenary meeting?")).toContain("由市長簽發");
    expect(await type("全体会议的纪要谁签发？")).toContain("由市長簽發");
    expect(await type("/help")).toContain("Mishu 能做什麼");
    expect(await type("/rule 63")).toContain("第六十三條");
    expect(await type(":as department-head")).toContain("您的職務");
  });

  test.each(["", " auto"])("“:lang%s” follows the questions again", async (given) => {
    const { type } = sitDown();
    await type(":lang zh-Hant");
    await type(`:lang${given}`);
    expect(await type("Who signs the minutes of the plenary meeting?")).toContain("The mayor signs");
  });

  test("an unknown language is told in the one that is spoken", async () => {
    const { type } = sitDown();
    expect(await type(":lang xx")).toBe("“xx” is not a language I speak. Use en, zh-Hans, zh-Hant or auto.");
    await type(":lang 简体");
    expect(await type(":lang xx")).toContain("不认识语言“xx”");
  });

  test("a command by its English name, with English words, is answered in the language of the last question", async () => {
    const { type } = sitDown();
    await type("会议纪要谁签发？");
    expect(await type("/help ask")).toContain("选项");
    expect(await type("/help rule")).toContain("选项");
    expect(await type("/ask who signs the minutes?")).toContain("Which meeting?");
    expect(await type("/help ask")).toContain("Options");
  });

  test("a command without words is answered in the language of the last question", async () => {
    const { type } = sitDown("en");
    await type("全體會議的紀要誰簽發？");
    expect(await type("/rule 48")).toMatch(/^第四十八條/);
    expect(await type("/help")).toContain("Mishu 能做什麼");
    expect(await type("")).toContain("請用自己的話就規則提問");
  });
});

describe("other settings", () => {
  test.each([":foo", ":", ":as:x", "：何"])("“%s” is told, with those that there are", async (line) => {
    const told = await sitDown().type(line);
    expect(told).toContain(":as");
    expect(told).toContain(":lang");
    expect(told.length).toBeLessThan(300);
  });

  test.each([":", ":as ", ":lang "])("“%s” followed by a whole page is answered in a few lines", async (start) => {
    expect((await sitDown().type(start + "x".repeat(50_000))).length).toBeLessThan(5_000);
  });
});

describe("how a reply is drawn", () => {
  const quote: Block = {
    kind: "quote",
    source: {
      citation: { rulebook: "r", edition: "1", article: 48, quote: "須向市政府秘書長請假" },
      place: "Art. 48",
      reading: "must request leave",
    },
  };
  const blocks: readonly Block[] = [
    point("The point"),
    paragraph("A paragraph"),
    { kind: "list", items: ["one", "two"] },
    quote,
    {
      kind: "table",
      rows: [
        ["name", "what"],
        ["秘書長", "x"],
      ],
    },
    note("small print"),
  ];
  const drawn = reply({
    tone: "answer",
    language: "en",
    blocks,
    buttons: [{ label: "Next", command: "rule", options: {} }],
  });

  test("as plain text: blocks apart, quotes indented, choices numbered", () => {
    expect(renderReply(drawn, plainLook, "Choose:")).toBe(
      [
        "The point",
        "A paragraph",
        "- one\n- two",
        "  Art. 48\n  “須向市政府秘書長請假”\n  (must request leave)",
        "  name    what\n  秘書長  x",
        "small print",
        "Choose:\n  1. Next",
      ].join("\n\n"),
    );
  });

  test("without colour codes when plain, and with the same words when coloured", () => {
    const plain = renderReply(drawn, plainLook, "Choose:");
    const coloured = renderReply(drawn, { colour: true }, "Choose:");
    expect(plain).not.toContain("\u001b");
    expect(coloured).toContain("\u001b[");
    expect(stripVTControlCharacters(coloured)).toBe(plain);
  });

  test("a reader of Traditional sees the source itself, of Simplified the reading version, of English both", () => {
    const read = (language: Language) =>
      renderReply({ ...drawn, language, blocks: [quote], buttons: [] }, plainLook, "");
    expect(read("en")).toContain("“須向市政府秘書長請假”\n  (must request leave)");
    expect(read("zh-Hans")).toBe("  Art. 48\n  “must request leave”");
    const source: Block = { kind: "quote", source: { citation: quote.source.citation, place: "第四十八條" } };
    const traditional = renderReply({ ...drawn, language: "zh-Hant", blocks: [source], buttons: [] }, plainLook, "");
    expect(traditional).toBe("  第四十八條\n  「須向市政府秘書長請假」");
  });

  test("columns stand under each other, also where Chinese characters take two", () => {
    const cell = fc.string({ unit: fc.constantFrom(..."ab 市長會議,「1"), maxLength: 8 }).map((each) => each.trim());
    const rows = fc.array(fc.tuple(cell, cell, fc.constantFrom("z", "尾")), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(rows, (table) => {
        const lines = renderTable(table, plainLook).split("\n");
        const ends = lines.map((line) => stringWidth(line.slice(0, -1)));
        expect(lines).toHaveLength(table.length);
        expect(new Set(ends).size).toBe(1);
      }),
    );
  });

  test("no line is wider than the terminal, and no colour code is torn, in Chinese as in English", () => {
    const words = fc
      .array(
        fc.constantFrom(
          "市政府",
          "秘書長請假，",
          "must",
          "request ",
          "a",
          " ",
          "《規則》",
          "internationalisation",
          "1.5",
          "。",
        ),
        {
          minLength: 1,
          maxLength: 40,
        },
      )
      .map((each) => each.join(""));
    const block: fc.Arbitrary<Block> = fc.oneof(
      words.map(point),
      words.map(paragraph),
      words.map(note),
      fc.array(words, { minLength: 1, maxLength: 3 }).map((items): Block => ({ kind: "list", items })),
      fc.tuple(words, words).map(
        ([text, reading]): Block => ({
          kind: "quote",
          source: { citation: { rulebook: "r", edition: "1", article: 1, quote: text }, place: "Art. 1", reading },
        }),
      ),
      fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 3 }).map((rows): Block => ({ kind: "table", rows })),
    );
    const looks = fc.record({ colour: fc.boolean(), width: fc.integer({ min: 24, max: 120 }) });
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), looks, (some, look) => {
        const text = renderReply({ ...drawn, blocks: some, buttons: [] }, look, "");
        for (const line of text.split("\n")) expect(stringWidth(line)).toBeLessThanOrEqual(look.width);
        // what is left without the codes has no piece of one
        expect(stripVTControlCharacters(text)).not.toContain("\u001b");
        expect(stripVTControlCharacters(text)).not.toMatch(/\[\d+m/);
        const letters = (drawnText: string) => stripVTControlCharacters(drawnText).replace(/[\s-]/g, "");
        expect(letters(text)).toBe(letters(renderReply({ ...drawn, blocks: some, buttons: [] }, plainLook, "")));
      }),
    );
  });

  test("a colour that goes on over a line end is closed there and opened again", () => {
    const text = renderReply(
      { ...drawn, blocks: [point("市政府秘書長".repeat(20))], buttons: [] },
      { colour: true, width: 40 },
      "",
    );
    for (const line of text.split("\n")) {
      expect(line.startsWith("\u001b[1m")).toBe(true);
      expect(line.endsWith("\u001b[22m")).toBe(true);
    }
  });

  test("the choices of a real question keep within the terminal, too", async () => {
    for (const question of ["Who do I request leave from?", "我要请假，找谁？", "How long may a meeting last?"]) {
      const text = await sitDown("en", { colour: false, width: 60 }).type(question);
      expect(text.split("\n").filter((line) => stringWidth(line) > 60)).toEqual([]);
    }
  });
});

describe("the program itself, with its input piped", () => {
  const { MISHU_RULEBOOK: _, ...given } = process.env;
  const folder = mkdtempSync(join(tmpdir(), "mishu-console-"));
  // not the records of whoever runs the tests
  const environment = { ...given, MISHU_DATABASE: join(folder, "mishu.sqlite") };
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const run = (input: string, locale = "C") =>
    spawnSync(process.execPath, ["src/main.ts"], {
      cwd: projectFolder,
      input,
      encoding: "utf8",
      env: { ...environment, LC_ALL: locale },
    });

  test("answers each line in turn, without colours, and ends with the input", () => {
    const { stdout, stderr, status } = run(
      [
        ":as department-head",
        "Whose permission do I need for a business trip?",
        "会议纪要谁签发？",
        "2",
        "/rule 63",
        "",
      ].join("\n"),
    );
    expect(status).toBe(0);
    expect(stderr).toBe("");
    expect(stdout).not.toContain("\u001b");
    const answers = stdout.split(/^› /m).slice(1);
    expect(answers).toHaveLength(5);
    expect(answers[0]).toContain("You ask as: head of a municipal department.");
    expect(answers[1]).toContain("request leave from the secretary-general");
    expect(answers[2]).toContain("哪一种会议？");
    expect(answers[3]).toContain("全体会议和常务会议的纪要由市长签发");
    expect(answers[4]).toContain("第六十三条");
  });

  test("saves a file once, for whoever sits there alone, and never over another", () => {
    const here = mkdtempSync(join(tmpdir(), "mishu-saved-"));
    onTestFinished(() => rmSync(here, { recursive: true, force: true }));
    const ask = (input: string) =>
      spawnSync(process.execPath, [join(projectFolder, "src/main.ts")], {
        cwd: here,
        input,
        encoding: "utf8",
        env: { ...environment, LC_ALL: "C" },
      }).stdout;
    const twice = ask("/roster import --template\n/roster import --template\n");
    expect(twice).toContain("Saved as roster-template.csv.");
    expect(twice).toContain("It is in this folder already: roster-template.csv.");
    expect(readdirSync(here)).toEqual(["roster-template.csv"]);
    expect(statSync(join(here, "roster-template.csv")).mode & 0o777).toBe(0o600);
    writeFileSync(join(here, "roster-template.csv"), "filled in");
    expect(ask("/roster import --template\n")).toContain("Saved as roster-template-1.csv.");
    expect(ask("/roster import --template\n")).toContain("It is in this folder already: roster-template-1.csv.");
    expect(readFileSync(join(here, "roster-template.csv"), "utf8")).toBe("filled in");
    expect(readdirSync(here)).toHaveLength(2);
  });

  test("stops at :quit, and leaves what follows unanswered", () => {
    const { stdout, status } = run("/rule 63\n:quit\n/rule 64\n");
    expect(status).toBe(0);
    expect(stdout).toContain("Art. 63");
    expect(stdout).not.toContain("Art. 64");
  });

  test("ends quietly when nothing is typed at all", () => {
    const { stdout, stderr, status } = run("");
    expect({ stdout, stderr, status }).toEqual({ stdout: "", stderr: "", status: 0 });
  });

  test("answers the last line also when no line end follows it", () => {
    expect(run("/rule 63").stdout).toContain("Art. 63");
  });

  test("speaks the language of the machine until it knows better", () => {
    expect(run("/help\n", "zh_TW.UTF-8").stdout).toContain("Mishu 能做什麼");
    expect(run("/help\n", "zh_CN.UTF-8").stdout).toContain("Mishu 能做什么");
  });

  test("survives whatever comes down the pipe", () => {
    const { stdout, status } = run("\u0000\u001b[2J\n\ufeff\n🙂\n/\n:\n::\n\n(((((\n/rule 63\n");
    expect(status).toBe(0);
    expect(stdout).toContain("Art. 63");
  });

  test("without a usable rulebook it says what is wrong, and ends with 1", () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, ["src/main.ts"], {
      cwd: projectFolder,
      input: "/rule 63\n",
      encoding: "utf8",
      env: { ...environment, MISHU_RULEBOOK: "/nowhere/at/all" },
    });
    expect(status).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain("rulebook.yaml:1:");
    expect(stderr).not.toContain("    at ");
  });
});
