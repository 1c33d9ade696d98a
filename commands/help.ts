import { z } from "zod";
import { type AnyCommand, type Context, defineCommand, groupWords } from "../src/command.ts";
import { optionName, optionsOf } from "../src/options.ts";
import { type Block, note, paragraph, point, reply } from "../src/reply.ts";
import { inLanguage, type Language, repeated } from "../src/text.ts";

export const help = defineCommand({
  path: "help",
  names: { "zh-Hans": "帮助", "zh-Hant": "幫助" },
  aliases: ["说明", "說明"],
  summary: {
    en: "What Mishu can do, with examples",
    "zh-Hans": "Mishu 能做什么，附示例",
    "zh-Hant": "Mishu 能做什麼，附範例",
  },
  options: z.object({ command: z.string().default("") }),
  optionHelp: { command: { en: "A command, e.g. ask", "zh-Hans": "命令，例如 ask", "zh-Hant": "指令，例如 ask" } },
  optionNames: { command: { "zh-Hans": "命令", "zh-Hant": "指令" } },
  positional: "command",
  examples: [
    {
      line: { en: "/help", "zh-Hans": "/help", "zh-Hant": "/help" },
      explains: { en: "all commands", "zh-Hans": "全部命令", "zh-Hant": "全部指令" },
    },
    {
      line: { en: "/help ask", "zh-Hans": "/help ask", "zh-Hant": "/help ask" },
      explains: { en: "one command", "zh-Hans": "某个命令", "zh-Hant": "某個指令" },
    },
  ],
  run({ command: typed }, context) {
    const { wording, language, commands } = context;
    const name = typed.trim().replace(/^[/／]/u, "");
    const read = context.readLine(`/${name}`);
    const command = commands.find((each) => each.path === read?.command);
    const [first = "", mistyped] = name.toLowerCase().split(/\s+/);
    const group = commands.filter((each) => each.group && groupWords(each.group).includes(first));
    const unknown = [point(wording.help.unknown(repeated(name)))];
    const heading = name === "" ? [point(wording.help.title), paragraph(wording.help.intro)] : unknown;
    const blocks = command
      ? describe(command, context)
      : group.length > 0
        ? [...(mistyped ? unknown : []), tableOf(group, context)]
        : [...heading, overview(context), note(wording.help.keptNames)];
    const shown = command
      ? [command]
      : group.length > 0
        ? group
        : commands.filter((each) => !each.group || !each.changes).filter(firstOfGroup);
    return reply({
      tone: "answer",
      language,
      blocks,
      buttons: shown.flatMap((each) => examplesOf(each, context).slice(0, command ? 4 : 1)),
    });
  },
});

const firstOfGroup = ({ group }: AnyCommand, index: number, all: readonly AnyCommand[]): boolean =>
  group === undefined || all.findIndex((each) => each.group?.path === group.path) === index;

/** Every command in one screen: those of a group in one line, by the words that they end with. */
function overview({ commands, language, wording }: Context): Block {
  const rowOf = ({ path, group, summary }: AnyCommand): readonly string[] => {
    if (!group) return [`/${path}`, inLanguage(summary, language)];
    const [first = "", ...others] = commands.flatMap((each) =>
      each.group?.path === group.path ? [lastWord(each, language)] : [],
    );
    return [`/${group.path} ${first} …`, `${inLanguage(group.summary, language)}${among(others, language)}`];
  };
  return { kind: "table", rows: [[wording.help.commands, ""], ...commands.filter(firstOfGroup).map(rowOf)] };
}

const among = (words: readonly string[], language: Language): string =>
  language === "en" ? ` (${words.join(", ")})` : `（${words.join("、")}）`;

function tableOf(commands: readonly AnyCommand[], { language, wording }: Context): Block {
  return {
    kind: "table",
    rows: [
      [wording.help.commands, ""],
      ...commands.map((each) => [
        `/${each.path}${language === "en" ? "" : ` · ${lastWord(each, language)}`}`,
        inLanguage(each.summary, language),
      ]),
    ],
  };
}

/** What is typed for a command behind the word of its group, in the reader's language. */
const lastWord = ({ path, names }: AnyCommand, language: Language): string =>
  language === "en" ? path.split(" ").slice(1).join(" ") : names[language];

function describe(command: AnyCommand, { language, wording }: Context): readonly Block[] {
  return [
    point(`/${command.path} – ${inLanguage(command.summary, language)}`),
    {
      kind: "table",
      rows: [
        [wording.help.options, ""],
        ...optionsOf(command).map(({ name, help: text }) => [
          optionName(command, name, language),
          inLanguage(text, language),
        ]),
      ],
    },
    {
      kind: "table",
      rows: [
        [wording.help.tryThese, ""],
        ...command.examples.map((each) => [inLanguage(each.line, language), inLanguage(each.explains, language)]),
      ],
    },
  ];
}

/** The examples of a command as buttons that run them. */
function examplesOf(command: AnyCommand, { language, readLine }: Context) {
  return command.examples.flatMap(({ line }) => {
    const text = inLanguage(line, language);
    const read = readLine(text);
    const form = command.changes ? { form: true as const } : {};
    return read ? [{ label: text, command: read.command, options: read.options, ...form }] : [];
  });
}
