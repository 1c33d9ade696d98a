import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { decideLeave } from "../../src/leave-desk/decide.ts";
import { writeSetting } from "../../src/store/settings.ts";
import { languages } from "../../src/text.ts";
import { misquoted, readOut } from "../support/app.ts";
import { type LeaveOffice, leaveOffice, people, routeOf, secrets, speaking } from "../support/leave.ts";
import { buttonOf, owner, visitor } from "../support/office.ts";

let office: LeaveOffice;

beforeEach(async () => {
  office = await leaveOffice();
});

afterEach(async () => {
  expect(office.trouble).toEqual([]);
  await office.close();
});

const card = async (who: keyof typeof people) => {
  const found = (await office.to(who)).at(-1);
  if (!found) throw new Error(`${who} has no message`);
  return found;
};
const actions = async () => (await office.events()).filter(({ subject }) => subject === "leave:1");

describe("who decides", () => {
  it("is whom the rules name, with one press; the requester is told by whom and when", async () => {
    await office.ask("head");
    office.setClock("2026-11-23T10:05:00+08:00");
    const done = await office.press(await card("secretary"), "Approve", people.secretary.visitor);
    expect(done.tone).toBe("done");
    expect(readOut(done)).toContain("No. 1 is approved: 毛景行");
    expect(await office.leave(1)).toMatchObject({ status: "approved", decidedBy: "1008", decidedAs: "holder" });
    const told = readOut(await card("head"));
    expect(told).toContain("Your request No. 1 is approved");
    expect(told).toContain("Decided by: 谢秉章 (市政府秘书长), 2026-11-23 10:05");
  });

  it("is nobody else in the channel: whoever presses “approve” without the right is told who may, and it is kept", async () => {
    await office.ask("head");
    const shown = await card("secretary");
    for (const who of ["mayor", "other", "deputy", "director", "supervisor"] as const) {
      const refused = await office.press(shown, "Approve", people[who].visitor);
      expect(refused.tone).toBe("refused");
      expect(readOut(refused)).toContain("Only 谢秉章 (市政府秘书长) can decide on No. 1");
    }
    expect((await office.leave(1)).status).toBe("asked");
    const attempts = (await actions()).filter(({ action }) => action === "refused");
    expect(attempts.map(({ actor }) => actor)).toEqual(
      ["1001", "1015", "1053", "1009", "1040"].map((id) => `person:${id}`),
    );
    expect(attempts[0]?.details).toEqual({ what: "leave.approve" });
  });

  it("is never an administrator as such, nor somebody whom Mishu does not know", async () => {
    await office.ask("head");
    for (const who of [owner, visitor("U-STRANGER")]) {
      const refused = await office.press(await card("secretary"), "Approve", who);
      expect(refused.tone).toBe("refused");
      expect(readOut(refused)).not.toContain("毛景行");
    }
    expect((await office.leave(1)).status).toBe("asked");
  });

  it("is never whoever asks, not even the secretary-general who decides on all others", async () => {
    await office.ask("secretary");
    const refused = await office.as("secretary", "/leave approve 1");
    expect(readOut(refused)).toContain("Nobody decides on their own leave");
    expect((await office.leave(1)).status).toBe("asked");
    expect(readOut(await office.as("mayor", "/leave approve 1"))).toContain("No. 1 is approved");
  });

  it("is the person entrusted, as long as the entrustment holds; that they acted, for whom and how long stays visible", async () => {
    await office.type("/roster entrust to:沈静澜 until:2026-11-25 occasion:visit", owner);
    await office.ask("vice");
    const shown = await card("executive");
    const done = await office.press(shown, "Approve", people.executive.visitor);
    expect(readOut(done)).toContain("acting for 顾致远");
    expect(readOut(await card("vice"))).toMatch(
      /Decided by: 沈静澜 \(市委常委、常务副市长\), acting for 顾致远 \(mayor\), entrusted .*2026-11-25/,
    );
    const approved = (await actions()).find(({ action }) => action === "leave.approve");
    expect(approved?.details).toMatchObject({ as: "acting", post: "mayor", for: "1001" });
    expect(approved?.about).toBe("1003");
    expect(readOut(await office.as("vice", "/leave show 1"))).toMatch(/沈静澜 +approved, acting for 顾致远 \(mayor\)/);
  });

  it("is decided at the press and not when the message was sent: an entrustment that is over gives no right", async () => {
    await office.type("/roster entrust to:沈静澜 until:2026-11-24 occasion:visit", owner);
    await office.ask("vice");
    const shown = await card("executive");
    office.setClock("2026-11-25T09:00:00+08:00");
    const refused = await office.press(shown, "Approve", people.executive.visitor);
    expect(readOut(refused)).toContain("Only 顾致远");
    expect((await office.leave(1)).status).toBe("asked");
    expect(readOut(await office.as("mayor", "/leave approve 1"))).toContain("No. 1 is approved");
  });

  it("is either of the two whom Art. 48 allows when the executive vice mayor presides", async () => {
    await office.ask("vice", { occasion: "executive-meeting", meeting: await office.meeting("executive-vice-mayor") });
    expect((await office.leave(1)).approver).toBe("1002");
    await office.as("mayor", "/leave approve 1");
    expect(await office.leave(1)).toMatchObject({ status: "approved", decidedBy: "1001", decidedAs: "other" });
    expect(readOut(await card("vice"))).toContain("顾致远 (mayor), whom the words allow as well");
  });
});

