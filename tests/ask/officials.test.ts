import { afterAll, describe, expect, test } from "vitest";
import { articlesOf, openOffice, pointOf, readOut } from "../support/app.ts";

// What officials asked at their desks and were answered wrongly, and the same in other words.

const office = openOffice();

const ask = (question: string, post?: string) => office.type(question, post === undefined ? {} : { post });

afterAll(() => expect(office.trouble).toEqual([]));

describe("a department's city-wide meetings are capped, however they are called", () => {
  test.each([
    "部门召开全市性会议一年几次",
    "我局一年可以开几次全市性会议",
    "我局一年可以开几次全市大会",
    "教育局一年能开几次全市性会议？",
    "部门全市会一年最多开几回",
    "局裡一年可以開幾次全市性會議",
    "組成部門召開全市性會議每年幾次為限？",
    "我們單位今年已開過一次全市會議，還能再開嗎？",
    "how often may a department hold a city-wide meeting",
    "how many city-wide conferences may our department hold a year",
    "our bureau wants a second city-wide meeting this year, allowed?",
    "is there a limit on a department's city-wide meetings",
  ])("%s", async (question) => {
    const reply = await ask(question);
    expect(reply.tone).toBe("answer");
    expect(articlesOf(reply)[0]).toBe(46);
    expect(pointOf(reply)).toMatch(/不超过1次|不超過1次|no more than once a year/);
  });

  test.each([
    "以市政府名义召开的全市性大会一年几次",
    "全市性大会一年能开几次",
    "How often may the municipal government call a city-wide conference?",
  ])("the government's own are not: %s", async (question) => {
    const reply = await ask(question);
    expect(reply.tone).toBe("not-covered");
    expect(pointOf(reply)).toMatch(/以市政府名义|in the name of the municipal government/);
  });

  test.each([
    ["市政府會議多久開一次？", "哪一種會議"],
    ["How often are government meetings held?", "Which meeting"],
  ])("of meetings of the government in general it is asked which: %s", async (question, back) => {
    expect(pointOf(await ask(question))).toContain(back);
  });
});

describe("a date is asked: a silence about a number of people is no answer", () => {
  test.each([
    ["常务会几号开", 42, "月底"],
    ["常务会几号开啊", 42, "月底"],
    ["常务会议哪天开", 42, "月底"],
    ["常務會幾號開", 42, "月底"],
    ["what day is the executive meeting", 42, "end of the month"],
    ["办公会几号开", 43, "月初"],
    ["市長辦公會哪天開", 43, "月初"],
    ["全體會議何時開", 41, "半年"],
    ["全会几号开", 41, "半年"],
  ])("%s → Art. %i", async (question, article, words) => {
    const reply = await ask(question);
    expect(reply.tone).toBe("answer");
    expect(articlesOf(reply)[0]).toBe(article);
    expect(readOut(reply)).toContain(words);
  });

  test.each([
    ["常务会几个人到才算数", "法定到会人数"],
    ["常务会议题提前几天报", "提前几天提交"],
  ])("the silence that is asked for is told as before: %s", async (question, words) => {
    const reply = await ask(question);
    expect(reply.tone).toBe("not-covered");
    expect(pointOf(reply)).toContain(words);
  });
});

describe("who cannot come to a meeting is not told about trips, but asked which meeting", () => {
  test.each([
    ["副市长不能参加会议向谁请假", undefined],
    ["副市长开会来不了咋办", undefined],
    ["秘书长有会来不了，向谁请假", undefined],
    ["会议请假找谁", "department-head"],
    ["不能到会要向谁请假", "vice-mayor"],
    ["區長開會不能到,向誰請假", undefined],
    ["局長不克與會，向誰請假", undefined],
    ["副市長開會請假要找誰", undefined],
    ["vice mayor cannot come to the meeting", undefined],
    ["I can't make the meeting, whom do I ask for leave", "department-head"],
    ["Who do I ask if I can't be at the meeting?", "district-head"],
    ["the secretary-general can't be at the meeting, whom to tell", undefined],
  ])("%s (%s)", async (question, post) => {
    const reply = await ask(question, post);
    expect(reply.tone).toBe("needs");
    expect(articlesOf(reply)).toContain(48);
    expect(reply.buttons.map((each) => each.options.case)).toEqual(
      expect.arrayContaining(["occasion=plenary-meeting", "occasion=executive-meeting"]),
    );
  });

  test.each([
    ["局长请假找谁", undefined, 61],
    ["我要請假，該找誰？", "department-head", 61],
    ["Who do I ask for leave?", "vice-mayor", 61],
    ["副市长外出开会向谁请假", undefined, 61],
    ["局长去北京开会向谁请假", undefined, 61],
    ["副市长不能参加常务会议向谁请假", undefined, 48],
    ["局长去不了全体会议找谁", undefined, 48],
    ["cannot attend the plenary meeting", "vice-mayor", 48],
  ])("leave, a trip and a meeting by its name are answered: %s (%s) → Art. %i", async (question, post, article) => {
    const reply = await ask(question, post);
    expect(reply.tone).toBe("answer");
    expect(articlesOf(reply)[0]).toBe(article);
  });
});

