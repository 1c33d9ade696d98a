import { inChinese } from "../chinese-days.ts";
import type { MeetingsWording } from "./wording.ts";

export const meetingsZhHant: MeetingsWording = {
  fields: {
    number: "編號",
    when: "時間",
    title: "會議",
    type: "類型",
    place: "地點",
    presider: "主持",
    invited: "另行邀請",
    you: "您",
  },
  time: (day, from, until) => `${inChinese(day)} ${from}—${until}`,
  plan: {
    needs: "請說明會議類型、日期、時間和名稱。",
    fill: "填寫表單……",
    noType: (typed, known) => `「${typed}」不是會議類型。未作安排。會議類型有：${known.join("；")}。`,
    noDay: (typed) => `「${typed}」不是日期。未作安排。例如：2026-12-02、12月2日、週五。`,
    past: (when) => `${when}已經過去。未作安排。請選以後的時間。`,
    noTime: (typed) => `「${typed}」不是會議的起訖時間。未作安排。例如：09:00-11:00`,
    noPresider: (typed, known) =>
      `「${typed}」不是規則中的職務。未作安排。職務例如：${known.join("；")}。不填則為待定。`,
    tooLong: (field, most) => `${field}超過 ${most} 字。未作安排。請精簡後再試。`,
    tooMany: (most) => `邀請的人員超過 ${most} 名。未作安排。`,
    severalHeads: (department, who) => `${department}的主要負責人可能是以下多人：${who}。未作安排。請寫明是哪一位。`,
    noHead: (department) => `花名冊上，當天${department}沒有主要負責人。未作安排。請寫明是哪一位。`,
    same: (number) => `同一會議已經安排：會議${number}。未再安排。「/meeting list」可以查看。`,
    done: (number) => `會議${number}已安排。`,
    called: (posts) => `規則規定參加的有：${posts}。`,
    away: (count) => `應當參加會議的人員中，有 ${count} 人屆時外出或已申請外出：`,
    awayLine: (who, span, status) => `${who}：${span}，${status}`,
    noNotice: "Mishu 目前不發會議通知，請另行通知與會人員。他們可以用「/meeting list」查看會議。",
  },
  list: {
    yours: "您應當參加的會議：",
    all: "即將召開的會議：",
    none: "沒有已安排的會議。",
    noneForYou: "沒有您應當參加的會議。",
    called: "應當參加",
    invited: "受邀",
    more: (shown) => `僅列出前 ${shown} 項。`,
  },
  cancel: {
    which: "取消哪一次會議？",
    none: "沒有可以取消的會議。",
    noNumber: (typed) => `「${typed}」不是會議編號。未作任何變更。「/meeting list」列出會議。`,
    noSuch: (number) => `沒有會議${number}。未作任何變更。「/meeting list」列出會議。`,
    already: (number) => `會議${number}已經取消。未作任何變更。`,
    over: (number, when) => `會議${number}已經結束（${when}）。未作任何變更。`,
    done: (number, title, when) => `會議${number}已取消：${title}，${when}。`,
    withdrawn: (numbers) => `此會議的以下請假無須再審批，已撤回：${numbers}。已通知申請人和審批人。`,
    needless: (numbers) => `已通知獲准請假的人員，不必再請假：${numbers}。`,
    tellOthers: "Mishu 目前不發會議通知，請另行通知其他與會人員。",
    openRequest: (title, when, number) =>
      `${title}（${when}）已取消。您為此提出的${number}請假申請已撤回，無須再審批。`,
    grantedRequest: (title, when, number) =>
      `${title}（${when}）已取消。您不必再為此請假（${number}），不計入缺席會議的情況。`,
    toApprover: (title, when, number, who) =>
      `${title}（${when}）已取消。${who}的${number}請假申請已撤回，無須再審批。`,
  },
  buttons: {
    plan: "安排會議……",
    list: "即將召開的會議",
    leave: (number) => `會議${number}請假……`,
    cancel: (number) => `取消會議${number}`,
  },
};
