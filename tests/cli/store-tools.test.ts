import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import Sqlite from "better-sqlite3";
import { sql } from "kysely";
import { afterAll, describe, expect, test } from "vitest";
import { erasedNotice } from "../../src/erased-notice.ts";
import { paragraph, reply } from "../../src/reply.ts";
import { linkAccount, seeAccount } from "../../src/store/accounts.ts";
import { addAdministrator } from "../../src/store/administrators.ts";
import { addToAudit, verifyAudit } from "../../src/store/audit.ts";
import { postMessage } from "../../src/store/outbox.ts";
import { keepPerson, personById } from "../../src/store/people.ts";
import { writeSetting } from "../../src/store/settings.ts";
import { openStore, type Place, type Store } from "../../src/store/store.ts";
import { projectFolder } from "../support/app.ts";
import { databases } from "../support/databases.ts";
import { programFolder } from "../support/postgres.ts";

const all = databases();
const [sqlite, postgres] = all;

const now = new Date("2026-11-23T09:00:00+08:00");
const folder = mkdtempSync(join(tmpdir(), "mishu-tools-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
// on a machine where everything new may be read by everybody
const usual = process.umask(0);
afterAll(() => void process.umask(usual));
let files = 0;
const newFile = (ending: string) => join(folder, `file-${files++}.${ending}`);

function settingsOf(place: Place): Record<string, string> {
  const given = "file" in place ? { MISHU_DATABASE: place.file } : { DATABASE_URL: place.url };
  // set but empty counts as not set, also for what stands in somebody's .env
  return { MISHU_DATABASE: "", DATABASE_URL: "", MISHU_PLATFORMS: "terminal", ...given };
}

type Tool = "audit-verify" | "backup" | "export" | "erase";

function run(tool: Tool, place: Place, given: readonly string[] = [], more: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`src/cli/${tool}.ts`, ...given], {
    cwd: projectFolder,
    encoding: "utf8",
    env: { PATH: process.env.PATH, ...settingsOf(place), ...more },
  });
  return { status, stdout, stderr };
}

async function live(store: Store): Promise<void> {
  await store.transaction(async (records) => {
    await writeSetting(records, "time-zone", "Asia/Shanghai");
    for (const [id, name] of [
      ["17", "王朝霞"],
      ["18", "李明"],
      ["19", "李明"],
    ] as const) {
      await keepPerson(records, {
        id,
        name,
        email: id === "17" ? "wang@example.gov" : null,
        tenures: [],
        portfolio: [],
      });
      addToAudit(records, {
        at: now,
        platform: "slack",
        actor: "person:18",
        action: "person.add",
        subject: `person:${id}`,
        details: { name },
        about: id,
      });
    }
    const account = { platform: "slack", workspace: "T1", id: "U17", name: "zhaoxia" };
    await seeAccount(records, account, undefined, now);
    await linkAccount(records, account, "17", now);
    await addAdministrator(records, "person:18", now);
  });
}

const headOf = (printed: string) => printed.match(/Head: +([0-9a-f]{64})/)?.[1] ?? "";

