import { monthInEnglish } from "../english-days.ts";
import type { MeetingsWording } from "./wording.ts";

const and = (parts: readonly string[]): string => new Intl.ListFormat("en", { type: "conjunction" }).format(parts);

const lasting = (minutes: number): string => {
  if (minutes % 60 !== 0) return minutes === 1 ? "a minute" : `${minutes} minutes`;
  return minutes === 60 ? "an hour" : `${minutes / 60} hours`;
};

const weekdays = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");

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
    reminders: "Reminders",
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
    confirmed: (what) => `Confirmed: ${what}.`,
    notYet: {
      plan: "Nothing is planned yet.",
      change: "Nothing is changed yet.",
      announce: "Nobody is called yet.",
      item: "Nothing is changed on the agenda yet: people are called to this meeting already.",
    },
    stale: "The meeting or its agenda was changed since that was shown to you: please look once more.",
    nothing: "Nothing was changed.",
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
    withoutLeave: {
      pleaseReply: "Please say whether you come; if you cannot, tell whoever holds it.",
      comes: "You have said that you come. If you cannot after all, tell whoever holds it.",
    },
    file: "The file puts it into your calendar.",
    announced: "A meeting is announced.",
    cancelled: (title, when) => `${title} (${when}) is cancelled.`,
    fileCancelled: "The file takes it out of your calendar.",
    cancelledHere: "A meeting is cancelled.",
    reply: "A reminder: please say whether you come to this meeting.",
    dayBefore: (days) =>
      days === 1
        ? "A reminder of this meeting; please be on time."
        : `A reminder: this meeting is in ${days} working days.`,
    hourBefore: (minutes) => `A reminder: this meeting begins in ${lasting(minutes)}.`,
    instead: "You go instead of somebody who has leave from it.",
  },
  change: {
    which: "Which meeting changes?",
    none: "No meeting is coming.",
    nothingGiven: "What is different? “-” takes away what stands there.",
    needsTitle: "A meeting has a title: it can be another one, but not none. Nothing was changed.",
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
    stale: "The agenda was changed since that was shown to you. Nothing was changed; this is how it is now.",
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
  minutes: {
    which: {
      which: "The minutes of which meeting?",
      none: "No minutes wait for you.",
      button: (number) => `Minutes of meeting ${number}`,
    },
    of: (title, when) => `Minutes of ${title} (${when})`,
    yours: {
      review: (title) => `The minutes of ${title} wait for your review.`,
      sign: (title) => `The minutes of ${title} wait for your signature.`,
      agree: (title) => `The opinions on which ${title} agreed wait for your consent.`,
      returned: (title) => `The minutes of ${title} came back to you.`,
      issue: (title) => `The minutes of ${title} can be issued.`,
    },
    statuses: {
      review: "Under review",
      sign: "Reviewed, to be signed",
      returned: "Returned to be put right",
      signed: "Ready to be issued",
      issued: "Issued.",
    },
    waitsFor: (status, name) => `${status}: with ${name}.`,
    steps: {
      drafted: "drafted",
      reviewed: "reviewed",
      signed: "signed",
      agreed: "agreed",
      returned: "returned",
      issued: "issued",
      published: "made public",
      withheld: "kept secret as the law requires",
    },
    step: (what, who, day) => `${day}: ${what} by ${who}`,
    done: {
      drafted: (title) => `The minutes of ${title} are drafted.`,
      reviewed: (title) => `You have reviewed the minutes of ${title}.`,
      signed: (title) => `You have signed the minutes of ${title}.`,
      agreed: (title) => `You have agreed to the opinions of ${title}.`,
      returned: (title) => `The minutes of ${title} went back with your remarks.`,
      issued: (title) => `The minutes of ${title} are issued.`,
      published: (title) => `What ${title} decided is public.`,
      withheld: (title) => `What ${title} decided is kept secret.`,
    },
    about: "About",
    link: "The draft is here",
    inFile: (characters) => `The draft (${characters} characters) is in the file.`,
    asFile: (name, size) => `The draft is the file “${name}” (${size}).`,
    noneMade: (title) => `Noted: no minutes of ${title} are made. You are not asked again.`,
    noneYet: (title) => `No minutes of ${title} are drafted yet.`,
    notBegun: (number, when) => `Meeting ${number} has not begun yet (${when}). Nothing was changed.`,
    issuedAlready: (number) => `The minutes of meeting ${number} are issued. Nothing was changed.`,
    tooLong: (most) => `That is longer than ${most} characters. Nothing was changed. A link can be given instead.`,
    whichOutcome: "What came of the meeting?",
    outcomes: { minutes: "Minutes", opinions: "Coordination opinions" },
    whichSubject: "Was the meeting about one of these? Who reviews and who signs depends on it.",
    noSubject: "None of these",
    noSuchSubject: (typed, known) =>
      `“${typed}” is none of the subjects that the rules name. Nothing was changed. They are: ${known.join("; ")}. “none” where it is none of them.`,
    who: { reviewer: "Who reviews the minutes?", signer: "Who signs the minutes, or agrees?" },
    nobody: {
      reviewer: (posts) =>
        `The rules have the minutes reviewed by: ${posts}. By the roster nobody is that now. Nothing was changed.`,
      signer: (posts) =>
        `The rules have the minutes signed by: ${posts}. By the roster nobody is that now. Nothing was changed.`,
    },
    notMeant: {
      reviewer: (name, posts) =>
        `${name} is none of those by whom such minutes are reviewed: ${posts}. Nothing was changed.`,
      signer: (name, posts) =>
        `${name} is none of those by whom such minutes are signed: ${posts}. Nothing was changed.`,
    },
    drafted: (number) => `The draft of the minutes of meeting ${number} is on its way.`,
    reviews: (name) => `${name} reviews it:`,
    signs: (name) => `${name} signs it:`,
    agrees: (name) => `${name} must agree before it is issued:`,
    silent: "The rules do not say by whom the minutes of such a meeting are reviewed and signed: they can be issued.",
    noOpinions:
      "The rules speak of coordination opinions of other meetings: what came of this one is drafted as minutes. Nothing was changed.",
    away: (name, until) => `${name} is away until ${until}.`,
    stale: "The minutes have gone on since. Nothing was changed.",
    nothingToDecide: (status) => `There is nothing to decide: ${status}`,
    notYours: "This is not for you to do. Nothing was changed.",
    noLonger: (posts) =>
      `By the roster of today you are none of those whom the words name: ${posts}. Nothing was changed; whoever drafted the minutes can name somebody else.`,
    needsRemarks: "What is to be put right? Whoever drafted the minutes reads it.",
    notSigned: (status) => `They cannot be issued yet. ${status}`,
    notIssued: "They are not issued yet. Nothing was changed.",
    reminder: "A reminder: they have waited since the last message.",
    waitsLong: (title, what) => `The minutes of ${title} have waited for days. ${what}`,
    publish: {
      must: "What was decided is to be made public promptly, unless the law requires it to be kept secret:",
      ask: (title) => `Is public what ${title} decided?`,
      pace: "The rules set no number of days. Mishu asks every two working days until you say.",
      published: (title) => `Noted: what ${title} decided is public.`,
      withheld: (title) => `Noted: what ${title} decided is kept secret as the law requires.`,
      already: {
        published: (title) => `It is noted already that what ${title} decided is public. Nothing was changed.`,
        withheld: (title) =>
          `It is noted already that what ${title} decided is kept secret as the law requires. Nothing was changed.`,
      },
      buttons: { published: "It is public", withheld: "The law requires secrecy" },
    },
    buttons: {
      draft: "Draft the minutes …",
      none: "None are made",
      redraft: "Put the draft right …",
      review: "Pass it on",
      sign: "Sign",
      agree: "Agree",
      giveBack: "Return …",
      issue: (number) => `Issue the minutes of meeting ${number}`,
      another: "Name somebody else …",
      show: "Show the file",
    },
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
  attendance: {
    begins: (from) => `The meeting begins at ${from}. When you are there, please say so.`,
    here: "I am here",
    done: (title) => `Recorded: you are present at ${title}.`,
    doneLate: (title, minutes) =>
      `Recorded: you came to ${title} ${minutes === 1 ? "a minute" : `${minutes} minutes`} late.`,
    recorded: (title, state, at) => `You are recorded for ${title}: ${state} (${at}).`,
    wrong: "If that is not right, whoever plans the meetings corrects it.",
    early: (title, from) => `${title} has not begun yet. You can say that you are there from ${from} on.`,
    over: (title, when) =>
      `${title} is over (${when}). Whoever plans the meetings can still record that you were there.`,
    unrecorded: (title) => `${title} is over. It is not recorded that you were there.`,
    whichHere: "At which meeting are you?",
    noneHere: "You are not called to a meeting that is held now or is about to begin.",
    hereAt: (number) => `I am at meeting ${number}`,
    which: "The attendance of which meeting?",
    none: "No meeting was held in the last weeks, is held now, or is about to begin.",
    button: (number) => `Attendance of meeting ${number}`,
    title: (title, when) => `Attendance: ${title}, ${when}`,
    fields: { person: "Number", state: "Attendance", substitute: "Instead", at: "Recorded", by: "By" },
    states: {
      unrecorded: "not recorded",
      absent: "absent",
      "substitute-absent": "on leave, nobody came instead",
      late: "late",
      present: "present",
      substitute: "substituted",
      leave: "on leave",
    },
    late: (minutes) => `late (${minutes} min)`,
    instead: (name, state) => `on leave; ${name} instead: ${state}`,
    count: (state, count) => `${state}: ${count}`,
    notYet: (title, from) => `${title} has not begun yet. Attendance can be recorded from ${from} on.`,
    everybody: "Everybody who said they come is present",
    everybodyDone: (count) =>
      count === 1 ? "One person is recorded as present." : `${count} people are recorded as present.`,
    everybodyNone: "Everybody who said that they come is recorded already. Nothing was changed.",
    record: "Record or correct …",
    whose: "Whose attendance is recorded?",
    whichState: (name) => `What is recorded of ${name}?`,
    notCalled: (name, number) => `${name} is not called to meeting ${number}. Nothing was changed.`,
    changed: (name, state) => `${name} is recorded: ${state}.`,
    same: (name, state) => `${name} is recorded already: ${state}. Nothing was changed.`,
    file: "The table is attached for Excel.",
    summary: (title) => `${title} is over. This is the attendance:`,
  },
  clock: {
    running: (position, count, title) => `Item ${position} of ${count}: ${title}`,
    notBegun: "The agenda has not begun.",
    done: "The agenda is done.",
    time: (from, planned) =>
      planned
        ? `Begun at ${from}, planned for ${planned.minutes} min: until ${planned.until}`
        : `Begun at ${from}; it is not known how long it takes`,
    next: (position, title) => `Next: ${position}. ${title}`,
    last: "This is the last item.",
    behind: (minutes) =>
      minutes === 0
        ? "The agenda is on time."
        : `The agenda is ${Math.abs(minutes)} min ${minutes > 0 ? "behind" : "ahead"}.`,
    begin: (position) => `Begin item ${position}`,
    end: "End the agenda",
    back: "Undo the last step",
    which: "The agenda of which meeting goes on?",
    none: "No meeting is held today, or is about to begin.",
    button: (number) => `Agenda clock of meeting ${number}`,
    empty: (number) => `Nothing is on the agenda of meeting ${number}.`,
    notYet: (title, from) => `${title} has not begun yet. Its agenda can begin from ${from} on. Nothing was changed.`,
    past: (title, when) => `${title} is over (${when}). Nothing was changed.`,
    moved: "Somebody was quicker: nothing was changed. This is how it stands.",
    justNow: "You did that a moment ago: nothing more was changed. This is how it stands.",
    nothingMore: "The agenda is done already. Nothing was changed.",
    nothingBack: "The agenda has not begun yet. Nothing was changed.",
    warning: (position, title, until) => `Two minutes left for item ${position} (${title}): until ${until}.`,
    over: (position, title, until) => `The time of item ${position} (${title}) is over since ${until}.`,
    fixed: (position, number) =>
      `Item ${position} of meeting ${number} is being dealt with or done, and cannot be removed. Nothing was changed.`,
    begun: (number) =>
      `The agenda of meeting ${number} has begun: the meeting cannot be changed any more. “/meeting back” undoes that.`,
  },
  consent: {
    ask: (who) => `Ask ${who} to approve it`,
    asked: (names, title) => `${names} is asked to approve ${title}. You are told what the answer is.`,
    question: (title) => `Do you approve this meeting: ${title}?`,
    nobody: "By the roster nobody holds that post today. Nothing was changed.",
    notNeeded: (number) => `The rules ask for no such approval of meeting ${number}. Nothing was changed.`,
    givenAlready: (number) => `The approval of meeting ${number} is recorded already. Nothing was changed.`,
    stale: "The meeting was changed since you were asked: this is how it is now.",
    yes: (name, title) => `${name} has approved ${title}.`,
    no: (name, title) => `${name} has not approved ${title}.`,
    buttons: { yes: "Approve", no: "Do not approve" },
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
    reminders: (before) =>
      before.length === 0
        ? "No reminders are set for it."
        : `Whoever comes is reminded ${and(before)}, as far as that is still to come.`,
    noChannel: "No channel is chosen for meetings: only people were told.",
    settings: "Choose a channel …",
  },
  calendar: {
    name: (person) => `Meetings of ${person}`,
    description: "By the notices of Mishu. If you cannot come, ask for leave.",
    off: "This office gives calendars no link. A file for the calendar comes with each notice of a meeting.",
    none: "You have no link. Nothing was changed.",
    made: "Your own calendar can show your meetings by this link:",
    renewed: "This is your new link; the one before no longer holds:",
    revoked: "Your link no longer holds: calendars get nothing by it any more.",
    there: (day) => `You have a link since ${day}.`,
    fetched: (day) => `A calendar last fetched it on ${day}.`,
    neverFetched: "No calendar has fetched it yet.",
    shownOnce: "It was shown once and is kept nowhere. If you do not have it any more, take a new one.",
    how: "Open the first address on the device, or subscribe to the second in your calendar. It looks for changes by itself.",
    secret: "Whoever has the link sees your meetings: give it to nobody.",
    buttons: { new: "A new link", revoke: "Take the link back" },
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
  reminders: {
    daysBefore: (days) => (days === 1 ? "a working day before" : `${days} working days before`),
    minutesBefore: (minutes) => `${lasting(minutes)} before`,
    none: "none",
    asOffice: (what) => `as the office has it (${what})`,
    unreadable: (typed) =>
      `“${typed}” cannot be read as reminders: at most five, of working days (up to 30), hours or minutes (up to 12 hours) before. Nothing was changed. For example: 2d, 1d, 30min; none`,
    at: (when, before) => `${when} (${before})`,
    coming: (what) => `Whoever comes will be reminded: ${what.join("; ")}.`,
    onceAnnounced: (what) => `Once it is announced, whoever comes will be reminded: ${what.join("; ")}.`,
    noneToCome: "No reminder of it is still to come.",
    onlyThese: "Nobody was told: only the reminders are different.",
  },
  cadence: {
    period: (from, months) => {
      if (months === 1) return monthInEnglish(from);
      return `the ${Number(from.slice(5, 7)) <= 6 ? "first" : "second"} half of ${from.slice(0, 4)}`;
    },
    notYet: (type, period) => `For ${period}, ${type} is not planned yet.`,
    stillNot: (type, period) =>
      `For ${period}, ${type} is still not planned, and the last two working days have begun.`,
    inPrinciple: "The rules say so in principle: whether and when it is held is for the office to decide.",
    proposed: "Working days that would fit, as far as is known free of other meetings of its members:",
    noneFree: "On every working day that would fit, some of its members have another meeting.",
    noneLeft: "No working day is left on which it could be held.",
    day: (day, weekday, remarks) =>
      `${weekdays[weekday - 1]} ${day}${remarks.length > 0 ? ` (${remarks.join("; ")})` : ""}`,
    convenerAway: "whoever convenes it is away",
    away: (count) => (count === 1 ? "one of its members is away" : `${count} of its members are away`),
    provisional: "not yet known to be a working day: there is no notice on the holidays of that year yet",
    plan: (day) => `Plan it on ${day} …`,
    otherDay: "Plan it on another day …",
    off: "Whoever may change the office's settings turns these hints off with “/settings cadence:off”.",
  },
  cancel: {
    which: "Which meeting is cancelled?",
    none: "No meeting is planned that could be cancelled.",
    noNumber: (typed) => `“${typed}” is not the number of a meeting. Nothing was changed. “/meeting list” shows them.`,
    noSuch: (number) => `There is no meeting ${number}. Nothing was changed. “/meeting list” shows them.`,
    already: (number) => `Meeting ${number} is cancelled already. Nothing was changed.`,
    over: (number, when) => `Meeting ${number} is over (${when}). Nothing was changed.`,
    minuted: (number) =>
      `Meeting ${number} was held: minutes of it are drafted. It cannot be cancelled any more. Nothing was changed.`,
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
