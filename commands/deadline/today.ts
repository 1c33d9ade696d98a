import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { todayCommand } from "../../src/deadline-desk/list.ts";
import { atDesk, deadline } from "./group.ts";

export const deadlineToday = defineCommand({
  path: "deadline today",
  group: deadline,
  names: { "zh-Hans": "今日", "zh-Hant": "今日" },
  summary: {
    en: "Your morning: what is due, who is away, which meetings",
    "zh-Hans": "今日事项：到期、外出、会议",
    "zh-Hant": "今日事項：到期、外出、會議",
  },
  options: z.object({}),
  optionHelp: {},
  optionNames: {},
  action: () => undefined,
  examples: [
    {
      line: { en: "/deadline today", "zh-Hans": "/deadline today", "zh-Hant": "/deadline today" },
      explains: { en: "your morning", "zh-Hans": "今日事项", "zh-Hant": "今日事項" },
    },
  ],
  run: (_, context) => atDesk(context, todayCommand),
});
