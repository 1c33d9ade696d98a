import { minuteOf } from "../dates.ts";
import { cardOf, isOpen, type Leave } from "../leave/leave.ts";
import { refusal } from "../office/permissions.ts";
import { postName } from "../office/posts.ts";
import { type Block, paragraph, type Reply } from "../reply.ts";
import { eventsOf, type PastEvent } from "../store/audit.ts";
import { peopleById } from "../store/people.ts";
import type { CourseStep } from "../wording/leave-decisions/wording.ts";
import type { Wording } from "../wording/wording.ts";
import type { Asker } from "./asker.ts";
import type { AtDesk } from "./at-desk.ts";
import { leaveCard } from "./card.ts";
import { nextSteps } from "./next-steps.ts";
import { hasToDoWith } from "./press.ts";
import { waitsWith } from "./public-lines.ts";
import { publicCard, readerOf } from "./readers.ts";
import { routeOf } from "./roll.ts";

/**
 * A request and its whole course, as far as somebody may see it: all of it whoever asked and whoever decides, the days
 * and what became of it those who look after the office's leave, or who were once asked to decide. Undefined: it is none
 * of theirs.
 */
export async function showLeave(leave: Leave, asker: Asker): Promise<Reply | undefined> {
  const { at, context, person, visit } = asker;
  const { wording, rulebook } = context;
  const route = await routeOf(leave, at);
  const reader = readerOf(person.id, leave, route);
  const looksAfter = refusal("leave.see", visit.actor, rulebook.data.permissions) === undefined;
  if (!reader && !looksAfter && !(await hasToDoWith(leave, asker))) return undefined;
  const course = await courseOf(leave, at, wording);
  if (!reader) return publicCard(leave, route, at, wording, course);
  const card = await leaveCard(leave, reader, at, wording, { whole: true });
  const waits = isOpen(leave) ? [paragraph(await waitsWith(leave, route, at, wording))] : [];
  const next = reader === "requester" && isOpen(leave) ? await nextSteps(leave, route, at, wording) : undefined;
  return {
    ...card,
    blocks: [...card.blocks, ...waits, ...course],
    buttons: [...card.buttons, ...(next?.buttons ?? [])],
  };
}

const steps: Readonly<Record<string, CourseStep>> = {
  "leave.ask": "ask",
  "leave.reroute": "reroute",
  "leave.ask-as-well": "askAsWell",
  "leave.nudge": "nudge",
  "leave.approve": "approve",
  "leave.refuse": "refuse",
  "leave.question": "question",
  "leave.answer": "answer",
  "leave.withdraw": "withdraw",
  "leave.change": "change",
  "leave.replace": "replace",
  "leave.substitute": "substitute",
  "leave.return": "return",
  "leave.note": "note",
  refused: "refused",
};

/** Each step from the audit: when, who, what and as what, on which platform. Words that were exchanged are not in it. */
async function courseOf(leave: Leave, at: AtDesk, wording: Wording): Promise<readonly Block[]> {
  const all = await eventsOf(at.records, cardOf(leave.number));
  // somebody who presses again and again, and may not, is told of once
  const isPress = ({ action }: PastEvent) => action === "refused";
  const events = all.filter(
    (each, index) => !isPress(each) || all.findIndex((one) => isPress(one) && one.actor === each.actor) === index,
  );
  if (events.length === 0) return [];
  const ids = events.flatMap(({ actor, details }) => [actor.replace(/^person:/, ""), ...idsIn(details)]);
  const people = await peopleById(at.records, [...new Set(ids)]);
  const nameOf = (id: unknown): string => people.find((each) => each.id === id)?.name ?? String(id ?? "");
  const { course, fields } = wording.decisions;
  const rows = events.map((event) => [
    minuteOf(event.at, at.settings.timeZone),
    event.actor === "mishu" ? "Mishu" : nameOf(event.actor.replace(/^person:/, "")),
    stepOf(event, nameOf, at, wording),
    event.platform === "office" ? "" : (wording.platforms[event.platform] ?? event.platform),
  ]);
  return [
    paragraph(course.title),
    { kind: "table", rows: [[fields.when, fields.whoDid, fields.what, fields.where], ...rows] },
  ];
}

/** The people whom the details of an event name. */
const idsIn = ({ approver, before, substitute, for: holder, to }: PastEvent["details"]): readonly string[] =>
  [approver, before, substitute, holder, ...(Array.isArray(to) ? to : [])].filter((each) => typeof each === "string");

function stepOf({ action, details }: PastEvent, nameOf: (id: unknown) => string, at: AtDesk, wording: Wording): string {
  const { course } = wording.decisions;
  const step = steps[action];
  if (step === undefined) return action;
  const post = typeof details.post === "string" ? postName(details.post, at.rulebook.data.posts, wording.language) : "";
  const to = Array.isArray(details.to)
    ? details.to.map(nameOf)
    : [details.approver ?? details.substitute].filter(Boolean).map(nameOf);
  // of whoever was asked as acting the event names the post; of whoever decided so, the holder as well
  const named = details.for === undefined ? post : wording.leave.person(nameOf(details.for), post);
  const holder = details.as === "acting" ? named : undefined;
  const as = holder === undefined ? "" : course.actingFor(holder);
  return course.steps[step](wording.roster.list(to), as || (details.as === "other" ? course.asOther : ""));
}
