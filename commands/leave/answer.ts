import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { answerReply } from "../../src/leave-desk/answer.ts";
import { askerIn } from "../../src/leave-desk/asker.ts";
import { readGiven } from "../../src/leave-desk/given.ts";
import { leave } from "./group.ts";

export const leaveAnswer = defineCommand({
  path: "leave answer",
  group: leave,
  names: { "zh-Hans": "答复", "zh-Hant": "答覆" },
  summary: {
    en: "Answer what the approver asks about your request",
    "zh-Hans": "答复审批人就您的请假申请提出的询问",
    "zh-Hant": "答覆審批人就您的請假申請提出的詢問",
  },
  options: z.object({ number: z.string().default(""), words: z.string().default("") }),
  optionHelp: {
    number: { en: "The number of the request", "zh-Hans": "申请编号", "zh-Hant": "申請編號" },
    words: {
      en: "Your answer; only whoever decides reads it",
      "zh-Hans": "答复内容，仅审批人可见",
      "zh-Hant": "答覆內容，僅審批人可見",
    },
  },
  optionNames: {
    number: { "zh-Hans": "编号", "zh-Hant": "編號" },
    words: { "zh-Hans": "内容", "zh-Hant": "內容" },
  },
  positional: "number",
  needs: ["number", "words"],
  takes: { words: "long" },
  changes: true,
  examples: [
    {
      line: { en: "/leave answer", "zh-Hans": "/leave answer", "zh-Hant": "/leave answer" },
      explains: { en: "a form to fill in", "zh-Hans": "填写表单", "zh-Hant": "填寫表單" },
    },
  ],
  action: () => undefined,
  async run({ number, words }, context) {
    const asker = askerIn(context);
    if ("refused" in asker) return asker.refused;
    return answerReply(readGiven(number, words, "", context), asker);
  },
});
