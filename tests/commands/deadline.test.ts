import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Reply } from "../../src/reply.ts";
import { languages } from "../../src/text.ts";
import { misquoted, pointOf, readOut } from "../support/app.ts";
import { type DeadlineOffice, deadlineOffice, hands } from "../support/deadlines.ts";
import { owner, visitor } from "../support/office.ts";

// The office opens on Monday, 23 November 2026, nine o'clock. Limits are those of Art. 55; Arts. 32 and 34 want results
// reported back; of extensions, and of the day from which is counted, the rules do not speak.

let office: DeadlineOffice;

beforeEach(async () => {
  office = await deadlineOffice();
});

afterEach(async () => {
  expect(office.trouble).toEqual([]);
  await office.close();
});

const certain = (day: string) => ({ from: day, until: day });
const add = (more = "", title = "校车经费") =>
  office.as("finance", `/deadline add ${title} received:2026-11-20 ${more}`);

describe("what is open, as a picture", () => {
  it("comes with one's own list, a department's and the board, and says in words what it shows", async () => {
    await add("category:own-authority");
    const shown = async (line: string) => {
      const reply = await office.as("finance", line);
      return reply.files.map((file) => ("about" in file ? file.about : file.name));
    };
    expect(await shown("/deadline mine")).toEqual(["Yours to do, until 2026-12-22\nNo. 1 校车经费: 12-01 · 7 left"]);
    expect(await shown("/deadline department")).toEqual(["市财政局, until 2026-12-22\nNo. 1 校车经费: 12-01 · 7 left"]);
    const board = await office.as("director", "/deadline board");
    expect(board.files.map((file) => ("about" in file ? file.about : ""))).toEqual([
      "Deadlines by department, 2026-11-23\n市财政局: 1 in time",
    ]);
  });
});

