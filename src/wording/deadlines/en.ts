import { faultInEnglish } from "../../workdays/notice-fault.ts";
import type { DeadlinesWording } from "./wording.ts";

const days = (count: number): string => (count === 1 ? "1 working day" : `${count} working days`);

export const deadlinesEn: DeadlinesWording = {
  kinds: {
    document: "document handed over",
    task: "task of the annual work plan",
    matter: "matter assigned by a leader",
    instruction: "leader's written instruction",
    decision: "decision of a meeting",
    consultation: "consultation by a lead department",
  },
  statuses: { open: "open", done: "finished", withdrawn: "no longer followed up" },
  lights: { red: "🔴 overdue", yellow: "🟡 soon", green: "🟢 in time", done: "☑ closed" },
  missing: "🟡 to be completed",
  fields: {
    number: "No.",
    title: "Title",
    kind: "Kind",
    reference: "Document number",
    from: "Handed over by",
    department: "Department",
    owner: "Done by",
    leader: "Leader",
    category: "Category",
    received: "Received",
    due: "Due",
    firstDue: "Due before",
    link: "Link",
    parent: "Belongs to",
    meeting: "Meeting",
    explained: "State of handling",
    asked: "Another day asked for",
    handedTo: "Offered to",
    finished: "Closed on",
    result: "Result",
    state: "State",
  },
  number: (number) => `No. ${number}`,
  due: ({ from, until }, time) =>
    from === until ? `${from}${time === undefined ? "" : `, ${time}`}` : `provisional: between ${from} and ${until}`,
  noDay: "no day set",
  timeLeft(left) {
    if (left.kind === "overdue") return `overdue for ${days(left.days)}`;
    if (left.kind === "today") return "today is the last day";
    if (left.kind === "perhaps") return "perhaps due already: the holidays are not known yet";
    if (left.days === 0) return "no working day is left before it";
    return left.todayToo ? `${days(left.days)} left, today included` : `${days(left.days)} left`;
  },
  collected: "collected and supervised",
  add: {
    whichDepartment: "Which department has to do it? Nothing was changed. Write it, for example department:市财政局.",
    noDepartment: (typed, near) =>
      `The roster has no department “${typed}”. Nothing was changed. Departments are, for example: ${near.join(", ")}.`,
    noDate: (typed) => `“${typed}” is not a day. Nothing was changed. For example: 2026-12-02, 12-02, Friday.`,
    future: (day) => `${day} has not come yet: nothing can have been received on it. Nothing was changed.`,
    beforeReceipt: (day) => `The day by which it is due lies before ${day}, when it was received. Nothing was changed.`,
    noTime: (typed) => `“${typed}” is not a time of day. Nothing was changed. For example: 17:00.`,
    noCategory: (typed, known) =>
      `“${typed}” is not a category. Nothing was changed. Categories are: ${known.join("; ")}.`,
    noKind: (typed, known) => `“${typed}” cannot be followed up. Nothing was changed. There are: ${known.join("; ")}.`,
    tooLong: (most) => `That is longer than ${most} characters. Nothing was changed. Please shorten it.`,
    same: (reference, number) =>
      `${reference} is followed up already, as ${number}. Nothing was added: a forwarded document comes twice now and then.`,
    again: "Add it all the same",
    done: (number, title) => `Followed up as ${number}: ${title}`,
    yours: (number, title, department) => `${number} for ${department}: ${title}`,
    consulted: (department, number, due) => `${department} is consulted: ${number}, ${due}`,
    consultedTitle: (title) => `Opinion on: ${title}`,
    consultedDay:
      "The rules set the departments consulted no day of their own: theirs is the lead department's. Change it if they are to answer sooner.",
    nobody: (department) =>
      `The roster has no head of ${department}, so nobody there is reminded. Name somebody with owner:, or complete the roster.`,
  },
  category: {
    ask: "What kind of document is it? The first question that you answer with yes tells how long it may take:",
    question: (number, ask) => `${number}. ${ask}`,
    yes: (number) => `Yes to ${number}`,
    none: "No to all: the government's approval",
    changed: (before, after) => `The category was changed from “${before}” to “${after}”.`,
    same: "That is its category already. Nothing was changed.",
    reason: "Why is the category changed? Please give a reason: it is kept and shown.",
    giveReason: "Give the reason",
    notDocument: "Only documents handed over have a category. Nothing was changed.",
    explainFirst:
      "The state of handling has to be explained first: then the working days are given, counted from the day of receipt.",
    days: (count) => `within ${days(count)}`,
    setFirst: "The limit is the one that was set for it. Write the day, and the time if there is one.",
  },
  count: {
    from: (count, day, counted) =>
      counted ? `${days(count)} from ${day} on, that day included:` : `${days(count)} after ${day}:`,
    convention:
      "That the day of receipt is not counted is the usual convention. The rules do not say from which day is counted.",
    conventionCounted:
      "The day of receipt is counted because this office has set it so. The rules do not say from which day is counted.",
    run({ from, until, why, numbers, notice, holiday }) {
      const on = from === until ? from : `${from} to ${until}`;
      if (numbers) {
        const [first, last] = numbers;
        const counted = first === last ? `working day ${first}` : `working days ${first} to ${last}`;
        return `${on}: ${counted}${why === "make-up" ? `, worked to make up for a holiday (${notice})` : ""}`;
      }
      return why === "holiday" ? `${on}: off, ${holiday} (${notice})` : `${on}: off, weekend`;
    },
    provisional: (unknownFrom) =>
      `From ${unknownFrom} on there is no notice on holidays yet. So the day is not certain: it is given as the earliest and the latest that known years bear out.`,
    provisionalNext: "Mishu counts it anew by itself when the notice is there, and says so.",
    set: "This day was set by somebody; the rules do not count it.",
  },
  silentDay: "The rules set no day for it. Write the day that was agreed, so that it is not forgotten.",
  setDay: "Set the day",
  which: "Which one?",
  none: "Nothing that is open is yours to do. “/deadline add” has something followed up.",
  noNumber: (typed) => `“${typed}” has no number. Nothing was changed. For example: 12.`,
  notSeen: (number) => `There is no ${number} that you may see.`,
  mayNot: (department) => `Only ${department} and those who supervise deadlines may change this. Nothing was changed.`,
  over: (number, status) => `${number} is ${status}. Nothing was changed.`,
  steps: {
    added: "taken in",
    category: "category",
    explained: "state of handling explained",
    set: "changed",
    progress: "progress",
    offered: "offered to another department",
    accepted: "taken over",
    declined: "not taken over",
    "extension-asked": "another day asked for",
    extended: "extended",
    "extension-refused": "not extended",
    recounted: "counted anew",
    finished: "finished",
    reported: "reported back",
    reopened: "open again",
    withdrawn: "no longer followed up",
  },
  step: (step, who, day) => `${day} ${who}: ${step}`,
  moved: (before, after) => `${before} → ${after}`,
  itself: "Mishu",
  history: "What was done:",
  did: {
    progress: (number) => `${number}: the progress is kept.`,
    explained: (number, due) => `${number}: explained; due ${due}.`,
    changed: (number) => `${number} is changed.`,
    offered: (number, department) =>
      `${number} is offered to ${department}. Until they accept it, it stays with the present department.`,
    offeredTo: (number, title, from) => `${from} offers your department ${number}: ${title}`,
    accepted: (number, department) => `${number} is taken over by ${department}.`,
    declined: (number, department) => `${department} does not take over ${number}: it stays where it was.`,
    extensionAsked: (number, until) =>
      `${number}: ${until} is asked for. Until it is agreed to, the day stays as it is.`,
    extensionAskedOf: (number, title, until) => `May ${number} take until ${until}? ${title}`,
    extended: (number, until) => `${number} is extended until ${until}.`,
    extensionRefused: (number) => `${number} is not extended.`,
    finished: (number, title) => `${number} is finished: ${title}`,
    finishedBy: (department, who, recorded) =>
      recorded ? `By ${department}; ${who} wrote it down.` : `By ${who}, ${department}.`,
    leadOver: (number, lead) => `${number} is no longer followed up: ${lead} is over.`,
    consultedOver: (numbers) => `Not followed up any more, for those who were consulted: ${numbers.join(", ")}.`,
    reported: (number) => `${number}: that it was reported back is kept.`,
    reportedTo: (who) => `${who} was told the result.`,
    reportTo: (who) => `Report the result back to ${who}, and press “Reported back” then.`,
    snoozed: (number, until) => `${number}: nobody is reminded of it before ${until}. Its day stays as it is.`,
    withdrawn: (number) => `${number} is no longer followed up.`,
    reopened: (number) => `${number} is open again.`,
  },
  wrong: {
    noDayYet: "It has no day yet: say first of which category it is, or set the day. Nothing was changed.",
    notMoved: "It has a day already. Nothing was changed. Ask for another with “/deadline extend”.",
    notLater: (due) => `Another day has to be later than the present one, ${due}. Nothing was changed.`,
    noneAsked: "No other day is asked for any more: it was decided, or asked anew. Nothing was changed.",
    alreadyAsked: "This day is asked for already. Nothing was changed.",
    notOffered: "It is not offered to your department any more. Nothing was changed.",
    alreadyOffered: "It is offered to this department already. Nothing was changed.",
    sameDepartment: "It is this department's already. Nothing was changed.",
    ownExtension: "Nobody extends their own time limit: somebody else has to agree. Nothing was changed.",
    mayNotAgree:
      "Only the leader who wants it done, or those who supervise deadlines, agree to another day. Nothing was changed.",
    alreadyExplained:
      "The state of handling was explained already. Nothing was changed. “/deadline progress” adds to it.",
    explanationNotNeeded: "For its category no state of handling has to be explained first. Nothing was changed.",
    notFinished:
      "That does not fit what is open; and only what a leader assigned or instructed is reported back. Nothing was changed.",
    overdueSnooze: (latest) =>
      `It is overdue: it can be put off until ${latest} at the latest. Nothing was changed. Finish it, or ask for another time limit.`,
    snoozeTooLong: "It is due by then. Nothing was changed. Choose an earlier day, or ask for another time limit.",
    nothing: "There is nothing to change in that. Write what is to be different.",
    byRules:
      "The rules count the day of a document by its category. Nothing was changed. Leave the day out; one that was set belongs to category:urgent, and another one is asked for with “/deadline extend”.",
    notYours:
      "Only whoever had it followed up, or those who supervise deadlines, may take it back. Nothing was changed.",
    reasonNeeded: "Please give a reason: it is kept and shown.",
    noLeader: "the leader concerned",
  },
  buttons: {
    show: "Show",
    progress: "Progress",
    finish: "Finish",
    extend: "Ask for more time",
    hand: "Hand on",
    accept: "Take it over",
    decline: "Do not take it over",
    agree: "Agree",
    refuse: "Do not agree",
    explain: "Explain the state",
    setDay: "Set the day",
    reported: "Reported back",
    snooze: "Tomorrow again",
    add: "Follow something up",
    board: "The board",
    mine: "What is mine",
    track: "Follow up",
    decided: "Follow up what was decided",
  },
  lists: {
    mine: (count) => (count === 0 ? "What you have to do" : `What you have to do: ${count} open`),
    department: (department, count) => `${department}: ${count} open`,
    board: (count) => `All departments: ${count} open`,
    nothing: "Nothing is open.",
    more: (count) => `and ${count} more`,
    columns: {
      department: "Department",
      open: "Open",
      red: "🔴 overdue",
      yellow: "🟡 soon",
      green: "🟢 in time",
      done: "☑ closed",
    },
    pace: "🟡: three working days or fewer before the last one, or something has to be said first. 🔴: overdue.",
    whichDepartment: "Which department? For example: /deadline department 市财政局",
  },
  workdays: {
    known: (years) => `Working days are known from ${years[0]} to ${years.at(-1)}, by these notices:`,
    notice: (year, notice, amends) => `${year}: ${notice}${amends === undefined ? "" : `, which changes ${amends}`}`,
    next: "“/workdays 2026-10-10” tells of one day, “/workdays 2026-09-18 +10” counts. A new notice is taken in with file:.",
    unreadable: (typed) =>
      `“${typed}” is not a day, nor a day and working days to add. For example: 2026-10-10, 2026-09-18 +10.`,
    weekday: (day) => `${day} is worked: an ordinary working day.`,
    weekend: (day) => `${day} is off: a weekend.`,
    madeUp: (day, notice) => `${day} is worked, to make up for a holiday (${notice}).`,
    holiday: (day, holiday, notice) => `${day} is off: ${holiday} (${notice}).`,
    unknown: (day) => `Whether ${day} is worked is not known: there is no notice on the holidays of its year yet.`,
    ends: (days, from, due) => `${days === 1 ? "One working day" : `${days} working days`} after ${from}: ${due}`,
    already: (notice) => `${notice} stands in the files already. Nothing was changed.`,
    wrong: (faults) =>
      `This notice cannot be used. Nothing was changed. ${faults.join("; ")}. The files of rules/workdays show what one looks like.`,
    fault: faultInEnglish,
    noYaml: (line) => `${line === undefined ? "it" : `line ${line}`} cannot be read as YAML`,
    unknownFields: (fields, known) => `${fields.join(", ")}: no such field: there are ${known.join(", ")}`,
    wants: (field, what) =>
      `${field || "the file"}: ${
        {
          notice: "write the fields of a notice: notice, year, off, work",
          number: "write the number of the notice, as 国办发明电〔2024〕12号",
          holiday: "write the name of the holiday, as 春节",
          year: "write the year whose holidays it arranges, as 2027",
          day: 'not a day; write it in quotes, as "2026-10-01"',
          list: "write a list, each entry on a line that begins with a dash; [] when there are none",
        }[what]
      }`,
    imported: (notice, year) => `${notice} on the holidays of ${year} is taken in.`,
    recounts: "What is open is now counted anew; whoever it concerns is told.",
    notImported: (notice) => `${notice} was not taken in here. Nothing was changed. Those of the files stay.`,
    removed: (notice) => `${notice} is taken out again.`,
  },
  report: {
    title: (from, until) => `How deadlines were kept, ${from} to ${until}`,
    nothing: "Nothing was received or finished, and nothing is open.",
    columns: {
      department: "Department",
      received: "Received",
      inTime: "Finished in time",
      late: "Finished late",
      noDay: "Finished, no day set",
      extended: "Extended",
      open: "Open now",
      overdue: "Overdue now",
      average: "Working days, average",
    },
    noAverage: "–",
    how: "In time is what was finished by the day that held at the end, extensions that were agreed to included. Open and overdue are as of today. The average is from the day after receipt to the day on which it was finished.",
    averageUnknown:
      "Where no average stands though something was finished, a year is among its days whose holidays are not known.",
    backwards: (from, until) => `${from} lies after ${until}. Nothing is shown. Write the first day first.`,
  },
  changed: {
    earlier: (count) => (count === 1 ? "⚠ This is due earlier now:" : `⚠ These ${count} are due earlier now:`),
    by: (notices) => `Working days have changed: ${notices.join(", ")}. What was counted by them was counted anew.`,
    byOthers: "The notices on working days have changed. What was counted by them was counted anew.",
    certain: "Certain now:",
    later: "Due later now:",
    office: (count) => (count === 1 ? "One of another department moved:" : `${count} of other departments moved:`),
    kept: "The days before stay in the history of each. Days that somebody set or extended stay as they are.",
  },
  hour: {
    soon: (number, time, title) => `${number} is due today at ${time}: ${title}`,
    over: (number, time, title) => `${number} was due today at ${time}, and nobody has said that it is done: ${title}`,
  },
  digest: {
    title: (day) => `Your morning, ${day}`,
    channel: (day) => `Deadlines, ${day}`,
    groups: {
      decide: "Waiting for you to decide:",
      missing: "Something is missing:",
      overdue: "Overdue:",
      today: "Due today:",
      soon: "Due soon:",
      department: "Your department, overdue:",
      office: "Overdue for three working days or longer, by department:",
    },
    line: (number, title, due) => `${number} ${title} · ${due}`,
    asks: {
      category: "what kind of document is it?",
      explanation: "explain the state of handling first",
      day: "by when? no day is set",
    },
    byDepartment: (department, count) => `${department}: ${count}`,
    away: "Away today",
    meetings: "Meetings today:",
    pace: "People are reminded three working days before, one before, on the day, and while it is overdue. That is Mishu's own pace; the rules set none.",
    nothing: "Nothing is due soon, and nothing is overdue.",
  },
};
