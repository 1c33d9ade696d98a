import { z } from "zod";
import { type AnyCommand, type Context, defineCommand } from "../src/command.ts";
import { type Block, paragraph, point, reply } from "../src/reply.ts";
import { inLanguage, repeated } from "../src/text.ts";

export const help = defineCommand({
  path: "help",
  aliases: ["帮助", "幫助", "说明", "說明"],
  summary: {
    en: "What Mishu can do, with examples to try",
    "zh-Hans": "秘书能做什么，附可以直接试的例子",
    "zh-Hant": "秘書能做什麼，附可以直接試的例子",
  },
  options: z.object({ command: z.string().default("") }),
  optionHelp: { command: { en: "A command, e.g. ask", "zh-Hans": "命令，例如 ask", "zh-Hant": "指令，例如 ask" } },
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
    const name = typed.trim().replace(/^\//, "");
    const command = commands.find((each) => each.path === name || each.aliases.includes(name));
    const unknown = name !== "" && !command ? [paragraph(wording.help.unknown(repeated(name)))] : [];
    const blocks = command
      ? describe(command, context)
      : [...unknown, point(wording.help.title), paragraph(wording.help.intro), ...overview(context)];
    return reply({
      tone: "answer",
      language,
      blocks,
      buttons: (command ? [command] : commands).flatMap((each) => examplesOf(each, context).slice(0, command ? 4 : 1)),
    });
  },
});

function overview({ commands, language, wording }: Context): readonly Block[] {
  return [
    {
      kind: "table",
      rows: [
        [wording.help.commands, ""],
        ...commands.map((each) => [`/${each.path}`, inLanguage(each.summary, language)]),
      ],
    },
  ];
}

function describe(command: AnyCommand, { language, wording }: Context): readonly Block[] {
  return [
    point(`/${command.path} – ${inLanguage(command.summary, language)}`),
    {
      kind: "table",
      rows: [
        [wording.help.options, ""],
        ...Object.entries(command.optionHelp).map(([name, text]) => [name, inLanguage(text, language)]),
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
    return read ? [{ label: text, command: read.command, options: read.options }] : [];
  });
}
