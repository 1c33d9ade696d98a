import type { Wording } from "./wording.ts";

const units = {
  "working-day": "個工作日",
  day: "天",
  hour: "小時",
  minute: "分鐘",
  month: "個月",
  year: "年",
  person: "人",
  time: "次",
  option: "個方案",
  kind: "種",
  article: "條",
} as const;

export const zhHant: Wording = {
  language: "zh-Hant",
  edition: (title, edition, source) =>
    `《${title}》${edition}年版${source ? `。引文為繁體閱讀版，以${source === "en" ? "英文" : "簡體"}原文為準` : ""}`,
  labelled: (label, text) => `${label}：${text}`,
  ask: {
    dependsOnYou: "這要看是誰來問。",
    dependsOnCase: "這要看具體情形。",
    branch: (label, answer) => `${label}：${answer}`,
    notSo: (claimed, right) => `不是${claimed}，是${right}。`,
    touches: "規則涉及此事，但沒有作出回答。",
    kinds: {
      who: "由誰負責",
      whom: "向誰提出",
      what: "具體內容",
      which: "是哪一個",
      when: "什麼時候",
      "time-limit": "期限是幾天、何時截止",
      "how-often": "多久一次",
      duration: "可以持續多久",
      "how-many": "數量是多少",
      may: "是否允許",
      must: "是否必須",
      how: "具體怎麼辦理",
      where: "在哪裡",
      condition: "在什麼情況下",
      consequence: "違反的後果",
      why: "原因",
      scope: "對誰適用",
    },
    doNotSay: (kind) => `規則沒有規定${kind}。`,
    whatTheySay: "規則的規定是：",
    unsure: "您問的可能是以下內容：",
    seeAlso: "另見：",
    notCovered: "規則沒有規定。",
    notCoveredNext: "可以換個說法，或查看條文（「/rule 1」），或輸入「/help」。",
    elsewhere: (named, title) => `您問的是${named ? `《${named}》` : "別的政府或機關"}，我只掌握《${title}》。`,
    moreArticles: (count) => `還有${count}條：請在下面選擇，或輸入「/rule」加條號。`,
    list: (names, any) => names.join(any ? "或" : "、"),
    takenAs: (name) => `按「${name}」理解。如屬其他情形，請選擇：`,
    notAQuestion: "我只回答有關規則的問題，不代寫、不修改、不執行。",
    empty: "請用自己的話就規則提問。",
    tooLong: (limit) => `內容太長，我只讀了前${limit}個字元。`,
    noArticle: (name, last) => `沒有${name}，最後一條是${last}。`,
    unit: (value, unit) => `${value}${units[unit]}`,
    times: (times, per) =>
      `每${{ week: "週", month: "月", quarter: "季度", "half-year": "半年", year: "年" }[per]}${times}次`,
  },
  rule: {
    refersToIt: "請結合閱讀",
    found: (count, query) => `含「${query}」的有${count}處`,
    nothingFound: (query) => `沒有找到「${query}」。請減少字詞、輸入條號，或用 /ask 提問。`,
    noPlace: (place, last) => `沒有${place}。條文從第1條到第${last}條，例如「/rule ${last}」。`,
    previous: "上一條",
    next: "下一條",
    inForce: "施行與適用",
    more: (count) => `……還有${count}處，請多輸入幾個字縮小範圍。`,
  },
  help: {
    title: "秘書能做什麼",
    intro: "請用自己的話提問，簡體、繁體、英文都可以。每個回答都列出條文和原文；規則沒有規定的，會如實告知。",
    commands: "指令",
    tryThese: "試試看",
    options: "選項",
    unknown: (name) => `沒有「${name}」這個指令。`,
  },
  why: {
    title: "問題是怎樣理解和判斷的",
    read: "讀作",
    language: "語言",
    asker: "提問人",
    concepts: "提到",
    kinds: "問的是",
    competed: "候選",
    decision: "判斷",
    none: "無",
    step: (step) => {
      const percent = (share: number) => `${Math.round(share * 100)}%`;
      switch (step.kind) {
        case "silence":
          return `規則沒有規定的可能性：${percent(step.share)}`;
        case "best":
          return `規則中最可能的：${step.name}，${percent(step.share)}`;
        case "case": {
          const known = Object.entries(step.known).map(([name, values]) => `${name} = ${values.join("/")}`);
          return `情形：${known.join("，") || "未指明"}`;
        }
        case "unsure":
          return "把握不夠，列出最可能的幾條";
        case "open":
          return `反問：${step.dimension} 未知`;
        case "no-row":
          return "表中沒有符合這一情形的列";
        case "silent":
          return `規則沒有規定：${step.name}`;
        case "told":
          return `依據 ${step.names.join("、")} 回答`;
        case "not-covered":
          return `不在規則範圍內：${step.reason}`;
      }
    },
  },
  errors: {
    option: (name, problem, example) => `${name}：${problem}例如：${example}`,
    unknownPost: (post, known) => `沒有「${post}」這個職務。可用：${known}。`,
    unexpected: (reference) => `系統出錯，沒有改動任何內容。請重試，或把編號 ${reference} 告訴管理員。`,
  },
  console: {
    welcome: (title) => `秘書 Mishu——《${title}》問答`,
    hint: "直接輸入問題，或 /help，:quit 離開。:as department-head 設定職務，:lang zh-Hant 設定語言。",
    choose: "輸入數字選擇：",
    asPost: (post) => `您的職務：${post}。`,
    asNobody: "現在不再設定職務。",
    languageSet: "現在用繁體中文回答。",
    languageAuto: "現在按提問的語言回答。",
    unknownLanguage: (given) => `不認識語言「${given}」。可用 en、zh-Hans、zh-Hant 或 auto。`,
    unknownSetting: (given) => `沒有「${given}」。可用 :as 職務、:lang 語言、:quit。`,
    noChoice: (number) => `現在沒有第${number}項可選。`,
  },
};
