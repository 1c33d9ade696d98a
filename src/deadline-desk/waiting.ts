import type { Deadline } from "../deadlines/deadline.ts";
import type { Person } from "../office/people.ts";
import type { Reach } from "./reach.ts";

/** What somebody has to say yes or no to. */
export interface Decision {
  readonly deadline: Deadline;
  readonly about: "extension" | "offer";
}

/**
 * Who has to decide what waits: on another day the leader who wants it done, on an offer the head of the department to which
 * it is made; where no message reaches them, the office that supervises. Nobody decides on what they asked for.
 */
export function deciders(
  deadline: Deadline,
  { reached, head }: Pick<Reach, "reached" | "head">,
  office: readonly Person[],
): readonly { readonly person: Person; readonly about: Decision["about"] }[] {
  const { asked, handedTo, leader } = deadline;
  const or = (named: Person | undefined): readonly Person[] => (named ? [named] : office);
  return [
    ...(asked === null ? [] : or(reached(leader)))
      .filter(({ id }) => id !== asked?.by)
      .map((person) => ({ person, about: "extension" as const })),
    ...(handedTo === null ? [] : or(reached(head(handedTo)?.id ?? null))).map((person) => ({
      ...{ person, about: "offer" as const },
    })),
  ];
}
