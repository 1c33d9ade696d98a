import { quotes } from "../ask/sources.ts";
import type { Context } from "../command.ts";
import { type Deadline, deadlineCard } from "../deadlines/deadline.ts";
import { documentNumber, documentNumberIn } from "../deadlines/document-number.ts";
import { awake } from "../deadlines/morning.ts";
import { type Part, partIn } from "../deadlines/seeing.ts";
import type { DeadlineStep } from "../deadlines/step.ts";
import { InputError } from "../errors.ts";
import type { AtDesk } from "../leave-desk/at-desk.ts";
import { articlesOf } from "../leave-desk/send.ts";
import { actorName } from "../office/people.ts";
import { type Block, type Button, point, type Reply, reply } from "../reply.ts";
import type { Fact } from "../rulebook/model.ts";
import { addDeadlineStep, deadlinesWhere, rewriteDeadline, takeDeadline } from "../store/deadlines.ts";
import { inOneLine, repeated } from "../text.ts";
import type { Visit } from "../visit.ts";

/** What people write about it, in characters. */
export const longest = { title: 200, text: 500, words: 2000 } as const;

/** Whose eyes a message is for: the id of a person. */
export interface Reading {
  readonly reader?: string | undefined;
}

/** Somebody's work on what is followed up: their visit, in the transaction of their request. */
export interface Desk {
  readonly at: AtDesk & Reading;
  readonly visit: Visit;
  readonly context: Context;
}

export const deskOf = (visit: Visit, context: Context): Desk => ({
  at: { ...visit, rulebook: context.rulebook, calendar: context.calendar, reader: visit.actor.person?.id },
  visit,
  context,
});

/**
 * The number in what was typed: "12", "No. 12", 第12号. Undefined where nothing was typed. Throws an InputError for what is
 * no number.
 */
function deadlineNumber(typed: string, { wording }: Pick<Context, "wording">): number | undefined {
  if (typed.trim() === "") return undefined;
  const [, digits] = typed.trim().match(/^(?:no\.?|第|#)?\s*(\d{1,9})\s*[号號]?$/iu) ?? [];
  if (digits === undefined) throw new InputError(wording.deadlines.noNumber(repeated(typed)), "number");
  return Number(digits);
}

/**
 * The same, or that of a document whose own number was typed (常政办〔2026〕88号): of those that whoever asks may see, the
 * open one, in the department that leads. Throws an InputError where it is none.
 */
export async function numberMeant(typed: string, desk: Desk): Promise<number | undefined> {
  const reference = documentNumber(typed);
  if (documentNumberIn(typed) !== reference || reference === "") return deadlineNumber(typed, desk.context);
  const { visit, context } = desk;
  const found = await deadlinesWhere(visit.records, { reference }, mostOfOneNumber);
  const seen = found.filter((each) => partIn(each, visit.actor, context.rulebook.data.permissions) !== undefined);
  const [first] = seen.toSorted(
    (one, other) =>
      Number(one.status !== "open") - Number(other.status !== "open") ||
      Number(one.parent !== null) - Number(other.parent !== null) ||
      other.number - one.number,
  );
  if (!first) throw new InputError(context.wording.deadlines.notSeen(repeated(reference)), "number");
  return first.number;
}

const mostOfOneNumber = 100;

/** One of them and what whoever asks is to it. */
export interface Opened {
  readonly deadline: Deadline;
  readonly part: Part;
}

/** Takes one to work on it; a refusal that says the same of one that there is not as of one that is not theirs to see. */
export async function openDeadline(number: number, { visit, context }: Desk): Promise<Opened | { readonly no: Reply }> {
  const deadline = await takeDeadline(visit.records, number);
  const part = deadline && partIn(deadline, visit.actor, context.rulebook.data.permissions);
  if (deadline && part) return { deadline, part };
  return { no: refused(context.wording.deadlines.notSeen(context.wording.deadlines.number(number)), context) };
}

/** The same for those who may change it: it is open, and their department's, or they supervise. */
export async function openToWork(number: number, desk: Desk): Promise<Opened | { readonly no: Reply }> {
  const opened = await openDeadline(number, desk);
  if ("no" in opened) return opened;
  const { deadlines: words } = desk.context.wording;
  const { deadline, part } = opened;
  if (part !== "supervises" && part !== "works")
    return { no: refused(words.mayNot(deadline.department), desk.context) };
  if (deadline.status !== "open") return { no: over(deadline, desk.context) };
  return opened;
}

export const over = (deadline: Deadline, context: Context): Reply => {
  const { deadlines: words } = context.wording;
  return refused(words.over(words.number(deadline.number), words.statuses[deadline.status]), context, [
    showButton(deadline.number, context.wording.deadlines.buttons.show),
  ]);
};

export const refused = (
  text: string,
  { language }: Pick<Context, "language">,
  buttons: readonly Button[] = [],
): Reply => reply({ tone: "refused", language, blocks: [point(text)], buttons });

export const showButton = (number: number, label: string): Button => ({
  label,
  command: "deadline show",
  options: { number: String(number) },
});

/** The words of facts, for a reader, with the citations that belong to them. */
export function quoted(facts: readonly (Fact | undefined)[], context: Parameters<typeof quotes>[1]) {
  const some = facts.filter((each) => each !== undefined);
  const blocks: readonly Block[] = quotes(some, context);
  return { blocks, citations: some.flatMap(({ because }) => because) };
}

/** Words that somebody wrote about it. Throws an InputError for what is too long to be read in a message. */
export function wordsIn(typed: string, field: string, { context }: Desk): string {
  if (typed.length > longest.words) throw new InputError(context.wording.deadlines.add.tooLong(longest.words), field);
  return inOneLine(typed);
}

/** Keeps what became of one, the step with which it did, and an event in the audit. */
export async function keepStep(
  deadline: Deadline,
  step: Omit<DeadlineStep, "by" | "at">,
  { visit }: Desk,
  rules: readonly Fact[] = [],
): Promise<Deadline> {
  const { records, now, actor } = visit;
  const kept = await rewriteDeadline(records, awake(deadline, visit.today));
  await addDeadlineStep(records, deadline.number, { ...step, by: actorName(actor), at: now });
  await visit.note({
    action: `deadline.${step.step}`,
    subject: deadlineCard(deadline.number),
    articles: articlesOf(rules),
    details: { version: kept.version, ...step.details },
  });
  return kept;
}
