import { isOpen, type Leave } from "./leave.ts";
import { halfDay } from "./span.ts";

/** What of a request somebody may change. */
export type Changeable = Pick<Leave, "span" | "purpose" | "place" | "reason">;
export type ChangedField = "days" | "purpose" | "place" | "reason";

/** Which fields are different. */
export function fieldsChanged(old: Changeable, now: Changeable): readonly ChangedField[] {
  const same = (["from", "fromHalf", "until", "untilHalf"] as const).every((each) => old.span[each] === now.span[each]);
  const others = (["purpose", "place", "reason"] as const).filter((each) => old[each] !== now[each]);
  return [...(same ? [] : (["days"] as const)), ...others];
}

/** Whether leave becomes shorter at its end, and nothing else of it is different: no rule asks for leave to come back. */
export function endsEarlierOnly(old: Changeable, now: Changeable): boolean {
  const earlier = halfDay(now.span.until, now.span.untilHalf) < halfDay(old.span.until, old.span.untilHalf);
  const begins = old.span.from === now.span.from && old.span.fromHalf === now.span.fromHalf;
  return earlier && begins && fieldsChanged(old, now).length === 1;
}

/** Whether a request can still be changed: it waits, or holds and nobody has reported back. */
export const isChangeable = (leave: Pick<Leave, "status" | "returned">): boolean =>
  leave.returned === null && (isOpen(leave) || ["draft", "approved", "noted"].includes(leave.status));
