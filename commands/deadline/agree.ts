import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { decideExtension } from "../../src/deadline-desk/extend.ts";
import { deadline, numberHelp, numberName, reasonHelp, reasonName, withNumber } from "./group.ts";

export const deadlineAgree = defineCommand({
  path: "deadline agree",
  group: deadline,
  names: { "zh-Hans": "同意", "zh-Hant": "同意" },
  aliases: ["同意延期"],
  summary: { en: "Agree to another day", "zh-Hans": "同意延期", "zh-Hant": "同意延期" },
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
      line: { en: "/deadline agree", "zh-Hans": "/deadline agree", "zh-Hant": "/deadline agree" },
      explains: { en: "choose which", "zh-Hans": "选择事项", "zh-Hant": "選擇事項" },
    },
  ],
  run: ({ number: typed, ...given }, context) =>
    withNumber(typed, "deadline agree", context, (number, desk) =>
      decideExtension(number, { agree: true, ...given }, desk),
    ),
});
