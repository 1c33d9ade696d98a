import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { meetingNumber, suggestComing } from "../../src/find-meetings.ts";
import { rollReply, whichRoll } from "../../src/meeting-desk/roll-reply.ts";
import { wordRefusal } from "../../src/office/refusal.ts";
import { meeting, numberHelp, numberName } from "./group.ts";

export const meetingRoll = defineCommand({
  path: "meeting roll",
  group: meeting,
  names: { "zh-Hans": "名单", "zh-Hant": "名單" },
  summary: {
    en: "Who comes to a meeting, who has leave, who has not replied",
    "zh-Hans": "查看会议的答复情况：参加、请假、未答复",
    "zh-Hant": "查看會議的答覆情況：參加、請假、未答覆",
  },
  options: z.object({ number: z.string().default("") }),
  optionHelp: { number: numberHelp },
  optionNames: { number: numberName },
  positional: "number",
  suggest: { number: suggestComing },
  action: () => "meeting.plan",
  examples: [
    {
      line: { en: "/meeting roll", "zh-Hans": "/meeting roll", "zh-Hant": "/meeting roll" },
      explains: { en: "choose which", "zh-Hans": "选择会议", "zh-Hant": "選擇會議" },
    },
  ],
  run({ number: typed }, context) {
    const { visit } = context;
    if (!visit) return wordRefusal(undefined, context);
    const number = meetingNumber(typed, context);
    return number === undefined ? whichRoll(visit, context) : rollReply(number, visit, context);
  },
});
