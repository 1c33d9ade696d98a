import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { mostRows } from "../../src/office/roster-columns.ts";
import { type RosterReader, readRoster } from "../../src/office/roster-csv.ts";
import { languages } from "../../src/text.ts";
import { largestFile } from "../../src/text-file.ts";
import { wordingFor } from "../../src/wording/wording.ts";
import { changzhou } from "../support/changzhou.ts";

const reader: RosterReader = { posts: changzhou.rulebook.data.posts, language: "en", officeLanguage: "zh-Hans" };

function problemsOf(text: string, given: Partial<RosterReader> = {}) {
  const read = readRoster(text, { ...reader, ...given });
  return read.kind === "problems" ? read : { problems: [], count: 0 };
}

const peopleOf = (text: string) => {
  const read = readRoster(text, reader);
  return read.kind === "people" ? read.people : [];
};

/** The lines as an editor numbers them, from 1, in which these words stand. */
const linesWith = (text: string, words: RegExp): readonly number[] =>
  text.split(/\r\n|\r|\n/).flatMap((line, index) => (words.test(line) ? [index + 1] : []));

describe("the line of a problem is that of the file as one sees it in an editor", () => {
  const line = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom("", " ", "\t ", "|", "||", " | |", '""', '""|""', "\u3000", "\u200b|") },
    { weight: 2, arbitrary: fc.constantFrom("good#|Li|mayor", 'good#|"Li¶Ming"|mayor', '"good#"|"a ""b""¶¶"|"mayor"') },
    { weight: 2, arbitrary: fc.constantFrom("bad#|Li|nobody", 'bad#|"Li¶¶Ming"|nobody', 'bad#|"a|b"|"no¶body"') },
  );
  interface Given {
    readonly lines: readonly string[];
    readonly lineEnd: string;
    readonly separator: string;
    readonly beginning: string;
    readonly ending: string;
  }
  const file: fc.Arbitrary<Given> = fc.record({
    lines: fc.array(line, { maxLength: 30 }),
    lineEnd: fc.constantFrom("\n", "\r\n", "\r"),
    separator: fc.constantFrom(",", ";", "\t"),
    beginning: fc.constantFrom("", "\ufeff", "sep=|¶", "\ufeffsep=|¶", "¶¶", "||¶"),
    ending: fc.constantFrom("", "¶", "¶¶ ¶||"),
  });
  /** `|` stands for the separator, `¶` for the end of a line, `#` for a number. */
  const written = ({ lines, lineEnd, separator, beginning, ending }: Given) =>
    (beginning + ["id|name|post", ...lines.map((each, index) => each.replace("#", String(index)))].join("¶") + ending)
      .replaceAll("|", separator)
      .replaceAll("¶", lineEnd);

  it("whatever the ends of lines, with blank lines, marks, and line breaks inside cells", () => {
    fc.assert(
      fc.property(file, (given) => {
        const text = written(given);
        const bad = linesWith(text, /bad\d/);
        const good = linesWith(text, /good\d/);
        if (bad.length > 0) expect(problemsOf(text).problems.map(({ at }) => at)).toEqual(bad);
        else expect(peopleOf(text)).toHaveLength(good.length);
      }),
      { numRuns: 500 },
    );
  });

  it("also of a quotation mark that is not closed, or stands in the wrong place", () => {
    const stray = fc.constantFrom(
      'stray,"Li,mayor',
      'stray,L"i,mayor',
      'stray,"Li" x,mayor',
      'stray,"L"i",mayor',
      '"stray,Li,mayor',
    );
    fc.assert(
      fc.property(file, stray, fc.array(line, { maxLength: 5 }), (given, wrong, after) => {
        const text = written({ ...given, separator: ",", lines: [...given.lines, wrong, ...after] });
        expect(problemsOf(text)).toEqual({
          kind: "problems",
          problems: [{ kind: "quote", at: linesWith(text, /stray/)[0] }],
          count: 1,
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe("a roster file of the largest size", () => {
  const head = "id,name,post\n";
  const one = `${head}1,Li,mayor\n`;
  const row = (number: number) => `${number},N,mayor\n`;

  test.each([
    ["nothing", "\n"],
    ["spaces", " \t\n"],
    ["separators", ",\n"],
    ["a whole sheet's separators", ",,,,,,,,\r\n"],
    ["quotation marks around nothing", '"",""\n'],
  ])("is read as if its lines of %s were not there", (_, blank) => {
    // each of these lines on its own took as long as a row: together they take many minutes
    const file = one + blank.repeat(Math.floor((largestFile - 100) / blank.length));
    for (let time = 0; time < 20; time++) expect(peopleOf(`${file}2,Wang,mayor`)).toHaveLength(2);
  });

  it("may have as many rows as are said, with blank ones between them, and not one more", () => {
    const rows = Array.from({ length: mostRows }, (_, number) => `\n,,\n${row(number)}`).join("");
    expect(peopleOf(head + rows)).toHaveLength(mostRows);
    expect(problemsOf(`${head}${rows}${row(mostRows)}`)).toEqual({
      kind: "problems",
      problems: [{ kind: "too-many-rows", limit: mostRows }],
      count: 1,
    });
  });

  it("is not taken apart when it is larger than that", () => {
    expect(peopleOf(one.padEnd(largestFile))).toHaveLength(1);
    const { problems } = problemsOf(one.padEnd(largestFile + 1));
    expect(problems).toEqual([{ kind: "too-large", megabytes: 1 }]);
    for (const language of languages)
      expect(problems.map(wordingFor(language).roster.import.fault)[0]).toMatch(/\b1 MB/);
  });

  it("may have as many empty headings as a sheet has, but not as many others", () => {
    expect(peopleOf(one.replace("\n", `${",".repeat(16_000)}\n`))).toHaveLength(1);
    const { problems } = problemsOf(`${"经理,".repeat(200_000)}\n1\n`);
    expect(problems).toEqual([{ kind: "too-many-columns", limit: 50, at: 1 }]);
  });

  it("with a million accents on one letter is refused for its length", () => {
    const accents = "\u0301\u0323".repeat(450_000);
    expect(problemsOf(`${head}1,e${accents},mayor\n`).problems).toMatchObject([{ kind: "too-long", at: 2 }]);
    expect(problemsOf(`${head.trim()},${accents}e\n1,Li,mayor\n`).problems).toMatchObject([{ kind: "unknown-column" }]);
  });
});

describe("of very many problems", () => {
  const head = "id,name,post,from,email\n";
  const rows = Array.from({ length: 4_000 }, (_, number) => `${number},,nobody,soon,p${number}@a.example\n`).join("");

  it("the first are told, line by line, and all are counted", () => {
    const { problems, count } = problemsOf(head + rows);
    expect(count).toBe(12_000);
    expect(problems.map(({ at }) => at)).toEqual(Array.from({ length: 50 }, (_, index) => 2 + Math.floor(index / 3)));
  });

  it("those that are found last but stand first are among them", () => {
    const mails = new Map([
      ["p0@a.example", { id: "z", name: "Zhao" }],
      ["p3999@a.example", { id: "z", name: "Zhao" }],
    ]);
    const { problems, count } = problemsOf(head + rows, { mails });
    expect(count).toBe(12_002);
    expect(problems.slice(0, 4).map(({ kind }) => kind)).toContain("mail-twice");
    expect(problems).toHaveLength(50);
  });
});

describe("signs that show nothing", () => {
  const signs = [
    "\u3164",
    "\u115f",
    "\u1160",
    "\uffa0",
    "\u2800",
    "\u00a0",
    "\u3000",
    "\u200b",
    "\ufe0f",
    "\u034f",
    "\u{e0020}",
  ];

  test.each(signs.map((sign) => [sign.codePointAt(0)?.toString(16), sign]))("are no name: %s", (_, sign) => {
    const { problems } = problemsOf(`id,name,post,title\n1,${sign}${sign},mayor,${sign}\n${sign},Li,mayor,\n`);
    expect(problems).toMatchObject([
      { kind: "missing-value", column: "name", at: 2 },
      { kind: "missing-value", column: "id", at: 3 },
    ]);
  });

  it("do not make another number of one that looks the same", () => {
    expect(problemsOf("id,name,post\n1\u3164,Li,mayor\n").problems).toMatchObject([{ kind: "bad-id", at: 2 }]);
  });

  it("stay in a name where they belong to a character", () => {
    expect(peopleOf("id,name,post\n1,葛\u{e0100}明,mayor\n")[0]?.name).toBe("葛\u{e0100}明");
  });
});
