import type { Day } from "../dates.ts";
import type { OfficeSettings } from "../office/settings.ts";
import type { Reply } from "../reply.ts";
import type { Rulebook } from "../rulebook/model.ts";
import type { AuditEvent } from "../store/audit.ts";
import type { Records } from "../store/store.ts";
import type { Language } from "../text.ts";
import type { Wording } from "../wording/wording.ts";
import type { Calendar } from "../workdays/calendar.ts";

/** What is reminded of; each has its line in wording.reminders.kinds. */
export type ReminderKindName =
  | "meeting.reply"
  | "meeting.undrafted"
  | "meeting.minutes"
  | "meeting.publish"
  | "leave.decide"
  | "leave.substitute"
  | "leave.return"
  | "leave.entrustment"
  | "meeting.cadence"
  | "meeting.day-before"
  | "meeting.hour-before"
  | "meeting.begins"
  | "meeting.over"
  | "meeting.item-warning"
  | "meeting.item-over"
  | "deadline.morning"
  | "deadline.digest"
  | "deadline.hour"
  | "deadline.recount"
  | "deadline.moved";

/** When something is to be thought of. It does not hold what is then said: that is found out from what holds then. */
export interface PlannedReminder {
  /** Made from what it is about and the step: the same reminder is never planned twice. */
  readonly key: string;
  readonly kind: string;
  /** "leave:12" */
  readonly subject: string;
  /** Whom it will mainly go to: "person:17", "channel:slack:T1:C1"; "" where only then is found out. */
  readonly recipient: string;
  /** How many of this kind were sent about the subject before. */
  readonly step: number;
  readonly at: Date;
  /** Numbers and ids that the kind needs. No names, no reasons: they would outlive an erasure. */
  readonly details: Readonly<Record<string, unknown>>;
}

export interface Reminder extends PlannedReminder {
  /** How often it was tried and went wrong. */
  readonly attempts: number;
}

/** What becomes of a reminder whose time has come. */
export type Considered =
  /** The kind put its messages into the outbox; `next` is thought of after this one, under a key of its own. */
  | { readonly did: "sent"; readonly next?: PlannedReminder }
  /** Nothing needs to be said any more; `next` as above. */
  | { readonly did: "dropped"; readonly why: string; readonly next?: PlannedReminder }
  /** It is too early after all: the reminder comes again, without being late. */
  | { readonly did: "waits"; readonly until: Date };

export interface MoreOfMessage {
  readonly card?: string;
  readonly meantFor?: Date;
  readonly listed?: Listed;
}

/** A message as a line of a list. */
export interface Listed {
  /** Which of the kind's lists it belongs to. */
  readonly as: string;
  readonly line: string;
}

/** What a kind may look at and do; all of it in the one transaction in which the reminder is settled. */
export interface Scene {
  readonly records: Records;
  readonly now: Date;
  readonly today: Day;
  readonly settings: OfficeSettings;
  readonly calendar: Calendar;
  readonly rulebook: Rulebook;
  /**
   * Puts a message into the outbox. `card`: what it shows as long as it can be seen ("leave:12"); `meantFor`: when it
   * should have been there, the reminder's own time if it is not given: a message that comes later says so. `listed`:
   * what it says in one line, where the kind makes one message of many.
   */
  send(recipient: string, reply: Reply, more?: MoreOfMessage): Promise<void>;
  /** The language in which a person is spoken to. */
  languageOf(person: string): Promise<Language>;
  /** Leaves an event in the audit: Mishu did it, now. */
  note(event: Pick<AuditEvent, "action" | "subject" | "articles" | "details" | "about">): Promise<void>;
}

/** What there is to plan by when the office opens. */
export type Seeding = Pick<Scene, "records" | "now" | "settings" | "calendar" | "rulebook">;

/** One kind of reminder: a name and one function, which decides anew from what the records hold then. */
export interface ReminderKind {
  readonly name: string;
  /** Also outside office hours and working days: a meeting an hour from now. */
  readonly anyTime?: true;
  /** More than a few messages to one recipient at the same time become this one; without it each is sent. */
  readonly together?: (as: string, lines: readonly string[], wording: Wording) => Reply;
  /**
   * Has to itself what reminders are about, as far as nobody else has it, and tells of which subjects somebody does: they
   * are changing it, and then its reminders. They are not waited for: they would wait for whoever has taken the reminders.
   */
  readonly hold?: (subjects: readonly string[], records: Records) => Promise<ReadonlySet<string>>;
  /** Plans what nobody's request plans, when the office opens; as often as it is done, and wherever, it is planned once. */
  readonly seed?: (at: Seeding) => Promise<void>;
  /** What it throws undoes what it did; it is then asked again later. */
  consider(reminder: Reminder, scene: Scene): Promise<Considered>;
}
