import { normalise } from "../ask/tokens.ts";
import type { Context } from "../command.ts";
import type { Day } from "../dates.ts";
import { repeated } from "../text.ts";
import { type Person, type Tenure, tenuresOn } from "./people.ts";
import { type Posts, postName, postNamed, rankOf, withNarrower } from "./posts.ts";

/** A person with a post held today; without one when there is none. */
interface Found {
  readonly person: Person;
  readonly tenure: Tenure | undefined;
}

/** One meaning of the words, and whom they mean by it. */
export interface Answer {
  readonly heading: string;
  readonly found: readonly Found[];
  /** Others of the same department, below. */
  readonly more: number;
}

/** What the words mean in the roster of a day: a post, else a number, else a title; else departments, matters and names. */
export function answersTo(
  wanted: string,
  people: readonly Person[],
  today: Day,
  { rulebook, wording, language, assistant }: Context,
): readonly Answer[] {
  const { posts } = rulebook.data;
  const words = wording.roster.who;
  const shown = repeated(wanted);
  const all: readonly Found[] = people.flatMap((person) =>
    tenuresOn(person, today).map((tenure) => ({ person, tenure })),
  );
  const answer = (heading: string, found: readonly Found[], more = 0): readonly Answer[] =>
    found.length > 0 ? [{ heading, found, more }] : [];
  const holders = (post: string): readonly Answer[] => {
    const meant = withNarrower(post, posts);
    const found = all.filter(({ tenure }) => tenure && meant.includes(tenure.post));
    return answer(words.holds(postName(post, posts, language), found.length), byRank(found, posts));
  };
  const post = postNamed(wanted, posts);
  if (post !== undefined) return holders(post);
  const numbered = people.find(({ id }) => id === wanted.replace(/^person:/, ""));
  if (numbered) {
    const held = all.filter(({ person }) => person === numbered);
    const none: Found = { person: numbered, tenure: undefined };
    return answer(wording.roster.show.person(numbered.name, numbered.id), held.length > 0 ? held : [none]);
  }
  const text = normalise(wanted);
  const says = (each: string | undefined) => each !== undefined && normalise(each).includes(text);
  const titled = all.filter(({ tenure }) => tenure && normalise(tenure.title) === text);
  if (titled.length > 0) return answer(words.holds(shown, titled.length), titled);
  const departments = [...new Set(all.flatMap(({ tenure }) => tenure?.department || []))];
  const meant = departments.filter((each) => normalise(each) === text);
  const inDepartments = (meant.length > 0 ? meant : departments.filter(says)).flatMap((department) => {
    const members = byRank(
      all.filter(({ tenure }) => tenure?.department === department),
      posts,
    );
    const rank = members[0]?.tenure ? rankOf(members[0].tenure.post, posts) : 0;
    const heads = members.filter(({ tenure }) => tenure && rankOf(tenure.post, posts) === rank);
    return answer(words.inDepartment(department), heads, members.length - heads.length);
  });
  const inCharge = people
    .filter(({ portfolio }) => portfolio.some((matter) => says(matter) || text.includes(normalise(matter))))
    .map((person): Found => ({ person, tenure: tenuresOn(person, today)[0] }))
    .filter(({ tenure }) => tenure !== undefined);
  const named = people
    .filter(({ name }) => says(name))
    .map((person): Found => ({ person, tenure: tenuresOn(person, today)[0] }));
  const found = [
    ...answer(words.inCharge(shown), byRank(inCharge, posts)),
    ...inDepartments,
    ...answer(words.named(shown), named),
  ];
  if (found.length > 0) return found;
  // other words for a post: 局长, bureau director
  const other = assistant.concepts(wanted).find((each) => Object.hasOwn(posts, each));
  return other === undefined ? [] : holders(other);
}

function byRank(found: readonly Found[], posts: Posts): readonly Found[] {
  const rank = ({ tenure }: Found) => (tenure ? rankOf(tenure.post, posts) : Number.MAX_SAFE_INTEGER);
  return found.toSorted((a, b) => rank(a) - rank(b));
}
