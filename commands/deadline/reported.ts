import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { suggestDeadlines } from "../../src/deadline-desk/list.ts";
import { reportedCommand } from "../../src/deadline-desk/work.ts";
import { deadline, numberHelp, numberName, withNumber } from "./group.ts";

export const deadlineReported = defineCommand({
  path: "deadline reported",
  group: deadline,
  names: { "zh-Hans": "反馈", "zh-Hant": "反饋" },
  aliases: ["已反馈", "已反饋", "回复", "回覆"],
  summary: {
    en: "The result was told to the leader concerned",
    "zh-Hans": "结果已反馈给相关领导",
    "zh-Hant": "結果已反饋給相關領導",
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
  changes: true,
  action: () => undefined,
  examples: [
    {
      line: { en: "/deadline reported", "zh-Hans": "/deadline reported", "zh-Hant": "/deadline reported" },
      explains: { en: "choose which", "zh-Hans": "选择事项", "zh-Hant": "選擇事項" },
    },
  ],
  run: ({ number: typed }, context) =>
    withNumber(typed, "deadline reported", context, (number, desk) => reportedCommand(number, desk)),
});
