import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { askerIn } from "../../src/leave-desk/asker.ts";
import { readGiven, suggestWaiting } from "../../src/leave-desk/given.ts";
import { press } from "../../src/leave-desk/press.ts";
import { leave } from "./group.ts";

export const leaveQuestion = defineCommand({
  path: "leave question",
  group: leave,
  names: { "zh-Hans": "询问", "zh-Hant": "詢問" },
  summary: {
    en: "Ask whoever requests leave for more before you decide",
    "zh-Hans": "审批前就请假申请询问申请人",
    "zh-Hant": "審批前就請假申請詢問申請人",
  },
  options: z.object({
    number: z.string().default(""),
    words: z.string().default(""),
    version: z.string().default(""),
  }),
  optionHelp: {
    number: { en: "The number of the request", "zh-Hans": "申请编号", "zh-Hant": "申請編號" },
    words: { en: "What you want to know", "zh-Hans": "想了解的情况", "zh-Hant": "想瞭解的情況" },
    version: { en: "Filled in by a button", "zh-Hans": "由按钮填写", "zh-Hant": "由按鈕填寫" },
  },
  optionNames: {
    number: { "zh-Hans": "编号", "zh-Hant": "編號" },
    words: { "zh-Hans": "内容", "zh-Hant": "內容" },
    version: { "zh-Hans": "版本", "zh-Hant": "版本" },
  },
  positional: "number",
  needs: ["number", "words"],
  takes: { words: "long" },
  hidden: ["version"],
  suggest: { number: suggestWaiting },
  changes: true,
  examples: [
    {
      line: { en: "/leave question", "zh-Hans": "/leave question", "zh-Hant": "/leave question" },
      explains: { en: "a form to fill in", "zh-Hans": "填写表单", "zh-Hant": "填寫表單" },
    },
  ],
  action: () => undefined,
  async run({ number, words, version }, context) {
    const asker = askerIn(context);
    if ("refused" in asker) return asker.refused;
    return press("question", readGiven(number, words, version, context), asker);
  },
});
