import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { languages } from "../../src/text.ts";
import { pointOf, readOut } from "../support/app.ts";
import { type LeaveOffice, leaveOffice, speaking, type Who } from "../support/leave.ts";
import { buttonOf } from "../support/office.ts";

// Monday, 23 November 2026, nine o'clock. An executive meeting is planned for Wednesday, 2 December, 9:00 to 10:30.

let office: LeaveOffice;

beforeEach(async () => {
  office = await leaveOffice();
});

afterEach(async () => {
  expect(office.trouble).toEqual([]);
  await office.close();
});

const executive = {
  type: "executive-meeting",
  day: "12-02",
  time: "09:00-10:30",
  title: "市政府第 58 次常务会议",
  presider: "mayor",
  invited: "毛景行",
};
const plan = (given: Readonly<Record<string, string>> = {}) =>
  office.give("meeting plan", { ...executive, ...given }, office.visitorOf("director"));
const put = (given: Readonly<Record<string, string>>, who: Who = "director") =>
  office.give("meeting item", { number: "1", ...given }, office.visitorOf(who));
const announce = (number = 1) => office.as("director", `/meeting announce ${number}`);
const press = (reply: Awaited<ReturnType<typeof plan>>, label: string) =>
  office.press(reply, label, office.visitorOf("director"));

const preparation =
  "提交市政府常務會議討論的事項,應事先由分管副市長組織調研、協調和討論,並在常務會議上提出意見,供討論決策。";
const decides = "應由市政府常務會議討論決定,或經市政府常務會議討論通過後報請市委或市人大常委會決定";

describe("the agenda of a meeting", () => {
  beforeEach(async () => {
    await plan();
  });

  it("is put together item by item, each with whoever presents it, its minutes, whoever is in charge, its papers", async () => {
    await put({
      title: "老旧小区改造",
      kind: "matter",
      reporter: "毛景行",
      minutes: "15",
      leader: "陆明谦",
      material: "https://example.org/1",
    });
    const done = await put({ title: "教育工作情况", kind: "report", reporter: "省人大代表李某", minutes: "10 分钟" });
    expect(pointOf(done)).toBe("Item 2 is on the agenda of meeting No. 1.");
    const shown = readOut(await office.as("director", "/meeting agenda 1"));
    expect(shown).toContain(
      "1. 老旧小区改造 (to be discussed; presented by 毛景行; 15 min; in charge: 陆明谦; papers: https://example.org/1)",
    );
    expect(shown).toContain("2. 教育工作情况 (report; presented by 省人大代表李某; 10 min)");
    expect(readOut(await office.as("director", "/meeting show 1"))).toContain("2. 教育工作情况");
    expect((await office.events()).at(-1)).toMatchObject({
      action: "meeting.agenda",
      details: { what: "add", position: 2 },
    });
  });

  it("lets an item be changed or taken away; the others move up", async () => {
    for (const title of ["甲", "乙", "丙"]) await put({ title, minutes: "5" });
    const agenda = await office.as("director", "/meeting agenda 1");
    expect(buttonOf(agenda, "Change item 2")).toMatchObject({ options: { item: "1.2" }, form: true });
    await put({ number: "", item: "1.2", minutes: "-", kind: "speech" });
    expect(readOut(await office.as("director", "/meeting agenda 1"))).toContain("2. 乙 (exchange speech)");
    await press(agenda, "Remove item 1");
    const after = readOut(await office.as("director", "/meeting agenda 1"));
    expect(after).toMatch(/1\. 乙.*2\. 丙 \(to be discussed; 5 min\)/s);
    expect(after).not.toContain("甲");
  });

  it("refuses what it cannot read, names the field, and changes nothing", async () => {
    await put({ title: "甲" });
    for (const [given, says] of [
      [{ title: "乙", minutes: "a while" }, "no number of minutes"],
      [{ title: "乙", matter: "something" }, "none of the matters that the rules send to a body"],
      [{ title: "乙", leader: "nobody" }, "nobody"],
      [{ title: "" }, "What is the item about?"],
      [{ title: "-" }, "What is the item about?"],
      [{ number: "", item: "1.7", title: "乙" }, "no item of a meeting's agenda"],
      [{ number: "", item: "x", title: "乙" }, "no item of a meeting's agenda"],
      [{ number: "9", title: "乙" }, "There is no meeting No. 9"],
    ] as const)
      expect(readOut(await put(given))).toContain(says);
    expect(readOut(await office.as("director", "/meeting agenda 1"))).not.toContain("乙");
  });

  it("is changed by those who plan meetings, and seen by whoever is called, without what the rules say against it", async () => {
    await put({ title: "老旧小区改造" });
    expect((await put({ title: "乙" }, "vice")).tone).toBe("refused");
    expect((await office.as("vice", "/meeting agenda 1")).tone).toBe("refused");
    await press(await announce(), "They are prepared");
    const seen = await office.as("vice", "/meeting agenda 1");
    expect(readOut(seen)).toContain("老旧小区改造");
    expect(seen.buttons).toEqual([]);
    expect((await office.as("deputy", "/meeting agenda 1")).tone).toBe("refused");
  });

  it("speaks every language whole", async () => {
    await put({ title: "甲", matter: "major-decision", minutes: "5" });
    for (const language of languages) {
      const text = readOut(await office.give("meeting agenda", { number: "1" }, speaking("director", language)));
      if (language === "en") expect(text.replace(/“[^”]*”/gu, "")).not.toMatch(/[：。]/);
      else expect(text).not.toMatch(/[a-z]{4}/i);
    }
  });
});

