import { shortDatesInChinese } from "../chinese-days.ts";
import type { PicturesWording } from "./wording.ts";

export const picturesZhHant: PicturesWording = {
  weekdays: [..."一二三四五六日"],
  today: "今天",
  off: "休息日",
  missing: "〓代表無法顯示的字。",
  away: {
    title: (first) => `${first.slice(0, 4)}年${Number(first.slice(5, 7))}月外出一覽`,
    states: { away: "外出", asked: "待批", overdue: "到期未銷假" },
    nobody: "本月無人外出。",
  },
  dates: shortDatesInChinese,
  several: (dates) => dates.join("、"),
  remark: (dates, remark) => `${dates}（${remark}）`,
};
