import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { meetingNumber } from "../../src/find-meetings.ts";
import { roundIn, suggestMinutes, whichMinutes } from "../../src/meeting-desk/minutes-list.ts";
import { passMinutes } from "../../src/meeting-desk/minutes-steps.ts";
import { wordRefusal } from "../../src/office/refusal.ts";
import { meeting, numberHelp, numberName } from "./group.ts";

export const meetingPass = defineCommand({
  path: "meeting pass",
  group: meeting,
  names: { "zh-Hans": "审签", "zh-Hant": "審簽" },
  summary: {
    en: "Pass on or sign minutes that wait for you",
    "zh-Hans": "审核通过、签发或同意由您办理的会议纪要",
    "zh-Hant": "審核通過、簽發或同意由您辦理的會議紀要",
  },
  options: z.object({ number: z.string().default(""), round: z.string().default("") }),
  optionHelp: {
    number: numberHelp,
    round: { en: "Filled in by a button", "zh-Hans": "由按钮填写", "zh-Hant": "由按鈕填寫" },
  },
  optionNames: { number: numberName, round: { "zh-Hans": "版本", "zh-Hant": "版本" } },
  positional: "number",
  hidden: ["round"],
  suggest: { number: suggestMinutes },
  action: () => undefined,
  changes: true,
  examples: [
    {
      line: { en: "/meeting pass", "zh-Hans": "/meeting pass", "zh-Hant": "/meeting pass" },
      explains: { en: "choose which", "zh-Hans": "选择会议", "zh-Hant": "選擇會議" },
    },
  ],
  run({ number: typed, round }, context) {
    const { visit } = context;
    if (!visit) return wordRefusal(undefined, context);
    const number = meetingNumber(typed, context);
    if (number === undefined) return whichMinutes(visit, context);
    return passMinutes({ number, round: roundIn(round) }, visit, context);
  },
});
