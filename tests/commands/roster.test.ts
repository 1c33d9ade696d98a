import { afterAll, afterEach, beforeEach, describe, expect, it, test } from "vitest";
import { isText } from "../../src/reply.ts";
import { verifyAudit } from "../../src/store/audit.ts";
import { everybody } from "../../src/store/people.ts";
import { languages } from "../../src/text.ts";
import { wordingFor } from "../../src/wording/wording.ts";
import { misquoted, pointOf, readOut } from "../support/app.ts";
import { buttonOf, codeIn, owner, sixty, startOffice, type TestOffice, tableOf, visitor } from "../support/office.ts";

const stranger = visitor("U-NOBODY");
const mayor = visitor("U-MAYOR");
const deputy = visitor("U-DEPUTY", { locale: "zh-Hans" });
const clerk = visitor("U-CLERK", { locale: "zh-Hant" });
const director = visitor("U-DIRECTOR");

let office: TestOffice;
const trouble: unknown[] = [];

beforeEach(async () => {
  office = await startOffice();
});

afterEach(async () => {
  await office.close();
  trouble.push(...office.trouble);
});

afterAll(() => expect(trouble).toEqual([]));

const people = () => office.running.store.transaction(everybody);
const actionsOf = async () => (await office.events()).map(({ action }) => action);

describe("the roster is imported", () => {
  it("by the owner, with counts, next steps and a way to see it", async () => {
    const reply = await office.importRoster();
    expect(reply.tone).toBe("done");
    expect(tableOf(reply).map(([, count]) => count)).toEqual(["60"]);
    expect(readOut(reply)).toContain("/roster link");
    expect((await office.press(reply, "Show the roster", owner)).tone).toBe("answer");
    expect(await people()).toHaveLength(60);
  });

  it("as one event with the counts and one event for each person, in a chain that holds", async () => {
    await office.importRoster();
    const events = await office.events();
    expect(events.find(({ action }) => action === "roster.import")?.details).toEqual({ added: 60, changed: 0 });
    const added = events.filter(({ action }) => action === "person.add");
    expect(added).toHaveLength(60);
    expect(added[0]).toMatchObject({ subject: "person:1001", about: "1001", details: { name: "顾致远" } });
    expect((await office.running.store.transaction(verifyAudit)).faults).toEqual([]);
  });

  it("a second time from the same file: nothing changes, and it says so", async () => {
    await office.importRoster();
    const before = { people: await people(), events: await office.events() };
    const reply = await office.importRoster();
    expect(pointOf(reply)).toContain("Nothing was changed");
    expect(tableOf(reply).map(([, count]) => count)).toEqual(["60"]);
    expect(await people()).toEqual(before.people);
    expect(await office.events()).toEqual(before.events);
  });

  it("not at all when anything is wrong: the problems are listed, and the template comes again", async () => {
    await office.importRoster();
    const before = await people();
    const reply = await office.importRoster(sixty.replace("顾致远", "顾志远").replace("2023-03-02", "2023-13-02"));
    expect(reply.tone).toBe("problem");
    expect(tableOf(reply)).toEqual([["3", "起", expect.stringContaining("“2023-13-02” is not a day")]]);
    expect(reply.files.map(({ name }) => name)).toEqual(["roster-template.csv"]);
    expect(buttonOf(reply, "Choose the file").form).toBe(true);
    expect(await people()).toEqual(before);
    expect((await actionsOf()).filter((each) => each === "roster.import")).toHaveLength(1);
  });

  it("with at most fifty problems shown, and the number of the rest", async () => {
    const lines = Array.from({ length: 60 }, (_, number) => `${number},N,nobody`);
    const reply = await office.importRoster(`id,name,post\n${lines.join("\n")}\n`);
    expect(tableOf(reply)).toHaveLength(50);
    expect(pointOf(reply)).toContain("60 problems");
    expect(readOut(reply)).toContain("10 problems more");
  });

  test.each(languages)("from a template in %s that is given without a file", async (language) => {
    const asking = { ...owner, locale: language };
    const given = await office.type("/roster import --template", asking);
    expect(given.tone).toBe("answer");
    const [file] = given.files;
    const content = file && isText(file) ? file.content : "";
    expect(content.charCodeAt(0)).toBe(0xfeff);
    const examples = content.replaceAll("example-", "");
    expect((await office.give("roster import", { file: examples }, asking)).tone).toBe("done");
    const bare = await office.give("roster import", {}, asking);
    expect({ tone: bare.tone, files: bare.files }).toEqual({ tone: "needs", files: given.files });
  });

  it("leaving people who are not in the file as they are, with their names", async () => {
    await office.importRoster();
    const [head = "", first = ""] = sixty.split("\n");
    const reply = await office.importRoster(`${head}\n${first}\n`);
    expect(tableOf(reply).map(([, count]) => count)).toEqual(["1", "59"]);
    const text = readOut(reply);
    expect(text).toContain("沈静澜 (1002)");
    expect(text).toContain("… and 49 more");
    expect(await people()).toHaveLength(60);
  });

  it("with what changed of whom, and an event for each", async () => {
    await office.importRoster();
    const reply = await office.importRoster(
      sixty
        .replace("毛景行,市政府部门主要负责人", "毛景星,市政府部门主要负责人")
        .replace("毛景行,部门副职", "毛景星,部门副职")
        .replace("教育;卫生健康;体育", "教育"),
    );
    expect(tableOf(reply)).toContainEqual(["毛景星 (1014)", "name"]);
    expect(tableOf(reply)).toContainEqual(["陆明谦 (1003)", "portfolio"]);
    const changes = (await office.events()).filter(({ action }) => action === "person.change");
    expect(changes.map(({ about, details }) => [about, details.what])).toEqual([
      ["1003", ["portfolio"]],
      ["1014", ["name"]],
    ]);
  });

  it("letting a mail address pass from one person to another", async () => {
    const file = (a: string, b: string) => `id,name,post,email\n1,Li,mayor,${a}\n2,Wang,vice-mayor,${b}\n`;
    await office.importRoster(file("a@x.example", "b@x.example"));
    expect((await office.importRoster(file("b@x.example", "a@x.example"))).tone).toBe("done");
    expect((await people()).map(({ email }) => email)).toEqual(["b@x.example", "a@x.example"]);
    const taken = await office.importRoster("id,name,post,email\n3,Sun,vice-mayor,a@x.example\n");
    expect(tableOf(taken)).toEqual([
      ["2", "email", expect.stringContaining("a@x.example is the address of Wang in the roster")],
    ]);
  });

  it("keeping what the file has no column for", async () => {
    await office.importRoster("id,name,post,portfolio,email\n1,Li,mayor,trade,a@x.example\n");
    await office.importRoster("id,name,post\n1,Li,mayor\n");
    expect(await people()).toMatchObject([{ email: "a@x.example", portfolio: ["trade"] }]);
  });
});

