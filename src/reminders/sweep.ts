import { randomUUID } from "node:crypto";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import { type OfficeSettings, readOfficeSettings } from "../office/settings.ts";
import { note, paragraph, reply } from "../reply.ts";
import type { Rulebook } from "../rulebook/model.ts";
import { administrators } from "../store/administrators.ts";
import { nextAttempt, postMessage } from "../store/outbox.ts";
import { moveReminder, planReminder, retryReminder, settleReminder, takeDueReminders } from "../store/reminders.ts";
import { readSettings } from "../store/settings.ts";
import type { Records, Store } from "../store/store.ts";
import { isPassing } from "../store/trouble.ts";
import { wordingFor } from "../wording/wording.ts";
import { type Calendar, withNotices } from "../workdays/calendar.ts";
import { gather } from "./gather.ts";
import type { Considered, Reminder, ReminderKind } from "./kind.ts";
import { reminderLine } from "./line.ts";
import { isOfficeTime, type OfficeTime, officeMoment } from "./office-time.ts";
import { openScene } from "./scene.ts";

export interface SweepParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly rulebook: Rulebook;
  readonly calendar: Calendar;
  readonly kinds: readonly ReminderKind[];
  /** Called when there may be new messages in the outbox. */
  readonly posted?: () => void;
  /** The office is being closed: what is not taken yet is left for its next start. */
  readonly closing?: () => boolean;
}

/**
 * Does everything that is due when it begins, in order, and returns how many: one reminder in one transaction, or a
 * number of them if their kind makes one message of many. Outside office hours people are left in peace: their reminders
 * are not even taken, and are the first to be done when they are back. A kind that this Mishu does not know waits for one
 * that does, and what somebody is changing at this moment for the next round.
 */
export async function sweepReminders(parts: SweepParts): Promise<number> {
  let by = parts.clock.now();
  for (let done = 0; ; ) {
    const now = parts.clock.now();
    // a clock that is put back: what was due by its former time is not due yet
    if (now < by) by = now;
    const more = parts.closing?.() ? 0 : await doNext({ by, now }, parts);
    if (more === 0) return done;
    done += more;
  }
}

/** Has every kind plan what nobody's request plans. */
export async function seedReminders({ store, clock, kinds, rulebook, calendar }: SweepParts): Promise<void> {
  const seeds = kinds.flatMap(({ seed }) => seed ?? []);
  if (seeds.length === 0) return;
  await store.transaction(async (records) => {
    const settings = readOfficeSettings(await readSettings(records));
    const known = withNotices(calendar, settings.notices);
    for (const seed of seeds) await seed({ records, now: clock.now(), settings, calendar: known, rulebook });
  });
}

/** Of a kind that makes one message of many, so many are considered in one transaction. */
const mostTogether = 50;

/** What is due by an instant is done; what comes of it is due after that instant, so that every sweep has an end. */
interface Instants {
  readonly by: Date;
  readonly now: Date;
}

const after = (by: Date, wanted: Date): Date => new Date(Math.max(wanted.getTime(), by.getTime() + 1));

/** After so many attempts the administrators are told; it goes on being tried. */
const toldAfter = 3;

/** How many were done; none when nothing is due any more. */
async function doNext(at: Instants, parts: SweepParts): Promise<number> {
  const { store, kinds } = parts;
  const { by, now } = at;
  let taken: Reminder | undefined;
  try {
    const did = await store.transaction(async (records) => {
      const settings = readOfficeSettings(await readSettings(records));
      const calendar = withNotices(parts.calendar, settings.notices);
      const office = { hours: settings.officeHours, zone: settings.timeZone, calendar };
      const atWork = isOfficeTime(now, office);
      const possible = kinds.filter(({ anyTime }) => anyTime || atWork);
      const [first] = await takeDueReminders(records, { by, kinds: possible.map(({ name }) => name), most: 1 });
      const kind = possible.find(({ name }) => name === first?.kind);
      if (!first || !kind) return [];
      const { post, flush } = gather(kind, records, now);
      const became: Considered["did"][] = [];
      const due = kind.together ? await together(kind, by, records) : [first];
      const subjects = due.map(({ subject }) => subject);
      const changing = await kind.hold?.(subjects, records);
      for (const each of due.filter(({ subject }) => !changing?.has(subject))) {
        taken = each;
        const scene = openScene(records, {
          ...parts,
          calendar,
          now,
          settings,
          meantFor: meantFor(each, kind, office),
          post,
        });
        const considered = await kind.consider(each, scene);
        await settle(records, each, considered, at);
        became.push(considered.did);
      }
      await flush(settings);
      return became;
    });
    if (did.includes("sent")) parts.posted?.();
    return did.length;
  } catch (error) {
    // a fault of the database is not the reminder's
    if (!taken || isPassing(error)) throw error;
    await putOff(taken, error, at, parts);
    return 1;
  }
}

/** In the order of the requests: whoever else has several of them to themself takes them in this order too. */
async function together({ name }: ReminderKind, by: Date, records: Records): Promise<readonly Reminder[]> {
  const due = await takeDueReminders(records, { by, kinds: [name], most: mostTogether });
  const order = new Intl.Collator("en", { numeric: true });
  return due.toSorted((one, other) => order.compare(one.subject, other.subject));
}

/** What waits for the morning is not late in the morning. */
function meantFor({ at }: Reminder, { anyTime }: ReminderKind, office: OfficeTime): Date {
  return anyTime ? at : officeMoment(at, office);
}

async function settle(records: Records, reminder: Reminder, became: Considered, { by, now }: Instants): Promise<void> {
  if (became.did === "waits") {
    await moveReminder(records, reminder, after(by, became.until));
    return;
  }
  await settleReminder(records, reminder, became.did === "sent" ? "sent" : `dropped: ${became.why}`, now);
  if (!became.next) return;
  // one that is done is not planned again: the reminders that should follow would be lost
  if (became.next.key === reminder.key) throw new Error(`the next reminder has the key of this one: ${reminder.key}`);
  await planReminder(records, became.next, after(by, became.next.at));
}

/** Tried again in 1, 2, 4 … minutes, at most six hours, for as long as it takes. */
async function putOff(reminder: Reminder, error: unknown, { by, now }: Instants, parts: SweepParts): Promise<void> {
  const { store, log } = parts;
  const reference = randomUUID().slice(0, 8);
  log.error("reminder put off", { reference, error });
  await store.transaction(async (records) => {
    const attempts = reminder.attempts + 1;
    const counted = await retryReminder(records, reminder, after(by, new Date(nextAttempt(attempts, now))));
    if (!counted || attempts !== toldAfter) return;
    const settings = readOfficeSettings(await readSettings(records));
    await tellAdministrators(records, reminder, reference, now, { settings, rulebook: parts.rulebook });
  });
  parts.posted?.();
}

async function tellAdministrators(
  records: Records,
  { kind, subject, details, attempts }: Reminder,
  reference: string,
  now: Date,
  { settings: { language }, rulebook }: { readonly settings: OfficeSettings; readonly rulebook: Rulebook },
): Promise<void> {
  const wording = wordingFor(language);
  const { reminders } = wording;
  const told = reply({
    tone: "problem",
    language,
    blocks: [
      paragraph(reminders.failing(reminderLine({ kind, subject, details }, wording, rulebook), attempts + 1)),
      note(reminders.failingNext(reference)),
    ],
  });
  for (const recipient of await administrators(records))
    await postMessage(records, { recipient, reply: JSON.stringify(told), now });
}
