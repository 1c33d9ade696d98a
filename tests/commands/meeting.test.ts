import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Reply } from "../../src/reply.ts";
import { meetingNumbered } from "../../src/store/meetings.ts";
import { languages } from "../../src/text.ts";
import { misquoted, pointOf, readOut } from "../support/app.ts";
import { day, type LeaveOffice, leaveOffice, secrets, speaking, type Who } from "../support/leave.ts";
import { buttonOf, owner, tableOf, visitor } from "../support/office.ts";

// The office opens on Monday, 23 November 2026. The secretary-general and the director of the General Office plan
// meetings; the head of the education bureau must attend plenary meetings, and others only when invited.

let office: LeaveOffice;

beforeEach(async () => {
  office = await leaveOffice();
});

afterEach(async () => {
  expect(office.trouble).toEqual([]);
  await office.close();
});

const usual = { type: "executive-meeting", day: "12-02", time: "09:00-11:00", title: "市政府第 58 次常务会议" };
const plan = (given: Readonly<Record<string, string>> = {}, who: Who = "director") =>
  office.give("meeting plan", { ...usual, ...given }, office.visitorOf(who));
const meeting = (number: number) => office.atDesk(({ records }) => meetingNumbered(records, number));
const hidden = new RegExp(Object.values(secrets).join("|"), "u");
const last = async (who: Who): Promise<Reply> => {
  const found = (await office.to(who)).at(-1);
  if (!found) throw new Error(`${who} has no message`);
  return found;
};
const count = async (who: Who) => (await office.to(who)).length;
const numbers = (reply: Reply) => tableOf(reply).map(([number]) => number);
/** Leave of the head from the meeting, asked for. */
const askedLeave = async () => office.ask("head", { occasion: "executive-meeting", meeting: 1 });

