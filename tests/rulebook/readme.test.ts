import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { buildIndex, createAssistant } from "../../src/ask/assistant.ts";
import { loadRulebook, readRulebook } from "../../src/rulebook/load.ts";
import { questionKinds, units } from "../../src/rulebook/model.ts";

const readme = readFileSync(fileURLToPath(new URL("../../rules/README.md", import.meta.url)), "utf8");

/** The file that the README shows first under a heading, without the marks around it. */
function shownUnder(heading: string): string {
  const [, after = ""] = readme.split(`\n## ${heading}\n`);
  const shown = after.match(/^(`{3,4})\w+\n([\s\S]*?)^\1$/m)?.[2];
  if (shown === undefined) throw new Error(`the README shows no file under "${heading}"`);
  return shown;
}

/** Does what the README tells a clerk to do: copies the files that it shows into a folder. */
function copied(): string {
  const folder = mkdtempSync(join(tmpdir(), "mishu-my-office-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [file, heading] of [
    ["rulebook.yaml", "`rulebook.yaml`"],
    ["rules.md", "`rules.md`"],
    ["vocabulary.yaml", "`vocabulary.yaml`"],
    ["questions/front-desk.en.md", "Sample questions"],
  ] as const) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), shownUnder(heading));
  }
  return folder;
}

describe("a clerk who follows rules/README.md", () => {
  it("has a rulebook that loads", () => {
    const { rulebook, findings } = readRulebook(copied());
    expect(findings).toEqual([]);
    expect(rulebook?.facts.size).toBe(6);
    expect(rulebook?.source.articles.size).toBe(3);
  });

  it("has one that answers, asks back and leaves open", () => {
    const loaded = loadRulebook(copied());
    const assistant = createAssistant(loaded.rulebook, buildIndex(loaded));
    const heard = (question: string) => {
      const { outcome } = assistant.ask(question);
      if (outcome.kind === "answered") return outcome.facts[0].id;
      return outcome.kind === "silent" ? `silent ${outcome.fact.id}` : outcome.kind;
    };
    expect(heard("The lamp is broken, who do I tell?")).toBe("lamp.broken");
    expect(heard("Who do I ask for leave in winter, as a keeper?")).toBe("leave.winter");
    expect(heard("How many days off?")).toBe("silent leave.days");
    expect(heard("Who do I ask for leave?")).toBe("asks-back");
  });

  it("is told of every kind of question and every unit that there is", () => {
    for (const name of [...questionKinds, ...units]) expect(readme).toContain(`\`${name}\``);
  });

  it("finds every file of the real rulebook in the list", () => {
    for (const file of ["rulebook.yaml", "rules.md", "vocabulary.yaml", "zh-Hans.md", "en.md"])
      expect(readme).toContain(`\`${file}\``);
  });
});
