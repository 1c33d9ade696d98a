import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { comingReminders } from "../../src/store/reminders.ts";
import { languages } from "../../src/text.ts";
import { misquoted, readOut } from "../support/app.ts";
import { type LeaveOffice, leaveOffice, people, secrets, speaking, type Who } from "../support/leave.ts";
import { buttonOf } from "../support/office.ts";

// The head of the education bureau cannot come to the executive meeting of Wednesday, 2 December 2026, 09:00.

let office: LeaveOffice;

beforeEach(async () => {
  office = await leaveOffice();
});

afterEach(async () => {
  expect(office.trouble).toEqual([]);
  await office.close();
});

const last = async (who: Who) => {
  const found = (await office.to(who)).at(-1);
  if (!found) throw new Error(`${who} has no message`);
  return found;
};
const asked = async () => office.ask("head", { occasion: "executive-meeting", meeting: await office.meeting() });
const granted = async () => {
  await asked();
  await office.as("secretary", "/leave approve 1");
};
const name = (who: string) => office.give("leave substitute", { number: "1", person: who }, office.visitorOf("head"));

it("whoever is named already is said when it is asked again who goes", async () => {
  const o = office;
  await o.ask("head", { occasion: "executive-meeting", meeting: await o.meeting() });
  await o.as("secretary", "/leave approve 1");
  expect(readOut(await o.as("head", "/leave substitute 1"))).toContain("Nobody has been named yet");
  await o.as("head", `/leave substitute 1 ${people.deputy.name}`);
  expect(readOut(await o.as("head", "/leave substitute 1"))).toContain(`So far: ${people.deputy.name}`);
});

describe("who goes to the meeting instead", () => {
  it("is named once the leave is approved, and not before: Art. 48 says so", async () => {
    await asked();
    const early = await name("壮怀谷");
    expect(early.tone).toBe("refused");
    expect(readOut(early)).toContain("獲準後方可安排其他負責同志參加會議");
    expect((await office.leave(1)).substitute).toBeNull();
    await office.as("secretary", "/leave approve 1");
    const told = await last("head");
    expect(readOut(told)).toMatch(/You may now name one other responsible person.*獲準後方可安排其他負責同志參加會議/s);
    expect(buttonOf(told, "Name a substitute")).toMatchObject({ command: "leave substitute", form: true });
    expect((await name("壮怀谷")).tone).toBe("done");
    expect((await office.leave(1)).substitute).toBe("1053");
  });

  it("is told when and where, and what the rules expect of whoever attends, but never why the head does not come", async () => {
    await granted();
    await name("壮怀谷");
    const told = await last("deputy");
    expect(readOut(told)).toMatch(
      /instead of 毛景行 \(市教育局局长\).*第 58 次常务会议.*2026-12-02, 09:00–11:00.*1 号会议室/s,
    );
    expect(readOut(told)).toContain("參會人員所發表意見應代表本部門、單位的意見");
    expect(readOut(told)).toContain("不得擅自缺席或增加其他陪會人員");
    expect(JSON.stringify(told)).not.toMatch(new RegExp(Object.values(secrets).join("|"), "u"));
    expect(readOut(await office.as("deputy", "/leave show 1"))).toContain("There is no request No. 1 that you may see");
  });

  it("stands on the approver's message, and in the audit under the article", async () => {
    await granted();
    await name("壮怀谷");
    const cards = (await office.to("secretary")).map(readOut);
    expect(cards.every((each) => each.includes("Substitute: 壮怀谷"))).toBe(true);
    const event = (await office.events()).find(({ action }) => action === "leave.substitute");
    expect(event).toMatchObject({ subject: "leave:1", details: { substitute: "1053", before: null } });
    expect(event?.articles.some((each) => each.startsWith("48"))).toBe(true);
  });

  it("is one person: naming another takes the first one's place, and both are told", async () => {
    await granted();
    await name("壮怀谷");
    const done = await name("秦晓岚");
    expect(readOut(done)).toContain("壮怀谷, who was named before, is told not to go.");
    expect(readOut(await last("deputy"))).toContain("You need not go to 市政府第 58 次常务会议 on 2026-12-02");
    expect((await office.leave(1)).substitute).toBe("1059");
  });

  it("is named by whoever has the leave, by nobody else", async () => {
    await granted();
    for (const who of ["deputy", "secretary", "director"] as const)
      expect(readOut(await office.as(who, "/leave substitute 1 壮怀谷"))).toContain("Only whoever made this request");
    expect((await office.leave(1)).substitute).toBeNull();
  });

  it("is somebody else of the roster who need not attend anyway and is there", async () => {
    await granted();
    const refused = async (who: string, why: RegExp) => {
      const answer = await name(who);
      expect(answer.tone).toBe("problem");
      expect(readOut(answer)).toMatch(why);
    };
    await refused("毛景行", /cannot go instead of yourself/);
    await refused("陆明谦", /陆明谦 must attend that meeting on 2026-12-02 anyway/);
    await refused("李没有", /.+/);
    await office.away("deputy", "2026-12-02");
    await refused("壮怀谷", /壮怀谷 is away on 2026-12-02/);
    expect((await office.leave(1)).substitute).toBeNull();
  });

  it("of another department is possible, but not without a warning", async () => {
    await granted();
    const done = await name("徐一苇");
    expect(done.tone).toBe("done");
    expect(readOut(done)).toContain("does not belong to 市教育局");
    expect(readOut(await name("秦晓岚"))).not.toContain("does not belong");
  });

  it("is nobody where the rules provide for none: a journey, a vice mayor's leave", async () => {
    await office.ask("head");
    await office.as("secretary", "/leave approve 1");
    expect(readOut(await name("壮怀谷"))).toContain("the rules provide no substitute");
    await office.ask("vice", { occasion: "executive-meeting", meeting: await office.meeting() });
    await office.as("mayor", "/leave approve 2");
    expect((await office.as("vice", "/leave substitute 2 壮怀谷")).tone).toBe("refused");
    expect((await last("vice")).buttons.map(({ command }) => command)).not.toContain("leave substitute");
  });

  it("is not named for a meeting that is over", async () => {
    await granted();
    office.setClock("2026-12-03T09:00:00+08:00");
    expect(readOut(await name("壮怀谷"))).toContain("The meeting of No. 1 is over");
  });
});

