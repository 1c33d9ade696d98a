import { z } from "zod";
import { defineCommand } from "../src/command.ts";
import { deskOf } from "../src/deadline-desk/desk.ts";
import { workdaysCommand } from "../src/deadline-desk/workdays.ts";
import { wordRefusal } from "../src/office/refusal.ts";

export const workdays = defineCommand({
  path: "workdays",
  names: { "zh-Hans": "工作日", "zh-Hant": "工作日" },
  summary: {
    en: "Whether a day is worked and why; working days counted with proof; notices taken in",
    "zh-Hans": "查询某日是否上班及依据，推算工作日，载入放假通知",
    "zh-Hant": "查詢某日是否上班及依據，推算工作日，載入放假通知",
  },
  options: z.object({
    day: z.string().default(""),
    file: z.string().default(""),
    remove: z.string().default(""),
  }),
  optionHelp: {
    day: {
      en: "A day, with working days to add if you like: 2026-09-18 +10; left out: the years known",
      "zh-Hans": "日期，可加工作日数：2026-09-18 +10；不填则列出已知年份",
      "zh-Hant": "日期，可加工作日數：2026-09-18 +10；不填則列出已知年份",
    },
    file: {
      en: "A notice on holidays, as a file of rules/workdays",
      "zh-Hans": "放假通知文件，格式同 rules/workdays",
      "zh-Hant": "放假通知檔案，格式同 rules/workdays",
    },
    remove: {
      en: "The number of a notice that was taken in by mistake",
      "zh-Hans": "误载入的通知的文号",
      "zh-Hant": "誤載入的通知的文號",
    },
  },
  optionNames: {
    day: { "zh-Hans": "日期", "zh-Hant": "日期" },
    file: { "zh-Hans": "通知", "zh-Hant": "通知" },
    remove: { "zh-Hans": "撤下", "zh-Hant": "撤下" },
  },
  positional: "day",
  takes: { file: "file" },
  action: ({ file, remove }) => (file.trim() !== "" || remove.trim() !== "" ? "settings.change" : undefined),
  examples: [
    {
      line: { en: "/workdays 2026-10-10", "zh-Hans": "/workdays 2026-10-10", "zh-Hant": "/workdays 2026-10-10" },
      explains: {
        en: "a Saturday after National Day",
        "zh-Hans": "国庆节后的星期六是否上班",
        "zh-Hant": "國慶節後的星期六是否上班",
      },
    },
    {
      line: {
        en: '/workdays "2026-09-18 +10"',
        "zh-Hans": '/workdays "2026-09-18 +10"',
        "zh-Hant": '/workdays "2026-09-18 +10"',
      },
      explains: {
        en: "ten working days, day by day",
        "zh-Hans": "之后第十个工作日，逐日列出",
        "zh-Hant": "之後第十個工作日，逐日列出",
      },
    },
  ],
  run: (given, context) =>
    context.visit ? workdaysCommand(given, deskOf(context.visit, context)) : wordRefusal(undefined, context),
});