describe("a document that was handed over", () => {
  it("is kept at once, and asks by three plain questions how long it may take", async () => {
    const reply = await add();
    expect(pointOf(reply)).toBe("Followed up as No. 1: 校车经费");
    expect(readOut(reply)).toContain("1. Can the department settle it within its own powers?");
    expect(reply.buttons.map(({ label }) => label).slice(0, 4)).toEqual([
      "Yes to 1",
      "Yes to 2",
      "Yes to 3",
      "No to all: the government's approval",
    ]);
    expect(await office.deadline(1)).toMatchObject({
      status: "open",
      category: null,
      due: null,
      department: "市财政局",
    });
  });

  it.each([
    ["Yes to 1", 7, "2026-12-01", "在7個工作日內辦結"],
    ["Yes to 2", 10, "2026-12-04", "在10個工作日內提出意見"],
    ["No to all", 7, "2026-12-01", "需要市政府審批的事項,應在7個工作日內提出本部門意見"],
  ])("answered with %s has %i working days, until %s", async (label, days, due, words) => {
    const reply = await office.press(await add(), label, office.visitorOf("finance"));
    expect(await office.deadline(1)).toMatchObject({ days, due: certain(due) });
    expect(reply.citations.every(({ article }) => article === 55)).toBe(true);
    expect(reply.citations.some(({ quote }) => quote.includes(words))).toBe(true);
    expect(misquoted(reply.citations, office.app.rulebook)).toEqual([]);
    expect(readOut(reply)).toContain("The rules do not say from which day is counted.");
  });

  it("that needs study gets its thirty working days once the state of handling is explained: 應先說明辦理情況", async () => {
    const asked = await office.press(await add(), "Yes to 3", office.visitorOf("finance"));
    expect(readOut(asked)).toContain("The state of handling has to be explained first");
    expect(await office.deadline(1)).toMatchObject({ category: "needs-study", due: null });
    const reply = await office.as("finance", "/deadline explain 1 state:已赴三县调研");
    // thirty working days after 20 November end in a year whose holidays nobody knows
    expect(await office.deadline(1)).toMatchObject({ days: 30, due: { from: "2027-01-02", until: "2027-01-06" } });
    expect(readOut(reply)).toContain("From 2027-01-01 on there is no notice on holidays yet");
    expect(readOut(await office.as("finance", "/deadline explain 1 state:again"))).toContain("explained already");
  });

  it("that needs study gets no days for an empty explanation, nor for one that nobody can read in a message", async () => {
    await add("category:needs-study");
    for (const state of ["", " ", "长".repeat(2001)])
      await office.give("deadline explain", { number: "1", state }, office.visitorOf("finance"));
    expect(await office.deadline(1)).toMatchObject({ explained: null, due: null });
    const reason = "长".repeat(2001);
    await office.give("deadline category", { number: "1", category: "urgent", reason }, office.visitorOf("finance"));
    expect((await office.deadline(1)).category).toBe("needs-study");
  });

  it("that is urgent has the limit that was set for it, and nothing that is counted", async () => {
    await add("category:urgent due:2026-11-25 time:17:00");
    expect(await office.deadline(1)).toMatchObject({ days: null, due: certain("2026-11-25"), dueMinute: 17 * 60 });
    const without = await add("category:urgent", "另一件");
    expect(readOut(without)).toContain("The limit is the one that was set for it.");
    expect(await office.deadline(2)).toMatchObject({ due: null });
  });

  it("has no day of its own choosing where the rules count one", async () => {
    expect(readOut(await add("category:own-authority due:2026-12-31"))).toContain("The rules count the day");
    expect(readOut(await add("due:2026-12-31"))).toContain("The rules count the day");
    await add("category:own-authority");
    expect(readOut(await office.as("finance", "/deadline change 1 due:2026-12-31"))).toContain(
      "The rules count the day",
    );
    expect(await office.deadline(1)).toMatchObject({ due: certain("2026-12-01") });
  });

  it("counts the day of receipt where the office has set it so, and says that it is a convention", async () => {
    expect(readOut(await office.type("/settings receipt-day:counted", owner))).toContain("counted");
    const reply = await add("category:own-authority");
    expect(await office.deadline(1)).toMatchObject({ due: certain("2026-11-30"), countFirst: true });
    expect(readOut(reply)).toContain("because this office has set it so. The rules do not say");
  });

  it("is found by its own number too, however its year is put in brackets, by those who may see it", async () => {
    await add("reference:常政办[2026]第88号 category:own-authority consulted:市教育局");
    expect(pointOf(await office.as("finance", "/deadline show 常政办（2026）88号"))).toBe("No. 1 校车经费");
    // whoever is only consulted sees what is theirs
    expect(pointOf(await office.as("education", "/deadline show 常政办〔2026〕88号"))).toBe(
      "No. 2 Opinion on: 校车经费",
    );
    await office.give("deadline finish", { number: "常政办〔2026〕88号", result: "已办" }, office.visitorOf("finance"));
    expect(await office.deadline(1)).toMatchObject({ status: "done" });
    expect(readOut(await office.as("finance", "/deadline show 常政办〔2026〕89号"))).toContain("There is no");
  });

  it("is not taken in twice by its number, unless somebody wants it so", async () => {
    await add("reference:常政办〔2026〕88号");
    const again = await add("reference:常政办〔2026〕88号");
    expect(pointOf(again)).toContain("is followed up already, as No. 1");
    const pressed = await office.press(again, "Add it all the same", office.visitorOf("finance"));
    expect(pointOf(pressed)).toBe("Followed up as No. 2: 校车经费");
  });

  it("proves its day over a holiday: every day off with the notice, made-up days among those counted", async () => {
    const reply = await office.as(
      "finance",
      "/deadline add 国庆前的公文 received:2026-09-18 category:needs-consultation",
    );
    expect(await office.deadline(1)).toMatchObject({ due: certain("2026-10-09") });
    const text = readOut(reply);
    expect(text).toContain("2026-10-01 to 2026-10-07: off, 国庆节 (国办发明电〔2025〕7号)");
    expect(text).toContain("2026-09-20: working day 1, worked to make up for a holiday");
  });

  it("cannot have come tomorrow, nor on a day that there is not", async () => {
    for (const [typed, said] of [
      ["2026-11-24", "has not come yet"],
      ["2026-02-30", "is not a day"],
    ] as const)
      expect(readOut(await office.as("finance", `/deadline add x received:${typed}`))).toContain(said);
  });

  it("is told to whoever has to do it, when somebody else has it followed up", async () => {
    await office.as("clerk", "/deadline add 校车经费 department:市财政局 category:own-authority received:2026-11-20");
    const [told] = (await office.to("finance")).filter(({ blocks }) => JSON.stringify(blocks).includes("校车经费"));
    expect(told && pointOf(told)).toBe("No. 1 for 市财政局: 校车经费");
  });

  it("that others are consulted about gives each a clock of its own, which follows the lead department's", async () => {
    await add("category:needs-study consulted:市教育局、市审计局");
    expect(await office.deadline(2)).toMatchObject({
      kind: "consultation",
      department: "市教育局",
      parent: 1,
      due: null,
    });
    await office.as("finance", "/deadline category 1 needs-consultation reason:只需会商");
    expect((await office.deadline(3)).due).toEqual(certain("2026-12-04"));
    expect(await office.to("education")).not.toEqual([]);
  });
});

