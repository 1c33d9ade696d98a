import type { Generated } from "kysely";

// One schema for SQLite and PostgreSQL. Instants are whole milliseconds since 1970, days are ISO text (2026-11-22), yes/no
// is 1/0, structures are JSON text. Every row carries its organisation, and every index begins with it.

export interface Tables {
  person: PersonTable;
  tenure: TenureTable;
  portfolio: PortfolioTable;
  entrustment: EntrustmentTable;
  account: AccountTable;
  administrator: AdministratorTable;
  link_code: LinkCodeTable;
  setting: SettingTable;
  inbox: InboxTable;
  outbox: OutboxTable;
  parked: ParkedTable;
  audit: AuditTable;
  audit_detail: AuditDetailTable;
  counter: CounterTable;
  leave: LeaveTable;
  leave_word: LeaveWordTable;
  leave_correction: LeaveCorrectionTable;
  meeting: MeetingTable;
  meeting_invited: MeetingInvitedTable;
  meeting_reply: MeetingReplyTable;
  meeting_attendance: MeetingAttendanceTable;
  meeting_item: MeetingItemTable;
  meeting_consent: MeetingConsentTable;
  calendar_feed: CalendarFeedTable;
  meeting_minutes: MeetingMinutesTable;
  meeting_minutes_step: MeetingMinutesStepTable;
  draft_file: DraftFileTable;
  reminder: ReminderTable;
  deadline: DeadlineTable;
  deadline_step: DeadlineStepTable;
}

export interface PersonTable {
  organisation: string;
  /** The office's own number for the person, from the roster. */
  id: string;
  name: string;
  /** Verified by Slack before it links an account; in small letters. */
  email: string | null;
  /** When the person's data was erased; the name is then gone. */
  erased_at: number | null;
  /** 1: a message on every working morning, also when nothing is due. */
  every_morning: Generated<number>;
}

/** A post that a person holds, from a day, until a day (both included; null: not limited). */
export interface TenureTable {
  organisation: string;
  id: string;
  person: string;
  /** An id of the rulebook's posts. */
  post: string;
  /** What the office calls it: 市教育局局长. */
  title: string;
  /** "" where the post belongs to no department. */
  department: string;
  from_day: string | null;
  until_day: string | null;
  /** The order in the roster: the first post is the person's main one. */
  position: number;
}

/** A matter or department that somebody is in charge of (分工). */
export interface PortfolioTable {
  organisation: string;
  person: string;
  matter: string;
  position: number;
}

/** Somebody acts for the holder of a post, entrusted by them (Art. 6 of the Changzhou rules). Days included. */
export interface EntrustmentTable {
  organisation: string;
  id: string;
  post: string;
  by_person: string;
  to_person: string;
  /** Why the holder is away: an id of entrustmentOccasions. */
  occasion: string;
  from_day: string;
  until_day: string;
  recorded_at: number;
  /** The person who recorded it; null where that is nobody of the roster. */
  recorded_by: string | null;
  ended_at: number | null;
}

export interface AccountTable {
  organisation: string;
  platform: string;
  /** The Slack team or Discord server; "" at the terminal. */
  workspace: string;
  id: string;
  name: string;
  person: string | null;
  /** The language of the platform, last seen. */
  locale: string | null;
  /** Chosen by /settings. */
  language: string | null;
  seen_at: number;
  /** When it was last linked, or unlinked by somebody. */
  linked_at: number | null;
  wrong_codes: Generated<number>;
  wrong_codes_since: number | null;
}

/** An administrator is a person of the roster, or (the first one) an account. */
export interface AdministratorTable {
  organisation: string;
  /** "person:17" or "account:slack:T1:U1". */
  who: string;
  since: number;
}

export interface LinkCodeTable {
  organisation: string;
  /** SHA-256 of the code: the code itself is kept nowhere. */
  hash: string;
  person: string;
  expires_at: number;
  used_at: number | null;
}

export interface SettingTable {
  organisation: string;
  name: string;
  value: string;
}

/** What came in and is not answered yet; what was answered keeps its key, so that a repeated delivery is known. */
export interface InboxTable {
  organisation: string;
  key: string;
  platform: string;
  /** JSON; null when answered. */
  delivery: string | null;
  /** JSON; there from the moment the work is done until it is answered. */
  reply: string | null;
  received_at: number;
  /** Nobody else takes it before this instant. */
  claimed_until: number;
  /** How often it was taken over after it was left unanswered. */
  attempts: Generated<number>;
  answered_at: number | null;
}

/** Messages to send, written in the transaction of what they tell. */
export interface OutboxTable {
  organisation: string;
  id: string;
  /** "person:17" or "channel:slack:T1:C1" or "account:discord:G1:U1". */
  recipient: string;
  /** JSON; null when delivered. */
  reply: string | null;
  created_at: number;
  due_at: number;
  claimed_until: number;
  attempts: Generated<number>;
  delivered_at: number | null;
  /** Where it was delivered, or why it was given up. */
  outcome: string | null;
  /** What the message shows as long as it can be seen: "leave:12". Those of one card are brought up to date together. */
  card: string | null;
  /** JSON: where it stands, so that it can be brought up to date there. */
  place: string | null;
  /** The id of the message whose place this one takes. */
  replaces: string | null;
  /** When it should have been there; null: as soon as it was written. */
  meant_for: number | null;
}

