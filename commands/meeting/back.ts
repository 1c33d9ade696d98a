import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { meetingNumber, suggestComing } from "../../src/find-meetings.ts";
import { stepReply, whichClock } from "../../src/meeting-desk/step.ts";
import { wordRefusal } from "../../src/office/refusal.ts";
import { meeting, numberHelp, numberName, stepHelp, stepName } from "./group.ts";

export const meetingBack = defineCommand({
  path: "meeting back",
  group: meeting,
  names: { "zh-Hans": "回退", "zh-Hant": "回退" },
  summary: {
    en: "The last step of the agenda is undone",
    "zh-Hans": "议程计时：撤销上一步",
    "zh-Hant": "議程計時：撤銷上一步",
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
      line: { en: "/meeting back", "zh-Hans": "/meeting back", "zh-Hant": "/meeting back" },
      explains: { en: "choose which", "zh-Hans": "选择会议", "zh-Hant": "選擇會議" },
    },
  ],
  run({ number: typed, step }, context) {
    const { visit } = context;
    if (!visit) return wordRefusal(undefined, context);
    const number = meetingNumber(typed, context);
    if (number === undefined) return whichClock("back", visit, context);
    return stepReply(number, { direction: "back", expected: step }, visit, context);
  },
});
