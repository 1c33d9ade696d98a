import type { NoticeFault } from "../../workdays/notice-fault.ts";
import { inChinese, spanInChinese } from "../chinese-days.ts";
import type { DeadlinesWording } from "./wording.ts";

/** What is wrong in a notice on working days. */
function faultInChinese(fault: NoticeFault): string {
  const say = (what: string): string => inChinese(`${fault.field}：${what}`);
  switch (fault.kind) {
    case "backwards":
      return say(`${fault.holiday}的最後一天${fault.until}早於第一天${fault.from}，請改正`);
    case "endless":
      return say(`${fault.holiday}長達六十天以上，請核對年份`);
    case "off-twice":
      return say(`${fault.day}同屬兩個假期，請只保留一處`);
    case "worked-twice":
      return say(`${fault.day}重複，請刪去一處`);
    case "off-and-worked":
      return say(`${fault.day}既放假又上班，只能擇一`);
    case "worked-anyway":
      return say(`${fault.day}不是星期六或星期日，本來就上班，請改正日期或刪去`);
    case "other-year":
      return say(`${fault.day}不在${fault.year}年，也不在上一年12月，應寫入另一通知`);
    case "issued-otherwise":
      return say(`${fault.day}既不在${fault.year}年，也不在上一年，請改正日期或年份`);
    case "amends-missing":
      return say("只有調整其他通知的通知才能取消日期，請在 amends 中寫明所調整的通知");
    case "number-taken":
      return say(`${fault.notice}與${fault.other}文號相同，請填寫本通知的文號`);
    case "year-taken":
      return say(`${fault.year}年已由${fault.other}安排，如為調整，請填寫 amends`);
    case "against":
      return say(
        `${fault.other}規定${fault.day}${fault.off ? "放假" : "上班"}，${fault.amends ? "如不再適用，請列入 cancels" : "兩者必有一誤"}`,
      );
    case "there-already":
      return say(`${fault.day}已在${fault.other}中，請只保留一處`);
    case "nothing-amended":
      return say(`${fault.year}年沒有文號為${fault.amends}的通知，請填寫所調整通知的文號`);
    case "nothing-cancelled":
      return say(`沒有通知提到${fault.day}，請刪去`);
  }
}

