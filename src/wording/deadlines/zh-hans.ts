import type { NoticeFault } from "../../workdays/notice-fault.ts";
import { inChinese, spanInChinese } from "../chinese-days.ts";
import type { DeadlinesWording } from "./wording.ts";

/** What is wrong in a notice on working days. */
function faultInChinese(fault: NoticeFault): string {
  const say = (what: string): string => inChinese(`${fault.field}：${what}`);
  switch (fault.kind) {
    case "backwards":
      return say(`${fault.holiday}的最后一天${fault.until}早于第一天${fault.from}，请改正`);
    case "endless":
      return say(`${fault.holiday}长达六十天以上，请核对年份`);
    case "off-twice":
      return say(`${fault.day}同属两个假期，请只保留一处`);
    case "worked-twice":
      return say(`${fault.day}重复，请删去一处`);
    case "off-and-worked":
      return say(`${fault.day}既放假又上班，只能择一`);
    case "worked-anyway":
      return say(`${fault.day}不是星期六或星期日，本来就上班，请改正日期或删去`);
    case "other-year":
      return say(`${fault.day}不在${fault.year}年，也不在上一年12月，应写入另一通知`);
    case "issued-otherwise":
      return say(`${fault.day}既不在${fault.year}年，也不在上一年，请改正日期或年份`);
    case "amends-missing":
      return say("只有调整其他通知的通知才能取消日期，请在 amends 中写明所调整的通知");
    case "number-taken":
      return say(`${fault.notice}与${fault.other}文号相同，请填写本通知的文号`);
    case "year-taken":
      return say(`${fault.year}年已由${fault.other}安排，如为调整，请填写 amends`);
    case "against":
      return say(
        `${fault.other}规定${fault.day}${fault.off ? "放假" : "上班"}，${fault.amends ? "如不再适用，请列入 cancels" : "两者必有一误"}`,
      );
    case "there-already":
      return say(`${fault.day}已在${fault.other}中，请只保留一处`);
    case "nothing-amended":
      return say(`${fault.year}年没有文号为${fault.amends}的通知，请填写所调整通知的文号`);
    case "nothing-cancelled":
      return say(`没有通知提到${fault.day}，请删去`);
  }
}

