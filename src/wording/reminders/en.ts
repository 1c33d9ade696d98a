import type { RemindersWording } from "./wording.ts";

export const remindersEn: RemindersWording = {
  kinds: {
    "leave.decide": (number) => `leave request ${number} is not decided yet`,
    "leave.substitute": (number) => `leave request ${number}: a substitute is to be named`,
    "leave.return": (number) => `leave ${number} is over: the return is to be reported`,
    "leave.entrustment": () => "an entrustment begins or ends: what waits goes to whoever decides from then on",
    "meeting.undrafted": (number) => `no minutes of meeting ${number} are drafted yet`,
    "meeting.minutes": (number) => `minutes of meeting ${number} wait`,
    "meeting.publish": (number) => `what meeting ${number} decided: is it public?`,
    "meeting.reply": (number) => `meeting ${number}: who has not replied is asked again`,
    "meeting.cadence": (type) => `whether ${type} is planned in time`,
    "meeting.day-before": (number, days = 1) =>
      `meeting ${number} is ${days === 1 ? "a working day" : `${days} working days`} later`,
    "meeting.hour-before": (number, minutes = 60) =>
      `meeting ${number} begins ${minutes === 60 ? "an hour" : `${minutes} minutes`} later`,
    "meeting.begins": (number) => `meeting ${number} begins: who is there says so`,
    "meeting.over": (number) => `meeting ${number} is over: its attendance`,
    "meeting.item-warning": (number) => `meeting ${number}: an item of the agenda has two minutes left`,
    "meeting.item-over": (number) => `meeting ${number}: the time of an item of the agenda is over`,
    "deadline.morning": () => "what is due, and to whom it is told, this morning",
    "deadline.digest": () => "a morning message on what is due",
    "deadline.hour": (about) => `No. ${about} is due today at a set time`,
    "deadline.recount": () => "what was counted in working days is counted anew",
    "deadline.moved": () => "days that were counted have moved",
  },
  yours: "These reminders are coming for you:",
  everybodys: "These reminders are coming:",
  none: "No reminder is coming.",
  noneForYou: "No reminder is coming for you.",
  noneNext:
    "Mishu reminds by itself while something waits for somebody: a decision, the name of a substitute, a return that is to be reported.",
  when: "When",
  about: "About",
  to: "To",
  atOnce: "at once",
  afterHours: (when) => `${when} (waits for office hours)`,
  again: (when, attempts) => `${when} (went wrong ${attempts === 1 ? "once" : `${attempts} times`}, is tried again)`,
  foundThen: "whoever it concerns then",
  more: (shown) => `Only the first ${shown} are shown.`,
  hours: (zone, hours) =>
    `Times of ${zone}. People are reminded on working days, ${hours || "at any hour"}; “/settings” shows these hours.`,
  all: "Everybody's reminders",
  failing: (about, attempts) => `A reminder has gone wrong ${attempts} times, and was not sent: ${about}.`,
  failingNext: (reference) =>
    `It goes on being tried, ever more rarely, at least every six hours. Whoever looks after Mishu finds the cause in its log under ${reference}; “/reminders all:yes” shows what waits.`,
};
