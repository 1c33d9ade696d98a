import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { suggestDeadlines } from "../../src/deadline-desk/list.ts";
import { withdrawCommand } from "../../src/deadline-desk/work.ts";
import { deadline, numberHelp, numberName, reasonHelp, reasonName, withNumber } from "./group.ts";

export const deadlineWithdraw = defineCommand({
  path: "deadline withdraw",
  group: deadline,
  names: { "zh-Hans": "撤回", "zh-Hant": "撤回" },
  aliases: ["撤销", "撤銷", "删除", "刪除", "delete"],
  summary: {
    en: "It is no longer to be followed up",
    "zh-Hans": "撤回登记，不再督办",
    "zh-Hant": "撤回登記，不再督辦",
  },
  options: z.object({
    number: z.string().default(""),
    reason: z.string().default(""),
  }),
  optionHelp: {
    number: numberHelp,
    reason: reasonHelp,
  },
  optionNames: {
    number: numberName,
    reason: reasonName,
  },
  positional: "number",
  behind: ["reason"],
  needs: ["reason"],
  suggest: { number: suggestDeadlines },
  changes: true,
  action: () => undefined,
  examples: [
    {
      line: { en: "/deadline withdraw", "zh-Hans": "/deadline withdraw", "zh-Hant": "/deadline withdraw" },
      explains: { en: "take one back", "zh-Hans": "撤回登记", "zh-Hant": "撤回登記" },
    },
  ],
  run: ({ number: typed, ...given }, context) =>
    withNumber(typed, "deadline withdraw", context, (number, desk) => withdrawCommand(number, given.reason, desk), {
      form: true,
    }),
});
