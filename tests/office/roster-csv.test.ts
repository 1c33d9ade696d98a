import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Person } from "../../src/office/people.ts";
import { columnNames, mostRows, rosterColumns } from "../../src/office/roster-columns.ts";
import { type RosterReader, readRoster } from "../../src/office/roster-csv.ts";
import { samePost } from "../../src/office/roster-people.ts";
import { rosterTemplate, writeRoster } from "../../src/office/roster-template.ts";
import { clean } from "../../src/table-file.ts";
import { type Language, languages } from "../../src/text.ts";
import { wordingFor } from "../../src/wording/wording.ts";
import { changzhou } from "../support/changzhou.ts";
import { sixty } from "../support/office.ts";

const { posts } = changzhou.rulebook.data;
const reader: RosterReader = { posts, language: "en", officeLanguage: "zh-Hans" };

function peopleIn(text: string, given: Partial<RosterReader> = {}): readonly Person[] {
  const read = readRoster(text, { ...reader, ...given });
  if (read.kind === "problems") throw new Error(problemsIn(text, "en", given).join("\n"));
  return read.people;
}

/** The problems as a person reads them: "3 post: …". */
function problemsIn(text: string, language: Language = "en", given: Partial<RosterReader> = {}): readonly string[] {
  const read = readRoster(text, { ...reader, language, ...given });
  if (read.kind === "people") return [];
  return read.problems.map(
    (each) => `${each.at ?? "-"} ${each.heading ?? "-"}: ${wordingFor(language).roster.import.fault(each)}`,
  );
}

const rows = (...lines: readonly string[]) =>
  ["id,name,post,title,department,from,until,portfolio,email", ...lines].join("\n");

describe("a roster file is read", () => {
  it("of sixty people, some with two posts", () => {
    const people = peopleIn(sixty);
    expect(people).toHaveLength(60);
    expect(people[0]).toEqual({
      id: "1001",
      name: "顾致远",
      email: "gu.zhiyuan@changzhou.example",
      portfolio: [],
      tenures: [{ post: "mayor", title: "市长", department: "市政府", from: "2022-01-18", until: null }],
    });
    const director = people.find(({ id }) => id === "1009");
    expect(director?.tenures.map(({ post }) => post)).toEqual(["deputy-secretary-general", "office-director"]);
    expect(people.find(({ id }) => id === "1003")?.portfolio).toEqual(["教育", "卫生健康", "体育"]);
    expect(people.flatMap(({ tenures }) => tenures).filter(({ until }) => until === "2024-08-31")).toHaveLength(1);
  });

  test.each(languages)("with headings in %s", (language) => {
    const head = columnNames.map((each) => rosterColumns[each][language]).join(",");
    expect(peopleIn(`${head}\n1,李明,mayor,,,,,,\n`)).toHaveLength(1);
  });

  test.each([
    ["commas", ","],
    ["semicolons", ";"],
    ["tabs", "\t"],
  ])("with %s, with the mark of UTF-8 and Windows line ends", (_, separator) => {
    const line = (cells: readonly string[]) => cells.join(separator);
    const text = [
      ["编号", "姓名", "职务", "部门"],
      ["1", "李明", "市长", "市政府"],
      ["2", '"王 芳"', "副市长", ""],
    ];
    expect(peopleIn(`\ufeff${text.map(line).join("\r\n")}\r\n`)).toMatchObject([
      { id: "1", name: "李明", tenures: [{ post: "mayor", department: "市政府" }] },
      { id: "2", name: "王 芳", tenures: [{ post: "vice-mayor" }] },
    ]);
  });

  it("with Excel's line that tells the separator, blank lines, and lines of empty cells", () => {
    expect(peopleIn("sep=;\r\n\r\nid;name;post\r\n;;\r\n1;Li;mayor\r\n\r\n")).toHaveLength(1);
    expect(problemsIn("sep=;\r\n\r\nid;name;post\r\n;;\r\n1;Li;major\r\n\r\n")[0]).toMatch(/^5 post: /);
  });

  it("with quoted values that hold separators, quotation marks and line ends", () => {
    const [person] = peopleIn(rows('1,Li,mayor,"Mayor, and ""more""","City\nHall",,,"a; b|c、d",'));
    expect(person?.tenures[0]).toMatchObject({ title: 'Mayor, and "more"', department: "City Hall" });
    expect(person?.portfolio).toEqual(["a", "b", "c", "d"]);
  });

  it("with a post by its id, or by its name in any language or script", () => {
    const [person] = peopleIn(rows("1,Li,vice-mayor,,A,,,,", "1,Li,副市長,,B,,,,", "1,Li,Vice Mayor,,C,,,,"));
    expect(person?.tenures.map(({ post }) => post)).toEqual(["vice-mayor", "vice-mayor", "vice-mayor"]);
  });

  it("with the post's name for a title that is left out: as written, or in the office's language for an id", () => {
    const [person] = peopleIn(rows("1,Li,副市長,,A,,,,", "1,,secretary-general,,,,,,"));
    expect(person?.tenures.map(({ title }) => title)).toEqual(["副市長", "秘书长"]);
  });

  it("with the first row as the main post, and name and mail that later rows leave out", () => {
    const [person, ...others] = peopleIn(
      rows(
        "1,Li,mayor,,,2024/3/1,,教育,LI@Example.com",
        "2,Wang,vice-mayor,,,,,,",
        "1,,secretary-general,,,,,教育;卫生,",
      ),
    );
    expect(others).toHaveLength(1);
    expect(person).toMatchObject({ name: "Li", email: "li@example.com", portfolio: ["教育", "卫生"] });
    expect(person?.tenures[0]).toMatchObject({ post: "mayor", from: "2024-03-01" });
    expect(person?.tenures).toHaveLength(2);
  });

  it("with a post held twice, at different times", () => {
    expect(
      peopleIn(rows("1,Li,mayor,,,2010-01-01,2012-12-31,,", "1,Li,mayor,,,2020-01-01,,,"))[0]?.tenures,
    ).toHaveLength(2);
  });

  it("with the columns that it has: what it has no column for is not known", () => {
    const read = readRoster("post,name,id\nmayor,Li,1\n", reader);
    expect(read.kind === "people" && [...read.told].sort()).toEqual(["id", "name", "post"]);
  });
});

