import { describe, expect, test } from "vitest";
import { readOut } from "../support/app.ts";
import { databases } from "../support/databases.ts";
import { leaveOffice } from "../support/leave.ts";
import { owner } from "../support/office.ts";

describe.each(databases())("what comes at the same instant, on $name", (database) => {
  test("of all who press one decides; the others are told by whom, whatever they wanted, and nobody is told twice", async () => {
    const office = await leaveOffice(await database.place());
    const meeting = await office.meeting("executive-vice-mayor");
    for (let number = 1; number <= 8; number++) {
      await office.ask("vice", { occasion: "executive-meeting", meeting });
      const before = (await office.to("vice")).length;
      const pressed = await Promise.all([
        office.as("executive", `/leave approve ${number}`),
        office.as("mayor", `/leave refuse ${number} not now`),
        office.as("executive", `/leave approve ${number}`),
        office.as("mayor", `/leave approve ${number}`),
      ]);
      expect(pressed.map(({ tone }) => tone).sort()).toEqual(["done", "refused", "refused", "refused"]);
      for (const each of pressed.filter(({ tone }) => tone === "refused"))
        expect(readOut(each)).toMatch(/(approved|refused)\. Nothing was changed\..*Decided by: /s);
      const events = (await office.events()).filter(({ subject }) => subject === `leave:${number}`);
      expect(events.filter(({ action }) => /\.(approve|refuse)$/.test(action))).toHaveLength(1);
      expect(await office.to("vice")).toHaveLength(before + 1);
    }
    expect(office.trouble).toEqual([]);
    await office.close();
  });

  test("of two who circulate the same report one does, and the other is told so", async () => {
    const office = await leaveOffice(await database.place());
    await office.ask("head");
    await office.as("secretary", "/leave approve 1");
    await office.give("settings", { channel: "channel:slack:T1:C-LEAVE", use: "leave" }, owner);
    const circulate = { from: "2026-12", until: "2026-12", circulate: "yes" };
    const pressed = await Promise.all(
      (["director", "supervisor", "director"] as const).map((who) =>
        office.give("leave report", circulate, office.visitorOf(who)),
      ),
    );
    expect(pressed.map(({ tone }) => tone).sort()).toEqual(["done", "needs", "needs"]);
    expect((await office.events()).filter(({ action }) => action === "leave.circulate")).toHaveLength(1);
    expect(office.trouble).toEqual([]);
    await office.close();
  });

  test("an entrustment that is recorded while the holder decides leaves no request with two ends", async () => {
    const office = await leaveOffice(await database.place());
    for (let number = 1; number <= 4; number++) {
      await office.ask("vice");
      const [, approved] = await Promise.all([
        office.type("/roster entrust to:沈静澜 until:2026-12-05 occasion:visit", owner),
        office.as("mayor", `/leave approve ${number}`),
        office.at("2026-11-23T09:00:00+08:00"),
      ]);
      expect(approved?.tone).toBe("done");
      expect(await office.leave(number)).toMatchObject({ status: "approved", decidedBy: "1001" });
      await office.type("/roster entrust end:yes post:市长", owner);
    }
    expect(office.trouble).toEqual([]);
    await office.close();
  });
});
