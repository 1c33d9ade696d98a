import type { Half } from "../../leave/leave.ts";
import { inChinese, spanInChinese } from "../chinese-days.ts";
import type { LeaveRequestWording } from "./wording.ts";

const weekdays = "一二三四五六日";
const halves: Readonly<Record<Half, string>> = { am: "上午", pm: "下午" };
const nothing = "未提交任何申请。";

export const leaveRequestZhHans: LeaveRequestWording = {
  spanWithWeekdays({ from, fromHalf, until, untilHalf }, first, last) {
    const begins = `${inChinese(from)}（周${weekdays[first - 1]}）`;
    if (from === until) return begins + (fromHalf === untilHalf ? halves[fromHalf] : "");
    const ends = `${inChinese(until)}（周${weekdays[last - 1]}）`;
    return `${begins}${fromHalf === "pm" ? "下午" : ""}至${ends}${untilHalf === "am" ? "上午" : ""}`;
  },
  workingDays: (days, working) => `${days}，其中工作日${working === 0.5 ? "半天" : ` ${working} 天`}`,
  form: {
    needs:
      "请写明起止日期，例如“/leave request 12月1日至3日 类别:出差”，也可以填写表单。不能参加会议的，写会议编号即可。",
    fill: "填写表单",
    unreadable: (field, typed) =>
      `${field}：“${typed}”不能识别为日期。${nothing}例如 2026-12-01、12月1日、明天、周五；半天写“12月1日下午”；多日写“12月1日至3日”或“12月1日起3天”。`,
    holiday: (field, typed) =>
      `${field}：不能按“${typed}”确定日期：节假日不止一天，具体日期每年另行公布。${nothing}请直接写日期，例如“2026年12月30日至2027年1月2日”。`,
    backwards: (field, from, until) =>
      `${field}：结束时间（${until}）早于开始时间（${from}）。${nothing}例如“12月1日至3日”；跨年的请写明年份：2026-12-30 至 2027-01-02。`,
    far: (field, from) =>
      `${field}：${inChinese(from)}距今超过一年。${nothing}请在一年之内再申请；如指其他年份，请写明。`,
    past: (field, from, days) =>
      `${field}：${inChinese(from)}已过去超过 ${days} 天。${nothing}请当面向审批人说明；该时段的统计可由本部门补充说明：“/leave correct”。如指其他年份，请写明。`,
    long: (field) => `${field}：时间超过一年。${nothing}请先申请一年，届时再续假。`,
    noOccasion: (typed, known) => `类型：没有“${typed}”这一类型。${nothing}可选：${known.join("；")}。`,
    noMeeting: (typed) =>
      `会议：没有需要您参加的“${typed}”会议。${nothing}输入时会列出您须参加的会议；此处未登记的，请填写“类型”和日期，或填写“活动”。`,
    meetingSilent: (number) => `规则没有规定不能参加此类会议（会议${number}）向谁请假。请告知会议主办单位。`,
    meetingIs: (number, occasion) => `类型：${number}会议属于：${occasion}。${nothing}写会议编号即可，不必填写“类型”。`,
    meetingOn: (number, day) =>
      `起：${number}会议在${inChinese(day)}，不在所填日期内。${nothing}写会议编号即可，不必填写日期。`,
    eventNeeded: `活动：请写明会议或活动的名称。${nothing}例如 活动:全市绿化日。`,
    onlyMeetings: (field) =>
      `${field}：此项用于会议或活动，不用于外出。${nothing}请不填此项，或在“类型”中选择不能参加的会议。`,
    noPresider: (typed, known) => `主持：“${typed}”按规则不影响审批。${nothing}请不填，或选择：${known.join("、")}。`,
    tooLong: (field, most) => `${field}：最多 ${most} 字。${nothing}请精简。`,
    noPost: (typed, own) => `职务：“${typed}”不是您今天担任的职务。${nothing}您的职务：${own.join("；")}。`,
    noNumber: (typed) => `编号：“${typed}”不是申请编号。未作任何更改。例如 12；“/leave mine”列出您的申请。`,
  },
  posts: {
    ruled: (title, other) =>
      `规则规定了${other}向谁请假，而对${title}没有规定，因此应以${other}的职务请假。未提交任何申请。`,
    which: "您担任多个职务，审批人不同。您以哪一职务请假？",
    goesTo: (title, whom) => `${title}：送${whom}`,
    silent: (title) => `${title}：规则没有规定向谁请假`,
    nobody: (title) => `${title}：目前无人可以审批`,
  },
  preview: {
    draft: (number) => `请核对。${number}尚未提交，只有您可见。`,
    begun: "所填时间已经开始，属于迟交的申请；审批人会看到提交时间。",
    over: "所填时间已经结束，属于事后补假；审批人会看到提交时间。",
    yearGuessed: (day) => `已按今后最近的日期理解为${inChinese(day)}。如指更早的日期，请写明年份。`,
    changes: (number, span) => `${number}（${span}）`,
    private: "地点和事由只有您本人和可以审批的人可见。",
    decideFirst: (count) => `有 ${count} 项请假申请待您审批，请在外出前办理。`,
    turnTo: (who) => `可以找：${who.join("、")}。`,
    noteOnly: "没有可以审批的人。Mishu 只能登记您外出一事：有人知道，但未经任何人批准。",
    changedMeanwhile: "预览之后情况有变，审批去向已不同。未提交任何申请，请重新核对。",
  },
  conflicts: {
    own: (number, span, status) => `${number}已包含其中部分日期：${span}，${status}。`,
    asked: (number, status) => `您已就此请假：${number}，${status}。`,
    ownNext: `${nothing}请变更该申请，或另选日期。`,
    meetings: (count) => `这段时间内有 ${count} 个您须参加的会议：`,
    meeting: (number, title, when, goesTo) => `${title}（会议${number}），${inChinese(when)}。${goesTo}`,
    meetingSilent: "规则没有规定不能参加此会议时向谁请假。",
    meetingNobody: "目前无人可以审批此会议的请假。",
    meetingToo: "外出获准不等于会议获准缺席：规则要求另行就会议请假。各项申请分送各自的审批人。",
    sameReason: "会议请假使用相同的地点和事由。",
    acting: (holder, from, until) =>
      `请注意：${from === until ? inChinese(from) : spanInChinese(from, until)}，您受委托代理${holder}。`,
    bothAway: (who, span, status) => `请注意：${who}在同一时间外出：${span}（${status}）。`,
    nobodyDecides: (post, from, until) =>
      `请注意：您作为${post}审批他人的请假。${from === until ? inChinese(from) : spanInChinese(from, until)}尚未全程登记代理人；届时的申请将等您处理。`,
    ownArrangement: "规则没有规定此职务可以委托他人代理；如作委托，属于本单位自行安排，并会如此注明。",
    entrustNext: "您可以登记由谁代理：“/roster entrust”。申请仍可照常提交。",
    entrustBy: (who) =>
      who.length === 0
        ? "管理员可以登记由谁代理：“/roster entrust”。申请仍可照常提交。"
        : `可由${who.join("、")}登记由谁代理（“/roster entrust”）。申请仍可照常提交。`,
  },
  buttons: {
    send: "提交",
    sendAll: (count) => `全部提交（${count} 项）`,
    sendOnly: "只提交外出申请",
    again: "再试一次",
    note: "仅作登记",
    change: "修改……",
    discard: "放弃",
    entrust: "登记由谁代理……",
    changeThat: (number) => `变更${number}……`,
    meetingLeave: (number) => `就${number}会议请假`,
    withdraw: (numbers) => `撤回${numbers}`,
  },
  sent: {
    to: (number, who) => `${number}已送${who}审批。`,
    next: "一有结果即告知您。在此之前尚未准假。",
    already: (number, when, status) => `${number}已于${inChinese(when)}提交，目前状态：${status}。没有重复提交。`,
    discarded: (number) => `${number}已放弃。${nothing}`,
    gone: (number) => `没有您的${number}草稿：已放弃，或搁置过久。${nothing}请重新申请：“/leave request”。`,
    noted: (number) => `${number}已登记：已知您外出。未请任何人审批，也未经批准。`,
    notedNext: "规则没有规定的，本单位可以自定审批人：“/leave route”。返回后请照常销假。",
    meetingNot: (title) => `未就${title}请假：目前无人可以审批。`,
    leftMeetings: (count) => `这段时间内还有 ${count} 个会议未请假，可按下面的按钮办理。`,
    noLongerPost: (title) => `您已不再担任“${title}”。${nothing}请重新申请：“/leave request”。`,
  },
  change: {
    which: "您要变更哪一项申请？",
    none: "您没有可以变更的申请。新的申请：“/leave request”。",
    nothingGiven: "要变更什么？只填要变更的内容，其余不变。",
    same: "所填内容与原申请相同。未作任何更改。",
    cannot: (number, status) => `${number}的状态为：${status}，不能变更。未作任何更改。新的申请：“/leave request”。`,
    back: (number, day) =>
      `${number}已于${inChinese(day)}销假。未作任何更改。如需再请假，请重新申请：“/leave request”。`,
    onlyTrips: "日期以会议为准。未作任何更改。如可以参加会议，请撤回申请。",
    asksAgain: (number, who) => `${number}已变更，并重新送${who}审批。`,
    noted: (number) => `${number}已变更。仅作登记，未请任何人审批。`,
    toApprover: (who, number) => `${who}变更了${number}申请，请按现在的内容审批。`,
    before: (field, old, now) => `${field}：${old} → ${now}`,
    stays: (number) => `在此项变更获准之前，${number}仍按原批准有效。`,
    afterItsEnd: "原请假时间已经结束，属于迟交的续假申请；审批人会看到提交时间。",
    cutShort: (number, span) => `${number}提前结束：${span}。`,
    noApproval: "没有规则要求提前返回须经批准，因此立即生效。返岗后请销假。",
    told: (who) => `已告知${who}。`,
    cutShortOf: (who, number, span, was) => `${who}提前结束${number}请假：${span}（原为${was}）。无须审批。`,
    outside: (numbers) => `同一行程的以下会议请假已不在新的时间内：${numbers}。如可以参加会议，请撤回。`,
    openChange: (number, later) => `${number}已有一项变更待审批：${later}。未作任何更改。请变更或撤回该项。`,
    nothing: "（无）",
  },
  withdraw: {
    which: "您要撤回哪一项申请？",
    none: "您没有可以撤回的申请。",
    done: (number) => `${number}已撤回。`,
    told: (who) => `已告知${who}。`,
    begun: (number) => `${number}已经开始，不能撤回，仍然有效。`,
    begunNext: "如提前返回，请变更结束时间；如已返岗，请销假。",
    cannot: (number, status) => `${number}的状态为：${status}，无可撤回。`,
    toApprover: (who, number, span) => `${who}撤回了${number}请假（${span}）。无须审批。`,
    notAway: (who, span) => `${who}取消外出：${span}`,
    along: (numbers) => `同一行程还有会议请假：${numbers}。`,
    changeToo: (number) => `对其提出变更的${number}一并撤回。`,
    noneLeft: (number) =>
      `${number}在本申请获准时已被替代，不再有效；您目前没有这段请假。如仍需请假，请重新申请（/leave request）。`,
    oldStays: (number) => `${number}仍按原批准有效。`,
  },
  route: {
    heading: "规则没有规定向谁请假的，可由本单位自定。本单位的设定：",
    post: "请假人",
    asks: "向谁请假",
    nobodyYet: "无：仅作登记",
    rulesFirst: "以上是本单位的设定，不是规则的规定，显示时会注明。规则已有规定的，不适用这些设定。",
    set: (post, to) => `今后“${post}”向${to}请假。`,
    removed: (post) => `“${post}”不再有本单位自定的审批人。`,
    holds: "已在待审批的申请也改送该处。",
    waiting: (post, count) =>
      `审批人：还有“${post}”的 ${count} 项申请按此设定待审批。未作任何更改。请先审批，或改设其他职务。`,
    ofDepartment:
      "各部门都设的职务，只指请假人所在部门的那一位，不送其他部门；市政府本级及其办公室的职务，各部门都可以向其请假。",
    rulesName: (post) => `“${post}”向谁请假，规则已有规定，本单位不能另定。未作任何更改。`,
    unknown: (typed, known) =>
      `职务：“${typed}”不是规则中的职务。未作任何更改。规则没有规定审批人的职务：${known.join("；")}。`,
    unknownTo: (typed) => `审批人：“${typed}”不是规则中的职务。未作任何更改。例如 审批人:秘书长；填“无”则取消。`,
    itself: (post) => `审批人：任何人都不能审批自己的请假，“${post}”不能向自己请假。未作任何更改。`,
    needsTo: (post) => `审批人：请写明“${post}”向何种职务请假，或填“无”。未作任何更改。`,
    change: "设定……",
  },
};
