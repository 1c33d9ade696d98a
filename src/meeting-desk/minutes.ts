import { quotes } from "../ask/sources.ts";
import type { Context } from "../command.ts";
import { InputError } from "../errors.ts";
import { meetingTime } from "../find-meetings.ts";
import { personNamed } from "../find-people.ts";
import type { AtDesk } from "../leave-desk/at-desk.ts";
import { rulesOf } from "../leave-desk/draft.ts";
import { articlesOf } from "../leave-desk/send.ts";
import { type Meeting, meetingCard } from "../meetings/meeting.ts";
import { listedSubject, type SignOff } from "../meetings/minutes.ts";
import { dueTo, type MinutesOnWay, type Outcome } from "../meetings/minutes-course.ts";
import type { Person } from "../office/people.ts";
import { refusal } from "../office/permissions.ts";
import { heldAs } from "../office/posts.ts";
import { type Block, type Button, note, paragraph, point, type Reply, reply } from "../reply.ts";
import type { Fact } from "../rulebook/model.ts";
import { type DraftFile, markDraftSent } from "../store/draft-files.ts";
import { takeMeeting } from "../store/meetings.ts";
import { addMinutesStep, minutesOf, putMinutes } from "../store/minutes.ts";
import { personById } from "../store/people.ts";
import { dropReminders } from "../store/reminders.ts";
import { inLanguage, repeated } from "../text.ts";
import type { Visit } from "../visit.ts";
import { goneOn, minutesReply, redraft, sendMinutes } from "./minutes-card.ts";
import { attachedFile, fileOfMinutes, markOf, nameOf } from "./minutes-file.ts";
import { planMinutesNudge } from "./minutes-nudge.ts";
import { beginOf } from "./reminder.ts";
import { notSeen } from "./seeing.ts";
import { awayUntil, couldBe, isMeant, mayBeOpinions, postsMeant, signOffFor, subjectMatters } from "./sign-off.ts";

/** Minutes as they were typed. */
export interface TypedMinutes {
  readonly text: string;
  readonly link: string;
  /** A file as packDocument or keptMark made it; "" for none. */
  readonly file: string;
  /** Ids or names of the subjects that the rulebook lists, with commas; "none" where it was about none of them. */
  readonly subjects: string;
  readonly outcome: Outcome | "";
  readonly reviewer: string;
  readonly signer: string;
  /** "yes" where there are to be none. */
  readonly none: string;
  /** In which round a button was shown that chooses what is still open; undefined: typed. */
  readonly round: number | undefined;
}

/** In characters. */
const longest = { text: 20_000, link: 500 } as const;

/** The minutes of a meeting as they stand; or, where a draft is given, on their way to whom the rules name. */
export async function minutesCommand(
  number: number,
  typed: TypedMinutes,
  visit: Visit,
  context: Context,
): Promise<Reply> {
  const { wording, rulebook, calendar } = context;
  const at: AtDesk = { ...visit, rulebook, calendar };
  const meeting = await takeMeeting(visit.records, number);
  const minutes = await minutesOf(visit.records, number, { take: true });
  const plans = refusal("meeting.plan", visit.actor, rulebook.data.permissions) === undefined;
  const own = visit.actor.person?.id;
  const concerned = minutes && own !== undefined && [minutes.reviewer, minutes.signer, minutes.draftedBy].includes(own);
  if (!meeting || (!plans && !concerned)) return notSeen(number, context);
  const drafts = [typed.text, typed.link, typed.file].some((each) => each.trim() !== "");
  if (plans && drafts) return draft(meeting, minutes, typed, at, visit, context);
  if (drafts)
    return reply({
      tone: "refused",
      language: context.language,
      blocks: [point(wording.meetings.minutes.notYours)],
    });
  if (minutes) return minutesReply(minutes, meeting, own, at, wording);
  if (plans && typed.none === "yes") {
    const refused = notHeld(meeting, visit, context);
    if (refused) return refused;
    await dropReminders(visit.records, meetingCard(number), ["meeting.undrafted"]);
    await visit.note({ action: "meeting.minutes", subject: meetingCard(number), details: { step: "none" } });
    const text = wording.meetings.minutes.noneMade(meeting.title);
    return reply({ tone: "done", language: context.language, blocks: [point(text)] });
  }
  const words = wording.meetings.minutes;
  return reply({
    tone: "answer",
    language: context.language,
    blocks: [point(words.noneYet(meeting.title))],
    buttons: [redraft(number, words.buttons.draft)],
  });
}

