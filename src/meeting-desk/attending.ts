import { isGranted } from "../leave/leave.ts";
import type { AtDesk } from "../leave-desk/at-desk.ts";
import { isAway } from "../leave-desk/roll.ts";
import { calledAs, halvesOf, type Meeting } from "../meetings/meeting.ts";
import type { Person } from "../office/people.ts";
import { leavesWhere } from "../store/leave.ts";
import { everybody, peopleById } from "../store/people.ts";

/** Somebody who is called to a meeting: by their post, by an invitation, or to go instead of somebody who has leave. */
export interface Called {
  readonly person: Person;
  readonly as: "member" | "invited" | "substitute";
}

/** Everybody who is called to a meeting, in the order of the roster, whether they can come or not. */
export async function calledTo(
  meeting: Meeting,
  { records, rulebook }: Pick<AtDesk, "records" | "rulebook">,
): Promise<readonly Called[]> {
  return (await everybody(records)).flatMap((person): readonly Called[] => {
    const as = calledAs(person, meeting, rulebook);
    return as === undefined ? [] : [{ person, as: as === "invited" ? "invited" : "member" }];
  });
}

/** Those who are to come as things stand: not who has leave from it or is on a journey then, but whoever goes instead. */
export async function attending(
  meeting: Meeting,
  at: Pick<AtDesk, "records" | "rulebook">,
): Promise<readonly Called[]> {
  const { records, rulebook } = at;
  const excused = (await leavesWhere(records, { meeting: meeting.number })).filter(isGranted);
  const days = { statuses: ["approved", "noted"], from: meeting.day, until: meeting.day } as const;
  const onLeave = (await leavesWhere(records, days)).filter((each) =>
    halvesOf(meeting).some((half) => isAway(each, meeting.day, half, rulebook)),
  );
  const absent = new Set([...excused, ...onLeave].map(({ person }) => person));
  const coming = (await calledTo(meeting, at)).filter(({ person }) => !absent.has(person.id));
  const known = new Set(coming.map(({ person }) => person.id));
  const instead = await peopleById(
    records,
    excused.flatMap(({ substitute }) => (substitute === null || known.has(substitute) ? [] : [substitute])),
  );
  return [...coming, ...instead.map((person) => ({ person, as: "substitute" as const }))];
}