describe("posts of the past", () => {
  const file = (...posts: readonly string[]) =>
    `id,name,post,title,from,until\n${posts.map((each) => `1,Li,${each}`).join("\n")}\n`;

  it("end the day before an import that no longer lists them, and stay as history", async () => {
    await office.importRoster(file("mayor,Mayor,2020-01-01,", "vice-mayor,Deputy,,"));
    await office.importRoster(file("secretary-general,Secretary,2026-11-23,"));
    const [person] = await people();
    expect(person?.tenures.map(({ title, from, until }) => [title, from, until])).toEqual([
      ["Secretary", "2026-11-23", null],
      ["Mayor", "2020-01-01", "2026-11-22"],
      ["Deputy", null, "2026-11-22"],
    ]);
    const shown = await office.type("/roster show 1", owner);
    expect(tableOf(shown).map((row) => row.at(-1))).toEqual(["now", "ended", "ended"]);
    expect(tableOf(await office.type("/roster show", owner))).toHaveLength(1);
  });

  it("are not ended again by later imports, and a corrected beginning is the same post", async () => {
    await office.importRoster(file("mayor,Mayor,2020-01-01,", "vice-mayor,Deputy,2015-01-01,2019-12-31"));
    office.setClock("2026-12-01T09:00:00+08:00");
    await office.importRoster(file("mayor,Mayor,2020-02-01,"));
    office.setClock("2026-12-10T09:00:00+08:00");
    await office.importRoster(file("mayor,Mayor,2020-02-01,"));
    expect((await people())[0]?.tenures.map(({ from, until }) => [from, until])).toEqual([
      ["2020-02-01", null],
      ["2015-01-01", "2019-12-31"],
    ]);
  });

  it("that had not begun vanish when the file no longer lists them", async () => {
    await office.importRoster(file("mayor,Mayor,2020-01-01,", "secretary-general,Next,2027-01-01,"));
    const shown = await office.type("/roster show 1", owner);
    expect(tableOf(shown).map((row) => row.at(-1))).toEqual(["now", "to come"]);
    await office.importRoster(file("mayor,Mayor,2020-01-01,"));
    expect((await people())[0]?.tenures).toHaveLength(1);
  });
});