describe("the mayor is away, and somebody must chair a meeting", () => {
  test.each([
    "mayor is abroad, who chairs",
    "The mayor is travelling: who presides?",
    "mayor on leave, who presides over meetings",
    "with the mayor away, who convenes and chairs?",
    "市长出国了，谁来主持",
    "市长不在谁主持会议",
    "市长休假期间由谁主持会议",
    "市長出國，誰主持",
    "市長不在，由誰召集會議",
    "市長外出期間會議由誰主持",
  ])("it is asked which: %s", async (question) => {
    const reply = await ask(question);
    expect(reply.tone).toBe("needs");
    expect(pointOf(reply)).toMatch(/Which meeting|哪一种会议|哪一種會議/);
  });

  test.each([
    ["市长外出谁主持工作", 6],
    ["mayor is abroad, who is in charge?", 6],
    ["市長出訪期間日常工作由誰主持", 6],
    ["mayor abroad, who chairs the executive meeting", 42],
    ["市長出差，常務會議由誰召集", 42],
  ])("what is said in so many words is answered: %s → Art. %i", async (question, article) => {
    const reply = await ask(question);
    expect(reply.tone).toBe("answer");
    expect(articlesOf(reply)[0]).toBe(article);
  });
});

describe("what only sounds like a rule is not denied in another matter's words", () => {
  test.each([
    "印章谁保管",
    "公章放在哪儿",
    "档案室钥匙谁管",
    "秘书长电话多少",
    "市长邮箱是什么",
    "办公室几点下班",
    "食堂几点开饭",
    "年终奖多少",
    "退休年龄是多少",
    "车位怎么申请",
    "工会活动谁组织",
    "谁写领导讲话稿",
    "誰管公章",
    "官印由誰保管",
    "秘書長的電話是多少",
    "值班電話是多少",
    "電腦壞了找誰修",
    "Who keeps the official seal?",
    "where is the seal kept",
    "what is the secretary-general's phone number",
    "the mayor's email address?",
  ])("%s", async (question) => {
    const reply = await ask(question);
    expect(reply.tone).toBe("not-covered");
    expect(reply.citations).toEqual([]);
    expect(pointOf(reply)).toMatch(/^(规则没有规定。|規則沒有規定。|The rules do not cover this\.)$/);
  });

  test.each([
    ["公务用车谁审批", "规则没有规定由谁负责。"],
    ["派车找谁", "规则没有规定向谁提出。"],
    ["公务接待谁批", "规则没有规定由谁负责。"],
    ["Who approves the use of an official car?", "The rules do not say who."],
  ])("that the rules name no one is said before what they do say: %s", async (question, point) => {
    const reply = await ask(question);
    expect(reply.tone).toBe("not-covered");
    expect(pointOf(reply)).toBe(point);
    expect(articlesOf(reply)).toEqual([58]);
  });

  test("where another rule may be meant, nothing is denied", async () => {
    const reply = await ask("预算谁定");
    expect(reply.tone).toBe("needs");
    expect(articlesOf(reply)).toContain(18);
  });

  test.each([
    ["会议经费谁批", 46],
    ["谁写会议纪要", 45],
    ["风险评估谁来做", 20],
    ["政府公報多久出一期?", 30],
    ["听证会要提前多少天公告?", 19],
    ["Do the rules apply to state-owned enterprises?", 62],
    ["How much notice must I give for leave?", 61],
  ])("what the rules touch and leave open is still said with its article: %s → Art. %i", async (question, article) => {
    const reply = await ask(question);
    expect(reply.tone).toBe("not-covered");
    expect(articlesOf(reply)[0]).toBe(article);
  });
});

describe("who holds a post stands in no rules", () => {
  test.each([
    "谁是秘书长",
    "谁是市长",
    "市长叫什么名字",
    "请问市长是谁",
    "谁是教育局局长",
    "退役军人事务局局长是谁",
    "副市长有哪些",
    "分管副市长是谁",
    "常州市市长是谁",
    "誰是秘書長",
    "審計局長是誰",
    "誰是常務副市長",
    "秘書長叫什麼",
    "who is the secretary-general?",
    "Who is our mayor now?",
    "what's the mayor's name?",
    "who is the head of the education bureau",
    "who are the vice mayors?",
  ])("%s", async (question) => {
    const reply = await ask(question);
    expect(reply.tone).toBe("not-covered");
    expect(reply.citations).toEqual([]);
    expect(pointOf(reply)).toMatch(
      /^(规则没有规定各职务由谁担任。|規則沒有規定各職務由誰擔任。|The rules do not say who holds a post\.)$/,
    );
  });

  test.each([
    ["who is the chair of the executive meeting when the mayor is away", 42],
    ["谁是常务会议的召集人", 42],
    ["秘书长归谁领导", 9],
    ["Who is the secretary-general's boss?", 9],
    ["谁是政府组成人员", 5],
    ["市長外出由誰主持工作", 6],
    ["局长外出向谁请假", 61],
  ])("but who does something does: %s → Art. %i", async (question, article) => {
    expect(articlesOf(await ask(question))[0]).toBe(article);
  });
});
