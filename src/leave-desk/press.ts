import { InputError } from "../errors.ts";
import { type Decision, standingOf, stateAtPress } from "../leave/deciding.ts";
import { cardOf, isOpen, type Leave } from "../leave/leave.ts";
import type { Decider } from "../leave/route.ts";
import { personName } from "../office/people.ts";
import { type Block, type Button, note, paragraph, point, type Reply, reply } from "../reply.ts";
import { accountsOf } from "../store/accounts.ts";
import { cardRecipients } from "../store/card-recipients.ts";
import { leaveNumbered, leavesWhere } from "../store/leave.ts";
import { personById } from "../store/people.ts";
import { repeated } from "../text.ts";
import type { Asker } from "./asker.ts";
import { leaveCard, occasionName } from "./card.ts";
import { type Deciding, decideLeave } from "./decide.ts";
import { decidedLine } from "./decided-by.ts";
import { type Given, leaveMeant } from "./given.ts";
import { pendingReply } from "./pending.ts";
import { routeOf } from "./roll.ts";
import { deciderName } from "./why.ts";

/** "13", "and No. 13", 和第13号: numbers, and nothing beside the signs and words that stand between numbers. */
const isMoreNumbers = (words: string): boolean =>
  /\d/.test(words) && /^(?:No\.?|and|[\d\s,，、;；#第号號和及與与])*$/iu.test(words);

/**
 * Somebody wants to decide on a request, by a button or a typed line. Who may is found out now, by the roster and the
 * entrustments of this moment; whatever a message showed, nobody else decides, and nothing is decided twice.
 */
export async function press(decision: Decision, { number, words, version }: Given, asker: Asker): Promise<Reply> {
  const { at, context, person } = asker;
  if (number === undefined) return pendingReply(asker);
  // "12 13": one is decided at a time, and none when it is not clear which
  if (isMoreNumbers(words))
    throw new InputError(context.wording.decisions.oneAtATime(repeated(`${number} ${words}`)), "number");
  const leave = await leaveMeant(number, at.records, context);
  const route = await routeOf(leave, at);
  const standing = standingOf(person.id, leave, route);
  if (standing.kind !== "may") {
    // whoever had to do with it is told what became of it; it is no attempt to decide on what is not theirs
    if (!isOpen(leave) && (await hasToDoWith(leave, asker))) return settledReply(leave, asker);
    await at.note({ action: "refused", subject: cardOf(leave.number), details: { what: `leave.${decision}` } });
    return standing.kind === "own"
      ? refusedReply(context.wording.leave.ownRequest, asker)
      : notTheirs(leave, standing.deciders, asker);
  }
  const state = stateAtPress(leave, version);
  if (state === "settled") return settledReply(leave, asker);
  if (state === "outdated") return outdatedReply(leave, asker);
  if (words === "" && decision !== "approve") return wordsNeeded(decision, leave, asker);
  if (route.kind !== "asks") throw new Error("somebody may decide where nobody is asked");
  const decided = await decideLeave(leave, decision, { decider: standing.decider, route }, words, at);
  if (decided) return doneReply(decision, decided, { decider: standing.decider, route }, asker);
  const now = await leaveNumbered(at.records, number);
  return now && isOpen(now) ? outdatedReply(now, asker) : settledReply(now ?? leave, asker);
}

/** Whether somebody asked, decided, or was sent the request to decide on it. */
export async function hasToDoWith(leave: Leave, { at, person: { id } }: Asker): Promise<boolean> {
  if ([leave.person, leave.approver, leave.decidedBy].includes(id)) return true;
  return (await cardRecipients(at.records, cardOf(leave.number))).has(personName(id));
}

/** What happened to a request that needs no decision any more: by whom, when. */
export async function settledReply(leave: Leave, { at, context }: Asker): Promise<Reply> {
  const { wording, language } = context;
  const line = await decidedLine(leave, at, wording);
  return reply({
    tone: "refused",
    language,
    blocks: [
      point(wording.leave.stale(wording.leave.number(leave.number), wording.leave.statuses[leave.status])),
      ...(line === undefined ? [] : [paragraph(wording.labelled(wording.decisions.fields.decided, line))]),
    ],
    buttons: [showButton(leave, context)],
  });
}

/** The request as it stands, with its buttons: what was pressed belonged to what it was before. */
async function outdatedReply(leave: Leave, { at, context: { wording } }: Asker): Promise<Reply> {
  const card = await leaveCard(leave, "decider", at, wording);
  return { ...card, blocks: [point(wording.leave.outdated(wording.leave.number(leave.number))), ...card.blocks] };
}

function refusedReply(words: string, { context }: Asker, more: readonly Block[] = []): Reply {
  const buttons = [{ label: context.wording.decisions.buttons.pending, command: "leave pending", options: {} }];
  return reply({ tone: "refused", language: context.language, blocks: [point(words), ...more], buttons });
}

function notTheirs(leave: Leave, deciders: readonly Decider[], asker: Asker): Reply {
  const { wording, rulebook } = asker.context;
  const number = wording.leave.number(leave.number);
  if (!isOpen(leave)) return refusedReply(wording.leave.noSuch(number), asker);
  const names = deciders.map((each) => deciderName(each, { rulebook, wording, today: asker.at.today }));
  return refusedReply(wording.leave.onlyThey(number, names), asker);
}

function wordsNeeded(decision: "refuse" | "question", leave: Leave, { context }: Asker): Reply {
  const { wording, language } = context;
  const options = { number: String(leave.number), version: String(leave.version) };
  const label = wording.leave.buttons[decision];
  return reply({
    tone: "needs",
    language,
    blocks: [point(wording.decisions.wordsNeeded[decision](wording.leave.number(leave.number)))],
    buttons: [{ label, command: `leave ${decision}`, options, form: true }],
  });
}

async function doneReply(decision: Decision, leave: Leave, { decider, route }: Deciding, asker: Asker): Promise<Reply> {
  const { at, context } = asker;
  const { wording, language, rulebook } = context;
  const { decisions } = wording;
  const name = (await personById(at.records, leave.person))?.name ?? leave.person;
  const who = wording.leave.person(name, leave.title);
  const what = `${occasionName(leave.occasion, at, wording)} · ${wording.leave.span(leave.span)}`;
  const acting = decider.as === "acting" ? deciderName(decider, { rulebook, wording, today: at.today }) : undefined;
  const accounts = await accountsOf(at.records, leave.person);
  const reached = accounts.some(({ platform }) => platform !== "terminal");
  const { blocks, buttons } = await restOfTrip(leave, asker);
  return reply({
    tone: decision === "question" ? "needs" : "done",
    language,
    blocks: [
      point(decisions.done[decision](wording.leave.number(leave.number), who, what)),
      ...(acting === undefined ? [] : [paragraph(decisions.youActed(acting))]),
      paragraph(reached ? decisions.told(name) : decisions.tellYourself(name)),
      ...blocks,
    ],
    citations: route.rule?.because ?? [],
    buttons: [...buttons, showButton(leave, context)],
  });
}

/** What of the same journey waits for the same person: each is decided by itself. */
async function restOfTrip(leave: Leave, { at, context, person }: Asker) {
  const { wording } = context;
  const blocks: Block[] = [];
  const buttons: Button[] = [];
  for (const each of await leavesWhere(at.records, { trip: leave.trip, statuses: ["asked", "questioned"] })) {
    if (each.number === leave.number) continue;
    if (standingOf(person.id, each, await routeOf(each, at)).kind !== "may") continue;
    const number = wording.leave.number(each.number);
    blocks.push(note(wording.decisions.alsoWaits(number, occasionName(each.occasion, at, wording))));
    const options = { number: String(each.number), version: String(each.version) };
    buttons.push({ label: `${wording.leave.buttons.approve} · ${number}`, command: "leave approve", options });
  }
  return { blocks, buttons };
}

const showButton = (leave: Leave, { wording }: Asker["context"]): Button => ({
  label: wording.leave.buttons.show,
  command: "leave show",
  options: { number: String(leave.number) },
});
