import { quotes } from "../ask/sources.ts";
import type { Context } from "../command.ts";
import { meetingTime } from "../find-meetings.ts";
import type { AtDesk } from "../leave-desk/at-desk.ts";
import { articlesOf } from "../leave-desk/send.ts";
import { type Meeting, meetingCard } from "../meetings/meeting.ts";
import { actorName, personName } from "../office/people.ts";
import { refusal } from "../office/permissions.ts";
import { type Button, point, type Reply, reply } from "../reply.ts";
import { addConsents, agendaOf, consentsTo } from "../store/agendas.ts";
import { takeMeeting } from "../store/meetings.ts";
import { updateCard } from "../store/outbox.ts";
import { holdersOf } from "../store/people.ts";
import type { Visit } from "../visit.ts";
import { type Wording, wordingFor } from "../wording/wording.ts";
import { checkMeeting, type Finding } from "./check.ts";
import { meetingLines } from "./lines.ts";
import { beginOf } from "./reminder.ts";
import { notSeen } from "./seeing.ts";
import { isMeant } from "./sign-off.ts";

/** What is done with a consent that a rule asks for: whoever gives it is asked, agrees, or does not. */
export const consentAnswers = ["ask", "yes", "no"] as const;
export type ConsentAnswer = (typeof consentAnswers)[number];

interface Asked {
  readonly number: number;
  /** A Confirmation. */
  readonly consent: string;
  readonly answer: ConsentAnswer;
  /** Who asked: the id of a person, or "". */
  readonly by: string;
}

/** Asks whoever a rule names for their consent to a meeting, or keeps what they answer (Changzhou: Art. 46). */
export async function consentReply(asked: Asked, visit: Visit, context: Context): Promise<Reply> {
  const { wording, language, rulebook, calendar } = context;
  const { number, consent, answer } = asked;
  const words = wording.meetings.consent;
  const name = wording.leave.number(number);
  const refused = (text: string) => reply({ tone: "refused", language, blocks: [point(text)] });
  const meeting = await takeMeeting(visit.records, number);
  const needed = meeting && (await findingFor(meeting, consent, visit, context));
  const posts = needed?.agreedBy ?? [];
  const { person } = visit.actor;
  const at: AtDesk = { ...visit, rulebook, calendar };
  const plans = refusal("meeting.plan", visit.actor, rulebook.data.permissions) === undefined;
  const agrees = person !== undefined && isMeant(person, posts, at);
  // whoever neither plans meetings nor can agree learns nothing of it
  if (!meeting || (answer === "ask" ? !plans : !agrees)) return notSeen(number, context);
  if (meeting.cancelledAt) return refused(wording.meetings.cancel.already(name));
  if (beginOf(meeting, visit.settings.timeZone) <= visit.now)
    return refused(wording.meetings.change.begun(name, meetingTime(meeting, wording)));
  if (!needed) return refused(words.notNeeded(name));
  const given = (await consentsTo(visit.records, number)).some((each) => each.consent === consent);
  if (given) return refused(words.givenAlready(name));
  const note = (step: string) =>
    visit.note({
      action: "meeting.consent",
      subject: meetingCard(number),
      articles: articlesOf(needed.facts),
      details: { consent, step },
    });
  const card = consentCard(number, consent);
  if (answer === "ask") {
    const holders = await holdersOf(visit.records, posts, visit.today);
    if (holders.length === 0) return refused(words.nobody);
    for (const each of holders) {
      const theirs = wordingFor(await visit.languageOf(each.id));
      await visit.send(
        personName(each.id),
        question(meeting, needed, { ...asked, by: person?.id ?? "" }, theirs, context),
        { card },
      );
    }
    await note("asked");
    return reply({
      tone: "done",
      language,
      blocks: [point(words.asked(wording.roster.list(holders.map((each) => each.name)), meeting.title))],
    });
  }
  if (answer === "yes") await addConsents(visit.records, number, [consent], actorName(visit.actor), visit.now);
  await note(answer === "yes" ? "given" : "refused");
  const who = person?.name ?? "";
  const told = (theirs: Wording, buttons: readonly Button[] = []): Reply =>
    reply({
      tone: answer === "yes" ? "done" : "refused",
      language: theirs.language,
      blocks: [point(theirs.meetings.consent[answer](who, meeting.title))],
      buttons,
    });
  await updateCard(
    visit.records,
    card,
    async (recipient) => told(wordingFor(await visit.languageOf(recipient.replace(/^person:/, "")))),
    visit.now,
  );
  if (asked.by !== "") {
    const theirs = wordingFor(await visit.languageOf(asked.by));
    const announce = theirs.meetings.buttons.announce(theirs.leave.number(number));
    const next = { label: announce, command: "meeting announce", options: { number: String(number) } };
    await visit.send(personName(asked.by), told(theirs, answer === "yes" ? [next] : []));
  }
  return told(wording);
}

const consentCard = (number: number, consent: string): string => `consent:${number}:${consent}`;

/** What asks for the consent, as the meeting is now; undefined: nothing does. */
async function findingFor(
  meeting: Meeting,
  consent: string,
  visit: Visit,
  context: Context,
): Promise<Finding | undefined> {
  const items = await agendaOf(visit.records, meeting.number);
  const { open } = await checkMeeting(
    meeting,
    { number: meeting.number, items, confirmed: new Set(), before: "announcing" },
    visit,
    context,
  );
  return open.find(({ confirm, agreedBy }) => confirm === consent && agreedBy !== undefined);
}

function question(meeting: Meeting, { facts }: Finding, asked: Asked, wording: Wording, { rulebook }: Context): Reply {
  const words = wording.meetings.consent;
  const options = { number: String(asked.number), consent: asked.consent, by: asked.by };
  return reply({
    tone: "needs",
    language: wording.language,
    blocks: [
      point(words.question(meeting.title)),
      { kind: "list", items: meetingLines(meeting, [], { rulebook, wording }) },
      ...quotes(facts, { rulebook, wording }),
    ],
    citations: facts.flatMap(({ because }) => because),
    buttons: [
      { label: words.buttons.yes, command: "meeting consent", options: { ...options, answer: "yes" } },
      { label: words.buttons.no, command: "meeting consent", options: { ...options, answer: "no" } },
    ],
  });
}
