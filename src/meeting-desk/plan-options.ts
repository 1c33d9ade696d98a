import { z } from "zod";

/** What is said of a meeting when it is planned or changed. */
export const planOptions = {
  type: z.string().default(""),
  day: z.string().default(""),
  time: z.string().default(""),
  title: z.string().default(""),
  presider: z.string().default(""),
  place: z.string().default(""),
  invited: z.string().default(""),
  department: z.string().default(""),
  until: z.string().default(""),
  visit: z.enum(["yes", "no"]).optional(),
  reminders: z.string().default(""),
  confirmed: z.string().default(""),
};

export const planHelp = {
  type: { en: "Which kind of meeting", "zh-Hans": "会议类型", "zh-Hant": "會議類型" },
  day: {
    en: "For example 2026-12-02, 12-02, Friday",
    "zh-Hans": "例如 2026-12-02、12月2日、周五",
    "zh-Hant": "例如 2026-12-02、12月2日、週五",
  },
  time: { en: "For example 09:00-11:00", "zh-Hans": "例如 09:00-11:00", "zh-Hant": "例如 09:00-11:00" },
  title: { en: "What it is called", "zh-Hans": "会议名称", "zh-Hant": "會議名稱" },
  presider: {
    en: "The post that presides; left out: not known yet",
    "zh-Hans": "主持会议的职务；不填则为待定",
    "zh-Hant": "主持會議的職務；不填則為待定",
  },
  place: { en: "Where", "zh-Hans": "会议地点", "zh-Hant": "會議地點" },
  invited: {
    en: "Besides whom the rules call: names, titles, departments (their heads), with commas",
    "zh-Hans": "规则规定以外的参会人员：姓名、职务名称，或部门（指其主要负责人），用逗号分隔",
    "zh-Hant": "規則規定以外的與會人員：姓名、職務名稱，或部門（指其主要負責人），用逗號分隔",
  },
  department: {
    en: "For a department's meeting: which one holds it",
    "zh-Hans": "部门的会议填写召开部门",
    "zh-Hant": "部門的會議填寫召開部門",
  },
  until: {
    en: "The last day, for a meeting of several days",
    "zh-Hans": "会期超过一天的，填写最后一天",
    "zh-Hant": "會期超過一天的，填寫最後一天",
  },
  visit: { en: "Whether there is a visit on site", "zh-Hans": "有无现场参观考察", "zh-Hant": "有無現場參觀考察" },
  reminders: {
    en: "When people are reminded: 2d, 1d, 30min (d: working days); none; left out: as set for the office",
    "zh-Hans": "会前何时提醒，例如 2个工作日、1小时；不提醒填“无”；不填则按单位设置",
    "zh-Hant": "會前何時提醒，例如 2個工作日、1小時；不提醒填「無」；不填則按單位設定",
  },
  confirmed: { en: "What is said to be so", "zh-Hans": "确认的事项", "zh-Hant": "確認的事項" },
};

export const planNames = {
  type: { "zh-Hans": "类型", "zh-Hant": "類型" },
  day: { "zh-Hans": "日期", "zh-Hant": "日期" },
  time: { "zh-Hans": "时间", "zh-Hant": "時間" },
  title: { "zh-Hans": "名称", "zh-Hant": "名稱" },
  presider: { "zh-Hans": "主持", "zh-Hant": "主持" },
  place: { "zh-Hans": "地点", "zh-Hant": "地點" },
  invited: { "zh-Hans": "邀请", "zh-Hant": "邀請" },
  department: { "zh-Hans": "部门", "zh-Hant": "部門" },
  until: { "zh-Hans": "止", "zh-Hant": "止" },
  visit: { "zh-Hans": "考察", "zh-Hant": "考察" },
  reminders: { "zh-Hans": "提醒", "zh-Hant": "提醒" },
  confirmed: { "zh-Hans": "确认", "zh-Hant": "確認" },
};

/** What the choices of `visit` and the like are called. */
export const yesNo = {
  yes: { en: "yes", "zh-Hans": "是", "zh-Hant": "是" },
  no: { en: "no", "zh-Hans": "否", "zh-Hant": "否" },
};
