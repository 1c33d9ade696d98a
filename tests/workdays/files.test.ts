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
    if (error instanceof CalendarError) return error.faults;
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
    });
    expect(faults).toEqual([
      expect.stringMatching(/^2030\.yaml: off\.0\.from: not a day; write it in quotes/),
      expect.stringMatching(/^2031\.yaml: year: /),
      expect.stringMatching(/^2032\.yaml: /),
      expect.stringMatching(/^2033\.yaml: the file: .*hollidays/),
    ]);
  });

  it("are refused when two of them do not go together", () => {
    expect(faultsOf({ "2030.yaml": good, "again.yaml": good.replace("一号", "二号") })).toEqual([
      "二号: 一号 is there for 2030 already; one of them must amend it",
    ]);
  });

  it("must be there", () => {
    expect(() => loadWorkdays("/nowhere")).toThrow(/\/nowhere cannot be read/);
  });
});
