import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { explainCommand } from "../../src/deadline-desk/category.ts";
import { suggestDeadlines } from "../../src/deadline-desk/list.ts";
import { deadline, numberHelp, numberName, withNumber } from "./group.ts";

export const deadlineExplain = defineCommand({
  path: "deadline explain",
  group: deadline,
  names: { "zh-Hans": "说明", "zh-Hant": "說明" },
  aliases: ["情况说明", "情況說明"],
  summary: { en: "Explain the state of handling first", "zh-Hans": "先说明办理情况", "zh-Hant": "先說明辦理情況" },
  options: z.object({
    number: z.string().default(""),
    state: z.string().default(""),
  }),
  optionHelp: {
    number: numberHelp,
    state: { en: "How the matter stands", "zh-Hans": "办理情况", "zh-Hant": "辦理情況" },
  },
  optionNames: {
    number: numberName,
    state: { "zh-Hans": "情况", "zh-Hant": "情況" },
  },
  positional: "number",
  behind: ["state"],
  needs: ["state"],
  takes: { state: "long" },
  suggest: { number: suggestDeadlines },
  changes: true,
  action: () => undefined,
  examples: [
    {
      line: { en: "/deadline explain", "zh-Hans": "/deadline explain", "zh-Hant": "/deadline explain" },
      explains: { en: "say how a matter stands", "zh-Hans": "说明办理情况", "zh-Hant": "說明辦理情況" },
    },
  ],
  run: ({ number: typed, ...given }, context) =>
    withNumber(typed, "deadline explain", context, (number, desk) => explainCommand(number, given.state, desk), {
      form: true,
    }),
});
