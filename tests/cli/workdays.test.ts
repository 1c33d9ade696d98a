import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { projectFolder } from "../support/app.ts";

function workdays(...args: readonly string[]) {
  return spawnSync(process.execPath, ["src/cli/workdays.ts", ...args], { cwd: projectFolder, encoding: "utf8" });
}

describe("npm run -s workdays", () => {
  it("says whether a day is worked, and why", () => {
    expect(workdays("2025-10-11").stdout).toBe(
      "2025-10-11  working day, to make up for a holiday (国办发明电〔2024〕12号)\n",
    );
    expect(workdays("2025年10月6日").stdout).toContain("holiday: 国庆节、中秋节");
    expect(workdays("2027-03-01").stdout).toContain("not known: there is no notice for its year yet");
  });

  it("adds working days, with every day that was counted or passed over", () => {
    const lines = workdays("2026-09-18", "+10").stdout.trimEnd().split("\n");
    expect(lines).toHaveLength(22);
    expect(lines.at(-1)).toBe("2026-10-09 is working day 10 after 2026-09-18, which is not counted itself.");
  });

  it("gives no certain day where a year is not known", () => {
    const { stdout } = workdays("2026-11-20", "+30");
    expect(stdout).toContain("working day 30 after 2026-11-20 is not certain");
    expect(stdout).not.toContain("is working day 30");
  });

  it.each([[[]], [["soon"]], [["2026-11-20", "30"]], [["2026-11-20", "+0"]], [["2026-11-20", "+3", "more"]]])(
    "asks for a day and a number when it is given %j",
    (args) => {
      const { status, stderr } = workdays(...args);
      expect(status).toBe(2);
      expect(stderr).toMatch(/^Give a day, .* "2026-09-18 \+10"/);
    },
  );
});
