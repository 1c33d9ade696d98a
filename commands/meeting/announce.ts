import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { meetingNumber, suggestComing } from "../../src/find-meetings.ts";
import { announceReply, whichToAnnounce } from "../../src/meeting-desk/announce.ts";
import { planHelp, planNames } from "../../src/meeting-desk/plan-options.ts";
import { wordRefusal } from "../../src/office/refusal.ts";
import { meeting, numberHelp, numberName } from "./group.ts";

export const meetingAnnounce = defineCommand({
  path: "meeting announce",
  group: meeting,
  names: { "zh-Hans": "通知", "zh-Hant": "通知" },
  summary: {
    en: "Call everybody to a meeting: a notice, an entry for the calendar, reminders",
    "zh-Hans": "发会议通知：附日历文件，并按时提醒",
    "zh-Hant": "發會議通知：附日曆檔，並按時提醒",
  },
  options: z.object({ number: z.string().default(""), confirmed: z.string().default("") }),
  optionHelp: { number: numberHelp, confirmed: planHelp.confirmed },
  optionNames: { number: numberName, confirmed: planNames.confirmed },
  hidden: ["confirmed"],
  positional: "number",
  suggest: { number: suggestComing },
  changes: true,
  action: () => "meeting.plan",
  examples: [
    {
      line: { en: "/meeting announce", "zh-Hans": "/meeting announce", "zh-Hant": "/meeting announce" },
      explains: { en: "choose which", "zh-Hans": "选择会议", "zh-Hant": "選擇會議" },
    },
  ],
  run({ number: typed, confirmed }, context) {
    const { visit } = context;
    if (!visit) return wordRefusal(undefined, context);
    const number = meetingNumber(typed, context);
    return number === undefined ? whichToAnnounce(visit, context) : announceReply(number, confirmed, visit, context);
  },
});
