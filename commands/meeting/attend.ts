import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { meetingNumber, suggestComing } from "../../src/find-meetings.ts";
import { attendReply } from "../../src/meeting-desk/attend.ts";
import { coming, meetingsReply } from "../../src/meeting-desk/list.ts";
import { wordRefusal } from "../../src/office/refusal.ts";
import { meeting, numberHelp, numberName } from "./group.ts";

export const meetingAttend = defineCommand({
  path: "meeting attend",
  group: meeting,
  names: { "zh-Hans": "参加", "zh-Hant": "參加" },
  summary: {
    en: "Say that you come to a meeting to which you are called",
    "zh-Hans": "答复会议通知：参加会议",
    "zh-Hant": "答覆會議通知：參加會議",
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
      line: { en: "/meeting attend", "zh-Hans": "/meeting attend", "zh-Hant": "/meeting attend" },
      explains: { en: "choose which", "zh-Hans": "选择会议", "zh-Hant": "選擇會議" },
    },
  ],
  run({ number: typed }, context) {
    const { visit } = context;
    if (!visit) return wordRefusal(undefined, context);
    const number = meetingNumber(typed, context);
    return number === undefined ? meetingsReply(coming, visit, context) : attendReply(number, visit, context);
  },
});
