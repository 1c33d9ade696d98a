import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { CalendarError } from "../../src/workdays/calendar.ts";
import { loadWorkdays } from "../../src/workdays/load.ts";

const folders: string[] = [];
afterAll(() => {
  for (const each of folders) rmSync(each, { recursive: true });
});

/** Reads a folder of notices with these files in it; the faults, or none. */
function faultsOf(files: Readonly<Record<string, string>>): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "mishu-workdays-"));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  try {
    loadWorkdays(folder);
    return [];
  } catch (error) {
    if (error instanceof CalendarError) return error.lines;
    throw error;
  }
}

const good = 'notice: 一号\nyear: 2030\noff:\n  - {holiday: 元旦, from: "2030-01-01", until: "2030-01-01"}\n';

describe("the files of the notices", () => {
  it("are read, whatever else lies beside them", () => {
    expect(faultsOf({ "2030.yaml": good, "README.md": "# Working days" })).toEqual([]);
  });

  it("are refused by name and field, all faults at once", () => {
    const faults = faultsOf({
      "2030.yaml": good.replace('"2030-01-01"', '"2030-02-30"'),
      "2031.yaml": "notice: 二号\noff: []\n",
      "2032.yaml": "notice: [",
      "2033.yaml": `${good}hollidays: []\n`,
      "2034.yaml": "notice: 三号\nyear: 2034\noff:\n",
      "2035.yaml": `${good}work: "2030-01-05"\n`,
      "2036.yaml": "",
      "2037.yaml": good.replace("holiday: 元旦, ", ""),
    });
    expect(faults).toEqual([
      expect.stringMatching(/^2030\.yaml: off\.0\.from: not a day; write it in quotes/),
      "2031.yaml: year: write the year whose holidays it arranges, as 2027",
      expect.stringMatching(/^2032\.yaml: .*: compare it with the example in README\.md$/),
      "2033.yaml: hollidays: no such field: there are notice, issued, amends, year, off, work, cancels",
      expect.stringMatching(/^2034\.yaml: off: write a list/),
      expect.stringMatching(/^2035\.yaml: work: write a list/),
      expect.stringMatching(/^2036\.yaml: .*: compare it with the example in README\.md$/),
      "2037.yaml: off.0.holiday: write the name of the holiday, as 春节",
    ]);
  });

  it("are named also when one says what cannot be, or two of them do not go together", () => {
    expect(faultsOf({ "2030.yaml": `${good}work:\n  - "2030-01-07"\n` })).toEqual([
      "2030.yaml: work: 2030-01-07 is no Saturday or Sunday, so it is worked anyway: mend the date, or leave it out",
    ]);
    expect(faultsOf({ "2030.yaml": good, "again.yaml": good.replace("一号", "二号") })).toEqual([
      "again.yaml: year: 2030 is arranged by 一号 already: write amends if this one changes it",
    ]);
    // last year's file copied, and its number forgotten
    expect(faultsOf({ "2030.yaml": good, "2031.yaml": good.replaceAll("2030", "2031") })).toEqual([
      "2031.yaml: notice: 一号 is the number in 2030.yaml too: write its own",
    ]);
  });

  it("are read when a holiday reaches into the year before", () => {
    expect(faultsOf({ "2030.yaml": good.replace('from: "2030-01-01"', 'from: "2029-12-30"') })).toEqual([]);
  });

  it("must be there", () => {
    expect(() => loadWorkdays("/nowhere")).toThrow(/\/nowhere cannot be read/);
    expect(faultsOf({ "README.md": "# Working days" })).toEqual([
      expect.stringMatching(/: there is no notice in it: add the file of a year$/),
    ]);
  });
});
