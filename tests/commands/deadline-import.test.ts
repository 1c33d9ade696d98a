import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { mostRows } from "../../src/deadline-desk/import.ts";
import type { Reply } from "../../src/reply.ts";
import { languages } from "../../src/text.ts";
import { pointOf, readOut } from "../support/app.ts";
import { type DeadlineOffice, deadlineOffice, type Hand } from "../support/deadlines.ts";
import { tableOf } from "../support/office.ts";

// The office opens on Monday, 23 November 2026. A clerk of the General Office takes documents in for every department.

let office: DeadlineOffice;

beforeEach(async () => {
  office = await deadlineOffice();
});

afterEach(async () => {
  expect(office.trouble).toEqual([]);
  await office.close();
});

const take = (file: string, who: Hand = "clerk", more = {}): Promise<Reply> =>
  office.give("deadline import", { file, ...more }, office.visitorOf(who));
const certain = (day: string) => ({ from: day, until: day });

const table = `事项,文号,承办部门,收文日期,办理类型,类别,办理期限,会办部门,经办人
关于校车经费的请示,常财〔2026〕12号,财政局,2026-11-20,own-authority,,,市教育局,
关于调整预算的函,,市财政局,11月19日,,,,,1060
"年度重点任务,其一",,市教育局,2026-01-15,,年度工作任务,2026-12-31,,
`;

describe("a table of what is to be followed up", () => {
  it("is taken in whole, each line as if it had been typed", async () => {
    const reply = await take(table);
    expect(pointOf(reply)).toBe("4 taken in: No. 1 to No. 4.");
    expect(tableOf(reply)).toEqual([
      ["No. 1", "关于校车经费的请示", "市财政局", "2026-12-01"],
      ["No. 2", "Opinion on: 关于校车经费的请示", "市教育局", "2026-12-01"],
      ["No. 3", "关于调整预算的函", "市财政局", "no day set"],
      ["No. 4", "年度重点任务,其一", "市教育局", "2026-12-31"],
    ]);
    expect(await office.deadline(1)).toMatchObject({
      reference: "常财〔2026〕12号",
      days: 7,
      due: certain("2026-12-01"),
    });
    expect(await office.deadline(2)).toMatchObject({ kind: "consultation", parent: 1 });
    expect(await office.deadline(3)).toMatchObject({ receivedOn: "2026-11-19", owner: "1060", category: null });
    expect(await office.deadline(4)).toMatchObject({ kind: "task", due: certain("2026-12-31") });
    const added = (await office.events()).filter(({ action }) => action === "deadline.add");
    expect(added.map(({ subject }) => subject)).toEqual([1, 2, 3, 4].map((number) => `deadline:${number}`));
  });

  it("tells each of those who have to do it in one message, and reminds them as ever", async () => {
    await take(`${table}关于另一件事的函,,市财政局,,,,,,\n`);
    expect((await office.to("finance")).map(pointOf)).toEqual(["2 matters are yours to do:"]);
    expect((await office.to("education")).map(pointOf)).toEqual(["2 matters are yours to do:"]);
    expect((await office.to("staff")).map(pointOf)).toEqual(["One matter is yours to do:"]);
    await office.at("2026-11-26T09:00:00+08:00");
    expect(readOut((await office.to("finance"))[1] as Reply)).toContain("No. 1");
  });

  it("is not taken in twice, nor is a line that stands in it twice", async () => {
    await take(table);
    const again = await take(`${table}关于校车经费的请示（又）,常财〔2026〕12号,市财政局,2026-11-23,,,,,\n`);
    expect(pointOf(again)).toBe("Nothing was taken in: all of it is followed up already.");
    const more = await take("title,reference\n甲,一号\n乙,一号\n");
    expect(pointOf(more)).toBe("1 taken in: No. 5.");
    expect(readOut(more)).toContain("一号 乙");
  });

  it("is looked at only, when that is asked for", async () => {
    const reply = await take(table, "clerk", { check: "true" });
    expect(pointOf(reply)).toBe("The table can be taken in: 3 lines. Nothing was taken in yet.");
    expect(tableOf(reply)[0]).toEqual(["关于校车经费的请示", "市财政局", "2026-12-01"]);
    expect(readOut(await office.as("clerk", "/deadline show 1"))).toContain("There is no No. 1");
    expect(await office.messages()).toEqual([]);
  });

  it("with something wrong in it is not taken in at all, and says in which line, in which column and what", async () => {
    const reply = await take(
      "事项,承办部门,收文日期,类别,颜色\n,市财政局,,,\n甲,市外星局,,,\n乙,市财政局,2027-01-05,,\n丙,市财政局,,琐事,\n丁,市财政局,,,,多余\n",
    );
    expect(reply.tone).toBe("problem");
    expect(pointOf(reply)).toBe("Nothing was taken in: 6 problems in the table.");
    const problems = tableOf(reply);
    expect(problems.map(([line, column]) => [line, column])).toEqual([
      ["1", "颜色"],
      ["2", "事项"],
      ["3", "承办部门"],
      ["4", "收文日期"],
      ["5", "类别"],
      ["6", ""],
    ]);
    expect(problems[2]?.[2]).toContain("The roster has no department “市外星局”.");
    expect(problems[4]?.[2]).toContain("task (a task of the annual work plan)");
    expect(readOut(await office.as("clerk", "/deadline board"))).toContain("Nothing");
  });

  it.each(languages)("comes with a template in %s, whose example lines nobody takes for real", async (language) => {
    const who = office.visitorOf("clerk");
    const reply = await office.give("deadline import", {}, { ...who, locale: language });
    const [file] = reply.files;
    if (!file || !("content" in file)) throw new Error("there is no template");
    const back = await take(file.content);
    expect(pointOf(back)).toBe("Nothing was taken in: 2 problems in the table.");
    expect(tableOf(back).map(([line, , what]) => [line, what?.slice(0, 23)])).toEqual([
      ["2", "This is an example line"],
      ["3", "This is an example line"],
    ]);
  });

  it("for another department is refused to whoever only works in one, who hears who may", async () => {
    const reply = await take("title,department\n甲,市财政局\n乙,市教育局\n", "staff");
    expect(reply.tone).toBe("refused");
    expect((await take("title\n甲\n乙\n", "staff")).tone).toBe("done");
  });

  it(`has at most ${mostRows} lines: a longer one is to be split`, async () => {
    const lines = Array.from({ length: mostRows + 1 }, (_, index) => `事项${index}`).join("\n");
    expect(readOut(await take(`title\n${lines}\n`))).toContain(`at most ${mostRows} lines`);
  });
});
