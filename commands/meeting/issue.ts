import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { meetingNumber } from "../../src/find-meetings.ts";
import { roundIn, suggestMinutes, whichMinutes } from "../../src/meeting-desk/minutes-list.ts";
import { issueMinutes } from "../../src/meeting-desk/minutes-steps.ts";
import { wordRefusal } from "../../src/office/refusal.ts";
import { meeting, numberHelp, numberName } from "./group.ts";

export const meetingIssue = defineCommand({
  path: "meeting issue",
  group: meeting,
  names: { "zh-Hans": "印发", "zh-Hant": "印發" },
  summary: {
    en: "Issue minutes that are signed",
    "zh-Hans": "印发已签发的会议纪要",
    "zh-Hant": "印發已簽發的會議紀要",
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
  action: () => "meeting.plan",
  changes: true,
  examples: [
    {
      line: { en: "/meeting issue", "zh-Hans": "/meeting issue", "zh-Hant": "/meeting issue" },
      explains: { en: "choose which", "zh-Hans": "选择会议", "zh-Hant": "選擇會議" },
    },
  ],
  run({ number: typed, round }, context) {
    const { visit } = context;
    if (!visit) return wordRefusal(undefined, context);
    const number = meetingNumber(typed, context);
    if (number === undefined) return whichMinutes(visit, context);
    return issueMinutes({ number, round: roundIn(round) }, visit, context);
  },
});
