import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import type { Finding } from "../../src/rulebook/law-text.ts";
import { loadRulebook, RulebookError, readRulebook } from "../../src/rulebook/load.ts";

const template = fileURLToPath(new URL("./rulebooks/lamp-office", import.meta.url));

/** One thing changed in the rulebook of the Lamp Office. Throws when there is nothing to change: a test must not rot. */
export type Change = (folder: string) => void;

/** Other words in a file; the words stand in it exactly once. */
export function replace(file: string, words: string, by: string): Change {
  return (folder) => {
    const path = join(folder, file);
    const parts = readFileSync(path, "utf8").split(words);
    if (parts.length !== 2) throw new Error(`"${words}" stands ${parts.length - 1} times in ${file}, not once`);
    writeFileSync(path, parts.join(by));
  };
}

/** The whole file, as another program would save it. */
export function rewrite(file: string, by: (content: string) => string): Change {
  return (folder) => {
    const path = join(folder, file);
    const content = readFileSync(path, "utf8");
    if (by(content) === content) throw new Error(`nothing was changed in ${file}`);
    writeFileSync(path, by(content));
  };
}

export function remove(file: string): Change {
  return (folder) => rmSync(join(folder, file));
}

export function add(file: string, content: string): Change {
  return (folder) => writeFileSync(join(folder, file), content, { flag: "wx" });
}

/** Writes the rulebook of the Lamp Office, with the changes, into a folder that is gone after the test. */
export function writeRulebook(...changes: readonly Change[]): string {
  const folder = mkdtempSync(join(tmpdir(), "mishu-rulebook-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(template, folder, { recursive: true });
  for (const change of changes) change(folder);
  return folder;
}

/** The number of the first line of a file, from 1, on which these words stand. */
export function lineOf(folder: string, file: string, words: string): number {
  const index = readFileSync(join(folder, file), "utf8")
    .split("\n")
    .findIndex((line) => line.includes(words));
  if (index < 0) throw new Error(`"${words}" does not stand in ${file}`);
  return index + 1;
}

/** What a rulebook folder is refused with; an error when it loads. */
export function refusalOf(folder: string): RulebookError {
  try {
    loadRulebook(folder);
  } catch (error) {
    if (error instanceof RulebookError) return error;
    throw error;
  }
  throw new Error("the rulebook was loaded, not refused");
}

/** The findings in the changed rulebook. */
export function findingsAfter(...changes: readonly Change[]): readonly Finding[] {
  return readRulebook(writeRulebook(...changes)).findings;
}