describe("a change of category", () => {
  it("afterwards needs a reason, is kept with the day before, and shown", async () => {
    await add("category:own-authority");
    expect(readOut(await office.as("finance", "/deadline category 1 needs-consultation"))).toContain("give a reason");
    await office.as("finance", "/deadline category 1 needs-consultation reason:须商市教育局");
    const found = await office.deadline(1);
    expect(found).toMatchObject({ due: certain("2026-12-04"), firstDue: certain("2026-12-01") });
    const shown = readOut(await office.as("finance", "/deadline show 1"));
    expect(shown).toContain("2026-12-01 → 2026-12-04");
    expect(shown).toContain("须商市教育局");
  });
});

describe("an extension", () => {
  const ask = async () => {
    await add("category:own-authority");
    return office.as("finance", "/deadline extend 1 2026-12-08 reason:等待补件");
  };
  const request = async () => {
    const found = (await office.to("director")).find(({ buttons }) => buttons.some(({ label }) => label === "Agree"));
    if (!found) throw new Error("nobody asked the director");
    return found;
  };

  it("is asked of the office, with the words that the rules do not say whether there is one", async () => {
    const asked = await ask();
    for (const each of [asked, await request()])
      expect(readOut(each)).toContain("The rules do not say whether a time limit may be extended");
    expect(asked.citations.some(({ quote }) => quote.includes("報告結果不得超過30個工作日"))).toBe(true);
    expect((await office.deadline(1)).due).toEqual(certain("2026-12-01"));
    await office.press(await request(), "Agree", office.visitorOf("director"));
    expect(await office.deadline(1)).toMatchObject({
      due: certain("2026-12-08"),
      firstDue: certain("2026-12-01"),
      asked: null,
    });
    expect(pointOf((await office.to("finance")).at(-1) as never)).toContain("No. 1 is extended until 2026-12-08");
    expect(readOut(await office.as("finance", "/deadline show 1"))).toContain("Due before: 2026-12-01");
  });

  it("is agreed to by nobody who asked for it, nor by anybody of the department", async () => {
    await ask();
    for (const who of ["finance", "staff", "education", "mayor"] as const) await office.as(who, "/deadline agree 1");
    expect(await office.deadline(1)).toMatchObject({ due: certain("2026-12-01"), firstDue: null });
    const own = await office.as("director", "/deadline extend 1 2026-12-20 reason:x");
    expect(own.buttons.map(({ label }) => label)).not.toContain("Agree");
    const shown = await office.as("clerk", "/deadline show 1");
    expect(shown.buttons.map(({ label }) => label)).toContain("Agree");
    await office.as("director", "/deadline agree 1");
    expect((await office.deadline(1)).due).toEqual(certain("2026-12-01"));
  });

  it("stands on its card until it is decided, and whoever does the work hears of the new day too", async () => {
    await add("category:own-authority owner:1060");
    await office.as("finance", "/deadline extend 1 2026-12-08 等待补件");
    expect(readOut(await office.as("staff", "/deadline show 1"))).toContain("Another day asked for: 2026-12-08");
    await office.as("director", "/deadline agree 1");
    for (const who of ["finance", "staff"] as const)
      expect((await office.to(who)).map(pointOf).at(-1)).toContain("is extended until 2026-12-08");
    expect(readOut(await office.as("staff", "/deadline show 1"))).not.toContain("Another day asked for");
  });

  it("that was refused, or asked anew, is not agreed to by an old button", async () => {
    await ask();
    const old = await request();
    await office.as("finance", "/deadline extend 1 2026-12-15 reason:更久");
    await office.press(old, "Agree", office.visitorOf("director"));
    expect((await office.deadline(1)).due).toEqual(certain("2026-12-01"));
    await office.as("director", "/deadline refuse 1 不同意");
    expect(await office.deadline(1)).toMatchObject({ asked: null, due: certain("2026-12-01") });
    await office.as("director", "/deadline agree 1");
    expect((await office.deadline(1)).due).toEqual(certain("2026-12-01"));
  });

  it("that somebody agreed to on paper is kept with their name by those who supervise", async () => {
    await add("category:own-authority");
    expect(readOut(await office.as("finance", "/deadline extend 1 2026-12-08 reason:x agreed:1003"))).toContain(
      "Only the leader who wants it done",
    );
    await office.as("clerk", "/deadline extend 1 2026-12-08 reason:书面同意 agreed:1003");
    const { steps, due } = await office.deadline(1);
    expect(due).toEqual(certain("2026-12-08"));
    expect(steps.at(-1)).toMatchObject({ step: "extended", details: { person: "1003" } });
  });
});

