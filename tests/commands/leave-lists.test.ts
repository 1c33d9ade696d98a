import { parse } from "csv-parse/sync";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bytesOf, isPicture, isText, type Reply } from "../../src/reply.ts";
import { addLeaveWord, changeLeave, leaveNumbered } from "../../src/store/leave.ts";
import { cancelMeeting } from "../../src/store/meetings.ts";
import { type Language, languages } from "../../src/text.ts";
import { misquoted, pointOf, readOut } from "../support/app.ts";
import { day, type LeaveOffice, leaveOffice, people, secrets, speaking, type Who } from "../support/leave.ts";
import { buttonOf, owner, sixty, tableOf } from "../support/office.ts";

// One's own leave, who is away, and the table that Article 61 asks for. The office opens on Monday, 23 November 2026.

let office: LeaveOffice;

beforeEach(async () => {
  office = await leaveOffice();
});

afterEach(async () => {
  expect(office.trouble).toEqual([]);
  await office.close();
});

const span = (from: string, until: string) =>
  ({ from: day(from), fromHalf: "am", until: day(until), untilHalf: "pm" }) as const;

/** Leave that is granted at once by whoever decides on it. */
async function granted(who: Who, from: string, until: string, by: Who = "secretary"): Promise<number> {
  const { number } = await office.ask(who, { span: span(from, until) });
  expect((await office.as(by, `/leave approve ${number}`)).tone).toBe("done");
  return number;
}

/** Somebody is back and says so on a day, whatever command they say it with. */
const back = (number: number, on: string) =>
  office.atDesk(async ({ records }) => {
    const returned = { day: day(on), half: "am", at: new Date(`${on}T01:00:00Z`), by: "1014" } as const;
    const leave = await leaveNumbered(records, number);
    if (leave) await changeLeave(records, leave, { returned });
  });

const inLanguage = (who: Who, line: string, language: Language) => office.type(line, speaking(who, language));
const labels = (reply: Reply) => reply.buttons.map(({ label }) => label);
const channel = "channel:slack:T1:C-LEAVE";
const setChannel = () => office.give("settings", { channel, use: "leave" }, owner);
const posted = async () => (await office.messages()).filter(({ to }) => to === channel).map(({ reply }) => reply);
const circulated = async () => (await office.events()).filter(({ action }) => action === "leave.circulate");

/** The file of a report, as a program reads it: the heading, and the lines by their first cell. */
function fileOf(reply: Reply) {
  const [file] = reply.files;
  if (!file || !isText(file)) throw new Error("the reply has no table");
  const [heading = [], ...lines] = parse(file.content, { bom: true }) as string[][];
  const cell = (line: readonly string[] | undefined, name: string) => line?.[heading.indexOf(name)];
  return { file, heading, lines, of: (kind: string) => lines.filter(([first]) => first === kind), cell };
}

