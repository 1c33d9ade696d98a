import { entrustedFrom } from "../entrusted.ts";
import { type Conflict, conflictsOf, counterpartsOf, postsDuring } from "../leave/conflicts.ts";
import type { Leave } from "../leave/leave.ts";
import { decidingPosts } from "../leave/route.ts";
import type { Person } from "../office/people.ts";
import { leavesWhere } from "../store/leave.ts";
import { meetingsBetween } from "../store/meetings.ts";
import { holdersOf } from "../store/people.ts";
import type { AtDesk } from "./at-desk.ts";

const live = ["asked", "questioned", "approved", "noted"] as const;

/** Looks up what stands against leave, and decides what of it does. */
export async function clashesOf(
  leave: Pick<Leave, "number" | "person" | "occasion" | "meeting" | "event" | "span" | "replaces">,
  person: Person,
  { records, today, rulebook }: AtDesk,
): Promise<readonly Conflict[]> {
  const { from, until } = leave.span;
  const days = { from, until, statuses: live };
  const counterparts = new Map<string, readonly Person[]>();
  for (const post of counterpartsOf(postsDuring(person, leave.span), rulebook))
    counterparts.set(post, await holdersOf(records, [post], from));
  const theirs: Leave[] = [];
  for (const { id } of [...counterparts.values()].flat())
    theirs.push(...(await leavesWhere(records, { ...days, person: id })));
  return conflictsOf({
    leave,
    person,
    own: await leavesWhere(records, { ...days, person: person.id }),
    meetings: await meetingsBetween(records, from, until),
    entrustments: await entrustedFrom(records, from < today ? from : today),
    deciding: decidingPosts(rulebook),
    counterparts,
    theirs,
    rulebook,
  });
}
