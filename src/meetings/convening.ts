import { resolve } from "../ask/resolve.ts";
import { withNarrower } from "../office/posts.ts";
import type { Fact, Rulebook, Value } from "../rulebook/model.ts";

/** Who may convene a meeting and preside over it, as far as the rules say. */
export type Convening =
  | { readonly kind: "named"; readonly conveners: readonly Convener[]; readonly rule: Fact }
  /** The rules do not say; the fact that tells what they say nearby, when there is one. */
  | { readonly kind: "silent"; readonly nearest?: Fact };

export interface Convener {
  readonly post: string;
  /** The posts of which one must have entrusted the holder with it; none: it is theirs by the post. */
  readonly entrustedBy: readonly string[];
}

/** Reads the rulebook's table of conveners for a meeting. `away`: posts whose holders are away. */
export function conveningOf(meeting: string, away: readonly string[], rulebook: Rulebook): Convening {
  const { meetings } = rulebook.data;
  if (!meetings) return { kind: "silent" };
  const { conveners } = meetings;
  const isAway = Object.entries(conveners.away).filter(([, { post }]) => away.includes(post));
  const known = [[conveners.meeting, meeting], ...isAway.map(([dimension, { value }]) => [dimension, value])] as const;
  const found = resolve(rulebook, conveners.table, new Map(known.map(([name = "", value = ""]) => [name, [value]])));
  const rule = found.kind === "rows" && found.rows.length === 1 ? found.rows[0] : undefined;
  if (!rule) return { kind: "silent" };
  const posts = postsIn(rule.values.convener);
  if (rule.silent || posts.length === 0) return { kind: "silent", nearest: rule };
  const entrusted = postsIn(rule.values.entrusted);
  const entrustedBy = postsIn(rule.values.entrusts);
  const named = posts.map((post) => ({ post, entrustedBy: entrusted.includes(post) ? entrustedBy : [] }));
  return { kind: "named", conveners: named, rule };
}

/** Whether the holder of a post may convene: by the post, only if entrusted, or not by these words. */
export function mayConvene(
  post: string,
  { conveners }: Extract<Convening, { kind: "named" }>,
  { data }: Rulebook,
): Convener | undefined {
  return (
    conveners.find((each) => each.post === post) ??
    conveners.find((each) => withNarrower(each.post, data.posts).includes(post))
  );
}

export const postsIn = (value: Value | undefined): readonly string[] => (value && "posts" in value ? value.posts : []);

/** What the rules say of the holder of a post presiding over a meeting. */
export type Presiding =
  /** They may by their post. */
  | { readonly kind: "may"; readonly rule: Fact }
  /** Only when the holder of one of these posts has entrusted them; `away`: and only while the holder of this post is. */
  | { readonly kind: "entrusted"; readonly rule: Fact; readonly by: readonly string[]; readonly away?: string }
  /** The words name others. */
  | { readonly kind: "not-named"; readonly rule: Fact; readonly conveners: readonly Convener[] }
  | { readonly kind: "silent"; readonly nearest?: Fact };

export function presidingOf(meeting: string, post: string, rulebook: Rulebook): Presiding {
  const always = conveningOf(meeting, [], rulebook);
  if (always.kind === "silent") return always;
  const convener = mayConvene(post, always, rulebook);
  const { rule, conveners } = always;
  if (convener)
    return convener.entrustedBy.length === 0
      ? { kind: "may", rule }
      : { kind: "entrusted", rule, by: convener.entrustedBy };
  for (const { post: away } of Object.values(rulebook.data.meetings?.conveners.away ?? {})) {
    const then = conveningOf(meeting, [away], rulebook);
    const acting = then.kind === "named" ? mayConvene(post, then, rulebook) : undefined;
    if (then.kind === "named" && acting)
      return {
        kind: "entrusted",
        rule: then.rule,
        by: acting.entrustedBy.length > 0 ? acting.entrustedBy : [away],
        away,
      };
  }
  return { kind: "not-named", rule, conveners };
}
