import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Field, Form } from "../../src/form.ts";
import { wholeReply } from "../../src/plain-text.ts";
import { buttonBlocks } from "../../src/platforms/slack/buttons.ts";
import { carriedBy, drawForm } from "../../src/platforms/slack/form.ts";
import { cut, limits, piecesOf } from "../../src/platforms/slack/limits.ts";
import { isLong, type Page, renderReply } from "../../src/platforms/slack/render.ts";
import { isOfSlack } from "../../src/platforms/slack/return-to.ts";
import { freeLine, typedText } from "../../src/platforms/slack/words.ts";
import { type Block, type Reply, reply } from "../../src/reply.ts";
import type { Language } from "../../src/text.ts";
import { fieldLists, fieldsOf } from "../fakes/slack/json.ts";
import { messageProblem } from "../fakes/slack/kit/message.ts";
import { problemsOf } from "../fakes/slack/kit/shape.ts";
import { view as viewShape } from "../fakes/slack/kit/view.ts";
import { renderMessage } from "../fakes/slack/rendered.ts";

const scopes = new Set(["files:read"]);
const names = { user: (id: string) => id, channel: (id: string) => id };

const asRead = (page: Page) => {
  const { text, blocks } = JSON.parse(JSON.stringify(page)) as Record<string, unknown>;
  return renderMessage({ text: String(text), blocks: fieldLists(blocks), attachments: [] }, names);
};

const draw = (given: Partial<Reply>, language: Language = "en"): string =>
  renderReply(
    reply({ tone: "answer", language, ...given }),
    (given.buttons ?? []).map((_, index) => `help&${index}`),
  )
    .map((page) => asRead(page).text)
    .join("\n\n");

const quoteBlock = (reading?: string): Block => ({
  kind: "quote",
  source: {
    place: "Art. 48",
    citation: { rulebook: "r", edition: "e", article: 48, quote: "會議紀要由秘書長簽發" },
    ...(reading === undefined ? {} : { reading }),
  },
});

describe("how a reply reads in Slack", () => {
  it("has its title, its point, its lists and its small print", () => {
    expect(
      draw({
        title: "Title",
        blocks: [
          { kind: "text", text: "point", strong: true },
          { kind: "list", items: ["one", "two"] },
          { kind: "note", text: "small" },
        ],
        buttons: [{ label: "Go on", command: "help", options: {} }],
      }),
    ).toBe("Title\npoint\n• one\n• two\nsmall\n[Go on]");
  });

  it.each([
    ["en", "Minutes are signed", "> Art. 48\n> “會議紀要由秘書長簽發”\n> (Minutes are signed)"],
    ["zh-Hans", "会议纪要由秘书长签发", "> Art. 48\n> “会议纪要由秘书长签发”"],
    ["zh-Hant", undefined, "> Art. 48\n> 「會議紀要由秘書長簽發」"],
  ] as const)("quotes the words that a reader of %s is to see", (language, reading, expected) => {
    expect(draw({ blocks: [quoteBlock(reading)] }, language)).toBe(expected);
  });

  it("shows a table as a list, which a phone has room for", () => {
    const rows = [
      ["Post", "Person"],
      ["市长", "李娜"],
      ["clerk", ""],
    ];
    expect(draw({ blocks: [{ kind: "table", rows }] })).toBe("Post – Person\n• 市长 – 李娜\n• clerk");
    const wide = rows.map((row) => [...row, "x"]);
    expect(draw({ blocks: [{ kind: "table", rows: wide }] })).toBe("Post – Person · x\n• 市长 – 李娜 · x\n• clerk – x");
  });

  it("is a row of buttons up to ten, and menus beyond", () => {
    const kinds = (count: number) =>
      buttonBlocks(
        Array.from({ length: count }, (_, index) => ({ label: `b${index}`, command: "c", options: {} })),
        Array.from({ length: count }, () => "v"),
        "Choose",
      ).map(({ elements }) => elements.map(({ type }) => type));
    expect(kinds(0)).toEqual([]);
    expect(kinds(7)).toEqual([Array(5).fill("button"), Array(2).fill("button")]);
    expect(kinds(11)).toEqual([["static_select"]]);
    expect(kinds(101)).toEqual([["static_select", "static_select"]]);
  });

  it("is never silently shorter: what has no room in four messages is whole in its file", () => {
    const items = Array.from({ length: 6000 }, (_, index) => `item ${index}.`);
    const long = reply({ tone: "answer", language: "en", blocks: [{ kind: "list", items }] });
    expect(isLong(long)).toBe(true);
    expect(renderReply(long, [])).toHaveLength(1);
    for (const item of items) expect(wholeReply(long).content).toContain(item);
    const fitting = reply({ tone: "answer", language: "en", blocks: [{ kind: "list", items: items.slice(0, 3000) }] });
    expect(isLong(fitting)).toBe(false);
    const read = renderReply(fitting, [])
      .map((page) => asRead(page).text)
      .join("\n");
    for (const item of items.slice(0, 3000)) expect(read).toContain(item);
  });
});

