import { monthInChinese, shortDatesInChinese } from "../chinese-days.ts";
import type { PicturesWording } from "./wording.ts";

export const picturesZhHans: PicturesWording = {
  weekdays: [..."一二三四五六日"],
  today: "今天",
  off: "休息日",
  missing: "〓代表无法显示的字。",
  away: {
    title: (first) => `${monthInChinese(first)}外出一览`,
    states: { away: "外出", asked: "待批", overdue: "到期未销假" },
    nobody: "本月无人外出。",
  },
  meetings: {
    title: (first, whose) => `${monthInChinese(first)}${whose === "all" ? "会议一览" : "您应当参加的会议"}`,
    none: "本月没有会议。",
    announced: "已发通知",
    planned: "未发通知",
    mine: "应当参加",
    notes: { holiday: "放假", makeUp: "上班" },
  },
  dates: shortDatesInChinese,
  several: (dates) => dates.join("、"),
  remark: (dates, remark) => `${dates}（${remark}）`,
};
