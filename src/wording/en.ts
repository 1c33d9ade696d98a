import type { Wording } from "./wording.ts";

const plural = (n: number, one: string) => `${n} ${one}${n === 1 ? "" : "s"}`;

export const en: Wording = {
  language: "en",
  edition: (title, edition, source) =>
    `${title}, ${edition} edition${source ? `. ${source === "en" ? "This language" : "English"}: unofficial translation; the ${source === "en" ? "English" : "Chinese"} words decide` : ""}`,
  labelled: (label, text) => `${label}: ${text}`,
  ask: {
    dependsOnYou: "That depends on who asks.",
    dependsOnCase: "That depends on the case.",
    branch: (label, answer) => `${label}: ${answer}`,
    notSo: (claimed, right) => `Not ${claimed}: ${right}.`,
    touches: "The rules touch this but do not answer it.",
    kinds: {
      who: "who",
      whom: "to whom one turns",
      what: "what exactly",
      which: "which one",
      when: "when",
      "time-limit": "within how many days, or by when",
      "how-often": "how often",
      duration: "how long it may take",
      "how-many": "how many, or how much",
      may: "whether it is allowed",
      must: "whether it is required",
      how: "how it is done",
      where: "where",
      condition: "in which cases",
      consequence: "what follows from a breach",
      why: "why",
      scope: "to whom or what it applies",
    },
    doNotSay: (kind) => `The rules do not say ${kind}.`,
    whatTheySay: "What they do say:",
    unsure: "I am not sure that this is what you mean:",
    seeAlso: "See also:",
    notCovered: "The rules do not cover this.",
    notCoveredNext: "Try other words, an article (“/rule 1”), or “/help”.",
    elsewhere: (named, title) => `You ask about ${named ?? "another government"}. I only know the ${title}.`,
    moreArticles: (count) => `${count} more: choose below, or type “/rule” and the number.`,
    list: (names, any) =>
      new Intl.ListFormat("en", { type: any ? "disjunction" : "conjunction" }).format(
        names.map((name) => (/^(the|municipal|whoever|governments|directly) /.test(name) ? name : `the ${name}`)),
      ),
    takenAs: (name) => `Taken as: ${name}. If it is something else, choose:`,
    notAQuestion: "I answer questions about the rules; I do not write, change or run things.",
    empty: "Ask a question about the rules in your own words.",
    tooLong: (limit) => `Your text is very long; I read its first ${limit} characters.`,
    noArticle: (name, last) => `There is no ${name}; the last one is ${last}.`,
    unit: (value, unit) =>
      unit === "person" ? (value === 1 ? "1 person" : `${value} people`) : plural(value, unit.replace("-", " ")),
    times: (times, per) =>
      `${times === 1 ? "once" : `${times} times`} every ${per === "half-year" ? "half year" : per}`,
  },
  rule: {
    refersToIt: "Read together with",
    found: (count, query) => `${plural(count, "place")} with “${query}”`,
    nothingFound: (query) => `No place has “${query}”. Try fewer words, an article number, or /ask.`,
    noPlace: (place, last) =>
      `There is no ${place}. The articles run from 1 to ${last}; for example “/rule 48” or “/rule 42(3)”; for example “/rule ${last}”.`,
    previous: "Previous",
    next: "Next",
    inForce: "In force and scope",
    more: (count) => `… and ${count} more; use more words to narrow it down.`,
  },
  help: {
    title: "What Mishu can do",
    intro:
      "Ask in your own words, in English, 简体中文 or 繁體中文. Every answer shows the article and its exact words; where the rules say nothing, I say so.",
    commands: "Commands",
    tryThese: "Try",
    options: "Options",
    unknown: (name) => `There is no command “${name}”.`,
  },
  why: {
    title: "How this was read and decided",
    read: "Read as",
    language: "Language",
    asker: "Asker",
    concepts: "Named",
    kinds: "Kind of question",
    competed: "Competed",
    decision: "Decision",
    none: "none",
    step: (step) => {
      const percent = (share: number) => `${Math.round(share * 100)} %`;
      switch (step.kind) {
        case "silence":
          return `belief that the rules do not say it: ${percent(step.share)}`;
        case "best":
          return `best of what they say: ${step.name}, ${percent(step.share)}`;
        case "case": {
          const known = Object.entries(step.known).map(([name, values]) => `${name} = ${values.join("/")}`);
          return `case: ${known.join(", ") || "none named"}`;
        }
        case "unsure":
          return "too unsure to answer: the likeliest are offered";
        case "open":
          return `asked back: ${step.dimension} is not known`;
        case "no-row":
          return "no row of the table holds for this case";
        case "silent":
          return `the rules leave it open: ${step.name}`;
        case "told":
          return `answered from ${step.names.join(", ")}`;
        case "not-covered":
          return `not covered: ${step.reason}`;
      }
    },
  },
  errors: {
    option: (name, problem, example) => `${name}: ${problem} For example: ${example}`,
    unknownPost: (post, known) => `I do not know the post “${post}”. Posts: ${known}.`,
    unexpected: (reference) =>
      `Something went wrong on our side; nothing was changed. Please try again, or give your administrator this number: ${reference}.`,
  },
  console: {
    welcome: (title) => `Mishu 秘書 – questions about the ${title}`,
    hint: "Type a question, /help, or :quit. :as department-head sets your post, :lang zh-Hans the language.",
    choose: "Type a number to choose:",
    asPost: (post) => `You ask as: ${post}.`,
    asNobody: "Your post is not known now.",
    languageSet: "Answers are in English now.",
    languageAuto: "Answers are in the language of the question now.",
    unknownLanguage: (given) => `“${given}” is not a language I speak. Use en, zh-Hans, zh-Hant or auto.`,
    unknownSetting: (given) => `There is no “${given}”. There are :as POST, :lang LANGUAGE and :quit.`,
    noChoice: (number) => `There is no choice ${number} to take now.`,
  },
};
