import type { Standing } from "./roll.ts";

/** What can be recorded of somebody who is called to a meeting. */
export const attendanceStates = ["present", "late", "substitute", "leave", "absent"] as const;
export type AttendanceState = (typeof attendanceStates)[number];

export interface Recorded {
  readonly state: AttendanceState;
  readonly at: Date;
  /** Whoever recorded it, as the audit names them: the person, or somebody who plans meetings. */
  readonly by: string;
}

/** What is shown of somebody, first what whoever reads it must do something about. */
export const attendedStates = [
  "unrecorded",
  "absent",
  "substitute-absent",
  "late",
  "present",
  "substitute",
  "leave",
] as const;
export type AttendedState = (typeof attendedStates)[number];

export interface Attended {
  readonly state: AttendedState;
  readonly recorded?: Recorded;
  /** Whoever went instead, or was to go. */
  readonly substitute?: string;
  /** How it stands with the substitute. */
  readonly instead?: AttendanceState | "unrecorded";
}

export interface AttendanceGiven {
  readonly recorded: ReadonlyMap<string, Recorded>;
  /** The meeting has ended: who has no leave and is not recorded was not there. */
  readonly over: boolean;
}

/** How it stands with somebody: what is recorded, else their leave; leave that is asked for and not granted is none. */
export function attendanceOf(
  person: string,
  { state, substitute }: Standing,
  { recorded, over }: AttendanceGiven,
): Attended {
  const own = recorded.get(person);
  if (own) {
    const instead = own.state === "substitute" && substitute !== undefined ? { substitute } : {};
    return { state: own.state, recorded: own, ...instead };
  }
  if (state === "leave" || state === "away") return { state: "leave" };
  const unknown = over ? "absent" : "unrecorded";
  if (substitute === undefined) return { state: unknown };
  const instead = recorded.get(substitute)?.state ?? unknown;
  return { state: standsFor[instead], substitute, instead };
}

/** What it means for somebody with leave how it stands with whoever goes instead. */
const standsFor: Readonly<Record<AttendanceState | "unrecorded", AttendedState>> = {
  present: "substitute",
  late: "substitute",
  substitute: "substitute",
  leave: "substitute-absent",
  absent: "substitute-absent",
  unrecorded: "unrecorded",
};

/** How many minutes after the beginning somebody came; within the minute in which a meeting begins nobody is late. */
export const minutesLate = (begins: Date, came: Date): number =>
  Math.max(0, Math.floor((came.getTime() - begins.getTime()) / 60_000));
