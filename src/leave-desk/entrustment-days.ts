import { type Day, instantOf, plusDays } from "../dates.ts";
import type { Entrustment } from "../office/people.ts";
import type { ReminderKind } from "../reminders/kind.ts";
import { officeMoment } from "../reminders/office-time.ts";
import { dropReminders, planReminder } from "../store/reminders.ts";
import type { AtDesk } from "./at-desk.ts";
import { officeTimeOf } from "./decision-reminder.ts";
import { rerouteOpen } from "./reroute.ts";

const entrustmentKind = "leave.entrustment";
const subjectOf = ({ id }: Pick<Entrustment, "id">): string => `entrustment:${id}`;

/** What waits is looked at again when an entrustment begins and when it is over, not only when it is recorded. */
export async function planEntrustment(entrustment: Entrustment, at: AtDesk): Promise<void> {
  const office = officeTimeOf(at);
  const days = [entrustment.from as Day, plusDays(entrustment.until as Day, 1)];
  for (const [step, day] of days.entries()) {
    const when = officeMoment(instantOf(day, 0, office.zone), office);
    if (when <= at.now) continue;
    await planReminder(at.records, {
      key: `${entrustmentKind}:${entrustment.id}:${step}`,
      kind: entrustmentKind,
      subject: subjectOf(entrustment),
      recipient: "",
      step,
      at: when,
      details: {},
    });
  }
}

export async function dropEntrustment(entrustment: Entrustment, { records }: Pick<AtDesk, "records">): Promise<void> {
  await dropReminders(records, subjectOf(entrustment), [entrustmentKind]);
}

/** Whoever acts from today on has at once what waits; whoever is back has it again. */
export const entrustmentDay: ReminderKind & { readonly name: "leave.entrustment" } = {
  name: entrustmentKind,
  async consider(_, scene) {
    await rerouteOpen(scene);
    return { did: "sent" };
  },
};
