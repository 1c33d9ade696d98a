import type { Leave } from "../leave/leave.ts";

/** How it stands with somebody who is called to a meeting, in the order in which a roll shows it. */
export const rollStates = ["none", "asked", "attending", "substitute", "leave", "away"] as const;
export type RollState = (typeof rollStates)[number];

/** What is known of the people who are called. */
export interface RollGiven {
  /** Those who said that they come. */
  readonly replied: ReadonlySet<string>;
  /** Leave from this very meeting. */
  readonly leaves: readonly Pick<Leave, "person" | "status" | "substitute">[];
  /** Those who are on a journey then. */
  readonly away: ReadonlySet<string>;
}

export interface Standing {
  readonly state: RollState;
  /** Who goes instead, once leave is granted. */
  readonly substitute?: string;
}

/**
 * How it stands with somebody: leave that is granted goes before what they said earlier, and leave that is asked for before
 * it as well, as long as nobody has decided.
 */
export function standingOnRoll(person: string, { replied, leaves, away }: RollGiven): Standing {
  const own = leaves.filter((each) => each.person === person);
  const granted = own.find(({ status }) => status === "approved" || status === "noted");
  if (granted)
    return granted.substitute === null ? { state: "leave" } : { state: "substitute", substitute: granted.substitute };
  if (own.some(({ status }) => status === "asked" || status === "questioned")) return { state: "asked" };
  if (away.has(person)) return { state: "away" };
  return { state: replied.has(person) ? "attending" : "none" };
}
