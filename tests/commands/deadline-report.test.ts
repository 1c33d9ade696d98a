import { afterEach, describe, expect, it } from "vitest";
import type { Reply } from "../../src/reply.ts";
import { languages } from "../../src/text.ts";
import { misquoted, readOut } from "../support/app.ts";
import { databases } from "../support/databases.ts";
import { type DeadlineOffice, deadlineOffice } from "../support/deadlines.ts";
import { tableOf } from "../support/office.ts";

// 適時作出通報 (Art. 21), 並在一定範圍內予以通報 (Art. 33). The office opens on Monday, 23 November 2026.

let office: DeadlineOffice;

afterEach(async () => {
  expect(office.trouble).toEqual([]);
  await office.close();
});

const add = (title: string, department: string, received: string) =>
  office.as("clerk", `/deadline add ${title} department:${department} received:${received} category:own-authority`);
const rows = (reply: Reply) => tableOf(reply);

describe.each(databases())("the report for circulation, on $name", (database) => {
  it("counts for every department what came, what was finished in time and late, what is open, and how long it took", async () => {
    office = await deadlineOffice(await database.place());
    await add("甲", "市财政局", "2026-11-16"); // due on the 25th
    await add("乙", "市财政局", "2026-11-16");
    await add("丙", "市财政局", "2026-11-20");
    await add("丁", "市教育局", "2026-11-20");
    await office.as("finance", "/deadline finish 1 已办"); // five working days
    office.setClock("2026-11-26T09:00:00+08:00");
    await office.as("finance", "/deadline finish 2 已办"); // eight, and a day late
    await office.as("finance", "/deadline extend 3 2026-12-20 reason:x");
    await office.as("director", "/deadline agree 3");
    office.setClock("2026-12-03T09:00:00+08:00");
    const reply = await office.as("director", "/deadline report from:2026-11-01 to:2026-11-30");
    expect(rows(reply)).toEqual([
      ["市教育局", "1", "0", "0", "0", "0", "1", "1", "–"],
      ["市财政局", "3", "1", "1", "0", "1", "1", "0", "6.5"],
    ]);
    expect(reply.citations.map(({ article }) => article)).toEqual(expect.arrayContaining([21, 33]));
    expect(misquoted(reply.citations, office.app.rulebook)).toEqual([]);
    const [file] = reply.files;
    expect(file && "content" in file ? file.content.split("\r\n")[2] : "").toBe("市财政局,3,1,1,0,1,1,0,6.5");
    // of December there is only what is open
    expect(rows(await office.as("director", "/deadline report"))).toEqual([
      ["市教育局", "0", "0", "0", "0", "0", "1", "1", "–"],
      ["市财政局", "0", "0", "0", "0", "0", "1", "0", "–"],
    ]);
  });
});

describe("the report", () => {
  it("is for those who supervise and for leaders; a head sees that of their own department, others none", async () => {
    office = await deadlineOffice();
    await add("甲", "市财政局", "2026-11-16");
    await add("丁", "市教育局", "2026-11-20");
    expect(rows(await office.as("mayor", "/deadline report"))).toHaveLength(2);
    expect(rows(await office.as("finance", "/deadline report")).map(([department]) => department)).toEqual([
      "市财政局",
    ]);
    expect((await office.as("staff", "/deadline report")).tone).toBe("refused");
  });

  it("is whole in every language, and says what is wrong with a period", async () => {
    office = await deadlineOffice();
    await add("甲", "市财政局", "2026-11-16");
    for (const locale of languages) {
      const reply = await office.type("/deadline report", { ...office.visitorOf("director"), locale });
      expect(readOut(reply)).not.toMatch(/undefined|NaN/);
    }
    const wrong = await office.as("director", "/deadline report from:2026-11-30 to:2026-11-01");
    expect(readOut(wrong)).toContain("Write the first day first");
  });
});
