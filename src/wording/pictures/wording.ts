import type { Day } from "../../dates.ts";
import type { Span } from "../../leave/leave.ts";
import type { State } from "../../pictures/away.ts";
import type { Whose } from "../../pictures/meetings.ts";
import type { Notes } from "../../pictures/month-days.ts";

/** What stands in pictures: short, because it is set large. */
export interface PicturesWording {
  /** From Monday to Sunday, a character each. */
  readonly weekdays: readonly string[];
  readonly today: string;
  /** Days on which nobody works. */
  readonly off: string;
  /** Below a picture with 〓 in it: what that stands for. */
  readonly missing: string;
  /** `first`: the first day of a month. */
  readonly away: {
    title(first: Day): string;
    readonly states: Readonly<Record<State, string>>;
    readonly nobody: string;
  };
  readonly meetings: {
    /** Of everybody, or of whoever reads it. */
    title(first: Day, whose: Whose): string;
    readonly none: string;
    readonly announced: string;
    /** Nobody was told yet. */
    readonly planned: string;
    readonly mine: string;
    /** In the days themselves: two Chinese characters, or four letters, have room. */
    readonly notes: Required<Notes>;
  };
  /** The days of a span, shorter where they are in the month that begins with `first`. */
  dates(span: Span, first: Day): string;
  /** Several of them, one after the other. */
  several(dates: readonly string[]): string;
  /** "(asked for)", behind dates. */
  remark(dates: string, remark: string): string;
}