/** Each bad file, where its problem stands, and words of the message: in English, and of some in Chinese. */
const bad: readonly (readonly [string, string, string, RegExp, RegExp?, RegExp?])[] = [
  ["that is empty", "", "- -", /empty.*template/, /空的/, /空的/],
  ["of nothing but blanks", "\ufeff \r\n\t\r\n", "- -", /empty/],
  [
    "that is a workbook",
    "PK\u0003\u0004\u0014\u0000\u0006",
    "- -",
    /not a CSV.*Save as.*CSV UTF-8/,
    /另存为.*CSV UTF-8/,
    /另存新檔/,
  ],
  ["that is an older workbook", "\ufffd\ufffd\u0011\ufffd\u0000", "- -", /not a CSV/],
  ["that is a PDF", "%PDF-1.7\n", "- -", /not a CSV/],
  [
    "saved in a Chinese encoding instead of UTF-8",
    "\ufffd\ufffd\ufffd,\ufffd\ufffd,post\n1,\ufffd,mayor",
    "- -",
    /not saved as UTF-8.*CSV UTF-8/,
    /没有以 UTF-8 保存/,
  ],
  [
    "of too many lines",
    rows(...Array.from({ length: mostRows + 1 }, (_, n) => `${n},N,mayor,,,,,,`)),
    "- -",
    /too large: at most 5000/,
    /最多5000行/,
  ],
  ["far too long", `id,name,post\n${"x".repeat(4_000_001)}`, "- -", /too large/],
  [
    "whose quotation mark is not closed",
    rows("1,Li,mayor,,,,,,", '2,"Wang,mayor,,,,,,', "3,Sun,mayor,,,,,,"),
    "3 -",
    /quotation mark.*not closed/,
    /引号没有成对/,
  ],
  ["with text after a closing quotation mark", rows('1,"Li" Ming,mayor,,,,,,'), "2 -", /quotation mark/],
  [
    "without the column of names",
    "id,post\n1,mayor",
    "1 -",
    /column “name” is missing.*id,name,post/,
    /缺少“姓名”一列/,
    /缺少「姓名」一欄/,
  ],
  [
    "with a column that there is not",
    "id,name,post,departement\n1,Li,mayor,x",
    "1 departement",
    /no column “departement”\. Did you mean “department”/,
  ],
  [
    "with a Chinese column that there is not",
    "编号,姓名,职务,部门名\n1,李,市长,x",
    "1 部门名",
    /no column “部门名”/,
    /没有“部门名”这一列。是不是“部门”？/,
  ],
  ["with a column twice, in two languages", "id,name,post,编号\n1,Li,mayor,1", "1 编号", /“编号” is there twice/],
  [
    "of headings only",
    "id,name,post\n",
    "- -",
    /no line below the headings.*1001,Li Ming,mayor/,
    /表头下面没有内容.*1001,李明,市长/,
  ],
  ["with a value beyond the last column", "id,name,post\n1,Li,mayor,extra", "2 -", /“extra” is beyond the last column/],
  ["without a number", rows(",Li,mayor,,,,,,"), "2 id", /missing.*1001/, /不能为空.*1001/, /不能為空.*1001/],
  ["without a name", rows("1,,mayor,,,,,,"), "2 name", /missing.*Li Ming/],
  ["without a post", rows("1,Li,,,,,,,"), "2 post", /missing.*mayor/],
  ["with a number that is none", rows("1 2:3,Li,mayor,,,,,,"), "2 id", /“1 2:3” cannot be an id.*1001/],
  ["with a value that is too long", rows(`1,${"x".repeat(201)},mayor,,,,,,`), "2 name", /too long: at most 200/],
  [
    "with a post that there is not",
    rows("1,Li,副市,,,,,,"),
    "2 post",
    /no post “副市”\. Did you mean .*vice mayor/,
    /没有“副市”这个职务。是不是“.*副市长/,
    /沒有「副市」這個職務。是不是「.*副市長/,
  ],
  ["with a post like nothing", rows("1,Li,qqq,,,,,,"), "2 post", /no post “qqq”\. The template lists the posts/],
  [
    "with a day that is none",
    rows("1,Li,mayor,,,2026-02-30,,,"),
    "2 from",
    /“2026-02-30” is not a day.*2026-03-01/,
    /不是日期/,
    /不是日期/,
  ],
  ["with a day as some write it", rows("1,Li,mayor,,,,31.12.26,,"), "2 until", /“31\.12\.26” is not a day/],
  [
    "with an end before the beginning",
    rows("1,Li,mayor,,,2026-03-01,2026-02-28,,"),
    "2 until",
    /ends \(2026-02-28\) before it begins \(2026-03-01\)/,
    /早于“起”/,
  ],
  [
    "with a mail address that is none",
    rows("1,Li,mayor,,,,,,li@"),
    "2 email",
    /“li@” is not an email address.*example\.com/,
  ],
  [
    "with two people of one mail address",
    rows("1,Li,mayor,,,,,,a@b.example", "2,Wang,mayor,,,,,,A@B.example"),
    "3 email",
    /a@b\.example is the address of Li in line 2/,
    /第2行Li的邮箱/,
  ],
  [
    "with two mail addresses of one person",
    rows("1,Li,mayor,,,,,,a@b.example", "1,Li,vice-mayor,,,,,,c@b.example"),
    "3 email",
    /has a@b\.example in line 2/,
  ],
  [
    "with two names of one number",
    rows("1,Li,mayor,,,,,,", "1,Wang,vice-mayor,,,,,,"),
    "3 name",
    /id 1 is that of Li in line 2/,
    /编号1在第2行是Li/,
  ],
  ["with the same row twice", rows("1,Li,mayor,,,,,,", "1,Li,mayor,,,,,,"), "3 post", /same post.*line 2/, /第2行已有/],
  [
    "with a post twice at overlapping times",
    rows("1,Li,mayor,,,2020-01-01,,,", "1,Li,mayor,,,2024-01-01,,,"),
    "3 post",
    /same post.*line 2/,
  ],
];

