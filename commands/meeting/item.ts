import { z } from "zod";
import { defineCommand } from "../../src/command.ts";
import { suggestComing } from "../../src/find-meetings.ts";
import { suggestPeople } from "../../src/find-people.ts";
import { itemAsTyped, putOnAgenda, suggestMatters } from "../../src/meeting-desk/item.ts";
import { yesNo } from "../../src/meeting-desk/plan-options.ts";
import { itemKinds } from "../../src/meetings/agenda.ts";
import { wordRefusal } from "../../src/office/refusal.ts";
import { meeting, numberHelp, numberName } from "./group.ts";

export const meetingItem = defineCommand({
  path: "meeting item",
  group: meeting,
  names: { "zh-Hans": "议题", "zh-Hant": "議題" },
  summary: {
    en: "Put an item on the agenda of a meeting, or change one",
    "zh-Hans": "增加或变更会议的一项议程",
    "zh-Hant": "增加或變更會議的一項議程",
  },
  options: z.object({
    number: z.string().default(""),
    title: z.string().default(""),
    kind: z.enum(itemKinds).optional(),
    matter: z.string().default(""),
    reporter: z.string().default(""),
    minutes: z.string().default(""),
    leader: z.string().default(""),
    prepared: z.enum(["yes", "no"]).optional(),
    material: z.string().default(""),
    item: z.string().default(""),
    confirmed: z.string().default(""),
  }),
  optionHelp: {
    number: numberHelp,
    title: { en: "What it is about", "zh-Hans": "议程的内容", "zh-Hant": "議程的內容" },
    kind: { en: "What is done with it", "zh-Hans": "讨论、汇报或交流发言", "zh-Hant": "討論、匯報或交流發言" },
    matter: {
      en: "If the rules send it to a body: what it is",
      "zh-Hans": "规则规定由特定会议办理的，说明属于何种事项",
      "zh-Hant": "規則規定由特定會議辦理的，說明屬於何種事項",
    },
    reporter: { en: "Who presents it", "zh-Hans": "汇报人", "zh-Hant": "匯報人" },
    minutes: { en: "How many minutes it takes", "zh-Hans": "所需分钟数", "zh-Hant": "所需分鐘數" },
    leader: { en: "The vice mayor in charge", "zh-Hans": "分管副市长", "zh-Hant": "分管副市長" },
    prepared: {
      en: "Whether whoever is in charge has had it studied, coordinated and discussed",
      "zh-Hans": "分管领导是否已组织调研、协调和讨论",
      "zh-Hant": "分管領導是否已組織調研、協調和討論",
    },
    material: { en: "Where its papers are: a link", "zh-Hans": "材料的链接或所在", "zh-Hant": "材料的連結或所在" },
    confirmed: { en: "Filled in by a button", "zh-Hans": "由按钮填写", "zh-Hant": "由按鈕填寫" },
    item: {
      en: "The item to change: 3.2 is item 2 of meeting 3",
      "zh-Hans": "要变更的议程：3.2 指会议 3 的第 2 项",
      "zh-Hant": "要變更的議程：3.2 指會議 3 的第 2 項",
    },
  },
  optionNames: {
    number: numberName,
    title: { "zh-Hans": "内容", "zh-Hant": "內容" },
    kind: { "zh-Hans": "方式", "zh-Hant": "方式" },
    matter: { "zh-Hans": "事项", "zh-Hant": "事項" },
    reporter: { "zh-Hans": "汇报人", "zh-Hant": "匯報人" },
    minutes: { "zh-Hans": "分钟", "zh-Hant": "分鐘" },
    leader: { "zh-Hans": "分管", "zh-Hant": "分管" },
    prepared: { "zh-Hans": "准备", "zh-Hant": "準備" },
    material: { "zh-Hans": "材料", "zh-Hant": "材料" },
    item: { "zh-Hans": "议程", "zh-Hant": "議程" },
    confirmed: { "zh-Hans": "确认", "zh-Hant": "確認" },
  },
  positional: "title",
  hidden: ["confirmed"],
  suggest: { number: suggestComing, matter: suggestMatters, reporter: suggestPeople, leader: suggestPeople },
  choiceNames: {
    prepared: yesNo,
    kind: {
      matter: { en: "to be discussed", "zh-Hans": "讨论", "zh-Hant": "討論" },
      report: { en: "report", "zh-Hans": "汇报", "zh-Hant": "匯報" },
      speech: { en: "exchange speech", "zh-Hans": "交流发言", "zh-Hant": "交流發言" },
    },
  },
  prefill: { by: "item", values: itemAsTyped },
  changes: true,
  action: () => "meeting.plan",
  examples: [
    {
      line: { en: "/meeting item", "zh-Hans": "/meeting item", "zh-Hant": "/meeting item" },
      explains: { en: "choose which", "zh-Hans": "选择会议", "zh-Hant": "選擇會議" },
    },
  ],
  run(typed, context) {
    const { visit } = context;
    if (!visit) return wordRefusal(undefined, context);
    return putOnAgenda({ ...typed, kind: typed.kind ?? "", prepared: typed.prepared ?? "" }, visit, context);
  },
});
