import { deadlineListsEn } from "./deadline-lists/en.ts";
import { deadlinesEn } from "./deadlines/en.ts";
import { leaveEn } from "./leave/en.ts";
import { leaveDecisionsEn } from "./leave-decisions/en.ts";
import { leaveListsEn } from "./leave-lists/en.ts";
import { leaveRequestEn } from "./leave-request/en.ts";
import { leaveReturnEn } from "./leave-return/en.ts";
import { meetingsEn } from "./meetings/en.ts";
import { picturesEn } from "./pictures/en.ts";
import { remindersEn } from "./reminders/en.ts";
import { rosterEn } from "./roster/en.ts";
import type { Wording } from "./wording.ts";

const plural = (n: number, one: string) => `${n} ${one}${n === 1 ? "" : "s"}`;

/** Why a question is not covered, for `--why`. */
const notCovered: Readonly<Record<string, string>> = {
  "off-topic": "nothing in the rules is about this",
  empty: "nothing was asked",
  greeting: "a greeting",
  holder: "who holds a post",
  "orders-work": "work to be done, not a question",
  "no-such-article": "there is no such article",
  elsewhere: "another government or another rulebook",
};

export const en: Wording = {
  language: "en",
  edition: (title, edition, source) =>
    `${title}, ${edition} edition${source ? `. ${source === "en" ? "This language" : "English"}: unofficial translation; the ${source === "en" ? "English" : "Chinese"} words decide` : ""}`,
  labelled: (label, text) => `${label}: ${text}`,
  yes: "yes",
  no: "no",
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
    holder: "The rules do not say who holds a post.",
    holderNext: "Names stand in the office's roster, for people whose account is linked: “/whoami” tells how.",
    notCoveredNext: "Try other words, an article (“/rule 1”), or “/help”.",
    elsewhere: (named, title) => `You ask about ${named ?? "another government"}. I only know the ${title}.`,
    moreArticles: (count) => `${count} more: choose below, or type “/rule” and the number.`,
    list: (names, any) =>
      new Intl.ListFormat("en", { type: any ? "disjunction" : "conjunction" }).format(
        names.map((name) => (/^(an?|the|municipal|whoever|governments|directly) /.test(name) ? name : `the ${name}`)),
      ),
    inThisOffice: "In this office, by its roster:",
    people: (holders) => holders.map(({ name, title }) => (title ? `${name} (${title})` : name)).join(", "),
    acts: (post, holder, acting, from, until) =>
      `entrusted by ${holder} (${post}), ${acting} presides over day-to-day work, ${from} to ${until}`,
    asYourPost: (post) => `Answered for your post: ${post}. For another post of yours, choose:`,
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
      `There is no ${place}. The articles run from 1 to ${last}; for example “/rule 48” or “/rule 42(3)”.`,
    heading: (title, edition) => `${title} (${edition})`,
    previous: "Previous",
    next: "Next",
    inForce: "In force and scope",
    more: (count) => `… and ${count} more; use more words to narrow it down.`,
  },
  help: {
    title: "What Mishu can do",
    intro:
      "Ask in your own words, in English, 简体中文 or 繁體中文. Answers show the article and its exact words; where the rules are silent, I say so.",
    commands: "Commands",
    keptNames: "In Slack, type “/mishu help” instead of “/help”.",
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
    notSaid: "the rules do not say it",
    offTopic: "something else than the rules",
    step: (step) => {
      const percent = (share: number) => `${Math.round(share * 100)} %`;
      switch (step.kind) {
        case "silence":
          return `belief that the rules do not say it: ${percent(step.share)}`;
        case "best":
          return `best of what they say: ${step.name}, ${percent(step.share)}`;
        case "case": {
          const known = Object.values(step.known).map((values) => values.join(" or "));
          return `case: ${known.join("; ") || "none named"}`;
        }
        case "unsure":
          return "too unsure to answer: the likeliest are offered";
        case "open":
          return `asked back: ${step.dimension}`;
        case "no-row":
          return "no row of the table holds for this case";
        case "silent":
          return `the rules leave it open: ${step.name}`;
        case "told":
          return `answered from: ${step.names.join("; ")}`;
        case "not-covered":
          return `not covered: ${notCovered[step.reason] ?? "no reason is known"}`;
      }
    },
  },
  errors: {
    option: (name, typed, wanted) =>
      `${name}: ${typed === "" ? "nothing is given" : `“${typed}” cannot be used`}. ${wanted} Nothing was changed.`,
    oneOf: (values) =>
      `It is one of: ${values.map(({ value, label }) => (value === label ? value : `${value} (${label})`)).join(", ")}.`,
    help: (help) => `What belongs there: ${help}.`,
    leftOver: (words, command, options) =>
      `I do not know what “${words}” means in ${command}. Nothing was changed. Its options: ${options}`,
    unknownPost: (post, known) => `I do not know the post “${post}”. Posts: ${known}.`,
    unexpected: (reference) =>
      `Something went wrong on our side; nothing was changed. Please try again, or give your administrator this number: ${reference}.`,
  },
  languageName: "English",
  platforms: { slack: "Slack", discord: "Discord", terminal: "terminal" },
  whoami: {
    are: (name) => `You are ${name}.`,
    unknown: "I do not know yet who you are in the office.",
    toLink:
      "Ask an administrator for a code, then type “/roster link” and the code. Until then I answer questions, without names.",
    toLinkYourself: (rosterIsThere) =>
      `${rosterIsThere ? "“" : "Import the roster first; then “"}/roster link person:” and your own name gives you a code.`,
    post: "Post",
    title: "Title",
    department: "Department",
    noPost: "The roster has no post of yours today.",
    acts: (post, holder, from, until) =>
      `Entrusted by ${holder} (${post}), you preside over day-to-day work, ${from} to ${until}.`,
    portfolio: "In charge of",
    accounts: "Your accounts",
    account: (name, platform) => `This account: ${name}, ${platform}`,
    administrator: "You are an administrator of Mishu.",
    administratorAsOwner: "The office has no administrator yet; as the owner you may do everything.",
    administratorAtMachine: "You are at Mishu's own machine and may do everything.",
    may: (actions) => `By your post you may: ${new Intl.ListFormat("en", { type: "conjunction" }).format(actions)}.`,
    noAdministratorYet:
      "The office has no administrator yet: the owner of the workspace or server is the first, by importing the roster.",
    settings: "My settings",
    link: "Link an account",
  },
  settings: {
    title: "Settings",
    changed: "Changed. The settings are now:",
    setting: "Setting",
    value: "Value",
    ownLanguage: "Your language",
    asPlatform: (language) => `${language} (as the platform)`,
    officeLanguage: "The office's language",
    timeZone: "Time zone",
    officeHours: "Office hours",
    meetingReminders: "Reminders of meetings",
    cadence: "Hints of meetings not planned yet",
    receiptDay: "The day on which a document comes",
    receipt: { counted: "counted", "not-counted": "not counted" },
    onOff: { on: "on", off: "off" },
    channelFor: (use) => `Channel for ${use}`,
    uses: { notices: "notices", meetings: "meetings", deadlines: "deadlines", leave: "leave" },
    none: "none",
    usual: " (default)",
    who: "Your language is yours to choose; the office's settings are for administrators and the posts that may change them.",
    change: "Change",
    noZone: (typed) => `“${typed}” is not a time zone. Nothing was changed. For example: time-zone:Asia/Shanghai`,
    noHours: (typed) =>
      `“${typed}” cannot be read as hours of one day, in order. Nothing was changed. For example: office-hours:"09:00-12:00, 13:30-17:30"`,
    noChannel: (typed) =>
      `“${typed}” is not a channel. Nothing was changed. Choose it from the list that opens when you type # after channel:`,
    channelChosen: (use) => `From now on, I announce here: ${use}.`,
  },
  leave: leaveEn,
  leaveRequest: leaveRequestEn,
  leaveReturn: leaveReturnEn,
  meetings: meetingsEn,
  deadlines: deadlinesEn,
  deadlineLists: deadlineListsEn,
  decisions: leaveDecisionsEn,
  lists: leaveListsEn,
  pictures: picturesEn,
  roster: rosterEn,
  reminders: remindersEn,
  form: {
    submit: "Send",
    cancel: "Cancel",
    correct: "Correct it",
    wrong: "This cannot be used.",
  },
  document: {
    attached: (name) => `Attached already: ${name}. Attach another file only to replace it.`,
    large: (megabytes) =>
      `The file is larger than ${megabytes} MB. Nothing was changed. Please attach a smaller one, for example minutes.docx without pictures.`,
    empty: (name) =>
      `The file “${name}” is empty. Nothing was changed. Please attach the finished draft, for example minutes.docx.`,
    kind: (name, kinds) =>
      `A file like “${name}” cannot be taken. Nothing was changed. Please attach one of these kinds: ${kinds.join(", ")}; for example minutes.docx.`,
    content: (name) =>
      `What is in “${name}” is not what its name says: it is another kind of file, is damaged, is protected by a password or has macros in it. Nothing was changed. Please save it anew as it is called and attach it again, for example minutes.docx from Word.`,
    notAFile: (typed) =>
      `“${typed}” is no file. Nothing was changed. Please attach the file itself in the form, for example minutes.docx; at a terminal, type its path.`,
    lost: (name) => `The file “${name}” is not kept any more. Nothing was changed. Please attach it again.`,
    gone: (name) => `The file “${name}” is not kept any more.`,
    size: (kilobytes) => `${kilobytes} KB`,
  },
  refused: {
    needsOffice: "This needs the office's records. Start Mishu with “npm start” and ask there.",
    mayNot: (action, changing) => `You may not ${action}.${changing ? " Nothing was changed." : ""}`,
    actions: {
      "roster.see": "see the roster",
      "roster.import": "import the roster",
      "roster.link": "link or unlink the accounts of others",
      "roster.entrust": "record an entrustment",
      "administrators.change": "appoint or dismiss administrators",
      "settings.change": "change the office's settings",
      "leave.ask": "ask for leave",
      "leave.see": "see everybody's leave",
      "leave.route": "set the office's own routes for leave",
      "reminders.see": "see everybody's reminders",
      "deadline.add": "have a deadline followed up",
      "deadline.see": "see the deadlines of every department",
      "deadline.supervise": "supervise deadlines",
      "meeting.plan": "plan meetings",
    },
    administrators: "an administrator of Mishu",
    onlyThey: (who) => `This is for ${who}.`,
    anybodyLinked: "This is for people of the office's roster, and I do not know yet who you are.",
    linkFirst: "Ask an administrator for a code, then type “/roster link” and the code.",
    askThem: "Ask one of them; “/whoami” shows who you are to me.",
  },
  desk: {
    late: "I could not answer where you asked; here is the answer.",
    staleButton: "This button is too old. Nothing was changed; please ask again.",
    comesLate: (when) =>
      `This comes late: it should have been here on ${when}, by the office's clock. Please check that it still holds.`,
    notArrived: (recipient) => `A message to ${recipient} could not be delivered:`,
    hindrances: {
      "channel-gone": "the channel is gone or archived. Choose another one with “/settings”.",
      "not-in-channel": "there is no such channel, or Mishu is not in it. Type “/invite @mishu” there.",
      "may-not-write": "Mishu may not write in that channel. Its owner can allow it.",
      "may-not-see":
        "Mishu may not see that channel or write in it. Somebody who manages the server can allow it: View Channel, Send Messages, Embed Links, Attach Files.",
      "nobody-there": "there is no such person, or Mishu may not see them. Please tell them another way.",
      "account-closed": "that person's account was closed. Please tell them another way.",
      "left-server": "that person is no longer on the server. Please tell them another way.",
      "takes-none": "that account takes no direct messages from Mishu. Please tell them another way.",
      "messages-off":
        "the app takes no direct messages. Whoever manages it can turn on the messages tab (the app's page, App Home).",
      "other-office": "it belongs to a workspace or server that Mishu does not serve any more.",
      refused: "the platform does not take the message. The log has the details.",
    },
    putAside: (asked, reference) =>
      `I tried for a day and could not do what you asked: “${asked}”. Nothing was changed. Please ask again; if it fails again, give your administrator the number ${reference}.`,
    onePage: "Shortened, so that it fits into one message. To see all of it, ask for it with its command.",
    erasedWords: "What I had to tell here named somebody whose data has been erased since, and was erased with it.",
    erasedWordsNext:
      "What had been done stays done. If you still need the rest, please ask again, or ask whoever had it sent.",
    erasedAsked: "What you asked named somebody whose data has just been erased. It was not done; nothing was changed.",
    erasedAskedNext: "If it was about something else as well, please ask again without that person.",
  },
  discord: {
    choose: "Choose",
    otherServer: "This Mishu serves another office. Please ask on that office's server.",
    notMember: "I answer members of the office's server only. Join it, then write to me again.",
    posted: "Done: it is in the channel now.",
    notPosted:
      "I may not write in this channel, so only you see this. Somebody who manages the server can allow me: View Channel, Send Messages, Embed Links, Attach Files.",
    privately: "I have answered you in a direct message.",
    closed: "I cannot send you direct messages. Type /ask here: only you will see the answer.",
    whole: "This is the beginning; all of it is in the attached file.",
    noFile: "The file could not be fetched from Discord. Nothing was changed. Please attach it again.",
    largeFile: (megabytes) =>
      `The file is larger than ${megabytes} MB. Nothing was changed. Please attach a smaller text file, for example CSV.`,
    faults: "Nothing was changed. This cannot be used yet:",
  },
  slack: {
    choose: "Choose",
    sent: (names) => `Sent to you by direct message: ${names}`,
    notSent: (names) =>
      `${names} could not be sent to you. Please ask again in a while; if it stays so, tell your administrator.`,
    whole: "This is the beginning; all of it is in the file.",
    noForm: "Slack could not open the form in time. Nothing was changed. Please press the button.",
    openForm: "Open the form",
    noFile: "The file could not be fetched from Slack. Nothing was changed. Please upload it again.",
    largeFile: (megabytes) =>
      `The file is larger than ${megabytes} MB. Nothing was changed. Please upload a smaller text file, for example CSV.`,
  },
  console: {
    welcome: (title) => `Mishu – questions about the ${title}`,
    hint: "Type a question, /help, or :quit. :as department head sets your post, :lang zh-Hans the language.",
    choose: "Type a number to choose:",
    asPost: (post) => `You ask as: ${post}.`,
    asNobody: "Your post is not known now.",
    languageSet: "Answers are in English now.",
    languageAuto: "Answers are in the language of the question now.",
    unknownLanguage: (given) => `“${given}” is not a language I speak. Use en, zh-Hans, zh-Hant or auto.`,
    unknownSetting: (given) => `There is no “${given}”. There are :as POST, :lang LANGUAGE and :quit.`,
    noChoice: (number) => `There is no choice ${number} to take now.`,
    noFile: (path) => `I cannot read the file “${path}”. Nothing was changed. Type its path, for example roster.csv.`,
    noDocument: (path) =>
      `I cannot read the file “${path}”. Nothing was changed. Type its path, for example minutes.docx.`,
    saved: (path) => `Saved as ${path}.`,
    savedBefore: (path) => `It is in this folder already: ${path}.`,
    notSaved: (name) => `${name} could not be saved in this folder; start Mishu in one where you may write.`,
    filling: "One line for each; :cancel leaves the form.",
    enterKeeps: (value) => `[Enter keeps: ${value}]`,
    enterSkips: "[Enter leaves it out]",
    notAChoice: (typed) => `“${typed}” is not one of these:`,
    needed: "This is needed:",
    cancelled: "Left. Nothing was changed.",
    toLeave: ":cancel leaves the form.",
    settingHolds: "The language of “:lang” no longer holds; that of the settings does.",
  },
};
