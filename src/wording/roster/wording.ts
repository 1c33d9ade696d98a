import type { EntrustmentOccasion } from "../../office/people.ts";
import type { RosterFault } from "../../office/roster-faults.ts";
import type { PersonChange } from "../../office/roster-import.ts";
import type { CodeUse } from "../../store/link-codes.ts";

type CodeProblem = Extract<CodeUse, { readonly problem: string }>["problem"];

/** What the commands of the roster say. */
export interface RosterWording {
  /** "2026-11-22 to 2026-12-05"; a missing end is open. */
  span(from: string | null, until: string | null): string;
  /** Names of people, titles, platforms: as they are. */
  list(names: readonly string[]): string;
  /** The same where any one of them is meant. */
  either(names: readonly string[]): string;
  noDay(typed: string): string;
  readonly occasions: Readonly<Record<EntrustmentOccasion, string>>;
  readonly people: {
    none(typed: string, nearest: readonly string[]): string;
    several(typed: string, who: string): string;
    nextName(nearest: readonly string[]): string;
  };
  readonly import: {
    readonly template: string;
    readonly howTo: readonly string[];
    readonly postId: string;
    readonly postName: string;
    readonly chooseFile: string;
    refused(problems: number): string;
    readonly line: string;
    readonly column: string;
    readonly problem: string;
    moreProblems(count: number): string;
    readonly correct: string;
    fault(fault: RosterFault): string;
    /** Above the refusal: whose address only an administrator may change. */
    administratorsMail(name: string): string;
    imported(people: number): string;
    readonly nothingChanged: string;
    readonly people: string;
    readonly count: string;
    readonly added: string;
    readonly changed: string;
    readonly unchanged: string;
    readonly absent: string;
    readonly person: string;
    readonly whatChanged: string;
    readonly changes: Readonly<Record<PersonChange, string>>;
    /** Titles of posts that somebody holds no more after the import. */
    ended(titles: string): string;
    stay(names: string): string;
    /** How a post is ended with a file. */
    readonly toEnd: string;
    more(count: number): string;
    readonly next: string;
    readonly show: string;
  };
  readonly show: {
    heading(about: string | undefined, people: number, linked: number): string;
    readonly department: string;
    readonly name: string;
    readonly title: string;
    readonly post: string;
    readonly noPostToday: string;
    readonly mark: string;
    readonly entrustments: string;
    readonly by: string;
    readonly to: string;
    readonly span: string;
    readonly occasion: string;
    person(name: string, id: string): string;
    readonly past: string;
    readonly now: string;
    readonly future: string;
    readonly portfolio: string;
    readonly mail: string;
    readonly accounts: string;
    readonly noAccount: string;
    readonly makeCode: string;
    nothing(typed: string): string;
    readonly empty: string;
    readonly emptyNext: string;
  };
  readonly who: {
    readonly ask: string;
    readonly name: string;
    readonly title: string;
    readonly department: string;
    holds(post: string, people: number): string;
    inDepartment(department: string): string;
    inCharge(matter: string): string;
    named(name: string): string;
    more(count: number): string;
    acts(post: string, by: string, to: string, span: string, occasion: string): string;
    readonly ownArrangement: string;
    vacant(post: string): string;
    nothing(typed: string): string;
  };
  readonly link: {
    readonly needsCode: string;
    readonly whoGivesCodes: string;
    readonly typeCode: string;
    alreadyLinked(name: string): string;
    readonly codeProblems: Readonly<Record<CodeProblem, string>>;
    linked(name: string): string;
    posts(titles: string): string;
    readonly noPosts: string;
    readonly ifWrong: string;
    newAccount(platform: string, account: string): string;
    readonly ifNotYou: string;
    code(name: string, code: string): string;
    tellThem(code: string, until: string): string;
    bySlackMail(mail: string): string;
    readonly noMail: string;
    ownCode(code: string): string;
    typeYourself(code: string, until: string): string;
    readonly once: string;
  };
  readonly unlink: {
    readonly notLinked: string;
    readonly noLongerLinked: string;
    lastAdministrator(name: string): string;
    readonly which: string;
    button(platform: string): string;
    noAccounts(name: string): string;
    notThere(name: string, platform: string, where: string): string;
    done(name: string, accounts: number, platforms: string): string;
    readonly ownNext: string;
    readonly told: string;
    notice(name: string): string;
  };
  readonly entrust: {
    /** `post`: the one that the rules name, when they name one. */
    needs(post: string | undefined): string;
    readonly fill: string;
    readonly whosePost: string;
    vacant(post: string, day: string): string;
    severalHold(post: string, who: string): string;
    noPost(name: string, day: string): string;
    untilBeforeFrom(from: string, until: string): string;
    over(until: string): string;
    themselves(name: string): string;
    overlaps(post: string, by: string, to: string, span: string): string;
    recorded(post: string, by: string, to: string, span: string, occasion: string): string;
    ended(post: string, by: string, to: string, span: string, occasion: string): string;
    /** Above the words of the rules, when these do not provide for what was recorded. */
    readonly notByRules: string;
    readonly rulesSilent: string;
    readonly bothTold: string;
    /** Whoever records it is one of the two. */
    readonly otherTold: string;
    tellYourself(names: string): string;
    readonly endNow: string;
    readonly nothingToEnd: string;
    readonly whichToEnd: string;
    endButton(by: string, to: string): string;
  };
  readonly admin: {
    readonly whom: string;
    readonly now: string;
    readonly noneYet: string;
    /** An account that is an administrator without a person of the roster. */
    account(name: string, platform: string): string;
    dismiss(name: string): string;
    readonly choose: string;
    isAlready(name: string): string;
    isNone(name: string): string;
    last(name: string): string;
    appointed(name: string): string;
    dismissed(name: string): string;
    readonly told: string;
    /** They have no account on which to tell them. */
    readonly noAccount: Readonly<Record<"appointed" | "dismissed", string>>;
    readonly notice: Readonly<Record<"appointed" | "dismissed", string>>;
    readonly noticeNext: Readonly<Record<"appointed" | "dismissed", string>>;
  };
}
