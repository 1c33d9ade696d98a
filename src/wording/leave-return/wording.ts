/** What is said when somebody reports back from leave, is asked to, or has not done so. */
export interface LeaveReturnWording {
  readonly which: string;
  readonly none: string;
  noneOf(name: string): string;
  /** To those who look after the office's leave. */
  readonly missing: string;
  readonly noneMissing: string;
  missingLine(number: string, who: string, span: string, late: string): string;
  /** "2026-12-04 (morning), reported 2026-12-08 09:00, 2 working days late" */
  reported(when: string, at: string, late: string): string;
  /** By how many working days; undefined: nobody knows by how many. */
  byDays(days: number | undefined): string;
  done(number: string, when: string): string;
  doneFor(name: string, number: string, when: string): string;
  /** To whom it was reported for. */
  forYou(who: string, number: string, when: string): string;
  cutShort(span: string): string;
  /** To whoever granted it. */
  cutShortOf(who: string, number: string, when: string, span: string): string;
  late(expected: string, by: string): string;
  /** The day is Mishu's own convention, and no rule's. */
  readonly convention: string;
  readonly lateUnknown: string;
  others(numbers: string): string;
  meetingsAfter(numbers: string): string;
  already(number: string, reported: string): string;
  notBegun(number: string, span: string): string;
  notGranted(number: string, status: string): string;
  notAway(number: string): string;
  unreadable(typed: string): string;
  future(when: string): string;
  tooEarly(when: string, span: string): string;
  /** Somebody else's leave, named by its number only. */
  whose(number: string, who: string, span: string): string;
  otherPerson(number: string, name: string): string;
  readonly buttons: {
    back(number: string, span: string): string;
    backOf(name: string, number: string): string;
    readonly missing: string;
  };
  readonly nudge: {
    ask(number: string, span: string): string;
    again(number: string, span: string): string;
    readonly officeKnows: string;
    /** To those who look after the office's leave. */
    office(who: string, number: string): string;
    expected(day: string): string;
    /** Several returns that are missing. */
    officeMany(count: number): string;
    readonly officeNext: string;
  };
}
