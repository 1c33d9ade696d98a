import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { projectFolder } from "../support/app.ts";
import { changzhou } from "../support/changzhou.ts";

interface Line {
  readonly id?: unknown;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly citations?: readonly { readonly article: number; readonly quote: string }[];
  readonly error?: string;
}

const { MISHU_RULEBOOK: _, ...env } = process.env;

function evaluate(...lines: readonly unknown[]): readonly Line[] {
  const input = lines.map((each) => (typeof each === "string" ? each : JSON.stringify(each))).join("\n");
  const options = { cwd: projectFolder, input, encoding: "utf8", env } as const;
  const { stdout, stderr, status } = spawnSync(process.execPath, ["src/cli/evaluate.ts"], options);
  expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
  return stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);
}

const leave = (id: string, given: object) => ({ id, kind: "leave-approver", given });

describe("npm run -s evaluate", () => {
  const cases: readonly (readonly [
    given: object,
    approver: string,
    alsoAcceptable: readonly string[],
    article: number,
  ])[] = [
    [{ role: "district-head", occasion: "going-away", mayorAway: false }, "secretary-general", [], 61],
    [{ role: "office-staff", occasion: "going-away", mayorAway: false }, "not-covered", [], 61],
    [
      { role: "vice-mayor", occasion: "mayors-office-meeting", mayorAway: true, presidedBy: "executive-vice-mayor" },
      "executive-vice-mayor",
      ["mayor"],
      48,
    ],
    [{ role: "vice-mayor", occasion: "executive-meeting", presidedBy: "mayor" }, "mayor", [], 48],
    [
      { role: "executive-vice-mayor", occasion: "executive-meeting", presidedBy: "executive-vice-mayor" },
      "mayor",
      [],
      48,
    ],
    // while the mayor is away the executive vice mayor, entrusted, acts (6); the words of 61 go on naming the mayor
    [{ role: "secretary-general", occasion: "going-away", mayorAway: true }, "mayor", ["executive-vice-mayor"], 61],
    [{ role: "executive-vice-mayor", occasion: "going-away", mayorAway: true }, "mayor", [], 61],
    [{ role: "department-head", occasion: "plenary-meeting", attendsAs: "member" }, "secretary-general", [], 48],
    [{ role: "direct-unit-head", occasion: "executive-meeting", attendsAs: "sitting-in" }, "secretary-general", [], 48],
    [{ role: "department-head", occasion: "thematic-meeting", attendsAs: "participant" }, "not-covered", [], 48],
    [{ role: "department-head", occasion: "thematic-meeting", mainLeadersAttend: true }, "secretary-general", [], 61],
    [{ role: "vice-mayor", occasion: "thematic-meeting", mainLeadersAttend: true }, "not-covered", [], 48],
    [{ role: "district-head", occasion: "important-meeting-attended-by-main-leaders" }, "secretary-general", [], 61],
    [{ role: "mayor", occasion: "going-away" }, "not-covered", [], 6],
    [{ role: "deputy-secretary-general", occasion: "executive-meeting" }, "not-covered", [], 48],
  ];

  it("names the approver that the words name, with the words, or says that they name none", () => {
    const lines = evaluate(...cases.map(([given], index) => leave(`c${index}`, given)));
    expect(lines.map(({ id, result }) => ({ id, ...result }))).toEqual(
      cases.map(([, approver, alsoAcceptable], index) => ({ id: `c${index}`, approver, alsoAcceptable })),
    );
    expect(lines.map(({ citations }) => citations?.[0]?.article)).toEqual(cases.map(([, , , article]) => article));
    for (const { citations = [] } of lines)
      for (const { article, quote } of citations) {
        const paragraphs = changzhou.rulebook.source.articles.get(article)?.paragraphs ?? [];
        expect(paragraphs.some(({ text }) => text.includes(quote))).toBe(true);
      }
  });

  it("tells what is wrong with a line, under its id, and goes on", () => {
    const lines = evaluate(
      leave("good", { role: "mayor", occasion: "going-away" }),
      "not JSON",
      leave("post", { role: "burgomaster", occasion: "going-away" }),
      leave("occasion", { role: "mayor", occasion: "lunch" }),
      { id: "kind", kind: "weather", given: {} },
      { id: "given", kind: "leave-approver" },
      leave("last", { role: "mayor", occasion: "going-away" }),
    );
    expect(lines.map(({ id }) => id)).toEqual(["good", undefined, "post", "occasion", "kind", "given", "last"]);
    expect(lines[1]?.error).toMatch(/not JSON; for example/);
    expect(lines[2]?.error).toMatch(/^given\.role: "burgomaster" is not one of mayor, /);
    expect(lines[3]?.error).toMatch(/^given\.occasion: /);
    expect(lines[4]?.error).toMatch(/^kind: "weather" is not one of leave-approver/);
    expect(lines[5]?.error).toMatch(/^given: /);
    expect(lines[6]?.result).toEqual({ approver: "not-covered", alsoAcceptable: [] });
  });
});

describe("npm run leave:table", () => {
  it("prints every cell, decided or marked silent", () => {
    const options = { cwd: projectFolder, encoding: "utf8", env } as const;
    const { stdout, status } = spawnSync(process.execPath, ["src/cli/leave-table.ts", "--quotes"], options);
    expect(status).toBe(0);
    expect(stdout).toMatch(/450 cells: 235 decided by the rules, 215 on which they are silent/);
    expect(stdout).toContain("D  mayor away, executive-vice-mayor entrusted; executive-vice-mayor presides");
    expect(stdout).toContain("領導幹部外出按規定請假,副市長、秘書長向市長請假");
  });
});
