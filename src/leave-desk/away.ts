import type { Day } from "../dates.ts";
import { entrustedFrom } from "../entrusted.ts";
import { isGranted, type Leave, type Span } from "../leave/leave.ts";
import { isMissing } from "../leave/returning.ts";
import { awaySpan, overlaps } from "../leave/span.ts";
import { type Entrustment, type Person, tenuresOn } from "../office/people.ts";
import { postName, rankOf } from "../office/posts.ts";
import type { State } from "../pictures/away.ts";
import { leavesWhere } from "../store/leave.ts";
import { peopleById } from "../store/people.ts";
import type { Wording } from "../wording/wording.ts";
import type { AtDesk } from "./at-desk.ts";

/** Somebody who is not there for some days, and no more than that: not why, not where. */
export interface Absence {
  readonly person: string;
  readonly name: string;
  readonly title: string;
  readonly span: Span;
  readonly state: State;
  /** Missing: no leave is kept, but somebody is entrusted to act for them. */
  readonly number?: number;
  /** Entrustments of those days. */
  readonly acting: readonly Entrustment[];
}

/**
 * Who is away between two days, the highest posts first. `all`: also what is asked and not decided, and that a return is
 * missing; that is only for those who look after the office's leave.
 */
export async function absencesBetween(from: Day, until: Day, all: boolean, at: AtDesk): Promise<readonly Absence[]> {
  const { records, rulebook, today, calendar } = at;
  const statuses = ["approved", "noted", ...(all ? (["asked", "questioned"] as const) : [])] as const;
  const leaves = (await leavesWhere(records, { statuses, from, until })).filter(
    ({ occasion }) => occasion === rulebook.data.leave?.trip,
  );
  const days: Span = { from, fromHalf: "am", until, untilHalf: "pm" };
  const entrustments = (await entrustedFrom(records, from < today ? from : today)).filter((each) =>
    overlaps(spanOf(each), days),
  );
  const ids = [...leaves.map(({ person }) => person), ...entrustments.map(({ by }) => by.id)];
  const people = new Map((await peopleById(records, [...new Set(ids)])).map((each) => [each.id, each]));
  const away = leaves.flatMap((leave): readonly (Absence & { readonly post: string })[] => {
    const person = people.get(leave.person);
    const span = awaySpan(leave);
    // whoever was erased is nobody's concern any more
    if (!person || !span || !overlaps(span, days)) return [];
    const state = isGranted(leave) ? (all && isMissing(leave, today, calendar) ? "overdue" : "away") : "asked";
    const acting = entrustments.filter((each) => each.by.id === person.id && overlaps(spanOf(each), span));
    return [{ ...named(person, leave), span, state, number: leave.number, acting, post: leave.post }];
  });
  const withoutLeave = entrustments.flatMap((each): typeof away => {
    const person = people.get(each.by.id);
    const span = spanOf(each);
    const known = away.some((one) => one.person === each.by.id && one.state !== "asked" && overlaps(one.span, span));
    if (!person || known) return [];
    return [{ ...named(person, heldBy(person, each)), span, state: "away", acting: [each], post: each.post }];
  });
  const { posts } = rulebook.data;
  return [...away, ...withoutLeave]
    .toSorted(
      (one, other) =>
        rankOf(one.post, posts) - rankOf(other.post, posts) ||
        compare(one.person, other.person) ||
        compare(one.span.from, other.span.from),
    )
    .map(({ post: _, ...absence }) => absence);
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const spanOf = ({ from, until }: Entrustment): Span => ({
  from: from as Day,
  fromHalf: "am",
  until: until as Day,
  untilHalf: "pm",
});

const named = ({ id, name }: Person, { title }: Pick<Leave, "title">) => ({ person: id, name, title });

const heldBy = (person: Person, { post, from }: Entrustment) => ({
  title: tenuresOn(person, from as Day).find((each) => each.post === post)?.title ?? "",
});

/** "沈静澜 acts for the mayor until 2026-12-05", for each entrustment. */
export function actingWords(acting: readonly Entrustment[], { rulebook }: AtDesk, wording: Wording): readonly string[] {
  return acting.map(({ to, post, until }) =>
    wording.lists.away.acts(to.name, postName(post, rulebook.data.posts, wording.language), until),
  );
}

/** Leave that is over by now without a word that whoever took it is back, the oldest first. */
export async function missingReturns(at: AtDesk): Promise<readonly Leave[]> {
  const { records, today, calendar, rulebook } = at;
  const leaves = await leavesWhere(records, { statuses: ["approved", "noted"], until: today });
  // where nobody knows whether it is late it is not reported all the same
  return leaves.filter(
    (each) => each.occasion === rulebook.data.leave?.trip && isMissing(each, today, calendar) !== false,
  );
}
