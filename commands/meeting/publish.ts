import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { meetingNumber } from "../../src/find-meetings.ts";
import { suggestMinutes, whichMinutes } from "../../src/meeting-desk/minutes-list.ts";
import { publishMinutes } from "../../src/meeting-desk/minutes-steps.ts";
import { wordRefusal } from "../../src/office/refusal.ts";
import { meeting, numberHelp, numberName } from "./group.ts";

export const meetingPublish = defineCommand({
  path: "meeting publish",
  group: meeting,
  names: { "zh-Hans": "公布", "zh-Hant": "公布" },
  summary: {
    en: "Say that what a meeting decided is public, or must be kept secret",
    "zh-Hans": "登记会议决定的事项已公布，或依法保密",
    "zh-Hant": "登記會議決定的事項已公布，或依法保密",
  },
  options: z.object({ number: z.string().default(""), outcome: z.enum(["published", "withheld"]).optional() }),
  optionHelp: {
    number: numberHelp,
    outcome: { en: "Whether it is public", "zh-Hans": "是否已公布", "zh-Hant": "是否已公布" },
  },
  optionNames: { number: numberName, outcome: { "zh-Hans": "结果", "zh-Hant": "結果" } },
  positional: "number",
  choiceNames: {
    outcome: {
      published: { en: "it is public", "zh-Hans": "已公布", "zh-Hant": "已公布" },
      withheld: { en: "the law requires secrecy", "zh-Hans": "依法需要保密", "zh-Hant": "依法需要保密" },
    },
  },
  suggest: { number: suggestMinutes },
  action: () => "meeting.plan",
  changes: true,
  examples: [
    {
      line: { en: "/meeting publish", "zh-Hans": "/meeting publish", "zh-Hant": "/meeting publish" },
      explains: { en: "choose which", "zh-Hans": "选择会议", "zh-Hant": "選擇會議" },
    },
  ],
  run({ number: typed, outcome = "published" }, context) {
    const { visit } = context;
    if (!visit) return wordRefusal(undefined, context);
    const number = meetingNumber(typed, context);
    return number === undefined ? whichMinutes(visit, context) : publishMinutes(number, outcome, visit, context);
  },
});
