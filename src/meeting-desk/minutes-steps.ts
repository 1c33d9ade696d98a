import { quotes } from "../ask/sources.ts";
import type { Context } from "../command.ts";
import { InputError } from "../errors.ts";
import type { AtDesk } from "../leave-desk/at-desk.ts";
import { articlesOf } from "../leave-desk/send.ts";
import { type Meeting, meetingCard } from "../meetings/meeting.ts";
import { dueTo, type MinutesOnWay, type MinutesStep, minutesCard } from "../meetings/minutes-course.ts";
import type { Person } from "../office/people.ts";
import { refusal } from "../office/permissions.ts";
import { type Block, type Button, paragraph, point, type Reply, reply } from "../reply.ts";
import type { Fact } from "../rulebook/model.ts";
import { takeMeeting } from "../store/meetings.ts";
import { addMinutesStep, minutesOf, putMinutes } from "../store/minutes.ts";
import { dropReminders } from "../store/reminders.ts";
import { inLanguage } from "../text.ts";
import type { Visit } from "../visit.ts";
import { goneOn, publishButtons, redraft, sendMinutes } from "./minutes-card.ts";
import { asFile, fileOfMinutes } from "./minutes-file.ts";
import { planMinutesNudge, planPublishNudge } from "./minutes-nudge.ts";
import { notSeen } from "./seeing.ts";
import { isMeant, signOffFor } from "./sign-off.ts";

/** What was pressed or typed: of which meeting, and in which round the button was shown. */
interface Pressed {
  readonly number: number;
  /** Undefined: typed, not pressed. */
  readonly round: number | undefined;
}

interface Found {
  readonly minutes: MinutesOnWay;
  readonly meeting: Meeting;
  readonly person: Person;
  readonly at: AtDesk;
}

/** The minutes for somebody who may do something with them; or what they are told instead. */
async function find(
  { number, round }: Pressed,
  visit: Visit,
  context: Context,
): Promise<Found | { readonly told: Reply }> {
  const { wording, language, rulebook, calendar } = context;
  const meeting = await takeMeeting(visit.records, number);
  const minutes = await minutesOf(visit.records, number, { take: true });
  const { person } = visit.actor;
  const at: AtDesk = { ...visit, rulebook, calendar };
  if (!person) return { told: reply({ tone: "refused", language, blocks: [point(wording.leave.rosterOnly)] }) };
  const plans = refusal("meeting.plan", visit.actor, rulebook.data.permissions) === undefined;
  const concerned = minutes && [minutes.reviewer, minutes.signer, minutes.draftedBy].includes(person.id);
  if (!meeting || !minutes || (!plans && !concerned)) return { told: notSeen(number, context) };
  if (round !== undefined && round !== minutes.round)
    return { told: await goneOn(minutes, meeting, person.id, at, wording) };
  return { minutes, meeting, person, at };
}

/** Whoever reviews passes minutes on, whoever signs signs them, whoever must agree to opinions does. */
export async function passMinutes(pressed: Pressed, visit: Visit, context: Context): Promise<Reply> {
  const found = await find(pressed, visit, context);
  if ("told" in found) return found.told;
  const { minutes, person } = found;
  const refused = mayDecide(found, context);
  if (refused) return refused;
  const reviews = minutes.status === "review";
  const step = reviews ? "reviewed" : minutes.outcome === "opinions" ? "agreed" : "signed";
  const status = reviews && minutes.signer !== null ? "sign" : "signed";
  const fact = reviews ? minutes.reviewFact : minutes.signFact;
  return move(
    { ...found, minutes: { ...minutes, status } },
    { step, person: person.id, words: "", fact },
    visit,
    context,
  );
}

/** Whoever reviews or signs gives minutes back with what is to be put right. */
export async function returnMinutes(pressed: Pressed, remarks: string, visit: Visit, context: Context): Promise<Reply> {
  const found = await find(pressed, visit, context);
  if ("told" in found) return found.told;
  const refused = mayDecide(found, context);
  if (refused) return refused;
  const words = remarks.trim();
  if (words === "") throw new InputError(context.wording.meetings.minutes.needsRemarks, "remarks");
  if (words.length > mostRemarks)
    throw new InputError(context.wording.meetings.minutes.tooLong(mostRemarks), "remarks");
  const { minutes, person } = found;
  const step = { step: "returned", person: person.id, words, fact: null } as const;
  return move({ ...found, minutes: { ...minutes, status: "returned" } }, step, visit, context);
}

/** In characters. */
const mostRemarks = 2000;

/** Only whoever they wait for may, as long as they hold a post that the words name. */
function mayDecide({ minutes, meeting, person, at }: Found, context: Context): Reply | undefined {
  const { wording, language, rulebook } = context;
  const words = wording.meetings.minutes;
  const refused = (text: string, facts: readonly Fact[] = []) =>
    reply({
      tone: "refused",
      language,
      blocks: [point(text), ...quotes(facts, context)],
      citations: facts.flatMap(({ because }) => because),
    });
  if (minutes.status !== "review" && minutes.status !== "sign")
    return refused(words.nothingToDecide(words.statuses[minutes.status]));
  if (dueTo(minutes) !== person.id) return refused(words.notYours);
  const way = signOffFor(meeting, minutes, rulebook);
  const [posts, rule] =
    way.kind === "minutes"
      ? minutes.status === "review"
        ? [way.reviewers, way.review]
        : [way.signers, way.sign]
      : way.kind === "consent"
        ? [way.consent, way.rule]
        : [[], undefined];
  if (isMeant(person, posts, at)) return undefined;
  // the roster has changed since they were sent
  const names = wording.roster.either(posts.map((each) => inLanguage(rulebook.data.posts[each]?.name ?? {}, language)));
  return refused(words.noLonger(names), rule ? [rule] : []);
}

