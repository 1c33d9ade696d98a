import { inChinese, spanInChinese } from "../chinese-days.ts";
import type { LeaveWording } from "./wording.ts";

const halves = { am: "上午", pm: "下午" } as const;

export const leaveZhHant: LeaveWording = {
  number: (number) => `第${number}號`,
  halves,
  purposes: { business: "出差", study: "學習", visit: "出訪", private: "因私", sick: "病假" },
  statuses: {
    draft: "尚未提交",
    asked: "待審批",
    questioned: "待申請人答覆",
    approved: "已批准",
    refused: "未獲批准",
    withdrawn: "已撤回",
    replaced: "已由後一申請取代",
    noted: "僅作登記，未經審批",
  },
  span: ({ from, fromHalf, until, untilHalf }) => {
    if (from === until) return inChinese(from) + (fromHalf === untilHalf ? halves[fromHalf] : "");
    const [begins = "", ends = ""] = spanInChinese(from, until).split("至");
    return `${begins}${fromHalf === "pm" ? "下午" : ""}至${ends}${untilHalf === "am" ? "上午" : ""}`;
  },
  moment: inChinese,
  days: (count) => (count === 0.5 ? "半天" : `${count} 天`),
  person: (name, title) => (title === "" ? name : `${name}（${title}）`),
  fields: {
    who: "申請人",
    occasion: "類型",
    purpose: "事由類別",
    days: "時間",
    place: "地點",
    reason: "事由",
    meeting: "會議",
    askedAt: "提交時間",
    changes: "變更",
    substitute: "替會人員",
    returned: "銷假",
  },
  why: {
    to: (who) => `此申請送${who}審批。`,
    acting: (who, holder, from, until) => `${spanInChinese(from, until)}，${who}受委託代理${holder}，已登記在案。`,
    mayToo: (who) => `${who}也可以審批。`,
    awayUntil: (who, until) => `${who}外出至${inChinese(until)}。`,
    waitsForThem: "條文未列其他審批人，因此仍送其審批，並會提醒。",
    eitherOf: "條文允許任擇其一；Mishu 送給其中在崗的第一位。",
    ownArrangement: "此項委託是本單位自行安排，規則沒有規定。",
    ownRoute: "規則沒有規定此種情形向誰請假。以下是本單位自訂的做法，不是規則的規定。",
    silent: "規則沒有規定此種情形向誰請假。",
    nearest: "最接近的條文：",
    reading: "理解：受委託代理主持日常工作的，一併受理此類請假；規則沒有明文規定，被代理的本人也可以審批。",
    vacant: (post) => `規則所指的職務是「${post}」，而花名冊上今天無人擔任。`,
    several: (post) => `規則所指的職務是「${post}」，而花名冊上今天有多人擔任。`,
    oneself: (post) => `規則所指的職務是「${post}」，正是您本人；任何人都不能審批自己的請假。`,
    own: {
      vacant: (post) => `依本單位自訂的做法，應向「${post}」請假，而名冊上今天本部門及市政府本級均無人擔任。`,
      several: (post) => `依本單位自訂的做法，應向「${post}」請假，而名冊上今天有多人擔任，無法確定是哪一位。`,
      oneself: (post) => `依本單位自訂的做法，應向「${post}」請假，正是您本人；任何人都不能審批自己的請假。`,
    },
    passedOver: (giver, taker) =>
      `${giver}委託${taker}一事，此處不計：該委託由請假人本人登記或作出，任何人都不能自選審批人。`,
    nobodyNext: "未提交任何申請。可請市政府辦公室更正花名冊（/roster import），或登記代理委託（/roster entrust）。",
  },
  titles: {
    asks: (who, occasion) => `${who}請假：${occasion}`,
    own: (status, number) =>
      ({
        draft: `${number}尚未提交`,
        asked: `您的${number}申請待審批`,
        questioned: `審批人就您的${number}申請提出詢問`,
        approved: `您的${number}申請已獲批准`,
        refused: `您的${number}申請未獲批准`,
        withdrawn: `您的${number}申請已撤回`,
        replaced: `您的${number}申請已由後一申請取代`,
        noted: `${number}已登記；未請任何人審批`,
      })[status],
    decided: (status, number, by) =>
      ({
        draft: `${number}尚未提交`,
        asked: `${number}待審批`,
        questioned: `${number}待申請人答覆`,
        approved: by ? `${number}已由${by}批准` : `${number}已批准`,
        refused: by ? `${number}未獲${by}批准` : `${number}未獲批准`,
        withdrawn: `${number}已撤回，無須審批`,
        replaced: `${number}已由後一申請取代`,
        noted: `${number}僅作登記，無須審批`,
      })[status],
    question: "詢問",
    answer: "答覆",
    refusal: "不批准的理由",
    note: "備註",
    actingFor: (who, holder) => `${who}（代理${holder}）`,
  },
  buttons: {
    request: "請假……",
    approve: "批准",
    refuse: "不批准……",
    question: "詢問……",
    answer: "答覆……",
    withdraw: "撤回",
    change: "變更……",
    show: "辦理經過",
    substitute: "指定替會人員……",
    return: "我已返崗，銷假",
    mine: "我的請假",
  },
  shortened: (button) => `此處對較長的文字和較早的往來有所刪節，全文見「${button}」。`,
  noSuch: (number) => `沒有您可以查看的${number}申請。「/leave mine」和「/leave pending」列出您可以查看的申請。`,
  stale: (number, status) => `${number}的狀態為：${status}。未作任何更改。`,
  outdated: (number) => `此訊息發出後，${number}有過變更；以下是目前的內容。未作任何審批。`,
  onlyThey: (number, who) =>
    who.length === 0
      ? `${number}目前無人可以審批。未作任何更改。`
      : `只有${who.join("或")}可以審批${number}。未作任何更改。`,
  ownRequest: "任何人都不能審批自己的請假。未作任何更改。",
  onlyRequester: "只有申請人本人可以這樣做。未作任何更改。",
  rosterOnly:
    "此操作僅限花名冊上今天在職的人員，我還不知道您是哪一位。請向管理員索取代碼，再輸入「/roster link」和代碼。",
};