describe("an extension that was agreed to on paper", () => {
  it("is nobody's own: not of whoever writes it down, nor of whoever asked, nor of the department that is late", async () => {
    await add("category:own-authority");
    const paper = (who: "clerk" | "director", agreed: string) =>
      office.as(who, `/deadline extend 1 2026-12-08 reason:书面同意 agreed:${agreed}`);
    for (const [who, agreed] of [
      ["director", hands.director],
      ["clerk", hands.finance],
      ["clerk", hands.staff],
      ["clerk", hands.education],
    ] as const)
      expect(readOut(await paper(who, agreed))).toContain("Nothing was changed");
    await office.as("clerk", "/deadline extend 1 2026-12-15 reason:等待补件");
    expect(readOut(await paper("director", hands.clerk))).toContain("Nobody extends their own");
    expect(await office.deadline(1)).toMatchObject({ due: certain("2026-12-01"), firstDue: null });
    await paper("clerk", hands.director);
    expect((await office.deadline(1)).due).toEqual(certain("2026-12-08"));
  });
});

describe("what is withdrawn", () => {
  it("is told to whoever works on it, and is not called finished", async () => {
    await office.as("clerk", "/deadline add 误登的件 department:市财政局 category:own-authority");
    await office.as("clerk", "/deadline withdraw 1 误登");
    const told = (await office.to("finance")).at(-1) as never;
    expect(pointOf(told)).toBe("No. 1 is no longer followed up.");
    const shown = readOut(await office.as("finance", "/deadline show 1"));
    expect(shown).toContain("State: no longer followed up");
    expect(shown).not.toContain("Closed on");
    expect(shown).toContain("no longer followed up: 误登");
  });
});

