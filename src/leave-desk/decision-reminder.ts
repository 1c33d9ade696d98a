import { cardOf, isOpen, type Leave } from "../leave/leave.ts";
import { nextNudge } from "../leave/nudges.ts";
import { personName } from "../office/people.ts";
import type { PlannedReminder } from "../reminders/kind.ts";
import type { OfficeTime } from "../reminders/office-time.ts";
import { dropReminders, planReminder } from "../store/reminders.ts";
import type { AtDesk } from "./at-desk.ts";

export const decisionKind = "leave.decide";

/** When people of the office are at work. */
export const officeTimeOf = ({ settings, calendar }: Pick<AtDesk, "settings" | "calendar">): OfficeTime => ({
  hours: settings.officeHours,
  zone: settings.timeZone,
  calendar,
});

/** What one nudge must know of those before it. */
export interface Nudged {
  /** How many there were since the request was asked, or asked again. */
  readonly sent: number;
  /** The version of the request as it was then: each time of asking has nudges of its own. */
  readonly since: number;
  readonly officeTold: boolean;
}

/** The nudge after `sent` others. */
export function decisionReminder(leave: Leave, { sent, since, officeTold }: Nudged, at: AtDesk): PlannedReminder {
  return {
    key: `${decisionKind}:${leave.number}:${since}:${sent}`,
    kind: decisionKind,
    subject: cardOf(leave.number),
    recipient: personName((leave.status === "questioned" ? leave.person : leave.approver) ?? leave.person),
    step: sent,
    at: nextNudge(sent, at.now, leave.span, officeTimeOf(at)),
    details: { since, officeTold },
  };
}

/** Plans the first nudge of whoever decides; what was planned for an earlier state of the request is dropped. */
export async function planDecision(leave: Leave, at: AtDesk): Promise<void> {
  await dropReminders(at.records, cardOf(leave.number), [decisionKind]);
  if (!isOpen(leave)) return;
  await planReminder(at.records, decisionReminder(leave, { sent: 0, since: leave.version, officeTold: false }, at));
}
