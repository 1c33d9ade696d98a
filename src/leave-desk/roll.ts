import { type Day, minuteOf } from "../dates.ts";
import { entrustedFrom } from "../entrusted.ts";
import { type Half, isGranted, type Leave } from "../leave/leave.ts";
import { decidingPosts, type Roll, type Route, routeFor } from "../leave/route.ts";
import { covers } from "../leave/span.ts";
import { type Person, tenuresOn } from "../office/people.ts";
import type { Rulebook } from "../rulebook/model.ts";
import { leavesWhere } from "../store/leave.ts";
import { meetingNumbered } from "../store/meetings.ts";
import { holdersOf, peopleById } from "../store/people.ts";
import { readSettings } from "../store/settings.ts";
import type { AtDesk } from "./at-desk.ts";

/** Before the name of a post: which post it asks, by the office's own arrangement. */
export const ownRoute = "leave.route.";

/** The half of its day that an instant belongs to, in the office's time zone. */
export const halfOf = (now: Date, zone: string): Half => (minuteOf(now, zone).slice(11) < "12:00" ? "am" : "pm");

/** Who may be asked for leave today, who is away, and who acts for whom. */
export async function rollFor({ records, now, today, settings, rulebook }: AtDesk): Promise<Roll> {
  const kept = await readSettings(records);
  const ownRoutes = new Map(
    [...kept].flatMap(([name, value]) => (name.startsWith(ownRoute) ? [[name.slice(ownRoute.length), value]] : [])),
  );
  const posts = [...new Set([...decidingPosts(rulebook), ...ownRoutes.values()])];
  const people = await holdersOf(records, posts, today);
  const entrustments = await entrustedFrom(records, today);
  const entrusted = await peopleById(records, [...new Set(entrustments.map(({ to }) => to.id))]);
  const half = halfOf(now, settings.timeZone);
  const leaves = await leavesWhere(records, { statuses: ["approved", "noted"], from: today, until: today });
  return {
    day: today,
    holders: new Map(posts.map((post) => [post, people.filter((each) => holds(each, post, today))])),
    entrustments,
    people: new Map(entrusted.map((each) => [each.id, each])),
    away: new Map(
      leaves.filter((each) => isAway(each, today, half, rulebook)).map(({ person, span }) => [person, span.until]),
    ),
    ownRoutes,
  };
}

const holds = (person: Person, post: string, day: Day): boolean =>
  tenuresOn(person, day).some((each) => each.post === post);

/** Away on a journey that was granted, and not back yet. */
export function isAway(leave: Leave, day: Day, half: Half, { data }: Rulebook): boolean {
  return (
    isGranted(leave) && leave.occasion === data.leave?.trip && leave.returned === null && covers(leave.span, day, half)
  );
}

/** Where a request goes as things stand now (`roll`, when many are looked at): whoever held the post may have left it. */
export async function routeOf(leave: Leave, at: AtDesk, roll?: Roll): Promise<Route> {
  const { person, post, occasion, department } = leave;
  const meeting = leave.meeting === null ? undefined : await meetingNumbered(at.records, leave.meeting);
  const presider = meeting?.presider ?? leave.presider;
  const asked = { post, occasion, ...(presider === null ? {} : { presider }) };
  return routeFor({ id: person }, asked, department, roll ?? (await rollFor(at)), at.rulebook);
}
