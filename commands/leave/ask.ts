import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { askAsWell } from "../../src/leave-desk/ask-as-well.ts";
import { askerIn } from "../../src/leave-desk/asker.ts";
import { readGiven } from "../../src/leave-desk/given.ts";
import { leave } from "./group.ts";

export const leaveAsk = defineCommand({
  path: "leave ask",
  group: leave,
  names: { "zh-Hans": "另送", "zh-Hant": "另送" },
  summary: {
    en: "Bring your request to another who may decide on it as well",
    "zh-Hans": "将您的申请另送也可以审批的人员",
    "zh-Hant": "將您的申請另送也可以審批的人員",
  },
  options: z.object({ number: z.string().default(""), person: z.string().default("") }),
  optionHelp: {
    number: { en: "The number of the request", "zh-Hans": "申请编号", "zh-Hant": "申請編號" },
    person: {
      en: "Who; left out: all who may decide",
      "zh-Hans": "送何人；不填则送全部可以审批的人员",
      "zh-Hant": "送何人；不填則送全部可以審批的人員",
    },
  },
  optionNames: {
    number: { "zh-Hans": "编号", "zh-Hant": "編號" },
    person: { "zh-Hans": "人员", "zh-Hant": "人員" },
  },
  positional: "number",
  changes: true,
  examples: [
    {
      line: { en: "/leave ask", "zh-Hans": "/leave ask", "zh-Hant": "/leave ask" },
      explains: { en: "which request", "zh-Hans": "选择申请", "zh-Hant": "選擇申請" },
    },
  ],
  action: () => undefined,
  async run({ number, person }, context) {
    const asker = askerIn(context);
    if ("refused" in asker) return asker.refused;
    return askAsWell(readGiven(number, person, "", context), asker);
  },
});
