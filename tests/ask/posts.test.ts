import { describe, expect, test } from "vitest";
import { articlesOf, openOffice, pointOf, readOut } from "../support/app.ts";

const office = openOffice();
const postIn = (question: string, as?: string) =>
  office.app.assistant.ask(question, as === undefined ? {} : { post: as }).reading.post;

describe("somebody says who they are", () => {
  test.each([
    ["我是副局长，外出向谁请假？", "deputy-department-head"],
    ["我是市長，要出差", "mayor"],
    ["本人是副秘書長，想請假", "deputy-secretary-general"],
    ["作为常务副市长，我外出向谁请假？", "executive-vice-mayor"],
    ["我是区长", "district-head"],
    ["我是審計局局長，常務會議去不了", "audit-department"],
    ["我是法制办主任", "legal-department"],
    ["I'm a deputy secretary-general. Whom do I ask for leave?", "deputy-secretary-general"],
    ["I am the head of the audit bureau", "audit-department"],
    ["As director of the General Office I cannot attend", "office-director"],
    ["I'm the mayor", "mayor"],
    ["I head a directly affiliated unit", "direct-unit-head"],
  ])("“%s”: %s", (question, post) => {
    expect(postIn(question)).toBe(post);
  });

  test("what they say themselves counts more than what the platform knows", () => {
    expect(postIn("我是副局长，外出向谁请假？", "department-head")).toBe("deputy-department-head");
    expect(postIn("I'm a vice mayor, whom do I ask for leave?", "citizen")).toBe("vice-mayor");
  });

  test("who one is not is not who one is", () => {
    expect(postIn("我不是局长，我是副局长，外出向谁请假？")).toBe("deputy-department-head");
  });
});

describe("a secretary asks for somebody else", () => {
  test.each([
    ["区长外出要向谁请假？", "district-head"],
    ["副市長請假找誰？", "vice-mayor"],
    ["我们局长要出差，向谁请假？", "department-head"],
    ["監察局長外出要請假嗎？", "supervision-bureau"],
    ["Whom does a vice mayor ask for leave?", "vice-mayor"],
    ["Do department heads need leave for a trip?", "department-head"],
  ])("“%s” is about the %s", (question, post) => {
    expect(postIn(question)).toBe(post);
  });

  test("the question is about whom it names, not about who asks", () => {
    expect(postIn("副市长外出向谁请假？", "department-head")).toBe("vice-mayor");
    expect(postIn("Whom does a district head ask for leave?", "office-staff")).toBe("district-head");
  });

  test("whoever grants the leave is not the one who asks for it", () => {
    expect(postIn("局长外出向秘书长请假吗？")).toBe("department-head");
    expect(postIn("我要找秘书长请假吗？", "vice-mayor")).toBe("vice-mayor");
    expect(postIn("Does the mayor have to approve my leave?", "department-head")).toBe("department-head");
  });

  test("the mayor who is away sets the scene; the vice mayor is whom it is about", () => {
    expect(postIn("市长出差了，副市长向谁请假？")).toBe("vice-mayor");
    expect(postIn("The mayor is away. Whom does a vice mayor ask for leave?")).toBe("vice-mayor");
  });
});

describe("the platform knows who asks", () => {
  test("“I” is then the one who asks", () => {
    expect(postIn("Whom do I ask for leave?", "district-head")).toBe("district-head");
    expect(postIn("我外出向谁请假？", "secretary-general")).toBe("secretary-general");
  });

  test("and so is nobody in particular", () => {
    expect(postIn("请假找谁？", "district-head")).toBe("district-head");
  });

  test("without it, and without a word about it, nobody's post is known", () => {
    expect(postIn("Whom do I ask for leave?")).toBeUndefined();
    expect(postIn("请假找谁？")).toBeUndefined();
  });
});

describe("the same question, asked by each in turn", () => {
  test.each([
    ["vice-mayor", "answer", "向市长请假"],
    ["executive-vice-mayor", "answer", "向市长请假"],
    ["secretary-general", "answer", "向市长请假"],
    ["department-head", "answer", "向秘书长请假"],
    ["district-head", "answer", "向秘书长请假"],
    ["audit-department", "answer", "秘书长"],
    ["direct-unit-head", "answer", "秘书长"],
    ["mayor", "not-covered", "没有规定"],
    ["deputy-secretary-general", "not-covered", "没有规定"],
    ["deputy-department-head", "not-covered", "没有规定"],
    ["office-staff", "not-covered", "没有规定"],
  ])("a %s who asks “我外出向谁请假？” gets an %s: %s", async (post, tone, words) => {
    const reply = await office.type("我外出向谁请假？", { post });
    expect(reply.tone).toBe(tone);
    expect(pointOf(reply)).toContain(words);
    expect(articlesOf(reply)).not.toEqual([]);
  });

  test("a bureau chief who was asked for her post need not be asked again", async () => {
    const unknown = await office.type("Whose permission do I need for a business trip?");
    expect(unknown.tone).toBe("needs");
    expect(pointOf(unknown)).toBe("That depends on who asks. Which post do you hold?");
    const known = await office.type("Whose permission do I need for a business trip?", { post: "department-head" });
    expect(known.tone).toBe("answer");
    expect(readOut(known)).toContain("secretary-general");
  });

  test.each(["Who do I ask for leave when I travel?", "Whom do I ask for leave when I go away?"])(
    "“%s” asks whom, not when",
    async (question) => {
      const reply = await office.type(question, { post: "department-head" });
      expect(pointOf(reply)).toContain("request leave from the secretary-general");
      expect(reply.tone).toBe("answer");
    },
  );
});
