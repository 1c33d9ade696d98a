import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { meetingNumber, suggestComing } from "../../src/find-meetings.ts";
import { cancelReply, whichToCancel } from "../../src/meeting-desk/cancel.ts";
import { wordRefusal } from "../../src/office/refusal.ts";
import { meeting, numberHelp, numberName } from "./group.ts";

export const meetingCancel = defineCommand({
  path: "meeting cancel",
  group: meeting,
  names: { "zh-Hans": "取消", "zh-Hant": "取消" },
  summary: {
    en: "Cancel a meeting; whoever asked for leave from it is told",
    "zh-Hans": "取消会议，并通知为此请假的人员",
    "zh-Hant": "取消會議，並通知為此請假的人員",
  },
  options: z.object({ number: z.string().default("") }),
  optionHelp: { number: numberHelp },
  optionNames: { number: numberName },
  positional: "number",
  suggest: { number: suggestComing },
  changes: true,
  action: () => "meeting.plan",
  examples: [
    {
      line: { en: "/meeting cancel", "zh-Hans": "/meeting cancel", "zh-Hant": "/meeting cancel" },
      explains: { en: "choose which", "zh-Hans": "选择要取消的会议", "zh-Hant": "選擇要取消的會議" },
    },
  ],
  run({ number: typed }, context) {
    const { visit } = context;
    if (!visit) return wordRefusal(undefined, context);
    const number = meetingNumber(typed, context);
    return number === undefined ? whichToCancel(visit, context) : cancelReply(number, visit, context);
  },
});
