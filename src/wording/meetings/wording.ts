import type { ItemKind } from "../../meetings/agenda.ts";
import type { AttendedState } from "../../meetings/attendance.ts";
import type { Confirmation } from "../../meetings/confirmations.ts";
import type { MinutesStatus, MinutesStep, Outcome } from "../../meetings/minutes-course.ts";
import type { RollState } from "../../meetings/roll.ts";

/** What is said of meetings: their planning, the list, and that one is cancelled. */
export interface MeetingsWording {
  readonly fields: {
    readonly number: string;
    readonly when: string;
    readonly title: string;
    readonly type: string;
    readonly place: string;
    readonly presider: string;
    readonly invited: string;
    readonly department: string;
    readonly siteVisit: string;
    readonly reminders: string;
    /** Above the mark of those who must attend. */
    readonly you: string;
  };
  /** "2026-12-02, 09:00–11:00" */
  time(day: string, from: string, until: string): string;
  /** "2026-12-02, 09:00, until 2026-12-03, 16:00" */
  timeOfDays(day: string, from: string, untilDay: string, until: string): string;
  readonly plan: {
    readonly needs: string;
    readonly fill: string;
    noType(typed: string, known: readonly string[]): string;
    noDay(typed: string): string;
    past(when: string): string;
    noTime(typed: string): string;
    noUntil(typed: string): string;
    noDepartment(typed: string, known: readonly string[]): string;
    needsDepartment(type: string): string;
    noPresider(typed: string, known: readonly string[]): string;
    tooLong(field: string, most: number): string;
    tooMany(most: number): string;
    severalHeads(department: string, who: string): string;
    noHead(department: string): string;
    same(number: string): string;
    done(number: string): string;
    /** Whom the rules call to it, by their posts. */
    called(posts: string): string;
    /** People who must attend and have leave, or ask for it, on that day. */
    away(count: number): string;
    awayLine(who: string, span: string, status: string): string;
    readonly notAnnounced: string;
  };
  /** What the rules and the calendar say of a meeting before it is planned. */
  readonly check: {
    /** Who presides by the rules, while it is not said who will. */
    presides(posts: string): string;
    ifEntrusted(post: string, by: string): string;
    notNamed(post: string, posts: string): string;
    readonly silent: string;
    onlyEntrusted(post: string, by: string): string;
    whileAway(post: string, away: string, by: string): string;
    recorded(by: string, to: string, until: string): string;
    weekend(day: string): string;
    holiday(day: string, name: string, notice: string): string;
    unknownDay(day: string): string;
    /** Whatever it is about. */
    tooLong(minutes: number, limit: number): string;
    /** Where the longer limit may hold too. */
    tooLongUnless(minutes: number, limit: number): string;
    /** What had to be so, and whoever plans it said that it is. */
    confirmed(what: string): string;
    readonly notYet: Readonly<Record<"plan" | "change" | "announce" | "item", string>>;
    /** What was said to be so was said of the meeting as it was before. */
    readonly stale: string;
    readonly nothing: string;
    /** A post as it stands in a sentence: "the mayor". */
    post(name: string): string;
    /** Something that stops nothing as long as nobody is called. */
    beforeAnnouncing(what: string): string;
    days(days: number, limit: number, who: string): string;
    speakers(planned: number, limit: number): string;
    speech(minutes: number, limit: number): string;
    reporter(report: number): string;
    report(report: number, minutes: number, limit: number): string;
    readonly yearly: string;
    plan(who: string): string;
    inName(who: string): string;
    othersLeaders(who: string): string;
    readonly against: string;
    item(position: number, title: string): string;
    unprepared(items: string, who: string): string;
    elsewhereMust(item: string, matter: string, decides: string): string;
    elsewhere(item: string, matter: string, decides: string): string;
    notInvited(names: string): string;
    moreThanTime(minutes: number, there: number): string;
    /** Under a button: that it is so. `who`: who has agreed. */
    readonly confirm: Readonly<Record<Confirmation, (who: string) => string>>;
    /** What was said to be so. */
    readonly consents: Readonly<Record<Confirmation, string>>;
    consent(what: string, by: string, day: string): string;
    readonly change: string;
  };
  /** To whoever is called. */
  readonly notice: {
    readonly called: string;
    readonly invited: string;
    /** To whoever presides. */
    readonly presides: string;
    /** That one is to reply, and how. */
    readonly pleaseReply: string;
    /** Once they have said that they come. */
    readonly comes: string;
    /** The same for meetings from which the rules know of no leave. */
    readonly withoutLeave: { readonly pleaseReply: string; readonly comes: string };
    readonly file: string;
    /** To the channel. */
    readonly announced: string;
    cancelled(title: string, when: string): string;
    readonly fileCancelled: string;
    readonly cancelledHere: string;
    readonly reply: string;
    /** So many working days, or minutes, before it begins. */
    dayBefore(days: number): string;
    hourBefore(minutes: number): string;
    /** To whoever goes because somebody else has leave. */
    readonly instead: string;
  };
  /** A meeting that is held otherwise than planned. */
  readonly change: {
    readonly which: string;
    readonly none: string;
    readonly nothingGiven: string;
    readonly needsTitle: string;
    begun(number: string, when: string): string;
    same(number: string): string;
    done(number: string): string;
    fromTo(was: string, is: string): string;
    /** Instead of a value that is not there. */
    readonly nothing: string;
    told(count: number): string;
    withdrawn(numbers: string): string;
    /** To those who are called. */
    readonly notice: string;
    readonly nowIs: string;
    readonly replyAgain: string;
    readonly file: string;
    readonly channel: string;
    notCalled(title: string, when: string): string;
    openRequest(title: string, was: string, is: string, number: string): string;
    grantedRequest(title: string, was: string, is: string, number: string): string;
    toApprover(title: string, was: string, is: string, number: string, who: string): string;
  };
  readonly show: {
    readonly which: string;
    readonly none: string;
    meeting(number: string): string;
    announced(day: string): string;
    cancelled(day: string): string;
    /** How it stands with whoever reads it. */
    you(state: string): string;
  };
  readonly agenda: {
    readonly which: string;
    readonly none: string;
    of(title: string, when: string): string;
    readonly empty: string;
    line(position: number, title: string, more: readonly string[]): string;
    readonly kinds: Readonly<Record<ItemKind, string>>;
    reporter(name: string): string;
    minutes(count: number): string;
    leader(name: string): string;
    readonly prepared: string;
    material(where: string): string;
    readonly needsTitle: string;
    /** A button was pressed of an agenda that is different now. */
    readonly stale: string;
    noItem(typed: string): string;
    noMinutes(typed: string): string;
    noMatter(typed: string, known: readonly string[]): string;
    tooMany(most: number): string;
    added(position: number, number: string): string;
    changed(position: number, number: string): string;
    removed(position: number, number: string): string;
    readonly add: string;
    change(position: number): string;
    remove(position: number): string;
  };
  /** Minutes, from the draft until what was decided is public. */
  readonly minutes: {
    readonly which: { readonly which: string; readonly none: string; button(number: string): string };
    of(title: string, when: string): string;
    /** To whoever they wait for. */
    readonly yours: Readonly<Record<"review" | "sign" | "agree" | "returned" | "issue", (title: string) => string>>;
    readonly statuses: Readonly<Record<MinutesStatus, string>>;
    waitsFor(status: string, name: string): string;
    readonly steps: Readonly<Record<MinutesStep["step"], string>>;
    step(what: string, who: string, day: string): string;
    /** To whoever did it. */
    readonly done: Readonly<Record<MinutesStep["step"], (title: string) => string>>;
    readonly about: string;
    readonly link: string;
    inFile(characters: number): string;
    /** The draft came as a file; `size`: "34 KB". */
    asFile(name: string, size: string): string;
    noneMade(title: string): string;
    noneYet(title: string): string;
    notBegun(number: string, when: string): string;
    issuedAlready(number: string): string;
    tooLong(most: number): string;
    readonly whichOutcome: string;
    readonly outcomes: Readonly<Record<Outcome, string>>;
    readonly whichSubject: string;
    readonly noSubject: string;
    noSuchSubject(typed: string, known: readonly string[]): string;
    readonly who: Readonly<Record<"reviewer" | "signer", string>>;
    readonly nobody: Readonly<Record<"reviewer" | "signer", (posts: string) => string>>;
    readonly notMeant: Readonly<Record<"reviewer" | "signer", (name: string, posts: string) => string>>;
    drafted(number: string): string;
    reviews(name: string): string;
    signs(name: string): string;
    agrees(name: string): string;
    readonly silent: string;
    /** The rules know of such opinions, but not of those of this meeting. */
    readonly noOpinions: string;
    away(name: string, until: string): string;
    readonly stale: string;
    nothingToDecide(status: string): string;
    readonly notYours: string;
    noLonger(posts: string): string;
    readonly needsRemarks: string;
    notSigned(status: string): string;
    readonly notIssued: string;
    readonly reminder: string;
    waitsLong(title: string, what: string): string;
    readonly publish: {
      readonly must: string;
      ask(title: string): string;
      readonly pace: string;
      published(title: string): string;
      withheld(title: string): string;
      readonly already: Readonly<Record<"published" | "withheld", (title: string) => string>>;
      readonly buttons: Readonly<Record<"published" | "withheld", string>>;
    };
    readonly buttons: {
      readonly draft: string;
      /** Where there are to be no minutes. */
      readonly none: string;
      readonly redraft: string;
      readonly review: string;
      readonly sign: string;
      readonly agree: string;
      readonly giveBack: string;
      issue(number: string): string;
      readonly another: string;
      /** The file of a draft, once more. */
      readonly show: string;
    };
  };
  readonly attend: {
    done(title: string, when: string): string;
    readonly next: string;
    already(title: string, when: string): string;
    notCalled(number: string): string;
    begun(title: string, when: string): string;
    onLeave(title: string): string;
    leaveAsked(title: string): string;
    away(title: string): string;
  };
  readonly roll: {
    /** To whoever called people, a working day later. */
    standing(title: string): string;
    readonly which: string;
    readonly none: string;
    title(title: string, when: string): string;
    readonly fields: Readonly<Record<"name" | "title" | "as" | "state", string>>;
    readonly as: Readonly<Record<"presider" | "member" | "invited" | "substitute", string>>;
    readonly states: Readonly<Record<RollState, string>>;
    substitute(name: string): string;
    count(state: string, count: number): string;
  };
  /** Who is there, and who is not. */
  readonly attendance: {
    /** To everybody who is to come, shortly before it begins. */
    begins(from: string): string;
    readonly here: string;
    done(title: string): string;
    doneLate(title: string, minutes: number): string;
    /** What is recorded of whoever reads it. */
    recorded(title: string, state: string, at: string): string;
    /** What to do where that is wrong. */
    readonly wrong: string;
    early(title: string, from: string): string;
    over(title: string, when: string): string;
    /** Where nothing is recorded of whoever reads it, and the meeting is over. */
    unrecorded(title: string): string;
    readonly whichHere: string;
    readonly noneHere: string;
    hereAt(number: string): string;
    /** For those who plan meetings. */
    readonly which: string;
    readonly none: string;
    button(number: string): string;
    title(title: string, when: string): string;
    readonly fields: Readonly<Record<"person" | "state" | "substitute" | "at" | "by", string>>;
    readonly states: Readonly<Record<AttendedState, string>>;
    late(minutes: number): string;
    /** Who goes or went instead, and how it stands with them. */
    instead(name: string, state: string): string;
    count(state: string, count: number): string;
    notYet(title: string, from: string): string;
    readonly everybody: string;
    everybodyDone(count: number): string;
    readonly everybodyNone: string;
    readonly record: string;
    readonly whose: string;
    whichState(name: string): string;
    notCalled(name: string, number: string): string;
    changed(name: string, state: string): string;
    same(name: string, state: string): string;
    readonly file: string;
    /** To whoever called people, when it is over. */
    summary(title: string): string;
  };
  /** How far the agenda of a meeting is that is held. */
  readonly clock: {
    running(position: number, count: number, title: string): string;
    readonly notBegun: string;
    readonly done: string;
    /** Until when the item should take; undefined: nobody knows how long it takes. */
    time(from: string, planned: { readonly minutes: number; readonly until: string } | undefined): string;
    next(position: number, title: string): string;
    readonly last: string;
    /** Negative: ahead. */
    behind(minutes: number): string;
    begin(position: number): string;
    readonly end: string;
    readonly back: string;
    readonly which: string;
    readonly none: string;
    button(number: string): string;
    empty(number: string): string;
    notYet(title: string, from: string): string;
    past(title: string, when: string): string;
    /** Somebody else was quicker. */
    readonly moved: string;
    /** The same step was made by the same person a moment ago. */
    readonly justNow: string;
    readonly nothingMore: string;
    readonly nothingBack: string;
    warning(position: number, title: string, until: string): string;
    over(position: number, title: string, until: string): string;
    /** Of an item that is dealt with, or was. */
    fixed(position: number, number: string): string;
    /** Of a meeting whose agenda has begun. */
    begun(number: string): string;
  };
  /** A consent that a rule asks for, asked of whoever gives it. */
  readonly consent: {
    /** On the button of whoever plans the meeting. */
    ask(who: string): string;
    asked(names: string, title: string): string;
    question(title: string): string;
    readonly nobody: string;
    notNeeded(number: string): string;
    givenAlready(number: string): string;
    /** It was changed since it was asked for. */
    readonly stale: string;
    yes(name: string, title: string): string;
    no(name: string, title: string): string;
    readonly buttons: Readonly<Record<"yes" | "no", string>>;
  };
  /** To whoever plans it. */
  readonly announce: {
    readonly which: string;
    readonly none: string;
    already(number: string): string;
    begun(number: string, when: string): string;
    done(number: string, count: number): string;
    /** People whom no message can reach, and how many more. */
    unreached(names: string, more: number): string;
    /** When whoever comes is reminded; `before`: "a working day before". */
    reminders(before: readonly string[]): string;
    readonly noChannel: string;
    readonly settings: string;
  };
  /** The link by which somebody's own calendar shows their meetings. */
  readonly calendar: {
    /** What the calendar is called there. */
    name(person: string): string;
    readonly description: string;
    readonly off: string;
    readonly none: string;
    readonly made: string;
    readonly renewed: string;
    readonly revoked: string;
    there(day: string): string;
    fetched(day: string): string;
    readonly neverFetched: string;
    readonly shownOnce: string;
    readonly how: string;
    readonly secret: string;
    readonly buttons: Readonly<Record<"new" | "revoke", string>>;
  };
  readonly list: {
    readonly yours: string;
    readonly all: string;
    readonly none: string;
    readonly noneForYou: string;
    /** Instead of these four, for the days of a week or the month that begins with `first`. */
    readonly week: Readonly<Record<"yours" | "all" | "none" | "noneForYou", (from: string, until: string) => string>>;
    readonly month: Readonly<Record<"yours" | "all" | "none" | "noneForYou", (first: string) => string>>;
    readonly called: string;
    readonly invited: string;
    /** Above whether it was announced. */
    readonly state: string;
    readonly notAnnounced: string;
    readonly buttons: {
      /** The calendar of a month. */
      month(first: string): string;
      readonly week: string;
      readonly mine: string;
      readonly everybody: string;
    };
    more(shown: number, all: number): string;
  };
  /** When the people of a meeting are reminded. */
  readonly reminders: {
    daysBefore(days: number): string;
    minutesBefore(minutes: number): string;
    readonly none: string;
    /** That nothing else is set for the meeting than for the office. */
    asOffice(what: string): string;
    unreadable(typed: string): string;
    /** Of those still to come. */
    at(when: string, before: string): string;
    coming(what: readonly string[]): string;
    onceAnnounced(what: readonly string[]): string;
    readonly noneToCome: string;
    /** Only that was changed: nobody is told. */
    readonly onlyThese: string;
  };
  /** That a meeting is not planned which the rules want held in every month or half of a year. */
  readonly cadence: {
    /** The month or the half of a year that begins on a day. */
    period(from: string, months: number): string;
    notYet(type: string, period: string): string;
    /** The second time, when the period is nearly over. */
    stillNot(type: string, period: string): string;
    /** Under the rule's words. */
    readonly inPrinciple: string;
    readonly proposed: string;
    /** Every day that fits has another meeting, or there is no day any more. */
    readonly noneFree: string;
    readonly noneLeft: string;
    /** `weekday`: 1 for Monday. */
    day(day: string, weekday: number, remarks: readonly string[]): string;
    readonly convenerAway: string;
    away(count: number): string;
    readonly provisional: string;
    plan(day: string): string;
    readonly otherDay: string;
    readonly off: string;
  };
  readonly cancel: {
    readonly which: string;
    readonly none: string;
    noNumber(typed: string): string;
    noSuch(number: string): string;
    already(number: string): string;
    over(number: string, when: string): string;
    /** It was held: there are minutes of it. */
    minuted(number: string): string;
    done(number: string, title: string, when: string): string;
    withdrawn(numbers: string): string;
    needless(numbers: string): string;
    /** Nobody was called yet, or so many people were told. */
    readonly notAnnounced: string;
    told(count: number): string;
    /** To whoever asked for leave from it, and it was not decided yet. */
    openRequest(title: string, when: string, number: string): string;
    /** To whoever had leave from it. */
    grantedRequest(title: string, when: string, number: string): string;
    /** To whoever was to decide. */
    toApprover(title: string, when: string, number: string, who: string): string;
  };
  readonly buttons: {
    readonly plan: string;
    readonly list: string;
    leave(number: string): string;
    cancel(number: string): string;
    change(number: string): string;
    show(number: string): string;
    agenda(number: string): string;
    announce(number: string): string;
    readonly attend: string;
    roll(number: string): string;
  };
}
