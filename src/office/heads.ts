import { type Day, within } from "../dates.ts";
import { type Person, tenuresOn } from "./people.ts";
import { headsBody, type Posts, rankOf } from "./posts.ts";

/**
 * Who heads a department on a day: whoever holds a post of those that the rulebook knows as heads, never a deputy
 * where there is such a post; else the highest. Those come first whose title begins with the department's name: a
 * leader of the government may belong to an office of which somebody else is director.
 */
export function headsOf(department: string, people: readonly Person[], day: Day, posts: Posts): readonly Person[] {
  const all = people.flatMap((person) =>
    person.tenures.filter((each) => each.department === department).map((tenure) => ({ person, tenure })),
  );
  const heads = all.filter(({ tenure }) => headsBody(tenure.post, posts));
  const held = (heads.length > 0 ? heads : all).filter(({ tenure }) => within(day, tenure.from, tenure.until));
  const own = held.filter(({ tenure }) => tenure.title.startsWith(department));
  const candidates = own.length > 0 ? own : held;
  const highest = Math.min(...candidates.map(({ tenure }) => rankOf(tenure.post, posts)));
  return [
    ...new Set(candidates.filter(({ tenure }) => rankOf(tenure.post, posts) === highest).map(({ person }) => person)),
  ];
}

/** The departments that the roster names on a day, each once. */
export const departmentsOf = (people: readonly Person[], day: Day): readonly string[] =>
  [...new Set(people.flatMap((each) => tenuresOn(each, day).map(({ department }) => department)))].filter(
    (each) => each !== "",
  );
