import type { Day } from "../dates.ts";
import { entrustmentRule } from "../office/entrusting.ts";
import type { Entrustment, Person } from "../office/people.ts";
import type { Rulebook } from "../rulebook/model.ts";
import { type Roll, type Route, routeFor } from "./route.ts";
import { occasionsOf, postsOf } from "./ruling.ts";

/** How things stand in the office, as far as the rules make a difference of it. */
export interface Situation {
  /** Posts whose holders are away. */
  readonly away: readonly string[];
  /** Who acts for whom: posts. */
  readonly entrusted?: { readonly by: string; readonly to: string };
  /** The post that presides over the meeting. */
  readonly presider?: string;
}

/** A request by the holder of a post on an occasion in a situation, and where the rules send it. */
export interface Cell extends Situation {
  readonly post: string;
  readonly occasion: string;
  readonly route: Route;
}

/**
 * Every situation that the rulebook tells apart: all there; the meeting presided over by either; whoever entrusts away,
 * with somebody entrusted and without; each other post that decides a case, away.
 */
export function situationsOf(rulebook: Rulebook): readonly Situation[] {
  const { leave, dimensions } = rulebook.data;
  const rule = entrustmentRule(rulebook);
  const presiders = Object.keys(dimensions[leave?.presider ?? ""]?.values ?? {});
  const [by] = rule?.by ?? [];
  const [to] = rule?.to ?? [];
  const others = Object.values(leave?.away ?? {}).flatMap(({ post }) => (post === by ? [] : [post]));
  return [
    by === undefined ? { away: [] } : { away: [], presider: by },
    ...presiders.map((presider) => ({ away: [], presider })),
    ...(by === undefined ? [] : [{ away: [by] }]),
    ...(by === undefined || to === undefined ? [] : [{ away: [by], entrusted: { by, to }, presider: to }]),
    ...others.map((post) => ({ away: [post] })),
  ];
}

const someDay = "2026-01-05" as Day;

/** Decides every cell of post, occasion and situation, in an office where one person holds each post. */
export function cellsOf(rulebook: Rulebook): readonly Cell[] {
  const { leave } = rulebook.data;
  return occasionsOf(rulebook).flatMap((occasion) =>
    postsOf(rulebook).flatMap((post) =>
      situationsOf(rulebook).map((situation): Cell => {
        const presider = occasion === leave?.trip || occasion === leave?.event ? undefined : situation.presider;
        const asked = { post, occasion, ...(presider === undefined ? {} : { presider }) };
        // the requester is somebody of their own post: who else holds it does not matter here
        const route = routeFor({ id: post }, asked, "", rollIn(situation, rulebook), rulebook);
        return { ...situation, post, occasion, route };
      }),
    ),
  );
}

/** The roll of an office in which each post has one holder, whose id is that of the post. */
function rollIn({ away, entrusted }: Situation, { data }: Rulebook): Roll {
  const person = (post: string): Person => ({
    id: post,
    name: post,
    email: null,
    tenures: [{ post, title: post, department: "", from: null, until: null }],
    portfolio: [],
  });
  const posts = Object.keys(data.posts);
  const entrustments: readonly Entrustment[] = entrusted
    ? [
        {
          id: "entrustment",
          post: entrusted.by,
          by: { id: entrusted.by, name: entrusted.by },
          to: { id: entrusted.to, name: entrusted.to },
          occasion: "business",
          from: someDay,
          until: someDay,
        },
      ]
    : [];
  return {
    day: someDay,
    holders: new Map(posts.map((post) => [post, [person(post)]])),
    entrustments,
    people: new Map(posts.map((post) => [post, person(post)])),
    away: new Map(away.map((post) => [post, someDay])),
    ownRoutes: new Map(),
  };
}
