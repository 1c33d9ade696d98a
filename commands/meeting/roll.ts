import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { InputError } from "../../src/errors.ts";
import { suggestComing } from "../../src/find-meetings.ts";
import { rollReply, whichRoll } from "../../src/meeting-desk/roll-reply.ts";
import { wordRefusal } from "../../src/office/refusal.ts";
import { repeated } from "../../src/text.ts";
import { meeting } from "./group.ts";

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
  optionHelp: { number: { en: "The meeting's number", "zh-Hans": "会议编号", "zh-Hant": "會議編號" } },
  optionNames: { number: { "zh-Hans": "编号", "zh-Hant": "編號" } },
  positional: "number",
  suggest: { number: suggestComing },
  action: () => "meeting.plan",
  examples: [
    {
      line: { en: "/meeting roll", "zh-Hans": "/meeting roll", "zh-Hant": "/meeting roll" },
      explains: { en: "choose which", "zh-Hans": "选择会议", "zh-Hant": "選擇會議" },
    },
  ],
  async run({ number }, context) {
    const { visit, wording } = context;
    if (!visit) return wordRefusal(undefined, context);
    if (number.trim() === "") return whichRoll(visit, context);
    const [, digits] = number.match(/^\D*(\d{1,9})\D*$/u) ?? [];
    if (digits === undefined) throw new InputError(wording.meetings.cancel.noNumber(repeated(number)), "number");
    return rollReply(Number(digits), visit, context);
  },
});
