import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { showCommand, suggestDeadlines } from "../../src/deadline-desk/list.ts";
import { deadline, numberHelp, numberName, withNumber } from "./group.ts";

export const deadlineShow = defineCommand({
  path: "deadline show",
  group: deadline,
  names: { "zh-Hans": "查看", "zh-Hant": "查看" },
  aliases: ["详情", "詳情", "view"],
  summary: {
    en: "One of them: by when and why, what was done",
    "zh-Hans": "查看某一事项：期限、依据和办理经过",
    "zh-Hant": "查看某一事項：期限、依據和辦理經過",
  },
  options: z.object({
    number: z.string().default(""),
  }),
  optionHelp: {
    number: numberHelp,
  },
  optionNames: {
    number: numberName,
  },
  positional: "number",
  suggest: { number: suggestDeadlines },
  action: () => undefined,
  examples: [
    {
      line: { en: "/deadline show", "zh-Hans": "/deadline show", "zh-Hant": "/deadline show" },
      explains: { en: "choose which", "zh-Hans": "选择事项", "zh-Hant": "選擇事項" },
    },
  ],
  run: ({ number: typed }, context) =>
    withNumber(typed, "deadline show", context, (number, desk) => showCommand(number, desk)),
});
