import { normalise } from "./ask/tokens.ts";
import type { Choice, Context } from "./command.ts";
import type { Day } from "./dates.ts";
import { InputError } from "./errors.ts";
import { nearest } from "./office/nearest.ts";
import { type Person, tenuresOn } from "./office/people.ts";
import { refusal } from "./office/permissions.ts";
import { everybody, peopleLike, personById } from "./store/people.ts";
import type { Records } from "./store/store.ts";
import { repeated } from "./text.ts";
import type { Wording } from "./wording/wording.ts";

/** The one person whom a number, a name or a title of today means. Throws an InputError when it is none or several. */
export async function personNamed(typed: string, field: string, { visit, wording }: Context): Promise<Person> {
  if (!visit) throw new InputError(wording.refused.needsOffice);
  const { records, today } = visit;
  const found = await peopleNamed(records, typed, today);
  const [first, ...others] = found;
  if (first && others.length === 0) return first;
  const { people } = wording.roster;
  if (first) throw new InputError(people.several(repeated(typed), describe(found, today, wording)), field);
  const near = nearest(
    typed,
    (await everybody(records)).map(({ name }) => name),
  );
  throw new InputError(people.none(repeated(typed), near), field);
}

/** The people whom a number, a name or a title of today means exactly. */
export async function peopleNamed(records: Records, typed: string, today: Day): Promise<readonly Person[]> {
  const words = typed.trim().replace(/^person:/, "");
  if (words === "") return [];
  const byNumber = await personById(records, words);
  if (byNumber) return [byNumber];
  const wanted = normalise(words);
  const exact = (people: readonly Person[]) => {
    const byName = people.filter(({ name }) => normalise(name) === wanted);
    if (byName.length > 0) return byName;
    return people.filter((each) => tenuresOn(each, today).some(({ title }) => normalise(title) === wanted));
  };
  const found = exact(await peopleLike(records, words, 50));
  // in the other Chinese script the database does not find it
  return found.length > 0 ? found : exact(await everybody(records));
}

/** "李明（1001 市教育局局长）、王伟（1002）": as many as one can choose from at a glance. */
export function describe(people: readonly Person[], today: Day, { ask }: Wording): string {
  return ask.people(
    people.slice(0, 8).map((person) => {
      const [main] = tenuresOn(person, today);
      return { name: person.name, title: [person.id, ...(main ? [main.title] : [])].join(" ") };
    }),
  );
}

/** Completes a name for whoever may see the roster. */
export async function suggestPeople(typed: string, { visit, rulebook }: Context): Promise<readonly Choice[]> {
  if (!visit || refusal("roster.see", visit.actor, rulebook.data.permissions)) return [];
  const people = await peopleLike(visit.records, typed.trim(), 25);
  return people.map((person) => {
    const [main] = tenuresOn(person, visit.today);
    return { label: main ? `${person.name} – ${main.title}` : person.name, value: person.id };
  });
}

/** Completes names, titles and departments for whoever may see the roster. */
export async function suggestRoster(typed: string, { visit, rulebook }: Context): Promise<readonly Choice[]> {
  if (!visit || refusal("roster.see", visit.actor, rulebook.data.permissions)) return [];
  const wanted = normalise(typed);
  const people = await peopleLike(visit.records, typed.trim(), 25);
  const words = people.flatMap((person) => [
    person.name,
    ...tenuresOn(person, visit.today).flatMap(({ title, department }) => [title, department]),
  ]);
  const fitting = [...new Set(words)].filter((each) => each !== "" && normalise(each).includes(wanted));
  return fitting.slice(0, 25).map((each) => ({ label: each, value: each }));
}
