import { afterAll, describe, expect, test } from "vitest";
import type { Reply } from "../../src/reply.ts";
import { inLanguage } from "../../src/text.ts";
import { articlesOf, misquoted, openOffice, pointOf, readOut } from "../support/app.ts";

const office = openOffice();
const { rulebook } = office.app;

afterAll(() => expect(office.trouble).toEqual([]));

describe("a secretary asks for somebody whose post she names", () => {
  test.each([
    ["/ask 我出差向谁请假？ as:局长", "秘书长请假"],
    ["/ask 我出差向谁请假？ as:副市长", "向市长请假"],
    ["/ask 我出差向谁请假？ as：区长", "秘书长请假"],
    ["/问 我出差向谁请假？ as:审计局局长", "秘书长"],
    ["/ask 我出差向誰請假？ as:秘書長", "向市長請假"],
    ["/ask who do I request leave from? as:department-head", "from the secretary-general"],
    ["/ask who do I request leave from? as:Vice-Mayor", "from the mayor"],
    ['/ask who do I request leave from? as:"bureau director"', "from the secretary-general"],
    ["/ask as:局长 who do I request leave from?", "from the secretary-general"],
  ])("%s", async (line, words) => {
    const reply = await office.type(line);
    expect(reply.tone).toBe("answer");
    expect(pointOf(reply)).toContain(words);
    expect(articlesOf(reply)[0]).toBe(61);
  });

  test("a post that is named comes before the one that the platform knows", async () => {
    const reply = await office.type("/ask who do I request leave from? as:vice-mayor", { post: "department-head" });
    expect(pointOf(reply)).toContain("from the mayor");
  });

  test.each([
    ["/ask who signs? as:astronaut", "I do not know the post “astronaut”."],
    ["/ask 谁签发？ as:宇航员", "没有“宇航员”这个职务。"],
    ["/ask 誰簽發？ as:太空人", "沒有「太空人」這個職務。"],
  ])("%s: an unknown post is told, and those that there are are listed", async (line, words) => {
    const reply = await office.type(line);
    expect(reply.tone).toBe("problem");
    expect(pointOf(reply)).toContain(words);
    const known = Object.entries(rulebook.data.posts);
    for (const [, { name }] of known) expect(pointOf(reply)).toContain(inLanguage(name, reply.language));
    // the rulebook's own ids are nothing to read
    for (const [id] of known.filter(([each]) => each.includes("-") && each !== "secretary-general"))
      expect(pointOf(reply)).not.toContain(id);
    expect(reply.citations).toEqual([]);
  });
});

describe("a question typed without the slash", () => {
  test("takes the same options", async () => {
    const plain = await office.type("我出差向谁请假？ as:局长 --why");
    expect(plain).toEqual(await office.type("/ask 我出差向谁请假？ as:局长 --why"));
    expect(articlesOf(plain)[0]).toBe(61);
  });

  test.each([
    "why: who signs the minutes of the executive meeting?",
    "Who signs as: the minutes of the executive meeting?",
    "In this case: who signs the minutes of the executive meeting?",
    "My question: who signs the minutes of the executive meeting?",
  ])("“%s” is a question, whatever stands before its colon", async (question) => {
    const reply = await office.type(question);
    expect(reply.tone).toBe("answer");
    expect(articlesOf(reply)[0]).toBe(45);
  });
});

describe("in which language it is answered", () => {
  test("in that of the question", async () => {
    expect((await office.type("/ask who signs the minutes of the executive meeting?")).language).toBe("en");
    expect((await office.type("/ask 常务会议的纪要谁签发？")).language).toBe("zh-Hans");
    expect((await office.type("/ask 常務會議的紀要誰簽發？")).language).toBe("zh-Hant");
    expect((await office.type("/ask 谁签发 as:department-head --why")).language).toBe("zh-Hans");
  });

  test("in the one that was chosen, whatever it was asked in", async () => {
    const reply = await office.type("/ask who signs the minutes of the executive meeting?", { language: "zh-Hans" });
    expect(reply.language).toBe("zh-Hans");
    expect(pointOf(reply)).toContain("市长签发");
  });

  test("an English answer shows the Chinese words that decide, and what they mean", async () => {
    const reply = await office.type("/ask who signs the minutes of the executive meeting?");
    const quote = reply.blocks.find((each) => each.kind === "quote");
    expect(quote?.source.citation.quote).toContain("報市長簽發");
    expect(quote?.source.reading).toContain("submitted to the mayor to sign for issue");
    expect(quote?.source.place).toBe("Art. 45, sentence 1");
  });

  test("a Simplified answer shows the same words in Simplified; the citation keeps the source's own", async () => {
    const reply = await office.type("/ask 常务会议的纪要谁签发？");
    expect(readOut(reply)).toContain("报市长签发");
    expect(reply.citations[0]?.quote).toContain("報市長簽發");
    expect(misquoted(reply.citations, rulebook)).toEqual([]);
  });
});

