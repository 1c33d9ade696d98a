import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { channelCommand } from "../../src/deadline-desk/channel.ts";
import { suggestDepartments } from "../../src/deadline-desk/departments.ts";
import { atDesk, deadline } from "./group.ts";

export const deadlineChannel = defineCommand({
  path: "deadline channel",
  group: deadline,
  names: { "zh-Hans": "频道", "zh-Hant": "頻道" },
  summary: {
    en: "In which channel a department is reminded of its deadlines",
    "zh-Hans": "部门督办提醒发往哪个频道",
    "zh-Hant": "部門督辦提醒發往哪個頻道",
  },
  options: z.object({
    channel: z.string().default(""),
    department: z.string().default(""),
    remove: z.stringbool().default(false),
  }),
  optionHelp: {
    channel: {
      en: "The department's own channel; left out: which one it is",
      "zh-Hans": "部门自己的频道；不填则查看",
      "zh-Hant": "部門自己的頻道；不填則檢視",
    },
    department: {
      en: "Which; left out: your own",
      "zh-Hans": "部门；不填则为本部门",
      "zh-Hant": "部門；不填則為本部門",
    },
    remove: {
      en: "No channel of its own any more",
      "zh-Hans": "不再使用自己的频道",
      "zh-Hant": "不再使用自己的頻道",
    },
  },
  optionNames: {
    channel: { "zh-Hans": "频道", "zh-Hant": "頻道" },
    department: { "zh-Hans": "部门", "zh-Hant": "部門" },
    remove: { "zh-Hans": "取消", "zh-Hant": "取消" },
  },
  positional: "channel",
  takes: { channel: "channel" },
  suggest: { department: suggestDepartments },
  changes: true,
  action: () => undefined,
  examples: [
    {
      line: { en: "/deadline channel", "zh-Hans": "/deadline channel", "zh-Hant": "/deadline channel" },
      explains: {
        en: "where my department is reminded",
        "zh-Hans": "本部门的提醒频道",
        "zh-Hant": "本部門的提醒頻道",
      },
    },
  ],
  run: (given, context) => atDesk(context, (desk) => channelCommand(given, desk)),
});
