import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { suggestDeadlines } from "../../src/deadline-desk/list.ts";
import { progressCommand } from "../../src/deadline-desk/work.ts";
import { deadline, numberHelp, numberName, withNumber } from "./group.ts";

export const deadlineProgress = defineCommand({
  path: "deadline progress",
  group: deadline,
  names: { "zh-Hans": "进展", "zh-Hant": "進展" },
  aliases: ["进度", "進度"],
  summary: { en: "Write down how far it is", "zh-Hans": "填写办理进展", "zh-Hant": "填寫辦理進展" },
  options: z.object({
    number: z.string().default(""),
    words: z.string().default(""),
  }),
  optionHelp: {
    number: numberHelp,
    words: { en: "How far it is", "zh-Hans": "进展", "zh-Hant": "進展" },
  },
  optionNames: {
    number: numberName,
    words: { "zh-Hans": "进展", "zh-Hant": "進展" },
  },
  positional: "number",
  behind: ["words"],
  needs: ["words"],
  takes: { words: "long" },
  suggest: { number: suggestDeadlines },
  changes: true,
  action: () => undefined,
  examples: [
    {
      line: { en: "/deadline progress", "zh-Hans": "/deadline progress", "zh-Hant": "/deadline progress" },
      explains: { en: "write how far it is", "zh-Hans": "填写进展", "zh-Hant": "填寫進展" },
    },
  ],
  run: ({ number: typed, ...given }, context) =>
    withNumber(typed, "deadline progress", context, (number, desk) => progressCommand(number, given.words, desk), {
      form: true,
    }),
});
