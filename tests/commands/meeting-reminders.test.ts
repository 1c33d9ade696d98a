import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { languages } from "../../src/text.ts";
import { pointOf, readOut } from "../support/app.ts";
import { type LeaveOffice, leaveOffice, people, speaking, type Who } from "../support/leave.ts";
import { owner } from "../support/office.ts";

// Monday, 23 November 2026, nine o'clock. An executive meeting is to be held on Wednesday, 2 December, 9:00 to 10:30.

let office: LeaveOffice;

beforeEach(async () => {
  office = await leaveOffice();
});

afterEach(async () => {
  expect(office.trouble).toEqual([]);
  await office.close();
});

const plan = (given: Readonly<Record<string, string>> = {}) =>
  office.give(
    "meeting plan",
    { type: "executive-meeting", day: "12-02", time: "09:00-10:30", title: "第 58 次", presider: "mayor", ...given },
    office.visitorOf("director"),
  );
const announce = () => office.as("director", "/meeting announce 1");
const change = (given: Readonly<Record<string, string>>) =>
  office.give("meeting change", { number: "1", ...given }, office.visitorOf("director"));
const set = (reminders: string) => office.give("settings", { "meeting-reminders": reminders }, owner);
const show = async (who: Who = "director") => readOut(await office.as(who, "/meeting show 1"));
/** What somebody hears when a moment has come; that they are asked to reply, or whether they are there, is another matter. */
const heardAt = async (moment: string, who: Who = "vice"): Promise<readonly string[]> => {
  const before = (await office.to(who)).length;
  await office.at(`${moment.replace(" ", "T")}:00+08:00`);
  return (await office.to(who))
    .slice(before)
    .map(pointOf)
    .filter((each) => !/please say (whether you come|so)/.test(each));
};

describe("the reminders of one meeting", () => {
  it("come when whoever plans it wants them, and say how long it is until then", async () => {
    await plan({ reminders: "2d, 1d, 30min" });
    expect(readOut(await announce())).toContain(
      "Whoever comes is reminded 2 working days before, a working day before, and 30 minutes before",
    );
    expect(await heardAt("2026-11-30 08:59")).toEqual([]);
    expect(await heardAt("2026-11-30 09:00")).toEqual(["A reminder: this meeting is in 2 working days."]);
    expect(await heardAt("2026-12-01 09:00")).toEqual(["A reminder of this meeting; please be on time."]);
    expect(await heardAt("2026-12-02 08:00")).toEqual([]);
    expect(await heardAt("2026-12-02 08:30")).toEqual(["A reminder: this meeting begins in 30 minutes."]);
    expect(await heardAt("2026-12-02 08:59")).toEqual([]);
  });

  it("go to the channel that was chosen as well", async () => {
    const channel = "channel:slack:T1:C-MEETINGS";
    await office.give("settings", { channel, use: "meetings" }, owner);
    await plan({ reminders: "2d" });
    await announce();
    await office.at("2026-11-30T09:00:00+08:00");
    const posted = (await office.messages()).filter(({ to }) => to === channel);
    expect(posted.map(({ reply }) => pointOf(reply)).at(-1)).toBe("会议提醒：距此会议还有 2 个工作日，请准时到会。");
  });

  it("do not come at all where none are wanted", async () => {
    await plan({ reminders: "none" });
    expect(readOut(await announce())).toContain("No reminders are set for it.");
    for (const moment of ["12-01 09:00", "12-02 08:00"]) expect(await heardAt(`2026-${moment}`)).toEqual([]);
    expect(await show()).toContain("No reminder of it is still to come.");
  });

  it("that cannot be read are refused with an example, and nothing is planned", async () => {
    const refused = await plan({ reminders: "when it suits" });
    expect(readOut(refused)).toMatch(/“when it suits” cannot be read as reminders.*For example: 2d, 1d, 30min; none/s);
    expect(readOut(await office.as("director", "/meeting list"))).toContain("No meeting is planned");
  });

  it("can be changed after it was announced, of which nobody is told, and nothing comes twice", async () => {
    await plan();
    await announce();
    await office.as("vice", "/meeting attend 1");
    expect(await heardAt("2026-12-01 09:00")).toEqual(["A reminder of this meeting; please be on time."]);
    const before = (await office.to("vice")).length;
    const done = readOut(await change({ reminders: "1d, 2h, 15min" }));
    expect(done).toMatch(
      /Reminders: as the office has it \(.*\) → a working day before; 2 hours before; 15 minutes before/,
    );
    expect(done).toContain("Nobody was told: only the reminders are different.");
    expect(done).toContain("2026-12-02 07:00 (2 hours before); 2026-12-02 08:45 (15 minutes before)");
    expect(await office.to("vice")).toHaveLength(before);
    expect(await heardAt("2026-12-01 09:30")).toEqual([]);
    expect(await heardAt("2026-12-02 07:00")).toEqual(["A reminder: this meeting begins in 2 hours."]);
    expect(await heardAt("2026-12-02 08:00")).toEqual([]);
    expect(await heardAt("2026-12-02 08:45")).toEqual(["A reminder: this meeting begins in 15 minutes."]);
  });

  it("are those of the office again when they are taken away", async () => {
    await plan({ reminders: "3d" });
    await announce();
    expect((await change({ reminders: "3d" })).tone).toBe("refused");
    expect((await change({ reminders: "-" })).tone).toBe("done");
    expect(await heardAt("2026-11-27 09:00")).toEqual([]);
    expect(await heardAt("2026-12-01 09:00")).toHaveLength(1);
  });

  it("follow the meeting to another day, and those who are told of that hear nothing of the reminders", async () => {
    await plan();
    await announce();
    await change({ day: "12-04", reminders: "2d" });
    const told = (await office.to("vice")).at(-1);
    expect(told && readOut(told)).toMatch(/When: .* → 2026-12-04/);
    expect(told && readOut(told)).not.toMatch(/Reminders:/);
    expect(await heardAt("2026-12-02 09:00")).toContain("A reminder: this meeting is in 2 working days.");
  });

  it("are shown to those who plan meetings as far as they are still to come, to nobody else", async () => {
    await plan();
    expect(await show()).toMatch(
      /Once it is announced, .*: 2026-12-01 09:00 \(a working day before\); 2026-12-02 08:00 \(an hour before\)/,
    );
    await announce();
    office.setClock("2026-12-01T12:00:00+08:00");
    expect(await show()).toMatch(/Whoever comes will be reminded: 2026-12-02 08:00 \(an hour before\)\./);
    expect(await show("vice")).not.toMatch(/will be reminded/);
  });
});

