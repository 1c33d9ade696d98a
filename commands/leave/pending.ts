import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { askerIn } from "../../src/leave-desk/asker.ts";
import { pendingReply } from "../../src/leave-desk/pending.ts";
import { leave } from "./group.ts";

export const leavePending = defineCommand({
  path: "leave pending",
  group: leave,
  names: { "zh-Hans": "待办", "zh-Hant": "待辦" },
  aliases: ["待批", "待审批", "待審批"],
  summary: {
    en: "Requests for leave that wait: for your decision, for your answer",
    "zh-Hans": "等待您审批或答复的请假申请",
    "zh-Hant": "等待您審批或答覆的請假申請",
  },
  options: z.object({}),
  optionHelp: {},
  optionNames: {},
  examples: [
    {
      line: { en: "/leave pending", "zh-Hans": "/leave pending", "zh-Hant": "/leave pending" },
      explains: { en: "what waits for you", "zh-Hans": "列出等待您办理的申请", "zh-Hant": "列出等待您辦理的申請" },
    },
  ],
  action: () => undefined,
  async run(_, context) {
    const asker = askerIn(context);
    return "refused" in asker ? asker.refused : pendingReply(asker);
  },
});
