import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { boardCommand } from "../../src/deadline-desk/list.ts";
import { atDesk, deadline } from "./group.ts";

export const deadlineBoard = defineCommand({
  path: "deadline board",
  group: deadline,
  names: { "zh-Hans": "总览", "zh-Hant": "總覽" },
  aliases: ["看板", "总表", "總表", "overview"],
  summary: { en: "Every department with its lights", "zh-Hans": "各部门督办总览", "zh-Hant": "各部門督辦總覽" },
  options: z.object({}),
  optionHelp: {},
  optionNames: {},
  action: () => undefined,
  examples: [
    {
      line: { en: "/deadline board", "zh-Hans": "/deadline board", "zh-Hant": "/deadline board" },
      explains: { en: "all departments", "zh-Hans": "各部门", "zh-Hant": "各部門" },
    },
  ],
  run: (_, context) => atDesk(context, boardCommand),
});