describe("what departments are consulted about", () => {
  it.each([
    ["finish 1 已办复", "No. 1 is finished"],
    ["withdraw 1 误登", "No. 1 is no longer followed up"],
  ])("is over with the matter itself (%s): nobody is reminded of it, and they are told", async (line, words) => {
    await add("category:needs-consultation consulted:市教育局,住建局");
    const reply = await office.as("finance", `/deadline ${line}`);
    expect(pointOf(reply)).toContain(words);
    expect(readOut(reply)).toContain("Not followed up any more, for those who were consulted: No. 2, No. 3.");
    for (const number of [2, 3]) expect((await office.deadline(number)).status).toBe("withdrawn");
    expect((await office.to("education")).map(pointOf)).toContain("No. 2 is no longer followed up: No. 1 is over.");
    const before = (await office.to("education")).length;
    for (const day of ["2026-12-01", "2026-12-03", "2026-12-04", "2026-12-07"])
      await office.at(`${day}T09:00:00+08:00`);
    expect(await office.to("education")).toHaveLength(before);
  });

  it("stays done where they were sooner", async () => {
    await add("category:needs-consultation consulted:市教育局");
    await office.as("education", "/deadline finish 2 无意见");
    await office.as("finance", "/deadline finish 1 已办复");
    expect(await office.deadline(2)).toMatchObject({ status: "done", result: "无意见" });
  });
});

describe("what happens meanwhile", () => {
  it("to a day leaves no extension that would make it shorter", async () => {
    await office.running.tick();
    await add("category:needs-study");
    await office.as("finance", "/deadline explain 1 已调研");
    await office.as("finance", "/deadline extend 1 2027-01-07 reason:等待补件");
    const asked = (await office.to("director")).find(({ buttons }) => buttons.some(({ label }) => label === "Agree"));
    // all of the first week is off: what was due between 2 and 6 January has until the eleventh
    const file = `notice: 国办发明电〔2026〕99号\nyear: 2027\noff:\n  - {holiday: 元旦, from: "2027-01-01", until: "2027-01-10"}\n`;
    await office.give("workdays", { file }, owner);
    await office.at("2026-11-23T09:05:00+08:00");
    expect((await office.deadline(1)).due).toEqual(certain("2027-01-11"));
    const agreed = await office.press(asked as Reply, "Agree", office.visitorOf("director"));
    expect(readOut(agreed)).toContain("has to be later than the present one, 2027-01-11");
    expect(await office.deadline(1)).toMatchObject({ due: certain("2027-01-11"), firstDue: null, days: 30 });
  });
});

describe("leaving something alone", () => {
  it("goes until it is due, and once it is overdue for two working days at a time: nobody silences what is late", async () => {
    await add("category:own-authority");
    await office.at("2026-12-02T09:00:00+08:00");
    for (const until of ["2026-12-07", "2099-01-01"])
      expect(readOut(await office.as("finance", `/deadline snooze 1 ${until}`))).toContain("Nothing was changed");
    expect((await office.deadline(1)).snoozedUntil).toBeNull();
    await office.as("finance", "/deadline snooze 1 2026-12-04");
    expect((await office.deadline(1)).snoozedUntil).toBe("2026-12-04");
  });
});

describe("a department that is consulted", () => {
  it("may be given a day of its own that is sooner, as the words say when it is taken in, and never a later one", async () => {
    await add("category:needs-consultation consulted:市教育局");
    expect(readOut(await office.as("education", "/deadline change 2 due:2026-12-07"))).toContain("has a day already");
    await office.as("clerk", "/deadline change 2 due:2026-12-02");
    expect(await office.deadline(2)).toMatchObject({ due: certain("2026-12-02"), kind: "consultation" });
    expect(pointOf((await office.to("education")).at(-1) as Reply)).toBe("No. 2 is changed.");
    // from then on it does not follow the lead department's
    await office.as("clerk", "/deadline extend 1 2026-12-10 reason:书面同意 agreed:1001");
    expect((await office.deadline(2)).due).toEqual(certain("2026-12-02"));
  });
});

