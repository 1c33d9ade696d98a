import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { meetingNumber, suggestComing } from "../../src/find-meetings.ts";
import { hereReply, whichHere } from "../../src/meeting-desk/here.ts";
import { wordRefusal } from "../../src/office/refusal.ts";
import { meeting, numberHelp, numberName } from "./group.ts";

export const meetingHere = defineCommand({
  path: "meeting here",
  group: meeting,
  names: { "zh-Hans": "签到", "zh-Hant": "簽到" },
  summary: {
    en: "Say that you are at a meeting",
    "zh-Hans": "会议签到",
    "zh-Hant": "會議簽到",
  },
  options: z.object({ number: z.string().default("") }),
  optionHelp: { number: numberHelp },
  optionNames: { number: numberName },
  positional: "number",
  suggest: { number: suggestComing },
  changes: true,
  action: () => undefined,
  examples: [
    {
      line: { en: "/meeting here", "zh-Hans": "/meeting here", "zh-Hant": "/meeting here" },
      explains: { en: "choose at which", "zh-Hans": "选择会议", "zh-Hant": "選擇會議" },
    },
  ],
  run({ number: typed }, context) {
    const { visit } = context;
    if (!visit) return wordRefusal(undefined, context);
    const number = meetingNumber(typed, context);
    return number === undefined ? whichHere(visit, context) : hereReply(number, visit, context);
  },
});
