import type { Context } from "../command.ts";
import { comingMeetings } from "../find-meetings.ts";
import { calledAs, type Meeting } from "../meetings/meeting.ts";
import { refusal } from "../office/permissions.ts";
import { point, type Reply, reply } from "../reply.ts";
import type { Visit } from "../visit.ts";
import { chooseMeeting } from "./choose.ts";

/** Whoever plans meetings sees all of a meeting, whoever is called to it what a notice says; nobody else that there is one. */
export function maySee(meeting: Meeting, { actor }: Visit, { rulebook }: Context): "all" | "notice" | undefined {
  if (refusal("meeting.plan", actor, rulebook.data.permissions) === undefined) return "all";
  const called = actor.person && calledAs(actor.person, meeting, rulebook) !== undefined;
  return called && meeting.announcedAt ? "notice" : undefined;
}

/** The same for a meeting that there is not as for one that somebody may not see. */
export function notSeen(number: number, { wording, language }: Context): Reply {
  const text = wording.meetings.attend.notCalled(wording.leave.number(number));
  return reply({ tone: "refused", language, blocks: [point(text)] });
}

/** The coming meetings that whoever asks may see, to choose from. */
export async function whichSeen(
  choosing: Parameters<typeof chooseMeeting>[1],
  visit: Visit,
  context: Context,
): Promise<Reply> {
  const seen = (await comingMeetings(visit)).filter((each) => maySee(each, visit, context) !== undefined);
  return chooseMeeting(seen, choosing, context);
}