describe("what is so already", () => {
  it("is not offered to the same department again: its head is told once", async () => {
    await add("category:own-authority");
    await office.as("finance", "/deadline hand 1 市教育局 reason:属教育职权");
    const before = (await office.to("education")).length;
    expect(readOut(await office.as("deputy", "/deadline hand 1 市教育局"))).toContain(
      "offered to this department already",
    );
    expect(await office.to("education")).toHaveLength(before);
    expect((await office.deadline(1)).steps.filter(({ step }) => step === "offered")).toHaveLength(1);
  });

  it("is not changed: no step says that it was", async () => {
    await add("category:own-authority owner:1060");
    const options = { number: "1", owner: "1060", title: "校车经费", channel: "yes" };
    expect(readOut(await office.give("deadline change", options, office.visitorOf("finance")))).toContain(
      "nothing to change",
    );
    expect((await office.deadline(1)).steps.map(({ step }) => step)).toEqual(["added"]);
  });
});

describe("what is opened again", () => {
  it("is due by the notices that hold then, and its day before stays to be seen", async () => {
    await office.running.tick();
    await add("category:needs-study");
    await office.as("finance", "/deadline explain 1 已调研");
    await office.as("finance", "/deadline finish 1 已办");
    const file = `notice: 国办发明电〔2026〕99号\nyear: 2027\noff:\n  - {holiday: 元旦, from: "2027-01-01", until: "2027-01-03"}\n`;
    await office.give("workdays", { file }, owner);
    await office.at("2026-11-23T09:05:00+08:00");
    await office.as("finance", "/deadline reopen 1 reason:未办妥");
    const { due, steps } = await office.deadline(1);
    expect(due).toEqual(certain("2027-01-04"));
    expect(steps.at(-1)?.details).toMatchObject({ before: { from: "2027-01-02" }, after: certain("2027-01-04") });
  });
});

describe("handing on", () => {
  it("leaves it with its department until the other has accepted it, and keeps its day", async () => {
    await add("category:own-authority");
    await office.as("finance", "/deadline hand 1 市教育局 reason:属教育职权");
    expect(await office.deadline(1)).toMatchObject({ department: "市财政局", handedTo: "市教育局" });
    const offer = (await office.to("education")).at(-1);
    await office.press(offer as never, "Take it over", office.visitorOf("education"));
    expect(await office.deadline(1)).toMatchObject({
      department: "市教育局",
      handedTo: null,
      due: certain("2026-12-01"),
    });
    await office.press(offer as never, "Take it over", office.visitorOf("education"));
    expect((await office.deadline(1)).steps.filter(({ step }) => step === "accepted")).toHaveLength(1);
    expect(readOut(await office.as("finance", "/deadline finish 1 done"))).not.toContain("is finished");
  });

  it("may be declined with a reason, and whoever has it learns so", async () => {
    await add("category:own-authority");
    await office.as("finance", "/deadline hand 1 市教育局");
    const declined = await office.as("education", "/deadline decline 1 非我局职责");
    // it is nothing of theirs any more: not to be pressed, nor to be read
    expect(readOut(declined)).not.toContain("校车经费");
    expect(declined.buttons).toEqual([]);
    expect(await office.deadline(1)).toMatchObject({ department: "市财政局", handedTo: null });
    expect(readOut((await office.to("finance")).at(-1) as never)).toContain("非我局职责");
  });
});