/** Buttons whose options are too long for the platform: kept here under a short name. */
export interface ParkedTable {
  organisation: string;
  name: string;
  button: string;
  parked_at: number;
}

/** Who did what, when and where, under which article. Rows are only added; each carries the hash of the one before. */
export interface AuditTable {
  organisation: string;
  sequence: number;
  at: number;
  platform: string;
  /** "person:17" or "account:slack:T1:U1". */
  actor: string;
  action: string;
  /** "person:17", "setting:time-zone" … */
  subject: string;
  /** JSON: citations as "48/2" (article, sentence). */
  articles: string;
  /** The person that the details are about; "": nobody. Null in events from before it was kept here. */
  about: string | null;
  /** SHA-256 over the salt and the details of audit_detail. */
  details_hash: string;
  previous_hash: string;
  hash: string;
}

/** What may have to be erased stands beside the chain: the chain keeps only its hash. */
export interface AuditDetailTable {
  organisation: string;
  sequence: number;
  /** The person that the details are about, as in the event; null: nobody's data. */
  person: string | null;
  salt: string;
  details: string;
}

/** The last number that was given, by what is numbered. */
export interface CounterTable {
  organisation: string;
  name: string;
  value: number;
}

/** A request for leave: one occasion, one approver. Halves are "am" and "pm"; both ends belong to the leave. */
export interface LeaveTable {
  organisation: string;
  number: number;
  /** The number of the first request of one trip: requests that were made together. */
  trip: number;
  person: string;
  /** The post by which leave is requested, and what it was called then. */
  post: string;
  title: string;
  department: string;
  /** A value of the rulebook's occasions: going-away, executive-meeting … */
  occasion: string;
  /** Why somebody goes away: study, business, visit, private, sick. */
  purpose: string | null;
  meeting: number | null;
  /** What a meeting or activity is called that is not kept here; "" otherwise. */
  event: string;
  /** The post that presides over the meeting, as far as it is known. */
  presider: string | null;
  from_day: string;
  from_half: string;
  until_day: string;
  until_half: string;
  /** Where to. Private, as the reason. */
  place: string;
  reason: string;
  /** draft, asked, questioned, approved, refused, withdrawn, replaced, noted: see src/leave/leave.ts */
  status: string;
  /** Counts what changed in it: an old button knows that it is one. */
  version: number;
  /** The number of the approved request that this one changes. */
  replaces: number | null;
  /** "rules" or "office": whose route it is. */
  authority: string;
  /** The id of the rulebook's fact that names the approver, and the rulebook with its edition. */
  fact: string | null;
  rulebook: string;
  approver_post: string | null;
  /** Whom it was sent to. */
  approver: string | null;
  made_at: number;
  asked_at: number | null;
  decided_at: number | null;
  decided_by: string | null;
  /** "holder", "other" (whom the words allow too) or "acting". */
  decided_as: string | null;
  /** The entrustment by which whoever decided acts. */
  entrustment: string | null;
  substitute: string | null;
  substitute_at: number | null;
  /** The first half day back at work. */
  returned_day: string | null;
  returned_half: string | null;
  returned_at: number | null;
  returned_by: string | null;
}

/** What is said about a request: why it was refused, what the approver asks, what is answered. Private. */
export interface LeaveWordTable {
  organisation: string;
  leave: number;
  position: number;
  at: number;
  person: string;
  /** question, answer, refusal, note */
  kind: string;
  words: string;
}

/** What a department says to its lines of a report before it is circulated. */
export interface LeaveCorrectionTable {
  organisation: string;
  number: number;
  department: string;
  from_day: string;
  until_day: string;
  leave: number | null;
  person: string;
  words: string;
  at: number;
}

/** A meeting that people must attend. Minutes since midnight in the office's time zone. */
export interface MeetingTable {
  organisation: string;
  number: number;
  /** A value of the rulebook's meetings: executive-meeting … */
  type: string;
  title: string;
  day: string;
  from_minute: number;
  until_minute: number;
  place: string;
  /** The post that presides, an id of the rulebook; null: not known yet. */
  presider: string | null;
  planned_by: string;
  planned_at: number;
  cancelled_at: number | null;
  /** When people were called to it; null: only planned. */
  announced_at: number | null;
  /** How often what stands in calendars was changed. */
  sequence: Generated<number>;
  /** The department that holds it; "" for a meeting of the government. */
  department: Generated<string>;
  /** The last day of a meeting of several days. */
  until_day: string | null;
  /** 0 or 1 */
  site_visit: Generated<number>;
  /** "2d, 1h": see showReminders; null: as the office has it. */
  reminders: string | null;
}

