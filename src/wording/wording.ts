import type { Step } from "../ask/outcome.ts";
import type { Action } from "../office/permissions.ts";
import type { ChannelUse } from "../office/settings.ts";
import type { Hindrance } from "../platforms/platform.ts";
import type { QuestionKind, units } from "../rulebook/model.ts";
import type { Language } from "../text.ts";
import type { DeadlineListsWording } from "./deadline-lists/wording.ts";
import type { DeadlinesWording } from "./deadlines/wording.ts";
import { en } from "./en.ts";
import type { LeaveWording } from "./leave/wording.ts";
import type { LeaveDecisionsWording } from "./leave-decisions/wording.ts";
import type { LeaveListsWording } from "./leave-lists/wording.ts";
import type { LeaveRequestWording } from "./leave-request/wording.ts";
import type { LeaveReturnWording } from "./leave-return/wording.ts";
import type { MeetingsWording } from "./meetings/wording.ts";
import type { PicturesWording } from "./pictures/wording.ts";
import type { RemindersWording } from "./reminders/wording.ts";
import type { RosterWording } from "./roster/wording.ts";
import { zhHans } from "./zh-hans.ts";
import { zhHant } from "./zh-hant.ts";

/** Everything that Mishu says in its own words. The compiler sees to it that no language lacks one. */
export interface Wording {
  readonly language: Language;
  /** Under every answer: which rulebook, which edition. `source`: the language that decides, when the reader sees another. */
  edition(title: string, edition: string, source: Language | undefined): string;
  /** "Read as: …", 理解为：… */
  labelled(label: string, text: string): string;
  readonly yes: string;
  readonly no: string;
  readonly ask: {
    readonly dependsOnYou: string;
    readonly dependsOnCase: string;
    branch(label: string, answer: string): string;
    /** Before the corrected answer: "Not 15 working days: 7 working days." */
    notSo(claimed: string, right: string): string;
    moreArticles(count: number): string;
    list(names: readonly string[], any: boolean): string;
    /** Above the names of those who hold the posts of an answer. */
    readonly inThisOffice: string;
    people(holders: readonly { readonly name: string; readonly title: string }[]): string;
    acts(post: string, holder: string, acting: string, from: string, until: string): string;
    asYourPost(post: string): string;
    takenAs(name: string): string;
    readonly touches: string;
    readonly kinds: Readonly<Record<QuestionKind, string>>;
    doNotSay(kind: string): string;
    readonly whatTheySay: string;
    readonly unsure: string;
    readonly seeAlso: string;
    readonly notCovered: string;
    /** Who holds a post is asked by somebody who may not see the roster. */
    readonly holder: string;
    readonly holderNext: string;
    readonly notCoveredNext: string;
    elsewhere(named: string | undefined, title: string): string;
    readonly notAQuestion: string;
    readonly empty: string;
    tooLong(limit: number): string;
    noArticle(name: string, last: string): string;
    unit(value: number, unit: (typeof units)[number]): string;
    times(times: number, per: "week" | "month" | "quarter" | "half-year" | "year"): string;
  };
  readonly rule: {
    readonly refersToIt: string;
    readonly found: (count: number, query: string) => string;
    readonly nothingFound: (query: string) => string;
    readonly noPlace: (place: string, last: number) => string;
    /** Above the table of contents. */
    heading(title: string, edition: string): string;
    readonly previous: string;
    readonly next: string;
    readonly inForce: string;
    readonly more: (count: number) => string;
  };
  readonly help: {
    readonly title: string;
    readonly intro: string;
    readonly commands: string;
    /** Of names that a chat keeps for itself. */
    readonly keptNames: string;
    readonly tryThese: string;
    readonly options: string;
    unknown(name: string): string;
  };
  readonly why: {
    readonly title: string;
    readonly read: string;
    readonly language: string;
    readonly asker: string;
    readonly concepts: string;
    readonly kinds: string;
    readonly competed: string;
    readonly decision: string;
    readonly none: string;
    /** In the place of a fact, for what the rules touch and do not say. */
    readonly notSaid: string;
    /** In the place of a fact, for all that the rules do not touch. */
    readonly offTopic: string;
    /** A step whose names are put as readers know them: what facts say, what tables are about, what posts are called. */
    step(step: Step): string;
  };
  readonly errors: {
    /** `wanted`: oneOf, or what the option's help says. */
    option(name: string, typed: string, wanted: string): string;
    /** Values of an option, each with what it is called where that is something else. */
    oneOf(values: readonly { readonly value: string; readonly label: string }[]): string;
    help(help: string): string;
    leftOver(words: string, command: string, options: string): string;
    unknownPost(post: string, known: string): string;
    unexpected(reference: string): string;
  };
  /** The language's own name. */
  readonly languageName: string;
  readonly platforms: Readonly<Record<string, string>>;
  readonly whoami: {
    are(name: string): string;
    readonly unknown: string;
    readonly toLink: string;
    /** To an administrator who is linked to nobody: there may be nobody else to ask. */
    toLinkYourself(rosterIsThere: boolean): string;
    readonly post: string;
    readonly title: string;
    readonly department: string;
    readonly noPost: string;
    acts(post: string, holder: string, from: string, until: string): string;
    readonly portfolio: string;
    readonly accounts: string;
    account(name: string, platform: string): string;
    readonly administrator: string;
    /** As long as there is none. */
    readonly administratorAsOwner: string;
    readonly administratorAtMachine: string;
    /** What somebody's post allows, in the words of `refused.actions`. */
    may(actions: readonly string[]): string;
    readonly noAdministratorYet: string;
    readonly settings: string;
    readonly link: string;
  };
  readonly settings: {
    readonly title: string;
    readonly changed: string;
    readonly setting: string;
    readonly value: string;
    readonly ownLanguage: string;
    asPlatform(language: string): string;
    readonly officeLanguage: string;
    readonly timeZone: string;
    readonly officeHours: string;
    readonly meetingReminders: string;
    readonly cadence: string;
    readonly receiptDay: string;
    readonly receipt: Readonly<Record<"counted" | "not-counted", string>>;
    readonly onOff: Readonly<Record<"on" | "off", string>>;
    channelFor(use: string): string;
    readonly uses: Readonly<Record<ChannelUse, string>>;
    readonly none: string;
    /** After a value that nobody set. */
    readonly usual: string;
    readonly who: string;
    readonly change: string;
    noZone(typed: string): string;
    noHours(typed: string): string;
    noChannel(typed: string): string;
    channelChosen(use: string): string;
  };
  readonly leave: LeaveWording;
  readonly leaveRequest: LeaveRequestWording;
  readonly leaveReturn: LeaveReturnWording;
  readonly meetings: MeetingsWording;
  readonly deadlines: DeadlinesWording;
  readonly deadlineLists: DeadlineListsWording;
  /** How requests for leave are decided. */
  readonly decisions: LeaveDecisionsWording;
  /** Lists of leave, and the report. */
  readonly lists: LeaveListsWording;
  /** What stands in pictures. */
  readonly pictures: PicturesWording;
  readonly roster: RosterWording;
  readonly reminders: RemindersWording;
  readonly form: {
    readonly submit: string;
    readonly cancel: string;
    /** On the button that opens the form again with what was typed. */
    readonly correct: string;
    readonly wrong: string;
  };
  /** Files that people attach, and that go on as they came. */
  readonly document: {
    /** In place of the help of a field: a file is kept already. */
    attached(name: string): string;
    large(megabytes: number): string;
    empty(name: string): string;
    /** Another kind of file; `kinds`: docx, doc … */
    kind(name: string, kinds: readonly string[]): string;
    /** Its content is not of the kind that its name says. */
    content(name: string): string;
    /** Words where there should be a file. */
    notAFile(typed: string): string;
    /** A file of an earlier step that is not kept any more. */
    lost(name: string): string;
    /** In a reply, in place of a file that is not kept any more. */
    gone(name: string): string;
    size(kilobytes: number): string;
  };
  /** Somebody may not do what they asked for. */
  readonly refused: {
    readonly needsOffice: string;
    /** `changing`: it would have changed something, and not only shown it. */
    mayNot(action: string, changing: boolean): string;
    readonly actions: Readonly<Record<Action, string>>;
    readonly administrators: string;
    onlyThey(who: string): string;
    readonly anybodyLinked: string;
    readonly linkFirst: string;
    readonly askThem: string;
  };
  readonly desk: {
    /** Above an answer that comes by message because it could not be given where it was asked. */
    readonly late: string;
    readonly staleButton: string;
    /** Small print under a message that comes long after it was meant to; `when`: "2026-11-23 09:00". */
    comesLate(when: string): string;
    notArrived(recipient: string): string;
    /** Under it, after the platform's name: why, and what can be done. */
    readonly hindrances: Readonly<Record<Hindrance, string>>;
    /** To whoever asked for what could not be done for a day; `reference` stands in the log. */
    putAside(asked: string, reference: string): string;
    /** Under a message that has to fit on one page and was too long for it. */
    readonly onePage: string;
    /** In the place of what waited to be told and named somebody who was erased. */
    readonly erasedWords: string;
    readonly erasedWordsNext: string;
    /** To whoever asked for something that named them, and was not answered yet. */
    readonly erasedAsked: string;
    readonly erasedAskedNext: string;
  };
  readonly discord: {
    /** On a menu. */
    readonly choose: string;
    readonly otherServer: string;
    readonly notMember: string;
    /** To whoever asked, when the answer is for everybody in the channel. */
    readonly posted: string;
    readonly notPosted: string;
    /** In the channel, when the answer went to the person. */
    readonly privately: string;
    readonly closed: string;
    readonly whole: string;
    readonly noFile: string;
    largeFile(megabytes: number): string;
    /** Above what is wrong in a form. */
    readonly faults: string;
  };
  readonly slack: {
    /** On a menu. */
    readonly choose: string;
    /** Under a reply whose files went into the direct talk. */
    sent(names: string): string;
    notSent(names: string): string;
    readonly whole: string;
    readonly noForm: string;
    readonly openForm: string;
    readonly noFile: string;
    largeFile(megabytes: number): string;
  };
  readonly console: {
    welcome(title: string): string;
    readonly hint: string;
    readonly choose: string;
    asPost(post: string): string;
    readonly asNobody: string;
    languageSet: string;
    languageAuto: string;
    unknownLanguage(given: string): string;
    unknownSetting(given: string): string;
    noChoice(number: number): string;
    noFile(path: string): string;
    noDocument(path: string): string;
    saved(path: string): string;
    /** The very same file is in the folder already. */
    savedBefore(path: string): string;
    notSaved(name: string): string;
    /** Above a form that is filled in line by line. */
    readonly filling: string;
    enterKeeps(value: string): string;
    readonly enterSkips: string;
    notAChoice(typed: string): string;
    readonly needed: string;
    readonly cancelled: string;
    /** Under what is wrong with a line of a form. */
    readonly toLeave: string;
    /** `:lang` gives way to the language that was chosen in the settings. */
    readonly settingHolds: string;
  };
}

const wordings: Readonly<Record<Language, Wording>> = { en, "zh-Hans": zhHans, "zh-Hant": zhHant };

export function wordingFor(language: Language): Wording {
  return wordings[language];
}
