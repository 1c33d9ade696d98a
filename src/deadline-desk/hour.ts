import { instantOf } from "../dates.ts";
import { type Deadline, deadlineCard, numberOfDeadlineCard } from "../deadlines/deadline.ts";
import { clock } from "../meetings/read-time.ts";
import type { Person } from "../office/people.ts";
import type { PlannedReminder, ReminderKind, Seeding } from "../reminders/kind.ts";
import { deadlineNumbered, deadlinesWhere } from "../store/deadlines.ts";
import { peopleIn } from "../store/people.ts";
import { planReminder } from "../store/reminders.ts";
import { headOf } from "./departments.ts";
import { tell, toldOf } from "./tell.ts";

// 屬緊急公文,要在規定時限內辦結 (Art. 55): where that limit is a time of day, a morning's message is not enough. Two hours
// before, whoever does it is reminded; when the time is over, they and the head of their department.

const kind = "deadline.hour";
const minutesBefore = 120;
const mostADay = 1000;

/** Plans what is said of it in the course of its last day, if that is today and it has a time. */
export async function planHour(
  deadline: Deadline,
  at: Pick<Seeding, "records" | "now" | "settings"> & Today,
): Promise<void> {
  const { number, due, dueMinute, status } = deadline;
  if (status !== "open" || dueMinute === null || due?.from !== at.today) return;
  for (const [step, minute] of [dueMinute - minutesBefore, dueMinute].entries()) {
    const on = instantOf(due.from, Math.max(0, minute), at.settings.timeZone);
    // what has come already was said when it was set, or this morning
    if (on <= at.now) continue;
    const planned: PlannedReminder = {
      key: `${kind}:${number}:${due.from}:${dueMinute}:${step}`,
      kind,
      subject: deadlineCard(number),
      recipient: "",
      step,
      at: on,
      details: { day: due.from, minute: dueMinute },
    };
    await planReminder(at.records, planned);
  }
}

interface Today {
  readonly today: NonNullable<Deadline["due"]>["from"];
}

/** On a morning: the same for everything that has a time today. */
export async function planHours(at: Parameters<typeof planHour>[1]): Promise<void> {
  const today = await deadlinesWhere(at.records, { status: "open", dueOn: [at.today], timed: true }, mostADay);
  for (const each of today) await planHour(each, at);
}

export const deadlineHour: ReminderKind & { readonly name: "deadline.hour" } = {
  name: kind,
  async consider({ subject, step, details }, scene) {
    const deadline = await deadlineNumbered(scene.records, numberOfDeadlineCard(subject));
    const { day, minute } = details;
    if (deadline?.status !== "open") return { did: "dropped", why: "it is not open any more" };
    if (deadline.due?.from !== day || deadline.dueMinute !== minute || day !== scene.today)
      return { did: "dropped", why: "it is due at another time" };
    const people: (Person | undefined)[] = [...(await toldOf(deadline, scene))];
    if (step > 0) {
      const theirs = await peopleIn(scene.records, [deadline.department]);
      people.push(headOf(deadline.department, theirs, scene.today, scene.rulebook));
    }
    const told = new Map(people.flatMap((each) => (each ? [[each.id, each] as const] : [])));
    for (const person of told.values())
      await tell(person, deadline, scene, ({ deadlines }) => {
        const [of, time] = [deadlines.number(deadline.number), clock(Number(minute))];
        return step > 0 ? deadlines.hour.over(of, time, deadline.title) : deadlines.hour.soon(of, time, deadline.title);
      });
    return told.size > 0 ? { did: "sent" } : { did: "dropped", why: "nobody is responsible" };
  },
};
