import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { monthExamples, monthName, suggestMonths } from "../../src/find-month.ts";
import { meetingsReply } from "../../src/meeting-desk/list.ts";
import { periodAsked } from "../../src/meeting-desk/period.ts";
import { wordRefusal } from "../../src/office/refusal.ts";
import { meeting } from "./group.ts";

export const meetingList = defineCommand({
  path: "meeting list",
  group: meeting,
  names: { "zh-Hans": "列表", "zh-Hant": "列表" },
  aliases: ["日程", "总览", "總覽"],
  summary: {
    en: "The coming meetings that you must attend, or those of a week or month, with a calendar",
    "zh-Hans": "查看您应当参加的会议，可按周、按月查看，附月历",
    "zh-Hant": "查看您應當參加的會議，可按週、按月查看，附月曆",
  },
  options: z.object({
    period: z.enum(["week", "month"]).optional(),
    month: z.string().default(""),
    mine: z.enum(["all", "mine"]).default("all"),
  }),
  optionHelp: {
    period: {
      en: "This week, or a month with a calendar; left out: all that are to come",
      "zh-Hans": "本周，或某月并附月历；不填则为即将召开的全部会议",
      "zh-Hant": "本週，或某月並附月曆；不填則為即將召開的全部會議",
    },
    month: monthExamples,
    mine: {
      en: "Only those that you must attend, if you may see all",
      "zh-Hans": "可以查看全部会议的人员，可仅看本人应当参加的会议",
      "zh-Hant": "可以查看全部會議的人員，可僅看本人應當參加的會議",
    },
  },
  optionNames: {
    period: { "zh-Hans": "时段", "zh-Hant": "時段" },
    month: monthName,
    mine: { "zh-Hans": "范围", "zh-Hant": "範圍" },
  },
  positional: "month",
  suggest: { month: suggestMonths },
  choiceNames: {
    period: {
      week: { en: "this week", "zh-Hans": "本周", "zh-Hant": "本週" },
      month: { en: "a month", "zh-Hans": "按月", "zh-Hant": "按月" },
    },
    mine: {
      all: { en: "all that I may see", "zh-Hans": "全部", "zh-Hant": "全部" },
      mine: { en: "only mine", "zh-Hans": "本人", "zh-Hant": "本人" },
    },
  },
  action: () => undefined,
  examples: [
    {
      line: { en: "/meeting list", "zh-Hans": "/meeting list", "zh-Hant": "/meeting list" },
      explains: { en: "what is coming", "zh-Hans": "即将召开的会议", "zh-Hant": "即將召開的會議" },
    },
    {
      line: { en: "/meeting list 12", "zh-Hans": "/meeting list 12月", "zh-Hant": "/meeting list 12月" },
      explains: { en: "December, with a calendar", "zh-Hans": "12月的会议和月历", "zh-Hant": "12月的會議和月曆" },
    },
  ],
  run({ period, month, mine }, context) {
    const { visit } = context;
    if (!visit) return wordRefusal(undefined, context);
    const asked = { period: periodAsked({ period, month }, visit.today, context), mine: mine === "mine" };
    return meetingsReply(asked, visit, context);
  },
});