/** Of what is cancelled or has not begun there is nothing to write down. */
function notHeld(meeting: Meeting, visit: Visit, { wording, language }: Context): Reply | undefined {
  const name = wording.leave.number(meeting.number);
  const refused = (text: string) => reply({ tone: "refused", language, blocks: [point(text)] });
  if (meeting.cancelledAt) return refused(wording.meetings.cancel.already(name));
  if (beginOf(meeting, visit.settings.timeZone) <= visit.now) return undefined;
  return refused(wording.meetings.minutes.notBegun(name, meetingTime(meeting, wording)));
}

/** Minutes as whoever plans meetings typed them last. */
export async function minutesAsTyped(named: string, { visit, rulebook }: Context) {
  const number = Number(named.match(/\d+/)?.[0]);
  if (!visit || !Number.isInteger(number) || refusal("meeting.plan", visit.actor, rulebook.data.permissions))
    return undefined;
  const minutes = await minutesOf(visit.records, number);
  if (!minutes) return undefined;
  const file = await fileOfMinutes(visit.records, number, minutes);
  return { text: minutes.text, link: minutes.link, ...(file && { file: markOf(file) }) };
}

async function draft(
  meeting: Meeting,
  old: MinutesOnWay | undefined,
  typed: TypedMinutes,
  at: AtDesk,
  visit: Visit,
  context: Context,
): Promise<Reply> {
  const { wording, language } = context;
  const words = wording.meetings.minutes;
  const refused = (text: string) => reply({ tone: "refused", language, blocks: [point(text)] });
  const { person } = visit.actor;
  if (!person) return refused(wording.leave.rosterOnly);
  const name = wording.leave.number(meeting.number);
  const no = notHeld(meeting, visit, context);
  if (no) return no;
  if (old?.status === "issued") return refused(words.issuedAlready(name));
  const round = old?.round ?? 0;
  if (old && typed.round !== undefined && typed.round !== round) return goneOn(old, meeting, person.id, at, wording);
  const file = await attachedFile(meeting.number, typed.file, old, visit, context);
  const given = { ...typed, file: file ? markOf(file) : "" };
  try {
    return await sendDraft({ meeting, old, file, person }, given, at, visit, context);
  } catch (error) {
    // the file is kept, so that whatever else is wrong it need not be attached again
    if (!(error instanceof InputError) || !file) throw error;
    const again = { label: wording.form.correct, command: "meeting minutes", options: optionsFor(meeting, given) };
    return reply({
      tone: "problem",
      language,
      blocks: [point(error.message)],
      buttons: [{ ...again, form: true }],
    });
  }
}

/** What was typed, as the options of the command. */
const optionsFor = ({ number }: Meeting, { round: _, ...typed }: TypedMinutes): Readonly<Record<string, string>> => ({
  number: String(number),
  ...Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== "")),
});

/** What is drafted: of which meeting, in place of what, with which file, by whom. */
interface Drafted {
  readonly meeting: Meeting;
  readonly old: MinutesOnWay | undefined;
  readonly file: DraftFile | undefined;
  readonly person: Person;
}

