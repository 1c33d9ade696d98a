import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { erasedNotice } from "../../src/erased-notice.ts";
import type { Reply } from "../../src/reply.ts";
import { erasePerson } from "../../src/store/erasure.ts";
import { minutesSteps } from "../../src/store/minutes.ts";
import { exportPerson } from "../../src/store/personal-data.ts";
import { languages } from "../../src/text.ts";
import { pointOf, readOut } from "../support/app.ts";
import { type LeaveOffice, leaveOffice, speaking, type Who } from "../support/leave.ts";
import { buttonOf, visitor } from "../support/office.ts";

// Meetings are held on Wednesday, 2 December 2026, 9:00 to 10:30; their minutes are drafted at eleven.

let office: LeaveOffice;

beforeEach(async () => {
  office = await leaveOffice();
});

afterEach(async () => {
  expect(office.trouble).toEqual([]);
  await office.close();
});

async function held(type: string, presider = "mayor"): Promise<void> {
  const given = { type, day: "12-02", time: "09:00-10:30", title: "第 58 次会议", presider };
  let planned = await office.give("meeting plan", given, office.visitorOf("director"));
  if (planned.tone === "needs") planned = await office.press(planned, "It is entrusted", office.visitorOf("director"));
  expect(planned.tone).toBe("done");
  office.setClock("2026-12-02T11:00:00+08:00");
}
const draft = (given: Readonly<Record<string, string>> = {}, who: Who = "director") =>
  office.give("meeting minutes", { number: "1", text: "会议原则同意。", ...given }, office.visitorOf(who));
const press = (who: Who, reply: Reply, label: string) => office.press(reply, label, office.visitorOf(who));
const last = async (who: Who): Promise<Reply> => {
  const message = (await office.to(who)).at(-1);
  if (!message) throw new Error(`nothing was sent to ${who}`);
  return message;
};
const labels = ({ buttons }: Reply) => buttons.map(({ label }) => label);

const art45 = {
  executive:
    "市政府全體會議和市政府常務會議,由市政府辦公室負責安排,其會議紀要經秘書長或市政府辦公室主任審核後,報市長簽發。",
  thematic:
    "市長辦公會議和市政府專題會議,由市政府辦公室根據領導要求安排,其會議紀要經秘書長或有關副秘書長審核後,報市長或分管副市長簽發。",
  listed: "涉及機構調整、人員編制、幹部獎懲、資金安排、重大項目等事項的專題會議紀要,經分管副市長審核後,報市長簽發。",
  opinions: "分管副秘書長召開專題會議所形成的協調意見,須經市長或分管副市長同意後印發。",
};

