import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openOffice } from "../../src/app.ts";
import type { Reply } from "../../src/reply.ts";
import { openStore } from "../../src/store/store.ts";
import { languages } from "../../src/text.ts";
import { misquoted, pointOf, readOut } from "../support/app.ts";
import { day, type LeaveOffice, leaveOffice, people, type Who } from "../support/leave.ts";
import { buttonOf, owner } from "../support/office.ts";

// The office opens on Monday, 23 November 2026, nine o'clock. By Arts. 41 to 43 an executive meeting is held at the end of
// every month, a mayor's office meeting at its start, a plenary meeting every half-year, in principle. The
// secretary-general and the director of the General Office plan meetings.

let office: LeaveOffice;

beforeEach(async () => {
  office = await leaveOffice();
  await office.running.tick();
});

afterEach(async () => {
  expect(office.trouble).toEqual([]);
  await office.close();
});

/** What somebody has heard of meetings that are not planned. */
const hints = async (who: Who = "director"): Promise<readonly Reply[]> =>
  (await office.to(who)).filter((each) => each.buttons.some(({ command }) => command === "meeting plan"));
const said = async (who: Who = "director") => (await hints(who)).map(pointOf);
const plan = (type: string, on: string) =>
  office.give(
    "meeting plan",
    { type, day: on, time: "14:30-16:00", title: `${type} ${on}`, presider: "mayor" },
    office.visitorOf("director"),
  );
const first = "For December 2026, the executive meeting is not planned yet.";
const second =
  "For December 2026, the executive meeting is still not planned, and the last two working days have begun.";
const lastOf = async (who: Who = "director", words = first): Promise<Reply> => {
  const found = (await hints(who)).findLast((each) => pointOf(each) === words);
  if (!found) throw new Error(`${who} was not told: ${words}`);
  return found;
};
/** The first two minutes of a day at work: what follows from a late reminder comes a minute after it. */
const morning = async (date: string) => {
  for (const minute of ["09:00", "09:01"]) await office.at(`${date}T${minute}:00+08:00`);
};

describe("an executive meeting that is not planned for a month", () => {
  it("is told to those who plan meetings when the last seven working days of the month begin, to nobody else", async () => {
    await morning("2026-12-22");
    expect(await said()).not.toContain(first);
    await office.at("2026-12-23T08:59:00+08:00");
    expect(await said()).not.toContain(first);
    await morning("2026-12-23");
    for (const who of ["director", "secretary"] as const) expect(await said(who)).toContain(first);
    const told = new Set((await office.messages()).filter(({ reply }) => pointOf(reply) === first).map(({ to }) => to));
    expect(told).toEqual(new Set(["person:1008", "person:1009"]));
    await morning("2026-12-24");
    expect((await said()).filter((each) => each === first)).toHaveLength(1);
  });

  it("is shown with the words of the rules, that it is in principle, and days from which the form opens", async () => {
    await morning("2026-12-23");
    const hint = await lastOf();
    expect(hint.citations.map(({ article }) => article)).toEqual([42]);
    expect(misquoted(hint.citations, office.app.rulebook)).toEqual([]);
    expect(readOut(hint)).toMatch(
      /市政府常務會議原則上每月底召開一次.*in principle: whether and when it is held is for the office/s,
    );
    expect(readOut(hint)).toMatch(/Tuesday 2026-12-29.*Wednesday 2026-12-30.*Thursday 2026-12-31/s);
    expect(hint.buttons.map(({ label }) => label)).toEqual([
      "Plan it on 2026-12-29 …",
      "Plan it on 2026-12-30 …",
      "Plan it on 2026-12-31 …",
      "Plan it on another day …",
    ]);
    const button = buttonOf(hint, "2026-12-30");
    expect(button).toMatchObject({ command: "meeting plan", form: true });
    expect(button.options).toEqual({ type: "the executive meeting", day: "2026-12-30", presider: "mayor" });
    // what stands in the form is understood as it stands
    const more = { time: "09:00-10:30", title: "第 60 次" };
    const done = await office.give("meeting plan", { ...button.options, ...more }, office.visitorOf("director"));
    expect(done.tone).toBe("done");
    expect(readOut(done)).toMatch(/executive meeting.*2026-12-30, 09:00/s);
  });

  it("is told a second time, and the last, when the last two working days begin", async () => {
    await morning("2026-12-23");
    await morning("2026-12-29");
    expect(await said()).not.toContain(second);
    await morning("2026-12-30");
    const hint = await lastOf("director", second);
    expect(hint.buttons.map(({ label }) => label)).toEqual(["Plan it on 2026-12-31 …", "Plan it on another day …"]);
    await morning("2026-12-31");
    await morning("2027-01-04");
    expect((await said()).filter((each) => each.includes("For December 2026, the executive"))).toEqual([first, second]);
  });

  it("is nothing to tell of once one is planned, announced or not", async () => {
    await plan("executive-meeting", "2026-12-31");
    await morning("2026-12-23");
    await morning("2026-12-30");
    expect(await said()).not.toContain(first);
    expect(await said()).not.toContain(second);
    // of the next month it is looked at anew
    await morning("2027-01-21");
    expect(await said()).toContain("For January 2027, the executive meeting is not planned yet.");
  });

  it("is told of again when the one that was planned is cancelled", async () => {
    await plan("executive-meeting", "2026-12-31");
    await morning("2026-12-23");
    await office.as("director", "/meeting cancel 1");
    await morning("2026-12-30");
    expect(await said()).toContain(second);
  });

  it("is told of where the only one was cancelled before, or moved into another month: only one that stands counts", async () => {
    await plan("executive-meeting", "2026-12-29");
    await plan("executive-meeting", "2026-12-31");
    await office.as("director", "/meeting cancel 1");
    const moved = await office.give("meeting change", { number: "2", day: "2027-01-05" }, office.visitorOf("director"));
    expect(moved.tone).toBe("done");
    await morning("2026-12-23");
    expect(await said()).toContain(first);
    await morning("2027-01-21");
    expect((await said()).join()).not.toContain("For January 2027, the executive meeting");
  });
});

