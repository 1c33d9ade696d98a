import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Day } from "../../src/dates.ts";
import { digestOn } from "../../src/deadline-desk/digest.ts";
import type { Reply } from "../../src/reply.ts";
import { planReminder } from "../../src/store/reminders.ts";
import { pointOf, readOut } from "../support/app.ts";
import { type DeadlineOffice, deadlineOffice, type Hand, hands } from "../support/deadlines.ts";
import { owner, sixty } from "../support/office.ts";

// The office opens on Monday, 23 November 2026. What is due on Friday, 4 December is reminded of on Tuesday the 1st,
// Thursday the 3rd and Friday the 4th, and on every working morning after that.

let office: DeadlineOffice;

beforeEach(async () => {
  office = await deadlineOffice();
});

afterEach(async () => {
  expect(office.trouble).toEqual([]);
  await office.close();
});

const add = (more = "category:needs-consultation", title = "校车经费") =>
  office.as("finance", `/deadline add ${title} received:2026-11-20 ${more}`);
const isDigest = (reply: Reply) => JSON.stringify(reply.blocks[0]).includes("Your morning");
const digests = async (who: Hand) => (await office.to(who)).filter(isDigest);
const morning = async (date: string) => {
  for (const minute of ["09:00", "09:01", "09:02"]) await office.at(`${date}T${minute}:00+08:00`);
};
const nameOf = (id: string) => new RegExp(`^${id},([^,]+),`, "m").exec(sixty)?.[1] ?? "";
/** On which mornings somebody was told, and in which part of it. */
async function toldOn(who: Hand, days: readonly string[]): Promise<readonly string[]> {
  const told: string[] = [];
  for (const date of days) {
    const before = (await digests(who)).length;
    await morning(date);
    const now = await digests(who);
    if (now.length > before) told.push(date.slice(5));
    expect(now.length - before).toBeLessThanOrEqual(1);
  }
  return told;
}
const weeks = [
  ...["2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-28", "2026-11-29", "2026-11-30"],
  ...["2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04", "2026-12-05", "2026-12-06", "2026-12-07"],
  ...["2026-12-08", "2026-12-09", "2026-12-10"],
];

