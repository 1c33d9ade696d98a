import { quotes } from "../ask/sources.ts";
import type { Context } from "../command.ts";
import { entrustedFrom } from "../entrusted.ts";
import type { AgendaItem } from "../meetings/agenda.ts";
import type { Confirmation } from "../meetings/confirmations.ts";
import { type Convener, conveningOf, presidingOf } from "../meetings/convening.ts";
import type { Meeting, PlannedMeeting } from "../meetings/meeting.ts";
import { inForce } from "../office/entrusting.ts";
import { tenuresOn } from "../office/people.ts";
import { postName, withNarrower } from "../office/posts.ts";
import { type Block, point } from "../reply.ts";
import type { Fact } from "../rulebook/model.ts";
import { peopleById } from "../store/people.ts";
import type { Visit } from "../visit.ts";
import { checkAgainstRules } from "./check-rules.ts";

/** These must be said to be so before it is planned; the others only before anybody is called. */
const beforePlanning: readonly Confirmation[] = ["entrusted", "day-off"];

export interface Finding {
  readonly text: string;
  readonly facts: readonly Fact[];
  /** What must be said to be so; and of whom, in the reader's words: "the mayor". */
  readonly confirm?: Confirmation;
  readonly who?: string;
  /** The posts of which one agrees; missing where no holder of a post can be asked. */
  readonly agreedBy?: readonly string[];
  /** The words do not allow it, whatever anybody says. */
  readonly forbidden?: true;
}

/** What the rules and the calendar say of a meeting. */
export interface Checked {
  readonly refused?: Finding;
  /** What must be said to be so before anything is done. */
  readonly open: readonly (Finding & { readonly confirm: Confirmation })[];
  /** What is told, and stops nothing yet. */
  readonly told: readonly Finding[];
}

interface Checking {
  /** Missing as long as it has none. */
  readonly number?: number;
  readonly items: readonly AgendaItem[];
  /** What was said to be so. */
  readonly confirmed: ReadonlySet<string>;
  readonly before: "planning" | "announcing";
}

/** Everything that is found of a meeting before it is planned, or before people are called to it. */
export async function checkMeeting(
  meeting: PlannedMeeting,
  { number, items, confirmed, before }: Checking,
  visit: Visit,
  context: Context,
): Promise<Checked> {
  const found = [
    ...(await checkPresider(meeting, visit, context)),
    ...checkDay(meeting, context),
    ...(await checkAgainstRules(meeting, { number, items, confirmed }, visit, context)),
  ];
  const { check } = context.wording.meetings;
  const refused = found.find(({ forbidden }) => forbidden);
  const isOpen = ({ confirm }: Finding): boolean => confirm !== undefined && !confirmed.has(confirm);
  const stops = (each: Finding): each is Finding & { readonly confirm: Confirmation } =>
    isOpen(each) && (before === "announcing" || beforePlanning.some((one) => one === each.confirm));
  return {
    ...(refused && { refused }),
    open: found.filter(stops),
    told: found.flatMap((each): readonly Finding[] => {
      if (each.forbidden || stops(each)) return [];
      if (isOpen(each)) return [{ ...each, text: check.beforeAnnouncing(each.text) }];
      // what was said to be so is shown with the words that ask for it; of a day off there are none
      if (each.confirm === undefined) return [each];
      return each.facts.length === 0 ? [] : [{ ...each, text: check.confirmed(check.consents[each.confirm]) }];
    }),
  };
}

/** What is found, with the words that it rests on. */
export const findingBlocks = (findings: readonly Finding[], context: Context): readonly Block[] => {
  const shown = new Set<string>();
  return findings.flatMap(({ text, facts }) => [point(text), ...quotes(facts, context, shown)]);
};

export const citationsIn = (findings: readonly Finding[]) =>
  findings.flatMap(({ facts }) => facts.flatMap(({ because }) => because));

/** Whether the words let the holder of the post preside (Changzhou: Arts. 7, 42, 43, 44). */
async function checkPresider(
  { type, presider, day }: PlannedMeeting,
  visit: Visit,
  context: Context,
): Promise<readonly Finding[]> {
  const { rulebook, wording, language } = context;
  const { posts } = rulebook.data;
  const words = wording.meetings.check;
  const name = (post: string) => postName(post, posts, language);
  const namesOf = (some: readonly string[]) => wording.roster.either(some.map(name));
  const listed = (conveners: readonly Convener[]) =>
    conveners.map(({ post, entrustedBy }) =>
      entrustedBy.length === 0 ? name(post) : words.ifEntrusted(name(post), namesOf(entrustedBy)),
    );
  if (presider === null) {
    const convening = conveningOf(type, [], rulebook);
    if (convening.kind === "silent") return [];
    return [{ text: words.presides(wording.roster.either(listed(convening.conveners))), facts: [convening.rule] }];
  }
  const found = presidingOf(type, presider, rulebook);
  if (found.kind === "may") return [];
  if (found.kind === "silent") return [{ text: words.silent, facts: found.nearest ? [found.nearest] : [] }];
  if (found.kind === "not-named") {
    const text = words.notNamed(name(presider), wording.roster.either(listed(found.conveners)));
    return [{ text, facts: [found.rule], forbidden: true }];
  }
  const recorded = await entrusted(presider, found.by, day, visit, context);
  if (recorded) {
    const text = words.recorded(recorded.by, recorded.to, recorded.until);
    return [{ text, facts: [found.rule] }];
  }
  const text = found.away
    ? words.whileAway(name(presider), name(found.away), namesOf(found.by))
    : words.onlyEntrusted(name(presider), namesOf(found.by));
  return [{ text, facts: [found.rule], confirm: "entrusted" }];
}

/** An entrustment that is recorded and in force on that day, from a holder of one of the posts to one of the presider's. */
async function entrusted(
  presider: string,
  by: readonly string[],
  day: Meeting["day"],
  visit: Visit,
  { rulebook }: Context,
) {
  const { posts } = rulebook.data;
  const recorded = inForce(await entrustedFrom(visit.records, visit.today), day).filter(({ post }) =>
    by.includes(post),
  );
  const people = new Map(
    (
      await peopleById(
        visit.records,
        recorded.map(({ to }) => to.id),
      )
    ).map((each) => [each.id, each]),
  );
  const fitting = withNarrower(presider, posts);
  const found = recorded.find(({ to }) => {
    const person = people.get(to.id);
    return person !== undefined && tenuresOn(person, day).some(({ post }) => fitting.includes(post));
  });
  return found && { by: found.by.name, to: found.to.name, until: found.until };
}

/** Nobody is called on a holiday unawares; the rules themselves say nothing of it. */
function checkDay({ day }: Pick<Meeting, "day">, { calendar, wording }: Context): readonly Finding[] {
  const words = wording.meetings.check;
  const is = calendar.dayKind(day);
  if (is.kind === "unknown") return [{ text: words.unknownDay(day), facts: [] }];
  if (is.kind === "working") return [];
  const text = is.why === "holiday" ? words.holiday(day, is.holiday, is.notice) : words.weekend(day);
  return [{ text, facts: [], confirm: "day-off" }];
}