const words = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: "grapheme", maxLength: 60 }) },
  fc.constantFrom("<!channel>", "@everyone", "*bold*", "`", "<http://evil|bank>", "&lt;", "\u202Etxt", "", " ", "\n\n"),
  fc.string({ unit: "binary", minLength: 100, maxLength: 9000 }),
);
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant("text" as const), text: words, strong: fc.boolean() }),
  fc.record({ kind: fc.constant("note" as const), text: words }),
  fc.record({ kind: fc.constant("list" as const), items: fc.array(words, { maxLength: 150 }) }),
  fc.record({
    kind: fc.constant("table" as const),
    rows: fc.array(fc.array(words, { maxLength: 4 }), { maxLength: 80 }),
  }),
  fc.tuple(words, words, fc.option(words, { nil: undefined })).map(
    ([place, quote, reading]): Block => ({
      kind: "quote",
      source: {
        place,
        citation: { rulebook: "r", edition: "e", article: 1, quote },
        ...(reading === undefined ? {} : { reading }),
      },
    }),
  ),
);
const anyReply = fc
  .record({
    language: fc.constantFrom<Language>("en", "zh-Hans", "zh-Hant"),
    title: fc.option(words, { nil: undefined }),
    blocks: fc.array(block, { maxLength: 30 }),
    labels: fc.array(words, { maxLength: 130 }),
  })
  .map(({ language, title, blocks, labels }) =>
    reply({
      tone: "answer",
      language,
      ...(title === undefined ? {} : { title }),
      blocks,
      buttons: labels.map((label) => ({ label, command: "help", options: {} })),
    }),
  );

describe("whatever a reply says", () => {
  it("Slack takes each of its messages, and nobody is called by any", () => {
    fc.assert(
      fc.property(anyReply, (given) => {
        const pages = renderReply(
          given,
          given.buttons.map((_, index) => `help&${index}`),
          ["a note"],
        );
        expect(pages.length).toBeLessThanOrEqual(limits.messages);
        for (const page of pages) {
          const content = JSON.parse(JSON.stringify(page)) as Record<string, unknown>;
          expect(messageProblem(content, scopes)).toBeUndefined();
          const { notifies, links, channels } = asRead(page);
          expect([notifies, links, channels]).toEqual([[], [], []]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("a form of it is one that Slack takes", async () => {
    const field: fc.Arbitrary<Field> = fc.record({
      name: fc.constantFrom("a", "b", "c"),
      label: words,
      help: words,
      kind: fc.constantFrom("line", "long", "choice", "yes-no", "file", "document", "channel"),
      choices: fc.constant([
        { label: "Yes", value: "true" },
        { label: "x".repeat(90), value: "false" },
      ]),
      suggests: fc.boolean(),
      needed: fc.boolean(),
      value: words,
    });
    const form: fc.Arbitrary<Form> = fc.record({
      command: fc.constant("memo"),
      title: words,
      about: words,
      given: fc.dictionary(words, words, { maxKeys: 3 }),
      fields: fc.uniqueArray(field, { selector: ({ name }) => name, minLength: 1 }),
      submit: words,
      cancel: words,
    });
    await fc.assert(
      fc.asyncProperty(form, async (given) => {
        const carried = await carriedBy(
          given,
          { language: "en", returnTo: { channel: "C1", responseUrl: `https://hooks.slack.com/${"x".repeat(150)}` } },
          { park: async () => "x".repeat(22) },
        );
        const view = fieldsOf(JSON.parse(JSON.stringify(drawForm(given, carried, "T1"))));
        expect(problemsOf(viewShape, view, "", { surface: "modal", scopes })).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it("nothing is lost or torn where it is cut", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), fc.integer({ min: 4, max: 50 }), (text, length) => {
        const pieces = piecesOf(text, length);
        expect(pieces.join("")).toBe(text);
        for (const piece of pieces) {
          expect(piece.length).toBeGreaterThan(0);
          expect(piece.length).toBeLessThanOrEqual(length);
          expect(piece.isWellFormed()).toBe(true);
        }
        expect(cut(text, length).length).toBeLessThanOrEqual(length);
      }),
    );
  });
});

describe("what people type", () => {
  it("comes through as they typed it", () => {
    const slacksEscapes = (text: string) =>
      text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii" }), (text) => {
        const typed = text.replaceAll(/["]/g, "");
        expect(typedText(slacksEscapes(typed), "T1")).toBe(typed.trim());
      }),
    );
  });

  it("is read without a fall, whatever it is", () => {
    const desk = { commands: [], read: () => ({ command: "", options: {} }) };
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void freeLine(typedText(text, "T1"), desk)));
  });
});

describe("where the token may go", () => {
  it.each([
    ["https://files.slack.com/files-pri/T1-F1/a.csv", true],
    ["https://slack.com/files-pri/T1-F1/a.csv", true],
    ["https://hooks.slack.com/commands/1", true],
    ["http://files.slack.com/a.csv", false],
    ["https://slack.com.evil.example/a.csv", false],
    ["https://evilslack.com/a.csv", false],
    ["https://slack.com@evil.example/a.csv", false],
    ["https://files.slack.com:8443/a.csv", false],
    ["no address", false],
  ])("%s: %s", (address, expected) => {
    expect(isOfSlack(address, "https://slack.com/api/")).toBe(expected);
  });
});
