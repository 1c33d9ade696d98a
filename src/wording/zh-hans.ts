import type { Wording } from "./wording.ts";

const units = {
  "working-day": "个工作日",
  day: "天",
  hour: "小时",
  minute: "分钟",
  month: "个月",
  year: "年",
  person: "人",
  time: "次",
  option: "个方案",
  kind: "种",
  article: "条",
} as const;

export const zhHans: Wording = {
  language: "zh-Hans",
  edition: (title, edition, source) =>
    `《${title}》${edition}年版${source ? `。引文为简体阅读版，以${source === "en" ? "英文" : "繁体"}原文为准` : ""}`,
  labelled: (label, text) => `${label}：${text}`,
  ask: {
    dependsOnYou: "这要看是谁来问。",
    dependsOnCase: "这要看具体情形。",
    branch: (label, answer) => `${label}：${answer}`,
    notSo: (claimed, right) => `不是${claimed}，是${right}。`,
    touches: "规则涉及此事，但没有作出回答。",
    kinds: {
      who: "由谁负责",
      whom: "向谁提出",
      what: "具体内容",
      which: "是哪一个",
      when: "什么时候",
      "time-limit": "期限是几天、何时截止",
      "how-often": "多久一次",
      duration: "可以持续多久",
      "how-many": "数量是多少",
      may: "是否允许",
      must: "是否必须",
      how: "具体怎么办理",
      where: "在哪里",
      condition: "在什么情况下",
      consequence: "违反的后果",
      why: "原因",
      scope: "对谁适用",
    },
    doNotSay: (kind) => `规则没有规定${kind}。`,
    whatTheySay: "规则的规定是：",
    unsure: "您问的可能是以下内容：",
    seeAlso: "另见：",
    notCovered: "规则没有规定。",
    notCoveredNext: "可以换个说法，或查看条文（“/rule 1”），或输入“/help”。",
    elsewhere: (named, title) => `您问的是${named ? `《${named}》` : "别的政府或机关"}，我只掌握《${title}》。`,
    moreArticles: (count) => `还有${count}条：请在下面选择，或输入“/rule”加条号。`,
    list: (names, any) => names.join(any ? "或" : "、"),
    takenAs: (name) => `按“${name}”理解。如属其他情形，请选择：`,
    notAQuestion: "我只回答有关规则的问题，不代写、不修改、不执行。",
    empty: "请用自己的话就规则提问。",
    tooLong: (limit) => `内容太长，我只读了前${limit}个字符。`,
    noArticle: (name, last) => `没有${name}，最后一条是${last}。`,
    unit: (value, unit) => `${value}${units[unit]}`,
    times: (times, per) =>
      `每${{ week: "周", month: "月", quarter: "季度", "half-year": "半年", year: "年" }[per]}${times}次`,
  },
  rule: {
    refersToIt: "请结合阅读",
    found: (count, query) => `含“${query}”的有${count}处`,
    nothingFound: (query) => `没有找到“${query}”。请减少字词、输入条号，或用 /ask 提问。`,
    noPlace: (place, last) => `没有${place}。条文从第1条到第${last}条，例如“/rule ${last}”。`,
    previous: "上一条",
    next: "下一条",
    inForce: "施行与适用",
    more: (count) => `……还有${count}处，请多输入几个字缩小范围。`,
  },
  help: {
    title: "秘书能做什么",
    intro: "请用自己的话提问，简体、繁体、英文都可以。每个回答都列出条文和原文；规则没有规定的，会如实告知。",
    commands: "命令",
    tryThese: "试试看",
    options: "选项",
    unknown: (name) => `没有“${name}”这个命令。`,
  },
  why: {
    title: "问题是怎样理解和判断的",
    read: "读作",
    language: "语言",
    asker: "提问人",
    concepts: "提到",
    kinds: "问的是",
    competed: "候选",
    decision: "判断",
    none: "无",
    step: (step) => {
      const percent = (share: number) => `${Math.round(share * 100)}%`;
      switch (step.kind) {
        case "silence":
          return `规则没有规定的可能性：${percent(step.share)}`;
        case "best":
          return `规则中最可能的：${step.name}，${percent(step.share)}`;
        case "case": {
          const known = Object.entries(step.known).map(([name, values]) => `${name} = ${values.join("/")}`);
          return `情形：${known.join("，") || "未指明"}`;
        }
        case "unsure":
          return "把握不够，列出最可能的几条";
        case "open":
          return `反问：${step.dimension} 未知`;
        case "no-row":
          return "表中没有符合这一情形的行";
        case "silent":
          return `规则没有规定：${step.name}`;
        case "told":
          return `依据 ${step.names.join("、")} 回答`;
        case "not-covered":
          return `不在规则范围内：${step.reason}`;
      }
    },
  },
  errors: {
    option: (name, problem, example) => `${name}：${problem}例如：${example}`,
    unknownPost: (post, known) => `没有“${post}”这个职务。可用：${known}。`,
    unexpected: (reference) => `系统出错，没有改动任何内容。请重试，或把编号 ${reference} 告诉管理员。`,
  },
  console: {
    welcome: (title) => `秘书 Mishu——《${title}》问答`,
    hint: "直接输入问题，或 /help，:quit 退出。:as department-head 设定职务，:lang zh-Hans 设定语言。",
    choose: "输入数字选择：",
    asPost: (post) => `您的职务：${post}。`,
    asNobody: "现在不再设定职务。",
    languageSet: "现在用简体中文回答。",
    languageAuto: "现在按提问的语言回答。",
    unknownLanguage: (given) => `不认识语言“${given}”。可用 en、zh-Hans、zh-Hant 或 auto。`,
    unknownSetting: (given) => `没有“${given}”。可用 :as 职务、:lang 语言、:quit。`,
    noChoice: (number) => `现在没有第${number}项可选。`,
  },
};