describe("--why shows how it was read and decided", () => {
  const why = (line: string) => office.type(line).then(readOut);

  test("to an English reader in English", async () => {
    const text = await why("/ask who signs the minutes of the executive meeting? as:mayor --why");
    expect(text).toContain("How this was read and decided");
    expect(text).toContain("Read as: who signs the minutes of the executive meeting?");
    expect(text).toContain("Asker: mayor");
    expect(text).toMatch(/Named: .*minutes/);
    expect(text).toMatch(/Kind of question: .*who/);
    expect(text).toMatch(/Competed[\s\S]*\d+ % +The mayor signs/);
    expect(text).toMatch(/Decision: answered from: The mayor signs/);
  });

  test.each([
    ["/ask 常务会议的纪要谁签发？ --why", ["问题是怎样理解和判断的", "理解为", "提问人：无", "候选", "判断"]],
    ["/ask 常務會議的紀要誰簽發？ --why", ["問題是怎樣理解和判斷的", "理解為", "提問人：無", "候選", "判斷"]],
  ])("%s: in the reader's language", async (line, words) => {
    const text = (await why(line)).replaceAll(": ", "：");
    for (const each of words) expect(text).toContain(each);
    expect(text).not.toContain("Decision");
  });

  test.each([
    ["/ask what is the weather in Changzhou tomorrow? --why", "not covered"],
    ["/ask who do I request leave from? --why", "asked back: Which post"],
    ["/ask how many copies of a document must I submit? --why", "the rules leave it open"],
    ["/ask Article 48 --why", "answered from: Art. 48"],
    ["/ask --why", "not covered"],
  ])("%s: %s", async (line, words) => {
    expect(await why(line)).toContain(words);
  });

  test("without the ids by which the rulebook knows its facts, posts and cases", async () => {
    for (const question of [
      "常务会几号开？",
      "我局可以不参加全体会议吗？",
      "部门开会要谁批准？",
      "what colour is the sky?",
      "我要请假",
    ])
      for (const as of ["", " as:局长"]) {
        const text = await why(`/ask ${question}${as} --why`);
        const [, shown = ""] = text.split(/How this was read and decided|问题是怎样理解和判断的/);
        expect(shown).not.toBe("");
        expect(shown.replaceAll("secretary-general", "")).not.toMatch(/not said|off-topic|zh-Han|[a-z]+[.=][a-z]+| = /);
      }
  });

  test("and leaves the answer as it is", async () => {
    const plain = await office.type("/ask who signs the minutes of the executive meeting?");
    const told = await office.type("/ask who signs the minutes of the executive meeting? --why");
    expect(told.citations).toEqual(plain.citations);
    expect(told.blocks.slice(0, plain.blocks.length)).toEqual(plain.blocks);
  });

  test("a word that is neither yes nor no is told", async () => {
    expect((await office.type("/ask why:maybe who signs?")).tone).toBe("problem");
  });
});

