import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { meetingNumber } from "../../src/find-meetings.ts";
import { suggestPeople } from "../../src/find-people.ts";
import { minutesAsTyped, minutesCommand } from "../../src/meeting-desk/minutes.ts";
import { roundIn, suggestMinutes, whichMinutes } from "../../src/meeting-desk/minutes-list.ts";
import { wordRefusal } from "../../src/office/refusal.ts";
import { meeting, numberHelp, numberName } from "./group.ts";

export const meetingMinutes = defineCommand({
  path: "meeting minutes",
  group: meeting,
  names: { "zh-Hans": "纪要", "zh-Hant": "紀要" },
  summary: {
    en: "The minutes of a meeting: draft them, see where they are",
    "zh-Hans": "会议纪要：起草、查看进展",
    "zh-Hant": "會議紀要：起草、查看進展",
  },
  options: z.object({
    number: z.string().default(""),
    text: z.string().default(""),
    file: z.string().default(""),
    link: z.string().default(""),
    subjects: z.string().default(""),
    outcome: z.enum(["minutes", "opinions"]).optional(),
    reviewer: z.string().default(""),
    signer: z.string().default(""),
    none: z.string().default(""),
    round: z.string().default(""),
  }),
  optionHelp: {
    number: numberHelp,
    text: { en: "The draft", "zh-Hans": "文稿", "zh-Hant": "文稿" },
    file: {
      en: "Instead of the draft: a file, up to 5 MB (docx, doc, pdf, wps, txt, md)",
      "zh-Hans": "以文件上传文稿，不超过 5 MB（docx、doc、pdf、wps、txt、md）",
      "zh-Hant": "以檔案上傳文稿，不超過 5 MB（docx、doc、pdf、wps、txt、md）",
    },
    link: { en: "Instead of the draft: where it is", "zh-Hans": "文稿的链接", "zh-Hant": "文稿的連結" },
    subjects: {
      en: "Of the subjects that the rules name, those that it was about; “none”",
      "zh-Hans": "涉及规则列出的哪些事项；均不涉及的填“无”",
      "zh-Hant": "涉及規則列出的哪些事項；均不涉及的填「無」",
    },
    outcome: { en: "What came of it", "zh-Hans": "纪要或协调意见", "zh-Hant": "紀要或協調意見" },
    reviewer: { en: "Who reviews it", "zh-Hans": "审核人", "zh-Hant": "審核人" },
    signer: { en: "Who signs it", "zh-Hans": "签发人", "zh-Hant": "簽發人" },
    none: { en: "Filled in by a button", "zh-Hans": "由按钮填写", "zh-Hant": "由按鈕填寫" },
    round: { en: "Filled in by a button", "zh-Hans": "由按钮填写", "zh-Hant": "由按鈕填寫" },
  },
  optionNames: {
    number: numberName,
    text: { "zh-Hans": "文稿", "zh-Hant": "文稿" },
    file: { "zh-Hans": "文件", "zh-Hant": "檔案" },
    link: { "zh-Hans": "链接", "zh-Hant": "連結" },
    subjects: { "zh-Hans": "事项", "zh-Hant": "事項" },
    outcome: { "zh-Hans": "结果", "zh-Hant": "結果" },
    reviewer: { "zh-Hans": "审核", "zh-Hant": "審核" },
    signer: { "zh-Hans": "签发", "zh-Hant": "簽發" },
    none: { "zh-Hans": "不作", "zh-Hant": "不作" },
    round: { "zh-Hans": "版本", "zh-Hant": "版本" },
  },
  positional: "number",
  takes: { text: "long", file: "document" },
  hidden: ["none", "round"],
  choiceNames: {
    outcome: {
      minutes: { en: "minutes", "zh-Hans": "会议纪要", "zh-Hant": "會議紀要" },
      opinions: { en: "coordination opinions", "zh-Hans": "协调意见", "zh-Hant": "協調意見" },
    },
  },
  suggest: { number: suggestMinutes, reviewer: suggestPeople, signer: suggestPeople },
  prefill: { by: "number", values: minutesAsTyped },
  action: () => undefined,
  changes: true,
  examples: [
    {
      line: { en: "/meeting minutes", "zh-Hans": "/meeting minutes", "zh-Hant": "/meeting minutes" },
      explains: { en: "choose which", "zh-Hans": "选择会议", "zh-Hant": "選擇會議" },
    },
  ],
  run({ number: typed, round, ...draft }, context) {
    const { visit } = context;
    if (!visit) return wordRefusal(undefined, context);
    const number = meetingNumber(typed, context);
    if (number === undefined) return whichMinutes(visit, context);
    return minutesCommand(number, { ...draft, outcome: draft.outcome ?? "", round: roundIn(round) }, visit, context);
  },
});
