import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { categoryCommand, suggestCategories } from "../../src/deadline-desk/category.ts";
import { suggestDeadlines } from "../../src/deadline-desk/list.ts";
import { deadline, numberHelp, numberName, reasonHelp, reasonName, withNumber } from "./group.ts";

export const deadlineCategory = defineCommand({
  path: "deadline category",
  group: deadline,
  names: { "zh-Hans": "类型", "zh-Hant": "類型" },
  aliases: ["分类", "分類", "办理类型", "辦理類型", "type"],
  summary: {
    en: "Say of which category a document is",
    "zh-Hans": "确定公文的办理类型",
    "zh-Hant": "確定公文的辦理類型",
  },
  options: z.object({
    number: z.string().default(""),
    category: z.string().default(""),
    reason: z.string().default(""),
  }),
  optionHelp: {
    number: numberHelp,
    category: { en: "Which", "zh-Hans": "办理类型", "zh-Hant": "辦理類型" },
    reason: reasonHelp,
  },
  optionNames: {
    number: numberName,
    category: { "zh-Hans": "类型", "zh-Hant": "類型" },
    reason: reasonName,
  },
  positional: "number",
  behind: ["category", "reason"],
  suggest: { number: suggestDeadlines, category: suggestCategories },
  changes: true,
  action: () => undefined,
  examples: [
    {
      line: { en: "/deadline category", "zh-Hans": "/deadline category", "zh-Hant": "/deadline category" },
      explains: { en: "choose which", "zh-Hans": "选择事项", "zh-Hant": "選擇事項" },
    },
  ],
  run: ({ number: typed, ...given }, context) =>
    withNumber(typed, "deadline category", context, (number, desk) => categoryCommand(number, given, desk)),
});
