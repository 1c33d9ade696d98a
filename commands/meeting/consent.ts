import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { meetingNumber, suggestComing } from "../../src/find-meetings.ts";
import { consentAnswers, consentReply } from "../../src/meeting-desk/consent.ts";
import { whichToShow } from "../../src/meeting-desk/show.ts";
import { wordRefusal } from "../../src/office/refusal.ts";
import { meeting, numberHelp, numberName } from "./group.ts";

const filledIn = { en: "Filled in by a button", "zh-Hans": "由按钮填写", "zh-Hant": "由按鈕填寫" };

export const meetingConsent = defineCommand({
  path: "meeting consent",
  group: meeting,
  names: { "zh-Hans": "报批", "zh-Hant": "報批" },
  summary: {
    en: "Ask whoever the rules name to approve a meeting, or answer",
    "zh-Hans": "会议报请规则规定的领导批准，或作出答复",
    "zh-Hant": "會議報請規則規定的領導批准，或作出答覆",
  },
  options: z.object({
    number: z.string().default(""),
    consent: z.string().default("in-name"),
    answer: z.enum(consentAnswers).default("ask"),
    by: z.string().default(""),
  }),
  optionHelp: { number: numberHelp, consent: filledIn, answer: filledIn, by: filledIn },
  optionNames: {
    number: numberName,
    consent: { "zh-Hans": "事项", "zh-Hant": "事項" },
    answer: { "zh-Hans": "答复", "zh-Hant": "答覆" },
    by: { "zh-Hans": "报批人", "zh-Hant": "報批人" },
  },
  hidden: ["consent", "answer", "by"],
  positional: "number",
  suggest: { number: suggestComing },
  changes: true,
  action: () => undefined,
  examples: [
    {
      line: { en: "/meeting consent", "zh-Hans": "/meeting consent", "zh-Hant": "/meeting consent" },
      explains: { en: "choose which", "zh-Hans": "选择会议", "zh-Hant": "選擇會議" },
    },
  ],
  run({ number: typed, ...asked }, context) {
    const { visit } = context;
    if (!visit) return wordRefusal(undefined, context);
    const number = meetingNumber(typed, context);
    return number === undefined ? whichToShow(visit, context) : consentReply({ number, ...asked }, visit, context);
  },
});