describe("the other meetings that the rules want held", () => {
  it("are the mayor's office meeting, told of before the month begins", async () => {
    await morning("2026-12-23");
    const hint = await lastOf("director", "For January 2027, the mayor's office meeting is not planned yet.");
    expect(hint.citations.map(({ article }) => article)).toEqual([43]);
    // no notice tells of the holidays of 2027 yet; its first day is off whatever that will say
    expect(readOut(hint)).toMatch(
      /Monday 2027-01-04 \(not yet known to be a working day: there is no notice on the holidays of that year yet\)/,
    );
    expect(readOut(hint)).not.toMatch(/2027-01-0[123]/);
  });

  it("are the plenary meeting, told of two months before the half of the year is over", async () => {
    await morning("2027-04-30");
    expect(await said()).not.toContain("For the first half of 2027, the plenary meeting is not planned yet.");
    await morning("2027-05-03");
    const hint = await lastOf("director", "For the first half of 2027, the plenary meeting is not planned yet.");
    expect(hint.citations.map(({ article }) => article)).toEqual([41]);
    expect(hint.buttons).toHaveLength(4);
  });
});

describe("the days that are proposed", () => {
  it("are free of another meeting of its members", async () => {
    await plan("thematic-meeting", "2026-12-31");
    await plan("mayors-office-meeting", "2026-12-28");
    await morning("2026-12-23");
    expect((await lastOf()).buttons.map(({ options }) => options.day)).toEqual([
      "2026-12-25",
      "2026-12-29",
      "2026-12-30",
      undefined,
    ]);
  });

  it("are such that whoever convenes it is there, and as few others as can be away: how many, never who or why", async () => {
    for (const date of ["2026-12-30", "2026-12-31"]) await office.away("mayor", date);
    await office.ask("vice", {
      span: { from: day("2026-12-25"), fromHalf: "am", until: day("2026-12-28"), untilHalf: "pm" },
    });
    await morning("2026-12-23");
    const words = readOut(await lastOf());
    expect(words).toMatch(/Friday 2026-12-25 \(one of its members is away\)/);
    expect(words).toMatch(/Tuesday 2026-12-29\n/);
    expect(words).not.toMatch(/2026-12-3[01]/);
    expect(words).not.toMatch(new RegExp(`${people.vice.name}|南京|探望`, "u"));
  });

  it("are none where every day that fits is taken, which is said", async () => {
    for (const date of ["25", "28", "29", "30", "31"]) await plan("thematic-meeting", `2026-12-${date}`);
    await morning("2026-12-23");
    const hint = await lastOf();
    expect(readOut(hint)).toContain("On every working day that would fit, some of its members have another meeting.");
    expect(hint.buttons.map(({ label }) => label)).toEqual(["Plan it on another day …"]);
  });
});

describe("an office that was closed", () => {
  it("for months is told nothing of what is past, but of what can still be done and of the next period in time", async () => {
    await morning("2027-03-15");
    expect(await said()).toEqual(["For March 2027, the mayor's office meeting is not planned yet."]);
    await morning("2027-03-23");
    await morning("2027-03-31");
    const heard = await said();
    expect(heard).toContain("For March 2027, the executive meeting is not planned yet.");
    expect(heard.join()).not.toMatch(/2026|January|February/);
  });

  it("for days is told late what can still be done, and only once when both hints were due meanwhile", async () => {
    await morning("2026-12-01");
    await morning("2026-12-28");
    expect(await said()).toContain(first);
    await morning("2027-01-04");
    await office.at("2027-01-29T10:00:00+08:00");
    await office.at("2027-01-29T10:01:00+08:00");
    expect((await said()).filter((each) => each.includes("January 2027, the executive"))).toEqual([
      "For January 2027, the executive meeting is still not planned, and the last two working days have begun.",
    ]);
  });
});

