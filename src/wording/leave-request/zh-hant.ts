import type { Half } from "../../leave/leave.ts";
import { inChinese, spanInChinese } from "../chinese-days.ts";
import type { LeaveRequestWording } from "./wording.ts";

const weekdays = "一二三四五六日";
const halves: Readonly<Record<Half, string>> = { am: "上午", pm: "下午" };
const nothing = "未提交任何申請。";

export const leaveRequestZhHant: LeaveRequestWording = {
  spanWithWeekdays({ from, fromHalf, until, untilHalf }, first, last) {
    const begins = `${inChinese(from)}（週${weekdays[first - 1]}）`;
    if (from === until) return begins + (fromHalf === untilHalf ? halves[fromHalf] : "");
    const ends = `${inChinese(until)}（週${weekdays[last - 1]}）`;
    return `${begins}${fromHalf === "pm" ? "下午" : ""}至${ends}${untilHalf === "am" ? "上午" : ""}`;
  },
  workingDays: (days, working) => `${days}，其中工作日${working === 0.5 ? "半天" : ` ${working} 天`}`,
  form: {
    needs:
      "請寫明起止日期，例如「/leave request 12月1日至3日 類別:出差」，也可以填寫表單。不能參加會議的，寫會議編號即可。",
    fill: "填寫表單",
    unreadable: (field, typed) =>
      `${field}：「${typed}」不能辨識為日期。${nothing}例如 2026-12-01、12月1日、明天、週五；半天寫「12月1日下午」；多日寫「12月1日至3日」或「12月1日起3天」。`,
    holiday: (field, typed) =>
      `${field}：不能按「${typed}」確定日期：節假日不止一天，具體日期每年另行公布。${nothing}請直接寫日期，例如「2026年12月30日至2027年1月2日」。`,
    backwards: (field, from, until) =>
      `${field}：結束時間（${until}）早於開始時間（${from}）。${nothing}例如「12月1日至3日」；跨年的請寫明年份：2026-12-30 至 2027-01-02。`,
    far: (field, from) =>
      `${field}：${inChinese(from)}距今超過一年。${nothing}請在一年之內再申請；如指其他年份，請寫明。`,
    past: (field, from, days) =>
      `${field}：${inChinese(from)}已過去超過 ${days} 天。${nothing}請當面向審批人說明；該時段的統計可由本部門補充說明：「/leave correct」。如指其他年份，請寫明。`,
    long: (field) => `${field}：時間超過一年。${nothing}請先申請一年，屆時再續假。`,
    noOccasion: (typed, known) => `類型：沒有「${typed}」這一類型。${nothing}可選：${known.join("；")}。`,
    noMeeting: (typed) =>
      `會議：沒有需要您參加的「${typed}」會議。${nothing}輸入時會列出您須參加的會議；此處未登記的，請填寫「類型」和日期，或填寫「活動」。`,
    meetingSilent: (number) => `規則沒有規定不能參加此類會議（會議${number}）向誰請假。請告知會議主辦單位。`,
    meetingIs: (number, occasion) =>
      `類型：${number}會議屬於：${occasion}。${nothing}寫會議編號即可，不必填寫「類型」。`,
    meetingOn: (number, day) =>
      `起：${number}會議在${inChinese(day)}，不在所填日期內。${nothing}寫會議編號即可，不必填寫日期。`,
    eventNeeded: `活動：請寫明會議或活動的名稱。${nothing}例如 活動:全市綠化日。`,
    onlyMeetings: (field) =>
      `${field}：此項用於會議或活動，不用於外出。${nothing}請不填此項，或在「類型」中選擇不能參加的會議。`,
    noPresider: (typed, known) => `主持：「${typed}」按規則不影響審批。${nothing}請不填，或選擇：${known.join("、")}。`,
    tooLong: (field, most) => `${field}：最多 ${most} 字。${nothing}請精簡。`,
    noPost: (typed, own) => `職務：「${typed}」不是您今天擔任的職務。${nothing}您的職務：${own.join("；")}。`,
    noNumber: (typed) => `編號：「${typed}」不是申請編號。未作任何更改。例如 12；「/leave mine」列出您的申請。`,
  },
  posts: {
    ruled: (title, other) =>
      `規則規定了${other}向誰請假，而對${title}沒有規定，因此應以${other}的職務請假。未提交任何申請。`,
    which: "您擔任多個職務，審批人不同。您以哪一職務請假？",
    goesTo: (title, whom) => `${title}：送${whom}`,
    silent: (title) => `${title}：規則沒有規定向誰請假`,
    nobody: (title) => `${title}：目前無人可以審批`,
  },
  preview: {
    draft: (number) => `請核對。${number}尚未提交，只有您可見。`,
    begun: "所填時間已經開始，屬於遲交的申請；審批人會看到提交時間。",
    over: "所填時間已經結束，屬於事後補假；審批人會看到提交時間。",
    yearGuessed: (day) => `已按今後最近的日期理解為${inChinese(day)}。如指更早的日期，請寫明年份。`,
    changes: (number, span) => `${number}（${span}）`,
    private: "地點和事由只有您本人和可以審批的人可見。",
    decideFirst: (count) => `有 ${count} 項請假申請待您審批，請在外出前辦理。`,
    turnTo: (who) => `可以找：${who.join("、")}。`,
    noteOnly: "沒有可以審批的人。Mishu 只能登記您外出一事：有人知道，但未經任何人批准。",
    changedMeanwhile: "預覽之後情況有變，審批去向已不同。未提交任何申請，請重新核對。",
  },
  conflicts: {
    own: (number, span, status) => `${number}已包含其中部分日期：${span}，${status}。`,
    asked: (number, status) => `您已就此請假：${number}，${status}。`,
    ownNext: `${nothing}請變更該申請，或另選日期。`,
    meetings: (count) => `這段時間內有 ${count} 個您須參加的會議：`,
    meeting: (number, title, when, goesTo) => `${title}（會議${number}），${inChinese(when)}。${goesTo}`,
    meetingSilent: "規則沒有規定不能參加此會議時向誰請假。",
    meetingNobody: "目前無人可以審批此會議的請假。",
    meetingToo: "外出獲准不等於會議獲准缺席：規則要求另行就會議請假。各項申請分送各自的審批人。",
    sameReason: "會議請假使用相同的地點和事由。",
    acting: (holder, from, until) =>
      `請注意：${from === until ? inChinese(from) : spanInChinese(from, until)}，您受委託代理${holder}。`,
    bothAway: (who, span, status) => `請注意：${who}在同一時間外出：${span}（${status}）。`,
    nobodyDecides: (post, from, until) =>
      `請注意：您作為${post}審批他人的請假。${from === until ? inChinese(from) : spanInChinese(from, until)}尚未全程登記代理人；屆時的申請將等您處理。`,
    ownArrangement: "規則沒有規定此職務可以委託他人代理；如作委託，屬於本單位自行安排，並會如此註明。",
    entrustNext: "您可以登記由誰代理：「/roster entrust」。申請仍可照常提交。",
    entrustBy: (who) =>
      who.length === 0
        ? "管理員可以登記由誰代理：「/roster entrust」。申請仍可照常提交。"
        : `可由${who.join("、")}登記由誰代理（「/roster entrust」）。申請仍可照常提交。`,
  },
  buttons: {
    send: "提交",
    sendAll: (count) => `全部提交（${count} 項）`,
    sendOnly: "只提交外出申請",
    again: "再試一次",
    note: "僅作登記",
    change: "修改……",
    discard: "放棄",
    entrust: "登記由誰代理……",
    changeThat: (number) => `變更${number}……`,
    meetingLeave: (number) => `就${number}會議請假`,
    withdraw: (numbers) => `撤回${numbers}`,
  },
  sent: {
    to: (number, who) => `${number}已送${who}審批。`,
    next: "一有結果即告知您。在此之前尚未准假。",
    already: (number, when, status) => `${number}已於${inChinese(when)}提交，目前狀態：${status}。沒有重複提交。`,
    discarded: (number) => `${number}已放棄。${nothing}`,
    gone: (number) => `沒有您的${number}草稿：已放棄，或擱置過久。${nothing}請重新申請：「/leave request」。`,
    noted: (number) => `${number}已登記：已知您外出。未請任何人審批，也未經批准。`,
    notedNext: "規則沒有規定的，本單位可以自訂審批人：「/leave route」。返回後請照常銷假。",
    meetingNot: (title) => `未就${title}請假：目前無人可以審批。`,
    leftMeetings: (count) => `這段時間內還有 ${count} 個會議未請假，可按下面的按鈕辦理。`,
    noLongerPost: (title) => `您已不再擔任「${title}」。${nothing}請重新申請：「/leave request」。`,
  },
  change: {
    which: "您要變更哪一項申請？",
    none: "您沒有可以變更的申請。新的申請：「/leave request」。",
    nothingGiven: "要變更什麼？只填要變更的內容，其餘不變。",
    same: "所填內容與原申請相同。未作任何更改。",
    cannot: (number, status) => `${number}的狀態為：${status}，不能變更。未作任何更改。新的申請：「/leave request」。`,
    back: (number, day) =>
      `${number}已於${inChinese(day)}銷假。未作任何更改。如需再請假，請重新申請：「/leave request」。`,
    onlyTrips: "日期以會議為準。未作任何更改。如可以參加會議，請撤回申請。",
    asksAgain: (number, who) => `${number}已變更，並重新送${who}審批。`,
    noted: (number) => `${number}已變更。僅作登記，未請任何人審批。`,
    toApprover: (who, number) => `${who}變更了${number}申請，請按現在的內容審批。`,
    before: (field, old, now) => `${field}：${old} → ${now}`,
    stays: (number) => `在此項變更獲准之前，${number}仍按原批准有效。`,
    afterItsEnd: "原請假時間已經結束，屬於遲交的續假申請；審批人會看到提交時間。",
    cutShort: (number, span) => `${number}提前結束：${span}。`,
    noApproval: "沒有規則要求提前返回須經批准，因此立即生效。返崗後請銷假。",
    told: (who) => `已告知${who}。`,
    cutShortOf: (who, number, span, was) => `${who}提前結束${number}請假：${span}（原為${was}）。無須審批。`,
    outside: (numbers) => `同一行程的以下會議請假已不在新的時間內：${numbers}。如可以參加會議，請撤回。`,
    openChange: (number, later) => `${number}已有一項變更待審批：${later}。未作任何更改。請變更或撤回該項。`,
    nothing: "（無）",
  },
  withdraw: {
    which: "您要撤回哪一項申請？",
    none: "您沒有可以撤回的申請。",
    done: (number) => `${number}已撤回。`,
    told: (who) => `已告知${who}。`,
    begun: (number) => `${number}已經開始，不能撤回，仍然有效。`,
    begunNext: "如提前返回，請變更結束時間；如已返崗，請銷假。",
    cannot: (number, status) => `${number}的狀態為：${status}，無可撤回。`,
    toApprover: (who, number, span) => `${who}撤回了${number}請假（${span}）。無須審批。`,
    notAway: (who, span) => `${who}取消外出：${span}`,
    along: (numbers) => `同一行程還有會議請假：${numbers}。`,
    changeToo: (number) => `對其提出變更的${number}一併撤回。`,
    noneLeft: (number) =>
      `${number}在本申請獲准時已被取代，不再有效；您目前沒有這段請假。如仍需請假，請重新申請（/leave request）。`,
    oldStays: (number) => `${number}仍按原批准有效。`,
  },
  route: {
    heading: "規則沒有規定向誰請假的，可由本單位自訂。本單位的設定：",
    post: "請假人",
    asks: "向誰請假",
    nobodyYet: "無：僅作登記",
    rulesFirst: "以上是本單位的設定，不是規則的規定，顯示時會註明。規則已有規定的，不適用這些設定。",
    set: (post, to) => `今後「${post}」向${to}請假。`,
    removed: (post) => `「${post}」不再有本單位自訂的審批人。`,
    holds: "已在待審批的申請也改送該處。",
    waiting: (post, count) =>
      `審批人：還有「${post}」的 ${count} 項申請按此設定待審批。未作任何更改。請先審批，或改設其他職務。`,
    ofDepartment:
      "各部門都設的職務，只指請假人所在部門的那一位，不送其他部門；市政府本級及其辦公室的職務，各部門都可以向其請假。",
    rulesName: (post) => `「${post}」向誰請假，規則已有規定，本單位不能另訂。未作任何更改。`,
    unknown: (typed, known) =>
      `職務：「${typed}」不是規則中的職務。未作任何更改。規則沒有規定審批人的職務：${known.join("；")}。`,
    unknownTo: (typed) => `審批人：「${typed}」不是規則中的職務。未作任何更改。例如 審批人:秘書長；填「無」則取消。`,
    itself: (post) => `審批人：任何人都不能審批自己的請假，「${post}」不能向自己請假。未作任何更改。`,
    needsTo: (post) => `審批人：請寫明「${post}」向何種職務請假，或填「無」。未作任何更改。`,
    change: "設定……",
  },
};
