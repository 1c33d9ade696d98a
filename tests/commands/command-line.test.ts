import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { parseCommandLine } from "../../src/command-line.ts";

const read = (line: string) => parseCommandLine(line, commands);
const optionsOf = (line: string) => read(line)?.options;

describe("a typed command is taken apart", () => {
  test.each([
    ["/ask who signs?", { command: "ask", options: { question: "who signs?" } }],
    ["/rule 48", { command: "rule", options: { place: "48" } }],
    ["/help", { command: "help", options: {} }],
    ["/help ask", { command: "help", options: { command: "ask" } }],
    ["/ASK who signs?", { command: "ask", options: { question: "who signs?" } }],
    ["/问 谁签发？", { command: "ask", options: { question: "谁签发？" } }],
    ["/提問 誰簽發？", { command: "ask", options: { question: "誰簽發？" } }],
    ["/条文 四十八", { command: "rule", options: { place: "四十八" } }],
    ["／规则 第八章", { command: "rule", options: { place: "第八章" } }],
    ["/幫助", { command: "help", options: {} }],
    ["/ ask who signs?", { command: "ask", options: { question: "who signs?" } }],
  ])("%s", (line, parts) => {
    expect(read(line)).toEqual(parts);
  });

  test.each(["/", "//", "/nosuch", "/asks who?", "ask who signs?", "", "who signs? /ask", "/constructor"])(
    "“%s” is no command",
    (line) => {
      expect(read(line)).toBeUndefined();
    },
  );
});

describe("options are named, and may stand anywhere", () => {
  test.each([
    ["/ask who signs? as:mayor", { question: "who signs?", as: "mayor" }],
    ["/ask as:mayor who signs?", { question: "who signs?", as: "mayor" }],
    ["/ask who as:mayor signs?", { question: "who signs?", as: "mayor" }],
    ["/ask 我出差向谁请假？ as：局长", { question: "我出差向谁请假？", as: "局长" }],
    ["/ask question:signs", { question: "signs" }],
    ['/ask question:"who signs the minutes?"', { question: "who signs the minutes?" }],
    ['/ask as:"bureau director" who signs?', { question: "who signs?", as: "bureau director" }],
    ["/ask as：“办公室 主任” 谁签发？", { question: "谁签发？", as: "办公室 主任" }],
    ['/ask "who signs?"', { question: "who signs?" }],
    ["/ask “谁签发？”", { question: "谁签发？" }],
    ["/ask 「誰簽發？」", { question: "誰簽發？" }],
    ["/ask as:「辦公室 主任」 誰簽發？", { question: "誰簽發？", as: "辦公室 主任" }],
    ["/rule 48 language:en", { place: "48", language: "en" }],
    ["/rule language:zh-Hant 第四十八條 第一句", { place: "第四十八條 第一句", language: "zh-Hant" }],
    ["/ask who signs? case:meeting=plenary-meeting", { question: "who signs?", case: "meeting=plenary-meeting" }],
    ["/ask as:a as:b who?", { question: "who?", as: "b" }],
  ])("%s", (line, options) => {
    expect(optionsOf(line)).toEqual(options);
  });

  test.each([
    ["/ask who signs? --why", { question: "who signs?", why: "true" }],
    ["/ask --why who signs?", { question: "who signs?", why: "true" }],
    ["/ask —why who signs?", { question: "who signs?", why: "true" }],
    ["/ask why:yes who signs?", { question: "who signs?", why: "yes" }],
    ["/ask who signs -- and when?", { question: "who signs -- and when?" }],
    ["/ask who --signs?", { question: "who --signs?" }],
  ])("yes and no: %s", (line, options) => {
    expect(optionsOf(line)).toEqual(options);
  });

  test("--as with a post behind it names the post, as many a clerk types it", () => {
    expect(optionsOf("/ask who signs? --as mayor")).toEqual({ question: "who signs?", as: "mayor" });
  });
});

describe("a colon in a question stays in the question", () => {
  test.each([
    "/ask why: who signs?",
    "/ask who signs as: chair?",
    "/ask may we begin at 9:30?",
    "/ask 会议9：30开始可以吗？",
    "/ask note: who signs?",
    "/ask 请问：谁签发？",
    "/ask the case is this:we travel",
    "/ask https://example.org/rules says what?",
    '/ask what does "as: usual" mean?',
    "/ask who signs ::: what?",
  ])("%s", (line) => {
    expect(optionsOf(line)).toEqual({ question: line.slice("/ask ".length) });
  });

  test("blanks are single, line ends count as blanks", () => {
    expect(optionsOf("/ask   who \n signs\t it? ")).toEqual({ question: "who signs it?" });
  });
});

