import { quotes } from "../ask/sources.ts";
import type { Conflict } from "../leave/conflicts.ts";
import type { Leave, Purpose } from "../leave/leave.ts";
import { type Route, routeFor } from "../leave/route.ts";
import { calledAs, type Meeting } from "../meetings/meeting.ts";
import { meetingType } from "../meetings/types.ts";
import { entrustmentRule } from "../office/entrusting.ts";
import type { EntrustmentOccasion } from "../office/people.ts";
import { refusal } from "../office/permissions.ts";
import { heldAs, postName } from "../office/posts.ts";
import { type Block, type Button, note, paragraph, point } from "../reply.ts";
import type { Citation } from "../rulebook/cite.ts";
import type { Fact } from "../rulebook/model.ts";
import { inLanguage } from "../text.ts";
import { type Asker, whoMay } from "./asker.ts";
import { rollFor } from "./roll.ts";
import { deciderName } from "./why.ts";

export interface Told {
  readonly blocks: readonly Block[];
  readonly citations: readonly Citation[];
  readonly buttons: readonly Button[];
}

const nothing: Told = { blocks: [], citations: [], buttons: [] };

/** By which post somebody asks for leave from a meeting: the one that is called, or that of the journey. */
export function tenureCalled(meeting: Meeting, draft: Pick<Leave, "post" | "title" | "department">, asker: Asker) {
  const as = calledAs(asker.person, meeting, asker.context.rulebook);
  const tenure = asker.tenures.find(({ post }) => post === as);
  return tenure ?? { post: draft.post, title: draft.title, department: draft.department };
}

/** Where leave from a meeting goes. */
export async function meetingRoute(meeting: Meeting, draft: Leave, asker: Asker): Promise<Route> {
  const { post, department } = tenureCalled(meeting, draft, asker);
  const { presider } = meeting;
  const { occasion = meeting.type } = meetingType(meeting.type, asker.context.rulebook);
  const asked = { post, occasion, ...(presider === null ? {} : { presider }) };
  return routeFor(asker.person, asked, department, await rollFor(asker.at), asker.context.rulebook);
}

/** The meetings that one would miss: each needs leave of its own, from its own approver. */
export async function meetingsTold(
  conflicts: readonly Conflict[],
  draft: Leave,
  asker: Asker,
  shown = new Set<string>(),
): Promise<Told & { readonly sendable: readonly number[] }> {
  const missed = conflicts.flatMap((each) => (each.kind === "meeting" ? [each.meeting] : []));
  if (missed.length === 0) return { ...nothing, sendable: [] };
  const { rulebook, wording } = asker.context;
  const words = wording.leaveRequest.conflicts;
  const explained = { rulebook, wording, today: asker.visit.today };
  const items: string[] = [];
  const rules = new Set<Fact>();
  const sendable: number[] = [];
  for (const meeting of missed) {
    const route = await meetingRoute(meeting, draft, asker);
    const goesTo =
      route.kind === "asks"
        ? wording.leave.why.to(deciderName(route.to, explained))
        : route.kind === "silent"
          ? words.meetingSilent
          : words.meetingNobody;
    items.push(words.meeting(wording.leave.number(meeting.number), meeting.title, timeOf(meeting), goesTo));
    if (route.kind === "asks") sendable.push(meeting.number);
    if (route.kind === "asks" && route.rule) rules.add(route.rule);
  }
  return {
    blocks: [
      point(words.meetings(missed.length)),
      { kind: "list", items },
      ...(rules.size > 0 ? [paragraph(words.meetingToo), ...quotes([...rules], { rulebook, wording }, shown)] : []),
      ...(sendable.length > 0 ? [note(words.sameReason)] : []),
    ],
    citations: [...rules].flatMap(({ because }) => because),
    buttons: [],
    sendable,
  };
}

/** "2026-12-02 09:00" */
function timeOf({ day, fromMinute }: Meeting): string {
  const two = (count: number): string => String(Math.floor(count)).padStart(2, "0");
  return `${day} ${two(fromMinute / 60)}:${two(fromMinute % 60)}`;
}

/** What should be known before the days are asked for: who else is away, and who decides meanwhile. Forbids nothing. */
export async function warningsTold(
  conflicts: readonly Conflict[],
  { span, purpose }: Pick<Leave, "span" | "purpose">,
  asker: Asker,
  shown = new Set<string>(),
): Promise<Told> {
  const { rulebook, wording } = asker.context;
  const { leaveRequest, leave } = wording;
  const words = leaveRequest.conflicts;
  const { posts, permissions } = rulebook.data;
  const { today } = asker.visit;
  const rule = entrustmentRule(rulebook);
  const blocks: Block[] = [];
  const buttons: Button[] = [];
  let byRule = false;
  for (const each of conflicts) {
    if (each.kind === "acting") {
      const { by, post, from, until } = each.entrustment;
      blocks.push(paragraph(words.acting(leave.person(by.name, postName(post, posts, wording.language)), from, until)));
      byRule ||= rule?.by.includes(post) === true;
    }
    if (each.kind === "both-away") {
      const who = leave.person(each.person.name, heldAs(each.post, each.person, today, posts, wording.language));
      blocks.push(paragraph(words.bothAway(who, leave.span(each.leave.span), leave.statuses[each.leave.status])));
      byRule = true;
    }
    if (each.kind === "nobody-decides") {
      const provided = rule?.by.includes(each.post) === true;
      byRule ||= provided;
      const mayRecord = !refusal("roster.entrust", asker.visit.actor, permissions);
      blocks.push(
        paragraph(words.nobodyDecides(postName(each.post, posts, wording.language), span.from, span.until)),
        ...(provided ? [] : [note(words.ownArrangement)]),
        paragraph(mayRecord ? words.entrustNext : words.entrustBy(await whoMay("roster.entrust", asker))),
      );
      const options = { post: each.post, from: span.from, until: span.until, occasion: entrustingFor(purpose) };
      if (mayRecord)
        buttons.push({ label: leaveRequest.buttons.entrust, command: "roster entrust", options, form: true });
    }
  }
  if (!byRule || !rule) return { blocks, citations: [], buttons };
  return {
    blocks: [
      ...blocks,
      paragraph(inLanguage(rule.fact.say, wording.language)),
      ...quotes([rule.fact], { rulebook, wording }, shown),
    ],
    citations: rule.fact.because,
    buttons,
  };
}

const entrustingFor = (purpose: Purpose | null): EntrustmentOccasion =>
  purpose === "business" || purpose === "study" || purpose === "visit" ? purpose : "leave";
