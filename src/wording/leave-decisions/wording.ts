import type { Decision } from "../../leave/deciding.ts";
import type { Unfit } from "../../leave/substitute.ts";

/** A step in the course of a request. */
export type CourseStep =
  | "ask"
  | "reroute"
  | "askAsWell"
  | "nudge"
  | "approve"
  | "refuse"
  | "question"
  | "answer"
  | "withdraw"
  | "change"
  | "replace"
  | "substitute"
  | "return"
  | "note"
  | "refused";

/** What is said when requests for leave are decided, while they wait, and of whoever goes to a meeting instead. */
export interface LeaveDecisionsWording {
  readonly fields: {
    readonly decided: string;
    readonly status: string;
    readonly number: string;
    readonly since: string;
    readonly with: string;
    readonly when: string;
    readonly whoDid: string;
    readonly what: string;
    readonly where: string;
    readonly time: string;
    readonly venue: string;
  };
  readonly buttons: {
    readonly nobodyGoes: string;
    readonly look: string;
    readonly pending: string;
    readonly mine: string;
    askAsWell(name: string): string;
  };
  /** Who decided, and when. */
  decided(who: string, when: string): string;
  acting(who: string, holder: string, span: string): string;
  byOwnRoute(who: string): string;
  /** Decided by the other whom the words allow. */
  asOther(who: string): string;
  waitsFor(who: string): string;
  waitsForAnswer(who: string): string;
  readonly waitsForNobody: string;
  /** It was sent to somebody who may decide no longer, and nobody else may. */
  wasAsked(who: string): string;
  /** Of `all` requests of a journey so many still wait. */
  tripWaits(waiting: number, all: number, numbers: string): string;
  /** The request that a refused one was to change. */
  staysAsItWas(number: string): string;
  readonly nameSubstitute: string;
  noNumber(typed: string): string;
  /** Several numbers stand where one is decided at a time. */
  oneAtATime(typed: string): string;
  tooLong(most: number): string;
  readonly wordsNeeded: Readonly<Record<"refuse" | "question" | "answer", (number: string) => string>>;
  /** To whoever decided: what was done. `what`: the occasion and the days. */
  readonly done: Readonly<Record<Decision, (number: string, who: string, what: string) => string>>;
  youActed(who: string): string;
  told(name: string): string;
  tellYourself(name: string): string;
  alsoWaits(number: string, occasion: string): string;
  answered(number: string): string;
  nothingAsked(number: string): string;
  /** In the office's channel. `changed`: other days than were told before. */
  away(who: string, span: string, changed: boolean): string;
  readonly pending: {
    yours(count: number): string;
    /** They have become somebody's to decide, all at once. */
    brought(count: number): string;
    readonly nothing: string;
    readonly answers: string;
    readonly others: string;
    more(shown: number): string;
    firstOnly(shown: number): string;
  };
  readonly course: {
    readonly title: string;
    /** After a step: for whom it was done, or by which right. */
    actingFor(holder: string): string;
    readonly asOther: string;
    /** `to`: people whom the step concerns, "" for none; `as`: one of the two above, or "". */
    readonly steps: Readonly<Record<CourseStep, (to: string, as: string) => string>>;
  };
  readonly nudge: {
    decide(number: string, since: string): string;
    answer(number: string): string;
    /** Its days are over and nobody decided. */
    over(number: string): string;
    overOwn(number: string, span: string): string;
    stillWaits(number: string, since: string): string;
    office(number: string): string;
    readonly officeNext: string;
    /** In a list of requests. */
    since(when: string): string;
    readonly daysOver: string;
    /** Many requests in one message: to whoever decides, must answer, asked, or looks after the office's leave. */
    readonly together: Readonly<Record<"decide" | "answer" | "own" | "office", (count: number) => string>>;
  };
  /** What the rules allow while a request waits. */
  readonly next: {
    othersHaveIt(who: string): string;
    othersMay(who: string): string;
    /** The rules provide for entrusting somebody with this post's work; `by`: who records it. */
    mayEntrust(post: string, by: string): string;
    /** They do not. */
    ownArrangement(post: string, by: string): string;
    readonly nobodyThere: string;
    readonly goesOn: string;
    readonly blocked: string;
  };
  readonly askAsWell: {
    readonly which: string;
    readonly none: string;
    done(number: string, who: string): string;
    haveIt(number: string, who: string): string;
    readonly either: string;
  };
  readonly substitute: {
    readonly which: string;
    readonly none: string;
    /** `named`: who is named already. */
    who(number: string, named?: string): string;
    notProvided(number: string): string;
    notYet(number: string): string;
    cancelled(number: string): string;
    over(number: string): string;
    already(name: string, number: string): string;
    named(who: string, number: string): string;
    nobody(number: string): string;
    otherDepartment(name: string, department: string): string;
    /** Whoever is named leads nothing, and the rules speak of another responsible person. */
    staff(name: string): string;
    replacedTold(name: string): string;
    told(name: string): string;
    readonly unfit: Readonly<Record<Unfit, (name: string, day: string) => string>>;
    nudge(number: string): string;
    /** To whoever goes instead of `head`. */
    called(head: string): string;
    calledNext(name: string): string;
    released(meeting: string, day: string, head: string): string;
    time(day: string, from: string, until: string): string;
  };
}
