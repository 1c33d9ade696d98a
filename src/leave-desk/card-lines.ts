import { quotes } from "../ask/sources.ts";
import { isOpen, type Leave } from "../leave/leave.ts";
import { mayNameSubstitute, meetingDay } from "../leave/substitute.ts";
import type { Meeting } from "../meetings/meeting.ts";
import { type Block, note, paragraph } from "../reply.ts";
import { leavesWhere } from "../store/leave.ts";
import type { Wording } from "../wording/wording.ts";
import type { AtDesk } from "./at-desk.ts";

/** What only whoever asked is told below a request: what else of the journey waits, what they may and need not do. */
export async function requesterLines(
  leave: Leave,
  meeting: Meeting | undefined,
  at: AtDesk,
  wording: Wording,
): Promise<readonly Block[]> {
  const { decisions } = wording;
  return [
    ...(await tripLines(leave, at, wording)),
    ...(leave.status === "refused" && leave.replaces !== null
      ? [paragraph(decisions.staysAsItWas(wording.leave.number(leave.replaces)))]
      : []),
    ...(mayNameNow(leave, meeting, at) ? substituteLines(at, wording) : []),
  ];
}

/** Somebody may be named who goes instead, and nobody is yet. */
export function mayNameNow(leave: Leave, meeting: Meeting | undefined, { rulebook, today }: AtDesk): boolean {
  const passed = meetingDay(leave, meeting) < today || (meeting !== undefined && meeting.cancelledAt !== null);
  return leave.status === "approved" && leave.substitute === null && !passed && mayNameSubstitute(leave, rulebook);
}

function substituteLines({ rulebook }: AtDesk, wording: Wording): readonly Block[] {
  const rule = rulebook.facts.get(rulebook.data.leave?.substitute ?? "");
  return [paragraph(wording.decisions.nameSubstitute), ...(rule ? quotes([rule], { rulebook, wording }) : [])];
}

/** Each request of a journey is decided by itself: that one is granted says nothing of the others. */
async function tripLines(leave: Leave, { records }: AtDesk, wording: Wording): Promise<readonly Block[]> {
  const { decisions } = wording;
  const all = (await leavesWhere(records, { trip: leave.trip })).filter(({ status }) => status !== "draft");
  const waiting = all.filter((each) => isOpen(each) && each.number !== leave.number);
  if (isOpen(leave) || waiting.length === 0) return [];
  const numbers = wording.roster.list(waiting.map(({ number }) => wording.leave.number(number)));
  return [note(decisions.tripWaits(waiting.length, all.length, numbers))];
}
