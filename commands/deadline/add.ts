import { defineCommand } from "../../src/command.ts";
import { addCommand } from "../../src/deadline-desk/add.ts";
import { addOptions, typedDeadline } from "../../src/deadline-desk/add-options.ts";
import { suggestCategories } from "../../src/deadline-desk/category.ts";
import { suggestDepartments } from "../../src/deadline-desk/departments.ts";
import { deadlineFrom } from "../../src/deadlines/from-message.ts";
import { deadlineWords } from "../../src/deadlines/table-columns.ts";
import { suggestPeople } from "../../src/find-people.ts";
import { yesNo } from "../../src/meeting-desk/plan-options.ts";
import { atDesk, deadline } from "./group.ts";

export const deadlineAdd = defineCommand({
  path: "deadline add",
  group: deadline,
  names: { "zh-Hans": "登记", "zh-Hant": "登記" },
  aliases: ["新增", "添加", "新建", "交办", "交辦", "new", "track"],
  summary: {
    en: "Have a document, a task or an instruction followed up",
    "zh-Hans": "登记督办：公文、任务、交办事项、批示",
    "zh-Hant": "登記督辦：公文、任務、交辦事項、批示",
  },
  options: addOptions,
  optionHelp: {
    title: { en: "What it is about", "zh-Hans": "事项名称", "zh-Hant": "事項名稱" },
    department: {
      en: "Who has to do it; left out: your own department",
      "zh-Hans": "承办部门；不填则为本部门",
      "zh-Hant": "承辦部門；不填則為本部門",
    },
    received: {
      en: "When it was received; left out: today",
      "zh-Hans": "收文日期；不填则为今天",
      "zh-Hant": "收文日期；不填則為今天",
    },
    category: {
      en: "Of which category; left out: asked by plain questions",
      "zh-Hans": "办理类型；不填则逐条询问",
      "zh-Hant": "辦理類型；不填則逐條詢問",
    },
    reference: { en: "The document's own number", "zh-Hans": "文号", "zh-Hant": "文號" },
    kind: {
      en: "What it is; left out: a document handed over",
      "zh-Hans": "类别；不填则为交办公文",
      "zh-Hant": "類別；不填則為交辦公文",
    },
    from: { en: "Who handed it over", "zh-Hans": "交办单位", "zh-Hant": "交辦單位" },
    due: {
      en: "By when, where the rules do not count it",
      "zh-Hans": "规则未规定工作日数时，约定的期限",
      "zh-Hant": "規則未規定工作日數時，約定的期限",
    },
    time: { en: "Until what time on that day", "zh-Hans": "当天的截止时间", "zh-Hant": "當天的截止時間" },
    owner: {
      en: "Who does it; left out: the head is reminded",
      "zh-Hans": "经办人；不填则提醒主要负责人",
      "zh-Hant": "經辦人；不填則提醒主要負責人",
    },
    leader: {
      en: "Which leader assigned it or wrote the instruction",
      "zh-Hans": "交办或批示的领导",
      "zh-Hant": "交辦或批示的領導",
    },
    selected: {
      en: "An instruction that a vice mayor selected, or the Party committee forwarded",
      "zh-Hans": "副市长选取或市委转来的批示件",
      "zh-Hant": "副市長選取或市委轉來的批示件",
    },
    consulted: {
      en: "Departments to be consulted, with commas",
      "zh-Hans": "会办部门，用逗号分隔",
      "zh-Hant": "會辦部門，用逗號分隔",
    },
    link: { en: "Where it is to be found", "zh-Hans": "链接", "zh-Hant": "連結" },
    channel: {
      en: "Whether its title may stand in the channel",
      "zh-Hans": "是否可在频道中列出",
      "zh-Hant": "是否可在頻道中列出",
    },
    meeting: { en: "Filled in by a button", "zh-Hans": "由按钮填写", "zh-Hant": "由按鈕填寫" },
    again: { en: "Filled in by a button", "zh-Hans": "由按钮填写", "zh-Hant": "由按鈕填寫" },
  },
  optionNames: {
    title: { "zh-Hans": "事项", "zh-Hant": "事項" },
    department: { "zh-Hans": "部门", "zh-Hant": "部門" },
    received: { "zh-Hans": "收文", "zh-Hant": "收文" },
    category: { "zh-Hans": "类型", "zh-Hant": "類型" },
    reference: { "zh-Hans": "文号", "zh-Hant": "文號" },
    kind: { "zh-Hans": "类别", "zh-Hant": "類別" },
    from: { "zh-Hans": "来源", "zh-Hant": "來源" },
    due: { "zh-Hans": "期限", "zh-Hant": "期限" },
    time: { "zh-Hans": "时间", "zh-Hant": "時間" },
    owner: { "zh-Hans": "经办", "zh-Hant": "經辦" },
    leader: { "zh-Hans": "领导", "zh-Hant": "領導" },
    selected: { "zh-Hans": "选取", "zh-Hant": "選取" },
    consulted: { "zh-Hans": "会办", "zh-Hant": "會辦" },
    link: { "zh-Hans": "链接", "zh-Hant": "連結" },
    channel: { "zh-Hans": "频道", "zh-Hant": "頻道" },
    meeting: { "zh-Hans": "会议", "zh-Hant": "會議" },
    again: { "zh-Hans": "重复", "zh-Hant": "重複" },
  },
  optionAliases: deadlineWords,
  positional: "title",
  needs: ["title"],
  fromMessage: {
    name: { en: "Follow up", "zh-Hans": "登记督办", "zh-Hant": "登記督辦" },
    options: deadlineFrom,
  },
  hidden: ["meeting", "again"],
  suggest: {
    department: suggestDepartments,
    category: suggestCategories,
    owner: suggestPeople,
    leader: suggestPeople,
  },
  changes: true,
  choiceNames: {
    kind: {
      document: { en: "a document handed over", "zh-Hans": "交办公文", "zh-Hant": "交辦公文" },
      task: { en: "a task of the annual work plan", "zh-Hans": "年度工作任务", "zh-Hant": "年度工作任務" },
      matter: { en: "a matter that a leader assigned", "zh-Hans": "领导交办事项", "zh-Hant": "領導交辦事項" },
      instruction: { en: "a leader's written instruction", "zh-Hans": "领导批示件", "zh-Hant": "領導批示件" },
      decision: { en: "what a meeting decided", "zh-Hans": "会议议定事项", "zh-Hant": "會議議定事項" },
    },
    selected: yesNo,
    channel: yesNo,
  },
  action: () => "deadline.add",
  examples: [
    {
      line: {
        en: '/deadline add "Reply on the school bus budget" department:市财政局 received:2026-11-20',
        "zh-Hans": "/deadline add 关于校车经费的请示 部门:市财政局 收文:2026-11-20",
        "zh-Hant": "/deadline add 關於校車經費的請示 部門:市财政局 收文:2026-11-20",
      },
      explains: {
        en: "a document that the finance bureau received on Friday",
        "zh-Hans": "市财政局收到的公文",
        "zh-Hant": "市財政局收到的公文",
      },
    },
  ],
  run: (given, context) => atDesk(context, (desk) => addCommand(typedDeadline(given), desk)),
});
