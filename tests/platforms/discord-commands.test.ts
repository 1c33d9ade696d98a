import { ApplicationCommandType, ContextMenuCommandBuilder, SlashCommandBuilder } from "discord.js";
import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { applicationCommands, type Slash } from "../../src/platforms/discord/commands.ts";
import { compareCommands, noDifference } from "../../src/platforms/discord/register.ts";
import { againstDescription, described } from "./discord/checks.ts";
import { post, submit } from "./discord/paper.ts";

const all = [...commands, submit, post];
const registered = applicationCommands(all);
const definitions = registered.flatMap((each) =>
  "description" in each && each.description !== undefined ? [each as Slash] : [],
);
type Definition = Slash;
const named = (name: string): Definition => {
  const found = definitions.find((each) => each.name === name);
  if (!found) throw new Error(`no command ${name}`);
  return found;
};
const chinese = (texts: unknown) => (texts ?? {}) as Record<"zh-CN" | "zh-TW", string>;
const optionsOf = (part: { readonly options?: unknown }) => (part.options ?? []) as readonly Record<string, unknown>[];

describe("the commands as Discord is told of them", () => {
  it("are named in English, and in both Chinese scripts where somebody's Discord is Chinese", () => {
    expect(named("ask")).toMatchObject({
      type: 1,
      name_localizations: { "zh-CN": "问", "zh-TW": "問" },
      description: "Ask the rules: the answer, the article and its exact words",
      description_localizations: { "zh-CN": "向规则提问：答案、条文和原文", "zh-TW": "向規則提問：答案、條文和原文" },
    });
  });

  it("of one group are subcommands of one command", () => {
    const paper = named("paper");
    expect(paper.name_localizations).toEqual({ "zh-CN": "公文", "zh-TW": "公文" });
    expect(optionsOf(paper).map(({ type, name, name_localizations }) => ({ type, name, name_localizations }))).toEqual([
      { type: 1, name: "submit", name_localizations: { "zh-CN": "报送", "zh-TW": "報送" } },
      { type: 1, name: "post", name_localizations: { "zh-CN": "张贴", "zh-TW": "張貼" } },
    ]);
  });

  it("have an option for each thing that people may type, of the kind that Discord has for it", () => {
    const [paper = {}] = optionsOf(named("paper"));
    expect(optionsOf(paper)).toMatchObject([
      { type: 3, name: "title", name_localizations: { "zh-CN": "标题", "zh-TW": "標題" }, max_length: 6000 },
      {
        type: 3,
        name: "kind",
        choices: [
          { name: "notice", name_localizations: { "zh-CN": "通知", "zh-TW": "通知" }, value: "notice" },
          { name: "report", name_localizations: { "zh-CN": "报告", "zh-TW": "報告" }, value: "report" },
        ],
      },
      { type: 5, name: "urgent" },
      { type: 11, name: "body" },
      { type: 7, name: "room", channel_types: [0, 5] },
      { type: 3, name: "to", autocomplete: true, max_length: 6000 },
      { type: 3, name: "copies", max_length: 6000 },
    ]);
  });

  it("leave out what only buttons fill in, and require nothing: a form asks for what is missing", () => {
    expect(JSON.stringify(definitions)).not.toContain("required");
    const parts = definitions as unknown as readonly Record<string, unknown>[];
    for (const { path, hidden } of commands) {
      const found = path
        .split(" ")
        .reduce<Record<string, unknown> | undefined>(
          (at, word) => (at ? optionsOf(at) : parts).find(({ name }) => name === word),
          undefined,
        );
      expect(found?.name).toBe(path.split(" ").at(-1));
      for (const { name } of optionsOf(found ?? {})) expect(hidden).not.toContain(name);
    }
  });

  it("are accepted by discord.js's own checks of names, lengths and languages", () => {
    for (const each of definitions) {
      const builder = new SlashCommandBuilder()
        .setName(each.name)
        .setDescription(each.description)
        .setNameLocalizations(chinese(each.name_localizations))
        .setDescriptionLocalizations(chinese(each.description_localizations));
      expect(builder.toJSON()).toMatchObject({ name: each.name });
    }
  });

  it("that start from a message stand in its menu by a name in every language, and are accepted by discord.js", () => {
    const menus = registered.filter(({ type }) => type === 3);
    expect(menus).toEqual([
      { type: 3, name: "Follow up", name_localizations: { "zh-CN": "登记督办", "zh-TW": "登記督辦" } },
    ]);
    for (const each of menus)
      expect(
        new ContextMenuCommandBuilder().setType(ApplicationCommandType.Message).setName(each.name).toJSON(),
      ).toMatchObject({ name: each.name, type: 3 });
  });

  it("keep within what Discord takes and its builders do not look at", () => {
    const names = (parts: readonly Record<string, unknown>[], locale?: string) =>
      parts.map((each) =>
        locale === undefined ? each.name : (each.name_localizations as Record<string, string> | undefined)?.[locale],
      );
    const look = (parts: readonly Record<string, unknown>[]): void => {
      expect(parts.length).toBeLessThanOrEqual(25);
      for (const locale of [undefined, "zh-CN", "zh-TW"])
        expect(new Set(names(parts, locale)).size, `${locale} ${JSON.stringify(names(parts, locale))}`).toBe(
          parts.length,
        );
      for (const part of parts) {
        for (const locale of [undefined, "zh-CN", "zh-TW"])
          expect(String(names([part], locale)[0])).toMatch(/^[-_'\p{Ll}\p{Lo}\p{N}]{1,32}$/u);
        look(optionsOf(part));
      }
    };
    look(definitions as unknown as readonly Record<string, unknown>[]);
    for (const each of definitions) expect(countedLength(each as never), each.name).toBeLessThan(8000);
  });

  it.skipIf(!described)("are what Discord's own description allows (../shared/specs is there)", () => {
    const check = againstDescription("ApplicationCommandUpdateRequest");
    for (const each of definitions) expect(check(each), each.name).toEqual([]);
  });
});

/** As Discord tells of a command that it was given. */
const told = (given: Definition): Record<string, unknown> => ({
  id: "1",
  application_id: "2",
  guild_id: "3",
  version: "4",
  default_member_permissions: null,
  nsfw: false,
  ...(JSON.parse(JSON.stringify(given)) as object),
});

describe("what registering would change", () => {
  const registered = definitions.map(told);

  it("is nothing when the server has these commands", () => {
    const same = compareCommands(definitions, registered);
    expect(same).toEqual({ added: [], changed: [], removed: [] });
    expect(noDifference(same)).toBe(true);
  });

  it("is nothing for what Discord adds of its own", () => {
    const [first = {}] = registered;
    const filled = {
      ...first,
      options: optionsOf(first).map((each) => ({ required: false, autocomplete: false, ...each })),
    };
    expect(noDifference(compareCommands(definitions, [filled, ...registered.slice(1)]))).toBe(true);
  });

  it("names what is new and what is gone", () => {
    const changes = compareCommands(definitions, [...registered.slice(1), { name: "old", description: "Old" }]);
    expect(changes).toEqual({ added: ["ask"], changed: [], removed: ["old"] });
    expect(noDifference(changes)).toBe(false);
  });

  it("names which part of a command is different", () => {
    const paper = JSON.parse(JSON.stringify(told(named("paper"))));
    paper.description = "Sheets";
    paper.name_localizations = { "zh-CN": "纸" };
    const [first] = paper.options;
    const [title, kind, urgent, ...others] = first.options;
    title.max_length = 10;
    kind.choices.pop();
    urgent.required = true;
    first.options = [urgent, title, kind, ...others.slice(1), { type: 3, name: "extra", description: "x" }];
    const changes = compareCommands([named("paper")], [paper]);
    expect(changes.changed).toEqual([
      {
        name: "paper",
        parts: [
          "name in Chinese",
          "description",
          "option submit: option title: longest text",
          "option submit: option kind: choices",
          "option submit: option urgent: required",
          "option submit: option body: new",
          "option submit: option extra: gone",
          "option submit: order of the options",
        ],
      },
    ]);
  });
});

/** As Discord counts a command: names, descriptions and values, each in the language in which it is longest. */
function countedLength(part: Readonly<Record<string, unknown>>): number {
  const longest = (field: string): number =>
    Math.max(
      ...[part[field], ...Object.values((part[`${field}_localizations`] as object | undefined) ?? {})].map((text) =>
        typeof text === "string" ? text.length : 0,
      ),
    );
  const below = [...optionsOf(part), ...((part.choices as readonly Record<string, unknown>[] | undefined) ?? [])];
  return (
    ["name", "description", "value"].map(longest).reduce((sum, each) => sum + each) +
    below.map(countedLength).reduce((sum, each) => sum + each, 0)
  );
}
