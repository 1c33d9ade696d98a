import type { Half } from "../../leave/leave.ts";
import type { LeaveRequestWording } from "./wording.ts";

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const halves: Readonly<Record<Half, string>> = { am: "morning", pm: "afternoon" };
const list = (names: readonly string[]): string => new Intl.ListFormat("en", { type: "disjunction" }).format(names);
const nothing = "Nothing was sent.";

export const leaveRequestEn: LeaveRequestWording = {
  spanWithWeekdays({ from, fromHalf, until, untilHalf }, first, last) {
    const begins = `${weekdays[first - 1]} ${from}`;
    if (from === until) return fromHalf === untilHalf ? `${begins} (${halves[fromHalf]})` : begins;
    const ends = `${weekdays[last - 1]} ${until}`;
    return `${begins}${fromHalf === "pm" ? " (afternoon)" : ""} to ${ends}${untilHalf === "am" ? " (morning)" : ""}`;
  },
  workingDays: (days, working) =>
    `${days}, ${working === 0.5 ? "half a working day" : working === 1 ? "1 working day" : `${working} working days`} among them`,
  form: {
    needs:
      "From when until when will you be away? For example “/leave request 12-01 to 12-03 purpose:business”, or fill in the form. For a meeting that you cannot attend, its number is enough.",
    fill: "Fill in the form",
    unreadable: (field, typed) =>
      `${field}: “${typed}” cannot be read as a day. ${nothing} For example 2026-12-01, 12-01, tomorrow, Friday, or 12-01 pm for half a day; several days: 12-01 to 12-03, or 3 days from 12-01.`,
    holiday: (field, typed) =>
      `${field}: “${typed}” is not taken for days: a holiday lasts several, and which they are is set anew each year. ${nothing} Write the days themselves, for example 2026-12-30 to 2027-01-02.`,
    backwards: (field, from, until) =>
      `${field}: the end (${until}) lies before the beginning (${from}). ${nothing} For example 12-01 to 12-03; where the year changes, write it: 2026-12-30 to 2027-01-02.`,
    far: (field, from) =>
      `${field}: ${from} is more than a year away. ${nothing} Ask when it is less than a year until then, or write the year if another was meant.`,
    past: (field, from, days) =>
      `${field}: ${from} is more than ${days} days past. ${nothing} Settle it with whoever approves your leave in person; in the report of that time your department can add it: “/leave correct”. If another year was meant, write it.`,
    long: (field) => `${field}: this is longer than a year. ${nothing} Ask for the first year, and extend it later.`,
    noOccasion: (typed, known) => `occasion: I do not know “${typed}”. ${nothing} It is one of: ${known.join("; ")}.`,
    noMeeting: (typed) =>
      `meeting: there is no meeting “${typed}” ahead that you are called to. ${nothing} While you type, the meetings are listed that you must attend; for one not kept here, give “occasion” and the day, or “event”.`,
    meetingSilent: (number) =>
      `The rules do not say of whom leave from such a meeting is asked (meeting ${number}). Please tell whoever holds it.`,
    meetingIs: (number, occasion) =>
      `occasion: meeting ${number} is of another kind: ${occasion}. ${nothing} Leave “occasion” out, the meeting's number is enough.`,
    meetingOn: (number, day) =>
      `from: meeting ${number} is on ${day}, not on these days. ${nothing} Leave the days out, the meeting's number is enough.`,
    eventNeeded: `event: say what the meeting or activity is called. ${nothing} For example event:"city greening day".`,
    onlyMeetings: (field) =>
      `${field}: this belongs to a meeting or activity, not to a journey. ${nothing} Leave it out, or choose the “occasion” that you cannot attend.`,
    noPresider: (typed, known) =>
      `presider: “${typed}” makes no difference by the rules. ${nothing} Leave it out, or choose: ${list(known)}.`,
    tooLong: (field, most) => `${field}: at most ${most} characters. ${nothing} Please shorten it.`,
    noPost: (typed, own) => `post: “${typed}” is no post of yours today. ${nothing} Yours: ${own.join("; ")}.`,
    noNumber: (typed) =>
      `number: “${typed}” is not the number of a request. Nothing was changed. For example 12; “/leave mine” lists yours.`,
  },
  posts: {
    ruled: (title, other) =>
      `The rules say whom you ask as ${other}, and nothing for ${title}: you ask as ${other}. Nothing was sent.`,
    which: "You hold several posts, and they lead to different approvers. By which one do you ask?",
    goesTo: (title, whom) => `${title}: asks ${whom}`,
    silent: (title) => `${title}: the rules do not say whom to ask`,
    nobody: (title) => `${title}: nobody can be asked at present`,
  },
  preview: {
    draft: (number) => `Please check. ${number} has not been sent; only you see it.`,
    begun: "These days have begun already: the request is late, and the approver sees when it was made.",
    over: "These days are over: this asks for leave after the fact, and the approver sees when it was made.",
    yearGuessed: (day) => `Read as ${day}, the next such day. If an earlier one was meant, write its year.`,
    changes: (number, span) => `${number} (${span})`,
    private: "Place and reason are seen by you and by whoever may decide, by nobody else.",
    decideFirst: (count) =>
      `${count === 1 ? "One request for leave waits" : `${count} requests for leave wait`} for your decision. Please decide before you go.`,
    turnTo: (who) => `Turn to: ${list(who)}.`,
    noteOnly:
      "Nobody can be asked for a decision. Mishu can only note that you will be away: then it is known, and nobody has approved it.",
    changedMeanwhile:
      "Since you were shown this, it has come to go elsewhere. Nothing was sent; please look at it again.",
  },
  conflicts: {
    own: (number, span, status) => `${number} covers some of these days: ${span}, ${status}.`,
    asked: (number, status) => `You have asked for this leave already: ${number}, ${status}.`,
    ownNext: `${nothing} Change that request, or choose other days.`,
    meetings: (count) =>
      count === 1
        ? "During these days there is a meeting that you must attend:"
        : `During these days there are ${count} meetings that you must attend:`,
    meeting: (number, title, when, goesTo) => `${title} (meeting ${number}), ${when}. ${goesTo}`,
    meetingSilent: "The rules do not say whom to ask for leave from it.",
    meetingNobody: "Nobody can be asked for leave from it at present.",
    meetingToo:
      "Leave for the journey does not excuse from the meeting: the rules want leave from it too. Each request goes to its own approver.",
    sameReason: "Leave from the meetings is asked for with the same place and reason.",
    acting: (holder, from, until) => `Please note: you are entrusted to act for ${holder}, ${from} to ${until}.`,
    bothAway: (who, span, status) => `Please note: ${who} is away on the same days: ${span} (${status}).`,
    nobodyDecides: (post, from, until) =>
      `Please note: as ${post} you decide on the leave of others. From ${from} to ${until} nobody is recorded as acting for you on all days; what is asked then waits for you.`,
    ownArrangement:
      "The rules do not provide for entrusting this post: it would be the office's own arrangement, and is shown as that.",
    entrustNext: "You can record who acts: “/roster entrust”. Your request can be sent all the same.",
    entrustBy: (who) =>
      who.length === 0
        ? "An administrator can record who acts: “/roster entrust”. Your request can be sent all the same."
        : `Who acts can be recorded (“/roster entrust”) by ${list(who)}. Your request can be sent all the same.`,
  },
  buttons: {
    send: "Send",
    sendAll: (count) => `Send all ${count}`,
    sendOnly: "Send only the journey",
    again: "Try again",
    note: "Note it only",
    change: "Change …",
    discard: "Discard",
    entrust: "Record who acts …",
    changeThat: (number) => `Change ${number} …`,
    meetingLeave: (number) => `Leave from meeting ${number}`,
    withdraw: (numbers) => `Withdraw ${numbers}`,
  },
  sent: {
    to: (number, who) => `${number} was sent to ${who}.`,
    next: "You will be told as soon as it is decided. Until then you have not been given leave.",
    already: (number, when, status) =>
      `${number} was sent before, on ${when}; it is now: ${status}. It was not sent again.`,
    discarded: (number) => `${number} was discarded. ${nothing}`,
    gone: (number) =>
      `There is no draft ${number} of yours: it was discarded, or lay too long. ${nothing} Begin anew with “/leave request”.`,
    noted: (number) => `${number} is noted: it is known that you are away. Nobody was asked, and nobody approved it.`,
    notedNext:
      "Where the rules are silent, your office can set whom such requests go to: “/leave route”. Report back as usual when you return.",
    meetingNot: (title) => `Leave from ${title} was not asked for: nobody can be asked for it at present.`,
    leftMeetings: (count) =>
      count === 1
        ? "You have not asked for leave from a meeting on these days; the button below does."
        : `You have not asked for leave from ${count} meetings on these days; the buttons below do.`,
    noLongerPost: (title) =>
      `You do not hold the post “${title}” any more. ${nothing} Begin anew with “/leave request”.`,
  },
  change: {
    which: "Which request do you want to change?",
    none: "You have no request that can be changed. “/leave request” begins one.",
    nothingGiven: "What is to be different? Fill in what changes; the rest stays as it is.",
    same: "Nothing of this is different from what the request says. Nothing was changed.",
    cannot: (number, status) =>
      `${number} is ${status} and cannot be changed. Nothing was changed. “/leave request” begins a new one.`,
    back: (number, day) =>
      `You have reported back from ${number} on ${day}. Nothing was changed. For further days ask anew: “/leave request”.`,
    onlyTrips:
      "The days are those of the meeting. Nothing was changed. If you can attend after all, withdraw the request.",
    asksAgain: (number, who) => `${number} is changed, and asked again: it waits for ${who}.`,
    noted: (number) => `${number} is changed. It is only noted: nobody was asked.`,
    toApprover: (who, number) => `${who} has changed request ${number}. Please look at it as it stands now.`,
    before: (field, old, now) => `${field}: ${old} → ${now}`,
    stays: (number) => `${number} stays as it was approved until this change is approved too.`,
    afterItsEnd: "The leave is over by now: the extension is asked for late, and the approver sees when it was made.",
    cutShort: (number, span) => `${number} ends earlier now: ${span}.`,
    noApproval: "No rule asks for approval to come back earlier, so it holds at once. Report back when you are there.",
    told: (who) => `${who} has been told.`,
    cutShortOf: (who, number, span, was) =>
      `${who} ends leave ${number} earlier: ${span} (was ${was}). There is nothing to decide.`,
    outside: (numbers) =>
      `These requests of the same journey are for meetings outside the new days: ${numbers}. If you attend, withdraw them.`,
    openChange: (number, later) =>
      `A change of ${number} waits for a decision already: ${later}. Nothing was changed. Change or withdraw that one.`,
    nothing: "(nothing)",
  },
  withdraw: {
    which: "Which request do you want to withdraw?",
    none: "You have no request that can be withdrawn.",
    done: (number) => `${number} is withdrawn.`,
    told: (who) => `Told of it: ${who}.`,
    begun: (number) => `${number} has begun and cannot be withdrawn any more. It stays as it is.`,
    begunNext: "If you come back earlier, change its end; if you are back, report back.",
    cannot: (number, status) => `${number} is ${status}: there is nothing to withdraw.`,
    toApprover: (who, number, span) => `${who} has withdrawn leave ${number} (${span}). There is nothing to decide.`,
    notAway: (who, span) => `${who} is not away after all: ${span}`,
    along: (numbers) => `For meetings during the same journey there is still: ${numbers}.`,
    changeToo: (number) => `${number}, which was to change it, is withdrawn as well.`,
    noneLeft: (number) =>
      `No leave is left: ${number} was replaced when this was approved. If you still need leave, ask anew with “/leave request”.`,
    oldStays: (number) => `${number} stays as it was approved.`,
  },
  route: {
    heading: "Where the rules do not say whom to ask for leave, the office may. Its own routes:",
    post: "Whose leave",
    asks: "They ask",
    nobodyYet: "nobody: it is only noted",
    rulesFirst:
      "These routes are the office's, not the rules', and are shown as that. Where the rules name somebody, they do not count.",
    set: (post, to) => `From now on the holders of “${post}” ask: ${to}.`,
    removed: (post) => `The holders of “${post}” have no route of the office any more.`,
    holds: "Requests of theirs that wait already go there too.",
    waiting: (post, count) =>
      count === 1
        ? `to: 1 request of “${post}” waits for a decision by this route. Nothing was changed. Have it decided first, or set another post.`
        : `to: ${count} requests of “${post}” wait for a decision by this route. Nothing was changed. Have them decided first, or set another post.`,
    ofDepartment:
      "Of a post that departments have, only whoever holds it in the department of the person who asks is meant, never another department's; a post of the government itself or of its General Office is asked by all.",
    rulesName: (post) =>
      `For “${post}” the rules name whom to ask; the office cannot set another. Nothing was changed.`,
    unknown: (typed, known) =>
      `post: “${typed}” is not a post of the rules. Nothing was changed. Posts without an approver by the rules: ${known.join("; ")}.`,
    unknownTo: (typed) =>
      `to: “${typed}” is not a post of the rules. Nothing was changed. For example to:secretary-general; “none” takes the route away.`,
    itself: (post) => `to: nobody decides on their own leave, so “${post}” cannot ask itself. Nothing was changed.`,
    needsTo: (post) => `to: say which post the holders of “${post}” ask, or “none”. Nothing was changed.`,
    change: "Set a route …",
  },
};