describe("a roster file is refused, by line and column and with what would be right,", () => {
  for (const [name, text, place, english, simplified, traditional] of bad)
    it(name, () => {
      const problems = problemsIn(text);
      expect(problems).toHaveLength(1);
      expect(problems[0]?.startsWith(`${place}: `)).toBe(true);
      expect(problems[0]).toMatch(english);
      if (simplified) expect(problemsIn(text, "zh-Hans")[0]).toMatch(simplified);
      if (traditional) expect(problemsIn(text, "zh-Hant")[0]).toMatch(traditional);
    });

  it("when a mail address is that of somebody whom the file does not name, in the roster as it is", () => {
    const mails = new Map([["a@b.example", { id: "9", name: "Zhao" }]]);
    const text = rows("1,Li,mayor,,,,,,a@b.example");
    expect(problemsIn(text, "en", { mails })).toEqual([
      "2 email: a@b.example is the address of Zhao in the roster. An address belongs to one person: correct it or leave it empty.",
    ]);
    expect(problemsIn(`${text}\n9,Zhao,vice-mayor,,,,,,`, "en", { mails })).toEqual([]);
  });

  it("with all problems at once, in the order of the lines, blank lines and quoted line ends counted", () => {
    const problems = problemsIn(rows("", '1,"Li\nMing",major,,,x,,,', "", ",Wang,mayor,,,,,,nobody"));
    expect(problems.map((each) => each.split(":")[0])).toEqual(["3 from", "3 post", "6 id", "6 email"]);
  });

  it("with what a word may mean as the first suggestion", () => {
    const [problem] = problemsIn(rows("1,Li,局长,,,,,,"), "zh-Hans", { meant: () => ["department-head", "no-post"] });
    expect(problem).toContain("是不是“市政府部门主要负责人”");
  });

  test.each(languages)("when the template in %s is sent back as it is", (language) => {
    const problems = problemsIn(rosterTemplate(posts, language), language);
    expect(problems.map((each) => each.split(" ")[0])).toEqual(["2", "3"]);
    for (const each of problems) expect(each).toContain(wordingFor(language).roster.import.fault({ kind: "example" }));
  });
});

