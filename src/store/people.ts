import { type RawBuilder, type Selectable, sql } from "kysely";
import type { Day } from "../dates.ts";
import type { Person, Tenure } from "../office/people.ts";
import type { Records } from "./store.ts";
import type { TenureTable } from "./tables.ts";

/** The people of these ids, in the order of the ids; whoever is not known or was erased is left out. */
export async function peopleById(records: Records, ids: readonly string[]): Promise<readonly Person[]> {
  if (ids.length === 0) return [];
  const { db, organisation } = records;
  const rows = await db
    .selectFrom("person")
    .select(["id", "name", "email"])
    .where("organisation", "=", organisation)
    .where("id", "in", ids)
    .where("erased_at", "is", null)
    .execute();
  const tenures = await db
    .selectFrom("tenure")
    .selectAll()
    .where("organisation", "=", organisation)
    .where("person", "in", ids)
    .orderBy("position")
    .execute();
  const matters = await db
    .selectFrom("portfolio")
    .select(["person", "matter"])
    .where("organisation", "=", organisation)
    .where("person", "in", ids)
    .orderBy("position")
    .execute();
  const found = new Map(rows.map((row) => [row.id, row]));
  const tenuresOf = Map.groupBy(tenures, ({ person }) => person);
  const mattersOf = Map.groupBy(matters, ({ person }) => person);
  return ids.flatMap((id) => {
    const row = found.get(id);
    if (!row) return [];
    return {
      ...row,
      tenures: (tenuresOf.get(id) ?? []).map(tenureOf),
      portfolio: (mattersOf.get(id) ?? []).map(({ matter }) => matter),
    };
  });
}

const tenureOf = ({ post, title, department, from_day, until_day }: Selectable<TenureTable>): Tenure => ({
  post,
  title,
  department,
  from: from_day,
  until: until_day,
});

export async function personById(records: Records, id: string): Promise<Person | undefined> {
  return (await peopleById(records, [id]))[0];
}

/** The person to whom a mail address belongs, by the roster. */
export async function personByMail(records: Records, mail: string): Promise<Person | undefined> {
  const row = await records.db
    .selectFrom("person")
    .select("id")
    .where("organisation", "=", records.organisation)
    .where("email", "=", mail.trim().toLowerCase())
    .executeTakeFirst();
  return row ? personById(records, row.id) : undefined;
}

/** Whoever holds one of the posts on a day. */
export async function holdersOf(records: Records, posts: readonly string[], day: Day): Promise<readonly Person[]> {
  if (posts.length === 0) return [];
  const rows = await records.db
    .selectFrom("tenure")
    .select(["person", "position"])
    .where("organisation", "=", records.organisation)
    .where("post", "in", posts)
    .where((row) => row.or([row("from_day", "is", null), row("from_day", "<=", day)]))
    .where((row) => row.or([row("until_day", "is", null), row("until_day", ">=", day)]))
    .orderBy("position")
    .execute();
  return peopleById(records, [...new Set(rows.map(({ person }) => person))]);
}

