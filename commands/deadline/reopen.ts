import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { reopenCommand } from "../../src/deadline-desk/work.ts";
import { deadline, numberHelp, numberName, reasonHelp, reasonName, withNumber } from "./group.ts";

export const deadlineReopen = defineCommand({
  path: "deadline reopen",
  group: deadline,
  names: { "zh-Hans": "重办", "zh-Hant": "重辦" },
  aliases: ["重新办理", "重新辦理", "恢复", "恢復"],
  summary: { en: "It was not done after all", "zh-Hans": "重新办理已办结的事项", "zh-Hant": "重新辦理已辦結的事項" },
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
  needs: ["number", "reason"],
  changes: true,
  action: () => undefined,
  examples: [
    {
      line: { en: "/deadline reopen", "zh-Hans": "/deadline reopen", "zh-Hant": "/deadline reopen" },
      explains: { en: "open one again", "zh-Hans": "重新办理", "zh-Hant": "重新辦理" },
    },
  ],
  run: ({ number: typed, ...given }, context) =>
    withNumber(typed, "deadline reopen", context, (number, desk) => reopenCommand(number, given.reason, desk), {
      form: true,
    }),
});
