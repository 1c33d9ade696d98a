import type { DeadlineKind, DeadlineStatus } from "../../deadlines/deadline.ts";
import type { DueDay } from "../../deadlines/due.ts";
import type { Light } from "../../deadlines/light.ts";
import type { Run } from "../../deadlines/proof.ts";
import type { TimeLeft } from "../../deadlines/stages.ts";
import type { StepName } from "../../deadlines/step.ts";
import type { NoticeFault } from "../../workdays/notice-fault.ts";

/** What a field of a notice takes. */
export type NoticeWants = "notice" | "number" | "holiday" | "year" | "day" | "list";

/** What is said of what departments have to do, and by when. */
export interface DeadlinesWording {
  readonly kinds: Readonly<Record<DeadlineKind, string>>;
  readonly statuses: Readonly<Record<DeadlineStatus, string>>;
  /** A sign and a word: colours alone are not seen by everybody. */
  readonly lights: Readonly<Record<Light, string>>;
  /** The light of what has no day because something has to be said first. */
  readonly missing: string;
  readonly fields: Readonly<
    Record<
      | "number"
      | "title"
      | "kind"
      | "reference"
      | "from"
      | "department"
      | "owner"
      | "leader"
      | "category"
      | "received"
      | "due"
      | "firstDue"
      | "link"
      | "parent"
      | "meeting"
      | "explained"
      | "asked"
      | "handedTo"
      | "finished"
      | "result"
      | "state",
      string
    >
  >;
  /** "No. 12" */
  number(number: number): string;
  /** "2026-12-02", with a time if there is one; "between … and …, provisional" where it is not certain. */
  due(day: DueDay, time?: string): string;
  readonly noDay: string;
  timeLeft(left: TimeLeft): string;
  /** "collected and supervised" beside an instruction. */
  readonly collected: string;
  readonly add: {
    readonly whichDepartment: string;
    noDepartment(typed: string, near: readonly string[]): string;
    noDate(typed: string): string;
    future(day: string): string;
    beforeReceipt(day: string): string;
    noTime(typed: string): string;
    noCategory(typed: string, known: readonly string[]): string;
    noKind(typed: string, known: readonly string[]): string;
    tooLong(most: number): string;
    same(reference: string, number: string): string;
    readonly again: string;
    done(number: string, title: string): string;
    /** To whoever has to do it. */
    yours(number: string, title: string, department: string): string;
    /** A department that is consulted, to the lead department's list. */
    consulted(department: string, number: string, due: string): string;
    consultedTitle(title: string): string;
    readonly consultedDay: string;
    nobody(department: string): string;
  };
  readonly category: {
    readonly ask: string;
    /** "1. …": the question, and what a yes means. */
    question(number: number, ask: string): string;
    /** On a button. */
    yes(number: number): string;
    readonly none: string;
    changed(before: string, after: string): string;
    readonly same: string;
    readonly reason: string;
    readonly giveReason: string;
    readonly notDocument: string;
    readonly explainFirst: string;
    days(days: number): string;
    readonly setFirst: string;
  };
  readonly count: {
    /** "7 working days after 2026-11-20" */
    from(days: number, day: string, counted: boolean): string;
    readonly convention: string;
    readonly conventionCounted: string;
    run(run: Run): string;
    provisional(unknownFrom: string): string;
    readonly provisionalNext: string;
    readonly set: string;
  };
  readonly silentDay: string;
  readonly setDay: string;
  readonly which: string;
  readonly none: string;
  noNumber(typed: string): string;
  notSeen(number: string): string;
  mayNot(department: string): string;
  over(number: string, status: string): string;
  readonly steps: Readonly<Record<StepName, string>>;
  /** "2026-11-24 周谨之: finished" */
  step(step: string, who: string, day: string): string;
  /** By when it was due before, and now. */
  moved(before: string, after: string): string;
  readonly itself: string;
  readonly history: string;
  readonly did: {
    progress(number: string): string;
    explained(number: string, due: string): string;
    changed(number: string): string;
    offered(number: string, department: string): string;
    offeredTo(number: string, title: string, from: string): string;
    accepted(number: string, department: string): string;
    declined(number: string, department: string): string;
    extensionAsked(number: string, until: string): string;
    extensionAskedOf(number: string, title: string, until: string): string;
    extended(number: string, until: string): string;
    extensionRefused(number: string): string;
    finished(number: string, title: string): string;
    /** `recorded`: whoever wrote it down is of another department. */
    finishedBy(department: string, who: string, recorded: boolean): string;
    /** What a department was consulted for is done, or not followed up any more. */
    leadOver(number: string, lead: string): string;
    consultedOver(numbers: readonly string[]): string;
    reported(number: string): string;
    reportedTo(who: string): string;
    reportTo(who: string): string;
    snoozed(number: string, until: string): string;
    withdrawn(number: string): string;
    reopened(number: string): string;
  };
  readonly wrong: {
    readonly noDayYet: string;
    readonly notMoved: string;
    notLater(due: string): string;
    readonly noneAsked: string;
    readonly alreadyAsked: string;
    readonly notOffered: string;
    readonly sameDepartment: string;
    readonly alreadyOffered: string;
    readonly ownExtension: string;
    readonly mayNotAgree: string;
    readonly alreadyExplained: string;
    readonly explanationNotNeeded: string;
    readonly notFinished: string;
    readonly snoozeTooLong: string;
    /** Something overdue is put off for too long: `latest` is the last day that can be named. */
    overdueSnooze(latest: string): string;
    readonly nothing: string;
    readonly byRules: string;
    readonly notYours: string;
    readonly reasonNeeded: string;
    readonly noLeader: string;
  };
  readonly buttons: Readonly<
    Record<
      | "show"
      | "progress"
      | "finish"
      | "extend"
      | "hand"
      | "accept"
      | "decline"
      | "agree"
      | "refuse"
      | "explain"
      | "setDay"
      | "reported"
      | "snooze"
      | "add"
      | "board"
      | "mine"
      | "track"
      | "decided",
      string
    >
  >;
  readonly lists: {
    mine(count: number): string;
    department(department: string, count: number): string;
    board(count: number): string;
    readonly nothing: string;
    more(count: number): string;
    /** The row of numbers of a department: red, yellow, green. */
    readonly columns: Readonly<Record<"department" | "open" | Light, string>>;
    readonly pace: string;
    readonly whichDepartment: string;
  };
  readonly workdays: {
    known(years: readonly number[]): string;
    notice(year: number, notice: string, amends: string | undefined): string;
    readonly next: string;
    unreadable(typed: string): string;
    weekday(day: string): string;
    weekend(day: string): string;
    madeUp(day: string, notice: string): string;
    holiday(day: string, holiday: string, notice: string): string;
    unknown(day: string): string;
    ends(days: number, from: string, due: string): string;
    already(notice: string): string;
    wrong(faults: readonly string[]): string;
    fault(fault: NoticeFault): string;
    /** The file is no YAML, from a line on. */
    noYaml(line: number | undefined): string;
    unknownFields(fields: readonly string[], known: readonly string[]): string;
    wants(field: string, what: NoticeWants): string;
    imported(notice: string, year: number): string;
    readonly recounts: string;
    notImported(notice: string): string;
    removed(notice: string): string;
  };
  readonly report: {
    title(from: string, until: string): string;
    readonly nothing: string;
    readonly columns: Readonly<
      Record<
        "department" | "received" | "inTime" | "late" | "noDay" | "extended" | "open" | "overdue" | "average",
        string
      >
    >;
    readonly noAverage: string;
    readonly how: string;
    readonly averageUnknown: string;
    backwards(from: string, until: string): string;
  };
  /** A notice on working days has moved days that were counted. */
  readonly changed: {
    earlier(count: number): string;
    by(notices: readonly string[]): string;
    readonly byOthers: string;
    readonly certain: string;
    readonly later: string;
    office(count: number): string;
    readonly kept: string;
  };
  /** On the last day of what has a time of day. */
  readonly hour: {
    soon(number: string, time: string, title: string): string;
    over(number: string, time: string, title: string): string;
  };
  readonly digest: {
    title(day: string): string;
    channel(day: string): string;
    readonly groups: Readonly<
      Record<"decide" | "missing" | "overdue" | "today" | "soon" | "department" | "office", string>
    >;
    line(number: string, title: string, due: string): string;
    readonly asks: Readonly<Record<"category" | "explanation" | "day", string>>;
    byDepartment(department: string, count: number): string;
    readonly away: string;
    readonly meetings: string;
    readonly pace: string;
    readonly nothing: string;
  };
}