/** Whether the roster knows of anybody who held a post, whenever that was. */
export async function wasHeld({ db, organisation }: Records, post: string): Promise<boolean> {
  const row = await db
    .selectFrom("tenure")
    .select("id")
    .where("organisation", "=", organisation)
    .where("post", "=", post)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Everybody of the roster, by id. */
export async function everybody(records: Records): Promise<readonly Person[]> {
  const rows = await records.db
    .selectFrom("person")
    .select("id")
    .where("organisation", "=", records.organisation)
    .where("erased_at", "is", null)
    .orderBy(byId(records))
    .execute();
  return peopleById(
    records,
    rows.map(({ id }) => id),
  );
}

/** Everybody who holds a post in one of these departments, or ever did, by id. */
export async function peopleIn(records: Records, departments: readonly string[]): Promise<readonly Person[]> {
  if (departments.length === 0) return [];
  const rows = await records.db
    .selectFrom("person")
    .innerJoin("tenure", (join) =>
      join.onRef("tenure.organisation", "=", "person.organisation").onRef("tenure.person", "=", "person.id"),
    )
    .select("person.id")
    .distinct()
    .where("person.organisation", "=", records.organisation)
    .where("tenure.department", "in", departments)
    .where("person.erased_at", "is", null)
    .execute();
  return peopleById(records, rows.map(({ id }) => id).sort());
}

/** The departments in which somebody holds a post on a day, in the order of the roster. */
export async function departmentsOn(records: Records, day: Day): Promise<readonly string[]> {
  const rows = await records.db
    .selectFrom("person")
    .innerJoin("tenure", (join) =>
      join.onRef("tenure.organisation", "=", "person.organisation").onRef("tenure.person", "=", "person.id"),
    )
    .select("department")
    .where("person.organisation", "=", records.organisation)
    .where("person.erased_at", "is", null)
    .where("department", "!=", "")
    .where((row) => row.or([row("from_day", "is", null), row("from_day", "<=", day)]))
    .where((row) => row.or([row("until_day", "is", null), row("until_day", ">=", day)]))
    .groupBy("department")
    .orderBy(sql`min(${byId(records)})`)
    .orderBy("department")
    .execute();
  return rows.map(({ department }) => department);
}

/** The same order on every server, whatever language it sorts by. */
function byId({ kind }: Records): RawBuilder<string> {
  return kind === "postgres" ? sql`person.id collate "C"` : sql`person.id`;
}

/**
 * People in whose name, number, title or department the words stand, capital letters or small: for completing what
 * somebody types.
 */
export async function peopleLike(records: Records, words: string, most: number): Promise<readonly Person[]> {
  const pattern = `%${words.replaceAll("\0", "").replace(/[\\%_]/g, (each) => `\\${each}`)}%`;
  const contains = (column: RawBuilder<unknown>) => sql<boolean>`lower(${column}) like lower(${pattern}) escape '\\'`;
  const rows = await records.db
    .selectFrom("person")
    .select("id")
    .where("organisation", "=", records.organisation)
    .where("erased_at", "is", null)
    .where((row) =>
      row.or([
        contains(sql.ref("person.id")),
        contains(sql.ref("person.name")),
        row.exists(
          row
            .selectFrom("tenure")
            .select("tenure.id")
            .whereRef("tenure.organisation", "=", "person.organisation")
            .whereRef("tenure.person", "=", "person.id")
            .where((each) => each.or([contains(sql.ref("tenure.title")), contains(sql.ref("tenure.department"))])),
        ),
      ]),
    )
    .orderBy(byId(records))
    .limit(most)
    .execute();
  return peopleById(
    records,
    rows.map(({ id }) => id),
  );
}

/** Keeps a person as given, posts and portfolio included: what was kept of them before is replaced. */
export async function keepPerson({ db, organisation }: Records, person: Person): Promise<void> {
  const { id, name } = person;
  const email = person.email?.trim().toLowerCase() || null;
  await db
    .insertInto("person")
    .values({ organisation, id, name, email, erased_at: null })
    .onConflict((conflict) => conflict.columns(["organisation", "id"]).doUpdateSet({ name, email, erased_at: null }))
    .execute();
  await db.deleteFrom("tenure").where("organisation", "=", organisation).where("person", "=", id).execute();
  await db.deleteFrom("portfolio").where("organisation", "=", organisation).where("person", "=", id).execute();
  if (person.tenures.length > 0)
    await db
      .insertInto("tenure")
      .values(
        person.tenures.map(({ post, title, department, from, until }, position) => ({
          organisation,
          id: `${id}/${position}`,
          person: id,
          post,
          title,
          department,
          from_day: from,
          until_day: until,
          position,
        })),
      )
      .execute();
  if (person.portfolio.length > 0)
    await db
      .insertInto("portfolio")
      .values(person.portfolio.map((matter, position) => ({ organisation, person: id, matter, position })))
      .execute();
}
