import { overlaps } from "../leave/span.ts";
import type { AtDesk } from "../leave-desk/at-desk.ts";
import { calledAs, type Meeting, spanOf } from "../meetings/meeting.ts";
import { type RollGiven, type Standing, standingOnRoll } from "../meetings/roll.ts";
import { type Person, tenuresOn } from "../office/people.ts";
import { leavesWhere } from "../store/leave.ts";
import { repliesTo } from "../store/meetings.ts";
import { everybody, holdersOf, peopleById } from "../store/people.ts";

/** Somebody who is called to a meeting: by their post, by an invitation, to preside, or instead of somebody who has leave. */
export interface Called {
  readonly person: Person;
  /** The title of the post by which they are called, or of their first. */
  readonly title: string;
  readonly as: "presider" | "member" | "invited" | "substitute";
}

/** Everybody who is called to a meeting, in the order of the roster (`known`, when it was read), whether they can come or not. */
export async function calledTo(
  meeting: Meeting,
  { records, rulebook }: Pick<AtDesk, "records" | "rulebook">,
  known?: readonly Person[],
): Promise<readonly Called[]> {
  const people = known ?? (await everybody(records));
  // of several who hold the post it is not known which of them presides
  const [presider, ...others] = people.filter((each) =>
    tenuresOn(each, meeting.day).some(({ post }) => post === meeting.presider),
  );
  return people.flatMap((person): readonly Called[] => {
    const presides = person === presider && others.length === 0;
    const as = calledAs(person, meeting, rulebook);
    if (as === undefined && !presides) return [];
    const title = titleAs(person, presides ? meeting.presider : as, meeting);
    return [{ person, title, as: presides ? "presider" : as === "invited" ? "invited" : "member" }];
  });
}

function titleAs(person: Person, post: string | null | undefined, { day }: Meeting): string {
  const held = tenuresOn(person, day);
  return (held.find((each) => each.post === post) ?? held[0])?.title ?? "";
}

/** Whether somebody is called to a meeting. */
export async function isCalledTo(
  meeting: Meeting,
  person: Person,
  { records, rulebook }: Pick<AtDesk, "records" | "rulebook">,
): Promise<boolean> {
  const presiders = meeting.presider === null ? [] : await holdersOf(records, [meeting.presider], meeting.day);
  const among = presiders.some(({ id }) => id === person.id) ? presiders : [...presiders, person];
  return (await calledTo(meeting, { records, rulebook }, among)).some((each) => each.person.id === person.id);
}

/** A called person, and how it stands with them. */
export interface OnRoll extends Called, Standing {}

/** Everybody who is called, with how it stands with each. */
export async function rollOf(meeting: Meeting, at: Pick<AtDesk, "records" | "rulebook">): Promise<readonly OnRoll[]> {
  const given = await rollGiven(meeting, at);
  return (await calledTo(meeting, at)).map((each) => {
    const standing = standingOnRoll(each.person.id, given);
    // whoever presides is not asked whether they come
    return each.as === "presider" && standing.state === "none"
      ? { ...each, state: "attending" }
      : { ...each, ...standing };
  });
}

export async function rollGiven(
  meeting: Meeting,
  { records, rulebook }: Pick<AtDesk, "records" | "rulebook">,
): Promise<RollGiven> {
  const span = spanOf(meeting);
  const days = { statuses: ["approved", "noted"], from: span.from, until: span.until } as const;
  const onJourney = (await leavesWhere(records, days)).filter(
    (each) => each.occasion === rulebook.data.leave?.trip && each.returned === null && overlaps(each.span, span),
  );
  return {
    replied: await repliesTo(records, meeting.number),
    leaves: await leavesWhere(records, { meeting: meeting.number }),
    away: new Set(onJourney.map(({ person }) => person)),
  };
}

/** Those who are to come as things stand: not who has leave from it or is on a journey then, but whoever goes instead. */
export async function attending(
  meeting: Meeting,
  at: Pick<AtDesk, "records" | "rulebook">,
): Promise<readonly Called[]> {
  const roll = await rollOf(meeting, at);
  const known = new Set(roll.map(({ person }) => person.id));
  const instead = await peopleById(
    at.records,
    roll.flatMap(({ substitute }) => (substitute === undefined || known.has(substitute) ? [] : [substitute])),
  );
  return [
    ...roll.filter(({ state }) => !["leave", "substitute", "away"].includes(state)),
    ...instead.map((person) => ({ person, title: titleAs(person, null, meeting), as: "substitute" as const })),
  ];
}
