/** Where the minutes of a meeting are: with whoever reviews, signs, puts them right, issues them. */
export const minutesStatuses = ["review", "sign", "returned", "signed", "issued"] as const;
export type MinutesStatus = (typeof minutesStatuses)[number];

/** What came of a meeting: minutes, or opinions on which it agreed (協調意見). */
export type Outcome = "minutes" | "opinions";

/** The minutes of a meeting on their way. */
export interface MinutesOnWay {
  readonly meeting: number;
  readonly status: MinutesStatus;
  /** Counts what happened: an old button knows that it is one. */
  readonly round: number;
  readonly outcome: Outcome;
  /** The draft itself, or where it is; "" for what it is not. */
  readonly text: string;
  readonly link: string;
  /** Subjects that the rulebook lists, by their ids. */
  readonly subjects: readonly string[];
  readonly draftedBy: string;
  /** Who reviews and who signs (or agrees): ids of people; null: nobody does. */
  readonly reviewer: string | null;
  readonly signer: string | null;
  /** The facts whose words name them. */
  readonly reviewFact: string | null;
  readonly signFact: string | null;
  /** The rulebook with its edition: "changzhou-2017 2017". */
  readonly rulebook: string;
  /** What was said of making its decisions public; null: nothing yet. */
  readonly published: "published" | "withheld" | null;
  /** The version of the file that is the draft, or a part of it; null: it is no file. */
  readonly file: number | null;
}

/** What was done with minutes, one after the other; nothing of it is ever changed. */
export const minutesSteps = [
  "drafted",
  "reviewed",
  "signed",
  "agreed",
  "returned",
  "issued",
  "published",
  "withheld",
] as const;
export interface MinutesStep {
  readonly step: (typeof minutesSteps)[number];
  readonly person: string;
  readonly at: Date;
  /** Why they were returned; "" otherwise. */
  readonly words: string;
  /** The fact by whose words somebody reviewed or signed. */
  readonly fact: string | null;
}

/** For whom minutes wait: whoever reviews or signs them, else whoever drafted them; null: for nobody. */
export function dueTo({ status, reviewer, signer, draftedBy }: MinutesOnWay): string | null {
  if (status === "review") return reviewer;
  if (status === "sign") return signer;
  return status === "issued" ? null : draftedBy;
}

/** What the messages about the minutes of a meeting are known by. */
export const minutesCard = (meeting: number): string => `minutes:${meeting}`;
export const meetingOfMinutesCard = (card: string): number => Number(card.slice("minutes:".length));
