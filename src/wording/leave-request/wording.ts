import type { Span } from "../../leave/leave.ts";

/** What is said to whoever asks for leave, changes or withdraws it, and of the office's own routes. */
export interface LeaveRequestWording {
  /** "Tue 2026-12-01 (afternoon) to Thu 2026-12-03"; the days of the week by number, 1 for Monday. */
  spanWithWeekdays(span: Span, from: number, until: number): string;
  /** "3 days, 2 of them working days" */
  workingDays(days: string, working: number): string;
  readonly form: {
    readonly needs: string;
    readonly fill: string;
    unreadable(field: string, typed: string): string;
    /** Instead of a day a holiday was named. */
    holiday(field: string, typed: string): string;
    backwards(field: string, from: string, until: string): string;
    far(field: string, from: string): string;
    past(field: string, from: string, days: number): string;
    long(field: string): string;
    noOccasion(typed: string, known: readonly string[]): string;
    noMeeting(typed: string): string;
    /** The rules do not say of whom leave from such a meeting is asked. */
    meetingSilent(number: string): string;
    meetingIs(number: string, occasion: string): string;
    meetingOn(number: string, day: string): string;
    readonly eventNeeded: string;
    /** Of an option that belongs to a meeting or activity. */
    onlyMeetings(field: string): string;
    noPresider(typed: string, known: readonly string[]): string;
    tooLong(field: string, most: number): string;
    noPost(typed: string, own: readonly string[]): string;
    noNumber(typed: string): string;
  };
  readonly posts: {
    /** Asked by a post on which the rules are silent, while they name whom the holder of another asks. */
    ruled(title: string, other: string): string;
    readonly which: string;
    goesTo(title: string, whom: string): string;
    silent(title: string): string;
    nobody(title: string): string;
  };
  readonly preview: {
    draft(number: string): string;
    readonly begun: string;
    readonly over: string;
    /** Of a day without a year that lies nearly a year ahead. */
    yearGuessed(day: string): string;
    changes(number: string, span: string): string;
    readonly private: string;
    /** Requests of others wait for whoever goes away. */
    decideFirst(count: number): string;
    turnTo(who: readonly string[]): string;
    readonly noteOnly: string;
    readonly changedMeanwhile: string;
  };
  readonly conflicts: {
    own(number: string, span: string, status: string): string;
    asked(number: string, status: string): string;
    readonly ownNext: string;
    meetings(count: number): string;
    meeting(number: string, title: string, when: string, goesTo: string): string;
    readonly meetingSilent: string;
    readonly meetingNobody: string;
    readonly meetingToo: string;
    readonly sameReason: string;
    acting(holder: string, from: string, until: string): string;
    bothAway(who: string, span: string, status: string): string;
    nobodyDecides(post: string, from: string, until: string): string;
    readonly ownArrangement: string;
    readonly entrustNext: string;
    entrustBy(who: readonly string[]): string;
  };
  readonly buttons: {
    readonly send: string;
    sendAll(count: number): string;
    readonly sendOnly: string;
    /** Of a draft that nobody can be asked about: whether somebody can by now. */
    readonly again: string;
    readonly note: string;
    readonly change: string;
    readonly discard: string;
    readonly entrust: string;
    changeThat(number: string): string;
    meetingLeave(number: string): string;
    withdraw(numbers: string): string;
  };
  readonly sent: {
    to(number: string, who: string): string;
    readonly next: string;
    already(number: string, when: string, status: string): string;
    discarded(number: string): string;
    gone(number: string): string;
    noted(number: string): string;
    readonly notedNext: string;
    /** Of a meeting whose leave could not be asked for along with the journey's. */
    meetingNot(title: string): string;
    leftMeetings(count: number): string;
    noLongerPost(title: string): string;
  };
  readonly change: {
    readonly which: string;
    readonly none: string;
    readonly nothingGiven: string;
    readonly same: string;
    cannot(number: string, status: string): string;
    back(number: string, day: string): string;
    readonly onlyTrips: string;
    asksAgain(number: string, who: string): string;
    noted(number: string): string;
    /** To whoever decides. */
    toApprover(who: string, number: string): string;
    before(field: string, old: string, now: string): string;
    stays(number: string): string;
    readonly afterItsEnd: string;
    cutShort(number: string, until: string): string;
    readonly noApproval: string;
    told(who: string): string;
    /** To whoever granted it. */
    cutShortOf(who: string, number: string, until: string, was: string): string;
    outside(numbers: string): string;
    /** `later`: the change of it that waits already. */
    openChange(number: string, later: string): string;
    /** In the place of what was empty. */
    readonly nothing: string;
  };
  readonly withdraw: {
    readonly which: string;
    readonly none: string;
    done(numbers: string): string;
    told(who: string): string;
    begun(number: string): string;
    readonly begunNext: string;
    cannot(number: string, status: string): string;
    /** To whoever granted it. */
    toApprover(who: string, number: string, span: string): string;
    /** Where it was announced that somebody is away. */
    notAway(who: string, span: string): string;
    along(numbers: string): string;
    changeToo(number: string): string;
    /** A change that was approved and is withdrawn: the leave that it changed is replaced and holds no more. */
    noneLeft(number: string): string;
    oldStays(number: string): string;
  };
  readonly route: {
    readonly heading: string;
    readonly post: string;
    readonly asks: string;
    readonly nobodyYet: string;
    readonly rulesFirst: string;
    set(post: string, to: string): string;
    removed(post: string): string;
    readonly holds: string;
    /** A route by which requests wait cannot be taken away. */
    waiting(post: string, count: number): string;
    readonly ofDepartment: string;
    rulesName(post: string): string;
    unknown(typed: string, known: readonly string[]): string;
    unknownTo(typed: string): string;
    itself(post: string): string;
    needsTo(post: string): string;
    readonly change: string;
  };
}
