import { rowsOf } from "../ask/resolve.ts";
import type { Day } from "../dates.ts";
import { type EntrustmentRule, inForce, providedFor } from "../office/entrusting.ts";
import { type Entrustment, type Person, tenuresOn } from "../office/people.ts";
import type { Fact, Rulebook } from "../rulebook/model.ts";
import type { DecidesAs } from "./leave.ts";
import { type LeaveCase, rulingOn } from "./ruling.ts";

/** Who is who on a day, as far as a route needs it. */
export interface Roll {
  readonly day: Day;
  /** Holders by post, for every post that a route may name. */
  readonly holders: ReadonlyMap<string, readonly Person[]>;
  /** Entrustments that hold by the roster. */
  readonly entrustments: readonly Entrustment[];
  /** People by id, for those who are entrusted. */
  readonly people: ReadonlyMap<string, Person>;
  /** Until when (a day) somebody is away, by the id of the person. */
  readonly away: ReadonlyMap<string, Day>;
  /** The office's own routes where the rules are silent: by post, which post is asked. */
  readonly ownRoutes: ReadonlyMap<string, string>;
}

/** Somebody who may decide. */
export interface Decider {
  readonly person: Person;
  /** The post by which they decide, or that of the holder for whom they act. */
  readonly post: string;
  readonly as: DecidesAs;
  readonly entrustment?: Entrustment;
  /** The rule that provides for the entrustment; missing where it is the office's own arrangement. */
  readonly provided?: EntrustmentRule;
  /** Until when they are away themselves. */
  readonly awayUntil?: Day;
}

export type Route =
  | {
      readonly kind: "asks";
      /** Whom it is sent to; the others may decide as well. */
      readonly to: Decider;
      readonly others: readonly Decider[];
      readonly authority: "rules" | "office";
      /** What names the approver; missing on the office's own route. */
      readonly rule?: Fact;
      /** What the rules leave open in this case; on the office's own route, that they name nobody. */
      readonly remarks: readonly Fact[];
      readonly passedOver?: readonly Entrustment[];
    }
  /** The rules name a post that nobody holds, that several hold, or that only the person themselves holds. */
  | {
      readonly kind: "nobody";
      readonly why: "vacant" | "several" | "oneself";
      readonly post: string;
      readonly authority: "rules" | "office";
      readonly rule?: Fact;
      /** Entrustments that would have counted, had not whoever asks recorded or given them. */
      readonly passedOver?: readonly Entrustment[];
    }
  | { readonly kind: "silent"; readonly nearest?: Fact };

/** Posts whose holders are away on the roll's day: by their leave, or because they entrusted somebody for that day. */
export function postsAway({ day, holders, entrustments, away }: Roll): readonly string[] {
  const entrusted = new Set(inForce(entrustments, day).map(({ post }) => post));
  return [...holders].flatMap(([post, people]) =>
    entrusted.has(post) || (people.length > 0 && people.every(({ id }) => away.has(id))) ? [post] : [],
  );
}

/** Finds whom somebody asks for leave: by the rules, else by the office's own route, else nobody. */
export function routeFor(
  person: Pick<Person, "id">,
  asked: Omit<LeaveCase, "away">,
  department: string,
  given: Roll,
  rulebook: Rulebook,
): Route {
  const roll = withoutOwn(person.id, given);
  const ruling = rulingOn({ ...asked, away: postsAway(roll) }, rulebook);
  if (ruling.kind === "asks") {
    const found = { ...decidersFor(person, ruling.posts, roll, rulebook), ...passedOver(ruling.posts, given, roll) };
    if (found.kind === "nobody") return { ...found, authority: "rules", rule: ruling.rule };
    return { ...found, authority: "rules", rule: ruling.rule, remarks: ruling.remarks };
  }
  const own = roll.ownRoutes.get(asked.post);
  if (own === undefined) return ruling.nearest ? { kind: "silent", nearest: ruling.nearest } : { kind: "silent" };
  const asks = ofDepartment(roll, own, department, rulebook);
  const found = { ...decidersFor(person, [own], asks, rulebook), ...passedOver([own], given, asks) };
  if (found.kind === "nobody") return { ...found, authority: "office" };
  return { ...found, authority: "office", remarks: ruling.nearest ? [ruling.nearest] : [] };
}