describe("what the rules say of an agenda", () => {
  it("Art. 42: nobody is called to an executive meeting whose matters are not recorded as prepared", async () => {
    await plan();
    expect(readOut(await put({ title: "老旧小区改造" }))).toContain(preparation);
    const stopped = await announce();
    expect(stopped.tone).toBe("needs");
    expect(readOut(stopped)).toContain("Not recorded as prepared by the vice mayor in charge: item 1 (老旧小区改造).");
    expect(readOut(stopped)).toContain(preparation);
    expect(readOut(stopped)).toContain("Nobody is called yet.");
    expect(await office.to("vice")).toEqual([]);
    const done = await press(stopped, "They are prepared");
    expect(done.tone).toBe("done");
    expect(readOut(done)).toContain("Confirmed: its items were prepared.");
    expect(await office.to("vice")).toHaveLength(1);
    const shown = readOut(await office.as("secretary", "/meeting show 1"));
    expect(shown).toContain("Recorded: its items were prepared (华云舟, 2026-11-23).");
    expect(shown).toContain("1. 老旧小区改造 (to be discussed; prepared)");
  });

  it("Art. 42: an item that comes when people were called already has to be prepared as well, or is not put on the agenda", async () => {
    await plan();
    await announce();
    const stopped = await put({ title: "临时议题" });
    expect(stopped.tone).toBe("needs");
    expect(readOut(stopped)).toContain(preparation);
    const agenda = async () => readOut(await office.as("director", "/meeting agenda 1"));
    expect(await agenda()).not.toContain("临时议题");
    expect((await press(stopped, "They are prepared")).tone).toBe("done");
    expect(await agenda()).toContain("1. 临时议题 (to be discussed; prepared)");
  });

  it("Art. 18: a matter that another body decides on comes to a meeting called already only to be discussed", async () => {
    await plan({ type: "thematic-meeting", title: "专题", presider: "vice-mayor" });
    await announce();
    const stopped = await put({ title: "城市总体规划", matter: "major-decision" });
    expect(readOut(stopped)).toContain(decides);
    const done = await press(stopped, "It is only discussed here");
    expect(done.tone).toBe("done");
    // what was said of it is not said of the next one
    expect((await put({ title: "又一规划", matter: "major-decision" })).tone).toBe("needs");
    expect(readOut(await office.as("secretary", "/meeting show 1"))).toContain("城市总体规划");
  });

  it("Art. 42 speaks of matters to be discussed at an executive meeting: not of reports, nor of other meetings", async () => {
    await plan();
    await put({ title: "教育工作情况", kind: "report" });
    expect((await announce()).tone).toBe("done");
    await plan({ type: "thematic-meeting", title: "专题", day: "12-03", presider: "vice-mayor" });
    await put({ number: "2", title: "老旧小区改造" });
    expect((await announce(2)).tone).toBe("done");
  });

  it.each([["major-decision"], ["government-rules"]])(
    "Art. 18: %s is decided on by the executive meeting; elsewhere it is only discussed",
    async (matter) => {
      await plan({ type: "thematic-meeting", title: "专题", presider: "vice-mayor" });
      expect(readOut(await put({ title: "城市总体规划", matter }))).toContain(decides);
      const stopped = await announce();
      expect(readOut(stopped)).toMatch(/Here it can only be discussed\..*Art\. 18/s);
      expect((await press(stopped, "It is only discussed here")).tone).toBe("done");
      await plan({ day: "12-04" });
      await put({ number: "2", title: "城市总体规划", matter, prepared: "yes" });
      expect(readOut(await office.as("director", "/meeting agenda 2"))).not.toContain("Art. 18");
    },
  );

  it.each([
    ["peoples-congress", "(二)討論通過提請市人民代表大會及其常務委員會審議的工作報告和議案"],
    ["province-or-party-committee", "(三)討論通過向省政府和市委請示或報告的重要事項"],
    ["request-for-instructions", "(六)討論決定各部門和各轄市、區人民政府請示市政府的重要事項"],
  ])("Art. 42: that %s is a task of the executive meeting is told, and stops nothing", async (matter, quote) => {
    await plan({ type: "mayors-office-meeting", title: "市长办公会议" });
    expect(readOut(await put({ title: "甲", matter }))).toContain(quote);
    expect((await announce()).tone).toBe("done");
  });

  it("Art. 47: a department's report to the executive meeting is its head's, and generally takes 10 minutes", async () => {
    await plan({ invited: "毛景行，壮怀谷" });
    await put({ title: "教育", kind: "report", reporter: "毛景行", minutes: "10" });
    expect(readOut(await office.as("director", "/meeting agenda 1"))).not.toContain("Art. 47");
    await put({ title: "财政", kind: "report", reporter: "壮怀谷", minutes: "12" });
    const shown = readOut(await office.as("director", "/meeting agenda 1"));
    expect(shown).toContain("Report 2: in principle the head of the department gives it.");
    expect(shown).toContain("Report 2 is to take 12 minutes; generally it takes 10 at most.");
    expect(shown).toContain("市政府各部門向市政府常務會議的匯報,原則上應由主要負責人匯報,一般不超過10分鐘");
    expect((await announce()).tone).toBe("done");
  });

  it("Art. 47: of exchange speeches there are in principle five at most, of ten minutes each", async () => {
    await plan({ type: "plenary-meeting", title: "全体会议", invited: "" });
    for (let count = 1; count <= 6; count++)
      await put({ title: `发言${count}`, kind: "speech", minutes: count === 6 ? "11" : "10" });
    const shown = readOut(await office.as("director", "/meeting agenda 1"));
    expect(shown).toContain("6 people are to give exchange speeches; in principle 5 at most do.");
    expect(shown).toContain("An exchange speech is to take 11 minutes; in principle it takes 10 at most.");
    expect((await announce()).tone).toBe("done");
  });

  it("without any rule: whoever is to report is called, and the items fit into the time", async () => {
    await plan();
    await put({ title: "甲", reporter: "卞清扬", minutes: "91", kind: "report" });
    const shown = readOut(await office.as("director", "/meeting agenda 1"));
    expect(shown).toContain("Not called to the meeting although they are to report: 卞清扬.");
    expect(shown).toContain("The items take 91 minutes together; the meeting has 90.");
  });
});

