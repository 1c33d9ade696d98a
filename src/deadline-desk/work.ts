import type { Deadline } from "../deadlines/deadline.ts";
import { countDue, onDay } from "../deadlines/due.ts";
import { nextAsked } from "../deadlines/morning.ts";
import { workedBefore } from "../deadlines/stages.ts";
import { InputError } from "../errors.ts";
import { personNamed } from "../find-people.ts";
import { readMark } from "../leave/read-day.ts";
import { type Block, paragraph, point, type Reply, reply } from "../reply.ts";
import { rewriteDeadline, takeConsulted } from "../store/deadlines.ts";
import { peopleById } from "../store/people.ts";
import { inOneLine, repeated } from "../text.ts";
import { type Wording, wordingFor } from "../wording/wording.ts";
import { minuteIn } from "./add.ts";
import { dayShown, deadlineReply, refreshCards, wantsReport } from "./card.ts";
import { type Desk, keepStep, longest, openDeadline, openToWork, over, refused, wordsIn } from "./desk.ts";
import { planHour } from "./hour.ts";
import { planMorning } from "./morning.ts";
import { reportBack } from "./report-back.ts";
import { responsibleFor, tell, toldOf } from "./tell.ts";

/** How far it is. */
export async function progressCommand(number: number, typed: string, desk: Desk): Promise<Reply> {
  const { at, context } = desk;
  const { deadlines: words } = context.wording;
  const opened = await openToWork(number, desk);
  if ("no" in opened) return opened.no;
  const kept = await keepStep(
    opened.deadline,
    { step: "progress", words: wordsIn(typed, "words", desk), details: {} },
    desk,
  );
  await refreshCards(number, at);
  return deadlineReply(kept, opened.part, at, context.wording, { title: words.did.progress(words.number(number)) });
}

/** It is done: with what result. The leader who wanted it done is told (及時反饋至相關領導, Art. 34; Art. 32). */
export async function finishCommand(number: number, typed: string, desk: Desk): Promise<Reply> {
  const { at, visit, context } = desk;
  const { wording } = context;
  const { deadlines: words } = wording;
  const opened = await openToWork(number, desk);
  if ("no" in opened) return opened.no;
  const { deadline, part } = opened;
  const result = wordsIn(typed, "result", desk);
  const finished = await keepStep(
    { ...deadline, status: "done", finishedOn: visit.today, result, asked: null, handedTo: null, snoozedUntil: null },
    { step: "finished", words: result, details: {} },
    desk,
  );
  const { deadline: kept, told } = await reportBack(finished, desk);
  await refreshCards(number, at);
  const ended = await endConsulted(number, desk);
  const more: readonly Block[] = [
    ...(told ? [paragraph(words.did.reportedTo(told.name))] : []),
    ...(!told && wantsReport(kept) ? [paragraph(words.did.reportTo(await leaderName(kept, desk)))] : []),
    ...consultedOver(ended, wording),
  ];
  const card = await deadlineReply(kept, part, at, wording, {
    title: words.did.finished(words.number(number), deadline.title),
    whole: false,
  });
  return { ...card, tone: "done", blocks: [...card.blocks, ...more] };
}

/** Nobody waits any more for what departments were consulted about, when it is over: they are told so. */
async function endConsulted(lead: number, desk: Desk): Promise<readonly Deadline[]> {
  const { at, visit } = desk;
  const consulted = await takeConsulted(visit.records, lead);
  const why = (number: number, { deadlines }: Wording) =>
    deadlines.did.leadOver(deadlines.number(number), deadlines.number(lead));
  for (const each of consulted) {
    const ended = { status: "withdrawn", finishedOn: visit.today, asked: null, handedTo: null } as const;
    // what is kept for everybody is kept in the office's language
    const words = why(each.number, wordingFor(at.settings.language));
    const kept = await keepStep({ ...each, ...ended }, { step: "withdrawn", words, details: {} }, desk);
    await refreshCards(each.number, at);
    for (const person of await toldOf(kept, at))
      if (person.id !== visit.actor.person?.id) await tell(person, kept, at, (theirs) => why(each.number, theirs));
  }
  return consulted;
}

const consultedOver = (ended: readonly Deadline[], { deadlines }: Wording): readonly Block[] =>
  ended.length === 0
    ? []
    : [paragraph(deadlines.did.consultedOver(ended.map(({ number }) => deadlines.number(number))))];

