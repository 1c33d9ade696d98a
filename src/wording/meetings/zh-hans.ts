import { inChinese } from "../chinese-days.ts";
import type { MeetingsWording } from "./wording.ts";

export const meetingsZhHans: MeetingsWording = {
  fields: {
    number: "编号",
    when: "时间",
    title: "会议",
    type: "类型",
    place: "地点",
    presider: "主持",
    invited: "另行邀请",
    you: "您",
  },
  time: (day, from, until) => `${inChinese(day)} ${from}—${until}`,
  plan: {
    needs: "请说明会议类型、日期、时间和名称。",
    fill: "填写表单……",
    noType: (typed, known) => `“${typed}”不是会议类型。未作安排。会议类型有：${known.join("；")}。`,
    noDay: (typed) => `“${typed}”不是日期。未作安排。例如：2026-12-02、12月2日、周五。`,
    past: (when) => `${when}已经过去。未作安排。请选以后的时间。`,
    noTime: (typed) => `“${typed}”不是会议的起止时间。未作安排。例如：09:00-11:00`,
    noPresider: (typed, known) => `“${typed}”不是规则中的职务。未作安排。职务例如：${known.join("；")}。不填则为待定。`,
    tooLong: (field, most) => `${field}超过 ${most} 字。未作安排。请精简后再试。`,
    tooMany: (most) => `邀请的人员超过 ${most} 名。未作安排。`,
    severalHeads: (department, who) => `${department}的主要负责人可能是以下多人：${who}。未作安排。请写明是哪一位。`,
    noHead: (department) => `花名册上，当天${department}没有主要负责人。未作安排。请写明是哪一位。`,
    same: (number) => `同一会议已经安排：会议${number}。未再安排。“/meeting list”可以查看。`,
    done: (number) => `会议${number}已安排。`,
    called: (posts) => `规则规定参加的有：${posts}。`,
    away: (count) => `应当参加会议的人员中，有 ${count} 人届时外出或已申请外出：`,
    awayLine: (who, span, status) => `${who}：${span}，${status}`,
    noNotice: "Mishu 目前不发会议通知，请另行通知参会人员。他们可以用“/meeting list”查看会议。",
  },
  list: {
    yours: "您应当参加的会议：",
    all: "即将召开的会议：",
    none: "没有已安排的会议。",
    noneForYou: "没有您应当参加的会议。",
    called: "应当参加",
    invited: "受邀",
    more: (shown) => `仅列出前 ${shown} 项。`,
  },
  cancel: {
    which: "取消哪一次会议？",
    none: "没有可以取消的会议。",
    noNumber: (typed) => `“${typed}”不是会议编号。未作任何更改。“/meeting list”列出会议。`,
    noSuch: (number) => `没有会议${number}。未作任何更改。“/meeting list”列出会议。`,
    already: (number) => `会议${number}已经取消。未作任何更改。`,
    over: (number, when) => `会议${number}已经结束（${when}）。未作任何更改。`,
    done: (number, title, when) => `会议${number}已取消：${title}，${when}。`,
    withdrawn: (numbers) => `此会议的以下请假无须再审批，已撤回：${numbers}。已通知申请人和审批人。`,
    needless: (numbers) => `已通知获准请假的人员，不必再请假：${numbers}。`,
    tellOthers: "Mishu 目前不发会议通知，请另行通知其他参会人员。",
    openRequest: (title, when, number) =>
      `${title}（${when}）已取消。您为此提出的${number}请假申请已撤回，无须再审批。`,
    grantedRequest: (title, when, number) =>
      `${title}（${when}）已取消。您不必再为此请假（${number}），不计入缺席会议的情况。`,
    toApprover: (title, when, number, who) =>
      `${title}（${when}）已取消。${who}的${number}请假申请已撤回，无须再审批。`,
  },
  buttons: {
    plan: "安排会议……",
    list: "即将召开的会议",
    leave: (number) => `会议${number}请假……`,
    cancel: (number) => `取消会议${number}`,
  },
};
