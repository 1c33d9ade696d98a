import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { suggestDepartments } from "../../src/deadline-desk/departments.ts";
import { handCommand } from "../../src/deadline-desk/hand-on.ts";
import { suggestDeadlines } from "../../src/deadline-desk/list.ts";
import { deadline, numberHelp, numberName, reasonHelp, reasonName, withNumber } from "./group.ts";

export const deadlineHand = defineCommand({
  path: "deadline hand",
  group: deadline,
  names: { "zh-Hans": "转交", "zh-Hant": "轉交" },
  aliases: ["转办", "轉辦", "移交", "移送", "transfer"],
  summary: { en: "Offer it to another department", "zh-Hans": "转交其他部门", "zh-Hant": "轉交其他部門" },
  options: z.object({
    number: z.string().default(""),
    to: z.string().default(""),
    reason: z.string().default(""),
  }),
  optionHelp: {
    number: numberHelp,
    to: { en: "To which department", "zh-Hans": "转交哪个部门", "zh-Hant": "轉交哪個部門" },
    reason: reasonHelp,
  },
  optionNames: {
    number: numberName,
    to: { "zh-Hans": "至", "zh-Hant": "至" },
    reason: reasonName,
  },
  positional: "number",
  behind: ["to", "reason"],
  needs: ["to"],
  suggest: { number: suggestDeadlines, to: suggestDepartments },
  changes: true,
  action: () => undefined,
  examples: [
    {
      line: { en: "/deadline hand", "zh-Hans": "/deadline hand", "zh-Hant": "/deadline hand" },
      explains: { en: "offer one to another department", "zh-Hans": "转交其他部门", "zh-Hant": "轉交其他部門" },
    },
  ],
  run: ({ number: typed, ...given }, context) =>
    withNumber(typed, "deadline hand", context, (number, desk) => handCommand(number, given, desk), { form: true }),
});
