import { afterAll, describe, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import type { AnyCommand } from "../../src/command.ts";
import { parseCommandLine } from "../../src/command-line.ts";
import { optionName } from "../../src/options.ts";
import { type Language, languages } from "../../src/text.ts";
import { wordingFor } from "../../src/wording/wording.ts";
import { misquoted, openOffice, readOut } from "../support/app.ts";
import { owner, startOffice, type TestOffice } from "../support/office.ts";

/** The rules and the commands, asked by nobody in particular. */
const office = openOffice();

afterAll(() => expect(office.trouble).toEqual([]));

const examples = commands.flatMap((command) =>
  command.examples.flatMap(({ line }) => languages.map((language) => ({ command, language, line: line[language] }))),
);

/** The owner, linked to the mayor; of a language, or of one that nobody knows. */
function asker(language: Language | undefined) {
  const { locale: _, ...unknown } = owner;
  return language ? { ...unknown, locale: language } : unknown;
}

/** Does something in a small office of its own: an example may change what the office keeps. */
async function inAnOffice(work: (office: TestOffice) => Promise<void>): Promise<void> {
  const atWork = await startOffice();
  await atWork.importRoster(
    "id,name,post,department\n1,李明,mayor,市政府\n2,王芳,secretary-general,市政府\n3,周正,department-head,市财政局\n",
  );
  await atWork.link(asker("en"), "1");
  await work(atWork);
  expect(atWork.trouble).toEqual([]);
  await atWork.close();
}

/** Everything that can be typed for a command after the slash. */
function namesOf({ path, group, names, aliases }: AnyCommand): readonly string[] {
  const last = [path.split(" ").at(-1) ?? "", ...Object.values(names), ...aliases];
  const first = group ? [group.path, ...Object.values(group.names)] : [];
  return [...new Set(group ? first.flatMap((one) => last.map((other) => `${one} ${other}`)) : last)];
}

describe("every example that the help shows can be typed as it stands", () => {
  test.each(examples)("$language: $line", async ({ command, language, line }) => {
    const read = parseCommandLine(line, commands);
    expect({ command: read?.command, left: read?.left }).toEqual({ command: command.path });
    // Slack knows commands by their English words only
    expect(`${line} `.startsWith(`/${command.path} `)).toBe(true);
    // and every option by the name that the reader knows
    for (const name of Object.keys(read?.options ?? {}))
      if (name !== command.positional) expect(line).toContain(optionName(command, name, language));
    await inAnOffice(async (atWork) => {
      const reply = await atWork.type(line, asker(language));
      expect(["answer", "needs", "done"]).toContain(reply.tone);
      expect(reply.language).toBe(language);
      expect(readOut(reply)).not.toContain(wordingFor(language).help.unknown("").slice(0, 8));
      expect(misquoted(reply.citations, atWork.app.rulebook)).toEqual([]);
      expect(reply.visibleTo).toBe("actor");
    });
  });

  test.each(examples)(
    "$language: $line, typed by somebody whose language nobody set, is answered too",
    async ({ line }) => {
      await inAnOffice(async (atWork) => {
        expect(["answer", "needs", "done"]).toContain((await atWork.type(line, asker(undefined))).tone);
      });
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
  test.each(commands.flatMap((each) => namesOf(each).map((name) => ({ name, path: each.path }))))(
    "/$name is /$path",
    ({ name, path }) => {
      expect(parseCommandLine(`/${name}`, commands)?.command).toBe(path);
    },
  );

  test("has a name of its own, in Chinese as well", () => {
    const names = commands.flatMap(namesOf);
    expect(new Set(names).size).toBe(names.length);
    for (const { path, names: chinese } of commands) {
      expect(path).toMatch(/^[a-z][a-z -]*$/);
      for (const name of Object.values(chinese)) expect(name).toMatch(/^\p{Script=Han}+$/u);
    }
  });

  test("says in three languages what it does, what each option means and what each example shows", () => {
    for (const { summary, options, optionHelp, optionNames, examples: shown, positional } of commands) {
      const names = Object.keys(options.shape);
      expect(Object.keys(optionHelp).sort()).toEqual(names.toSorted());
      expect(Object.keys(optionNames).sort()).toEqual(names.toSorted());
      if (positional !== "") expect(names).toContain(positional);
      const texts = [summary, ...Object.values(optionHelp), ...shown.flatMap((each) => [each.line, each.explains])];
      for (const text of texts) for (const language of languages) expect(text[language].trim()).not.toBe("");
    }
  });

  test("can be called with nothing at all", async () => {
    for (const { path } of commands)
      for (const language of languages)
        await inAnOffice(async (atWork) => {
          const reply = await atWork.give(path, {}, asker(language));
          expect({ path, tone: reply.tone }).toEqual({ path, tone: expect.stringMatching(/^(answer|needs|done)$/) });
          expect(reply.language).toBe(language);
        });
  });

  test("without an office answers all the same, or says that it needs one", async () => {
    for (const { path } of commands)
      for (const language of languages) {
        const reply = await office.app.handle({ command: path, options: {}, language });
        expect(["answer", "needs", "refused"]).toContain(reply.tone);
        expect(reply.language).toBe(language);
        if (reply.tone === "refused") expect(readOut(reply)).toContain(wordingFor(language).refused.needsOffice);
      }
  });
});

test("every button of every example can be pressed, and opens a form where it says so", async () => {
  for (const { line, language } of examples)
    await inAnOffice(async (atWork) => {
      const reply = await atWork.type(line, asker(language));
      for (const { label, command, options, form } of reply.buttons) {
        if (form) {
          expect(atWork.running.desk.form({ command, options }, language, true)?.command).toBe(command);
          continue;
        }
        const next = await atWork.give(command, options, asker(language));
        expect({ label, tone: next.tone }).not.toMatchObject({ tone: "problem" });
        expect(next.visibleTo).toBe("actor");
      }
    });
});

test("no example of the help changes anything when its button is pressed", async () => {
  for (const language of languages)
    await inAnOffice(async (atWork) => {
      const before = await atWork.events();
      const help = await atWork.type("/help", asker(language));
      for (const { command, options, form } of help.buttons)
        if (!form) await atWork.give(command, options, asker(language));
      expect(await atWork.events()).toEqual(before);
    });
});
