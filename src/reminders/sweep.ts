import { randomUUID } from "node:crypto";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import { type OfficeSettings, readOfficeSettings } from "../office/settings.ts";
import { note, paragraph, reply } from "../reply.ts";
import type { Rulebook } from "../rulebook/model.ts";
import { administrators } from "../store/administrators.ts";
import { nextAttempt, postMessage } from "../store/outbox.ts";
import { moveReminder, planReminder, retryReminder, settleReminder, takeDueReminder } from "../store/reminders.ts";
import { readSettings } from "../store/settings.ts";
import type { Records, Store } from "../store/store.ts";
import { isPassing } from "../store/trouble.ts";
import { wordingFor } from "../wording/wording.ts";
import type { Considered, Reminder, ReminderKind } from "./kind.ts";
import { reminderLine } from "./line.ts";
import { type Calendar, isOfficeTime, type OfficeTime, officeMoment } from "./office-time.ts";
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
 * Does everything that is due when it begins, in order, one reminder in one transaction, and returns how many. Outside
 * office hours people are left in peace: their reminders are not even taken, and are the first to be done when they are
 * back. A kind that this Mishu does not know waits for one that does.
 */
export async function sweepReminders(parts: SweepParts): Promise<number> {
  let by = parts.clock.now();
  for (let done = 0; ; done++) {
    const now = parts.clock.now();
    // a clock that is put back: what was due by its former time is not due yet
    if (now < by) by = now;
    if (parts.closing?.() || !(await doNext({ by, now }, parts))) return done;
  }
}

/** What is due by an instant is done; what comes of it is due after that instant, so that every sweep has an end. */
interface Instants {
  readonly by: Date;
  readonly now: Date;
}

const after = (by: Date, wanted: Date): Date => new Date(Math.max(wanted.getTime(), by.getTime() + 1));

/** After so many attempts the administrators are told; it goes on being tried. */
const toldAfter = 3;

/** False when nothing is due any more. */
async function doNext(at: Instants, parts: SweepParts): Promise<boolean> {
  const { store, kinds } = parts;
  const { by, now } = at;
  let taken: Reminder | undefined;
  try {
    const considered = await store.transaction(async (records) => {
      const settings = readOfficeSettings(await readSettings(records));
      const office = { hours: settings.officeHours, zone: settings.timeZone, calendar: parts.calendar };
      const atWork = isOfficeTime(now, office);
      const possible = kinds.filter(({ anyTime }) => anyTime || atWork);
      taken = await takeDueReminder(records, { by, kinds: possible.map(({ name }) => name) });
      const kind = possible.find(({ name }) => name === taken?.kind);
      if (!taken || !kind) return undefined;
      const scene = openScene(records, { ...parts, now, settings, meantFor: meantFor(taken, kind, office) });
      const became = await kind.consider(taken, scene);
      await settle(records, taken, became, at);
      return became;
    });
    if (considered?.did === "sent") parts.posted?.();
    return considered !== undefined;
  } catch (error) {
    // a fault of the database is not the reminder's
    if (!taken || isPassing(error)) throw error;
    await putOff(taken, error, at, parts);
    return true;
  }
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
  if (became.did === "dropped" || !became.next) return;
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
    await tellAdministrators(records, reminder, reference, now, readOfficeSettings(await readSettings(records)));
  });
  parts.posted?.();
}

async function tellAdministrators(
  records: Records,
  { kind, subject, attempts }: Reminder,
  reference: string,
  now: Date,
  { language }: OfficeSettings,
): Promise<void> {
  const { reminders } = wordingFor(language);
  const told = reply({
    tone: "problem",
    language,
    blocks: [
      paragraph(reminders.failing(reminderLine({ kind, subject }, reminders), attempts + 1)),
      note(reminders.failingNext(reference)),
    ],
  });
  for (const recipient of await administrators(records))
    await postMessage(records, { recipient, reply: JSON.stringify(told), now });
}
