import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { suggestPosts, suggestTypes } from "../../src/find-meetings.ts";
import { planMeeting } from "../../src/meeting-desk/plan.ts";
import { planHelp, planNames, planOptions, yesNo } from "../../src/meeting-desk/plan-options.ts";
import { wordRefusal } from "../../src/office/refusal.ts";
import { point, reply } from "../../src/reply.ts";
import { meeting } from "./group.ts";

export const meetingPlan = defineCommand({
  path: "meeting plan",
  group: meeting,
  names: { "zh-Hans": "安排", "zh-Hant": "安排" },
  aliases: ["新建", "添加", "新增", "new"],
  summary: {
    en: "Plan a meeting: leave from it, and who is away then, are known from then on",
    "zh-Hans": "安排会议，并显示届时外出的参会人员",
    "zh-Hant": "安排會議，並顯示屆時外出的與會人員",
  },
  options: z.object(planOptions),
  optionHelp: planHelp,
  optionNames: planNames,
  hidden: ["confirmed"],
  positional: "title",
  needs: ["type", "day", "time", "title"],
  takes: { invited: "long" },
  choiceNames: { visit: yesNo },
  suggest: { type: suggestTypes, presider: suggestPosts },
  changes: true,
  action: () => "meeting.plan",
  examples: [
    {
      line: { en: "/meeting plan", "zh-Hans": "/meeting plan", "zh-Hant": "/meeting plan" },
      explains: { en: "a form to fill in", "zh-Hans": "填写表单", "zh-Hant": "填寫表單" },
    },
  ],
  async run({ visit: siteVisit = "", ...rest }, context) {
    const { visit, wording, language } = context;
    const options = { ...rest, visit: siteVisit };
    if (!visit) return wordRefusal(undefined, context);
    const needed = [options.type, options.day, options.time, options.title];
    if (needed.every((each) => each.trim() !== "")) return planMeeting(options, visit, context);
    const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== ""));
    return reply({
      tone: "needs",
      language,
      blocks: [point(wording.meetings.plan.needs)],
      buttons: [{ label: wording.meetings.plan.fill, command: "meeting plan", options: given, form: true }],
    });
  },
});
