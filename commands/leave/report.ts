import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { circulate } from "../../src/leave-desk/circulate.ts";
import { periodMeant } from "../../src/leave-desk/report-period.ts";
import { reportReply } from "../../src/leave-desk/report-reply.ts";
import { scopeOf } from "../../src/leave-desk/report-scope.ts";
import { refusal } from "../../src/office/permissions.ts";
import { wordRefusal } from "../../src/office/refusal.ts";
import { paragraph } from "../../src/reply.ts";
import { leave } from "./group.ts";

export const leaveReport = defineCommand({
  path: "leave report",
  group: leave,
  names: { "zh-Hans": "统计", "zh-Hant": "統計" },
  summary: {
    en: "Leave, absences from meetings and returns, by department and person",
    "zh-Hans": "按部门和人员统计请假、会议缺席和销假情况",
    "zh-Hant": "按部門和人員統計請假、會議缺席和銷假情況",
  },
  options: z.object({
    from: z.string().default(""),
    until: z.string().default(""),
    circulate: z.string().default(""),
  }),
  optionHelp: {
    from: {
      en: "A day or a month; left out: last month",
      "zh-Hans": "日期或月份；不填则为上月",
      "zh-Hant": "日期或月份；不填則為上月",
    },
    until: {
      en: "The last day or month; left out: the month, or today",
      "zh-Hans": "最后一天或月份；不填则为当月或至今天",
      "zh-Hant": "最後一天或月份；不填則為當月或至今天",
    },
    circulate: { en: "Post it to the channel", "zh-Hans": "通报到频道", "zh-Hant": "通報到頻道" },
  },
  optionNames: {
    from: { "zh-Hans": "起", "zh-Hant": "起" },
    until: { "zh-Hans": "止", "zh-Hant": "止" },
    circulate: { "zh-Hans": "通报", "zh-Hant": "通報" },
  },
  positional: "from",
  hidden: ["circulate"],
  // heads of departments see their own lines without it
  action: ({ circulate: wanted }) => (wanted === "" ? undefined : "leave.see"),
  examples: [
    {
      line: { en: "/leave report", "zh-Hans": "/leave report", "zh-Hant": "/leave report" },
      explains: { en: "last month", "zh-Hans": "统计上月", "zh-Hant": "統計上月" },
    },
    {
      line: {
        en: "/leave report 2026-11-01 until:2026-11-15",
        "zh-Hans": "/leave report 2026-11-01 止:2026-11-15",
        "zh-Hant": "/leave report 2026-11-01 止:2026-11-15",
      },
      explains: { en: "certain days", "zh-Hans": "统计某一时段", "zh-Hant": "統計某一時段" },
    },
  ],
  async run({ from, until, circulate: wanted }, context) {
    const { visit, rulebook, wording } = context;
    if (!visit) return wordRefusal(undefined, context);
    const period = periodMeant(from, until, visit.today, context);
    if (wanted !== "") return circulate(period, wanted === "again", visit, context);
    const scope = scopeOf(visit, rulebook);
    if (scope.all || scope.heads.length > 0) return reportReply(period, scope, visit, context);
    await visit.note({ action: "refused", subject: "leave.see" });
    const told = wordRefusal(refusal("leave.see", visit.actor, rulebook.data.permissions), context);
    return { ...told, blocks: [...told.blocks, paragraph(wording.lists.report.heads)] };
  },
});
