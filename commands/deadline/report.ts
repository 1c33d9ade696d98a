import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { reportCommand } from "../../src/deadline-desk/report.ts";
import { atDesk, deadline } from "./group.ts";

export const deadlineReport = defineCommand({
  path: "deadline report",
  group: deadline,
  names: { "zh-Hans": "通报", "zh-Hant": "通報" },
  aliases: ["统计", "統計", "报表", "報表"],
  summary: {
    en: "What each department was handed and what became of it, to be circulated",
    "zh-Hans": "各部门承办和办结情况，供通报",
    "zh-Hant": "各部門承辦和辦結情況，供通報",
  },
  options: z.object({ from: z.string().default(""), to: z.string().default("") }),
  optionHelp: {
    from: {
      en: "The first day; left out: the first of the month",
      "zh-Hans": "起始日期；不填则为当月一日",
      "zh-Hant": "起始日期；不填則為當月一日",
    },
    to: {
      en: "The last day; left out: today",
      "zh-Hans": "截止日期；不填则为今天",
      "zh-Hant": "截止日期；不填則為今天",
    },
  },
  optionNames: {
    from: { "zh-Hans": "起", "zh-Hant": "起" },
    to: { "zh-Hans": "止", "zh-Hant": "止" },
  },
  action: () => undefined,
  examples: [
    {
      line: { en: "/deadline report", "zh-Hans": "/deadline report", "zh-Hant": "/deadline report" },
      explains: { en: "this month", "zh-Hans": "本月", "zh-Hant": "本月" },
    },
  ],
  run: (given, context) => atDesk(context, (desk) => reportCommand(given, desk)),
});