describe("the minutes of an executive meeting (Art. 45)", () => {
  beforeEach(() => held("executive-meeting"));

  it("are reviewed by the secretary-general or the office's director, whom the drafter chooses, and signed by the mayor", async () => {
    const which = await draft();
    expect(which.tone).toBe("needs");
    expect(readOut(which)).toContain(art45.executive);
    expect(labels(which).join(" ")).toMatch(/谢秉章.*华云舟|华云舟.*谢秉章/);
    const sent = await press("director", which, "谢秉章");
    expect(sent.tone).toBe("done");
    expect(readOut(sent)).toMatch(/谢秉章 reviews it:.*顾致远 signs it:/s);
    const review = await last("secretary");
    expect(pointOf(review)).toBe("The minutes of 第 58 次会议 wait for your review.");
    expect(readOut(review)).toContain("会议原则同意。");
    expect(await office.to("mayor")).toEqual([]);
    const passed = await press("secretary", review, "Pass it on");
    expect(passed.tone).toBe("done");
    expect(readOut(passed)).toContain(art45.executive);
    const signing = await last("mayor");
    expect(pointOf(signing)).toBe("The minutes of 第 58 次会议 wait for your signature.");
    expect((await press("mayor", signing, "Sign")).tone).toBe("done");
    const ready = await last("director");
    expect(readOut(ready)).toMatch(
      /2026-12-02: drafted by 华云舟.*2026-12-02: reviewed by 谢秉章.*2026-12-02: signed by 顾致远/s,
    );
    const issued = await press("director", ready, "Issue the minutes of meeting No. 1");
    expect(pointOf(issued)).toBe("The minutes of 第 58 次会议 are issued.");
    const steps = (await office.events()).filter(({ action }) => action === "meeting.minutes");
    expect(steps.map(({ details }) => details as { step: string; fact?: string | null })).toMatchObject([
      { step: "drafted" },
      { step: "reviewed", fact: "minutes.plenary-executive.review" },
      { step: "signed", fact: "minutes.plenary-executive.sign" },
      { step: "issued" },
    ]);
  });

  it("come back with remarks, are put right, and go the whole way again", async () => {
    await draft({ reviewer: "谢秉章" });
    await office.give("meeting pass", { number: "1" }, office.visitorOf("secretary"));
    const signing = await last("mayor");
    expect(buttonOf(signing, "Return")).toMatchObject({ command: "meeting return", form: true });
    expect((await office.give("meeting return", { number: "1" }, office.visitorOf("mayor"))).tone).not.toBe("done");
    await office.give("meeting return", { number: "1", remarks: "第二段请核实数字。" }, office.visitorOf("mayor"));
    const back = await last("director");
    expect(pointOf(back)).toBe("The minutes of 第 58 次会议 came back to you.");
    expect(readOut(back)).toContain("第二段请核实数字。");
    expect(buttonOf(back, "Put the draft right")).toMatchObject({ command: "meeting minutes", form: true });
    await draft({ text: "会议原则同意，数字已核实。", reviewer: "谢秉章" });
    expect(readOut(await last("secretary"))).toContain("数字已核实");
    // what the mayor still has before him is of an earlier draft
    const stale = await press("mayor", signing, "Sign");
    expect(readOut(stale)).toContain("The minutes have gone on since. Nothing was changed.");
    expect(readOut(await office.as("director", "/meeting minutes 1"))).toContain("Under review: with 谢秉章.");
  });

  it("wait for whoever was named and nobody else, whoever presses; and twice pressed is once done", async () => {
    await draft({ reviewer: "谢秉章" });
    const review = await last("secretary");
    for (const who of ["director", "mayor", "vice", "deputy"] as const)
      expect((await press(who, review, "Pass it on")).tone).toBe("refused");
    const both = await Promise.all([
      press("secretary", review, "Pass it on"),
      press("secretary", review, "Pass it on"),
    ]);
    expect(both.filter(({ tone }) => tone === "done")).toHaveLength(1);
    expect((await office.to("mayor")).filter((each) => each.tone === "needs")).toHaveLength(1);
    // nothing is left to press in what the secretary-general has
    expect((await office.to("secretary")).at(-1)?.buttons).toEqual([]);
  });

  it("go nowhere before the meeting, from those who do not plan meetings, to those whom the words do not name", async () => {
    office.setClock("2026-12-02T08:00:00+08:00");
    expect(readOut(await draft())).toContain("has not begun yet");
    office.setClock("2026-12-02T11:00:00+08:00");
    for (const who of ["head", "vice"] as const) expect((await draft({}, who)).tone).toBe("refused");
    expect(readOut(await draft({ reviewer: "陆明谦" }))).toContain(
      "陆明谦 is none of those by whom such minutes are reviewed",
    );
    expect(readOut(await draft({ reviewer: "谢秉章", signer: "陆明谦" }))).toContain(
      "none of those by whom such minutes are signed",
    );
    expect(readOut(await office.as("director", "/meeting minutes 1"))).toContain(
      "No minutes of 第 58 次会议 are drafted yet.",
    );
  });

  it("are not issued before they are signed, and not changed after they are issued", async () => {
    await draft({ reviewer: "谢秉章" });
    expect(readOut(await office.as("director", "/meeting issue 1"))).toContain("They cannot be issued yet.");
    await office.as("secretary", "/meeting pass 1");
    await office.as("mayor", "/meeting pass 1");
    expect((await office.as("director", "/meeting issue 1")).tone).toBe("done");
    expect((await office.as("director", "/meeting issue 1")).tone).toBe("refused");
    expect(readOut(await draft({ reviewer: "谢秉章" }))).toContain("are issued. Nothing was changed.");
  });

  it("say, where the mayor is away, that the rules leave open who signs meanwhile", async () => {
    await office.away("mayor", "2026-12-02");
    const sent = readOut(await draft({ reviewer: "谢秉章" }));
    expect(sent).toContain("顾致远 is away until 2026-12-02.");
    expect(sent).toContain("The rules do not say in so many words who signs minutes in the mayor's place");
  });

  it("are nudged each working day, and whoever drafted them is told when it takes long", async () => {
    await draft({ reviewer: "谢秉章" });
    await office.at("2026-12-03T10:59:00+08:00");
    expect(await office.to("secretary")).toHaveLength(1);
    await office.at("2026-12-03T11:00:00+08:00");
    expect(await office.to("secretary")).toHaveLength(2);
    expect(labels(await last("secretary"))).toContain("Pass it on");
    await office.at("2026-12-04T11:00:00+08:00");
    await office.at("2026-12-06T11:00:00+08:00");
    expect(await office.to("secretary")).toHaveLength(3);
    await office.at("2026-12-07T11:00:00+08:00");
    expect(await office.to("secretary")).toHaveLength(4);
    expect(pointOf(await last("director"))).toBe(
      "The minutes of 第 58 次会议 have waited for days. Under review: with 谢秉章.",
    );
    await office.as("secretary", "/meeting pass 1");
    await office.at("2026-12-08T11:00:00+08:00");
    expect((await office.to("secretary")).filter(({ tone }) => tone === "needs").length).toBeLessThanOrEqual(4);
    expect(pointOf(await last("mayor"))).toContain("wait for your signature");
  });

  it("Art. 30: what was decided is to be made public, which is asked for until it is said or secrecy is named", async () => {
    await draft({ reviewer: "谢秉章" });
    await office.as("secretary", "/meeting pass 1");
    await office.as("mayor", "/meeting pass 1");
    const issued = await office.as("director", "/meeting issue 1");
    expect(readOut(issued)).toContain("市政府全體會議和常務會議討論決定的事項");
    expect(labels(issued)).toEqual(["It is public", "The law requires secrecy", "Follow up what was decided"]);
    await office.at("2026-12-04T11:00:00+08:00");
    const asked = await last("director");
    expect(pointOf(asked)).toBe("Is public what 第 58 次会议 decided?");
    expect(readOut(asked)).toContain("The rules set no number of days.");
    const told = await press("director", asked, "The law requires secrecy");
    expect(readOut(told)).toContain("除依法需要保密的外");
    const events = (await office.events()).length;
    expect(pointOf(await press("director", asked, "The law requires secrecy"))).toContain("noted already");
    expect(await office.events()).toHaveLength(events);
    const before = (await office.to("director")).length;
    await office.at("2026-12-08T11:00:00+08:00");
    await office.at("2026-12-10T11:00:00+08:00");
    expect(await office.to("director")).toHaveLength(before);
  });

  it("are read by those who plan meetings, review and sign, and by nobody else", async () => {
    await draft({ reviewer: "谢秉章" });
    for (const who of ["secretary", "mayor", "director"] as const)
      expect(readOut(await office.as(who, "/meeting minutes 1"))).toContain("会议原则同意。");
    for (const who of ["vice", "head", "supervisor"] as const) {
      const refused = readOut(await office.as(who, "/meeting minutes 1"));
      expect(refused).not.toContain("第 58 次会议");
    }
  });

  it("are not asked for by whoever the office does not know: of what was held they learn nothing", async () => {
    for (const line of ["/meeting minutes", "/meeting pass", "/meeting issue", "/meeting return"]) {
      const told = await office.type(line, visitor("U-STRANGER"));
      expect(JSON.stringify(told)).not.toContain("58");
      expect(JSON.stringify(await office.as("deputy", line))).not.toContain("58");
    }
    expect(await office.suggest("meeting minutes", "number", "", visitor("U-STRANGER"))).toEqual([]);
  });

  it("pass for no coordination opinions, which need no signature of the mayor's", async () => {
    const told = await draft({ outcome: "opinions", reviewer: "谢秉章" });
    expect(told.tone).toBe("refused");
    expect(readOut(told)).toContain(art45.opinions);
    expect((await office.as("director", "/meeting issue 1")).tone).toBe("refused");
  });

  it("say that it was held: it cannot be cancelled any more", async () => {
    office.setClock("2026-12-02T10:00:00+08:00");
    expect((await draft({ reviewer: "谢秉章" })).tone).toBe("done");
    const told = await office.as("director", "/meeting cancel 1");
    expect(told.tone).toBe("refused");
    expect(pointOf(told)).toContain("minutes of it are drafted");
    expect((await office.as("secretary", "/meeting pass 1")).tone).toBe("done");
  });

  it("are not said to be none before it is held", async () => {
    office.setClock("2026-12-02T08:00:00+08:00");
    const told = await office.give("meeting minutes", { number: "1", none: "yes" }, office.visitorOf("director"));
    expect(told.tone).toBe("refused");
    expect(pointOf(told)).toContain("has not begun yet");
  });

  it("speak every language whole", async () => {
    await draft({ reviewer: "谢秉章" });
    for (const language of languages) {
      const text = readOut(await office.give("meeting minutes", { number: "1" }, speaking("secretary", language)));
      if (language === "en") expect(text.replace(/“[^”]*”/gu, "").replace("会议原则同意。", "")).not.toMatch(/[：。]/);
      else expect(text).not.toMatch(/[a-z]{4}/i);
    }
  });

  it("that are long go along as a file, and those that are too long are refused with nothing lost", async () => {
    await draft({ text: "甲".repeat(3000), reviewer: "谢秉章" });
    const review = await last("secretary");
    expect(readOut(review)).toContain("The draft (3000 characters) is in the file.");
    expect(review.files).toMatchObject([{ name: "minutes-1.txt", content: "甲".repeat(3000) }]);
    expect(readOut(await draft({ text: "甲".repeat(20_001) }))).toContain("longer than 20000 characters");
  });
});

