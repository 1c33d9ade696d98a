import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { askerIn } from "../../src/leave-desk/asker.ts";
import { readGiven, suggestWaiting } from "../../src/leave-desk/given.ts";
import { press } from "../../src/leave-desk/press.ts";
import { leave } from "./group.ts";

export const leaveApprove = defineCommand({
  path: "leave approve",
  group: leave,
  names: { "zh-Hans": "批准", "zh-Hant": "批准" },
  aliases: ["同意"],
  summary: {
    en: "Approve a request for leave that is yours to decide",
    "zh-Hans": "批准应由您审批的请假申请",
    "zh-Hant": "批准應由您審批的請假申請",
  },
  options: z.object({ number: z.string().default(""), version: z.string().default("") }),
  optionHelp: {
    number: { en: "The number of the request", "zh-Hans": "申请编号", "zh-Hant": "申請編號" },
    version: { en: "Filled in by a button", "zh-Hans": "由按钮填写", "zh-Hant": "由按鈕填寫" },
  },
  optionNames: {
    number: { "zh-Hans": "编号", "zh-Hant": "編號" },
    version: { "zh-Hans": "版本", "zh-Hant": "版本" },
  },
  positional: "number",
  hidden: ["version"],
  suggest: { number: suggestWaiting },
  changes: true,
  examples: [
    {
      line: { en: "/leave approve", "zh-Hans": "/leave approve", "zh-Hant": "/leave approve" },
      explains: {
        en: "what waits for your decision",
        "zh-Hans": "列出待您审批的申请",
        "zh-Hant": "列出待您審批的申請",
      },
    },
  ],
  action: () => undefined,
  async run({ number, version }, context) {
    const asker = askerIn(context);
    if ("refused" in asker) return asker.refused;
    return press("approve", readGiven(number, "", version, context), asker);
  },
});
