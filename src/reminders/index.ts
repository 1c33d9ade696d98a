import { deadlineDigest } from "../deadline-desk/digest.ts";
import { deadlineHour } from "../deadline-desk/hour.ts";
import { deadlineMorning } from "../deadline-desk/morning.ts";
import { deadlineMoved, deadlineRecount } from "../deadline-desk/recount.ts";
import { decisionNudge } from "../leave-desk/decision-nudge.ts";
import { entrustmentDay } from "../leave-desk/entrustment-days.ts";
import { returnNudge } from "../leave-desk/return-reminder.ts";
import { substituteNudge } from "../leave-desk/substitute-reminder.ts";
import { cadenceHint } from "../meeting-desk/cadence.ts";
import { itemOver, itemWarning } from "../meeting-desk/clock-reminder.ts";
import { begins, over } from "../meeting-desk/here-reminder.ts";
import { minutesNudge, publishNudge, undraftedNudge } from "../meeting-desk/minutes-nudge.ts";
import { dayBefore, hourBefore, replyNudge } from "../meeting-desk/reminder.ts";
import type { ReminderKind, ReminderKindName } from "./kind.ts";

/** Every kind of reminder that there is. */
export const reminderKinds: readonly (ReminderKind & { readonly name: ReminderKindName })[] = [
  decisionNudge,
  substituteNudge,
  returnNudge,
  entrustmentDay,
  replyNudge,
  undraftedNudge,
  minutesNudge,
  publishNudge,
  cadenceHint,
  dayBefore,
  hourBefore,
  begins,
  over,
  itemWarning,
  itemOver,
  deadlineMorning,
  deadlineDigest,
  deadlineHour,
  deadlineRecount,
  deadlineMoved,
];
