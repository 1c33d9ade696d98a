import type { DueDay } from "./due.ts";

/** What can be done with something that is followed up. */
export const deadlineSteps = [
  "added",
  "category",
  "explained",
  "set",
  "progress",
  "offered",
  "accepted",
  "declined",
  "extension-asked",
  "extended",
  "extension-refused",
  "recounted",
  "finished",
  "reported",
  "reopened",
  "withdrawn",
] as const;
export type StepName = (typeof deadlineSteps)[number];

/** Something was done with it: by whom, as the audit names them, and in their words. */
export interface DeadlineStep {
  readonly step: StepName;
  readonly by: string;
  readonly at: Date;
  readonly words: string;
  readonly details: {
    /** By when it was due before, and since. */
    readonly before?: DueDay | null;
    readonly after?: DueDay | null;
    readonly category?: string | null;
    readonly department?: string;
    /** Whom it is about, by their id: who agreed, who does it from now on, who was told. */
    readonly person?: string;
    /** Which state of the notices it was counted anew by. */
    readonly calendar?: string;
  };
}
