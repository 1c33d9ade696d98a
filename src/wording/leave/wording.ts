import type { Half, Purpose, Span, Status } from "../../leave/leave.ts";

/** How requests for leave are shown, and why they go where they go. */
export interface LeaveWording {
  /** "No. 12" */
  number(number: number): string;
  readonly halves: Readonly<Record<Half, string>>;
  readonly purposes: Readonly<Record<Purpose, string>>;
  readonly statuses: Readonly<Record<Status, string>>;
  /** "2026-12-01 (afternoon) to 2026-12-03": halves are told only where they are not the whole day. */
  span(span: Span): string;
  /** Calendar days: "2.5 days". */
  days(count: number): string;
  /** "2026-11-23 09:00" as it stands beside a label. */
  moment(when: string): string;
  /** "谢秉章 (市政府秘书长)" */
  person(name: string, title: string): string;
  readonly fields: {
    readonly who: string;
    readonly occasion: string;
    readonly purpose: string;
    readonly days: string;
    readonly place: string;
    readonly reason: string;
    readonly meeting: string;
    readonly askedAt: string;
    readonly changes: string;
    readonly substitute: string;
    readonly returned: string;
  };
  readonly why: {
    to(who: string): string;
    /** The one who decides acts for the holder of the post. */
    acting(who: string, holder: string, from: string, until: string): string;
    mayToo(who: string): string;
    awayUntil(who: string, until: string): string;
    /** Whoever is asked is away, and the words name nobody else. */
    readonly waitsForThem: string;
    /** The words allow two, and why this one was chosen. */
    readonly eitherOf: string;
    /** Under an entrustment that no rule provides for. */
    readonly ownArrangement: string;
    readonly ownRoute: string;
    readonly silent: string;
    readonly nearest: string;
    /** That the one who acts also decides on leave is how Mishu reads the words. */
    readonly reading: string;
    vacant(post: string): string;
    several(post: string): string;
    oneself(post: string): string;
    /** The same of the post that the office's own route asks; see Roll.ownRoutes. */
    readonly own: Readonly<Record<"vacant" | "several" | "oneself", (post: string) => string>>;
    /** An entrustment that does not count here, because whoever asks recorded it, or gave it. */
    passedOver(giver: string, taker: string): string;
    readonly nobodyNext: string;
  };
  readonly titles: {
    /** To whoever decides. */
    asks(who: string, occasion: string): string;
    /** To whoever asked, by what became of it. */
    own(status: Status, number: string): string;
    /** To whoever decides, once it needs no decision any more. `by`: whoever decided. */
    decided(status: Status, number: string, by: string | undefined): string;
    readonly question: string;
    readonly answer: string;
    readonly refusal: string;
    readonly note: string;
    readonly actingFor: (who: string, holder: string) => string;
  };
  readonly buttons: {
    readonly request: string;
    readonly approve: string;
    readonly refuse: string;
    readonly question: string;
    readonly answer: string;
    readonly withdraw: string;
    readonly change: string;
    readonly show: string;
    readonly substitute: string;
    readonly return: string;
    readonly mine: string;
  };
  /** Under a request of which long texts, or many words, are not shown whole; `button` shows them. */
  shortened(button: string): string;
  noSuch(number: string): string;
  /** What was asked for cannot be done any more, because of what it became. */
  stale(number: string, status: string): string;
  /** It was changed after the message with the button was sent. */
  outdated(number: string): string;
  /** Only these may decide. */
  onlyThey(number: string, who: readonly string[]): string;
  readonly ownRequest: string;
  readonly onlyRequester: string;
  readonly rosterOnly: string;
}
