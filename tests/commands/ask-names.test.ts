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

describe("somebody of the roster who asks who holds a post", () => {
  beforeEach(() => office.link(head, "毛景行"));

  it.each([
    ["谁是秘书长", "谢秉章"],
    ["誰是秘書長", "谢秉章"],
    ["who is the secretary-general?", "谢秉章"],
    ["谁是市长", "顾致远"],
    ["市长叫什么名字？", "顾致远"],
    ["what's the mayor's name?", "顾致远"],
    ["誰是常務副市長", "沈静澜"],
    ["谁是教育局局长", "毛景行"],
    ["谁是教育局负责人", "毛景行"],
    ["教育局長是誰", "毛景行"],
    ["審計局長是誰", "史鉴秋"],
    ["溧阳市市长是谁", "周定坤"],
    ["退役军人事务局局长是谁", "唐晓霁"],
  ])("is told by the roster, and nobody else's name: %s", async (question, name) => {
    const reply = await office.type(question, head);
    expect(reply.tone).toBe("answer");
    expect(reply.citations).toEqual([]);
    const names = reply.blocks.flatMap((block) =>
      block.kind === "table" ? block.rows.slice(1).map(([each]) => each) : [],
    );
    expect(names).toEqual([name]);
  });

  it("is told all who hold it, when there are several", async () => {
    const reply = readOut(await office.type("副市长有哪些？", head));
    for (const name of ["沈静澜", "陆明谦", "邵文绮", "蒋承岳", "钱若溪", "孙砚秋"]) expect(reply).toContain(name);
    expect(reply).not.toContain("顾致远");
  });

  it("is told the vice mayor who is in charge of their own department", async () => {
    const reply = readOut(await office.type("分管副市长是谁？", head));
    expect(reply).toContain("分管副市长：陆明谦");
    expect(reply).not.toContain("邵文绮");
  });

  it("is told who somebody is by the name", async () => {
    expect(readOut(await office.type("谁是路知行？", head))).toContain("市财政局局长");
  });

  it.each(["谁是卫健委主任", "海关关长是谁", "who is the head of the education bureau"])(
    "is told that the roster has nobody so called, rather than a wrong name: %s",
    async (question) => {
      const reply = await office.type(question, head);
      expect(reply.tone).toBe("not-covered");
      expect(pointOf(reply)).toMatch(/花名册上没有|The roster has nobody/);
      expect(readOut(reply)).not.toMatch(/贺铭新|毛景行|谢秉章/);
    },
  );

  it("hears why with --why", async () => {
    expect(readOut(await office.type("/ask 谁是市长 --why", head))).toContain("问题是怎样理解和判断的");
  });
});

describe("the names below an answer", () => {
  beforeEach(() => office.link(head, "毛景行"));

  it.each(["谁签发常务会议的纪要？", "who signs the minutes of the executive meeting?"])(
    "are those of the posts that answer: %s",
    async (question) => {
      const reply = readOut(await office.type(question, head));
      expect(reply).toContain("顾致远");
      expect(reply).not.toContain("谢秉章");
    },
  );

  it.each(["秘书长的职责是什么？", "常务会议多久开一次？", "What are the tasks of the secretary-general?"])(
    "are left out where no person is asked for: %s",
    async (question) => {
      const reply = await office.type(question, head);
      expect(reply.tone).toBe("answer");
      expect(readOut(reply)).not.toMatch(/花名册|roster|顾致远|谢秉章/);
    },
  );

  it("do not repeat the post as a title, in any language", async () => {
    const reply = readOut(await office.type("/ask who signs the minutes of the plenary meeting?", head));
    expect(reply).toContain("mayor: 顾致远");
    expect(reply).not.toContain("(市长)");
  });

  it("stand before the edition, and what the buttons are for stands last", async () => {
    const { blocks } = await office.type("请假找谁", head);
    const text = (index: number) => {
      const block = blocks.at(index);
      return block?.kind === "text" || block?.kind === "note" ? block.text : "";
    };
    expect(text(-1)).toContain("如属其他情形，请选择");
    expect(text(-2)).toContain("2017年版");
    expect(blocks.at(-3)).toMatchObject({ kind: "list", items: ["秘书长：谢秉章（市政府秘书长）"] });
  });
});

describe("somebody with two posts", () => {
  const both = visitor("U-BOTH", { locale: "zh-Hans" });
  beforeEach(() => office.link(both, "华云舟"));

  it("for the first of which the rules say nothing is offered the other", async () => {
    const reply = await office.type("我外出向谁请假", both);
    expect(reply.tone).toBe("not-covered");
    expect(readOut(reply)).toContain("按您的职务回答：副秘书长");
    expect(pointOf(await office.press(reply, "市政府办公室主任", both))).toContain("向秘书长请假");
  });

  it("who asks about somebody else is not told that it is answered for one of them", async () => {
    const reply = readOut(await office.type("区长外出向谁请假", both));
    expect(reply).toContain("向秘书长请假");
    expect(reply).not.toContain("按您的职务回答");
  });
});

describe("somebody who is not of the roster", () => {
  it("gets the rule without any name", async () => {
    const reply = readOut(await office.type("who signs the minutes of the executive meeting?", stranger));
    expect(reply).toContain("Art. 45");
    expect(reply).not.toMatch(/roster|顾致远|谢秉章/);
  });

  it.each(["谁是秘书长", "誰是市長", "who is the mayor?", "谁是教育局局长"])(
    "is told that the rules name nobody, and how to be linked: %s",
    async (question) => {
      const reply = await office.type(question, stranger);
      expect(reply.tone).toBe("not-covered");
      expect(pointOf(reply)).toMatch(/没有规定各职务由谁担任|沒有規定各職務由誰擔任|do not say who holds a post/);
      expect(reply.buttons.map((each) => each.command)).toEqual(["whoami"]);
      expect(readOut(reply)).not.toMatch(/顾致远|谢秉章|毛景行/);
    },
  );

  it("is not told whether there is a person of some name", async () => {
    const known = await office.type("谁是毛景行", stranger);
    const unknown = await office.type("谁是毛景星", stranger);
    expect(readOut(known)).toBe(readOut(unknown));
  });
});