describe("a leader's written instruction", () => {
  it("of the mayor is one of those that are collected and supervised, a vice mayor's only when it was selected", async () => {
    await office.as("clerk", "/deadline add 批示一 kind:instruction department:市财政局 leader:1001");
    await office.as("clerk", "/deadline add 批示二 kind:instruction department:市财政局 leader:1003");
    await office.as("clerk", "/deadline add 批示三 kind:instruction department:市财政局 leader:1003 selected:yes");
    const collected = [];
    for (const number of [1, 2, 3]) collected.push((await office.deadline(number)).collected);
    expect(collected).toEqual([true, false, true]);
    const shown = await office.as("finance", "/deadline show 1");
    expect(shown.citations.some(({ article }) => article === 34)).toBe(true);
    expect(readOut(shown)).toContain("The rules set no day for it.");
    expect(misquoted(shown.citations, office.app.rulebook)).toEqual([]);
  });

  it("is reported back to the leader with its result when it is finished", async () => {
    await office.as("clerk", "/deadline add 批示一 kind:instruction department:市财政局 leader:1001 due:2026-12-10");
    const done = await office.as("finance", "/deadline finish 1 已整改到位");
    expect(readOut(done)).toContain("顾致远 was told the result.");
    const told = readOut((await office.to("mayor")).at(-1) as never);
    expect(told).toContain("已整改到位");
    expect(told).toMatch(/By 路知行, 市财政局\./);
    expect((await office.deadline(1)).reportedAt).not.toBeNull();
  });

  it("names to the leader whoever did it, not the clerk of another department who wrote it down", async () => {
    await office.as("clerk", "/deadline add 批示一 kind:instruction department:市财政局 leader:1001");
    await office.as("clerk", "/deadline change 1 due:2026-12-10");
    expect(readOut(await office.as("clerk", "/deadline show 1"))).toContain("changed · no day set → 2026-12-10");
    await office.as("clerk", "/deadline finish 1 已整改到位");
    expect(readOut((await office.to("mayor")).at(-1) as never)).toContain("By 市财政局; 任重行 wrote it down.");
  });
});

describe("what a meeting decided", () => {
  it("is followed up with the meeting's number, by the words that speak of carrying out decisions", async () => {
    const options = { kind: "decision", meeting: "7", from: "第 58 次会议", title: "校车更新", department: "市财政局" };
    await office.give("deadline add", options, office.visitorOf("director"));
    expect(await office.deadline(1)).toMatchObject({ kind: "decision", meeting: 7, due: null });
    const shown = await office.as("finance", "/deadline show 1");
    expect(shown.citations.map(({ article }) => article)).toContain(33);
    expect(readOut(shown)).toContain("Meeting: No. 7");
    await office.as("finance", "/deadline change 1 due:2026-12-31");
    expect((await office.deadline(1)).due).toEqual(certain("2026-12-31"));
  });
});

describe("a line that is typed", () => {
  it("takes what stands behind the number as what the command is about, and loses no title with a colon in it", async () => {
    const form = (line: string) => office.running.desk.form({ line }, "en");
    expect(form("/deadline finish 1 已办复")).toBeUndefined();
    expect(form("/deadline finish 1")?.fields.map(({ name }) => name)).toContain("result");
    expect(form("/deadline add 市长批示：老旧小区")).toBeUndefined();
    expect(pointOf(await office.as("finance", "/deadline add 市长批示：老旧小区"))).toContain("市长批示：老旧小区");
    const asked = form("/deadline add 批示：老旧小区");
    expect(asked?.fields.find(({ name }) => name === "title")?.value).toBe("批示：老旧小区");
    expect(pointOf(await office.as("finance", "/deadline finish 第1号 已办复"))).toContain("No. 1 is finished");
    expect((await office.deadline(1)).result).toBe("已办复");
  });
});