describe("the reminders of the office", () => {
  it("are a working day and an hour before, unless the office sets something else", async () => {
    expect(readOut(await office.type("/settings", owner))).toMatch(
      /Reminders of meetings.*a working day before and an hour before \(default\)/,
    );
    expect(readOut(await set("2个工作日、半小时"))).toMatch(
      /Reminders of meetings.*2 working days before and 30 minutes before/,
    );
    await plan();
    await announce();
    expect(await heardAt("2026-11-30 09:00")).toEqual(["A reminder: this meeting is in 2 working days."]);
    expect(await heardAt("2026-12-01 09:00")).not.toContain("A reminder of this meeting; please be on time.");
    expect(await heardAt("2026-12-02 08:30")).toEqual(["A reminder: this meeting begins in 30 minutes."]);
  });

  it("are set by those alone who change the office's settings, and only to what can be read", async () => {
    expect((await office.as("vice", "/settings meeting-reminders:none")).tone).toBe("refused");
    expect(readOut(await set("often"))).toContain("“often” cannot be read as reminders");
    expect(readOut(await office.type("/settings", owner))).toContain("an hour before (default)");
  });

  it("hold at once for meetings to which people are called, save those that have their own", async () => {
    await plan({ reminders: "1h" });
    await announce();
    await plan({ title: "第 59 次", time: "11:00-12:00" });
    await office.as("director", "/meeting announce 2");
    await set("none");
    expect(await heardAt("2026-12-01 11:00")).not.toContain("A reminder of this meeting; please be on time.");
    expect(await heardAt("2026-12-02 08:00")).toEqual(["A reminder: this meeting begins in an hour."]);
    expect(await heardAt("2026-12-02 10:00")).toEqual([]);
  });

  it("of meetings that were planned before there was a choice come as they did", async () => {
    await plan();
    await announce();
    // as they were written down then
    await office.running.store.transaction(({ db }) => db.updateTable("reminder").set({ details: "{}" }).execute());
    expect(await heardAt("2026-12-01 09:00")).toContain("A reminder of this meeting; please be on time.");
    expect(await heardAt("2026-12-02 08:00")).toEqual(["A reminder: this meeting begins in an hour."]);
  });

  it("are told apart in the list of what is coming", async () => {
    await plan({ reminders: "2d, 30min" });
    await announce();
    const coming = readOut(await office.type("/reminders all:yes", owner));
    expect(coming).toContain("meeting 1 is 2 working days later");
    expect(coming).toContain("meeting 1 begins 30 minutes later");
  });
});

it.each(languages)("in %s all of it is said in that language", async (language) => {
  await office.type(`/settings language:${language}`, office.visitorOf("vice"));
  const director = speaking("director", language);
  await plan({ reminders: "2d, 90min" });
  const replies = [
    await office.type("/meeting show 1", director),
    await office.type("/meeting announce 1", director),
    await office.type("/meeting show 1", director),
    await office.give("meeting change", { number: "1", reminders: "无" }, director),
    await office.give("meeting change", { number: "1", reminders: "?" }, director),
    await office.give("meeting change", { number: "1", reminders: "2d, 2h" }, director),
    await office.type("/settings", director),
  ];
  await office.at("2026-11-30T09:00:00+08:00");
  await office.at("2026-12-02T07:00:00+08:00");
  replies.push(...(await office.to("vice")));
  for (const each of replies) {
    expect(each.language).toBe(language);
    const words = readOut(each).replaceAll(people.director.name, "");
    if (language === "en") expect(pointOf(each)).toMatch(/[Mm]eeting|Settings|reminder|called/);
    else expect(words).not.toMatch(/\b(meeting|before|reminder|hours?|days?)\b/);
    if (language === "zh-Hant") expect(words).not.toMatch(/“|会议/);
  }
});
