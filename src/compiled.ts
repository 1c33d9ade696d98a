import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { deserialize, serialize } from "node:v8";
import { type AskIndex, buildIndex } from "./ask/assistant.ts";
import { loadRulebook } from "./rulebook/load.ts";
import type { Rulebook } from "./rulebook/model.ts";
import { readNotices } from "./workdays/load.ts";
import type { Notice } from "./workdays/notice.ts";

/** A rulebook, checked, with the index for questions, and the notices on working days: all that a start needs. */
export interface Compiled {
  readonly rulebook: Rulebook;
  readonly index: AskIndex;
  readonly notices: readonly Notice[];
}

/** The notices on working days: the same for every office. */
export const workdaysFolder = fileURLToPath(new URL("../rules/workdays", import.meta.url));

const sourceFolder = fileURLToPath(new URL(".", import.meta.url));
const cacheFolder = fileURLToPath(new URL("../node_modules/.cache/mishu/", import.meta.url));

/**
 * Loads a rulebook. What was compiled from the very same files (rulebook and program) is taken from the cache, which
 * makes a start five times quicker; without a usable cache it is compiled anew and kept, if that can be written.
 * Throws a RulebookError that lists what is wrong in the rulebook, a CalendarError what is wrong in the notices.
 */
export function loadCompiled(folder: string): Compiled {
  const file = join(cacheFolder, `${basename(resolve(folder))}-${fingerprint(folder)}.bin`);
  const kept = readKept(file);
  if (kept) return kept;
  const loaded = loadRulebook(folder);
  const compiled = { rulebook: loaded.rulebook, index: buildIndex(loaded), notices: readNotices(workdaysFolder) };
  keep(file, compiled);
  return compiled;
}

/** Changes whenever a file of the rulebook or of what reads it changes. */
function fingerprint(folder: string): string {
  const hash = createHash("sha256").update(process.version).update(resolve(folder));
  const sources = ["ask", "rulebook", "workdays"].map((each) => join(sourceFolder, each));
  // packages and the two small files that both folders use
  for (const file of ["script.ts", "text.ts", "../package.json"]) hash.update(readFileSync(join(sourceFolder, file)));
  for (const root of [folder, workdaysFolder, ...sources])
    for (const name of filesIn(root)) {
      hash.update(name);
      hash.update(readFileSync(join(root, name)));
    }
  return hash.digest("hex").slice(0, 32);
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile())
      .map((each) => join(each.parentPath, each.name).slice(folder.length))
      .sort();
  } catch {
    // a folder that cannot be read is reported by the loader, in words
    return [];
  }
}

function readKept(file: string): Compiled | undefined {
  try {
    return deserialize(readFileSync(file)) as Compiled;
  } catch {
    return undefined;
  }
}

function keep(file: string, compiled: Compiled): void {
  try {
    mkdirSync(cacheFolder, { recursive: true });
    // two processes may write at once: each writes its own file and puts it in place whole
    const own = `${file}.${process.pid}`;
    writeFileSync(own, serialize(compiled));
    renameSync(own, file);
    removeOlder(file);
  } catch {
    // a read-only installation works as well, only slower to start
  }
}

/** Removes what was kept of earlier states of the same rulebook. */
function removeOlder(file: string): void {
  const name = basename(file);
  const rulebook = name.slice(0, name.lastIndexOf("-") + 1);
  for (const other of readdirSync(cacheFolder))
    if (other.startsWith(rulebook) && /^[0-9a-f]{32}\.bin$/.test(other.slice(rulebook.length)) && other !== name)
      rmSync(join(cacheFolder, other));
}
