import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { meetingNumber, suggestComing } from "../../src/find-meetings.ts";
import { agendaReply, whichAgenda } from "../../src/meeting-desk/agenda.ts";
import { wordRefusal } from "../../src/office/refusal.ts";
import { meeting, numberHelp, numberName } from "./group.ts";

export const meetingAgenda = defineCommand({
  path: "meeting agenda",
  group: meeting,
  names: { "zh-Hans": "议程", "zh-Hant": "議程" },
  summary: {
    en: "The agenda of a meeting, with what the rules say of its items",
    "zh-Hans": "查看会议议程，以及规则对各项议程的要求",
    "zh-Hant": "查看會議議程，以及規則對各項議程的要求",
  },
  options: z.object({ number: z.string().default("") }),
  optionHelp: { number: numberHelp },
  optionNames: { number: numberName },
  positional: "number",
  suggest: { number: suggestComing },
  action: () => undefined,
  examples: [
    {
      line: { en: "/meeting agenda", "zh-Hans": "/meeting agenda", "zh-Hant": "/meeting agenda" },
      explains: { en: "choose which", "zh-Hans": "选择会议", "zh-Hant": "選擇會議" },
    },
  ],
  run({ number: typed }, context) {
    const { visit } = context;
    if (!visit) return wordRefusal(undefined, context);
    const number = meetingNumber(typed, context);
    return number === undefined ? whichAgenda(visit, context) : agendaReply(number, visit, context);
  },
});