describe("the roster is shown", () => {
  it("whole, by departments from the highest post down, with the accounts that are linked marked", async () => {
    await office.importRoster();
    await office.link(deputy, "1002");
    const reply = await office.type("/roster show", owner);
    const table = tableOf(reply);
    expect(table[0]).toEqual(["市政府", "顾致远", "市长", "mayor"]);
    expect(table[1]?.[1]).toBe("沈静澜 ✓");
    expect(pointOf(reply)).toBe("Roster: 60 people, 1 with a linked account");
    const departments = table.map(([department]) => department);
    expect(departments.filter((each, index) => each !== departments[index - 1])).toHaveLength(
      new Set(departments).size,
    );
  });

  test.each([
    ["/roster show 市教育局", 3],
    ["/花名册 查看 副市长", 6],
    ["/roster show vice mayor", 6],
    ["/名冊 查看 副市長", 6],
    ["/roster show 财政", 3],
  ])("%s: %i people", async (line, count) => {
    await office.importRoster();
    expect(tableOf(await office.type(line, owner))).toHaveLength(count);
  });

  it("for one person with past posts and accounts, whose ids only administrators see", async () => {
    await office.importRoster();
    await office.link(visitor("U-SECRET-ID"), "1014");
    await office.link(deputy, "1002");
    const seen = readOut(await office.type("/roster show 毛景行", deputy));
    expect(seen).toContain("2019年4月1日至2024年8月31日");
    expect(seen).toContain("Slack");
    expect(seen).not.toContain("U-SECRET-ID");
    expect(seen).not.toContain("mao.jingxing");
    expect(readOut(await office.type("/roster show 毛景行", owner))).toContain("T1/U-SECRET-ID");
  });

  it("with the nearest names for what it does not have, and what to do when it is empty", async () => {
    const empty = await office.type("/roster show", owner);
    expect(empty.tone).toBe("not-covered");
    expect(buttonOf(empty, "/roster import").form).toBe(true);
    await office.importRoster();
    const reply = await office.type("/roster show 毛静行", owner);
    expect(reply.tone).toBe("not-covered");
    expect(tableOf(await office.press(reply, "毛景行", owner))).toHaveLength(2);
  });
});

describe("who is it?", () => {
  test.each([
    ["市长", ["顾致远"]],
    ["secretary-general", ["谢秉章"]],
    ["副市长", ["沈静澜", "陆明谦", "邵文绮", "蒋承岳", "钱若溪", "孙砚秋"]],
    ["市教育局局长", ["毛景行"]],
    ["教育", ["陆明谦", "毛景行"]],
    ["市公安局", ["严守拙"]],
    ["生態環境", ["钱若溪", "施慕白"]],
    ["陶然", ["陶然之"]],
  ])("%s: %j", async (what, names) => {
    await office.importRoster();
    const reply = await office.type(`/roster who ${what}`, owner);
    expect(reply.tone).toBe("answer");
    expect(tableOf(reply).map(([name]) => name)).toEqual(names);
  });

  it("knows people by their number as well, with all their posts of today", async () => {
    await office.importRoster();
    for (const line of ["/roster who 1009", "/roster who what:person:1009"]) {
      const reply = await office.type(line, owner);
      expect(pointOf(reply)).toBe("华云舟 (1009)");
      expect(tableOf(reply).map(([, title]) => title)).toEqual(["市政府副秘书长", "市政府办公室主任"]);
    }
    expect((await office.type("/roster who 1099", owner)).tone).toBe("not-covered");
  });

  it("takes other words for a post as the vocabulary does", async () => {
    await office.importRoster();
    const reply = await office.type("/roster who bureau director", owner);
    expect(tableOf(reply).map(([name]) => name)).toContain("毛景行");
  });

  it("says that nobody holds a post today, and which names are near to what it does not know", async () => {
    await office.importRoster("id,name,post,until\n1,Li,mayor,2026-11-22\n2,Wang,vice-mayor,\n");
    const vacant = await office.type("/roster who mayor", owner);
    expect({ tone: vacant.tone, point: pointOf(vacant) }).toEqual({
      tone: "not-covered",
      point: "By the roster nobody holds the post “mayor” today.",
    });
    const unknown = await office.type("/roster who Wangg", owner);
    expect(unknown.buttons.map(({ label }) => label)).toContain("Wang");
  });

  it("asks back when nothing is asked", async () => {
    await office.importRoster();
    expect((await office.type("/roster who", owner)).tone).toBe("needs");
  });
});