describe("whoever is asked back presses the case that is theirs", () => {
  const ambiguous = [
    "会议纪要谁签发？",
    "Who do I request leave from?",
    "我不能参加常务会议，找谁请假？",
    "How long may a meeting last?",
    "How often is the meeting held?",
    "文件要報哪裡備案？",
    "这个公文谁审批？",
    "Within how many working days must we answer a forwarded document?",
    "会议要谁批准？",
    "谁主持会议？",
  ];

  test.each(ambiguous)("%s", async (question) => {
    const asked = await office.type(question);
    expect(asked.tone).toBe("needs");
    expect(asked.buttons.length).toBeGreaterThan(1);
    expect(new Set(asked.buttons.map((each) => each.label)).size).toBe(asked.buttons.length);
    const branches = readOut(asked);
    for (const [index, button] of asked.buttons.entries()) {
      const chosen = await settled(await office.press(asked, index + 1));
      // the answer is the branch that was shown, or, deeper down, one that rests on the same articles
      expect(["answer", "not-covered"]).toContain(chosen.tone);
      expect(chosen.language).toBe(asked.language);
      expect(chosen.citations.length).toBeGreaterThan(0);
      expect(misquoted(chosen.citations, rulebook)).toEqual([]);
      if (index === 0) expect(branches).toContain(button.label);
    }
  });

  /** Presses the first choice until nothing more is asked back: at most as often as a table has dimensions. */
  async function settled(reply: Reply, presses = 0): Promise<Reply> {
    if (reply.tone !== "needs") return reply;
    expect(presses).toBeLessThan(3);
    return settled(await office.press(reply, 1), presses + 1);
  }

  test("the answer is the branch that was shown", async () => {
    const asked = await office.type("会议纪要谁签发？");
    const labels = asked.buttons.map((each) => each.label);
    const executive = await office.press(asked, labels.indexOf("市政府常务会议") + 1);
    expect(pointOf(executive)).toBe("全体会议和常务会议的纪要由市长签发，先经秘书长或市政府办公室主任审核。");
    expect(readOut(asked)).toContain(pointOf(executive));
    const thematic = await office.press(asked, labels.indexOf("市政府专题会议") + 1);
    expect(readOut(asked)).toContain(pointOf(thematic));
    expect(pointOf(thematic)).not.toBe(pointOf(executive));
  });

  test("a post that was chosen is kept for the next choice", async () => {
    const asked = await office.type("我不能参加常务会议，找谁请假？");
    const labels = asked.buttons.map((each) => each.label);
    const viceMayor = await office.press(asked, labels.indexOf("副市长") + 1);
    expect(viceMayor.tone).toBe("answer");
    expect(articlesOf(viceMayor)[0]).toBe(48);
    expect(pointOf(viceMayor)).toContain("市长");
    const head = await office.press(asked, labels.indexOf("市政府部门主要负责人") + 1);
    expect(pointOf(head)).toContain("秘书长");
  });

  test("after a trip was taken for granted, the meeting that was meant can be chosen, for the same post", async () => {
    const trip = await office.type("/ask 我要请假，找谁？ as:局长");
    expect(articlesOf(trip)[0]).toBe(61);
    const labels = trip.buttons.map((each) => each.label);
    const meeting = await office.press(trip, labels.indexOf("不能参加常务会议") + 1);
    expect(meeting.tone).toBe("answer");
    expect(articlesOf(meeting)[0]).toBe(48);
    expect(pointOf(meeting)).toContain("秘书长");
  });

  test("a button is a command that can be typed as well", async () => {
    const pressed = await office.press(await office.type("会议纪要谁签发？"), 2);
    const typed = await office.type("/ask 会议纪要谁签发？ case:meeting=executive-meeting");
    expect(typed).toEqual(pressed);
  });

  test("a case that there is not counts as not told", async () => {
    const known = await office.type("/ask who do I request leave from? as:department-head case:occasion=going-away");
    expect(pointOf(known)).toContain("secretary-general");
    const strange = await office.type("/ask who do I request leave from? as:department-head case:occasion=nonsense");
    expect(pointOf(strange)).toContain("secretary-general");
  });
});

describe("where Mishu is unsure or has nothing to say, there is a way on", () => {
  test("off the topic: questions to try", async () => {
    const reply = await office.type("How do I fix a paper jam in the printer?");
    expect(reply.tone).toBe("not-covered");
    expect((await office.press(reply, 1)).tone).toBe("answer");
    expect((await office.press(reply, 3)).tone).toBe("answer");
  });

  test("an empty question: an example", async () => {
    const reply = await office.type("/ask", { language: "zh-Hant" });
    expect(reply.tone).toBe("needs");
    expect(pointOf(reply)).toBe("請用自己的話就規則提問。");
    expect(reply.buttons.map((each) => each.label)).toContain("常務會議的紀要誰簽發？");
  });

  test("a very long one: how far it was read", async () => {
    const long = `/ask who signs the minutes of the executive meeting? ${"blah ".repeat(1000)}`;
    expect(readOut(await office.type(long))).toContain("I read its first 2000 characters");
  });
});
