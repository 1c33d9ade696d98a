import { isOpen, type Leave } from "./leave.ts";
import { type Decider, decidersOf, type Route } from "./route.ts";

/** What can be done about a request that waits for a decision. */
export type Decision = "approve" | "refuse" | "question";

/** Whether somebody may decide on a request, by its route as it is now. */
export type Standing =
  | { readonly kind: "may"; readonly decider: Decider }
  /** Nobody decides on their own leave. */
  | { readonly kind: "own" }
  /** Only these may: those whom the words name, who acts for them, or the office's own route; nobody else. */
  | { readonly kind: "not-theirs"; readonly deciders: readonly Decider[] };

export function standingOf(person: string, leave: Pick<Leave, "person">, route: Route): Standing {
  if (person === leave.person) return { kind: "own" };
  const deciders = decidersOf(route);
  const decider = deciders.find((each) => each.person.id === person);
  return decider ? { kind: "may", decider } : { kind: "not-theirs", deciders };
}

/** What a button or a typed line finds: `version`, the one that the button was shown with; typed lines have none. */
export function stateAtPress(
  leave: Pick<Leave, "status" | "version">,
  version: number | undefined,
): "settled" | "outdated" | "as-shown" {
  if (!isOpen(leave)) return "settled";
  return version !== undefined && version !== leave.version ? "outdated" : "as-shown";
}

/** Whether somebody who may decide is there: neither away, nor has anybody been entrusted by them for the day. */
export function isThere({ person, awayUntil }: Decider, deciders: readonly Decider[]): boolean {
  return awayUntil === undefined && !deciders.some(({ entrustment }) => entrustment?.by.id === person.id);
}

/**
 * To whom a waiting request goes from now on, found anew; undefined: it stays with whom it was sent to, because they may
 * still decide and are there, or because nobody else may.
 */
export function newApprover({ approver }: Pick<Leave, "approver">, route: Route): Decider | undefined {
  if (route.kind !== "asks" || route.to.person.id === approver) return undefined;
  const deciders = decidersOf(route);
  const kept = deciders.find(({ person }) => person.id === approver);
  return kept && isThere(kept, deciders) ? undefined : route.to;
}
