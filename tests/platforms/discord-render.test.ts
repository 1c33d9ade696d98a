import { FileUploadBuilder, LabelBuilder, ModalBuilder, StringSelectMenuBuilder, TextInputBuilder } from "discord.js";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Field, Form } from "../../src/form.ts";
import { packButtons } from "../../src/platforms/discord/components.ts";
import { escapeLine } from "../../src/platforms/discord/escape.ts";
import { drawForm } from "../../src/platforms/discord/form.ts";
import { type Page, renderReply } from "../../src/platforms/discord/render.ts";
import { unpackButton } from "../../src/platforms/platform.ts";
import { type Block, type Button, note, paragraph, point, type Reply, reply } from "../../src/reply.ts";
import { languages } from "../../src/text.ts";
import { againstDescription, buildPage, described, overLimits, readLine } from "./discord/checks.ts";

const answer = (blocks: readonly Block[], more: Partial<Reply> = {}): Reply =>
  reply({ tone: "answer", language: "en", blocks, ...more });
const draw = (given: Reply): readonly Page[] =>
  renderReply(
    given,
    given.buttons.map((_, index) => `${index}|x`),
  );
const textOf = (pages: readonly Page[]): string =>
  pages.flatMap(({ body }) => body.embeds.map((each) => each.description ?? "")).join("\n=====\n");
const shown = (...blocks: readonly Block[]): string => textOf(draw(answer(blocks)));

const quote = (given: Partial<Extract<Block, { kind: "quote" }>["source"]> = {}): Block => ({
  kind: "quote",
  source: {
    citation: { rulebook: "r", edition: "2017", article: 48, quote: "一事一報。\n按程序辦理。" },
    place: "Art. 48",
    ...given,
  },
});

describe("a reply on Discord", () => {
  it("has its point in bold, paragraphs apart, lists with dashes and small print in small", () => {
    expect(
      shown(point("Seven days."), paragraph("Counted so."), { kind: "list", items: ["a", "b"] }, note("2017")),
    ).toBe("**Seven days.**\n\nCounted so.\n\n- a\n- b\n\n-# 2017");
  });

  it("quotes the rules with the place in bold and, for readers of another language, what they mean in italics", () => {
    expect(shown(quote({ reading: "One matter, one report." }))).toBe(
      "> **Art. 48**\n> “一事一報。\n> 按程序辦理。”\n> *(One matter, one report.)*",
    );
    expect(shown(quote())).toBe("> **Art. 48**\n> “一事一報。\n> 按程序辦理。”");
  });

  it("shows a reader of the other Chinese script the reading version only, in their own marks", () => {
    const pages = (language: Reply["language"]) =>
      textOf(draw(answer([quote({ reading: "一事一报。", place: "第四十八条" })], { language })));
    expect(pages("zh-Hans")).toBe("> **第四十八条**\n> “一事一报。”");
    expect(pages("zh-Hant")).toBe("> **第四十八条**\n> 「一事一报。」");
  });

  it("shows a table as lines, which a phone has room for", () => {
    expect(
      shown({
        kind: "table",
        rows: [
          ["Setting", "Value"],
          ["Zone", "Asia/Shanghai"],
          ["Commands", ""],
        ],
      }),
    ).toBe("-# Setting – Value\n**Zone** – Asia/Shanghai\n**Commands**");
    expect(
      shown({
        kind: "table",
        rows: [
          ["职务", "姓名", "x"],
          ["mayor", "李明", "``` @everyone"],
        ],
      }),
    ).toBe("-# 职务 – 姓名 · x\n**mayor** – 李明 · \\`\\`\\` \\@everyone");
  });

  it("has its title, and a colour for its tone", () => {
    const [page] = draw(answer([paragraph("x")], { title: "*Rules*" }));
    expect(page?.body.embeds[0]).toEqual({ title: "\\*Rules\\*", description: "x", color: 0x3b6ea5 });
    const colours = (["answer", "done", "needs", "not-covered", "refused", "problem"] as const).map(
      (tone) => draw(answer([], { tone }))[0]?.body.embeds[0]?.color,
    );
    expect(new Set(colours).size).toBe(6);
  });

  it("is never empty: Discord would refuse it", () => {
    expect(textOf(draw(answer([])))).toBe("…");
    expect(textOf(draw(answer([paragraph("  "), { kind: "list", items: [] }])))).toBe("…");
  });
});

