import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { InputError } from "../../src/errors.ts";
import { suggestComing } from "../../src/find-meetings.ts";
import { announceReply, whichToAnnounce } from "../../src/meeting-desk/announce.ts";
import { wordRefusal } from "../../src/office/refusal.ts";
import { repeated } from "../../src/text.ts";
import { meeting } from "./group.ts";

export const meetingAnnounce = defineCommand({
  path: "meeting announce",
  group: meeting,
  names: { "zh-Hans": "通知", "zh-Hant": "通知" },
  summary: {
    en: "Call everybody to a meeting: a notice, an entry for the calendar, reminders",
    "zh-Hans": "发会议通知：附日历文件，并按时提醒",
    "zh-Hant": "發會議通知：附日曆檔，並按時提醒",
  },
  options: z.object({ number: z.string().default("") }),
  optionHelp: { number: { en: "The meeting's number", "zh-Hans": "会议编号", "zh-Hant": "會議編號" } },
  optionNames: { number: { "zh-Hans": "编号", "zh-Hant": "編號" } },
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
  async run({ number }, context) {
    const { visit, wording } = context;
    if (!visit) return wordRefusal(undefined, context);
    if (number.trim() === "") return whichToAnnounce(visit, context);
    const [, digits] = number.match(/^\D*(\d{1,9})\D*$/u) ?? [];
    if (digits === undefined) throw new InputError(wording.meetings.cancel.noNumber(repeated(number)), "number");
    return announceReply(Number(digits), visit, context);
  },
});