/** Sends a draft to whom the rules name, or asks what they make it depend on. */
async function sendDraft(
  { meeting, old, file, person }: Drafted,
  typed: TypedMinutes,
  at: AtDesk,
  visit: Visit,
  context: Context,
): Promise<Reply> {
  const { wording, language, rulebook } = context;
  const words = wording.meetings.minutes;
  const refused = (text: string) => reply({ tone: "refused", language, blocks: [point(text)] });
  const name = wording.leave.number(meeting.number);
  for (const field of ["text", "link"] as const)
    if (typed[field].length > longest[field]) throw new InputError(words.tooLong(longest[field]), field);
  const given = optionsFor(meeting, typed);
  const round = old?.round ?? 0;
  const ask = (text: string, buttons: readonly Button[], facts: readonly Fact[] = []) =>
    reply({
      tone: "needs",
      language,
      blocks: [point(text), ...quotes(facts, context)],
      citations: facts.flatMap(({ because }) => because),
      buttons,
    });
  const again = (label: string, more: Readonly<Record<string, string>>): Button => ({
    label,
    command: "meeting minutes",
    options: { ...given, ...more, round: String(round) },
  });
  if (typed.outcome === "" && mayBeOpinions(meeting, rulebook) && presidedByDeputy(meeting, context))
    return ask(words.whichOutcome, [
      again(words.outcomes.minutes, { outcome: "minutes" }),
      again(words.outcomes.opinions, { outcome: "opinions" }),
    ]);
  const outcome = typed.outcome === "" ? "minutes" : typed.outcome;
  if (outcome === "opinions" && !mayBeOpinions(meeting, rulebook)) return notOpinions(meeting, context);
  const listed = Object.entries(rulebook.data.meetings?.minutes.subject?.each ?? {});
  if (typed.subjects.trim() === "" && outcome === "minutes" && subjectMatters(meeting, rulebook)) {
    const rule = rulebook.facts.get(rulebook.data.meetings?.minutes.subject?.listed ?? "");
    return ask(
      words.whichSubject,
      [
        ...listed.map(([id, subject]) => again(inLanguage(subject.name, language), { subjects: id })),
        again(words.noSubject, { subjects: "none" }),
      ],
      rule ? [rule] : [],
    );
  }
  const subjects = subjectsIn(typed.subjects, context);
  const way = signOffFor(meeting, { subjects, outcome }, rulebook);
  const review = way.kind === "minutes" ? { posts: way.reviewers, rule: way.review } : undefined;
  const sign =
    way.kind === "minutes"
      ? { posts: way.signers, rule: way.sign }
      : way.kind === "consent"
        ? { posts: way.consent, rule: way.rule }
        : undefined;
  const people: Record<"reviewer" | "signer", Person | null> = { reviewer: null, signer: null };
  for (const [role, step] of [
    ["reviewer", review],
    ["signer", sign],
  ] as const) {
    if (!step) continue;
    const chosen = await chosenFor(role, typed[role], step.posts, meeting, at, context);
    if ("person" in chosen) people[role] = chosen.person;
    else if (chosen.possible.length === 0) return refused(words.nobody[role](namesOf(step.posts, context)));
    else {
      const { posts } = rulebook.data;
      const title = (each: Person) =>
        heldAs(
          postsMeant(step.posts, posts).find((post) => isMeant(each, [post], at)) ?? "",
          each,
          visit.today,
          posts,
          language,
        );
      return ask(
        words.who[role],
        chosen.possible.map((each) => again(wording.leave.person(each.name, title(each)), { [role]: each.id })),
        [step.rule],
      );
    }
  }
  const minutes: MinutesOnWay = {
    meeting: meeting.number,
    status: people.reviewer ? "review" : people.signer ? "sign" : "signed",
    round: round + 1,
    outcome,
    text: typed.text.trim(),
    link: typed.link.trim(),
    subjects,
    draftedBy: person.id,
    reviewer: people.reviewer?.id ?? null,
    signer: people.signer?.id ?? null,
    reviewFact: review?.rule.id ?? null,
    signFact: sign?.rule.id ?? null,
    rulebook: rulesOf(rulebook),
    published: null,
    file: file?.version ?? null,
  };
  if (file) await markDraftSent(visit.records, file);
  await putMinutes(visit.records, minutes);
  await addMinutesStep(visit.records, minutes, {
    step: "drafted",
    person: person.id,
    at: visit.now,
    words: file ? nameOf(file) : "",
    fact: null,
  });
  await visit.note({
    action: "meeting.minutes",
    subject: meetingCard(meeting.number),
    articles: articlesOf([review?.rule, sign?.rule].flatMap((each) => each ?? [])),
    details: {
      ...{ step: "drafted", round: minutes.round, outcome, subjects, to: dueTo(minutes) },
      ...(file && { file: file.version, sha256: file.sha256 }),
    },
  });
  await sendMinutes(minutes, meeting, at);
  await planMinutesNudge(minutes, at);
  return reply({
    tone: "done",
    language,
    blocks: [point(words.drafted(name)), ...(await wayBlocks(way, people, at, context))],
    citations: [review?.rule, sign?.rule].flatMap((each) => each?.because ?? []),
  });
}

