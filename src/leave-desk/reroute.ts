import { newApprover } from "../leave/deciding.ts";
import { cardOf, isOpen, type Leave } from "../leave/leave.ts";
import { type Decider, decidersOf, type Roll, type Route } from "../leave/route.ts";
import { personName } from "../office/people.ts";
import { cardRecipients } from "../store/card-recipients.ts";
import { changeLeave, leaveNumbered, leavesWhere } from "../store/leave.ts";
import type { AtDesk } from "./at-desk.ts";
import { sendCard } from "./card.ts";
import { rollFor, routeOf } from "./roll.ts";
import { noteLeave, updateCards } from "./send.ts";

/**
 * Finds anew whom a waiting request goes to, as it was just read in this transaction; whoever is asked from now on gets
 * it, and the audit knows.
 */
export async function reroute(
  leave: Leave,
  at: AtDesk,
  roll?: Roll,
): Promise<{ readonly leave: Leave; readonly route: Route }> {
  const route = await routeOf(leave, at, roll);
  const to = newApprover(leave, route);
  if (!to || route.kind !== "asks") return { leave, route };
  const { authority, rule } = route;
  const changes = { approver: to.person.id, approverPost: to.post, authority, fact: rule?.id ?? null };
  if (!(await changeLeave(at.records, leave, changes)))
    throw new Error(`request ${leave.number} was changed while it was looked at`);
  const changed = { ...leave, ...changes, version: leave.version + 1 };
  await noteLeave("leave.reroute", changed, at, {
    before: leave.approver,
    approver: to.person.id,
    as: to.as,
    post: to.post,
  });
  await updateCards(changed, at);
  await bringCards(changed, [to], at);
  return { leave: changed, route };
}

/** Brings a request to those who may decide on it and have not seen it yet; returns them. */
export async function bringCards(leave: Leave, deciders: readonly Decider[], at: AtDesk): Promise<readonly Decider[]> {
  const have = await cardRecipients(at.records, cardOf(leave.number));
  const without = deciders.filter(({ person }) => !have.has(personName(person.id)));
  for (const { person } of without) await sendCard(leave, person.id, at);
  return without;
}

/**
 * Looks at every request that waits, when it has become somebody else's to decide: an entrustment was recorded or
 * ended, an approver goes away. Whoever acts from now on has it at once. Call it in the transaction of the change.
 */
export async function rerouteOpen(at: AtDesk): Promise<void> {
  const waiting = await leavesWhere(at.records, { statuses: ["asked", "questioned"] });
  if (waiting.length === 0) return;
  const roll = await rollFor(at);
  for (const { number } of await changing(waiting, roll, at)) {
    // somebody may just be deciding on it: it is then waited for what they do
    const each = await leaveNumbered(at.records, number);
    if (!each || !isOpen(each)) continue;
    const { leave, route } = await reroute(each, at, roll);
    const acting = decidersOf(route).filter(({ as }) => as === "acting");
    await bringCards(leave, acting, at);
  }
}

/**
 * The requests for which something changes. The others are not waited for: whoever is just deciding on one of them may
 * be waiting for this transaction, and two that wait for each other cost everybody a second.
 */
async function changing(waiting: readonly Leave[], roll: Roll, at: AtDesk): Promise<readonly Leave[]> {
  const found: Leave[] = [];
  for (const each of waiting) {
    const route = await routeOf(each, at, roll);
    const acting = decidersOf(route).filter(({ as }) => as === "acting");
    const have = acting.length === 0 ? undefined : await cardRecipients(at.records, cardOf(each.number));
    const brought = acting.every(({ person }) => have?.has(personName(person.id)));
    if (newApprover(each, route) || !brought) found.push(each);
  }
  return found;
}
