import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { InputError } from "../../src/errors.ts";
import { suggestComing } from "../../src/find-meetings.ts";
import { attendReply } from "../../src/meeting-desk/attend.ts";
import { meetingsReply } from "../../src/meeting-desk/list.ts";
import { wordRefusal } from "../../src/office/refusal.ts";
import { repeated } from "../../src/text.ts";
import { meeting } from "./group.ts";

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
  optionHelp: { number: { en: "The meeting's number", "zh-Hans": "会议编号", "zh-Hant": "會議編號" } },
  optionNames: { number: { "zh-Hans": "编号", "zh-Hant": "編號" } },
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
  async run({ number }, context) {
    const { visit, wording } = context;
    if (!visit) return wordRefusal(undefined, context);
    if (number.trim() === "") return meetingsReply(visit, context);
    const [, digits] = number.match(/^\D*(\d{1,9})\D*$/u) ?? [];
    if (digits === undefined) throw new InputError(wording.meetings.cancel.noNumber(repeated(number)), "number");
    return attendReply(Number(digits), visit, context);
  },
});
