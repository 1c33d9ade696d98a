import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { decideExtension } from "../../src/deadline-desk/extend.ts";
import { deadline, numberHelp, numberName, reasonHelp, reasonName, withNumber } from "./group.ts";

export const deadlineRefuse = defineCommand({
  path: "deadline refuse",
  group: deadline,
  names: { "zh-Hans": "不同意", "zh-Hant": "不同意" },
  aliases: ["不同意延期"],
  summary: { en: "Do not agree to another day", "zh-Hans": "不同意延期", "zh-Hant": "不同意延期" },
  options: z.object({
    number: z.string().default(""),
    reason: z.string().default(""),
    until: z.string().default(""),
  }),
  optionHelp: {
    number: numberHelp,
    reason: reasonHelp,
    until: { en: "Filled in by a button", "zh-Hans": "由按钮填写", "zh-Hant": "由按鈕填寫" },
  },
  optionNames: {
    number: numberName,
    reason: reasonName,
    until: { "zh-Hans": "至", "zh-Hant": "至" },
  },
  positional: "number",
  behind: ["reason"],
  hidden: ["until"],
  changes: true,
  action: () => undefined,
  examples: [
    {
      line: { en: "/deadline refuse", "zh-Hans": "/deadline refuse", "zh-Hant": "/deadline refuse" },
      explains: { en: "choose which", "zh-Hans": "选择事项", "zh-Hant": "選擇事項" },
    },
  ],
  run: ({ number: typed, ...given }, context) =>
    withNumber(typed, "deadline refuse", context, (number, desk) =>
      decideExtension(number, { agree: false, ...given }, desk),
    ),
});
