import type { TableFault } from "../table-file.ts";
import type { HeadFault } from "../table-head.ts";

/** What is wrong with a roster file, as data: the wording makes sentences of it. */
export type RosterFault =
  | TableFault
  | HeadFault
  /** `post`: one of the rulebook's, for the example. */
  | { readonly kind: "no-rows"; readonly post: string }
  | { readonly kind: "extra-value"; readonly value: string }
  | { readonly kind: "missing-value"; readonly column: "id" | "name" | "post"; readonly post: string }
  | { readonly kind: "too-long"; readonly limit: number }
  | { readonly kind: "bad-id"; readonly value: string }
  | { readonly kind: "unknown-post"; readonly value: string; readonly nearest: readonly string[] }
  | { readonly kind: "bad-day"; readonly value: string }
  | { readonly kind: "until-before-from"; readonly from: string; readonly until: string }
  | { readonly kind: "bad-mail"; readonly value: string }
  /** The same mail address as that of another person: of that line, or of the roster as it is. */
  | { readonly kind: "mail-twice"; readonly value: string; readonly line?: number; readonly person: string }
  /** The number of somebody of the roster, without the zeros that it begins with. */
  | { readonly kind: "lost-zeros"; readonly value: string; readonly known: string; readonly person: string }
  | { readonly kind: "two-mails"; readonly value: string; readonly line: number }
  | { readonly kind: "two-names"; readonly value: string; readonly line: number; readonly name: string }
  | { readonly kind: "post-twice"; readonly line: number }
  | { readonly kind: "example" };

/** A fault and where it stands. */
export type RosterProblem = RosterFault & {
  /** The line of the file, from 1; missing when it is about the whole file. */
  readonly at?: number;
  /** The heading of the column, as in the file. */
  readonly heading?: string;
};
