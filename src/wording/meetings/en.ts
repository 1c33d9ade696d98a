import { monthInEnglish } from "../english-days.ts";
import type { MeetingsWording } from "./wording.ts";

export const meetingsEn: MeetingsWording = {
  fields: {
    number: "No.",
    when: "When",
    title: "Meeting",
    type: "Type",
    place: "Place",
    presider: "Presides",
    invited: "Invited besides",
    department: "Held by",
    siteVisit: "With a visit on site",
    you: "You",
  },
  time: (day, from, until) => `${day}, ${from}–${until}`,
  timeOfDays: (day, from, untilDay, until) => `${day}, ${from}, until ${untilDay}, ${until}`,
  plan: {
    needs: "Which meeting, on which day, at what time, and what is it called?",
    fill: "Fill in the form …",
    noType: (typed, known) => `“${typed}” is no type of meeting. Nothing was changed. There are: ${known.join("; ")}.`,
    noDay: (typed) =>
      `“${typed}” cannot be read as a day. Nothing was changed. For example: 2026-12-02, 12-02, Friday.`,
    past: (when) => `${when} is past. Nothing was changed. Choose a later time.`,
    noTime: (typed) =>
      `“${typed}” cannot be read as the time of a meeting. Nothing was changed. For example: 09:00-11:00`,
    noUntil: (typed) =>
      `“${typed}” is no day on which the meeting can end. Nothing was changed. It is left out for a meeting of one day.`,
    noDepartment: (typed, known) =>
      `The roster knows no department “${typed}”. Nothing was changed. It knows, for example: ${known.join("; ")}.`,
    needsDepartment: (type) => `Which department holds it? For “${type}” that must be said. Nothing was changed.`,
    noPresider: (typed, known) =>
      `“${typed}” is no post of the rulebook. Nothing was changed. Posts are, for example: ${known.join("; ")}. Left out: not known yet.`,
    tooLong: (field, most) => `${field} is longer than ${most} characters. Nothing was changed. Please say it shorter.`,
    tooMany: (most) => `More than ${most} people are invited. Nothing was changed.`,
    severalHeads: (department, who) =>
      `Several people may head ${department}: ${who}. Nothing was changed. Please name whom you mean.`,
    noHead: (department) =>
      `By the roster nobody heads ${department} on that day. Nothing was changed. Please name whom you mean.`,
    same: (number) =>
      `The same meeting is planned already: meeting ${number}. Nothing was changed. “/meeting list” shows it.`,
    done: (number) => `Meeting ${number} is planned.`,
    called: (posts) => `The rules call to it: ${posts}.`,
    away: (count) =>
      count === 1
        ? "One of those who must attend is away then, or has asked to be:"
        : `${count} of those who must attend are away then, or have asked to be:`,
    awayLine: (who, span, status) => `${who}: ${span}, ${status}`,
    notAnnounced:
      "Nobody was told yet: announce it, and whoever is called gets a notice with an entry for the calendar.",
  },
  check: {
    presides: (posts) => `Who presides is not known yet. By the rules: ${posts}.`,
    ifEntrusted: (post, by) => `${post} (when entrusted by the ${by})`,
    notNamed: (post, posts) =>
      `By the rules such a meeting is not presided over by the ${post}. Those who preside are: ${posts}.`,
    silent: "The rules do not say who presides over such a meeting.",
    onlyEntrusted: (post, by) =>
      `The rules let the ${post} preside over such a meeting only when entrusted by the ${by}.`,
    whileAway: (post, away, by) =>
      `The rules let the ${post} preside over such a meeting only while the ${away} is away, and entrusted by the ${by}.`,
    recorded: (by, to, until) => `It is recorded that ${by} has entrusted ${to} until ${until}.`,
    weekend: (day) => `${day} is a weekend.`,
    holiday: (day, name, notice) => `${day} is a holiday (${name}, by the notice ${notice}).`,
    unknownDay: (day) =>
      `Whether ${day} is a working day is not known: there is no notice on the holidays of that year yet.`,
    tooLong: (minutes, limit) =>
      `It is to take ${minutes} minutes; even one on the overall situation generally takes ${limit} minutes at most.`,
    tooLongUnless: (minutes, limit) =>
      `It is to take ${minutes} minutes; unless it is on the overall situation, a meeting generally takes ${limit} minutes at most.`,
    confirmed: (what) => `${what} That was confirmed.`,
    notYet: "Nothing is planned yet.",
    nothing: "Nothing was planned.",
    post: (name) => `the ${name}`,
    beforeAnnouncing: (what) => `${what} That must be recorded before anybody is called.`,
    days: (days, limit, who) =>
      `It takes ${days} days with a visit on site; more than ${limit} needs the consent of ${who}.`,
    speakers: (planned, limit) => `${planned} people are to give exchange speeches; in principle ${limit} at most do.`,
    speech: (minutes, limit) =>
      `An exchange speech is to take ${minutes} minutes; in principle it takes ${limit} at most.`,
    reporter: (report) => `Report ${report}: in principle the head of the department gives it.`,
    report: (report, minutes, limit) =>
      `Report ${report} is to take ${minutes} minutes; generally it takes ${limit} at most.`,
    yearly: "The department already has such a meeting in that year; it may hold one a year at most.",
    plan: (who) => `It must stand in the plan of meetings that ${who} approves at the start of the year.`,
    inName: (who) => `It is held in the name of the government: ${who} must approve it.`,
    othersLeaders: (who) =>
      `It calls leaders of other departments or districts: it may not be held without the approval of ${who}.`,
    against: "The rules speak against it:",
    item: (position, title) => `item ${position} (${title})`,
    unprepared: (items, who) => `Not recorded as prepared by ${who}: ${items}.`,
    elsewhereMust: (item, matter, decides) =>
      `By the rules ${decides} decides on ${item}: ${matter}. Here it can only be discussed.`,
    elsewhere: (item, matter, decides) => `By the rules it is for ${decides} to deal with ${item}: ${matter}.`,
    notInvited: (names) => `Not called to the meeting although they are to report: ${names}. You may invite them.`,
    moreThanTime: (minutes, there) => `The items take ${minutes} minutes together; the meeting has ${there}.`,
    confirm: {
      entrusted: () => "It is entrusted: plan",
      "day-off": () => "Plan it on that day",
      "in-name": (who) => `Approved by ${who}`,
      plan: (who) => `In the plan approved by ${who}`,
      "others-leaders": (who) => `Approved by ${who}`,
      days: (who) => `Agreed by ${who}`,
      prepared: () => "They are prepared",
      "only-discussed": () => "It is only discussed here",
    },
    consents: {
      entrusted: "whoever presides is entrusted with it",
      "day-off": "it is held on a day off",
      "in-name": "it was approved to be held in the name of the government",
      plan: "it stands in the approved plan of meetings",
      "others-leaders": "it was approved to call leaders of others",
      days: "its length was agreed to",
      prepared: "its items were prepared",
      "only-discussed": "matters for another body are only discussed",
    },
    consent: (what, by, day) => `Recorded: ${what} (${by}, ${day}).`,
    change: "Change …",
  },
  notice: {
    called: "You are called to a meeting.",
    invited: "You are invited to a meeting.",
    presides: "You preside over a meeting.",
    pleaseReply: "Please say whether you come; if you cannot, ask for leave from it.",
    comes: "You have said that you come. If you cannot after all, ask for leave from it.",
    file: "The file puts it into your calendar.",
    announced: "A meeting is announced.",
    cancelled: (title, when) => `${title} (${when}) is cancelled.`,
    fileCancelled: "The file takes it out of your calendar.",
    cancelledHere: "A meeting is cancelled.",
    reply: "A reminder: please say whether you come to this meeting.",
    dayBefore: "A reminder of this meeting; please be on time.",
    hourBefore: "A reminder: this meeting begins in an hour.",
    instead: "You go instead of somebody who has leave from it.",
  },
  change: {
    which: "Which meeting changes?",
    none: "No meeting is coming.",
    nothingGiven: "What is different? “-” takes away what stands there.",
    begun: (number, when) => `Meeting ${number} has begun or is over (${when}). Nothing was changed.`,
    same: (number) => `Meeting ${number} is already as you say. Nothing was changed.`,
    done: (number) => `Meeting ${number} is changed.`,
    fromTo: (was, is) => `${was} → ${is}`,
    nothing: "none",
    told: (count) => (count === 1 ? "One person is told." : `${count} people are told.`),
    withdrawn: (numbers) =>
      `Leave was for the time as it was, and is withdrawn: ${numbers}. Those people are told to ask again if they cannot come.`,
    notice: "A meeting to which you are called has changed.",
    nowIs: "It is now:",
    replyAgain: "The time has changed: please say again whether you come; if you cannot, ask for leave from it.",
    file: "The file changes it in your calendar.",
    channel: "A meeting has changed.",
    notCalled: (title, when) => `You are no longer called to ${title} (${when}).`,
    openRequest: (title, was, is, number) =>
      `${title} is moved from ${was} to ${is}. Your request ${number} was for the former time and is withdrawn; if you cannot come at the new time, please ask again.`,
    grantedRequest: (title, was, is, number) =>
      `${title} is moved from ${was} to ${is}. Your leave ${number} was for the former time and no longer holds; if you cannot come at the new time, please ask again.`,
    toApprover: (title, was, is, number, who) =>
      `${title} is moved from ${was} to ${is}. Request ${number} of ${who} is withdrawn; there is nothing to decide.`,
  },
  show: {
    which: "Which meeting?",
    none: "No meeting is coming that you can see.",
    meeting: (number) => `Meeting ${number}:`,
    announced: (day) => `Announced on ${day}.`,
    cancelled: (day) => `Cancelled on ${day}.`,
    you: (state) => `You: ${state}.`,
  },
  agenda: {
    which: "The agenda of which meeting?",
    none: "No meeting is coming that you can see.",
    of: (title, when) => `Agenda of ${title} (${when}):`,
    empty: "There is no agenda yet.",
    line: (position, title, more) => `${position}. ${title}${more.length > 0 ? ` (${more.join("; ")})` : ""}`,
    kinds: { matter: "to be discussed", report: "report", speech: "exchange speech" },
    reporter: (name) => `presented by ${name}`,
    minutes: (count) => `${count} min`,
    leader: (name) => `in charge: ${name}`,
    prepared: "prepared",
    material: (where) => `papers: ${where}`,
    needsTitle: "What is the item about?",
    noItem: (typed) =>
      `“${typed}” is no item of a meeting's agenda. Nothing was changed. For example 3.2: item 2 of meeting 3.`,
    noMinutes: (typed) => `“${typed}” is no number of minutes. Nothing was changed. For example: 10`,
    noMatter: (typed, known) =>
      `“${typed}” is none of the matters that the rules send to a body. Nothing was changed. There are: ${known.join("; ")}. Left out: none of these.`,
    tooMany: (most) => `An agenda has ${most} items at most. Nothing was changed.`,
    added: (position, number) => `Item ${position} is on the agenda of meeting ${number}.`,
    changed: (position, number) => `Item ${position} of the agenda of meeting ${number} is changed.`,
    removed: (position, number) => `Item ${position} is off the agenda of meeting ${number}.`,
    add: "Add an item …",
    change: (position) => `Change item ${position} …`,
    remove: (position) => `Remove item ${position}`,
  },
  attend: {
    done: (title, when) => `You come to ${title} (${when}).`,
    next: "Whoever plans the meeting sees it. If you cannot come after all, ask for leave from it.",
    already: (title, when) => `You have said already that you come to ${title} (${when}). Nothing was changed.`,
    notCalled: (number) => `You are not called to a meeting ${number}. “/meeting list” shows yours.`,
    begun: (title, when) => `${title} has begun or is over (${when}). Nothing was changed.`,
    onLeave: (title) => `You have leave from ${title}. If you come after all, withdraw it first.`,
    leaveAsked: (title) => `You have asked for leave from ${title}. If you come after all, withdraw that first.`,
    away: (title) => `By your leave you are on a journey during ${title}. If you come after all, change that first.`,
  },
  roll: {
    standing: (title) => `How it stands with ${title}: whoever has not replied is asked once more.`,
    which: "The roll of which meeting?",
    none: "Nobody was called to a meeting that is to come.",
    title: (title, when) => `${title}, ${when}`,
    fields: { name: "Name", title: "Title", as: "Called", state: "Comes" },
    as: { presider: "presides", member: "must attend", invited: "invited", substitute: "instead of somebody" },
    states: {
      none: "no reply yet",
      asked: "has asked for leave",
      attending: "comes",
      substitute: "somebody goes instead",
      leave: "has leave",
      away: "on a journey",
    },
    substitute: (name) => `has leave; ${name} goes instead`,
    count: (state, count) => `${state}: ${count}`,
  },
  announce: {
    which: "Which meeting is announced?",
    none: "No meeting is planned that was not announced.",
    already: (number) => `Meeting ${number} was announced already. Nobody was told again.`,
    begun: (number, when) => `Meeting ${number} has begun or is over (${when}). Nobody was told.`,
    done: (number, count) =>
      `Meeting ${number} is announced: ${count === 1 ? "one person gets" : `${count} people get`} a notice.`,
    unreached: (names, more) =>
      `Mishu cannot write to ${names}${more > 0 ? ` and ${more} more` : ""}: they have no account here yet. Please tell them yourself.`,
    reminders: "Whoever comes is reminded a working day before and an hour before, as far as that is still to come.",
    noChannel: "No channel is chosen for meetings: only people were told.",
    settings: "Choose a channel …",
  },
  list: {
    yours: "Meetings that you must attend:",
    all: "Coming meetings:",
    none: "No meeting is planned.",
    noneForYou: "No meeting is planned that you must attend.",
    week: {
      yours: (from, until) => `Meetings of this week (${from} to ${until}) that you must attend:`,
      all: (from, until) => `Meetings of this week (${from} to ${until}):`,
      none: (from, until) => `No meeting is planned this week (${from} to ${until}).`,
      noneForYou: (from, until) => `No meeting is planned this week (${from} to ${until}) that you must attend.`,
    },
    month: {
      yours: (first) => `Meetings in ${monthInEnglish(first)} that you must attend:`,
      all: (first) => `Meetings in ${monthInEnglish(first)}:`,
      none: (first) => `No meeting is planned in ${monthInEnglish(first)}.`,
      noneForYou: (first) => `No meeting is planned in ${monthInEnglish(first)} that you must attend.`,
    },
    called: "must attend",
    invited: "invited",
    state: "Announced",
    notAnnounced: "not announced yet",
    buttons: {
      month: (first) => `Calendar of ${monthInEnglish(first)}`,
      week: "This week",
      mine: "Only those I must attend",
      everybody: "All meetings",
    },
    more: (shown, all) => `Only ${shown} of ${all} are listed.`,
  },
  cancel: {
    which: "Which meeting is cancelled?",
    none: "No meeting is planned that could be cancelled.",
    noNumber: (typed) => `“${typed}” is not the number of a meeting. Nothing was changed. “/meeting list” shows them.`,
    noSuch: (number) => `There is no meeting ${number}. Nothing was changed. “/meeting list” shows them.`,
    already: (number) => `Meeting ${number} is cancelled already. Nothing was changed.`,
    over: (number, when) => `Meeting ${number} is over (${when}). Nothing was changed.`,
    done: (number, title, when) => `Meeting ${number} is cancelled: ${title}, ${when}.`,
    withdrawn: (numbers) =>
      `These requests for leave from it need no decision any more and were withdrawn: ${numbers}. Whoever asked and whoever was to decide are told.`,
    needless: (numbers) => `Whoever had leave from it is told that it is not needed: ${numbers}.`,
    notAnnounced: "Nobody had been called to it yet.",
    told: (count) => (count === 1 ? "The one person to whom Mishu can write is told." : `${count} people are told.`),
    openRequest: (title, when, number) =>
      `${title} (${when}) is cancelled. Your request ${number} for leave from it was withdrawn: there is nothing to decide any more.`,
    grantedRequest: (title, when, number) =>
      `${title} (${when}) is cancelled. Your leave from it (${number}) is not needed any more; it does not count as an absence.`,
    toApprover: (title, when, number, who) =>
      `${title} (${when}) is cancelled. Request ${number} of ${who} for leave from it was withdrawn: there is nothing to decide any more.`,
  },
  buttons: {
    plan: "Plan a meeting …",
    list: "Coming meetings",
    leave: (number) => `Ask for leave from meeting ${number} …`,
    cancel: (number) => `Cancel meeting ${number}`,
    change: (number) => `Change meeting ${number} …`,
    show: (number) => `Meeting ${number}`,
    agenda: (number) => `Agenda of meeting ${number}`,
    announce: (number) => `Announce meeting ${number}`,
    attend: "I come",
    roll: (number) => `Roll of meeting ${number}`,
  },
};