describe("/leave mine", () => {
  it("shows each request in its place, with its days, its state and who decides", async () => {
    await granted("head", "2026-11-16", "2026-11-18");
    await granted("head", "2026-11-23", "2026-11-24");
    await granted("head", "2026-12-14", "2026-12-15");
    await office.ask("head", { span: span("2026-12-21", "2026-12-22") });
    const refused = await office.ask("head", { span: span("2026-12-28", "2026-12-29") });
    await office.as("secretary", `/leave refuse ${refused.number} 年底事务繁多`);
    const text = readOut(await office.as("head", "/leave mine"));
    expect(text).toMatch(
      /Your 5 requests.*Waiting.*No\. 4.*waiting for a decision.*谢秉章 \(市政府秘书长\).*To be reported back.*No\. 1.*Under way.*No\. 2.*To come.*No\. 3 .*2026-12-14 to 2026-12-15.*approved.*Over.*No\. 5.*refused/s,
    );
  });

  it("offers what needs to be done first, at most ten buttons, each naming its request", async () => {
    const first = await granted("head", "2026-11-16", "2026-11-18");
    for (let week = 0; week < 4; week++) {
      const monday = 7 + week * 7;
      const text = (date: number) => `2026-12-${String(date).padStart(2, "0")}`;
      await office.ask("head", { span: span(text(monday), text(monday + 1)) });
    }
    await office.as("secretary", "/leave question 3 由谁代管？");
    const mine = await office.as("head", "/leave mine");
    expect(mine.tone).toBe("needs");
    expect(labels(mine)).toHaveLength(10);
    expect(labels(mine).slice(0, 2)).toEqual(["Answer … · No. 3", `I am back · No. ${first}`]);
    expect(mine.buttons.at(-1)).toMatchObject({ command: "leave request", form: true });
    expect((await office.press(mine, "Its course · No. 2", people.head.visitor)).tone).not.toBe("refused");
  });

  it("offers to name a substitute once leave from a meeting is approved", async () => {
    const meeting = await office.meeting();
    await office.ask("head", { occasion: "executive-meeting", meeting, span: span("2026-12-02", "2026-12-02") });
    expect(labels(await office.as("head", "/leave mine")).join()).not.toContain("substitute");
    await office.as("secretary", "/leave approve 1");
    const mine = await office.as("head", "/leave mine");
    expect(buttonOf(mine, "Name a substitute")).toMatchObject({
      command: "leave substitute",
      options: { number: "1" },
    });
    expect(readOut(mine)).toContain("市政府第 58 次常务会议");
  });

  it("keeps of what is over the last ten, and says so", async () => {
    for (let each = 1; each <= 12; each++) {
      const on = `2026-12-${String(each).padStart(2, "0")}`;
      await office.ask("head", { span: span(on, on) });
      await office.as("head", `/leave withdraw ${each}`);
    }
    const mine = await office.as("head", "/leave mine");
    expect(tableOf(mine)).toHaveLength(10);
    expect(tableOf(mine)[0]?.[0]).toBe("No. 12");
    expect(readOut(mine)).toContain("The last 10 of 12");
  });

  it("shows nobody's but one's own, and says how to begin when there is none", async () => {
    await office.ask("head");
    const mine = await office.as("other", "/leave mine");
    expect(readOut(mine)).toMatch(/You have no requests.*\/leave request/s);
    expect(JSON.stringify(mine)).not.toContain("No. 1");
  });
});

