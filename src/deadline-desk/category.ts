import { normalise } from "../ask/tokens.ts";
import type { Choice, Context } from "../command.ts";
import type { Deadline } from "../deadlines/deadline.ts";
import { countDue, type DueDay } from "../deadlines/due.ts";
import { categoriesOf, categoryName, limitOf } from "../deadlines/limits.ts";
import { InputError } from "../errors.ts";
import { meant } from "../options.ts";
import { point, type Reply, reply } from "../reply.ts";
import { takeConsulted } from "../store/deadlines.ts";
import { repeated } from "../text.ts";
import { deadlineReply, dueShown, refreshCards } from "./card.ts";
import { type Desk, keepStep, openToWork, refused, wordsIn } from "./desk.ts";
import { planHour } from "./hour.ts";

/** The category of an id or a name. Throws an InputError for other words. */
export function categoryNamed(typed: string, { context }: Desk): string {
  const { rulebook, wording, language } = context;
  const categories = categoriesOf(rulebook);
  const named = meant(typed, categories, (each) => [
    each,
    categoryName(each, rulebook, language),
    ...Object.values(nameOf(each, context)),
  ]);
  // as people call it: 急件, 会商; where it could be two, nothing is guessed
  const [called, ...others] = new Set(context.assistant.concepts(typed).filter((each) => categories.includes(each)));
  const found = named ?? (others.length === 0 ? called : undefined);
  if (found !== undefined) return found;
  const known = categoriesOf(rulebook).map((each) => categoryName(each, rulebook, language));
  throw new InputError(wording.deadlines.add.noCategory(repeated(typed), known), "category");
}

const nameOf = (category: string, { rulebook: { data } }: Context) =>
  data.dimensions[data.deadlines?.limits.category ?? ""]?.values[category]?.name ?? {};

export const suggestCategories = (typed: string, { rulebook, language }: Context): readonly Choice[] =>
  categoriesOf(rulebook)
    .map((each) => ({ label: categoryName(each, rulebook, language), value: each }))
    .filter(({ label }) => normalise(label).includes(normalise(typed)));

/**
 * How many working days a document of a category has, and by when it is due; undefined where somebody sets the day, or
 * the state of handling has to be explained first.
 */
export function dueOf(
  {
    category,
    explained,
    receivedOn,
    countFirst,
  }: Pick<Deadline, "category" | "explained" | "receivedOn" | "countFirst">,
  { context }: Pick<Desk, "context">,
): { readonly days: number; readonly due: DueDay } | undefined {
  const limit = category === null ? undefined : limitOf(category, context.rulebook);
  if (limit?.days === undefined || (limit.explained && explained === null)) return undefined;
  const { due } = countDue(receivedOn, limit.days, context.calendar, { countFirst });
  return { days: limit.days, due };
}

/** Says of which category a document is; another one than before is logged with its reason. */
export async function categoryCommand(
  number: number,
  { category: typed, reason }: { readonly category: string; readonly reason: string },
  desk: Desk,
): Promise<Reply> {
  const { at, context } = desk;
  const { wording, rulebook, language } = context;
  const { deadlines: words } = wording;
  const opened = await openToWork(number, desk);
  if ("no" in opened) return opened.no;
  const { deadline, part } = opened;
  if (deadline.kind !== "document") return refused(words.category.notDocument, context);
  if (typed.trim() === "") return deadlineReply({ ...deadline, category: null, due: null }, part, at, wording);
  const category = categoryNamed(typed, desk);
  if (category === deadline.category) return refused(words.category.same, context);
  if (deadline.category !== null && reason.trim() === "") {
    const options = { number: String(number), category };
    return reply({
      tone: "needs",
      language,
      blocks: [point(words.category.reason)],
      buttons: [{ label: words.category.giveReason, command: "deadline category", options, form: true }],
    });
  }
  const said = wordsIn(reason, "reason", desk);
  const counted = dueOf({ ...deadline, category }, desk);
  const rule = limitOf(category, rulebook)?.rule;
  const before = deadline.category === null ? null : categoryName(deadline.category, rulebook, language);
  const kept = await keepStep(
    {
      ...deadline,
      category,
      days: counted?.days ?? null,
      due: counted?.due ?? null,
      dueMinute: null,
      snoozedUntil: null,
      firstDue: deadline.firstDue ?? (deadline.category === null ? null : deadline.due),
      asked: null,
    },
    {
      step: "category",
      words: said,
      details: { before: deadline.due, after: counted?.due ?? null, category },
    },
    desk,
    rule ? [rule] : [],
  );
  await consultedFollow(deadline, kept, desk);
  await refreshCards(number, at);
  const title =
    before === null ? undefined : words.category.changed(before, categoryName(category, rulebook, language));
  return { ...(await deadlineReply(kept, part, at, wording, title === undefined ? {} : { title })) };
}

/** Departments that are consulted have the lead department's day, as long as theirs was not set otherwise. */
export async function consultedFollow(before: Deadline, now: Deadline, desk: Desk): Promise<void> {
  for (const each of await takeConsulted(desk.at.records, now.number)) {
    const own = each.due?.from !== before.due?.from || each.due?.until !== before.due?.until;
    if (own || now.due === null) continue;
    const kept = await keepStep(
      { ...each, due: now.due, dueMinute: now.dueMinute, snoozedUntil: null },
      { step: "set", words: "", details: { before: each.due, after: now.due } },
      desk,
    );
    await planHour(kept, desk.at);
    await refreshCards(each.number, desk.at);
  }
}

/** The state of handling is explained: then the working days are given, from the day of receipt. */
export async function explainCommand(number: number, state: string, desk: Desk): Promise<Reply> {
  const { at, context } = desk;
  const { deadlines: words } = context.wording;
  const opened = await openToWork(number, desk);
  if ("no" in opened) return opened.no;
  const { deadline, part } = opened;
  const limit = deadline.category === null ? undefined : limitOf(deadline.category, context.rulebook);
  if (!limit?.explained) return refused(words.wrong.explanationNotNeeded, context);
  if (deadline.explained !== null) return refused(words.wrong.alreadyExplained, context);
  if (state.trim() === "") throw new InputError(words.category.explainFirst, "state");
  const explained = wordsIn(state, "state", desk);
  const counted = dueOf({ ...deadline, explained }, desk);
  const kept = await keepStep(
    { ...deadline, explained, days: counted?.days ?? null, due: counted?.due ?? null, snoozedUntil: null },
    { step: "explained", words: explained, details: { after: counted?.due ?? null } },
    desk,
    [limit.rule],
  );
  await consultedFollow(deadline, kept, desk);
  await refreshCards(number, at);
  const title =
    kept.due === null ? undefined : words.did.explained(words.number(number), dueShown(kept, context.wording));
  return deadlineReply(kept, part, at, context.wording, title === undefined ? {} : { title });
}