describe("what people typed", () => {
  test.each([
    "@everyone @here <@100000000000000001> <@&8> <#7> </ask:1> <t:1700000000:R> <a:wave:12> :smile: ::smile::",
    "[the rules](https://evil.example) https://evil.example/a_b_c steam://run/1 <https://evil.example>",
    "**bold** __under__ _it_ *it* ~~struck~~ ||spoiler|| `code` ``co`de`` ```block```",
    "# heading",
    "### heading",
    "-# small",
    "> quote",
    ">>> quote",
    "- item",
    "  * item",
    "12. item",
    "12) item",
    "\\*already escaped\\* \\\\",
    "3*4_5, 9:30:00, a-b, e.g. 1.5 # 3 (x) {y} 100%",
    "市政府〔2017〕3号 “原文” ——",
  ])("is shown as it was typed: %s", (line) => {
    expect(readLine(escapeLine(line))).toEqual({ text: line, marks: [] });
  });

  it("is shown as it was typed, whatever it is", () => {
    const nasty = fc.string({
      unit: fc.constantFrom(..."*_~|`>#-+.()[]<>@:/\\!&1at ", "https://", "@everyone", "<@1>", "\n", "文", "😀"),
      maxLength: 40,
    });
    fc.assert(
      fc.property(nasty, (text) => {
        for (const line of text.split("\n")) expect(readLine(escapeLine(line))).toEqual({ text: line, marks: [] });
      }),
      { numRuns: 2000 },
    );
  });

  it("would do something if it were not escaped: the reader of these tests sees marks", () => {
    const marks = ["**a**", "@here", "https://a.b", "# a", "> a", "- a", "||a||", ":tada:", "[a](b)", "-# a", "`a`"];
    for (const each of marks) expect(readLine(each).marks, each).not.toEqual([]);
  });

  it("keeps its place in every kind of block", () => {
    const evil = "**@everyone** [a](https://b.c)\n# x\n> y";
    const lines = shown(
      paragraph(evil),
      point(evil),
      note(evil),
      { kind: "list", items: [evil] },
      quote({ place: evil, reading: evil, citation: { rulebook: "r", edition: "e", article: 1, quote: evil } }),
      { kind: "table", rows: [[evil, evil]] },
    ).split("\n");
    const allowed = ["bold", "italic", "small", "item", "quote"];
    expect(lines.flatMap((line) => readLine(line).marks).filter((mark) => !allowed.includes(mark))).toEqual([]);
    expect(
      lines
        .map((line) => readLine(line).text)
        .join("\n")
        .match(/@everyone/g),
    ).toHaveLength(9);
  });

  it("cannot hide or turn round what follows it", () => {
    expect(escapeLine("a\u202Eb\u2066c\u0007d\te")).toBe("abcd e");
  });

  it("is named in a file without folders", () => {
    const [page] = draw(answer([], { files: [{ name: "../a/b.csv", content: "x" }] }));
    expect(page?.files.map(({ name }) => name)).toEqual(["..-a-b.csv"]);
    expect(page?.body.attachments).toEqual([{ id: "0", filename: "..-a-b.csv" }]);
  });
});

const button = (number: number, label = `Choice ${number}`): Button => ({ label, command: "rule", options: {} });
const buttons = (count: number): readonly Button[] => Array.from({ length: count }, (_, index) => button(index + 1));
const rowsOf = (pages: readonly Page[]) => pages.map(({ body }) => body.components.map((row) => row.components));

