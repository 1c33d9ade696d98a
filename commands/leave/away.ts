import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { monthAsked, monthExamples, monthName, suggestMonths } from "../../src/find-month.ts";
import { awayReply } from "../../src/leave-desk/away-reply.ts";
import { wordRefusal } from "../../src/office/refusal.ts";
import { leave } from "./group.ts";

export const leaveAway = defineCommand({
  path: "leave away",
  group: leave,
  names: { "zh-Hans": "外出", "zh-Hant": "外出" },
  aliases: ["谁不在", "誰不在"],
  summary: {
    en: "Who is away today, this week and in a month, with a picture",
    "zh-Hans": "今天、本周和某月的外出人员，附图",
    "zh-Hant": "今天、本週和某月的外出人員，附圖",
  },
  options: z.object({ month: z.string().default("") }),
  optionHelp: {
    month: {
      en: `${monthExamples.en}; left out: this month`,
      "zh-Hans": `${monthExamples["zh-Hans"]}；不填则为本月`,
      "zh-Hant": `${monthExamples["zh-Hant"]}；不填則為本月`,
    },
  },
  optionNames: { month: monthName },
  positional: "month",
  suggest: { month: suggestMonths },
  action: () => "roster.see",
  examples: [
    {
      line: { en: "/leave away", "zh-Hans": "/leave away", "zh-Hant": "/leave away" },
      explains: { en: "this month", "zh-Hans": "查看本月", "zh-Hant": "查看本月" },
    },
    {
      line: { en: "/leave away 12", "zh-Hans": "/leave away 12月", "zh-Hant": "/leave away 12月" },
      explains: { en: "December", "zh-Hans": "查看12月", "zh-Hant": "查看12月" },
    },
  ],
  async run({ month }, context) {
    const { visit } = context;
    if (!visit) return wordRefusal(undefined, context);
    return awayReply(monthAsked(month, visit.today, context), visit, context);
  },
});
