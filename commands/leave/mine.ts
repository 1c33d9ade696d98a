import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { askerIn } from "../../src/leave-desk/asker.ts";
import { mineReply } from "../../src/leave-desk/mine.ts";
import { leave } from "./group.ts";

export const leaveMine = defineCommand({
  path: "leave mine",
  group: leave,
  names: { "zh-Hans": "我的", "zh-Hant": "我的" },
  aliases: ["list"],
  summary: {
    en: "All your requests for leave: their state, who decides, what to do",
    "zh-Hans": "您的全部请假申请：状态、审批人和可办事项",
    "zh-Hant": "您的全部請假申請：狀態、審批人和可辦事項",
  },
  options: z.object({}),
  optionHelp: {},
  optionNames: {},
  action: () => undefined,
  examples: [
    {
      line: { en: "/leave mine", "zh-Hans": "/leave mine", "zh-Hant": "/leave mine" },
      explains: { en: "my leave", "zh-Hans": "查看我的请假", "zh-Hant": "查看我的請假" },
    },
  ],
  async run(_, context) {
    const asker = askerIn(context);
    return "refused" in asker ? asker.refused : mineReply(asker);
  },
});
