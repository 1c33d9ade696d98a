import type { LeaveReturnWording } from "./wording.ts";

export const leaveReturnEn: LeaveReturnWording = {
  which: "From which leave are you back?",
  none: "There is nothing to report: you have no leave that has begun and from which you have not reported back.",
  noneOf: (name) => `There is nothing to report: ${name} has no leave that has begun and is not reported back from.`,
  missing: "Leave that is over, and nobody has reported the return:",
  noneMissing: "No return is missing.",
  missingLine: (number, who, span, late) => `${number} · ${who} · ${span}${late === "" ? "" : ` · ${late}`}`,
  reported: (when, at, late) => `${when}, reported ${at}${late === "" ? "" : `, ${late}`}`,
  byDays: (days) => (days === undefined ? "late" : days === 1 ? "1 working day late" : `${days} working days late`),
  done: (number, when) => `You have reported back from leave ${number}: back since ${when}.`,
  doneFor: (name, number, when) => `Reported for ${name}: back from leave ${number} since ${when}.`,
  forYou: (who, number, when) =>
    `${who} has reported for you that you are back from leave ${number} since ${when}. If that is not so, please tell them.`,
  cutShort: (span) => `That is earlier than the leave says (${span}): it ends there, and needs no approval.`,
  cutShortOf: (who, number, when, span) =>
    `${who} is back earlier from leave ${number}: since ${when} (it was ${span}). There is nothing to decide.`,
  late: (expected, by) => `The return was to be reported by the end of ${expected}: it is ${by}.`,
  convention: "That day, the first working day after the leave, is Mishu's own convention and not a rule.",
  lateUnknown:
    "Whether this is late nobody can say: the notice on the holidays of that year is not known yet. It is not counted as late.",
  others: (numbers) => `From this leave you have not reported back either: ${numbers}.`,
  meetingsAfter: (numbers) =>
    `These requests of the same journey are for meetings after the return: ${numbers}. Where the meeting is attended after all, withdraw them.`,
  already: (number, reported) => `The return from ${number} is reported already: ${reported}. Nothing was changed.`,
  notBegun: (number, span) => `${number} (${span}) has not begun. Nothing was changed. If you stay, withdraw it.`,
  notGranted: (number, status) => `${number} is ${status}: there is no return to report. Nothing was changed.`,
  notAway: (number) =>
    `${number} is leave from a meeting or activity: no return is reported from that. Nothing was changed.`,
  unreadable: (typed) =>
    `“${typed}” is not a number of a request, nor a day. Nothing was changed. For example: 12, 2026-12-04, 12-04 pm, yesterday.`,
  future: (when) => `${when} has not come yet. Nothing was changed. Report it when you are back.`,
  tooEarly: (when, span) => `${when} is before the leave began (${span}). Nothing was changed.`,
  whose: (number, who, span) => `${number} is the leave of ${who}: ${span}. Do you report the return for them?`,
  otherPerson: (number, name) => `${number} is not leave of ${name}. Nothing was changed.`,
  buttons: {
    back: (number, span) => `${number} · ${span}`,
    backOf: (name, number) => `${name} is back (${number})`,
    missing: "Missing returns",
  },
  nudge: {
    ask: (number, span) => `Your leave ${number} (${span}) is over. Are you back? One press reports it.`,
    again: (number, span) =>
      `A reminder: your leave ${number} (${span}) is over, and your return is not reported yet. If you are still away, extend the leave.`,
    officeKnows: "Those who look after the office's leave know of it as well.",
    office: (who, number) => `${who} has not reported back from leave ${number}, and was reminded twice.`,
    expected: (day) => `The return was to be reported by the end of ${day}.`,
    officeMany: (count) =>
      `Of ${count} who went away the leave is over and no return is reported; each was reminded twice:`,
    officeNext:
      "You are told this once. If they are back, you can report it for them. “/leave return” lists the returns that are missing.",
  },
};
