import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { slackManifest } from "../../src/platforms/slack/manifest.ts";
import { misquoted, pointOf, readOut } from "../support/app.ts";
import { type LeaveOffice, leaveOffice, people, speaking, type Who } from "../support/leave.ts";
import { sixty, tableOf, visitor } from "../support/office.ts";

let office: LeaveOffice;
const troubles: unknown[] = [];
beforeEach(async () => {
  office = await leaveOffice();
});
afterEach(async () => {
  troubles.push(...office.trouble);
  await office.close();
});
afterAll(() => expect(troubles).toEqual([]));

const said = async (who: Who, line: string): Promise<string> => readOut(await office.as(who, line));

describe("where the rules do not say whom to ask", () => {
  it("anybody sees which posts these are, and that nobody is asked", async () => {
    const reply = await office.as("deputy", "/leave route");
    expect(tableOf(reply).map(([post]) => post)).toEqual([
      "mayor",
      "deputy secretary-general",
      "deputy head of a department",
      "staff of the General Office",
      "staff of a department",
    ]);
    for (const [, to] of tableOf(reply)) expect(to).toBe("nobody: it is only noted");
    expect(reply.citations).toEqual([]);
  });

  it("the office sets its own route: the holder in the person's own department, shown as the office's", async () => {
    const reply = await office.as("director", "/leave route post:deputy-department-head to:department-head");
    expect(pointOf(reply)).toBe(
      "From now on the holders of “deputy head of a department” ask: head of a municipal department.",
    );
    const preview = await office.as("deputy", "/leave request 12-01 reason:rest");
    expect(readOut(preview)).toContain("This goes to 毛景行 (市教育局局长).");
    expect(readOut(preview)).toContain("This is the office's own route, not the rules'.");
    await office.press(preview, /^Send/, people.deputy.visitor);
    expect(await office.leave(1)).toMatchObject({ authority: "office", approver: "1014", fact: null });
    const asked = (await office.events()).find(({ action }) => action === "leave.ask");
    expect(asked?.articles).toEqual([]);
    const set = (await office.events()).find(({ action }) => action === "leave.route");
    expect(set).toMatchObject({ actor: "person:1009", subject: "post:deputy-department-head", articles: [] });
    expect(set?.details).toEqual({ to: "department-head" });
  });

  describe("to a post that departments have", () => {
    const noDeputies = sixty.replace(/^(105[3-6],[^,]+),部门副职,/gm, "$1,部门工作人员,");
    const toDeputies = "/leave route post:department-staff to:deputy-department-head";

    it("asks nobody of another department, though only that has a holder; the reply said so", async () => {
      await office.importRoster(noDeputies);
      expect(await said("director", toDeputies)).toContain("never another department's");
      const told = await said("deputy", "/leave request 12-01");
      expect(told).toContain("The office's own route asks the post “deputy head of a department”");
      expect(told).toContain("nobody holds it today in the same department");
      expect(told).not.toContain("储文海");
    });

    it("asks the holder of the person's own department, however few others there are", async () => {
      await office.importRoster(noDeputies.replace("1053,壮怀谷,部门工作人员,", "1053,壮怀谷,部门副职,"));
      await office.link(visitor("U-STAFF"), "1059");
      await office.as("director", toDeputies);
      const told = readOut(await office.type("/leave request 12-01", visitor("U-STAFF")));
      expect(told).toContain("This goes to 壮怀谷 (市教育局副局长).");
    });

    it("unlike one of the General Office, which all departments ask", async () => {
      await office.as("director", "/leave route post:deputy-department-head to:office-director");
      expect(await said("deputy", "/leave request 12-01")).toContain(
        "This goes to 华云舟 (director of the General Office).",
      );
    });
  });

  it("that leads to nobody is told as the office's, in each language, before and after it is sent", async () => {
    await office.as("director", "/leave route post:deputy-department-head to:deputy-secretary-general");
    for (const [locale, words, rules] of [
      ["en", "The office's own route asks the post “deputy secretary-general”", "The rules name"],
      ["zh-Hans", "按本单位自定的做法，应向“副秘书长”请假", "规则所指的职务"],
      ["zh-Hant", "依本單位自訂的做法，應向「副秘書長」請假", "規則所指的職務"],
    ] as const) {
      const told = readOut(await office.type("/leave request 12-01", speaking("deputy", locale)));
      expect(told).toContain(words);
      expect(told).not.toContain(rules);
    }
    await office.as("director", "/leave route post:deputy-department-head to:department-head");
    await office.press(await office.as("deputy", "/leave request 12-01"), /^Send/, people.deputy.visitor);
    await office.importRoster(sixty.replace(/^1014,毛景行,市政府部门主要负责人.*\n/m, ""));
    await office.at("2026-11-24T09:00:00+08:00");
    const nudge = readOut((await office.to("deputy")).at(-1) ?? (await office.as("deputy", "/leave mine")));
    expect(nudge).toContain("The office's own route asks the post “head of a municipal department”");
    expect(nudge).not.toContain("The rules name");
  });

  it("is named on the card too: whoever decides knows that it is not the rules'", async () => {
    await office.as("director", "/leave route post:deputy-department-head to:department-head");
    await office.press(await office.as("deputy", "/leave request 12-01"), /^Send/, people.deputy.visitor);
    expect(readOut((await office.to("head")).at(-1) ?? (await office.as("head", "/leave mine")))).toContain(
      "This is the office's own route, not the rules'.",
    );
  });

  it("a route can be taken away when nobody waits for it", async () => {
    await office.as("director", "/leave route post:deputy-department-head to:department-head");
    const preview = await office.as("deputy", "/leave request 12-01");
    await office.press(preview, /^Send/, people.deputy.visitor);
    expect(await said("director", "/leave route post:deputy-department-head to:none")).toContain(
      "1 request of “deputy head of a department” waits for a decision by this route.",
    );
    await office.as("head", "/leave approve 1");
    expect(await said("director", "/leave route post:deputy-department-head to:none")).toContain(
      "no route of the office any more",
    );
    expect(await said("deputy", "/leave request 12-08")).toContain("The rules do not say whom to ask");
  });

  it("a route that is changed takes the requests along that wait", async () => {
    await office.as("director", "/leave route post:deputy-department-head to:department-head");
    await office.press(await office.as("deputy", "/leave request 12-01"), /^Send/, people.deputy.visitor);
    await office.as("director", "/leave route post:deputy-department-head to:secretary-general");
    expect((await office.leave(1)).approver).toBe("1008");
  });
});

