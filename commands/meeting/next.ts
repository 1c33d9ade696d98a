import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { meetingNumber, suggestComing } from "../../src/find-meetings.ts";
import { stepReply, whichClock } from "../../src/meeting-desk/step.ts";
import { wordRefusal } from "../../src/office/refusal.ts";
import { meeting, numberHelp, numberName, stepHelp, stepName } from "./group.ts";

export const meetingNext = defineCommand({
  path: "meeting next",
  group: meeting,
  names: { "zh-Hans": "下一项", "zh-Hant": "下一項" },
  summary: {
    en: "The agenda goes on: the next item begins; everybody who follows it sees until when",
    "zh-Hans": "议程计时：开始下一项议程",
    "zh-Hant": "議程計時：開始下一項議程",
  },
  options: z.object({ number: z.string().default(""), step: z.string().default("") }),
  optionHelp: { number: numberHelp, step: stepHelp },
  optionNames: { number: numberName, step: stepName },
  hidden: ["step"],
  positional: "number",
  suggest: { number: suggestComing },
  changes: true,
  action: () => "meeting.plan",
  examples: [
    {
      line: { en: "/meeting next", "zh-Hans": "/meeting next", "zh-Hant": "/meeting next" },
      explains: { en: "choose which", "zh-Hans": "选择会议", "zh-Hant": "選擇會議" },
    },
  ],
  run({ number: typed, step }, context) {
    const { visit } = context;
    if (!visit) return wordRefusal(undefined, context);
    const number = meetingNumber(typed, context);
    if (number === undefined) return whichClock("next", visit, context);
    return stepReply(number, { direction: "next", expected: step }, visit, context);
  },
});
