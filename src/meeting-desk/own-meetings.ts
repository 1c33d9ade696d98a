import type { Day } from "../dates.ts";
import type { AtDesk } from "../leave-desk/at-desk.ts";
import type { Meeting } from "../meetings/meeting.ts";
import type { Person } from "../office/people.ts";
import { leavesWhere } from "../store/leave.ts";
import { everyMeetingSince } from "../store/meetings.ts";
import { everybody } from "../store/people.ts";
import { calledTo } from "./attending.ts";

/**
 * The meetings that belong into somebody's calendar from a day on: those to which they were called, or go instead of
 * somebody else; also cancelled ones, but none from which they have leave.
 */
export async function ownMeetings(
  person: Person,
  from: Day,
  at: Pick<AtDesk, "records" | "rulebook">,
): Promise<readonly Meeting[]> {
  const own: Meeting[] = [];
  const people = await everybody(at.records);
  for (const meeting of await everyMeetingSince(at.records, from)) {
    if (!meeting.announcedAt) continue;
    const leaves = await leavesWhere(at.records, { meeting: meeting.number });
    const granted = leaves.filter(({ status }) => status === "approved" || status === "noted");
    if (granted.some((each) => each.person === person.id)) continue;
    const goesInstead = granted.some(({ substitute }) => substitute === person.id);
    const called = goesInstead || (await calledTo(meeting, at, people)).some((each) => each.person.id === person.id);
    if (called) own.push(meeting);
  }
  return own;
}
