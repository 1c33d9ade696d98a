import type { Day } from "../dates.ts";
import type { Person } from "../office/people.ts";
import { type Actor, tenuresOn } from "../office/people.ts";
import { type Permissions, refusal } from "../office/permissions.ts";
import type { Deadline } from "./deadline.ts";

/**
 * What somebody is to something that is followed up: they supervise all of it; their department has to do it; it is
 * offered to their department; or they may only see it. Undefined: nothing at all, not even that there is one.
 */
export type Part = "supervises" | "works" | "offered" | "sees";

export function partIn(
  deadline: Pick<Deadline, "owner" | "department" | "handedTo" | "leader" | "addedBy">,
  actor: Pick<Actor, "person" | "tenures" | "administrator">,
  permissions: Permissions,
): Part | undefined {
  const { owner, department, handedTo, leader, addedBy } = deadline;
  if (refusal("deadline.supervise", actor, permissions) === undefined) return "supervises";
  const id = actor.person?.id;
  // whoever holds no post any more has nothing to do with it, though their name stands in it
  if (id === undefined || actor.tenures.length === 0) return undefined;
  const own = actor.tenures.map((each) => each.department);
  if (owner === id || own.includes(department)) return "works";
  if (handedTo !== null && own.includes(handedTo)) return "offered";
  const sees = refusal("deadline.see", actor, permissions) === undefined;
  return sees || leader === id || addedBy === id ? "sees" : undefined;
}

/** The same of a person whom a message goes to. */
export const actorOf = (person: Person, today: Day): Pick<Actor, "person" | "tenures" | "administrator"> => ({
  person,
  tenures: tenuresOn(person, today),
  administrator: false,
});
