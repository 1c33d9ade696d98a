import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { mineCommand } from "../../src/deadline-desk/list.ts";
import { atDesk, deadline } from "./group.ts";

export const deadlineMine = defineCommand({
  path: "deadline mine",
  group: deadline,
  names: { "zh-Hans": "我的", "zh-Hant": "我的" },
  aliases: ["待办", "待辦", "list"],
  summary: { en: "What is yours to do", "zh-Hans": "查看由您办理的事项", "zh-Hant": "查看由您辦理的事項" },
  options: z.object({}),
  optionHelp: {},
  optionNames: {},
  action: () => undefined,
  examples: [
    {
      line: { en: "/deadline mine", "zh-Hans": "/deadline mine", "zh-Hant": "/deadline mine" },
      explains: { en: "what is yours to do", "zh-Hans": "由您办理的事项", "zh-Hant": "由您辦理的事項" },
    },
  ],
  run: (_, context) => atDesk(context, mineCommand),
});
