import { describe, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { optionName, optionsOf } from "../../src/options.ts";
import { inLanguage, languages } from "../../src/text.ts";
import { wordingFor } from "../../src/wording/wording.ts";
import { openOffice, pointOf, readOut } from "../support/app.ts";

const office = openOffice();

/** Commands with a button of their own, and of each group the first that changes nothing. */
const overview = commands
  .filter(({ group, changes }) => !group || !changes)
  .filter(({ group }, index, all) => !group || all.findIndex((each) => each.group === group) === index)
  .map(({ path }) => path);

describe("somebody new asks for help", () => {
  test.each(languages)("and finds every command, in %s, with an example to press", async (language) => {
    const reply = await office.type("/help", { language });
    const text = readOut(reply);
    expect(reply.tone).toBe("answer");
    expect(pointOf(reply)).toBe(wordingFor(language).help.title);
    for (const { path, group, names, summary } of commands) {
      const [first = "", ...others] = path.split(" ");
      expect(text).toContain(first);
      for (const word of others) expect(text).toContain(language === "en" ? word : names[language]);
      expect(text).toContain(inLanguage((group ?? { summary }).summary, language));
    }
    expect(reply.buttons.map((each) => each.command)).toEqual(overview);
  });

  test("by its Chinese name, and is helped in Chinese", async () => {
    expect(pointOf(await office.type("/帮助"))).toBe("Mishu 能做什么");
    expect(pointOf(await office.type("/幫助"))).toBe("Mishu 能做什麼");
  });

  test("in one screen", async () => {
    for (const language of languages)
      expect(readOut(await office.type("/help", { language })).split("\n").length).toBeLessThan(32);
  });
});

describe("a clerk wants to know more about a group of commands", () => {
  const group = commands.filter((each) => each.group?.path === "roster");

  test.each(["/help roster", "/help 花名册", "/help /名冊"])("%s: each with what it does", async (line) => {
    for (const language of languages) {
      const text = readOut(await office.type(line, { language }));
      for (const { path, summary } of group) {
        expect(text).toContain(`/${path}`);
        expect(text).toContain(inLanguage(summary, language));
      }
      expect(text).not.toContain("/ask");
    }
  });
});

describe("a clerk wants to know more about one command", () => {
  const named = commands.flatMap((command) => languages.map((language) => ({ command, language, path: command.path })));

  test.each(named)(
    "$path, in $language: its options, and examples that can be pressed",
    async ({ command, language }) => {
      const reply = await office.type(`/help ${command.path}`, { language });
      const text = readOut(reply);
      for (const { name, help } of optionsOf(command)) {
        expect(text).toContain(optionName(command, name, language));
        expect(text).toContain(inLanguage(help, language));
      }
      // what only buttons fill in is nothing to type
      for (const name of command.hidden) expect(text).not.toContain(command.optionHelp[name]?.[language]);
      for (const { line, explains } of command.examples) {
        expect(text).toContain(inLanguage(line, language));
        expect(text).toContain(inLanguage(explains, language));
      }
      const shown = reply.buttons.map((each) => each.label);
      expect(shown).toEqual(command.examples.map((each) => inLanguage(each.line, language)));
    },
  );

  test("by the command's Chinese name, or with its slash", async () => {
    const byName = await office.type("/help rule", { language: "zh-Hans" });
    for (const line of ["/help /rule", "/help 条文", "/帮助 规则"])
      expect(readOut(await office.type(line, { language: "zh-Hans" }))).toBe(readOut(byName));
  });

  test("in Chinese it is explained in Chinese", async () => {
    expect((await office.type("/help 条文")).language).toBe("zh-Hans");
    expect((await office.type("/help 问")).language).toBe("zh-Hans");
  });
});

describe("a slip in the name of a command", () => {
  test("in Latin letters does not make whoever reads Chinese a reader of English", async () => {
    expect((await office.type("/leave nosuch", { locale: "zh-Hant" })).language).toBe("zh-Hant");
  });

  test.each([
    ["/help nosuch", "There is no command “nosuch”."],
    ["/nosuch 48", "There is no command “nosuch”."],
    ["/帮助 签发文件", "没有“签发文件”这个命令。"],
  ])("%s is told, and the commands that there are are shown", async (line, words) => {
    const reply = await office.type(line);
    expect(pointOf(reply)).toBe(words);
    for (const { path } of commands) expect(readOut(reply)).toContain(`/${path.split(" ")[0]}`);
    expect(reply.buttons.length).toBe(overview.length);
  });

  test.each([
    ["/督办 盖章 3", "没有“督办 盖章”这个命令。", "/deadline add · 登记"],
    ["/deadline stamp 3", "There is no command “deadline stamp”.", "/deadline add"],
    ["/help 督辦 蓋章", "沒有「督辦 蓋章」這個指令。", "/deadline add · 登記"],
  ])("%s is told with what can be done there, by the names that its reader types", async (line, words, first) => {
    const reply = await office.type(line);
    expect(pointOf(reply)).toBe(words);
    expect(readOut(reply)).toContain(first);
    expect(readOut(reply)).not.toContain("/rule");
  });
});
