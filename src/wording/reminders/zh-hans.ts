import type { RemindersWording } from "./wording.ts";

export const remindersZhHans: RemindersWording = {
  kinds: {
    "leave.decide": (number) => `第 ${number} 号请假申请尚未审批`,
    "leave.substitute": (number) => `第 ${number} 号请假申请尚未确定代为参会的人员`,
    "leave.return": (number) => `第 ${number} 号请假已期满，尚未销假`,
    "leave.entrustment": () => "有人开始或结束代理：待审批的请假申请随之转送",
    "meeting.minutes": (number) => `会议 ${number} 的纪要尚待办理`,
    "meeting.publish": (number) => `会议 ${number} 决定的事项是否已公布`,
    "meeting.reply": (number) => `会议 ${number} 提醒未答复的人员`,
    "meeting.cadence": (type) => `${type}是否已及时安排`,
    "meeting.day-before": (number, days = 1) => `会议 ${number} 前${days === 1 ? "一个" : ` ${days} 个`}工作日提醒`,
    "meeting.hour-before": (number, minutes = 60) =>
      `会议 ${number} 开始前${minutes === 60 ? "一小时" : ` ${minutes} 分钟`}提醒`,
    "meeting.begins": (number) => `会议 ${number} 开始前提醒签到`,
    "meeting.over": (number) => `会议 ${number} 结束后报告出席情况`,
    "meeting.item-warning": (number) => `会议 ${number} 的一项议程还有两分钟`,
    "meeting.item-over": (number) => `会议 ${number} 的一项议程时间已到`,
  },
  yours: "即将向您发出以下提醒：",
  everybodys: "即将发出以下提醒：",
  none: "没有即将发出的提醒。",
  noneForYou: "没有即将向您发出的提醒。",
  noneNext: "凡有事项等待办理，例如审批、确定代为参会的人员、销假，Mishu 会自动提醒。",
  when: "时间",
  about: "事项",
  to: "提醒对象",
  atOnce: "即将发出",
  afterHours: (when) => `${when}（待办公时间发出）`,
  again: (when, attempts) => `${when}（已失败 ${attempts} 次，届时重试）`,
  foundThen: "届时确定",
  more: (shown) => `仅列出前 ${shown} 条。`,
  hours: (zone, hours) => `以上为 ${zone} 时间。工作日${hours || "全天"}发出提醒；输入“/settings”可查看办公时间。`,
  all: "全部人员的提醒",
  failing: (about, attempts) => `一条提醒已失败 ${attempts} 次，未能发出：${about}。`,
  failingNext: (reference) =>
    `系统将继续重试，间隔逐渐延长，最长六小时。原因见日志，编号 ${reference}，请转告负责维护 Mishu 的人员；输入“/reminders all:yes”可查看等待中的提醒。`,
};