describe("an account is linked", () => {
  beforeEach(async () => {
    await office.importRoster();
  });

  it("by a code that somebody else types, once", async () => {
    const given = await office.type("/roster link person:1002", owner);
    expect(readOut(given)).toContain("2026-11-24 09:00");
    expect(readOut(given)).toContain("shen.jinglan@changzhou.example");
    const linked = await office.type(`/花名册 关联 ${codeIn(given).toLowerCase()}`, deputy);
    expect(pointOf(linked)).toBe("此账号已关联：您是沈静澜。");
    expect(readOut(linked)).toContain("市委常委、常务副市长");
    const again = await office.type(`/roster link ${codeIn(given)}`, stranger);
    expect(pointOf(again)).toBe(wordingFor("en").roster.link.codeProblems.used);
    expect(await office.events()).toContainEqual(
      expect.objectContaining({ action: "account.link", subject: "person:1002", about: "1002" }),
    );
    expect(JSON.stringify(await office.events())).not.toContain(codeIn(given));
  });

  it("by no code that has expired, is wrong, or comes after too many wrong ones", async () => {
    const { codeProblems } = wordingFor("en").roster.link;
    const given = codeIn(await office.type("/roster link person:1002", owner));
    office.setClock("2026-11-24T09:00:00+08:00");
    expect(pointOf(await office.type(`/roster link ${given}`, stranger))).toBe(codeProblems.expired);
    const fresh = codeIn(await office.type("/roster link person:1002", owner));
    for (const _ of Array(5))
      expect(pointOf(await office.type("/roster link AAAA-AAAA", stranger))).toBe(codeProblems.wrong);
    expect(pointOf(await office.type(`/roster link ${fresh}`, stranger))).toBe(codeProblems["too-many"]);
    office.setClock("2026-11-24T10:00:00+08:00");
    expect((await office.type(`/roster link ${fresh}`, stranger)).tone).toBe("done");
  });

  it("to nobody else when it is somebody's already, and the code can still be used", async () => {
    await office.link(deputy, "1002");
    const given = codeIn(await office.type("/roster link person:1003", owner));
    const refused = await office.type(`/roster link ${given}`, deputy);
    expect(refused.tone).toBe("problem");
    expect(readOut(refused)).toContain("沈静澜");
    expect(readOut(refused)).toContain("/roster unlink");
    expect((await office.type(`/roster link ${given}`, stranger)).tone).toBe("done");
  });

  it("on another platform by a code of one's own, and the other accounts are told, in their language", async () => {
    await office.link(deputy, "1002");
    const own = await office.type("/roster link", deputy);
    expect(own.tone).toBe("done");
    const other = visitor("D9", { platform: "discord", workspace: "G1" });
    await office.type(`/roster link ${codeIn(own)}`, other);
    const [message, ...others] = await office.messages();
    expect(others).toEqual([]);
    expect(message?.to).toBe("account:slack:T1:U-DEPUTY");
    expect(message && pointOf(message.reply)).toBe("有新账号关联到您：@D9，Discord。");
    expect(message && buttonOf(message.reply, "Discord").options).toEqual({ account: "account:discord:G1:D9" });
  });

  it("after asking for the code, when somebody unknown types nothing else", async () => {
    const reply = await office.type("/roster link", clerk);
    expect({ tone: reply.tone, language: reply.language }).toEqual({ tone: "needs", language: "zh-Hant" });
    expect(buttonOf(reply, "輸入連結碼").form).toBe(true);
  });

  it("by no code of an administrator that somebody else made who is none", async () => {
    await office.type("/roster admin 顾致远", owner);
    await office.link(director, "1009");
    expect((await office.type("/roster link person:顾致远", director)).tone).toBe("refused");
    expect((await office.type("/roster link person:沈静澜", director)).tone).toBe("done");
    expect((await office.type("/roster link person:顾致远", owner)).tone).toBe("done");
  });

  it("by its verified mail, and once it was unlinked on purpose, not by that again", async () => {
    const known = visitor("U-MAIL", { mail: "Gu.Zhiyuan@changzhou.example" });
    expect(readOut(await office.type("/roster show 市长", known))).toContain("顾致远 ✓");
    const reply = await office.type("/roster unlink slack", known);
    expect(reply.tone).toBe("done");
    expect((await office.type("/roster show 市长", known)).tone).toBe("refused");
  });
});

