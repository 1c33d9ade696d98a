import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { answerOffer } from "../../src/deadline-desk/hand-on.ts";
import { deadline, numberHelp, numberName, reasonHelp, reasonName, withNumber } from "./group.ts";

export const deadlineDecline = defineCommand({
  path: "deadline decline",
  group: deadline,
  names: { "zh-Hans": "不接", "zh-Hant": "不接" },
  aliases: ["不接办", "不接辦", "拒接"],
  summary: {
    en: "Do not take over what is offered to your department",
    "zh-Hans": "不接办转交来的事项",
    "zh-Hant": "不接辦轉交來的事項",
  },
  options: z.object({
    number: z.string().default(""),
    reason: z.string().default(""),
  }),
  optionHelp: {
    number: numberHelp,
    reason: reasonHelp,
  },
  optionNames: {
    number: numberName,
    reason: reasonName,
  },
  positional: "number",
  behind: ["reason"],
  changes: true,
  action: () => undefined,
  examples: [
    {
      line: { en: "/deadline decline", "zh-Hans": "/deadline decline", "zh-Hant": "/deadline decline" },
      explains: { en: "choose which", "zh-Hans": "选择事项", "zh-Hant": "選擇事項" },
    },
  ],
  run: ({ number: typed, ...given }, context) =>
    withNumber(typed, "deadline decline", context, (number, desk) =>
      answerOffer(number, { accept: false, ...given }, desk),
    ),
});
