import type { Group } from "../../src/command.ts";

export const meeting: Group = {
  path: "meeting",
  names: { "zh-Hans": "会议", "zh-Hant": "會議" },
  summary: {
    en: "Meetings: planned and checked, announced, minuted",
    "zh-Hans": "会议：安排、通知、答复、纪要",
    "zh-Hant": "會議：安排、通知、答覆、紀要",
  },
};

/** Which meeting: what the option is for, and what it is called. */
export const numberHelp = { en: "The meeting's number", "zh-Hans": "会议编号", "zh-Hant": "會議編號" };
export const numberName = { "zh-Hans": "编号", "zh-Hant": "編號" };

/** How far an agenda was when a button was shown. */
export const stepHelp = { en: "Filled in by a button", "zh-Hans": "由按钮填写", "zh-Hant": "由按鈕填寫" };
export const stepName = { "zh-Hans": "进度", "zh-Hant": "進度" };