describe("an account is unlinked", () => {
  beforeEach(async () => {
    await office.importRoster();
    await office.link(deputy, "1002");
  });

  it("by its owner, on one platform, and is then nobody's", async () => {
    const asked = await office.type("/roster unlink", deputy);
    expect(asked.tone).toBe("needs");
    expect((await office.press(asked, "Slack", deputy)).tone).toBe("done");
    expect((await office.type("/roster show", deputy)).tone).toBe("refused");
    expect(await actionsOf()).toContain("account.unlink");
  });

  it("by whoever may, all accounts of a person, and each account is told", async () => {
    await office.link(visitor("D9", { platform: "discord", workspace: "G1" }), "1002");
    const reply = await office.type("/roster unlink person:沈静澜", owner);
    expect(pointOf(reply)).toMatch(/^2 accounts of 沈静澜 unlinked: .*Slack/);
    const told = (await office.messages()).filter(({ reply: { blocks } }) =>
      JSON.stringify(blocks).match(/no longer linked|不再关联/),
    );
    expect(told.map(({ to }) => to).sort()).toEqual(["account:discord:G1:D9", "account:slack:T1:U-DEPUTY"]);
  });

  it("only where there is one", async () => {
    const reply = await office.type("/roster unlink discord", deputy);
    expect({ tone: reply.tone, point: pointOf(reply) }).toEqual({
      tone: "problem",
      point: "沈静澜在“discord”上没有账号，只有：Slack。未作任何更改。",
    });
    expect((await office.type("/roster unlink slack", stranger)).tone).toBe("needs");
  });
});

