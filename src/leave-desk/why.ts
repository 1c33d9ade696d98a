import { quotes } from "../ask/sources.ts";
import type { Day } from "../dates.ts";
import type { Decider, Route } from "../leave/route.ts";
import { tenuresOn } from "../office/people.ts";
import { heldAs, postName } from "../office/posts.ts";
import { type Block, note, paragraph, point } from "../reply.ts";
import type { Citation } from "../rulebook/cite.ts";
import type { Fact, Rulebook } from "../rulebook/model.ts";
import { inLanguage } from "../text.ts";
import type { Wording } from "../wording/wording.ts";

/** For whom a route is explained. */
export interface Explained {
  readonly rulebook: Rulebook;
  readonly wording: Wording;
  readonly today: Day;
}

export interface Explanation {
  readonly blocks: readonly Block[];
  readonly citations: readonly Citation[];
}

/** Says whom a request goes to and why: the words, who acts for whom, and where the rules stop. */
export function whyBlocks(route: Route, { rulebook, wording, today }: Explained): Explanation {
  const { why } = wording.leave;
  const { posts } = rulebook.data;
  const reader = { rulebook, wording };
  const say = (fact: Fact): Block => paragraph(inLanguage(fact.say, wording.language));
  if (route.kind === "silent")
    return {
      blocks: [
        point(why.silent),
        ...(route.nearest ? [say(route.nearest), note(why.nearest), ...quotes([route.nearest], reader)] : []),
      ],
      citations: route.nearest?.because ?? [],
    };
  if (route.kind === "nobody")
    return {
      blocks: [
        point(nobodyLine(route, { rulebook, wording })),
        ...passedOverLines(route, { rulebook, wording }).map(paragraph),
        ...(route.rule ? [say(route.rule), ...quotes([route.rule], reader)] : [paragraph(why.ownRoute)]),
        paragraph(why.nobodyNext),
      ],
      citations: route.rule?.because ?? [],
    };
  const { to, others, rule, remarks, authority } = route;
  const named = (decider: Decider) => deciderName(decider, { rulebook, wording, today });
  const acting = [to, ...others].flatMap(({ person, post, entrustment: by }): readonly string[] => {
    if (!by) return [];
    const holder = wording.leave.person(by.by.name, postName(post, posts, wording.language));
    return [why.acting(wording.leave.person(person.name, titleOf(person, today)), holder, by.from, by.until)];
  });
  const away = [to, ...others].flatMap(({ person, awayUntil }) =>
    awayUntil === undefined ? [] : [why.awayUntil(person.name, awayUntil)],
  );
  const left = passedOverLines(route, { rulebook, wording });
  const items = [...acting, ...left, ...away, ...others.map((each) => why.mayToo(named(each)))];
  const provided = [to, ...others].flatMap((each) => (each.provided ? [each.provided.fact] : []));
  const unprovided = [to, ...others].some((each) => each.entrustment && !each.provided);
  const facts = [...(rule ? [rule] : []), ...remarks];
  return {
    blocks: [
      point(why.to(named(to))),
      ...(authority === "office" ? [paragraph(why.ownRoute)] : []),
      ...facts.map(say),
      ...(items.length > 0 ? [{ kind: "list", items } as const] : []),
      ...(to.awayUntil !== undefined ? [paragraph(why.waitsForThem)] : []),
      ...(others.some(({ as }) => as === "other") || to.as === "other" ? [note(why.eitherOf)] : []),
      ...(provided.length > 0 ? [note(why.reading)] : []),
      ...(unprovided ? [note(why.ownArrangement)] : []),
      ...quotes([...facts, ...provided], reader),
    ],
    citations: [...facts, ...provided].flatMap(({ because }) => because),
  };
}

/** Why nobody can decide, by whose route: the rules', or the office's own. */
export function nobodyLine(
  { why, post, authority }: Route & { readonly kind: "nobody" },
  { rulebook, wording }: Pick<Explained, "rulebook" | "wording">,
): string {
  const says = authority === "office" ? wording.leave.why.own : wording.leave.why;
  return says[why](postName(post, rulebook.data.posts, wording.language));
}

/** Entrustments that whoever asks recorded or gave, and that do not count for that. */
function passedOverLines(
  { passedOver = [] }: Exclude<Route, { readonly kind: "silent" }>,
  { rulebook, wording }: Pick<Explained, "rulebook" | "wording">,
): readonly string[] {
  const { why, person } = wording.leave;
  return passedOver.map(({ by, to, post }) =>
    why.passedOver(person(by.name, postName(post, rulebook.data.posts, wording.language)), to.name),
  );
}

/** The main title of somebody today; "" without one. */
export const titleOf = (person: Decider["person"], today: Day): string => tenuresOn(person, today)[0]?.title ?? "";

/** "谢秉章 (市政府秘书长)"; of whoever acts for another, with whom. */
export function deciderName(
  { person, post, as, entrustment }: Decider,
  { rulebook, wording, today }: Explained,
): string {
  const { posts } = rulebook.data;
  if (as !== "acting" || !entrustment)
    return wording.leave.person(person.name, heldAs(post, person, today, posts, wording.language));
  const holder = wording.leave.person(entrustment.by.name, postName(post, posts, wording.language));
  return wording.leave.titles.actingFor(wording.leave.person(person.name, titleOf(person, today)), holder);
}
