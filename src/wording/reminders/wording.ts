import type { ReminderKindName } from "../../reminders/kind.ts";

/** What is said of reminders themselves; what a reminder says belongs to what it is about. */
export interface RemindersWording {
  /** What each kind is about, by the number of its subject (or its name, where it has none), and how many days or minutes it says. No names, no reasons: also those see it who run the office. */
  readonly kinds: Readonly<Record<ReminderKindName, (number: string, amount?: number) => string>>;
  /** Above those that are coming. */
  readonly yours: string;
  readonly everybodys: string;
  readonly none: string;
  readonly noneForYou: string;
  /** Of what Mishu reminds. */
  readonly noneNext: string;
  readonly when: string;
  readonly about: string;
  readonly to: string;
  readonly atOnce: string;
  afterHours(when: string): string;
  /** It went wrong before. */
  again(when: string, attempts: number): string;
  /** In the place of a name: found out when the time has come. */
  readonly foundThen: string;
  more(shown: number): string;
  /** Under the times: whose clock, and when people are reminded. */
  hours(zone: string, hours: string): string;
  readonly all: string;
  /** To administrators: a reminder that went wrong again and again. */
  failing(about: string, attempts: number): string;
  failingNext(reference: string): string;
}
