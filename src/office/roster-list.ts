import { normalise } from "../ask/tokens.ts";
import type { Day } from "../dates.ts";
import { type Person, type Tenure, tenuresOn } from "./people.ts";
import { type Posts, postNamed, rankOf, withNarrower } from "./posts.ts";

/** A person with one of the posts held on a day; without a post when there is none. */
export interface Listed {
  readonly person: Person;
  readonly tenure?: Tenure;
}

/** Everybody by department, the departments and people of the highest posts first. */
export function listed(people: readonly Person[], day: Day, posts: Posts): readonly Listed[] {
  const rows: readonly Listed[] = people.flatMap((person): readonly Listed[] => {
    const tenures = tenuresOn(person, day);
    return tenures.length > 0 ? tenures.map((tenure) => ({ person, tenure })) : [{ person }];
  });
  const rank = ({ tenure }: Listed) => (tenure ? rankOf(tenure.post, posts) : Number.MAX_SAFE_INTEGER);
  const departmentOf = ({ tenure }: Listed) => tenure?.department ?? "";
  const highest = new Map<string, number>();
  for (const row of rows)
    highest.set(departmentOf(row), Math.min(rank(row), highest.get(departmentOf(row)) ?? Number.MAX_SAFE_INTEGER));
  // of equal height they keep the order of the people's numbers
  const inOrder = [...highest].toSorted(([, a], [, b]) => a - b);
  const places = new Map(inOrder.map(([department], place) => [department, place]));
  const place = (row: Listed) => (row.tenure ? (places.get(departmentOf(row)) ?? 0) : places.size);
  return rows.toSorted((a, b) => place(a) - place(b) || rank(a) - rank(b));
}

/** Those of a post, else of a department, else in whose words it stands. */
export function listedAbout(wanted: string, rows: readonly Listed[], posts: Posts): readonly Listed[] {
  const post = postNamed(wanted, posts);
  if (post !== undefined) {
    const meant = withNarrower(post, posts);
    return rows.filter(({ tenure }) => tenure && meant.includes(tenure.post));
  }
  const words = normalise(wanted);
  const department = rows.filter(({ tenure }) => tenure && normalise(tenure.department) === words);
  if (department.length > 0) return department;
  return rows.filter(({ person, tenure }) =>
    [person.name, tenure?.title, tenure?.department].some((each) => each && normalise(each).includes(words)),
  );
}