describe("/leave away", () => {
  it("tells who is away today and until when, this week and in the month, complete without the picture", async () => {
    await granted("head", "2026-11-23", "2026-11-24");
    await granted("other", "2026-11-27", "2026-12-02");
    await granted("vice", "2026-12-07", "2026-12-08", "mayor");
    const now = await office.as("deputy", "/leave away");
    expect(readOut(now)).toMatch(
      /Today, 2026-11-23, one person is away\..*毛景行 \(市教育局局长\): 2026-11-23 to 2026-11-24.*This week \(2026-11-23 to 2026-11-29\):.*卞清扬.*2026-11-27 to 2026-12-02.*November 2026: 2 people/s,
    );
    expect(readOut(now)).not.toContain("陆明谦");
    const december = await office.as("deputy", "/leave away 12");
    expect(tableOf(december).map(([who, days]) => [who, days])).toEqual([
      ["陆明谦 (副市长)", "2026-12-07 to 2026-12-08"],
      ["卞清扬 (市科学技术局局长)", "2026-11-27 to 2026-12-02"],
    ]);
  });

  it("has the month as a picture, with the same in words for whoever cannot see it", async () => {
    await granted("head", "2026-12-07", "2026-12-11");
    const [picture, ...more] = (await office.as("deputy", "/leave away 2026-12")).files;
    if (!picture || !isPicture(picture)) throw new Error("there is no picture");
    expect(more).toEqual([]);
    expect(picture.name).toBe("away-2026-12.png");
    expect(picture.about).toBe("Away in December 2026\n毛景行 (市教育局局长): 7–11 Dec");
    expect(bytesOf(picture).subarray(1, 4).toString()).toBe("PNG");
    expect((await office.as("deputy", "/leave away 1")).files).toEqual([]);
  });

  it("tells who acts by entrustment, also for somebody of whom no leave is kept", async () => {
    await office.type("/roster entrust to:沈静澜 until:2026-12-05 occasion:visit", owner);
    const away = readOut(await office.as("deputy", "/leave away"));
    expect(away).toMatch(
      /顾致远 \(市长\): 2026-11-23 to 2026-12-05; by a recorded entrustment; 沈静澜 acts for the mayor/,
    );
    await office.ask("vice", { span: span("2026-11-23", "2026-11-24") });
    await office.as("executive", "/leave approve 1");
    expect(readOut(await office.as("deputy", "/leave away"))).toContain("2 people are away");
  });

  it("no longer counts whoever is back, withdrew or was refused", async () => {
    await back(await granted("head", "2026-11-16", "2026-11-25"), "2026-11-20");
    await granted("other", "2026-12-01", "2026-12-02");
    await office.as("other", "/leave withdraw 2");
    const text = readOut(await office.as("deputy", "/leave away"));
    expect(text).toContain("nobody is away");
    expect(text).not.toContain("卞清扬");
    expect(readOut(await office.as("deputy", "/leave away 11"))).toContain("2026-11-16 to 2026-11-19");
  });

  it("shows what is not decided, and returns that are missing, only to those who look after the office's leave", async () => {
    await granted("other", "2026-11-16", "2026-11-18");
    await office.ask("head", { span: span("2026-11-24", "2026-11-25") });
    const seen = await office.as("supervisor", "/leave away");
    expect(readOut(seen)).toMatch(/毛景行.*asked for.*One return is not reported.*No\. 1.*卞清扬/s);
    expect(seen.files.map((each) => isPicture(each) && each.about).join()).toMatch(/asked for|return not reported/);
    const plain = await office.as("deputy", "/leave away");
    expect(JSON.stringify(plain)).not.toMatch(/毛景行|asked for|not reported|No\. 1/);
  });

  it("lists every return that is missing, however long ago the leave was", async () => {
    await granted("other", "2026-11-16", "2026-11-18");
    await granted("head", "2026-11-16", "2026-11-17");
    const long = span("2023-03-01", "2023-03-03");
    const old = await office.leave(2);
    await office.atDesk(({ records }) => changeLeave(records, old, { span: long }));
    const text = readOut(await office.as("supervisor", "/leave away"));
    expect(text).toMatch(/2 returns are not reported.*毛景行.*2023-03-01 to 2023-03-03.*卞清扬/s);
  });

  it("takes a month in any way it is written, and says how when it is none", async () => {
    for (const month of ["2026-12", "12", "12月", "十二月", "2026年12月", "December"])
      expect(readOut(await office.as("deputy", `/leave away ${month}`))).toContain("December 2026: nobody is away");
    expect(await office.as("deputy", "/leave away 13月")).toMatchObject({ tone: "problem" });
    expect(readOut(await office.as("deputy", "/leave away 13月"))).toContain("2026-12, 12 or December");
    const next = await office.press(await office.as("deputy", "/leave away"), "December 2026", people.deputy.visitor);
    expect(readOut(next)).toContain("December 2026");
  });

  it("is for people of the roster", async () => {
    const stranger = { ...people.head.visitor, id: "U-STRANGER" };
    expect((await office.type("/leave away", stranger)).tone).toBe("refused");
  });
});

