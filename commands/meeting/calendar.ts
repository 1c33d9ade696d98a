import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { calendarReply, linkWishes } from "../../src/meeting-desk/calendar.ts";
import { wordRefusal } from "../../src/office/refusal.ts";
import { meeting } from "./group.ts";

export const meetingCalendar = defineCommand({
  path: "meeting calendar",
  group: meeting,
  names: { "zh-Hans": "日历", "zh-Hant": "日曆" },
  summary: {
    en: "A secret link by which your own calendar shows your meetings",
    "zh-Hans": "在自己的日历中订阅会议：仅供本人使用的链接",
    "zh-Hant": "在自己的日曆中訂閱會議：僅供本人使用的連結",
  },
  options: z.object({ link: z.enum(linkWishes).optional() }),
  optionHelp: { link: { en: "A new link, or none", "zh-Hans": "更换或停用链接", "zh-Hant": "更換或停用連結" } },
  optionNames: { link: { "zh-Hans": "链接", "zh-Hant": "連結" } },
  choiceNames: {
    link: {
      new: { en: "a new link", "zh-Hans": "更换链接", "zh-Hant": "更換連結" },
      revoke: { en: "no link any more", "zh-Hans": "停用链接", "zh-Hant": "停用連結" },
    },
  },
  changes: true,
  action: () => undefined,
  examples: [
    {
      line: { en: "/meeting calendar", "zh-Hans": "/meeting calendar", "zh-Hant": "/meeting calendar" },
      explains: { en: "your link", "zh-Hans": "您的日历链接", "zh-Hant": "您的日曆連結" },
    },
  ],
  run({ link }, context) {
    const { visit } = context;
    return visit ? calendarReply(link, visit, context) : wordRefusal(undefined, context);
  },
});
