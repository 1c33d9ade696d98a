import type { Day } from "../../dates.ts";

/** What of one's own leave stands together. */
export type OwnGroup = "drafts" | "waiting" | "back" | "now" | "coming" | "ended";

/** What lists of leave say: one's own, who is away, the report for supervision and what departments say to it. */
export interface LeaveListsWording {
  /** On a button about one request of several: "Withdraw · No. 12". */
  about(label: string, number: string): string;
  readonly mine: {
    title(count: number): string;
    readonly none: string;
    readonly noneNext: string;
    readonly groups: Readonly<Record<OwnGroup, string>>;
    /** Of what is over only the last so many are shown. */
    lastOnly(shown: number, all: number): string;
    readonly state: string;
    readonly decides: string;
    /** A request that was noted, and nobody decided. */
    readonly nobody: string;
  };
  readonly away: {
    today(day: Day, count: number): string;
    week(from: Day, until: Day): string;
    readonly weekNobody: string;
    month(first: Day, count: number): string;
    /** "谢秉章 (市政府秘书长): 2026-12-01 to 2026-12-03; 华云舟 acts …" */
    line(who: string, span: string, more: readonly string[]): string;
    /** Whoever is entrusted acts for the holder of a post, until a day. */
    acts(name: string, post: string, until: string): string;
    /** No leave is kept; that somebody acts for them is recorded. */
    readonly byEntrustment: string;
    readonly acting: string;
    missing(count: number): string;
    readonly asked: string;
    /** Small print: what nobody sees here. */
    readonly private: string;
    noMonth(typed: string): string;
    /** On a day that is worked although it is a weekend's; "" where there is no short word for it. */
    readonly makeUp: string;
    monthButton(first: Day): string;
    readonly report: string;
  };
  readonly report: {
    title(span: string): string;
    none(span: string): string;
    /** Of a period that is not over. */
    readonly sofar: string;
    readonly people: string;
    readonly total: string;
    /** Above the whole of the headings, the first column's. */
    readonly department: string;
    readonly person: string;
    readonly requests: string;
    readonly decisions: string;
    readonly away: string;
    readonly absences: string;
    readonly returns: string;
    /** In the place of a department's name where the post belongs to none. */
    readonly noDepartment: string;
    counted(requests: number): string;
    approved(count: number): string;
    refused(count: number): string;
    withdrawn(count: number): string;
    open(count: number): string;
    noted(count: number): string;
    absent(occasion: string, count: number): string;
    late(count: number): string;
    missing(count: number): string;
    /** Returns of which nobody can say whether they are late: there is no notice for the year. */
    lateUnknown(count: number): string;
    /** Working days among days away are not known: there is no notice for the year. */
    workingUnknown(days: string): string;
    correction(words: string, by: string, when: string, number: string | undefined): string;
    /** In the channel: of the department, without names. */
    correctionOf(department: string, words: string, number: string | undefined): string;
    readonly corrections: string;
    readonly how: string;
    readonly heads: string;
    own(departments: string): string;
    unreadable(typed: string): string;
    readonly backwards: string;
    readonly long: string;
    readonly file: string;
    /** The headings of the file. */
    readonly csv: Readonly<Record<CsvColumn, string>>;
    readonly kinds: Readonly<Record<CsvLine, string>>;
    readonly buttons: {
      readonly circulate: string;
      readonly again: string;
      readonly correct: string;
      readonly settings: string;
      readonly report: string;
    };
  };
  readonly circulate: {
    /** In the channel. */
    title(span: string): string;
    readonly readers: string;
    done(span: string): string;
    readonly doneNext: string;
    already(span: string, when: string, who: string): string;
    readonly noChannel: string;
    readonly noChannelNext: string;
    nothing(span: string): string;
  };
  readonly correct: {
    readonly needs: string;
    who(departments: string): string;
    readonly onlyHeads: string;
    readonly notHead: string;
    which(departments: readonly string[]): string;
    noDepartment(typed: string, own: readonly string[]): string;
    noRequest(number: string, department: string, span: string): string;
    tooLong(most: number): string;
    done(department: string, span: string): string;
    /** The report was circulated before. */
    late(when: string): string;
    readonly doneNext: string;
  };
}

export type CsvLine = "department" | "person" | "correction" | "total";

export const csvColumns = [
  "line",
  "department",
  "id",
  "name",
  "title",
  "requests",
  "approved",
  "refused",
  "withdrawn",
  "open",
  "noted",
  "days",
  "workingDays",
] as const;
export type CsvColumn = (typeof csvColumns)[number] | "late" | "missing" | "lateUnknown" | "words";