describe.each(all)("on $name", (database) => {
  const office = async () => {
    const place = await database.place();
    const store = await database.open(place);
    await live(store);
    return { place, store };
  };

  describe("audit:verify", () => {
    test("tells that the audit holds, its head, and what to do with it", async () => {
      const { place } = await office();
      const first = run("audit-verify", place);
      expect(first.stderr).toBe("");
      expect(first.status).toBe(0);
      expect(first.stdout).toContain("Events:  3\nErased:  0 ");
      expect(first.stdout).toContain("The audit holds from event 1 to event 3");
      expect(first.stdout).toContain("shows only with a head that was noted earlier");
      expect(first.stdout).toContain("Keep the present head outside this machine");
      expect(first.stdout).toContain(`npm run audit:verify -- --head ${headOf(first.stdout)}\n`);
      const again = run("audit-verify", place, ["--head", headOf(first.stdout).toUpperCase()]);
      expect([again.status, again.stdout]).toEqual([0, expect.stringContaining("The hash that you gave is in it")]);
    });

    test("does not claim to know what only an earlier head tells: that its end was cut off", async () => {
      const { place, store } = await office();
      const head = headOf(run("audit-verify", place).stdout);
      await store.transaction(async ({ db }) => {
        await sql
          .raw(`drop trigger ${database.kind === "sqlite" ? "audit_no_delete" : "audit_only_added_to on audit"}`)
          .execute(db);
        await db.deleteFrom("audit").where("sequence", "=", 3).execute();
        await db.deleteFrom("audit_detail").where("sequence", "=", 3).execute();
      });
      const without = run("audit-verify", place);
      expect([without.status, without.stdout]).toEqual([0, expect.not.stringContaining("cut off since")]);
      expect(without.stdout).toContain("The audit holds from event 1 to event 2");
      expect(without.stdout).toContain("Whether events were cut off after the last one");
      const { status, stdout } = run("audit-verify", place, ["--head", head]);
      expect(status).toBe(1);
      expect(stdout).toContain("Event 2 is the last one, but the hash that you gave is in none");
    });

    test("says of an office in which nothing was done that there is nothing", async () => {
      const place = await database.place();
      await database.open(place);
      expect(run("audit-verify", place).stdout).toContain("The audit has no events.");
    });

    test("tells each fault in plain words, and ends with 1", async () => {
      const { place, store } = await office();
      await store.transaction(async ({ db }) => {
        const guards =
          database.kind === "sqlite" ? ["audit_no_update", "audit_no_delete"] : ["audit_only_added_to on audit"];
        for (const each of guards) await sql.raw(`drop trigger ${each}`).execute(db);
        await db.updateTable("audit").set({ subject: "person:20" }).where("sequence", "=", 3).execute();
        await db.deleteFrom("audit").where("sequence", "=", 1).execute();
        await db.deleteFrom("audit_detail").where("sequence", "=", 2).execute();
      });
      const { status, stdout } = run("audit-verify", place, ["--head", "f".repeat(64)]);
      expect(status).toBe(1);
      expect(stdout).toContain("The audit does not hold: 5 faults.");
      expect(stdout).toContain("- Event 1 is missing: events were taken out here.");
      expect(stdout).toContain("- Event 2 was changed");
      expect(stdout).toContain("- Event 2 has lost its details, and no erasure tells of it.");
      expect(stdout).toContain("- Event 3 was changed");
      expect(stdout).toContain("the hash that you gave is in none");
      expect(stdout).toContain("Keep a copy of the database as it is now");
    });
  });

  describe("export", () => {
    test("prints everything about one person, found by number, mail address or name", async () => {
      const { place } = await office();
      for (const typed of ["17", "wang@example.gov", "王朝霞"]) {
        const { status, stdout, stderr } = run("export", place, [typed]);
        expect([status, stderr]).toEqual([0, ""]);
        expect(JSON.parse(stdout)).toMatchObject({
          person: { id: "17", name: "王朝霞" },
          accounts: [{ platform: "slack", id: "U17" }],
          events: [{ action: "person.add", details: { name: "王朝霞" } }],
        });
      }
    });

    test("writes it into a file that only its owner may read, and over no other", async () => {
      const { place } = await office();
      const file = newFile("json");
      const { status, stdout } = run("export", place, ["17", file]);
      expect([status, stdout]).toEqual([0, `Everything that is kept about person 17 is in ${file}.\n`]);
      expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ person: { id: "17" } });
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(run("export", place, ["17", file])).toMatchObject({
        status: 1,
        stderr: expect.stringContaining("is there already"),
      });
    });

    test("says whom it cannot tell apart, and whom it does not find", async () => {
      const { place } = await office();
      const two = run("export", place, ["李明"]);
      expect([two.status, two.stdout]).toEqual([1, ""]);
      expect(two.stderr).toBe("2 people have that name. Give the number of one: 18, 19.\n");
      expect(run("export", place, ["99"]).stderr).toContain("nobody with that number, mail address or name");
    });
  });

  describe("erase", () => {
    test("without --yes only tells what would go", async () => {
      const { place, store } = await office();
      const { status, stdout } = run("erase", place, ["17"]);
      expect(status).toBe(0);
      expect(stdout).toContain("- 1 account with");
      expect(stdout).toContain("- the details of 1 audit event\n");
      expect(stdout).toContain("Nothing is erased yet.");
      expect(stdout).toContain("npm run erase -- 17 --yes");
      expect((await store.look((records) => personById(records, "17")))?.name).toBe("王朝霞");
    });

    test("with --yes erases, leaves its own event, and the audit still holds", async () => {
      const { place, store } = await office();
      const letter = JSON.stringify(reply({ tone: "done", language: "zh-Hans", blocks: [paragraph("王朝霞出差")] }));
      await store.transaction((records) => postMessage(records, { recipient: "person:18", reply: letter, now }));
      const { status, stdout, stderr } = run("erase", place, ["17", "--yes"]);
      expect([status, stderr]).toEqual([0, ""]);
      expect(stdout).toContain("Person 17 is erased, with the details of 1 audit event.");
      expect(stdout).toContain("1 message or answer for others named them");
      const waiting = await store.look(({ db }) => db.selectFrom("outbox").select("reply").execute());
      expect(waiting.map((each) => each.reply)).toEqual([JSON.stringify(erasedNotice.told("zh-Hans"))]);
      expect(stdout).toContain("Backups made before today still hold the person");
      expect(await store.look((records) => personById(records, "17"))).toBeUndefined();
      const last = await store.look(({ db }) =>
        db.selectFrom("audit").select(["action", "subject", "actor"]).orderBy("sequence", "desc").limit(1).execute(),
      );
      expect(last).toEqual([
        { action: "person.erase", subject: "person:17", actor: expect.stringMatching(/^account:terminal::./) },
      ]);
      expect(await store.look((records) => verifyAudit(records))).toMatchObject({ events: 4, erased: 1, faults: [] });
      expect(run("audit-verify", place).stdout).toContain("Erased:  1 ");
      expect(run("erase", place, ["17", "--yes"])).toMatchObject({
        status: 1,
        stderr: expect.stringContaining("or they were erased"),
      });
    });

    test("does not leave the office without an administrator", async () => {
      const { place, store } = await office();
      for (const given of [["18"], ["18", "--yes"]]) {
        const { status, stderr } = run("erase", place, given);
        expect(status).toBe(1);
        expect(stderr).toContain("Person 18 is the only administrator");
        expect(stderr).toContain("/roster admin");
      }
      await store.transaction((records) => addAdministrator(records, "person:19", now));
      expect(run("erase", place, ["18", "--yes"]).status).toBe(0);
    });
  });
});

