import { cardOf, type Leave } from "../leave/leave.ts";
import type { Route } from "../leave/route.ts";
import { partCode } from "../rulebook/cite.ts";
import type { Fact } from "../rulebook/model.ts";
import { changeLeave } from "../store/leave.ts";
import { updateCard } from "../store/outbox.ts";
import { wordingFor } from "../wording/wording.ts";
import type { AtDesk } from "./at-desk.ts";
import { sendCard } from "./card.ts";
import { planDecision } from "./decision-reminder.ts";
import { cardFor } from "./readers.ts";
import { routeOf } from "./roll.ts";

/** What came of sending: the request as it is now; not sent where the route asks nobody, or somebody was quicker. */
export type Sent =
  | { readonly kind: "sent"; readonly leave: Leave; readonly route: Route & { readonly kind: "asks" } }
  | { readonly kind: "no-approver"; readonly route: Exclude<Route, { readonly kind: "asks" }> }
  | { readonly kind: "changed-meanwhile" };

/**
 * Sends a draft, or asks again about a request that was changed, to whom the rules name today: kept, in the audit,
 * the approver's card in the outbox, the first reminder planned.
 */
export async function sendLeave(leave: Leave, at: AtDesk): Promise<Sent> {
  const route = await routeOf(leave, at);
  if (route.kind !== "asks") return { kind: "no-approver", route };
  const { to, rule, authority } = route;
  const changes = {
    status: "asked",
    askedAt: at.now,
    authority,
    fact: rule?.id ?? null,
    approverPost: to.post,
    approver: to.person.id,
  } as const;
  if (!(await changeLeave(at.records, leave, changes))) return { kind: "changed-meanwhile" };
  const sent = { ...leave, ...changes, version: leave.version + 1 };
  await noteLeave("leave.ask", sent, at, { approver: to.person.id, as: to.as, post: to.post });
  // whoever was asked before sees that it is out of date, or how it stands now
  await updateCards(sent, at);
  if (to.person.id !== leave.approver || leave.status === "draft") await sendCard(sent, to.person.id, at);
  await planDecision(sent, at);
  return { kind: "sent", leave: sent, route };
}

/** Brings every message that shows a request up to date, on every platform. `known`: its route, when it was just found. */
export async function updateCards(leave: Leave, at: AtDesk, known?: Route): Promise<void> {
  const route = known ?? (await routeOf(leave, at));
  await updateCard(
    at.records,
    cardOf(leave.number),
    async (recipient) => {
      const person = recipient.replace(/^person:/, "");
      return cardFor(person, leave, route, at, wordingFor(await at.languageOf(person)));
    },
    at.now,
  );
}

/** Leaves an event in the audit, under the articles that name the approver; nothing private is in its details. */
export async function noteLeave(
  action: string,
  leave: Leave,
  { note, rulebook }: Pick<AtDesk, "note" | "rulebook">,
  details: Readonly<Record<string, unknown>> = {},
  { byRules = true }: { readonly byRules?: boolean } = {},
): Promise<void> {
  const fact = rulebook.facts.get(leave.fact ?? "");
  await note({
    action,
    subject: cardOf(leave.number),
    articles: fact && byRules && leave.authority === "rules" ? articlesOf([fact]) : [],
    details: { version: leave.version, status: leave.status, ...details },
    about: leave.person,
  });
}

/** "6", "48/2": as the audit names articles. */
export function articlesOf(facts: readonly Fact[]): readonly string[] {
  return facts.flatMap(({ because }) =>
    because.map((each) => [each.article, partCode(each)].filter((part) => part !== undefined).join("/")),
  );
}
