import { shortDatesInChinese } from "../chinese-days.ts";
import type { PicturesWording } from "./wording.ts";

export const picturesZhHans: PicturesWording = {
  weekdays: [..."一二三四五六日"],
  today: "今天",
  off: "休息日",
  missing: "〓代表无法显示的字。",
  away: {
    title: (first) => `${first.slice(0, 4)}年${Number(first.slice(5, 7))}月外出一览`,
    states: { away: "外出", asked: "待批", overdue: "到期未销假" },
    nobody: "本月无人外出。",
  },
  dates: shortDatesInChinese,
  several: (dates) => dates.join("、"),
  remark: (dates, remark) => `${dates}（${remark}）`,
};
