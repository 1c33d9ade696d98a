import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { createApp } from "../../src/app.ts";
import { normalise } from "../../src/ask/tokens.ts";
import type { Request } from "../../src/dispatch.ts";
import { plainLook, renderReply } from "../../src/platforms/console/render.ts";
import type { Reply } from "../../src/reply.ts";
import { loadRulebook, readRulebook } from "../../src/rulebook/load.ts";
import { quietLog } from "../support/app.ts";

// Another office, another language, another shape of rulebook: nothing in src/ or commands/ knows of the Harbour Office.
const folder = fileURLToPath(new URL("../support/rulebooks/harbour-2020", import.meta.url));
const troubles: unknown[] = [];
const app = createApp(
  { rulebookFolder: folder },
  quietLog((error) => troubles.push(error)),
);

const ask = (question: string, more: Partial<Request> = {}): Promise<Reply> =>
  app.handle({ command: "ask", options: { question }, ...more });

/** The point of an answer: what stands first in it. */
function pointOf({ blocks }: Reply): string {
  const [first] = blocks;
  return first?.kind === "text" ? first.text : "";
}

/** Where the words stand that an answer shows. */
const places = ({ blocks }: Reply) => blocks.flatMap((block) => (block.kind === "quote" ? [block.source.place] : []));

/** Everything that a person reads in an answer, line by line. */
function textOf({ blocks, buttons }: Reply): string {
  const lines = blocks.flatMap((block) => {
    if (block.kind === "quote") return [block.source.place, block.source.citation.quote, block.source.reading ?? ""];
    if (block.kind === "list") return block.items;
    return block.kind === "table" ? block.rows.flat() : [block.text];
  });
  return [...lines, ...buttons.map((button) => button.label)].join("\n");
}

describe("the rulebook of the Harbour Office", () => {
  it("loads without findings", () => {
    expect(readRulebook(folder).findings).toEqual([]);
  });

  it("has twelve sections in four parts, in English only", () => {
    const { source, texts } = app.rulebook;
    expect(source.articles.size).toBe(12);
    expect(source.chapters.map((part) => [part.heading, part.articles])).toEqual([
      ["Part A: General", [1, 2, 3]],
      ["Part B: Leave", [4, 5, 6]],
      ["Part C: Meetings", [7, 8, 9]],
      ["Part D: Documents", [10, 11, 12]],
    ]);
    expect([...texts.keys()]).toEqual(["en"]);
  });

  it("has as many sample questions for each fact, at least six", () => {
    const { rulebook, usage } = loadRulebook(folder);
    for (const { id } of rulebook.facts.values())
      expect(
        usage.samples.filter(({ target }) => typeof target === "object" && "fact" in target && target.fact === id)
          .length,
        id,
      ).toBe(8);
  });
});

const questions: readonly { question: string; post?: string; says: string; place: string }[] = [
  {
    question: "Whose approval does a clerk need for a fortnight's vacation?",
    says: "Pilots and clerks ask the head of their section for annual leave.",
    place: "Section 4, sentence 1",
  },
  {
    question: "I'm a head of section. Who do I see about time off in May?",
    says: "Heads of section ask the deputy harbour master for annual leave.",
    place: "Section 4, sentence 2",
  },
  {
    question: "Whom do I ask for annual leave?",
    post: "deputy-harbour-master",
    says: "The deputy harbour master asks the harbour master for annual leave.",
    place: "Section 4, sentence 3",
  },
  {
    question: "I've caught the flu. Who needs to know?",
    says: "Whoever is too ill to work tells the duty officer before the shift begins.",
    place: "Section 5, sentence 1",
  },
  {
    question: "When do you need my certificate from the doctor?",
    says: "Hand in a doctor's note by the third day of absence.",
    place: "Section 5, sentence 2",
  },
  {
    question: "Can my holidays start if there's a gale warning?",
    says: "No. Annual leave does not begin while a storm warning is in force.",
    place: "Section 6",
  },
  {
    question: "How many days for the permit to land explosives?",
    says: "An application for dangerous cargo is decided within 15 working days, after the fire brigade has been heard.",
    place: "Section 10, sentence 2",
  },
  {
    question: "Who runs things while the harbour master is on holiday?",
    says: "While the harbour master is away, the deputy harbour master acts.",
    place: "Section 2, sentence 2",
  },
  {
    question: "A bollard is broken. Who do I report it to?",
    says: "Report damage to a quay or a mooring to the duty officer at once, and in writing within 24 hours.",
    place: "Section 3",
  },
  {
    question: "Are the crews of foreign ships covered?",
    says: "The rules apply to everyone who works for the Harbour Office, pilots included, and not to the crews of ships.",
    place: "Section 1",
  },
];

