import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { planMorning } from "../../src/deadline-desk/morning.ts";
import { readOfficeSettings } from "../../src/office/settings.ts";
import type { Reply } from "../../src/reply.ts";
import { rewriteDeadline, takeDeadline } from "../../src/store/deadlines.ts";
import { plannedSubjects } from "../../src/store/reminders.ts";
import { readSettings } from "../../src/store/settings.ts";
import { pointOf } from "../support/app.ts";
import { databases } from "../support/databases.ts";
import { type DeadlineOffice, deadlineOffice } from "../support/deadlines.ts";

const all = databases();
const [, postgres] = all;
let office: DeadlineOffice;

afterEach(async () => {
  expect(office.trouble).toEqual([]);
  await office.close();
});

describe.each(all)("what comes at the same moment, on $name", (database) => {
  beforeEach(async () => {
    office = await deadlineOffice(await database.place());
  });

  it("is taken in once: of those who bring the same document the others are told its number", async () => {
    const line = "/deadline add 校车经费 received:2026-11-20 reference:常政办〔2026〕88号";
    const replies = await Promise.all((["finance", "deputy", "staff"] as const).map((who) => office.as(who, line)));
    const points = replies.map(pointOf).sort();
    expect(points.filter((each) => each.startsWith("Followed up as No. 1: "))).toHaveLength(1);
    expect(points.filter((each) => each.includes("is followed up already, as No. 1"))).toHaveLength(2);
  });
});

describe.runIf(postgres)("what somebody has in hand while it is finished, on PostgreSQL", () => {
  beforeEach(async () => {
    office = await deadlineOffice(await postgres?.place());
  });

  /** Finishes one, and before that is kept has something else done that waits for it. */
  async function finishDuring(number: number, other: () => Promise<unknown>): Promise<void> {
    let done: Promise<unknown> = Promise.resolve();
    await office.running.store.transaction(async (records) => {
      const found = await takeDeadline(records, number);
      if (!found) throw new Error(`there is no ${number}`);
      await rewriteDeadline(records, { ...found, status: "done", finishedOn: found.receivedOn, result: "已办" });
      done = other();
      await someoneWaits(done);
    });
    await done;
  }

  /** Until somebody waits for somebody else, or has done everything without waiting. */
  async function someoneWaits(work: Promise<unknown>): Promise<void> {
    let over = false;
    void work.finally(() => {
      over = true;
    });
    const waiting = sql<{ readonly count: number }>`
      select count(*)::int as count from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    const { store } = office.running;
    while (!over && (await store.look(({ db }) => waiting.execute(db))).rows[0]?.count === 0);
  }

  it("stays finished though the lead department's day is counted at that moment", async () => {
    await office.as("finance", "/deadline add 校车 received:2026-11-20 category:needs-study consulted:市教育局");
    await finishDuring(2, () => office.as("finance", "/deadline category 1 needs-consultation reason:只需会商"));
    expect(await office.deadline(2)).toMatchObject({ status: "done", result: "已办", due: null });
    expect((await office.deadline(1)).due).not.toBeNull();
  });

  it("stays finished though a notice moves the lead department's day at that moment", async () => {
    const line = "/deadline add 校车 received:2026-11-20 category:needs-study consulted:市教育局";
    await office.running.tick();
    await office.as("finance", line);
    await office.as("finance", "/deadline explain 1 已调研");
    const { due } = await office.deadline(2);
    const file = `notice: 国办发明电〔2026〕99号\nyear: 2027\noff:\n  - {holiday: 元旦, from: "2027-01-01", until: "2027-01-03"}\n`;
    await office.give("workdays", { file }, { ...office.visitorOf("clerk"), id: "U-OWNER", owner: true });
    await finishDuring(2, () => office.at("2026-11-23T09:01:00+08:00"));
    expect(await office.deadline(2)).toMatchObject({ status: "done", result: "已办", due });
    expect((await office.deadline(1)).due).toEqual({ from: "2027-01-04", until: "2027-01-04" });
  });

  it("has a morning, though the last morning with nothing open ends while it is opened again", async () => {
    await office.as("finance", "/deadline add 校车 received:2026-11-20 category:own-authority");
    await office.as("finance", "/deadline finish 1 已办");
    const { store } = office.running;
    let round: Promise<void> = Promise.resolve();
    await store.transaction(async (records) => {
      const found = await takeDeadline(records, 1);
      if (!found) throw new Error("there is none");
      await rewriteDeadline(records, { ...found, status: "open", finishedOn: null });
      const settings = readOfficeSettings(await readSettings(records));
      await planMorning({ records, now: office.now(), settings, ...office.app });
      round = office.at("2026-11-24T09:00:00+08:00");
      await someoneWaits(round);
    });
    await round;
    const waiting = await store.look((records) => plannedSubjects(records, "deadline.morning"));
    expect([...waiting]).toEqual(["deadlines"]);
  });

  it("stays finished though a morning comes at that moment, and nobody is asked about it any more", async () => {
    await office.as("clerk", "/deadline add 批示 kind:instruction department:市教育局 leader:1001");
    await office.at("2026-11-30T09:00:00+08:00");
    const told = (replies: readonly Reply[]) =>
      replies.filter((each) => pointOf(each).startsWith("Your morning")).length;
    const before = told(await office.to("education"));
    // a week later nobody has said by when
    await finishDuring(1, () => office.at("2026-12-07T09:00:00+08:00"));
    expect(told(await office.to("education"))).toBe(before);
    expect(await office.deadline(1)).toMatchObject({ status: "done", result: "已办" });
  });
});
