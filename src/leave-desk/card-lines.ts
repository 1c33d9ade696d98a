import { quotes } from "../ask/sources.ts";
import { isOpen, type Leave } from "../leave/leave.ts";
import { mayNameSubstitute, meetingDay } from "../leave/substitute.ts";
import type { Meeting } from "../meetings/meeting.ts";
import { type Block, note, paragraph } from "../reply.ts";
import { type LeaveWord, leavesWhere } from "../store/leave.ts";
import type { Wording } from "../wording/wording.ts";
import type { AtDesk } from "./at-desk.ts";

/** The most characters of a text, and the most words exchanged, that a card holds: it fits on a page on every platform. */
const longest = 300;
const mostWords = 3;

/** The texts of a request as a card shows them: of long ones the beginning, of what was exchanged the last; or all. */
export function onCard({ place, event, reason }: Leave, words: readonly LeaveWord[], whole: boolean) {
  const all = { place, event, reason, words };
  if (whole) return { ...all, areWhole: true };
  const cut = {
    place: beginning(place),
    event: beginning(event),
    reason: beginning(reason),
    words: words.slice(-mostWords).map((each) => ({ ...each, words: beginning(each.words) })),
  };
  return { ...cut, areWhole: JSON.stringify(cut) === JSON.stringify(all) };
}

function beginning(text: string): string {
  const characters = [...text];
  return characters.length > longest ? `${characters.slice(0, longest).join("").trimEnd()}…` : text;
}

/** What was asked, answered and said, each under what it is and whose. */
export function wordBlocks(
  words: readonly LeaveWord[],
  nameOf: (id: string) => string,
  { leave: { titles }, labelled }: Wording,
): readonly Block[] {
  if (words.length === 0) return [];
  const items = words.map(({ kind, person, words: said }) => labelled(`${titles[kind]} – ${nameOf(person)}`, said));
  return [{ kind: "list", items }];
}

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
  const sent = (await leavesWhere(records, { trip: leave.trip })).filter(({ status }) => status !== "draft");
  // a change is another state of a request, and no further request of the journey
  const all = sent.filter(({ replaces }) => replaces === null);
  const waiting = all.filter((each) => isOpen(each) && each.number !== leave.number);
  if (isOpen(leave) || waiting.length === 0) return [];
  const numbers = wording.roster.list(waiting.map(({ number }) => wording.leave.number(number)));
  return [note(decisions.tripWaits(waiting.length, all.length, numbers))];
}
