import type { Day } from "../dates.ts";

export type Half = "am" | "pm";

/** From the beginning of one half day to the end of another; both belong to it. */
export interface Span {
  readonly from: Day;
  readonly fromHalf: Half;
  readonly until: Day;
  readonly untilHalf: Half;
}

/** Why somebody goes away: 出差、學習、出訪, private matters, illness. */
export const purposes = ["business", "study", "visit", "private", "sick"] as const;
export type Purpose = (typeof purposes)[number];

export const statuses = [
  /** Shown to whoever wants to ask, and not sent. */
  "draft",
  /** Waits for a decision. */
  "asked",
  /** The approver asks something and waits for the answer. */
  "questioned",
  "approved",
  "refused",
  "withdrawn",
  /** Another request that changes this one was approved. */
  "replaced",
  /** The rules name nobody, nor does the office: it is only known that somebody is away. */
  "noted",
] as const;
export type Status = (typeof statuses)[number];

/** As what somebody decides: as whom it was addressed to, as whom the words allow too, as whom the holder entrusted. */
export type DecidesAs = "holder" | "other" | "acting";

/** A request for leave: one person, one occasion, one approver. */
export interface Leave {
  readonly number: number;
  /** The number of the first of the requests that one journey needs. */
  readonly trip: number;
  /** The id of whoever asks. */
  readonly person: string;
  /** The post by which they ask, and what it was called then. */
  readonly post: string;
  readonly title: string;
  readonly department: string;
  /** A value of the rulebook's dimension of occasions. */
  readonly occasion: string;
  readonly purpose: Purpose | null;
  /** The number of the meeting, when it is kept here. */
  readonly meeting: number | null;
  /** What a meeting or activity that is not kept here is called; "" otherwise. */
  readonly event: string;
  /** The post that presides over the meeting, as far as it is known. */
  readonly presider: string | null;
  readonly span: Span;
  /** Where to, and why: only for whoever asks and whoever decides. */
  readonly place: string;
  readonly reason: string;
  readonly status: Status;
  /** Counts the changes: an old button knows that it is one. */
  readonly version: number;
  /** The number of the approved request that this one changes. */
  readonly replaces: number | null;
  /** Whose route it takes: the rules', or the office's own where the rules are silent. */
  readonly authority: "rules" | "office";
  /** The id of the fact by which the approver was named. */
  readonly fact: string | null;
  readonly approverPost: string | null;
  readonly approver: string | null;
  readonly madeAt: Date;
  readonly askedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  readonly decidedAs: DecidesAs | null;
  readonly entrustment: string | null;
  /** Who goes to the meeting instead. */
  readonly substitute: string | null;
  readonly substituteAt: Date | null;
  /** The first half day back at work, and who reported it when. */
  readonly returned: {
    readonly day: Day;
    readonly half: Half;
    readonly at: Date;
    readonly by: string;
  } | null;
}

/** Statuses of requests that wait for a decision. */
export const isOpen = ({ status }: Pick<Leave, "status">): boolean => status === "asked" || status === "questioned";

/** Statuses of leave during which somebody is not there. */
export const isGranted = ({ status }: Pick<Leave, "status">): boolean => status === "approved" || status === "noted";

/** What the request's messages are known by: those of one request are brought up to date together. */
export const cardOf = (number: number): string => `leave:${number}`;

/** The number of the request whose card this is. */
export const numberOfCard = (card: string): number => Number(card.slice("leave:".length));
