import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { InputError } from "../../src/errors.ts";
import { suggestComing } from "../../src/find-meetings.ts";
import { cancelReply, whichToCancel } from "../../src/meeting-desk/cancel.ts";
import { wordRefusal } from "../../src/office/refusal.ts";
import { repeated } from "../../src/text.ts";
import { meeting } from "./group.ts";

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
  optionHelp: { number: { en: "The meeting's number", "zh-Hans": "会议编号", "zh-Hant": "會議編號" } },
  optionNames: { number: { "zh-Hans": "编号", "zh-Hant": "編號" } },
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
  async run({ number }, context) {
    const { visit, wording } = context;
    if (!visit) return wordRefusal(undefined, context);
    if (number.trim() === "") return whichToCancel(visit, context);
    const [, digits] = number.match(/^\D*(\d{1,9})\D*$/u) ?? [];
    if (digits === undefined) throw new InputError(wording.meetings.cancel.noNumber(repeated(number)), "number");
    return cancelReply(Number(digits), visit, context);
  },
});
