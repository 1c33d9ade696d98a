import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { askerIn } from "../../src/leave-desk/asker.ts";
import { readGiven, suggestWaiting } from "../../src/leave-desk/given.ts";
import { press } from "../../src/leave-desk/press.ts";
import { leave } from "./group.ts";

export const leaveRefuse = defineCommand({
  path: "leave refuse",
  group: leave,
  names: { "zh-Hans": "不批准", "zh-Hant": "不批准" },
  aliases: ["不同意", "驳回", "駁回", "拒绝", "拒絕", "reject"],
  summary: {
    en: "Refuse a request for leave that is yours to decide, with the reason",
    "zh-Hans": "不批准应由您审批的请假申请，并说明理由",
    "zh-Hant": "不批准應由您審批的請假申請，並說明理由",
  },
  options: z.object({
    number: z.string().default(""),
    reason: z.string().default(""),
    version: z.string().default(""),
  }),
  optionHelp: {
    number: { en: "The number of the request", "zh-Hans": "申请编号", "zh-Hant": "申請編號" },
    reason: { en: "Why; whoever asked reads it", "zh-Hans": "理由，申请人可见", "zh-Hant": "理由，申請人可見" },
    version: { en: "Filled in by a button", "zh-Hans": "由按钮填写", "zh-Hant": "由按鈕填寫" },
  },
  optionNames: {
    number: { "zh-Hans": "编号", "zh-Hant": "編號" },
    reason: { "zh-Hans": "理由", "zh-Hant": "理由" },
    version: { "zh-Hans": "版本", "zh-Hant": "版本" },
  },
  positional: "number",
  needs: ["number", "reason"],
  takes: { reason: "long" },
  hidden: ["version"],
  suggest: { number: suggestWaiting },
  changes: true,
  examples: [
    {
      line: { en: "/leave refuse", "zh-Hans": "/leave refuse", "zh-Hant": "/leave refuse" },
      explains: { en: "a form to fill in", "zh-Hans": "填写表单", "zh-Hant": "填寫表單" },
    },
  ],
  action: () => undefined,
  async run({ number, reason, version }, context) {
    const asker = askerIn(context);
    if ("refused" in asker) return asker.refused;
    return press("refuse", readGiven(number, reason, version, context), asker);
  },
});