describe("what a rule lets somebody consent to", () => {
  const conference = { type: "city-wide-conference", title: "全市大会", presider: "", invited: "毛景行" };

  it("Art. 46: a conference in the government's name is planned, and announced when the mayor's approval is recorded", async () => {
    const planned = await plan(conference);
    expect(planned.tone).toBe("done");
    expect(readOut(planned)).toContain("以市政府名義召開的全市性大會,需報市長批准");
    expect(readOut(planned)).toContain("That must be recorded before anybody is called.");
    const stopped = await announce();
    expect(readOut(stopped)).toContain("It is held in the name of the government: the mayor must approve it.");
    expect(await office.to("head")).toEqual([]);
    expect((await press(stopped, "Approved by the mayor")).tone).toBe("done");
    expect(await office.to("head")).toHaveLength(1);
    expect((await office.events()).at(-1)).toMatchObject({
      action: "meeting.announce",
      details: { confirmed: ["in-name"] },
    });
    // a button that lies about is no approval
    await plan({ ...conference, day: "12-03" });
    await office.as("director", "/meeting cancel 1");
    expect((await announce(2)).tone).toBe("needs");
  });

  it("Art. 46: the mayor can be asked, and approves by one press; nobody else can, and the press that comes twice counts once", async () => {
    await plan(conference);
    const asked = await press(await announce(), "Ask the mayor to approve it");
    expect(pointOf(asked)).toBe("顾致远 is asked to approve 全市大会. You are told what the answer is.");
    const [question] = await office.to("mayor");
    if (!question) throw new Error("the mayor is asked");
    expect(readOut(question)).toMatch(
      /Do you approve this meeting: 全市大会\?.*以市政府名義召開的全市性大會,需報市長批准/s,
    );
    for (const who of ["executive", "vice", "director"] as const)
      expect((await office.press(question, "Approve", office.visitorOf(who))).tone).toBe("refused");
    expect((await announce()).tone).toBe("needs");
    const both = await Promise.all([1, 2].map(() => office.press(question, /^Approve$/, office.visitorOf("mayor"))));
    expect(both.map(({ tone }) => tone).sort()).toEqual(["done", "refused"]);
    expect(pointOf((await office.to("director")).at(-1) ?? question)).toBe("顾致远 has approved 全市大会.");
    expect((await office.to("mayor")).at(-1)?.buttons).toEqual([]);
    expect((await announce()).tone).toBe("done");
    const shown = readOut(await office.as("director", "/meeting show 1"));
    expect(shown).toContain("Recorded: it was approved to be held in the name of the government (顾致远, 2026-11-23).");
  });

  it("Art. 46: what the mayor does not approve is not announced", async () => {
    await plan(conference);
    await press(await announce(), "Ask the mayor to approve it");
    const [question] = await office.to("mayor");
    if (!question) throw new Error("the mayor is asked");
    await office.press(question, "Do not approve", office.visitorOf("mayor"));
    expect(pointOf((await office.to("director")).at(-1) ?? question)).toBe("顾致远 has not approved 全市大会.");
    expect((await announce()).tone).toBe("needs");
    // of another meeting the rules ask for no approval
    await plan({ day: "12-03" });
    expect(readOut(await office.as("director", "/meeting consent 2"))).toContain(
      "ask for no such approval of meeting No. 2",
    );
    expect((await office.as("head", "/meeting consent 1")).tone).toBe("refused");
  });

  it("Art. 46: a department's city-wide meeting stands in the approved plan, and calls leaders of others when that is approved", async () => {
    const given = {
      type: "department-city-wide-meeting",
      title: "全市教育工作会议",
      presider: "",
      department: "市教育局",
      invited: "毛景行",
    };
    expect(readOut(await plan({ ...given, department: "" }))).toContain("Which department holds it?");
    expect(readOut(await plan({ ...given, department: "nowhere" }))).toContain(
      "The roster knows no department “nowhere”.",
    );
    await plan(given);
    const stopped = await announce();
    expect(readOut(stopped)).toContain(
      "市政府組成部門召開的全市性工作會議,每年不超過一次,並在年初提出會議計畫,報市政府審批。",
    );
    expect((await press(stopped, "In the plan approved by the municipal government")).tone).toBe("done");
    expect(readOut(await office.as("director", "/meeting show 1"))).toContain("Held by: 市教育局");
  });

  it("Art. 46: a department holds one a year at most, whatever anybody consents to", async () => {
    const given = {
      type: "department-city-wide-meeting",
      title: "全市教育工作会议",
      presider: "",
      department: "市教育局",
      invited: "毛景行",
    };
    await plan(given);
    const refused = await plan({ ...given, title: "又一次", day: "12-10" });
    expect(refused.tone).toBe("refused");
    expect(readOut(refused)).toContain("每年不超過一次");
    expect((await plan({ ...given, title: "明年", day: "2027-01-12" })).tone).toBe("done");
    await office.as("director", "/meeting cancel 1");
    expect((await plan({ ...given, title: "又一次", day: "12-10" })).tone).toBe("done");
  });

  it("Art. 47: a visit on site of more than a day needs the General Office's consent; one of a day does not", async () => {
    const visit = { type: "thematic-meeting", title: "现场会", presider: "vice-mayor", visit: "yes" };
    await plan(visit);
    expect((await announce()).tone).toBe("done");
    await plan({ ...visit, day: "12-03", until: "12-04", title: "两天的现场会" });
    const stopped = await announce(2);
    expect(readOut(stopped)).toContain("確有特殊需要會期超過一天的,須經市政府辦公室批准同意");
    expect((await press(stopped, "Agreed by the General Office")).tone).toBe("done");
    // the consent was to these two days
    const moved = await office.give("meeting change", { number: "2", until: "12-07" }, office.visitorOf("director"));
    expect(moved.tone).toBe("needs");
    expect(readOut(await office.as("director", "/meeting show 2"))).toContain(
      "2026-12-03, 09:00, until 2026-12-04, 10:30",
    );
  });

  it("leave from a city-wide conference is that from an important meeting; for a department's the rules name nobody", async () => {
    await plan(conference);
    await press(await announce(), "Approved by the mayor");
    const asked = await office.give("leave request", { meeting: "1", reason: "x" }, office.visitorOf("head"));
    expect(readOut(asked)).toMatch(/main leaders/);
    await plan({
      type: "department-city-wide-meeting",
      title: "全市教育工作会议",
      presider: "",
      department: "市教育局",
      invited: "卞清扬",
      day: "12-08",
    });
    await press(await announce(2), "In the plan approved by the municipal government");
    const notice = (await office.to("other")).at(-1);
    expect(notice?.buttons.map(({ command }) => command)).toEqual(["meeting attend"]);
    expect(JSON.stringify(notice)).toContain("if you cannot, tell whoever holds it");
    const silent = await office.give("leave request", { meeting: "2", reason: "x" }, office.visitorOf("other"));
    expect(readOut(silent)).toContain(
      "The rules do not say of whom leave from such a meeting is asked (meeting No. 2).",
    );
  });
});
