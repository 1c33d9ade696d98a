import { describe, expect, test } from "vitest";
import { articlesOf, openOffice, pointOf } from "../support/app.ts";

const office = openOffice();

describe("somebody takes something wrong for granted and is put right first", () => {
  test.each([
    // numbers of days, minutes, people
    ["A department has 15 working days for matters within its own powers, right?", 55, "Not 15 working days: 7"],
    ["部门职权范围内的事项要在20个工作日内办结，对吗？", 55, "不是20个工作日，是7个工作日。"],
    ["交流发言每人可以讲20分钟，对吗？", 47, "不是20分钟，是10分钟。"],
    ["交流發言可以安排8個人，對嗎？", 47, "不是8人，是5人。"],
    ["部門召開的全市性工作會議一年可以開三次吧？", 46, "不是3次，是1次。"],
    // how often
    ["The plenary meeting is held monthly, right?", 41, "Not once every month: once every half year."],
    ["The mayor's office meeting takes place every week, doesn't it?", 43, "Not once every week: once every month."],
    ["全体会议每个月开一次，对吧？", 41, "不是每月1次，是每半年1次。"],
    ["常務會議每週開一次，對不對？", 42, "不是每週1次，是每月1次。"],
    // who
    [
      "Department heads ask the executive vice mayor for leave when travelling, correct?",
      61,
      "Not the executive vice mayor: the secretary-general.",
    ],
    ["局长外出向市长请假，对吗？", 61, "不是市长，是秘书长。"],
    [
      "The General Office interprets government rules, correct?",
      23,
      "Not the General Office: the legal affairs department.",
    ],
    ["專題會議紀要都由秘書長簽發，是嗎？", 45, "不是秘書長，是"],
  ])("“%s” → Art. %i: %s", async (question, article, words) => {
    const reply = await office.type(question);
    expect(reply.tone).toBe("answer");
    expect(articlesOf(reply)[0]).toBe(article);
    expect(pointOf(reply)).toContain(words);
    expect(pointOf(reply).startsWith(words.slice(0, 2))).toBe(true);
  });

  test("who asks the wrong person for leave is told whom to ask, also where both go to the same", async () => {
    const reply = await office.type("副市长外出要向秘书长请假，对吗？");
    expect(articlesOf(reply)[0]).toBe(61);
    expect(pointOf(reply)).toContain("不是秘书长，是市长。");
  });

  test("nobody is told that they said five when they said twenty-five", async () => {
    const reply = await office.type("Exchange speeches may take twenty-five minutes each, right?");
    expect(articlesOf(reply)[0]).toBe(47);
    expect(pointOf(reply)).not.toContain("Not 5 minutes");
  });
});

describe("who is right, or asserts nothing, is not corrected", () => {
  test.each([
    "A department has 7 working days for matters within its own powers, right?",
    "部门职权范围内的事项要在7个工作日内办结，对吗？",
    "交流发言每人可以讲10分钟，对吗？",
    "The plenary meeting is held every half year, right?",
    "常務會議每月開一次，對不對？",
    "局长外出向秘书长请假，对吗？",
    "Department heads ask the secretary-general for leave when they travel, correct?",
  ])("“%s”", async (question) => {
    const reply = await office.type(question);
    expect(reply.tone).toBe("answer");
    expect(pointOf(reply)).not.toMatch(/^(Not |不是)/);
  });

  test.each(["Does a department have 15 working days for matters within its own powers?", "谁签发常务会议的纪要？"])(
    "“%s” only asks",
    async (question) => {
      const reply = await office.type(question);
      expect(reply.tone).toBe("answer");
      expect(pointOf(reply)).not.toMatch(/^(Not |不是)/);
    },
  );
});