/** Minutes are issued once they are signed; decisions that must be made public are thought of from then on. */
export async function issueMinutes(pressed: Pressed, visit: Visit, context: Context): Promise<Reply> {
  const { wording, language, rulebook } = context;
  const found = await find(pressed, visit, context);
  if ("told" in found) return found.told;
  const { minutes, meeting, person, at } = found;
  const words = wording.meetings.minutes;
  const refused = (text: string) => reply({ tone: "refused", language, blocks: [point(text)] });
  if (refusal("meeting.plan", visit.actor, rulebook.data.permissions)) return refused(words.notYours);
  if (minutes.status === "issued") return refused(words.issuedAlready(wording.leave.number(meeting.number)));
  if (minutes.status !== "signed") return refused(words.notSigned(words.statuses[minutes.status]));
  const step = { step: "issued", person: person.id, words: "", fact: null } as const;
  const moved = await move({ ...found, minutes: { ...minutes, status: "issued" } }, step, visit, context);
  // whoever issues them has in hand what is issued
  const file = await fileOfMinutes(visit.records, meeting.number, minutes);
  const follow = followUp(meeting, context);
  const told = { ...moved, files: file ? [asFile(file)] : [], buttons: [...moved.buttons, ...follow] };
  const publish = rulebook.data.meetings?.minutes.publish;
  const rule = publish?.meetings.includes(meeting.type) ? rulebook.facts.get(publish.rule) : undefined;
  if (!rule) return told;
  await planPublishNudge(meeting.number, person.id, at);
  return {
    ...told,
    blocks: [...told.blocks, paragraph(words.publish.must), ...quotes([rule], context)],
    citations: [...told.citations, ...rule.because],
    buttons: [...publishButtons(meeting.number, context.wording), ...follow],
  };
}

/** What was decided can be followed up until it is done, item by item. */
function followUp({ number, title }: Meeting, { wording, rulebook }: Context): readonly Button[] {
  if (!rulebook.data.deadlines?.kinds.decision) return [];
  const options = { kind: "decision", meeting: String(number), from: title };
  return [{ label: wording.deadlines.buttons.decided, command: "deadline add", options, form: true }];
}

/** What was decided was made public, or must by law be kept secret. */
export async function publishMinutes(
  number: number,
  outcome: "published" | "withheld",
  visit: Visit,
  context: Context,
): Promise<Reply> {
  const { wording, language, rulebook } = context;
  const found = await find({ number, round: undefined }, visit, context);
  if ("told" in found) return found.told;
  const { minutes, meeting, person } = found;
  const words = wording.meetings.minutes;
  const refused = (text: string) => reply({ tone: "refused", language, blocks: [point(text)] });
  if (refusal("meeting.plan", visit.actor, rulebook.data.permissions)) return refused(words.notYours);
  if (minutes.status !== "issued") return refused(words.notIssued);
  if (minutes.published === outcome) return refused(words.publish.already[outcome](meeting.title));
  const publish = rulebook.data.meetings?.minutes.publish;
  const fact = outcome === "withheld" ? publish?.except : publish?.rule;
  await putMinutes(visit.records, { ...minutes, published: outcome });
  await addMinutesStep(visit.records, minutes, {
    step: outcome,
    person: person.id,
    at: visit.now,
    words: "",
    fact: fact ?? null,
  });
  await visit.note({ action: "meeting.publish", subject: meetingCard(number), details: { outcome } });
  await dropReminders(visit.records, minutesCard(number));
  const rule = fact === undefined ? undefined : rulebook.facts.get(fact);
  return reply({
    tone: "done",
    language,
    blocks: [
      point(words.publish[outcome](meeting.title)),
      ...(rule && outcome === "withheld" ? quotes([rule], context) : []),
    ],
    citations: rule && outcome === "withheld" ? rule.because : [],
  });
}

/** Keeps what was done, sends the minutes on, and tells whoever drafted them. */
async function move(
  { minutes: moved, meeting, at }: Found,
  step: Omit<MinutesStep, "at">,
  visit: Visit,
  context: Context,
): Promise<Reply> {
  const { wording, language, rulebook } = context;
  const words = wording.meetings.minutes;
  const minutes = { ...moved, round: moved.round + 1 };
  await putMinutes(visit.records, minutes);
  await addMinutesStep(visit.records, minutes, { ...step, at: visit.now });
  const fact = step.fact === null ? undefined : rulebook.facts.get(step.fact);
  await visit.note({
    action: "meeting.minutes",
    subject: meetingCard(meeting.number),
    articles: articlesOf(fact ? [fact] : []),
    details: { step: step.step, round: minutes.round, fact: step.fact, to: dueTo(minutes) },
  });
  await sendMinutes(minutes, meeting, at);
  await dropReminders(visit.records, minutesCard(meeting.number));
  await planMinutesNudge(minutes, at);
  const blocks: readonly Block[] = [
    point(words.done[step.step](meeting.title)),
    ...(fact ? quotes([fact], context) : []),
    ...(minutes.status === "issued" ? [] : [paragraph(words.statuses[minutes.status])]),
  ];
  return reply({
    tone: "done",
    language,
    blocks,
    citations: fact?.because ?? [],
    buttons:
      minutes.status === "returned" && dueTo(minutes) === step.person
        ? [redraft(meeting.number, words.buttons.redraft)]
        : [],
  });
}
