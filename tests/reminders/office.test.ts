import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { openOffice } from "../../src/app.ts";
import { examine } from "../../src/cli/doctor.ts";
import type { ReminderKind } from "../../src/reminders/kind.ts";
import { paragraph, reply } from "../../src/reply.ts";
import { postMessage } from "../../src/store/outbox.ts";
import { planReminder } from "../../src/store/reminders.ts";
import { writeSetting } from "../../src/store/settings.ts";
import { openStore } from "../../src/store/store.ts";
import { openScene, openWindow } from "../desk/office-with-a-window.ts";
import { projectFolder } from "../support/app.ts";
import { autumn } from "./autumn.ts";
import { at, bell, ringing, wordsOf } from "./bells.ts";

const folder = mkdtempSync(join(tmpdir(), "mishu-reminders-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** An office with a window, which makes its rounds when a test has it do so. */
async function openWith(kinds: readonly ReminderKind[], now: string) {
  const window = openWindow("post");
  const { app, store, trouble } = await openScene([window]);
  const clock = { now: at(now) };
  const office = openOffice(
    { ...app, calendar: autumn },
    store,
    [window],
    { now: () => clock.now, elapsed: () => 0 },
    kinds,
  );
  await store.transaction((records) => writeSetting(records, "language", "en"));
  return {
    office,
    clock,
    trouble,
    plan: (subject: string, time: string) =>
      store.transaction((records) => planReminder(records, bell(subject, time, { recipient: "account:post:W:u1" }))),
    heard: () => window.delivered.splice(0).map((each) => wordsOf(each.reply)),
    left: () => store.look(({ db }) => db.selectFrom("reminder").select("subject").execute()),
  };
}

describe("the rounds of an office", () => {
  test("bring what is due, in the same round in which its time has come", async () => {
    const { office, clock, plan, heard, trouble } = await openWith([ringing()], "2026-09-28 10:00");
    await plan("a", "2026-09-28 10:01");
    await office.tick();
    expect(heard()).toEqual([]);
    clock.now = at("2026-09-28 10:01");
    await office.tick();
    expect(heard()).toEqual(["a"]);
    expect(trouble).toEqual([]);
  });

  test("tell of a reminder that Mishu was not there to send that it is late, and of one that waited for the morning nothing", async () => {
    const { office, clock, plan, heard } = await openWith([ringing()], "2026-09-28 10:00");
    await plan("of the forenoon", "2026-09-28 11:00");
    await plan("of the night", "2026-09-28 23:00");
    clock.now = at("2026-09-29 09:00");
    await office.tick();
    const [forenoon, night] = heard();
    expect(forenoon).toMatch(/^of the forenoon .*2026-09-28 11:00/);
    expect(night).toBe("of the night");
  });

  test("bring the messages that wait also when reminders cannot be looked at", async () => {
    const gone = Object.assign(new Error("the connection is gone"), { code: "08006" });
    const { office, clock, plan, heard, trouble } = await openWith(
      [ringing(({ subject }) => (subject === "b" ? Promise.reject(gone) : { did: "sent" }))],
      "2026-09-28 10:00",
    );
    await plan("a", "2026-09-28 10:00");
    await plan("b", "2026-09-28 10:01");
    clock.now = at("2026-09-28 10:02");
    await office.tick();
    expect(heard().map((words) => words.slice(0, 1))).toEqual(["a"]);
    expect(trouble).toEqual([gone]);
  });

  test("forget what was done a month ago, and what waits never", async () => {
    const { office, clock, plan, left } = await openWith([ringing()], "2026-09-28 10:00");
    await plan("a", "2026-09-28 10:00");
    await plan("b", "2027-09-28 10:00");
    await office.tick();
    clock.now = at("2026-10-28 09:59");
    await office.tidy();
    expect(await left()).toHaveLength(2);
    clock.now = at("2026-10-28 10:01");
    await office.tidy();
    expect(await left()).toEqual([{ subject: "b" }]);
  });

  test("are not begun any more when the office is closed, and one that is under way ends between two reminders", async () => {
    const rung: string[] = [];
    const { office, plan, trouble } = await openWith(
      [
        ringing(({ subject }) => {
          rung.push(subject);
          if (subject === "a") stopped = office.stop();
          return { did: "sent" };
        }),
      ],
      "2026-09-28 10:00",
    );
    let stopped: Promise<void> | undefined;
    for (const each of ["a", "b", "c"]) await plan(each, "2026-09-28 09:30");
    await office.tick();
    await stopped;
    await office.tick();
    expect(rung).toEqual(["a"]);
    expect(trouble).toEqual([]);
  });
});

describe("the program at a terminal alone", () => {
  test("brings messages to whoever sits there without being asked anything, and ends with the input", async () => {
    const file = join(folder, "terminal.sqlite");
    const store = await openStore({ file });
    const told = reply({ tone: "answer", language: "en", blocks: [paragraph("The bell has rung.")] });
    const recipient = `account:terminal::${userInfo().username}`;
    await store.transaction((records) =>
      postMessage(records, { recipient, reply: JSON.stringify(told), now: new Date() }),
    );
    await store.close();
    const child = spawn(process.execPath, ["src/main.ts"], {
      cwd: projectFolder,
      env: { ...process.env, MISHU_DATABASE: file, MISHU_PLATFORMS: "terminal", LC_ALL: "C" },
      stdio: ["pipe", "pipe", "pipe"],
    });
    const [out, err] = [child.stdout, child.stderr].map((stream) => stream.setEncoding("utf8"));
    if (!out || !err) throw new Error("the process has its pipes");
    let said = "";
    let complained = "";
    err.on("data", (text: string) => (complained += text));
    const heard = new Promise<void>((resolve) => {
      out.on("data", (text: string) => {
        said += text;
        if (said.includes("✉")) resolve();
      });
    });
    const gone = once(child, "close");
    await Promise.race([heard, gone]);
    child.stdin.end();
    expect(await gone).toEqual([0, null]);
    expect(said).toBe("\n✉ The bell has rung.\n\n");
    expect(complained).toBe("");
  });
});

describe("the doctor", () => {
  const visit = async (file: string) => {
    const said: string[] = [];
    await examine({ MISHU_DATABASE: file }, (_, findings) => {
      for (const { well, what, next } of findings) said.push(`${well ? "✓" : "✗"} ${what}${next ? ` → ${next}` : ""}`);
    });
    return said.filter((line) => /reminders? wait|No reminder/.test(line));
  };

  test("says how many reminders wait for their time, and which should have been sent", async () => {
    const file = join(folder, "doctor.sqlite");
    const store = await openStore({ file });
    const plan = (subject: string, time: string) =>
      store.transaction((records) => planReminder(records, bell(subject, time)));
    expect(await visit(file)).toEqual(["✓ No reminder waits."]);
    await plan("a", "2199-09-27 10:00");
    expect(await visit(file)).toEqual(["✓ 1 reminder waits for its time."]);
    // a Saturday evening
    await plan("b", "2020-11-07 19:00");
    const [late = ""] = await visit(file);
    expect(late).toMatch(
      /^✗ 2 reminders wait; the oldest should have been sent at 2020-11-09 09:00, \d+ hours ago\. → /,
    );
    await store.close();
  });
});
