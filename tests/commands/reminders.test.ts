import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { PlannedReminder } from "../../src/reminders/kind.ts";
import { planReminder, retryReminder } from "../../src/store/reminders.ts";
import { pointOf, readOut } from "../support/app.ts";
import { owner, startOffice, type TestOffice, tableOf, visitor } from "../support/office.ts";

let office: TestOffice;
beforeEach(async () => {
  office = await startOffice();
  await office.importRoster("id,name,post\n1,李明,mayor\n2,王芳,secretary-general\n3,赵强,department-head\n");
});
afterEach(async () => {
  expect(office.trouble).toEqual([]);
  await office.close();
});

const head = visitor("U3");
const secretary = visitor("U2");

/** Plans a reminder of leave, for the secretary-general if nobody else is named. */
const plan = (number: number, time: string, given: Partial<PlannedReminder> = {}) =>
  office.running.store.transaction((records) =>
    planReminder(records, {
      key: `leave.decide:leave:${number}:0`,
      kind: "leave.decide",
      subject: `leave:${number}`,
      recipient: "person:2",
      step: 0,
      at: new Date(`${time.replace(" ", "T")}:00+08:00`),
      details: { reason: "a secret" },
      ...given,
    }),
  );

describe("/reminders", () => {
  test("shows what is coming for oneself, when and why, and nothing of others", async () => {
    await office.link(secretary, "2");
    await plan(12, "2026-11-24 10:00");
    await plan(13, "2026-11-23 11:00", { kind: "leave.substitute" });
    await plan(14, "2026-11-23 10:00", { recipient: "person:3", kind: "leave.return" });
    const reply = await office.type("/reminders", secretary);
    expect(pointOf(reply)).toBe("These reminders are coming for you:");
    expect(tableOf(reply)).toEqual([
      ["2026-11-23 11:00", "leave request 13: a substitute is to be named"],
      ["2026-11-24 10:00", "leave request 12 is not decided yet"],
    ]);
    expect(readOut(reply)).toContain(
      "Times of Asia/Shanghai. People are reminded on working days, 09:00-12:00, 13:30-17:30",
    );
    expect(readOut(reply)).not.toContain("secret");
  });

  test("says which wait for office hours, which come at once, and which went wrong", async () => {
    await office.link(secretary, "2");
    await plan(1, "2026-11-23 08:59");
    await plan(2, "2026-11-23 20:00");
    await plan(3, "2026-11-28 10:00");
    await plan(4, "2026-11-23 08:00");
    await office.running.store.transaction((records) =>
      retryReminder(records, { key: "leave.decide:leave:4:0", attempts: 0 }, new Date("2026-11-23T09:30:00+08:00")),
    );
    const whens = async () => tableOf(await office.type("/reminders", secretary)).map(([when]) => when);
    expect(await whens()).toEqual([
      "at once",
      "2026-11-23 09:30 (went wrong once, is tried again)",
      "2026-11-24 09:00 (waits for office hours)",
      "2026-11-30 09:00 (waits for office hours)",
    ]);
    // in the evening nothing comes at once
    office.setClock("2026-11-23T21:00:00+08:00");
    expect((await whens())[0]).toBe("2026-11-24 09:00 (waits for office hours)");
  });

  test("shows everybody's to those who may see them, by name, and nobody else", async () => {
    await office.link(secretary, "2");
    await office.link(head, "3");
    await plan(12, "2026-11-24 10:00");
    await plan(13, "2026-11-24 11:00", { recipient: "channel:slack:T1:C7" });
    await plan(14, "2026-11-24 14:00", { recipient: "" });
    const own = await office.type("/reminders", secretary);
    expect(own.buttons.map(({ label }) => label)).toEqual(["Everybody's reminders"]);
    const reply = await office.press(own, "Everybody", secretary);
    expect(tableOf(reply).map(([, , to]) => to)).toEqual(["王芳", "Slack: C7", "whoever it concerns then"]);
    expect(tableOf(await office.type("/reminders all:yes", owner))).toHaveLength(3);
    const refused = await office.type("/reminders all:yes", head);
    expect(refused.tone).toBe("refused");
    expect(readOut(refused)).toContain("You may not see everybody's reminders.");
    expect((await office.type("/reminders", head)).buttons).toEqual([]);
  });

  test("says that nothing is coming, and what Mishu reminds of; to somebody unknown, how to become known", async () => {
    await office.link(head, "3");
    const none = await office.type("/reminders", head);
    expect(pointOf(none)).toBe("No reminder is coming for you.");
    expect(readOut(none)).toContain("Mishu reminds by itself while something waits for somebody");
    expect(readOut(await office.type("/reminders", visitor("U9")))).toContain("Ask an administrator for a code");
    expect(pointOf(await office.type("/reminders all:yes", owner))).toBe("No reminder is coming.");
  });

  test("shows the first twenty of many, and says so", async () => {
    for (let number = 1; number <= 21; number++) await plan(number, "2026-11-24 10:00");
    const reply = await office.type("/reminders all:yes", owner);
    expect(tableOf(reply)).toHaveLength(20);
    expect(readOut(reply)).toContain("Only the first 20 are shown.");
  });

  test("is answered in the reader's Chinese", async () => {
    await plan(12, "2026-11-23 20:00");
    const simplified = await office.type("/reminders all:yes", { ...owner, locale: "zh-Hans" });
    expect(tableOf(simplified)).toEqual([["2026-11-24 09:00（待办公时间发出）", "第12号请假申请尚未审批", "王芳"]]);
    const traditional = await office.type("/提醒 全部:yes", { ...owner, locale: "zh-Hant" });
    expect(tableOf(traditional)).toEqual([["2026-11-24 09:00（待辦公時間發出）", "第12號請假申請尚未審批", "王芳"]]);
  });
});
