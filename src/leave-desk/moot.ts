import { cardOf, isGranted, isOpen, type Leave } from "../leave/leave.ts";
import { changeLeave } from "../store/leave.ts";
import { dropReminders } from "../store/reminders.ts";
import type { AtDesk } from "./at-desk.ts";
import { noteLeave, updateCards } from "./send.ts";

/**
 * Withdraws a request about which there is nothing to decide any more, or leave that is void; every message that shows it
 * says so. `why`: numbers and ids for the audit. Undefined: it neither waits nor was granted, or somebody was quicker.
 */
export async function withdrawMoot(
  leave: Leave,
  why: Readonly<Record<string, unknown>>,
  at: AtDesk,
): Promise<Leave | undefined> {
  const stands = isOpen(leave) || isGranted(leave);
  if (!stands || !(await changeLeave(at.records, leave, { status: "withdrawn" }))) return undefined;
  const withdrawn: Leave = { ...leave, status: "withdrawn", version: leave.version + 1 };
  await noteLeave("leave.withdraw", withdrawn, at, { was: leave.status, ...why });
  await dropReminders(at.records, cardOf(leave.number));
  await updateCards(withdrawn, at);
  return withdrawn;
}