async function leaderName({ leader }: Deadline, { visit, context }: Desk): Promise<string> {
  const [person] = leader === null ? [] : await peopleById(visit.records, [leader]);
  return person?.name ?? context.wording.deadlines.wrong.noLeader;
}

/** The result was told to the leader by somebody. */
export async function reportedCommand(number: number, desk: Desk): Promise<Reply> {
  const { at, visit, context } = desk;
  const { deadlines: words } = context.wording;
  const opened = await openDeadline(number, desk);
  if ("no" in opened) return opened.no;
  const { deadline, part } = opened;
  if (part !== "supervises" && part !== "works") return refused(words.mayNot(deadline.department), context);
  if (deadline.status !== "done" || !wantsReport(deadline)) return refused(words.wrong.notFinished, context);
  const kept =
    deadline.reportedAt === null
      ? await keepStep({ ...deadline, reportedAt: visit.now }, { step: "reported", words: "", details: {} }, desk)
      : deadline;
  return deadlineReply(kept, part, at, context.wording, { title: words.did.reported(words.number(number)) });
}

/** In working days. */
const mostOverdueSnooze = 2;

/** Nobody is reminded of it before a day: at most the one on which it is due, or two working days when it is overdue. */
export async function snoozeCommand(number: number, typed: string, desk: Desk): Promise<Reply> {
  const { visit, context } = desk;
  const { deadlines: words, language } = context.wording;
  const opened = await openToWork(number, desk);
  if ("no" in opened) return opened.no;
  const { deadline } = opened;
  const read = readMark(typed.trim() === "" ? "tomorrow" : typed, { today: visit.today });
  if (!read || read.half || read.day <= visit.today) throw new InputError(words.add.noDate(repeated(typed)), "until");
  // what is overdue can be left alone for a day or two, what is not until it is due
  const { due } = deadline;
  if (due && due.from >= visit.today && read.day > due.from) throw new InputError(words.wrong.snoozeTooLong, "until");
  const latest = workedBefore(visit.today, -mostOverdueSnooze, context.calendar);
  if (due && due.from < visit.today && read.day > latest)
    throw new InputError(words.wrong.overdueSnooze(dayShown(latest, context.wording)), "until");
  const { records } = visit;
  const kept = { ...deadline, snoozedUntil: read.day };
  await rewriteDeadline(records, kept);
  await visit.note({ action: "deadline.snooze", subject: `deadline:${number}`, details: { until: read.day } });
  return reply({
    tone: "done",
    language,
    blocks: [point(words.did.snoozed(words.number(number), dayShown(read.day, context.wording)))],
  });
}

/** What somebody changes in it: who does it, what it is called, its day where none is set by the rules. */
export interface TypedChange {
  readonly owner: string;
  readonly title: string;
  readonly due: string;
  readonly time: string;
  readonly channel: string;
}

export async function changeCommand(number: number, typed: TypedChange, desk: Desk): Promise<Reply> {
  const { at, visit, context } = desk;
  const { deadlines: words } = context.wording;
  const opened = await openToWork(number, desk);
  if ("no" in opened) return opened.no;
  const { deadline, part } = opened;
  if (typed.title.length > longest.title) throw new InputError(words.add.tooLong(longest.title), "title");
  const owner = typed.owner.trim() === "" ? undefined : await personNamed(typed.owner, "owner", context);
  const due = typed.due.trim() === "" ? undefined : await newDay(deadline, typed, desk);
  const title = inOneLine(typed.title);
  const channel = typed.channel.trim();
  const now: Deadline = {
    ...deadline,
    ...(owner && { owner: owner.id }),
    ...(title !== "" && { title }),
    ...(channel !== "" && { inChannel: channel !== "no" }),
    ...due,
  };
  // a form comes with what is so already
  if (!due && now.owner === deadline.owner && now.title === deadline.title && now.inChannel === deadline.inChannel)
    return refused(words.wrong.nothing, context);
  const kept = await keepStep(
    now,
    {
      step: "set",
      words: "",
      details: { ...(due && { before: deadline.due, after: due.due }), ...(owner && { person: owner.id }) },
    },
    desk,
  );
  await planHour(kept, at);
  await refreshCards(number, at);
  for (const person of owner && owner.id !== deadline.owner ? await toldOf(kept, at) : [])
    if (person.id !== visit.actor.person?.id)
      await tell(person, kept, at, ({ deadlines }) =>
        deadlines.add.yours(deadlines.number(number), kept.title, kept.department),
      );
  // whoever has to do it hears of a day that somebody else has set
  const responsible = due && part === "supervises" && !owner ? await responsibleFor(kept, at) : undefined;
  if (responsible && responsible.id !== visit.actor.person?.id)
    await tell(responsible, kept, at, ({ deadlines }) => deadlines.did.changed(deadlines.number(number)));
  return deadlineReply(kept, part, at, context.wording, { title: words.did.changed(words.number(number)) });
}

