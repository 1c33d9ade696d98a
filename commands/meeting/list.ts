import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { meetingsReply } from "../../src/meeting-desk/list.ts";
import { wordRefusal } from "../../src/office/refusal.ts";
import { meeting } from "./group.ts";

export const meetingList = defineCommand({
  path: "meeting list",
  group: meeting,
  names: { "zh-Hans": "列表", "zh-Hant": "列表" },
  summary: {
    en: "The coming meetings that you must attend",
    "zh-Hans": "查看您应当参加的会议",
    "zh-Hant": "查看您應當參加的會議",
  },
  options: z.object({}),
  optionHelp: {},
  optionNames: {},
  action: () => undefined,
  examples: [
    {
      line: { en: "/meeting list", "zh-Hans": "/meeting list", "zh-Hant": "/meeting list" },
      explains: { en: "what is coming", "zh-Hans": "即将召开的会议", "zh-Hant": "即將召開的會議" },
    },
  ],
  run: (_, context) => (context.visit ? meetingsReply(context.visit, context) : wordRefusal(undefined, context)),
});
