import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { askerIn } from "../../src/leave-desk/asker.ts";
import { ownCurrent, ownLine, suggestOwn } from "../../src/leave-desk/own-leave.ts";
import { withdrawOwnLeave } from "../../src/leave-desk/withdraw-leave.ts";
import { point, reply } from "../../src/reply.ts";
import { leave } from "./group.ts";

export const leaveWithdraw = defineCommand({
  path: "leave withdraw",
  group: leave,
  names: { "zh-Hans": "撤回", "zh-Hant": "撤回" },
  aliases: ["撤销", "撤銷", "取消", "cancel"],
  summary: {
    en: "Withdraw your request, or leave that has not begun",
    "zh-Hans": "撤回申请，或取消尚未开始的请假",
    "zh-Hant": "撤回申請，或取消尚未開始的請假",
  },
  options: z.object({ number: z.string().default("") }),
  optionHelp: { number: { en: "The request's number", "zh-Hans": "申请编号", "zh-Hant": "申請編號" } },
  optionNames: { number: { "zh-Hans": "编号", "zh-Hant": "編號" } },
  positional: "number",
  suggest: { number: suggestOwn },
  changes: true,
  action: () => "leave.ask",
  examples: [
    {
      line: { en: "/leave withdraw", "zh-Hans": "/leave withdraw", "zh-Hant": "/leave withdraw" },
      explains: { en: "choose which", "zh-Hans": "选择要撤回的申请", "zh-Hant": "選擇要撤回的申請" },
    },
  ],
  async run({ number }, context) {
    const asker = askerIn(context);
    if ("refused" in asker) return asker.refused;
    if (number.trim() !== "") return withdrawOwnLeave(number, asker);
    const { wording, language } = context;
    const words = wording.leaveRequest;
    const own = await ownCurrent(asker.at, asker.person.id);
    if (own.length === 0) return reply({ tone: "answer", language, blocks: [point(words.withdraw.none)] });
    return reply({
      tone: "needs",
      language,
      blocks: [point(words.withdraw.which), { kind: "list", items: own.map((each) => ownLine(each, context)) }],
      buttons: own.map((each) => ({
        label: words.buttons.withdraw(wording.leave.number(each.number)),
        command: "leave withdraw",
        options: { number: String(each.number) },
      })),
    });
  },
});
