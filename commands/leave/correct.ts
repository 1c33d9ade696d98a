import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { askerIn } from "../../src/leave-desk/asker.ts";
import { correctionMeant, correctLines, suggestHeaded } from "../../src/leave-desk/correct.ts";
import { periodMeant } from "../../src/leave-desk/report-period.ts";
import { leave } from "./group.ts";

export const leaveCorrect = defineCommand({
  path: "leave correct",
  group: leave,
  names: { "zh-Hans": "更正", "zh-Hant": "更正" },
  summary: {
    en: "Say something to your department's lines of the report, before it is circulated",
    "zh-Hans": "对本部门的统计作更正说明，通报时一并公布",
    "zh-Hant": "對本部門的統計作更正說明，通報時一併公布",
  },
  options: z.object({
    words: z.string().default(""),
    number: z.string().default(""),
    from: z.string().default(""),
    until: z.string().default(""),
    department: z.string().default(""),
  }),
  optionHelp: {
    words: {
      en: "What is to be said; nothing private: it is circulated",
      "zh-Hans": "说明内容；将一并通报，请勿写入私人内容",
      "zh-Hant": "說明內容；將一併通報，請勿寫入私人內容",
    },
    number: {
      en: "The request it is about, if it is about one",
      "zh-Hans": "所涉申请的编号；不填则不针对某项申请",
      "zh-Hant": "所涉申請的編號；不填則不針對某項申請",
    },
    from: {
      en: "A day or a month of the report; left out: last month",
      "zh-Hans": "统计的日期或月份；不填则为上月",
      "zh-Hant": "統計的日期或月份；不填則為上月",
    },
    until: {
      en: "The report's last day or month",
      "zh-Hans": "统计的最后一天或月份",
      "zh-Hant": "統計的最後一天或月份",
    },
    department: {
      en: "If you head several",
      "zh-Hans": "负责多个部门的，写明是哪一个",
      "zh-Hant": "負責多個部門的，寫明是哪一個",
    },
  },
  optionNames: {
    words: { "zh-Hans": "内容", "zh-Hant": "內容" },
    number: { "zh-Hans": "编号", "zh-Hant": "編號" },
    from: { "zh-Hans": "起", "zh-Hant": "起" },
    until: { "zh-Hans": "止", "zh-Hant": "止" },
    department: { "zh-Hans": "部门", "zh-Hant": "部門" },
  },
  positional: "words",
  needs: ["words"],
  takes: { words: "long" },
  suggest: { department: suggestHeaded },
  changes: true,
  action: () => undefined,
  examples: [
    {
      line: { en: "/leave correct", "zh-Hans": "/leave correct", "zh-Hant": "/leave correct" },
      explains: { en: "a form to fill in", "zh-Hans": "填写表单", "zh-Hant": "填寫表單" },
    },
  ],
  async run({ from, until, ...typed }, context) {
    const asker = askerIn(context);
    if ("refused" in asker) return asker.refused;
    const meant = await correctionMeant(typed, { from, until }, asker);
    return correctLines(meant.typed, periodMeant(meant.from, meant.until, asker.visit.today, context), asker);
  },
});
