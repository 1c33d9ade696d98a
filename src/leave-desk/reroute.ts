import { newApprover } from "../leave/deciding.ts";
import { cardOf, isOpen, type Leave } from "../leave/leave.ts";
import { type Decider, decidersOf, type Roll, type Route } from "../leave/route.ts";
import { personName } from "../office/people.ts";
import { cardRecipients } from "../store/card-recipients.ts";
import { changeLeave, leaveNumbered, leavesWhere } from "../store/leave.ts";
import { redirectReminders } from "../store/reminders.ts";
import type { AtDesk } from "./at-desk.ts";
import { bringAll } from "./bring-all.ts";
import { sendCard } from "./card.ts";
import { decisionKind } from "./decision-reminder.ts";
import { rollFor, routeOf } from "./roll.ts";
import { noteLeave, updateCards } from "./send.ts";

/** A request after it was looked at, by its route; `moved`: to whom it goes from now on, when that is somebody else. */
interface Rerouted {
  readonly leave: Leave;
  readonly route: Route;
  readonly moved?: Decider;
}

/**
 * Finds anew whom a waiting request goes to, as it was just read in this transaction; whoever is asked from now on gets
 * it, and the audit knows.
 */
export async function reroute(found: Leave, at: AtDesk): Promise<Rerouted> {
  const rerouted = await move(found, at);
  if (rerouted.moved) await bringCards(rerouted.leave, [rerouted.moved], at);
  return rerouted;
}

/** The same, without telling whoever is asked from now on. */
async function move(leave: Leave, at: AtDesk, known?: Route): Promise<Rerouted> {
  const route = known ?? (await routeOf(leave, at));
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
  // whoever must answer a question is reminded as before
  if (leave.status === "asked")
    await redirectReminders(at.records, cardOf(leave.number), decisionKind, personName(to.person.id));
  await updateCards(changed, at, route);
  return { leave: changed, route, moved: to };
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
 * ended, an approver goes away, the roster changes. Whoever decides from now on has it at once. Call it in the
 * transaction of the change, once, when all of that is written.
 */
export async function rerouteOpen(given: AtDesk): Promise<void> {
  const waiting = await leavesWhere(given.records, { statuses: ["asked", "questioned"] });
  if (waiting.length === 0) return;
  const at = { ...given, languageOf: askedOnce(given.languageOf) };
  const roll = await rollFor(at);
  const theirs = new Map<string, Leave[]>();
  for (const { leave: seen, route: known } of await changing(waiting, roll, at)) {
    const { number } = seen;
    // somebody may just be deciding on it: it is then waited for what they do
    const each = await leaveNumbered(at.records, number);
    if (!each || !isOpen(each)) continue;
    const same = each.version === seen.version;
    const { leave, route, moved } = await move(each, at, same ? known : await routeOf(each, at, roll));
    await bringCards(leave, actingToo(leave, route), at);
    if (!moved || (await cardRecipients(at.records, cardOf(number))).has(personName(moved.person.id))) continue;
    theirs.set(moved.person.id, theirs.get(moved.person.id) ?? []);
    theirs.get(moved.person.id)?.push(leave);
  }
  for (const [person, leaves] of theirs) await bringAll(person, leaves, at);
}

/** Whoever acts for a holder, besides whom the request is sent to: they have it already. */
const actingToo = ({ approver }: Leave, route: Route): readonly Decider[] =>
  decidersOf(route).filter(({ as, person }) => as === "acting" && person.id !== approver);

/** The language of each person is looked up once. */
function askedOnce(languageOf: AtDesk["languageOf"]): AtDesk["languageOf"] {
  const known = new Map<string, ReturnType<AtDesk["languageOf"]>>();
  return (person) => {
    const language = known.get(person) ?? languageOf(person);
    known.set(person, language);
    return language;
  };
}

/**
 * The requests for which something changes. The others are not waited for: whoever is just deciding on one of them may
 * be waiting for this transaction, and two that wait for each other cost everybody a second.
 */
async function changing(waiting: readonly Leave[], roll: Roll, at: AtDesk): Promise<readonly Rerouted[]> {
  const found: Rerouted[] = [];
  for (const each of waiting) {
    const route = await routeOf(each, at, roll);
    const acting = actingToo(each, route);
    const have = acting.length === 0 ? undefined : await cardRecipients(at.records, cardOf(each.number));
    const brought = acting.every(({ person }) => have?.has(personName(person.id)));
    if (newApprover(each, route) || !brought) found.push({ leave: each, route });
  }
  return found;
}
