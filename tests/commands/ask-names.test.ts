import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { pointOf, readOut } from "../support/app.ts";
import { owner, startOffice, type TestOffice, visitor } from "../support/office.ts";

let office: TestOffice;
const head = visitor("U-HEAD", { locale: "zh-Hans" });
const stranger = visitor("U-STRANGER");

beforeEach(async () => {
  office = await startOffice();
  await office.importRoster();
});
afterEach(() => office.close());
afterAll(() => expect(office.trouble).toEqual([]));

describe("a bureau head whose account is linked", () => {
  it("need not tell the post: the answer is theirs, with the article and the name", async () => {
    await office.link(head, "毛景行");
    const reply = await office.type("我出差三天，向谁请假？", head);
    expect(pointOf(reply)).toContain("向秘书长请假");
    expect(reply.citations.map(({ article }) => article)).toContain(61);
    expect(readOut(reply)).toContain("按本单位花名册：");
    expect(readOut(reply)).toContain("秘书长：谢秉章");
  });

  it("is told which vice mayor is in charge of their department", async () => {
    await office.link(head, "毛景行");
    const reply = readOut(await office.type("提交常务会议的议题，会前由谁研究协调？", head));
    expect(reply).toContain("分管副市长：陆明谦");
    expect(reply).not.toContain("邵文绮");
  });

  it("hears who presides while the mayor is away, entrusted, with the words of the rules", async () => {
    await office.link(head, "毛景行");
    await office.type("/roster entrust to:1002 until:2026-12-05 occasion:visit", owner);
    const reply = readOut(await office.type("市长外出谁主持工作？", head));
    expect(reply).toContain("常务副市长：沈静澜");
    expect(reply).toMatch(/2026年11月23日至12月5日，.*沈静澜.*代理主持日常工作/);
    office.setClock("2026-12-06T09:00:00+08:00");
    expect(readOut(await office.type("市长外出谁主持工作？", head))).not.toContain("12月5日");
  });

  it("is asked for another post with as:, and then no name changes the rule", async () => {
    await office.link(head, "毛景行");
    const reply = await office.type("/ask 我外出向谁请假？ as:副市长", head);
    expect(pointOf(reply)).toContain("市长");
    expect(readOut(reply)).toContain("市长：顾致远");
  });
});

describe("somebody who is not of the roster", () => {
  it("gets the rule without any name", async () => {
    const reply = readOut(await office.type("who signs the minutes of the executive meeting?", stranger));
    expect(reply).toContain("Art. 45");
    expect(reply).not.toMatch(/roster|顾致远|谢秉章/);
  });
});
