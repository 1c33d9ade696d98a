import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { answerOffer } from "../../src/deadline-desk/hand-on.ts";
import { deadline, numberHelp, numberName, reasonHelp, reasonName, withNumber } from "./group.ts";

export const deadlineAccept = defineCommand({
  path: "deadline accept",
  group: deadline,
  names: { "zh-Hans": "接办", "zh-Hant": "接辦" },
  aliases: ["接受", "接收"],
  summary: {
    en: "Take over what is offered to your department",
    "zh-Hans": "接办转交来的事项",
    "zh-Hant": "接辦轉交來的事項",
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
      line: { en: "/deadline accept", "zh-Hans": "/deadline accept", "zh-Hant": "/deadline accept" },
      explains: { en: "choose which", "zh-Hans": "选择事项", "zh-Hant": "選擇事項" },
    },
  ],
  run: ({ number: typed, ...given }, context) =>
    withNumber(typed, "deadline accept", context, (number, desk) =>
      answerOffer(number, { accept: true, ...given }, desk),
    ),
});