describe("the morning", () => {
  it("tells the head three working days before, one before, on the day, and then each morning; never on a weekend", async () => {
    await add();
    expect(await toldOn("finance", weeks)).toEqual(["12-01", "12-03", "12-04", "12-07", "12-08", "12-09", "12-10"]);
  });

  it("tells whoever is named, then the head as well, and from the third overdue morning the office that supervises", async () => {
    await add("category:needs-consultation owner:1060");
    const heard: Record<string, string[]> = { staff: [], finance: [], director: [] };
    for (const date of weeks)
      for (const who of ["staff", "finance", "director"] as const) {
        const before = (await digests(who)).length;
        if (who === "staff") await morning(date);
        heard[who]?.push(String(before));
      }
    const on = async (who: Hand) => (await digests(who)).length;
    expect([await on("staff"), await on("finance"), await on("director")]).toEqual([7, 4, 2]);
    expect(readOut((await digests("director"))[0] as Reply)).toContain("市财政局: 1");
    const late = (await digests("finance"))[0] as Reply;
    expect(readOut(late)).toContain("Your department, overdue:");
    // whoever it is to be asked stands there, and it is one press away
    expect(readOut(late)).toMatch(/No\. 1 校车经费 · .* · 陶然之/);
    expect(late.buttons.map(({ label }) => label)).toContain("No. 1");
  });

  it("is one message, however much there is, with everything that is due in its order", async () => {
    for (let n = 0; n < 20; n++) await add("category:own-authority", `公文${n}`);
    await add("", "未分类的");
    await morning("2026-11-24");
    await morning("2026-11-26");
    const said = await digests("finance");
    expect(said).toHaveLength(2);
    const text = readOut(said[1] as Reply);
    expect(text.indexOf("Something is missing:")).toBeLessThan(text.indexOf("Due soon:"));
    expect(text).toContain("and 5 more");
  });

  it("says nothing of what is finished, handed on or put off meanwhile", async () => {
    await add("category:own-authority", "甲");
    await add("category:own-authority", "乙");
    await office.as("finance", "/deadline finish 1 已办");
    await office.as("finance", "/deadline snooze 2 2026-11-30");
    expect(await toldOn("finance", ["2026-11-26", "2026-11-27"])).toEqual([]);
    await morning("2026-11-30");
    expect(readOut((await digests("finance"))[0] as Reply)).toMatch(/No\. 2 乙/);
  });

  it("that an outage swallowed is made up for on the next one, and says that it is late", async () => {
    await add();
    await office.at("2026-12-02T09:00:00+08:00");
    await office.at("2026-12-02T09:01:00+08:00");
    const [said] = await digests("finance");
    expect(readOut(said as Reply)).toContain("No. 1 校车经费");
  });

  it("that was broken off is told on the next one, together with it: nobody has two on a day", async () => {
    await add();
    await add("category:own-authority", "早已逾期");
    // whom it concerns was found out, and nobody had been told yet when Mishu was killed
    const left = digestOn("2026-12-08" as Day, "person:1020", "2026-12-07" as Day, new Date("2026-12-08T01:00:00Z"));
    await office.running.store.transaction((records) => planReminder(records, left));
    await morning("2026-12-09");
    const said = await digests("finance");
    expect(said).toHaveLength(1);
    expect(readOut(said[0] as Reply)).toContain("校车经费");
    expect(readOut(said[0] as Reply)).toContain("早已逾期");
    await morning("2026-12-10");
    expect(await digests("finance")).toHaveLength(2);
  });

  it("asks each day for what only needs a word, and after a week again for a day that the rules do not set", async () => {
    await add("", "未分类的");
    await office.as("clerk", "/deadline add 批示 kind:instruction department:市教育局 leader:1001");
    expect(await toldOn("finance", ["2026-11-24", "2026-11-25"])).toEqual(["11-24", "11-25"]);
    expect(await toldOn("education", weeks.slice(2))).toEqual(["11-30", "12-07"]);
  });

  it("goes to the head when whoever is named has no account, and to the office when nobody there has one", async () => {
    await add("category:needs-consultation owner:1059");
    await office.as("clerk", "/deadline add 水利 department:市水利局 received:2026-11-20 category:needs-consultation");
    await morning("2026-12-01");
    await morning("2026-12-01");
    expect(await digests("finance")).toHaveLength(1);
    expect(readOut((await digests("director"))[0] as Reply)).toContain("水利");
  });

  it("is not all where a limit has a time of day: two hours before, and when it is over, people hear of it", async () => {
    await add("category:urgent due:2026-11-25 time:16:30 owner:1060");
    const heard = async (who: Hand) =>
      (await office.to(who)).map(pointOf).filter((point) => /is due today|was due today/.test(point));
    await morning("2026-11-25");
    expect(await heard("staff")).toEqual([]);
    await office.at("2026-11-25T14:31:00+08:00");
    expect(await heard("staff")).toEqual(["No. 1 is due today at 16:30: 校车经费"]);
    expect(await heard("finance")).toEqual([]);
    await office.at("2026-11-25T16:31:00+08:00");
    const over = "No. 1 was due today at 16:30, and nobody has said that it is done: 校车经费";
    expect((await heard("staff")).at(-1)).toBe(over);
    expect(await heard("finance")).toEqual([over]);
    await office.at("2026-11-25T16:40:00+08:00");
    expect(await heard("staff")).toHaveLength(2);
  });

  it("says nothing at its hour of what was finished by then; what comes in on its last day is thought of all the same", async () => {
    await add("category:urgent due:2026-11-23 time:16:30");
    await add("category:urgent due:2026-11-23 time:16:30", "另一件");
    await office.as("finance", "/deadline finish 1 已办");
    await office.at("2026-11-23T14:31:00+08:00");
    await office.at("2026-11-23T16:31:00+08:00");
    const heard = (await office.to("finance")).map(pointOf).filter((point) => / due today/.test(point));
    expect(heard.map((point) => point.slice(0, 5))).toEqual(["No. 2", "No. 2"]);
  });

  it("is put off for two working days at most when something is overdue: nobody silences it for a year", async () => {
    await add("category:urgent due:2026-11-24");
    await morning("2026-11-26");
    const refused = await office.as("finance", "/deadline snooze 1 2027-11-26");
    expect(readOut(refused)).toContain("at the latest");
    expect(readOut(refused)).toContain("2026-11-30");
    expect((await office.as("finance", "/deadline snooze 1 2026-11-30")).tone).toBe("done");
  });

  it("comes every working morning to whoever wants it so, also with nothing due, and stops when they do not", async () => {
    const first = await office.as("staff", "/deadline today");
    expect(readOut(first)).toContain("It comes by itself on working mornings on which something is due.");
    await office.press(first, "Every working morning", office.visitorOf("staff"));
    expect(await toldOn("staff", ["2026-11-24", "2026-11-25", "2026-11-28", "2026-11-30"])).toEqual([
      "11-24",
      "11-25",
      "11-30",
    ]);
    expect(readOut((await digests("staff"))[0] as Reply)).toContain("Nothing");
    await office.as("staff", "/deadline today daily:no");
    expect(await toldOn("staff", ["2026-12-01", "2026-12-02"])).toEqual([]);
    expect((await office.events()).filter(({ action }) => action === "deadline.morning")).toMatchObject([
      { about: "1060", details: { wanted: true } },
      { about: "1060", details: { wanted: false } },
    ]);
  });

  it("is not kept from coming by having had no day before: once a day is set, its mornings come", async () => {
    await office.as("finance", "/deadline add 年度任务 kind:task received:2026-11-23");
    await office.as("finance", "/deadline change 1 due:2026-11-27");
    expect(await toldOn("finance", ["2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27"])).toEqual([
      "11-24",
      "11-26",
      "11-27",
    ]);
  });

  it("asks a week later for the day of what was taken over, or taken up again, without one", async () => {
    await office.as("finance", "/deadline add 甲 kind:task");
    await office.as("finance", "/deadline hand 1 to:市教育局 reason:职责");
    await office.as("education", "/deadline accept 1");
    await office.as("finance", "/deadline add 乙 kind:task");
    await office.as("finance", "/deadline finish 2 已办");
    await office.as("finance", "/deadline reopen 2 未办完");
    const days = ["2026-11-24", "2026-11-27", "2026-11-30", "2026-12-01", "2026-12-07"];
    for (const date of days) await morning(date);
    expect((await digests("education")).map((reply) => readOut(reply).includes("甲"))).toEqual([true, true]);
    expect((await digests("finance")).map((reply) => readOut(reply).includes("乙"))).toEqual([true, true]);
  });

  it("asks a week later a department that is consulted about a study matter of which the state is not explained", async () => {
    await add("category:needs-study consulted:市教育局");
    const told = await toldOn("education", ["2026-11-24", "2026-11-27", "2026-11-30", "2026-12-01", "2026-12-07"]);
    expect(told).toEqual(["11-30", "12-07"]);
    expect(readOut((await digests("education"))[0] as Reply)).toContain("by when? no day is set");
  });

  it("wakes what was put off when its day comes to lie earlier than that", async () => {
    await add("category:needs-consultation"); // 4 December
    await office.as("finance", "/deadline snooze 1 2026-12-04");
    await office.as("finance", "/deadline category 1 own-authority reason:权限内"); // 1 December
    expect(await toldOn("finance", ["2026-11-26", "2026-11-30"])).toEqual(["11-26", "11-30"]);
  });

  it("leaves nothing with somebody whom no message reaches: the head hears at once", async () => {
    const hand = (title: string, owner: string) =>
      office.as("clerk", `/deadline add ${title} department:市教育局 owner:${owner} category:own-authority`);
    await hand("甲", "1059");
    expect((await office.to("education")).map(pointOf)).toEqual(["No. 1 for 市教育局: 甲"]);
    await hand("乙", hands.staff);
    expect(await office.to("education")).toHaveLength(1);
    await office.as("clerk", "/deadline change 2 owner:1059");
    expect((await office.to("education")).map(pointOf).at(-1)).toBe("No. 2 for 市教育局: 乙");
  });

  it("tells all who supervise of what nobody else can be told of, also where no day is set; nobody waits with old mornings", async () => {
    const [heading = "", ...lines] = sixty.trim().split("\n");
    const director = lines.find((line) => line.includes("市政府办公室主任")) ?? "";
    // another director, who has an account, and one who has none
    const others = [hands.clerk, "1058"].map((id) => [id, nameOf(id), ...director.split(",").slice(2)].join(","));
    await office.importRoster([heading, ...lines, ...others, ""].join("\n"));
    await office.as("clerk", "/deadline add 丙 department:市水利局 kind:task");
    const days = ["2026-11-24", "2026-11-30", "2026-12-01", "2026-12-07", "2026-12-08", "2026-12-14"];
    for (const date of days) await morning(date);
    for (const who of ["director", "clerk"] as const)
      expect((await digests(who)).map((reply) => readOut(reply).includes("丙"))).toEqual([true, true, true]);
    expect((await office.messages()).filter(({ to }) => to === "person:1058")).toEqual([]);
  });

  it("asks each day whoever has to say yes or no, until they have: another day of the office, an offer of its department", async () => {
    await add("category:needs-study");
    await office.as("finance", "/deadline explain 1 正在调研");
    await office.as("finance", "/deadline extend 1 2027-03-01 等待数据");
    await add("category:needs-study again:yes", "校舍安全");
    await office.as("finance", "/deadline hand 2 市教育局 属教育职权");
    await morning("2026-11-24");
    const [asked] = await digests("director");
    expect(readOut(asked as Reply)).toContain(
      "Waiting for you to decide:\n\n- May No. 1 take until 2027-03-01? 校车经费",
    );
    const [offered] = await digests("education");
    expect(readOut(offered as Reply)).toContain("- 市财政局 offers your department No. 2: 校舍安全");
    expect(readOut(await office.as("director", "/deadline today"))).toContain("May No. 1 take until 2027-03-01?");
    expect(await digests("clerk")).toEqual([]);
    await morning("2026-11-25");
    expect([(await digests("director")).length, (await digests("education")).length]).toEqual([2, 2]);
    // from there it is decided with two presses
    await office.press(asked as Reply, "No. 1", office.visitorOf("director"));
    await office.as("director", "/deadline agree 1");
    await office.as("education", "/deadline decline 2 经费归财政");
    await morning("2026-11-26");
    expect([(await digests("director")).length, (await digests("education")).length]).toEqual([2, 2]);
  });

  it("asks the leader who wants it done for another day; the office only where no message reaches them", async () => {
    const instruct = (leader: string) =>
      office.as(
        "clerk",
        `/deadline add 批示 kind:instruction department:市财政局 due:2026-12-20 leader:${leader} again:yes`,
      );
    await instruct("1001");
    await instruct("1004");
    for (const number of [1, 2]) await office.as("finance", `/deadline extend ${number} 2026-12-25 等待数据`);
    await morning("2026-11-24");
    expect((await digests("mayor")).map((each) => readOut(each).includes("No. 1 take until"))).toEqual([true]);
    const [director] = await digests("director");
    expect(readOut(director as Reply)).toContain("No. 2 take until");
    expect(readOut(director as Reply)).not.toContain("No. 1 take until");
  });

  it("of a department is told in its own channel where it has one, of the others in the office's", async () => {
    const channels = { office: "channel:slack:T1:C9", finance: "channel:slack:T1:C7" };
    await office.give("settings", { use: "deadlines", channel: channels.office }, owner);
    const chosen = await office.give("deadline channel", { channel: channels.finance }, office.visitorOf("finance"));
    expect(pointOf(chosen)).toBe("市财政局 is reminded of its deadlines in its own channel, Slack: C7.");
    await add();
    await office.as("clerk", "/deadline add 学校 department:市教育局 received:2026-11-20 category:needs-consultation");
    const said = async (channel: string) =>
      (await office.messages()).filter(({ to }) => to === channel).map(({ reply }) => readOut(reply));
    await morning("2026-12-01");
    const [, own = ""] = await said(channels.finance);
    expect(own).toContain("校车经费");
    expect(own).not.toContain("学校");
    const [, common = ""] = await said(channels.office);
    expect(common).toContain("学校");
    expect(common).not.toContain("校车经费");
    // taken back, it is the office's that has all
    await office.give("deadline channel", { remove: "true" }, office.visitorOf("finance"));
    await morning("2026-12-03");
    expect(await said(channels.finance)).toHaveLength(2);
    expect((await said(channels.office)).at(-1)).toContain("校车经费");
  });

  it("has its channel chosen by the department's head and by those who supervise, and by nobody else", async () => {
    const channel = "channel:slack:T1:C7";
    const choose = (who: Hand, more = {}) =>
      office.give("deadline channel", { channel, ...more }, office.visitorOf(who));
    expect((await choose("staff")).tone).toBe("refused");
    expect((await choose("education", { department: "市财政局" })).tone).toBe("refused");
    expect((await choose("director", { department: "财政局" })).tone).toBe("done");
    expect((await office.events()).filter(({ action }) => action === "setting.change")).toMatchObject([
      { subject: "setting:channel.deadlines:市财政局", details: { value: channel } },
    ]);
    expect((await choose("finance", { channel: "市财政局" })).tone).toBe("problem");
  });

  it("is told to the channel that was agreed, without what must not stand there", async () => {
    await office.type("/settings use:deadlines channel:channel:slack:T1:C9", owner);
    await office.give("settings", { use: "deadlines", channel: "channel:slack:T1:C9" }, owner);
    await add("category:needs-consultation", "公开的");
    await add("category:needs-consultation channel:no", "保密的");
    await morning("2026-12-01");
    const said = (await office.messages())
      .filter(({ to }) => to === "channel:slack:T1:C9")
      .map(({ reply }) => readOut(reply));
    expect(said.join()).toContain("公开的");
    expect(said.join()).not.toContain("保密的");
  });

  it("shows today's meetings and who of the department is away, to them alone", async () => {
    await add();
    await office.as(
      "director",
      "/meeting plan type:thematic-meeting day:2026-12-01 time:10:00-11:00 title:资金会 presider:mayor invited:1020",
    );
    await office.as("director", "/meeting announce 1");
    await office.as("deputy", "/leave request 2026-12-01 purpose:business");
    await morning("2026-12-01");
    const text = readOut((await digests("finance"))[0] as Reply);
    expect(text).toContain("Meetings today:");
    expect(text).toContain("资金会");
  });

  it("stops when nothing is open, and begins again with what is added", async () => {
    await add("category:own-authority");
    await office.as("finance", "/deadline finish 1 已办");
    await morning("2026-11-24");
    await morning("2026-11-25");
    const waiting = () =>
      office.running.store.transaction(async ({ db }) =>
        db
          .selectFrom("reminder")
          .select("key")
          .where("kind", "like", "deadline.%")
          .where("done_at", "is", null)
          .execute(),
      );
    expect(await waiting()).toEqual([]);
    await add("category:own-authority", "又一件");
    expect(await waiting()).toHaveLength(1);
  });
});
