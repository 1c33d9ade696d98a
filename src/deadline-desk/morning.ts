import { type Day, dayOf } from "../dates.ts";
import { looksAgain, morningOf } from "../deadlines/morning.ts";
import { workedBefore } from "../deadlines/stages.ts";
import { officeTimeOf } from "../leave-desk/decision-reminder.ts";
import { type Person, personName } from "../office/people.ts";
import type { PlannedReminder, ReminderKind, Scene, Seeding } from "../reminders/kind.ts";
import { nextWorkingMorning } from "../reminders/office-time.ts";
import { concernedIn, everyMorning, overdueByDepartment, thinkAgain, waitingIn } from "../store/deadline-mornings.ts";
import { countDeadlines } from "../store/deadlines.ts";
import { takeTurn } from "../store/numbers.ts";
import { plannedSubjects, planReminder } from "../store/reminders.ts";
import { digestOn } from "./digest.ts";
import { planHours } from "./hour.ts";
import { officeOf } from "./office.ts";
import { reachOf } from "./reach.ts";
import { deciders } from "./waiting.ts";

// On every working morning on which there is something to do, those whom it concerns are found out, and each of them gets
// one message. The morning after is planned when this one is done; with nothing open there is none.

const kind = "deadline.morning";
const subject = "deadlines";

/** Plans the next morning where none is planned. */
export async function planMorning(at: Seeding): Promise<void> {
  await takeTurn(at.records, kind);
  if ((await plannedSubjects(at.records, kind)).has(subject)) return;
  await planReminder(at.records, nextMorning(at));
}

function nextMorning(at: Seeding): PlannedReminder {
  const office = officeTimeOf(at);
  const on = nextWorkingMorning(at.now, office);
  return {
    key: `${kind}:${dayOf(on, office.zone)}`,
    kind,
    subject,
    recipient: "",
    step: 0,
    at: on,
    details: { since: dayOf(at.now, office.zone) },
  };
}

/** Something is open, or somebody wants to hear of their day all the same. */
const isWorthIt = async ({ records }: Pick<Seeding, "records">): Promise<boolean> =>
  (await countDeadlines(records, { status: "open" }, 1)) > 0 || (await everyMorning(records)).length > 0;

export const deadlineMorning: ReminderKind & { readonly name: "deadline.morning" } = {
  name: kind,
  async seed(at) {
    if (await isWorthIt(at)) await planMorning(at);
  },
  async consider({ details }, scene) {
    // whoever is adding something at this moment relies on this morning: it waits for them before it is the last one
    await takeTurn(scene.records, kind);
    if (!(await isWorthIt(scene))) return { did: "dropped", why: "nothing is open" };
    const since = details.since as Day;
    // after the morning of that day, on which all whom it concerns were asked
    await thinkAgain(scene.records, since, workedBefore(since, -looksAgain, scene.calendar));
    await planHours(scene);
    const recipients = await recipientsOf(since, scene);
    for (const recipient of recipients)
      await planReminder(scene.records, digestOn(scene.today, recipient, since, scene.now));
    return { did: "sent", next: nextMorning(scene) };
  },
};

/**
 * Whoever has to do something, or the head of their department where nobody is named or can be written to; of what is
 * overdue the head too, and when it stays so the office that supervises; and the channel that was agreed, the department's own or the office's.
 */
async function recipientsOf(since: Day, scene: Scene): Promise<readonly string[]> {
  const { records, today, calendar, settings } = scene;
  const morning = morningOf(since, today, calendar);
  const concerned = await concernedIn(records, morning);
  const { reached, head } = await reachOf(scene);
  // a morning that waits for somebody's account is of no use when they have one
  const office = (await officeOf(scene)).filter(({ id }) => reached(id));
  const found = new Set<string>();
  const add = (person: Person) => found.add(personName(person.id));
  for (const { owner, department, overdue } of concerned) {
    const chief = reached(head(department)?.id ?? null);
    const told = reached(owner) ?? chief;
    if (told) add(told);
    else for (const each of office) add(each);
    if (overdue && chief) add(chief);
  }
  if ((await overdueByDepartment(records, morning.officeHears)).length > 0) for (const each of office) add(each);
  for (const waiting of await waitingIn(records))
    for (const { person } of deciders(waiting, { reached, head }, office)) add(person);
  for (const id of await everyMorning(records)) {
    const person = reached(id);
    if (person) add(person);
  }
  const channels = concerned.map(
    ({ department }) => settings.departmentChannels.get(department) ?? settings.channels.deadlines,
  );
  return [...found, ...new Set(channels.filter((each) => each !== undefined))];
}