describe("whatever stands behind the slash", () => {
  test("a command that there is, with options that it has, or nothing", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "/",
        "ask",
        "as",
        "case",
        "why",
        ":",
        "：",
        '"',
        "“",
        "”",
        "--",
        "—",
        " ",
        "48",
        "局长",
        "谁",
        "=",
        "\n",
      ),
      fc.string({ unit: "binary", maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const line = read(`/ask ${pieces.join("")}`);
        expect(line?.command).toBe("ask");
        for (const [name, value] of Object.entries(line?.options ?? {})) {
          expect(["question", "as", "case", "why"]).toContain(name);
          expect(typeof value).toBe("string");
        }
      }),
    );
  });

  test("a value in quotes arrives as it was written", () => {
    const value = fc.string({ unit: fc.constantFrom(..."ab :：=-局长 48?'"), minLength: 1 });
    fc.assert(
      fc.property(value, (text) => {
        expect(optionsOf(`/ask as:"${text}" who signs?`)).toEqual({ as: text, question: "who signs?" });
        expect(optionsOf(`/ask who signs? as：“${text}”`)).toEqual({ as: text, question: "who signs?" });
      }),
    );
  });
});

describe("a name of several words needs no quotation marks", () => {
  test.each([
    ["/roster admin person:Wang Wei", { person: "Wang Wei" }],
    ["/roster admin person:Wang Wei remove:true", { person: "Wang Wei", remove: "true" }],
    ["/roster admin remove:true Wang Wei", { person: "Wang Wei", remove: "true" }],
    ["/roster admin --remove Wang Wei", { person: "Wang Wei", remove: "true" }],
    ["/roster link person: Wang Wei", { person: "Wang Wei" }],
    ["/roster entrust --to Li Na --until 2026-12-05", { to: "Li Na", until: "2026-12-05" }],
    [
      "/名冊 委託 受託人:歐陽 娜 止:2026-12-05 事由:business",
      { to: "歐陽 娜", until: "2026-12-05", occasion: "business" },
    ],
    [
      "/settings language:en office-hours:09:00-12:00, 14:00-18:00",
      { language: "en", "office-hours": "09:00-12:00, 14:00-18:00" },
    ],
  ])("%s", (line, options) => {
    expect(read(line)).toMatchObject({ options });
    expect(read(line)?.left).toBeUndefined();
  });

  test.each([
    ["/roster entrust to:李四 until:2026-12-20 occasion:leave from 2026-12-10", "from 2026-12-10"],
    ['/roster admin person:"Wang Wei" tomorrow', "tomorrow"],
    ["/settings timezone:Asia/Tokyo", "timezone:Asia/Tokyo"],
    ["/settings language:en please", "please"],
    ["/roster admin 王偉 职务：市长", "职务：市长"],
  ])("what fits nowhere is not dropped: %s", (line, left) => {
    expect(read(line)?.left).toBe(left);
  });
});

describe("what an official types of something to follow up", () => {
  test.each([
    ["/督办 添加 校车经费", "deadline add"],
    ["/督辦 看板", "deadline board"],
    ["/deadline done 3", "deadline finish"],
    ["/请假 同意 3", "leave approve"],
  ])("%s: a command has more than one name", (line, command) => {
    expect(read(line)?.command).toBe(command);
  });

  test("its options too, as they stand at the head of a table of them", () => {
    expect(
      read("/督办 登记 校车经费 承办部门:市财政局 收文日期:2026-11-20 办理类型:需要调研论证 截止日期：12月1日"),
    ).toEqual({
      command: "deadline add",
      options: {
        ...{ title: "校车经费", department: "市财政局", received: "2026-11-20" },
        ...{ category: "需要调研论证", due: "12月1日" },
      },
    });
  });

  test.each([
    ["/督办 通报 从:2026-01-01 到:2026-06-30", { from: "2026-01-01", to: "2026-06-30" }],
    ["/請假 申請 從:12-01 到:12-03 原因:培訓", { from: "12-01", until: "12-03", reason: "培訓" }],
  ])("%s: and what everybody calls them", (line, options) => {
    expect(optionsOf(line)).toEqual(options);
  });

  test("a title with a colon is a title; a slip in an option is not", () => {
    const title = "年度任务：新建学校三所";
    expect(read(`/督办 登记 ${title} 部门:市教育局`)).toEqual({
      command: "deadline add",
      options: { title, department: "市教育局" },
    });
    expect(read("/督办 登记 承办的部门:市教育局")?.left).toBe("承办的部门:市教育局");
    expect(read("/deadline add departmnt:市教育局")?.left).toBe("departmnt:市教育局");
  });

  test.each([
    ["/督办 延期 3 12-20 需要调研 论证", { number: "3", until: "12-20", reason: "需要调研 论证" }],
    ["/督办 延期 3 12月20日，等待批复", { number: "3", until: "12月20日", reason: "等待批复" }],
    ["/deadline extend 3 20 December", { number: "3", until: "20 December" }],
    ["/deadline extend 3 12-20 reason:study", { number: "3", until: "12-20", reason: "study" }],
    ["/督办 转交 3 市教育局 属教育职权", { number: "3", to: "市教育局", reason: "属教育职权" }],
    ["/督办 类型 3 需要调研论证", { number: "3", category: "需要调研论证" }],
    ["/deadline finish 3 12 schools were built", { number: "3", result: "12 schools were built" }],
  ])("%s: behind the number comes what is needed first", (line, options) => {
    expect(optionsOf(line)).toEqual(options);
  });
});
