import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { suggestDeadlines } from "../../src/deadline-desk/list.ts";
import { changeCommand } from "../../src/deadline-desk/work.ts";
import { suggestPeople } from "../../src/find-people.ts";
import { yesNo } from "../../src/meeting-desk/plan-options.ts";
import { deadline, numberHelp, numberName, withNumber } from "./group.ts";

export const deadlineChange = defineCommand({
  path: "deadline change",
  group: deadline,
  names: { "zh-Hans": "更改", "zh-Hant": "更改" },
  aliases: ["修改", "变更", "變更", "edit"],
  summary: {
    en: "Who does it, what it is called, its day where the rules set none",
    "zh-Hans": "更改经办人、名称，或填写约定的期限",
    "zh-Hant": "更改經辦人、名稱，或填寫約定的期限",
  },
  options: z.object({
    number: z.string().default(""),
    owner: z.string().default(""),
    due: z.string().default(""),
    time: z.string().default(""),
    title: z.string().default(""),
    channel: z.enum(["yes", "no"]).optional(),
  }),
  optionHelp: {
    number: numberHelp,
    owner: { en: "Who does it", "zh-Hans": "经办人", "zh-Hant": "經辦人" },
    due: { en: "The day that was agreed", "zh-Hans": "约定的期限", "zh-Hant": "約定的期限" },
    time: { en: "Until what time on that day", "zh-Hans": "当天的截止时间", "zh-Hant": "當天的截止時間" },
    title: { en: "What it is about", "zh-Hans": "事项名称", "zh-Hant": "事項名稱" },
    channel: {
      en: "Whether its title may stand in the channel",
      "zh-Hans": "是否可在频道中列出",
      "zh-Hant": "是否可在頻道中列出",
    },
  },
  optionNames: {
    number: numberName,
    owner: { "zh-Hans": "经办", "zh-Hant": "經辦" },
    due: { "zh-Hans": "期限", "zh-Hant": "期限" },
    time: { "zh-Hans": "时间", "zh-Hant": "時間" },
    title: { "zh-Hans": "事项", "zh-Hant": "事項" },
    channel: { "zh-Hans": "频道", "zh-Hant": "頻道" },
  },
  positional: "number",
  suggest: { number: suggestDeadlines, owner: suggestPeople },
  changes: true,
  choiceNames: { channel: yesNo },
  action: () => undefined,
  examples: [
    {
      line: { en: "/deadline change", "zh-Hans": "/deadline change", "zh-Hant": "/deadline change" },
      explains: { en: "choose which", "zh-Hans": "选择事项", "zh-Hant": "選擇事項" },
    },
  ],
  run: ({ number: typed, channel = "", ...given }, context) =>
    withNumber(
      typed,
      "deadline change",
      context,
      (number, desk) => changeCommand(number, { ...given, channel }, desk),
      {
        form: true,
      },
    ),
});