describe("what somebody may not", () => {
  it("see is as if there was none: the same words for another department's as for a number that nobody has", async () => {
    await add("category:own-authority");
    const other = readOut(await office.as("education", "/deadline show 1"));
    const none = readOut(await office.as("education", "/deadline show 9"));
    expect(other.replace("1", "N")).toBe(none.replace("9", "N"));
    for (const line of [
      "progress 1 x",
      "finish 1 x",
      "extend 1 2026-12-20 reason:x",
      "hand 1 市教育局",
      "withdraw 1 x",
    ])
      await office.as("education", `/deadline ${line}`);
    expect((await office.deadline(1)).steps.map(({ step }) => step)).toEqual(["added"]);
  });

  it("do any more, once they hold no post: not what they were named for, nor what they had followed up", async () => {
    await office.as("finance", "/deadline add 甲 received:2026-11-20 owner:1020 category:needs-study");
    await office.as("clerk", "/deadline add 乙 department:市财政局 received:2026-11-20 category:own-authority");
    await office.as("finance", "/deadline extend 2 2027-02-01 reason:等待补件");
    await office.at("2027-01-04T09:00:00+08:00");
    const before = (await office.to("finance")).length;
    for (const line of ["show 1", "finish 1 已办", "withdraw 1 误登", "show 2"])
      expect(readOut(await office.as("finance", `/deadline ${line}`))).toContain("that you may see");
    for (const line of ["mine", "today", "finish"])
      expect(readOut(await office.as("finance", `/deadline ${line}`))).not.toContain("甲");
    // nor are they written to about it
    await office.as("director", "/deadline agree 2 书面同意");
    expect(await office.deadline(2)).toMatchObject({ due: certain("2027-02-01") });
    expect(await office.to("finance")).toHaveLength(before);
    expect((await office.deadline(1)).status).toBe("open");
  });

  it("do understands the short names of departments and categories, and guesses at none that could be two", async () => {
    const by = (more: string) => office.as("clerk", `/deadline add 甲 ${more}`);
    await by("department:住建局 category:紧急 due:12-01");
    expect(await office.deadline(1)).toMatchObject({ department: "市住房和城乡建设局", category: "urgent" });
    await by("department:发改委 category:调研论证 again:yes");
    expect(await office.deadline(2)).toMatchObject({ department: "市发展和改革委员会", category: "needs-study" });
    for (const [typed, category] of [
      ["加急", "urgent or most urgent"],
      ["职权内", "within the department's own authority"],
      ["會商", "the lead department must consult others"],
      ["CPPCC proposal", "people's congress motions and CPPCC proposals"],
    ] as const)
      expect(readOut(await by(`department:教育局 category:"${typed}" again:yes`))).toContain(`Category: ${category}`);
    expect(readOut(await by("department:教育局 category:会商加急"))).toContain("Nothing was changed");
    for (const typed of ["市监局", "财局", "办公局"])
      expect(readOut(await by(`department:${typed}`))).toContain("Nothing was changed");
    expect(readOut(await by("kind:批示"))).toContain("Kind: leader's written instruction");
  });

  it("do, such as handing over to another department, names those who may", async () => {
    const reply = await office.as("education", "/deadline add 给财政 department:市财政局");
    expect(reply.tone).toBe("refused");
    expect(readOut(reply)).toContain("director of the General Office");
    const board = readOut(await office.as("education", "/deadline board"));
    for (const who of ["head of the supervision bureau", "director of the General Office"])
      expect(board).toContain(who);
    // who only looks is not told that nothing was changed
    expect(board).not.toContain("Nothing was changed");
    const stranger = await office.type("/deadline add x", visitor("U-STRANGER"));
    expect(stranger.tone).toBe("refused");
  });

  it("is never a day that was set by nobody: a leader sees, and changes nothing", async () => {
    await add("category:own-authority");
    const shown = await office.as("mayor", "/deadline show 1");
    expect(shown.buttons).toEqual([]);
    expect(readOut(await office.as("mayor", "/deadline finish 1 x"))).toContain("Nothing was changed");
  });
});

describe("the messages", () => {
  it.each(languages)("are whole in %s", async (locale) => {
    const finance = { ...office.visitorOf("finance"), locale };
    const say = (line: string) => office.type(line, finance);
    await say("/deadline add 校车经费 received:2026-11-20 reference:常政办〔2026〕88号 category:needs-study");
    for (const line of ["show 1", "explain 1 已调研", "mine", "today", "department", "extend 1 2027-02-01 reason:x"]) {
      const reply = await say(`/deadline ${line}`);
      expect(reply.language).toBe(locale);
      expect(readOut(reply)).not.toMatch(/undefined|\[object|NaN/);
      expect(misquoted(reply.citations, office.app.rulebook)).toEqual([]);
    }
    expect(hands.finance).toBe("1020");
  });
});