describe("an entrustment", () => {
  const line = "/roster entrust 沈静澜 until:2026-12-05 occasion:business";

  beforeEach(async () => {
    await office.importRoster();
  });

  it("of the mayor to the executive vice mayor is recorded, told to both, and rests on the rules", async () => {
    await office.link(mayor, "1001");
    await office.link(deputy, "1002");
    const reply = await office.type(line, owner);
    expect(reply.tone).toBe("done");
    expect(pointOf(reply)).toBe(
      "Recorded: while 顾致远 (mayor) is away (business trip), 2026-11-23 to 2026-12-05, 沈静澜 presides over day-to-day work, entrusted by 顾致远.",
    );
    expect(reply.citations.map(({ article }) => article)).toEqual([6]);
    expect(misquoted(reply.citations, office.app.rulebook)).toEqual([]);
    expect(readOut(reply)).not.toContain("own arrangement");
    expect((await office.messages()).map(({ to, reply: told }) => [to, told.language])).toEqual([
      ["person:1001", "en"],
      ["person:1002", "zh-Hans"],
    ]);
    expect((await office.events()).at(-1)).toMatchObject({
      action: "entrustment.record",
      subject: "post:mayor",
      articles: ["6/2"],
      details: { by: "1001", to: "1002" },
    });
  });

  it("is told with who holds the post, in every language, with the words of the rules", async () => {
    await office.type(line, owner);
    for (const language of languages) {
      const reply = await office.type("/roster who mayor", { ...owner, locale: language });
      expect(readOut(reply)).toContain("沈静澜");
      expect(readOut(reply)).toContain(wordingFor(language).roster.occasions.business);
      expect(reply.citations.map(({ article }) => article)).toEqual([6]);
    }
    office.setClock("2026-12-06T09:00:00+08:00");
    expect((await office.type("/roster who mayor", owner)).citations).toEqual([]);
  });

  it("to anybody else is recorded as the office's own arrangement, with what the rules say", async () => {
    const reply = await office.type("/roster entrust 陆明谦 until:2026-12-05 occasion:休假", owner);
    expect(readOut(reply)).toContain("own arrangement, not one that the rules provide for");
    expect(reply.citations.map(({ article }) => article)).toEqual([6]);
    expect((await office.events()).at(-1)?.articles).toEqual([]);
    const who = await office.type("/roster who mayor", owner);
    expect(readOut(who)).toContain("own arrangement");
    expect(who.citations).toEqual([]);
  });

  it("of a post that several hold names the person", async () => {
    const several = await office.type("/roster entrust 陆明谦 until:2026-12-05 occasion:leave post:副市长", owner);
    expect(several.tone).toBe("problem");
    expect(pointOf(several)).toContain("邵文绮 (1004 副市长)");
    expect((await office.type("/roster entrust 壮怀谷 until:2026-12-05 occasion:leave post:毛景行", owner)).tone).toBe(
      "done",
    );
    expect((await office.events()).at(-1)?.subject).toBe("post:department-head");
    expect(readOut(await office.type("/roster show", owner))).toContain("壮怀谷");
  });

  it("is told to the other alone when one of the two records it", async () => {
    await office.link(deputy, "1002");
    await office.link(owner, "1001");
    const reply = readOut(await office.type(line, owner));
    expect(reply).toContain("The other person is told.");
    expect(reply).not.toContain("Both");
  });

  it("names whoever entrusts by their title, where it says more than the post", async () => {
    const chinese = { ...owner, locale: "zh-Hans" as const };
    const given = await office.type("/roster entrust 壮怀谷 止:2026-12-05 事由:学习 职务:毛景行", chinese);
    expect(pointOf(given)).toContain("已登记：2026年11月23日至12月5日，毛景行（市教育局局长）学习期间");
  });

  it("says whose post is meant when none is named, in three languages", async () => {
    for (const [language, named] of [
      ["en", "(here: mayor)"],
      ["zh-Hans", "（本规则为市长）"],
      ["zh-Hant", "（本規則為市長）"],
    ] as const)
      expect(pointOf(await office.type("/roster entrust", { ...owner, locale: language }))).toContain(named);
  });

  it("does not overlap another of the same holder", async () => {
    await office.type(line, owner);
    const overlapping = await office.type(
      "/roster entrust 陆明谦 from:2026-12-05 until:2026-12-09 occasion:visit",
      owner,
    );
    expect(overlapping.tone).toBe("problem");
    expect(pointOf(overlapping)).toContain("has already entrusted 沈静澜, 2026-11-23 to 2026-12-05");
    expect(
      (await office.type("/roster entrust 沈静澜 from:2026-12-06 until:2026-12-09 occasion:visit", owner)).tone,
    ).toBe("done");
  });

  it("ends early, by the button or by name", async () => {
    const reply = await office.type(line, owner);
    const ended = await office.press(reply, "End it", owner);
    expect(pointOf(ended)).toContain("沈静澜 is no longer entrusted by 顾致远");
    expect((await office.type("/roster who mayor", owner)).citations).toEqual([]);
    expect(pointOf(await office.type("/roster entrust --end", owner))).toContain("no such entrustment");
    await office.type(line, owner);
    await office.type("/roster entrust 壮怀谷 until:2026-12-05 occasion:leave post:毛景行", owner);
    const which = await office.type("/roster entrust --end", owner);
    expect(which.tone).toBe("needs");
    expect((await office.press(which, "毛景行", owner)).tone).toBe("done");
    expect((await actionsOf()).filter((each) => each === "entrustment.end")).toHaveLength(2);
  });

  test.each([
    ["until:2026-11-22 occasion:leave", /over already|before the first/],
    ["from:2026-12-02 until:2026-12-01 occasion:leave", /before the first/],
    ["until:soon occasion:leave", /“soon” is not a day/],
    ["until:2026-12-05 occasion:holiday", /occasion: .*business trip/],
  ])("is not recorded with %s", async (options, message) => {
    const reply = await office.type(`/roster entrust 沈静澜 ${options}`, owner);
    expect(reply.tone).toBe("problem");
    expect(pointOf(reply)).toMatch(message);
    expect(await actionsOf()).not.toContain("entrustment.record");
  });

  it("is not recorded to oneself, nor to somebody unknown, whose nearest name is told", async () => {
    expect(pointOf(await office.type("/roster entrust 顾致远 until:2026-12-05 occasion:leave", owner))).toContain(
      "cannot entrust themselves",
    );
    expect(pointOf(await office.type("/roster entrust 沈静兰 until:2026-12-05 occasion:leave", owner))).toContain(
      "沈静澜",
    );
  });

  it("asks for what is missing, in a form that keeps what was given", async () => {
    const reply = await office.type("/roster entrust 沈静澜", owner);
    expect(reply.tone).toBe("needs");
    expect(buttonOf(reply, "Fill in")).toMatchObject({ form: true, options: { to: "沈静澜" } });
  });
});

