import type { LeaveDecisionsWording } from "./wording.ts";

export const leaveDecisionsEn: LeaveDecisionsWording = {
  fields: {
    decided: "Decided by",
    status: "State",
    number: "No.",
    since: "Since",
    with: "Where it lies",
    when: "When",
    whoDid: "Who",
    what: "What",
    where: "Where",
    time: "Time",
    venue: "Place",
  },
  buttons: {
    nobodyGoes: "Nobody goes",
    look: "Look at it",
    pending: "What waits for me",
    mine: "My leave",
    askAsWell: (name) => `Ask ${name} as well`,
  },
  decided: (who, when) => `${who}, ${when}`,
  acting: (who, holder, span) => `${who}, acting for ${holder}, entrusted ${span}`,
  byOwnRoute: (who) => `${who}, by the office's own route, not the rules'`,
  asOther: (who) => `${who}, whom the words allow as well`,
  waitsFor: (who) => `It waits for ${who}.`,
  waitsForAnswer: (who) => `It waits for an answer from ${who}.`,
  waitsForNobody: "Nobody has been asked.",
  wasAsked: (who) => `${who} was asked, and may not decide on it any more. Nobody else may at present.`,
  tripWaits: (waiting, all, numbers) =>
    `Of the ${all} requests of this journey ${waiting} still ${waiting === 1 ? "waits" : "wait"} for a decision: ${numbers}. Each is decided by itself.`,
  staysAsItWas: (number) => `${number}, which this request was to change, holds as it was.`,
  nameSubstitute: "You may now name one other responsible person who goes to the meeting instead.",
  oneAtATime: (typed) =>
    `“${typed}” names several requests, and they are decided one at a time. Nothing was changed. “/leave pending” lists what waits for you.`,
  noNumber: (typed) =>
    `“${typed}” does not begin with the number of a request. Nothing was changed. For example: 12. “/leave pending” lists what waits.`,
  tooLong: (most) => `That is longer than ${most} characters. Nothing was changed. Please say it shorter.`,
  wordsNeeded: {
    refuse: (number) => `A refusal needs its reason. ${number} is not decided yet.`,
    question: (number) => `What do you want to know? Nothing was asked about ${number} yet.`,
    answer: (number) => `What do you answer? Nothing was sent about ${number} yet.`,
  },
  done: {
    approve: (number, who, what) => `${number} is approved: ${who}, ${what}.`,
    refuse: (number, who, what) => `${number} is refused: ${who}, ${what}.`,
    question: (number, who, what) => `Your question about ${number} goes to ${who} (${what}). It is not decided yet.`,
  },
  youActed: (who) => `Kept as decided by ${who}.`,
  told: (name) => `${name} is told.`,
  tellYourself: (name) =>
    `${name} has no account that I can write to. Please tell them yourself; once linked they are told here too.`,
  alsoWaits: (number, occasion) => `${number} of the same journey (${occasion}) still waits for you.`,
  answered: (number) => `Your answer about ${number} was sent. It waits for the decision again.`,
  nothingAsked: (number) =>
    `No question about ${number} waits for your answer; it waits for the decision. Nothing was changed.`,
  away: (who, span, changed) => `${who} is away: ${span}${changed ? " (other days than announced before)" : ""}`,
  pending: {
    yours: (count) =>
      count === 1 ? "One request waits for your decision:" : `${count} requests wait for your decision:`,
    brought: (count) =>
      `${count} requests for leave are yours to decide from now on. They are listed here together; “/leave pending” shows them with buttons.`,
    nothing: "No request for leave waits for your decision.",
    answers: "The approver asks you something about these:",
    others: "These wait for others:",
    more: (shown) => `Buttons are shown for the first ${shown}; “/leave show” and a number shows any of them.`,
    firstOnly: (shown) => `Only the first ${shown} are shown.`,
  },
  course: {
    title: "Its course:",
    actingFor: (holder) => `, acting for ${holder}`,
    asOther: ", as the other whom the words allow",
    steps: {
      ask: (to, as) => `sent to ${to}${as}`,
      reroute: (to, as) => `goes to ${to} from now on${as}`,
      askAsWell: (to) => `brought to ${to} as well`,
      nudge: (to) => (to === "" ? "reminded; nobody may decide at present" : `reminded ${to}`),
      approve: (_, as) => `approved${as}`,
      refuse: (_, as) => `refused${as}`,
      question: (_, as) => `asked a question${as}`,
      answer: () => "answered the question",
      withdraw: () => "withdrew it",
      change: () => "changed it",
      replace: () => "approved a later request that replaces it",
      substitute: (to) => (to === "" ? "nobody goes to the meeting instead" : `named ${to} to go to the meeting`),
      return: () => "reported back",
      note: () => "noted it; nobody was asked",
      refused: () => "wanted to decide, and may not",
    },
  },
  nudge: {
    decide: (number, since) => `A reminder: ${number} has waited for a decision since ${since}.`,
    answer: (number) => `A reminder: the approver of ${number} waits for your answer.`,
    over: (number) =>
      `The days of ${number} are over, and it was never decided. Please decide it all the same, for the record.`,
    overOwn: (number, span) =>
      `The days of ${number} (${span}) are over, and it was never decided: it was neither approved nor refused.`,
    stillWaits: (number, since) => `${number} is not decided yet. It has waited since ${since}; I have reminded again.`,
    office: (number) => `${number} has waited longer than usual for a decision.`,
    officeNext:
      "You are told this once. If somebody else holds the post, correct the roster (/roster import); if somebody acts, record it (/roster entrust): the request then goes to them at once.",
    since: (when) => `waits since ${when}`,
    daysOver: "its days are over",
    together: {
      decide: (count) => `A reminder: ${count} requests for leave wait for a decision, and you may decide on them:`,
      answer: (count) => `A reminder: on ${count} of your requests for leave a question waits for your answer:`,
      own: (count) =>
        `${count} of your requests for leave are not decided yet. I have reminded again. “/leave mine” shows with whom each lies, and what the rules allow.`,
      office: (count) =>
        `${count} requests for leave have waited longer than usual for a decision. “/leave pending” shows with whom each lies. You are told this once.`,
    },
  },
  next: {
    othersHaveIt: (who) => `${who} may decide as well, and has it too.`,
    othersMay: (who) => `${who} may decide as well. You can bring it there with the button.`,
    mayEntrust: (post, by) =>
      `The rules provide that whoever is entrusted acts while the holder of the post “${post}” is away. ${by} can record that (/roster entrust); the request then goes there at once.`,
    ownArrangement: (post, by) =>
      `The rules do not say who decides in place of the post “${post}”. If the office arranges it by itself, ${by} can record that (/roster entrust); it is then shown as the office's own arrangement.`,
    nobodyThere: "Nobody who may decide is there at present.",
    goesOn:
      "The rules set no time for the decision. The request is not lost: it goes on waiting, I go on reminding, and those who look after the office's leave know of it.",
    blocked:
      "The request is not lost: it goes on waiting, those who look after the office's leave know of it, and it goes to whoever may decide as soon as there is somebody.",
  },
  askAsWell: {
    which: "Which request?",
    none: "None of your requests waits for a decision.",
    done: (number, who) => `${number} was brought to ${who} as well.`,
    haveIt: (number, who) => `${who} has ${number} already. Nothing was sent.`,
    either: "Whoever decides first decides; the others are told.",
  },
  substitute: {
    which: "For which meeting?",
    none: "You have no approved leave from a meeting for which somebody is still to be named.",
    who: (number, named) =>
      `Who goes to the meeting instead (${number})? ${named === undefined ? "Nobody has been named yet." : `So far: ${named}. Somebody else takes their place.`}`,
    notProvided: (number) =>
      `For ${number} the rules provide no substitute: they do so only for the heads of departments and units who have leave from a meeting. Nothing was changed.`,
    notYet: (number) => `${number} is not approved yet. Only then may somebody be named. Nothing was changed.`,
    cancelled: (number) => `The meeting of ${number} is cancelled. Nobody needs to go.`,
    over: (number) => `The meeting of ${number} is over. Nothing was changed.`,
    already: (name, number) => `${name} is named for ${number} already. Nothing was changed.`,
    named: (who, number) => `${who} goes to the meeting instead (${number}).`,
    nobody: (number) => `Kept: nobody goes to the meeting instead (${number}). You will not be reminded of it.`,
    otherDepartment: (name, department) =>
      `By the roster ${name} does not belong to ${department}. Whoever attends speaks for that department: please make sure that this is meant.`,
    staff: (name) =>
      `By the roster ${name} is staff. The words speak of another responsible person: please make sure that this is meant.`,
    replacedTold: (name) => `${name}, who was named before, is told not to go.`,
    told: (name) => `${name} is told when and where, and what is expected. The reason of your leave is not mentioned.`,
    unfit: {
      oneself: () => "You cannot go instead of yourself. Nobody was named; please name somebody else.",
      "no-post": (name, day) =>
        `By the roster ${name} does not hold a post both today and on ${day}. Nobody was named; please name somebody else.`,
      "must-attend": (name, day) =>
        `${name} must attend that meeting on ${day} anyway. Nobody was named; please name somebody else.`,
      away: (name, day) => `${name} is away on ${day}. Nobody was named; please name somebody else.`,
    },
    nudge: (number) => `A reminder: the meeting is near, and nobody is named yet who goes instead (${number}).`,
    called: (head) => `You go to a meeting instead of ${head}.`,
    calledNext: (name) => `If you cannot go, please tell ${name} at once.`,
    released: (meeting, day, head) => `You need not go to ${meeting} on ${day} instead of ${head} any more.`,
    time: (day, from, until) => `${day}, ${from}–${until}`,
  },
};
