import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { todayCommand } from "../../src/deadline-desk/list.ts";
import { yesNo } from "../../src/meeting-desk/plan-options.ts";
import { atDesk, deadline } from "./group.ts";

export const deadlineToday = defineCommand({
  path: "deadline today",
  group: deadline,
  names: { "zh-Hans": "今日", "zh-Hant": "今日" },
  aliases: ["今天", "早报", "早報", "morning"],
  summary: {
    en: "Your morning: what is due, who is away, which meetings",
    "zh-Hans": "今日事项：到期、外出、会议",
    "zh-Hant": "今日事項：到期、外出、會議",
  },
  options: z.object({ daily: z.enum(["yes", "no"]).optional() }),
  optionHelp: {
    daily: {
      en: "Whether it comes every working morning, also when nothing is due",
      "zh-Hans": "是否每个工作日上午发送，没有到期事项时也发送",
      "zh-Hant": "是否每個工作日上午傳送，沒有到期事項時也傳送",
    },
  },
  optionNames: { daily: { "zh-Hans": "每天", "zh-Hant": "每天" } },
  choiceNames: { daily: yesNo },
  changes: true,
  action: () => undefined,
  examples: [
    {
      line: { en: "/deadline today", "zh-Hans": "/deadline today", "zh-Hant": "/deadline today" },
      explains: { en: "your morning", "zh-Hans": "今日事项", "zh-Hant": "今日事項" },
    },
  ],
  run: ({ daily }, context) => atDesk(context, (desk) => todayCommand(daily, desk)),
});
