import type { AtDesk } from "../leave-desk/at-desk.ts";
import { rollFor } from "../leave-desk/roll.ts";
import type { Meeting } from "../meetings/meeting.ts";
import { type SignOff, signOffOf } from "../meetings/minutes.ts";
import type { Outcome } from "../meetings/minutes-course.ts";
import { type Person, tenuresOn } from "../office/people.ts";
import { type Posts, withNarrower } from "../office/posts.ts";
import type { Rulebook } from "../rulebook/model.ts";
import { agendaOf } from "../store/agendas.ts";
import { holdersOf } from "../store/people.ts";

/** The posts whose holders a rule means: of a post "in charge" all holders of the broader one could be in charge. */
export const postsMeant = (posts: readonly string[], all: Posts): readonly string[] => [
  ...new Set(posts.flatMap((post) => (all[post]?.inCharge ? withNarrower(all[post].kind ?? post, all) : [post]))),
];

/** Whoever could be meant by a rule today: those first who are in charge of an item of the agenda. */
export async function couldBe(
  posts: readonly string[],
  meeting: number,
  { records, rulebook, today }: Pick<AtDesk, "records" | "rulebook" | "today">,
): Promise<readonly Person[]> {
  const all = rulebook.data.posts;
  const people = await holdersOf(records, postsMeant(posts, all), today);
  if (!posts.some((post) => all[post]?.inCharge)) return people;
  const leaders = new Set((await agendaOf(records, meeting)).map(({ leader }) => leader));
  // whom the words name without more comes first, then whoever is known to be in charge
  const named = (person: Person) => tenuresOn(person, today).some(({ post }) => posts.includes(post));
  const rank = (person: Person) => (named(person) ? 0 : leaders.has(person.id) ? 1 : 2);
  return people.toSorted((one, other) => rank(one) - rank(other));
}

/** Whether somebody holds one of the posts that a rule means, on a day. */
export function isMeant(
  person: Person,
  posts: readonly string[],
  { rulebook, today }: Pick<AtDesk, "rulebook" | "today">,
): boolean {
  const meant = postsMeant(posts, rulebook.data.posts);
  return tenuresOn(person, today).some(({ post }) => meant.includes(post));
}

/** By whom what came of a meeting must pass. */
export const signOffFor = (
  { type, presider }: Meeting,
  { subjects, outcome }: { readonly subjects: readonly string[]; readonly outcome: Outcome },
  rulebook: Rulebook,
): SignOff => signOffOf({ meeting: type, subjects, outcome, convenedBy: presider ?? undefined }, rulebook);

/** Whether it matters for the way of the minutes what such a meeting was about. */
export function subjectMatters(meeting: Meeting, rulebook: Rulebook): boolean {
  const [some] = Object.keys(rulebook.data.meetings?.minutes.subject?.each ?? {});
  if (some === undefined) return false;
  const way = (subjects: readonly string[]) =>
    JSON.stringify(waypoints(signOffFor(meeting, { subjects, outcome: "minutes" }, rulebook)));
  return way([]) !== way([some]);
}

/** Whether a meeting may have come to opinions on which it agreed instead of minutes. */
export function mayBeOpinions(meeting: Meeting, rulebook: Rulebook): boolean {
  return signOffFor(meeting, { subjects: [], outcome: "opinions" }, rulebook).kind === "consent";
}

const waypoints = (way: SignOff) => {
  if (way.kind === "minutes") return [way.reviewers, way.signers];
  return way.kind === "consent" ? [way.consent] : [];
};

/** Until when somebody is away, by leave that was granted; undefined: they are not. */
export const awayUntil = async (person: string, at: AtDesk) => (await rollFor(at)).away.get(person);