describe("an own route is refused", () => {
  it("where the rules name whom to ask, with their words", async () => {
    const reply = await office.as("director", "/leave route post:department-head to:mayor");
    expect(reply.tone).toBe("refused");
    expect(readOut(reply)).toContain("the rules name whom to ask; the office cannot set another");
    expect(reply.citations[0]?.article).toBe(61);
    expect(misquoted(reply.citations, office.app.rulebook)).toEqual([]);
    expect((await office.events()).some(({ action }) => action === "leave.route")).toBe(false);
  });

  it.each([
    ["post:wizard to:mayor", "“wizard” is not a post of the rules"],
    ["post:deputy-department-head to:wizard", "to: “wizard” is not a post of the rules"],
    ["post:deputy-department-head to:deputy-department-head", "nobody decides on their own leave"],
    ["post:deputy-department-head", "say which post the holders of “deputy head of a department” ask"],
  ])("when it makes no sense: %s", async (line, words) => {
    expect(await said("director", `/leave route ${line}`)).toContain(words);
  });

  it("to those who may not set it; who may is said", async () => {
    const reply = await office.as("head", "/leave route post:deputy-department-head to:department-head");
    expect(reply.tone).toBe("refused");
    expect(readOut(reply)).toContain("secretary-general");
  });

  it("in each language", async () => {
    expect(readOut(await office.type("/leave route 职务:市长 审批人:市长", speaking("director", "zh-Hans")))).toMatch(
      /“市长”不能向自己请假。未作任何更改。/,
    );
    expect(readOut(await office.type("/leave route 職務:市長 審批人:無", speaking("director", "zh-Hant")))).toMatch(
      /「市長」不再有本單位自訂的審批人。/,
    );
  });
});

describe("in Slack, where /leave is Slack's own", () => {
  it("the group is reached by /absence", async () => {
    expect(await said("head", "/absence request 12-01")).toContain("This goes to 谢秉章");
    const typed = slackManifest({ command: "mishu", commands: office.app.commands }).features.slash_commands;
    const absence = typed.find(({ command }) => command === "/absence");
    expect(absence?.usage_hint).toMatch(/^request \| /);
    expect(typed.map(({ command }) => command)).not.toContain("/leave");
  });
});