// what people type and what nobody would: signs that mean something in CSV come often
const cell = fc
  .array(fc.oneof(fc.constantFrom(...',;"\t\n|、 =@'), fc.string({ unit: "grapheme", minLength: 1, maxLength: 3 })), {
    maxLength: 12,
  })
  .map((parts) => clean(parts.join("")).slice(0, 60).trim())
  .map(clean)
  .filter((text) => !text.includes("\ufffd") && !text.includes("\u0000"));
const filled = cell.filter((text) => text !== "");
const day = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const span = fc
  .tuple(fc.option(day), fc.option(day))
  .map(([a, b]) => (a && b && b < a ? { from: b, until: a } : { from: a, until: b }));
const tenure = fc
  .record({ post: fc.constantFrom(...Object.keys(posts)), title: filled, department: cell, days: span })
  .map(({ days, ...given }) => ({ ...given, ...days }));
const person = fc.record({
  name: filled,
  tenures: fc.uniqueArray(tenure, { minLength: 1, maxLength: 4, comparator: samePost }),
  portfolio: fc.uniqueArray(
    filled.map((text) => clean(text.replace(/[;；、|｜]/g, ""))).filter((text) => text !== ""),
    { maxLength: 3 },
  ),
});
const everybody = fc.array(person, { minLength: 1, maxLength: 8 }).map((all): readonly Person[] =>
  all.map((each, index) => ({
    ...each,
    id: String(1000 + index),
    email: index % 3 === 0 ? null : `p${index}@office.example`,
  })),
);

describe("whatever the file", () => {
  it("reading it never throws, and tells people or problems", () => {
    const anything = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.string({ unit: "grapheme", maxLength: 300 }),
      fc
        .array(fc.array(cell, { maxLength: 12 }), { maxLength: 12 })
        .map((all) => rows(...all.map((each) => each.join(",")))),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const read = readRoster(text, reader);
        if (read.kind === "people") expect(read.people.length).toBeGreaterThan(0);
        else expect(problemsIn(text, "zh-Hant").length).toBeGreaterThan(0);
      }),
      { numRuns: 400 },
    );
  });

  it("people written to a file are read back as they were, in every language", () => {
    fc.assert(
      fc.property(everybody, fc.constantFrom(...languages), (people, language) => {
        expect(peopleIn(writeRoster(people, language))).toEqual(people);
      }),
      { numRuns: 200 },
    );
  });

  it("the order of the columns makes no difference", () => {
    const cells = sixty
      .trim()
      .split("\n")
      .map((line) => line.split(","));
    const width = cells[0]?.length ?? 0;
    const order = fc.shuffledSubarray([...Array(width).keys()], { minLength: width });
    const usual = peopleIn(sixty);
    fc.assert(
      fc.property(order, (columns) => {
        const shuffled = cells.map((line) => columns.map((each) => line[each]).join(",")).join("\n");
        expect(peopleIn(shuffled)).toEqual(usual);
      }),
      { numRuns: 20 },
    );
  });
});

describe("a number that a spreadsheet has taken the zeros from", () => {
  const numbers = new Map([
    ["0012", "张三"],
    ["12a", "李四"],
  ]);
  const read = (id: string) =>
    readRoster(`id,name,post\n${id},张三,mayor`, {
      posts: changzhou.rulebook.data.posts,
      language: "en",
      officeLanguage: "en",
      numbers,
    });

  it("is not that of somebody new: whose it is is said", () => {
    expect(read("12")).toMatchObject({
      kind: "problems",
      problems: [{ kind: "lost-zeros", value: "12", known: "0012", person: "张三", at: 2 }],
    });
    for (const id of ["0012", "012", "13", "12b"]) expect(read(id).kind).toBe("people");
  });
});