describe("where the rules are silent", () => {
  it("the office's own route decides, and is shown as the office's, without an article", async () => {
    await office.atDesk(({ records }) =>
      writeSetting(records, "leave.route.deputy-department-head", "department-head"),
    );
    await office.ask("deputy");
    const done = await office.as("head", "/leave approve 1");
    expect(done.citations).toEqual([]);
    expect(readOut(await card("deputy"))).toContain("毛景行 (市教育局局长), by the office's own route, not the rules'");
    const approved = (await actions()).find(({ action }) => action === "leave.approve");
    expect(approved?.articles).toEqual([]);
  });
});

describe("a decision", () => {
  it("is made once: of two who press at the same instant one decides, the other is told by whom", async () => {
    await office.ask("vice", { occasion: "executive-meeting", meeting: await office.meeting("executive-vice-mayor") });
    const shown = await card("executive");
    const [one, other] = await Promise.all([
      office.press(shown, "Approve", people.executive.visitor),
      office.as("mayor", "/leave refuse 1 not now"),
    ]);
    expect([one.tone, other.tone].sort()).toEqual(["done", "refused"]);
    const late = one.tone === "refused" ? one : other;
    expect(readOut(late)).toMatch(/No\. 1 is (approved|refused)\. Nothing was changed\..*Decided by: /s);
    const decided = (await actions()).filter(({ action }) => /approve|refuse$/.test(action));
    expect(decided.map(({ action }) => action)).toHaveLength(1);
  });

  it("on a request that was changed since it was read does nothing at all", async () => {
    const leave = await office.ask("head");
    await office.as("secretary", "/leave question 1 until when?");
    const before = await office.events();
    const tried = await office.atDesk(async (at) => {
      const route = await routeOf(leave, at);
      if (route.kind !== "asks") throw new Error("nobody is asked");
      return decideLeave(leave, "approve", { decider: route.to, route }, "", at);
    });
    expect(tried).toBeUndefined();
    expect((await office.leave(1)).status).toBe("questioned");
    expect(await office.events()).toEqual(before);
  });

  it("by a button of an older message is none: the request is shown as it stands, and its own buttons decide", async () => {
    await office.ask("head");
    const old = await card("secretary");
    await office.as("secretary", "/leave question 1 how long?");
    await office.as("head", "/leave answer 1 three days");
    const again = await office.press(old, "Approve", people.secretary.visitor);
    expect(readOut(again)).toContain("was changed after this message was sent");
    expect(readOut(again)).toContain("three days");
    expect((await office.leave(1)).status).toBe("asked");
    expect((await office.press(again, "Approve", people.secretary.visitor)).tone).toBe("done");
  });

  it("that was made is what an old button tells, and it changes nothing", async () => {
    await office.ask("head");
    const old = await card("secretary");
    await office.as("secretary", "/leave refuse 1 the inspection is that week");
    const events = await office.events();
    const stale = await office.press(old, "Approve", people.secretary.visitor);
    expect(readOut(stale)).toMatch(/No\. 1 is refused\. Nothing was changed\..*Decided by: 谢秉章/s);
    expect((await office.leave(1)).status).toBe("refused");
    expect(await office.events()).toEqual(events);
  });

  it("brings every message that shows the request up to date, on every platform and in its reader's language", async () => {
    await office.type("/roster entrust to:沈静澜 until:2026-11-25 occasion:visit", owner);
    await office.ask("vice");
    await office.as("vice", "/leave ask 1");
    expect((await card("mayor")).buttons.map(({ label }) => label)).toContain("Approve");
    await office.type("/settings language:zh-Hant", people.mayor.visitor);
    await office.as("executive", "/leave approve 1");
    for (const who of ["mayor", "executive"] as const) {
      expect((await card(who)).buttons).toEqual([]);
      expect(readOut(await card(who))).toMatch(/was approved by 沈静澜|已由沈静澜批准/);
    }
    expect((await card("mayor")).language).toBe("zh-Hant");
  });

  it("that is a refusal needs its reason, which a form asks for", async () => {
    await office.ask("head");
    const asked = await office.as("secretary", "/leave refuse 1");
    expect(asked.tone).toBe("needs");
    expect(buttonOf(asked, "Refuse")).toMatchObject({ form: true, options: { number: "1" } });
    expect((await office.leave(1)).status).toBe("asked");
    await office.give(
      "leave refuse",
      { number: "1", version: "2", reason: "the inspection is that week" },
      people.secretary.visitor,
    );
    expect(readOut(await card("head"))).toMatch(
      /Your request No\. 1 is refused.*Reason of the refusal – 谢秉章: the inspection/s,
    );
  });

  it("waits for the answer to a question, and everybody knows whose turn it is", async () => {
    await office.ask("head");
    await office.press(await card("secretary"), "Approve", people.other.visitor);
    const asked = await office.as("secretary", "/leave question 1 Who looks after the bureau?");
    expect(asked.tone).toBe("needs");
    const question = await card("head");
    expect(readOut(question)).toContain("Question – 谢秉章: Who looks after the bureau?");
    expect(buttonOf(question, "Answer")).toMatchObject({ command: "leave answer", form: true });
    expect(readOut(await office.as("head", "/leave pending"))).toContain("The approver asks you something");
    expect(readOut(await office.as("deputy", "/leave answer 1 I do"))).toContain("Only whoever made this request");
    await office.give("leave answer", { number: "1", words: "壮怀谷" }, people.head.visitor);
    expect(await office.leave(1)).toMatchObject({ status: "asked", approver: "1008" });
    expect(readOut(await card("secretary"))).toContain("Answer – 毛景行: 壮怀谷");
    expect((await office.press(await card("secretary"), "Approve", people.secretary.visitor)).tone).toBe("done");
  });

  it("that approves a change puts it in the place of what was approved before, in the same moment", async () => {
    await office.ask("head");
    await office.as("secretary", "/leave approve 1");
    const { span } = await office.leave(1);
    await office.ask("head", { replaces: 1, span: { ...span, untilHalf: "am" } });
    expect((await office.leave(1)).status).toBe("approved");
    await office.as("secretary", "/leave approve 2");
    expect((await office.leave(1)).status).toBe("replaced");
    expect((await actions()).at(-1)?.action).toBe("leave.replace");
  });

  it("that refuses a change leaves what was approved before as it was, and says so", async () => {
    await office.ask("head");
    await office.as("secretary", "/leave approve 1");
    await office.ask("head", { replaces: 1 });
    await office.as("secretary", "/leave refuse 2 the first days were agreed");
    expect((await office.leave(1)).status).toBe("approved");
    expect(readOut(await card("head"))).toContain("No. 1, which this request was to change, holds as it was.");
  });

  it("is in the audit under the words that name whoever decided, without a private word", async () => {
    await office.ask("head");
    await office.as("secretary", "/leave refuse 1 the inspection is that week");
    const refused = (await actions()).find(({ action }) => action === "leave.refuse");
    expect(refused).toMatchObject({ actor: "person:1008", about: "1014", articles: ["61/2"] });
    expect(refused?.details).toMatchObject({ as: "holder", post: "secretary-general", status: "refused" });
    expect(JSON.stringify(await office.events())).not.toMatch(
      new RegExp(`${secrets.reason}|${secrets.place}|inspection`, "u"),
    );
  });

  it("comes through when it is the first press after a restart", async () => {
    const folder = mkdtempSync(join(tmpdir(), "mishu-restart-"));
    try {
      const before = await leaveOffice({ file: join(folder, "office.db") });
      await before.ask("head");
      const shown = (await before.to("secretary")).at(-1);
      await before.close();
      const after = await leaveOffice({ file: join(folder, "office.db") });
      if (!shown) throw new Error("no message");
      expect((await after.press(shown, "Approve", people.secretary.visitor)).tone).toBe("done");
      expect((await after.leave(1)).status).toBe("approved");
      expect(readOut((await after.to("head")).at(-1) ?? shown)).toContain("Your request No. 1 is approved");
      await after.close();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("of a journey that needs several requests", () => {
  it("nobody is told “approved” for what still waits: each is its own, and how many wait is said", async () => {
    const { trip } = await office.ask("head");
    await office.ask("head", { trip, occasion: "executive-meeting", meeting: await office.meeting() });
    const done = await office.as("secretary", "/leave approve 1");
    expect(readOut(done)).toContain("No. 2 of the same journey (missing an executive meeting) still waits for you.");
    const first = readOut(await card("head"));
    expect(first).toContain("Your request No. 1 is approved");
    expect(first).toContain("Of the 2 requests of this journey 1 still waits for a decision: No. 2.");
    expect((await office.leave(2)).status).toBe("asked");
    await office.press(done, /Approve · No\. 2/, people.secretary.visitor);
    const both = (await office.to("head")).map(readOut);
    expect(both.some((each) => each.includes("No. 2 is approved"))).toBe(true);
    // the message about the first is up to date as well
    expect(both.some((each) => each.includes("still waits"))).toBe(false);
  });
});

describe("the channel for leave", () => {
  const announced = async () => (await office.messages()).filter(({ to }) => to.startsWith("channel:"));
  it("hears who is away and when once a journey is approved: the name, the title and the days only", async () => {
    await office.give("settings", { channel: "channel:slack:T1:C-LEAVE", use: "leave" }, owner);
    const before = (await announced()).length;
    await office.ask("head", { occasion: "executive-meeting", meeting: await office.meeting() });
    await office.ask("head");
    expect(await announced()).toHaveLength(before);
    await office.as("secretary", "/leave approve 1");
    expect(await announced()).toHaveLength(before);
    await office.as("secretary", "/leave approve 2");
    const said = readOut((await announced()).at(-1)?.reply ?? (await card("head")));
    expect(said.trim()).toBe("毛景行（市教育局局长）外出：2026年12月1日至12月3日");
  });
});

describe("what waits", () => {
  it("is listed for whoever decides with buttons, and for the office with whom and since when, without what is private", async () => {
    await office.ask("head");
    await office.ask("vice");
    const own = await office.as("secretary", "/leave pending");
    expect(readOut(own)).toMatch(
      /One request waits for your decision.*No\. 1.*These wait for others:.*No\. 2.*顾致远/s,
    );
    expect(own.buttons.map(({ label }) => label)).toEqual(["Approve · No. 1 毛景行", "Look at it · No. 1 毛景行"]);
    const all = readOut(await office.as("director", "/leave pending"));
    expect(all).toMatch(/No request for leave waits for your decision\..*2026-11-23 09:00.*谢秉章.*顾致远/s);
    for (const told of [readOut(own), all]) expect(told).not.toMatch(new RegExp(Object.values(secrets).join("|"), "u"));
    expect(readOut(await office.as("other", "/leave pending"))).not.toContain("毛景行");
  });

  it("is shown whole when it is only one, and the buttons of the list decide", async () => {
    await office.ask("vice");
    const only = await office.as("mayor", "/leave approve");
    expect(readOut(only)).toContain(secrets.reason);
    expect((await office.press(only, "Approve", people.mayor.visitor)).tone).toBe("done");
    expect(readOut(await office.as("mayor", "/leave pending"))).toContain("No request for leave waits");
  });
});

describe("the course of a request", () => {
  it("tells each step: who, when, as what and on which platform", async () => {
    await office.ask("head");
    await office.as("other", "/leave approve 1");
    office.setClock("2026-11-23T10:00:00+08:00");
    await office.as("secretary", "/leave question 1 until when?");
    office.setClock("2026-11-23T11:00:00+08:00");
    await office.as("head", "/leave answer 1 until Thursday");
    office.setClock("2026-11-23T14:00:00+08:00");
    await office.as("secretary", "/leave approve 1");
    const told = readOut(await office.as("head", "/leave show 1"));
    expect(told).toMatch(/09:00 +Mishu +sent to 谢秉章/);
    expect(told).toMatch(/09:00 +卞清扬 +wanted to decide, and may not +Slack/);
    expect(told).toMatch(/10:00 +谢秉章 +asked a question +Discord/);
    expect(told).toMatch(/11:00 +毛景行 +answered the question +Slack/);
    expect(told).toMatch(/14:00 +谢秉章 +approved +Discord/);
  });

  it("is seen with reason and place by whoever asked and whoever decides, without them by the office, by nobody else", async () => {
    await office.ask("head");
    await office.as("secretary", "/leave question 1 a private question");
    const hidden = new RegExp(`${secrets.reason}|${secrets.place}|private`, "u");
    for (const who of ["head", "secretary"] as const)
      expect(readOut(await office.as(who, "/leave show 1"))).toMatch(/探望住院的母亲.*a private question/s);
    for (const who of ["director", "supervisor"] as const) {
      const told = readOut(await office.as(who, "/leave show 1"));
      expect(told).toMatch(/毛景行.*going away.*2026-12-01.*asked a question/s);
      expect(told).not.toMatch(hidden);
    }
    for (const who of ["other", "deputy", "mayor"] as const) {
      const told = readOut(await office.as(who, "/leave show 1"));
      expect(told).toContain("There is no request No. 1 that you may see");
      expect(told).not.toMatch(/毛景行|going away/);
    }
  });

  it("hides what is private again from whoever acted, once they act no longer", async () => {
    await office.type("/roster entrust to:沈静澜 until:2026-11-24 occasion:visit", owner);
    await office.ask("vice");
    expect(readOut(await card("executive"))).toContain(secrets.reason);
    office.setClock("2026-11-25T09:00:00+08:00");
    await office.as("mayor", "/leave question 1 who stands in for you?");
    const now = readOut(await card("executive"));
    expect(now).not.toMatch(new RegExp(`${secrets.reason}|stands in`, "u"));
    expect((await card("executive")).buttons).toEqual([]);
    expect(readOut(await office.as("executive", "/leave show 1"))).not.toContain(secrets.reason);
  });
});

describe.each(languages)("in %s", (language) => {
  it("approving, refusing, asking, answering and showing say what happened in that language, and quote only the rules", async () => {
    const as = (who: keyof typeof people) => speaking(who, language);
    await office.ask("head");
    await office.ask("head", { span: { ...(await office.leave(1)).span, untilHalf: "am" } });
    const replies = [
      await office.type("/leave approve 1", as("other")),
      await office.type("/leave question 1 ?", as("secretary")),
      await office.type("/leave answer 1 ok", as("head")),
      await office.type("/leave approve 1", as("secretary")),
      await office.type("/leave approve 1", as("secretary")),
      await office.type("/leave refuse 2", as("secretary")),
      await office.type("/leave refuse 2 no", as("secretary")),
      await office.type("/leave show 1", as("head")),
      await office.type("/leave show 2", as("director")),
      await office.type("/leave pending", as("director")),
      await office.type("/leave approve twelve", as("secretary")),
    ];
    for (const reply of replies) {
      expect(reply.language).toBe(language);
      expect(misquoted(reply.citations, office.app.rulebook)).toEqual([]);
      const own = readOut(reply).replaceAll(/“[^”]*”|「[^」]*」/gu, "");
      if (language === "zh-Hans") expect(own).not.toMatch(/[請審詢覆變號]/u);
      if (language === "zh-Hant") expect(own).not.toMatch(/[请审询变号]/u);
    }
    expect(replies.map(({ tone }) => tone)).toEqual([
      ...["refused", "needs", "done", "done", "refused", "needs", "done"],
      ...["done", "answer", "answer", "problem"],
    ]);
  });
});