describe("its officials", () => {
  it.each(questions)("hear what the rules say: $question", async ({ question, post, says, place }) => {
    const reply = await ask(question, post ? { post } : {});
    expect(reply.tone).toBe("answer");
    expect(pointOf(reply)).toBe(says);
    expect(places(reply)[0]).toBe(place);
    expect(reply.citations[0]).toMatchObject({ rulebook: "harbour-2020", edition: "2020" });
    expect(textOf(reply)).toContain("Office Rules of the Harbour Office, 2020 edition");
    expect(troubles).toEqual([]);
  });

  it("ask in words that stand in no sample question", () => {
    const samples = new Set(loadRulebook(folder).usage.samples.map(({ text }) => normalise(text)));
    for (const { question } of questions) expect(samples.has(normalise(question)), question).toBe(false);
  });

  it("are asked back for their post where it decides, and answered once they have chosen it", async () => {
    const reply = await ask("Who do I turn to for leave?");
    expect(reply.tone).toBe("needs");
    expect(pointOf(reply)).toBe("That depends on who asks. Which post do you hold?");
    expect(reply.buttons.map((button) => button.label)).toEqual([
      "harbour master",
      "deputy harbour master",
      "head of a section",
      "pilot",
      "clerk",
    ]);
    const pilot = reply.buttons.find((button) => button.label === "pilot");
    const answer = await app.handle({ command: pilot?.command ?? "", options: pilot?.options ?? {} });
    expect([answer.tone, pointOf(answer)]).toEqual([
      "answer",
      "Pilots and clerks ask the head of their section for annual leave.",
    ]);
  });

  it("hear what the rules leave open, with the section that comes nearest", async () => {
    const reply = await ask("How many vacation days do I have?");
    expect(reply.tone).toBe("not-covered");
    expect(pointOf(reply)).toBe(
      "The rules do not say how many days of annual leave there are, only who is asked for it.",
    );
    expect(places(reply)).toEqual(["Section 4, sentence 1"]);
  });

  it("hear that the rules do not cover what is none of their business", async () => {
    const reply = await ask("How much is a ticket to the opera?");
    expect(reply.tone).toBe("not-covered");
    expect(pointOf(reply)).toBe("The rules do not cover this.");
    expect(reply.citations).toEqual([]);
  });

  it("are sent to no section that their rules do not have", async () => {
    for (const question of ["How much is a ticket to the opera?", "What does section 15 say?"]) {
      const named = [...textOf(await ask(question)).matchAll(/\/rule (\d+)/g)].map((match) => Number(match[1]));
      for (const section of named) expect([...app.rulebook.source.articles.keys()], question).toContain(section);
    }
  });

  it("are told that there is no such section, not that there is no such article", async () => {
    const reply = await ask("What does section 15 say?");
    expect(reply.tone).toBe("not-covered");
    expect(pointOf(reply)).toMatch(/section 15/i);
  });

  it("are offered other questions only if their rules answer them", async () => {
    const { buttons } = await ask("How much is a ticket to the opera?");
    expect(buttons.map((button) => button.label)).toContain("Who signs the minutes of the council?");
    for (const { label, command, options } of buttons) {
      const reply = await app.handle({ command, options });
      expect(["answer", "needs"], label).toContain(reply.tone);
    }
  });

  it("read a section, a sentence of it and a whole part by their numbers", async () => {
    const section = await app.handle({ line: "/rule Section 9" });
    expect(pointOf(section)).toBe("Section 9");
    expect(textOf(section)).toContain("A clerk writes the minutes of the council");
    const sentence = await app.handle({ line: "/rule 4.2" });
    expect(textOf(sentence)).toContain("Section 4, sentence 2\nHeads of section ask the deputy harbour master.");
    const part = await app.handle({ line: "/rule chapter 2" });
    expect(pointOf(part)).toBe("Part B: Leave");
    expect(troubles).toEqual([]);
  });
});

describe("somebody who reads Chinese", () => {
  it("is spoken to in Chinese, while the rules keep the language in which they were made", async () => {
    const reply = await ask("Who do I turn to for leave?", { language: "zh-Hans" });
    expect(reply.language).toBe("zh-Hans");
    expect(pointOf(reply)).toMatch(/^答案因提问人的职务而异。/);
    expect(textOf(reply)).toContain("Pilots and clerks ask the head of their section for annual leave.");
    expect(textOf(reply)).toContain("《Office Rules of the Harbour Office》2020年版");
    for (const place of places(reply)) expect(place).toMatch(/^Section 4/);
  });

  it("hears in Traditional characters that the rules do not cover something", async () => {
    const reply = await ask("How much is a ticket to the opera?", { language: "zh-Hant" });
    expect([reply.language, reply.tone, pointOf(reply)]).toEqual(["zh-Hant", "not-covered", "規則沒有規定。"]);
  });

  it.each([
    ["泊位申请要几天？", "An application for a berth is decided within 5 working days.", "Section 10"],
    ["引航员休年假向谁请假？", "Pilots and clerks ask the head of their section for annual leave.", "Section 4"],
  ])("can even ask in Chinese, by the Chinese words of the vocabulary: %s", async (question, says, section) => {
    const reply = await ask(question);
    expect([reply.language, reply.tone, pointOf(reply)]).toEqual(["zh-Hans", "answer", says]);
    expect(places(reply)[0]).toMatch(new RegExp(`^${section}`));
  });

  it("is not told that an English text is a translation of anything", async () => {
    const reply = await ask("泊位申请要几天？");
    expect(textOf(reply)).not.toMatch(/阅读版|原文为准/);
  });
});

describe("somebody who reads the Chinese version of rules made in English", () => {
  const lamps = createApp(
    { rulebookFolder: fileURLToPath(new URL("../support/rulebooks/lamp-office", import.meta.url)) },
    quietLog((error) => troubles.push(error)),
  );
  const reply = lamps.handle({ command: "ask", options: { question: "冬天我想请假，向谁请假？", as: "keeper" } });
  const drawn = async () => renderReply(await reply, plainLook, "");

  it("hears the answer in Chinese, with the sentence of the reading version", async () => {
    expect(pointOf(await reply)).toBe("灯务员冬季向督察员请假。");
    expect(await drawn()).toContain("灯务员冬季请假的，向督察员提出。");
  });

  it("is shown the words of the rules themselves, which are English", async () => {
    expect(await drawn()).toContain("A lamp keeper who wants leave in winter asks the inspector");
  });

  it("is not told that Traditional Chinese words decide: there are none", async () => {
    expect(await drawn()).not.toMatch(/繁体|繁體/);
  });
});