describe("the watch", () => {
  const planned = () =>
    office.running.store.look(({ db }) =>
      db
        .selectFrom("reminder")
        .select(["key", "recipient"])
        .where("kind", "=", "meeting.cadence")
        .where("done_at", "is", null)
        .orderBy("key")
        .execute(),
    );

  it("has one reminder of each type at a time, and says nothing when the office opens", async () => {
    expect((await planned()).map(({ key }) => key)).toEqual([
      "meeting.cadence:executive-meeting:2026-11-01:1",
      "meeting.cadence:mayors-office-meeting:2026-11-01:1",
      "meeting.cadence:plenary-meeting:2026-07-01:1",
    ]);
    expect(await hints()).toEqual([]);
    await morning("2026-12-23");
    await morning("2026-12-30");
    expect(await planned()).toHaveLength(3);
  });

  it("is listed among what is coming, by what it is about", async () => {
    const coming = readOut(await office.type("/reminders all:yes", owner));
    expect(coming).toMatch(/2026-11-27 09:00.*whether the executive meeting is planned in time/);
    expect(coming).toMatch(/2026-12-30 09:00.*whether the plenary meeting is planned in time/);
  });

  it("is turned off and on by the office's settings, by those who may change them", async () => {
    expect((await office.as("vice", "/settings cadence:off")).tone).toBe("refused");
    expect(readOut(await office.as("director", "/settings cadence:off"))).toMatch(/Hints of meetings.*off/);
    expect(await planned()).toEqual([]);
    await morning("2026-12-23");
    expect(await hints()).toEqual([]);
    // as the note under a hint says in Chinese
    expect((await office.as("director", "/settings 定期会议:off")).tone).toBe("done");
    expect(readOut(await office.as("director", "/settings cadence:on"))).toMatch(/Hints of meetings.*on/);
    expect(await planned()).toHaveLength(3);
    await morning("2026-12-30");
    expect(await said()).toContain(second);
  });

  it("tells the administrators where nobody who plans meetings can be written to", async () => {
    await office.importRoster(
      "id,name,post,until\n1008,谢秉章,secretary-general,2026-12-01\n1009,华云舟,office-director,2026-12-01\n",
    );
    await morning("2026-12-23");
    const told = (await office.messages()).filter(({ reply }) => pointOf(reply).includes("尚未安排"));
    expect(new Set(told.map(({ to }) => to))).toEqual(new Set(["account:slack:T1:U-OWNER"]));
  });

  it("leaves in the audit that somebody was told, and by which articles", async () => {
    await morning("2026-12-23");
    const events = (await office.events()).filter(({ action }) => action === "meeting.cadence");
    expect(events.find(({ subject }) => subject === "cadence:executive-meeting")).toMatchObject({
      actor: "mishu",
      details: { period: "2026-12-01", last: false, to: ["person:1008", "person:1009"] },
    });
    expect(events[0]?.articles[0]).toMatch(/^4[123]/);
  });
});

it("of two processes of one office, and however often they are started, plans each reminder once", async () => {
  const folder = mkdtempSync(join(tmpdir(), "mishu-cadence-"));
  const place = { file: join(folder, "office.db") };
  const clock = { now: () => new Date("2026-11-23T09:00:00+08:00"), elapsed: () => 0 };
  const count = async () => {
    const one = openOffice(office.app, await openStore(place), [], clock);
    const other = openOffice(office.app, await openStore(place), [], clock);
    await Promise.all([one.tick(), other.tick()]);
    const rows = await one.store.look(({ db }) => db.selectFrom("reminder").select("key").execute());
    await Promise.all([one.stop(), other.stop()]);
    return rows.length;
  };
  try {
    expect([await count(), await count()]).toEqual([3, 3]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

it.each(languages)("in %s all of it is said in that language", async (language) => {
  await office.type(`/settings language:${language}`, office.visitorOf("director"));
  for (const date of ["25", "28", "29", "30", "31"]) await office.away("mayor", `2026-12-${date}`);
  for (const date of ["2026-12-23", "2026-12-30", "2027-05-03"]) await morning(date);
  const heard = await hints();
  expect(heard.length).toBeGreaterThanOrEqual(4);
  for (const each of heard) {
    expect(each.language).toBe(language);
    const words = readOut(each);
    if (language === "en") expect(pointOf(each)).toMatch(/^For .* not planned/);
    else expect(words.replaceAll(/\/settings \S+/gu, "")).not.toMatch(/[a-z]{4,}/i);
    if (language === "zh-Hant") expect(words).not.toMatch(/“|会议|当年/);
    const button = each.buttons[0];
    expect(Object.values(button?.options ?? {}).join()).toMatch(language === "en" ? /meeting/ : /会议|會議/);
  }
});
