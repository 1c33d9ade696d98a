import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { meetingNumber, suggestComing } from "../../src/find-meetings.ts";
import { showReply, whichToShow } from "../../src/meeting-desk/show.ts";
import { wordRefusal } from "../../src/office/refusal.ts";
import { meeting, numberHelp, numberName } from "./group.ts";

export const meetingShow = defineCommand({
  path: "meeting show",
  group: meeting,
  names: { "zh-Hans": "详情", "zh-Hant": "詳情" },
  aliases: ["查看", "view"],
  summary: {
    en: "A meeting: when, where, who presides and by which words, how it stands",
    "zh-Hans": "查看会议：时间、地点、主持人及其依据、进展",
    "zh-Hant": "查看會議：時間、地點、主持人及其依據、進展",
  },
  options: z.object({ number: z.string().default("") }),
  optionHelp: { number: numberHelp },
  optionNames: { number: numberName },
  positional: "number",
  suggest: { number: suggestComing },
  action: () => undefined,
  examples: [
    {
      line: { en: "/meeting show", "zh-Hans": "/meeting show", "zh-Hant": "/meeting show" },
      explains: { en: "choose which", "zh-Hans": "选择会议", "zh-Hant": "選擇會議" },
    },
  ],
  run({ number: typed }, context) {
    const { visit } = context;
    if (!visit) return wordRefusal(undefined, context);
    const number = meetingNumber(typed, context);
    return number === undefined ? whichToShow(visit, context) : showReply(number, visit, context);
  },
});