describe("/leave report", () => {
  it("counts by department and person what Art. 61 has supervised, and quotes it word for word", async () => {
    await granted("head", "2026-10-29", "2026-11-03");
    await back(1, "2026-11-09");
    await granted("head", "2026-11-16", "2026-11-18");
    const meeting = await office.meeting();
    await office.ask("other", { occasion: "executive-meeting", meeting, span: span("2026-11-20", "2026-11-20") });
    await office.as("secretary", "/leave approve 3");
    await office.ask("other", { span: span("2026-11-26", "2026-11-27") });
    await office.as("secretary", "/leave refuse 4 会议期间不宜外出");
    const report = await office.as("supervisor", "/leave report 2026-11");
    const text = readOut(report);
    expect(text).toMatch(
      /市教育局 +2 requests +2 approved +6 days, 5 working days among them +1 reported late · 1 not reported/,
    );
    expect(text).toMatch(/市科学技术局 +2 requests +1 approved · 1 refused +missing an executive meeting: 1/);
    expect(text).toMatch(/By person:.*毛景行 \(市教育局局长\).*卞清扬 \(市科学技术局局长\)/s);
    expect(report.citations.map(({ article }) => article)).toEqual([61]);
    expect(misquoted(report.citations, office.app.rulebook)).toEqual([]);
  });

  it("begins with the departments, then the people; without a period it is last month's", async () => {
    await granted("head", "2026-11-24", "2026-11-25");
    expect(readOut(await office.as("supervisor", "/leave report"))).toContain("There was no leave from 2026-10-01");
    office.setClock("2026-12-01T09:00:00+08:00");
    const report = await office.as("supervisor", "/leave report");
    expect(report.title ?? pointOf(report)).toBe("Leave and attendance, 2026-11-01 to 2026-11-30");
    expect(tableOf(report).map(([first]) => first)).toEqual(["市教育局", "毛景行 (市教育局局长)"]);
  });

  it("is a file that programs and Excel read: with the mark of UTF-8, each line of the same cells", async () => {
    await granted("head", "2026-11-16", "2026-11-18");
    await office.ask("other", { span: { ...span("2026-11-26", "2026-11-27"), untilHalf: "am" } });
    const report = await office.as("supervisor", "/leave report 11");
    const { file, of, cell, lines } = fileOf(report);
    expect(file.name).toBe("leave-2026-11-01-2026-11-30.csv");
    expect(bytesOf(file).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const [education, science] = of("department");
    expect(cell(education, "department")).toBe("市教育局");
    expect(cell(education, "days away")).toBe("3");
    expect(cell(science, "still open")).toBe("1");
    expect(of("person").map((line) => cell(line, "name"))).toEqual(["毛景行", "卞清扬"]);
    expect(cell(of("total")[0], "requests")).toBe("2");
    expect(lines.at(-1)?.[0]).toBe("total");
  });

  it.each(["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])(
    "a cell that begins like %j is no formula in Excel",
    async (dangerous) => {
      await office.ask("head", { department: dangerous, title: dangerous, span: span("2026-11-24", "2026-11-25") });
      const { of, cell } = fileOf(await office.as("supervisor", "/leave report 11"));
      expect(cell(of("department")[0], "department")).toBe(`'${dangerous}`);
      expect(cell(of("person")[0], "title")).toBe(`'${dangerous}`);
    },
  );

  it("shows the head of a department its own lines and nobody else's, in the file too", async () => {
    await granted("head", "2026-11-24", "2026-11-25");
    await granted("other", "2026-11-24", "2026-11-25");
    const own = await office.as("head", "/leave report 11");
    expect(readOut(own)).toContain("You see the lines of 市教育局, as its head.");
    expect(JSON.stringify(own)).not.toMatch(/卞清扬|市科学技术局|Circulate/);
    const { of, cell } = fileOf(own);
    expect(cell(of("total")[0], "requests")).toBe("1");
  });

  it.each(["deputy", "vice", "mayor"] as const)(
    "is refused to others (%s), who are told who may; the attempt is kept",
    async (who) => {
      await granted("head", "2026-11-24", "2026-11-25");
      const refused = await office.as(who, "/leave report 11");
      expect(refused.tone).toBe("refused");
      expect(readOut(refused)).toMatch(/secretary-general.*supervision bureau.*The head of a department sees/s);
      expect(JSON.stringify(refused)).not.toContain("毛景行");
      expect(refused.files).toEqual([]);
      expect((await office.events()).at(-1)).toMatchObject({ action: "refused", subject: "leave.see" });
    },
  );

  it("shows a vice mayor nobody's lines while there is no mayor either", async () => {
    await granted("vice", "2026-11-24", "2026-11-25", "mayor");
    await office.importRoster(
      sixty.replace("市长,市长,市政府,2022-01-18,,", "市长,市长,市政府,2022-01-18,2026-11-22,"),
    );
    const refused = await office.as("executive", "/leave report 11");
    expect(refused.tone).toBe("refused");
    expect(JSON.stringify(refused)).not.toContain("陆明谦");
    expect((await office.as("vice", "/leave correct 数据有误 from:11")).tone).toBe("refused");
  });

  it("lets the director of an office speak for it, though the secretary-general is of the same office", async () => {
    expect((await office.as("director", "/leave correct 数据有误 from:11")).tone).toBe("done");
    expect(readOut(await office.as("supervisor", "/leave report 11"))).toMatch(/市政府办公室.*数据有误/s);
    expect((await office.as("secretary", "/leave correct 数据有误 from:11")).tone).toBe("refused");
  });

  it("says of what returns nobody can tell whether they are late, and calls none of them missing", async () => {
    await granted("head", "2026-12-28", "2026-12-31");
    office.setClock("2027-01-13T09:00:00+08:00");
    const report = await office.as("supervisor", "/leave report 12");
    expect(readOut(report)).toContain("1 of which nobody knows whether late");
    expect(readOut(report)).not.toContain("not reported");
    const { of, cell } = fileOf(report);
    expect(cell(of("total")[0], "returns, lateness not known yet")).toBe("1");
    expect(cell(of("total")[0], "returns not reported")).toBe("0");
    expect(readOut(await office.as("supervisor", "/leave away"))).toMatch(/One return is not reported.*毛景行/s);
  });

  it("does not count who could not come to a meeting that was cancelled", async () => {
    const meeting = await office.meeting();
    await office.ask("head", { occasion: "executive-meeting", meeting, span: span("2026-11-24", "2026-11-24") });
    await office.as("secretary", "/leave approve 1");
    expect(readOut(await office.as("supervisor", "/leave report 11"))).toContain("executive meeting: 1");
    await office.atDesk(({ records, now }) => cancelMeeting(records, meeting, now));
    expect(readOut(await office.as("supervisor", "/leave report 11"))).not.toContain("executive meeting: 1");
  });

  it("says what is wrong with days that cannot be", async () => {
    for (const [line, words] of [
      ["/leave report soon", "neither a day nor a month"],
      ["/leave report 2026-11-12 until:2026-11-03", "ends before it begins"],
      ["/leave report 2024-01 until:2026-11", "longer than a year"],
    ] as const) {
      const told = await office.as("supervisor", line);
      expect(told.tone).toBe("problem");
      expect(readOut(told)).toContain(words);
    }
  });
});

describe("the right of reply", () => {
  it("begins with the number of a request as other commands do: then the report is that of the month of its leave", async () => {
    await granted("head", "2026-11-16", "2026-11-18");
    expect(readOut(await office.as("head", "/leave correct 第1号 已于19日当面销假"))).toContain(
      "2026-11-01 to 2026-11-30",
    );
    expect(readOut(await office.as("supervisor", "/leave report 11"))).toContain("Correction on No. 1 by 毛景行");
    // three days are no request: the words are kept whole, under last month's report
    expect(readOut(await office.as("head", "/leave correct 3 天都在岗"))).toContain("2026-10-01 to 2026-10-31");
    expect(readOut(await office.as("supervisor", "/leave report 10"))).toContain("3 天都在岗");
  });

  it("what the head of a department says stands under its lines, in the message and in the file", async () => {
    await granted("head", "2026-11-16", "2026-11-18");
    const said = await office.as("head", '/leave correct "=已于19日当面销假" number:1 from:2026-11');
    expect(said.tone).toBe("done");
    const report = await office.as("supervisor", "/leave report 11");
    expect(readOut(report)).toMatch(/市教育局.*Correction on No\. 1 by 毛景行, 2026-11-23 09:00: =已于19日当面销假/s);
    const { of, cell } = fileOf(report);
    expect(cell(of("correction")[0], "department")).toBe("市教育局");
    expect(cell(of("correction")[0], "correction")).toBe("'=已于19日当面销假 (2026-11-23 09:00, No. 1)");
    expect(JSON.stringify(await office.as("other", "/leave report 11"))).not.toContain("销假");
  });

  it("the audit keeps that it was said, not what", async () => {
    await office.as("head", "/leave correct 并非缺席 from:11");
    const event = (await office.events()).at(-1);
    expect(event).toMatchObject({
      action: "leave.correct",
      actor: "person:1014",
      about: "1014",
      details: { department: "市教育局", from: "2026-11-01", until: "2026-11-30" },
    });
    expect(JSON.stringify(await office.events())).not.toContain("并非缺席");
  });

  it("belongs to the head alone, for requests of that department in those days", async () => {
    await granted("other", "2026-11-24", "2026-11-25");
    expect((await office.as("deputy", "/leave correct 并非缺席 from:11")).tone).toBe("refused");
    expect((await office.as("vice", "/leave correct 并非缺席 from:11")).tone).toBe("refused");
    expect(readOut(await office.as("head", "/leave correct 并非缺席 number:1 from:11"))).toContain(
      "市教育局 has no request No. 1",
    );
    const other = await office.as("head", "/leave correct 并非缺席 department:市科学技术局 from:11");
    expect(readOut(other)).toContain("not a department that you head");
    expect(readOut(await office.as("head", `/leave correct ${"长".repeat(501)} from:11`))).toContain("500 characters");
    expect((await office.events()).filter(({ action }) => action === "leave.correct")).toEqual([]);
    expect(readOut(await office.as("supervisor", "/leave report 11"))).not.toContain("并非缺席");
  });

  it("asks for the words when there are none", async () => {
    const needs = await office.as("head", "/leave correct");
    expect(needs.tone).toBe("needs");
    expect(buttonOf(needs, "Add a correction")).toMatchObject({ command: "leave correct", form: true });
    const report = await office.as("head", "/leave report 11");
    expect(buttonOf(report, "Add a correction").options).toEqual({
      from: "2026-11-01",
      until: "2026-11-30",
      department: "市教育局",
    });
  });
});

describe("circulating the report", () => {
  it("posts the departments with what they say to the office's channel, without a name, and is in the audit", async () => {
    await setChannel();
    await granted("head", "2026-11-24", "2026-11-25");
    await office.as("head", "/leave correct 已按时销假 from:11");
    const before = (await posted()).length;
    const report = await office.as("supervisor", "/leave report 11");
    const done = await office.press(report, "Circulate", people.supervisor.visitor);
    expect(done.tone).toBe("done");
    const [told, ...more] = (await posted()).slice(before);
    if (!told) throw new Error("nothing was posted");
    expect(more).toEqual([]);
    expect(told.visibleTo).toBe("channel");
    expect(readOut(told)).toMatch(/各部门请销假.*市教育局.*批准 1.*更正说明：.*市教育局：已按时销假.*第六十一条/s);
    expect(JSON.stringify(told)).not.toMatch(/毛景行|局长|1014/);
    expect(told.files).toEqual([]);
    expect(await circulated()).toMatchObject([
      { actor: "person:1040", subject: "leave-report:2026-11-01/2026-11-30", articles: ["61/3"] },
    ]);
  });

  it("asks before it posts the same days again, and tells a department that its word comes after", async () => {
    await setChannel();
    await granted("head", "2026-11-24", "2026-11-25");
    const report = await office.as("supervisor", "/leave report 11");
    await office.press(report, "Circulate", people.supervisor.visitor);
    const count = (await posted()).length;
    const asked = await office.press(report, "Circulate", people.director.visitor);
    expect(asked.tone).toBe("needs");
    expect(readOut(asked)).toContain("was circulated on 2026-11-23 09:00 by 潘锦程. Nothing was posted now.");
    expect(await posted()).toHaveLength(count);
    expect(readOut(await office.as("head", "/leave correct 迟到的说明 from:11"))).toContain("circulated before");
    expect((await office.press(asked, "again", people.director.visitor)).tone).toBe("done");
    expect(await posted()).toHaveLength(count + 1);
    expect(readOut((await posted()).at(-1) ?? asked)).toContain("迟到的说明");
    // other days are another report
    const october = await office.give("leave report", { from: "2026-10", circulate: "yes" }, people.director.visitor);
    expect(readOut(october)).toContain("nothing to circulate");
    expect(await circulated()).toHaveLength(2);
  });

  it("says how to set the channel when there is none", async () => {
    await granted("head", "2026-11-24", "2026-11-25");
    const told = await office.press(
      await office.as("supervisor", "/leave report 11"),
      "Circulate",
      people.supervisor.visitor,
    );
    expect(told.tone).toBe("needs");
    expect(readOut(told)).toContain("/settings");
    expect(buttonOf(told, "Set the channel")).toMatchObject({ command: "settings", options: { use: "leave" } });
    expect(await circulated()).toEqual([]);
  });

  it("is not for heads of departments, whatever button they found", async () => {
    await setChannel();
    await granted("head", "2026-11-24", "2026-11-25");
    const count = (await posted()).length;
    const refused = await office.give("leave report", { from: "11", circulate: "yes" }, people.head.visitor);
    expect(refused.tone).toBe("refused");
    expect(await posted()).toHaveLength(count);
  });
});

describe("in the reader's language", () => {
  const titles: Readonly<Record<Language, Readonly<Record<string, RegExp>>>> = {
    en: {
      "/leave mine": /Your one request for leave/,
      "/leave away 11": /Today, 2026-11-23, one person is away/,
      "/leave report 11": /Leave and attendance, 2026-11-01 to 2026-11-30/,
      "/leave correct": /What is there to say to your department's lines/,
    },
    "zh-Hans": {
      "/leave mine": /您的请假申请，共 1 项/,
      "/leave away 11": /今天（2026年11月23日）外出 1 人/,
      "/leave report 11": /请销假和会议出勤统计，2026年11月1日至11月30日/,
      "/leave correct": /请填写对本部门统计的更正说明/,
    },
    "zh-Hant": {
      "/leave mine": /您的請假申請，共 1 項/,
      "/leave away 11": /今天（2026年11月23日）外出 1 人/,
      "/leave report 11": /請銷假和會議出勤統計，2026年11月1日至11月30日/,
      "/leave correct": /請填寫對本部門統計的更正說明/,
    },
  };

  it.each(languages)("%s", async (language) => {
    await granted("head", "2026-11-23", "2026-11-24");
    for (const [line, title] of Object.entries(titles[language])) {
      const told = await inLanguage("head", line, language);
      expect(told.language).toBe(language);
      expect(pointOf(told)).toMatch(title);
    }
    const { heading } = fileOf(await inLanguage("head", "/leave report 11", language));
    expect(heading[1]).toBe({ en: "department", "zh-Hans": "部门", "zh-Hant": "部門" }[language]);
    if (language === "zh-Hant") expect(readOut(await inLanguage("head", "/leave mine", language))).not.toMatch(/[“”]/);
  });
});

describe("what nobody sees who need not", () => {
  const planted = { ...secrets, event: "不公开的签约仪式", words: "家事勿外传", refusal: "人手不足的内情" };
  const secret = new RegExp(`${Object.values(planted).join("|")}|private matters|因私|illness|病假`, "u");

  it("purpose, place, reason and words are in no list, report, file, picture, channel, audit or log", async () => {
    await setChannel();
    const everything = { reason: planted.reason, place: planted.place };
    await office.ask("head", { ...everything, span: span("2026-11-16", "2026-11-18"), purpose: "sick" });
    await office.as("secretary", "/leave approve 1");
    await office.ask("head", { ...everything, occasion: "important-event", event: planted.event, purpose: null });
    await office.as("secretary", `/leave question 2 ${planted.words}`);
    await office.ask("other", { ...everything, span: span("2026-11-24", "2026-11-27") });
    await office.as("secretary", `/leave refuse 3 ${planted.refusal}`);
    await office.ask("vice", { ...everything, span: span("2026-11-23", "2026-11-30") });
    await office.atDesk(({ records, now }) =>
      addLeaveWord(records, 1, { at: now, person: "1014", kind: "note", words: planted.words }),
    );
    // they are there for those whom they concern
    expect(JSON.stringify(await office.as("head", "/leave show 1"))).toMatch(secret);
    const before = (await posted()).length;
    for (const language of languages) {
      for (const who of ["supervisor", "secretary", "director", "head", "deputy"] as const)
        for (const line of ["/leave away", "/leave away 12", "/leave report 11", "/leave report 11 until:12"])
          expect(JSON.stringify(await inLanguage(who, line, language))).not.toMatch(secret);
      await office.give(
        "leave report",
        { from: "11", until: "12", circulate: language === "en" ? "yes" : "again" },
        speaking("supervisor", language),
      );
    }
    const told = (await posted()).slice(before);
    expect(told).toHaveLength(3);
    expect(JSON.stringify(told)).not.toMatch(secret);
    expect(JSON.stringify(await office.events())).not.toMatch(secret);
    expect(JSON.stringify(office.trouble)).not.toMatch(secret);
    // whoever decides sees in a list of their own leave nothing of others
    expect(JSON.stringify(await office.as("secretary", "/leave mine"))).not.toMatch(secret);
  });
});
