import type { z } from "zod";
import type { Citation } from "../rulebook/cite.ts";
import type { Rulebook } from "../rulebook/model.ts";
import type { Calendar } from "../workdays/calendar.ts";
import { deadline, deadlineGiven } from "./deadline.ts";
import { leaveApprover, leaveApproverGiven } from "./leave-approver.ts";
import { meetingCheck, meetingCheckGiven } from "./meeting-check.ts";
import { minutesSignoff, minutesSignoffGiven } from "./minutes-signoff.ts";

/** A decision for another system: fields of its own, and the words that it rests on, the main ones first. */
export interface Decided {
  readonly result: Readonly<Record<string, unknown>>;
  readonly because: readonly Citation[];
}

/** One kind of decision: what must be given, and what follows from it by the rules. */
export interface Kind {
  readonly given: z.ZodType;
  decide(given: unknown, rulebook: Rulebook, calendar: Calendar): Decided;
}

const kind = <Given extends z.ZodType>(
  given: Given,
  decide: (given: z.output<Given>, rulebook: Rulebook, calendar: Calendar) => Decided,
): Kind => ({
  given,
  decide: (value, rulebook, calendar) => decide(value as z.output<Given>, rulebook, calendar),
});

/** Every kind that `npm run -s evaluate` decides. */
export const kinds: Readonly<Record<string, Kind>> = {
  "leave-approver": kind(leaveApproverGiven, leaveApprover),
  "meeting-check": kind(meetingCheckGiven, meetingCheck),
  "minutes-signoff": kind(minutesSignoffGiven, minutesSignoff),
  deadline: kind(deadlineGiven, deadline),
};