describe("an administrator", () => {
  beforeEach(async () => {
    await office.importRoster();
    await office.link(deputy, "1002");
  });

  it("is appointed and dismissed, and is told", async () => {
    expect((await office.type("/roster admin 沈静澜", owner)).tone).toBe("done");
    expect((await office.type("/roster admin 沈静澜", owner)).tone).toBe("answer");
    expect((await office.type("/roster admin", deputy)).tone).toBe("needs");
    expect((await office.type("/roster admin 沈静澜 --remove", owner)).tone).toBe("done");
    expect((await office.type("/roster admin", deputy)).tone).toBe("refused");
    expect((await office.messages()).map(({ to, reply }) => [to, pointOf(reply)])).toEqual([
      ["person:1002", "您现在是 Mishu 管理员。"],
      ["person:1002", "您不再是 Mishu 管理员。"],
    ]);
    expect((await actionsOf()).filter((each) => each.startsWith("administrator"))).toEqual([
      "administrator.add",
      "administrator.add",
      "administrator.remove",
    ]);
  });

  it("without an account is to be told by whoever appointed or dismissed them, and needs a code only to become one", async () => {
    const appointed = readOut(await office.type("/roster admin 毛景行", owner));
    expect(appointed).toContain("makes them a code");
    const dismissed = readOut(await office.type("/roster admin 毛景行 --remove", owner));
    expect(dismissed).toContain("please tell them yourself");
    expect(dismissed).not.toContain("code");
  });

  it("is not dismissed when there is no other, whether one by person or by account", async () => {
    await office.link(owner, "1001");
    const refused = await office.type("/roster admin 顾致远 --remove", owner);
    expect({ tone: refused.tone, point: pointOf(refused) }).toEqual({
      tone: "problem",
      point: "顾致远 is the last administrator. Nothing was changed; appoint somebody else first.",
    });
    await office.type("/roster admin 沈静澜", owner);
    expect((await office.type("/roster admin 顾致远 --remove", deputy)).tone).toBe("done");
    expect((await office.type("/roster admin", owner)).tone).toBe("refused");
  });
});

describe("who may not is told who may", () => {
  const asked: readonly (readonly [string, boolean])[] = [
    ["/roster import --template", false],
    ["/roster show", true],
    ["/roster who 市长", true],
    ["/roster link person:1001", false],
    ["/roster unlink person:1001", false],
    ["/roster entrust 沈静澜 until:2026-12-05 occasion:leave", false],
    ["/roster admin 1001", false],
  ];

  test.each(asked)("%s", async (line, anybodyLinked) => {
    await office.importRoster();
    const refused = await office.type(line, stranger);
    expect(refused.tone).toBe("refused");
    // a look would have changed nothing
    expect(pointOf(refused).includes("Nothing was changed")).toBe(!anybodyLinked);
    expect((await office.events()).at(-1)).toMatchObject({ action: "refused", actor: "account:slack:T1:U-NOBODY" });
    await office.link(stranger, "1060");
    expect((await office.type(line, stranger)).tone).toBe(anybodyLinked ? "answer" : "refused");
  });

  it("and names of the roster are suggested only to whoever may see it", async () => {
    await office.importRoster();
    expect(await office.suggest("roster link", "person", "沈", stranger)).toEqual([]);
    expect(await office.suggest("roster show", "what", "沈", stranger)).toEqual([]);
    expect(await office.suggest("roster link", "person", "沈", owner)).toEqual(["沈静澜 – 市委常委、常务副市长"]);
    expect(await office.suggest("roster who", "what", "教育", owner)).toContain("市教育局");
  });

  it("and the office director, by post, may do what the office arranged", async () => {
    await office.importRoster();
    await office.link(director, "1009");
    for (const line of ["/roster import --template", "/roster link person:1004", "/roster entrust"])
      expect(["refused", "problem"]).not.toContain((await office.type(line, director)).tone);
    expect((await office.type("/roster admin 1009", director)).tone).toBe("refused");
  });
});