describe("a change of the leave", () => {
  it("for the same meeting keeps whoever was named; for another one they are told that they need not go", async () => {
    await granted();
    await name("壮怀谷");
    const { meeting, span } = await office.leave(1);
    await office.ask("head", { occasion: "executive-meeting", meeting, span, replaces: 1 });
    await office.as("secretary", "/leave approve 2");
    expect((await office.leave(2)).substitute).toBe("1053");
    await office.ask("head", { occasion: "executive-meeting", event: "another one", span, replaces: 2 });
    await office.as("secretary", "/leave approve 3");
    expect((await office.leave(3)).substitute).toBeNull();
    expect(readOut(await last("deputy"))).toContain("You need not go to");
  });

  it("leaves no reminder of what it replaces", async () => {
    await granted();
    const { meeting } = await office.leave(1);
    await office.ask("head", { occasion: "executive-meeting", meeting, replaces: 1 });
    await office.as("secretary", "/leave approve 2");
    const coming = await office.atDesk(({ records }) => comingReminders(records, { most: 10 }));
    expect(coming.map(({ subject }) => subject)).toEqual(["leave:2"]);
  });
});

describe("as long as nobody is named", () => {
  const reminders = async () =>
    (await office.to("head")).map(readOut).filter((each) => each.includes("nobody is named yet who goes instead"));

  it("whoever has the leave is reminded once, a working day before the meeting", async () => {
    await granted();
    await office.at("2026-11-30T17:00:00+08:00");
    expect(await reminders()).toEqual([]);
    await office.at("2026-12-01T09:00:00+08:00");
    expect(await reminders()).toHaveLength(1);
    await office.at("2026-12-01T16:00:00+08:00");
    expect(await reminders()).toHaveLength(1);
  });

  it("and they say that nobody goes, or name somebody, nothing is reminded any more", async () => {
    await granted();
    const told = await last("head");
    expect(readOut(await office.press(told, "Nobody goes", office.visitorOf("head")))).toContain("Kept: nobody goes");
    await office.at("2026-12-01T09:00:00+08:00");
    expect(await reminders()).toEqual([]);
  });
});

it.each(languages)("in %s all of it is said in that language and quotes only the rules", async (language) => {
  await asked();
  const head = speaking("head", language);
  await office.type(`/settings language:${language}`, office.visitorOf("deputy"));
  const early = await office.type("/leave substitute 1 壮怀谷", head);
  await office.as("secretary", "/leave approve 1");
  const replies = [
    early,
    await office.type("/leave substitute", head),
    await office.type("/leave substitute 1", head),
    await office.type("/leave substitute 1 壮怀谷", head),
    await last("deputy"),
    await office.type("/leave substitute 1 none", head),
    await last("deputy"),
  ];
  for (const reply of replies) {
    expect(reply.language).toBe(language);
    expect(misquoted(reply.citations, office.app.rulebook)).toEqual([]);
  }
  expect(replies.map(({ tone }) => tone)).toEqual(["refused", "needs", "needs", "done", "needs", "done", "done"]);
});
