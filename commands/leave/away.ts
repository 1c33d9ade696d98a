import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { InputError } from "../../src/errors.ts";
import { firstOf, plusMonths, readMonth } from "../../src/leave/read-month.ts";
import { awayReply } from "../../src/leave-desk/away-reply.ts";
import { wordRefusal } from "../../src/office/refusal.ts";
import { repeated } from "../../src/text.ts";
import { wordingFor } from "../../src/wording/wording.ts";
import { leave } from "./group.ts";

export const leaveAway = defineCommand({
  path: "leave away",
  group: leave,
  names: { "zh-Hans": "外出", "zh-Hant": "外出" },
  summary: {
    en: "Who is away today, this week and in a month, with a picture",
    "zh-Hans": "今天、本周和某月的外出人员，附图",
    "zh-Hant": "今天、本週和某月的外出人員，附圖",
  },
  options: z.object({ month: z.string().default("") }),
  optionHelp: {
    month: {
      en: "A month, such as 2026-12 or 12; left out: this month",
      "zh-Hans": "月份，例如 2026-12、12月；不填则为本月",
      "zh-Hant": "月份，例如 2026-12、12月；不填則為本月",
    },
  },
  optionNames: { month: { "zh-Hans": "月份", "zh-Hant": "月份" } },
  positional: "month",
  suggest: {
    month: (typed, { visit, language }) => {
      if (!visit) return [];
      const first = firstOf(visit.today);
      const months = [0, 1, 2, 3, 4, 5, -1, -2, -3].map((each) => plusMonths(first, each));
      return months
        .map((each) => ({ label: wordingFor(language).lists.away.monthButton(each), value: each.slice(0, 7) }))
        .filter(({ label, value }) => `${label} ${value}`.toLowerCase().includes(typed.trim().toLowerCase()));
    },
  },
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
    const { visit, wording } = context;
    if (!visit) return wordRefusal(undefined, context);
    const first = month.trim() === "" ? firstOf(visit.today) : readMonth(month, visit.today);
    if (!first) throw new InputError(wording.lists.away.noMonth(repeated(month)), "month");
    return awayReply(first, visit, context);
  },
});
