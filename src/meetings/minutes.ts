import { resolve } from "../ask/resolve.ts";
import { normalise } from "../ask/tokens.ts";
import { withNarrower } from "../office/posts.ts";
import type { Fact, Rulebook } from "../rulebook/model.ts";
import { postsIn } from "./convening.ts";

/** What is known of a meeting when its result is written down. */
export interface MinutesCase {
  /** A value of the rulebook's meetings. */
  readonly meeting: string;
  /** Ids or names of the subjects that the rulebook lists; other words do not matter. */
  readonly subjects: readonly string[];
  /** The post that called it, when it is known. */
  readonly convenedBy?: string | undefined;
  /** Minutes, or opinions on which it agreed; undefined: what such a meeting usually has. */
  readonly outcome?: "minutes" | "opinions" | undefined;
}

/** By whom it must pass: any one of the posts is enough for each step. */
export type SignOff =
  | {
      readonly kind: "minutes";
      readonly reviewers: readonly string[];
      readonly review: Fact;
      readonly signers: readonly string[];
      readonly sign: Fact;
    }
  /** It needs no review and no signature, but must not be issued before one of these agrees. */
  | { readonly kind: "consent"; readonly consent: readonly string[]; readonly rule: Fact }
  | { readonly kind: "silent"; readonly nearest?: Fact };

/** Reads the rulebook's table of minutes. Pure: the same case always goes the same way. */
export function signOffOf({ meeting, subjects, convenedBy, outcome }: MinutesCase, rulebook: Rulebook): SignOff {
  const { meetings, posts } = rulebook.data;
  if (!meetings) return { kind: "silent" };
  const { minutes } = meetings;
  const { opinions, subject } = minutes;
  const rowOf = (kind: string, step: string, further: readonly (readonly [string, string])[] = []) => {
    const known = [[minutes.meeting, kind], [minutes.step, step], ...further] as const;
    const found = resolve(rulebook, minutes.table, new Map(known.map(([name, value]) => [name, [value]])));
    const rows = found.kind === "rows" ? found.rows.filter((row) => row.row?.when[minutes.step]?.includes(step)) : [];
    return rows.length === 1 ? rows[0] : undefined;
  };
  if (opinions && (outcome ?? (meeting === opinions.meeting ? "opinions" : "minutes")) === "opinions") {
    const issue = rowOf(opinions.meeting, minutes.issue);
    const theirs = convenedBy === undefined || withNarrower(opinions.by, posts).includes(convenedBy);
    const consent = postsIn(issue?.values.consent);
    // the words speak of the opinions of these meetings only
    if (issue && theirs && [opinions.of, opinions.meeting].includes(meeting) && consent.length > 0)
      return { kind: "consent", consent, rule: issue };
    return { kind: "silent", ...(issue && { nearest: issue }) };
  }
  const listed = subject && subjects.some((each) => listedSubject(each, rulebook) !== undefined);
  const further = listed ? [[subject.dimension, subject.value] as const] : [];
  const review = rowOf(meeting, minutes.review, further);
  const sign = rowOf(meeting, minutes.sign, further);
  const reviewers = postsIn(review?.values.reviewer);
  const signers = postsIn(sign?.values.signer);
  if (!review || !sign || reviewers.length === 0 || signers.length === 0) {
    const nearest = sign ?? review;
    return { kind: "silent", ...(nearest && { nearest }) };
  }
  return { kind: "minutes", reviewers, review, signers, sign };
}

/** The id of a subject that the rulebook lists, from its id, its words or a name of it; undefined for other words. */
export function listedSubject(typed: string, { data }: Rulebook): string | undefined {
  const wanted = normalise(typed);
  const subjects = Object.entries(data.meetings?.minutes.subject?.each ?? {});
  return subjects.find(
    ([id, { words, name }]) =>
      id === wanted || [words, ...Object.values(name)].some((each) => normalise(each) === wanted),
  )?.[0];
}