describe("backup, of SQLite", () => {
  const office = async () => {
    const place = await sqlite?.place();
    const store = await sqlite?.open(place);
    if (!place || !store || !("file" in place)) throw new Error("SQLite is always there");
    await live(store);
    return { place, store };
  };

  test("goes beside the database under the minute of the office, and can be put back", async () => {
    const { place } = await office();
    const { status, stdout, stderr } = run("backup", place);
    expect([status, stderr]).toEqual([0, ""]);
    const [name = ""] = readdirSync(dirname(place.file)).filter((each) => each.startsWith("backup-"));
    expect(name).toMatch(/^backup-\d{4}-\d\d-\d\d-\d{4}\.sqlite$/);
    const file = join(dirname(place.file), name);
    expect(stdout).toContain(`Backup:  ${file}, 3 audit events, read through: whole, and the audit holds.`);
    expect(stdout).toContain(`To put it back: stop Mishu, then put it in the place of ${place.file}`);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(dirname(file)).filter((each) => each.startsWith("backup-"))).toEqual([name]);
    const restored = await openStore({ file });
    expect((await restored.look((records) => personById(records, "17")))?.name).toBe("王朝霞");
    expect((await restored.look((records) => verifyAudit(records))).head).toBe(headOf(stdout));
    await restored.close();
  });

  test("is whole while Mishu goes on writing", async () => {
    const { place } = await office();
    const writer = writing(place);
    await writer.started;
    const file = newFile("sqlite");
    const { status, stdout } = run("backup", place, [file]);
    writer.process.kill("SIGKILL");
    expect(status).toBe(0);
    expect(stdout).toContain("read through: whole, and the audit holds");
    const copy = new Sqlite(file, { readonly: true });
    const [events, settings] = [
      "select count(*) from audit where action = 'write'",
      "select value from setting where name = 'count'",
    ].map((each) => Number(copy.prepare(each).pluck().get()));
    copy.close();
    expect(events).toBeGreaterThan(0);
    expect(events).toBe(settings);
  });

  test("is not written over a file, nor where it cannot be written", async () => {
    const { place } = await office();
    const file = newFile("sqlite");
    writeFileSync(file, "mine");
    expect(run("backup", place, [file])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("is there already"),
    });
    expect(readFileSync(file, "utf8")).toBe("mine");
    const within = run("backup", place, [join(file, "deeper")]);
    expect(within).toMatchObject({ status: 1, stderr: expect.stringContaining("could not be written") });
  });

  test("is thrown away when the audit in it does not hold", async () => {
    const { place, store } = await office();
    await store.transaction(({ db }) => db.deleteFrom("audit_detail").where("sequence", "=", 2).execute());
    const file = newFile("sqlite");
    const { status, stderr } = run("backup", place, [file]);
    expect([status, existsSync(file)]).toEqual([1, false]);
    expect(stderr).toContain("npm run audit:verify tells what is wrong");
  });
});