/** An item of a meeting's agenda: see AgendaItem. */
export interface MeetingItemTable {
  organisation: string;
  meeting: number;
  position: number;
  title: string;
  kind: string;
  matter: string | null;
  reporter: string | null;
  reporter_words: string;
  minutes: number | null;
  leader: string | null;
  /** 0 or 1 */
  prepared: number;
  material: string;
  begun_at: number | null;
  ended_at: number | null;
}

/** Somebody said that a consent which a rule asks for was given. */
export interface MeetingConsentTable {
  organisation: string;
  meeting: number;
  /** entrusted, day-off, in-name, plan …: see Confirmation */
  consent: string;
  /** As the audit names them. */
  said_by: string;
  at: number;
}

/** Somebody said that they come to a meeting. */
export interface MeetingReplyTable {
  organisation: string;
  meeting: number;
  person: string;
  at: number;
}

/** What is recorded of somebody at a meeting; nothing of most of those who have leave: that is known from the leave. */
export interface MeetingAttendanceTable {
  organisation: string;
  meeting: number;
  person: string;
  /** present, late, substitute, leave, absent */
  state: string;
  at: number;
  /** Whoever recorded it, as the audit names them: often the person. */
  by: string;
}

/** Somebody called to a meeting besides those whom the rules name. */
export interface MeetingInvitedTable {
  organisation: string;
  meeting: number;
  person: string;
}

/** The secret link by which somebody's calendar fetches their meetings. */
export interface CalendarFeedTable {
  organisation: string;
  person: string;
  /** SHA-256 of the secret, which is kept nowhere. */
  secret_hash: string;
  created_at: number;
  /** The last day on which it was fetched. */
  fetched_on: string | null;
}

/** Minutes on their way: see MinutesOnWay. */
export interface MeetingMinutesTable {
  organisation: string;
  meeting: number;
  status: string;
  round: number;
  outcome: string;
  text: string;
  link: string;
  /** JSON: ids. */
  subjects: string;
  drafted_by: string;
  reviewer: string | null;
  signer: string | null;
  review_fact: string | null;
  sign_fact: string | null;
  rulebook: string;
  published: string | null;
  /** The version of the file that is the draft; null: it is none. */
  file: number | null;
}

/** A draft of minutes that came as a file. It is the office's, and nobody's whom it does not wait for. */
export interface DraftFileTable {
  organisation: string;
  meeting: number;
  /** 1, 2 … */
  version: number;
  /** As it was called when it came, without what could do harm. */
  name: string;
  media_type: string;
  size: number;
  /** Of its bytes, in hexadecimal. */
  sha256: string;
  bytes: Buffer;
  brought_by: string;
  at: number;
  /** 0 as long as something is asked of whoever brought it; 1 once it went on. */
  sent: Generated<number>;
}

/** What was done with minutes: see MinutesStep. */
export interface MeetingMinutesStepTable {
  organisation: string;
  meeting: number;
  position: number;
  step: string;
  person: string;
  at: number;
  words: string;
  fact: string | null;
  /** The rulebook with its edition, by which it was done. */
  rulebook: string;
}

/** Something to be thought of at an instant. What is then done is decided anew from what holds then. */
export interface ReminderTable {
  organisation: string;
  /** Made from what it is about, so that the same reminder is never planned twice. */
  key: string;
  /** leave.decide, leave.return … */
  kind: string;
  /** "leave:12" */
  subject: string;
  /** Whom it will mainly go to, as far as is known: "person:17", "channel:slack:T1:C1"; "" where only then is found out. */
  recipient: string;
  /** How many of this kind were sent about the subject before. */
  step: number;
  /** When it should come, whatever kept it waiting. */
  meant_for: number;
  due_at: number;
  attempts: Generated<number>;
  /** JSON. */
  details: string;
  done_at: number | null;
  /** sent, dropped: why */
  outcome: string | null;
}

/** What a department has to do: see Deadline. */
export interface DeadlineTable {
  organisation: string;
  number: number;
  kind: string;
  title: string;
  reference: string;
  handed_by: string;
  link: string;
  department: string;
  owner: string | null;
  leader: string | null;
  /** 0 or 1 */
  collected: number;
  category: string | null;
  explained: string | null;
  received_on: string;
  /** 0 or 1 */
  count_first: number;
  days: number | null;
  /** The same as due_until when it is certain. */
  due_from: string | null;
  due_until: string | null;
  due_minute: number | null;
  first_due_from: string | null;
  first_due_until: string | null;
  /** open, done, withdrawn */
  status: string;
  finished_on: string | null;
  result: string;
  reported_at: number | null;
  handed_to: string | null;
  asked_until: string | null;
  asked_by: string | null;
  recounted: string | null;
  recounted_from: string | null;
  recounted_until: string | null;
  snoozed_until: string | null;
  parent: number | null;
  meeting: number | null;
  /** 0 or 1 */
  in_channel: number;
  added_by: string | null;
  added_at: number;
  version: number;
}

/** What was done with it: see DeadlineStep. */
export interface DeadlineStepTable {
  organisation: string;
  deadline: number;
  position: number;
  step: string;
  /** As the audit names them; "mishu" for what it did by itself. */
  by: string;
  at: number;
  words: string;
  /** JSON. */
  details: string;
}