describe("the minutes of somebody who is erased", () => {
  it("keep that they signed under their number, without their remarks; agendas forget them", async () => {
    await held("executive-meeting");
    await office.give("meeting item", { number: "1", title: "甲", leader: "陆明谦" }, office.visitorOf("director"));
    await draft({ reviewer: "谢秉章" });
    await office.give("meeting return", { number: "1", remarks: "请核实。" }, office.visitorOf("secretary"));
    const { store } = office.running;
    const exported = async (id: string) => (await store.look((records) => exportPerson(records, id)))?.meetings;
    expect(await exported("1008")).toMatchObject({ minutes: [{ meeting: 1, step: "returned", words: "请核实。" }] });
    expect(await exported("1003")).toMatchObject({ items: [{ meeting: 1, position: 1, title: "甲" }] });
    for (const id of ["1008", "1003"])
      await store.transaction((records) => erasePerson(records, id, office.now(), erasedNotice));
    const steps = await store.look((records) => minutesSteps(records, 1));
    expect(steps.at(-1)).toMatchObject({ step: "returned", person: "1008", words: "" });
    expect(readOut(await office.as("director", "/meeting minutes 1"))).toContain("returned by 1008");
    expect(readOut(await office.as("director", "/meeting agenda 1"))).not.toContain("陆明谦");
  });
});

