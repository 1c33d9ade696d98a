import { cardOf, numberOfCard } from "../leave/leave.ts";
import type { ReminderKind } from "../reminders/kind.ts";
import { holdLeaves } from "../store/leave.ts";

/** For reminders of requests: which of these requests somebody is deciding on, or changing, at this very moment. */
export const holdCards: NonNullable<ReminderKind["hold"]> = async (cards, records) =>
  new Set((await holdLeaves(records, cards.map(numberOfCard))).map(cardOf));
