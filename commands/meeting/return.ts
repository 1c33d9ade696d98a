import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { meetingNumber } from "../../src/find-meetings.ts";
import { roundIn, suggestMinutes, whichMinutes } from "../../src/meeting-desk/minutes-list.ts";
import { returnMinutes } from "../../src/meeting-desk/minutes-steps.ts";
import { wordRefusal } from "../../src/office/refusal.ts";
import { meeting, numberHelp, numberName } from "./group.ts";

export const meetingReturn = defineCommand({
  path: "meeting return",
  group: meeting,
  names: { "zh-Hans": "退回", "zh-Hant": "退回" },
  summary: {
    en: "Return minutes that wait for you, with what is to be put right",
    "zh-Hans": "退回由您审核、签发的会议纪要，并写明意见",
    "zh-Hant": "退回由您審核、簽發的會議紀要，並寫明意見",
  },
  options: z.object({ number: z.string().default(""), remarks: z.string().default(""), round: z.string().default("") }),
  optionHelp: {
    number: numberHelp,
    remarks: { en: "What is to be put right", "zh-Hans": "需要修改之处", "zh-Hant": "需要修改之處" },
    round: { en: "Filled in by a button", "zh-Hans": "由按钮填写", "zh-Hant": "由按鈕填寫" },
  },
  optionNames: {
    number: numberName,
    remarks: { "zh-Hans": "意见", "zh-Hant": "意見" },
    round: { "zh-Hans": "版本", "zh-Hant": "版本" },
  },
  positional: "number",
  takes: { remarks: "long" },
  hidden: ["round"],
  suggest: { number: suggestMinutes },
  action: () => undefined,
  changes: true,
  examples: [
    {
      line: { en: "/meeting return", "zh-Hans": "/meeting return", "zh-Hant": "/meeting return" },
      explains: { en: "choose which", "zh-Hans": "选择会议", "zh-Hant": "選擇會議" },
    },
  ],
  run({ number: typed, remarks, round }, context) {
    const { visit } = context;
    if (!visit) return wordRefusal(undefined, context);
    const number = meetingNumber(typed, context);
    if (number === undefined) return whichMinutes(visit, context);
    return returnMinutes({ number, round: roundIn(round) }, remarks, visit, context);
  },
});