describe("the choices of a reply", () => {
  it("are up to ten buttons, five in a row, their labels cut to what Discord takes", () => {
    const [rows = []] = rowsOf(
      draw(answer([], { buttons: [...buttons(6), button(7, "长".repeat(100)), button(8, " ")] })),
    );
    expect(rows.map((row) => row.length)).toEqual([5, 3]);
    const labels = rows.flat().map((each) => ("label" in each ? each.label : ""));
    expect(labels.slice(5)).toEqual(["Choice 6", `${"长".repeat(79)}…`, "…"]);
  });

  it("are a menu when they are more, and further menus from 25 on", () => {
    const [rows = []] = rowsOf(draw(answer([], { buttons: buttons(30) })));
    const menus = rows.flat().flatMap((each) => ("options" in each ? [each] : []));
    expect(menus.map(({ options }) => options.length)).toEqual([25, 5]);
    expect(menus[1]?.options[4]).toEqual({ label: "Choice 30", value: "29|x" });
    expect(menus[0]?.placeholder).toBe("Choose");
  });

  it("go on in a further message when one cannot hold them", () => {
    const pages = draw(answer([paragraph("x")], { buttons: buttons(130) }));
    expect(rowsOf(pages).map((rows) => rows.length)).toEqual([5, 1]);
    expect(textOf(pages)).toBe("x\n=====\n…");
  });

  it("carry their command line, parked when it is long, and never the same twice", async () => {
    const parked: Button[] = [];
    const desk = { park: async (given: Button) => `name-of-22-characters${parked.push(given)}` };
    const long = { ...button(3), options: { place: "字".repeat(50) } };
    const ids = await packButtons([button(1), button(1), long], desk);
    expect(ids).toEqual(["0|rule&", "1|rule&", "2|#name-of-22-characters1"]);
    expect(parked).toEqual([long]);
  });
});

describe("a reply that is too long for a message", () => {
  const long = (count: number): Reply =>
    answer(
      Array.from({ length: count }, (_, index) => paragraph(`${index + 1}: ${"words ".repeat(100)}`)),
      { buttons: buttons(1), files: [{ name: "roster.csv", content: "a,b" }] },
    );

  it("goes on in further messages, none of its words lost; choices and files come with the last", () => {
    const given = long(20);
    const pages = draw(given);
    expect(pages).toHaveLength(4);
    const numbers = [...textOf(pages).matchAll(/^(\d+): /gm)].map(([, number]) => Number(number));
    expect(numbers).toEqual(given.blocks.map((_, index) => index + 1));
    expect(pages.map(({ body }) => body.components.length)).toEqual([0, 0, 0, 1]);
    expect(pages.map(({ files }) => files.length)).toEqual([0, 0, 0, 1]);
  });

  it("is a page and a file with all of it when it would be more than four", () => {
    const given = long(60);
    const pages = draw(given);
    expect(pages).toHaveLength(1);
    expect(textOf(pages)).toMatch(/-# This is the beginning; all of it is in the attached file\.$/);
    const [page] = pages;
    expect(page?.files.map(({ name }) => name)).toEqual(["roster.csv", "mishu.txt"]);
    const whole = String(page?.files[1]?.data);
    for (const block of given.blocks) expect(whole).toContain("text" in block ? block.text.trim() : "?");
  });

  it("breaks a line only where it must, and never within a character", () => {
    const pages = draw(answer([point("😀".repeat(3000))]));
    expect(textOf(pages).replace(/[^😀]/gu, "")).toBe("😀".repeat(3000));
  });
});

const words = fc.string({ unit: fc.constantFrom(..."*_`<>@[]:/\\\n ", "word ", "字", "😀", "```"), maxLength: 120 });
const longWords = fc.tuple(words, fc.integer({ min: 1, max: 60 })).map(([text, times]) => text.repeat(times));
const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  longWords.map(paragraph),
  longWords.map(point),
  longWords.map(note),
  fc.array(longWords, { maxLength: 12 }).map((items): Block => ({ kind: "list", items })),
  fc.tuple(words, longWords, fc.option(longWords, { nil: undefined })).map(([place, text, reading]) =>
    quote({
      place,
      citation: { rulebook: "r", edition: "e", article: 1, quote: text },
      ...(reading === undefined ? {} : { reading }),
    }),
  ),
  fc
    .array(fc.array(words, { minLength: 1, maxLength: 4 }), { maxLength: 40 })
    .map((rows): Block => ({ kind: "table", rows })),
);
const anyReply: fc.Arbitrary<Reply> = fc
  .record({
    tone: fc.constantFrom<Reply["tone"]>("answer", "done", "needs", "not-covered", "refused", "problem"),
    language: fc.constantFrom(...languages),
    title: fc.option(longWords, { nil: undefined }),
    blocks: fc.array(anyBlock, { maxLength: 12 }),
    buttons: fc.array(fc.record({ label: words, command: words, options: fc.dictionary(words, words) }), {
      maxLength: 140,
    }),
    files: fc.array(fc.record({ name: words, content: words }), { maxLength: 25 }),
  })
  .map(({ title, ...given }) => reply({ ...given, ...(title === undefined ? {} : { title }) }));

