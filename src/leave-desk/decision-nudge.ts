import { minuteOf } from "../dates.ts";
import { isThere } from "../leave/deciding.ts";
import { cardOf, isOpen, type Leave, numberOfCard } from "../leave/leave.ts";
import { endOf, isLastBefore, planNudge } from "../leave/nudges.ts";
import { type Decider, decidersOf, type Route } from "../leave/route.ts";
import { personName } from "../office/people.ts";
import type { ReminderKind, Scene } from "../reminders/kind.ts";
import { type Block, paragraph, point, reply } from "../reply.ts";
import { leaveNumbered } from "../store/leave.ts";
import { holdersOf, personById } from "../store/people.ts";
import { type Wording, wordingFor } from "../wording/wording.ts";
import { leaveCard } from "./card.ts";
import { decisionKind, decisionReminder, officeTimeOf } from "./decision-reminder.ts";
import { holdCards } from "./hold-cards.ts";
import { nextSteps } from "./next-steps.ts";
import { publicLines, waitsWith } from "./public-lines.ts";
import { requestLine } from "./request-line.ts";
import { reroute } from "./reroute.ts";
import { noteLeave } from "./send.ts";

/**
 * A request that waits is never left lying: whoever may decide is found anew each time and nudged, whoever asked is told
 * what the rules allow, and the office knows. Mishu decides nothing, and nobody is asked whom no words name.
 */
export const decisionNudge: ReminderKind & { readonly name: "leave.decide" } = {
  name: decisionKind,
  hold: holdCards,
  async consider({ subject, step: sent, details }, scene) {
    const found = await leaveNumbered(scene.records, numberOfCard(subject));
    if (!found || !isOpen(found)) return { did: "dropped", why: "decided" };
    const { leave, route } = await reroute(found, scene);
    const over = scene.now >= endOf(leave.span, scene.settings.timeZone);
    const officeTold = details.officeTold === true;
    const begins = isLastBefore(sent, scene.now, leave.span, officeTimeOf(scene));
    const nudge = planNudge({ sent, begins, somebodyMay: route.kind === "asks", officeTold });
    // the approver waits for an answer: it is whoever asked who must do something now
    const answers = leave.status === "questioned" && !over;
    const nudged = answers ? [] : nudgedOf(leave, route, nudge.everybody);
    for (const { person } of nudged) await nudgeOne(leave, person.id, over, scene);
    if (answers) await nudgeOne(leave, leave.person, over, scene);
    else if (nudge.requester) await tellRequester(leave, route, over, scene);
    if (nudge.office) await tellOffice(leave, route, scene);
    const to = nudged.map(({ person }) => person.id);
    await noteLeave("leave.nudge", leave, scene, { sent: sent + 1, to: answers ? [leave.person] : to });
    const since = Number(details.since);
    const next = { sent: sent + 1, since, officeTold: officeTold || nudge.office };
    return { did: "sent", next: decisionReminder(leave, next, scene) };
  },
  together(as, lines, { decisions, language }) {
    const words = decisions.nudge.together[as as ListName];
    const own = { label: decisions.buttons.mine, command: "leave mine", options: {} };
    const pending = { label: decisions.buttons.pending, command: "leave pending", options: {} };
    return reply({
      tone: "needs",
      language,
      blocks: [point(words(lines.length)), { kind: "list", items: lines }],
      buttons: [as === "own" ? own : pending],
    });
  },
};

/** To whoever decides, to whoever must answer, to whoever asked, to those who look after the office's leave. */
export type ListName = "decide" | "answer" | "own" | "office";

/** A request in a list; that its days are over is said there too. */
async function listed(as: ListName, leave: Leave, over: boolean, scene: Scene, wording: Wording) {
  const line = await requestLine(leave, scene, wording);
  return { as, line: over ? `${line} · ${wording.decisions.nudge.daysOver}` : line };
}