/** Opinions pass by words of their own: what came of another meeting does not get round its signature by them. */
function notOpinions(meeting: Meeting, context: Context): Reply {
  const way = signOffFor(meeting, { subjects: [], outcome: "opinions" }, context.rulebook);
  const nearest = way.kind === "silent" && way.nearest ? [way.nearest] : [];
  return reply({
    tone: "refused",
    language: context.language,
    blocks: [point(context.wording.meetings.minutes.noOpinions), ...quotes(nearest, context)],
    citations: nearest.flatMap(({ because }) => because),
  });
}

/** To whom they go, by which words; what the rules leave open where somebody is away. */
async function wayBlocks(
  way: SignOff,
  { reviewer, signer }: Readonly<Record<"reviewer" | "signer", Person | null>>,
  at: AtDesk,
  context: Context,
): Promise<readonly Block[]> {
  const { wording, rulebook } = context;
  const words = wording.meetings.minutes;
  if (way.kind === "silent") return [paragraph(words.silent), ...quotes(way.nearest ? [way.nearest] : [], context)];
  const shown = new Set<string>();
  const blocks: Block[] = [];
  const rules =
    way.kind === "minutes" ? { reviewer: way.review, signer: way.sign } : { reviewer: undefined, signer: way.rule };
  const steps = [
    ["reviewer", reviewer, words.reviews],
    ["signer", signer, way.kind === "consent" ? words.agrees : words.signs],
  ] as const;
  for (const [role, person, says] of steps) {
    const rule = rules[role];
    if (!person || !rule) continue;
    blocks.push(paragraph(says(person.name)), ...quotes([rule], context, shown));
    const until = await awayUntil(person.id, at);
    if (until === undefined) continue;
    blocks.push(paragraph(words.away(person.name, until)));
    const open = Object.entries(rulebook.data.meetings?.minutes.away ?? {}).find(([post]) =>
      isMeant(person, [post], at),
    );
    const fact = open && rulebook.facts.get(open[1]);
    if (fact) blocks.push(note(inLanguage(fact.say, wording.language)), ...quotes([fact], context, shown));
  }
  return blocks;
}

type Chosen = { readonly person: Person } | { readonly possible: readonly Person[] };

/** Whoever was named, if the rule means them; the only one whom it can mean; else those of whom one must be named. */
async function chosenFor(
  role: "reviewer" | "signer",
  typed: string,
  posts: readonly string[],
  meeting: Meeting,
  at: AtDesk,
  context: Context,
): Promise<Chosen> {
  const possible = await couldBe(posts, meeting.number, at);
  if (typed.trim() === "") {
    const [one, ...others] = possible;
    return one && others.length === 0 ? { person: one } : { possible };
  }
  const named = (await personById(at.records, typed.trim())) ?? (await personNamed(typed, role, context));
  if (possible.some(({ id }) => id === named.id)) return { person: named };
  const { minutes } = context.wording.meetings;
  throw new InputError(minutes.notMeant[role](named.name, namesOf(posts, context)), role);
}

const namesOf = (posts: readonly string[], { wording, rulebook, language }: Context): string =>
  wording.roster.either(posts.map((each) => inLanguage(rulebook.data.posts[each]?.name ?? {}, language) || each));

function presidedByDeputy({ presider }: Meeting, { rulebook }: Context): boolean {
  const by = rulebook.data.meetings?.minutes.opinions?.by;
  return by !== undefined && (presider === null || postsMeant([by], rulebook.data.posts).includes(presider));
}

function subjectsIn(typed: string, context: Context): readonly string[] {
  const parts = typed.split(/[,，、;；]/u).map((each) => each.trim());
  const given = parts.filter((each) => each !== "" && !/^(none|无|無|-)$/iu.test(each));
  return [
    ...new Set(
      given.map((each) => {
        const id = listedSubject(each, context.rulebook);
        if (id !== undefined) return id;
        const known = Object.values(context.rulebook.data.meetings?.minutes.subject?.each ?? {});
        const names = known.map(({ name }) => inLanguage(name, context.language));
        throw new InputError(context.wording.meetings.minutes.noSuchSubject(repeated(each), names), "subjects");
      }),
    ),
  ];
}
