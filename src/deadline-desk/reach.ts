import type { AtDesk } from "../leave-desk/at-desk.ts";
import { type Person, tenuresOn } from "../office/people.ts";
import { linkedPeople } from "../store/accounts.ts";
import { everybody, peopleById, peopleIn } from "../store/people.ts";
import { headOf } from "./departments.ts";

/** Who of the office can be told what. */
export interface Reach {
  /** Those who were looked up. */
  readonly people: readonly Person[];
  /** Whoever holds a post today and has an account; undefined: no message reaches them. */
  reached(id: string | null): Person | undefined;
  /** The head of a department, reached or not. */
  head(department: string): Person | undefined;
}

/** Of everybody, for a whole morning; or only of some people and of all who belong to some departments, for one message. */
export async function reachOf(
  { records, today, rulebook }: Pick<AtDesk, "records" | "today" | "rulebook">,
  of?: { readonly departments?: readonly string[]; readonly people?: readonly (string | null)[] },
): Promise<Reach> {
  const people = of
    ? [
        ...(await peopleIn(records, of.departments ?? [])),
        ...(await peopleById(records, [...new Set(of.people?.filter((each) => each !== null))])),
      ]
    : await everybody(records);
  const linked = await linkedPeople(records, of && people.map(({ id }) => id));
  const there = new Map(
    people.filter((each) => linked.has(each.id) && tenuresOn(each, today).length > 0).map((each) => [each.id, each]),
  );
  const heads = new Map<string, Person | undefined>();
  return {
    people,
    reached: (id) => (id === null ? undefined : there.get(id)),
    head(department) {
      if (!heads.has(department)) heads.set(department, headOf(department, people, today, rulebook));
      return heads.get(department);
    },
  };
}
