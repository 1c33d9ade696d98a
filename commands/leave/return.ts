import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { suggestPeople } from "../../src/find-people.ts";
import { askerIn } from "../../src/leave-desk/asker.ts";
import { readReturn } from "../../src/leave-desk/return-given.ts";
import { returnReply, suggestReturns } from "../../src/leave-desk/returns.ts";
import { leave } from "./group.ts";

export const leaveReturn = defineCommand({
  path: "leave return",
  group: leave,
  names: { "zh-Hans": "销假", "zh-Hant": "銷假" },
  summary: {
    en: "Report that you are back from leave",
    "zh-Hans": "返岗后销假",
    "zh-Hant": "返崗後銷假",
  },
  options: z.object({
    number: z.string().default(""),
    day: z.string().default(""),
    person: z.string().default(""),
  }),
  optionHelp: {
    number: {
      en: "The number of the leave; left out: the one that has begun",
      "zh-Hans": "申请编号；不填则为已开始的请假",
      "zh-Hant": "申請編號；不填則為已開始的請假",
    },
    day: {
      en: "Since when: 12-04, 12-04 pm, yesterday; left out: now",
      "zh-Hans": "返岗时间，例如 12月4日、12月4日下午、昨天；不填则为现在",
      "zh-Hant": "返崗時間，例如 12月4日、12月4日下午、昨天；不填則為現在",
    },
    person: {
      en: "For whom, if you look after the office's leave",
      "zh-Hans": "代何人销假，限负责请假管理的人员",
      "zh-Hant": "代何人銷假，限負責請假管理的人員",
    },
  },
  optionNames: {
    number: { "zh-Hans": "编号", "zh-Hant": "編號" },
    day: { "zh-Hans": "日期", "zh-Hant": "日期" },
    person: { "zh-Hans": "人员", "zh-Hant": "人員" },
  },
  positional: "number",
  suggest: { number: suggestReturns, person: suggestPeople },
  changes: true,
  action: () => undefined,
  examples: [
    {
      line: { en: "/leave return", "zh-Hans": "/leave return", "zh-Hant": "/leave return" },
      explains: { en: "you are back", "zh-Hans": "我已返岗", "zh-Hant": "我已返崗" },
    },
  ],
  async run({ number, day, person }, context) {
    const asker = askerIn(context);
    if ("refused" in asker) return asker.refused;
    return returnReply(readReturn(number, day), person, asker);
  },
});