describe.runIf(postgres)("backup, of PostgreSQL", () => {
  const office = async () => {
    const place = await postgres?.place();
    const store = await postgres?.open(place);
    if (!place || !store || !("url" in place)) throw new Error("PostgreSQL is there");
    await live(store);
    return { place, store };
  };

  test("is made by pg_dump and can be put back", async () => {
    const { place } = await office();
    const file = newFile("dump");
    const programs = programFolder() ?? "";
    const path = { PATH: `${programs}:${process.env.PATH}` };
    const { status, stdout, stderr } = run("backup", place, [file], path);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain(`Backup:  ${file}, made by pg_dump`);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(stdout).toContain(`pg_restore --no-owner --dbname="$DATABASE_URL" ${file}`);
    const empty = await postgres?.place();
    const url = empty && "url" in empty ? empty.url : "";
    const put = spawnSync(join(programs, "pg_restore"), ["--no-owner", `--dbname=${url}`, file], { encoding: "utf8" });
    expect([put.status, put.stderr]).toEqual([0, ""]);
    const restored = await postgres?.open({ url });
    expect(await restored?.look((records) => verifyAudit(records))).toMatchObject({
      events: 3,
      faults: [],
      head: headOf(stdout),
    });
  });

  test("tells the command where pg_dump is not installed", async () => {
    const { place } = await office();
    const file = newFile("dump");
    const { status, stderr } = run("backup", place, [file], { PATH: "/nowhere" });
    expect(status).toBe(1);
    expect(stderr).toContain("pg_dump, which is not on this machine");
    expect(stderr).toContain(`pg_dump --format=custom --no-owner --file=${file} "$DATABASE_URL"`);
  });
});

describe("every tool", () => {
  const tools = ["audit-verify", "backup", "export", "erase"] as const;
  const given: Readonly<Record<Tool, readonly string[]>> = {
    "audit-verify": [],
    backup: [],
    export: ["17"],
    erase: ["17"],
  };

  test.each(tools)("%s names the setting when there is no database, and makes none", (tool) => {
    const file = newFile("sqlite");
    const { status, stderr } = run(tool, { file }, given[tool]);
    expect(status).toBe(1);
    expect(stderr).toContain(`There is no database file ${file}. Set MISHU_DATABASE`);
    expect(existsSync(file)).toBe(false);
  });

  test.each(tools)("%s names the setting when no server answers, and tells no password", (tool) => {
    const { status, stderr } = run(tool, { url: "postgresql://mishu:hunter2@127.0.0.1:1/office" }, given[tool]);
    expect(status).toBe(1);
    expect(stderr).toContain("The PostgreSQL server of DATABASE_URL cannot be used: nothing answers at its address");
    expect(stderr).not.toContain("hunter2");
  });

  test("names a setting that cannot be used", () => {
    const { status, stderr } = run("audit-verify", { url: "mysql://office" });
    expect(status).toBe(1);
    expect(stderr).toContain("DATABASE_URL must begin with postgresql://");
  });

  test("is told how it is used when something is missing, too much or unknown", () => {
    const place = { file: newFile("sqlite") };
    const wrong: readonly (readonly [Tool, readonly string[]])[] = [
      ["audit-verify", ["--head", "12"]],
      ["audit-verify", ["--tail"]],
      ["backup", ["a", "b"]],
      ["backup", ["--fast"]],
      ["export", []],
      ["export", ["17", "a", "b"]],
      ["erase", []],
      ["erase", ["17", "18"]],
      ["erase", ["17", "--no"]],
    ];
    for (const [tool, words] of wrong) {
      const { status, stdout, stderr } = run(tool, place, words);
      expect([tool, status, stdout]).toEqual([tool, 2, ""]);
      expect(stderr).toMatch(/^npm run |--head takes/);
    }
  });
});

/** A process that writes without a pause: a setting that counts, and an audit event for each count. */
function writing(place: Place): { readonly process: ChildProcess; readonly started: Promise<void> } {
  const code = `
    const { openStore } = await import("./src/store/store.ts");
    const { addToAudit } = await import("./src/store/audit.ts");
    const { writeSetting } = await import("./src/store/settings.ts");
    const store = await openStore(JSON.parse(process.argv[1]));
    for (let count = 1; ; count++) {
      await store.transaction(async (records) => {
        await writeSetting(records, "count", String(count));
        addToAudit(records, { at: new Date(0), platform: "slack", actor: "a", action: "write", subject: "s" });
      });
      if (count === 20) process.stdout.write("started");
    }`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", code, JSON.stringify(place)], {
    cwd: projectFolder,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const started = new Promise<void>((resolve) => child.stdout.once("data", () => resolve()));
  return { process: child, started };
}
