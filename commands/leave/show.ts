import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { InputError } from "../../src/errors.ts";
import { askerIn } from "../../src/leave-desk/asker.ts";
import { showLeave } from "../../src/leave-desk/course.ts";
import { leaveMeant, readGiven, suggestWaiting } from "../../src/leave-desk/given.ts";
import { pendingReply } from "../../src/leave-desk/pending.ts";
import { leave } from "./group.ts";

export const leaveShow = defineCommand({
  path: "leave show",
  group: leave,
  names: { "zh-Hans": "查看", "zh-Hant": "查看" },
  aliases: ["详情", "詳情", "view"],
  summary: {
    en: "A request for leave with its whole course: who did what, when and as what",
    "zh-Hans": "查看请假申请及其办理经过：何人、何时、以何身份办理",
    "zh-Hant": "查看請假申請及其辦理經過：何人、何時、以何身分辦理",
  },
  options: z.object({ number: z.string().default("") }),
  optionHelp: { number: { en: "The number of the request", "zh-Hans": "申请编号", "zh-Hant": "申請編號" } },
  optionNames: { number: { "zh-Hans": "编号", "zh-Hant": "編號" } },
  positional: "number",
  suggest: { number: suggestWaiting },
  examples: [
    {
      line: { en: "/leave show", "zh-Hans": "/leave show", "zh-Hant": "/leave show" },
      explains: { en: "what waits for you", "zh-Hans": "列出等待您办理的申请", "zh-Hant": "列出等待您辦理的申請" },
    },
  ],
  action: () => undefined,
  async run(options, context) {
    const asker = askerIn(context);
    if ("refused" in asker) return asker.refused;
    const { number } = readGiven(options.number, "", "", context);
    if (number === undefined) return pendingReply(asker);
    const shown = await showLeave(await leaveMeant(number, asker.at.records, context), asker);
    // to whoever it does not concern there is none
    if (!shown) throw new InputError(context.wording.leave.noSuch(context.wording.leave.number(number)));
    return shown;
  },
});
