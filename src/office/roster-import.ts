import { type Day, plusDays } from "../dates.ts";
import type { Person, Tenure } from "./people.ts";
import type { RosterColumn } from "./roster-columns.ts";
import { samePost } from "./roster-csv.ts";

/** What of a person an import changes. */
export type PersonChange = "name" | "email" | "posts" | "portfolio";

export interface RosterPlan {
  readonly added: readonly Person[];
  readonly changed: readonly {
    readonly before: Person;
    readonly after: Person;
    readonly what: readonly PersonChange[];
  }[];
  readonly unchanged: readonly Person[];
  /** People of the roster who are not in the file: they stay as they are. */
  readonly absent: readonly Person[];
}

/** What a file changes of the roster as it is. */
export function planImport(
  kept: readonly Person[],
  file: readonly Person[],
  told: ReadonlySet<RosterColumn>,
  today: Day,
): RosterPlan {
  const known = new Map(kept.map((each) => [each.id, each]));
  const inFile = new Set(file.map(({ id }) => id));
  const pairs = file.flatMap((person) => {
    const before = known.get(person.id);
    return before ? [{ before, after: merged(before, person, told, today) }] : [];
  });
  const compared = pairs.map((pair) => ({ ...pair, what: differences(pair.before, pair.after) }));
  return {
    added: file.filter(({ id }) => !known.has(id)),
    changed: compared.filter(({ what }) => what.length > 0),
    unchanged: compared.filter(({ what }) => what.length === 0).map(({ before }) => before),
    absent: kept.filter(({ id }) => !inFile.has(id)),
  };
}

/** A person as the file has them, with the posts that they held before; a column that it lacks tells nothing. */
function merged(before: Person, file: Person, told: ReadonlySet<RosterColumn>, today: Day): Person {
  return {
    ...file,
    email: told.has("email") ? file.email : before.email,
    portfolio: told.has("portfolio") ? file.portfolio : before.portfolio,
    tenures: [...file.tenures, ...history(before.tenures, file.tenures, today)],
  };
}

/** Posts that the file no longer lists end the day before the import; those that had not begun are dropped. */
function history(before: readonly Tenure[], listed: readonly Tenure[], today: Day): readonly Tenure[] {
  const yesterday = plusDays(today, -1);
  return before
    .filter((each) => !listed.some((other) => samePost(each, other)))
    .filter(({ from }) => from === null || from <= yesterday)
    .map((each) => (each.until !== null && each.until <= yesterday ? each : { ...each, until: yesterday }));
}

function differences(before: Person, after: Person): readonly PersonChange[] {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  const posts = ({ tenures }: Person) =>
    tenures.map(({ post, title, department, from, until }) => [post, title, department, from, until]);
  return [
    ...(before.name === after.name ? [] : (["name"] as const)),
    ...(before.email === after.email ? [] : (["email"] as const)),
    ...(same(posts(before), posts(after)) ? [] : (["posts"] as const)),
    ...(same(before.portfolio, after.portfolio) ? [] : (["portfolio"] as const)),
  ];
}