describe("a meeting of which no minutes are drafted", () => {
  it("is asked after a working day later, three times at most, until there are some or there are to be none", async () => {
    await office.give(
      "meeting plan",
      { type: "executive-meeting", day: "12-02", time: "09:00-10:30", title: "第 58 次会议", presider: "mayor" },
      office.visitorOf("director"),
    );
    await office.as("director", "/meeting announce 1");
    await office.at("2026-12-02T10:45:00+08:00");
    expect(labels(await last("director"))).toContain("Draft the minutes …");
    const asked = async () =>
      (await office.to("director")).filter((each) => pointOf(each) === "No minutes of 第 58 次会议 are drafted yet.")
        .length;
    await office.at("2026-12-03T10:44:00+08:00");
    expect(await asked()).toBe(0);
    await office.at("2026-12-03T10:45:00+08:00");
    expect(await asked()).toBe(1);
    await office.at("2026-12-07T10:45:00+08:00");
    expect(await asked()).toBe(2);
    const none = await press("director", await last("director"), "None are made");
    expect(pointOf(none)).toBe("Noted: no minutes of 第 58 次会议 are made. You are not asked again.");
    for (const day of ["09", "11", "15"]) await office.at(`2026-12-${day}T10:45:00+08:00`);
    expect(await asked()).toBe(2);
    expect((await draft({ reviewer: "谢秉章" })).tone).toBe("done");
  });
});