export const deadlinesZhHant: DeadlinesWording = {
  kinds: {
    document: "交辦公文",
    task: "年度工作任務",
    matter: "領導交辦事項",
    instruction: "領導批示件",
    decision: "會議議定事項",
    consultation: "會辦（徵求意見）",
  },
  statuses: { open: "在辦", done: "辦結", withdrawn: "不再督辦" },
  lights: { red: "🔴 逾期", yellow: "🟡 臨期", green: "🟢 正常", done: "☑ 已辦結" },
  missing: "🟡 待補充",
  fields: {
    number: "編號",
    title: "事項",
    kind: "類別",
    reference: "文號",
    from: "交辦單位",
    department: "承辦部門",
    owner: "經辦人",
    leader: "交辦（批示）領導",
    category: "辦理類型",
    received: "收文日期",
    due: "辦理期限",
    firstDue: "原定期限",
    link: "連結",
    parent: "所屬事項",
    meeting: "會議",
    explained: "辦理情況說明",
    asked: "申請延期",
    handedTo: "擬轉交",
    finished: "辦結日期",
    result: "辦理結果",
    state: "狀態",
  },
  number: (number) => `第${number}號`,
  due: ({ from, until }, time) =>
    from === until
      ? `${inChinese(from)}${time === undefined ? "" : ` ${time}`}`
      : `暫定：在${spanInChinese(from, until)}之間`,
  noDay: "未定期限",
  timeLeft(left) {
    if (left.kind === "overdue") return `逾期 ${left.days} 個工作日`;
    if (left.kind === "today") return "今天到期";
    if (left.kind === "perhaps") return "可能已到期，以放假通知為準";
    if (left.days === 0) return "到期前已無工作日";
    return `${left.todayToo ? "含今天" : ""}還有 ${left.days} 個工作日`;
  },
  collected: "匯總督辦",
  add: {
    whichDepartment: "由哪個部門承辦？未作任何更改。請寫明部門，例如 部門:市財政局。",
    noDepartment: (typed, near) =>
      `名冊上沒有部門「${typed}」。未作任何更改。請填寫名冊上的部門，例如：${near.join("、")}。`,
    noDate: (typed) => `「${typed}」不是日期。未作任何更改。例如：2026-12-02、12月2日、週五。`,
    future: (day) => `${inChinese(day)}尚未到來，不能作為收文日期。未作任何更改。`,
    beforeReceipt: (day) => `辦理期限早於收文日期（${inChinese(day)}）。未作任何更改。`,
    noTime: (typed) => `「${typed}」不是時間。未作任何更改。例如：17:00`,
    noCategory: (typed, known) => `「${typed}」不是辦理類型。未作任何更改。辦理類型有：${known.join("；")}。`,
    noKind: (typed, known) => `「${typed}」不是督辦類別。未作任何更改。類別有：${known.join("；")}。`,
    tooLong: (most) => `內容超過 ${most} 字。未作任何更改。請精簡後再試。`,
    same: (reference, number) => `${reference}已經登記督辦，見${number}。同一公文有時會重複收到，本次未再登記。`,
    again: "仍然登記",
    done: (number, title) => `已登記督辦：${number} ${title}`,
    yours: (number, title, department) => `${number}由${department}承辦：${title}`,
    consulted: (department, number, due) => `會辦部門：${department}，${number}，${due}`,
    consultedTitle: (title) => `會辦意見：${title}`,
    consultedDay: "規則沒有給會辦部門單獨規定期限，暫與主辦部門相同；如需會辦部門提前答覆，請更改其期限。",
    nobody: (department) => `名冊上沒有${department}的主要負責人，因此無人可提醒。請寫明經辦人，或補全名冊。`,
  },
  category: {
    ask: "屬於哪一類公文？請依次判斷，以第一個答「是」的問題確定辦理期限：",
    question: (number, ask) => `${number}. ${ask}`,
    yes: (number) => `第${number}問：是`,
    none: "均否：需要市政府審批",
    changed: (before, after) => `辦理類型已由「${before}」改為「${after}」。`,
    same: "已經是這一辦理類型。未作任何更改。",
    reason: "請寫明更改辦理類型的理由；理由會留存並顯示。",
    giveReason: "填寫理由",
    notDocument: "只有交辦公文有辦理類型。未作任何更改。",
    explainFirst: "應先說明辦理情況；說明後，按規定的工作日數自收文日期起計算期限。",
    days: (count) => `${count} 個工作日內`,
    setFirst: "辦理期限以交辦時明確的時限或規定的期限為準。請填寫日期，有具體時間的一併填寫。",
  },
  count: {
    from: (count, day, counted) =>
      counted ? `自${inChinese(day)}當天起 ${count} 個工作日：` : `${inChinese(day)}之後 ${count} 個工作日：`,
    convention: "收文當天不計，是通行的慣例；規則沒有規定從哪一天起算。",
    conventionCounted: "按本單位設定，收文當天計入；規則沒有規定從哪一天起算。",
    run({ from, until, why, numbers, notice, holiday }) {
      const on = from === until ? inChinese(from) : spanInChinese(from, until);
      if (numbers) {
        const [first, last] = numbers;
        const counted = first === last ? `第 ${first} 個工作日` : `第 ${first}—${last} 個工作日`;
        return `${on}：${counted}${why === "make-up" ? `（調休上班，${notice}）` : ""}`;
      }
      return why === "holiday" ? `${on}：${holiday}放假（${notice}）` : `${on}：週末`;
    },
    provisional: (unknownFrom) =>
      `${inChinese(unknownFrom)}起的放假安排尚未公布，期限暫不能確定；現按已知年份推算，列出最早和最晚日期。`,
    provisionalNext: "放假通知載入後，Mishu 會自動重新計算並告知。",
    set: "這一期限為人工填寫，不是按規則計算的。",
  },
  silentDay: "規則沒有規定期限。請填寫約定的日期，以免遺漏。",
  setDay: "填寫期限",
  which: "是哪一項？",
  none: "沒有由您辦理的在辦事項。如需登記督辦，請用「/deadline add」。",
  noNumber: (typed) => `「${typed}」中沒有編號。未作任何更改。請填寫編號，例如：12`,
  notSeen: (number) => `沒有${number}事項，或您無權查看。請核對編號。`,
  mayNot: (department) => `只有${department}和督辦人員可以更改。未作任何更改。`,
  over: (number, status) => `${number}已${status}。未作任何更改。`,
  steps: {
    added: "登記",
    category: "確定辦理類型",
    explained: "說明辦理情況",
    set: "更改",
    progress: "進展",
    offered: "擬轉交其他部門",
    accepted: "接辦",
    declined: "不接辦",
    "extension-asked": "申請延期",
    extended: "同意延期",
    "extension-refused": "不同意延期",
    recounted: "重新計算期限",
    finished: "辦結",
    reported: "反饋",
    reopened: "重新辦理",
    withdrawn: "不再督辦",
  },
  step: (step, who, day) => `${inChinese(day)} ${who}：${step}`,
  moved: (before, after) => `${before} → ${after}`,
  itself: "Mishu",
  history: "辦理經過：",
  did: {
    progress: (number) => `${number}：進展已記錄。`,
    explained: (number, due) => `${number}：辦理情況已說明，期限為${due}。`,
    changed: (number) => `${number}已更改。`,
    offered: (number, department) => `${number}擬轉交${department}。對方接辦之前，仍由原部門承辦。`,
    offeredTo: (number, title, from) => `${from}擬將${number}轉交貴部門：${title}`,
    accepted: (number, department) => `${number}已由${department}接辦。`,
    declined: (number, department) => `${department}不接辦${number}，仍由原部門承辦。`,
    extensionAsked: (number, until) => `${number}：已申請延期至${until}。同意之前，期限不變。`,
    extensionAskedOf: (number, title, until) => `${number}申請延期至${until}，請予審批：${title}`,
    extended: (number, until) => `已同意${number}延期至${until}。`,
    extensionRefused: (number) => `${number}的延期申請未獲同意，期限不變。`,
    finished: (number, title) => `${number}已辦結：${title}`,
    finishedBy: (department, who) => `承辦部門：${department}；填報人：${who}。`,
    leadOver: (number, lead) => `${number}不再督辦：${lead}已辦結或撤回。`,
    consultedOver: (numbers) => `會辦事項不再督辦：${numbers.join("、")}。`,
    reported: (number) => `${number}：已登記，辦理結果已反饋。`,
    reportedTo: (who) => `辦理結果已反饋給${who}。`,
    reportTo: (who) => `請將辦理結果反饋給${who}，反饋後請按「已反饋」。`,
    snoozed: (number, until) => `${number}：${until}前不再提醒。期限不變。`,
    withdrawn: (number) => `${number}已撤回，不再督辦。`,
    reopened: (number) => `${number}已恢復為在辦，須重新辦理。`,
  },
  wrong: {
    noDayYet: "尚無期限：請先確定辦理類型，或填寫期限。未作任何更改。",
    notMoved: "期限已經確定。未作任何更改。如需延期，請用「/deadline extend」申請。",
    notLater: (due) => `延期後的日期須晚於現在的期限（${due}）。未作任何更改。`,
    noneAsked: "沒有待審批的延期申請：該申請已有決定，或已重新提出。未作任何更改。",
    alreadyAsked: "已申請延期至這一日期，正待審批。未作任何更改。",
    notOffered: "這一事項已不再擬轉交貴部門。未作任何更改。",
    alreadyOffered: "已提出轉交該部門，尚待對方接辦。未作任何更改。",
    sameDepartment: "這一事項已由該部門承辦。未作任何更改。",
    ownExtension: "本人申請的延期須由他人同意。未作任何更改。",
    mayNotAgree: "延期須由交辦（批示）領導或督辦人員同意。未作任何更改。",
    alreadyExplained: "辦理情況已經說明。未作任何更改。補充內容請用「/deadline progress」。",
    explanationNotNeeded: "這一辦理類型不需要先說明辦理情況。未作任何更改。",
    notFinished: "此操作不適用於在辦事項；須反饋的只有領導交辦事項和領導批示件。未作任何更改。",
    overdueSnooze: (latest) => `這一事項已逾期，最多可推遲至${latest}再提醒。未作任何更改。請儘快辦結，或申請延期。`,
    snoozeTooLong: "到那一天這一事項已經到期。未作任何更改。請選更早的日期，或申請延期。",
    nothing: "所填內容與現有內容相同，沒有需要更改的。請填寫要更改的內容。",
    byRules:
      "公文的期限按其辦理類型，依規則規定的工作日數計算。未作任何更改。請勿填寫日期；特急、緊急公文已明確辦理時限的，請同時選擇該辦理類型；如需延期，請用「/deadline extend」申請。",
    notYours: "只有登記人和督辦人員可以撤回。未作任何更改。",
    reasonNeeded: "請寫明理由；理由會留存並顯示。",
    noLeader: "相關領導",
  },
  buttons: {
    show: "查看",
    progress: "填寫進展",
    finish: "辦結",
    extend: "申請延期",
    hand: "轉交",
    accept: "接辦",
    decline: "不接辦",
    agree: "同意",
    refuse: "不同意",
    explain: "說明辦理情況",
    setDay: "填寫期限",
    reported: "已反饋",
    snooze: "明天再提醒",
    add: "登記督辦",
    board: "督辦總覽",
    mine: "我的事項",
    track: "登記督辦",
    decided: "督辦議定事項",
  },
  lists: {
    mine: (count) => (count === 0 ? "我的事項" : `我的事項：在辦 ${count} 件`),
    department: (department, count) => `${department}：在辦 ${count} 件`,
    board: (count) => `各部門：在辦 ${count} 件`,
    nothing: "沒有在辦事項。",
    more: (count) => `另有 ${count} 個未列出`,
    columns: {
      department: "部門",
      open: "在辦",
      red: "🔴 逾期",
      yellow: "🟡 臨期",
      green: "🟢 正常",
      done: "☑ 已辦結",
    },
    pace: "🟡 距到期不超過三個工作日，或有內容須先補充；🔴 逾期。",
    whichDepartment: "哪個部門？例如：/deadline department 市財政局",
  },
  workdays: {
    known: (years) => `已知 ${years[0]} 年至 ${years.at(-1)} 年的工作日，依據以下通知：`,
    notice: (year, notice, amends) => `${year} 年：${notice}${amends === undefined ? "" : `（調整${amends}）`}`,
    next: "輸入「/workdays 2026-10-10」可查詢某日，輸入「/workdays 2026-09-18 +10」可推算工作日。新的放假通知請用「通知」選項載入。",
    unreadable: (typed) => `「${typed}」不是日期，也不是日期加工作日數。例如：2026-10-10、2026-09-18 +10`,
    weekday: (day) => `${inChinese(day)}上班：普通工作日。`,
    weekend: (day) => `${inChinese(day)}不上班：週末。`,
    madeUp: (day, notice) => `${inChinese(day)}上班：調休（${notice}）。`,
    holiday: (day, holiday, notice) => `${inChinese(day)}不上班：${holiday}（${notice}）。`,
    unknown: (day) => `${inChinese(day)}是否上班尚不能確定：該年的放假通知尚未公布。`,
    ends: (days, from, due) => `${inChinese(from)}之後 ${days} 個工作日：${due}`,
    already: (notice) => `${notice}為 Mishu 內建，無需載入。未作任何更改。`,
    wrong: (faults) => `這一通知不能使用。未作任何更改。${faults.join("；")}。格式見 rules/workdays 中的檔案。`,
    fault: faultInChinese,
    noYaml: (line) => `${line === undefined ? "檔案" : `第${line}行`}不是有效的 YAML 格式`,
    unknownFields: (fields, known) => `沒有${fields.join("、")}這樣的欄位，可用的欄位：${known.join("、")}`,
    wants: (field, what) =>
      `${field || "檔案"}：${
        {
          notice: "請填寫通知的各個欄位：notice、year、off、work",
          number: "請填寫通知的文號，例如 國辦發明電〔2024〕12號",
          holiday: "請填寫節日名稱，例如 春節",
          year: "請填寫所安排的年份，例如 2027",
          day: '不是日期，須加引號填寫，例如 "2026-10-01"',
          list: "請逐行列出，每行以短橫線開頭；沒有則填 []",
        }[what]
      }`,
    imported: (notice, year) => `已載入 ${year} 年放假通知：${notice}`,
    recounts: "在辦事項的期限將重新計算，並告知有關人員。",
    notImported: (notice) => `沒有載入過${notice}。未作任何更改。Mishu 內建的通知不能撤下。`,
    removed: (notice) => `已撤下${notice}。`,
  },
  report: {
    title: (from, until) => `${spanInChinese(from, until)}督辦情況`,
    nothing: "沒有交辦、辦結或在辦的事項。",
    columns: {
      department: "部門",
      received: "交辦",
      inTime: "按期辦結",
      late: "逾期辦結",
      noDay: "辦結（未定期限）",
      extended: "延期",
      open: "目前在辦",
      overdue: "目前逾期",
      average: "平均用時（工作日）",
    },
    noAverage: "—",
    how: "按期辦結，指在最終期限（含同意的延期）內辦結。目前在辦和目前逾期均截至今天。平均用時按工作日計算，自收文次日至辦結當日。",
    averageUnknown: "有辦結事項而未列平均用時的，是因為所跨年份的放假安排尚未公布。",
    backwards: (from, until) =>
      `起始日期（${inChinese(from)}）晚於截止日期（${inChinese(until)}）。未列出任何內容。請更正日期。`,
  },
  changed: {
    earlier: (count) => `⚠ 以下 ${count} 件提前到期：`,
    by: (notices) => `放假安排有變動：${notices.join("、")}。按工作日計算的期限已重新計算。`,
    byOthers: "放假安排有變動。按工作日計算的期限已重新計算。",
    certain: "期限現已確定：",
    later: "期限順延：",
    office: (count) => `其他部門期限有變動的 ${count} 件：`,
    kept: "原期限保留在各事項的辦理經過中。人工填寫的和已同意延期的期限不變。",
  },
  hour: {
    soon: (number, time, title) => `${number}須在今天${time}前辦結：${title}`,
    over: (number, time, title) => `${number}已過今天${time}的辦結時限，尚未填報辦結：${title}`,
  },
  digest: {
    title: (day) => `今日事項 ${inChinese(day)}`,
    channel: (day) => `督辦提醒 ${inChinese(day)}`,
    groups: {
      decide: "待您決定：",
      missing: "待補充：",
      overdue: "已逾期：",
      today: "今天到期：",
      soon: "即將到期：",
      department: "本部門逾期：",
      office: "逾期三個工作日以上（按部門）：",
    },
    line: (number, title, due) => `${number} ${title} · ${due}`,
    asks: {
      category: "屬於哪一類公文？",
      explanation: "應先說明辦理情況",
      day: "未定期限，請填寫",
    },
    byDepartment: (department, count) => `${department}：${count} 件`,
    away: "今日外出",
    meetings: "今日會議：",
    pace: "到期前三個工作日、前一個工作日、當天提醒，逾期後每個工作日提醒。這一提醒安排由 Mishu 自定，規則沒有規定。",
    nothing: "沒有即將到期或逾期的事項。",
  },
};
