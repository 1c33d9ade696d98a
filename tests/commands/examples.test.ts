import { afterAll, describe, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { parseCommandLine } from "../../src/command-line.ts";
import { languages } from "../../src/text.ts";
import { wordingFor } from "../../src/wording/wording.ts";
import { misquoted, openOffice, readOut } from "../support/app.ts";

const office = openOffice();

afterAll(() => expect(office.trouble).toEqual([]));

const examples = commands.flatMap((command) =>
  command.examples.flatMap(({ line }) => languages.map((language) => ({ command, language, line: line[language] }))),
);

describe("every example that the help shows can be typed as it stands", () => {
  test.each(examples)("$language: $line", async ({ command, language, line }) => {
    expect(parseCommandLine(line, commands)?.command).toBe(command.path);
    const reply = await office.type(line, { language });
    const text = readOut(reply);
    expect(["answer", "needs"]).toContain(reply.tone);
    expect(reply.language).toBe(language);
    expect(text).not.toContain(wordingFor(language).help.unknown("").slice(0, 8));
    expect(misquoted(reply.citations, office.app.rulebook)).toEqual([]);
  });

  test.each(examples)(
    "$language: $line, typed by somebody whose language nobody set, is answered too",
    async ({ line }) => {
      expect(["answer", "needs"]).toContain((await office.type(line)).tone);
    },
  );

  test("an example of a question shows what it promises", async () => {
    for (const language of languages) {
      const [first, second, third] = commands.find((each) => each.path === "ask")?.examples ?? [];
      const reply = await office.type(first?.line[language] ?? "", { language });
      expect(reply.citations.map((each) => each.article)).toContain(45);
      const forPost = await office.type(second?.line[language] ?? "", { language });
      expect(forPost.tone).toBe("answer");
      expect(forPost.citations[0]?.article).toBe(61);
      const why = await office.type(third?.line[language] ?? "", { language });
      expect(readOut(why)).toContain(wordingFor(language).why.title);
    }
  });
});

describe("every command", () => {
  test.each(commands.flatMap((each) => [each.path, ...each.aliases].map((name) => ({ name, path: each.path }))))(
    "/$name is /$path",
    ({ name, path }) => {
      expect(parseCommandLine(`/${name}`, commands)?.command).toBe(path);
    },
  );

  test("has a name of its own, in Chinese as well", () => {
    const names = commands.flatMap((each) => [each.path, ...each.aliases]);
    expect(new Set(names).size).toBe(names.length);
    for (const { path, aliases } of commands) {
      expect(path).toMatch(/^[a-z][a-z -]*$/);
      expect(aliases.some((each) => /\p{Script=Han}/u.test(each))).toBe(true);
    }
  });

  test("says in three languages what it does, what each option means and what each example shows", () => {
    for (const { summary, options, optionHelp, examples: shown, positional } of commands) {
      expect(Object.keys(optionHelp).sort()).toEqual(Object.keys(options.shape).sort());
      expect(Object.keys(options.shape)).toContain(positional);
      const texts = [summary, ...Object.values(optionHelp), ...shown.flatMap((each) => [each.line, each.explains])];
      for (const text of texts) for (const language of languages) expect(text[language].trim()).not.toBe("");
    }
  });

  test("can be called with nothing at all", async () => {
    for (const { path } of commands)
      for (const language of languages) {
        const reply = await office.app.handle({ command: path, options: {}, language });
        expect(["answer", "needs"]).toContain(reply.tone);
        expect(reply.language).toBe(language);
      }
  });

  test("answers the person who asked, not everybody in the room", async () => {
    for (const { line } of examples) expect((await office.type(line)).visibleTo).toBe("actor");
  });
});

test("every button of every example can be pressed", async () => {
  for (const { line, language } of examples) {
    const reply = await office.type(line, { language });
    for (const [index, button] of reply.buttons.entries()) {
      const next = await office.press(reply, index + 1);
      expect({ button: button.label, tone: next.tone }).not.toMatchObject({ tone: "problem" });
      expect(next.language).toBe(language);
    }
  }
});
