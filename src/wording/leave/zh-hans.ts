import { inChinese, spanInChinese } from "../chinese-days.ts";
import type { LeaveWording } from "./wording.ts";

const halves = { am: "上午", pm: "下午" } as const;

export const leaveZhHans: LeaveWording = {
  number: (number) => `第${number}号`,
  halves,
  purposes: { business: "出差", study: "学习", visit: "出访", private: "因私", sick: "病假" },
  statuses: {
    draft: "尚未提交",
    asked: "待审批",
    questioned: "待申请人答复",
    approved: "已批准",
    refused: "未获批准",
    withdrawn: "已撤回",
    replaced: "已由后一申请替代",
    noted: "仅作登记，未经审批",
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
    who: "申请人",
    occasion: "类型",
    purpose: "事由类别",
    days: "时间",
    place: "地点",
    reason: "事由",
    meeting: "会议",
    askedAt: "提交时间",
    changes: "变更",
    substitute: "替会人员",
    returned: "销假",
  },
  why: {
    to: (who) => `此申请送${who}审批。`,
    acting: (who, holder, from, until) => `${spanInChinese(from, until)}，${who}受委托代理${holder}，已登记在案。`,
    mayToo: (who) => `${who}也可以审批。`,
    awayUntil: (who, until) => `${who}外出至${inChinese(until)}。`,
    waitsForThem: "条文未列其他审批人，因此仍送其审批，并会提醒。",
    eitherOf: "条文允许任择其一；Mishu 送给其中在岗的第一位。",
    ownArrangement: "此项委托是本单位自行安排，规则没有规定。",
    ownRoute: "规则没有规定此种情形向谁请假。以下是本单位自定的做法，不是规则的规定。",
    silent: "规则没有规定此种情形向谁请假。",
    nearest: "最接近的条文：",
    reading: "理解：受委托代理主持日常工作的，一并受理此类请假；规则没有明文规定，被代理的本人也可以审批。",
    vacant: (post) => `规则所指的职务是“${post}”，而花名册上今天无人担任。`,
    several: (post) => `规则所指的职务是“${post}”，而花名册上今天有多人担任。`,
    oneself: (post) => `规则所指的职务是“${post}”，正是您本人；任何人都不能审批自己的请假。`,
    own: {
      vacant: (post) => `按本单位自定的做法，应向“${post}”请假，而花名册上今天本部门及市政府本级均无人担任。`,
      several: (post) => `按本单位自定的做法，应向“${post}”请假，而花名册上今天有多人担任，无法确定是哪一位。`,
      oneself: (post) => `按本单位自定的做法，应向“${post}”请假，正是您本人；任何人都不能审批自己的请假。`,
    },
    passedOver: (giver, taker) =>
      `${giver}委托${taker}一事，此处不计：该委托由请假人本人登记或作出，任何人都不能自选审批人。`,
    nobodyNext: "未提交任何申请。可请市政府办公室更正花名册（/roster import），或登记代理委托（/roster entrust）。",
  },
  titles: {
    asks: (who, occasion) => `${who}请假：${occasion}`,
    own: (status, number) =>
      ({
        draft: `${number}尚未提交`,
        asked: `您的${number}申请待审批`,
        questioned: `审批人就您的${number}申请提出询问`,
        approved: `您的${number}申请已获批准`,
        refused: `您的${number}申请未获批准`,
        withdrawn: `您的${number}申请已撤回`,
        replaced: `您的${number}申请已由后一申请替代`,
        noted: `${number}已登记；未请任何人审批`,
      })[status],
    decided: (status, number, by) =>
      ({
        draft: `${number}尚未提交`,
        asked: `${number}待审批`,
        questioned: `${number}待申请人答复`,
        approved: by ? `${number}已由${by}批准` : `${number}已批准`,
        refused: by ? `${number}未获${by}批准` : `${number}未获批准`,
        withdrawn: `${number}已撤回，无须审批`,
        replaced: `${number}已由后一申请替代`,
        noted: `${number}仅作登记，无须审批`,
      })[status],
    question: "询问",
    answer: "答复",
    refusal: "不批准的理由",
    note: "备注",
    actingFor: (who, holder) => `${who}（代理${holder}）`,
  },
  buttons: {
    request: "请假……",
    approve: "批准",
    refuse: "不批准……",
    question: "询问……",
    answer: "答复……",
    withdraw: "撤回",
    change: "变更……",
    show: "办理经过",
    substitute: "指定替会人员……",
    return: "我已返岗，销假",
    mine: "我的请假",
  },
  shortened: (button) => `此处对较长的文字和较早的往来有所删节，全文见“${button}”。`,
  noSuch: (number) => `没有您可以查看的${number}申请。“/leave mine”和“/leave pending”列出您可以查看的申请。`,
  stale: (number, status) => `${number}的状态为：${status}。未作任何更改。`,
  outdated: (number) => `此消息发出后，${number}有过变更；以下是目前的内容。未作任何审批。`,
  onlyThey: (number, who) =>
    who.length === 0
      ? `${number}目前无人可以审批。未作任何更改。`
      : `只有${who.join("或")}可以审批${number}。未作任何更改。`,
  ownRequest: "任何人都不能审批自己的请假。未作任何更改。",
  onlyRequester: "只有申请人本人可以这样做。未作任何更改。",
  rosterOnly:
    "此操作仅限花名册上今天在职的人员，我还不知道您是哪一位。请向管理员索取代码，再输入“/roster link”和代码。",
};
