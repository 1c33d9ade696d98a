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