describe("the minutes of a thematic meeting (Art. 45)", () => {
  it("are reviewed by the secretary-general or a deputy and signed by the mayor or a vice mayor, where no listed subject is touched", async () => {
    await held("thematic-meeting", "vice-mayor");
    const subject = await draft();
    expect(readOut(subject)).toContain(art45.listed);
    expect(labels(subject)).toEqual([
      "institutional adjustment",
      "staffing quota",
      "rewards and punishments of cadres",
      "allocation of funds",
      "major projects",
      "None of these",
    ]);
    const reviewer = await press("director", subject, "None of these");
    expect(readOut(reviewer)).toContain(art45.thematic);
    const signer = await press("director", reviewer, "谢秉章");
    expect(labels(signer)[0]).toContain("顾致远");
    expect(labels(signer).join(" ")).toContain("陆明谦");
    expect((await press("director", signer, "陆明谦")).tone).toBe("done");
    await office.as("secretary", "/meeting pass 1");
    expect(pointOf(await last("vice"))).toContain("wait for your signature");
  });

  it("are reviewed by the vice mayor in charge and signed by the mayor, where a listed subject is", async () => {
    await held("thematic-meeting", "vice-mayor");
    const reviewer = await draft({ subjects: "资金安排" });
    expect(readOut(reviewer)).toContain(art45.listed);
    expect(labels(reviewer).join(" ")).toContain("陆明谦");
    expect(labels(reviewer).join(" ")).not.toContain("谢秉章");
    const sent = await press("director", reviewer, "陆明谦");
    expect(readOut(sent)).toContain("顾致远 signs it:");
    expect(pointOf(await last("vice"))).toContain("wait for your review");
    expect(readOut(await last("vice"))).toContain("About: allocation of funds");
  });

  it("put whoever is in charge of an item first", async () => {
    await held("thematic-meeting", "vice-mayor");
    await office.give("meeting item", { number: "1", title: "甲", leader: "陆明谦" }, office.visitorOf("director"));
    expect(labels(await draft({ subjects: "major-projects" }))[0]).toContain("陆明谦");
  });

  it("name a subject that the rules do not list as one they do not", async () => {
    await held("thematic-meeting", "vice-mayor");
    expect(readOut(await draft({ subjects: "绿化" }))).toContain("none of the subjects that the rules name");
  });

  it("called by a deputy secretary-general may be opinions, which the mayor or a vice mayor agrees to before they are issued", async () => {
    await held("thematic-meeting", "deputy-secretary-general");
    const outcome = await draft();
    expect(labels(outcome)).toEqual(["Minutes", "Coordination opinions"]);
    const who = await press("director", outcome, "Coordination opinions");
    expect(readOut(who)).toContain(art45.opinions);
    await press("director", who, "陆明谦");
    expect(pointOf(await last("vice"))).toContain("wait for your consent");
    const agreed = await press("vice", await last("vice"), "Agree");
    expect(pointOf(agreed)).toBe("You have agreed to the opinions of 第 58 次会议.");
    expect((await office.as("director", "/meeting issue 1")).tone).toBe("done");
  });
});

describe("the minutes of a meeting of which the rules say nothing", () => {
  it("are issued without review and signature, which is said", async () => {
    await held("city-wide-conference", "");
    const sent = await draft();
    expect(readOut(sent)).toContain(
      "The rules do not say by whom the minutes of such a meeting are reviewed and signed",
    );
    const issued = await office.as("director", "/meeting issue 1");
    expect(issued.tone).toBe("done");
    expect(labels(issued)).toEqual(["Follow up what was decided"]);
  });
});
