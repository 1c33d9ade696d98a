import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { describe, expect, onTestFinished, test } from "vitest";
import { verifyCopy } from "../../src/store/copy.ts";
import { filesOf, openStore, type Store } from "../../src/store/store.ts";

const modeOf = (file: string) => (statSync(file).mode & 0o777).toString(8);

/** A folder on a machine where everything new may be read and written by everybody. */
function openFolder(): string {
  const usual = process.umask(0);
  const folder = mkdtempSync(join(tmpdir(), "mishu-private-"));
  onTestFinished(() => {
    process.umask(usual);
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

async function opened(file: string): Promise<Store> {
  const store = await openStore({ file });
  onTestFinished(() => store.close());
  return store;
}

describe("the files of the office, on a machine with other users", () => {
  test("are closed to them, in folders that are", async () => {
    const folder = openFolder();
    const file = join(folder, "office", "data", "office.sqlite");
    await opened(file);
    expect(filesOf(file).map(modeOf)).toEqual(["600", "600", "600"]);
    expect([join(folder, "office"), join(folder, "office", "data")].map(modeOf)).toEqual(["700", "700"]);
  });

  test("are closed when an earlier Mishu left them open; a folder that was there stays as it is", async () => {
    const folder = join(openFolder(), "data");
    mkdirSync(folder, 0o755);
    const file = join(folder, "office.sqlite");
    const earlier = new Sqlite(file);
    earlier.pragma("journal_mode = WAL");
    earlier.exec("create table something (a)");
    for (const each of filesOf(file)) chmodSync(each, 0o644);
    await opened(file);
    earlier.close();
    expect(filesOf(file).map(modeOf)).toEqual(["600", "600", "600"]);
    expect(modeOf(folder)).toBe("755");
  });

  test("are copied into one that is closed before anything is in it, and whole without others beside it", async () => {
    const folder = openFolder();
    const store = await opened(join(folder, "office.sqlite"));
    mkdirSync(join(folder, "copies"));
    const copy = join(folder, "copies", "copy.sqlite");
    const copying = store.backup(copy);
    expect([modeOf(copy), statSync(copy).size]).toEqual(["600", 0]);
    await copying;
    expect(await verifyCopy(copy)).toMatchObject({ damage: "", audit: { faults: [] } });
    expect(readdirSync(join(folder, "copies"))).toEqual(["copy.sqlite"]);
    expect(modeOf(copy)).toBe("600");
  });
});