/**
 * A day that is set where there was none; that of the rules is only extended. A department that is consulted may be given a
 * sooner one than that of the department that leads.
 */
async function newDay(
  deadline: Deadline,
  { due: typed, time }: TypedChange,
  desk: Desk,
): Promise<Pick<Deadline, "due" | "dueMinute" | "days" | "snoozedUntil">> {
  const { visit, context } = desk;
  const words = context.wording.deadlines;
  if (deadline.days !== null || (deadline.kind === "document" && deadline.category === null))
    throw new InputError(words.wrong.byRules, "due");
  const read = readMark(typed, { today: visit.today });
  if (!read || read.half) throw new InputError(words.add.noDate(repeated(typed)), "due");
  const sooner = deadline.kind === "consultation" && deadline.due !== null && read.day < deadline.due.from;
  if (deadline.due !== null && !sooner) throw new InputError(words.wrong.notMoved, "due");
  if (read.day < deadline.receivedOn) throw new InputError(words.add.beforeReceipt(deadline.receivedOn), "due");
  // that nobody was to be asked about a day that was missing is over
  return { due: onDay(read.day), dueMinute: minuteIn(time, desk), days: null, snoozedUntil: null };
}

/** It was followed up by mistake, or nobody wants it any more. Only those who supervise, or who had it followed up. */
export async function withdrawCommand(number: number, reason: string, desk: Desk): Promise<Reply> {
  const { at, visit, context } = desk;
  const { deadlines: words } = context.wording;
  const opened = await openDeadline(number, desk);
  if ("no" in opened) return opened.no;
  const { deadline, part } = opened;
  if (part !== "supervises" && deadline.addedBy !== visit.actor.person?.id)
    return refused(words.wrong.notYours, context);
  if (deadline.status !== "open") return over(deadline, context);
  if (reason.trim() === "") throw new InputError(words.wrong.reasonNeeded, "reason");
  const kept = await keepStep(
    { ...deadline, status: "withdrawn", finishedOn: visit.today, asked: null, handedTo: null },
    { step: "withdrawn", words: wordsIn(reason, "reason", desk), details: {} },
    desk,
  );
  await refreshCards(number, at);
  const ended = await endConsulted(number, desk);
  for (const person of await toldOf(kept, at))
    if (person.id !== visit.actor.person?.id)
      await tell(person, kept, at, ({ deadlines }) => deadlines.did.withdrawn(deadlines.number(number)));
  const card = await deadlineReply(kept, part, at, context.wording, {
    title: words.did.withdrawn(words.number(number)),
  });
  return { ...card, blocks: [...card.blocks, ...consultedOver(ended, context.wording)] };
}

/** It was not done after all. */
export async function reopenCommand(number: number, reason: string, desk: Desk): Promise<Reply> {
  const { at, context } = desk;
  const { deadlines: words } = context.wording;
  const opened = await openDeadline(number, desk);
  if ("no" in opened) return opened.no;
  const { deadline, part } = opened;
  if (part !== "supervises" && part !== "works") return refused(words.mayNot(deadline.department), context);
  if (deadline.status === "open") return refused(words.wrong.notFinished, context);
  if (reason.trim() === "") throw new InputError(words.wrong.reasonNeeded, "reason");
  // what was finished is not counted anew when a notice comes out
  const { days, receivedOn, countFirst, due: before } = deadline;
  const due = days === null ? before : countDue(receivedOn, days, context.calendar, { countFirst }).due;
  const moved = due?.from !== before?.from || due?.until !== before?.until;
  const kept = await keepStep(
    {
      ...deadline,
      ...{ due, status: "open", finishedOn: null, result: "", reportedAt: null },
      snoozedUntil: nextAsked(deadline, desk.visit.today, context.calendar),
    },
    { step: "reopened", words: wordsIn(reason, "reason", desk), details: moved ? { before, after: due } : {} },
    desk,
  );
  await planMorning(at);
  await refreshCards(number, at);
  return deadlineReply(kept, part, at, context.wording, { title: words.did.reopened(words.number(number)) });
}
