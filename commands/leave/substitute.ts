import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { suggestPeople } from "../../src/find-people.ts";
import { askerIn } from "../../src/leave-desk/asker.ts";
import { readGiven } from "../../src/leave-desk/given.ts";
import { substituteReply } from "../../src/leave-desk/substitute-reply.ts";
import { leave } from "./group.ts";

export const leaveSubstitute = defineCommand({
  path: "leave substitute",
  group: leave,
  names: { "zh-Hans": "替会", "zh-Hant": "替會" },
  summary: {
    en: "Once leave from a meeting is approved: name who goes instead, one person",
    "zh-Hans": "会议请假获准后，指定一名替会人员",
    "zh-Hant": "會議請假獲准後，指定一名替會人員",
  },
  options: z.object({ number: z.string().default(""), person: z.string().default("") }),
  optionHelp: {
    number: { en: "The number of the request", "zh-Hans": "申请编号", "zh-Hant": "申請編號" },
    person: {
      en: "Who goes; “none”: nobody",
      "zh-Hans": "替会人员；“无”表示不派人",
      "zh-Hant": "替會人員；「無」表示不派人",
    },
  },
  optionNames: {
    number: { "zh-Hans": "编号", "zh-Hant": "編號" },
    person: { "zh-Hans": "人员", "zh-Hant": "人員" },
  },
  positional: "number",
  needs: ["number", "person"],
  suggest: { person: suggestPeople },
  changes: true,
  examples: [
    {
      line: { en: "/leave substitute", "zh-Hans": "/leave substitute", "zh-Hant": "/leave substitute" },
      explains: { en: "a form to fill in", "zh-Hans": "填写表单", "zh-Hant": "填寫表單" },
    },
  ],
  action: () => undefined,
  async run({ number, person }, context) {
    const asker = askerIn(context);
    if ("refused" in asker) return asker.refused;
    return substituteReply(readGiven(number, person, "", context), asker);
  },
});
