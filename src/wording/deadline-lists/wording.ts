import type { Day } from "../../dates.ts";
import type { DueDay } from "../../deadlines/due.ts";
import type { TimeLeft } from "../../deadlines/stages.ts";
import type { Shown } from "../../pictures/lights.ts";
import type { TableFault } from "../../table-file.ts";
import type { HeadFault } from "../../table-head.ts";

/** What is wrong with a table as a whole: what is wrong in its cells is said as if it had been typed. */
export type ListFault =
  | TableFault
  | HeadFault
  | { readonly kind: "no-rows" }
  | { readonly kind: "extra-value"; readonly value: string }
  | { readonly kind: "missing-title" }
  | { readonly kind: "example" };

/** What is said of deadlines that are shown as a picture, and taken in as a table. */
export interface DeadlineListsWording {
  /** Short, because it is set large. */
  readonly pictures: {
    board(today: Day): string;
    /** Of a department, or of whoever looks. `last`: the last day in the picture. */
    days(department: string | undefined, last: Day): string;
    readonly lights: Readonly<Record<Shown, string>>;
    count(count: number, light: Shown): string;
    /** Between several counts. */
    readonly between: string;
    /** By when, and how it stands with that; short. */
    due(due: DueDay, left: TimeLeft): string;
    readonly noDay: string;
    readonly provisional: string;
    readonly nothing: string;
  };
  /** What a morning brings, and whether it comes by itself. */
  readonly today: {
    readonly daily: string;
    readonly whenDue: string;
    readonly buttons: Readonly<Record<"daily" | "whenDue", string>>;
  };
  /** A department's own channel for reminders. */
  readonly channel: {
    own(department: string, channel: string): string;
    /** It is reminded in the office's channel. */
    office(department: string): string;
    none(department: string): string;
    mayNot(department: string): string;
    /** What stands in a channel, and what not. */
    readonly what: string;
    /** Said in the channel itself. */
    chosen(department: string, use: string): string;
  };
  readonly import: {
    readonly template: string;
    readonly howTo: readonly string[];
    /** Cells of the template's examples: the titles, the department, and what the second one is. */
    readonly examples: {
      readonly titles: readonly [string, string];
      readonly department: string;
      readonly kind: string;
    };
    refused(problems: number): string;
    readonly correct: string;
    fault(fault: ListFault): string;
    /** Nothing is kept: what would be. */
    checked(count: number): string;
    readonly checkedNext: string;
    done(count: number, first: string, last: string): string;
    /** Nothing in the table is new. */
    readonly nothingNew: string;
    already(count: number): string;
    /** How many have no day yet. */
    noDay(count: number): string;
    told(people: number): string;
    unheard(departments: readonly string[]): string;
    /** To whoever has to do them. */
    yours(count: number): string;
  };
}
