import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { suggestDeadlines } from "../../src/deadline-desk/list.ts";
import { finishCommand } from "../../src/deadline-desk/work.ts";
import { deadline, numberHelp, numberName, withNumber } from "./group.ts";

export const deadlineFinish = defineCommand({
  path: "deadline finish",
  group: deadline,
  names: { "zh-Hans": "办结", "zh-Hant": "辦結" },
  aliases: ["完成", "办完", "辦完", "done", "complete", "close"],
  summary: { en: "It is done: with what result", "zh-Hans": "办结并填写结果", "zh-Hant": "辦結並填寫結果" },
  options: z.object({
    number: z.string().default(""),
    result: z.string().default(""),
  }),
  optionHelp: {
    number: numberHelp,
    result: { en: "With what result", "zh-Hans": "办理结果", "zh-Hant": "辦理結果" },
  },
  optionNames: {
    number: numberName,
    result: { "zh-Hans": "结果", "zh-Hant": "結果" },
  },
  positional: "number",
  behind: ["result"],
  needs: ["result"],
  takes: { result: "long" },
  suggest: { number: suggestDeadlines },
  changes: true,
  action: () => undefined,
  examples: [
    {
      line: { en: "/deadline finish", "zh-Hans": "/deadline finish", "zh-Hant": "/deadline finish" },
      explains: { en: "say what came of it", "zh-Hans": "填写办理结果", "zh-Hant": "填寫辦理結果" },
    },
  ],
  run: ({ number: typed, ...given }, context) =>
    withNumber(typed, "deadline finish", context, (number, desk) => finishCommand(number, given.result, desk), {
      form: true,
    }),
});