describe("planning a meeting", () => {
  it("keeps it, says what is kept and whom the rules call, and that nobody was told yet", async () => {
    const done = await plan({ presider: "市长", place: "行政中心 1 号会议室" });
    expect(done.tone).toBe("done");
    expect(readOut(done)).toMatch(
      /Meeting No\. 1 is planned\..*第 58 次常务会议.*executive meeting.*2026-12-02, 09:00–11:00.*1 号会议室.*Presides: mayor.*The rules call to it: mayor, .*secretary-general.*Nobody was told yet: announce it/s,
    );
    expect(await meeting(1)).toMatchObject({ type: "executive-meeting", day: "2026-12-02", presider: "mayor" });
    expect((await office.events()).at(-1)).toMatchObject({ action: "meeting.plan", subject: "meeting:1" });
  });

  it("is for those who may, by their posts, and for administrators", async () => {
    for (const who of ["head", "mayor", "supervisor"] as const) {
      const refused = await plan({}, who);
      expect(refused.tone).toBe("refused");
      expect(readOut(refused)).toContain("You may not plan meetings");
    }
    expect(await meeting(1)).toBeUndefined();
    expect((await plan({}, "secretary")).tone).toBe("done");
    expect((await office.give("meeting plan", { ...usual, title: "Other" }, owner)).tone).toBe("done");
  });

  it("asks for what is missing with a form that keeps what was typed", async () => {
    const asks = await office.as("director", "/meeting plan 常务会议 day:12-02");
    expect(asks.tone).toBe("needs");
    expect(buttonOf(asks, "Fill in")).toMatchObject({ form: true, options: { title: "常务会议", day: "12-02" } });
  });

  it.each([
    ["常务会议", "executive-meeting"],
    ["市政府常务会议", "executive-meeting"],
    ["the plenary meeting", "plenary-meeting"],
    ["市長辦公會議", "mayors-office-meeting"],
    ["不能参加专题会议", "thematic-meeting"],
    ["thematic-meeting", "thematic-meeting"],
  ])("knows the type by its id and its names: %s", async (typed, type) => {
    await plan({ type: typed });
    expect((await meeting(1))?.type).toBe(type);
  });

  it.each([
    [{ type: "going-away" }, /“going-away” is no type of meeting.*the plenary meeting; the executive meeting/],
    [{ type: "meeting" }, /is no type of meeting/],
    [{ day: "someday" }, /“someday” cannot be read as a day.*For example: 2026-12-02/],
    [{ day: "2026-11-20" }, /2026-11-20, 09:00–11:00 is past.*Choose a later time/],
    [{ day: "today", time: "07:00-08:30" }, /2026-11-23, 07:00–08:30 is past/],
    [{ time: "nine" }, /“nine” cannot be read as the time of a meeting.*For example: 09:00-11:00/],
    [{ time: "11:00-09:00" }, /For example: 09:00-11:00/],
    [{ presider: "the king" }, /“the king” is no post of the rulebook/],
    [{ title: "长".repeat(201) }, /title is longer than 200 characters/i],
    [{ invited: "李没有" }, /李没有/],
  ])("refuses what cannot be, and says what would do: %o", async (given, why) => {
    const refused = await plan(given);
    expect(refused.tone).toBe("problem");
    expect(readOut(refused)).toMatch(why);
    expect(await meeting(1)).toBeUndefined();
  });

  it("of the same meeting twice keeps one", async () => {
    await plan();
    expect(readOut(await plan())).toContain("The same meeting is planned already: meeting No. 1");
    expect((await plan({ time: "14:00-15:00" })).tone).toBe("done");
  });

  it("invites people by number, name and title, and of a department its head; each once", async () => {
    await plan({ invited: "1053、卞清扬，市财政局局长, 市教育局;市政府办公室,1053" });
    expect((await meeting(1))?.invited.toSorted()).toEqual(["1009", "1014", "1015", "1020", "1053"]);
  });

  it("of a department without a head on that day invites nobody: never the deputy", async () => {
    const refused = await plan({ day: "2027-01-05", invited: "市财政局" });
    expect(refused.tone).toBe("problem");
    expect(readOut(refused)).toContain("By the roster nobody heads 市财政局 on that day. Nothing was changed.");
    await plan({ day: "2026-12-31", invited: "市财政局、市监察局、市政府" });
    expect((await meeting(1))?.invited).toEqual(["1001", "1020", "1040"]);
  });

  it("tells who of those that must attend is away then, or has asked to be, with days and without reasons", async () => {
    await office.ask("vice");
    await office.ask("head");
    await office.as("secretary", "/leave approve 2");
    await office.ask("other");
    const done = await plan({ invited: "毛景行" });
    expect(readOut(done)).toMatch(/2 of those who must attend are away then/);
    expect(readOut(done)).toContain("陆明谦 (副市长): 2026-12-01 to 2026-12-03, waiting for a decision");
    expect(readOut(done)).toContain("毛景行 (市教育局局长): 2026-12-01 to 2026-12-03, approved");
    expect(readOut(done)).not.toContain("卞清扬");
    expect(JSON.stringify(done)).not.toMatch(hidden);
  });

  it("does not call somebody away whose leave is over by then, or who is back", async () => {
    const span = { from: day("2026-12-01"), fromHalf: "am", until: day("2026-12-02"), untilHalf: "am" } as const;
    await office.ask("vice", { span });
    expect(readOut(await plan({ time: "14:00-15:00" }))).not.toContain("must attend");
    expect(readOut(await plan({ time: "11:00-13:00" }))).toContain("One of those who must attend is away then");
    await office.as("mayor", "/leave approve 1");
    office.setClock("2026-12-01T14:00:00+08:00");
    await office.as("vice", "/leave return");
    expect(readOut(await plan({ time: "10:00-12:00" }))).not.toContain("must attend is away");
  });

  it("leads to leave from it: whoever goes away on that day is offered to ask for that as well", async () => {
    await plan();
    const preview = await office.as("vice", "/leave request 12-01 to 12-03");
    expect(readOut(preview)).toContain("市政府第 58 次常务会议");
  });
});