/** Posts that the rules name as approvers, or that decide a case by being away. */
export function decidingPosts(rulebook: Rulebook): readonly string[] {
  const { leave } = rulebook.data;
  if (!leave) return [];
  const named = rowsOf(rulebook, leave.table).flatMap(({ values: { approver } }) =>
    approver && "posts" in approver ? approver.posts : [],
  );
  return [...new Set([...named, ...Object.values(leave.away).map(({ post }) => post)])];
}

/**
 * Of a post that departments have, only the holder of the person's own department is meant: nobody's reasons are
 * brought to another department, also not when it alone has a holder. Who serves where those serve whom the rules name
 * (the government itself and its General Office) is asked by all.
 */
function ofDepartment(roll: Roll, post: string, department: string, rulebook: Rulebook): Roll {
  const departments = (each: string, people: readonly Person[]): readonly string[] =>
    people.flatMap((person) =>
      tenuresOn(person, roll.day).flatMap((held) => (held.post === each ? [held.department] : [])),
    );
  const central = new Set([
    "",
    ...decidingPosts(rulebook).flatMap((each) => departments(each, roll.holders.get(each) ?? [])),
  ]);
  const all = roll.holders.get(post) ?? [];
  const own = all.filter((each) => department !== "" && departments(post, [each]).includes(department));
  const meant = own.length > 0 ? own : all.filter((each) => departments(post, [each]).some((at) => central.has(at)));
  return { ...roll, holders: new Map([...roll.holders, [post, meant]]) };
}

/** Nobody chooses who decides on them: an entrustment that they recorded or gave does not count for their own leave. */
function withoutOwn(id: string, roll: Roll): Roll {
  const entrustments = roll.entrustments.filter(({ by, recordedBy }) => by.id !== id && recordedBy !== id);
  return entrustments.length === roll.entrustments.length ? roll : { ...roll, entrustments };
}

/** What of the entrustments by holders of these posts was left out. */
function passedOver(
  posts: readonly string[],
  given: Roll,
  roll: Roll,
): { readonly passedOver?: readonly Entrustment[] } {
  const left = inForce(given.entrustments, given.day).filter(
    (each) =>
      !roll.entrustments.includes(each) &&
      posts.includes(each.post) &&
      roll.holders.get(each.post)?.some(({ id }) => id === each.by.id),
  );
  return left.length > 0 ? { passedOver: left } : {};
}

type Found =
  | { readonly kind: "asks"; readonly to: Decider; readonly others: readonly Decider[] }
  | { readonly kind: "nobody"; readonly why: "vacant" | "several" | "oneself"; readonly post: string };

function decidersFor(
  { id }: Pick<Person, "id">,
  posts: readonly [string, ...string[]],
  roll: Roll,
  rulebook: Rulebook,
): Found {
  const { day, holders, people, away } = roll;
  const withAbsence = (decider: Decider): Decider => {
    const until = away.get(decider.person.id);
    return until === undefined ? decider : { ...decider, awayUntil: until };
  };
  const deciders = posts.flatMap((post, index): readonly Decider[] => {
    const [holder, ...more] = holders.get(post) ?? [];
    if (!holder || more.length > 0) return [];
    const acting = inForce(roll.entrustments, day).flatMap((entrustment): readonly Decider[] => {
      const to = people.get(entrustment.to.id);
      if (!to || entrustment.post !== post || entrustment.by.id !== holder.id) return [];
      const provided = providedFor(post, to, day, rulebook);
      return [{ person: to, post, as: "acting", entrustment, ...(provided ? { provided } : {}) }];
    });
    return [{ person: holder, post, as: index === 0 ? "holder" : "other" }, ...acting];
  });
  // nobody decides on their own leave
  const able = deciders
    .filter(({ person }) => person.id !== id)
    .filter(({ person }, index, all) => all.findIndex((each) => each.person.id === person.id) === index)
    .map(withAbsence);
  // whoever entrusted somebody for the day is away, whether or not their own leave is kept here
  const entrustedBy = new Set(inForce(roll.entrustments, day).map(({ by }) => by.id));
  const there = able.find(({ person, awayUntil }) => awayUntil === undefined && !entrustedBy.has(person.id));
  const to = there ?? able[0];
  if (to) return { kind: "asks", to, others: able.filter((each) => each !== to) };
  const [post] = posts;
  const held = holders.get(post) ?? [];
  const why = held.length === 0 ? "vacant" : held.length > 1 ? "several" : "oneself";
  return { kind: "nobody", why, post };
}

/** Everybody who may decide by a route. */
export const decidersOf = (route: Route): readonly Decider[] =>
  route.kind === "asks" ? [route.to, ...route.others] : [];
