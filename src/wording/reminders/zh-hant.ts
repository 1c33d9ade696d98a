import type { RemindersWording } from "./wording.ts";

export const remindersZhHant: RemindersWording = {
  kinds: {
    "leave.decide": (number) => `第 ${number} 號請假申請尚未審批`,
    "leave.substitute": (number) => `第 ${number} 號請假申請尚未確定代為出席會議的人員`,
    "leave.return": (number) => `第 ${number} 號請假已期滿，尚未銷假`,
    "leave.entrustment": () => "有人開始或結束代理：待審批的請假申請隨之轉送",
    "meeting.minutes": (number) => `會議 ${number} 的紀要尚待辦理`,
    "meeting.publish": (number) => `會議 ${number} 決定的事項是否已公布`,
    "meeting.reply": (number) => `會議 ${number} 提醒未答覆的人員`,
    "meeting.cadence": (type) => `${type}是否已及時安排`,
    "meeting.day-before": (number, days = 1) => `會議 ${number} 前${days === 1 ? "一個" : ` ${days} 個`}工作日提醒`,
    "meeting.hour-before": (number, minutes = 60) =>
      `會議 ${number} 開始前${minutes === 60 ? "一小時" : ` ${minutes} 分鐘`}提醒`,
    "meeting.begins": (number) => `會議 ${number} 開始前提醒簽到`,
    "meeting.over": (number) => `會議 ${number} 結束後報告出席情況`,
    "meeting.item-warning": (number) => `會議 ${number} 的一項議程還有兩分鐘`,
    "meeting.item-over": (number) => `會議 ${number} 的一項議程時間已到`,
  },
  yours: "即將向您發出以下提醒：",
  everybodys: "即將發出以下提醒：",
  none: "沒有即將發出的提醒。",
  noneForYou: "沒有即將向您發出的提醒。",
  noneNext: "凡有事項等待辦理，例如審批、確定代為出席會議的人員、銷假，Mishu 會自動提醒。",
  when: "時間",
  about: "事項",
  to: "提醒對象",
  atOnce: "即將發出",
  afterHours: (when) => `${when}（待辦公時間發出）`,
  again: (when, attempts) => `${when}（已失敗 ${attempts} 次，屆時重試）`,
  foundThen: "屆時確定",
  more: (shown) => `僅列出前 ${shown} 條。`,
  hours: (zone, hours) => `以上為 ${zone} 時間。工作日${hours || "全天"}發出提醒；輸入「/settings」可查看辦公時間。`,
  all: "全部人員的提醒",
  failing: (about, attempts) => `一條提醒已失敗 ${attempts} 次，未能發出：${about}。`,
  failingNext: (reference) =>
    `系統將繼續重試，間隔逐漸延長，最長六小時。原因見日誌，編號 ${reference}，請轉告負責維護 Mishu 的人員；輸入「/reminders all:yes」可查看等待中的提醒。`,
};
