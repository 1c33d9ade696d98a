import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { meetingNumber, suggestComing, suggestPosts } from "../../src/find-meetings.ts";
import { changeMeeting, meetingAsTyped, whichToChange } from "../../src/meeting-desk/change.ts";
import { planHelp, planNames, planOptions, yesNo } from "../../src/meeting-desk/plan-options.ts";
import { wordRefusal } from "../../src/office/refusal.ts";
import { point, reply } from "../../src/reply.ts";
import { meeting, numberHelp, numberName } from "./group.ts";

const { type: _, ...options } = planOptions;
const { type: __, ...optionHelp } = planHelp;
const { type: ___, ...optionNames } = planNames;

export const meetingChange = defineCommand({
  path: "meeting change",
  group: meeting,
  names: { "zh-Hans": "变更", "zh-Hant": "變更" },
  aliases: ["修改", "更改", "edit"],
  summary: {
    en: "Move or change a meeting; everybody who is called is told, their calendars too",
    "zh-Hans": "变更会议的时间、地点等，并通知参会人员、更新日历",
    "zh-Hant": "變更會議的時間、地點等，並通知與會人員、更新日曆",
  },
  options: z.object({ number: z.string().default(""), ...options }),
  optionHelp: { number: numberHelp, ...optionHelp },
  optionNames: { number: numberName, ...optionNames },
  hidden: ["confirmed"],
  positional: "number",
  takes: { invited: "long" },
  choiceNames: { visit: yesNo },
  suggest: { number: suggestComing, presider: suggestPosts },
  prefill: { by: "number", values: meetingAsTyped },
  changes: true,
  action: () => "meeting.plan",
  examples: [
    {
      line: { en: "/meeting change", "zh-Hans": "/meeting change", "zh-Hant": "/meeting change" },
      explains: { en: "choose which", "zh-Hans": "选择要变更的会议", "zh-Hant": "選擇要變更的會議" },
    },
  ],
  async run({ number: typed, visit: siteVisit = "", ...rest }, context) {
    const changes = { ...rest, visit: siteVisit };
    const { visit, wording, language } = context;
    if (!visit) return wordRefusal(undefined, context);
    const number = meetingNumber(typed, context);
    if (number === undefined) return whichToChange(visit, context);
    const { confirmed: ____, ...fields } = changes;
    if (Object.values(fields).some((each) => each.trim() !== "")) return changeMeeting(number, changes, visit, context);
    return reply({
      tone: "needs",
      language,
      blocks: [point(wording.meetings.change.nothingGiven)],
      buttons: [
        {
          label: wording.meetings.plan.fill,
          command: "meeting change",
          options: { number: String(number) },
          form: true,
        },
      ],
    });
  },
});
