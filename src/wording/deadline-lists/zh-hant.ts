import type { TimeLeft } from "../../deadlines/stages.ts";
import { inChinese } from "../chinese-days.ts";
import type { DeadlineListsWording } from "./wording.ts";

const columns =
  "事項、文號、承辦部門、收文日期、辦理類型、類別、交辦單位、辦理期限、截止時間、經辦人、領導、選取督辦、會辦部門、連結、頻道公開";

/** 12月1日 */
const monthDay = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

function shortLeft(left: TimeLeft): string {
  switch (left.kind) {
    case "overdue":
      return `逾期${left.days}個工作日`;
    case "today":
      return "今天到期";
    case "perhaps":
      return "可能已到期";
    case "left":
      return `剩${left.days}個工作日`;
  }
}

export const deadlineListsZhHant: DeadlineListsWording = {
  pictures: {
    board: (today) => `各部門督辦總覽（${inChinese(today)}）`,
    days: (department, last) => `${department ?? "由您辦理的"}在辦事項（至${inChinese(last)}）`,
    lights: { red: "逾期", yellow: "臨期或未定期限", green: "正常" },
    count: (count, light) => `${{ red: "逾期", yellow: "臨期", green: "正常" }[light]}${count}件`,
    between: "，",
    due: ({ from, until }, left) =>
      `${monthDay(from)}${from === until ? "" : `至${monthDay(until)}`}，${shortLeft(left)}`,
    noDay: "未定期限",
    provisional: "期限暫定",
    nothing: "沒有在辦事項。",
  },
  today: {
    daily: "「今日事項」每個工作日上午都會發給您。",
    whenDue: "「今日事項」在有到期事項的工作日上午自動發給您。",
    buttons: { daily: "每個工作日都傳送", whenDue: "只在有到期事項時傳送" },
  },
  channel: {
    own: (department, channel) => `${department}的督辦提醒發往本部門頻道：${channel}。`,
    office: (department) => `${department}沒有自己的頻道，督辦提醒發往單位的督辦頻道。`,
    none: (department) => `${department}沒有自己的頻道，單位也未設督辦頻道，督辦提醒只發給個人。`,
    mayNot: (department) => `只有${department}的主要負責人和督辦人員可以設定該部門的頻道。未作任何更改。`,
    what: "無論是否設定頻道，都會通知到人。登記時「頻道」選「否」的事項不在頻道中列出。",
    chosen: (department, use) => `此頻道已用於${department}的${use}提醒，工作日上午有到期事項時發布。`,
  },
  import: {
    template: "請填寫所附表格，每件公文、每項任務或批示各佔一列，填好後發回。",
    howTo: [
      "只有「事項」必填。未填的欄目與「/deadline add」相同：承辦部門為本部門，收文日期為今天，類別為交辦公文。",
      "未填辦理類型的公文，匯入後再逐件詢問。",
      "整張表要麼全部登記，要麼一件也不登記並說明原因。選「檢查」則只核對，不登記。",
      "已登記的不會重複登記：承辦部門和文號都相同的，視為同一事項；無文號的，以承辦部門、事項名稱和收文日期都相同為準。",
    ],
    examples: { titles: ["範例：關於經費的請示", "範例：年度工作任務"], department: "某部門", kind: "年度工作任務" },
    refused: (count) => `未登記任何事項：表格有${count}處問題。`,
    correct: "請改正後重新傳送，附件為範本。",
    fault(fault) {
      switch (fault.kind) {
        case "empty":
          return "檔案是空的。請填寫所附範本。";
        case "not-text":
          return "這不是 CSV 檔案，而是活頁簿或其他格式。請在 Excel 或 WPS 中選擇「另存新檔」，格式選擇「CSV UTF-8（逗號分隔）」。";
        case "wrong-encoding":
          return "文字無法辨識：檔案不是以 UTF-8 儲存的。請在 Excel 或 WPS 中選擇「另存新檔」，格式選擇「CSV UTF-8（逗號分隔）」。";
        case "too-large":
          return `檔案過大，不得超過 ${fault.megabytes} MB。請拆分後逐個傳送。`;
        case "too-many-rows":
          return `表格過長，表頭以下不得超過${fault.limit}列。請拆分後逐個傳送。`;
        case "quote":
          return '從這一列開始，引號沒有成對或位置不對。請在內容首尾各加一個引號，內容中的引號寫兩遍，例如 "關於""老""辦公樓"。';
        case "too-many-columns":
          return `這一列應為表頭，但欄目超過${fault.limit}個。可用的欄目：${columns}。`;
        case "missing-column":
          return `缺少「${fault.name}」欄。請在第一列補上，例如：事項,承辦部門,收文日期。`;
        case "unknown-column":
          return `沒有「${fault.name}」這一欄。${fault.nearest.length > 0 ? `是否為「${fault.nearest.join("」或「")}」？` : ""}可用的欄目：${columns}。`;
        case "column-twice":
          return `「${fault.name}」欄重複，請保留一個。`;
        case "no-rows":
          return "表頭以下沒有內容。每件公文、每項任務或批示各填一列。";
        case "extra-value":
          return `「${fault.value}」超出最後一欄。是否多了逗號？含有逗號的內容須加引號，例如 "甲,乙"。`;
        case "missing-title":
          return "缺少事項名稱，例如：關於校車經費的請示";
        case "example":
          return "這是範本中的範例列，請改寫或刪除。";
      }
    },
    checked: (count) => `表格可以匯入，共${count}件。目前尚未登記。`,
    checkedNext: "如需登記，請不選「檢查」，重新傳送表格。",
    done: (count, first, last) => `已登記${count}件：${first === last ? first : `${first}至${last}`}。`,
    nothingNew: "未登記新的事項：表中事項均已登記。",
    already: (count) => `以下${count}件此前已登記，未重複登記：`,
    noDay: (count) => `其中${count}件尚無期限：需選擇辦理類型、說明辦理情況，或填寫期限。`,
    told: (people) => `已通知${people}人，每人一則訊息。`,
    unheard: (departments) =>
      `名冊中沒有${departments.join("、")}的主要負責人，無人收到通知。請在「經辦人」欄填寫人員，或補全名冊。`,
    yours: (count) => `有${count}件事項由您辦理：`,
  },
};
