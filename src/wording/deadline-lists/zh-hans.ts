import type { TimeLeft } from "../../deadlines/stages.ts";
import { inChinese } from "../chinese-days.ts";
import type { DeadlineListsWording } from "./wording.ts";

const columns =
  "事项、文号、承办部门、收文日期、办理类型、类别、交办单位、办理期限、截止时间、经办人、领导、选取督办、会办部门、链接、频道公开";

/** 12月1日 */
const monthDay = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

function shortLeft(left: TimeLeft): string {
  switch (left.kind) {
    case "overdue":
      return `逾期${left.days}个工作日`;
    case "today":
      return "今天到期";
    case "perhaps":
      return "可能已到期";
    case "left":
      return `剩${left.days}个工作日`;
  }
}

export const deadlineListsZhHans: DeadlineListsWording = {
  pictures: {
    board: (today) => `各部门督办总览（${inChinese(today)}）`,
    days: (department, last) => `${department ?? "由您办理的"}在办事项（至${inChinese(last)}）`,
    lights: { red: "逾期", yellow: "临期或未定期限", green: "正常" },
    count: (count, light) => `${{ red: "逾期", yellow: "临期", green: "正常" }[light]}${count}件`,
    between: "，",
    due: ({ from, until }, left) =>
      `${monthDay(from)}${from === until ? "" : `至${monthDay(until)}`}，${shortLeft(left)}`,
    noDay: "未定期限",
    provisional: "期限暂定",
    nothing: "没有在办事项。",
  },
  today: {
    daily: "“今日事项”每个工作日上午都会发给您。",
    whenDue: "“今日事项”在有到期事项的工作日上午自动发给您。",
    buttons: { daily: "每个工作日都发送", whenDue: "只在有到期事项时发送" },
  },
  channel: {
    own: (department, channel) => `${department}的督办提醒发往本部门频道：${channel}。`,
    office: (department) => `${department}没有自己的频道，督办提醒发往单位的督办频道。`,
    none: (department) => `${department}没有自己的频道，单位也未设督办频道，督办提醒只发给个人。`,
    mayNot: (department) => `只有${department}的主要负责人和督办人员可以设置该部门的频道。未作任何更改。`,
    what: "无论是否设置频道，都会通知到人。登记时“频道”选“否”的事项不在频道中列出。",
    chosen: (department, use) => `此频道已用于${department}的${use}提醒，工作日上午有到期事项时发布。`,
  },
  import: {
    template: "请填写所附表格，每件公文、每项任务或批示各占一行，填好后发回。",
    howTo: [
      "只有“事项”必填。未填的栏目与“/deadline add”相同：承办部门为本部门，收文日期为今天，类别为交办公文。",
      "未填办理类型的公文，导入后再逐件询问。",
      "整张表要么全部登记，要么一件也不登记并说明原因。选“检查”则只核对，不登记。",
      "已登记的不会重复登记：承办部门和文号都相同的，视为同一事项；无文号的，以承办部门、事项名称和收文日期都相同为准。",
    ],
    examples: { titles: ["示例：关于经费的请示", "示例：年度工作任务"], department: "某部门", kind: "年度工作任务" },
    refused: (count) => `未登记任何事项：表格有${count}处问题。`,
    correct: "请改正后重新发送，附件为模板。",
    fault(fault) {
      switch (fault.kind) {
        case "empty":
          return "文件是空的。请填写所附模板。";
        case "not-text":
          return "这不是 CSV 文件，而是工作簿或其他格式。请在 Excel 或 WPS 中选择“另存为”，格式选“CSV UTF-8（逗号分隔）”。";
        case "wrong-encoding":
          return "文字无法识别：文件不是以 UTF-8 保存的。请在 Excel 或 WPS 中选择“另存为”，格式选“CSV UTF-8（逗号分隔）”。";
        case "too-large":
          return `文件过大，不得超过 ${fault.megabytes} MB。请拆分后逐个发送。`;
        case "too-many-rows":
          return `表格过长，表头以下不得超过${fault.limit}行。请拆分后逐个发送。`;
        case "quote":
          return '从这一行开始，引号没有成对或位置不对。请在内容首尾各加一个引号，内容中的引号写两遍，例如 "关于""老""办公楼"。';
        case "too-many-columns":
          return `这一行应为表头，但栏目超过${fault.limit}个。可用的栏目：${columns}。`;
        case "missing-column":
          return `缺少“${fault.name}”栏。请在第一行补上，例如：事项,承办部门,收文日期。`;
        case "unknown-column":
          return `没有“${fault.name}”这一栏。${fault.nearest.length > 0 ? `是否为“${fault.nearest.join("”或“")}”？` : ""}可用的栏目：${columns}。`;
        case "column-twice":
          return `“${fault.name}”栏重复，请保留一个。`;
        case "no-rows":
          return "表头以下没有内容。每件公文、每项任务或批示各填一行。";
        case "extra-value":
          return `“${fault.value}”超出最后一栏。是否多了逗号？含有逗号的内容须加引号，例如 "甲,乙"。`;
        case "missing-title":
          return "缺少事项名称，例如：关于校车经费的请示";
        case "example":
          return "这是模板中的示例行，请改写或删除。";
      }
    },
    checked: (count) => `表格可以导入，共${count}件。目前尚未登记。`,
    checkedNext: "如需登记，请不选“检查”，重新发送表格。",
    done: (count, first, last) => `已登记${count}件：${first === last ? first : `${first}至${last}`}。`,
    nothingNew: "未登记新的事项：表中事项均已登记。",
    already: (count) => `以下${count}件此前已登记，未重复登记：`,
    noDay: (count) => `其中${count}件尚无期限：需选择办理类型、说明办理情况，或填写期限。`,
    told: (people) => `已通知${people}人，每人一条消息。`,
    unheard: (departments) =>
      `花名册中没有${departments.join("、")}的主要负责人，无人收到通知。请在“经办人”栏填写人员，或补全花名册。`,
    yours: (count) => `有${count}件事项由您办理：`,
  },
};
