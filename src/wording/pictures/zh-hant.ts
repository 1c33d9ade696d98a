import { monthInChinese, shortDatesInChinese } from "../chinese-days.ts";
import type { PicturesWording } from "./wording.ts";

export const picturesZhHant: PicturesWording = {
  weekdays: [..."一二三四五六日"],
  today: "今天",
  off: "休息日",
  missing: "〓代表無法顯示的字。",
  away: {
    title: (first) => `${monthInChinese(first)}外出一覽`,
    states: { away: "外出", asked: "待批", overdue: "到期未銷假" },
    nobody: "本月無人外出。",
  },
  meetings: {
    title: (first, whose) => `${monthInChinese(first)}${whose === "all" ? "會議一覽" : "您應當參加的會議"}`,
    none: "本月沒有會議。",
    announced: "已發通知",
    planned: "未發通知",
    mine: "應當參加",
    notes: { holiday: "放假", makeUp: "上班" },
  },
  dates: shortDatesInChinese,
  several: (dates) => dates.join("、"),
  remark: (dates, remark) => `${dates}（${remark}）`,
};
