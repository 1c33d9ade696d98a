import { type Day, plusDays, within } from "../dates.ts";
import type { Person, Tenure } from "./people.ts";
import type { RosterColumn } from "./roster-columns.ts";
import { samePost } from "./roster-people.ts";

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
  const listed = completed(file.tenures, before.tenures, told, today);
  return {
    ...file,
    email: told.has("email") ? file.email : before.email,
    portfolio: told.has("portfolio") ? file.portfolio : before.portfolio,
    tenures: [...listed, ...history(before.tenures, listed, told, today)],
  };
}

const ofPost = ["title", "department", "from", "until"] as const;

/** The file's posts, each with what it does not tell of them from the same post as it was known. */
function completed(
  listed: readonly Tenure[],
  before: readonly Tenure[],
  told: ReadonlySet<RosterColumn>,
  today: Day,
): readonly Tenure[] {
  const untold = ofPost.filter((column) => !told.has(column));
  // of several, those held today first
  const left = [...before].sort((a, b) => Number(holds(b, today)) - Number(holds(a, today)));
  return listed.map((each) => {
    const same = left.findIndex(
      (other) =>
        other.post === each.post &&
        !over(other, today) &&
        (!told.has("department") || other.department === each.department) &&
        (!told.has("from") || other.from === each.from),
    );
    const [known] = same < 0 ? [] : left.splice(same, 1);
    return known ? { ...each, ...Object.fromEntries(untold.map((column) => [column, known[column]])) } : each;
  });
}

const holds = ({ from, until }: Tenure, day: Day): boolean => within(day, from, until);
const over = ({ until }: Tenure, day: Day): boolean => until !== null && until < day;

/**
 * Posts that the file no longer lists end the day before the import; those that have not begun are dropped, unless the
 * file has no days and so tells of today only.
 */
function history(
  before: readonly Tenure[],
  listed: readonly Tenure[],
  told: ReadonlySet<RosterColumn>,
  today: Day,
): readonly Tenure[] {
  const yesterday = plusDays(today, -1);
  return before
    .filter((each) => !listed.some((other) => samePost(each, other)))
    .flatMap((each): readonly Tenure[] => {
      if (each.from !== null && each.from > yesterday) return told.has("from") ? [] : [each];
      return [over(each, today) ? each : { ...each, until: yesterday }];
    });
}

/** Posts of a person that an import ends, or drops before they have begun. */
export function endedBy(
  { before, after }: { readonly before: Person; readonly after: Person },
  today: Day,
): readonly Tenure[] {
  return before.tenures.filter(
    (each) => !over(each, today) && !after.tenures.some((other) => !over(other, today) && samePost(each, other)),
  );
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
