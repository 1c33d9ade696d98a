import { standingOf } from "../leave/deciding.ts";
import { isOpen, type Leave } from "../leave/leave.ts";
import type { Route } from "../leave/route.ts";
import { type Block, paragraph, point, type Reply, reply } from "../reply.ts";
import { personById } from "../store/people.ts";
import type { Wording } from "../wording/wording.ts";
import type { AtDesk } from "./at-desk.ts";
import { leaveCard, type Reader } from "./card.ts";
import { decidedLine } from "./decided-by.ts";
import { publicLines, waitsWith } from "./public-lines.ts";

/**
 * As what somebody sees all of a request: they asked, may decide on it as things stand, or had to when it was settled;
 * undefined: they do not. Whoever acts for a day must not read what was settled before or after.
 */
export function readerOf(person: string, leave: Leave, route: Route): Reader | undefined {
  if (person === leave.person) return "requester";
  const decides = isOpen(leave)
    ? standingOf(person, leave, route).kind === "may"
    : [leave.decidedBy, leave.approver].includes(person);
  return decides ? "decider" : undefined;
}

/** What a message about a request shows to somebody now: whoever may decide no longer sees no more than its days. */
export async function cardFor(
  person: string,
  leave: Leave,
  route: Route,
  at: AtDesk,
  wording: Wording,
): Promise<Reply> {
  const reader = readerOf(person, leave, route);
  return reader ? leaveCard(leave, reader, at, wording) : publicCard(leave, route, at, wording);
}

/** A request without what is private in it, and with nothing to press but its course. */
export async function publicCard(
  leave: Leave,
  route: Route,
  at: AtDesk,
  wording: Wording,
  more: readonly Block[] = [],
): Promise<Reply> {
  const name = (await personById(at.records, leave.person))?.name ?? leave.person;
  const decided = await decidedLine(leave, at, wording);
  const items = [
    ...publicLines(leave, name, at, wording),
    ...(decided === undefined ? [] : [wording.labelled(wording.decisions.fields.decided, decided)]),
  ];
  return reply({
    tone: "answer",
    language: wording.language,
    blocks: [
      point(isOpen(leave) ? wording.leave.number(leave.number) : await settledTitle(leave, at, wording)),
      { kind: "list", items },
      ...(isOpen(leave) ? [paragraph(await waitsWith(leave, route, at, wording))] : []),
      ...more,
    ],
  });
}

/** "No. 12 was approved by 沈静澜". */
async function settledTitle(leave: Leave, { records }: AtDesk, { leave: words }: Wording): Promise<string> {
  const by = leave.decidedBy === null ? undefined : await personById(records, leave.decidedBy);
  return words.titles.decided(leave.status, words.number(leave.number), by?.name);
}