describe("any reply at all", () => {
  const check = againstDescription("MessageCreateRequest");

  it.skipIf(!described)(
    "is what Discord's own description of its interface allows (../shared/specs is there)",
    async () => {
      await fc.assert(
        fc.asyncProperty(anyReply, async (given) => {
          for (const { body } of renderReply(given, await packButtons(given.buttons, desk)))
            expect(check(body)).toEqual([]);
        }),
        { numRuns: 30 },
      );
    },
  );

  it("becomes messages within Discord's limits, which its own builders accept", async () => {
    await fc.assert(
      fc.asyncProperty(anyReply, async (given) => {
        const pages = renderReply(given, await packButtons(given.buttons, desk));
        for (const page of pages) {
          buildPage(page);
          expect(overLimits(page)).toEqual([]);
        }
        const kept = pages.flatMap(({ body }) => body.components.flatMap(({ components }) => components));
        const choices = kept.map((each) => ("options" in each ? each.options.length : 1));
        expect(choices.reduce((sum, each) => sum + each, 0)).toBe(given.buttons.length);
      }),
      { numRuns: 150 },
    );
  });
});

const desk = { park: async () => "a-name-of-22-characters" };

describe("any form at all", () => {
  const label = fc.string({ minLength: 1, maxLength: 150, unit: fc.constantFrom("a", "字", " ", "😀") });
  const field = (index: number): fc.Arbitrary<Field> =>
    fc
      .record({
        label,
        help: label,
        kind: fc.constantFrom<Field["kind"]>("line", "long", "choice", "yes-no", "file", "document", "channel"),
        choices: fc.integer({ min: 0, max: 30 }),
        needed: fc.boolean(),
        suggests: fc.boolean(),
        value: fc.option(fc.constantFrom("", "7", "a\nb", "字".repeat(5000), "channel:discord:1:2"), {
          nil: undefined,
        }),
      })
      .map(({ choices, value, ...given }) => ({
        ...given,
        name: `field-${index}`,
        choices: Array.from({ length: choices }, (_, number) => ({
          label: "x".repeat(number),
          value: String(number + 1),
        })),
        ...(value === undefined ? {} : { value }),
      }));
  const form: fc.Arbitrary<Form> = fc
    .tuple(
      label.filter((text) => text.trim() !== ""),
      fc.tuple(...[0, 1, 2, 3, 4, 5, 6].map(field)),
      fc.integer({ min: 1, max: 7 }),
    )
    .map(([title, fields, count]) => ({
      command: "paper submit",
      title,
      about: "",
      given: { number: "1" },
      fields: fields.slice(0, count),
      submit: "Send",
      cancel: "Cancel",
    }));
  const apiUrl = "https://discord.com/api";

  it("is a modal that Discord's description allows, and nothing that was typed is dropped from it", async () => {
    const check = againstDescription("ModalInteractionCallbackRequestData");
    await fc.assert(
      fc.asyncProperty(form, async (given) => {
        const parked: Button[] = [];
        const modal = await drawForm(given, {
          desk: { park: async (button) => `a-name-of-22-characters${parked.push(button)}` },
          apiUrl,
        });
        expect(check(modal)).toEqual([]);
        expect(modal.components.length).toBe(Math.min(5, given.fields.length));
        const packed = modal.custom_id.slice(modal.custom_id.indexOf("|") + 1);
        const carried = await unpackButton(packed, { parked: async () => parked[0] });
        const shown = JSON.stringify(modal.components);
        for (const { name, value } of given.fields)
          if (!shown.includes(`"${name}"`)) expect(carried?.options[name]).toBe(value);
        expect(carried?.options.number).toBe("1");
      }),
      { numRuns: 200 },
    );
  });

  it("keeps the file that was given already, and does not ask for it again", async () => {
    const address = "https://cdn.discordapp.com/ephemeral-attachments/1/2/roster.csv?ex=1";
    const file: Field = {
      name: "file",
      label: "File",
      help: "A table",
      kind: "file",
      choices: [],
      suggests: false,
      needed: true,
    };
    const draw = (value?: string) =>
      drawForm(
        {
          command: "c",
          title: "T",
          about: "",
          given: {},
          fields: [{ ...file, ...(value === undefined ? {} : { value }) }],
          submit: "",
          cancel: "",
        },
        { desk, apiUrl },
      );
    const modal = await draw(address);
    expect(modal.custom_id).toBe(`0|c&${new URLSearchParams({ file: address })}`);
    expect(JSON.stringify(modal.components)).toContain('"required":false');
    // the content of a file is not an address: there is nothing to keep, and it is asked for
    const again = await draw("name,post\n");
    expect(again.custom_id).toBe("0|c&");
    expect(JSON.stringify(again.components)).toContain('"required":true');
  });

  it("is what discord.js's own builders would make of it", async () => {
    const field = (name: string, kind: Field["kind"], more: Partial<Field> = {}): Field => ({
      name,
      label: name,
      help: `help ${name}`,
      kind,
      choices: [],
      suggests: false,
      needed: true,
      ...more,
    });
    const fields = [
      field("words", "long", { value: "given" }),
      field("kind", "choice", { choices: [{ label: "One", value: "1" }], value: "1" }),
      field("file", "file"),
    ];
    const drawn = await drawForm(
      { command: "c", title: "Title", about: "", given: {}, fields, submit: "", cancel: "" },
      { desk, apiUrl },
    );
    const built = new ModalBuilder()
      .setCustomId("0|c&")
      .setTitle("Title")
      .addLabelComponents(
        new LabelBuilder()
          .setLabel("words")
          .setDescription("help words")
          .setTextInputComponent(
            new TextInputBuilder()
              .setCustomId("words")
              .setStyle(2)
              .setRequired(true)
              .setMaxLength(4000)
              .setValue("given"),
          ),
        new LabelBuilder()
          .setLabel("kind")
          .setDescription("help kind")
          .setStringSelectMenuComponent(
            new StringSelectMenuBuilder()
              .setCustomId("kind")
              .setMinValues(1)
              .setMaxValues(1)
              .setRequired(true)
              .addOptions({ label: "One", value: "1", default: true }),
          ),
        new LabelBuilder()
          .setLabel("file")
          .setDescription("help file")
          .setFileUploadComponent(
            new FileUploadBuilder().setCustomId("file").setMinValues(1).setMaxValues(1).setRequired(true),
          ),
      );
    expect(drawn).toEqual(JSON.parse(JSON.stringify(built.toJSON())));
  });
});
