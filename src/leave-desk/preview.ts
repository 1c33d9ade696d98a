import { plusDays } from "../dates.ts";
import type { Leave } from "../leave/leave.ts";
import type { Route } from "../leave/route.ts";
import { type Button, note, paragraph, point, type Reply, reply } from "../reply.ts";
import { changeLeave, leaveNumbered, leavesWhere } from "../store/leave.ts";
import type { Wording } from "../wording/wording.ts";
import { asTyped } from "./as-typed.ts";
import { type Asker, whoMay } from "./asker.ts";
import type { AtDesk } from "./at-desk.ts";
import { clashesOf } from "./clashes.ts";
import { meetingsTold, warningsTold } from "./conflict-blocks.ts";
import { fieldsOf, lateBlocks } from "./draft-lines.ts";
import { routeOf } from "./roll.ts";
import { whyBlocks } from "./why.ts";

export interface Remarks {
  /** The beginning was typed without its year. */
  readonly withoutYear?: boolean;
  /** It was to be sent, and goes elsewhere than it was shown to go. */
  readonly elsewhere?: boolean;
}

/** A day without a year that lies so many days ahead may be meant of the year that it was in last. */
const nearlyAYear = 330;

/** Shows a draft before it is sent: the days, whom it goes to and why, what stands against it, what can be done. */
export async function previewOf(draft: Leave, asker: Asker, remarks: Remarks = {}): Promise<Reply> {
  const { at, context, person } = asker;
  const { wording, rulebook, language } = context;
  const words = wording.leaveRequest;
  const route = await routeOf(draft, at);
  const shown = await keepGoal(draft, route, asker);
  const why = whyBlocks(route, { rulebook, wording, today: at.today });
  const conflicts = await clashesOf(draft, person, at);
  // no words are quoted twice
  const quoted = new Set(why.citations.map(({ article, quote }) => `${article} ${quote}`));
  const meetings = await meetingsTold(conflicts, draft, asker, quoted);
  const warnings = await warningsTold(conflicts, draft, asker, quoted);
  const turnTo = route.kind === "nobody" ? await whoMay("roster.import", asker) : [];
  const number = wording.leave.number(draft.number);
  const waiting = await waitingForAbsent(draft, at);
  const pending = { label: wording.decisions.buttons.pending, command: "leave pending", options: {} };
  const decideFirst: readonly Button[] = waiting > 0 ? [pending] : [];
  return reply({
    tone: "needs",
    language,
    blocks: [
      point(words.preview.draft(number)),
      ...(remarks.elsewhere ? [paragraph(words.preview.changedMeanwhile)] : []),
      { kind: "list", items: await fieldsOf(draft, asker) },
      ...lateBlocks(draft.span, asker),
      ...(remarks.withoutYear && draft.span.from > plusDays(at.today, nearlyAYear)
        ? [paragraph(words.preview.yearGuessed(draft.span.from))]
        : []),
      ...why.blocks,
      ...(turnTo.length > 0 ? [paragraph(words.preview.turnTo(turnTo))] : []),
      ...(route.kind === "silent" && draft.replaces === null ? [paragraph(words.preview.noteOnly)] : []),
      ...meetings.blocks,
      ...warnings.blocks,
      ...(waiting > 0 ? [paragraph(words.preview.decideFirst(waiting))] : []),
      ...(route.kind === "silent" ? [] : [note(words.preview.private)]),
    ],
    citations: [...why.citations, ...meetings.citations, ...warnings.citations],
    buttons: [...nextSteps(shown, route, meetings.sendable, wording), ...warnings.buttons, ...decideFirst],
  });
}

/** How many requests of others wait for whoever goes away. */
async function waitingForAbsent({ occasion, person }: Leave, { records, rulebook }: AtDesk): Promise<number> {
  if (occasion !== rulebook.data.leave?.trip) return 0;
  return (await leavesWhere(records, { statuses: ["asked"] })).filter(({ approver }) => approver === person).length;
}

/** Keeps in the draft to whom it was shown to go: it goes to nobody else unseen. */
async function keepGoal(draft: Leave, route: Route, { at }: Asker): Promise<Leave> {
  const goal = goalOf(route);
  if (draft.approver === goal.approver && draft.approverPost === goal.approverPost) return draft;
  await changeLeave(at.records, draft, goal);
  return (await leaveNumbered(at.records, draft.number)) ?? draft;
}

export const goalOf = (route: Route): Pick<Leave, "approver" | "approverPost"> =>
  route.kind === "asks"
    ? { approver: route.to.person.id, approverPost: route.to.post }
    : { approver: null, approverPost: null };

function nextSteps(
  draft: Leave,
  route: Route,
  meetings: readonly number[],
  { leaveRequest: { buttons } }: Wording,
): readonly Button[] {
  const send = { send: String(draft.number) };
  const asks = route.kind === "asks";
  const all = { ...send, with: meetings.join(",") };
  return [
    ...(asks && meetings.length > 0
      ? [{ label: buttons.sendAll(meetings.length + 1), command: "leave request", options: all }]
      : []),
    ...(asks
      ? [{ label: meetings.length > 0 ? buttons.sendOnly : buttons.send, command: "leave request", options: send }]
      : []),
    ...(route.kind === "nobody" ? [{ label: buttons.again, command: "leave request", options: send }] : []),
    ...(route.kind === "silent" && draft.replaces === null
      ? [{ label: buttons.note, command: "leave request", options: { note: send.send } }]
      : []),
    { label: buttons.change, command: "leave request", options: asTyped(draft), form: true },
    { label: buttons.discard, command: "leave withdraw", options: { number: send.send } },
  ];
}