/** Whoever was asked; from the second nudge on everybody who may decide and is there. */
function nudgedOf(leave: Leave, route: Route, everybody: boolean): readonly Decider[] {
  const deciders = decidersOf(route);
  return deciders.filter(
    (each) => each.person.id === leave.approver || (isThere(each, deciders) && (everybody || each.as === "acting")),
  );
}

/** The request once more, as a card, with how long it has waited. */
async function nudgeOne(leave: Leave, person: string, over: boolean, scene: Scene): Promise<void> {
  const wording = wordingFor(await scene.languageOf(person));
  const { nudge } = wording.decisions;
  const reader = person === leave.person ? "requester" : "decider";
  const card = await leaveCard(leave, reader, scene, wording);
  const number = wording.leave.number(leave.number);
  const since = minuteOf(leave.askedAt ?? leave.madeAt, scene.settings.timeZone);
  const words = over ? nudge.over(number) : reader === "requester" ? nudge.answer(number) : nudge.decide(number, since);
  const message = { ...card, blocks: [paragraph(words), ...card.blocks] };
  const as = reader === "requester" ? "answer" : "decide";
  const more = { card: cardOf(leave.number), listed: await listed(as, leave, over, scene, wording) };
  await scene.send(personName(person), message, more);
}

/** Nothing is hidden from whoever asked: with whom it lies, and what the rules allow them to do about it. */
async function tellRequester(leave: Leave, route: Route, over: boolean, scene: Scene): Promise<void> {
  const wording = wordingFor(await scene.languageOf(leave.person));
  const { nudge } = wording.decisions;
  const number = wording.leave.number(leave.number);
  const steps = await nextSteps(leave, route, scene, wording);
  const since = minuteOf(leave.askedAt ?? leave.madeAt, scene.settings.timeZone);
  const options = { number: String(leave.number) };
  const message = reply({
    tone: "needs",
    language: wording.language,
    blocks: [
      point(over ? nudge.overOwn(number, wording.leave.span(leave.span)) : nudge.stillWaits(number, since)),
      paragraph(await waitsWith(leave, route, scene, wording)),
      ...steps.blocks,
    ],
    citations: steps.citations,
    buttons: [
      ...steps.buttons,
      { label: wording.leave.buttons.show, command: "leave show", options },
      { label: wording.leave.buttons.withdraw, command: "leave withdraw", options },
    ],
  });
  await scene.send(personName(leave.person), message, { listed: await listed("own", leave, over, scene, wording) });
}

/** Those who look after the office's leave are told once, without reason and place. */
async function tellOffice(leave: Leave, route: Route, scene: Scene): Promise<void> {
  const { records, rulebook, today } = scene;
  const knows = new Set([leave.person, ...decidersOf(route).map(({ person }) => person.id)]);
  const office = await holdersOf(records, rulebook.data.permissions["leave.see"] ?? [], today);
  for (const { id } of office.filter((each) => !knows.has(each.id))) {
    const wording = wordingFor(await scene.languageOf(id));
    const message = reply({
      tone: "needs",
      language: wording.language,
      blocks: [
        point(wording.decisions.nudge.office(wording.leave.number(leave.number))),
        ...(await linesFor(leave, route, scene, wording)),
        paragraph(wording.decisions.nudge.officeNext),
      ],
      buttons: [
        { label: wording.leave.buttons.show, command: "leave show", options: { number: String(leave.number) } },
      ],
    });
    const over = scene.now >= endOf(leave.span, scene.settings.timeZone);
    await scene.send(personName(id), message, { listed: await listed("office", leave, over, scene, wording) });
  }
}

async function linesFor(leave: Leave, route: Route, scene: Scene, wording: Wording): Promise<readonly Block[]> {
  const who = (await personById(scene.records, leave.person))?.name ?? leave.person;
  return [
    { kind: "list", items: publicLines(leave, who, scene, wording) },
    paragraph(await waitsWith(leave, route, scene, wording)),
  ];
}
