import type { LeaveWording } from "./wording.ts";

const halves = { am: "morning", pm: "afternoon" } as const;

export const leaveEn: LeaveWording = {
  number: (number) => `No. ${number}`,
  halves,
  purposes: {
    business: "business trip",
    study: "study",
    visit: "visit abroad",
    private: "private matters",
    sick: "illness",
  },
  statuses: {
    draft: "not sent yet",
    asked: "waiting for a decision",
    questioned: "waiting for an answer to the approver",
    approved: "approved",
    refused: "refused",
    withdrawn: "withdrawn",
    replaced: "replaced by a later request",
    noted: "noted; nobody was asked",
  },
  span: ({ from, fromHalf, until, untilHalf }) => {
    if (from === until) return fromHalf === untilHalf ? `${from} (${halves[fromHalf]})` : from;
    const begins = fromHalf === "pm" ? `${from} (afternoon)` : from;
    const ends = untilHalf === "am" ? `${until} (morning)` : until;
    return `${begins} to ${ends}`;
  },
  moment: (when) => when,
  days: (count) => (count === 0.5 ? "half a day" : count === 1 ? "1 day" : `${count} days`),
  person: (name, title) => (title === "" ? name : `${name} (${title})`),
  fields: {
    who: "Who",
    occasion: "Occasion",
    purpose: "Purpose",
    days: "Days",
    place: "Place",
    reason: "Reason",
    meeting: "Meeting",
    askedAt: "Asked",
    changes: "Changes",
    substitute: "Substitute",
    returned: "Reported back",
  },
  why: {
    to: (who) => `This goes to ${who}.`,
    acting: (who, holder, from, until) =>
      `${who} acts for ${holder} from ${from} to ${until}, by a recorded entrustment.`,
    mayToo: (who) => `${who} may decide as well.`,
    awayUntil: (who, until) => `${who} is away until ${until}.`,
    waitsForThem: "The words name nobody else, so it goes there all the same and is nudged.",
    eitherOf: "The words allow either; Mishu sends it to the first who is there.",
    ownArrangement: "This entrustment is the office's own arrangement: the rules do not provide for it.",
    ownRoute: "The rules do not say whom to ask here. This is the office's own route, not the rules'.",
    silent: "The rules do not say whom to ask for leave here.",
    nearest: "The nearest words:",
    reading:
      "Reading: whoever presides over the day-to-day work for the mayor also receives such requests. The rules do not expressly say so; whoever is acted for may decide as well.",
    vacant: (post) => `The rules name the post “${post}”, and by the roster nobody holds it today.`,
    several: (post) => `The rules name the post “${post}”, and by the roster several people hold it today.`,
    oneself: (post) => `The rules name the post “${post}”, which is your own, and nobody decides on their own leave.`,
    own: {
      vacant: (post) =>
        `The office's own route asks the post “${post}”, and by the roster nobody holds it today in the same department or at the government's own offices.`,
      several: (post) =>
        `The office's own route asks the post “${post}”, and by the roster several people who could be meant hold it today.`,
      oneself: (post) =>
        `The office's own route asks the post “${post}”, which is your own, and nobody decides on their own leave.`,
    },
    passedOver: (giver, taker) =>
      `That ${giver} entrusted ${taker} does not count here: whoever asks recorded or gave it, and nobody chooses who decides on them.`,
    nobodyNext:
      "Nothing was sent. The General Office can correct the roster (/roster import) or record who acts (/roster entrust).",
  },
  titles: {
    asks: (who, occasion) => `${who} requests leave: ${occasion}`,
    own: (status, number) =>
      ({
        draft: `${number} has not been sent yet`,
        asked: `Your request ${number} waits for a decision`,
        questioned: `The approver asks something about your request ${number}`,
        approved: `Your request ${number} is approved`,
        refused: `Your request ${number} is refused`,
        withdrawn: `Your request ${number} is withdrawn`,
        replaced: `Your request ${number} is replaced by a later one`,
        noted: `${number} is noted; nobody was asked to decide`,
      })[status],
    decided: (status, number, by) =>
      ({
        draft: `${number} has not been sent yet`,
        asked: `${number} waits for a decision`,
        questioned: `${number} waits for an answer of whoever asked`,
        approved: by ? `${number} was approved by ${by}` : `${number} was approved`,
        refused: by ? `${number} was refused by ${by}` : `${number} was refused`,
        withdrawn: `${number} was withdrawn; there is nothing to decide`,
        replaced: `${number} was replaced by a later request`,
        noted: `${number} is noted; there is nothing to decide`,
      })[status],
    question: "Question",
    answer: "Answer",
    refusal: "Reason of the refusal",
    note: "Note",
    actingFor: (who, holder) => `${who}, acting for ${holder}`,
  },
  buttons: {
    request: "Request leave …",
    approve: "Approve",
    refuse: "Refuse …",
    question: "Ask for more …",
    answer: "Answer …",
    withdraw: "Withdraw",
    change: "Change …",
    show: "Its course",
    substitute: "Name a substitute …",
    return: "I am back",
    mine: "My leave",
  },
  shortened: (button) => `Long texts and earlier words are shortened here. The whole is under “${button}”.`,
  noSuch: (number) =>
    `There is no request ${number} that you may see. “/leave mine” and “/leave pending” list those that you may.`,
  stale: (number, status) => `${number} is ${status}. Nothing was changed.`,
  outdated: (number) =>
    `${number} was changed after this message was sent; here it is as it stands. Nothing was decided.`,
  onlyThey: (number, who) =>
    who.length === 0
      ? `Nobody can decide on ${number} at present. Nothing was changed.`
      : `Only ${who.join(" or ")} can decide on ${number}. Nothing was changed.`,
  ownRequest: "Nobody decides on their own leave. Nothing was changed.",
  onlyRequester: "Only whoever made this request may do that. Nothing was changed.",
  rosterOnly:
    "This is for people of the office's roster who hold a post today, and I do not know you as one. Ask an administrator for a code, then type “/roster link” and the code.",
};