export const deadlinesZhHans: DeadlinesWording = {
  kinds: {
    document: "交办公文",
    task: "年度工作任务",
    matter: "领导交办事项",
    instruction: "领导批示件",
    decision: "会议议定事项",
    consultation: "会办（征求意见）",
  },
  statuses: { open: "在办", done: "办结", withdrawn: "不再督办" },
  lights: { red: "🔴 逾期", yellow: "🟡 临期", green: "🟢 正常", done: "☑ 已办结" },
  missing: "🟡 待补充",
  fields: {
    number: "编号",
    title: "事项",
    kind: "类别",
    reference: "文号",
    from: "交办单位",
    department: "承办部门",
    owner: "经办人",
    leader: "交办（批示）领导",
    category: "办理类型",
    received: "收文日期",
    due: "办理期限",
    firstDue: "原定期限",
    link: "链接",
    parent: "所属事项",
    meeting: "会议",
    explained: "办理情况说明",
    asked: "申请延期",
    handedTo: "拟转交",
    finished: "办结日期",
    result: "办理结果",
    state: "状态",
  },
  number: (number) => `第${number}号`,
  due: ({ from, until }, time) =>
    from === until
      ? `${inChinese(from)}${time === undefined ? "" : ` ${time}`}`
      : `暂定：在${spanInChinese(from, until)}之间`,
  noDay: "未定期限",
  timeLeft(left) {
    if (left.kind === "overdue") return `逾期 ${left.days} 个工作日`;
    if (left.kind === "today") return "今天到期";
    if (left.kind === "perhaps") return "可能已到期，以放假通知为准";
    if (left.days === 0) return "到期前已无工作日";
    return `${left.todayToo ? "含今天" : ""}还有 ${left.days} 个工作日`;
  },
  collected: "汇总督办",
  add: {
    whichDepartment: "由哪个部门承办？未作任何更改。请写明部门，例如 部门:市财政局。",
    noDepartment: (typed, near) =>
      `花名册上没有部门“${typed}”。未作任何更改。请填写花名册上的部门，例如：${near.join("、")}。`,
    noDate: (typed) => `“${typed}”不是日期。未作任何更改。例如：2026-12-02、12月2日、周五。`,
    future: (day) => `${inChinese(day)}尚未到来，不能作为收文日期。未作任何更改。`,
    beforeReceipt: (day) => `办理期限早于收文日期（${inChinese(day)}）。未作任何更改。`,
    noTime: (typed) => `“${typed}”不是时间。未作任何更改。例如：17:00`,
    noCategory: (typed, known) => `“${typed}”不是办理类型。未作任何更改。办理类型有：${known.join("；")}。`,
    noKind: (typed, known) => `“${typed}”不是督办类别。未作任何更改。类别有：${known.join("；")}。`,
    tooLong: (most) => `内容超过 ${most} 字。未作任何更改。请精简后再试。`,
    same: (reference, number) => `${reference}已经登记督办，见${number}。同一公文有时会重复收到，本次未再登记。`,
    again: "仍然登记",
    done: (number, title) => `已登记督办：${number} ${title}`,
    yours: (number, title, department) => `${number}由${department}承办：${title}`,
    consulted: (department, number, due) => `会办部门：${department}，${number}，${due}`,
    consultedTitle: (title) => `会办意见：${title}`,
    consultedDay: "规则没有给会办部门单独规定期限，暂与主办部门相同；如需会办部门提前答复，请更改其期限。",
    nobody: (department) => `花名册上没有${department}的主要负责人，因此无人可提醒。请写明经办人，或补全花名册。`,
  },
  category: {
    ask: "属于哪一类公文？请依次判断，以第一个答“是”的问题确定办理期限：",
    question: (number, ask) => `${number}. ${ask}`,
    yes: (number) => `第${number}问：是`,
    none: "均否：需要市政府审批",
    changed: (before, after) => `办理类型已由“${before}”改为“${after}”。`,
    same: "已经是这一办理类型。未作任何更改。",
    reason: "请写明更改办理类型的理由；理由会留存并显示。",
    giveReason: "填写理由",
    notDocument: "只有交办公文有办理类型。未作任何更改。",
    explainFirst: "应先说明办理情况；说明后，按规定的工作日数自收文日期起计算期限。",
    days: (count) => `${count} 个工作日内`,
    setFirst: "办理期限以交办时明确的时限或规定的期限为准。请填写日期，有具体时间的一并填写。",
  },
  count: {
    from: (count, day, counted) =>
      counted ? `自${inChinese(day)}当天起 ${count} 个工作日：` : `${inChinese(day)}之后 ${count} 个工作日：`,
    convention: "收文当天不计，是通行的惯例；规则没有规定从哪一天起算。",
    conventionCounted: "按本单位设置，收文当天计入；规则没有规定从哪一天起算。",
    run({ from, until, why, numbers, notice, holiday }) {
      const on = from === until ? inChinese(from) : spanInChinese(from, until);
      if (numbers) {
        const [first, last] = numbers;
        const counted = first === last ? `第 ${first} 个工作日` : `第 ${first}—${last} 个工作日`;
        return `${on}：${counted}${why === "make-up" ? `（调休上班，${notice}）` : ""}`;
      }
      return why === "holiday" ? `${on}：${holiday}放假（${notice}）` : `${on}：周末`;
    },
    provisional: (unknownFrom) =>
      `${inChinese(unknownFrom)}起的放假安排尚未公布，期限暂不能确定；现按已知年份推算，列出最早和最晚日期。`,
    provisionalNext: "放假通知载入后，Mishu 会自动重新计算并告知。",
    set: "这一期限为人工填写，不是按规则计算的。",
  },
  silentDay: "规则没有规定期限。请填写约定的日期，以免遗漏。",
  setDay: "填写期限",
  which: "是哪一项？",
  none: "没有由您办理的在办事项。如需登记督办，请用“/deadline add”。",
  noNumber: (typed) => `“${typed}”中没有编号。未作任何更改。请填写编号，例如：12`,
  notSeen: (number) => `没有${number}事项，或您无权查看。请核对编号。`,
  mayNot: (department) => `只有${department}和督办人员可以更改。未作任何更改。`,
  over: (number, status) => `${number}已${status}。未作任何更改。`,
  steps: {
    added: "登记",
    category: "确定办理类型",
    explained: "说明办理情况",
    set: "更改",
    progress: "进展",
    offered: "拟转交其他部门",
    accepted: "接办",
    declined: "不接办",
    "extension-asked": "申请延期",
    extended: "同意延期",
    "extension-refused": "不同意延期",
    recounted: "重新计算期限",
    finished: "办结",
    reported: "反馈",
    reopened: "重新办理",
    withdrawn: "不再督办",
  },
  step: (step, who, day) => `${inChinese(day)} ${who}：${step}`,
  moved: (before, after) => `${before} → ${after}`,
  itself: "Mishu",
  history: "办理经过：",
  did: {
    progress: (number) => `${number}：进展已记录。`,
    explained: (number, due) => `${number}：办理情况已说明，期限为${due}。`,
    changed: (number) => `${number}已更改。`,
    offered: (number, department) => `${number}拟转交${department}。对方接办之前，仍由原部门承办。`,
    offeredTo: (number, title, from) => `${from}拟将${number}转交贵部门：${title}`,
    accepted: (number, department) => `${number}已由${department}接办。`,
    declined: (number, department) => `${department}不接办${number}，仍由原部门承办。`,
    extensionAsked: (number, until) => `${number}：已申请延期至${until}。同意之前，期限不变。`,
    extensionAskedOf: (number, title, until) => `${number}申请延期至${until}，请予审批：${title}`,
    extended: (number, until) => `已同意${number}延期至${until}。`,
    extensionRefused: (number) => `${number}的延期申请未获同意，期限不变。`,
    finished: (number, title) => `${number}已办结：${title}`,
    finishedBy: (department, who) => `承办部门：${department}；填报人：${who}。`,
    leadOver: (number, lead) => `${number}不再督办：${lead}已办结或撤回。`,
    consultedOver: (numbers) => `会办事项不再督办：${numbers.join("、")}。`,
    reported: (number) => `${number}：已登记，办理结果已反馈。`,
    reportedTo: (who) => `办理结果已反馈给${who}。`,
    reportTo: (who) => `请将办理结果反馈给${who}，反馈后请按“已反馈”。`,
    snoozed: (number, until) => `${number}：${until}前不再提醒。期限不变。`,
    withdrawn: (number) => `${number}已撤回，不再督办。`,
    reopened: (number) => `${number}已恢复为在办，须重新办理。`,
  },
  wrong: {
    noDayYet: "尚无期限：请先确定办理类型，或填写期限。未作任何更改。",
    notMoved: "期限已经确定。未作任何更改。如需延期，请用“/deadline extend”申请。",
    notLater: (due) => `延期后的日期须晚于现在的期限（${due}）。未作任何更改。`,
    noneAsked: "没有待审批的延期申请：该申请已有决定，或已重新提出。未作任何更改。",
    alreadyAsked: "已申请延期至这一日期，正待审批。未作任何更改。",
    notOffered: "这一事项已不再拟转交贵部门。未作任何更改。",
    alreadyOffered: "已提出转交该部门，尚待对方接办。未作任何更改。",
    sameDepartment: "这一事项已由该部门承办。未作任何更改。",
    ownExtension: "本人申请的延期须由他人同意。未作任何更改。",
    mayNotAgree: "延期须由交办（批示）领导或督办人员同意。未作任何更改。",
    alreadyExplained: "办理情况已经说明。未作任何更改。补充内容请用“/deadline progress”。",
    explanationNotNeeded: "这一办理类型不需要先说明办理情况。未作任何更改。",
    notFinished: "此操作不适用于在办事项；须反馈的只有领导交办事项和领导批示件。未作任何更改。",
    overdueSnooze: (latest) => `这一事项已逾期，最多可推迟至${latest}再提醒。未作任何更改。请尽快办结，或申请延期。`,
    snoozeTooLong: "到那一天这一事项已经到期。未作任何更改。请选更早的日期，或申请延期。",
    nothing: "所填内容与现有内容相同，没有需要更改的。请填写要更改的内容。",
    byRules:
      "公文的期限按其办理类型，依规则规定的工作日数计算。未作任何更改。请勿填写日期；特急、紧急公文已明确办理时限的，请同时选择该办理类型；如需延期，请用“/deadline extend”申请。",
    notYours: "只有登记人和督办人员可以撤回。未作任何更改。",
    reasonNeeded: "请写明理由；理由会留存并显示。",
    noLeader: "相关领导",
  },
  buttons: {
    show: "查看",
    progress: "填写进展",
    finish: "办结",
    extend: "申请延期",
    hand: "转交",
    accept: "接办",
    decline: "不接办",
    agree: "同意",
    refuse: "不同意",
    explain: "说明办理情况",
    setDay: "填写期限",
    reported: "已反馈",
    snooze: "明天再提醒",
    add: "登记督办",
    board: "督办总览",
    mine: "我的事项",
    track: "登记督办",
    decided: "督办议定事项",
  },
  lists: {
    mine: (count) => (count === 0 ? "我的事项" : `我的事项：在办 ${count} 件`),
    department: (department, count) => `${department}：在办 ${count} 件`,
    board: (count) => `各部门：在办 ${count} 件`,
    nothing: "没有在办事项。",
    more: (count) => `另有 ${count} 个未列出`,
    columns: {
      department: "部门",
      open: "在办",
      red: "🔴 逾期",
      yellow: "🟡 临期",
      green: "🟢 正常",
      done: "☑ 已办结",
    },
    pace: "🟡 距到期不超过三个工作日，或有内容须先补充；🔴 逾期。",
    whichDepartment: "哪个部门？例如：/deadline department 市财政局",
  },
  workdays: {
    known: (years) => `已知 ${years[0]} 年至 ${years.at(-1)} 年的工作日，依据以下通知：`,
    notice: (year, notice, amends) => `${year} 年：${notice}${amends === undefined ? "" : `（调整${amends}）`}`,
    next: "输入“/workdays 2026-10-10”可查询某日，输入“/workdays 2026-09-18 +10”可推算工作日。新的放假通知请用“通知”选项载入。",
    unreadable: (typed) => `“${typed}”不是日期，也不是日期加工作日数。例如：2026-10-10、2026-09-18 +10`,
    weekday: (day) => `${inChinese(day)}上班：普通工作日。`,
    weekend: (day) => `${inChinese(day)}不上班：周末。`,
    madeUp: (day, notice) => `${inChinese(day)}上班：调休（${notice}）。`,
    holiday: (day, holiday, notice) => `${inChinese(day)}不上班：${holiday}（${notice}）。`,
    unknown: (day) => `${inChinese(day)}是否上班尚不能确定：该年的放假通知尚未公布。`,
    ends: (days, from, due) => `${inChinese(from)}之后 ${days} 个工作日：${due}`,
    already: (notice) => `${notice}为 Mishu 自带，无需载入。未作任何更改。`,
    wrong: (faults) => `这一通知不能使用。未作任何更改。${faults.join("；")}。格式见 rules/workdays 中的文件。`,
    fault: faultInChinese,
    noYaml: (line) => `${line === undefined ? "文件" : `第${line}行`}不是有效的 YAML 格式`,
    unknownFields: (fields, known) => `没有${fields.join("、")}这样的字段，可用的字段：${known.join("、")}`,
    wants: (field, what) =>
      `${field || "文件"}：${
        {
          notice: "请填写通知的各个字段：notice、year、off、work",
          number: "请填写通知的文号，例如 国办发明电〔2024〕12号",
          holiday: "请填写节日名称，例如 春节",
          year: "请填写所安排的年份，例如 2027",
          day: '不是日期，须加引号填写，例如 "2026-10-01"',
          list: "请逐行列出，每行以短横线开头；没有则填 []",
        }[what]
      }`,
    imported: (notice, year) => `已载入 ${year} 年放假通知：${notice}`,
    recounts: "在办事项的期限将重新计算，并告知有关人员。",
    notImported: (notice) => `没有载入过${notice}。未作任何更改。Mishu 自带的通知不能撤下。`,
    removed: (notice) => `已撤下${notice}。`,
  },
  report: {
    title: (from, until) => `${spanInChinese(from, until)}督办情况`,
    nothing: "没有交办、办结或在办的事项。",
    columns: {
      department: "部门",
      received: "交办",
      inTime: "按期办结",
      late: "逾期办结",
      noDay: "办结（未定期限）",
      extended: "延期",
      open: "目前在办",
      overdue: "目前逾期",
      average: "平均用时（工作日）",
    },
    noAverage: "—",
    how: "按期办结，指在最终期限（含同意的延期）内办结。目前在办和目前逾期均截至今天。平均用时按工作日计算，自收文次日至办结当日。",
    averageUnknown: "有办结事项而未列平均用时的，是因为所跨年份的放假安排尚未公布。",
    backwards: (from, until) =>
      `起始日期（${inChinese(from)}）晚于截止日期（${inChinese(until)}）。未列出任何内容。请更正日期。`,
  },
  changed: {
    earlier: (count) => `⚠ 以下 ${count} 件提前到期：`,
    by: (notices) => `放假安排有变动：${notices.join("、")}。按工作日计算的期限已重新计算。`,
    byOthers: "放假安排有变动。按工作日计算的期限已重新计算。",
    certain: "期限现已确定：",
    later: "期限顺延：",
    office: (count) => `其他部门期限有变动的 ${count} 件：`,
    kept: "原期限保留在各事项的办理经过中。人工填写的和已同意延期的期限不变。",
  },
  hour: {
    soon: (number, time, title) => `${number}须在今天${time}前办结：${title}`,
    over: (number, time, title) => `${number}已过今天${time}的办结时限，尚未填报办结：${title}`,
  },
  digest: {
    title: (day) => `今日事项 ${inChinese(day)}`,
    channel: (day) => `督办提醒 ${inChinese(day)}`,
    groups: {
      decide: "待您决定：",
      missing: "待补充：",
      overdue: "已逾期：",
      today: "今天到期：",
      soon: "即将到期：",
      department: "本部门逾期：",
      office: "逾期三个工作日以上（按部门）：",
    },
    line: (number, title, due) => `${number} ${title} · ${due}`,
    asks: {
      category: "属于哪一类公文？",
      explanation: "应先说明办理情况",
      day: "未定期限，请填写",
    },
    byDepartment: (department, count) => `${department}：${count} 件`,
    away: "今日外出",
    meetings: "今日会议：",
    pace: "到期前三个工作日、前一个工作日、当天提醒，逾期后每个工作日提醒。这一提醒安排由 Mishu 自定，规则没有规定。",
    nothing: "没有即将到期或逾期的事项。",
  },
};
