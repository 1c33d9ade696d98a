import type { Day } from "../dates.ts";
import { calledAs, type Meeting, spanOf } from "../meetings/meeting.ts";
import { entrustmentRule } from "../office/entrusting.ts";
import { type Entrustment, type Person, tenuresOn } from "../office/people.ts";
import type { Rulebook } from "../rulebook/model.ts";
import { isGranted, isOpen, type Leave, type Span } from "./leave.ts";
import { before, daysOf, isInOrder, overlaps } from "./span.ts";

/** What stands against leave, or should be known before it is asked for. */
export type Conflict =
  /** One's own leave on some of these days. */
  | { readonly kind: "own"; readonly leave: Leave }
  /** Leave from the same meeting, or event, is asked for already. */
  | { readonly kind: "asked"; readonly leave: Leave }
  /** A meeting at which one must be: called by the post, or "invited". */
  | { readonly kind: "meeting"; readonly meeting: Meeting; readonly as: string }
  /** One acts for somebody on some of these days. */
  | { readonly kind: "acting"; readonly entrustment: Entrustment }
  /** Whoever entrusts and whoever is entrusted by the rules are away on the same days. */
  | { readonly kind: "both-away"; readonly person: Person; readonly post: string; readonly leave: Leave }
  /** One's own post decides on leave, and nobody is entrusted on all of the days. */
  | { readonly kind: "nobody-decides"; readonly post: string };

/** What is looked at: all of it on the days of the leave. */
export interface Around {
  readonly leave: Pick<Leave, "number" | "person" | "occasion" | "meeting" | "event" | "span" | "replaces">;
  readonly person: Person;
  readonly own: readonly Leave[];
  readonly meetings: readonly Meeting[];
  readonly entrustments: readonly Entrustment[];
  /** Posts whose holders decide on leave. */
  readonly deciding: readonly string[];
  /** Holders of the posts that entrust this one or are entrusted by it, by post, and their leave. */
  readonly counterparts: ReadonlyMap<string, readonly Person[]>;
  readonly theirs: readonly Leave[];
  readonly rulebook: Rulebook;
}

/** What stands against leave, what forbids it first. */
export function conflictsOf(around: Around): readonly Conflict[] {
  const { leave, own, rulebook } = around;
  const trip = rulebook.data.leave?.trip;
  const others = own.filter((each) => isInTheWay(each, leave));
  const same = others
    .filter((each) => each.occasion === leave.occasion)
    .filter((each) => isAwayOn(each, leave.span) || (leave.meeting !== null && each.meeting === leave.meeting));
  if (leave.occasion !== trip)
    return same
      .filter(({ meeting, event }) => meeting === leave.meeting && event === leave.event)
      .map((each) => ({ kind: "asked", leave: each }));
  return [
    ...same.map((each) => ({ kind: "own", leave: each }) as const),
    ...meetingsToMiss(around),
    ...othersAway(around),
    ...leftAlone(around),
  ];
}

const isInTheWay = (other: Leave, leave: Around["leave"]): boolean =>
  other.number !== leave.number && other.number !== leave.replaces && (isOpen(other) || isGranted(other));

/** Whether somebody is away by other leave on some of these days: whoever is back is not away any more. */
function isAwayOn({ span, returned }: Leave, days: Span): boolean {
  if (!returned || returned.day > span.until) return overlaps(span, days);
  const last = before(returned.day, returned.half);
  const taken = { ...span, until: last.day, untilHalf: last.half };
  return isInOrder(taken) && overlaps(taken, days);
}

/** Meetings within the days at which the person must be, and has not asked to be excused from. */
function meetingsToMiss({ leave, person, own, meetings, rulebook }: Around): readonly Conflict[] {
  const excused = new Set(own.filter((each) => isOpen(each) || isGranted(each)).map(({ meeting }) => meeting));
  return meetings.flatMap((meeting): readonly Conflict[] => {
    const as = calledAs(person, meeting, rulebook);
    const within = overlaps(leave.span, spanOf(meeting));
    return as !== undefined && within && !meeting.cancelledAt && !excused.has(meeting.number)
      ? [{ kind: "meeting", meeting, as }]
      : [];
  });
}

/** Posts that the person holds on the first or the last of the days. */
export const postsDuring = (person: Person, { from, until }: Pick<Span, "from" | "until">): readonly string[] => [
  ...new Set([from, until].flatMap((day) => tenuresOn(person, day)).map(({ post }) => post)),
];

/** The posts that stand in for these, or for which these stand in, by the rule of entrustment. */
export function counterpartsOf(posts: readonly string[], rulebook: Rulebook): readonly string[] {
  const rule = entrustmentRule(rulebook);
  if (!rule) return [];
  const { by, to } = rule;
  const found = [
    ...(posts.some((each) => by.includes(each)) ? to : []),
    ...(posts.some((each) => to.includes(each)) ? by : []),
  ];
  return found.filter((each) => !posts.includes(each));
}

const touching = (entrustments: readonly Entrustment[], { from, until }: Span): readonly Entrustment[] =>
  entrustments.filter((each) => each.from <= until && from <= each.until);

function othersAway({ leave, person, entrustments, counterparts, theirs, rulebook }: Around): readonly Conflict[] {
  const acting = touching(entrustments, leave.span).filter(({ to }) => to.id === person.id);
  const away = [...counterparts].flatMap(([post, people]) =>
    people
      .filter(({ id }) => id !== person.id)
      .flatMap((each) => {
        const found = theirs.find(
          (one) =>
            one.person === each.id &&
            one.occasion === rulebook.data.leave?.trip &&
            (isOpen(one) || isGranted(one)) &&
            isAwayOn(one, leave.span),
        );
        return found ? [{ kind: "both-away", person: each, post, leave: found } as const] : [];
      }),
  );
  return [...acting.map((entrustment) => ({ kind: "acting", entrustment }) as const), ...away];
}

/** Posts that decide on leave and for which nobody acts on some of the days. */
function leftAlone({ leave, person, entrustments, deciding }: Around): readonly Conflict[] {
  const covered = (post: string, day: Day): boolean =>
    entrustments.some(
      (each) => each.post === post && each.by.id === person.id && each.from <= day && day <= each.until,
    );
  return postsDuring(person, leave.span)
    .filter((post) => deciding.includes(post) && !daysOf(leave.span).every((day) => covered(post, day)))
    .map((post) => ({ kind: "nobody-decides", post }));
}
