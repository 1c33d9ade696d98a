import { type Day, within } from "../dates.ts";

/** A post that a person holds, from a day until a day, both included. */
export interface Tenure {
  /** An id of the rulebook's posts. */
  readonly post: string;
  /** What the office calls it: 市教育局局长. */
  readonly title: string;
  /** "" where the post belongs to none. */
  readonly department: string;
  readonly from: string | null;
  readonly until: string | null;
}

/** Somebody of the office. The first tenure is the main one. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly tenures: readonly Tenure[];
  /** Matters and departments that the person is in charge of (分工), as the roster has them. */
  readonly portfolio: readonly string[];
}

/** Somebody acts for the holder of a post who is away. Days included. */
export interface Entrustment {
  readonly id: string;
  readonly post: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly to: { readonly id: string; readonly name: string };
  readonly occasion: EntrustmentOccasion;
  readonly from: string;
  readonly until: string;
  /** The id of whoever recorded it; missing where that is nobody of the roster. */
  readonly recordedBy?: string;
}

/** 出差、學習、出訪、休假, the occasions that Art. 6 of the Changzhou rules names. */
export const entrustmentOccasions = ["business", "study", "visit", "leave"] as const;
export type EntrustmentOccasion = (typeof entrustmentOccasions)[number];

/** The posts that a person holds on a day, the main one first. */
export function tenuresOn(person: Person, day: Day): readonly Tenure[] {
  return person.tenures.filter(({ from, until }) => within(day, from, until));
}

/** An account on a platform. Two people of one name have two accounts; one person may have several. */
export interface Account {
  readonly platform: string;
  /** The Slack team or Discord server; "" at the terminal. */
  readonly workspace: string;
  readonly id: string;
  readonly name: string;
}

/** Who asks: an account, the person of the roster whose account it is, and what they may do as such. */
export interface Actor {
  readonly account: Account;
  readonly person?: Person;
  /** The posts held today, the main one first. */
  readonly tenures: readonly Tenure[];
  readonly administrator: boolean;
}

export const personName = (id: string): string => `person:${id}`;
export const accountName = ({ platform, workspace, id }: Omit<Account, "name">): string =>
  `account:${platform}:${workspace}:${id}`;

/** How the audit names whoever did something: the person when known, else the account. */
export function actorName({ account, person }: Pick<Actor, "account" | "person">): string {
  return person ? personName(person.id) : accountName(account);
}
