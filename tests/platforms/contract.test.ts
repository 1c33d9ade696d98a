import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { paragraph, type Reply, reply } from "../../src/reply.ts";
import { postMessage, updateCard } from "../../src/store/outbox.ts";
import type { Records } from "../../src/store/store.ts";
import type { Language } from "../../src/text.ts";
import { sixty } from "../support/office.ts";
import { type Chat, type Someone, shows } from "./chats/chat.ts";
import { openDiscord } from "./chats/discord.ts";
import { openSlack } from "./chats/slack.ts";
import { openTerminal } from "./chats/terminal.ts";

/** How a PNG begins. */
const picture = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

// One suite for every way to reach the office, each with its real client. What is asked here of one is asked of all.

describe.each([
  ["Slack over a socket", openSlack("socket")],
  ["Slack over signed calls", openSlack("http")],
  ["Discord", openDiscord],
  ["the terminal", openTerminal],
] as const)("%s", (name, open) => {
  let chat: Chat;

  beforeEach(async () => {
    chat = await open();
  });

  afterEach(async () => {
    const { unexpected, trouble } = chat;
    await chat.stop();
    expect(unexpected).toEqual([]);
    expect(trouble).toEqual([]);
  });

  const newcomer = (locale: Language = "en") => chat.join({ id: "UNEW", name: "New", locale });
  const owner = (locale: Language = "en") => chat.join({ id: "UOWNER", name: "Owner", locale, owner: true });

  describe("/ask", () => {
    it.each([
      ["en", "who signs the minutes of the executive meeting?", "Art. 45, sentence 1", "the Chinese words decide"],
      ["zh-Hans", "常务会议的纪要谁签发？", "第四十五条第一句", "以繁体原文为准"],
      ["zh-Hant", "常務會議的紀要誰簽發？", "第四十五條第一句", "《常州市人民政府工作規則》2017年版"],
    ] as const)(
      "is answered in %s with the article and its words, to the asker alone",
      async (locale, question, article, edition) => {
        const { text, isPrivate, does } = await newcomer(locale).command("ask", { question });
        expect(text).toContain(article);
        expect(text).toContain(edition);
        if (locale !== "zh-Hans") expect(text).toContain("其會議紀要經秘書長或市政府辦公室主任審核後,報市長簽發");
        expect({ isPrivate, does }).toEqual({ isPrivate: true, does: [] });
      },
    );

    it("asks back with buttons, and a button answers", async () => {
      const somebody = newcomer();
      const { buttons } = await somebody.command("ask", { question: "who do I request leave from?" });
      const button = buttons.find((each) => /^head of a municipal/.test(each)) ?? "";
      expect((await somebody.press(button)).text).toContain("secretary-general");
    });

    it("without a question asks for it in a form, and answers what is filled in", async () => {
      const somebody = newcomer();
      const form = await somebody.command("ask");
      expect(form.fields).toContain("question");
      const { text } = await somebody.fill({ question: "who may use the office's seal of the moon?" });
      expect(text.length).toBeGreaterThan(10);
    });

    it("is also what is written directly to Mishu", async () => {
      const { text, isPrivate } = await newcomer("zh-Hans").ask("市长外出期间谁主持工作？");
      expect(text).toContain("第六条第二句");
      expect(isPrivate).toBe(true);
    });
  });

  it("/rule shows an article, and its buttons the next one", async () => {
    const somebody = newcomer();
    const article = await somebody.command("rule", { place: "48" });
    expect(article.text).toContain("市政府領導班子成員因故不能出席");
    expect((await somebody.press("Next")).text).toContain("Art. 49");
  });

  it("/rule of a whole chapter is complete, however long it is", async () => {
    const { text, files } = await newcomer().command("rule", { place: "chapter 8" });
    expect(text.includes("Art. 48") || files.length > 0).toBe(true);
  });

  it.each(["en", "zh-Hans", "zh-Hant"] as const)("/help in %s names every command", async (locale) => {
    const { text } = await newcomer(locale).command("help");
    const first = { en: "import", "zh-Hans": "导入", "zh-Hant": "匯入" }[locale];
    for (const each of ["/ask", "/rule", "/whoami", "/settings", `/roster ${first}`, "/help"])
      expect(text).toContain(each);
  });

  it("/settings changes the person's language, from then on", async () => {
    const somebody = newcomer("en");
    expect((await somebody.command("settings", { language: "zh-Hant" })).text).toContain("已變更。目前設定：");
    expect((await somebody.command("whoami")).text).toMatch(/我還不知道您是單位裡的哪一位/);
  });

  it.runIf(name !== "the terminal")("who may not change the office is told who may", async () => {
    const { text } = await newcomer("zh-Hans").command("settings", { "time-zone": "Asia/Tokyo" });
    expect(text).toContain("您无权更改单位设置。未作任何更改。");
    expect(text).toContain("此操作仅限 Mishu 管理员、秘书长或市政府办公室主任。");
  });

  it("what cannot be used is told with its name and an example, and opens again to be corrected", async () => {
    const somebody = owner();
    const { text, buttons } = await somebody.command("settings", { "time-zone": "Mars" });
    expect(text).toContain("“Mars” is not a time zone. Nothing was changed.");
    expect(text).toContain("time-zone:Asia/Shanghai");
    expect(buttons).toContain("Correct it");
  });

  describe("a picture", () => {
    // every byte there is, and an end that would not survive being taken for text
    const bytes = Buffer.from([...picture, ...Array.from({ length: 256 }, (_, byte) => byte), 0, 255]);
    const given = { name: "away-2026-12.png", png: bytes.toString("base64"), about: "沈静澜（副市长）：3–8日" };

    beforeEach(() => {
      shows.files = [{ ...given, svg: "" }];
    });

    it("comes with an answer byte for byte, with words for whoever cannot see it", async () => {
      const somebody = newcomer();
      await somebody.command("show");
      const about = name === "the terminal" ? "" : given.about;
      expect(await somebody.pictures()).toEqual([{ ...given, about }]);
    });

    it("comes with a message, through the office's records", async () => {
      const somebody = newcomer();
      await somebody.command("show", { as: "message" });
      await chat.office.tick();
      if (name === "the terminal") expect((await somebody.letters()).join()).toContain(given.about);
      else expect(await somebody.pictures()).toEqual([given]);
    });

    it("is told in no more words than the chat takes, and not at all is it lost for them", async () => {
      shows.files = [{ ...given, svg: "", about: "員".repeat(5000) }];
      const somebody = newcomer();
      await somebody.command("show");
      const [seen] = await somebody.pictures();
      expect(seen?.png).toBe(given.png);
      expect(seen?.about).toMatch(name === "the terminal" ? /^$/ : /^員{999,1023}…$/);
    });
  });

  it("text from people does nothing: it notifies nobody, makes no link, changes no format", async () => {
    const nasty =
      "<!channel> @everyone @here <@U1> *bold* _it_ ~s~ `c` [bank](http://evil.example) <http://evil.example|bank> ||s|| # h";
    const { text, does } = await newcomer().command("rule", { place: nasty });
    expect(text).toContain("@everyone");
    expect(does).toEqual([]);
  });

  it.runIf(name !== "the terminal")("a delivery that comes twice acts once", async () => {
    const somebody = owner();
    await somebody.command("settings", { "time-zone": "Asia/Tokyo" });
    await chat.again?.();
    await chat.again?.();
    const events = await chat.office.store.transaction(({ db }) => db.selectFrom("audit").select("action").execute());
    expect(events.map(({ action }) => action)).toEqual(["administrator.add", "setting.change"]);
  });

  describe("a card that was sent", () => {
    const requested = reply({
      tone: "needs",
      language: "zh-Hans",
      title: "请假申请",
      blocks: [paragraph("李明申请离开常州三天，请审批。")],
      buttons: [
        { label: "批准", command: "rule", options: { place: "61" } },
        // more than a button of any chat holds
        { label: "不批准", command: "rule", options: { place: "六".repeat(2100) }, form: true },
      ],
    });
    const granted = reply({ tone: "done", language: "zh-Hans", blocks: [paragraph("您已批准李明的请假申请。")] });
    const inOffice = async (work: (records: Records) => Promise<unknown>) => {
      await chat.office.store.transaction(work);
      await chat.office.tick();
    };
    const card = "leave:12";
    const send = (recipient: string) =>
      inOffice((records) =>
        postMessage(records, { recipient, reply: JSON.stringify(requested), now: new Date(), card }),
      );
    const update = (shown: Reply) => inOffice((records) => updateCard(records, card, async () => shown, new Date()));

    it("shows afterwards what happened, and its buttons are gone", async () => {
      const approver = newcomer("zh-Hans");
      await send(approver.account);
      const [asked] = await approver.cards();
      expect(asked?.text).toContain("李明申请离开常州三天");
      expect(asked?.buttons).toEqual(["批准", "不批准"]);
      await update(granted);
      const cards = await approver.cards();
      expect(cards.at(-1)?.text).toContain("您已批准李明的请假申请");
      expect(cards.at(-1)?.text).not.toContain("李明申请离开常州三天");
      expect(cards.at(-1)?.buttons).toEqual([]);
      // what is printed stays: there it is told anew, and marked as no new message
      if (name === "the terminal") expect(cards.map(({ text }) => text.trim()[0])).toEqual(["✉", "✎"]);
      else expect(cards).toHaveLength(1);
    });

    it("may get other buttons, and words from people do nothing in it", async () => {
      const approver = newcomer("zh-Hans");
      await send(approver.account);
      const nasty = "<!channel> @everyone #office <@U1> <http://evil.example|bank> [bank](http://evil.example)";
      await update({ ...granted, blocks: [paragraph(nasty)], buttons: requested.buttons.slice(0, 1) });
      const shown = (await approver.cards()).at(-1);
      expect(shown?.text).toContain("@everyone");
      expect(shown).toMatchObject({ buttons: ["批准"], does: [] });
    });
  });

  it("a roster with mistakes is not imported; its problems are told by line and column", async () => {
    const file = { name: "roster.csv", content: "id,name,post,from\n1,李明,市长,2020-13-01\n2,,副市长,\n" };
    const { text } = await owner().upload("roster import", "file", file);
    expect(text).toMatch(/2.*from/s);
    expect(text).toMatch(/3.*name/s);
    const people = await chat.office.store.transaction(({ db }) => db.selectFrom("person").selectAll().execute());
    expect(people).toEqual([]);
  });

  it("from the first day: the owner imports sixty people, links a bureau head, who asks and gets a name", async () => {
    const first = owner();
    const imported = await first.upload("roster import", "file", { name: "roster.csv", content: sixty });
    expect(imported.text).toContain("60");
    const code = (text: string): string => text.match(/[A-Z2-9]{4}-[A-Z2-9]{4}/)?.[0] ?? "";
    const head = chat.join({ id: "UHEAD", name: "head", locale: "zh-Hans" });
    const [person] = await headOfEducation(chat);
    const made = await first.command("roster link", { person: person ?? "" });
    const linked = await head.command("roster link", { code: code(made.text) });
    expect(linked.text).toContain(await nameOf(chat, person ?? ""));
    const { text } = await askLeave(head);
    expect(text).toContain("第六十一条第二句");
    expect(text).toContain(await secretaryGeneral(chat));
    expect((await head.command("whoami")).text).toContain(await nameOf(chat, person ?? ""));
  });
});

const askLeave = (head: Someone) => head.command("ask", { question: "我去外地出差，向谁请假？" });

const headOfEducation = async (chat: Chat): Promise<readonly string[]> => {
  const rows = await chat.office.store.transaction(({ db }) =>
    db
      .selectFrom("tenure")
      .select("person")
      .where("post", "=", "department-head")
      .where("department", "like", "%教育%")
      .where("until_day", "is", null)
      .execute(),
  );
  return rows.map(({ person }) => person);
};

const nameOf = async (chat: Chat, id: string): Promise<string> =>
  (
    await chat.office.store.transaction(({ db }) =>
      db.selectFrom("person").select("name").where("id", "=", id).executeTakeFirstOrThrow(),
    )
  ).name;

const secretaryGeneral = async (chat: Chat): Promise<string> => {
  const { person } = await chat.office.store.transaction(({ db }) =>
    db
      .selectFrom("tenure")
      .select("person")
      .where("post", "=", "secretary-general")
      .where("until_day", "is", null)
      .executeTakeFirstOrThrow(),
  );
  return nameOf(chat, person);
};
