import { type Day, plusDays } from "../../src/dates.ts";
import type { Done } from "../support/changzhou-process.ts";
import type { Choose } from "../support/chooser.ts";
import type { Hall } from "./hall.ts";

/** One meeting as whoever plans it thinks of it. */
export interface Gathering {
  /** Of the delivery that plans it. */
  readonly key: string;
  /** Nobody learns of it who has nothing to do with the meeting. */
  readonly title: string;
  readonly organiser: string;
  readonly invited: readonly string[];
  /** "dropped" is cancelled before, "cancelled" after anybody was called; to "unannounced" nobody ever is. */
  readonly fate: "held" | "cancelled" | "dropped" | "unannounced";
  /** What is changed after people were called. */
  readonly change: Readonly<Record<string, string>> | undefined;
  /** With how many messages about it seen it is changed, or cancelled. */
  readonly after: number;
  /** As soon as it is known. */
  number?: number;
}

/** Working days after the first Monday, on which the office lives, or meetings are held. */
const workingDays = [0, 1, 2, 3, 4, 7, 8, 9, 10, 11, 14, 15, 16] as const;
const minutes = 60_000;
const hours = 60 * minutes;

/** When a life begins: at 8:52, when people come to the day's meetings, at 11:50, when they are over, and at 16:00. */
export const aheadOf = (life: number): number =>
  (workingDays[Math.floor(life / 3)] ?? 0) * 24 * hours + ([-8, 170, 7 * 60][life % 3] ?? 0) * minutes;

/** Both plan meetings, and press for each other. */
export const organisers = ["1008", "1009"] as const;
export const otherOf = (organiser: string): string => (organiser === "1008" ? "1009" : "1008");

/** Heads of departments, and deputies who can go instead of some. */
const heads = ["1013", "1014", "1024", "1031", "1015", "1016", "1038"] as const;
export const deputies: Readonly<Record<string, string>> = { 1013: "1052", 1014: "1053", 1024: "1055", 1031: "1056" };

const changes = ["time", "place", "time", "invited", "time", undefined] as const;
const fates = ["held", "held", "cancelled", "held", "held", "dropped", "held", "held", "unannounced"] as const;

/** Plans the next meeting, for the working day after the next, from nine to half past eleven; both of its presses. */
export function nextGathering(hall: Hall, life: number, choose: Choose): readonly Done[] {
  const count = hall.gatherings.length;
  const organiser = organisers[count % 2] ?? "1009";
  const first = choose(heads.length);
  const invited = [0, 1, 2].map((n) => heads[(first + n) % heads.length] ?? "1013");
  const thematic = count % 3 === 2;
  const kind = changes[(count + choose(2)) % changes.length];
  const change = {
    time: { time: "09:10-11:30" },
    place: { place: "Room 2" },
    invited: { invited: [...invited.slice(1), heads[(first + 3) % heads.length]].join(", ") },
  };
  const day = workingDays[Math.floor(life / 3) + 2] ?? 16;
  const options = {
    type: thematic ? "thematic-meeting" : "executive-meeting",
    day: plusDays("2026-11-23" as Day, day),
    time: "09:00-11:30",
    title: `gathering-${count}-`,
    place: "Room 1",
    presider: thematic ? "executive-vice-mayor" : "mayor",
    invited: invited.join(", "),
  };
  return hall.plan(
    {
      ...{ key: `plan:${count}`, title: options.title, organiser, invited },
      fate: fates[count % fates.length] ?? "held",
      change: kind && change[kind],
      after: 1 + choose(25),
    },
    options,
  );
}
