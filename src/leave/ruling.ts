import { resolve, rowsOf } from "../ask/resolve.ts";
import type { Fact, Rulebook } from "../rulebook/model.ts";

/** Of whom leave is asked, as far as the case decides it. */
export interface LeaveCase {
  /** The post of whoever asks. */
  readonly post: string;
  /** A value of the rulebook's occasions. */
  readonly occasion: string;
  /** Posts whose holders are away. */
  readonly away: readonly string[];
  /** The post that presides over the meeting, when it is known. */
  readonly presider?: string;
}

/** What the rules say: never a default, never an approver that no words name. */
export type Ruling =
  /** The posts that the words allow, the one to ask first; what the rules leave open in this very case is remarked. */
  | {
      readonly kind: "asks";
      readonly posts: readonly [string, ...string[]];
      readonly rule: Fact;
      readonly remarks: readonly Fact[];
    }
  /** The rules do not say; the fact that tells what they do say nearby, when there is one. */
  | { readonly kind: "silent"; readonly nearest?: Fact };

/** Reads the rulebook's table of approvers for a case. Pure: the same case has the same ruling. */
export function rulingOn({ post, occasion, away, presider }: LeaveCase, rulebook: Rulebook): Ruling {
  const { leave } = rulebook.data;
  if (!leave) return { kind: "silent" };
  const rowOf = (further: Readonly<Record<string, string>>): Fact | undefined => {
    const known = Object.entries({ [leave.post]: post, [leave.occasion]: occasion, ...further });
    const found = resolve(rulebook, leave.table, new Map(known.map(([name, value]) => [name, [value]])));
    return found.kind === "rows" && found.rows.length === 1 ? found.rows[0] : undefined;
  };
  const presiding = leave.presider && presider !== undefined ? { [leave.presider]: presider } : {};
  const rule = rowOf(presiding);
  if (!rule) return { kind: "silent" };
  const value = rule.values.approver;
  if (rule.silent || !value || !("posts" in value)) return { kind: "silent", nearest: rule };
  // whom the words name only as whoever presides is not named as long as it is not known that they do
  const allowed = value.posts.filter(
    (each) => each !== post && (presider === each || !value.presiding?.includes(each)),
  );
  const [first, ...others] = value.any ? allowed : allowed.slice(0, 1);
  if (first === undefined) return { kind: "silent", nearest: rule };
  const remarks = Object.entries(leave.away).flatMap(([dimension, { value: isAway, post: whose }]) => {
    const row = away.includes(whose) ? rowOf({ ...presiding, [dimension]: isAway }) : undefined;
    return row && row.id !== rule.id ? [row] : [];
  });
  return { kind: "asks", posts: [first, ...others], rule, remarks };
}

/** Occasions of the rulebook, in its order. */
export function occasionsOf(rulebook: Rulebook): readonly string[] {
  const { leave, dimensions } = rulebook.data;
  return leave ? Object.keys(dimensions[leave.occasion]?.values ?? {}) : [];
}

/** Posts that the table speaks of, in the rulebook's order. */
export function postsOf(rulebook: Rulebook): readonly string[] {
  const { leave, posts } = rulebook.data;
  if (!leave) return [];
  const named = new Set(rowsOf(rulebook, leave.table).flatMap((row) => row.row?.when[leave.post] ?? []));
  return Object.keys(posts).filter((each) => named.has(each));
}
