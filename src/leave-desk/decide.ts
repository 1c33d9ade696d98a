import type { Decision } from "../leave/deciding.ts";
import { cardOf, isGranted, isOpen, type Leave } from "../leave/leave.ts";
import type { Decider, Route } from "../leave/route.ts";
import { point, reply } from "../reply.ts";
import { addLeaveWord, changeLeave, leaveNumbered, leavesWhere } from "../store/leave.ts";
import { personById } from "../store/people.ts";
import { dropReminders } from "../store/reminders.ts";
import { wordingFor } from "../wording/wording.ts";
import type { AtDesk } from "./at-desk.ts";
import { sendCard } from "./card.ts";
import { planDecision } from "./decision-reminder.ts";
import { reroute, rerouteOpen } from "./reroute.ts";
import { planReturn } from "./return-reminder.ts";
import { noteLeave, updateCards } from "./send.ts";
import { releaseSubstitute } from "./substitute.ts";
import { planSubstitute } from "./substitute-reminder.ts";

/** Who decides, and the route by which they may. */
export interface Deciding {
  readonly decider: Decider;
  readonly route: Route & { readonly kind: "asks" };
}

/**
 * Decides on a request as it was read: kept with who decided as what, in the audit, every message that shows it brought
 * up to date, whoever asked told. `words`: why not, or what is asked. Undefined: somebody was quicker, nothing was done.
 */
export async function decideLeave(
  leave: Leave,
  decision: Decision,
  { decider, route }: Deciding,
  words: string,
  at: AtDesk,
): Promise<Leave | undefined> {
  const { person, post, as, entrustment } = decider;
  // the rule by which it was decided, should another hold by now than when it was asked
  const ruled = { authority: route.authority, fact: route.rule?.id ?? null, approverPost: post };
  const settled = {
    decidedAt: at.now,
    decidedBy: person.id,
    decidedAs: as,
    entrustment: entrustment?.id ?? null,
  };
  const changes: Partial<Leave> =
    decision === "question"
      ? // whoever asks has taken it in hand: the answer goes to them
        { ...ruled, status: "questioned", approver: person.id }
      : { ...ruled, ...settled, status: decision === "approve" ? "approved" : "refused" };
  if (!(await changeLeave(at.records, leave, changes))) return undefined;
  const decided: Leave = { ...leave, ...changes, version: leave.version + 1 };
  if (words !== "") {
    const kind = ({ approve: "note", refuse: "refusal", question: "question" } as const)[decision];
    await addLeaveWord(at.records, leave.number, { at: at.now, person: person.id, kind, words });
  }
  // who acts by an entrustment for which no rule provides decides by the office's own arrangement
  const byRules = entrustment === undefined || decider.provided !== undefined;
  const acting = entrustment ? { entrustment: entrustment.id, for: entrustment.by.id } : {};
  await noteLeave(`leave.${decision}`, decided, at, { as, post, ...acting }, { byRules });
  await planDecision(decided, at);
  const granted = decision === "approve" ? await grant(decided, at) : decided;
  await updateCards(granted, at);
  await sendCard(granted, granted.person, at);
  if (decision !== "question") await updateTrip(granted, at);
  return granted;
}

/** Whoever asked answers: it waits for the decision again, and whoever may decide now is told. */
export async function answerQuestion(leave: Leave, words: string, at: AtDesk): Promise<Leave | undefined> {
  const changes = { status: "asked" } as const;
  if (!(await changeLeave(at.records, leave, changes))) return undefined;
  await addLeaveWord(at.records, leave.number, { at: at.now, person: leave.person, kind: "answer", words });
  const answered: Leave = { ...leave, ...changes, version: leave.version + 1 };
  await noteLeave("leave.answer", answered, at);
  const { leave: routed } = await reroute(answered, at);
  await updateCards(routed, at);
  // whoever was asked only now has been sent it already
  if (routed.approver !== null && routed.version === answered.version) await sendCard(routed, routed.approver, at);
  await planDecision(routed, at);
  return routed;
}

/** What follows from leave that is granted, in the same transaction. */
async function grant(leave: Leave, at: AtDesk): Promise<Leave> {
  const granted = leave.replaces === null ? leave : await replaceOld(leave, leave.replaces, at);
  if (granted.occasion !== at.rulebook.data.leave?.trip) {
    await planSubstitute(granted, at);
    return granted;
  }
  await planReturn(granted, at);
  await announce(granted, at);
  // what waits for whoever goes away waits for somebody else while they are away
  await rerouteOpen(at);
  return granted;
}

/** The request that this one changes holds no longer; whoever was to go to the same meeting instead still is. */
async function replaceOld(leave: Leave, number: number, at: AtDesk): Promise<Leave> {
  const old = await leaveNumbered(at.records, number);
  if (!old || !isGranted(old)) return leave;
  await changeLeave(at.records, old, { status: "replaced" });
  const replaced: Leave = { ...old, status: "replaced", version: old.version + 1 };
  await noteLeave("leave.replace", replaced, at, { by: leave.number });
  await dropReminders(at.records, cardOf(number));
  await updateCards(replaced, at);
  if (old.substitute === null) return leave;
  const same = old.meeting === leave.meeting && old.event === leave.event && old.occasion === leave.occasion;
  if (!same || old.span.from !== leave.span.from) {
    await releaseSubstitute(old, at);
    return leave;
  }
  const kept = { substitute: old.substitute, substituteAt: old.substituteAt };
  await changeLeave(at.records, leave, kept);
  return { ...leave, ...kept, version: leave.version + 1 };
}

/** In the office's channel for leave, when it has one: who is away and when, never why and where. */
async function announce(leave: Leave, at: AtDesk): Promise<void> {
  const { settings, records } = at;
  const channel = settings.channels.leave;
  if (channel === undefined) return;
  const wording = wordingFor(settings.language);
  const who = wording.leave.person((await personById(records, leave.person))?.name ?? leave.person, leave.title);
  const words = wording.decisions.away(who, wording.leave.span(leave.span), leave.replaces !== null);
  await at.send(
    channel,
    reply({ tone: "done", language: wording.language, blocks: [point(words)], visibleTo: "channel" }),
  );
}

/** Messages about the other requests of the journey tell how many of it still wait. */
async function updateTrip({ number, trip }: Leave, at: AtDesk): Promise<void> {
  for (const each of await leavesWhere(at.records, { trip }))
    if (each.number !== number && each.status !== "draft" && !isOpen(each)) await updateCards(each, at);
}
