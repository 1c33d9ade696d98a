import type { LeaveListsWording } from "./wording.ts";

const months = "January February March April May June July August September October November December".split(" ");
const monthOf = (first: string): string => `${months[Number(first.slice(5, 7)) - 1]} ${first.slice(0, 4)}`;
const people = (count: number): string =>
  count === 0 ? "nobody is" : count === 1 ? "one person is" : `${count} people are`;

export const leaveListsEn: LeaveListsWording = {
  about: (label, number) => `${label} · ${number}`,
  mine: {
    title: (count) => (count === 1 ? "Your one request for leave:" : `Your ${count} requests for leave:`),
    none: "You have no requests for leave.",
    noneNext: "“/leave request” asks for leave; you see whom it goes to, and why, before it is sent.",
    groups: {
      drafts: "Not sent yet",
      waiting: "Waiting",
      back: "To be reported back: “I am back” does it with one press",
      now: "Under way",
      coming: "To come",
      ended: "Over",
    },
    lastOnly: (shown, all) =>
      `The last ${shown} of ${all} that are over; “/leave show” and a number shows any of them.`,
    state: "State",
    decides: "Who decides",
    nobody: "nobody was asked",
  },
  away: {
    today: (day, count) => `Today, ${day}, ${people(count)} away.`,
    week: (from, until) => `This week (${from} to ${until}):`,
    weekNobody: "Nobody else is away this week.",
    month: (first, count) => `${monthOf(first)}: ${people(count)} away.`,
    line: (who, span, more) => [`${who}: ${span}`, ...more].join("; "),
    acts: (name, post, until) => `${name} acts for the ${post} until ${until}`,
    byEntrustment: "by a recorded entrustment",
    acting: "Who acts",
    missing: (count) =>
      `${count === 1 ? "One return is" : `${count} returns are`} not reported though the leave is over:`,
    asked: "“Asked for” is not decided yet; only you and others who look after the office's leave see it here.",
    private: "Purpose, place and reason are seen only by whoever asked and whoever decides.",
    noMonth: (typed) => `“${typed}” is not a month. Write it like 2026-12, 12 or December.`,
    makeUp: "",
    monthButton: (first) => monthOf(first),
    report: "Report …",
  },
  report: {
    title: (span) => `Leave and attendance, ${span}`,
    none: (span) => `There was no leave from ${span}, and nobody asked for any.`,
    sofar: "The period is not over: this is how things stand today.",
    people: "By person:",
    total: "All together",
    department: "Department",
    person: "Person",
    requests: "Requests",
    decisions: "What became of them",
    away: "Days away",
    absences: "Meetings missed with leave",
    returns: "Returns",
    noDepartment: "no department",
    counted: (count) => (count === 1 ? "1 request" : `${count} requests`),
    approved: (count) => `${count} approved`,
    refused: (count) => `${count} refused`,
    withdrawn: (count) => `${count} withdrawn`,
    open: (count) => `${count} still open`,
    noted: (count) => `${count} only noted, asked of nobody`,
    absent: (occasion, count) => `${occasion}: ${count}`,
    late: (count) => `${count} reported late`,
    missing: (count) => `${count} not reported`,
    lateUnknown: (count) => `${count} of which nobody knows whether late`,
    workingUnknown: (days) => `${days}, working days not known yet`,
    correction: (words, by, when, number) =>
      `Correction${number === undefined ? "" : ` on ${number}`} by ${by}, ${when}: ${words}`,
    correctionOf: (department, words, number) =>
      `${department}${number === undefined ? "" : `, on ${number}`}: ${words}`,
    corrections: "What departments say to their lines:",
    how: "Counted are requests whose days touch the period, and of their days those within it; a return belongs to the period in which the leave ends. Absences without leave are not known here. That departments may add corrections is the office's own arrangement.",
    heads: "The head of a department sees that department's lines.",
    own: (departments) =>
      `You see the lines of ${departments}, as its head. “/leave correct” adds what you have to say to them.`,
    unreadable: (typed) =>
      `“${typed}” is neither a day nor a month. Write for example from:2026-11, or from:2026-11-01 until:2026-11-15.`,
    backwards: "The period ends before it begins. Write for example from:2026-11-01 until:2026-11-15.",
    long: "The period is longer than a year. Ask for a year at most.",
    file: "The same as a table for Excel is attached.",
    csv: {
      line: "line",
      department: "department",
      id: "id",
      name: "name",
      title: "title",
      requests: "requests",
      approved: "approved",
      refused: "refused",
      withdrawn: "withdrawn",
      open: "still open",
      noted: "only noted",
      days: "days away",
      workingDays: "working days away",
      late: "returns reported late",
      missing: "returns not reported",
      lateUnknown: "returns, lateness not known yet",
      words: "correction",
    },
    kinds: { department: "department", person: "person", correction: "correction", total: "total" },
    buttons: {
      circulate: "Circulate to the leave channel",
      again: "Circulate it again",
      correct: "Add a correction …",
      settings: "Set the channel …",
      report: "The report",
    },
  },
  circulate: {
    title: (span) => `Leave and attendance of the departments, ${span}`,
    readers:
      "The head of a department sees its lines with “/leave report”, and adds a correction with “/leave correct”.",
    done: (span) => `The report for ${span} was circulated in the office's leave channel: departments only, no names.`,
    doneNext: "A correction that comes now stands in the report; circulate it again to show it there.",
    already: (span, when, who) => `The report for ${span} was circulated on ${when} by ${who}. Nothing was posted now.`,
    noChannel: "The office has no channel for leave, so nothing was posted.",
    noChannelNext: "“/settings channel:#… use:leave” sets one; then press again.",
    nothing: (span) => `There is nothing to circulate for ${span}. Nothing was posted.`,
  },
  correct: {
    needs:
      "What is there to say to your department's lines? It stands under them, in the report and when it is circulated.",
    who: (departments) => `You speak for ${departments}.`,
    onlyHeads: "A correction comes from the head of the department whose lines it is about.",
    notHead: "You are not the head of a department by the roster and the rules' table of leave. Nothing was added.",
    which: (departments) => `You head several departments: say which, with department:. (${departments.join(", ")})`,
    noDepartment: (typed, own) =>
      `“${typed}” is not a department that you head. Nothing was added. Yours: ${own.join(", ")}.`,
    noRequest: (number, department, span) =>
      `${department} has no request ${number} in ${span}. Nothing was added. Leave the number out, or take one of that period.`,
    tooLong: (most) => `That is more than ${most} characters. Nothing was added; please say it shorter.`,
    done: (department, span) => `Your correction stands under the lines of ${department} for ${span}.`,
    late: (when) =>
      `The report was circulated before, on ${when}; those who circulate it see your correction in the report.`,
    doneNext: "It goes along when the report is circulated: it should hold nothing private.",
  },
};
