import { quotes } from "../ask/sources.ts";
import type { Context } from "../command.ts";
import { entrustedFrom } from "../entrusted.ts";
import { checkGathering } from "../meetings/check.ts";
import { type Convener, conveningOf, presidingOf } from "../meetings/convening.ts";
import type { Meeting, PlannedMeeting } from "../meetings/meeting.ts";
import { inForce } from "../office/entrusting.ts";
import { tenuresOn } from "../office/people.ts";
import { postName, withNarrower } from "../office/posts.ts";
import { type Block, point } from "../reply.ts";
import type { Fact } from "../rulebook/model.ts";
import { peopleById } from "../store/people.ts";
import type { Visit } from "../visit.ts";

/** What whoever plans a meeting may say to be so: that who is to preside was entrusted with it; that it is held on a day off. */
export const confirmations = ["entrusted", "day-off"] as const;
export type Confirmation = (typeof confirmations)[number];

/** What the rules and the calendar say of a meeting as it is planned. */
export interface Checked {
  /** Nothing is planned that the words do not allow, whatever anybody says. */
  readonly refused?: Finding;
  /** What must be said to be so before it is planned. */
  readonly open: readonly (Finding & { readonly confirm: Confirmation })[];
  /** What is told, and stops nothing. */
  readonly told: readonly Finding[];
}

interface Finding {
  readonly text: string;
  readonly facts: readonly Fact[];
}

export async function checkPlan(
  meeting: PlannedMeeting,
  confirmed: ReadonlySet<string>,
  visit: Visit,
  context: Context,
): Promise<Checked> {
  const presiding = await checkPresider(meeting, visit, context);
  const dayOff = checkDay(meeting, context);
  const open = [...(presiding.open ? [presiding.open] : []), ...(dayOff.open ? [dayOff.open] : [])];
  return {
    ...(presiding.refused && { refused: presiding.refused }),
    open: open.filter(({ confirm }) => !confirmed.has(confirm)),
    told: [
      ...presiding.told,
      // what was said to be so is shown with the words that ask for it
      ...open.flatMap(({ confirm, text, facts }) =>
        confirm === "entrusted" && confirmed.has(confirm)
          ? [{ text: context.wording.meetings.check.confirmed(text), facts }]
          : [],
      ),
      ...dayOff.told,
      ...checkLength(meeting, context),
    ],
  };
}

/** What is found, with the words that it rests on. */
export const findingBlocks = (findings: readonly Finding[], context: Context): readonly Block[] => {
  const shown = new Set<string>();
  return findings.flatMap(({ text, facts }) => [point(text), ...quotes(facts, context, shown)]);
};

export const citationsIn = (findings: readonly Finding[]) =>
  findings.flatMap(({ facts }) => facts.flatMap(({ because }) => because));

type Part = { readonly told: readonly Finding[] } & Pick<Checked, "refused"> & {
    readonly open?: Checked["open"][number];
  };

/** Whether the words let the holder of the post preside (Changzhou: Arts. 7, 42, 43, 44). */
async function checkPresider({ type, presider, day }: PlannedMeeting, visit: Visit, context: Context): Promise<Part> {
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
    if (convening.kind === "silent") return { told: [] };
    return {
      told: [{ text: words.presides(wording.roster.either(listed(convening.conveners))), facts: [convening.rule] }],
    };
  }
  const found = presidingOf(type, presider, rulebook);
  if (found.kind === "may") return { told: [] };
  if (found.kind === "silent") return { told: [{ text: words.silent, facts: found.nearest ? [found.nearest] : [] }] };
  if (found.kind === "not-named") {
    const text = words.notNamed(name(presider), wording.roster.either(listed(found.conveners)));
    return { told: [], refused: { text, facts: [found.rule] } };
  }
  const recorded = await entrusted(presider, found.by, day, visit, context);
  if (recorded) {
    const text = words.recorded(recorded.by, recorded.to, recorded.until);
    return { told: [{ text, facts: [found.rule] }] };
  }
  const text = found.away
    ? words.whileAway(name(presider), name(found.away), namesOf(found.by))
    : words.onlyEntrusted(name(presider), namesOf(found.by));
  return { told: [], open: { text, facts: [found.rule], confirm: "entrusted" } };
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
function checkDay({ day }: Pick<Meeting, "day">, { calendar, wording }: Context): Part {
  const words = wording.meetings.check;
  const { kind, holiday, notice } = calendar.dayKind(day);
  if (kind === "unknown") return { told: [{ text: words.unknownDay(day), facts: [] }] };
  if (kind === "working") return { told: [] };
  const text = holiday === undefined || notice === undefined ? words.weekend(day) : words.holiday(day, holiday, notice);
  return { told: [], open: { text, facts: [], confirm: "day-off" } };
}

/** How long such meetings take (Changzhou: Art. 47): in general only, so that nothing is stopped. */
function checkLength(
  { fromMinute, untilMinute }: Pick<Meeting, "fromMinute" | "untilMinute">,
  { rulebook, wording }: Context,
): readonly Finding[] {
  const words = wording.meetings.check;
  const minutes = untilMinute - fromMinute;
  const given = { organiser: "government", minutes, consents: {} } as const;
  const [anyway] = checkGathering(given, rulebook);
  if (anyway?.limit !== undefined) return [{ text: words.tooLong(minutes, anyway.limit), facts: [anyway.rule] }];
  // nobody said whether it is on the overall situation, nor do the rules say which meetings are
  const [unless] = checkGathering({ ...given, overall: false }, rulebook);
  const open = rulebook.facts.get(rulebook.data.meetings?.limits.overall ?? "");
  if (unless?.limit === undefined || !open) return [];
  return [{ text: words.tooLongUnless(minutes, unless.limit), facts: [unless.rule] }];
}
