import { normalise } from "../ask/tokens.ts";
import type { Day } from "../dates.ts";
import type { RulebookData } from "../rulebook/model.ts";
import { inLanguage, type Language } from "../text.ts";
import { type Person, tenuresOn } from "./people.ts";

/** The posts of a rulebook by id, in its order: from the highest down. */
export type Posts = RulebookData["posts"];

/** The post of an id, or of a name in any language and script, exactly; undefined for other words. */
export function postNamed(typed: string, posts: Posts): string | undefined {
  const wanted = normalise(typed);
  if (wanted === "") return undefined;
  return Object.keys(posts).find(
    (id) => id === wanted || Object.values(posts[id]?.name ?? {}).some((name) => normalise(name) === wanted),
  );
}

/** What a post is called; the id of one that the rulebook no longer has. */
export function postName(id: string, posts: Posts, language: Language): string {
  return inLanguage(posts[id]?.name ?? {}, language) || id;
}

/**
 * By which title a person holds a post on a day, in the reader's words where it is only the post's name: 市教育局局长
 * tells more than "head of a municipal department".
 */
export function heldAs(post: string, person: Person | undefined, day: Day, posts: Posts, language: Language): string {
  const held =
    person &&
    (tenuresOn(person, day).find((each) => each.post === post) ??
      person.tenures.findLast((each) => each.post === post));
  return held && held.title !== "" && postNamed(held.title, posts) !== post
    ? held.title
    : postName(post, posts, language);
}

/** A post and those that are of its kind: of vice mayors the executive one is one too. */
export function withNarrower(post: string, posts: Posts): readonly string[] {
  const isOne = (id: string, seen: readonly string[] = []): boolean => {
    if (id === post) return true;
    const kind = posts[id]?.kind;
    return kind !== undefined && !seen.includes(kind) && isOne(kind, [...seen, kind]);
  };
  return [post, ...Object.keys(posts).filter((id) => id !== post && isOne(id))];
}

/**
 * Whether a post is that of the head of a department or unit: one that the rulebook names by the body that it heads, or
 * one of its kind. That depends on the post alone: while the mayor's is vacant a vice mayor heads no more than before.
 */
export const headsBody = (post: string, posts: Posts): boolean =>
  Object.keys(posts).some((id) => (posts[id]?.named.length ?? 0) > 0 && withNarrower(id, posts).includes(post));

/** Where a post stands in the rulebook's order: 0 is the highest. */
export function rankOf(post: string, posts: Posts): number {
  const rank = Object.keys(posts).indexOf(post);
  return rank < 0 ? Number.MAX_SAFE_INTEGER : rank;
}