describe("what the rules say of a meeting before it is planned", () => {
  const quotesIn = (reply: Reply) => reply.citations.map(({ article, quote }) => `${article}: ${quote}`);

  it("tells who presides by them as long as nobody is named, and nothing when it is who they name", async () => {
    const open = await plan({ time: "09:00-10:00" });
    expect(readOut(open)).toContain("Who presides is not known yet. By the rules: mayor.");
    expect(quotesIn(open)).toEqual(["42: 市政府常務會議由市長、副市長、秘書長組成,由市長召集和主持"]);
    const named = await plan({ time: "09:00-10:00", title: "Other", presider: "mayor" });
    expect(named.tone).toBe("done");
    expect(named.citations).toEqual([]);
  });

  it("plans nothing for somebody to preside whom the words do not name, and tells whom they name", async () => {
    const refused = await plan({ presider: "secretary-general" });
    expect(refused.tone).toBe("refused");
    expect(readOut(refused)).toMatch(/not presided over by the secretary-general\. Those who preside are: mayor\./);
    expect(readOut(refused)).toContain("Nothing was changed.");
    // no confirmation makes it right
    expect((await plan({ presider: "secretary-general", confirmed: "entrusted,day-off" })).tone).toBe("refused");
    expect(await meeting(1)).toBeUndefined();
    expect(buttonOf(refused, "Change")).toMatchObject({
      form: true,
      options: { ...usual, presider: "secretary-general" },
    });
    expect(refused.buttons).toHaveLength(1);
  });

  it.each([
    ["executive-meeting", "executive-vice-mayor", /only while the mayor is away, and entrusted by the mayor/, 42],
    ["mayors-office-meeting", "vice-mayor", /only when entrusted by the mayor/, 43],
    ["thematic-meeting", "deputy-secretary-general", /only when entrusted by the mayor, vice mayor, or executive/, 44],
  ])("asks whether it is entrusted: %s, %s", async (type, presider, why, article) => {
    const asks = await plan({ type, presider });
    expect(asks.tone).toBe("needs");
    expect(readOut(asks)).toMatch(why);
    expect(asks.citations.map((each) => each.article)).toEqual([article]);
    expect(await meeting(1)).toBeUndefined();
    const done = await office.press(asks, "It is entrusted", office.visitorOf("director"));
    expect(done.tone).toBe("done");
    expect(readOut(done)).toContain("Confirmed: whoever presides is entrusted with it.");
    const event = (await office.events()).at(-1);
    expect(event).toMatchObject({ action: "meeting.plan", details: { presider, confirmed: ["entrusted"] } });
  });

  it("does not ask again for what is recorded: whoever is entrusted on that day presides", async () => {
    await office.type("/roster entrust to:沈静澜 from:2026-12-01 until:2026-12-05 occasion:visit", owner);
    const done = await plan({ presider: "executive-vice-mayor" });
    expect(done.tone).toBe("done");
    expect(readOut(done)).toMatch(/It is recorded that .* has entrusted .* until 2026-12-05\./);
    // on another day it is not
    expect((await plan({ presider: "executive-vice-mayor", day: "12-08" })).tone).toBe("needs");
    // nor for another post
    expect((await plan({ type: "mayors-office-meeting", presider: "secretary-general" })).tone).toBe("refused");
  });

  it("says that it is long, by the words, and plans it: they hold in general", async () => {
    const long = await plan({ presider: "mayor", time: "09:00-11:01" });
    expect(long.tone).toBe("done");
    expect(readOut(long)).toContain(
      "It is to take 121 minutes; even one on the overall situation generally takes 120 minutes at most.",
    );
    expect(quotesIn(long)).toEqual(["47: 市政府組織召開的全局性會議,時間一般不超過2小時"]);
    const between = await plan({ presider: "mayor", time: "14:00-16:00" });
    expect(readOut(between)).toMatch(/120 minutes; unless it is on the overall situation, .* takes 90 minutes at most/);
    expect((await plan({ presider: "mayor", time: "16:00-17:30" })).citations).toEqual([]);
  });

  it("asks before it is planned on a weekend or a holiday, and says where nobody knows yet", async () => {
    const saturday = await plan({ presider: "mayor", day: "12-05" });
    expect(saturday.tone).toBe("needs");
    expect(readOut(saturday)).toContain("2026-12-05 is a weekend.");
    expect(saturday.citations).toEqual([]);
    expect((await office.press(saturday, "Plan it on that day", office.visitorOf("director"))).tone).toBe("done");
    expect(await meeting(1)).toMatchObject({ day: "2026-12-05" });
    const unknown = await plan({ presider: "mayor", day: "2027-03-01" });
    expect(unknown.tone).toBe("done");
    expect(readOut(unknown)).toContain("Whether 2027-03-01 is a working day is not known");
    office.setClock("2026-09-28T09:00:00+08:00");
    expect(readOut(await plan({ presider: "mayor", day: "10-01" }))).toMatch(/2026-10-01 is a holiday \(.*国办发明电/);
    // a Saturday that makes up for a holiday is a working day
    expect((await plan({ presider: "mayor", day: "10-10" })).tone).toBe("done");
  });

  it("asks for one thing after the other where two are open", async () => {
    const both = await plan({ type: "thematic-meeting", presider: "secretary-general", day: "12-05" });
    expect(readOut(both)).toMatch(/entrusted by.*is a weekend/s);
    const one = await office.press(both, "It is entrusted", office.visitorOf("director"));
    expect(one.tone).toBe("needs");
    expect(readOut(one)).not.toContain("entrusted by");
    expect((await office.press(one, "Plan it on that day", office.visitorOf("director"))).tone).toBe("done");
    expect((await office.events()).at(-1)?.details).toMatchObject({ confirmed: ["entrusted", "day-off"] });
  });

  it.each(languages)("in %s is said in that language, with the source's own words", async (language) => {
    const director = speaking("director", language);
    const give = (more: Readonly<Record<string, string>>) =>
      office.give("meeting plan", { ...usual, ...more }, director);
    const replies = [
      await give({ presider: "secretary-general" }),
      await give({ presider: "executive-vice-mayor", day: "12-05" }),
      await give({ presider: "mayor", day: "2027-01-05", time: "09:00-12:00" }),
      await give({ type: "mayors-office-meeting", title: "x" }),
    ];
    expect(replies.map(({ tone }) => tone)).toEqual(["refused", "needs", "done", "done"]);
    for (const each of replies) {
      expect(each.language).toBe(language);
      expect(misquoted(each.citations, office.app.rulebook)).toEqual([]);
      if (language === "en") expect(each.buttons.map(({ label }) => label).join()).not.toMatch(/\p{Script=Han}/u);
      else expect(readOut(each)).not.toMatch(/\b(rules|planned|weekend|mayor)\b/);
    }
  });
});

describe("the list of meetings", () => {
  beforeEach(async () => {
    await plan();
    await plan({ type: "thematic-meeting", day: "12-01", title: "Schools", invited: "市教育局" });
    await plan({ type: "plenary-meeting", day: "12-21", title: "Plenary" });
  });

  it("shows somebody what they must attend, the next first, and why; and nothing else", async () => {
    const shown = await office.as("head", "/meeting list");
    expect(pointOf(shown)).toBe("Meetings that you must attend:");
    expect(tableOf(shown).map((row) => [row[0], row.at(-1)])).toEqual([
      ["No. 2", "invited"],
      ["No. 3", "must attend"],
    ]);
    expect(readOut(shown)).not.toContain("第 58 次常务会议");
    expect(buttonOf(shown, "leave from meeting No. 2")).toMatchObject({
      command: "leave request",
      options: { meeting: "2" },
    });
    expect(pointOf(await office.as("deputy", "/meeting list"))).toBe("No meeting is planned that you must attend.");
  });

  it("shows all to those who plan meetings or look after leave, with their own marked", async () => {
    const all = await office.as("secretary", "/meeting list");
    expect(numbers(all)).toEqual(["No. 2", "No. 1", "No. 3"]);
    expect(tableOf(all).map((row) => row.at(-1))).toEqual(["", "must attend", "must attend"]);
    expect(buttonOf(all, "Plan a meeting").command).toBe("meeting plan");
    const supervisor = await office.as("supervisor", "/meeting list");
    expect(numbers(supervisor)).toHaveLength(3);
    expect(supervisor.buttons.map(({ command }) => command)).not.toContain("meeting plan");
    expect(numbers(await office.type("/meeting list", owner))).toHaveLength(3);
  });

  it("is not for somebody whom the office does not know", async () => {
    const stranger = await office.type("/meeting list", visitor("U-NOBODY"));
    expect(stranger.tone).toBe("refused");
    expect(readOut(stranger)).not.toMatch(/Schools|Plenary/);
  });

  it("leaves out what is over or cancelled", async () => {
    await office.as("director", "/meeting cancel 3");
    office.setClock("2026-12-02T09:00:00+08:00");
    expect(numbers(await office.as("director", "/meeting list"))).toEqual(["No. 1"]);
  });
});

describe("cancelling a meeting", () => {
  beforeEach(async () => {
    await plan({ invited: "毛景行" });
  });

  it("is done once, for a meeting that is still to come, by those who plan meetings", async () => {
    expect((await office.as("head", "/meeting cancel 1")).tone).toBe("refused");
    expect((await meeting(1))?.cancelledAt).toBeNull();
    const done = await office.press(
      await office.as("director", "/meeting cancel"),
      "No. 1",
      office.visitorOf("director"),
    );
    expect(pointOf(done)).toBe("Meeting No. 1 is cancelled: 市政府第 58 次常务会议, 2026-12-02, 09:00–11:00.");
    expect(pointOf(await office.as("secretary", "/meeting cancel 1"))).toContain("is cancelled already");
    expect(pointOf(await office.as("director", "/meeting cancel 第7号"))).toContain("There is no meeting No. 7");
    expect(readOut(await office.as("director", "/meeting cancel soon"))).toContain("is not the number of a meeting");
    expect(pointOf(await office.as("director", "/meeting cancel"))).toContain("No meeting is planned");
    const cancelled = (await office.events()).filter(({ action }) => action === "meeting.cancel");
    expect(cancelled).toMatchObject([{ actor: "person:1009", subject: "meeting:1" }]);
  });

  it("is not possible when it is over", async () => {
    office.setClock("2026-12-02T11:30:00+08:00");
    expect(pointOf(await office.as("director", "/meeting cancel 1"))).toContain("Meeting No. 1 is over");
    expect((await meeting(1))?.cancelledAt).toBeNull();
  });

  it("withdraws leave from it that nobody decided yet, and tells whoever asked and whoever was to decide", async () => {
    await askedLeave();
    const done = await office.as("director", "/meeting cancel 1");
    expect(readOut(done)).toContain("were withdrawn: No. 1");
    expect((await office.leave(1)).status).toBe("withdrawn");
    expect(pointOf(await last("head"))).toMatch(/is cancelled\. Your request No\. 1 .* was withdrawn/);
    expect(pointOf(await last("secretary"))).toMatch(/Request No\. 1 of 毛景行 \(市教育局局长\) .* was withdrawn/);
    const event = (await office.events()).find(({ action }) => action === "leave.withdraw");
    expect(event).toMatchObject({ actor: "person:1009", about: "1014", details: { was: "asked", meeting: 1 } });
    for (const told of [done, await last("secretary"), event]) expect(JSON.stringify(told)).not.toMatch(hidden);
  });

  it("leaves nothing to press on the approver's message, and nothing to be reminded of", async () => {
    await askedLeave();
    const card = (await office.to("secretary"))[0];
    await office.as("director", "/meeting cancel 1");
    expect((await office.press(card ?? (await last("head")), "Approve", office.visitorOf("secretary"))).tone).toBe(
      "refused",
    );
    expect((await office.to("secretary")).every(({ buttons }) => buttons.length === 0)).toBe(true);
    const before = await count("secretary");
    await office.at("2026-11-25T09:00:00+08:00");
    expect(await count("secretary")).toBe(before);
  });

  it("tells whoever had leave from it that it is not needed, and whoever was to go instead that they need not", async () => {
    await askedLeave();
    await office.as("secretary", "/leave approve 1");
    await office.give("leave substitute", { number: "1", person: "壮怀谷" }, office.visitorOf("head"));
    const done = await office.as("director", "/meeting cancel 1");
    expect(readOut(done)).toContain("told that it is not needed: No. 1");
    expect(pointOf(await last("head"))).toContain("Your leave from it (No. 1) is not needed any more");
    expect(readOut(await last("deputy"))).toContain("You need not go to 市政府第 58 次常务会议");
    expect((await office.leave(1)).status).toBe("approved");
  });

  it("tells nobody who only must attend, as long as nobody was called to it", async () => {
    const before = await count("vice");
    expect(readOut(await office.as("director", "/meeting cancel 1"))).toContain("Nobody had been called to it yet.");
    expect(await count("vice")).toBe(before);
  });
});

it("suggests types, posts and the numbers of coming meetings, the latter to those who plan them only", async () => {
  await plan();
  const director = office.visitorOf("director");
  expect(await office.suggest("meeting plan", "type", "plen", director)).toEqual(["the plenary meeting"]);
  expect(await office.suggest("meeting plan", "presider", "executive vice", director)).toEqual([
    "executive vice mayor",
  ]);
  expect(await office.suggest("meeting cancel", "number", "58", director)).toEqual([
    "No. 1 2026-12-02 市政府第 58 次常务会议",
  ]);
  expect(await office.suggest("meeting cancel", "number", "", office.visitorOf("head"))).toEqual([]);
});

it.each(languages)("in %s all of it is said in that language and quotes only the rules", async (language) => {
  for (const who of ["head", "secretary"] as const)
    await office.type(`/settings language:${language}`, office.visitorOf(who));
  const director = speaking("director", language);
  await office.ask("vice");
  const replies = [
    await office.give("meeting plan", {}, director),
    await office.give("meeting plan", { ...usual, time: "soon" }, director),
    await office.give("meeting plan", { ...usual, invited: "市教育局" }, director),
    await office.type("/meeting list", director),
  ];
  await askedLeave();
  replies.push(
    await office.type("/meeting cancel", director),
    await office.type("/meeting cancel 1", director),
    await last("head"),
    await last("secretary"),
    await office.type("/meeting cancel 1", director),
  );
  for (const each of replies) {
    expect(each.language).toBe(language);
    expect(pointOf(each)).toMatch(language === "en" ? /[Mm]eeting|cancelled|time/ : /会议|會議/u);
    expect(misquoted(each.citations, office.app.rulebook)).toEqual([]);
  }
  expect(replies.map(({ tone }) => tone)).toEqual([
    ...["needs", "problem", "done", "answer", "needs", "done", "done", "done", "refused"],
  ]);
});
