import type { Day } from "../dates.ts";
import { overlaps } from "../leave/span.ts";
import type { AtDesk } from "../leave-desk/at-desk.ts";
import {
  type Cadence,
  fittingDays,
  type Period,
  type Proposed,
  proposeDays,
  type Standing,
} from "../meetings/cadence.ts";
import { conveningOf } from "../meetings/convening.ts";
import { calledAs, calledPosts, type Meeting } from "../meetings/meeting.ts";
import { meetingType } from "../meetings/types.ts";
import { type Person, tenuresOn } from "../office/people.ts";
import type { Rulebook } from "../rulebook/model.ts";
import { meetingsBetween } from "../store/meetings.ts";
import { everybody } from "../store/people.ts";
import { journeysIn } from "./journeys.ts";

/** The posts that convene meetings of a type by themselves, entrusted by nobody. */
export function convenersOf(type: string, rulebook: Rulebook): readonly string[] {
  const convening = conveningOf(type, [], rulebook);
  if (convening.kind === "silent") return [];
  return convening.conveners.flatMap(({ post, entrustedBy }) => (entrustedBy.length === 0 ? [post] : []));
}

/** Days on which a meeting that is not planned yet could be held, after today; "none left": no day could be proposed at all. */
export async function daysFor(
  { type, at }: Cadence,
  period: Period,
  scene: Pick<AtDesk, "records" | "rulebook" | "calendar" | "today">,
): Promise<readonly Proposed[] | "none left"> {
  const { records, rulebook, calendar, today } = scene;
  const days = fittingDays(period, { at }, today, calendar);
  const [from, until] = [days.toSorted()[0], days.toSorted().at(-1)];
  if (from === undefined || until === undefined) return "none left";
  const people = await everybody(records);
  const meetings = (await meetingsBetween(records, from, until)).filter(
    (each) => meetingType(each.type, rulebook).organiser === "government",
  );
  const away = await journeysIn({ from, fromHalf: "am", until, untilHalf: "pm" }, records, rulebook);
  const conveners = convenersOf(type, rulebook);
  const belong = [...calledPosts(type, rulebook), ...conveners];
  return proposeDays(days, (day): Standing => {
    const members = holding(belong, people, day);
    const absent = new Set(
      away
        .filter((each) => overlaps(each.span, { from: day, fromHalf: "am", until: day, untilHalf: "pm" }))
        .map(({ person }) => person),
    );
    const convening = holding(conveners, people, day);
    return {
      taken: meetings.some((each) => isOn(each, day) && members.some((one) => isAt(one, each, rulebook))),
      convenerAway: convening.length > 0 && convening.every(({ id }) => absent.has(id)),
      away: members.filter(({ id }) => absent.has(id)).length,
    };
  });
}

const holding = (posts: readonly string[], people: readonly Person[], day: Day): readonly Person[] =>
  people.filter((each) => tenuresOn(each, day).some(({ post }) => posts.includes(post)));

const isOn = ({ day, untilDay = day }: Meeting, on: Day): boolean => day <= on && on <= untilDay;

const isAt = (person: Person, meeting: Meeting, rulebook: Rulebook): boolean =>
  calledAs(person, meeting, rulebook) !== undefined ||
  tenuresOn(person, meeting.day).some(({ post }) => post === meeting.presider);
