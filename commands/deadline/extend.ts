import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { extendCommand } from "../../src/deadline-desk/extend.ts";
import { suggestDeadlines } from "../../src/deadline-desk/list.ts";
import { suggestPeople } from "../../src/find-people.ts";
import { deadline, numberHelp, numberName, reasonHelp, reasonName, withNumber } from "./group.ts";

export const deadlineExtend = defineCommand({
  path: "deadline extend",
  group: deadline,
  names: { "zh-Hans": "延期", "zh-Hant": "延期" },
  aliases: ["延长", "延長", "申请延期", "申請延期"],
  summary: { en: "Ask for another day", "zh-Hans": "申请延期", "zh-Hant": "申請延期" },
  options: z.object({
    number: z.string().default(""),
    until: z.string().default(""),
    reason: z.string().default(""),
    agreed: z.string().default(""),
  }),
  optionHelp: {
    number: numberHelp,
    until: { en: "Until when", "zh-Hans": "延至哪一天", "zh-Hant": "延至哪一天" },
    reason: reasonHelp,
    agreed: {
      en: "For those who supervise: who has agreed to it",
      "zh-Hans": "督办人员填写：同意人",
      "zh-Hant": "督辦人員填寫：同意人",
    },
  },
  optionNames: {
    number: numberName,
    until: { "zh-Hans": "至", "zh-Hant": "至" },
    reason: reasonName,
    agreed: { "zh-Hans": "同意人", "zh-Hant": "同意人" },
  },
  positional: "number",
  behind: ["until", "reason"],
  needs: ["until", "reason"],
  suggest: { number: suggestDeadlines, agreed: suggestPeople },
  changes: true,
  action: () => undefined,
  examples: [
    {
      line: { en: "/deadline extend", "zh-Hans": "/deadline extend", "zh-Hant": "/deadline extend" },
      explains: { en: "ask for more time", "zh-Hans": "申请延期", "zh-Hant": "申請延期" },
    },
  ],
  run: ({ number: typed, ...given }, context) =>
    withNumber(typed, "deadline extend", context, (number, desk) => extendCommand(number, given, desk), { form: true }),
});
