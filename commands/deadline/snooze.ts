import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { suggestDeadlines } from "../../src/deadline-desk/list.ts";
import { snoozeCommand } from "../../src/deadline-desk/work.ts";
import { deadline, numberHelp, numberName, withNumber } from "./group.ts";

export const deadlineSnooze = defineCommand({
  path: "deadline snooze",
  group: deadline,
  names: { "zh-Hans": "稍后", "zh-Hant": "稍後" },
  aliases: ["暂缓", "暫緩", "later"],
  summary: { en: "Be reminded later", "zh-Hans": "稍后再提醒", "zh-Hant": "稍後再提醒" },
  options: z.object({
    number: z.string().default(""),
    until: z.string().default(""),
  }),
  optionHelp: {
    number: numberHelp,
    until: {
      en: "When again; left out: tomorrow",
      "zh-Hans": "何时再提醒；不填则为明天",
      "zh-Hant": "何時再提醒；不填則為明天",
    },
  },
  optionNames: {
    number: numberName,
    until: { "zh-Hans": "至", "zh-Hant": "至" },
  },
  positional: "number",
  behind: ["until"],
  suggest: { number: suggestDeadlines },
  changes: true,
  action: () => undefined,
  examples: [
    {
      line: { en: "/deadline snooze", "zh-Hans": "/deadline snooze", "zh-Hant": "/deadline snooze" },
      explains: { en: "choose which", "zh-Hans": "选择事项", "zh-Hant": "選擇事項" },
    },
  ],
  run: ({ number: typed, ...given }, context) =>
    withNumber(typed, "deadline snooze", context, (number, desk) => snoozeCommand(number, given.until, desk)),
});
